/* outline.c - one pass over the heads of an index to counts of the whole. */
#include <stdlib.h>

#include "core/arena.h"
#include "core/schema.h"
#include "search/listing.h"
#include "search/plan/builder.h"
#include "search/plan/match.h"

enum { OUTLINE_BYTES_MAX = 256 << 20 };

/* What is counted, in the order of `slots` below. */
enum { SLOT_MEETING, SLOT_YEAR, SLOT_DECISION, SLOT_KIND, SLOT_ORG, SLOT_COUNT };
static const xc_slot slots[SLOT_COUNT] = {POL_SLOT_MEETING, POL_SLOT_YEAR, POL_SLOT_DECISION,
                                          POL_SLOT_KIND, POL_SLOT_ORG};

typedef struct outline_owner {
    pol_outline outline;
    pol_arena arena;
} outline_owner;

void pol_outline_free(pol_outline *outline)
{
    if (!outline)
        return;
    outline_owner *owner = (outline_owner *)outline; /* its first member */
    pol_arena_done(&owner->arena);
    free(owner);
}

static pol_status fail_room(outline_owner *owner, size_t size, pol_error *reterr)
{
    return pol_arena_is_full(&owner->arena, size)
               ? pol_fail(reterr, POL_LIMIT, 0, "the index has too many conferences to list")
               : pol_fail(reterr, POL_NOMEM, 0, "out of memory for what an index holds");
}

/* --- codes and names -------------------------------------------------------------- */

static int by_documents(const void *left, const void *right)
{
    const pol_outline_count *a = left, *b = right;
    if (a->documents != b->documents)
        return a->documents < b->documents ? 1 : -1;
    return pol_span_compare(a->value, b->value);
}

static pol_status copy_counts(outline_owner *owner, xc_matches *matches, size_t which,
                              const pol_outline_count **ret_counts, size_t *ret_count,
                              pol_error *reterr)
{
    size_t count = 0;
    const xc_facet_value *values = xc_matches_facet(matches, which, &count);
    pol_outline_count *counts = pol_arena_array(&owner->arena, count + 1, sizeof *counts);
    if (!counts)
        return fail_room(owner, count * sizeof *counts, reterr);
    for (size_t i = 0; i < count; i++) {
        counts[i].value = pol_arena_copy(&owner->arena, pol_xc_span(values[i].value));
        counts[i].documents = values[i].count;
        if (!counts[i].value.data)
            return fail_room(owner, values[i].value.size, reterr);
    }
    qsort(counts, count, sizeof *counts, by_documents);
    *ret_counts = counts;
    *ret_count = count;
    if (count > POL_OUTLINE_NAMES_MAX) {
        *ret_count = POL_OUTLINE_NAMES_MAX;
        owner->outline.is_cut = true;
    }
    return POL_OK;
}

/* --- years ------------------------------------------------------------------------ */

static pol_status copy_years(outline_owner *owner, xc_matches *matches, pol_error *reterr)
{
    size_t count = 0;
    const xc_facet_value *values = xc_matches_facet(matches, SLOT_YEAR, &count);
    pol_outline_year *years = pol_arena_array(&owner->arena, count + 1, sizeof *years);
    if (!years)
        return fail_room(owner, count * sizeof *years, reterr);
    for (size_t i = 0; i < count; i++) { /* by value: the oldest first */
        char digits[8] = "";
        pol_span value = pol_span_first(pol_xc_span(values[i].value), sizeof digits - 1);
        memcpy(digits, value.data, value.size);
        years[count - 1 - i] = (pol_outline_year){atoi(digits), values[i].count};
    }
    owner->outline.years = years;
    owner->outline.year_count = count;
    return POL_OK;
}

/* --- conferences ------------------------------------------------------------------ */

/* One year of one conference, as the slot has it. */
typedef struct meeting {
    pol_span name;
    int year;
    uint32_t documents;
} meeting;

static int by_name(const void *left, const void *right)
{
    const meeting *a = left, *b = right;
    int order = pol_span_compare(a->name, b->name);
    return order ? order : b->year - a->year;
}

static pol_status read_meetings(outline_owner *owner, xc_matches *matches, meeting **ret_meetings,
                                size_t *ret_count, pol_error *reterr)
{
    size_t count = 0;
    const xc_facet_value *values = xc_matches_facet(matches, SLOT_MEETING, &count);
    meeting *meetings = pol_arena_array(&owner->arena, count + 1, sizeof *meetings);
    if (!meetings)
        return fail_room(owner, count * sizeof *meetings, reterr);
    *ret_meetings = meetings;
    *ret_count = 0;
    for (size_t i = 0; i < count; i++) {
        meeting *next = &meetings[*ret_count];
        if (!pol_slot_year_parse(pol_xc_span(values[i].value), &next->year, &next->name))
            continue;
        next->documents = values[i].count;
        ++*ret_count;
    }
    qsort(meetings, *ret_count, sizeof *meetings, by_name);
    return POL_OK;
}

/* The meetings of one name, newest first, to a conference. */
static bool fill_conference(const meeting *meetings, size_t count, pol_arena *arena,
                            pol_outline_conference *conference)
{
    pol_outline_year *years = pol_arena_array(arena, count, sizeof *years);
    *conference = (pol_outline_conference){
        .name = pol_arena_copy(arena, meetings[0].name), .years = years, .year_count = count};
    if (!years || !conference->name.data)
        return false;
    for (size_t i = 0; i < count; i++) {
        years[i] = (pol_outline_year){meetings[i].year, meetings[i].documents};
        conference->documents += meetings[i].documents;
        if (meetings[i].year)
            conference->first_year = meetings[i].year;
    }
    conference->last_year = meetings[0].year;
    return true;
}

static pol_status copy_conferences(outline_owner *owner, xc_matches *matches, pol_error *reterr)
{
    meeting *meetings = NULL;
    size_t count = 0, used = 0;
    pol_status status = read_meetings(owner, matches, &meetings, &count, reterr);
    if (status != POL_OK)
        return status;
    pol_outline_conference *conferences =
        pol_arena_array(&owner->arena, count + 1, sizeof *conferences);
    if (!conferences)
        return fail_room(owner, count * sizeof *conferences, reterr);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && pol_span_equal(meetings[i].name, meetings[end].name);)
            end++;
        if (used == POL_OUTLINE_NAMES_MAX) {
            owner->outline.is_cut = true;
            break;
        }
        if (!fill_conference(&meetings[i], end - i, &owner->arena, &conferences[used++]))
            return fail_room(owner, meetings[i].name.size, reterr);
    }
    owner->outline.conferences = conferences;
    owner->outline.conference_count = used;
    return POL_OK;
}

/* --- matching --------------------------------------------------------------------- */

static void init_search(xc_search *search, pol_expr *query)
{
    static const xc_weight no_weight = {.scheme = XC_WEIGHT_BOOL};
    pol_match_init(search, query);
    search->weight = &no_weight;
    search->count = 0;
}

/* A head stands for one document, so that its values are counted plainly, remotely too. */
static pol_status count_all(pol_index *index, pol_expr *heads, outline_owner *owner,
                            pol_error *reterr)
{
    xc_search search;
    xc_matches *matches = NULL;
    pol_outline *outline = &owner->outline;
    init_search(&search, heads);
    search.facet_slots = slots;
    search.facet_count = SLOT_COUNT;
    pol_status status = pol_match_run(index, &search, &matches, reterr);
    if (status == POL_OK) {
        outline->documents = pol_match_total(matches);
        outline->passages = index->entries - outline->documents;
        status = copy_conferences(owner, matches, reterr);
    }
    if (status == POL_OK)
        status = copy_years(owner, matches, reterr);
    if (status == POL_OK)
        status = copy_counts(owner, matches, SLOT_DECISION, &outline->decisions,
                             &outline->decision_count, reterr);
    if (status == POL_OK)
        status =
            copy_counts(owner, matches, SLOT_KIND, &outline->kinds, &outline->kind_count, reterr);
    if (status == POL_OK)
        status = copy_counts(owner, matches, SLOT_ORG, &outline->organisations,
                             &outline->organisation_count, reterr);
    xc_matches_free(matches);
    return status;
}

static pol_status find_changed(pol_index *index, pol_expr *heads, outline_owner *owner,
                               pol_error *reterr)
{
    xc_search search;
    xc_matches *matches = NULL;
    pol_span value = {0};
    init_search(&search, heads);
    search.count = 1;
    search.sort = XC_BY_VALUE;
    search.sort_slot = POL_SLOT_CHANGED;
    search.sorts_descending = true;
    pol_status status = pol_match_run(index, &search, &matches, reterr);
    if (status == POL_OK && xc_matches_count(matches))
        status =
            pol_match_value(index, matches, 0, POL_SLOT_CHANGED, &owner->arena, &value, reterr);
    if (status == POL_OK && value.data)
        owner->outline.changed = strtoll(value.data, NULL, 10);
    xc_matches_free(matches);
    return status;
}

pol_status pol_outline_make(pol_index *index, pol_outline **ret_outline, pol_error *reterr)
{
    pol_builder builder;
    *ret_outline = NULL;
    pol_status status = pol_index_ensure(index, reterr);
    if (status != POL_OK)
        return status;
    outline_owner *owner = calloc(1, sizeof *owner);
    if (!owner)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    pol_arena_init(&owner->arena, OUTLINE_BYTES_MAX);
    pol_builder_init(&builder);
    pol_expr *heads = pol_build_term(&builder, POL_PREFIX_HEAD, POL_SPAN(""));
    status = heads ? count_all(index, heads, owner, reterr)
                   : pol_index_fail(index, &builder.error, reterr);
    if (status == POL_OK)
        status = find_changed(index, heads, owner, reterr);
    pol_builder_done(&builder);
    if (status == POL_OK)
        *ret_outline = &owner->outline;
    else
        pol_outline_free(&owner->outline);
    return status;
}
