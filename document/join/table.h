/* table.h - what is compared, as bytes, to the places of all that have it.
 *
 * Filled, sorted once, then asked. Sorted and not hashed into buckets: equal keys stand side
 * by side, and no choice of keys makes a look-up slow. One thread at a time. */
#ifndef POL_DOCUMENT_JOIN_TABLE_H
#define POL_DOCUMENT_JOIN_TABLE_H

#include <stdint.h>

#include "core/arena.h"

typedef struct pol_join_entry {
    uint64_t hash;
    pol_span key;
    size_t place;
} pol_join_entry;

typedef struct pol_join_table {
    pol_arena *arena;
    pol_join_entry *entries;
    size_t count, capacity;
} pol_join_table;

/* Equal keys, in the order of their places. */
typedef struct pol_join_group {
    const pol_join_entry *entries;
    size_t count;
} pol_join_group;

/* `key` is copied. False where the arena is full. */
bool pol_join_table_add(pol_join_table *table, pol_span key, size_t place);
void pol_join_table_sort(pol_join_table *table);
pol_join_group pol_join_table_find(const pol_join_table *table, pol_span key);
/* The group that starts at `at`: to go through them all. */
pol_join_group pol_join_table_group(const pol_join_table *table, size_t at);

#endif
