/* local.c - a condition to a set, its documents scored word by word, and the best passages of the
 * best documents. */
#include "search/local.h"

#include <stdlib.h>

#include "search/evaluate.h"
#include "search/feedback.h"
#include "search/pairs.h"
#include "search/postings.h"

typedef struct ranking {
    pol_plan *plan;
    const pol_lengths *lengths;
    pol_units units;
    uint64_t longest;     /* list of a unit */
    const pol_set *found; /* what matches */
    pol_set heads;        /* documents of these */
    uint32_t *counts;     /* by document: how many of `found` it has */
    uint32_t *owners;     /* by passage found: its document */
    pol_scoring documents;
    pol_set candidates; /* passages that may come to be shown */
    uint32_t *candidate_owners;
    pol_scoring passages;
    double *totals; /* by candidate */
} ranking;

static pol_status fail_room(const pol_plan *plan, pol_error *reterr)
{
    if (pol_arena_is_full(&plan->arena, 1 << 20))
        return pol_fail(reterr, POL_LIMIT, 0, "this search finds too much to be held in memory");
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a search");
}

bool pol_local_knows(const pol_index *index)
{
    return index->is_local && index->last_docid <= POL_LENGTHS_DOCID_MAX;
}

pol_status pol_local_find(pol_plan *plan, pol_expr *condition, const pol_set **ret_set,
                          pol_error *reterr)
{
    const pol_evaluator evaluator = {plan->index, &plan->arena, plan->index->last_docid};
    return pol_evaluate(&evaluator, condition, ret_set, reterr);
}

pol_status pol_local_find_within(pol_plan *plan, pol_expr *condition, const pol_set *within,
                                 const pol_set **ret_set, pol_error *reterr)
{
    const pol_evaluator evaluator = {plan->index, &plan->arena, plan->index->last_docid};
    return pol_evaluate_within(&evaluator, condition, within, ret_set, reterr);
}

static pol_status keep_set(pol_plan *plan, pol_set set, const pol_set **ret_set, pol_error *reterr)
{
    pol_set *kept = pol_arena_array(&plan->arena, 1, sizeof *kept);
    if (!kept)
        return fail_room(plan, reterr);
    *kept = set;
    *ret_set = kept;
    return POL_OK;
}

/* What meets the condition, without passages of `but`. */
static pol_status find(ranking *now, pol_expr *condition, const pol_set *but, pol_error *reterr)
{
    size_t count = 0;
    pol_status status = pol_local_find(now->plan, condition, &now->found, reterr);
    if (status != POL_OK || !but || but->count == 0)
        return status;
    xc_docid *ids = pol_arena_array(&now->plan->arena, now->found->count + 1, sizeof *ids);
    if (!ids)
        return fail_room(now->plan, reterr);
    for (size_t i = 0; i < now->found->count; i++)
        if (!pol_set_has(but, pol_lengths_head(now->lengths, now->found->ids[i])))
            ids[count++] = now->found->ids[i];
    return keep_set(now->plan, (pol_set){ids, count}, &now->found, reterr);
}

/* --- the best of many ------------------------------------------------------------- */

/* Places ascend as docids do. */
static bool is_worse(const double *scores, uint32_t a, uint32_t b)
{
    return scores[a] != scores[b] ? scores[a] < scores[b] : a > b;
}

static void sift_down(const double *scores, uint32_t *best, size_t at, size_t count)
{
    uint32_t moved = best[at];
    size_t child;
    while ((child = 2 * at + 1) < count) {
        if (child + 1 < count && is_worse(scores, best[child + 1], best[child]))
            child++;
        if (!is_worse(scores, best[child], moved))
            break;
        best[at] = best[child];
        at = child;
    }
    best[at] = moved;
}

/* The best `depth` places of `count`, in order: a heap with the worst first, then taken apart.
 * NULL for want of memory. */
static uint32_t *choose_best(pol_arena *arena, const double *scores, size_t count, size_t depth)
{
    depth = depth < count ? depth : count;
    uint32_t *best = pol_arena_array(arena, depth + 1, sizeof *best);
    if (!best)
        return NULL;
    for (size_t i = 0; i < depth; i++)
        best[i] = (uint32_t)i;
    for (size_t i = depth / 2; i-- > 0;)
        sift_down(scores, best, i, depth);
    for (size_t i = depth; depth && i < count; i++) {
        if (!is_worse(scores, best[0], (uint32_t)i))
            continue;
        best[0] = (uint32_t)i;
        sift_down(scores, best, 0, depth);
    }
    for (size_t left = depth; left > 1; left--) {
        uint32_t worst = best[0];
        best[0] = best[left - 1];
        best[left - 1] = worst;
        sift_down(scores, best, 0, left - 1);
    }
    return best;
}

/* --- documents -------------------------------------------------------------------- */

/* The place of the document of a passage; `near` is where to begin looking. */
static size_t document_of(const ranking *now, xc_docid passage, size_t near)
{
    xc_docid head = pol_lengths_head(now->lengths, passage);
    if (near < now->heads.count && now->heads.ids[near] == head)
        return near;
    return pol_set_seek(&now->heads, now->lengths->parts > 1 ? 0 : near, head);
}

/* The documents of what was found, and how much each has. */
static pol_status list_documents(ranking *now, pol_error *reterr)
{
    const pol_set *found = now->found;
    pol_arena *arena = &now->plan->arena;
    xc_docid *heads = pol_arena_array(arena, found->count + 1, sizeof *heads);
    now->counts = pol_arena_array(arena, found->count + 1, sizeof *now->counts);
    now->owners = pol_arena_array(arena, found->count + 1, sizeof *now->owners);
    if (!heads || !now->counts || !now->owners)
        return fail_room(now->plan, reterr);
    for (size_t i = 0; i < found->count; i++)
        heads[i] = pol_lengths_head(now->lengths, found->ids[i]);
    now->heads = (pol_set){heads, pol_set_order(heads, found->count)};
    for (size_t i = 0, at = 0; i < found->count; i++) {
        at = document_of(now, found->ids[i], at);
        now->owners[i] = (uint32_t)at;
        now->counts[at]++;
    }
    return POL_OK;
}

static pol_status find_longest(ranking *now, pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    pol_status status = POL_OK;
    for (size_t i = 0; i < now->units.count && status == POL_OK; i++) {
        uint32_t count = 0;
        pol_span term = pol_term_make(POL_PREFIX_STEM, now->units.units[i].word->stem, buffer);
        status = pol_postings_count(now->plan->index, term, &count, reterr);
        now->longest = count > now->longest ? count : now->longest;
    }
    return status;
}

static pol_status improve(ranking *now, pol_error *reterr)
{
    pol_scoring *documents = &now->documents;
    pol_arena *arena = &now->plan->arena;
    size_t count = now->heads.count;
    size_t looked_at = count < POL_PAIR_DOCUMENTS ? count : POL_PAIR_DOCUMENTS;
    uint32_t *best = choose_best(arena, documents->scores, count, looked_at);
    if (!best)
        return fail_room(now->plan, reterr);
    pol_status status = pol_pairs_add(now->plan, &now->units, documents, best, looked_at, reterr);
    if (status != POL_OK || now->units.count < POL_FEEDBACK_UNITS_MIN)
        return status;
    looked_at = count < POL_FEEDBACK_DOCUMENTS ? count : POL_FEEDBACK_DOCUMENTS;
    best = choose_best(arena, documents->scores, count, looked_at);
    return best ? pol_feedback_add(now->plan, &now->units, documents, best, looked_at, reterr)
                : fail_room(now->plan, reterr);
}

static pol_status score_documents(ranking *now, pol_error *reterr)
{
    pol_status status =
        pol_scoring_begin(&now->documents, now->plan->index, now->lengths, &now->heads, true,
                          now->longest, &now->plan->arena, reterr);
    for (size_t i = 0; i < now->units.count && status == POL_OK; i++)
        status = pol_score_unit(&now->documents, &now->units.units[i], reterr);
    if (status == POL_OK)
        status = improve(now, reterr);
    pol_scoring_done(&now->documents);
    return status;
}

/* --- passages --------------------------------------------------------------------- */

/* What a document must score for one of its passages to be shown perhaps. Each of the best
 * documents has passages that score at least what it does; those of another score at most what it
 * does and the passages' share of what their words can weigh. */
static double least_score(const ranking *now, const uint32_t *best, size_t best_count,
                          size_t wanted)
{
    size_t passages = 0;
    for (size_t i = 0; i < best_count; i++) {
        passages += now->counts[best[i]];
        if (passages >= wanted)
            return now->documents.scores[best[i]];
    }
    return -1;
}

/* Passages of the documents that are chosen. */
static pol_status list_candidates(ranking *now, const bool *is_chosen, pol_error *reterr)
{
    size_t count = 0;
    xc_docid *ids = pol_arena_array(&now->plan->arena, now->found->count + 1, sizeof *ids);
    if (!ids)
        return fail_room(now->plan, reterr);
    now->candidate_owners =
        pol_arena_array(&now->plan->arena, now->found->count + 1, sizeof *now->candidate_owners);
    if (!now->candidate_owners)
        return fail_room(now->plan, reterr);
    for (size_t i = 0; i < now->found->count; i++) {
        ids[count] = now->found->ids[i];
        now->candidate_owners[count] = now->owners[i];
        count += is_chosen[now->owners[i]];
    }
    now->candidates = (pol_set){ids, count};
    return POL_OK;
}

static pol_status score_passages(ranking *now, pol_error *reterr)
{
    size_t count = now->candidates.count;
    pol_status status =
        pol_scoring_begin(&now->passages, now->plan->index, now->lengths, &now->candidates, false,
                          now->longest, &now->plan->arena, reterr);
    for (size_t i = 0; i < now->units.count && status == POL_OK; i++)
        status = pol_score_unit(&now->passages, &now->units.units[i], reterr);
    pol_scoring_done(&now->passages);
    now->totals = pol_arena_array(&now->plan->arena, count + 1, sizeof *now->totals);
    if (status != POL_OK || !now->totals)
        return status == POL_OK ? fail_room(now->plan, reterr) : status;
    for (size_t i = 0; i < count; i++) {
        now->totals[i] = now->documents.scores[now->candidate_owners[i]] +
                         POL_LOCAL_PASSAGE_SHARE * now->passages.scores[i];
    }
    return POL_OK;
}

/* --- hits ------------------------------------------------------------------------- */

static pol_status take_passages(ranking *now, const uint32_t *best, size_t first, size_t wanted,
                                pol_ranked *ranked, pol_error *reterr)
{
    pol_arena *arena = &now->plan->arena;
    const pol_scoring *documents = &now->documents;
    size_t best_count = wanted < now->heads.count ? wanted : now->heads.count;
    double least = least_score(now, best, best_count, wanted);
    bool *is_chosen = pol_arena_array(arena, now->heads.count + 1, sizeof *is_chosen);
    pol_ranked_hit *hits = pol_arena_array(arena, wanted + 1, sizeof *hits);
    if (!is_chosen || !hits)
        return fail_room(now->plan, reterr);
    for (size_t i = 0; i < now->heads.count; i++)
        is_chosen[i] = documents->scores[i] + POL_LOCAL_PASSAGE_SHARE * documents->most[i] >= least;
    pol_status status = list_candidates(now, is_chosen, reterr);
    if (status == POL_OK)
        status = score_passages(now, reterr);
    if (status != POL_OK)
        return status;
    const uint32_t *order = choose_best(arena, now->totals, now->candidates.count, wanted);
    if (!order)
        return fail_room(now->plan, reterr);
    for (size_t i = first; i < wanted; i++)
        hits[ranked->count++] =
            (pol_ranked_hit){now->candidates.ids[order[i]], now->totals[order[i]], 0};
    ranked->hits = hits;
    return POL_OK;
}

/* The best `group` of the passages of each document from `first` on. */
static pol_status take_groups(ranking *now, const uint32_t *best, size_t first, size_t wanted,
                              size_t group, pol_ranked *ranked, pol_error *reterr)
{
    pol_arena *arena = &now->plan->arena;
    size_t heads = now->heads.count;
    bool *is_chosen = pol_arena_array(arena, heads + 1, sizeof *is_chosen);
    size_t *ranks = pol_arena_array(arena, heads + 1, sizeof *ranks);
    uint32_t *shown = pol_arena_array(arena, wanted + 1, sizeof *shown);
    pol_ranked_hit *hits = pol_arena_array(arena, wanted * group + 1, sizeof *hits);
    if (!is_chosen || !ranks || !shown || !hits)
        return fail_room(now->plan, reterr);
    for (size_t i = first; i < wanted; i++) {
        is_chosen[best[i]] = true;
        ranks[best[i]] = i;
    }
    pol_status status = list_candidates(now, is_chosen, reterr);
    if (status == POL_OK)
        status = score_passages(now, reterr);
    if (status != POL_OK)
        return status;
    size_t count = now->candidates.count;
    const uint32_t *order = choose_best(arena, now->totals, count, count);
    if (!order)
        return fail_room(now->plan, reterr);
    for (size_t i = 0; i < count; i++) {
        xc_docid passage = now->candidates.ids[order[i]];
        size_t at = now->candidate_owners[order[i]];
        size_t rank = ranks[at];
        if (shown[rank] < group)
            hits[rank * group + shown[rank]++] =
                (pol_ranked_hit){passage, now->totals[order[i]], now->counts[at]};
    }
    for (size_t i = first; i < wanted; i++)
        for (size_t j = 0; j < shown[i]; j++) {
            pol_ranked_hit hit = hits[i * group + j];
            hit.more -= shown[i];
            hits[ranked->count++] = hit; /* never beyond where it stood */
        }
    ranked->hits = hits;
    return POL_OK;
}

static pol_status take_hits(ranking *now, size_t first, size_t count, size_t group,
                            pol_ranked *ranked, pol_error *reterr)
{
    size_t all = group ? now->heads.count : now->found->count;
    size_t wanted = first < all && count < all - first ? first + count : all;
    if (first >= all)
        return POL_OK;
    const uint32_t *best =
        choose_best(&now->plan->arena, now->documents.scores, now->heads.count, wanted);
    if (!best)
        return fail_room(now->plan, reterr);
    return group ? take_groups(now, best, first, wanted, group, ranked, reterr)
                 : take_passages(now, best, first, wanted, ranked, reterr);
}

pol_status pol_local_rank(pol_plan *plan, pol_expr *condition, const pol_set *but, size_t first,
                          size_t count, size_t group, pol_ranked *ret_ranked, pol_error *reterr)
{
    ranking now = {.plan = plan};
    *ret_ranked = (pol_ranked){.count = 0};
    pol_status status = pol_index_lengths(plan->index, &now.lengths, reterr);
    if (status == POL_OK)
        status = find(&now, condition, but, reterr);
    if (status == POL_OK)
        status = list_documents(&now, reterr);
    if (status == POL_OK)
        status = keep_set(plan, now.heads, &ret_ranked->documents, reterr);
    ret_ranked->matched = now.found;
    if (status != POL_OK || count == 0 || now.found->count == 0)
        return status;
    status = pol_units_list(plan, now.lengths, &now.units, reterr);
    if (status == POL_OK)
        status = find_longest(&now, reterr);
    if (status == POL_OK)
        status = score_documents(&now, reterr);
    return status == POL_OK ? take_hits(&now, first, count, group, ret_ranked, reterr) : status;
}
