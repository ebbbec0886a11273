/* layout.c - the fragments of a page to rows in reading order.
 *
 * A region that a gutter cuts is read as what stands above the gutter, the left of it, the
 * right of it, and what stands below; each of these is a region again. So three columns,
 * headings over all of them, and tables inside of one come out in the order they are read. */
#include "document/text.h"
#include "formats/pdf/rows.h"

#include <math.h>

enum { DEPTH_MAX = 10 };

typedef struct layout {
    pol_pdf_page *page;
    uint32_t number;
    pol_arena *scratch, *keep;
    pol_pdf_rows *rows;
    pol_error *reterr;
} layout;

typedef struct region {
    pol_pdf_fragment *fragments; /* from top to bottom */
    size_t count;
    double limit;
} region;

pol_status pol_pdf_rows_add(pol_pdf_rows *rows, pol_arena *arena, pol_pdf_row row,
                            pol_error *reterr)
{
    pol_pdf_row *grown =
        pol_arena_grow(arena, rows->items, rows->count, &rows->capacity, sizeof row);
    if (!grown)
        return pol_arena_refused(arena, (rows->count ? 2 * rows->count : 8) * sizeof row, reterr);
    rows->items = grown;
    grown[rows->count++] = row;
    return POL_OK;
}

static uint32_t next_number(const layout *l)
{
    return l->rows->count > 0 ? l->rows->items[l->rows->count - 1].number + 1 : 1;
}

/* ---- text that flows ---- */

static pol_status add_row(layout *l, const region *r, const pol_pdf_fragment *const *line,
                          size_t count, double left, double right)
{
    pol_pdf_row row = {.page = l->number,
                       .number = next_number(l),
                       .left = left,
                       .right = right,
                       .limit = r->limit,
                       .page_height = l->page->height,
                       .x1 = line[0]->x1,
                       .y1 = line[0]->y1,
                       .x2 = line[0]->x2,
                       .y2 = line[0]->y2,
                       .is_bold = true};
    size_t most = 0;
    for (size_t i = 0; i < count; i++) {
        row.x2 = fmax(row.x2, line[i]->x2);
        row.y1 = fmin(row.y1, line[i]->y1), row.y2 = fmax(row.y2, line[i]->y2);
        row.is_bold = row.is_bold && line[i]->is_bold;
        if (line[i]->chars > most) {
            most = line[i]->chars;
            row.size = line[i]->size;
        }
    }
    const pol_pdf_word *word = &l->page->words[line[0]->first];
    row.first_width = word->x2 - word->x1;
    pol_status status = pol_pdf_fragments_text(l->page, line, count, l->keep, &row.text, l->reterr);
    return status == POL_OK ? pol_pdf_rows_add(l->rows, l->keep, row, l->reterr) : status;
}

/* Puts `f` into the line, in order from left to right. */
static void insert(const pol_pdf_fragment **line, size_t count, const pol_pdf_fragment *f)
{
    size_t at = count;
    for (; at > 0 && line[at - 1]->x1 > f->x1; at--)
        line[at] = line[at - 1];
    line[at] = f;
}

static pol_status add_flow(layout *l, const region *r)
{
    enum { FRAGMENTS_MAX = 256 };
    const pol_pdf_fragment *line[FRAGMENTS_MAX];
    double left = INFINITY, right = -INFINITY;
    for (size_t i = 0; i < r->count; i++) {
        left = fmin(left, r->fragments[i].x1);
        right = fmax(right, r->fragments[i].x2);
    }
    pol_status status = POL_OK;
    for (size_t i = 0, count; i < r->count && status == POL_OK; i += count) {
        const pol_pdf_fragment *first = &r->fragments[i];
        line[0] = first;
        for (count = 1; i + count < r->count && count < FRAGMENTS_MAX; count++) {
            const pol_pdf_fragment *f = &r->fragments[i + count];
            if (!pol_pdf_same_line(first->y1, first->y2, f->y1, f->y2))
                break;
            insert(line, count, f);
        }
        status = add_row(l, r, line, count, left, right);
    }
    return status;
}

/* ---- regions ---- */

/* Which of the four parts a fragment is in. */
enum { ABOVE, LEFT, RIGHT, BELOW, PARTS };

static int part_of(const pol_pdf_fragment *f, const pol_pdf_gutter *gutter)
{
    double y = (f->y1 + f->y2) / 2;
    if (y < gutter->top)
        return ABOVE;
    if (y > gutter->bottom)
        return BELOW;
    return (f->x1 + f->x2) / 2 < (gutter->x1 + gutter->x2) / 2 ? LEFT : RIGHT;
}

static pol_status split(layout *l, const region *r, const pol_pdf_gutter *gutter,
                        region parts[PARTS])
{
    pol_pdf_fragment *sorted = pol_arena_array(l->scratch, r->count, sizeof *sorted);
    if (!sorted)
        return pol_arena_refused(l->scratch, r->count * sizeof *sorted, l->reterr);
    size_t filled = 0;
    for (int part = 0; part < PARTS; part++) {
        parts[part] = (region){sorted + filled, 0, r->limit};
        for (size_t i = 0; i < r->count; i++)
            if (part_of(&r->fragments[i], gutter) == part)
                parts[part].fragments[parts[part].count++] = r->fragments[i];
        filled += parts[part].count;
    }
    parts[LEFT].limit = gutter->x2;
    return POL_OK;
}

/* A table is what stands on both sides, in its order from top to bottom. */
static pol_status add_table(layout *l, const region *r, const pol_pdf_gutter *gutter)
{
    pol_pdf_fragment *inside = pol_arena_array(l->scratch, r->count, sizeof *inside);
    if (!inside)
        return pol_arena_refused(l->scratch, r->count * sizeof *inside, l->reterr);
    size_t count = 0;
    for (size_t i = 0; i < r->count; i++) {
        int part = part_of(&r->fragments[i], gutter);
        if (part == LEFT || part == RIGHT)
            inside[count++] = r->fragments[i];
    }
    bool is_done;
    pol_status status = pol_pdf_table_add(l->page, l->number, inside, count, l->scratch, l->keep,
                                          l->rows, &is_done, l->reterr);
    region whole = {inside, count, r->limit};
    return status == POL_OK && !is_done ? add_flow(l, &whole) : status;
}

static pol_status add_region(layout *l, const region *r, int depth)
{
    size_t room = 2 * r->count;
    region parts[PARTS], cut = {NULL, 0, r->limit};
    pol_pdf_gutter gutter;
    cut.fragments = pol_arena_array(l->scratch, room, sizeof *cut.fragments);
    if (!cut.fragments)
        return pol_arena_refused(l->scratch, room * sizeof *cut.fragments, l->reterr);
    pol_pdf_shape shape = POL_PDF_FLOW;
    if (depth < DEPTH_MAX)
        shape = pol_pdf_gutter_find(l->page, r->fragments, r->count, &gutter, cut.fragments,
                                    &cut.count);
    if (shape == POL_PDF_FLOW)
        return add_flow(l, r);
    pol_status status = split(l, &cut, &gutter, parts);
    for (int part = 0; part < PARTS && status == POL_OK; part++) {
        if (shape == POL_PDF_TABLE && (part == LEFT || part == RIGHT))
            status = part == LEFT ? add_table(l, &cut, &gutter) : POL_OK;
        else if (parts[part].count == cut.count) /* nothing was cut off: do not try again */
            status = add_flow(l, &parts[part]);
        else if (parts[part].count > 0)
            status = add_region(l, &parts[part], depth + 1);
    }
    return status;
}

static pol_status add_turned(layout *l)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < l->page->turned_count && status == POL_OK; i++) {
        const pol_pdf_word *line = &l->page->turned[i];
        pol_pdf_row row = {.page = l->number,
                           .number = next_number(l),
                           .is_turned = true,
                           .is_bold = line->is_bold,
                           .size = line->size,
                           .x1 = line->x1,
                           .y1 = line->y1,
                           .x2 = line->x2,
                           .y2 = line->y2,
                           .page_height = l->page->height};
        row.text = pol_arena_copy(l->keep, pol_span_trim(line->text));
        if (!row.text.data)
            return pol_arena_refused(l->keep, line->text.size + 1, l->reterr);
        if (row.text.size > 0)
            status = pol_pdf_rows_add(l->rows, l->keep, row, l->reterr);
    }
    return status;
}

pol_status pol_pdf_layout_page(pol_pdf_page *page, uint32_t number, pol_arena *scratch,
                               pol_arena *keep, pol_pdf_rows *rows, pol_error *reterr)
{
    layout l = {page, number, scratch, keep, rows, reterr};
    region whole = {.limit = page->width};
    pol_status status =
        pol_pdf_fragments_make(page, scratch, &whole.fragments, &whole.count, reterr);
    if (status == POL_OK && whole.count > 0)
        status = add_region(&l, &whole, 0);
    return status == POL_OK ? add_turned(&l) : status;
}
