/* best.c - block by block of documents: the most that any can score, and, where that is enough to
 * be among the best, what each does.
 *
 * Words that together cannot lift a document among the best are not what finds it: in a block, only
 * lists that weigh more are read through, and of documents that may be among the best by these and
 * the most that the others can add, the others are asked. The blocks that promise most come first,
 * so that there soon is something to be better than. */
#include "search/local/best.h"

#include <stdlib.h>

enum {
    FEW_LISTS = 8,   /* among which to look for some to leave out */
    LOOK_UP_COST = 8 /* in postings read */
};
/* Sums in another order may differ by less. */
#define NEARLY (1 - 1e-12)

/* A list's part in a block. */
typedef struct part {
    const pol_impacts *impacts;
    double gain;
    double most; /* that it adds to a document */
    uint32_t start, end;
} part;

typedef struct scanning {
    pol_best *best;
    const pol_weighed *lists;
    size_t count;
    const pol_impact_block **blocks; /* by list: the next one */
    double *bounds; /* by block: the most that its documents score; 0: it is done */
    size_t bound_count;
    part *parts; /* of the block at hand, in the order of the lists */
    size_t part_count;
    part order[FEW_LISTS]; /* the same, those that add least first */
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

/* --- one document ----------------------------------------------------------------- */

/* Halves what is left without a branch: which half it is cannot be foreseen. */
static double share_in(const part *in, xc_docid docid)
{
    const xc_docid *at = in->impacts->docids + in->start;
    for (uint32_t left = in->end - in->start; left > 1; left -= left / 2)
        at += at[left / 2 - 1] < docid ? left / 2 : 0;
    return *at == docid ? in->impacts->shares[at - in->impacts->docids] : 0;
}

/* May it be among the best, where it has `sum` in the lists from `first` on, which were read? The
 * others are asked, those that can add most first. */
static bool is_hopeful(const scanning *now, xc_docid docid, size_t first, double sum, double rest)
{
    double limit = pol_best_limit(now->best) * NEARLY;
    for (size_t i = first; i-- > 0 && sum + rest >= limit;) {
        const part *in = &now->order[i];
        sum += in->gain * share_in(in, docid);
        rest -= in->most;
    }
    return sum >= limit;
}

static bool offer(scanning *now, xc_docid docid, double score)
{
    return score < pol_best_limit(now->best) || !now->admits(now->context, docid) ||
           pol_best_offer(now->best, (pol_scored){docid, score});
}

/* With the sum of all its parts in their order. */
static bool add_up_and_offer(scanning *now, xc_docid docid)
{
    double score = 0;
    for (size_t i = 0; i < now->part_count; i++)
        score += now->parts[i].gain * share_in(&now->parts[i], docid);
    return offer(now, docid, score);
}

/* --- one block -------------------------------------------------------------------- */

/* One list is all there is. */
static bool scan_one(scanning *now, const part *in)
{
    double limit = pol_best_limit(now->best);
    for (uint32_t i = in->start; i < in->end; i++) {
        double score = in->gain * in->impacts->shares[i];
        if (score < limit)
            continue;
        if (!offer(now, in->impacts->docids[i], score))
            return false;
        limit = pol_best_limit(now->best);
    }
    return true;
}

/* Of the lists in `order` from `first` to before `end`. */
static size_t count_postings(const scanning *now, size_t first, size_t end)
{
    size_t count = 0;
    for (size_t i = first; i < end && i < FEW_LISTS; i++)
        count += now->order[i].end - now->order[i].start;
    return count;
}

static void add_up(scanning *now, const part *in)
{
    for (uint32_t i = in->start; i < in->end; i++)
        now->sums[in->impacts->docids[i] % POL_IMPACT_BLOCK] += in->gain * in->impacts->shares[i];
}

/* Documents of a list, but for those that were taken with another: sums are all they score. */
static bool take_sums(scanning *now, const part *in)
{
    bool has_room = true;
    double limit = pol_best_limit(now->best);
    for (uint32_t i = in->start; i < in->end; i++) {
        double *sum = &now->sums[in->impacts->docids[i] % POL_IMPACT_BLOCK], score = *sum;
        *sum = 0;
        if (score < limit || !(score > 0)) /* in this order, as the first is foreseen */
            continue;
        has_room &= offer(now, in->impacts->docids[i], score);
        limit = pol_best_limit(now->best);
    }
    return has_room;
}

/* Sums of the lists before `first` alone are too small. */
static void clear_sums(scanning *now, size_t first)
{
    enum { CLEARED_AT_ONCE = POL_IMPACT_BLOCK / 8 };
    if (count_postings(now, 0, first) > CLEARED_AT_ONCE) {
        memset(now->sums, 0, sizeof now->sums);
        return;
    }
    for (size_t i = 0; i < first; i++)
        for (uint32_t j = now->order[i].start; j < now->order[i].end; j++)
            now->sums[now->order[i].impacts->docids[j] % POL_IMPACT_BLOCK] = 0;
}

/* All lists are read, and documents of those from `first` on may be among the best. */
static bool scan_all(scanning *now, size_t first)
{
    bool has_room = true;
    for (size_t i = 0; i < now->part_count; i++)
        add_up(now, &now->parts[i]);
    if (now->part_count > FEW_LISTS) {
        for (size_t i = 0; i < now->part_count; i++)
            has_room &= take_sums(now, &now->parts[i]);
        return has_room;
    }
    for (size_t i = first; i < now->part_count; i++)
        has_room &= take_sums(now, &now->order[i]);
    clear_sums(now, first);
    return has_room;
}

/* The same where lists before `first` were left out, which may add `rest`. */
static bool take_hopeful(scanning *now, const part *in, size_t first, double rest)
{
    bool has_room = true;
    double limit = pol_best_limit(now->best) * NEARLY;
    for (uint32_t i = in->start; i < in->end; i++) {
        xc_docid docid = in->impacts->docids[i];
        double sum = now->sums[docid % POL_IMPACT_BLOCK];
        now->sums[docid % POL_IMPACT_BLOCK] = 0;
        if (!(sum > 0) || sum + rest < limit || !is_hopeful(now, docid, first, sum, rest))
            continue;
        has_room &= add_up_and_offer(now, docid);
        limit = pol_best_limit(now->best) * NEARLY;
    }
    return has_room;
}

/* How many of the lists in `order` are too light: a document that only these have is not among the
 * best. They may add *ret_rest. */
static size_t count_light(const scanning *now, double *ret_rest)
{
    size_t first = 0;
    double rest = 0, limit = pol_best_limit(now->best) * NEARLY;
    while (now->part_count <= FEW_LISTS && first + 1 < now->part_count &&
           rest + now->order[first].most < limit)
        rest += now->order[first++].most;
    *ret_rest = rest;
    return first;
}

/* The parts are known. */
static bool scan_block(scanning *now)
{
    double rest = 0;
    bool has_room = true;
    if (now->part_count == 1)
        return scan_one(now, now->parts);
    size_t first = count_light(now, &rest);
    if (count_postings(now, 0, first) <= LOOK_UP_COST * count_postings(now, first, now->part_count))
        return scan_all(now, first);
    for (size_t i = first; i < now->part_count; i++)
        add_up(now, &now->order[i]);
    for (size_t i = first; i < now->part_count; i++)
        has_room &= take_hopeful(now, &now->order[i], first, rest);
    return has_room;
}

static void add_part(scanning *now, const pol_weighed *list, const pol_impact_block *block)
{
    const part one = {list->impacts, list->gain, list->gain * block->most, block->start,
                      block[1].start};
    size_t at = now->part_count++;
    now->parts[at] = one;
    if (at >= FEW_LISTS)
        return;
    for (; at > 0 && now->order[at - 1].most > one.most; at--)
        now->order[at] = now->order[at - 1];
    now->order[at] = one;
}

/* --- all of them ------------------------------------------------------------------ */

/* The most that a document of each block scores. */
static bool find_bounds(scanning *now)
{
    size_t room = 0;
    for (size_t i = 0; i < now->count; i++) {
        const pol_impacts *impacts = now->lists[i].impacts;
        size_t last = impacts->block_count ? impacts->blocks[impacts->block_count - 1].number : 0;
        room = last >= room ? last + 1 : room;
    }
    now->bounds = pol_arena_array(now->best->arena, room + 1, sizeof *now->bounds);
    for (size_t i = 0; now->bounds && i < now->count; i++) {
        const pol_impacts *impacts = now->lists[i].impacts;
        for (size_t j = 0; j < impacts->block_count; j++)
            now->bounds[impacts->blocks[j].number] += now->lists[i].gain * impacts->blocks[j].most;
    }
    now->bound_count = room;
    return now->bounds != NULL;
}

/* Blocks are never looked at again. */
static bool scan_number(scanning *now, uint32_t number)
{
    now->part_count = 0;
    now->bounds[number] = 0;
    for (size_t i = 0; i < now->count; i++) {
        while (now->blocks[i]->number < number)
            now->blocks[i]++;
        if (now->blocks[i]->number == number)
            add_part(now, &now->lists[i], now->blocks[i]);
    }
    return scan_block(now);
}

static void go_back(scanning *now)
{
    for (size_t i = 0; i < now->count; i++)
        now->blocks[i] = now->lists[i].impacts->blocks;
}

static int by_number(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return a < b ? -1 : a > b;
}

/* The blocks that promise most, so that there soon is something to be better than. */
static bool scan_ahead(scanning *now)
{
    enum { AHEAD = 8 };
    uint32_t chosen[AHEAD];
    size_t count = 0;
    bool has_room = true;
    for (uint32_t number = 0; number < now->bound_count; number++) {
        if (count == AHEAD && !(now->bounds[number] > now->bounds[chosen[AHEAD - 1]]))
            continue;
        size_t at = count < AHEAD ? count++ : AHEAD - 1;
        for (; at > 0 && now->bounds[chosen[at - 1]] < now->bounds[number]; at--)
            chosen[at] = chosen[at - 1];
        chosen[at] = number;
    }
    qsort(chosen, count, sizeof *chosen, by_number);
    go_back(now);
    for (size_t i = 0; i < count; i++)
        has_room &= !(now->bounds[chosen[i]] > 0) || scan_number(now, chosen[i]);
    return has_room;
}

pol_status pol_best_scan(pol_best *best, const pol_weighed *lists, size_t count,
                         pol_best_admits *admits, void *context, pol_error *reterr)
{
    bool has_room = true;
    scanning *now = pol_arena_array(best->arena, 1, sizeof *now);
    if (!now)
        return fail_room(reterr);
    now->best = best;
    now->lists = lists;
    now->count = count;
    now->admits = admits;
    now->context = context;
    now->blocks = pol_arena_array(best->arena, count + 1, sizeof *now->blocks);
    now->parts = pol_arena_array(best->arena, count + 1, sizeof *now->parts);
    if (!now->blocks || !now->parts || !find_bounds(now) || !scan_ahead(now))
        return fail_room(reterr);
    go_back(now);
    for (uint32_t number = 0; number < now->bound_count && has_room; number++)
        if (now->bounds[number] > 0 && now->bounds[number] >= pol_best_limit(best))
            has_room = scan_number(now, number);
    return has_room ? POL_OK : fail_room(reterr);
}
