/* fetch.c - see fetch.h. */
#include "search/fetch.h"

#include "core/schema.h"

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

static size_t hash_of(pol_span id)
{
    uint64_t hash = 0xcbf29ce484222325u; /* FNV-1a */
    for (size_t i = 0; i < id.size; i++)
        hash = (hash ^ (uint8_t)id.data[i]) * 0x100000001b3u;
    return (size_t)(hash >> 16 ^ hash);
}

/* Its place, or the free one where it belongs. */
static const pol_stored **slot_of(const pol_stored **table, size_t capacity, pol_span id)
{
    size_t at = hash_of(id) & (capacity - 1);
    while (table[at] && !pol_span_equal(table[at]->document.id.text, id))
        at = (at + 1) & (capacity - 1);
    return &table[at];
}

static pol_status make_room(pol_fetch *fetch, pol_error *reterr)
{
    if (fetch->stored_count * 2 < fetch->capacity)
        return POL_OK;
    size_t capacity = fetch->capacity ? fetch->capacity * 2 : FIRST_CAPACITY;
    const pol_stored **table = pol_arena_array(fetch->arena, capacity, sizeof(pol_stored *));
    if (!table)
        return fail_room(fetch->arena, capacity * sizeof(pol_stored *), reterr);
    memset(table, 0, capacity * sizeof(pol_stored *));
    for (size_t i = 0; i < fetch->capacity; i++)
        if (fetch->stored[i])
            *slot_of(table, capacity, fetch->stored[i]->document.id.text) = fetch->stored[i];
    fetch->stored = table;
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

static pol_status read_document(pol_fetch *fetch, pol_span data, const pol_stored **ret_stored,
                                pol_error *reterr)
{
    pol_stored *stored = pol_arena_alloc(fetch->arena, sizeof *stored);
    if (!stored)
        return fail_room(fetch->arena, sizeof *stored, reterr);
    pol_status status = pol_stored_decode(data, fetch->arena, stored, reterr);
    if (status == POL_OK)
        status = pol_stored_apply(stored, fetch->arena, reterr);
    if (status == POL_OK)
        status = make_room(fetch, reterr);
    if (status != POL_OK)
        return status;
    const pol_stored **slot = slot_of(fetch->stored, fetch->capacity, stored->document.id.text);
    if (!*slot) {
        *slot = stored;
        fetch->stored_count++;
    }
    *ret_stored = *slot;
    return POL_OK;
}

pol_status pol_fetch_document(pol_fetch *fetch, pol_span id, const pol_stored **ret_stored,
                              pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    xc_error error = {0};
    xc_docid docid = 0;
    pol_span data;
    *ret_stored = fetch->capacity ? *slot_of(fetch->stored, fetch->capacity, id) : NULL;
    if (*ret_stored)
        return POL_OK;
    pol_span term = pol_passage_term(id, 0, buffer);
    if (xc_reader_find(fetch->index->reader, pol_xc_bytes(term), &docid, &error) != XC_OK)
        return pol_index_fail(fetch->index, &error, reterr);
    if (!docid)
        return pol_fail(reterr, POL_NOTFOUND, 0, "there is no document with the id '%.*s'",
                        POL_SPAN_ARGS(pol_span_first(id, 80)));
    pol_status status = read_data(fetch, docid, &data, reterr);
    return status == POL_OK ? read_document(fetch, data, ret_stored, reterr) : status;
}

const pol_passage *pol_fetch_passage(const pol_document *document, uint32_t ordinal)
{
    for (size_t i = 0; i < document->passage_count; i++)
        if (document->passages[i].ordinal == ordinal)
            return &document->passages[i];
    return NULL;
}

static pol_status find_passage(pol_fetch *fetch, pol_passage_data place, pol_fetched *fetched,
                               pol_error *reterr)
{
    pol_status status = pol_fetch_document(fetch, place.id, &fetched->stored, reterr);
    if (status == POL_NOTFOUND)
        return fail_damaged(fetch->index, place.id, reterr);
    if (status != POL_OK)
        return status;
    const pol_document *document = &fetched->stored->document;
    fetched->passage = pol_fetch_passage(document, place.ordinal);
    if (!fetched->passage)
        return fail_damaged(fetch->index, place.id, reterr);
    if (fetched->passage->lead_in)
        fetched->lead_in = pol_fetch_passage(document, fetched->passage->lead_in);
    return POL_OK;
}

pol_status pol_fetch_entry(pol_fetch *fetch, xc_docid docid, pol_fetched *ret_fetched,
                           pol_error *reterr)
{
    pol_passage_data place;
    pol_span data;
    *ret_fetched = (pol_fetched){0};
    pol_status status = read_data(fetch, docid, &data, reterr);
    if (status != POL_OK)
        return status;
    if (pol_passage_data_decode(data, &place))
        return find_passage(fetch, place, ret_fetched, reterr);
    if (!pol_stored_may_be(data))
        return fail_damaged(fetch->index, POL_SPAN("?"), reterr);
    return read_document(fetch, data, &ret_fetched->stored, reterr);
}

/* The id is in a slot of every entry; data of a passage has its ordinal. */
static pol_status read_place(pol_fetch *fetch, xc_document *document, pol_span *ret_id,
                             uint32_t *ret_ordinal, pol_error *reterr)
{
    pol_passage_data place = {0};
    xc_bytes data = {0}, id = {0};
    xc_error error = {0};
    if (xc_document_data(document, &data, &error) != XC_OK ||
        xc_document_value(document, POL_SLOT_DOCUMENT, &id, &error) != XC_OK)
        return pol_index_fail(fetch->index, &error, reterr);
    if (pol_passage_data_decode(pol_xc_span(data), &place))
        *ret_ordinal = place.ordinal;
    else if (!pol_stored_may_be(pol_xc_span(data)) || id.size == 0)
        return fail_damaged(fetch->index, POL_SPAN("?"), reterr);
    *ret_id = pol_arena_copy(fetch->arena, place.ordinal ? place.id : pol_xc_span(id));
    return ret_id->data ? POL_OK : fail_room(fetch->arena, id.size, reterr);
}

pol_status pol_fetch_place(pol_fetch *fetch, xc_docid docid, pol_span *ret_id,
                           uint32_t *ret_ordinal, pol_error *reterr)
{
    xc_document *document = NULL;
    xc_error error = {0};
    pol_status status;
    *ret_id = (pol_span){0};
    *ret_ordinal = 0;
    if (xc_reader_document(fetch->index->reader, docid, &document, &error) == XC_OK)
        status = read_place(fetch, document, ret_id, ret_ordinal, reterr);
    else
        status = pol_index_fail(fetch->index, &error, reterr);
    xc_document_free(document);
    return status;
}
