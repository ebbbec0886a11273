/* listing.c - the documents of a conference, read from the slot that heads carry for it. */
#include "search/listing.h"

#include <stdio.h>
#include <stdlib.h>

#include "core/arena.h"
#include "core/schema.h"
#include "search/entry.h"
#include "search/plan/builder.h"
#include "search/plan/match.h"

enum { LISTING_BYTES_MAX = 64 << 20 };

/* The listing with what it owns. */
typedef struct listing_owner {
    pol_listing listing;
    pol_arena arena;
} listing_owner;

void pol_listing_free(pol_listing *listing)
{
    if (!listing)
        return;
    listing_owner *owner = (listing_owner *)listing; /* its first member */
    pol_arena_done(&owner->arena);
    free(owner);
}

static pol_status fail_room(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a listing");
}

/* --- matching --------------------------------------------------------------------- */

/* Heads of the conference and year. */
static pol_expr *heads_of(pol_builder *builder, pol_span conference, int year)
{
    char digits[16];
    snprintf(digits, sizeof digits, "%04d", year);
    pol_expr *heads = pol_build_term(builder, POL_PREFIX_HEAD, POL_SPAN(""));
    if (conference.data)
        heads = pol_build_pair(builder, XC_AND, heads,
                               pol_build_term(builder, POL_PREFIX_EXACT_NAME, conference));
    if (year)
        heads = pol_build_pair(builder, XC_AND, heads,
                               pol_build_term(builder, pol_field_info_of(POL_FIELD_YEAR)->prefix,
                                              pol_span_of(digits)));
    return heads;
}

/* Which of them, and in which direction. */
typedef struct wanted {
    pol_expr *query;
    size_t first, count;
    bool is_backward;
} wanted;

static pol_status match(pol_index *index, const pol_builder *builder, const wanted *want,
                        xc_matches **ret_matches, pol_error *reterr)
{
    static const xc_weight no_weight = {.scheme = XC_WEIGHT_BOOL};
    xc_search search;
    if (builder->status != XC_OK)
        return pol_index_fail(index, &builder->error, reterr);
    pol_match_init(&search, want->query);
    search.weight = &no_weight;
    search.first = (uint32_t)want->first;
    search.count = (uint32_t)want->count;
    search.sort = XC_BY_VALUE;
    search.sort_slot = POL_SLOT_ENTRY;
    search.sorts_descending = want->is_backward;
    return pol_match_run(index, &search, ret_matches, reterr);
}

/* --- reading ---------------------------------------------------------------------- */

static pol_status read_entries(pol_index *index, xc_matches *matches, listing_owner *owner,
                               pol_error *reterr)
{
    size_t count = xc_matches_count(matches);
    pol_listed *entries = pol_arena_array(&owner->arena, count + 1, sizeof *entries);
    if (!entries)
        return fail_room(reterr);
    for (size_t i = 0; i < count; i++) {
        pol_span value;
        pol_status status =
            pol_match_value(index, matches, i, POL_SLOT_ENTRY, &owner->arena, &value, reterr);
        if (status != POL_OK)
            return status;
        if (!pol_listed_decode(value, &entries[i]))
            return pol_fail(reterr, POL_CORRUPT, 0,
                            "damaged: the index '%.100s' lacks the line of a document in lists: "
                            "run polindex --rebuild",
                            index->path);
    }
    owner->listing.entries = entries;
    owner->listing.count = count;
    return POL_OK;
}

static pol_status make(pol_index *index, const pol_builder *builder, const wanted *want,
                       pol_listing **ret_listing, pol_error *reterr)
{
    xc_matches *matches = NULL;
    listing_owner *owner = calloc(1, sizeof *owner);
    if (!owner)
        return fail_room(reterr);
    pol_arena_init(&owner->arena, LISTING_BYTES_MAX);
    pol_status status = match(index, builder, want, &matches, reterr);
    if (status == POL_OK)
        status = read_entries(index, matches, owner, reterr);
    if (status == POL_OK) {
        pol_listing *listing = &owner->listing;
        listing->first = want->first;
        listing->total = pol_match_total(matches);
        listing->is_cut = want->first + listing->count < listing->total;
        *ret_listing = listing;
    } else {
        pol_listing_free(&owner->listing);
    }
    xc_matches_free(matches);
    return status;
}

pol_status pol_listing_make(pol_index *index, const pol_listing_options *options,
                            pol_listing **ret_listing, pol_error *reterr)
{
    pol_builder builder;
    *ret_listing = NULL;
    if (options->count < 1 || options->count > POL_LISTING_MAX || options->first > UINT32_MAX)
        return pol_fail(reterr, POL_USAGE, 0, "a listing has 1 to %d documents, not %zu",
                        POL_LISTING_MAX, options->count);
    pol_status ensured = pol_index_ensure(index, reterr);
    if (ensured != POL_OK)
        return ensured;
    pol_builder_init(&builder);
    const wanted want = {.query = heads_of(&builder, options->conference, options->year),
                         .first = options->first,
                         .count = options->count};
    pol_status status = make(index, &builder, &want, ret_listing, reterr);
    pol_builder_done(&builder);
    return status;
}

size_t pol_listing_find(const pol_listing *listing, pol_span id)
{
    for (size_t i = 0; i < listing->count; i++)
        if (pol_span_equal(listing->entries[i].id, id))
            return i;
    return (size_t)-1;
}

/* --- neighbours ------------------------------------------------------------------- */

/* The line of one document, as the index has it; in `arena`. */
static pol_status find_line(pol_index *index, pol_span id, pol_arena *arena, pol_span *ret_line,
                            pol_error *reterr)
{
    xc_docid docid = 0;
    xc_document *document = NULL;
    xc_bytes value = {0};
    xc_error error = {0};
    pol_status status = pol_entry_find_id(index, id, &docid, reterr);
    if (status != POL_OK)
        return status;
    if (!docid)
        return pol_fail(reterr, POL_NOTFOUND, 0, "there is no document with the id '%.*s'",
                        POL_SPAN_ARGS(pol_span_first(id, 80)));
    if (xc_reader_document(index->reader, docid, &document, &error) != XC_OK ||
        xc_document_value(document, POL_SLOT_ENTRY, &value, &error) != XC_OK)
        status = pol_index_fail(index, &error, reterr);
    else if (!(*ret_line = pol_arena_copy(arena, pol_xc_span(value))).data)
        status = fail_room(reterr);
    xc_document_free(document);
    return status;
}

/* The nearest of `heads` on one side of `line`, itself left out. */
static pol_status find_side(pol_index *index, pol_builder *builder, pol_expr *heads, pol_span line,
                            bool is_backward, pol_listing **ret_listing, pol_error *reterr)
{
    pol_expr *self = pol_build_range(builder, POL_SLOT_ENTRY, line, line);
    pol_expr *side = is_backward ? pol_build_range(builder, POL_SLOT_ENTRY, (pol_span){0}, line)
                                 : pol_build_range(builder, POL_SLOT_ENTRY, line, (pol_span){0});
    const wanted want = {
        .query =
            pol_build_pair(builder, XC_AND_NOT, pol_build_pair(builder, XC_AND, heads, side), self),
        .count = 1,
        .is_backward = is_backward};
    return make(index, builder, &want, ret_listing, reterr);
}

pol_status pol_neighbours_find(pol_index *index, pol_span id, pol_neighbours *ret_neighbours,
                               pol_error *reterr)
{
    pol_arena arena;
    pol_builder builder;
    pol_span line = {0};
    pol_listed entry;
    *ret_neighbours = (pol_neighbours){0};
    pol_arena_init(&arena, LISTING_BYTES_MAX);
    pol_builder_init(&builder);
    pol_status status = pol_index_ensure(index, reterr);
    if (status == POL_OK)
        status = find_line(index, id, &arena, &line, reterr);
    if (status == POL_OK && pol_listed_decode(line, &entry)) {
        pol_expr *heads = entry.conference.size ? heads_of(&builder, entry.conference, entry.year)
                                                : pol_build_none(&builder);
        status = find_side(index, &builder, heads, line, true, &ret_neighbours->previous, reterr);
        if (status == POL_OK)
            status = find_side(index, &builder, heads, line, false, &ret_neighbours->next, reterr);
    }
    pol_builder_done(&builder);
    pol_arena_done(&arena);
    return status;
}

void pol_neighbours_done(pol_neighbours *neighbours)
{
    pol_listing_free(neighbours->previous);
    pol_listing_free(neighbours->next);
    *neighbours = (pol_neighbours){0};
}
