/* site.h - what all requests share, and what answers one at a time.
 *
 * A pol_site is constant once made and may be read by all threads. A pol_worker, with its open
 * index, belongs to one thread at a time. */
#ifndef POL_WEB_SITE_H
#define POL_WEB_SITE_H

#include "draft/weigh.h"
#include "search/index.h"
#include "search/listing.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_ORIGINS_MAX = 32,
    POL_REVISION_MAX = 256, /* bytes */
    POL_ETAG_SIZE = 40,
    POL_QUERY_TIMEOUT_MS = 2000, /* of one match in the index */
    POL_REQUEST_DEADLINE_MS = 10000
};

typedef struct pol_site {
    const char *index_path;
    const char *title;    /* shown on each page: "polsearch" unless told otherwise */
    const char *base_url; /* what absolute addresses start with, without a slash at the end:
                             "https://policy.example.org" */
    const char *origins[POL_ORIGINS_MAX]; /* whose scripts may read the API */
    size_t origin_count;
} pol_site;

typedef struct pol_worker {
    const pol_site *site;
    pol_index *index;
    char revision[POL_REVISION_MAX]; /* of the index, that the request at hand sees */
    size_t revision_size;            /* 0: not known (an index with remote parts) */
    pol_outline *outline;            /* of this revision; NULL until asked for */
    pol_weigher *weigher;            /* likewise */
} pol_worker;

/* Opens the index. Fails as pol_index_open(). */
POL_MUST_CHECK pol_status pol_worker_new(const pol_site *site, pol_worker **ret_worker,
                                         pol_error *reterr);
void pol_worker_free(pol_worker *worker); /* NULL is allowed */

/* Moves to the latest revision and forgets what was made of an older one: for the start of a
 * request. Fails as pol_index_refresh(). */
POL_MUST_CHECK pol_status pol_worker_refresh(pol_worker *worker, pol_error *reterr);

/* Has a search since then moved the index on? Then what was written is of two revisions. */
POL_MUST_CHECK pol_status pol_worker_has_moved(pol_worker *worker, bool *ret_moved,
                                               pol_error *reterr);

/* Conferences, years, ... of the whole index, made once for each revision; borrowed. */
POL_MUST_CHECK pol_status pol_worker_outline(pol_worker *worker, const pol_outline **ret_outline,
                                             pol_error *reterr);

/* What drafts are checked by, with the words that it remembers; borrowed. NULL where the revision
 * is not known: each check makes one then. Fails as pol_weigher_new(). */
POL_MUST_CHECK pol_status pol_worker_weigher(pol_worker *worker, pol_weigher **ret_weigher,
                                             pol_error *reterr);

/* "\"1f...\"": of the revision and this build; "" where the revision is not known. */
const char *pol_worker_etag(const pol_worker *worker, char buffer[POL_ETAG_SIZE]);

#ifdef __cplusplus
}
#endif
#endif
