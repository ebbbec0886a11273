/* word_cache.c - an open-addressed table of stems in front of libstemmer. */
#include "core/word_cache.h"

#include <libstemmer.h>
#include <stdlib.h>

#include "core/analysis.h"

enum { FIRST_BITS = 9, MORE_BITS = 2, PROBES = 4, CACHE_LINE = 64 };
enum { OTHER_WORD_MIN = 3, OTHER_WORD_MAX = 6 }; /* letters of a word that may be a plural */

_Static_assert(sizeof(pol_word_slot) == CACHE_LINE, "a slot is a cache line");

_Static_assert(FIRST_BITS + 3 * MORE_BITS >= POL_WORD_SLOT_BITS, "memory for each number of slots");

/* Empty slots in place of those there are; false where memory is refused: nothing has changed
 * then, and there will not be more. */
static bool allocate(pol_word_cache *cache, unsigned bits)
{
    void *memory = calloc(((size_t)1 << bits) + 1, CACHE_LINE);
    cache->left = 0;
    if (!memory)
        return false;
    uintptr_t address = (uintptr_t)memory + CACHE_LINE - 1;
    cache->memories[cache->memory_count++] = memory;
    cache->slots = (pol_word_slot *)(address - address % CACHE_LINE);
    cache->bits = bits;
    cache->left = bits < POL_WORD_SLOT_BITS ? (uint32_t)1 << (bits - 1) : 0;
    return true;
}

pol_status pol_word_cache_new(const char *language, pol_word_cache **ret_cache, pol_error *reterr)
{
    pol_word_cache *cache = calloc(1, sizeof *cache);
    if (!cache)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for the word cache");
    if (language) {
        cache->stemmer = sb_stemmer_new(language, NULL);
        if (!cache->stemmer) {
            free(cache);
            return pol_fail(reterr, POL_UNSUPPORTED, 0,
                            "no stemmer for language '%s': give an ISO 639-1 code such as 'en'",
                            language);
        }
    }
    (void)allocate(cache, FIRST_BITS);
    *ret_cache = cache;
    return POL_OK;
}

void pol_word_cache_free(pol_word_cache *cache)
{
    if (!cache)
        return;
    sb_stemmer_delete(cache->stemmer);
    for (unsigned i = 0; i < cache->memory_count; i++)
        free(cache->memories[i]);
    free(cache);
}

static bool has_digit(pol_span word)
{
    for (size_t i = 0; i < word.size; i++)
        if (word.data[i] >= '0' && word.data[i] <= '9')
            return true;
    return false;
}

/* Numbers and references are their own stems. So is every word when libstemmer has
 * no memory: worse recall is better than a failed index. */
pol_span pol_word_cache_stem(pol_word_cache *cache, pol_span word)
{
    if (!cache->stemmer || has_digit(word))
        return word;
    const sb_symbol *stem =
        sb_stemmer_stem(cache->stemmer, (const sb_symbol *)word.data, (int)word.size);
    int size = stem ? sb_stemmer_length(cache->stemmer) : 0;
    if (size <= 0 || (size_t)size > word.size)
        return word;
    return pol_span_make((const char *)stem, (size_t)size);
}

/* A short word whose stem kept the s ("gps", "stps", "ngos") may be an acronym's
 * plural: the other reading is the stem of the rest. */
static void set_other_stem(pol_word_cache *cache, pol_word_slot *slot, pol_span word)
{
    if (!cache->stemmer || word.size < OTHER_WORD_MIN || word.size > OTHER_WORD_MAX ||
        slot->stem[slot->stem_size - 1] != 's' || pol_span_ends(word, POL_SPAN("ss")) ||
        pol_is_stop_word(word))
        return;
    for (size_t i = 0; i < word.size; i++)
        if (word.data[i] < 'a' || word.data[i] > 'z')
            return;
    pol_span other = pol_word_cache_stem(cache, pol_span_first(word, word.size - 1));
    memcpy(slot->other_stem, other.data, other.size);
    slot->other_size = (uint8_t)other.size;
}

static void fill(pol_word_cache *cache, pol_word_slot *slot, const pol_word_key *key, size_t size)
{
    *slot = (pol_word_slot){.key = *key, .size = (uint8_t)size};
    pol_span word = pol_span_make((const char *)&slot->key, size);
    pol_span stem = pol_word_cache_stem(cache, word);
    memcpy(slot->stem, stem.data, stem.size);
    slot->stem_size = (uint8_t)stem.size;
    set_other_stem(cache, slot, word);
}

/* The slot of the word, or an empty one for it, or that of a word that is to go. */
static pol_word_slot *place_for(pol_word_cache *cache, const pol_word_key *key)
{
    size_t home = pol_word_home(cache, key), mask = ((size_t)1 << cache->bits) - 1;
    for (size_t i = 0; i < PROBES; i++) {
        pol_word_slot *slot = &cache->slots[(home + i) & mask];
        if (slot->size == 0 || pol_word_slot_is(slot, key))
            return slot;
    }
    return &cache->slots[(home + cache->turn++ % PROBES) & mask];
}

/* More slots, with the words that there are. */
static void grow(pol_word_cache *cache)
{
    const pol_word_slot *slots = cache->slots;
    size_t count = (size_t)1 << cache->bits;
    unsigned bits = cache->bits + MORE_BITS;
    if (!allocate(cache, bits < POL_WORD_SLOT_BITS ? bits : POL_WORD_SLOT_BITS))
        return;
    for (size_t i = 0; i < count; i++)
        if (slots[i].size > 0)
            *place_for(cache, &slots[i].key) = slots[i];
}

const pol_word_slot *pol_word_cache_search(pol_word_cache *cache, const pol_word_key *key,
                                           size_t size)
{
    if (!cache->slots) {
        fill(cache, &cache->only_slot, key, size);
        return &cache->only_slot;
    }
    pol_word_slot *slot = place_for(cache, key);
    if (pol_word_slot_is(slot, key))
        return slot;
    if (cache->left > 0 && --cache->left == 0) {
        grow(cache);
        slot = place_for(cache, key);
    }
    fill(cache, slot, key, size);
    return slot;
}
