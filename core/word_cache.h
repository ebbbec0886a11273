/* word_cache.h - folded words to their stems, most of them from memory.
 *
 * Internal to core/. Bounded: slots in one allocation, each a cache line, few at first, since a
 * search meets some hundred words and touches each page for the first time; more as they fill, up
 * to a number. A word is looked for in a few neighbouring slots and evicts one of them when it is
 * new. One thread at a time. */
#ifndef POL_CORE_WORD_CACHE_H
#define POL_CORE_WORD_CACHE_H

#include <endian.h>
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

/* The key of the first `size` of POL_CACHED_WORD_MAX readable bytes. */
static inline void pol_word_key_of(const char *bytes, size_t size, pol_word_key *ret_key)
{
    for (size_t i = 0; i < 3; i++) {
        uint64_t chunk;
        memcpy(&chunk, bytes + 8 * i, 8);
        size_t left = size > 8 * i ? size - 8 * i : 0;
        uint64_t mask = left >= 8 ? ~(uint64_t)0 : ((uint64_t)1 << 8 * left) - 1;
        ret_key->chunks[i] = chunk & htole64(mask);
    }
}

enum { POL_WORD_SLOT_BITS = 15 }; /* at most */

typedef struct pol_word_cache {
    pol_word_slot *slots; /* 1 << bits, on cache lines; or NULL */
    void *memories[4];    /* of these and the fewer ones before, which tokens may lie in */
    unsigned memory_count;
    unsigned bits;              /* up to POL_WORD_SLOT_BITS */
    uint32_t left;              /* words that may still be put in before there are more slots */
    struct sb_stemmer *stemmer; /* NULL: stems are the words */
    uint32_t turn;              /* which of a full neighbourhood goes next */
    pol_word_slot only_slot;    /* where there are no others */
} pol_word_cache;

/* `language` as in pol_analyser_new(). Where memory for the slots is refused there is
 * one slot, and all goes on, slower. Fails: POL_NOMEM, POL_UNSUPPORTED. */
POL_MUST_CHECK pol_status pol_word_cache_new(const char *language, pol_word_cache **ret_cache,
                                             pol_error *reterr);
void pol_word_cache_free(pol_word_cache *cache); /* NULL is allowed */

/* Where a word is looked for first. */
static inline size_t pol_word_home(const pol_word_cache *cache, const pol_word_key *key)
{
    uint64_t hash = key->chunks[0] ^ key->chunks[1] * 0x9FB21C651E98DF25u ^
                    key->chunks[2] * 0xD6E8FEB86659FD93u;
    return (size_t)(hash * 0x9E3779B97F4A7C15u >> (64 - cache->bits));
}

static inline bool pol_word_slot_is(const pol_word_slot *slot, const pol_word_key *key)
{
    return slot->key.chunks[0] == key->chunks[0] && slot->key.chunks[1] == key->chunks[1] &&
           slot->key.chunks[2] == key->chunks[2];
}

/* The same, where it is not at home or not known yet. */
const pol_word_slot *pol_word_cache_search(pol_word_cache *cache, const pol_word_key *key,
                                           size_t size);

/* The slot of a word of `size` bytes; borrowed until the next call. */
static inline const pol_word_slot *pol_word_cache_find(pol_word_cache *cache,
                                                       const pol_word_key *key, size_t size)
{
    const pol_word_slot *slot = cache->slots ? &cache->slots[pol_word_home(cache, key)] : NULL;
    return slot && pol_word_slot_is(slot, key) ? slot : pol_word_cache_search(cache, key, size);
}

/* The stem of a word of any size, past the slots; borrowed until the next call. */
pol_span pol_word_cache_stem(pol_word_cache *cache, pol_span word);

#endif
