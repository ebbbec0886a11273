/* thats.c - motions that are a number and a sentence, "3. That the levy be raised.", with
 * nothing else over any of them: the paper says that motions follow, or names who moves over each
 * few of them, and the numbers run on. Points of one motion follow its opening. */
#include "document/split/state.h"

enum { LEAST = 3, LINES_MAX = 20000, LINE_WORDS = 5, INTRO_LINES = 8 };

static const pol_line *source_of(const pol_splitter *split, size_t line)
{
    return &split->text->lines[line];
}

/* "3. That the levy be raised.": its number, and the text behind it; false. */
static bool read_item(pol_splitter *split, size_t line, pol_split_heading *ret)
{
    const pol_line *source = source_of(split, line);
    pol_span text = source->text, rest;
    if (split->is_furniture[line] || split->fields[line] || source->is_quoted ||
        source->role == POL_LINE_CELL)
        return false;
    *ret = (pol_split_heading){.line = (uint32_t)line, .end_line = (uint32_t)line + 1};
    if (source->marker.size > 0
            ? !pol_split_number_parse(source->marker, false, &ret->number, &rest)
            : !pol_split_number_parse(text, false, &ret->number, &rest))
        return false;
    if (source->marker.size > 0)
        rest = text;
    else if (rest.size < 2 || !strchr(".)", rest.data[0]) || rest.data[1] != ' ')
        return false;
    else
        rest = pol_span_trim(pol_span_from(rest, 1));
    if (ret->number.letters || ret->number.has_minor ||
        !pol_span_starts(pol_span_unquote(rest), POL_SPAN("That ")) ||
        pol_word_count(rest, LINE_WORDS) < LINE_WORDS)
        return false;
    ret->inline_text = rest;
    return true;
}

/* "The following resolutions stand in the names of the districts shown." */
static bool says_motions(pol_span text)
{
    pol_span word;
    while ((word = pol_word_next(&text)).data)
        if (pol_word_is_any(word, "motions resolutions propositions"))
            return true;
    return false;
}

/* Do motions follow the first one's introduction, and no text of one? */
static bool is_introduced(pol_splitter *split, size_t first)
{
    size_t line = first;
    bool says = false;
    for (int i = 0; i < INTRO_LINES; i++) {
        line = pol_split_previous(split, line);
        if (line == POL_SPLIT_NOWHERE)
            return says;
        uint32_t look = pol_split_look(split, line);
        if (look & (POL_LOOK_OPENER | POL_LOOK_LOOSE))
            return false;
        if (i == 0 && look & POL_LOOK_OPEN && !says_motions(source_of(split, line)->text))
            return false;
        says = says || says_motions(source_of(split, line)->text);
    }
    return says;
}

static bool collect(pol_splitter *split, pol_split_heading *made, size_t *ret_count)
{
    size_t count = 0;
    uint32_t last = 0;
    for (size_t i = 0; i < split->count && count < split->count; i++) {
        pol_split_heading own;
        if (!read_item(split, i, &own))
            continue;
        if (own.number.value != last + 1)
            return false;
        last = own.number.value;
        own.form = POL_SPLIT_NOUN;
        own.kind = POL_KIND_MOTION;
        own.is_chosen = own.has_prose = own.has_motion_text = true;
        made[count++] = own;
    }
    *ret_count = count;
    return count >= LEAST;
}

bool pol_split_choose_thats(pol_splitter *split)
{
    pol_split_heading *made = split->count <= LINES_MAX
                                  ? pol_arena_array(split->arena, split->count, sizeof *made)
                                  : NULL;
    size_t count = 0;
    if (split->count > LINES_MAX)
        return false;
    if (!made) {
        pol_splitter_refused(split, split->count * sizeof *made);
        return false;
    }
    if (!collect(split, made, &count) || !is_introduced(split, made[0].line))
        return false;
    split->headings = made;
    split->heading_count = count;
    return true;
}
