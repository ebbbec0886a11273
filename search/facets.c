/* facets.c - one match over all tiers to sorted counts, by value and by year and decision. */
#include "search/facets.h"

#include <stdlib.h>

#include "search/lengths.h"
#include "search/local.h"
#include "search/match.h"

/* The fields that are facets, in the schema's order. */
typedef struct facet_fields {
    const pol_field_info *infos[POL_FIELD_COUNT];
    xc_slot slots[POL_FIELD_COUNT + 1]; /* and one for the chart */
    size_t count;
} facet_fields;

static void list_fields(facet_fields *fields)
{
    fields->count = 0;
    for (int field = 0; field < POL_FIELD_COUNT; field++) {
        const pol_field_info *info = pol_field_info_of((pol_field)field);
        if (!info->is_facet || info->slot < 0)
            continue;
        fields->infos[fields->count] = info;
        fields->slots[fields->count++] = (xc_slot)info->slot;
    }
}

static int by_count(const void *left, const void *right)
{
    const pol_facet_count *a = left, *b = right;
    if (a->motions != b->motions)
        return a->motions < b->motions ? 1 : -1;
    return pol_span_compare(a->value, b->value);
}

static int newest_first(const void *left, const void *right)
{
    return pol_span_compare(((const pol_facet_count *)right)->value,
                            ((const pol_facet_count *)left)->value);
}

/* Passages to documents: in the proportion of all hits, at least 1. */
static uint32_t scaled(uint32_t passages, const xc_totals *totals)
{
    if (totals->raw_estimated == 0 || totals->estimated >= totals->raw_estimated)
        return passages;
    uint64_t documents = (uint64_t)passages * totals->estimated / totals->raw_estimated;
    return documents ? (uint32_t)documents : 1;
}

static pol_status copy_facet(xc_matches *matches, size_t which, bool is_exact,
                             const pol_field_info *info, pol_arena *arena, pol_facet *facet,
                             pol_error *reterr)
{
    size_t count = 0;
    const xc_facet_value *values = xc_matches_facet(matches, which, &count);
    pol_facet_count *counts = pol_arena_array(arena, count + 1, sizeof *counts);
    if (!counts)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for facets");
    for (size_t i = 0; i < count; i++) {
        counts[i].value = pol_arena_copy(arena, pol_xc_span(values[i].value));
        counts[i].motions =
            is_exact ? values[i].count : scaled(values[i].count, xc_matches_totals(matches));
        if (!counts[i].value.data)
            return pol_fail(reterr, POL_NOMEM, 0, "out of memory for facets");
    }
    qsort(counts, count, sizeof *counts, info->type == POL_TYPE_YEAR ? newest_first : by_count);
    *facet = (pol_facet){.field = info->name, .values = counts, .value_count = count};
    return POL_OK;
}

/* The same over posting lists. */
static pol_status find_slots(pol_plan *plan, pol_expr *query, const xc_slot *slots, size_t count,
                             xc_matches **ret_matches, pol_error *reterr)
{
    xc_error error = {0};
    const pol_set *set = NULL;
    pol_index *index = plan->index;
    const pol_lengths *lengths = NULL;
    pol_status status = pol_local_find(plan, query, &set, reterr);
    if (status == POL_OK)
        status = pol_index_lengths(index, &lengths, reterr);
    if (status != POL_OK)
        return status;
    xc_docid *heads = NULL;
    if (lengths->parts == 1) { /* else those of several databases alternate */
        heads = pol_arena_array(&plan->arena, set->count + 1, sizeof *heads);
        if (!heads)
            return pol_arena_refused(&plan->arena, set->count * sizeof *heads, reterr);
    }
    for (size_t i = 0; heads && i < set->count; i++)
        heads[i] = pol_lengths_head(lengths, set->ids[i]);
    if (xc_reader_count_values(index->reader, set->ids, heads, set->count, POL_SLOT_DOCUMENT,
                               POL_SLOT_CLAUSE, slots, count, ret_matches, &error) != XC_OK)
        return pol_index_fail(index, &error, reterr);
    return POL_OK;
}

/* Counts the values of slots over what matches `query`; free with xc_matches_free(). */
static pol_status match_slots(pol_plan *plan, pol_expr *query, const xc_slot *slots, size_t count,
                              xc_matches **ret_matches, pol_error *reterr)
{
    static const xc_weight no_weight = {.scheme = XC_WEIGHT_BOOL};
    xc_search search;
    pol_status status = pol_plan_status(plan, reterr);
    if (status != POL_OK)
        return status;
    if (plan->is_for_lists)
        return find_slots(plan, query, slots, count, ret_matches, reterr);
    pol_match_init(&search, query);
    search.weight = &no_weight;
    search.count = 0;
    search.facet_slots = slots;
    search.facet_count = count;
    if (plan->index->is_local)
        search.distinct_slot = POL_SLOT_DOCUMENT;
    else
        search.collapse_slot = POL_SLOT_DOCUMENT;
    return pol_match_run(plan->index, &search, ret_matches, reterr);
}

/* What matches, in all tiers. */
static pol_expr *all_tiers(pol_plan *plan, const pol_tiers *tiers)
{
    pol_expr_list any = {0};
    for (size_t i = 0; i < tiers->count; i++)
        pol_expr_list_add(&plan->builder, &any, tiers->segments[i].condition);
    return pol_build_list(&plan->builder, XC_OR, &any, 0);
}

/* --- chart ------------------------------------------------------------------------ */

static int by_year(const void *left, const void *right)
{
    const pol_chart_count *a = left, *b = right;
    if (a->year != b->year)
        return a->year < b->year ? -1 : 1;
    return a->decision < b->decision ? -1 : a->decision > b->decision;
}

static pol_status copy_chart(xc_matches *matches, size_t which, bool is_exact,
                             pol_results_owner *owner, pol_error *reterr)
{
    size_t count = 0;
    const xc_facet_value *values = xc_matches_facet(matches, which, &count);
    pol_chart_count *chart = pol_arena_array(&owner->arena, count + 1, sizeof *chart);
    if (!chart)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a chart");
    for (size_t i = 0; i < count; i++) {
        pol_chart_count *next = &chart[owner->results.chart_count];
        pol_span code;
        if (!pol_slot_year_parse(pol_xc_span(values[i].value), &next->year, &code))
            continue;
        next->decision = pol_decision_from_code(code);
        next->documents =
            is_exact ? values[i].count : scaled(values[i].count, xc_matches_totals(matches));
        owner->results.chart_count++;
    }
    qsort(chart, owner->results.chart_count, sizeof *chart, by_year);
    owner->results.chart = chart;
    return POL_OK;
}

/* --- all of it -------------------------------------------------------------------- */

/* A document shown for its title has no clause. */
static pol_status recount_clauses(pol_plan *plan, pol_expr *passages, pol_facet *facet,
                                  pol_arena *arena, pol_error *reterr)
{
    const pol_field_info *info = pol_field_info_of(POL_FIELD_CLAUSE);
    const xc_slot slot = (xc_slot)info->slot;
    xc_matches *matches = NULL;
    pol_status status = match_slots(plan, passages, &slot, 1, &matches, reterr);
    if (status == POL_OK)
        status = copy_facet(matches, 0, plan->index->is_local, info, arena, facet, reterr);
    xc_matches_free(matches);
    return status;
}

static pol_status copy_facets(pol_plan *plan, const pol_tiers *tiers, pol_expr *all,
                              const facet_fields *fields, xc_matches *matches,
                              pol_results_owner *owner, pol_error *reterr)
{
    pol_status status = POL_OK;
    pol_facet *facets = pol_arena_array(&owner->arena, POL_FIELD_COUNT, sizeof *facets);
    if (!facets)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for facets");
    for (size_t i = 0; i < fields->count && status == POL_OK; i++) {
        if (tiers->titles && fields->infos[i] == pol_field_info_of(POL_FIELD_CLAUSE))
            status = recount_clauses(plan,
                                     pol_build_pair(&plan->builder, XC_AND_NOT, all, tiers->titles),
                                     &facets[i], &owner->arena, reterr);
        else
            status = copy_facet(matches, i, plan->index->is_local, fields->infos[i], &owner->arena,
                                &facets[i], reterr);
    }
    owner->results.facets = facets;
    owner->results.facet_count = fields->count;
    return status;
}

/* The fields, and behind them the slot of the chart. */
static size_t list_slots(const pol_search_options *options, facet_fields *fields)
{
    fields->count = 0;
    if (options->wants_facets)
        list_fields(fields);
    if (!options->wants_chart)
        return fields->count;
    fields->slots[fields->count] = POL_SLOT_OUTCOME;
    return fields->count + 1;
}

bool pol_facets_count_along(const pol_plan *plan, const pol_tiers *tiers,
                            const pol_search_options *options, xc_slot slots[POL_FACET_SLOTS_MAX],
                            xc_search *search)
{
    facet_fields fields;
    size_t count = list_slots(options, &fields);
    if (count == 0 || tiers->count != 1 || tiers->titles || !plan->index->is_local)
        return false;
    memcpy(slots, fields.slots, count * sizeof *slots);
    search->facet_slots = slots;
    search->facet_count = count;
    search->distinct_slot = POL_SLOT_DOCUMENT;
    return true;
}

static pol_status copy_all(pol_plan *plan, const pol_tiers *tiers,
                           const pol_search_options *options, pol_expr *all,
                           const facet_fields *fields, xc_matches *matches,
                           pol_results_owner *owner, pol_error *reterr)
{
    pol_status status = POL_OK;
    if (options->wants_facets)
        status = copy_facets(plan, tiers, all, fields, matches, owner, reterr);
    if (status == POL_OK && options->wants_chart)
        status = copy_chart(matches, fields->count, plan->index->is_local, owner, reterr);
    owner->results.facets_are_exact =
        plan->index->is_local && !plan->is_cut && !plan->index->has_timed_out;
    return status;
}

pol_status pol_facets_count(pol_plan *plan, const pol_tiers *tiers,
                            const pol_search_options *options, xc_matches *counted,
                            pol_results_owner *owner, pol_error *reterr)
{
    facet_fields fields;
    xc_matches *matches = NULL;
    size_t slot_count = list_slots(options, &fields);
    if (counted)
        return copy_all(plan, tiers, options, NULL, &fields, counted, owner, reterr);
    pol_expr *all = all_tiers(plan, tiers);
    pol_status status = pol_plan_status(plan, reterr);
    if (status != POL_OK || !all)
        return status;
    status = match_slots(plan, all, fields.slots, slot_count, &matches, reterr);
    if (status == POL_OK)
        status = copy_all(plan, tiers, options, all, &fields, matches, owner, reterr);
    xc_matches_free(matches);
    return status;
}
