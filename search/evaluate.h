/* evaluate.h - an expression to the entries that match it, over posting lists (private to search/).
 *
 * What Xapian's matcher would find, and joins of documents with their passages: for indexes on this
 * machine's disk. Words near each other are left to the matcher. Sets are remembered with the
 * expressions. */
#ifndef POL_SEARCH_EVALUATE_H
#define POL_SEARCH_EVALUATE_H

#include "search/evaluate/set.h"
#include "search/lengths.h"
#include "search/plan/builder.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_evaluator {
    pol_index *index;
    pol_arena *arena; /* of the sets; outlives the expressions */
    xc_docid last;    /* the highest document id */
} pol_evaluator;

/* Every entry that matches; NULL matches nothing. Weights are passed over. Looking for phrases
 * stops at the index's deadline, which it notes in has_timed_out. Fails: POL_NOMEM, POL_LIMIT (too
 * much to be held), and as reading the index. */
POL_MUST_CHECK pol_status pol_evaluate(const pol_evaluator *evaluator, pol_expr *expr,
                                       const pol_set **ret_set, pol_error *reterr);

/* The same among those of `within` alone. */
POL_MUST_CHECK pol_status pol_evaluate_within(const pol_evaluator *evaluator, pol_expr *expr,
                                              const pol_set *within, const pol_set **ret_set,
                                              pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
