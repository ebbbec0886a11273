/* styles.c - counting what is usual. */
#include <math.h>
#include <stdlib.h>

#include "document/text.h"
#include "formats/pdf/styles.h"

enum { SIZES = 400, SIZE_STEPS = 2, GAPS = 60, GAP_STEPS = 20 };

static const double larger = 1.15; /* than the text: a heading */

static size_t size_bin(double size)
{
    double bin = size * SIZE_STEPS + 0.5;
    return bin >= SIZES ? SIZES - 1 : (size_t)bin;
}

static void count_sizes(const pol_pdf_rows *rows, size_t *chars)
{
    for (size_t i = 0; i < rows->count; i++)
        if (!rows->items[i].is_furniture)
            chars[size_bin(rows->items[i].size)] += rows->items[i].text.size;
}

static size_t most(const size_t *counts, size_t count)
{
    size_t best = 0;
    for (size_t i = 1; i < count; i++)
        if (counts[i] > counts[best])
            best = i;
    return best;
}

static void find_levels(const size_t *chars, pol_pdf_styles *styles)
{
    size_t level = 0;
    for (size_t i = SIZES; i-- > 0 && level < POL_PDF_LEVELS;)
        if (chars[i] > 1 && (double)i / SIZE_STEPS >= larger * styles->body)
            styles->levels[level++] = (double)i / SIZE_STEPS;
}

static double find_leading(const pol_pdf_rows *rows, double body)
{
    static const double usual = 1.2;
    size_t gaps[GAPS] = {0};
    for (size_t i = 1; i < rows->count; i++) {
        const pol_pdf_row *a = &rows->items[i - 1], *b = &rows->items[i];
        bool is_full = a->x2 > a->right - 4 * a->size; /* else another paragraph follows */
        if (!is_full || a->page != b->page || a->limit != b->limit || a->cell || b->cell ||
            fabs(b->size - body) > 0.6 || fabs(a->size - body) > 0.6)
            continue;
        double gap = (b->y2 - a->y2) / b->size * GAP_STEPS + 0.5;
        if (gap >= 0.8 * GAP_STEPS && gap < GAPS)
            gaps[(size_t)gap]++;
    }
    size_t best = most(gaps, GAPS);
    return gaps[best] > 0 ? (double)best / GAP_STEPS : usual;
}

/* ---- columns ---- */

static int by_column(const void *a, const void *b)
{
    const pol_pdf_row *p = *(pol_pdf_row *const *)a, *q = *(pol_pdf_row *const *)b;
    if (p->limit != q->limit)
        return p->limit < q->limit ? -1 : 1;
    if (p->left != q->left)
        return p->left < q->left ? -1 : 1;
    return (p > q) - (p < q);
}

static int downwards(const void *a, const void *b)
{
    double p = *(const double *)a, q = *(const double *)b;
    return (p < q) - (p > q);
}

/* One column as it is on all pages: rows of nearly the same start and limit. The few that
 * go furthest may be set out into the margin. */
static void settle(pol_pdf_row **rows, size_t count, double *ends)
{
    double left = INFINITY;
    for (size_t i = 0; i < count; i++) {
        left = fmin(left, rows[i]->left);
        ends[i] = rows[i]->x2;
    }
    qsort(ends, count, sizeof *ends, downwards);
    double right = ends[count / 100];
    for (size_t i = 0; i < count; i++)
        rows[i]->left = left;
    uint32_t support = 0;
    for (size_t i = 0; i < count; i++)
        support += rows[i]->x2 > right - 3 * rows[i]->size;
    for (size_t i = 0; i < count; i++) {
        rows[i]->right = fmax(right, left);
        rows[i]->support = support;
    }
}

/* Rows that follow each other in one region of a page. */
typedef struct region {
    size_t from, end;
    double left, right; /* as far as its rows go, without the furniture that stood in it */
    double limit;
} region;

/* The region that starts at `from`. */
static region measure(pol_pdf_rows *rows, size_t from)
{
    const pol_pdf_row first = rows->items[from];
    region r = {from, from + 1, INFINITY, -INFINITY, first.limit};
    for (size_t i = from; i < rows->count; i++) {
        const pol_pdf_row *row = &rows->items[i];
        if (row->page != first.page || row->left != first.left || row->cell != first.cell ||
            row->limit != first.limit || row->right != first.right)
            break;
        r.end = i + 1;
        if (!row->is_furniture) {
            r.left = fmin(r.left, row->x1);
            r.right = fmax(r.right, row->x2);
        }
    }
    for (size_t i = from; i < r.end && r.right >= r.left; i++) {
        rows->items[i].left = r.left;
        rows->items[i].right = r.right;
    }
    return r;
}

enum { EDGE_SLACK = 4, KNOWN_MAX = 16, KNOWN_ROWS = 6 };

/* Does the region stand in a column that others show, but for a heading or two? */
static bool stands_in(const pol_pdf_rows *rows, const region *r, const region *column)
{
    size_t within = 0, full = 0, text = 0;
    if (fabs(r->left - column->left) > EDGE_SLACK || column->limit >= r->limit)
        return false;
    for (size_t i = r->from; i < r->end; i++) {
        double right = rows->items[i].x2;
        if (rows->items[i].is_furniture)
            continue;
        text++;
        within += right < column->right + EDGE_SLACK;
        full += fabs(right - column->right) < 3 * rows->items[i].size;
    }
    return full > 0 && full * 3 >= text && within * 10 >= text * 8;
}

static void put_in(pol_pdf_rows *rows, const region *r, const region *column)
{
    for (size_t i = r->from; i < r->end; i++)
        if (rows->items[i].x2 < column->right + EDGE_SLACK)
            rows->items[i].limit = column->limit;
}

/* The last page may have a left column only: nothing on it shows that it is one. */
static void find_lone_columns(pol_pdf_rows *rows)
{
    region known[KNOWN_MAX];
    size_t count = 0;
    double widest = 0;
    for (size_t i = 0; i < rows->count; i++)
        widest = fmax(widest, rows->items[i].limit);
    for (size_t from = 0; from < rows->count;) {
        region r = measure(rows, from);
        from = r.end;
        bool is_column = r.limit < widest && r.end - r.from >= KNOWN_ROWS;
        if (is_column && count < KNOWN_MAX && !rows->items[r.from].cell)
            known[count++] = r;
    }
    for (size_t from = 0; count > 0 && from < rows->count;) {
        region r = measure(rows, from);
        from = r.end;
        size_t at = 0;
        while (at < count && !stands_in(rows, &r, &known[at]))
            at++;
        if (at < count && !rows->items[r.from].cell)
            put_in(rows, &r, &known[at]);
    }
}

static pol_status settle_columns(pol_pdf_rows *rows, pol_arena *scratch, pol_error *reterr)
{
    enum { LIMIT_SLACK = 12, LEFT_SLACK = 45 };
    size_t room = rows->count + 1, count = 0;
    pol_pdf_row **sorted = pol_arena_array(scratch, room, sizeof *sorted);
    double *ends = pol_arena_array(scratch, room, sizeof *ends);
    if (!sorted || !ends)
        return pol_arena_refused(scratch, room * sizeof *ends, reterr);
    find_lone_columns(rows);
    for (size_t i = 0; i < rows->count; i++) {
        pol_pdf_row *row = &rows->items[i];
        if (row->cell || row->is_turned || row->is_furniture)
            continue;
        row->limit = round(row->limit / LIMIT_SLACK) * LIMIT_SLACK;
        sorted[count++] = row;
    }
    if (count > 0)
        qsort(sorted, count, sizeof *sorted, by_column);
    for (size_t from = 0, end; from < count; from = end) {
        for (end = from + 1; end < count && sorted[end]->limit == sorted[from]->limit &&
                             sorted[end]->left - sorted[from]->left < LEFT_SLACK;)
            end++;
        settle(sorted + from, end - from, ends);
    }
    return POL_OK;
}

pol_status pol_pdf_styles_find(pol_pdf_rows *rows, pol_arena *scratch, pol_pdf_styles *ret_styles,
                               pol_error *reterr)
{
    pol_pdf_styles made = {0};
    size_t chars[SIZES] = {0};
    count_sizes(rows, chars);
    made.body = (double)most(chars, SIZES) / SIZE_STEPS;
    find_levels(chars, &made);
    made.leading = find_leading(rows, made.body);
    *ret_styles = made;
    return settle_columns(rows, scratch, reterr);
}

double pol_pdf_styles_leading(const pol_pdf_styles *styles, double size)
{
    double leading = size > larger * styles->body ? fmin(styles->leading, 1.4) : styles->leading;
    return leading * size;
}

uint8_t pol_pdf_styles_level(const pol_pdf_styles *styles, double size)
{
    for (uint8_t level = 0; level < POL_PDF_LEVELS && styles->levels[level] > 0; level++)
        if (size > styles->levels[level] - 0.5 / SIZE_STEPS - 0.01)
            return (uint8_t)(level + 1);
    return 0;
}
