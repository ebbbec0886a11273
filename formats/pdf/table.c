/* table.c - fragments of a table to cells: columns by the white between them, rows by
 * the lines that go over all of it. */
#include <math.h>

#include "document/text.h"
#include "formats/pdf/rows.h"

enum { BINS = 512, COLUMNS_MAX = 24 };

/* Heights of a line. A number in the middle beside two lines of a title overlaps both. */
static const double overlap = -0.25;

/* Where the columns of a table end: fragment whose middle is left of ends[i] is in column i. */
typedef struct columns {
    double ends[COLUMNS_MAX];
    size_t count;
    double x1, scale; /* bins a point */
} columns;

static size_t bin_of(const columns *c, double x)
{
    double bin = (x - c->x1) * c->scale;
    return bin <= 0 ? 0 : bin >= BINS - 1 ? BINS - 1 : (size_t)bin;
}

/* White strips that next to no fragment touches. */
static void find_columns(const pol_pdf_fragment *fragments, size_t count, columns *ret)
{
    columns made = {.x1 = INFINITY};
    double right = -INFINITY, size = 0;
    for (size_t i = 0; i < count; i++) {
        made.x1 = fmin(made.x1, fragments[i].x1);
        right = fmax(right, fragments[i].x2);
        size = fmax(size, fragments[i].size);
    }
    made.scale = right > made.x1 ? BINS / (right - made.x1) : 1;
    size_t covered[BINS + 1] = {0};
    for (size_t i = 0; i < count; i++)
        for (size_t b = bin_of(&made, fragments[i].x1); b <= bin_of(&made, fragments[i].x2); b++)
            covered[b]++;
    size_t few = count / 25;
    double wide = 0.3 * fmin(size, 14) * made.scale;
    for (size_t b = 0, start = 0; b < BINS && made.count + 1 < COLUMNS_MAX; b++) {
        if (covered[b] <= few)
            continue;
        if (b > start && (double)(b - start) >= wide && start > 0)
            made.ends[made.count++] = made.x1 + ((double)(start + b) / 2) / made.scale;
        start = b + 1;
    }
    made.ends[made.count++] = INFINITY;
    *ret = made;
}

static size_t column_of(const columns *c, const pol_pdf_fragment *f)
{
    size_t at = 0;
    while (at + 1 < c->count && (f->x1 + f->x2) / 2 > c->ends[at])
        at++;
    return at;
}

static bool has_column(const columns *c, const pol_pdf_fragment *fragments, size_t from, size_t to,
                       size_t column)
{
    for (size_t i = from; i < to; i++)
        if (column_of(c, &fragments[i]) == column)
            return true;
    return false;
}

static size_t filled_columns(const columns *c, const pol_pdf_fragment *fragments, size_t from,
                             size_t to)
{
    size_t filled = 0;
    for (size_t column = 0; column < c->count; column++)
        filled += has_column(c, fragments, from, to, column);
    return filled;
}

/* The end of the row that starts at `from`: lines below whose first cell is empty go on with
 * it, where they follow close. */
static size_t row_end(const columns *c, const pol_pdf_fragment *fragments, size_t count,
                      size_t from)
{
    double bottom, below;
    size_t end = pol_pdf_band_end(fragments, count, from, overlap, &bottom);
    while (end < count) {
        const pol_pdf_fragment *f = &fragments[end];
        size_t next = pol_pdf_band_end(fragments, count, end, overlap, &below);
        bool is_close = f->y1 - bottom < 0.5 * (f->y2 - f->y1);
        bool is_new = has_column(c, fragments, end, next, 0) ||
                      filled_columns(c, fragments, end, next) == c->count;
        /* a title that goes on alone below its first line, in the first column itself */
        bool is_rest =
            is_close && fragments[end].is_small && filled_columns(c, fragments, end, next) == 1;
        if (!is_close || (is_new && !is_rest))
            break;
        bottom = below;
        end = next;
    }
    return end;
}

/* Do rows have white between them, which lines of one cell have not? Then there are about as
 * many as first cells. */
static bool has_row_gaps(const columns *c, const pol_pdf_fragment *fragments, size_t count,
                         double gap)
{
    size_t rows = 0, firsts = 0;
    double bottom;
    for (size_t from = 0, to; from < count; from = to) {
        to = pol_pdf_band_end(fragments, count, from, gap, &bottom);
        rows++;
    }
    for (size_t i = 0; i < count; i++)
        firsts += column_of(c, &fragments[i]) == 0;
    return rows >= 3 && rows * 10 >= firsts * 6;
}

typedef struct table {
    const pol_pdf_page *page;
    uint32_t number;
    const pol_pdf_fragment *fragments;
    columns columns;
    const pol_pdf_fragment **cell; /* room for all fragments */
    pol_arena *keep;
    pol_pdf_rows *rows;
    pol_error *reterr;
} table;

/* One line of a cell is a row of its own; paragraphs.c joins those of one cell. */
static pol_status add_line(table *t, size_t column, size_t count, uint32_t table_row)
{
    pol_pdf_row row = {.page = t->number, .table_row = table_row, .page_height = t->page->height};
    row.cell = (uint16_t)(column + 1);
    row.number = t->rows->count > 0 ? t->rows->items[t->rows->count - 1].number + 1 : 1;
    row.x1 = t->cell[0]->x1, row.x2 = t->cell[count - 1]->x2;
    row.y1 = t->cell[0]->y1, row.y2 = t->cell[0]->y2;
    row.size = t->cell[0]->size;
    row.left = row.x1, row.right = row.limit = row.x2;
    row.is_bold = true;
    for (size_t i = 0; i < count; i++)
        row.is_bold = row.is_bold && t->cell[i]->is_bold;
    pol_status status =
        pol_pdf_fragments_text(t->page, t->cell, count, t->keep, &row.text, t->reterr);
    return status == POL_OK ? pol_pdf_rows_add(t->rows, t->keep, row, t->reterr) : status;
}

static pol_status add_cell(table *t, size_t from, size_t to, size_t column, uint32_t table_row)
{
    pol_status status = POL_OK;
    size_t count = 0;
    for (size_t i = from; i < to && status == POL_OK; i++) {
        const pol_pdf_fragment *f = &t->fragments[i];
        if (column_of(&t->columns, f) != column)
            continue;
        if (count > 0 && !pol_pdf_same_line(t->cell[0]->y1, t->cell[0]->y2, f->y1, f->y2)) {
            status = add_line(t, column, count, table_row);
            count = 0;
        }
        t->cell[count++] = f;
    }
    return status == POL_OK && count > 0 ? add_line(t, column, count, table_row) : status;
}

pol_status pol_pdf_table_add(const pol_pdf_page *page, uint32_t number,
                             const pol_pdf_fragment *fragments, size_t count, pol_arena *scratch,
                             pol_arena *keep, pol_pdf_rows *rows, bool *ret_done, pol_error *reterr)
{
    table t = {page, number, fragments, {.count = 0}, NULL, keep, rows, reterr};
    find_columns(fragments, count, &t.columns);
    *ret_done = t.columns.count > 1;
    if (!*ret_done)
        return POL_OK;
    t.cell = pol_arena_array(scratch, count, sizeof(pol_pdf_fragment *));
    if (!t.cell)
        return pol_arena_refused(scratch, count * sizeof(pol_pdf_fragment *), reterr);
    pol_status status = POL_OK;
    double gap = pol_pdf_row_gap(fragments, count);
    bool has_gaps = has_row_gaps(&t.columns, fragments, count, gap);
    double bottom;
    for (size_t from = 0, to; from < count && status == POL_OK; from = to) {
        to = has_gaps ? pol_pdf_band_end(fragments, count, from, gap, &bottom)
                      : row_end(&t.columns, fragments, count, from);
        uint32_t table_row = ++rows->table_rows;
        for (size_t column = 0; column < t.columns.count && status == POL_OK; column++)
            status = add_cell(&t, from, to, column, table_row);
    }
    return status;
}
