/* evaluate.c - a tree of conditions to a set, the rarest part of an AND first. */
#include "search/evaluate.h"

#include <stdlib.h>

#include "core/schema.h"
#include "search/evaluate/adjacent.h"
#include "search/evaluate/postings.h"
#include "search/plan/match.h"

static const pol_set nothing;

static pol_status fail_room(const pol_evaluator *evaluator, pol_error *reterr)
{
    if (pol_arena_is_full(evaluator->arena, (size_t)evaluator->last * sizeof(xc_docid)))
        return pol_fail(reterr, POL_LIMIT, 0, "this search finds too much to be held in memory");
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a search");
}

static pol_status keep(const pol_evaluator *evaluator, bool is_made, pol_set set,
                       const pol_set **ret_set, pol_error *reterr)
{
    pol_set *kept = is_made ? pol_arena_array(evaluator->arena, 1, sizeof *kept) : NULL;
    *ret_set = &nothing;
    if (!kept)
        return fail_room(evaluator, reterr);
    *kept = set;
    *ret_set = kept;
    return POL_OK;
}

/* --- terms ------------------------------------------------------------------------ */

static pol_status look_up(const pol_evaluator *evaluator, pol_span term, const pol_set *within,
                          const pol_set **ret_set, pol_error *reterr)
{
    size_t count = 0;
    uint32_t *places = pol_arena_array(evaluator->arena, within->count + 1, sizeof *places);
    uint32_t *wdfs = pol_arena_array(evaluator->arena, within->count + 1, sizeof *wdfs);
    if (!places || !wdfs)
        return fail_room(evaluator, reterr);
    pol_status status = pol_postings_probe(evaluator->index, term, within->ids, within->count,
                                           places, wdfs, &count, reterr);
    for (size_t i = 0; i < count; i++)
        places[i] = within->ids[places[i]]; /* to ids, of the same type */
    return status == POL_OK ? keep(evaluator, true, (pol_set){places, count}, ret_set, reterr)
                            : status;
}

static pol_status find_term(const pol_evaluator *evaluator, const pol_expr *expr,
                            const pol_set *within, const pol_set **ret_set, pol_error *reterr)
{
    uint32_t length = 0;
    const pol_posting_list *list = NULL;
    pol_set found;
    pol_status status = POL_OK;
    if (within) {
        status = pol_postings_count(evaluator->index, expr->term, &length, reterr);
        if (status == POL_OK && pol_postings_prefers_probe(within->count, length))
            return look_up(evaluator, expr->term, within, ret_set, reterr);
    }
    if (status == POL_OK)
        status = pol_postings_get(evaluator->index, expr->term, &list, reterr);
    if (status != POL_OK)
        return status;
    found = (pol_set){list->docids, list->count};
    bool is_made = !within || pol_set_and(&found, within, evaluator->arena, &found);
    return keep(evaluator, is_made, found, ret_set, reterr);
}

/* --- AND -------------------------------------------------------------------------- */

/* At most how many match, about; what cannot be told cheaply is much. */
static pol_status estimate(const pol_evaluator *evaluator, const pol_expr *expr, uint64_t *ret_most,
                           pol_error *reterr)
{
    uint32_t count = 0;
    pol_status status = POL_OK;
    *ret_most = expr->type == POL_EXPR_NONE ? 0 : evaluator->last;
    if (expr->found) {
        *ret_most = expr->found->count;
    } else if (expr->type == POL_EXPR_TERM) {
        status = pol_postings_count(evaluator->index, expr->term, &count, reterr);
        *ret_most = count;
    } else if (expr->type == POL_EXPR_SCALE) {
        status = estimate(evaluator, expr->parts[0], ret_most, reterr);
    } else if (expr->type == POL_EXPR_COMBINE &&
               (expr->op == XC_OR || expr->op == XC_SYNONYM || expr->op == XC_MAX)) {
        uint64_t sum = 0, most = 0;
        for (size_t i = 0; i < expr->part_count && status == POL_OK; i++, sum += most)
            status = estimate(evaluator, expr->parts[i], &most, reterr);
        *ret_most = sum;
    }
    return status;
}

typedef struct ordered {
    pol_expr *part;
    uint64_t most;
    size_t place;
} ordered;

static int by_size(const void *left, const void *right)
{
    const ordered *a = left, *b = right;
    if (a->most != b->most)
        return a->most < b->most ? -1 : 1;
    return a->place < b->place ? -1 : a->place > b->place;
}

/* All parts match, whatever they weigh. */
static pol_status find_all(const pol_evaluator *evaluator, const pol_expr *expr,
                           const pol_set *within, const pol_set **ret_set, pol_error *reterr)
{
    pol_status status = POL_OK;
    ordered *parts = pol_arena_array(evaluator->arena, expr->part_count, sizeof *parts);
    if (!parts)
        return fail_room(evaluator, reterr);
    for (size_t i = 0; i < expr->part_count && status == POL_OK; i++) {
        parts[i] = (ordered){.part = expr->parts[i], .place = i};
        status = estimate(evaluator, expr->parts[i], &parts[i].most, reterr);
    }
    qsort(parts, expr->part_count, sizeof *parts, by_size);
    for (size_t i = 0; i < expr->part_count && status == POL_OK; i++) {
        status = within ? pol_evaluate_within(evaluator, parts[i].part, within, ret_set, reterr)
                        : pol_evaluate(evaluator, parts[i].part, ret_set, reterr);
        within = *ret_set;
    }
    return status;
}

/* --- OR, NOT ---------------------------------------------------------------------- */

static pol_status find_any(const pol_evaluator *evaluator, const pol_expr *expr,
                           const pol_set *within, const pol_set **ret_set, pol_error *reterr)
{
    pol_status status = POL_OK;
    pol_set any;
    pol_set *sets = pol_arena_array(evaluator->arena, expr->part_count, sizeof *sets);
    if (!sets)
        return fail_room(evaluator, reterr);
    for (size_t i = 0; i < expr->part_count && status == POL_OK; i++) {
        const pol_set *part = NULL;
        status = within ? pol_evaluate_within(evaluator, expr->parts[i], within, &part, reterr)
                        : pol_evaluate(evaluator, expr->parts[i], &part, reterr);
        if (status == POL_OK)
            sets[i] = *part;
    }
    if (status != POL_OK)
        return status;
    bool is_made = pol_set_or(sets, expr->part_count, evaluator->last, evaluator->arena, &any);
    return keep(evaluator, is_made, any, ret_set, reterr);
}

static bool is_head_term(const pol_expr *expr)
{
    return expr->type == POL_EXPR_TERM && pol_span_equal(expr->term, pol_span_of(POL_PREFIX_HEAD));
}

/* What the lengths tell needs no list. */
static pol_status leave_heads_out(const pol_evaluator *evaluator, const pol_set *all,
                                  const pol_set **ret_set, pol_error *reterr)
{
    const pol_lengths *lengths = NULL;
    size_t count = 0;
    pol_status status = pol_index_lengths(evaluator->index, &lengths, reterr);
    xc_docid *ids = pol_arena_array(evaluator->arena, all->count + 1, sizeof *ids);
    if (status != POL_OK)
        return status;
    if (!ids)
        return fail_room(evaluator, reterr);
    for (size_t i = 0; i < all->count; i++) {
        ids[count] = all->ids[i];
        count += all->ids[i] > lengths->last || !pol_lengths_is_head(lengths, all->ids[i]);
    }
    return keep(evaluator, true, (pol_set){ids, count}, ret_set, reterr);
}

/* The first part, without any of the others, which are looked for among it alone. */
static pol_status find_without(const pol_evaluator *evaluator, const pol_expr *expr,
                               const pol_set *within, const pol_set **ret_set, pol_error *reterr)
{
    const pol_set *left = NULL;
    pol_status status = within
                            ? pol_evaluate_within(evaluator, expr->parts[0], within, &left, reterr)
                            : pol_evaluate(evaluator, expr->parts[0], &left, reterr);
    for (size_t i = 1; i < expr->part_count && status == POL_OK; i++) {
        const pol_set *unwanted = NULL;
        pol_set rest;
        if (is_head_term(expr->parts[i])) {
            status = leave_heads_out(evaluator, left, &left, reterr);
            continue;
        }
        status = pol_evaluate_within(evaluator, expr->parts[i], left, &unwanted, reterr);
        if (status != POL_OK)
            break;
        bool is_made = pol_set_without(left, unwanted, evaluator->arena, &rest);
        status = keep(evaluator, is_made, rest, &left, reterr);
    }
    *ret_set = left ? left : &nothing;
    return status;
}

/* --- phrases ---------------------------------------------------------------------- */

/* Each word at one place, one after the other. */
static bool is_phrase_of_terms(const pol_expr *expr)
{
    for (size_t i = 0; i < expr->part_count; i++)
        if (expr->parts[i]->type != POL_EXPR_TERM)
            return false;
    return expr->window == expr->part_count;
}

static pol_status find_phrase(const pol_evaluator *evaluator, const pol_expr *expr,
                              const pol_set *within, const pol_set **ret_set, pol_error *reterr)
{
    const pol_set *together = NULL;
    pol_set found;
    size_t count = 0, step = 0;
    pol_status status = find_all(evaluator, expr, within, &together, reterr);
    if (status != POL_OK)
        return status;
    xc_docid *ids = pol_arena_array(evaluator->arena, together->count + 1, sizeof *ids);
    if (!ids)
        return fail_room(evaluator, reterr);
    for (size_t i = 0; i < together->count && status == POL_OK; i += step) {
        uint32_t times[POL_ADJACENT_MAX];
        if (pol_match_is_late(evaluator->index))
            break;
        step = together->count - i < POL_ADJACENT_MAX ? together->count - i : POL_ADJACENT_MAX;
        status = pol_adjacent_count(evaluator->index, expr, together->ids + i, step, times, reterr);
        for (size_t j = 0; j < step; j++)
            if (times[j])
                ids[count++] = together->ids[i + j];
    }
    found = (pol_set){ids, count};
    return status == POL_OK ? keep(evaluator, true, found, ret_set, reterr) : status;
}

/* --- values ----------------------------------------------------------------------- */

/* By numbers: nothing is read. */
static size_t filter_column(const pol_evaluator *evaluator, const pol_columns *columns,
                            const pol_lengths *lengths, const pol_expr *expr, const pol_set *within,
                            xc_docid *ids)
{
    uint32_t first = 0, end = 0;
    size_t found = 0, count = within ? within->count : evaluator->last;
    const pol_column *column = pol_columns_of(columns, expr->slot);
    pol_column_range(column, expr->low, expr->high, &first, &end);
    for (size_t i = 0; i < count; i++) {
        const xc_docid docid = within ? within->ids[i] : (xc_docid)i + 1;
        if (docid > lengths->last || !lengths->of[docid])
            continue;
        const uint32_t number = pol_column_number(
            column, column->is_own ? docid : pol_columns_document(columns, lengths, docid));
        ids[found] = docid;
        found += number >= first && number < end;
    }
    return found;
}

static pol_status find_range(const pol_evaluator *evaluator, const pol_expr *expr,
                             const pol_set *within, const pol_set **ret_set, pol_error *reterr)
{
    size_t count = 0;
    xc_error error = {0};
    const pol_columns *columns = NULL;
    const pol_lengths *lengths = NULL;
    size_t room = within ? within->count : evaluator->last;
    xc_docid *ids = pol_arena_array(evaluator->arena, room + 1, sizeof *ids);
    if (!ids)
        return fail_room(evaluator, reterr);
    pol_status status = pol_index_columns(evaluator->index, &columns, &lengths, reterr);
    if (status != POL_OK)
        return status;
    if (columns && pol_columns_of(columns, expr->slot))
        count = filter_column(evaluator, columns, lengths, expr, within, ids);
    else if (xc_reader_value_range(evaluator->index->reader, expr->slot, pol_xc_bytes(expr->low),
                                   pol_xc_bytes(expr->high), within ? within->ids : NULL, room, ids,
                                   &count, &error) != XC_OK)
        return pol_index_fail(evaluator->index, &error, reterr);
    return keep(evaluator, true, (pol_set){ids, count}, ret_set, reterr);
}

/* --- what is left to the matcher -------------------------------------------------- */

static pol_status ask_matcher(const pol_evaluator *evaluator, pol_expr *expr, const pol_set *within,
                              const pol_set **ret_set, pol_error *reterr)
{
    static const xc_weight no_weight = {.scheme = XC_WEIGHT_BOOL};
    xc_search search;
    xc_matches *matches = NULL;
    pol_set found;
    pol_match_init(&search, expr);
    search.weight = &no_weight;
    search.count = evaluator->last;
    if (!search.query)
        return pol_index_fail(evaluator->index, &expr->builder->error, reterr);
    pol_status status = pol_match_run(evaluator->index, &search, &matches, reterr);
    if (status != POL_OK)
        return status;
    size_t count = xc_matches_count(matches);
    xc_docid *ids = pol_arena_array(evaluator->arena, count + 1, sizeof *ids);
    for (size_t i = 0; ids && i < count; i++)
        ids[i] = xc_matches_at(matches, i)->docid; /* equals ascend */
    xc_matches_free(matches);
    if (!ids)
        return fail_room(evaluator, reterr);
    found = (pol_set){ids, count};
    bool is_made = !within || pol_set_and(&found, within, evaluator->arena, &found);
    return keep(evaluator, is_made, found, ret_set, reterr);
}

/* --- documents and passages ------------------------------------------------------- */

static pol_status find_heads(const pol_evaluator *evaluator, const pol_lengths *lengths,
                             const pol_set *part, const pol_set **ret_set, pol_error *reterr)
{
    xc_docid *ids = pol_arena_array(evaluator->arena, part->count + 1, sizeof *ids);
    if (!ids)
        return fail_room(evaluator, reterr);
    for (size_t i = 0; i < part->count; i++)
        ids[i] = pol_lengths_head(lengths, part->ids[i]);
    size_t count = pol_set_order(ids, part->count);
    return keep(evaluator, true, (pol_set){ids, count}, ret_set, reterr);
}

static pol_status find_passages(const pol_evaluator *evaluator, const pol_lengths *lengths,
                                const pol_set *heads, bool are_first, const pol_set **ret_set,
                                pol_error *reterr)
{
    size_t room = 0, count = 0;
    for (size_t i = 0; i < heads->count; i++)
        for (xc_docid at = heads->ids[i]; (at = pol_lengths_next(lengths, at));)
            room++;
    xc_docid *ids = pol_arena_array(evaluator->arena, room + 1, sizeof *ids);
    if (!ids)
        return fail_room(evaluator, reterr);
    for (size_t i = 0; i < heads->count; i++) {
        xc_docid at = heads->ids[i];
        while ((at = pol_lengths_next(lengths, at))) {
            ids[count++] = at;
            if (are_first)
                break;
        }
    }
    count = pol_set_order(ids, count);
    return keep(evaluator, true, (pol_set){ids, count}, ret_set, reterr);
}

/* Of those that are asked for, the ones whose document is among `heads`. */
static pol_status find_members(const pol_evaluator *evaluator, const pol_lengths *lengths,
                               const pol_set *heads, const pol_set *within, const pol_set **ret_set,
                               pol_error *reterr)
{
    size_t count = 0, at = 0;
    xc_docid *ids = pol_arena_array(evaluator->arena, within->count + 1, sizeof *ids);
    if (!ids)
        return fail_room(evaluator, reterr);
    for (size_t i = 0; i < within->count; i++) {
        xc_docid head = pol_lengths_head(lengths, within->ids[i]);
        if (at > 0 && heads->ids[at - 1] >= head)
            at = 0; /* of several databases heads do not ascend as passages do */
        at = pol_set_seek(heads, at, head);
        if (head != within->ids[i] && at < heads->count && heads->ids[at] == head)
            ids[count++] = within->ids[i];
    }
    return keep(evaluator, true, (pol_set){ids, count}, ret_set, reterr);
}

static pol_status find_joined(const pol_evaluator *evaluator, const pol_expr *expr,
                              const pol_set *within, const pol_set **ret_set, pol_error *reterr)
{
    const pol_lengths *lengths = NULL;
    const pol_set *part = NULL;
    pol_set found;
    pol_status status = pol_index_lengths(evaluator->index, &lengths, reterr);
    if (status == POL_OK)
        status = pol_evaluate(evaluator, expr->parts[0], &part, reterr);
    if (status != POL_OK)
        return status;
    if (expr->type == POL_EXPR_PASSAGES && within)
        return find_members(evaluator, lengths, part, within, ret_set, reterr);
    status = expr->type == POL_EXPR_HEADS
                 ? find_heads(evaluator, lengths, part, ret_set, reterr)
                 : find_passages(evaluator, lengths, part, expr->type == POL_EXPR_FIRST_PASSAGE,
                                 ret_set, reterr);
    if (status != POL_OK || !within)
        return status;
    bool is_made = pol_set_and(*ret_set, within, evaluator->arena, &found);
    return keep(evaluator, is_made, found, ret_set, reterr);
}

/* --- all of it -------------------------------------------------------------------- */

static pol_status find_combined(const pol_evaluator *evaluator, pol_expr *expr,
                                const pol_set *within, const pol_set **ret_set, pol_error *reterr)
{
    switch (expr->op) {
    case XC_AND:
    case XC_FILTER:
        return find_all(evaluator, expr, within, ret_set, reterr);
    case XC_OR:
    case XC_SYNONYM:
    case XC_MAX:
        return find_any(evaluator, expr, within, ret_set, reterr);
    case XC_AND_NOT:
        return find_without(evaluator, expr, within, ret_set, reterr);
    case XC_AND_MAYBE:
        return within ? pol_evaluate_within(evaluator, expr->parts[0], within, ret_set, reterr)
                      : pol_evaluate(evaluator, expr->parts[0], ret_set, reterr);
    case XC_PHRASE:
        if (is_phrase_of_terms(expr))
            return find_phrase(evaluator, expr, within, ret_set, reterr);
        break;
    case XC_XOR:
    case XC_NEAR:
    case XC_ELITE_SET:
        break;
    }
    return ask_matcher(evaluator, expr, within, ret_set, reterr);
}

static pol_status find(const pol_evaluator *evaluator, pol_expr *expr, const pol_set *within,
                       const pol_set **ret_set, pol_error *reterr)
{
    *ret_set = &nothing;
    if (within && within->count == 0)
        return POL_OK;
    switch (expr->type) {
    case POL_EXPR_TERM:
        return find_term(evaluator, expr, within, ret_set, reterr);
    case POL_EXPR_NONE:
        return POL_OK;
    case POL_EXPR_SCALE:
        return find(evaluator, expr->parts[0], within, ret_set, reterr);
    case POL_EXPR_COMBINE:
        return find_combined(evaluator, expr, within, ret_set, reterr);
    case POL_EXPR_RANGE:
        return find_range(evaluator, expr, within, ret_set, reterr);
    case POL_EXPR_PASSAGES:
    case POL_EXPR_FIRST_PASSAGE:
    case POL_EXPR_HEADS:
        return find_joined(evaluator, expr, within, ret_set, reterr);
    }
    return POL_OK;
}

pol_status pol_evaluate(const pol_evaluator *evaluator, pol_expr *expr, const pol_set **ret_set,
                        pol_error *reterr)
{
    *ret_set = &nothing;
    if (!expr)
        return POL_OK;
    if (!expr->found) {
        pol_status status = find(evaluator, expr, NULL, &expr->found, reterr);
        if (status != POL_OK) {
            expr->found = NULL;
            return status;
        }
    }
    *ret_set = expr->found;
    return POL_OK;
}

pol_status pol_evaluate_within(const pol_evaluator *evaluator, pol_expr *expr,
                               const pol_set *within, const pol_set **ret_set, pol_error *reterr)
{
    pol_set both;
    *ret_set = &nothing;
    if (!expr)
        return POL_OK;
    if (!expr->found)
        return find(evaluator, expr, within, ret_set, reterr);
    bool is_made = pol_set_and(expr->found, within, evaluator->arena, &both);
    return keep(evaluator, is_made, both, ret_set, reterr);
}
