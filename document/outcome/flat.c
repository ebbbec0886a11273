/* flat.c - outcomes whose parts stand on lines of their own: a table that lost its
 * rows ("No" / "Title" / "Decision" / "3" / "Mugs" / "Carried"), and items with the decision
 * on the line below ("16 Mugs" / "CARRIED"). */
#include "document/outcome/find.h"
#include "document/words.h"

enum { CELL_BYTES_MAX = 200, HEADS_MIN = 2, BETWEEN_MAX = 2, RECORDS_MIN = 2, TERMS_MAX = 20 };

static bool is_short(const pol_line *line)
{
    return line->text.size <= CELL_BYTES_MAX;
}

/* ---- with heads --------------------------------------------------------------------------- */

/* The lines from `from` on that are names of columns; how many. */
static size_t read_heads(pol_finder *finder, size_t from, pol_outcome_heads *columns)
{
    const pol_text *text = finder->text;
    pol_outcome_row heads = {.line = from};
    while (heads.count < POL_OUTCOME_COLUMNS_MAX && from + heads.count < text->line_count) {
        const pol_line *line = &text->lines[from + heads.count];
        if (line->role == POL_LINE_HEADING ||
            pol_outcome_column_of(line->text) == POL_OUTCOME_COLUMN_NONE)
            break;
        heads.cells[heads.count++] = line->text;
    }
    return heads.count >= HEADS_MIN && pol_outcome_heads_read(&heads, columns) ? heads.count : 0;
}

/* Is the row complete: is what stands in its columns what the heads promise? */
static bool is_row(const pol_outcome_row *row, const pol_outcome_heads *heads,
                   pol_outcome_memory *memory)
{
    for (size_t i = 0; i < row->count; i++) {
        pol_outcome item = {0}, said = {0};
        bool is_number = pol_outcome_item(row->cells[i], &item, NULL) && item.number.data;
        if (heads->columns[i] == POL_OUTCOME_COLUMN_NUMBER && !is_number)
            return false;
        bool is_said = pol_outcome_words(row->cells[i], memory, &said);
        if ((int)i == heads->decisions ? !is_said && !pol_outcome_is_stance(row->cells[i]) : false)
            return false;
    }
    return true;
}

static size_t read_headed(pol_finder *finder, size_t from)
{
    const pol_text *text = finder->text;
    pol_outcome_heads heads;
    size_t width = read_heads(finder, from, &heads), at = from + width, first = finder->count;
    if (width == 0 || heads.decisions < 0)
        return from;
    bool has_mandate = false;
    while (at + width <= text->line_count) {
        pol_outcome_row row = {.line = at, .count = width};
        for (size_t i = 0; i < width; i++)
            row.cells[i] = is_short(&text->lines[at + i]) ? text->lines[at + i].text : POL_SPAN("");
        if (!is_row(&row, &heads, &finder->memory))
            break;
        has_mandate = has_mandate || pol_outcome_is_mandate(row.cells[heads.decisions]);
        pol_finder_add_row(finder, &row, &heads, row.cells[heads.decisions]);
        at += width;
    }
    if (has_mandate)
        finder->count = first;
    if (at == from + width)
        return from;
    memset(finder->uses + from, POL_OUTCOME_USE_CELL, at - from);
    return at;
}

/* ---- the decision below -------------------------------------------------------------------- */

/* An item with a number and nothing else, or its title behind it. */
static bool is_numbered(const pol_line *line)
{
    pol_outcome item = {0};
    return is_short(line) && pol_outcome_item(line->text, &item, NULL) && item.number.data;
}

/* Behind the last gap of a line: "For 212  Against 14      PASSED". */
static pol_span last_column(pol_span text)
{
    static const pol_span gap = {"  ", 2};
    size_t at = 0, next;
    while ((next = pol_span_find(text, gap, at)) != (size_t)-1)
        at = next + gap.size;
    return pol_span_trim(pol_span_from(text, at));
}

/* Is the line a decision, or figures and a decision behind a gap? */
static bool is_decision(const pol_line *line, pol_outcome_memory *memory, pol_outcome *said)
{
    *said = (pol_outcome){0};
    if (!is_short(line) || !pol_decision_may_hold(line->text) || is_numbered(line))
        return false;
    if (pol_decision_may_start(line->text) && pol_word_is_capital(line->text) &&
        pol_outcome_words(line->text, memory, said))
        return true;
    pol_span last = last_column(line->text);
    return last.data > line->text.data && pol_word_is_upper(pol_span_core(last)) &&
           pol_outcome_words(last, memory, said);
}

/* "Moved by North branch, seconded by South Region." */
static bool names_mover(pol_span text)
{
    return pol_word_is_any(pol_word_next(&text), "moved mover proposed proposer submitted seconded "
                                                 "seconder from");
}

/* The record at `from`: the index behind its decision, or `from`. */
static size_t record_end(const pol_finder *finder, size_t from, pol_outcome_memory *memory,
                         pol_outcome *said)
{
    const pol_text *text = finder->text;
    size_t end = from + 1;
    while (end < text->line_count && end <= from + 1 + BETWEEN_MAX &&
           !is_decision(&text->lines[end], memory, said))
        end++;
    if (end >= text->line_count || end > from + 1 + BETWEEN_MAX || !is_numbered(&text->lines[from]))
        return from;
    for (size_t at = from + 1; at < end; at++)
        if (is_numbered(&text->lines[at]) || !is_short(&text->lines[at]) ||
            (pol_ends_sentence(text->lines[at].text) && !names_mover(text->lines[at].text)))
            return from;
    return end + 1;
}

static void add_record(pol_finder *finder, size_t from, size_t end, pol_outcome *said)
{
    const pol_line *lines = finder->text->lines;
    pol_outcome item = {0}, below = {0};
    if (!pol_outcome_item(lines[from].text, &item, NULL))
        return;
    if (!item.title.data && end > from + 2 && pol_outcome_item(lines[from + 1].text, &below, NULL))
        item.title = below.title;
    said->kind = item.kind;
    said->number = item.number;
    said->title = item.title;
    size_t before = finder->count;
    if (said->kind != POL_KIND_AMENDMENT || !pol_outcome_is_acceptance(said->words))
        pol_finder_add(finder, said, from, lines[from].text, POL_OUTCOME_FORM_ROW);
    pol_hand_follow(finder, before, from, false);
    memset(finder->uses + from, POL_OUTCOME_USE_OUTCOME, end - from);
}

/* Where the run of records from `from` on ends; `from` where they may as well be headings
 * with what they govern: then a numbered item follows the last. */
static size_t run_end(pol_finder *finder, size_t from)
{
    const pol_text *text = finder->text;
    pol_outcome said;
    size_t at = from, records = 0;
    while (at < text->line_count) {
        size_t end = record_end(finder, at, &finder->memory, &said);
        if (end == at)
            break;
        bool is_apart =
            end < text->line_count && text->lines[end].blanks < text->lines[end - 1].blanks;
        if (is_apart && is_numbered(&text->lines[end]))
            break; /* the decision stands nearer to what follows */
        at = end;
        records++;
    }
    finder->flat_from = at; /* a run that is none is looked at once */
    bool goes_on = at < text->line_count && is_numbered(&text->lines[at]);
    return records >= RECORDS_MIN && !goes_on ? at : from;
}

/* Does an item stand right above, whose decision is not known? Then the first decision may be of
 * both, or of what follows it. */
static bool follows_item(const pol_finder *finder, size_t from)
{
    const pol_line *lines = finder->text->lines;
    return from > 0 && lines[from].blanks == 0 && is_numbered(&lines[from - 1]) &&
           finder->uses[from - 1] != POL_OUTCOME_USE_OUTCOME;
}

static size_t read_records(pol_finder *finder, size_t from)
{
    pol_outcome said;
    size_t end = finder->is_governed || follows_item(finder, from) || from < finder->flat_from
                     ? from
                     : run_end(finder, from);
    for (size_t at = from; at < end;) {
        size_t behind = record_end(finder, at, &finder->memory, &said);
        add_record(finder, at, behind, &said);
        at = behind;
    }
    return end;
}

static bool is_term(const pol_finder *finder, size_t index)
{
    const pol_line *line = &finder->text->lines[index];
    return index < finder->text->line_count && line->role == POL_LINE_CELL && line->row == 0 &&
           is_numbered(line);
}

/* Terms and their value: "Motion 16 Mugs" / "Motion 17 Tea" / "Not reached". */
static size_t read_pair(pol_finder *finder, size_t from)
{
    const pol_line *lines = finder->text->lines;
    size_t end = from;
    while (end < from + TERMS_MAX && end < finder->text->line_count && is_term(finder, end))
        end++;
    size_t terms = end;
    while (end > from && end < terms + BETWEEN_MAX && end + 1 < finder->text->line_count &&
           lines[end].role == POL_LINE_CELL && lines[end + 1].role == POL_LINE_CELL &&
           !is_term(finder, end + 1) && names_mover(lines[end].text))
        end++; /* who moved it, before what became of it */
    pol_outcome said = {0};
    bool is_pair = end > from && end < finder->text->line_count &&
                   lines[end].role == POL_LINE_CELL && is_short(&lines[end]) &&
                   pol_word_is_capital(lines[end].text) &&
                   pol_outcome_words_remarked(lines[end].text, &finder->memory, &said);
    if (!is_pair)
        return from;
    for (size_t at = from; at < terms; at++) {
        pol_outcome made = said;
        add_record(finder, at, at + 1, &made);
    }
    finder->uses[end] = POL_OUTCOME_USE_OUTCOME;
    return end + 1;
}

size_t pol_finder_flat(pol_finder *finder, size_t from)
{
    size_t end = read_headed(finder, from);
    bool is_cell = finder->text->lines[from].role == POL_LINE_CELL;
    if (end > from)
        return end;
    return is_cell ? read_pair(finder, from) : read_records(finder, from);
}
