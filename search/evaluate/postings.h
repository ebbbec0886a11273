/* postings.h - posting lists read in whole, and kept while the revision lasts (private to search/).
 *
 * Reading one through Xapian costs about 17 ns a posting, walking one that is kept less than 1.
 * Kept are at most POL_POSTINGS_KEPT_BYTES, those that were asked for last; while one search runs
 * none is given up, so that it may hold up to POL_POSTINGS_BYTES_MAX. One thread, the index's. */
#ifndef POL_SEARCH_EVALUATE_POSTINGS_H
#define POL_SEARCH_EVALUATE_POSTINGS_H

#include "search/index.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_POSTINGS_KEPT_BYTES = 24 << 20, POL_POSTINGS_BYTES_MAX = 128 << 20 };

typedef struct pol_posting_list {
    const xc_docid *docids; /* ascending */
    const uint32_t *wdfs;   /* by place */
    uint32_t count;
} pol_posting_list;

/* All of the term's; an empty list for a term that is not there. Borrowed from `index` until
 * pol_postings_trim(), or until it moves on. Fails: POL_NOMEM, POL_LIMIT (this search has read
 * POL_POSTINGS_BYTES_MAX), and as reading the index. */
POL_MUST_CHECK pol_status pol_postings_get(pol_index *index, pol_span term,
                                           const pol_posting_list **ret_list, pol_error *reterr);

/* How many it has: without reading it. Fails as reading the index. */
POL_MUST_CHECK pol_status pol_postings_count(pol_index *index, pol_span term, uint32_t *ret_count,
                                             pol_error *reterr);

/* Those of `docids`, ascending, that have the term: their places in `docids` and how often each
 * has it, into arrays with room for `count`. Reads no more than about what lies between.
 * Fails as reading the index. */
POL_MUST_CHECK pol_status pol_postings_probe(pol_index *index, pol_span term,
                                             const xc_docid *docids, size_t count, uint32_t *places,
                                             uint32_t *wdfs, size_t *ret_count, pol_error *reterr);

/* Is it cheaper to look `count` documents up in a list of `length` than to read it? */
static inline bool pol_postings_prefers_probe(size_t count, size_t length)
{
    return count < length / 256;
}

/* A search begins: gives up what is kept beyond the bound. */
void pol_postings_trim(pol_index *index);
void pol_postings_free(struct pol_postings *postings); /* NULL is allowed */

#ifdef __cplusplus
}
#endif
#endif
