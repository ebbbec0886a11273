/* similar_candidates.h - the words of a text to the documents whose passages have the most telling
 * of them (private to draft/similar*.c). */
#ifndef POL_DRAFT_SIMILAR_CANDIDATES_H
#define POL_DRAFT_SIMILAR_CANDIDATES_H

#include "search/scan.h"

typedef struct pol_similar_candidate {
    pol_span id; /* in the arena */
    double score;
} pol_similar_candidate;

/* From the best `depth` passages, summed by document: the best first. Fails: POL_NOMEM, POL_LIMIT,
 * and as reading the index. */
POL_MUST_CHECK pol_status pol_similar_candidates_find(pol_index *index, pol_span text, size_t depth,
                                                      pol_arena *arena,
                                                      pol_similar_candidate **ret_candidates,
                                                      size_t *ret_count, pol_error *reterr);

#endif
