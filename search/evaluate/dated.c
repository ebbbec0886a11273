/* dated.c - see dated.h. The numbers of a column are few: hits are counted by number, which tells
 * where those of each stand. */
#include "search/evaluate/dated.h"

#include "document/text.h"
#include "search/lengths.h"
#include "search/local.h"

/* The slot's numbers over the entries of an index. */
typedef struct numbers {
    const pol_columns *columns;
    const pol_lengths *lengths;
    const pol_column *column;
    bool is_descending;
} numbers;

/* Where hits with the entry's number stand among those of other numbers, from 0. */
static uint32_t rank_of(const numbers *by, xc_docid docid)
{
    const uint32_t number = pol_column_number(
        by->column,
        by->column->is_own ? docid : pol_columns_document(by->columns, by->lengths, docid));
    return by->is_descending ? by->column->value_count - number : number;
}

/* The page out of the set: a hit's place is that of its number's first one, and how many of these
 * came before it. */
static pol_status take_page(const numbers *by, const pol_set *set, size_t first, size_t count,
                            pol_arena *arena, pol_dated *dated, pol_error *reterr)
{
    const size_t ranks = (size_t)by->column->value_count + 1;
    size_t *places = pol_arena_array(arena, ranks + 1, sizeof *places);
    dated->total = set->count;
    first = first < set->count ? first : set->count;
    dated->count = count < set->count - first ? count : set->count - first;
    xc_docid *hits = pol_arena_array(arena, dated->count + 1, sizeof *hits);
    if (!places || !hits)
        return pol_arena_refused(arena, ranks * sizeof *places, reterr);
    memset(places, 0, (ranks + 1) * sizeof *places);
    for (size_t i = 0; i < set->count; i++)
        places[rank_of(by, set->ids[i]) + 1]++;
    for (size_t rank = 1; rank < ranks; rank++)
        places[rank] += places[rank - 1];
    for (size_t i = 0; i < set->count; i++) {
        const size_t place = places[rank_of(by, set->ids[i])]++;
        if (place >= first && place - first < dated->count)
            hits[place - first] = set->ids[i];
    }
    dated->hits = hits;
    return POL_OK;
}

pol_status pol_dated_find(pol_plan *plan, pol_expr *condition, xc_slot slot, bool is_descending,
                          size_t first, size_t count, pol_dated *ret_dated, bool *ret_did,
                          pol_error *reterr)
{
    const pol_set *set = NULL;
    numbers by = {.is_descending = is_descending};
    *ret_did = false;
    *ret_dated = (pol_dated){0};
    pol_status status = pol_plan_status(plan, reterr);
    if (status != POL_OK || !condition || !pol_local_knows(plan->index))
        return status;
    status = pol_index_columns(plan->index, &by.columns, &by.lengths, reterr);
    if (status != POL_OK || !by.columns || !(by.column = pol_columns_of(by.columns, slot)))
        return status;
    status = pol_local_find(plan, condition, &set, reterr);
    if (status != POL_OK)
        return status == POL_LIMIT ? POL_OK : status;
    *ret_did = true;
    return take_page(&by, set, first, count, &plan->arena, ret_dated, reterr);
}
