/* frequency.h - how many entries have a term, and how often they have it (private to search/).
 *
 * A search asks for most of its words several times over; what was asked last is remembered, while
 * the revision lasts. */
#ifndef POL_SEARCH_EVALUATE_FREQUENCY_H
#define POL_SEARCH_EVALUATE_FREQUENCY_H

#include "search/index.h"

#ifdef __cplusplus
extern "C" {
#endif

/* 0 for a term that is not there. Fails as reading the index. */
POL_MUST_CHECK pol_status pol_frequency_documents(pol_index *index, pol_span term,
                                                  uint32_t *ret_documents, pol_error *reterr);
POL_MUST_CHECK pol_status pol_frequency_occurrences(pol_index *index, pol_span term,
                                                    uint64_t *ret_occurrences, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
