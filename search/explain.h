/* explain.h - why these hits: the query tree, what was matched, and the terms with their
 * frequencies, for --explain. */
#ifndef POL_SEARCH_EXPLAIN_H
#define POL_SEARCH_EXPLAIN_H

#include "core/buffer.h"
#include "search/local.h"
#include "search/plan/tiers.h"

/* Appends lines of text; ask buffer->status. Fails as reading the index. */
POL_MUST_CHECK pol_status pol_explain_query(pol_plan *plan, const pol_query *query,
                                            const pol_tiers *tiers, pol_buffer *buffer,
                                            pol_error *reterr);

/* What each word adds to the weights of hits that were ranked over posting lists. */
POL_MUST_CHECK pol_status pol_explain_ranked(pol_plan *plan, const pol_ranked *ranked,
                                             pol_buffer *buffer, pol_error *reterr);

/* The same of one hit that Xapian ranked, pairs of words too. */
POL_MUST_CHECK pol_status pol_explain_hit(pol_plan *plan, xc_matches *matches, size_t hit,
                                          pol_buffer *buffer, pol_error *reterr);

#endif
