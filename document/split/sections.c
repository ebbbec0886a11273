/* sections.c - headings of sections that count: "PART TWO: MOTIONS", "III.  LATE AMENDMENTS",
 * "AGENDA ITEM 4. RULES". They end the item above them and are none. Times of day that an order
 * paper prints in its margin are taken off the lines. */
#include "document/split/items.h"

enum { SECTION_BYTES = 120, LINES_MAX = 60000, VALUES = 64 };

static const pol_line *source_of(const pol_splitter *split, size_t line)
{
    return &split->text->lines[line];
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* What the number of the section says, and how it is written: 1 behind a word, 2 in Roman. */
static uint32_t read_section(pol_splitter *split, size_t line, int *ret_way)
{
    const pol_line *source = source_of(split, line);
    pol_span text = split->printed[line].text, rest = text, word = pol_word_next(&rest);
    pol_split_number number;
    pol_split_numeral numeral;
    if (text.size > SECTION_BYTES || source->role == POL_LINE_CELL ||
        source->role == POL_LINE_ITEM || source->is_quoted ||
        (source->blanks == 0 && source->role == POL_LINE_PLAIN && line > 0) ||
        pol_ends_in(text, ".;,") || !(pol_split_look(split, line) & POL_LOOK_SHOUT))
        return 0;
    *ret_way = 1;
    if (pol_word_is(word, "agenda"))
        word = pol_word_next(&rest);
    if (pol_word_is_any(word, "part section session item")) {
        rest = pol_span_trim(rest);
        if (pol_split_number_parse(rest, true, &number, &text) && number.value > 0)
            return number.value;
        return pol_split_read_numeral(rest, 0, &numeral) ? numeral.value : 0;
    }
    *ret_way = 2;
    bool is_roman = word.size > 0;
    for (size_t i = 0; i < word.size; i++)
        is_roman = is_roman && strchr("IVX", word.data[i]);
    return is_roman && word.data == text.data && pol_split_letter_parse(text, &number, &rest)
               ? number.value
               : 0;
}

/* Which numbers the sections of the file have, found once. */
static void find_values(pol_splitter *split)
{
    split->has_sections = true;
    for (size_t i = 0; i < split->count && split->count <= LINES_MAX; i++) {
        int way = 0;
        uint32_t value = read_section(split, i, &way);
        if (value > 0 && value < VALUES)
            split->sections[way - 1] |= 1ull << value;
    }
}

bool pol_split_is_counted_section(pol_splitter *split, size_t line)
{
    int way = 0;
    uint32_t value = split->count <= LINES_MAX ? read_section(split, line, &way) : 0;
    if (value == 0 || value >= VALUES)
        return false;
    if (!split->has_sections)
        find_values(split);
    uint64_t beside = 1ull << (value - 1) | (value + 1 < VALUES ? 1ull << (value + 1) : 0);
    return (split->sections[way - 1] & beside) != 0;
}

/* "Part 2. Emergency motions", "Section B: Late business": in small letters, right over the next
 * item, or with a word for what stands under it. */
static bool is_quiet_section(pol_splitter *split, const pol_split_item *item, size_t line)
{
    static const char things[] = "motions resolutions amendments composites emergency late "
                                 "statements statement business rules proposals propositions";
    const pol_line *source = source_of(split, line);
    pol_span text = source->text, rest = text, word = pol_word_next(&rest), after;
    pol_split_number number;
    size_t next = pol_split_next(split, line + 1);
    if (text.size > SECTION_BYTES || !pol_word_is_any(word, "part section session") ||
        !pol_word_is_capital(word) || source->role == POL_LINE_CELL || source->is_quoted ||
        (source->blanks == 0 && source->role == POL_LINE_PLAIN) || pol_ends_in(text, ".;,:") ||
        !pol_split_number_parse(pol_span_trim(rest), true, &number, &after) ||
        (after.size > 0 && !strchr(".:)-", after.data[0]) && (after.data[0] & 0x80) == 0 &&
         !pol_span_starts(after, POL_SPAN(" -")) && !pol_span_starts(after, POL_SPAN(" \u2013"))) ||
        pol_split_look(split, line) & POL_LOOK_EDIT ||
        (next < split->count && source_of(split, next)->blanks == 0 &&
         source_of(split, next)->role == POL_LINE_PLAIN))
        return false;
    while ((word = pol_word_next(&after)).data)
        if (pol_word_is_any(word, things))
            return true;
    return next >= item->end;
}

size_t pol_split_find_section(pol_splitter *split, const pol_split_item *item)
{
    for (size_t i = item->heading->end_line; i < item->end; i++)
        if (!split->is_furniture[i] && !split->fields[i] &&
            (pol_split_is_counted_section(split, i) || is_quiet_section(split, item, i)))
            return i;
    return item->end;
}

/* ---- times in the margin ---- */

/* "11.45   4.  The budget": what stands behind the time; absent. */
static pol_span behind_time(pol_span text)
{
    size_t at = 0;
    pol_span none = {NULL, 0};
    while (at < text.size && at < 3 && is_digit(text.data[at]))
        at++;
    bool is_time = at >= 1 && at <= 2 && at + 2 < text.size && strchr(".:", text.data[at]) &&
                   is_digit(text.data[at + 1]) && is_digit(text.data[at + 2]) &&
                   text.data[at + 1] < '6';
    pol_span behind = is_time ? pol_span_from(text, at + 3) : none;
    size_t gap = 0;
    while (gap < behind.size && behind.data[gap] == ' ')
        gap++;
    bool is_apart =
        gap >= 2 || (gap == 1 && behind.size > 1 && pol_word_is_capital(pol_span_from(behind, 1)) &&
                     !is_digit(behind.data[1]));
    return is_apart && gap < behind.size ? pol_span_from(behind, gap) : none;
}

/* The same of a line that is no entry of a timetable, where the next one has a time, too. */
static pol_span timed(const pol_splitter *split, size_t line)
{
    pol_span none = {NULL, 0};
    const pol_line *own = source_of(split, line), *next = own + 1;
    bool is_entry =
        (line + 1 < split->count && next->blanks == 0 &&
         behind_time(split->printed[line + 1].text).data) ||
        (line > 0 && own->blanks == 0 && behind_time(split->printed[line - 1].text).data);
    pol_span behind =
        own->role == POL_LINE_PLAIN && own->marker.size == 0 ? behind_time(own->text) : none;
    pol_split_heading heading;
    bool is_item = is_entry && behind.data && behind.size <= SECTION_BYTES &&
                   pol_split_heading_parse(behind, &heading) && heading.form == POL_SPLIT_NOUN &&
                   heading.number.value > 0;
    return is_entry && !is_item ? none : behind;
}

/* Do they count up one by one, "12.01", "12.02", "12.03"? Nothing is timed so. */
void pol_split_find_decimals(pol_splitter *split)
{
    enum { LEAST = 3 };
    uint32_t last = 0;
    size_t steps = 0, others = 0;
    for (size_t i = 0; i < split->count && i < LINES_MAX; i++) {
        pol_span text = split->text->lines[i].text;
        if (!behind_time(text).data)
            continue;
        uint32_t value = 0;
        for (size_t k = 0; k < 5 && (is_digit(text.data[k]) || strchr(".:", text.data[k])); k++)
            if (is_digit(text.data[k]))
                value = value * 10 + (uint32_t)(text.data[k] - '0');
        steps += value == last + 1;
        others += value != last + 1;
        last = value;
    }
    split->has_decimals = steps >= LEAST && steps > 2 * others;
}

void pol_split_drop_times(pol_splitter *split)
{
    enum { LEAST = 3 };
    size_t found = 0;
    if (split->has_decimals)
        return;
    for (size_t i = 0; i < split->count; i++)
        found += timed(split, i).data != NULL;
    if (found < LEAST)
        return;
    pol_line *printed = pol_arena_array(split->arena, split->count, sizeof *printed);
    if (!printed) {
        pol_splitter_refused(split, split->count * sizeof *printed);
        return;
    }
    memcpy(printed, split->printed, split->count * sizeof *printed);
    for (size_t i = 0; i < split->count; i++) {
        pol_line *line = &split->lines[i];
        pol_span behind = timed(split, i);
        if (!behind.data)
            continue;
        line->indent += (uint32_t)(behind.data - line->text.data);
        line->text = behind;
        printed[i] = *line;
        pol_split_heading heading; /* what no item starts with is an entry of the timetable */
        split->looks[i] =
            line->text.size <= SECTION_BYTES && pol_word_is_capital(line->text) &&
                    !pol_ends_in(line->text, ".;,:") &&
                    !(pol_split_heading_parse(line->text, &heading) && heading.number.printed.data)
                ? POL_LOOK_KNOWN | POL_LOOK_TIMED
                : 0;
    }
    split->printed = printed;
}
