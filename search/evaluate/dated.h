/* dated.h - hits of a condition in the order of a slot, by columns (private to search/). */
#ifndef POL_SEARCH_EVALUATE_DATED_H
#define POL_SEARCH_EVALUATE_DATED_H

#include "search/evaluate/set.h"
#include "search/plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What a page shows of what meets a condition. */
typedef struct pol_dated {
    const xc_docid *hits;
    size_t count; /* of these */
    size_t total; /* of all */
} pol_dated;

/* Hits `first` to `first + count` by the slot's value, from high to low where `is_descending`;
 * equals come in the index's order, as Xapian's matcher has them. All lies in the plan's arena.
 * *ret_did is false, and nothing done, where that takes a match: the index has no such column, or
 * the condition too many hits. Fails: POL_NOMEM, and as reading the index. */
POL_MUST_CHECK pol_status pol_dated_find(pol_plan *plan, pol_expr *condition, xc_slot slot,
                                         bool is_descending, size_t first, size_t count,
                                         pol_dated *ret_dated, bool *ret_did, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
