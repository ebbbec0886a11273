/* kept.c - a hash table whose entries are also in a row by last use. */
#include "search/evaluate/kept.h"

#include <stdint.h>
#include <stdlib.h>

enum { BUCKETS = 1024 };

typedef struct entry {
    struct entry *next;          /* of its bucket */
    struct entry *newer, *older; /* by last use */
    void *what;
    size_t bytes;
    uint32_t hash;
    uint32_t name_size;
    char name[];
} entry;

struct pol_kept {
    entry *buckets[BUCKETS];
    entry *newest, *oldest;
    size_t bytes;
};

pol_kept *pol_kept_new(void)
{
    return calloc(1, sizeof(pol_kept));
}

/* FNV-1a. */
static uint32_t hash_of(pol_span name)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < name.size; i++)
        hash = (hash ^ (unsigned char)name.data[i]) * 16777619u;
    return hash;
}

static void unlink_use(pol_kept *kept, entry *which)
{
    *(which->newer ? &which->newer->older : &kept->newest) = which->older;
    *(which->older ? &which->older->newer : &kept->oldest) = which->newer;
}

static void link_newest(pol_kept *kept, entry *which)
{
    which->newer = NULL;
    which->older = kept->newest;
    *(kept->newest ? &kept->newest->newer : &kept->oldest) = which;
    kept->newest = which;
}

static void drop_oldest(pol_kept *kept)
{
    entry *which = kept->oldest;
    entry **place = &kept->buckets[which->hash % BUCKETS];
    while (*place != which)
        place = &(*place)->next;
    *place = which->next;
    unlink_use(kept, which);
    kept->bytes -= which->bytes;
    free(which->what);
    free(which);
}

void *pol_kept_find(pol_kept *kept, pol_span name)
{
    uint32_t hash = hash_of(name);
    entry *which = kept->buckets[hash % BUCKETS];
    while (which && !(which->hash == hash && which->name_size == name.size &&
                      memcmp(which->name, name.data, name.size) == 0))
        which = which->next;
    if (!which)
        return NULL;
    unlink_use(kept, which);
    link_newest(kept, which);
    return which->what;
}

bool pol_kept_put(pol_kept *kept, pol_span name, void *what, size_t bytes)
{
    entry *made = calloc(1, sizeof *made + name.size);
    if (!made) {
        free(what);
        return false;
    }
    made->what = what;
    made->bytes = sizeof *made + name.size + bytes;
    made->hash = hash_of(name);
    made->name_size = (uint32_t)name.size;
    memcpy(made->name, name.data, name.size);
    made->next = kept->buckets[made->hash % BUCKETS];
    kept->buckets[made->hash % BUCKETS] = made;
    kept->bytes += made->bytes;
    link_newest(kept, made);
    return true;
}

size_t pol_kept_bytes(const pol_kept *kept)
{
    return kept->bytes;
}

void pol_kept_trim(pol_kept *kept, size_t bytes_max)
{
    while (kept->oldest && kept->bytes > bytes_max)
        drop_oldest(kept);
}

void pol_kept_free(pol_kept *kept)
{
    if (!kept)
        return;
    pol_kept_trim(kept, 0);
    free(kept);
}
