/* cache.h - a bounded store of answers, by key; the least recently used ones go first.
 *
 * Keys name what an answer depends on: revision of the index, address, encoding. So an answer is
 * never out of date, only unused. Values are opaque; each is kept until it was dropped and the
 * last one who found it has released it. Safe in any thread. */
#ifndef POL_SERVER_CACHE_H
#define POL_SERVER_CACHE_H

#include "core/error.h"
#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_cache pol_cache;
typedef struct pol_cached pol_cached; /* an entry that somebody holds */

/* Frees a value; called in whatever thread drops the last hold of it. */
typedef void pol_cache_free_value(void *value);

/* Room for `limit_bytes` of values and keys; 0 keeps nothing. Fails: POL_NOMEM. */
POL_MUST_CHECK pol_status pol_cache_new(size_t limit_bytes, pol_cache_free_value *free_value,
                                        pol_cache **ret_cache, pol_error *reterr);
/* Nothing of it may be held any more. NULL is allowed. */
void pol_cache_free(pol_cache *cache);

/* The entry with this key, held, or NULL. */
pol_cached *pol_cache_find(pol_cache *cache, pol_span key);

/* Takes `value`, which counts as `size_bytes`, and gives it back as a held entry; NULL where memory
 * is out: the value is the caller's still. What is over an eighth of the room is held by the
 * caller alone and not kept. Another value of this key is replaced. */
pol_cached *pol_cache_put(pol_cache *cache, pol_span key, void *value, size_t size_bytes);

void *pol_cached_value(const pol_cached *cached);
void pol_cached_release(pol_cache *cache, pol_cached *cached);

/* Bytes kept now; at most the room. */
size_t pol_cache_size(pol_cache *cache);

#ifdef __cplusplus
}
#endif
#endif
