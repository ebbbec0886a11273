/* inline.c - headings whose text goes on in the same line, told by their return: "3. Grazing.
 * The number of ewes ...", "Motion 4: Lamps (North branch). Two in three ...". One such line may be
 * a numbered paragraph; several that count up are this file's way to print its motions. */
#include "document/openers.h"
#include "document/split/state.h"

enum { HEAD_BYTES = 160, TITLE_WORDS = 12, TEXT_WORDS = 3 };

/* What is before the end of the first sentence, as a heading; false: it is none, or no text follows
 * it. */
bool pol_split_read_inline(pol_span text, pol_split_heading *ret)
{
    static const pol_span mark = {". ", 2};
    for (size_t at = pol_span_find(text, mark, 0); at != (size_t)-1 && at < HEAD_BYTES;
         at = pol_span_find(text, mark, at + 1)) {
        pol_span behind = pol_span_trim(pol_span_from(text, at + 1));
        pol_span title;
        *ret = (pol_split_heading){0};
        if (!pol_split_heading_parse(pol_span_first(text, at), ret) || ret->parts.title.size == 0)
            continue; /* the mark behind the number */
        title = ret->parts.title;
        bool is_title = !ret->inline_text.data && ret->kind != POL_KIND_AMENDMENT &&
                        ret->number.printed.data && pol_word_is_capital(pol_span_core(title)) &&
                        pol_word_count(title, TITLE_WORDS + 1) <= TITLE_WORDS &&
                        pol_opener_of(title).subject == POL_SUBJECT_NONE &&
                        !pol_split_is_edit(title);
        bool is_long = pol_word_count(behind, TEXT_WORDS) >= TEXT_WORDS ||
                       pol_split_starts_wrapped(behind); /* "Conference", over the line's end */
        if (!is_title || !is_long || !pol_word_is_capital(pol_span_unquote(behind)))
            return false;
        ret->inline_text = behind;
        return true;
    }
    return false;
}

/* Does the text that starts at the line say what it asks for? Minutes number their items so, too.
 */
static bool is_motion(pol_splitter *split, size_t line, pol_span text)
{
    enum { BELOW = 8, SENTENCES = 6 };
    pol_split_heading next;
    if (pol_opener_of(text).subject >= POL_SUBJECT_LOOSE || pol_split_is_edit(text))
        return true;
    for (int i = 0; i < SENTENCES && text.size > 0; i++) {
        pol_span sentence = pol_first_sentence(text);
        if (sentence.size == 0 || pol_opener_of(sentence).subject >= POL_SUBJECT_BODY)
            return sentence.size > 0;
        text = pol_span_trim(pol_span_from(text, sentence.size));
    }
    for (size_t i = line + 1; i < split->count && i <= line + BELOW; i++) {
        uint32_t look = pol_split_look(split, i);
        if (look & (POL_LOOK_OPENER | POL_LOOK_EDIT) ||
            (look & POL_LOOK_LOOSE && look & POL_LOOK_RESOLVES))
            return true;
        if (pol_split_read_inline(split->text->lines[i].text, &next))
            return false;
    }
    return false;
}

/* Do such lines count up, over texts of motions? */
bool pol_split_has_inline(pol_splitter *split)
{
    enum { LEAST = 3 };
    size_t found = 0, steps = 0, motions = 0;
    uint32_t last = 0;
    for (size_t i = 0; i < split->count; i++) {
        const pol_line *source = &split->text->lines[i];
        pol_split_heading heading;
        bool is_apart = source->blanks > 0 || i == 0 || source->role != POL_LINE_PLAIN;
        if (split->is_furniture[i] || split->fields[i] || source->is_quoted || !is_apart ||
            source->role == POL_LINE_CELL || source->role == POL_LINE_HEADING ||
            !pol_split_read_inline(pol_split_printed(split, i), &heading))
            continue;
        uint32_t value = heading.number.value ? heading.number.value : last + 1;
        found++;
        motions += is_motion(split, i, heading.inline_text);
        steps += found > 1 && value == last + 1;
        last = value;
    }
    return found >= LEAST && steps * 10 >= (found - 1) * 6 && motions * 2 >= found;
}
