/* kept.h - what was read of an index, by name, the latest used kept (private to search/).
 *
 * One thread, the index's. */
#ifndef POL_SEARCH_EVALUATE_KEPT_H
#define POL_SEARCH_EVALUATE_KEPT_H

#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_kept pol_kept;

/* NULL for want of memory. */
pol_kept *pol_kept_new(void);
void pol_kept_free(pol_kept *kept); /* NULL is allowed */

/* What was put under the name, now the latest used; NULL where it is not kept. */
void *pol_kept_find(pol_kept *kept, pol_span name);

/* Keeps `what`, which malloc() gave and which takes `bytes`, under a name that has nothing yet.
 * False, and it is freed, for want of memory. */
bool pol_kept_put(pol_kept *kept, pol_span name, void *what, size_t bytes);

size_t pol_kept_bytes(const pol_kept *kept);
/* Frees those not used for longest until no more than `bytes_max` are kept. */
void pol_kept_trim(pol_kept *kept, size_t bytes_max);

#ifdef __cplusplus
}
#endif
#endif
