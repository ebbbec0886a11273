/* sources.c - what a composite was made of, in lines under its heading: "Made out of:
 * motions 2, 3 and 11", or one motion to a line, with a label over them or without. */
#include "document/split/items.h"

enum { LIST_LINES = 16, LINE_WORDS = 16, LABEL_WORDS = 7 };

static const pol_line *source_of(const pol_splitter *split, size_t line)
{
    return &split->text->lines[line];
}

/* The number of a line that names a motion, and may say whose it is: "Motion 4 (Ashby)", "8.
 * Upton"; `needs_noun`: a number alone is none. */
static bool read_named(pol_splitter *split, size_t line, bool needs_noun, pol_span *ret_number)
{
    pol_span text = pol_split_printed(split, line), rest, after;
    pol_split_noun noun;
    pol_split_number number;
    if (text.size > POL_SPLIT_LINE_BYTES || pol_word_count(text, LINE_WORDS + 1) > LINE_WORDS ||
        pol_split_look(split, line) & (POL_LOOK_OPENER | POL_LOOK_LOOSE | POL_LOOK_EDIT))
        return false;
    while (text.size > 0 && strchr("-*(", text.data[0]))
        text = pol_span_trim(pol_span_from(text, 1));
    bool has_noun = pol_split_noun_read(text, &noun, &rest) && !(noun.flags & POL_NOUN_WEAK);
    if ((needs_noun && !has_noun) ||
        !pol_split_number_parse(has_noun ? pol_span_trim(rest) : text, has_noun, &number, &after) ||
        number.value == 0)
        return false;
    *ret_number = number.printed;
    return after.size == 0 || strchr(" .,;:()-", after.data[0]) || (after.data[0] & 0x80);
}

/* "Composite of:", "Made up of": says that motions follow. */
static bool is_label(pol_span text)
{
    pol_span rest = text, word = pol_word_next(&rest);
    return text.size <= POL_SPLIT_LINE_BYTES &&
           pol_word_count(text, LABEL_WORDS + 1) <= LABEL_WORDS &&
           (pol_ends_in(text, ":") || pol_word_is_any(pol_word_last(text), "of from by motions")) &&
           pol_word_is_any(word, "composite composited covering covers replaces replacing made "
                                 "drawn formed built sources source comprising combines "
                                 "incorporates incorporating merges merging original based from");
}

/* How many lines from `line` on name a motion each; `ret_end` is behind them. */
static size_t count_named(pol_splitter *split, size_t line, bool needs_noun, pol_span *numbers,
                          size_t *ret_end)
{
    size_t count = 0;
    for (; line < split->count && count < LIST_LINES; line = pol_split_next(split, line + 1)) {
        if (!read_named(split, line, needs_noun, &numbers[count]))
            break;
        count++;
        *ret_end = line + 1;
    }
    return count;
}

/* "4, 8, 12". */
static pol_span join(pol_splitter *split, const pol_span *numbers, size_t count)
{
    size_t size = 0, at = 0;
    for (size_t i = 0; i < count; i++)
        size += numbers[i].size + 2;
    char *made = pol_arena_alloc(split->arena, size + 1);
    if (!made) {
        pol_splitter_refused(split, size + 1);
        return pol_span_make(NULL, 0);
    }
    for (size_t i = 0; i < count; i++) {
        memcpy(made + at, numbers[i].data, numbers[i].size);
        at += numbers[i].size;
        memcpy(made + at, ", ", 2);
        at += 2;
    }
    return pol_span_make(made, at - 2);
}

/* The lines of a list under `line`, which is its label or its first entry. */
static bool take_list(pol_splitter *split, pol_split_item *item, size_t line)
{
    enum { LEAST = 2 };
    pol_span numbers[LIST_LINES];
    bool has_label = is_label(source_of(split, line)->text);
    size_t first = has_label ? pol_split_next(split, line + 1) : line, end = first;
    if (item->kind != POL_KIND_COMPOSITE && !has_label)
        return false;
    size_t count = count_named(split, first, !has_label, numbers, &end);
    if (count < LEAST || end > item->end)
        return false;
    item->parents = join(split, numbers, count);
    item->parents_line = (uint32_t)line;
    for (size_t i = line; i < end; i++)
        split->is_furniture[i] = true;
    return true;
}

/* ---- numbers amid any words ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_in_word(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

/* "A12", "4": the number that starts at `at`; absent where it is a year, a sum or a share. */
static pol_span number_at(pol_span text, size_t at)
{
    enum { LETTERS = 3, DIGITS = 3 };
    pol_span none = {NULL, 0};
    size_t end = at, digits = 0;
    if (at > 0 && (is_in_word(text.data[at - 1]) || strchr(".$", text.data[at - 1])))
        return none;
    while (end < text.size && text.data[end] >= 'A' && text.data[end] <= 'Z')
        end++;
    if (end - at > LETTERS)
        return none;
    for (; end < text.size && is_digit(text.data[end]); end++)
        digits++;
    bool goes_on =
        end < text.size &&
        (is_in_word(text.data[end]) || text.data[end] == '%' ||
         (strchr(".:,-", text.data[end]) && end + 1 < text.size && is_digit(text.data[end + 1])));
    return digits > 0 && digits <= DIGITS && !goes_on ? pol_span_make(text.data + at, end - at)
                                                      : none;
}

static size_t find_numbers(pol_span text, pol_span *numbers, size_t capacity)
{
    size_t count = 0;
    for (size_t at = 0; at < text.size && count < capacity;) {
        pol_span number = number_at(text, at);
        if (number.data)
            numbers[count++] = number;
        at += number.data ? number.size : 1;
    }
    return count;
}

/* "Parents: 4, 9", "Ashby (4), Upton (9)": under the title of a composite a short line with several
 * numbers, before its text. */
static bool take_numbers(pol_splitter *split, pol_split_item *item, size_t line)
{
    enum {
        LEAST = 2,
        OTHERS = POL_LOOK_EDIT | POL_LOOK_DECISION | POL_LOOK_ADVICE | POL_LOOK_POINT
    };
    pol_span numbers[LIST_LINES], text = source_of(split, line)->text, rest = text, word;
    size_t below = pol_split_next(split, line + 1);
    bool has_noun = false;
    if (item->kind != POL_KIND_COMPOSITE || !item->title.size || below >= item->end ||
        source_of(split, line)->role == POL_LINE_HEADING || text.size > POL_SPLIT_LINE_BYTES ||
        pol_word_count(text, LINE_WORDS + 1) > LINE_WORDS || pol_split_look(split, line) & OTHERS)
        return false;
    while ((word = pol_word_next(&rest)).data)
        has_noun = has_noun || pol_word_is_any(word, "motions resolutions");
    bool is_apart =
        source_of(split, below)->blanks > 0 || source_of(split, below)->role != POL_LINE_PLAIN ||
        pol_split_look(split, below) & (POL_LOOK_OPENER | POL_LOOK_LOOSE | POL_LOOK_MOVER);
    size_t count = find_numbers(text, numbers, LIST_LINES);
    if (!is_apart || count < LEAST || (pol_split_look(split, line) & POL_LOOK_MOVER && !has_noun))
        return false;
    item->parents = join(split, numbers, count);
    item->parents_line = (uint32_t)line;
    split->is_furniture[line] = true;
    return true;
}

bool pol_split_take_sources(pol_splitter *split, pol_split_item *item, size_t line)
{
    pol_span numbers[POL_SPLIT_PARENTS_MAX], text = source_of(split, line)->text;
    if (item->kind == POL_KIND_AMENDMENT || item->parents.data ||
        pol_split_look(split, line) & (POL_LOOK_OPENER | POL_LOOK_LOOSE | POL_LOOK_PARENTS))
        return false;
    if (take_list(split, item, line))
        return true;
    pol_span rest = text;
    bool may_be_text = item->kind != POL_KIND_COMPOSITE &&
                       pol_word_is_any(pol_word_next(&rest), "motions motion resolutions from");
    if (may_be_text || pol_split_find_parents(text, numbers, POL_SPLIT_PARENTS_MAX) == 0)
        return take_numbers(split, item, line);
    item->parents = text;
    item->parents_line = (uint32_t)line;
    split->is_furniture[line] = true;
    return true;
}

/* Those that stand one to a line right under a composite's heading are no headings of their own. */
void pol_split_drop_sources(pol_splitter *split)
{
    enum { LEAST = 2, TITLES = 3 };
    pol_span numbers[LIST_LINES];
    size_t kept = 0, until = 0;
    for (size_t i = 0; i < split->heading_count; i++) {
        const pol_split_heading heading = split->headings[i];
        if (heading.line < until && heading.kind == POL_KIND_MOTION)
            continue;
        split->headings[kept++] = heading;
        if (heading.kind != POL_KIND_COMPOSITE || heading.inline_text.data)
            continue;
        size_t line = pol_split_next(split, heading.end_line), end = line;
        for (int k = 0; k < TITLES && line < split->count; k++) {
            bool has_label = is_label(source_of(split, line)->text);
            size_t first = has_label ? pol_split_next(split, line + 1) : line;
            if (count_named(split, first, !has_label, numbers, &end) >= LEAST) {
                until = end;
                break;
            }
            if (pol_split_look(split, line) & POL_LOOK_PROSE)
                break;
            line = pol_split_next(split, line + 1);
        }
    }
    split->heading_count = kept;
}
