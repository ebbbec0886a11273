/* condition.h - a node of the query tree to a Xapian query that only says yes or no. */
#ifndef POL_SEARCH_PLAN_CONDITION_H
#define POL_SEARCH_PLAN_CONDITION_H

#include "search/plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What `node` asks of the text, title or head at `place`. *ret_query is NULL where it
 * asks nothing (a label), and a query that matches nothing where the index has none of
 * the words. Fails: POL_NOMEM, POL_LIMIT, and as reading the index. */
POL_MUST_CHECK pol_status pol_condition(pol_plan *plan, const pol_node *node,
                                        const pol_place *place, pol_expr **ret_query,
                                        pol_error *reterr);

/* A FIELD node as a filter. */
POL_MUST_CHECK pol_status pol_condition_field(pol_plan *plan, const pol_node *node,
                                              pol_expr **ret_query, pol_error *reterr);

/* A LABEL node: heads of documents with that number, when and where it says. */
POL_MUST_CHECK pol_status pol_condition_label(pol_plan *plan, const pol_node *node,
                                              pol_expr **ret_query, pol_error *reterr);

/* Is this child of a group left out, a stop word among other words, or a label? */
bool pol_condition_is_idle(const pol_node *parent, const pol_node *child);

#ifdef __cplusplus
}
#endif
#endif
