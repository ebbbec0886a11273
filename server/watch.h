/* watch.h - which revision of the index is the present one, and whether it can be read.
 *
 * One thread looks now and then, with a reader of its own; all others ask what was seen, which
 * costs a lock and a copy. So a cached answer costs no look at the index, and is at most as old
 * as the last look. */
#ifndef POL_SERVER_WATCH_H
#define POL_SERVER_WATCH_H

#include "server/headers.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_watch pol_watch;

typedef struct pol_watched {
    bool is_ready;
    uint32_t documents;
    pol_validators validators;
} pol_watched;

/* Opens the index. Fails as pol_index_open(). */
POL_MUST_CHECK pol_status pol_watch_new(const pol_site *site, pol_watch **ret_watch,
                                        pol_error *reterr);
void pol_watch_free(pol_watch *watch); /* NULL is allowed */

/* Looks; one thread at a time. *ret_moved: there is a newer revision than before. Fails as
 * pol_index_refresh(): then it is not ready until a later look succeeds. */
POL_MUST_CHECK pol_status pol_watch_look(pol_watch *watch, bool *ret_moved, pol_error *reterr);

/* The rest is safe in any thread. */
bool pol_watch_is_local(const pol_watch *watch);

/* A searcher has seen another revision than this: until the next look nothing is known of what
 * clients and the cache have. So nobody is shown what is older than what he was shown before. */
void pol_watch_doubt(pol_watch *watch);

void pol_watch_get(pol_watch *watch, pol_watched *ret_watched);

#ifdef __cplusplus
}
#endif
#endif
