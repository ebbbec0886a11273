/* paragraphs.c - telling wrapped lines from lines that are paragraphs.
 *
 * An editor that wraps puts a word on the next line only when it does not fit: so, in a
 * wrapped text, a line and the first word of the next are together wider than the
 * widest line. Where that holds for most neighbours, and lines go on in small letters,
 * the text is wrapped. */
#include "document/recognise/paragraphs.h"

#include "document/numbering.h"
#include "document/openers.h"

enum {
    WIDTH_MAX = 132, /* columns: wider lines were not wrapped by hand or by mail */
    WIDTH_MIN = 40,
    SLACK = 8,      /* an editor may break a little earlier */
    SPLIT_MIN = 40, /* shorter lines are not halves of a sentence */
    PARAGRAPHS_MAX = 200000
};

static bool starts_small(pol_span text)
{
    return text.size > 0 && text.data[0] >= 'a' && text.data[0] <= 'z';
}

static bool has_label(const pol_rec_line *line)
{
    pol_label label;
    return line->label.data || (pol_label_parse(line->text, &label) && !label.is_weak);
}

static bool is_plain(const pol_rec_line *line)
{
    return line->source->role == POL_LINE_PLAIN;
}

/* Would the first word of `next` have fitted behind `line`? */
static bool is_full(const pol_rec_line *line, const pol_rec_line *next, size_t width)
{
    size_t word = 0;
    while (word < next->text.size && next->text.data[word] != ' ')
        word++;
    size_t columns = line->source->indent + pol_span_columns(line->text);
    return columns + 1 + pol_span_columns(pol_span_first(next->text, word)) + SLACK > width;
}

/* The widest line, the few widest of all left out; 0 if many are too wide. */
static size_t widest(const pol_recognition *rec)
{
    size_t histogram[WIDTH_MAX + 1] = {0}, total = 0, wide = 0;
    for (size_t i = 0; i < rec->count; i++) {
        if (rec->lines[i].use != POL_USE_BODY)
            continue;
        size_t columns = rec->lines[i].source->indent + pol_span_columns(rec->lines[i].text);
        total++;
        if (columns > WIDTH_MAX)
            wide++;
        else
            histogram[columns]++;
    }
    if (total == 0 || wide * 10 > total)
        return 0;
    size_t width = WIDTH_MAX;
    while (width > 0 && histogram[width] == 0)
        width--;
    return width >= WIDTH_MIN ? width : 0;
}

/* The width a wrapped text has; 0 for one that is not. Neighbours without a blank between
 * them are counted: how many, how many go on in small letters, and of how many the
 * first line was full. */
static size_t find_wrap(const pol_recognition *rec)
{
    size_t width = widest(rec);
    if (rec->text->is_markup || width == 0)
        return 0;
    size_t pairs = 0, full = 0, small = 0;
    for (size_t i = 0; i + 1 < rec->count; i++) {
        const pol_rec_line *line = &rec->lines[i], *next = &rec->lines[i + 1];
        if (line->use != POL_USE_BODY || next->use != POL_USE_BODY || !is_plain(next) ||
            next->source->blanks > 0 || has_label(next))
            continue;
        bool goes_on = starts_small(next->text);
        bool fills = is_full(line, next, width);
        pairs++;
        full += fills;
        small += goes_on && fills;
    }
    bool is_wrapped = pairs > 0 && full * 10 >= pairs * 6 && small * 4 >= full && small > 0;
    return is_wrapped ? width : 0;
}

static bool ends_open(pol_span text)
{
    char last = text.size ? text.data[text.size - 1] : '\0';
    return (last >= 'a' && last <= 'z') || last == ',' || last == '-' ||
           (unsigned char)last >= 0x80;
}

/* A sentence that was cut, by a new line or a blank one: the first half stops in the
 * midst, the second goes on in small letters, and it is no list without marks. */
static bool is_cut_sentence(const pol_paragraph *above, const pol_rec_line *line, bool in_list)
{
    if (in_list || above->is_heading || above->text.size < SPLIT_MIN || !starts_small(line->text) ||
        has_label(line) || !ends_open(above->text))
        return false;
    return !pol_word_is_any(pol_word_last(above->text), "to that following and or");
}

static bool joins(size_t width, const pol_paragraph *above, const pol_rec_line *last,
                  const pol_rec_line *line, bool in_list)
{
    if (line->section != above->section || line->label.data ||
        line->decision != POL_DECISION_NONE || line->source->role == POL_LINE_HEADING ||
        line->source->role == POL_LINE_CELL)
        return false;
    if (line->source->blanks == 0 && width > 0 && is_plain(line) && !has_label(line)) {
        char mark = pol_last_mark(last->text);
        bool is_new = mark == ':' && !starts_small(line->text) && !is_full(last, line, width);
        if (pol_ends_sentence(last->text) && pol_opener_of(line->text).subject >= POL_SUBJECT_BODY)
            return false;
        return !is_new && (is_full(last, line, width) ||
                           (starts_small(line->text) && !pol_ends_sentence(last->text)));
    }
    return line->source->blanks <= 1 && is_cut_sentence(above, line, in_list);
}

/* "condi-" over "tions": what a word that was cut goes on with, and no word starts with.
 * Other hyphens at the end of a line may be the word's own. */
static bool is_cut_word(pol_span line)
{
    return pol_word_is_any(pol_word_next(&line),
                           "tion tions sion sions ment ments ing ings ness nesses ity ities "
                           "ance ances ence ences able ible ably ibly tive tives ture tures "
                           "tional ational ation ations tial cial cially tially ers ed "
                           "ernment ernments ployment ployers ployer ployees ployee");
}

/* Appends `line` to a text that grows in a buffer of its own. */
static void append(char *buffer, size_t *size, pol_span line)
{
    bool is_hyphen = *size > 1 && buffer[*size - 1] == '-' && buffer[*size - 2] != ' ';
    if (is_hyphen && is_cut_word(line))
        --*size;
    if (*size > 0 && !is_hyphen)
        buffer[(*size)++] = ' ';
    memcpy(buffer + *size, line.data, line.size);
    *size += line.size;
}

static void start(pol_paragraph *paragraph, const pol_rec_line *line)
{
    *paragraph = (pol_paragraph){
        .text = line->text,
        .marker = line->label,
        .line = line->source->number,
        .page = line->source->page,
        .level = line->source->role == POL_LINE_ITEM ? line->source->level : 0,
        .section = line->section,
        .decision = line->decision,
        .is_heading = line->source->role == POL_LINE_HEADING,
        .has_opener = line->has_opener,
        .opener_subject = line->opener_subject,
        .opener_clause = line->opener_clause,
    };
}

static size_t body_bytes(const pol_recognition *rec, size_t *ret_lines)
{
    size_t bytes = 0;
    *ret_lines = 0;
    for (size_t i = 0; i < rec->count; i++)
        if (rec->lines[i].use == POL_USE_BODY) {
            bytes += rec->lines[i].text.size + 1;
            ++*ret_lines;
        }
    return bytes;
}

/* Is a list without marks running: does a small-letter line stand under a lead? */
static bool is_bare_list(const pol_paragraph *above, bool was_list)
{
    return pol_last_mark(above->text) == ':' || (was_list && starts_small(above->text));
}

/* "1)campaign for training" / blank / "places" / "2)lobby": the rest of a point that a
 * blank line cut in two, known by the next label. */
static bool is_cut_point(const pol_recognition *rec, const pol_paragraph *above, size_t index)
{
    const pol_rec_line *line = &rec->lines[index];
    size_t next = pol_rec_next(rec, index + 1);
    pol_label label, following;
    char last = above->text.size ? above->text.data[above->text.size - 1] : '\0';
    return next < rec->count && last >= 'a' && last <= 'z' && starts_small(line->text) &&
           !has_label(line) && is_plain(line) && line->source->blanks <= 1 &&
           pol_label_parse(above->text, &label) && !label.is_weak &&
           label.style != POL_NUMBERING_BULLET &&
           pol_label_parse(rec->lines[next].text, &following) &&
           pol_label_follows(&label, &following);
}

static size_t fill(pol_recognition *rec, pol_paragraph *paragraphs, size_t most, char *buffer)
{
    size_t width = find_wrap(rec);
    size_t count = 0, size = 0;
    const pol_rec_line *last = NULL;
    bool in_list = false;
    for (size_t i = pol_rec_next(rec, 0); i < rec->count; i = pol_rec_next(rec, i + 1)) {
        const pol_rec_line *line = &rec->lines[i];
        pol_paragraph *above = count > 0 ? &paragraphs[count - 1] : NULL;
        if (above && (count == most || joins(width, above, last, line, in_list) ||
                      is_cut_point(rec, above, i))) {
            append(buffer, &size, line->text);
            above->text.size = (size_t)(buffer + size - above->text.data);
            above->has_opener = false;
        } else {
            buffer += size;
            size = 0;
            append(buffer, &size, line->text);
            in_list = above && is_bare_list(above, in_list);
            start(&paragraphs[count], line);
            paragraphs[count++].text = pol_span_make(buffer, size);
        }
        last = line;
    }
    return count;
}

pol_paragraph *pol_paragraphs_make(pol_recognition *rec, size_t *ret_count)
{
    size_t lines, bytes = body_bytes(rec, &lines);
    *ret_count = 0;
    if (lines == 0)
        return NULL;
    size_t most = lines < PARAGRAPHS_MAX ? lines : PARAGRAPHS_MAX;
    pol_paragraph *paragraphs = pol_arena_array(rec->arena, most, sizeof *paragraphs);
    char *buffer = pol_arena_alloc(rec->arena, bytes + 1);
    if (!paragraphs || !buffer) {
        pol_rec_refused(rec, bytes + 1 + most * sizeof *paragraphs);
        return NULL;
    }
    if (lines > most)
        pol_rec_doubt(rec, "text", 0,
                      "more paragraphs than are told apart: the last holds the rest");
    *ret_count = pol_paragraphs_drop_repeats(paragraphs, fill(rec, paragraphs, most, buffer));
    return paragraphs;
}
