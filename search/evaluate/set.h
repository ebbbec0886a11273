/* set.h - sets of entries of the index as ascending lists of document ids (private to search/).
 *
 * Lists lie in an arena. Functions return false where it is full or memory is short. */
#ifndef POL_SEARCH_EVALUATE_SET_H
#define POL_SEARCH_EVALUATE_SET_H

#include "core/arena.h"
#include "xapian-c/xapian-c.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_set {
    const xc_docid *ids; /* ascending, each once */
    size_t count;
} pol_set;

/* The first place from `from` on whose id is `wanted` or more; set->count for none. Fast where that
 * is near. */
size_t pol_set_seek(const pol_set *set, size_t from, xc_docid wanted);

/* Puts ids in order, each once, in place; returns how many are left. Little work where they ascend.
 */
size_t pol_set_order(xc_docid *ids, size_t count);

/* Those of both. */
bool pol_set_and(const pol_set *left, const pol_set *right, pol_arena *arena, pol_set *ret_set);
/* Those of `left` that are not in `right`. */
bool pol_set_without(const pol_set *left, const pol_set *right, pol_arena *arena, pol_set *ret_set);
/* Those of any of `count` sets, none of which has ids over `last`. */
bool pol_set_or(const pol_set *sets, size_t count, xc_docid last, pol_arena *arena,
                pol_set *ret_set);

#ifdef __cplusplus
}
#endif
#endif
