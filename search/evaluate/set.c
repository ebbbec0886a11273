/* set.c - merging of ascending lists; many at once over a map of bits. */
#include "search/evaluate/set.h"

#include <stdlib.h>

/* The same where all before `low` are less, and `high` is not, or is the end. */
static size_t halve(const xc_docid *ids, size_t low, size_t high, xc_docid wanted)
{
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ids[middle] < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* ids[low] is less. Where it would be if ids were spread evenly, and from there as far as need be:
 * what lies between is not touched, which counts where a long list is not in the processor's
 * caches. */
static size_t seek_far(const xc_docid *ids, size_t low, size_t last, xc_docid wanted)
{
    size_t step = 16; /* as many as a line of a cache has */
    if (ids[last] < wanted)
        return last + 1;
    size_t high =
        low + (size_t)((uint64_t)(wanted - ids[low]) * (last - low) / (ids[last] - ids[low]));
    if (ids[high] < wanted) {
        for (low = high; last - low > step && ids[low + step] < wanted; step *= 2)
            low += step;
        high = last - low > step ? low + step : last;
    } else {
        for (; high - low > step && ids[high - step] >= wanted; step *= 2)
            high -= step;
        low = high - low > step ? high - step : low;
    }
    return halve(ids, low, high, wanted);
}

size_t pol_set_seek(const pol_set *set, size_t from, xc_docid wanted)
{
    enum { NEAR = 16 };
    size_t low = from;
    for (size_t step = 1; step <= NEAR; step *= 2) {
        if (step >= set->count - from)
            return halve(set->ids, low, set->count, wanted);
        if (set->ids[from + step] >= wanted)
            return halve(set->ids, low, from + step, wanted);
        low = from + step;
    }
    return seek_far(set->ids, low, set->count - 1, wanted);
}

static int by_id(const void *left, const void *right)
{
    xc_docid a = *(const xc_docid *)left, b = *(const xc_docid *)right;
    return a < b ? -1 : a > b;
}

size_t pol_set_order(xc_docid *ids, size_t count)
{
    size_t kept = 0;
    bool is_sorted = true;
    for (size_t i = 1; i < count && is_sorted; i++)
        is_sorted = ids[i - 1] <= ids[i];
    if (!is_sorted)
        qsort(ids, count, sizeof *ids, by_id);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || ids[i] != ids[kept - 1])
            ids[kept++] = ids[i];
    return kept;
}

/* Those of both, walked side by side: which of two ids is the smaller one cannot be foreseen, so
 * there is no branch on it. */
static size_t walk_both(const pol_set *left, const pol_set *right, xc_docid *ids)
{
    size_t i = 0, j = 0, count = 0;
    while (i < left->count && j < right->count) {
        const xc_docid a = left->ids[i], b = right->ids[j];
        ids[count] = a;
        count += a == b;
        i += a <= b;
        j += b <= a;
    }
    return count;
}

/* The smaller one is walked, places of the larger one are looked for. */
static size_t walk_few(const pol_set *few, const pol_set *many, xc_docid *ids)
{
    size_t count = 0, at = 0;
    for (size_t i = 0; i < few->count && at < many->count; i++) {
        if (many->ids[at] < few->ids[i])
            at = pol_set_seek(many, at, few->ids[i]);
        if (at < many->count && many->ids[at] == few->ids[i])
            ids[count++] = few->ids[i];
    }
    return count;
}

bool pol_set_and(const pol_set *left, const pol_set *right, pol_arena *arena, pol_set *ret_set)
{
    enum { FAR_MORE = 8 };
    const pol_set *few = left->count <= right->count ? left : right;
    const pol_set *many = few == left ? right : left;
    xc_docid *ids = pol_arena_array(arena, few->count + 1, sizeof *ids);
    if (!ids)
        return false;
    bool is_even = many->count / FAR_MORE < few->count;
    *ret_set = (pol_set){ids, is_even ? walk_both(few, many, ids) : walk_few(few, many, ids)};
    return true;
}

bool pol_set_without(const pol_set *left, const pol_set *right, pol_arena *arena, pol_set *ret_set)
{
    xc_docid *ids = pol_arena_array(arena, left->count + 1, sizeof *ids);
    size_t count = 0, at = 0;
    if (!ids)
        return false;
    for (size_t i = 0; i < left->count; i++) {
        if (at < right->count && right->ids[at] < left->ids[i])
            at = pol_set_seek(right, at, left->ids[i]);
        if (at == right->count || right->ids[at] != left->ids[i])
            ids[count++] = left->ids[i];
    }
    *ret_set = (pol_set){ids, count};
    return true;
}

/* --- any of many ------------------------------------------------------------------ */

static bool merge_two(const pol_set *left, const pol_set *right, pol_arena *arena, pol_set *ret_set)
{
    size_t i = 0, j = 0, count = 0;
    xc_docid *ids = pol_arena_array(arena, left->count + right->count + 1, sizeof *ids);
    if (!ids)
        return false;
    while (i < left->count && j < right->count) {
        xc_docid a = left->ids[i], b = right->ids[j];
        ids[count++] = a < b ? a : b;
        i += a <= b;
        j += b <= a;
    }
    for (; i < left->count; i++)
        ids[count++] = left->ids[i];
    for (; j < right->count; j++)
        ids[count++] = right->ids[j];
    *ret_set = (pol_set){ids, count};
    return true;
}

/* `total` ids in all, far fewer than the index has. */
static bool merge_sorted(const pol_set *sets, size_t count, size_t total, pol_arena *arena,
                         pol_set *ret_set)
{
    size_t at = 0;
    xc_docid *ids = pol_arena_array(arena, total + 1, sizeof *ids);
    if (!ids)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (sets[i].count)
            memcpy(ids + at, sets[i].ids, sets[i].count * sizeof *ids);
        at += sets[i].count;
    }
    *ret_set = (pol_set){ids, pol_set_order(ids, total)};
    return true;
}

static size_t list_bits(const uint64_t *bits, size_t words, xc_docid *ids)
{
    size_t count = 0;
    for (size_t i = 0; i < words; i++)
        for (uint64_t left = bits[i]; left; left &= left - 1)
            ids[count++] = (xc_docid)(64 * i + (size_t)__builtin_ctzll(left));
    return count;
}

static bool merge_bits(const pol_set *sets, size_t count, size_t total, xc_docid last,
                       pol_arena *arena, pol_set *ret_set)
{
    size_t words = (size_t)last / 64 + 1;
    uint64_t *bits = calloc(words, sizeof *bits);
    size_t room = total < (size_t)last + 1 ? total : (size_t)last + 1;
    xc_docid *ids = bits ? pol_arena_array(arena, room + 1, sizeof *ids) : NULL;
    for (size_t i = 0; ids && i < count; i++)
        for (size_t j = 0; j < sets[i].count && sets[i].ids[j] <= last; j++)
            bits[sets[i].ids[j] / 64] |= (uint64_t)1 << sets[i].ids[j] % 64;
    if (ids)
        *ret_set = (pol_set){ids, list_bits(bits, words, ids)};
    free(bits);
    return ids != NULL;
}

bool pol_set_or(const pol_set *sets, size_t count, xc_docid last, pol_arena *arena,
                pol_set *ret_set)
{
    size_t total = 0;
    for (size_t i = 0; i < count; i++)
        total += sets[i].count;
    if (count == 1) {
        *ret_set = sets[0];
        return true;
    }
    if (count == 2)
        return merge_two(&sets[0], &sets[1], arena, ret_set);
    return total < last / 256 ? merge_sorted(sets, count, total, arena, ret_set)
                              : merge_bits(sets, count, total, last, arena, ret_set);
}
