/* mould.c - two motions to whether one was made from the other by exchanging what it is
 * about. */
#include "draft/composites/motions.h"

enum {
    ROW = 4,             /* words in a row, */
    ROW_TAKEN = 3,       /* of which so many are taken over */
    TAKEN_MIN = 4,       /* words in such rows */
    ORDER_MAX = 1 << 10, /* words of a motion that are looked at */
};

static const double taken_share = 0.15; /* of the shorter motion */
static const double kept_share = 0.8;   /* of what both ask for: nothing was exchanged */

static size_t order_of(const pol_motion *motion)
{
    return motion->order_count < ORDER_MAX ? motion->order_count : ORDER_MAX;
}

/* Marks the words of a row that are the same; none where one was exchanged too many. */
static void mark_row(const uint32_t *a, const uint32_t *b, bool *is_taken)
{
    size_t same = 0;
    for (size_t i = 0; i < ROW; i++)
        same += a[i] == b[i];
    for (size_t i = 0; i < ROW && same >= ROW_TAKEN; i++)
        is_taken[i] = is_taken[i] || a[i] == b[i];
}

/* How many words of `a` stand in rows that `b` has too. */
static size_t taken(const pol_motion *a, const pol_motion *b)
{
    bool is_taken[ORDER_MAX] = {false};
    size_t count = 0, size = order_of(a), other = order_of(b);
    for (size_t i = 0; i + ROW <= size; i++)
        for (size_t j = 0; j + ROW <= other; j++)
            if (a->order[i] == b->order[j])
                mark_row(&a->order[i], &b->order[j], &is_taken[i]);
    for (size_t i = 0; i < size; i++)
        count += is_taken[i];
    return count;
}

/* Of what `a` asks for, what `b` has too. */
static double kept(const pol_motion *a, const pol_motion *b)
{
    double both = 0;
    for (size_t i = 0, j = 0; i < a->told.count && j < b->told.count;) {
        if (a->told.words[i].term < b->told.words[j].term) {
            i++;
        } else if (a->told.words[i].term > b->told.words[j].term) {
            j++;
        } else {
            if (a->told.words[i].where & POL_TOLD_ASKED)
                both += a->told.words[i].weight;
            i++;
            j++;
        }
    }
    return a->asked_weight > 0 ? both / a->asked_weight : 1;
}

bool pol_motions_moulded(const pol_motion *a, const pol_motion *b)
{
    const pol_motion *shorter = order_of(a) < order_of(b) ? a : b;
    size_t there = taken(a, b);
    if (there < TAKEN_MIN)
        return false;
    size_t back = taken(b, a), least = back < there ? back : there;
    if (least < TAKEN_MIN || (double)least < taken_share * (double)order_of(shorter))
        return false;
    return kept(a, b) < kept_share || kept(b, a) < kept_share;
}
