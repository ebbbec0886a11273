/* tally.h - values of slots over what matches, each counted once for a document (private to
 * search/).
 *
 * On this machine's disk entries are found over posting lists, and counted by columns
 * (index/columns.h), or where there are none by their values: exact. Elsewhere Xapian counts
 * passages, which are scaled down: an estimate. */
#ifndef POL_SEARCH_EVALUATE_TALLY_H
#define POL_SEARCH_EVALUATE_TALLY_H

#include "search/plan.h"
#include "search/results.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_TALLY_SLOTS_MAX = POL_FIELD_COUNT + 1 };

/* By slot; lies in the plan's arena. */
typedef struct pol_tally {
    pol_facet_count *values[POL_TALLY_SLOTS_MAX]; /* in their order */
    size_t counts[POL_TALLY_SLOTS_MAX];
} pol_tally;

/* Counts `count` slots over what matches `query`. Fails: POL_NOMEM, POL_LIMIT, and as reading the
 * index. */
POL_MUST_CHECK pol_status pol_tally_make(pol_plan *plan, pol_expr *query, const xc_slot *slots,
                                         size_t count, pol_tally *ret_tally, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
