/* fetch.h - entries of the index to stored documents and their passages, each document read once.
 *
 * What is fetched lives in the arena given and outlives the index. A pol_fetch belongs to one
 * thread and to one revision of its index. */
#ifndef POL_SEARCH_FETCH_H
#define POL_SEARCH_FETCH_H

#include "core/schema.h"
#include "document/stored.h"
#include "search/index.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A document that was read; `stored` NULL: a free slot. */
typedef struct pol_fetch_slot {
    xc_docid head;
    const pol_stored *stored;
} pol_fetch_slot;

typedef struct pol_fetch {
    pol_index *index;
    pol_arena *arena;
    pol_fetch_slot *slots; /* read so far, a hash table by head */
    size_t stored_count, capacity;
} pol_fetch;

/* A passage with its document; borrowed from the arena. */
typedef struct pol_fetched {
    const pol_stored *stored;
    const pol_passage *passage; /* NULL: the entry is the document's head */
    const pol_passage *lead_in; /* NULL if it has none */
} pol_fetched;

/* Nothing is read yet. `index` and `arena` outlive it; there is nothing to be freed. */
void pol_fetch_init(pol_fetch *fetch, pol_index *index, pol_arena *arena);

/* The passage (or head) whose entry is `docid`. Fails: POL_NOMEM, POL_LIMIT (the arena is full),
 * POL_CORRUPT, and as reading the index. */
POL_MUST_CHECK pol_status pol_fetch_entry(pol_fetch *fetch, xc_docid docid,
                                          pol_fetched *ret_fetched, pol_error *reterr);

/* The document with this id. Fails as above, and POL_NOTFOUND. */
POL_MUST_CHECK pol_status pol_fetch_document(pol_fetch *fetch, pol_span id,
                                             const pol_stored **ret_stored, pol_error *reterr);

/* The id of the document whose entry is `docid`, in the arena, and the passage's ordinal, 0 for a
 * head: without reading the document. Fails as pol_fetch_entry(). */
POL_MUST_CHECK pol_status pol_fetch_place(pol_fetch *fetch, xc_docid docid, pol_span *ret_id,
                                          uint32_t *ret_ordinal, pol_error *reterr);

/* The passage with this ordinal; NULL where there is none. */
const pol_passage *pol_fetch_passage(const pol_document *document, uint32_t ordinal);

#ifdef __cplusplus
}
#endif
#endif
