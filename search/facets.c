/* facets.c - a tally over all tiers to sorted counts, by value and by year and decision. */
#include "search/facets.h"

#include <stdlib.h>

#include "search/evaluate/tally.h"

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

static pol_status copy_facet(const pol_tally *tally, size_t which, const pol_field_info *info,
                             pol_arena *arena, pol_facet *facet, pol_error *reterr)
{
    const size_t count = tally->counts[which];
    pol_facet_count *counts = pol_arena_array(arena, count + 1, sizeof *counts);
    if (!counts)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for facets");
    for (size_t i = 0; i < count; i++) {
        counts[i] = tally->values[which][i];
        counts[i].value = pol_arena_copy(arena, counts[i].value);
        if (!counts[i].value.data)
            return pol_fail(reterr, POL_NOMEM, 0, "out of memory for facets");
    }
    qsort(counts, count, sizeof *counts, info->type == POL_TYPE_YEAR ? newest_first : by_count);
    *facet = (pol_facet){.field = info->name, .values = counts, .value_count = count};
    return POL_OK;
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

static pol_status copy_chart(const pol_tally *tally, size_t which, pol_results_owner *owner,
                             pol_error *reterr)
{
    const size_t count = tally->counts[which];
    pol_chart_count *chart = pol_arena_array(&owner->arena, count + 1, sizeof *chart);
    if (!chart)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a chart");
    for (size_t i = 0; i < count; i++) {
        pol_chart_count *next = &chart[owner->results.chart_count];
        pol_span code;
        if (!pol_slot_year_parse(tally->values[which][i].value, &next->year, &code))
            continue;
        next->decision = pol_decision_from_code(code);
        next->documents = tally->values[which][i].motions;
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
    pol_tally tally;
    pol_status status = pol_tally_make(plan, passages, &slot, 1, &tally, reterr);
    return status == POL_OK ? copy_facet(&tally, 0, info, arena, facet, reterr) : status;
}

static pol_status copy_facets(pol_plan *plan, const pol_tiers *tiers, pol_expr *all,
                              const facet_fields *fields, const pol_tally *tally,
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
            status = copy_facet(tally, i, fields->infos[i], &owner->arena, &facets[i], reterr);
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

pol_status pol_facets_count(pol_plan *plan, const pol_tiers *tiers,
                            const pol_search_options *options, pol_results_owner *owner,
                            pol_error *reterr)
{
    pol_tally tally;
    facet_fields fields;
    size_t slot_count = list_slots(options, &fields);
    pol_expr *all = all_tiers(plan, tiers);
    pol_status status = pol_plan_status(plan, reterr);
    if (status != POL_OK || !all)
        return status;
    status = pol_tally_make(plan, all, fields.slots, slot_count, &tally, reterr);
    if (status == POL_OK && options->wants_facets)
        status = copy_facets(plan, tiers, all, &fields, &tally, owner, reterr);
    if (status == POL_OK && options->wants_chart)
        status = copy_chart(&tally, fields.count, owner, reterr);
    owner->results.facets_are_exact =
        plan->index->is_local && !plan->is_cut && !plan->index->has_timed_out;
    return status;
}
