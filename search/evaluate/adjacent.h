/* adjacent.h - how often words stand side by side in entries, by their positions (private to
 * search/). */
#ifndef POL_SEARCH_EVALUATE_ADJACENT_H
#define POL_SEARCH_EVALUATE_ADJACENT_H

#include "search/index.h"
#include "search/plan/builder.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Positions of a word are read for so many entries at once. */
enum { POL_ADJACENT_MAX = 256 };

/* `phrase` is a COMBINE of TERMs with positions. Writes for each of `count` entries, whose ids
 * ascend, at most POL_ADJACENT_MAX, how often all words stand in it one after the other, in this
 * order. Fails: POL_NOMEM, and as reading the index. */
POL_MUST_CHECK pol_status pol_adjacent_count(pol_index *index, const pol_expr *phrase,
                                             const xc_docid *docids, size_t count,
                                             uint32_t *ret_times, pol_error *reterr);

/* Of entries in which they stand so, whether they do at places none of which has the term `but`. */
POL_MUST_CHECK pol_status pol_adjacent_clear(pol_index *index, const pol_expr *phrase, pol_span but,
                                             const xc_docid *docids, size_t count,
                                             bool *ret_are_clear, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
