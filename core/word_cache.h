/* word_cache.h - folded words to their stems, most of them from memory.
 *
 * Internal to core/. Bounded: a fixed number of slots in one allocation, each a cache
 * line; a word is looked for in a few neighbouring slots and evicts one of them when
 * it is new. One thread at a time. */
#ifndef POL_CORE_WORD_CACHE_H
#define POL_CORE_WORD_CACHE_H

#include <stdint.h>

#include "core/error.h"
#include "core/span.h"

enum { POL_CACHED_WORD_MAX = 24, POL_OTHER_STEM_MAX = 6 };

/* A word of 1..POL_CACHED_WORD_MAX bytes, zero padded. */
typedef struct pol_word_key {
    uint64_t chunks[3];
} pol_word_key;

typedef struct pol_word_slot {
    pol_word_key key;
    char stem[POL_CACHED_WORD_MAX];
    char other_stem[POL_OTHER_STEM_MAX]; /* see pol_token */
    uint8_t size, stem_size, other_size;
    uint8_t unused[7];
} pol_word_slot;

typedef struct pol_word_cache pol_word_cache;

/* `language` as in pol_analyser_new(). Where memory for the slots is refused there is
 * one slot, and all goes on, slower. Fails: POL_NOMEM, POL_UNSUPPORTED. */
POL_MUST_CHECK pol_status pol_word_cache_new(const char *language, pol_word_cache **ret_cache,
                                             pol_error *reterr);
void pol_word_cache_free(pol_word_cache *cache); /* NULL is allowed */

/* The slot of a word of `size` bytes; borrowed until the next call. */
const pol_word_slot *pol_word_cache_find(pol_word_cache *cache, const pol_word_key *key,
                                         size_t size);

/* The stem of a word of any size, past the slots; borrowed until the next call. */
pol_span pol_word_cache_stem(pol_word_cache *cache, pol_span word);

#endif
