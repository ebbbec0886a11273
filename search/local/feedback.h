/* feedback.h - stems that the best documents of a long query have in common (private to search/).
 *
 * Of the best POL_FEEDBACK_DOCUMENTS by score D, stem t of m of them is worth
 * v(t) = m * sum of D / D(best) * what t weighs there; the POL_FEEDBACK_STEMS that are worth most
 * add POL_FEEDBACK_SCALE * v / v(best) of what they weigh to every document that is found. Never
 * of queries of fewer than POL_FEEDBACK_UNITS_MIN words: what few words mean, others do not tell.
 */
#ifndef POL_SEARCH_LOCAL_FEEDBACK_H
#define POL_SEARCH_LOCAL_FEEDBACK_H

#include "search/local/best.h"
#include "search/local/units.h"

#ifdef __cplusplus
extern "C" {
#endif

#define POL_FEEDBACK_SCALE 0.4
enum { POL_FEEDBACK_UNITS_MIN = 8, POL_FEEDBACK_DOCUMENTS = 4, POL_FEEDBACK_STEMS = 10 };

/* Lists for what they add, POL_FEEDBACK_STEMS at most; `best` are the best documents by now, at
 * most POL_FEEDBACK_DOCUMENTS. Fails: POL_NOMEM, POL_LIMIT, and as reading the index. */
POL_MUST_CHECK pol_status pol_feedback_find(pol_plan *plan, const pol_lengths *lengths,
                                            const pol_units *units, const pol_scored *best,
                                            size_t count, pol_weighed *ret_lists, size_t *ret_count,
                                            pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
