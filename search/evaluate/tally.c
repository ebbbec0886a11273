/* tally.c - see tally.h. */
#include "search/evaluate/tally.h"

#include "search/lengths.h"
#include "search/local.h"
#include "search/plan/match.h"

/* What is counted, and where it goes. */
typedef struct counting {
    pol_plan *plan;
    const xc_slot *slots;
    size_t count;
    pol_tally *tally;
} counting;

static pol_status make_room(const counting *now, size_t which, size_t count, pol_error *reterr)
{
    const size_t size = sizeof **now->tally->values;
    now->tally->counts[which] = 0;
    now->tally->values[which] = pol_arena_array(&now->plan->arena, count + 1, size);
    return now->tally->values[which] ? POL_OK
                                     : pol_arena_refused(&now->plan->arena, count * size, reterr);
}

static void add(const counting *now, size_t which, pol_span value, uint32_t motions)
{
    now->tally->values[which][now->tally->counts[which]++] =
        (pol_facet_count){.value = value, .motions = motions};
}

/* --- by columns ------------------------------------------------------------------- */

/* One column over the entries, the numbers' counts into `counts`; `last` notes which document had
 * a number last. */
static void count_numbers(const pol_column *column, const pol_set *set, const uint32_t *documents,
                          uint32_t *counts, uint32_t *last)
{
    for (size_t i = 0; i < set->count; i++) {
        const uint32_t document = documents[i];
        if (!column->is_own && i > 0 && document == documents[i - 1])
            continue;
        const uint32_t number = pol_column_number(column, column->is_own ? set->ids[i] : document);
        counts[number] += last[number] != document + 1;
        last[number] = document + 1;
    }
}

static pol_status count_column(const counting *now, size_t which, const pol_column *column,
                               const pol_set *set, const uint32_t *documents, pol_error *reterr)
{
    const size_t size = (size_t)column->value_count + 1;
    uint32_t *counts = pol_arena_array(&now->plan->arena, 2 * size, sizeof *counts);
    if (!counts)
        return pol_arena_refused(&now->plan->arena, 2 * size * sizeof *counts, reterr);
    memset(counts, 0, 2 * size * sizeof *counts);
    count_numbers(column, set, documents, counts, counts + size);
    pol_status status = make_room(now, which, column->value_count, reterr);
    for (uint32_t number = 1; number < size && status == POL_OK; number++)
        if (counts[number])
            add(now, which, pol_column_value(column, number), counts[number]);
    return status;
}

/* *ret_did is false where the index has no column for one of the slots. */
static pol_status count_columns(const counting *now, const pol_set *set, bool *ret_did,
                                pol_error *reterr)
{
    const pol_columns *columns = NULL;
    const pol_lengths *lengths = NULL;
    *ret_did = false;
    pol_status status = pol_index_columns(now->plan->index, &columns, &lengths, reterr);
    if (status != POL_OK || !columns)
        return status;
    for (size_t i = 0; i < now->count; i++)
        if (!pol_columns_of(columns, now->slots[i]))
            return POL_OK;
    uint32_t *documents = pol_arena_array(&now->plan->arena, set->count + 1, sizeof *documents);
    if (!documents)
        return pol_arena_refused(&now->plan->arena, set->count * sizeof *documents, reterr);
    for (size_t i = 0; i < set->count; i++)
        documents[i] = pol_columns_document(columns, lengths, set->ids[i]);
    for (size_t i = 0; i < now->count && status == POL_OK; i++)
        status =
            count_column(now, i, pol_columns_of(columns, now->slots[i]), set, documents, reterr);
    *ret_did = true;
    return status;
}

/* --- by values -------------------------------------------------------------------- */

/* Passages to documents: in the proportion of all hits, at least 1. */
static uint32_t scaled(uint32_t passages, const xc_totals *totals)
{
    if (totals->raw_estimated == 0 || totals->estimated >= totals->raw_estimated)
        return passages;
    uint64_t documents = (uint64_t)passages * totals->estimated / totals->raw_estimated;
    return documents ? (uint32_t)documents : 1;
}

static pol_status copy_matches(const counting *now, xc_matches *matches, pol_error *reterr)
{
    pol_arena *arena = &now->plan->arena;
    for (size_t which = 0; which < now->count; which++) {
        size_t count = 0;
        const xc_facet_value *values = xc_matches_facet(matches, which, &count);
        pol_status status = make_room(now, which, count, reterr);
        for (size_t i = 0; i < count && status == POL_OK; i++) {
            pol_span value = pol_arena_copy(arena, pol_xc_span(values[i].value));
            if (!value.data)
                return pol_arena_refused(arena, values[i].value.size, reterr);
            add(now, which, value,
                now->plan->index->is_local ? values[i].count
                                           : scaled(values[i].count, xc_matches_totals(matches)));
        }
        if (status != POL_OK)
            return status;
    }
    return POL_OK;
}

static pol_status count_values(const counting *now, const pol_set *set, pol_error *reterr)
{
    xc_error error = {0};
    xc_docid *heads = NULL;
    xc_matches *matches = NULL;
    const pol_lengths *lengths = NULL;
    pol_index *index = now->plan->index;
    pol_status status = pol_index_lengths(index, &lengths, reterr);
    if (status != POL_OK)
        return status;
    if (lengths->parts == 1) { /* else those of several databases alternate */
        heads = pol_arena_array(&now->plan->arena, set->count + 1, sizeof *heads);
        if (!heads)
            return pol_arena_refused(&now->plan->arena, set->count * sizeof *heads, reterr);
    }
    for (size_t i = 0; heads && i < set->count; i++)
        heads[i] = pol_lengths_head(lengths, set->ids[i]);
    if (xc_reader_count_values(index->reader, set->ids, heads, set->count, POL_SLOT_DOCUMENT,
                               POL_SLOT_CLAUSE, now->slots, now->count, &matches, &error) != XC_OK)
        return pol_index_fail(index, &error, reterr);
    status = copy_matches(now, matches, reterr);
    xc_matches_free(matches);
    return status;
}

/* --- by a match ------------------------------------------------------------------- */

static pol_status count_match(const counting *now, pol_expr *query, pol_error *reterr)
{
    static const xc_weight no_weight = {.scheme = XC_WEIGHT_BOOL};
    xc_search search;
    xc_matches *matches = NULL;
    pol_match_init(&search, query);
    search.weight = &no_weight;
    search.count = 0;
    search.facet_slots = now->slots;
    search.facet_count = now->count;
    if (now->plan->index->is_local)
        search.distinct_slot = POL_SLOT_DOCUMENT;
    else
        search.collapse_slot = POL_SLOT_DOCUMENT;
    pol_status status = pol_match_run(now->plan->index, &search, &matches, reterr);
    if (status == POL_OK)
        status = copy_matches(now, matches, reterr);
    xc_matches_free(matches);
    return status;
}

pol_status pol_tally_make(pol_plan *plan, pol_expr *query, const xc_slot *slots, size_t count,
                          pol_tally *ret_tally, pol_error *reterr)
{
    bool is_counted = false;
    const pol_set *set = NULL;
    const counting now = {plan, slots, count, ret_tally};
    *ret_tally = (pol_tally){0};
    pol_status status = pol_plan_status(plan, reterr);
    if (status != POL_OK)
        return status;
    status = pol_local_knows(plan->index) ? pol_local_find(plan, query, &set, reterr) : POL_LIMIT;
    if (status == POL_LIMIT && !plan->is_for_lists)
        return count_match(&now, query, reterr);
    if (status == POL_OK)
        status = count_columns(&now, set, &is_counted, reterr);
    return status == POL_OK && !is_counted ? count_values(&now, set, reterr) : status;
}
