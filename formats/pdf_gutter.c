/* pdf_gutter.c - white strips between fragments, and whether they part columns of text or
 * cells of a table.
 *
 * A strip grows from the gap between two neighbours, up and down, and narrows with each
 * fragment beside it, until one stands in its way. Columns of text are full of lines that
 * fill them and go on in small letters; cells are short, and stand on the same lines. */
#include <math.h>

#include "formats/pdf_rows.h"

enum {
    FRAGMENTS_MAX = 4000, /* of a region: more is no page of text, and is not cut */
    SEEDS_MAX = 300,
    GUTTERS_MAX = 48,
    TRIED_MAX = 6
};

static const double width_min = 0.8; /* ems */
static const double gap_break = 1.3; /* heights between lines of one column */

typedef enum side { LEFT = 0, RIGHT, ACROSS } side;

/* What stands on one side of a gutter, line by line. */
typedef struct side_lines {
    size_t lines, small, markers, numbers, aligned;
    size_t chars;
    double x1, x2, widths; /* sum */
    size_t breaks;         /* gaps wider than between lines of a paragraph */
    size_t broken_together;
} side_lines;

static side side_of(const pol_pdf_fragment *f, double x1, double x2, double width)
{
    bool is_left = f->x2 <= x2 - width, is_right = f->x1 >= x1 + width;
    if (is_left && is_right) /* an island: goes with the nearer side */
        return f->x1 - x1 < x2 - f->x2 ? LEFT : RIGHT;
    return is_left ? LEFT : is_right ? RIGHT : ACROSS;
}

/* ---- growing ---- */

/* Takes `f` in, or says that it stands in the way. */
static bool narrow(pol_pdf_gutter *gutter, const pol_pdf_fragment *f, double width)
{
    side where = side_of(f, gutter->x1, gutter->x2, width);
    if (where == LEFT)
        gutter->x1 = fmax(gutter->x1, f->x2);
    else if (where == RIGHT)
        gutter->x2 = fmin(gutter->x2, f->x1);
    return where != ACROSS;
}

/* The nearest fragment on the right of `seed`, on its line. */
static const pol_pdf_fragment *right_neighbour(const pol_pdf_fragment *fragments, size_t count,
                                               size_t seed)
{
    enum { NEAR = 40 }; /* in the order from top to bottom */
    const pol_pdf_fragment *best = NULL, *from = &fragments[seed];
    size_t first = seed > NEAR ? seed - NEAR : 0;
    size_t end = seed + NEAR < count ? seed + NEAR : count;
    for (size_t i = first; i < end; i++) {
        const pol_pdf_fragment *f = &fragments[i];
        bool beside = fmin(f->y2, from->y2) - fmax(f->y1, from->y1) > 0.2 * (f->y2 - f->y1);
        if (i != seed && beside && f->x1 > from->x2 && (!best || f->x1 < best->x1))
            best = f;
    }
    return best;
}

/* Where text of `where` goes on from [*top, *bottom] without a gap, that belongs too. */
static void stretch(const pol_pdf_fragment *fragments, size_t first, size_t end, double x, side on,
                    double *top, double *bottom)
{
    for (size_t i = first; i < end; i++) {
        const pol_pdf_fragment *f = &fragments[i];
        if ((f->x1 < x) == (on == LEFT) && f->y1 - *bottom < gap_break * (f->y2 - f->y1) &&
            f->y2 > *bottom)
            *bottom = f->y2;
    }
    for (size_t i = end; i-- > first;) {
        const pol_pdf_fragment *f = &fragments[i];
        if ((f->x1 < x) == (on == LEFT) && *top - f->y2 < gap_break * (f->y2 - f->y1) &&
            f->y1 < *top)
            *top = f->y1;
    }
}

/* Keeps of the run [first, end) where text stands on both sides, and what goes on from it. */
static void trim(const pol_pdf_fragment *fragments, size_t first, size_t end,
                 pol_pdf_gutter *gutter)
{
    double top[2] = {INFINITY, INFINITY}, bottom[2] = {-INFINITY, -INFINITY};
    double x = (gutter->x1 + gutter->x2) / 2;
    for (size_t i = first; i < end; i++) {
        side on = fragments[i].x1 < x ? LEFT : RIGHT;
        top[on] = fmin(top[on], fragments[i].y1);
        bottom[on] = fmax(bottom[on], fragments[i].y2);
    }
    gutter->top = fmax(top[LEFT], top[RIGHT]);
    gutter->bottom = fmin(bottom[LEFT], bottom[RIGHT]);
    double tops[2] = {gutter->top, gutter->top}, bottoms[2] = {gutter->bottom, gutter->bottom};
    stretch(fragments, first, end, x, LEFT, &tops[LEFT], &bottoms[LEFT]);
    stretch(fragments, first, end, x, RIGHT, &tops[RIGHT], &bottoms[RIGHT]);
    gutter->top = fmin(tops[LEFT], tops[RIGHT]);
    gutter->bottom = fmax(bottoms[LEFT], bottoms[RIGHT]);
    size_t sides[2] = {0, 0};
    for (size_t i = first; i < end; i++) {
        double y = (fragments[i].y1 + fragments[i].y2) / 2;
        if (y > gutter->top && y < gutter->bottom)
            sides[fragments[i].x1 < x ? LEFT : RIGHT]++;
    }
    gutter->score = sides[LEFT] < sides[RIGHT] ? sides[LEFT] : sides[RIGHT];
}

static pol_pdf_gutter grow(const pol_pdf_fragment *fragments, size_t count, size_t seed,
                           const pol_pdf_fragment *neighbour)
{
    pol_pdf_gutter gutter = {.x1 = fragments[seed].x2, .x2 = neighbour->x1};
    double width = width_min * fragments[seed].size;
    if (gutter.x2 - gutter.x1 < width)
        return gutter;
    size_t first = seed, end = seed + 1;
    while (end < count && narrow(&gutter, &fragments[end], width))
        end++;
    while (first > 0 && narrow(&gutter, &fragments[first - 1], width))
        first--;
    trim(fragments, first, end, &gutter);
    return gutter;
}

static bool is_known(const pol_pdf_gutter *gutters, size_t count, const pol_pdf_fragment *left,
                     const pol_pdf_fragment *right)
{
    for (size_t i = 0; i < count; i++)
        if (left->x2 <= gutters[i].x1 + 0.1 && right->x1 >= gutters[i].x2 - 0.1 &&
            left->y1 >= gutters[i].top - 1 && left->y2 <= gutters[i].bottom + 1)
            return true;
    return false;
}

/* All there are, the best first. */
static size_t collect(const pol_pdf_fragment *fragments, size_t count, pol_pdf_gutter *gutters)
{
    size_t found = 0, step = count / SEEDS_MAX + 1;
    for (size_t i = 0; i < count && found < GUTTERS_MAX; i += step) {
        const pol_pdf_fragment *neighbour = right_neighbour(fragments, count, i);
        if (!neighbour || is_known(gutters, found, &fragments[i], neighbour))
            continue;
        pol_pdf_gutter made = grow(fragments, count, i, neighbour);
        if (made.score < 2)
            continue;
        size_t at = found++;
        for (; at > 0 && gutters[at - 1].score < made.score; at--)
            gutters[at] = gutters[at - 1];
        gutters[at] = made;
    }
    return found;
}

/* ---- judging ---- */

/* Is a line of the other side level with this one? `*other` moves along. */
static bool is_level(const pol_pdf_fragment *fragments, size_t count, size_t at, double x)
{
    const pol_pdf_fragment *f = &fragments[at];
    enum { NEAR = 24 };
    size_t first = at > NEAR ? at - NEAR : 0, end = at + NEAR < count ? at + NEAR : count;
    for (size_t i = first; i < end; i++)
        if ((fragments[i].x1 < x) != (f->x1 < x) &&
            fabs(fragments[i].y2 - f->y2) < 0.2 * (f->y2 - f->y1))
            return true;
    return false;
}

/* Does a gap reach over both sides above `y`? */
static bool is_white_above(const pol_pdf_fragment *fragments, size_t at, double y, double height)
{
    enum { NEAR = 24 };
    for (size_t i = at, seen = 0; i-- > 0 && seen < NEAR; seen++)
        if (fragments[i].y2 > y - 0.3 * height && fragments[i].y1 < y - 0.05 * height)
            return false;
    return true;
}

static void look(const pol_pdf_fragment *fragments, size_t count, const pol_pdf_gutter *gutter,
                 side on, side_lines *ret)
{
    side_lines made = {.x1 = INFINITY, .x2 = -INFINITY};
    double x = (gutter->x1 + gutter->x2) / 2, y2 = -INFINITY, from = 0, to = 0;
    for (size_t i = 0; i < count; i++) {
        const pol_pdf_fragment *f = &fragments[i];
        double y = (f->y1 + f->y2) / 2, height = f->y2 - f->y1;
        if (y < gutter->top || y > gutter->bottom || (f->x1 < x) != (on == LEFT))
            continue;
        made.x1 = fmin(made.x1, f->x1), made.x2 = fmax(made.x2, f->x2);
        made.chars += f->chars + f->count - 1;
        if (made.lines > 0 && y < y2) { /* goes on on the same line */
            from = fmin(from, f->x1), to = fmax(to, f->x2);
            continue;
        }
        bool is_break = made.lines > 0 && f->y1 - y2 > 0.35 * height;
        made.breaks += is_break;
        made.broken_together += is_break && is_white_above(fragments, i, f->y1, height);
        made.widths += to - from;
        made.lines++;
        made.small += f->is_small;
        made.markers += f->is_marker;
        made.numbers += f->is_number;
        made.aligned += is_level(fragments, count, i, x);
        from = f->x1, to = f->x2, y2 = f->y2;
    }
    made.widths += to - from;
    *ret = made;
}

/* Lines that fill their column and run on from one to the next. */
static bool is_prose(const side_lines *s)
{
    double width = s->x2 - s->x1, lines = (double)s->lines;
    return s->lines >= 2 && (double)s->chars >= 15 * lines && s->widths >= 0.5 * width * lines &&
           (double)s->small >= 0.25 * lines;
}

/* Rows of cells that hold prose: the sides start together, again and again. */
static bool breaks_in_rows(const side_lines *a, const side_lines *b)
{
    return a->broken_together >= 2 && b->broken_together >= 2 &&
           (a->broken_together + b->broken_together) * 10 >= (a->breaks + b->breaks) * 8;
}

/* Two sides of short lines: of a table where they are level, one narrow or numbers. */
static pol_pdf_shape judge_short(const side_lines *left, const side_lines *right)
{
    const side_lines *few = left->lines < right->lines ? left : right;
    bool is_level_row = few->aligned * 10 >= few->lines * 7;
    if (!is_level_row)
        return few->lines >= 3 ? POL_PDF_COLUMNS : POL_PDF_FLOW;
    double a = left->x2 - left->x1, b = right->x2 - right->x1;
    bool is_narrow = fmin(a, b) < 0.6 * fmax(a, b);
    return few->lines >= 3 && is_narrow ? POL_PDF_TABLE : POL_PDF_FLOW;
}

static pol_pdf_shape judge(const pol_pdf_fragment *fragments, size_t count,
                           const pol_pdf_gutter *gutter)
{
    side_lines left, right;
    look(fragments, count, gutter, LEFT, &left);
    look(fragments, count, gutter, RIGHT, &right);
    if (left.lines < 2 || right.lines < 2)
        return POL_PDF_FLOW;
    if (left.markers * 10 >= left.lines * 8) /* a list: its marks stand out to the left */
        return POL_PDF_FLOW;
    if (right.numbers * 10 >= right.lines * 8) /* a list of contents and its pages */
        return POL_PDF_FLOW;
    bool is_left = is_prose(&left), is_right = is_prose(&right);
    if (is_left && is_right)
        return breaks_in_rows(&left, &right) ? POL_PDF_TABLE : POL_PDF_COLUMNS;
    if (!is_left && !is_right)
        return judge_short(&left, &right);
    const side_lines *prose = is_left ? &left : &right, *other = is_left ? &right : &left;
    if (other->aligned * 10 < other->lines * 7)
        return other->lines >= 3 ? POL_PDF_COLUMNS : POL_PDF_FLOW;
    enum { ROWS_OF_CELL = 4 }; /* more lines to each note at the margin: no table */
    return other->lines >= 3 && prose->lines <= ROWS_OF_CELL * other->lines ? POL_PDF_TABLE
                                                                            : POL_PDF_FLOW;
}

/* A heading over both columns that is short enough to stand over the first only: white
 * beside it, text above and below it on the other side. */
static void cut_at_heading(const pol_pdf_fragment *fragments, size_t count, double body,
                           pol_pdf_gutter *gutter)
{
    double x = (gutter->x1 + gutter->x2) / 2;
    for (size_t i = 0; i < count; i++) {
        const pol_pdf_fragment *f = &fragments[i];
        double height = f->y2 - f->y1;
        if (f->x1 > x || f->y1 <= gutter->top || f->y2 >= gutter->bottom || f->size < 1.15 * body)
            continue;
        bool is_above = false, is_below = false, is_beside = false;
        for (size_t j = 0; j < count; j++) {
            const pol_pdf_fragment *g = &fragments[j];
            if (j == i || g->y2 < gutter->top || g->y1 > gutter->bottom)
                continue;
            is_beside =
                is_beside || (g->y2 > f->y1 - 0.4 * height && g->y1 < f->y2 + 0.2 * height &&
                              (g->x1 > x || g->y2 <= f->y1));
            is_above = is_above || (g->x1 > x && g->y2 <= f->y1);
            is_below = is_below || (g->x1 > x && g->y1 >= f->y2);
        }
        if (is_above && is_below && !is_beside) {
            gutter->bottom = f->y1 - 0.1;
            return;
        }
    }
}

/* The type of most characters. */
static double body_size(const pol_pdf_fragment *fragments, size_t count)
{
    enum { SIZES = 100 };
    size_t chars[SIZES] = {0}, most = 0;
    for (size_t i = 0; i < count; i++)
        if (fragments[i].size * 2 < SIZES)
            chars[(size_t)(fragments[i].size * 2)] += fragments[i].chars;
    for (size_t i = 1; i < SIZES; i++)
        if (chars[i] > chars[most])
            most = i;
    return (double)most / 2;
}

pol_pdf_shape pol_pdf_gutter_find(const pol_pdf_page *page, const pol_pdf_fragment *fragments,
                                  size_t count, pol_pdf_gutter *ret_gutter)
{
    (void)page;
    pol_pdf_gutter gutters[GUTTERS_MAX];
    if (count < 4 || count > FRAGMENTS_MAX)
        return POL_PDF_FLOW;
    size_t found = collect(fragments, count, gutters);
    for (size_t i = 0; i < found && i < TRIED_MAX; i++) {
        pol_pdf_shape shape = judge(fragments, count, &gutters[i]);
        if (shape == POL_PDF_COLUMNS)
            cut_at_heading(fragments, count, body_size(fragments, count), &gutters[i]);
        if (shape != POL_PDF_FLOW) {
            *ret_gutter = gutters[i];
            return shape;
        }
    }
    return POL_PDF_FLOW;
}
