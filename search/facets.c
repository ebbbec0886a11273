/* facets.c - one match over all tiers to sorted counts. */
#include "search/facets.h"

#include <stdlib.h>

#include "search/match.h"

/* The fields that are facets, in the schema's order. */
typedef struct facet_fields {
    const pol_field_info *infos[POL_FIELD_COUNT];
    xc_slot slots[POL_FIELD_COUNT];
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

/* Counts some of the fields over what matches `query`, into `facets`. */
static pol_status count_fields(pol_plan *plan, xc_query *query, const facet_fields *fields,
                               pol_facet *facets, pol_arena *arena, pol_error *reterr)
{
    static const xc_weight no_weight = {.scheme = XC_WEIGHT_BOOL};
    bool is_local = plan->index->is_local;
    xc_search search;
    xc_matches *matches = NULL;
    pol_status status = pol_plan_status(plan, reterr);
    if (status != POL_OK || !query)
        return status;
    pol_match_init(&search, query);
    search.weight = &no_weight;
    search.count = 0;
    search.facet_slots = fields->slots;
    search.facet_count = fields->count;
    if (is_local)
        search.distinct_slot = POL_SLOT_DOCUMENT;
    else
        search.collapse_slot = POL_SLOT_DOCUMENT;
    status = pol_match_run(plan->index, &search, &matches, reterr);
    for (size_t i = 0; i < fields->count && status == POL_OK; i++)
        status = copy_facet(matches, i, is_local, fields->infos[i], arena, &facets[i], reterr);
    xc_matches_free(matches);
    return status;
}

/* What matches, in all tiers. */
static xc_query *all_tiers(pol_plan *plan, const pol_tiers *tiers)
{
    pol_query_list any = {0};
    for (size_t i = 0; i < tiers->count; i++)
        pol_query_list_add(&plan->builder, &any, tiers->segments[i].condition);
    return pol_build_list(&plan->builder, XC_OR, &any, 0);
}

pol_status pol_facets_count(pol_plan *plan, const pol_tiers *tiers, pol_results_owner *owner,
                            pol_error *reterr)
{
    facet_fields fields, clause = {.count = 0};
    xc_query *all = all_tiers(plan, tiers);
    pol_facet *facets = pol_arena_array(&owner->arena, POL_FIELD_COUNT, sizeof *facets);
    if (!facets)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for facets");
    list_fields(&fields);
    pol_status status = count_fields(plan, all, &fields, facets, &owner->arena, reterr);
    for (size_t i = 0; i < fields.count && tiers->titles && status == POL_OK; i++) {
        if (fields.infos[i] != pol_field_info_of(POL_FIELD_CLAUSE))
            continue; /* a document shown for its title has no clause */
        clause = (facet_fields){{fields.infos[i]}, {fields.slots[i]}, 1};
        xc_query *passages = pol_build_pair(&plan->builder, XC_AND_NOT, all, tiers->titles);
        status = count_fields(plan, passages, &clause, &facets[i], &owner->arena, reterr);
    }
    owner->results.facets = facets;
    owner->results.facet_count = all ? fields.count : 0;
    owner->results.facets_are_exact = plan->index->is_local && !plan->is_cut;
    return status;
}
