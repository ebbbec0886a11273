/* postings.c - a hash table of decoded posting lists, the latest used ones kept. */
#include "search/evaluate/postings.h"

#include <stdlib.h>

#include "search/evaluate/frequency.h"
#include "search/evaluate/set.h"

enum { BUCKETS = 1024 };

typedef struct entry {
    struct entry *next;          /* of its bucket */
    struct entry *newer, *older; /* by last use */
    pol_posting_list list;
    size_t bytes;
    uint32_t hash;
    uint32_t term_size;
    char term[];
} entry;

struct pol_postings {
    entry *buckets[BUCKETS];
    entry *newest, *oldest;
    size_t bytes;
};

static pol_status fail_room(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a search");
}

/* FNV-1a. */
static uint32_t hash_of(pol_span term)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < term.size; i++)
        hash = (hash ^ (unsigned char)term.data[i]) * 16777619u;
    return hash;
}

static void unlink_use(struct pol_postings *kept, entry *which)
{
    *(which->newer ? &which->newer->older : &kept->newest) = which->older;
    *(which->older ? &which->older->newer : &kept->oldest) = which->newer;
}

static void link_newest(struct pol_postings *kept, entry *which)
{
    which->newer = NULL;
    which->older = kept->newest;
    *(kept->newest ? &kept->newest->newer : &kept->oldest) = which;
    kept->newest = which;
}

static void free_entry(entry *which)
{
    free((void *)(uintptr_t)which->list.docids);
    free((void *)(uintptr_t)which->list.wdfs);
    free(which);
}

static void drop_oldest(struct pol_postings *kept)
{
    entry *which = kept->oldest;
    entry **place = &kept->buckets[which->hash % BUCKETS];
    while (*place != which)
        place = &(*place)->next;
    *place = which->next;
    unlink_use(kept, which);
    kept->bytes -= which->bytes;
    free_entry(which);
}

void pol_postings_trim(pol_index *index)
{
    struct pol_postings *kept = index->postings;
    while (kept && kept->oldest && kept->bytes > POL_POSTINGS_KEPT_BYTES)
        drop_oldest(kept);
}

void pol_postings_free(struct pol_postings *postings)
{
    if (!postings)
        return;
    while (postings->oldest)
        drop_oldest(postings);
    free(postings);
}

/* NULL where it is not kept. */
static entry *find(struct pol_postings *kept, pol_span term, uint32_t hash)
{
    entry *which = kept->buckets[hash % BUCKETS];
    while (which && !(which->hash == hash && which->term_size == term.size &&
                      memcmp(which->term, term.data, term.size) == 0))
        which = which->next;
    return which;
}

/* --- reading ---------------------------------------------------------------------- */

static pol_status read_list(pol_index *index, pol_span term, uint32_t room, pol_posting_list *list,
                            pol_error *reterr)
{
    xc_error error = {0};
    size_t count = 0;
    xc_docid *docids = malloc((room + 1) * sizeof *docids);
    uint32_t *wdfs = malloc((room + 1) * sizeof *wdfs);
    list->docids = docids;
    list->wdfs = wdfs;
    if (!docids || !wdfs)
        return fail_room(reterr);
    if (room == 0)
        return POL_OK;
    if (xc_reader_postings(index->reader, pol_xc_bytes(term), docids, wdfs, room, &count, &error) !=
        XC_OK)
        return pol_index_fail(index, &error, reterr);
    list->count = (uint32_t)count;
    return POL_OK;
}

static pol_status add_entry(pol_index *index, pol_span term, uint32_t hash, entry **ret_entry,
                            pol_error *reterr)
{
    struct pol_postings *kept = index->postings;
    uint32_t length = 0;
    pol_status status = pol_postings_count(index, term, &length, reterr);
    if (status != POL_OK)
        return status;
    size_t bytes =
        sizeof(entry) + term.size + (size_t)length * (sizeof(xc_docid) + sizeof(uint32_t));
    if (kept->bytes + bytes > POL_POSTINGS_BYTES_MAX)
        return pol_fail(reterr, POL_LIMIT, 0, "the words of this search are too frequent");
    entry *made = calloc(1, sizeof *made + term.size);
    if (!made)
        return fail_room(reterr);
    status = read_list(index, term, length, &made->list, reterr);
    if (status != POL_OK) {
        free_entry(made);
        return status;
    }
    made->bytes = bytes;
    made->hash = hash;
    made->term_size = (uint32_t)term.size;
    memcpy(made->term, term.data, term.size);
    made->next = kept->buckets[hash % BUCKETS];
    kept->buckets[hash % BUCKETS] = made;
    kept->bytes += bytes;
    link_newest(kept, made);
    *ret_entry = made;
    return POL_OK;
}

pol_status pol_postings_get(pol_index *index, pol_span term, const pol_posting_list **ret_list,
                            pol_error *reterr)
{
    uint32_t hash = hash_of(term);
    pol_status status = POL_OK;
    *ret_list = NULL;
    if (!index->postings)
        index->postings = calloc(1, sizeof *index->postings);
    if (!index->postings)
        return fail_room(reterr);
    entry *which = find(index->postings, term, hash);
    if (which) {
        unlink_use(index->postings, which);
        link_newest(index->postings, which);
    } else {
        status = add_entry(index, term, hash, &which, reterr);
    }
    if (status == POL_OK)
        *ret_list = &which->list;
    return status;
}

pol_status pol_postings_count(pol_index *index, pol_span term, uint32_t *ret_count,
                              pol_error *reterr)
{
    const entry *which = index->postings ? find(index->postings, term, hash_of(term)) : NULL;
    *ret_count = which ? which->list.count : 0;
    if (which)
        return POL_OK;
    return pol_frequency_documents(index, term, ret_count, reterr);
}

/* --- looking up ------------------------------------------------------------------- */

static size_t probe_kept(const pol_posting_list *list, const xc_docid *docids, size_t count,
                         uint32_t *places, uint32_t *wdfs)
{
    size_t met = 0, at = 0;
    const pol_set all = {list->docids, list->count};
    for (size_t i = 0; i < count && at < all.count; i++) {
        if (all.ids[at] < docids[i])
            at = pol_set_seek(&all, at, docids[i]);
        if (at == all.count || all.ids[at] != docids[i])
            continue;
        places[met] = (uint32_t)i;
        wdfs[met++] = list->wdfs[at];
    }
    return met;
}

pol_status pol_postings_probe(pol_index *index, pol_span term, const xc_docid *docids, size_t count,
                              uint32_t *places, uint32_t *wdfs, size_t *ret_count,
                              pol_error *reterr)
{
    xc_error error = {0};
    xc_postings *postings = NULL;
    const entry *which = index->postings ? find(index->postings, term, hash_of(term)) : NULL;
    *ret_count = 0;
    if (which) {
        *ret_count = probe_kept(&which->list, docids, count, places, wdfs);
        return POL_OK;
    }
    xc_status status =
        xc_postings_open(index->reader, pol_xc_bytes(term), false, &postings, &error);
    if (status == XC_OK)
        status = xc_postings_probe(postings, docids, count, places, wdfs, ret_count, &error);
    xc_postings_free(postings);
    return status == XC_OK ? POL_OK : pol_index_fail(index, &error, reterr);
}
