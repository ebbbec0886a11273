/* cache.c - a hash table of entries that also stand in a list by their last use. */
#include "server/cache.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>

enum { BUCKETS = 4096, SHARE_MAX = 8 /* of the room that one value may take: an eighth */ };

struct pol_cached {
    pol_cached *next_in_bucket;
    pol_cached *newer, *older;
    void *value;
    size_t size_bytes;
    unsigned holders; /* the table is one of them */
    uint64_t hash;
    size_t key_size;
    char key[];
};

struct pol_cache {
    pthread_mutex_t lock;
    pol_cache_free_value *free_value;
    size_t limit_bytes, used_bytes;
    pol_cached *newest, *oldest;
    pol_cached *buckets[BUCKETS];
};

/* FNV-1a: addresses come from outside, but a bucket that is made long costs its maker only what
 * the room of the cache allows. */
static uint64_t hash_of(pol_span key)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < key.size; i++)
        hash = (hash ^ (uint8_t)key.data[i]) * 1099511628211u;
    return hash;
}

pol_status pol_cache_new(size_t limit_bytes, pol_cache_free_value *free_value,
                         pol_cache **ret_cache, pol_error *reterr)
{
    pol_cache *cache = calloc(1, sizeof *cache);
    *ret_cache = cache;
    if (!cache || pthread_mutex_init(&cache->lock, NULL) != 0) {
        free(cache);
        *ret_cache = NULL;
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for the cache of answers");
    }
    cache->limit_bytes = limit_bytes;
    cache->free_value = free_value;
    return POL_OK;
}

/* --- entries, with the lock held ---------------------------------------------------------- */

static pol_cached **place_of(pol_cache *cache, pol_span key, uint64_t hash)
{
    pol_cached **place = &cache->buckets[hash % BUCKETS];
    while (*place && ((*place)->hash != hash ||
                      !pol_span_equal(pol_span_make((*place)->key, (*place)->key_size), key)))
        place = &(*place)->next_in_bucket;
    return place;
}

static void leave_list(pol_cache *cache, pol_cached *entry)
{
    *(entry->newer ? &entry->newer->older : &cache->newest) = entry->older;
    *(entry->older ? &entry->older->newer : &cache->oldest) = entry->newer;
}

static void become_newest(pol_cache *cache, pol_cached *entry)
{
    entry->newer = NULL;
    entry->older = cache->newest;
    *(cache->newest ? &cache->newest->newer : &cache->oldest) = entry;
    cache->newest = entry;
}

/* Out of the table; the entry is returned where nobody else holds it. */
static pol_cached *drop(pol_cache *cache, pol_cached **place)
{
    pol_cached *entry = *place;
    *place = entry->next_in_bucket;
    leave_list(cache, entry);
    cache->used_bytes -= entry->size_bytes;
    return --entry->holders == 0 ? entry : NULL;
}

static pol_cached *drop_oldest(pol_cache *cache)
{
    pol_cached *entry = cache->oldest;
    return drop(cache, place_of(cache, pol_span_make(entry->key, entry->key_size), entry->hash));
}

/* --- the public face ------------------------------------------------------------------------ */

static void free_entry(pol_cache *cache, pol_cached *entry)
{
    if (!entry)
        return;
    cache->free_value(entry->value);
    free(entry);
}

void pol_cache_free(pol_cache *cache)
{
    if (!cache)
        return;
    while (cache->oldest)
        free_entry(cache, drop_oldest(cache));
    pthread_mutex_destroy(&cache->lock);
    free(cache);
}

pol_cached *pol_cache_find(pol_cache *cache, pol_span key)
{
    uint64_t hash = hash_of(key);
    pthread_mutex_lock(&cache->lock);
    pol_cached *entry = *place_of(cache, key, hash);
    if (entry) {
        entry->holders++;
        leave_list(cache, entry);
        become_newest(cache, entry);
    }
    pthread_mutex_unlock(&cache->lock);
    return entry;
}

static pol_cached *make_entry(pol_span key, void *value, size_t size_bytes)
{
    pol_cached *entry = malloc(sizeof *entry + key.size);
    if (!entry)
        return NULL;
    *entry = (pol_cached){.value = value,
                          .size_bytes = size_bytes + sizeof *entry + key.size,
                          .holders = 1,
                          .hash = hash_of(key),
                          .key_size = key.size};
    if (key.size)
        memcpy(entry->key, key.data, key.size);
    return entry;
}

static void keep(pol_cache *cache, pol_cached *entry, pol_cached **place)
{
    entry->holders++;
    entry->next_in_bucket = *place;
    *place = entry;
    become_newest(cache, entry);
    cache->used_bytes += entry->size_bytes;
}

/* Entries that were dropped are freed without the lock, from a list through next_in_bucket. */
static void free_all(pol_cache *cache, pol_cached *dropped)
{
    while (dropped) {
        pol_cached *next = dropped->next_in_bucket;
        free_entry(cache, dropped);
        dropped = next;
    }
}

static pol_cached *onto(pol_cached *dropped, pol_cached *list)
{
    if (!dropped)
        return list;
    dropped->next_in_bucket = list;
    return dropped;
}

pol_cached *pol_cache_put(pol_cache *cache, pol_span key, void *value, size_t size_bytes)
{
    pol_cached *entry = make_entry(key, value, size_bytes), *dropped = NULL;
    if (!entry || entry->size_bytes > cache->limit_bytes / SHARE_MAX)
        return entry;
    pthread_mutex_lock(&cache->lock);
    pol_cached **place = place_of(cache, key, entry->hash);
    if (*place)
        dropped = onto(drop(cache, place), dropped);
    while (cache->oldest && cache->used_bytes + entry->size_bytes > cache->limit_bytes)
        dropped = onto(drop_oldest(cache), dropped);
    keep(cache, entry, &cache->buckets[entry->hash % BUCKETS]);
    pthread_mutex_unlock(&cache->lock);
    free_all(cache, dropped);
    return entry;
}

void *pol_cached_value(const pol_cached *cached)
{
    return cached->value;
}

void pol_cached_release(pol_cache *cache, pol_cached *cached)
{
    pthread_mutex_lock(&cache->lock);
    bool is_last = --cached->holders == 0;
    pthread_mutex_unlock(&cache->lock);
    if (is_last)
        free_entry(cache, cached);
}

size_t pol_cache_size(pol_cache *cache)
{
    pthread_mutex_lock(&cache->lock);
    size_t size = cache->used_bytes;
    pthread_mutex_unlock(&cache->lock);
    return size;
}
