/* match.c - counting, listing documents, and the settings all matches share. */
#include "search/plan/match.h"

#include <stdlib.h>
#include <time.h>

#include "core/schema.h"
#include "search/evaluate.h"
#include "search/local.h"
#include "search/rank.h"

void pol_match_init(xc_search *search, pol_expr *query)
{
    xc_search_init(search);
    search->query = pol_expr_xapian(query);
    search->weight = &pol_rank_weight;
    search->check_at_least = UINT32_MAX;
}

int64_t pol_match_clock(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

bool pol_match_is_late(pol_index *index)
{
    if (!index->deadline_ns || pol_match_clock() < index->deadline_ns)
        return false;
    index->has_timed_out = true;
    return true;
}

/* Milliseconds that are left; 1 where there are none, which ends a match at once. */
static uint32_t time_left(int64_t deadline_ns)
{
    int64_t left = (deadline_ns - pol_match_clock()) / 1000000;
    return left < 1 ? 1 : left < UINT32_MAX ? (uint32_t)left : UINT32_MAX;
}

pol_status pol_match_run(pol_index *index, const xc_search *search, xc_matches **ret_matches,
                         pol_error *reterr)
{
    xc_error error = {0};
    xc_search limited = *search;
    if (index->deadline_ns && pol_match_clock() > index->give_up_ns)
        return pol_fail(reterr, POL_LIMIT, 0,
                        "this search takes too long: ask for fewer phrases or words at once");
    if (index->deadline_ns)
        limited.time_limit_ms = time_left(index->deadline_ns);
    if (xc_reader_search(index->reader, &limited, ret_matches, &error) != XC_OK)
        return pol_index_fail(index, &error, reterr);
    index->has_timed_out |= xc_matches_totals(*ret_matches)->is_cut;
    return POL_OK;
}

uint32_t pol_match_total(const xc_matches *matches)
{
    const xc_totals *totals = xc_matches_totals(matches);
    return totals->is_cut ? totals->estimated : totals->lower;
}

static pol_status evaluate(pol_index *index, pol_expr *expr, const pol_set **ret_set,
                           pol_error *reterr)
{
    const pol_evaluator evaluator = {index, &expr->builder->arena, index->last_docid};
    return pol_evaluate(&evaluator, expr, ret_set, reterr);
}

static const xc_weight no_weight = {.scheme = XC_WEIGHT_BOOL};

pol_status pol_match_count(pol_index *index, pol_expr *query, uint32_t *ret_count,
                           pol_error *reterr)
{
    return pol_match_count_to(index, query, UINT32_MAX, ret_count, reterr);
}

pol_status pol_match_count_to(pol_index *index, pol_expr *query, uint32_t enough,
                              uint32_t *ret_count, pol_error *reterr)
{
    xc_search search;
    xc_matches *matches = NULL;
    *ret_count = 0;
    if (!query)
        return POL_OK;
    if (pol_local_knows(index)) {
        const pol_set *set = NULL;
        pol_status found = evaluate(index, query, &set, reterr);
        *ret_count = found == POL_OK ? (uint32_t)set->count : 0;
        if (found != POL_LIMIT || !pol_expr_xapian(query))
            return found;
    }
    pol_match_init(&search, query);
    search.weight = &no_weight;
    search.count = 0;
    search.check_at_least = enough;
    pol_status status = pol_match_run(index, &search, &matches, reterr);
    if (status != POL_OK)
        return status;
    *ret_count = pol_match_total(matches);
    xc_matches_free(matches);
    return POL_OK;
}

pol_status pol_match_value(pol_index *index, xc_matches *matches, size_t hit, xc_slot slot,
                           pol_arena *arena, pol_span *ret_value, pol_error *reterr)
{
    xc_document *document = NULL;
    xc_bytes value = {0};
    xc_error error = {0};
    pol_status status = POL_OK;
    *ret_value = (pol_span){0};
    if (xc_matches_document(matches, hit, &document, &error) != XC_OK ||
        xc_document_value(document, slot, &value, &error) != XC_OK) {
        status = pol_index_fail(index, &error, reterr);
    } else if (value.size) {
        *ret_value = pol_arena_copy(arena, pol_xc_span(value));
        if (!ret_value->data)
            status = pol_fail(reterr, POL_NOMEM, 0, "out of memory for a search");
    }
    xc_document_free(document);
    return status;
}

static int by_id(const void *left, const void *right)
{
    return pol_span_compare(*(const pol_span *)left, *(const pol_span *)right);
}

static pol_status read_ids(pol_index *index, xc_matches *matches, pol_arena *arena,
                           pol_id_list *list, pol_error *reterr)
{
    size_t count = xc_matches_count(matches);
    list->ids = pol_arena_array(arena, count, sizeof *list->ids);
    if (!list->ids)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a search");
    for (size_t i = 0; i < count; i++) {
        pol_status status = pol_match_value(index, matches, i, POL_SLOT_DOCUMENT, arena,
                                            &list->ids[list->count], reterr);
        if (status != POL_OK)
            return status;
        if (list->ids[list->count].data)
            list->count++;
    }
    qsort(list->ids, list->count, sizeof *list->ids, by_id);
    return POL_OK;
}

/* One match of any passage of each document. In no order unless `wants_newest`, which
 * reads a date of every match. */
static pol_status one_of_each(pol_index *index, pol_expr *query, size_t max, bool wants_newest,
                              xc_matches **ret_matches, pol_error *reterr)
{
    xc_search search;
    pol_match_init(&search, query);
    search.weight = &no_weight;
    search.count = (uint32_t)max;
    search.collapse_slot = POL_SLOT_DOCUMENT;
    if (wants_newest) {
        search.sort = XC_BY_VALUE;
        search.sort_slot = POL_SLOT_DATE;
        search.sorts_descending = true;
    }
    return pol_match_run(index, &search, ret_matches, reterr);
}

pol_status pol_match_documents(pol_index *index, pol_expr *query, size_t max, pol_arena *arena,
                               pol_id_list *ret_list, pol_error *reterr)
{
    xc_matches *matches = NULL;
    *ret_list = (pol_id_list){0};
    if (!query)
        return POL_OK;
    pol_status status = one_of_each(index, query, max, false, &matches, reterr);
    if (status != POL_OK)
        return status;
    ret_list->is_cut = xc_matches_totals(matches)->lower > max;
    if (ret_list->is_cut) {
        xc_matches_free(matches);
        matches = NULL;
        status = one_of_each(index, query, max, true, &matches, reterr);
    }
    if (status == POL_OK && xc_matches_count(matches))
        status = read_ids(index, matches, arena, ret_list, reterr);
    xc_matches_free(matches);
    return status;
}
