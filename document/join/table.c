/* table.c - entries sorted by the hash of their key, then by the key. */
#include "document/join/table.h"

#include <stdlib.h>

/* FNV-1a; equal hashes of unlike keys cost a comparison and nothing else. */
static uint64_t hash_of(pol_span key)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < key.size; i++)
        hash = (hash ^ (unsigned char)key.data[i]) * 1099511628211u;
    return hash;
}

bool pol_join_table_add(pol_join_table *table, pol_span key, size_t place)
{
    pol_join_entry *entries = pol_arena_grow(table->arena, table->entries, table->count,
                                             &table->capacity, sizeof *entries);
    if (!entries)
        return false;
    table->entries = entries;
    pol_span copy = pol_arena_copy(table->arena, key);
    if (!copy.data)
        return false;
    entries[table->count++] = (pol_join_entry){hash_of(key), copy, place};
    return true;
}

static int compare_keys(uint64_t hash, pol_span key, const pol_join_entry *entry)
{
    if (hash != entry->hash)
        return hash < entry->hash ? -1 : 1;
    return pol_span_compare(key, entry->key);
}

static int compare_entries(const void *a, const void *b)
{
    const pol_join_entry *left = a, *right = b;
    int order = compare_keys(left->hash, left->key, right);
    return order ? order : (left->place > right->place) - (left->place < right->place);
}

void pol_join_table_sort(pol_join_table *table)
{
    if (table->count > 1)
        qsort(table->entries, table->count, sizeof *table->entries, compare_entries);
}

pol_join_group pol_join_table_group(const pol_join_table *table, size_t at)
{
    const pol_join_entry *first = table->entries + at;
    size_t count = 1;
    while (at + count < table->count && compare_keys(first->hash, first->key, first + count) == 0)
        count++;
    return (pol_join_group){first, count};
}

/* The first entry from `low` on that is not before the key, or behind it if `is_behind`. */
static size_t bound(const pol_join_table *table, uint64_t hash, pol_span key, size_t low,
                    bool is_behind)
{
    size_t high = table->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_keys(hash, key, &table->entries[middle]);
        if (order > 0 || (is_behind && order == 0))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

pol_join_group pol_join_table_find(const pol_join_table *table, pol_span key)
{
    uint64_t hash = hash_of(key);
    size_t first = bound(table, hash, key, 0, false);
    if (first == table->count || compare_keys(hash, key, &table->entries[first]) != 0)
        return (pol_join_group){NULL, 0};
    size_t end = bound(table, hash, key, first, true);
    return (pol_join_group){table->entries + first, end - first};
}
