/* build.h - what Xapian found to a pol_results (private to search/). */
#ifndef POL_SEARCH_RESULTS_BUILD_H
#define POL_SEARCH_RESULTS_BUILD_H

#include "core/arena.h"
#include "search/index.h"
#include "search/query.h"
#include "search/results.h"

enum { POL_RESULTS_BYTES_MAX = 1 << 30 };

/* A hit before anything of it was read. */
typedef struct pol_found {
    xc_docid docid;
    pol_tier tier;
    double score;
    bool is_document; /* shown as the document itself */
    bool is_head;     /* the entry is a head, not a passage */
    uint32_t more;    /* of its group, not shown */
} pol_found;

/* A pol_results with what it owns. */
typedef struct pol_results_owner {
    pol_results results;
    pol_arena arena;
    bool is_sure;     /* the suggestion is, and that nothing has the words as typed */
    bool is_answered; /* something has them, whatever the filters; known where one spelling of
                         several is tried */
} pol_results_owner;

/* Fails: POL_NOMEM. */
POL_MUST_CHECK pol_status pol_results_new(pol_results_owner **ret_owner, pol_error *reterr);

/* Reads the hits and marks what `root` (may be NULL) matched in them. Fails: POL_NOMEM,
 * POL_LIMIT, POL_CORRUPT, and as reading the index. */
POL_MUST_CHECK pol_status pol_results_read(pol_results_owner *owner, pol_index *index,
                                           const pol_node *root, const pol_found *found,
                                           size_t count, pol_error *reterr);

/* Only the ids of the hits' documents, with tiers and scores. */
POL_MUST_CHECK pol_status pol_results_read_ids(pol_results_owner *owner, pol_index *index,
                                               const pol_found *found, size_t count,
                                               pol_error *reterr);

/* The stored document whose head is `docid`, in `arena`. */
POL_MUST_CHECK pol_status pol_stored_read(pol_index *index, xc_docid docid, pol_arena *arena,
                                          pol_stored *ret_stored, pol_error *reterr);

#endif
