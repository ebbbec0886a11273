/* weighed.h - a word of a query to the list of documents that it weighs in (private to search/). */
#ifndef POL_SEARCH_LOCAL_WEIGHED_H
#define POL_SEARCH_LOCAL_WEIGHED_H

#include "search/local/impacts.h"
#include "search/local/score.h"

#ifdef __cplusplus
extern "C" {
#endif

/* In a document it weighs gain * share. */
typedef struct pol_weighed {
    const pol_impacts *impacts;
    double gain;
    double most; /* that it can weigh, in a document or in a passage */
} pol_weighed;

/* As pol_score_unit() would score all documents. The list is the index's (see pol_impacts_get()) or
 * lies in `arena`. Fails: POL_NOMEM, POL_LIMIT, and as reading the index. */
POL_MUST_CHECK pol_status pol_weigh_unit(pol_index *index, const pol_lengths *lengths,
                                         const pol_unit *unit, pol_arena *arena,
                                         pol_weighed *ret_weighed, pol_error *reterr);

/* The same of a stem, or of two that count as one word (`other` absent: of one), `factor` times. */
POL_MUST_CHECK pol_status pol_weigh_stems(pol_index *index, const pol_lengths *lengths,
                                          pol_span stem, pol_span other, double factor,
                                          pol_weighed *ret_weighed, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
