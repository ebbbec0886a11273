/* fetch.c - see fetch.h. */
#include "search/fetch.h"

#include "search/entry.h"

enum { FIRST_CAPACITY = 64 };

static pol_status fail_room(const pol_arena *arena, size_t size, pol_error *reterr)
{
    if (pol_arena_is_full(arena, size))
        return pol_fail(reterr, POL_LIMIT, 0,
                        "the documents of this page are too large: ask for fewer hits");
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for results");
}

static pol_status fail_damaged(const pol_index *index, pol_span id, pol_error *reterr)
{
    return pol_fail(reterr, POL_CORRUPT, 0,
                    "damaged: the index '%.100s' lacks part of the document '%.*s': run "
                    "polindex --rebuild",
                    index->path, POL_SPAN_ARGS(pol_span_first(id, 60)));
}

void pol_fetch_init(pol_fetch *fetch, pol_index *index, pol_arena *arena)
{
    *fetch = (pol_fetch){.index = index, .arena = arena};
}

/* --- documents read so far -------------------------------------------------------- */

/* Its place, or the free one where it belongs. */
static pol_fetch_slot *slot_of(pol_fetch_slot *table, size_t capacity, xc_docid head)
{
    size_t at = (size_t)(head * UINT64_C(0x9e3779b97f4a7c15) >> 32) & (capacity - 1);
    while (table[at].stored && table[at].head != head)
        at = (at + 1) & (capacity - 1);
    return &table[at];
}

static const pol_stored *find_read(const pol_fetch *fetch, xc_docid head)
{
    return fetch->capacity ? slot_of(fetch->slots, fetch->capacity, head)->stored : NULL;
}

static pol_status make_room(pol_fetch *fetch, pol_error *reterr)
{
    if (fetch->stored_count * 2 < fetch->capacity)
        return POL_OK;
    size_t capacity = fetch->capacity ? fetch->capacity * 2 : FIRST_CAPACITY;
    pol_fetch_slot *table = pol_arena_array(fetch->arena, capacity, sizeof *table);
    if (!table)
        return fail_room(fetch->arena, capacity * sizeof *table, reterr);
    memset(table, 0, capacity * sizeof *table);
    for (size_t i = 0; i < fetch->capacity; i++)
        if (fetch->slots[i].stored)
            *slot_of(table, capacity, fetch->slots[i].head) = fetch->slots[i];
    fetch->slots = table;
    fetch->capacity = capacity;
    return POL_OK;
}

/* --- reading ---------------------------------------------------------------------- */

/* An entry's data, copied into the arena. */
static pol_status read_data(pol_fetch *fetch, xc_docid docid, pol_span *ret_data, pol_error *reterr)
{
    xc_document *document = NULL;
    xc_bytes data = {0};
    xc_error error = {0};
    pol_status status = POL_OK;
    if (xc_reader_document(fetch->index->reader, docid, &document, &error) != XC_OK ||
        xc_document_data(document, &data, &error) != XC_OK) {
        status = pol_index_fail(fetch->index, &error, reterr);
    } else {
        *ret_data = pol_arena_copy(fetch->arena, pol_xc_span(data));
        if (!ret_data->data)
            status = fail_room(fetch->arena, data.size, reterr);
    }
    xc_document_free(document);
    return status;
}

/* The document with that head. */
static pol_status read_document(pol_fetch *fetch, xc_docid head, const pol_stored **ret_stored,
                                pol_error *reterr)
{
    pol_span data;
    *ret_stored = find_read(fetch, head);
    if (*ret_stored)
        return POL_OK;
    pol_stored *stored = pol_arena_alloc(fetch->arena, sizeof *stored);
    if (!stored)
        return fail_room(fetch->arena, sizeof *stored, reterr);
    pol_status status = read_data(fetch, head, &data, reterr);
    if (status == POL_OK)
        status = pol_stored_decode(data, fetch->arena, stored, reterr);
    if (status == POL_OK)
        status = pol_stored_apply(stored, fetch->arena, reterr);
    if (status == POL_OK)
        status = make_room(fetch, reterr);
    if (status != POL_OK)
        return status;
    *slot_of(fetch->slots, fetch->capacity, head) = (pol_fetch_slot){head, stored};
    fetch->stored_count++;
    *ret_stored = stored;
    return POL_OK;
}

pol_status pol_fetch_document(pol_fetch *fetch, pol_span id, const pol_stored **ret_stored,
                              pol_error *reterr)
{
    xc_docid head = 0;
    *ret_stored = NULL;
    pol_status status = pol_entry_find_id(fetch->index, id, &head, reterr);
    if (status != POL_OK)
        return status;
    if (!head)
        return pol_fail(reterr, POL_NOTFOUND, 0, "there is no document with the id '%.*s'",
                        POL_SPAN_ARGS(pol_span_first(id, 80)));
    return read_document(fetch, head, ret_stored, reterr);
}

const pol_passage *pol_fetch_passage(const pol_document *document, uint32_t ordinal)
{
    for (size_t i = 0; i < document->passage_count; i++)
        if (document->passages[i].ordinal == ordinal)
            return &document->passages[i];
    return NULL;
}

static pol_status find_passage(pol_fetch *fetch, uint32_t ordinal, pol_fetched *fetched,
                               pol_error *reterr)
{
    const pol_document *document = &fetched->stored->document;
    fetched->passage = pol_fetch_passage(document, ordinal);
    if (!fetched->passage)
        return fail_damaged(fetch->index, document->id.text, reterr);
    if (fetched->passage->lead_in)
        fetched->lead_in = pol_fetch_passage(document, fetched->passage->lead_in);
    return POL_OK;
}

pol_status pol_fetch_entry(pol_fetch *fetch, xc_docid docid, pol_fetched *ret_fetched,
                           pol_error *reterr)
{
    xc_docid head = docid;
    uint32_t ordinal = 0;
    *ret_fetched = (pol_fetched){0};
    pol_status status = pol_entry_place(fetch->index, docid, &head, &ordinal, reterr);
    if (status == POL_OK)
        status = read_document(fetch, head, &ret_fetched->stored, reterr);
    return status == POL_OK && ordinal ? find_passage(fetch, ordinal, ret_fetched, reterr) : status;
}

pol_status pol_fetch_place(pol_fetch *fetch, xc_docid docid, pol_span *ret_id,
                           uint32_t *ret_ordinal, pol_error *reterr)
{
    xc_docid head = docid;
    *ret_id = (pol_span){0};
    pol_status status = pol_entry_place(fetch->index, docid, &head, ret_ordinal, reterr);
    return status == POL_OK ? pol_entry_id(fetch->index, head, fetch->arena, ret_id, reterr)
                            : status;
}
