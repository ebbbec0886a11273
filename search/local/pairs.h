/* pairs.h - words that stand side by side as they were typed (private to search/).
 *
 * A document in which the exact words of a pair stand side by side, in a passage or in the title,
 * scores POL_PAIR_SCALE of what the two words weigh in it more. Looked at are the best
 * POL_PAIR_DOCUMENTS: the order of the others is not changed by it, as they score less anyway. */
#ifndef POL_SEARCH_LOCAL_PAIRS_H
#define POL_SEARCH_LOCAL_PAIRS_H

#include "search/local/best.h"
#include "search/local/units.h"

#ifdef __cplusplus
extern "C" {
#endif

#define POL_PAIR_SCALE 0.3
enum { POL_PAIR_DOCUMENTS = 24 };

/* Adds to the scores of `best`, the best `count` documents by now, at most POL_PAIR_DOCUMENTS;
 * their order stays. Fails: POL_NOMEM, POL_LIMIT, and as reading the index. */
POL_MUST_CHECK pol_status pol_pairs_add(pol_plan *plan, const pol_lengths *lengths,
                                        const pol_units *units, pol_scored *best, size_t count,
                                        pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
