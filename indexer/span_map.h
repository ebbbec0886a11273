/* span_map.h - from spans to numbers: ids that were met, files that were put off.
 *
 * Open addressing in an arena, which bounds it. One thread. */
#ifndef POL_INDEXER_SPAN_MAP_H
#define POL_INDEXER_SPAN_MAP_H

#include "core/arena.h"

typedef struct pol_span_entry {
    pol_span key; /* absent: a free place */
    size_t value;
} pol_span_entry;

/* All zero is the empty map. */
typedef struct pol_span_map {
    pol_span_entry *entries;
    size_t count, size;
} pol_span_map;

/* Where the value of `key` stands, NULL where the map has none. It may be changed, and
 * moves with the next pol_span_map_set(). */
size_t *pol_span_map_get(const pol_span_map *map, pol_span key);
/* Copies the key into `arena`. False when memory is out: the map is as it was. */
bool pol_span_map_set(pol_span_map *map, pol_span key, size_t value, pol_arena *arena);

#endif
