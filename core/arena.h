/* arena.h - memory for one document, query or request, freed in one go.
 *
 * Not thread-safe: one arena belongs to one thread at a time. */
#ifndef POL_CORE_ARENA_H
#define POL_CORE_ARENA_H

#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_arena_chunk pol_arena_chunk;

typedef struct pol_arena {
    pol_arena_chunk *chunks;
    size_t used_bytes;  /* handed out so far */
    size_t limit_bytes; /* never hands out more than this */
} pol_arena;

/* Nothing is allocated until the first pol_arena_alloc(). */
void pol_arena_init(pol_arena *arena, size_t limit_bytes);
/* Frees all that was handed out; the arena can be used again. */
void pol_arena_done(pol_arena *arena);

/* `size` zeroed bytes, aligned for any type; NULL when memory or the limit is
 * exhausted: report POL_NOMEM or POL_LIMIT (pol_arena_is_full() tells). */
void *pol_arena_alloc(pol_arena *arena, size_t size);
/* `count` items of `size` bytes, checked for overflow. */
void *pol_arena_array(pol_arena *arena, size_t count, size_t size);
/* A copy of `span` with a NUL behind it; the absent span on failure. */
pol_span pol_arena_copy(pol_arena *arena, pol_span span);
/* Would `size` more bytes break the limit? */
bool pol_arena_is_full(const pol_arena *arena, size_t size);

/* Makes room for one more item in a growing array: returns the array (moved, its
 * first `count` items copied, when `count` has reached *capacity) or NULL. */
void *pol_arena_grow(pol_arena *arena, void *items, size_t count, size_t *capacity,
                     size_t item_size);

#ifdef __cplusplus
}
#endif
#endif
