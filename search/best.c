/* best.c - block by block of documents: the most that any can score, and, where that is enough to
 * be among the best, the sums of all. */
#include "search/best.h"

#include <stdlib.h>

typedef struct scanning {
    pol_best *best;
    const pol_weighed *lists;
    const pol_impact_block **blocks; /* by list: the next one */
    size_t count;
    pol_best_admits *admits;
    void *context;
    double sums[POL_IMPACT_BLOCK]; /* of one block; 0 between blocks */
} scanning;

static pol_status fail_room(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a search");
}

/* --- the best of many ------------------------------------------------------------- */

pol_best pol_best_begin(pol_arena *arena, size_t depth, double floor)
{
    return (pol_best){.arena = arena, .depth = depth, .floor = floor};
}

static void sift_down(pol_scored *heap, size_t at, size_t count)
{
    size_t child;
    pol_scored moved = heap[at];
    while ((child = 2 * at + 1) < count) {
        if (child + 1 < count && pol_scored_is_worse(heap[child + 1], heap[child]))
            child++;
        if (!pol_scored_is_worse(heap[child], moved))
            break;
        heap[at] = heap[child];
        at = child;
    }
    heap[at] = moved;
}

static void sift_up(pol_scored *heap, size_t at)
{
    pol_scored moved = heap[at];
    for (; at > 0 && pol_scored_is_worse(moved, heap[(at - 1) / 2]); at = (at - 1) / 2)
        heap[at] = heap[(at - 1) / 2];
    heap[at] = moved;
}

double pol_best_limit(const pol_best *best)
{
    return best->count < best->depth || !best->count ? best->floor : best->items[0].score;
}

bool pol_best_offer(pol_best *best, pol_scored one)
{
    if (best->depth == 0 || !(one.score > best->floor))
        return true;
    if (best->count == best->depth) {
        if (pol_scored_is_worse(best->items[0], one)) {
            best->items[0] = one;
            sift_down(best->items, 0, best->count);
        }
        return true;
    }
    pol_scored *items =
        pol_arena_grow(best->arena, best->items, best->count, &best->capacity, sizeof *best->items);
    if (!items)
        return false;
    best->items = items;
    items[best->count] = one;
    sift_up(items, best->count++);
    return true;
}

void pol_best_end(pol_best *best)
{
    for (size_t left = best->count; left > 1; left--) {
        pol_scored worst = best->items[0];
        best->items[0] = best->items[left - 1];
        best->items[left - 1] = worst;
        sift_down(best->items, 0, left - 1);
    }
}

static int by_score(const void *left, const void *right)
{
    const pol_scored *a = left, *b = right;
    return pol_scored_is_worse(*b, *a) ? -1 : pol_scored_is_worse(*a, *b);
}

void pol_scored_sort(pol_scored *items, size_t count)
{
    if (count)
        qsort(items, count, sizeof *items, by_score);
}

/* --- one block -------------------------------------------------------------------- */

static bool offer(scanning *now, xc_docid docid, double score)
{
    return !now->admits(now->context, docid) ||
           pol_best_offer(now->best, (pol_scored){docid, score});
}

/* Where one list alone has it. */
static bool scan_alone(scanning *now, const pol_weighed *list, const pol_impact_block *block)
{
    double limit = pol_best_limit(now->best);
    const pol_impacts *impacts = list->impacts;
    for (uint32_t i = block->start; i < block[1].start; i++) {
        double score = list->gain * impacts->shares[i];
        if (!(score > limit))
            continue;
        if (!offer(now, impacts->docids[i], score))
            return false;
        limit = pol_best_limit(now->best);
    }
    return true;
}

static void add_up(scanning *now, const pol_weighed *list, const pol_impact_block *block)
{
    const pol_impacts *impacts = list->impacts;
    for (uint32_t i = block->start; i < block[1].start; i++)
        now->sums[impacts->docids[i] % POL_IMPACT_BLOCK] += list->gain * impacts->shares[i];
}

/* Documents of the list, but for those that were taken with another one: so within a block an equal
 * one may come late. */
static bool take_sums(scanning *now, const pol_impacts *impacts, const pol_impact_block *block)
{
    bool has_room = true;
    double limit = pol_best_limit(now->best);
    for (uint32_t i = block->start; i < block[1].start; i++) {
        double *sum = &now->sums[impacts->docids[i] % POL_IMPACT_BLOCK];
        if (*sum > 0 && *sum >= limit && has_room) {
            has_room = offer(now, impacts->docids[i], *sum);
            limit = pol_best_limit(now->best);
        }
        *sum = 0;
    }
    return has_room;
}

/* Documents come in the order of their ids: one that scores no more than the limit comes too late.
 */
static bool scan_block(scanning *now, uint32_t number)
{
    size_t having = 0, which = 0;
    double most = 0;
    bool has_room = true;
    for (size_t i = 0; i < now->count; i++) {
        if (now->blocks[i]->number != number)
            continue;
        having++;
        which = i;
        most += now->lists[i].gain * now->blocks[i]->most;
    }
    if (!(most > pol_best_limit(now->best)))
        return true;
    if (having == 1)
        return scan_alone(now, &now->lists[which], now->blocks[which]);
    for (size_t i = 0; i < now->count; i++)
        if (now->blocks[i]->number == number)
            add_up(now, &now->lists[i], now->blocks[i]);
    for (size_t i = 0; i < now->count; i++)
        if (now->blocks[i]->number == number)
            has_room &= take_sums(now, now->lists[i].impacts, now->blocks[i]);
    return has_room;
}

/* --- all of them ------------------------------------------------------------------ */

static uint32_t next_number(const scanning *now)
{
    uint32_t number = UINT32_MAX;
    for (size_t i = 0; i < now->count; i++)
        number = now->blocks[i]->number < number ? now->blocks[i]->number : number;
    return number;
}

pol_status pol_best_scan(pol_best *best, const pol_weighed *lists, size_t count,
                         pol_best_admits *admits, void *context, pol_error *reterr)
{
    scanning *now = pol_arena_array(best->arena, 1, sizeof *now);
    const pol_impact_block **blocks = pol_arena_array(best->arena, count + 1, sizeof *blocks);
    if (!now || !blocks)
        return fail_room(reterr);
    now->best = best;
    now->lists = lists;
    now->blocks = blocks;
    now->count = count;
    now->admits = admits;
    now->context = context;
    for (size_t i = 0; i < count; i++)
        blocks[i] = lists[i].impacts->blocks;
    for (uint32_t number; (number = next_number(now)) != UINT32_MAX;) {
        if (!scan_block(now, number))
            return fail_room(reterr);
        for (size_t i = 0; i < count; i++)
            blocks[i] += blocks[i]->number == number;
    }
    return POL_OK;
}
