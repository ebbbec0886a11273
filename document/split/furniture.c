/* furniture.c - which lines are the page's, and no item's: running heads, feet, page
 * numbers, times of day, what is printed again under each motion. */
#include "document/split/state.h"

enum { FURNITURE_BYTES = 120, REPEATS = 3 };

/* "Page 3", "Page 3 of 20", "- 3 -", "3 | Page". */
static bool is_page_number(pol_span text, bool *ret_is_bare)
{
    pol_span rest = text, word;
    bool has_page = false, has_number = false;
    int words = 0;
    if (pol_ends_in(text, ";,:") || pol_word_year(text))
        return false;
    if (pol_ends_in(text, ".)]:") && text.data[0] >= '0' && text.data[0] <= '9')
        return false; /* "12.": a label */
    for (; (word = pol_word_next(&rest)).data; words++) {
        if (words > 4)
            return false;
        bool is_number = word.data[0] >= '0' && word.data[0] <= '9' && word.size <= 4 &&
                         word.data[word.size - 1] <= '9' && !memchr(word.data, '.', word.size);
        if (pol_word_is_any(word, "page p pg"))
            has_page = true;
        else if (is_number)
            has_number = true;
        else if (!pol_word_is_any(word, "of"))
            return false;
    }
    *ret_is_bare = !has_page;
    return has_number && (has_page || words == 1);
}

/* "14 comments", "Add new comment", "Read more": what a site prints under each page it lists. */
static bool is_of_site(pol_span text)
{
    enum { WORDS = 3 };
    pol_span rest = text, first = pol_word_next(&rest), last = pol_word_last(text);
    bool is_count = first.size > 0 && first.data[0] >= '0' && first.data[0] <= '9';
    return pol_word_count(text, WORDS + 1) <= WORDS &&
           ((pol_word_is_any(last, "comment comments replies") &&
             (is_count || pol_word_is_any(first, "add post leave no new"))) ||
            pol_words_equal(text, "read more") || pol_words_equal(text, "permalink"));
}

/* A running head names the conference, the paper or the page. */
static bool names_paper(pol_span text)
{
    static const char words[] =
        "conference congress agenda agm agms booklet report motions resolutions page assembly "
        "convention minutes composites guide paper annual www preliminary final proceedings "
        "conference's delegate";
    pol_span word;
    while ((word = pol_word_next(&text)).data)
        if (pol_word_is_any(word, words) || pol_word_year(word))
            return true;
    return false;
}

static uint64_t hash_shape(pol_span text)
{
    uint64_t hash = 1469598103934665603ull;
    bool was_digit = false;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        bool is_digit = c >= '0' && c <= '9';
        if (c == ' ' || (is_digit && was_digit))
            continue;
        was_digit = is_digit;
        if (is_digit)
            c = '#';
        else if (c >= 'A' && c <= 'Z')
            c |= 0x20;
        hash = (hash ^ c) * 1099511628211ull;
    }
    return hash ? hash : 1;
}

/* May the line be a running head: short, and nothing that a motion repeats, too? */
static bool may_be_furniture(pol_splitter *split, size_t line)
{
    const pol_line *source = &split->text->lines[line];
    pol_split_heading heading;
    size_t colon = pol_span_find(source->text, POL_SPAN(":"), 0);
    bool is_labelled = colon != (size_t)-1 && colon > 0 && /* "Ref: 2031/07" */
                       pol_split_field_of(pol_span_first(source->text, colon)) != POL_FIELD_NONE;
    if (source->marker.size > 0 || source->role == POL_LINE_CELL || is_labelled ||
        !names_paper(source->text))
        return false;
    if (pol_split_look(split, line) &
        (POL_LOOK_DECISION | POL_LOOK_OPENER | POL_LOOK_OPEN | POL_LOOK_EDIT | POL_LOOK_ADVICE |
         POL_LOOK_POINT | POL_LOOK_PARENTS))
        return false;
    return !(pol_split_heading_parse(source->text, &heading) && heading.form == POL_SPLIT_NOUN);
}

typedef struct shape {
    uint64_t hash;
    uint32_t count;
    uint32_t first; /* line */
} shape;

static shape *find_shape(shape *shapes, size_t mask, uint64_t hash)
{
    size_t at = (size_t)hash & mask;
    while (shapes[at].hash != 0 && shapes[at].hash != hash)
        at = (at + 1) & mask;
    return &shapes[at];
}

static bool is_short(const pol_splitter *split, size_t line)
{
    size_t size = split->text->lines[line].text.size;
    return size > 2 && size <= FURNITURE_BYTES;
}

/* Beside a page number, a rule between them or not: twice is enough of it. */
static bool stands_at_page_end(const pol_splitter *split, size_t line)
{
    enum { NEAR = 2 };
    size_t from = line > NEAR ? line - NEAR : 0;
    for (size_t i = from; i < split->count && i <= line + NEAR; i++) {
        pol_span text = split->text->lines[i].text;
        if (i != line && split->is_furniture[i] && text.data[text.size - 1] >= '0' &&
            text.data[text.size - 1] <= '9')
            return true;
    }
    return false;
}

/* Printed under each motion, to be ticked: what recurs word for word is no part of any. */
static bool is_printed_again(pol_splitter *split, size_t line)
{
    enum {
        BYTES = 24,
        OWN = POL_LOOK_MOVER | POL_LOOK_DECISION | POL_LOOK_OPENER | POL_LOOK_LOOSE |
              POL_LOOK_EDIT | POL_LOOK_ADVICE | POL_LOOK_POINT | POL_LOOK_PARENTS
    };
    const pol_line *source = &split->text->lines[line];
    pol_split_heading heading;
    return source->text.size >= BYTES &&
           pol_span_find(source->text, POL_SPAN(": "), 0) == (size_t)-1 &&
           source->role != POL_LINE_CELL && source->marker.size == 0 &&
           !(pol_split_look(split, line) & OWN) && !pol_split_is_name(source->text) &&
           !pol_split_heading_parse(source->text, &heading);
}

/* "Conference Motion 3": it names the conference, and is no running head. */
static bool is_numbered_noun(const pol_splitter *split, size_t line)
{
    pol_split_heading heading;
    bool is_heading = pol_split_heading_parse(split->text->lines[line].text, &heading);
    bool is_amendment =
        is_heading && heading.kind == POL_KIND_AMENDMENT && heading.parts.target.data;
    return is_amendment ||
           (is_heading && heading.form == POL_SPLIT_NOUN && heading.number.printed.data);
}

/* "2013/11:N-01 MOTION" right over the text of one: its number tells it from the others. */
static bool is_counted_head(pol_splitter *split, size_t line)
{
    enum { BELOW = 3 };
    pol_span text = split->text->lines[line].text;
    bool has_digit = false, has_noun = false;
    for (size_t i = 0; i < text.size; i++)
        has_digit = has_digit || (text.data[i] >= '0' && text.data[i] <= '9');
    for (pol_span rest = text, word; (word = pol_word_next(&rest)).data;)
        has_noun = has_noun || pol_word_is_any(word, "motion resolution proposition remit");
    for (size_t i = line + 1; has_digit && has_noun && i < split->count && i <= line + BELOW; i++) {
        uint32_t look = pol_split_look(split, i);
        if (look & (POL_LOOK_OPENER | POL_LOOK_EDIT))
            return split->text->lines[i].blanks > 0 || look & POL_LOOK_OPENER;
        if (look & POL_LOOK_PROSE)
            return false;
    }
    return false;
}

/* What stands there three times and names the paper is its running head. */
static void mark_repeats(pol_splitter *split)
{
    enum { SHAPES_MAX = 1 << 18 };
    size_t size = 16, used = 0;
    while (size < 2 * split->count && size < SHAPES_MAX)
        size *= 2;
    shape *shapes = pol_arena_array(split->arena, size, sizeof *shapes);
    if (!shapes) {
        pol_splitter_refused(split, size * sizeof *shapes);
        return;
    }
    for (size_t i = 0; i < split->count; i++) {
        if (!is_short(split, i))
            continue;
        uint64_t hash = hash_shape(split->text->lines[i].text);
        shape *found = find_shape(shapes, size - 1, hash);
        if (found->hash == 0 && ++used > size / 2)
            break; /* what was not seen by then is no running head */
        found->first = found->hash ? found->first : (uint32_t)i;
        found->hash = hash;
        found->count += 1 + stands_at_page_end(split, i);
    }
    for (size_t i = 0; i < size; i++)
        if (shapes[i].count < REPEATS ||
            !(may_be_furniture(split, shapes[i].first) || is_printed_again(split, shapes[i].first)))
            shapes[i].count = 0;
    for (size_t i = 0; i < split->count; i++)
        if (is_short(split, i) &&
            find_shape(shapes, size - 1, hash_shape(split->text->lines[i].text))->count &&
            !is_numbered_noun(split, i) && !is_counted_head(split, i))
            split->is_furniture[i] = true;
}

/* "-----", "* * *": no letter and no digit. */
static bool is_ornament(pol_span text)
{
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
            return false;
        if (c >= 0x80 && !(c == 0xE2 || (i > 0 && (c & 0xC0) == 0x80)))
            return false; /* a letter; dashes and boxes start with E2 */
    }
    return true;
}

/* A number alone is a page's where the pages have no other mark, or where the next line
 * goes on as text. */
static bool is_bare_page_number(pol_splitter *split, size_t line)
{
    const pol_line *lines = split->text->lines;
    if (lines[line].role == POL_LINE_CELL || lines[line].role == POL_LINE_HEADING ||
        lines[line].is_strong)
        return false;
    size_t next = line + 1;
    bool is_underlined = next < split->count && lines[next].blanks == 0 &&
                         lines[next].text.size == lines[line].text.size;
    if (next < split->count && lines[line].blanks > 0 && is_ornament(lines[next].text) &&
        !is_underlined)
        return true;
    if (next >= split->count || (lines[line].page && lines[next].page != lines[line].page))
        return true;
    if (line > 0 && lines[line].page && lines[line - 1].page != lines[line].page)
        return true;
    pol_split_heading heading;
    pol_span number = pol_split_unbracket(lines[line].text);
    if (!pol_split_number_parse(number, false, &heading.number, &heading.rest) ||
        (pol_split_heading_parse(lines[next].text, &heading) &&
         (heading.form == POL_SPLIT_NOUN || heading.rest.size > 0)))
        return true; /* "- 3 -", or the next heading has its own number */
    uint32_t above = line > 0 ? pol_split_look(split, line - 1) : 0;
    return !pol_split_is_noun_alone(line > 0 ? lines[line - 1].text : POL_SPAN(""),
                                    &(uint8_t){0}) &&
           (pol_split_look(split, next) & POL_LOOK_PROSE ||
            (above & POL_LOOK_PROSE && !pol_ends_sentence(lines[line - 1].text)));
}

/* "9.00 a.m. - 1.00 p.m.", "09.40 – 10.45": when, and nothing else. */
static bool is_time(pol_span text)
{
    size_t numbers = 0;
    bool has_dot = false;
    pol_span word;
    for (size_t i = 1; i + 2 < text.size; i++) /* "1.1" is a number */
        has_dot = has_dot ||
                  (strchr(".:", text.data[i]) && text.data[i - 1] >= '0' &&
                   text.data[i - 1] <= '9' && text.data[i + 1] >= '0' && text.data[i + 1] <= '5' &&
                   text.data[i + 2] >= '0' && text.data[i + 2] <= '9');
    while ((word = pol_word_next(&text)).data) {
        if (word.data[0] >= '0' && word.data[0] <= '9')
            numbers++;
        else if (!pol_word_is_any(word, "am pm a m p to noon midday"))
            return false;
    }
    return numbers >= 2 && has_dot;
}

static bool is_known_or_number(pol_span word)
{
    return word.size < 2 || (word.data[0] >= '0' && word.data[0] <= '9') ||
           pol_word_is_any(word, "motion composite amendment on next page overleaf over from "
                                 "previous emergency");
}

/* "(continued)", "continued overleaf", "Motion 12 (continued)": the same item goes on. */
static bool is_continuation(pol_span text)
{
    pol_span rest = pol_span_core(text), word;
    bool has_word = false;
    for (int words = 0; (word = pol_word_next(&rest)).data; words++) {
        if (pol_word_is_any(word, "continued contd cont'd continues cont"))
            has_word = true;
        else if (words > 4 || !is_known_or_number(word))
            return false;
    }
    return has_word;
}

/* The labels over the columns of a table, which is printed again on each page. */
bool pol_split_is_label(pol_span text)
{
    static const char *const labels[] = {"no",
                                         "number",
                                         "motion",
                                         "motion no",
                                         "motion number",
                                         "title",
                                         "submitted by",
                                         "moved by",
                                         "mover",
                                         "proposer",
                                         "text",
                                         "text of motion",
                                         "decision",
                                         "status",
                                         "result",
                                         "outcome",
                                         "page",
                                         "subject",
                                         "branch",
                                         "proposed by",
                                         "recommendation",
                                         "policy",
                                         "ec recommendation",
                                         "nec recommendation",
                                         "nec policy",
                                         "from",
                                         "ref",
                                         "motion title",
                                         "conference decision",
                                         "body",
                                         "submitting body",
                                         "proposing body",
                                         "motion text",
                                         "id",
                                         "executive position",
                                         "position",
                                         "seconder",
                                         "region",
                                         "item",
                                         "topic",
                                         "heading"};
    text = pol_span_core(text);
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (pol_words_equal(text, labels[i]))
            return true;
    return false;
}

static void mark_label_rows(pol_splitter *split)
{
    enum { COLUMNS_LEAST = 3 };
    for (size_t i = 0; i < split->count;) {
        size_t end = i;
        while (end < split->count && split->text->lines[end].role == POL_LINE_CELL &&
               split->text->lines[end].text.size <= FURNITURE_BYTES &&
               pol_split_is_label(split->text->lines[end].text))
            end++;
        for (size_t k = i; k < end && end - i >= COLUMNS_LEAST; k++)
            split->is_furniture[k] = true;
        i = end + 1;
    }
}

/* ---- numbers on lines of their own: an item's, or a page's ---- */

/* "[11]", "(1)", "11)", "2031/07", "EC/4": a number with something around it, and nothing else. */
static bool is_lone_code(const pol_line *line)
{
    enum { BYTES = 16 };
    pol_span text = line->text, rest;
    pol_split_number number;
    if (text.size < 2 || text.size > BYTES || line->role == POL_LINE_CELL)
        return false;
    pol_span after = text, word = pol_word_next(&after); /* "Paper 7" */
    if (word.data == text.data && word.size > 3 && pol_word_is_capital(word) &&
        pol_split_number_parse(pol_span_trim(after), false, &number, &rest) && rest.size == 0 &&
        !pol_word_is(word, "page"))
        return true;
    bool is_marked = strchr("[(#", text.data[0]) || strchr(")]", text.data[text.size - 1]);
    while (text.size > 1 && strchr("[(# ", text.data[0]))
        text = pol_span_from(text, 1);
    if (!pol_split_number_parse(text, false, &number, &rest) || pol_span_core(rest).size > 0)
        return false;
    return is_marked || number.letters || number.printed.size > 4;
}

/* Does the text of a motion start within a few lines? */
static bool is_over_start(pol_splitter *split, size_t line)
{
    enum { BELOW = 4 };
    for (size_t i = line + 1; i < split->count && i <= line + BELOW; i++) {
        uint32_t look = pol_split_look(split, i);
        if (look & (POL_LOOK_OPENER | POL_LOOK_LOOSE | POL_LOOK_EDIT))
            return true;
        if (look & POL_LOOK_PROSE)
            return false;
    }
    return false;
}

/* Most of them stand over motions: then none is a page's. */
static bool are_lone_codes_items(pol_splitter *split)
{
    enum { LEAST = 3 };
    size_t codes = 0, over = 0;
    for (size_t i = 0; i < split->count; i++)
        if (is_lone_code(&split->text->lines[i])) {
            bool is_loud = split->text->lines[i].role == POL_LINE_HEADING ||
                           split->text->lines[i].is_strong; /* as no page's number is */
            codes++;
            over += is_loud || is_over_start(split, i);
        }
    return codes >= LEAST && over * 10 >= codes * 6;
}

/* "12" right under a title and over a motion's text; 0 where it is none. */
static uint32_t number_under_title(pol_splitter *split, size_t line)
{
    enum { DIGITS = 3 };
    const pol_line *own = &split->text->lines[line], *over = own - 1;
    pol_span rest;
    pol_split_number number;
    if (line == 0 || own->text.size > DIGITS || own->role == POL_LINE_CELL ||
        !pol_split_number_parse(own->text, false, &number, &rest) || number.letters ||
        pol_span_core(rest).size > 0)
        return 0;
    bool is_tied = own->role == POL_LINE_PLAIN ? own->blanks == 0 && over->blanks > 0
                                               : over->is_strong || over->role == POL_LINE_HEADING;
    uint32_t look = pol_split_look(split, line - 1);
    return is_tied && pol_word_is_capital(pol_span_core(over->text)) &&
                   !(look & (POL_LOOK_PROSE | POL_LOOK_OPEN)) && is_over_start(split, line)
               ? number.value
               : 0;
}

/* Such numbers that count up are the items', and no page's. */
static void keep_numbers_under_titles(pol_splitter *split)
{
    enum { LEAST = 3 };
    size_t found = 0, steps = 0;
    uint32_t last = 0, value;
    for (size_t i = 0; i < split->count; i++)
        if ((value = number_under_title(split, i)) > 0) {
            found++;
            steps += found > 1 && value == last + 1;
            last = value;
        }
    for (size_t i = 0; i < split->count && found >= LEAST && steps * 10 >= (found - 1) * 7; i++)
        if (number_under_title(split, i) > 0)
            split->is_furniture[i] = split->is_furniture[i - 1] = false;
}

/* "12" behind a blank line and right over the opener of a text; 0 where it is none. */
static uint32_t number_over_text(pol_splitter *split, size_t line)
{
    enum { DIGITS = 3 };
    const pol_line *own = &split->text->lines[line], *under = own + 1;
    pol_split_number number;
    pol_span rest;
    if (line + 1 >= split->count || own->text.size > DIGITS || own->role != POL_LINE_PLAIN ||
        (line > 0 && own->blanks == 0) || under->blanks > 0 || under->role != POL_LINE_PLAIN ||
        !pol_split_number_parse(own->text, false, &number, &rest) || number.letters ||
        pol_span_core(rest).size > 0)
        return 0;
    return pol_split_look(split, line + 1) & POL_LOOK_OPENER &&
                   pol_word_is_capital(pol_span_core(under->text))
               ? number.value
               : 0;
}

/* Such numbers that count up from 1, nearer to each other than the numbers of pages are. */
static void keep_numbers_over_texts(pol_splitter *split)
{
    enum { LEAST = 4, NEAR = 14 };
    size_t found = 0, steps = 0, last_line = 0;
    uint32_t last = 0, value;
    for (size_t i = 0; i < split->count; i++)
        if ((value = number_over_text(split, i)) > 0) {
            found++;
            steps += value == last + 1 && (found == 1 || i - last_line <= NEAR);
            last = value;
            last_line = i;
        }
    for (size_t i = 0; i < split->count && found >= LEAST && steps * 10 >= found * 9; i++)
        if (number_over_text(split, i) > 0)
            split->is_furniture[i] = false;
}

void pol_split_mark_furniture(pol_splitter *split)
{
    enum { NUMBER_BYTES = 24, CONTINUATION_BYTES = 60 };
    for (size_t i = 0; i < split->count; i++) {
        pol_span text = split->text->lines[i].text;
        bool is_bare;
        if (split->is_furniture[i])
            continue;
        if (text.size < NUMBER_BYTES && is_page_number(text, &is_bare))
            split->is_furniture[i] = !is_bare || is_bare_page_number(split, i);
        else if (text.size < NUMBER_BYTES && is_of_site(text))
            split->is_furniture[i] = split->text->lines[i].role != POL_LINE_CELL;
        else if (text.size < FURNITURE_BYTES && (is_ornament(text) || is_time(text)))
            split->is_furniture[i] = split->text->lines[i].role != POL_LINE_CELL;
        else if (text.size < CONTINUATION_BYTES &&
                 pol_span_find_fold(text, POL_SPAN("cont"), 0) != (size_t)-1)
            split->is_furniture[i] = is_continuation(text);
    }
    mark_label_rows(split);
    mark_repeats(split);
    keep_numbers_under_titles(split);
    keep_numbers_over_texts(split);
    bool are_items = are_lone_codes_items(split);
    for (size_t i = 0; i < split->count && are_items; i++)
        if (is_lone_code(&split->text->lines[i]))
            split->is_furniture[i] = false;
}

size_t pol_split_next(const pol_splitter *split, size_t line)
{
    while (line < split->count && split->is_furniture[line])
        line++;
    return line;
}

pol_span pol_split_join(pol_splitter *split, size_t from, size_t end)
{
    size_t size = 0, at = 0;
    for (size_t i = from; i < end; i++)
        size += split->text->lines[i].text.size + 1;
    char *made = size <= 4 * POL_SPLIT_LINE_BYTES ? pol_arena_alloc(split->arena, size) : NULL;
    if (!made)
        return pol_span_make(NULL, 0);
    for (size_t i = from; i < end; i++) {
        pol_span text = split->text->lines[i].text;
        memcpy(made + at, text.data, text.size);
        at += text.size;
        made[at++] = ' ';
    }
    return pol_span_trim(pol_span_make(made, size));
}

size_t pol_split_previous(const pol_splitter *split, size_t line)
{
    while (line > 0)
        if (!split->is_furniture[--line])
            return line;
    return POL_SPLIT_NOWHERE;
}
