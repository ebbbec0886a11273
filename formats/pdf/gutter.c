/* gutter.c - white strips between fragments.
 *
 * A strip grows from the gap between two neighbours, up and down, and narrows with each
 * fragment beside it, until one stands in its way. A fragment that reaches over it may have
 * a gap between its words just there: cells that nearly touch, or a line driven wide. */
#include <math.h>

#include "formats/pdf/rows.h"

enum {
    FRAGMENTS_MAX = 4000, /* of a region: more is no page of text, and is not cut */
    SEEDS_MAX = 300,
    GUTTERS_MAX = 48,
    TRIED_MAX = 6
};

/* In ems. */
static const double wide = 0.65;  /* between columns */
static const double narrow = 0.3; /* between cells of a table that is known to be one */
static const double gap_alike = 1.25;

static const double heading = 1.15;  /* times the type of a cell, or of the text */
static const double gap_break = 1.3; /* heights between lines of one column */

typedef enum side { LEFT = 0, RIGHT } side;

static side side_of(const pol_pdf_fragment *f, double x)
{
    return (f->x1 + f->x2) / 2 < x ? LEFT : RIGHT;
}

/* ---- growing ---- */

/* The gap between words of `f` that leaves most of the gutter, where it is wider than the
 * others of `f`, or is all of a wide gutter: the word behind it; 0 for none. */
static size_t word_behind_gap(const pol_pdf_page *page, const pol_pdf_fragment *f,
                              const pol_pdf_gutter *gutter, double width)
{
    size_t best = 0;
    double best_gap = 0, other_gap = 0, best_left = 0, whole = gutter->x2 - gutter->x1;
    for (size_t i = f->first + 1; i < f->first + f->count; i++) {
        double from = page->words[i - 1].x2, to = page->words[i].x1;
        double left = fmin(to, gutter->x2) - fmax(from, gutter->x1);
        if (left >= width && left > best_left) {
            other_gap = fmax(other_gap, best_gap);
            best_gap = to - from;
            best_left = left;
            best = i;
        } else {
            other_gap = fmax(other_gap, to - from);
        }
    }
    bool is_all = width >= wide * f->size && best_left >= 0.95 * whole;
    return best_gap > gap_alike * other_gap || is_all ? best : 0;
}

/* Takes `f` in, or says that it stands in the way. A gutter that goes through words again
 * and again is none. */
static bool take(const pol_pdf_page *page, const pol_pdf_fragment *f, double width,
                 pol_pdf_gutter *gutter)
{
    bool is_left = f->x2 <= gutter->x2 - width, is_right = f->x1 >= gutter->x1 + width;
    if (is_left && is_right) /* an island: goes with the nearer side */
        is_left = f->x1 - gutter->x1 < gutter->x2 - f->x2;
    gutter->taken++;
    if (is_left) {
        gutter->x1 = fmax(gutter->x1, f->x2);
        return true;
    }
    if (is_right) {
        gutter->x2 = fmin(gutter->x2, f->x1);
        return true;
    }
    size_t word = word_behind_gap(page, f, gutter, width);
    if (word == 0 || ++gutter->splits > 2 + gutter->taken / 6)
        return false;
    gutter->x1 = fmax(gutter->x1, page->words[word - 1].x2);
    gutter->x2 = fmin(gutter->x2, page->words[word].x1);
    return true;
}

/* The first word of `f` right of the gutter, where `f` reaches over it; else 0. */
static size_t word_behind(const pol_pdf_page *page, const pol_pdf_fragment *f,
                          const pol_pdf_gutter *gutter)
{
    double x = (gutter->x1 + gutter->x2) / 2;
    if (f->x1 >= x || f->x2 <= x)
        return 0;
    for (size_t i = f->first + 1; i < f->first + f->count; i++)
        if (page->words[i - 1].x2 <= x && page->words[i].x1 >= x)
            return i;
    return 0;
}

/* All fragments, in order; those that reach over the gutter as two. */
static size_t cut(const pol_pdf_page *page, const pol_pdf_fragment *fragments, size_t count,
                  const pol_pdf_gutter *gutter, pol_pdf_fragment *pieces)
{
    size_t made = 0;
    for (size_t i = 0; i < count; i++) {
        const pol_pdf_fragment *f = &fragments[i];
        double y = (f->y1 + f->y2) / 2;
        bool is_beside = y >= gutter->top && y <= gutter->bottom;
        size_t word = is_beside ? word_behind(page, f, gutter) : 0;
        if (word > 0) {
            pieces[made++] = pol_pdf_fragment_of(page, f->first, word);
            pieces[made++] = pol_pdf_fragment_of(page, word, f->first + f->count);
        } else {
            pieces[made++] = *f;
        }
    }
    return made;
}

/* ---- where it ends ---- */

/* Where text of one side goes on from [*top, *bottom] without a gap, that belongs too. */
static void stretch(const pol_pdf_fragment *fragments, size_t first, size_t end, double x, side on,
                    double *top, double *bottom)
{
    for (size_t i = first; i < end; i++) {
        const pol_pdf_fragment *f = &fragments[i];
        if (side_of(f, x) == on && f->y1 - *bottom < gap_break * (f->y2 - f->y1) && f->y2 > *bottom)
            *bottom = f->y2;
    }
    for (size_t i = end; i-- > first;) {
        const pol_pdf_fragment *f = &fragments[i];
        if (side_of(f, x) == on && *top - f->y2 < gap_break * (f->y2 - f->y1) && f->y1 < *top)
            *top = f->y1;
    }
}

/* Both sides of a line, a row, or a paragraph set beside another. */
static bool is_two_sided(const pol_pdf_page *page, const pol_pdf_fragment *fragments, size_t from,
                         size_t to, const pol_pdf_gutter *gutter)
{
    double x = (gutter->x1 + gutter->x2) / 2;
    bool has[2] = {false, false};
    for (size_t i = from; i < to; i++) {
        has[side_of(&fragments[i], x)] = true;
        if (word_behind(page, &fragments[i], gutter) > 0)
            return true;
    }
    return has[LEFT] && has[RIGHT];
}

/* Where the cell of a table goes on: close to [top, bottom], and not at the left edge, where
 * new text starts. */
static bool is_rest(const pol_pdf_fragment *fragments, size_t from, size_t to, double left,
                    double gap, double top, double bottom)
{
    double height = fragments[from].y2 - fragments[from].y1;
    for (size_t i = from; i < to; i++) {
        const pol_pdf_fragment *f = &fragments[i];
        if (f->x1 < left + f->size || f->y1 - bottom > gap * height || top - f->y2 > gap * height)
            return false;
    }
    return true;
}

/* Keeps of the run [first, end) what lies between the first and the last lines that have
 * both sides: a table ends there, but for the cells that have more lines than their row. */
static void trim_table(const pol_pdf_page *page, const pol_pdf_fragment *fragments, size_t first,
                       size_t end, pol_pdf_gutter *gutter)
{
    static const double overlap = -0.25, close = 0.4;
    double top = INFINITY, bottom = -INFINITY, below, left = INFINITY;
    double gap = pol_pdf_row_gap(fragments + first, end - first);
    size_t sided = 0, start = end;
    for (size_t from = first, to; from < end; from = to) {
        to = pol_pdf_band_end(fragments, end, from, overlap, &below);
        bool is_row = is_two_sided(page, fragments, from, to, gutter);
        if (!is_row && (sided == 0 || !is_rest(fragments, from, to, left, gap, top, bottom)))
            continue;
        start = sided == 0 ? from : start;
        for (size_t i = from; is_row && i < to; i++)
            left = fmin(left, fragments[i].x1);
        top = fmin(top, fragments[from].y1);
        bottom = fmax(bottom, below);
        sided += is_row;
    }
    gap = fmin(gap, close); /* upwards the surest only: another table may end there */
    while (start > first && is_rest(fragments, start - 1, start, left, gap, top, bottom))
        top = fmin(top, fragments[--start].y1);
    gutter->top = top;
    gutter->bottom = bottom;
    gutter->score = sided;
}

/* Keeps where text stands on both sides, and what goes on from it. */
static void trim_columns(const pol_pdf_fragment *fragments, size_t first, size_t end,
                         pol_pdf_gutter *gutter)
{
    double top[2] = {INFINITY, INFINITY}, bottom[2] = {-INFINITY, -INFINITY};
    double x = (gutter->x1 + gutter->x2) / 2;
    for (size_t i = first; i < end; i++) {
        side on = side_of(&fragments[i], x);
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
            sides[side_of(&fragments[i], x)]++;
    }
    gutter->score = sides[LEFT] < sides[RIGHT] ? sides[LEFT] : sides[RIGHT];
}

/* A heading over both columns that is short enough to stand over the first only: larger, and
 * white beside it, though the other column goes on beyond it. `by` is the way there. */
static bool is_heading_over(const pol_pdf_fragment *fragments, size_t count, size_t at, int by,
                            const pol_pdf_gutter *gutter)
{
    enum { NEAR = 24, BEYOND = 200 };
    const pol_pdf_fragment *f = &fragments[at];
    double height = f->y2 - f->y1;
    if (f->size < heading * fragments[gutter->seed].size)
        return false;
    size_t first = at > NEAR ? at - NEAR : 0, end = at + NEAR < count ? at + NEAR : count;
    for (size_t i = first; i < end; i++)
        if (i != at && fragments[i].y2 > f->y1 - 0.2 * height &&
            fragments[i].y1 < f->y2 + 0.2 * height)
            return false;
    for (size_t seen = 0; seen < BEYOND && at < count; seen++, at += (size_t)by)
        if (&fragments[at] != f && side_of(&fragments[at], (gutter->x1 + gutter->x2) / 2) == RIGHT)
            return true;
    return false;
}

/* Grows from the gap [x1, x2] at the fragment `seed`. */
static pol_pdf_gutter grow(const pol_pdf_page *page, const pol_pdf_fragment *fragments,
                           size_t count, size_t seed, double x1, double x2, bool is_table)
{
    pol_pdf_gutter gutter = {.x1 = x1, .x2 = x2, .seed = seed};
    double width = (is_table ? narrow : wide) * fragments[seed].size;
    if (x2 - x1 < width)
        return gutter;
    size_t first = seed, end = seed + 1;
    while (end < count && !is_heading_over(fragments, count, end, 1, &gutter) &&
           take(page, &fragments[end], width, &gutter))
        end++;
    while (first > 0 && !is_heading_over(fragments, count, first - 1, -1, &gutter) &&
           take(page, &fragments[first - 1], width, &gutter))
        first--;
    if (is_table)
        trim_table(page, fragments, first, end, &gutter);
    else
        trim_columns(fragments, first, end, &gutter);
    return gutter;
}

/* ---- all there are ---- */

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

static bool is_known(const pol_pdf_gutter *gutters, size_t count, const pol_pdf_fragment *left,
                     const pol_pdf_fragment *right)
{
    for (size_t i = 0; i < count; i++)
        if (left->x2 <= gutters[i].x1 + 0.1 && right->x1 >= gutters[i].x2 - 0.1 &&
            left->y1 >= gutters[i].top - 1 && left->y2 <= gutters[i].bottom + 1)
            return true;
    return false;
}

/* The best first. */
static size_t collect(const pol_pdf_page *page, const pol_pdf_fragment *fragments, size_t count,
                      bool is_table, pol_pdf_gutter *gutters)
{
    size_t found = 0, step = count / SEEDS_MAX + 1;
    for (size_t i = 0; i < count && found < GUTTERS_MAX; i += step) {
        const pol_pdf_fragment *neighbour = right_neighbour(fragments, count, i);
        if (!neighbour || is_known(gutters, found, &fragments[i], neighbour))
            continue;
        pol_pdf_gutter made =
            grow(page, fragments, count, i, fragments[i].x2, neighbour->x1, is_table);
        if (made.score < (is_table ? 3u : 2u) || (is_table && made.splits * 2 > made.score))
            continue; /* more lines of text with a wide gap than rows */
        size_t at = found++;
        for (; at > 0 && gutters[at - 1].score < made.score; at--)
            gutters[at] = gutters[at - 1];
        gutters[at] = made;
    }
    return found;
}

/* ---- choosing ---- */

/* What is looked at, and what came of it. */
typedef struct search {
    const pol_pdf_page *page;
    const pol_pdf_fragment *fragments;
    size_t count;
    pol_pdf_gutter gutter;
    pol_pdf_fragment *pieces; /* cut at `gutter` */
    size_t piece_count;
} search;

static pol_pdf_shape judge(search *s, const pol_pdf_gutter *gutter)
{
    s->gutter = *gutter;
    s->piece_count = cut(s->page, s->fragments, s->count, gutter, s->pieces);
    return pol_pdf_shape_judge(s->pieces, s->piece_count, gutter);
}

/* Columns of text, the one that reaches furthest first. What looks like a table ends it: its
 * cells may come nearer to each other elsewhere. */
static bool find_columns(search *s)
{
    pol_pdf_gutter gutters[GUTTERS_MAX];
    pol_pdf_shape shape = POL_PDF_FLOW;
    size_t found = collect(s->page, s->fragments, s->count, false, gutters);
    for (size_t i = 0; i < found && i < TRIED_MAX && shape == POL_PDF_FLOW; i++)
        shape = judge(s, &gutters[i]);
    return shape == POL_PDF_COLUMNS;
}

static bool find_table(search *s)
{
    pol_pdf_gutter gutters[GUTTERS_MAX];
    size_t found = collect(s->page, s->fragments, s->count, true, gutters);
    for (size_t i = 0; i < found && i < TRIED_MAX; i++)
        if (judge(s, &gutters[i]) == POL_PDF_TABLE)
            return true;
    return false;
}

/* Few lines beside a gutter that is no wider than one between cells. */
static bool is_weak(const search *s)
{
    enum { FEW = 10 };
    double size = s->fragments[s->gutter.seed].size;
    return s->gutter.score < FEW && s->gutter.x2 - s->gutter.x1 < size;
}

static double reach(const pol_pdf_gutter *gutter)
{
    return gutter->bottom - gutter->top;
}

pol_pdf_shape pol_pdf_gutter_find(const pol_pdf_page *page, const pol_pdf_fragment *fragments,
                                  size_t count, pol_pdf_gutter *ret_gutter,
                                  pol_pdf_fragment *ret_pieces, size_t *ret_piece_count)
{
    search s = {.page = page, .fragments = fragments, .count = count, .pieces = ret_pieces};
    if (count < 4 || count > FRAGMENTS_MAX)
        return POL_PDF_FLOW;
    pol_pdf_shape shape = find_columns(&s) ? POL_PDF_COLUMNS : POL_PDF_FLOW;
    pol_pdf_gutter columns = s.gutter;
    if (shape == POL_PDF_FLOW || is_weak(&s)) {
        if (find_table(&s) && (shape == POL_PDF_FLOW || reach(&s.gutter) > reach(&columns)))
            shape = POL_PDF_TABLE;
        else
            judge(&s, &columns); /* cuts there again */
    }
    *ret_gutter = s.gutter;
    *ret_piece_count = s.piece_count;
    return shape;
}
