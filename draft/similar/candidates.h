/* candidates.h - a document to those that have passages like its own (private to
 * draft/similar*.c). */
#ifndef POL_DRAFT_SIMILAR_CANDIDATES_H
#define POL_DRAFT_SIMILAR_CANDIDATES_H

#include "document/document.h"
#include "search/scan.h"

typedef struct pol_similar_candidate {
    pol_span id; /* in the arena */
    double score;
} pol_similar_candidate;

/* By the best passages for each of its own, and for its whole text, about `depth` in all: the best
 * first, itself among them. Fails: POL_NOMEM, POL_LIMIT, and as reading the index. */
POL_MUST_CHECK pol_status pol_similar_candidates_find(pol_index *index,
                                                      const pol_document *document, size_t depth,
                                                      pol_arena *arena,
                                                      pol_similar_candidate **ret_candidates,
                                                      size_t *ret_count, pol_error *reterr);

#endif
