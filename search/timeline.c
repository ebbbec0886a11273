/* timeline.c - see timeline.h. */
#include "search/timeline.h"

#include <stdlib.h>

#include "search/citation.h"

enum {
    NO_DAY = 13 * 32, /* behind all days */
    ARENA_MAX = 64 << 20,
    NEWEST_COUNT = 20 /* carried ones that are looked at for the newest that still stands */
};

/* A timeline with what it borrows from. */
typedef struct timeline_owner {
    pol_timeline timeline; /* first: they share their address */
    pol_results ordered;
    pol_results *searched, *newest; /* owned; NULL: none */
    pol_arena arena;
    pol_timeline_entry *entries;
    pol_timeline_entry newest_entry;
    pol_error *reterr;
} timeline_owner;

/* --- one document --------------------------------------------------------------------- */

static bool asks_for_something(const pol_hit *hit)
{
    return hit->passage &&
           (hit->passage->clause == POL_CLAUSE_RESOLVES || hit->passage->is_action_point);
}

static pol_decision decision_of(const pol_hit *hit)
{
    const pol_document *document = &hit->stored->document;
    if (!pol_kind_is_decided(document->kind))
        return POL_DECISION_NONE;
    if (hit->passage && hit->passage->decision != POL_DECISION_NONE)
        return (pol_decision)hit->passage->decision;
    if (document->has_decision_conflict)
        return POL_DECISION_UNKNOWN;
    bool went_into_another = document->decision == POL_DECISION_COMPOSITED &&
                             document->composite_decision != POL_DECISION_NONE;
    return went_into_another ? (pol_decision)document->composite_decision : document->decision;
}

static pol_timeline_entry entry_of(const pol_hit *hit)
{
    const pol_document *document = &hit->stored->document;
    pol_decision decision = decision_of(hit);
    bool is_unclear = document->has_decision_conflict && decision == POL_DECISION_UNKNOWN;
    return (pol_timeline_entry){
        .hit = hit,
        .year = document->year ? document->year : document->date.year,
        .decision = decision,
        .is_past = document->standing == POL_STANDING_SUPERSEDED ||
                   document->standing == POL_STANDING_LAPSED,
        .decision_words =
            is_unclear ? pol_citation_decision(document) : pol_decision_label(decision),
    };
}

static bool is_policy(const pol_timeline_entry *entry)
{
    return pol_decision_is_policy(entry->decision) && !entry->is_past && entry->year &&
           entry->hit->stored->document.kind != POL_KIND_AMENDMENT;
}

/* --- order ------------------------------------------------------------------------------ */

/* A day within a year, where it is known and of that year; what has none comes behind. */
static int day_of(const pol_timeline_entry *entry)
{
    const pol_date *date = &entry->hit->stored->document.date;
    if (date->year != entry->year || !date->month)
        return NO_DAY;
    return (int)date->month * 32 + (int)date->day;
}

static int compare_entries(const void *left, const void *right)
{
    const pol_timeline_entry *a = left, *b = right;
    if (a->year != b->year)
        return !a->year ? 1 : !b->year ? -1 : a->year < b->year ? -1 : 1;
    if (day_of(a) != day_of(b))
        return day_of(a) < day_of(b) ? -1 : 1;
    return a->hit < b->hit ? -1 : a->hit > b->hit; /* by relevance */
}

/* --- making it -------------------------------------------------------------------------- */

static timeline_owner *owner_new(pol_error *reterr)
{
    timeline_owner *owner = calloc(1, sizeof *owner);
    if (!owner) {
        (void)pol_fail(reterr, POL_NOMEM, 0, "out of memory for a timeline");
        return NULL;
    }
    pol_arena_init(&owner->arena, ARENA_MAX);
    owner->reterr = reterr;
    return owner;
}

static pol_status fail_room(timeline_owner *owner)
{
    return pol_fail(owner->reterr, POL_NOMEM, 0, "out of memory for a timeline");
}

/* One entry for each document: of the hits of a group one. */
static size_t take_entries(const pol_hit *hits, size_t count, pol_timeline_entry *entries)
{
    size_t taken = 0;
    for (size_t i = 0; i < count; i++) {
        bool is_same = i > 0 && hits[i].stored == hits[i - 1].stored;
        if (!is_same) {
            entries[taken++] = entry_of(&hits[i]);
        } else if (asks_for_something(&hits[i]) && hits[i].tier == entries[taken - 1].hit->tier &&
                   !asks_for_something(entries[taken - 1].hit)) {
            entries[taken - 1] = entry_of(&hits[i]);
        }
    }
    return taken;
}

/* Of equally new ones the first that is met: they stand by relevance. */
static bool is_newer(const pol_timeline_entry *entry, const pol_timeline_entry *than)
{
    int day = day_of(entry), other = day_of(than);
    if (entry->year != than->year)
        return entry->year > than->year;
    return day != NO_DAY && other != NO_DAY && day > other;
}

static void find_now(timeline_owner *owner)
{
    pol_timeline *timeline = &owner->timeline;
    const pol_timeline_entry *now = NULL;
    for (size_t i = 0; i < timeline->entry_count; i++)
        if (is_policy(&owner->entries[i]) && (!now || is_newer(&owner->entries[i], now)))
            now = &owner->entries[i];
    if (owner->newest_entry.hit && (!now || is_newer(&owner->newest_entry, now)))
        now = &owner->newest_entry;
    if (timeline->is_partial || !now)
        return;
    timeline->now = now;
    for (size_t i = 0; i < timeline->entry_count; i++) {
        const pol_timeline_entry *entry = &owner->entries[i];
        timeline->newer_count += is_newer(entry, now) && entry->decision != POL_DECISION_NONE;
    }
}

/* `like` is what the rest of the results is as. */
static pol_status order(timeline_owner *owner, const pol_results *like, const pol_hit *hits,
                        size_t count)
{
    pol_timeline *timeline = &owner->timeline;
    owner->entries = pol_arena_array(&owner->arena, count + 1, sizeof *owner->entries);
    pol_hit *ordered = pol_arena_array(&owner->arena, count + 1, sizeof *ordered);
    if (!owner->entries || !ordered)
        return fail_room(owner);
    timeline->entry_count = take_entries(hits, count, owner->entries);
    qsort(owner->entries, timeline->entry_count, sizeof *owner->entries, compare_entries);
    for (size_t i = 0; i < timeline->entry_count; i++) {
        ordered[i] = *owner->entries[i].hit;
        owner->entries[i].hit = &ordered[i];
    }
    owner->ordered = *like;
    owner->ordered.hits = ordered;
    owner->ordered.hit_count = timeline->entry_count;
    owner->ordered.is_grouped = true;
    timeline->found = &owner->ordered;
    timeline->entries = owner->entries;
    timeline->is_partial = like->tier == POL_TIER_PARTIAL && timeline->entry_count > 0;
    find_now(owner);
    return POL_OK;
}

/* Where more were found than are listed, the newest policy may not be among them. */
static pol_status search_newest(timeline_owner *owner, pol_index *index, pol_span query,
                                const pol_search_options *options)
{
    pol_search_options newest = *options;
    pol_search_filter *filters =
        pol_arena_array(&owner->arena, options->filter_count + 1, sizeof *filters);
    if (!filters)
        return fail_room(owner);
    if (options->filter_count)
        memcpy(filters, options->filters, options->filter_count * sizeof *filters);
    filters[options->filter_count] =
        (pol_search_filter){.field = POL_FIELD_DECISION, .value = POL_SPAN("policy")};
    newest.filters = filters;
    newest.filter_count++;
    newest.sort = POL_SORT_NEWEST;
    newest.count = NEWEST_COUNT;
    newest.wants_chart = newest.wants_facets = newest.wants_explain = false;
    pol_status status = pol_search(index, query, &newest, &owner->newest, owner->reterr);
    for (size_t i = 0; status == POL_OK && i < owner->newest->hit_count; i++) {
        pol_timeline_entry entry = entry_of(&owner->newest->hits[i]);
        if (entry.hit->tier != POL_TIER_PARTIAL && is_policy(&entry) &&
            (!owner->newest_entry.hit || is_newer(&entry, &owner->newest_entry)))
            owner->newest_entry = entry;
    }
    return status;
}

/* Does the search already ask for one decision and no other? Then all are listed that could be
 * the newest, or none could. */
static bool has_decision_filter(const pol_search_options *options)
{
    for (size_t i = 0; i < options->filter_count; i++)
        if (options->filters[i].field == POL_FIELD_DECISION)
            return true;
    return false;
}

static pol_status search(timeline_owner *owner, pol_index *index, pol_span query,
                         const pol_search_options *options)
{
    pol_search_options all = *options;
    all.first = 0;
    all.sort = POL_SORT_RELEVANCE;
    all.is_grouped = true;
    all.only_ids = false;
    all.only_complete = true;
    pol_status status = pol_search(index, query, &all, &owner->searched, owner->reterr);
    if (status != POL_OK)
        return status;
    const pol_results *found = owner->searched;
    bool has_more = found->total > all.count && found->hit_count > 0;
    if (has_more && found->tier != POL_TIER_PARTIAL && !has_decision_filter(options))
        status = search_newest(owner, index, query, &all);
    if (status == POL_OK)
        status = order(owner, found, found->hits, found->hit_count);
    if (status == POL_OK && found->total > owner->timeline.entry_count)
        owner->timeline.left_out = found->total - (uint32_t)owner->timeline.entry_count;
    return status;
}

static pol_status give(timeline_owner *owner, pol_status status, pol_timeline **ret_timeline)
{
    if (status != POL_OK)
        pol_timeline_free(&owner->timeline);
    *ret_timeline = status == POL_OK ? &owner->timeline : NULL;
    return status;
}

pol_status pol_timeline_search(pol_index *index, pol_span query, const pol_search_options *options,
                               pol_timeline **ret_timeline, pol_error *reterr)
{
    *ret_timeline = NULL;
    timeline_owner *owner = owner_new(reterr);
    return owner ? give(owner, search(owner, index, query, options), ret_timeline) : POL_NOMEM;
}

pol_status pol_timeline_of(pol_span subject, const pol_hit *hits, size_t count,
                           pol_timeline **ret_timeline, pol_error *reterr)
{
    *ret_timeline = NULL;
    timeline_owner *owner = owner_new(reterr);
    if (!owner)
        return POL_NOMEM;
    pol_results like = {.query = pol_arena_copy(&owner->arena, subject),
                        .total = (uint32_t)count,
                        .total_is_exact = true,
                        .tier = POL_TIER_ANY,
                        .limit = count};
    like.understood = like.query;
    pol_status status = like.query.data ? order(owner, &like, hits, count) : fail_room(owner);
    return give(owner, status, ret_timeline);
}

void pol_timeline_free(pol_timeline *timeline)
{
    timeline_owner *owner = (timeline_owner *)timeline;
    if (!owner)
        return;
    pol_results_free(owner->searched);
    pol_results_free(owner->newest);
    pol_arena_done(&owner->arena);
    free(owner);
}
