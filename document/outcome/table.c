/* table.c - tables of decisions to outcomes, of cells that the markup gives. A table whose
 * heads name no decision gives nothing, unless a heading decides for its rows; one without heads
 * is read by what its columns hold. */
#include "document/outcome/find.h"
#include "document/words.h"

enum { ROWS_TO_INFER = 200 };

/* ---- cells of markup ---------------------------------------------------------------------- */

static bool is_cell(const pol_line *line)
{
    return line->role == POL_LINE_CELL && line->row > 0 && line->column > 0;
}

/* A further line of a cell is joined to the first. */
void pol_finder_add_text(pol_finder *finder, pol_span *cell, pol_span text)
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
size_t pol_finder_row(pol_finder *finder, size_t from, pol_outcome_row *row)
{
    const pol_line *lines = finder->text->lines;
    size_t at = from;
    *row = (pol_outcome_row){.line = from};
    for (; at < finder->text->line_count && is_cell(&lines[at]) && lines[at].row == lines[from].row;
         at++) {
        size_t column = lines[at].column;
        if (column > POL_OUTCOME_COLUMNS_MAX)
            continue;
        bool is_more = row->cells[column - 1].data && at > from && lines[at - 1].is_strong &&
                       !lines[at].is_strong && lines[at].column == lines[at - 1].column;
        if (!is_more) /* text under a title in bold */
            pol_finder_add_text(finder, &row->cells[column - 1], lines[at].text);
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

/* "1, 2 and 5" */
static bool is_list(pol_finder *finder, pol_span cell)
{
    pol_outcome items[POL_OUTCOME_LIST_MAX];
    return pol_outcome_list(&cell, false, &finder->memory, items) > 1 &&
           pol_word_count(cell, 1) == 0;
}

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
        else if ((is_item && item.number.data) || is_list(finder, cell))
            uses[i].numbers++;
        else
            uses[i].texts++;
    }
}

/* The decision may stand before the item: "Carried | 16 | Mugs". */
static bool infer_first(const column_use *uses, size_t rows, size_t decisions,
                        pol_outcome_heads *heads)
{
    bool is_first = decisions == 0 && uses[0].decisions * 2 > rows && uses[0].mandates == 0;
    if (!is_first)
        return decisions > 0;
    for (size_t i = 1; i < POL_OUTCOME_COLUMNS_MAX; i++)
        if (uses[i].decisions * 2 > rows)
            return false;
    heads->columns[0] = POL_OUTCOME_COLUMN_DECISION;
    heads->decisions = 0;
    return true;
}

/* The columns of a table without heads, by what they hold. False unless one holds decisions, or
 * each of several with numbers or titles before it. */
static bool infer_columns(pol_finder *finder, size_t from, size_t end, pol_outcome_heads *heads)
{
    column_use uses[POL_OUTCOME_COLUMNS_MAX] = {0};
    size_t rows = 0, decisions = 0, items = 0;
    *heads = (pol_outcome_heads){.count = POL_OUTCOME_COLUMNS_MAX, .decisions = -1};
    for (size_t at = from; at < end && rows < ROWS_TO_INFER; rows++) {
        pol_outcome_row row;
        at = pol_finder_row(finder, at, &row);
        look_at_row(finder, &row, uses);
    }
    bool has_number = false, has_title = false;
    for (size_t i = 0; i < POL_OUTCOME_COLUMNS_MAX; i++) {
        heads->columns[i] = POL_OUTCOME_COLUMN_OTHER;
        if (uses[i].decisions * 2 > rows && uses[i].mandates == 0 && (has_number || has_title)) {
            heads->columns[i] = POL_OUTCOME_COLUMN_DECISION;
            heads->decisions = heads->decisions < 0 ? (int)i : heads->decisions;
            decisions++;
            has_number = has_title = false; /* another table may stand beside */
        } else if (uses[i].numbers * 2 > rows && !has_number) {
            heads->columns[i] = POL_OUTCOME_COLUMN_ITEM;
            has_number = true;
            items++;
        } else if (uses[i].texts * 2 > rows && !has_title) {
            heads->columns[i] = POL_OUTCOME_COLUMN_TITLE;
            has_title = true;
            items++;
        }
    }
    return infer_first(uses, rows, decisions, heads) && items > 0;
}

/* Does a cell of the column show recommendations? */
static bool has_mandates(pol_finder *finder, size_t from, size_t end, int column)
{
    for (size_t at = from; at < end && column >= 0; at++) {
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
            pol_finder_add_text(finder, &text, row->cells[i]);
    return text;
}

/* A row of one cell: a conference, or a heading inside the table that may decide. */
static void read_lone_row(pol_finder *finder, const pol_outcome_row *row, pol_outcome_heads *heads)
{
    pol_span name, cell = pol_span_make(NULL, 0);
    int year;
    bool is_full;
    pol_outcome heading;
    for (size_t i = 0; i < row->count; i++)
        cell = row->cells[i].data ? row->cells[i] : cell;
    if (pol_outcome_conference(cell, finder->memory.arena, &name, &year)) {
        finder->conference_name = name;
        finder->year = year;
    }
    if (heads->decisions < 0)
        heads->heading = pol_outcome_heading(cell, &finder->memory, &heading, &is_full)
                             ? heading
                             : (pol_outcome){0};
}

/* Does a row of one cell decide for those under it? */
static bool has_headings(pol_finder *finder, size_t from, size_t end)
{
    pol_outcome_row row;
    while (from < end) {
        pol_outcome heading;
        bool is_full;
        from = pol_finder_row(finder, from, &row);
        for (size_t i = 0; i < row.count && row_cells(&row) == 1; i++)
            if (row.cells[i].data &&
                pol_outcome_heading(row.cells[i], &finder->memory, &heading, &is_full))
                return true;
    }
    return false;
}

/* The heads at `from`, or what they would be; false where the table decides nothing. *ret_at is
 * the first row behind them. */
static bool read_heads(pol_finder *finder, size_t from, size_t end, pol_outcome_heads *heads,
                       size_t *ret_at)
{
    pol_outcome_row row;
    *ret_at = pol_finder_row(finder, from, &row);
    if (row_cells(&row) == 1 && *ret_at < end) { /* a caption */
        *heads = (pol_outcome_heads){.decisions = -1};
        read_lone_row(finder, &row, heads);
        from = *ret_at;
        *ret_at = pol_finder_row(finder, from, &row);
    }
    if (!pol_outcome_heads_read(&row, heads)) {
        if (pol_finder_records(finder, from, end))
            return false; /* they are read */
        *ret_at = from;
        return infer_columns(finder, from, end, heads);
    }
    pol_finder_govern(finder, heads);
    return pol_outcome_heads_decide(heads) || has_headings(finder, from, end);
}

static size_t read_cells(pol_finder *finder, size_t from)
{
    const pol_line *lines = finder->text->lines;
    size_t end = from, at;
    pol_outcome_heads heads, again;
    pol_outcome_row row;
    while (end < finder->text->line_count && is_cell(&lines[end]))
        finder->uses[end++] = POL_OUTCOME_USE_CELL;
    if (!read_heads(finder, from, end, &heads, &at) ||
        has_mandates(finder, at, end, heads.decisions))
        return end;
    while (at < end) {
        at = pol_finder_row(finder, at, &row);
        row.count = row.count < heads.count ? row.count : heads.count;
        if (row_cells(&row) == 1 && !heads.is_matrix)
            read_lone_row(finder, &row, &heads);
        else if (heads.names[0].data && pol_outcome_heads_read(&row, &again) &&
                 again.decisions == heads.decisions)
            heads = again; /* heads of the next table */
        else
            pol_finder_add_row(finder, &row, &heads, row_text(finder, &row));
    }
    return end;
}

void pol_finder_govern(const pol_finder *finder, pol_outcome_heads *heads)
{
    if (finder->is_governed && !pol_outcome_heads_decide(heads))
        heads->heading = finder->heading;
}

size_t pol_finder_table(pol_finder *finder, size_t from)
{
    const pol_line *line = &finder->text->lines[from];
    if (is_cell(line))
        return read_cells(finder, from);
    return line->text.size <= POL_OUTCOME_LINE_MAX ? pol_finder_typed(finder, from) : from;
}
