/* arena.c - a list of chunks, each twice the one before up to 1 MiB. */
#include "core/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

enum { FIRST_CHUNK = 4096, LAST_CHUNK = 1 << 20 };

struct pol_arena_chunk {
    pol_arena_chunk *next;
    size_t used, size;
    alignas(max_align_t) char data[];
};

void pol_arena_init(pol_arena *arena, size_t limit_bytes)
{
    *arena = (pol_arena){.limit_bytes = limit_bytes};
}

void pol_arena_done(pol_arena *arena)
{
    for (pol_arena_chunk *chunk = arena->chunks, *next; chunk; chunk = next) {
        next = chunk->next;
        free(chunk);
    }
    arena->chunks = NULL;
    arena->used_bytes = 0;
}

bool pol_arena_is_full(const pol_arena *arena, size_t size)
{
    return size > arena->limit_bytes - arena->used_bytes;
}

static pol_arena_chunk *add_chunk(pol_arena *arena, size_t needed)
{
    size_t size = arena->chunks ? arena->chunks->size * 2 : FIRST_CHUNK;
    if (size > LAST_CHUNK)
        size = LAST_CHUNK;
    if (size < needed)
        size = needed;
    pol_arena_chunk *chunk = malloc(sizeof *chunk + size);
    if (!chunk)
        return NULL;
    chunk->next = arena->chunks;
    chunk->used = 0;
    chunk->size = size;
    arena->chunks = chunk;
    return chunk;
}

/* Memory as it comes. */
static void *take(pol_arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2 || pol_arena_is_full(arena, size))
        return NULL;
    size_t rounded = (size + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
    pol_arena_chunk *chunk = arena->chunks;
    if (!chunk || chunk->size - chunk->used < rounded)
        chunk = add_chunk(arena, rounded);
    if (!chunk)
        return NULL;
    void *memory = chunk->data + chunk->used;
    chunk->used += rounded;
    arena->used_bytes += size;
    return memory;
}

void *pol_arena_alloc(pol_arena *arena, size_t size)
{
    void *memory = take(arena, size);
    return memory ? memset(memory, 0, size) : NULL;
}

void *pol_arena_array(pol_arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        return NULL;
    return pol_arena_alloc(arena, count * size);
}

pol_span pol_arena_copy(pol_arena *arena, pol_span span)
{
    char *copy = take(arena, span.size + 1);
    if (copy && span.size)
        memcpy(copy, span.data, span.size);
    if (copy)
        copy[span.size] = '\0';
    return pol_span_make(copy, copy ? span.size : 0);
}

void *pol_arena_grow(pol_arena *arena, void *items, size_t count, size_t *capacity,
                     size_t item_size)
{
    if (count < *capacity)
        return items;
    size_t wanted = *capacity ? *capacity * 2 : 8;
    void *moved = pol_arena_array(arena, wanted, item_size);
    if (!moved)
        return NULL;
    if (count)
        memcpy(moved, items, count * item_size);
    *capacity = wanted;
    return moved;
}
