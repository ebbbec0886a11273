/* named.h - fields that are names and paths: their words, asked of the values in full.
 *
 * Conferences, organisations, bodies and sources are few values on many entries, each of which
 * carries a value as one term. What is asked of their words is asked of the index's list of
 * values, and stands for those that have them. */
#ifndef POL_SEARCH_NAMED_H
#define POL_SEARCH_NAMED_H

#include "search/plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A FIELD node of words, other than of titles: each child must be met by a value, not all by the
 * same one. Values beyond POL_TERMS_READ_MAX are passed over, which is said. Fails: POL_NOMEM,
 * POL_LIMIT, and as reading the index. */
POL_MUST_CHECK pol_status pol_named_condition(pol_plan *plan, const pol_node *node,
                                              pol_expr **ret_query, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
