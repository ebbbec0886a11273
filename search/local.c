/* local.c - evaluated, scored word by word, and the best looked at for words side by side. */
#include "search/local.h"

#include <stdlib.h>

#include "search/adjacent.h"
#include "search/evaluate.h"
#include "search/match.h"
#include "search/postings.h"
#include "search/rank.h"
#include "search/score.h"

enum { RESCORED_AT_ONCE = 16 };

typedef struct ranking {
    pol_plan *plan;
    pol_scoring scoring;
    uint32_t *best; /* places in the set, the best first */
    size_t best_count;
    const pol_weighing **pairs;
    uint64_t *pair_masks; /* of its two words */
    double *pair_gains;
    size_t pair_count;
} ranking;

static pol_status fail_room(const pol_plan *plan, pol_error *reterr)
{
    if (pol_arena_is_full(&plan->arena, 1 << 20))
        return pol_fail(reterr, POL_LIMIT, 0, "this search finds too much to be held in memory");
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a search");
}

bool pol_local_knows(const pol_plan *plan, const pol_expr *condition)
{
    return plan->index->is_local && plan->index->last_docid <= POL_LENGTHS_DOCID_MAX &&
           pol_evaluate_knows(condition);
}

pol_status pol_local_find(pol_plan *plan, pol_expr *condition, const pol_set **ret_set,
                          pol_error *reterr)
{
    const pol_evaluator evaluator = {plan->index, &plan->arena, plan->index->last_docid};
    return pol_evaluate(&evaluator, condition, ret_set, reterr);
}

/* --- the best --------------------------------------------------------------------- */

static bool is_worse(const pol_scoring *scoring, uint32_t a, uint32_t b)
{
    double left = scoring->scores[a], right = scoring->scores[b];
    return left != right ? left < right : a > b; /* places ascend as docids do */
}

static void sift_down(const ranking *now, size_t at, size_t count)
{
    uint32_t *best = now->best, moved = best[at];
    size_t child;
    while ((child = 2 * at + 1) < count) {
        if (child + 1 < count && is_worse(&now->scoring, best[child + 1], best[child]))
            child++;
        if (!is_worse(&now->scoring, best[child], moved))
            break;
        best[at] = best[child];
        at = child;
    }
    best[at] = moved;
}

/* The best `depth` by score, in order: a heap with the worst first, then taken apart. */
static void choose_best(ranking *now, size_t depth)
{
    const pol_scoring *scoring = &now->scoring;
    size_t count = scoring->set->count < depth ? scoring->set->count : depth;
    for (size_t i = 0; i < count; i++)
        now->best[i] = (uint32_t)i;
    for (size_t i = count / 2; i-- > 0;)
        sift_down(now, i, count);
    for (size_t i = count; count && i < scoring->set->count; i++) {
        if (!is_worse(scoring, now->best[0], (uint32_t)i))
            continue;
        now->best[0] = (uint32_t)i;
        sift_down(now, 0, count);
    }
    now->best_count = count;
    for (size_t left = count; left > 1; left--) {
        uint32_t worst = now->best[0];
        now->best[0] = now->best[left - 1];
        now->best[left - 1] = worst;
        sift_down(now, 0, left - 1);
    }
}

/* --- words ------------------------------------------------------------------------ */

static size_t number_of(const pol_plan *plan, const pol_node *word)
{
    size_t number = 0;
    for (size_t i = 0; i < plan->weighing_count; i++) {
        if (plan->weighings[i].next)
            continue;
        if (plan->weighings[i].word == word)
            return number;
        number++;
    }
    return POL_SCORE_MASK_BITS;
}

static pol_status score_words(ranking *now, pol_error *reterr)
{
    pol_status status = POL_OK;
    size_t number = 0;
    const pol_plan *plan = now->plan;
    for (size_t i = 0; i < plan->weighing_count && status == POL_OK; i++)
        if (!plan->weighings[i].next)
            status = pol_score_word(&now->scoring, plan->weighings[i].word, number++, reterr);
    return status;
}

/* --- pairs ------------------------------------------------------------------------ */

static uint64_t bit_of(const pol_plan *plan, const pol_node *word)
{
    size_t number = number_of(plan, word);
    return number < POL_SCORE_MASK_BITS ? (uint64_t)1 << number : 0;
}

static pol_status word_gain(const ranking *now, const pol_node *word, double *ret_gain,
                            pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    xc_error error = {0};
    uint32_t with_it = 0;
    uint64_t occurrences = 0;
    pol_index *index = now->plan->index;
    pol_span term = pol_term_make(POL_PREFIX_WORD, word->word, buffer);
    *ret_gain = 0;
    if (xc_reader_term_frequency(index->reader, pol_xc_bytes(term), &with_it, &error) != XC_OK ||
        xc_reader_collection_frequency(index->reader, pol_xc_bytes(term), &occurrences, &error) !=
            XC_OK)
        return pol_index_fail(index, &error, reterr);
    if (with_it)
        *ret_gain = pol_score_gain(now->scoring.lengths->passages, with_it, (double)occurrences);
    return POL_OK;
}

static pol_status list_pairs(ranking *now, pol_error *reterr)
{
    pol_plan *plan = now->plan;
    pol_status status = POL_OK;
    now->pairs = pol_arena_array(&plan->arena, POL_PAIRS_MAX, sizeof *now->pairs);
    now->pair_masks = pol_arena_array(&plan->arena, POL_PAIRS_MAX, sizeof *now->pair_masks);
    now->pair_gains = pol_arena_array(&plan->arena, POL_PAIRS_MAX, sizeof *now->pair_gains);
    if (!now->pairs || !now->pair_masks || !now->pair_gains)
        return fail_room(plan, reterr);
    for (size_t i = 0; i < plan->weighing_count && status == POL_OK; i++) {
        const pol_weighing *pair = &plan->weighings[i];
        double left = 0, right = 0;
        if (!pair->next || now->pair_count == POL_PAIRS_MAX)
            continue;
        status = word_gain(now, pair->word, &left, reterr);
        if (status == POL_OK)
            status = word_gain(now, pair->next, &right, reterr);
        now->pairs[now->pair_count] = pair;
        now->pair_masks[now->pair_count] = bit_of(plan, pair->word) | bit_of(plan, pair->next);
        now->pair_gains[now->pair_count++] = POL_RANK_PAIR_SCALE * (left > right ? left : right);
    }
    return status;
}

/* Adds what a pair weighs to those of `count` places, which ascend, that have both words. */
static pol_status add_pair(ranking *now, size_t which, const uint32_t *places, size_t count,
                           pol_error *reterr)
{
    xc_docid docids[RESCORED_AT_ONCE];
    uint32_t having[RESCORED_AT_ONCE], times[RESCORED_AT_ONCE];
    pol_scoring *scoring = &now->scoring;
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        if (now->pair_masks[which] & ~scoring->masks[places[i]])
            continue;
        having[found] = places[i];
        docids[found++] = scoring->set->ids[places[i]];
    }
    if (found == 0)
        return POL_OK;
    pol_status status = pol_adjacent_count(now->plan->index, now->pairs[which]->query->parts[0],
                                           docids, found, times, reterr);
    for (size_t i = 0; i < found && status == POL_OK; i++) {
        double weighed = times[i] * scoring->norms[having[i]];
        scoring->scores[having[i]] += now->pair_gains[which] * weighed / (weighed + 1);
    }
    return status;
}

static int by_place(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return a < b ? -1 : a > b;
}

/* The next `count` of the best. */
static pol_status add_pairs(ranking *now, const uint32_t *best, size_t count, pol_error *reterr)
{
    uint32_t places[RESCORED_AT_ONCE];
    pol_status status = POL_OK;
    memcpy(places, best, count * sizeof *best);
    qsort(places, count, sizeof *places, by_place);
    for (size_t i = 0; i < now->pair_count && status == POL_OK; i++)
        status = add_pair(now, i, places, count, reterr);
    return status;
}

/* Takes a score in among the `wanted` highest, in order. */
static void take_floor(double *floors, size_t *count, size_t wanted, double score)
{
    size_t at = *count;
    if (at == wanted && !(score > floors[at - 1]))
        return;
    *count += at < wanted;
    for (at = *count - 1; at > 0 && floors[at - 1] < score; at--)
        floors[at] = floors[at - 1];
    floors[at] = score;
}

/* Once no further one can come among the `wanted`, they are left as they are. */
static pol_status rescore(ranking *now, size_t wanted, pol_error *reterr)
{
    pol_status status = POL_OK;
    double most = 0;
    size_t step = 0, floor_count = 0;
    size_t count = now->best_count < POL_RANK_DEPTH ? now->best_count : POL_RANK_DEPTH;
    double *floors = pol_arena_array(&now->plan->arena, wanted + 1, sizeof *floors);
    if (!floors)
        return fail_room(now->plan, reterr);
    for (size_t i = 0; i < now->pair_count; i++)
        most += now->pair_gains[i];
    for (size_t done = 0; done < count && status == POL_OK; done += step) {
        double next = now->scoring.scores[now->best[done]];
        if (floor_count == wanted && next + most < floors[wanted - 1])
            break;
        if (pol_match_is_late(now->plan->index))
            break;
        step = count - done < RESCORED_AT_ONCE ? count - done : RESCORED_AT_ONCE;
        status = add_pairs(now, now->best + done, step, reterr);
        for (size_t i = done; i < done + step; i++)
            take_floor(floors, &floor_count, wanted, now->scoring.scores[now->best[i]]);
    }
    return status;
}

static int by_score(const void *left, const void *right, void *context)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return is_worse(context, a, b) ? 1 : is_worse(context, b, a) ? -1 : 0;
}

static pol_status score_pairs(ranking *now, size_t wanted, pol_error *reterr)
{
    pol_status status = list_pairs(now, reterr);
    if (status != POL_OK || now->pair_count == 0)
        return status;
    status = rescore(now, wanted, reterr);
    qsort_r(now->best, now->best_count, sizeof *now->best, by_score, &now->scoring);
    return status;
}

/* --- all of it -------------------------------------------------------------------- */

static pol_status count_postings(const pol_plan *plan, uint64_t *ret_count, pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    pol_status status = POL_OK;
    *ret_count = 0;
    for (size_t i = 0; i < plan->weighing_count && status == POL_OK; i++) {
        uint32_t count = 0;
        const pol_weighing *one = &plan->weighings[i];
        if (one->next)
            continue;
        status = pol_postings_count(
            plan->index, pol_term_make(POL_PREFIX_STEM, one->word->stem, buffer), &count, reterr);
        *ret_count = count > *ret_count ? count : *ret_count;
    }
    return status;
}

static pol_status take_hits(const ranking *now, size_t first, pol_ranked *ranked, pol_error *reterr)
{
    const pol_scoring *scoring = &now->scoring;
    size_t count = now->best_count > first ? now->best_count - first : 0;
    pol_ranked_hit *hits = pol_arena_array(&now->plan->arena, count + 1, sizeof *hits);
    if (!hits)
        return fail_room(now->plan, reterr);
    for (size_t i = 0; i < count; i++) {
        uint32_t place = now->best[first + i];
        hits[i] = (pol_ranked_hit){scoring->set->ids[place], scoring->scores[place]};
    }
    ranked->hits = hits;
    ranked->count = count;
    return POL_OK;
}

static pol_status rank_set(ranking *now, size_t first, size_t count, pol_ranked *ranked,
                           pol_error *reterr)
{
    size_t matched = ranked->matched->count;
    size_t wanted = first < matched && count < matched - first ? first + count : matched;
    size_t depth = wanted > POL_RANK_DEPTH ? wanted : POL_RANK_DEPTH;
    depth = depth < matched ? depth : matched;
    now->best = pol_arena_array(&now->plan->arena, depth + 1, sizeof *now->best);
    if (!now->best)
        return fail_room(now->plan, reterr);
    pol_status status = score_words(now, reterr);
    if (status != POL_OK)
        return status;
    choose_best(now, depth);
    status = score_pairs(now, wanted, reterr);
    now->best_count = now->best_count < wanted ? now->best_count : wanted;
    return status == POL_OK ? take_hits(now, first, ranked, reterr) : status;
}

pol_status pol_local_rank(pol_plan *plan, pol_expr *condition, size_t first, size_t count,
                          pol_ranked *ret_ranked, pol_error *reterr)
{
    ranking now = {.plan = plan};
    const pol_lengths *lengths = NULL;
    uint64_t postings = 0;
    *ret_ranked = (pol_ranked){.count = 0};
    pol_status status = pol_local_find(plan, condition, &ret_ranked->matched, reterr);
    if (status != POL_OK || ret_ranked->matched->count == 0 || count == 0)
        return status;
    status = pol_index_lengths(plan->index, &lengths, reterr);
    if (status == POL_OK)
        status = count_postings(plan, &postings, reterr);
    if (status == POL_OK)
        status = pol_scoring_begin(&now.scoring, plan->index, lengths, ret_ranked->matched,
                                   postings, &plan->arena, reterr);
    if (status == POL_OK)
        status = rank_set(&now, first, count, ret_ranked, reterr);
    if (now.scoring.set)
        pol_scoring_done(&now.scoring);
    return status;
}
