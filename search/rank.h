/* rank.h - the words of a query to what Xapian's matcher ranks passages by, on remote indexes; on
 * local ones search/local.h ranks by the same words and pairs.
 *
 * Measured on six test collections: IneB2 with c = 1.0, title words doubled (by the
 * index), a word's forms in text and title as one, repeated words counting linearly,
 * stop words left out, and adjacent words of the query, standing so in the text, as
 * phrases with a fifth of their weight. */
#ifndef POL_SEARCH_RANK_H
#define POL_SEARCH_RANK_H

#include "search/plan.h"

#ifdef __cplusplus
extern "C" {
#endif

#define POL_RANK_PAIR_SCALE 0.2
extern const xc_weight pol_rank_weight;

/* From plan->words; *ret_query is NULL where nothing weighs. Fails: POL_NOMEM, POL_LIMIT,
 * and as reading the index. */
POL_MUST_CHECK pol_status pol_rank_query(pol_plan *plan, pol_expr **ret_query, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
