/* lengths.h - the lengths of all passages in a flat array: what scoring asks for most often.
 *
 * Read from the index in one go, kept with it until its revision changes. */
#ifndef POL_SEARCH_LENGTHS_H
#define POL_SEARCH_LENGTHS_H

#include "search/index.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_lengths {
    const uint32_t *of; /* by docid; 0 for none, and for heads */
    xc_docid last;      /* the highest docid */
    double average;     /* of passages */
    uint32_t passages;
    const double *norms; /* log2(1 + average / length), by lengths below POL_LENGTHS_NORMS */
    uint32_t *places;    /* by docid: whoever scores notes something there, and clears it */
} pol_lengths;

enum { POL_LENGTHS_NORMS = 1024 };

/* What occurrences in a text of this length are multiplied with; 0 for no length. */
double pol_lengths_norm(const pol_lengths *lengths, uint32_t length);

/* Document ids beyond are not kept in an array. */
#define POL_LENGTHS_DOCID_MAX ((xc_docid)1 << 28)

/* Borrowed from `index` until it moves on. Fails: POL_NOMEM, POL_LIMIT (document ids over
 * POL_LENGTHS_DOCID_MAX), and as reading the index. */
POL_MUST_CHECK pol_status pol_index_lengths(pol_index *index, const pol_lengths **ret_lengths,
                                            pol_error *reterr);
void pol_lengths_free(pol_lengths *lengths); /* private to search/; NULL is allowed */

#ifdef __cplusplus
}
#endif
#endif
