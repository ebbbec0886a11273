/* shape.c - what stands on the two sides of a gutter: columns of text, or cells.
 *
 * Columns of text are full of lines that fill them and go on in small letters. Cells are
 * short, or stand in rows: side by side, with white over all of them between one row and the
 * next. */
#include <math.h>

#include "formats/pdf/rows.h"

typedef enum side { LEFT = 0, RIGHT } side;

/* What stands on one side, line by line. */
typedef struct side_lines {
    size_t lines, small, markers, numbers, level, chars;
    double x1, x2, widths; /* sum */
} side_lines;

/* Lines of both sides between one white strip over both and the next. */
typedef struct bands {
    size_t count, both, matched;
    size_t fragments, largest; /* of all, and of one */
} bands;

static double middle_of(const pol_pdf_gutter *gutter)
{
    return (gutter->x1 + gutter->x2) / 2;
}

static side side_of(const pol_pdf_fragment *f, const pol_pdf_gutter *gutter)
{
    return (f->x1 + f->x2) / 2 < middle_of(gutter) ? LEFT : RIGHT;
}

static bool is_within(const pol_pdf_fragment *f, const pol_pdf_gutter *gutter)
{
    double y = (f->y1 + f->y2) / 2;
    return y >= gutter->top && y <= gutter->bottom;
}

/* Does a line of the other side stand at the same height? */
static bool is_level(const pol_pdf_fragment *fragments, size_t count, size_t at,
                     const pol_pdf_gutter *gutter)
{
    enum { NEAR = 24 };
    const pol_pdf_fragment *f = &fragments[at];
    size_t first = at > NEAR ? at - NEAR : 0, end = at + NEAR < count ? at + NEAR : count;
    for (size_t i = first; i < end; i++)
        if (side_of(&fragments[i], gutter) != side_of(f, gutter) &&
            fabs(fragments[i].y2 - f->y2) < 0.2 * (f->y2 - f->y1))
            return true;
    return false;
}

static side_lines look(const pol_pdf_fragment *fragments, size_t count,
                       const pol_pdf_gutter *gutter, side on)
{
    side_lines made = {.x1 = INFINITY, .x2 = -INFINITY};
    double bottom = -INFINITY, from = 0, to = 0;
    for (size_t i = 0; i < count; i++) {
        const pol_pdf_fragment *f = &fragments[i];
        if (!is_within(f, gutter) || side_of(f, gutter) != on)
            continue;
        made.x1 = fmin(made.x1, f->x1), made.x2 = fmax(made.x2, f->x2);
        made.chars += f->chars + f->count - 1;
        if (made.lines > 0 && (f->y1 + f->y2) / 2 < bottom) { /* further on the same line */
            from = fmin(from, f->x1), to = fmax(to, f->x2);
            continue;
        }
        made.widths += to - from;
        made.lines++;
        made.small += f->is_small;
        made.markers += f->is_marker;
        made.numbers += f->is_number;
        made.level += is_level(fragments, count, i, gutter);
        from = f->x1, to = f->x2, bottom = f->y2;
    }
    made.widths += to - from;
    return made;
}

/* ---- bands ---- */

double pol_pdf_row_gap(const pol_pdf_fragment *fragments, size_t count)
{
    enum { NEAR = 40, STEPS = 20, GAPS = 3 * STEPS };
    static const double wider = 0.15;
    size_t gaps[GAPS] = {0}, total = 0, seen = 0, at = 0;
    for (size_t i = 0; i < count; i++) {
        const pol_pdf_fragment *f = &fragments[i];
        for (size_t j = i + 1; j < count && j < i + NEAR; j++) {
            const pol_pdf_fragment *g = &fragments[j];
            if (g->x1 >= f->x2 || g->x2 <= f->x1 || pol_pdf_same_line(f->y1, f->y2, g->y1, g->y2))
                continue;
            double gap = fmax(0, g->y1 - f->y2) / (f->y2 - f->y1 + 0.01) * STEPS;
            if (gap < GAPS) {
                gaps[(size_t)gap]++;
                total++;
            }
            break;
        }
    }
    while (at + 1 < GAPS && (seen += gaps[at]) * 4 < total)
        at++;
    return (double)(at + 1) / STEPS + wider;
}

size_t pol_pdf_band_end(const pol_pdf_fragment *fragments, size_t count, size_t from, double gap,
                        double *ret_bottom)
{
    double bottom = fragments[from].y2;
    size_t end = from + 1;
    for (; end < count; end++) {
        const pol_pdf_fragment *f = &fragments[end];
        if (f->y1 - gap * (f->y2 - f->y1) >= bottom)
            break;
        bottom = fmax(bottom, f->y2);
    }
    *ret_bottom = bottom;
    return end;
}

/* Do the cells of the two sides in [from, to) begin together, or stand around one middle? */
static bool is_matched(const pol_pdf_fragment *fragments, size_t from, size_t to,
                       const pol_pdf_gutter *gutter)
{
    double top[2] = {INFINITY, INFINITY}, bottom[2] = {-INFINITY, -INFINITY};
    double height = fragments[from].y2 - fragments[from].y1;
    for (size_t i = from; i < to; i++) {
        side on = side_of(&fragments[i], gutter);
        top[on] = fmin(top[on], fragments[i].y1);
        bottom[on] = fmax(bottom[on], fragments[i].y2);
    }
    double off_middle = (top[LEFT] + bottom[LEFT] - top[RIGHT] - bottom[RIGHT]) / 2;
    return fmin(fabs(top[LEFT] - top[RIGHT]), fabs(off_middle)) < 0.15 * height;
}

static bands find_bands(const pol_pdf_fragment *fragments, size_t count,
                        const pol_pdf_gutter *gutter)
{
    bands made = {0};
    double bottom, gap;
    size_t first = 0;
    while (first < count && !is_within(&fragments[first], gutter))
        first++;
    while (count > first && !is_within(&fragments[count - 1], gutter))
        count--;
    gap = pol_pdf_row_gap(fragments + first, count - first);
    for (size_t from = first, to; from < count; from = to) {
        to = pol_pdf_band_end(fragments, count, from, gap, &bottom);
        bool has[2] = {false, false};
        for (size_t i = from; i < to; i++)
            has[side_of(&fragments[i], gutter)] = true;
        made.count++;
        made.fragments += to - from;
        made.largest = to - from > made.largest ? to - from : made.largest;
        made.both += has[LEFT] && has[RIGHT];
        made.matched += has[LEFT] && has[RIGHT] && is_matched(fragments, from, to, gutter);
    }
    return made;
}

/* ---- judging ---- */

/* Lines that fill their column and run on from one to the next. */
static bool is_prose(const side_lines *s)
{
    double width = s->x2 - s->x1, lines = (double)s->lines;
    return s->lines >= 3 && (double)s->chars >= 15 * lines && s->widths >= 0.5 * width * lines &&
           (double)s->small >= 0.25 * lines;
}

/* Rows with white between them: of cells that hold prose too, where rows have more lines
 * than one. */
static bool stands_in_rows(const bands *b, const side_lines *left, const side_lines *right)
{
    size_t lines = left->lines > right->lines ? left->lines : right->lines;
    bool is_text = is_prose(left) && is_prose(right);
    if (is_text && (b->count < 4 || lines > 4 * b->count || lines * 2 < b->count * 3 ||
                    b->largest * 2 > b->fragments))
        return false;
    return b->count >= 3 && b->both * 10 >= b->count * 7 && b->matched * 10 >= b->both * 8 &&
           lines <= 6 * b->count;
}

/* Two sides of short lines: of a table where they are level, and one is narrow. */
static pol_pdf_shape judge_short(const side_lines *left, const side_lines *right)
{
    const side_lines *few = left->lines < right->lines ? left : right;
    double a = left->x2 - left->x1, b = right->x2 - right->x1;
    if (few->lines < 3)
        return POL_PDF_FLOW;
    if (few->level * 10 < few->lines * 7)
        return POL_PDF_COLUMNS;
    return fmin(a, b) < 0.6 * fmax(a, b) ? POL_PDF_TABLE : POL_PDF_FLOW;
}

pol_pdf_shape pol_pdf_shape_judge(const pol_pdf_fragment *fragments, size_t count,
                                  const pol_pdf_gutter *gutter)
{
    enum { CELL_LINES = 4 }; /* more to each note at the margin: no table */
    side_lines left = look(fragments, count, gutter, LEFT);
    side_lines right = look(fragments, count, gutter, RIGHT);
    if (left.lines < 2 || right.lines < 2)
        return POL_PDF_FLOW;
    if (left.markers * 10 >= left.lines * 8) /* a list: its marks stand out to the left */
        return POL_PDF_FLOW;
    if (right.numbers * 10 >= right.lines * 8) /* a list of contents and its pages */
        return POL_PDF_FLOW;
    bool is_left = is_prose(&left), is_right = is_prose(&right);
    const side_lines *text = is_left ? &left : &right, *other = is_left ? &right : &left;
    bands rows = find_bands(fragments, count, gutter);
    bool is_multiple = (left.lines > right.lines ? left.lines : right.lines) > rows.count;
    if (stands_in_rows(&rows, &left, &right) && (is_left || is_right || is_multiple))
        return POL_PDF_TABLE;
    if (is_left && is_right)
        return POL_PDF_COLUMNS;
    if (!is_left && !is_right)
        return judge_short(&left, &right);
    if (other->lines < 3)
        return POL_PDF_FLOW;
    if (other->level * 10 < other->lines * 7)
        return POL_PDF_COLUMNS;
    return text->lines <= CELL_LINES * other->lines ? POL_PDF_TABLE : POL_PDF_FLOW;
}
