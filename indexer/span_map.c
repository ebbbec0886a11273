/* span_map.c - a hash table of spans that only grows. */
#include "indexer/span_map.h"

#include <stdint.h>

enum { FIRST_SIZE = 64 };

/* The place of `key`, or the free one where it would stand. */
static pol_span_entry *place_of(const pol_span_map *map, pol_span key)
{
    uint64_t hash = 1469598103934665603u;
    for (size_t i = 0; i < key.size; i++)
        hash = (hash ^ (unsigned char)key.data[i]) * 1099511628211u;
    size_t at = (size_t)(hash ^ hash >> 32) & (map->size - 1);
    while (map->entries[at].key.data && !pol_span_equal(map->entries[at].key, key))
        at = (at + 1) & (map->size - 1);
    return &map->entries[at];
}

size_t *pol_span_map_get(const pol_span_map *map, pol_span key)
{
    pol_span_entry *entry = map->size ? place_of(map, key) : NULL;
    return entry && entry->key.data ? &entry->value : NULL;
}

/* At most half of the places are taken, so that searches stay short. */
static bool make_room(pol_span_map *map, pol_arena *arena)
{
    if (2 * (map->count + 1) <= map->size)
        return true;
    pol_span_map larger = {.size = map->size ? map->size * 2 : FIRST_SIZE, .count = map->count};
    larger.entries = pol_arena_array(arena, larger.size, sizeof *larger.entries);
    if (!larger.entries)
        return false;
    for (size_t i = 0; i < map->size; i++)
        if (map->entries[i].key.data)
            *place_of(&larger, map->entries[i].key) = map->entries[i];
    *map = larger;
    return true;
}

bool pol_span_map_set(pol_span_map *map, pol_span key, size_t value, pol_arena *arena)
{
    if (!make_room(map, arena))
        return false;
    pol_span_entry *entry = place_of(map, key);
    if (!entry->key.data) {
        pol_span copy = pol_arena_copy(arena, key);
        if (!copy.data)
            return false;
        entry->key = copy;
        map->count++;
    }
    entry->value = value;
    return true;
}
