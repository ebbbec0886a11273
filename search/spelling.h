/* spelling.h - words that the index does not have, and what may have been meant. */
#ifndef POL_SEARCH_SPELLING_H
#define POL_SEARCH_SPELLING_H

#include "search/index.h"
#include "search/plan.h"

/* `query` with each unknown word replaced by the nearest word of the index that has one;
 * *ret_suggestion is absent where nothing was replaced. *ret_unknown: the words, as typed,
 * that the index has in no form. All in `arena`. Fails: POL_NOMEM, POL_LIMIT, and as
 * reading the index. */
POL_MUST_CHECK pol_status pol_spelling_check(pol_plan *plan, pol_span query, pol_arena *arena,
                                             pol_span *ret_suggestion, const pol_span **ret_unknown,
                                             size_t *ret_count, pol_error *reterr);

#endif
