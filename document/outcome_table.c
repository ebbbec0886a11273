/* outcome_table.c - tables of decisions to outcomes: cells that the markup gives, and columns
 * typed with spaces or bars. A table whose heads name no decision gives nothing; one without
 * heads is read where exactly one of its columns holds decisions. */
#include "document/outcome_find.h"
#include "document/words.h"

enum { ROWS_TO_INFER = 200, GAP = 2 };

/* ---- cells of markup ---------------------------------------------------------------------- */

static bool is_cell(const pol_line *line)
{
    return line->role == POL_LINE_CELL && line->row > 0 && line->column > 0;
}

/* A further line of a cell is joined to the first. */
static void add_text(pol_finder *finder, pol_span *cell, pol_span text)
{
    if (!cell->data) {
        *cell = text;
        return;
    }
    size_t size = cell->size + 1 + text.size;
    char *made = size <= POL_OUTCOME_LINE_MAX ? pol_outcome_alloc(&finder->memory, size) : NULL;
    if (!made)
        return;
    memcpy(made, cell->data, cell->size);
    made[cell->size] = ' ';
    memcpy(made + cell->size + 1, text.data, text.size);
    *cell = pol_span_make(made, size);
}

/* The row that starts at `from`; returns the index behind it. */
static size_t read_row(pol_finder *finder, size_t from, pol_outcome_row *row)
{
    const pol_line *lines = finder->text->lines;
    size_t at = from;
    *row = (pol_outcome_row){.line = from};
    for (; at < finder->text->line_count && is_cell(&lines[at]) && lines[at].row == lines[from].row;
         at++) {
        size_t column = lines[at].column;
        if (column > POL_OUTCOME_COLUMNS_MAX)
            continue;
        add_text(finder, &row->cells[column - 1], lines[at].text);
        row->count = column > row->count ? column : row->count;
    }
    return at;
}

static size_t row_cells(const pol_outcome_row *row)
{
    size_t count = 0;
    for (size_t i = 0; i < row->count; i++)
        count += row->cells[i].data != NULL;
    return count;
}

/* What was seen in the columns of a table without heads. */
typedef struct column_use {
    size_t decisions, mandates, numbers, texts;
} column_use;

static void look_at_row(pol_finder *finder, const pol_outcome_row *row, column_use *uses)
{
    for (size_t i = 0; i < row->count; i++) {
        pol_outcome item = {0}, said = {0};
        pol_span cell = row->cells[i];
        if (!cell.data)
            continue;
        bool is_item = pol_outcome_item(cell, &item, NULL);
        if (pol_outcome_words(cell, &finder->memory, &said))
            uses[i].decisions++;
        else if (pol_outcome_is_mandate(cell))
            uses[i].mandates++;
        else if (is_item && item.number.data)
            uses[i].numbers++;
        else
            uses[i].texts++;
    }
}

/* The columns of a table without heads, by what they hold. False unless exactly one holds
 * decisions and another numbers or titles. */
static bool infer_columns(pol_finder *finder, size_t from, size_t end,
                          pol_outcome_column columns[POL_OUTCOME_COLUMNS_MAX])
{
    column_use uses[POL_OUTCOME_COLUMNS_MAX] = {0};
    size_t rows = 0, decisions = 0;
    bool has_number = false, has_title = false;
    for (size_t at = from; at < end && rows < ROWS_TO_INFER; rows++) {
        pol_outcome_row row;
        at = read_row(finder, at, &row);
        look_at_row(finder, &row, uses);
    }
    for (size_t i = 0; i < POL_OUTCOME_COLUMNS_MAX; i++) {
        columns[i] = POL_OUTCOME_COLUMN_OTHER;
        if (uses[i].decisions * 2 > rows && uses[i].mandates == 0) {
            columns[i] = POL_OUTCOME_COLUMN_DECISION;
            decisions++;
        } else if (uses[i].numbers * 2 > rows && !has_number) {
            columns[i] = POL_OUTCOME_COLUMN_ITEM;
            has_number = true;
        } else if (uses[i].texts * 2 > rows && !has_title) {
            columns[i] = POL_OUTCOME_COLUMN_TITLE;
            has_title = true;
        }
    }
    return decisions == 1 && (has_number || has_title);
}

/* Does a cell of the column show recommendations? */
static bool has_mandates(pol_finder *finder, size_t from, size_t end, int column)
{
    for (size_t at = from; at < end; at++) {
        const pol_line *line = &finder->text->lines[at];
        if (line->column == column + 1 && pol_outcome_is_mandate(line->text))
            return true;
    }
    return false;
}

static pol_span row_text(pol_finder *finder, const pol_outcome_row *row)
{
    pol_span text = pol_span_make(NULL, 0);
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].data)
            add_text(finder, &text, row->cells[i]);
    return text;
}

/* A row of one cell: a conference, or a heading inside the table. */
static void read_lone_row(pol_finder *finder, const pol_outcome_row *row)
{
    pol_span name;
    int year;
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].data &&
            pol_outcome_conference(row->cells[i], finder->memory.arena, &name, &year)) {
            finder->conference_name = name;
            finder->year = year;
        }
}

static size_t read_cells(pol_finder *finder, size_t from)
{
    const pol_line *lines = finder->text->lines;
    size_t end = from;
    pol_outcome_column columns[POL_OUTCOME_COLUMNS_MAX];
    pol_outcome_row row;
    while (end < finder->text->line_count && is_cell(&lines[end]))
        finder->uses[end++] = POL_OUTCOME_USE_CELL;
    size_t at = read_row(finder, from, &row);
    bool has_heads = pol_outcome_columns(&row, columns);
    size_t width = row.count;
    if (!has_heads) {
        at = from;
        width = POL_OUTCOME_COLUMNS_MAX;
        if (!infer_columns(finder, from, end, columns))
            return end;
    }
    int decisions = pol_outcome_decisions(columns, width);
    if (decisions < 0 || has_mandates(finder, at, end, decisions))
        return end;
    while (at < end) {
        at = read_row(finder, at, &row);
        row.count = row.count < width ? row.count : width;
        pol_outcome made;
        pol_outcome_column again[POL_OUTCOME_COLUMNS_MAX];
        if (row_cells(&row) == 1)
            read_lone_row(finder, &row);
        else if (has_heads && pol_outcome_columns(&row, again) &&
                 pol_outcome_decisions(again, row.count) == decisions)
            memcpy(columns, again, row.count * sizeof *columns); /* heads of the next table */
        else if (pol_outcome_row_read(&row, columns, decisions, &finder->memory, &made))
            pol_finder_add(finder, &made, row.line, row_text(finder, &row), POL_OUTCOME_FORM_ROW);
    }
    return end;
}

/* ---- typed columns -------------------------------------------------------------------------- */

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

/* The row's cells under the heads that they stand nearest to. */
static void align(const typed_row *heads, const typed_row *typed, pol_outcome_row *ret_row)
{
    if (typed->has_bars || typed->row.count == heads->row.count) {
        *ret_row = typed->row;
        return;
    }
    *ret_row = (pol_outcome_row){.line = typed->row.line, .count = heads->row.count};
    for (size_t i = 0; i < typed->row.count; i++) {
        size_t nearest = 0, best = (size_t)-1;
        for (size_t k = 0; k < heads->row.count; k++) {
            size_t a = heads->starts[k], b = typed->starts[i];
            size_t distance = a > b ? a - b : b - a;
            if (distance < best) {
                best = distance;
                nearest = k;
            }
        }
        ret_row->cells[nearest] = typed->row.cells[i];
    }
}

/* The lines that go on a title or a decision of the row above. */
static size_t add_wrapped(pol_finder *finder, const typed_row *heads, size_t at,
                          pol_outcome_row *row)
{
    const pol_text *text = finder->text;
    typed_row typed;
    for (; at < text->line_count && text->lines[at].blanks == 0; at++) {
        bool is_first = text->lines[at].indent < heads->starts[heads->row.count > 1 ? 1 : 0];
        if (is_first || text->lines[at].text.size > POL_OUTCOME_LINE_MAX ||
            is_rule(text->lines[at].text) || heads->has_bars)
            return at;
        pol_outcome_row below;
        if (cut_line(&text->lines[at], at, &typed) && typed.row.count == heads->row.count)
            return at;
        align(heads, &typed, &below);
        for (size_t i = 0; i < below.count; i++)
            if (below.cells[i].data)
                add_text(finder, &row->cells[i], below.cells[i]);
        finder->uses[at] = POL_OUTCOME_USE_CELL;
    }
    return at;
}

/* Do the rows from `at` on show that the column holds recommendations? */
static bool has_typed_mandates(pol_finder *finder, const typed_row *heads, size_t at, int decisions)
{
    const pol_text *text = finder->text;
    typed_row typed;
    for (size_t rows = 0; at < text->line_count && rows < ROWS_TO_INFER; at++, rows++) {
        pol_outcome_row row;
        if (is_rule(text->lines[at].text))
            continue;
        if (!cut_line(&text->lines[at], at, &typed))
            return false;
        align(heads, &typed, &row);
        if ((size_t)decisions < row.count && row.cells[decisions].data &&
            pol_outcome_is_mandate(row.cells[decisions]))
            return true;
    }
    return false;
}

static size_t read_typed(pol_finder *finder, size_t from)
{
    const pol_text *text = finder->text;
    typed_row heads, typed;
    pol_outcome_column columns[POL_OUTCOME_COLUMNS_MAX];
    if (!cut_line(&text->lines[from], from, &heads) || !pol_outcome_columns(&heads.row, columns))
        return from;
    int decisions = pol_outcome_decisions(columns, heads.row.count);
    if (decisions >= 0 && has_typed_mandates(finder, &heads, from + 1, decisions))
        decisions = -1;
    finder->uses[from] = POL_OUTCOME_USE_CELL;
    size_t at = from + 1;
    while (at < text->line_count) {
        pol_outcome_row row;
        pol_outcome made;
        size_t here = at;
        bool is_row = cut_line(&text->lines[at], at, &typed);
        if (!is_row && !is_rule(text->lines[at].text))
            break;
        finder->uses[at++] = POL_OUTCOME_USE_CELL;
        if (!is_row || is_rule(text->lines[here].text))
            continue;
        align(&heads, &typed, &row);
        at = add_wrapped(finder, &heads, at, &row);
        if (pol_outcome_row_read(&row, columns, decisions, &finder->memory, &made))
            pol_finder_add(finder, &made, here, text->lines[here].text, POL_OUTCOME_FORM_ROW);
    }
    return at;
}

size_t pol_finder_table(pol_finder *finder, size_t from)
{
    const pol_line *line = &finder->text->lines[from];
    if (is_cell(line))
        return read_cells(finder, from);
    return line->text.size <= POL_OUTCOME_LINE_MAX ? read_typed(finder, from) : from;
}
