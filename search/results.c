/* results.c - entries of the index to hits with documents, passages and highlights. */
#include <stdlib.h>

#include "search/fetch.h"
#include "search/highlight.h"
#include "search/results/build.h"

static const struct {
    const char *code, *label;
} tier_names[POL_TIER_COUNT] = {
    [POL_TIER_LABEL] = {"label", "The number you asked for"},
    [POL_TIER_CONFERENCE] = {"conference", "The conference you asked for"},
    [POL_TIER_PASSAGE] = {"passage", "All the words in one passage"},
    [POL_TIER_DOCUMENT] = {"document", "All the words in one document"},
    [POL_TIER_PARTIAL] = {"partial", "Some of the words"},
    [POL_TIER_ANY] = {"any", "Any of the words"},
};

const char *pol_tier_code(pol_tier tier)
{
    return tier_names[tier].code;
}

const char *pol_tier_label(pol_tier tier)
{
    return tier_names[tier].label;
}

static pol_status fail_room(const pol_arena *arena, size_t size, pol_error *reterr)
{
    if (pol_arena_is_full(arena, size))
        return pol_fail(reterr, POL_LIMIT, 0,
                        "the documents of this page are too large: ask for fewer hits");
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for results");
}

pol_status pol_results_new(pol_results_owner **ret_owner, pol_error *reterr)
{
    *ret_owner = calloc(1, sizeof **ret_owner);
    if (!*ret_owner)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for results");
    pol_arena_init(&(*ret_owner)->arena, POL_RESULTS_BYTES_MAX);
    return POL_OK;
}

void pol_results_free(pol_results *results)
{
    if (!results)
        return;
    pol_results_owner *owner = (pol_results_owner *)results; /* its first member */
    pol_arena_done(&owner->arena);
    free(owner);
}

/* --- reading ---------------------------------------------------------------------- */

/* An entry's data, copied into `arena`. */
static pol_status read_data(pol_index *index, xc_docid docid, pol_arena *arena, pol_span *ret_data,
                            pol_error *reterr)
{
    xc_document *document = NULL;
    xc_bytes data = {0};
    xc_error error = {0};
    pol_status status = POL_OK;
    if (xc_reader_document(index->reader, docid, &document, &error) != XC_OK ||
        xc_document_data(document, &data, &error) != XC_OK) {
        status = pol_index_fail(index, &error, reterr);
    } else {
        *ret_data = pol_arena_copy(arena, pol_xc_span(data));
        if (!ret_data->data)
            status = fail_room(arena, data.size, reterr);
    }
    xc_document_free(document);
    return status;
}

pol_status pol_stored_read(pol_index *index, xc_docid docid, pol_arena *arena,
                           pol_stored *ret_stored, pol_error *reterr)
{
    pol_span data;
    pol_status status = read_data(index, docid, arena, &data, reterr);
    if (status == POL_OK)
        status = pol_stored_decode(data, arena, ret_stored, reterr);
    return status == POL_OK ? pol_stored_apply(ret_stored, arena, reterr) : status;
}

typedef struct reading {
    pol_results_owner *owner;
    pol_index *index;
    const pol_node *root;
    pol_fetch fetch; /* hits of one document share it */
} reading;

static pol_status read_hit(reading *read, const pol_found *found, pol_hit *hit, pol_error *reterr)
{
    pol_fetched fetched;
    *hit = (pol_hit){.tier = found->tier, .score = found->score, .group_more = found->more};
    pol_status status = pol_fetch_entry(&read->fetch, found->docid, &fetched, reterr);
    if (status != POL_OK)
        return status;
    hit->stored = fetched.stored;
    if (found->is_document)
        return POL_OK;
    hit->passage = fetched.passage;
    hit->lead_in = fetched.lead_in;
    return POL_OK;
}

static pol_status mark_hit(reading *read, pol_hit *hit, pol_error *reterr)
{
    pol_arena *arena = &read->owner->arena;
    pol_analyser *analyser = read->index->analyser;
    pol_status status = POL_OK;
    if (hit->passage)
        status = pol_highlight_find(read->root, hit->passage->text, POL_HIGHLIGHT_PASSAGE, analyser,
                                    arena, &hit->highlights, &hit->highlight_count, reterr);
    if (status == POL_OK)
        status = pol_highlight_find(read->root, hit->stored->document.display_title,
                                    POL_HIGHLIGHT_TITLE, analyser, arena, &hit->title_highlights,
                                    &hit->title_highlight_count, reterr);
    return status;
}

pol_status pol_results_read(pol_results_owner *owner, pol_index *index, const pol_node *root,
                            const pol_found *found, size_t count, pol_error *reterr)
{
    pol_status status = POL_OK;
    reading read = {.owner = owner, .index = index, .root = root};
    pol_hit *hits = pol_arena_array(&owner->arena, count + 1, sizeof *hits);
    if (!hits)
        return fail_room(&owner->arena, count * sizeof *hits, reterr);
    pol_fetch_init(&read.fetch, index, &owner->arena);
    for (size_t i = 0; i < count && status == POL_OK; i++) {
        status = read_hit(&read, &found[i], &hits[i], reterr);
        if (status == POL_OK)
            status = mark_hit(&read, &hits[i], reterr);
    }
    owner->results.hits = hits;
    owner->results.hit_count = count;
    return status;
}

/* --- ids alone -------------------------------------------------------------------- */

pol_status pol_results_read_ids(pol_results_owner *owner, pol_index *index, const pol_found *found,
                                size_t count, pol_error *reterr)
{
    pol_fetch fetch;
    pol_status status = POL_OK;
    pol_hit *hits = pol_arena_array(&owner->arena, count + 1, sizeof *hits);
    pol_stored *stored = pol_arena_array(&owner->arena, count + 1, sizeof *stored);
    if (!hits || !stored)
        return fail_room(&owner->arena, count * sizeof *stored, reterr);
    pol_fetch_init(&fetch, index, &owner->arena);
    for (size_t i = 0; i < count && status == POL_OK; i++) {
        uint32_t ordinal;
        status =
            pol_fetch_place(&fetch, found[i].docid, &stored[i].document.id.text, &ordinal, reterr);
        hits[i] = (pol_hit){.stored = &stored[i], .tier = found[i].tier, .score = found[i].score};
    }
    owner->results.hits = hits;
    owner->results.hit_count = count;
    return status;
}
