/* key_filter.h - which keys (pol_phrase_key) were never added: one bit each, without a look at the
 * slots, which are far more to read (Bloom 1970, with one hash; private to draft/). */
#ifndef POL_DRAFT_KEY_FILTER_H
#define POL_DRAFT_KEY_FILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Of 2^`size` bits, 6 at least. */
#define POL_KEY_FILTER(name, size) uint64_t name[((size_t)1 << (size)) / 64]

static inline size_t pol_key_filter_place(uint64_t key, unsigned size)
{
    return (size_t)(key * 0x9E3779B97F4A7C15u >> (64 - size));
}

static inline void pol_key_filter_add(uint64_t *filter, unsigned size, uint64_t key)
{
    size_t place = pol_key_filter_place(key, size);
    filter[place / 64] |= (uint64_t)1 << (place % 64);
}

/* False: it was not added. True: it may have been. */
static inline bool pol_key_filter_may_have(const uint64_t *filter, unsigned size, uint64_t key)
{
    size_t place = pol_key_filter_place(key, size);
    return filter[place / 64] >> (place % 64) & 1;
}

#endif
