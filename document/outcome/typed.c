/* typed.c - tables typed with spaces or bars to outcomes: heads on one line, and each row
 * on one or on several, under which its cells go on. */
#include "document/outcome/find.h"
#include "document/words.h"

enum { ROWS_TO_INFER = 200, GAP = 2, WRAPPED_MAX = 6 };

/* A typed row, and where each cell starts on the line. */
typedef struct typed_row {
    pol_outcome_row row;
    size_t starts[POL_OUTCOME_COLUMNS_MAX];
    bool has_bars;
} typed_row;

static void add_cell(typed_row *typed, pol_span line, size_t from, size_t to, uint32_t indent)
{
    if (typed->row.count == POL_OUTCOME_COLUMNS_MAX)
        return;
    typed->starts[typed->row.count] = indent + pol_span_columns(pol_span_first(line, from));
    pol_span cell = pol_span_trim(pol_span_make(line.data + from, to - from));
    typed->row.cells[typed->row.count++] = cell.size > 0 ? cell : pol_span_make(NULL, 0);
}

/* "|3 |Mugs |Carried|" */
static void cut_at_bars(typed_row *typed, pol_span line, uint32_t indent)
{
    while (line.size > 0 && line.data[line.size - 1] == ' ')
        line.size--;
    size_t from = line.data[0] == '|', end = line.size - (line.data[line.size - 1] == '|');
    for (size_t at = from; at <= end && from <= end; at++)
        if (at == end || line.data[at] == '|') {
            add_cell(typed, line, from, at, indent);
            from = at + 1;
        }
}

/* "3   Mugs   Carried": cut at two spaces or more. */
static void cut_at_gaps(typed_row *typed, pol_span line, uint32_t indent)
{
    size_t from = 0;
    for (size_t at = 0; at <= line.size; at++) {
        size_t gap = 0;
        while (at + gap < line.size && line.data[at + gap] == ' ')
            gap++;
        if (at == line.size || gap >= GAP) {
            add_cell(typed, line, from, at, indent);
            from = at + gap;
        }
        at += gap > 0 ? gap - 1 : 0;
    }
}

static bool cut_line(const pol_line *line, size_t index, typed_row *typed)
{
    *typed = (typed_row){.row.line = index};
    if (line->role == POL_LINE_CELL || line->text.size > POL_OUTCOME_LINE_MAX)
        return false;
    size_t bars = 0;
    for (size_t i = 0; i < line->text.size; i++)
        bars += line->text.data[i] == '|';
    typed->has_bars = bars >= 2 || (bars == 1 && line->text.data[0] != '|');
    if (typed->has_bars)
        cut_at_bars(typed, line->text, line->indent);
    else
        cut_at_gaps(typed, line->text, line->indent);
    return typed->row.count >= 2;
}

/* "|---|---|", "==== ====": a rule under the heads. */
static bool is_rule(pol_span text)
{
    return pol_word_count(text, 1) == 0;
}

/* The head that a cell starting in this column of the page stands under. */
static size_t nearest_head(const typed_row *heads, size_t start)
{
    size_t nearest = 0, best = (size_t)-1;
    for (size_t i = 0; i < heads->row.count; i++) {
        size_t a = heads->starts[i];
        size_t distance = a > start ? a - start : start - a;
        if (distance < best) {
            best = distance;
            nearest = i;
        }
    }
    return nearest;
}

/* Adds the row's cells under the heads that they stand nearest to; two cells may be one. */
static void align(pol_finder *finder, const typed_row *heads, const typed_row *typed,
                  pol_outcome_row *row)
{
    row->count = heads->row.count;
    for (size_t i = 0; i < typed->row.count; i++) {
        size_t column = typed->has_bars ? i : nearest_head(heads, typed->starts[i]);
        if (column < row->count && typed->row.cells[i].data)
            pol_finder_add_text(finder, &row->cells[column], typed->row.cells[i]);
    }
}

/* Does the line go on the row that starts at `first`? */
static bool is_wrapped(const pol_finder *finder, const typed_row *heads, size_t first, size_t at)
{
    const pol_line *line = &finder->text->lines[at];
    if (at >= finder->text->line_count || at > first + WRAPPED_MAX || line->blanks > 0 ||
        heads->has_bars || line->text.size > POL_OUTCOME_LINE_MAX || is_rule(line->text))
        return false;
    return line->indent > finder->text->lines[first].indent + 1 &&
           !pol_outcome_starts_item(line->text) && !pol_finder_starts_item(line->text);
}

/* The row that starts at `*at`, with the lines it goes on; `*at` goes behind. False where the
 * lines are no row. */
static bool read_row(pol_finder *finder, const typed_row *heads, size_t *at, pol_outcome_row *row)
{
    size_t first = *at;
    typed_row typed;
    *row = (pol_outcome_row){.line = first};
    if (!cut_line(&finder->text->lines[first], first, &typed) &&
        !is_wrapped(finder, heads, first, first + 1))
        return false;
    align(finder, heads, &typed, row);
    for (*at = first + 1; is_wrapped(finder, heads, first, *at); (*at)++) {
        cut_line(&finder->text->lines[*at], *at, &typed);
        align(finder, heads, &typed, row);
    }
    return true;
}

/* Do the rows from `at` on show that the column holds recommendations? */
static bool has_mandates(pol_finder *finder, const typed_row *heads, size_t at, int column)
{
    for (size_t rows = 0; at < finder->text->line_count && rows < ROWS_TO_INFER; rows++) {
        pol_outcome_row row;
        if (is_rule(finder->text->lines[at].text)) {
            at++;
            continue;
        }
        if (!read_row(finder, heads, &at, &row))
            return false;
        if ((size_t)column < row.count && row.cells[column].data &&
            pol_outcome_is_mandate(row.cells[column]))
            return true;
    }
    return false;
}

/* "Late items" between the rows: a heading of those below. */
static bool is_subheading(pol_finder *finder, const typed_row *heads, size_t at)
{
    enum { WORDS_MAX = 6 };
    const pol_text *text = finder->text;
    typed_row typed, below;
    pol_outcome item = {0};
    if (at + 1 >= text->line_count || cut_line(&text->lines[at], at, &typed) ||
        pol_word_count(text->lines[at].text, WORDS_MAX + 1) > WORDS_MAX ||
        pol_ends_in(text->lines[at].text, ".;,") || !cut_line(&text->lines[at + 1], at + 1, &below))
        return false;
    return below.row.count > 1 && below.row.count <= heads->row.count + 1 &&
           pol_outcome_item(below.row.cells[0], &item, NULL) && item.number.data;
}

size_t pol_finder_typed(pol_finder *finder, size_t from)
{
    const pol_text *text = finder->text;
    typed_row heads;
    pol_outcome_heads columns;
    if (!cut_line(&text->lines[from], from, &heads) ||
        !pol_outcome_heads_read(&heads.row, &columns))
        return from;
    pol_finder_govern(finder, &columns);
    bool decides =
        pol_outcome_heads_decide(&columns) &&
        (columns.decisions < 0 || !has_mandates(finder, &heads, from + 1, columns.decisions));
    size_t at = from + 1;
    while (at < text->line_count) {
        pol_outcome_row row;
        size_t here = at;
        if (is_rule(text->lines[at].text)) {
            at++;
            continue;
        }
        typed_row again;
        pol_outcome_heads same;
        if (cut_line(&text->lines[at], at, &again) && pol_outcome_heads_read(&again.row, &same)) {
            heads = again; /* of the next page */
            at++;
            continue;
        }
        if (is_subheading(finder, &heads, at)) {
            pol_finder_note_section(finder, text->lines[at].text);
            at++;
            continue;
        }
        if (!read_row(finder, &heads, &at, &row))
            break;
        if (decides)
            pol_finder_add_row(finder, &row, &columns, text->lines[here].text);
    }
    memset(finder->uses + from, POL_OUTCOME_USE_CELL, at - from);
    return at;
}
