/* local.c - a condition to what matches, the best documents of that, and their best passages.
 *
 * Documents are scored without being listed (search/local/best.h); passages are looked at only of
 * those documents that may have one on the page. */
#include "search/local.h"

#include <stdlib.h>

#include "search/evaluate/bits.h"
#include "search/local/feedback.h"
#include "search/local/pairs.h"

enum { LISTS_MAX = POL_UNITS_MAX + POL_FEEDBACK_STEMS };

/* Passages that may come to be shown, with what they score in all. */
typedef struct entries {
    xc_docid *ids;    /* ascending */
    uint32_t *owners; /* their documents, by place */
    double *totals;
    size_t count;
} entries;

typedef struct ranking {
    pol_plan *plan;
    const pol_lengths *lengths;
    pol_bits found; /* what matches */
    pol_units units;
    pol_weighed lists[LISTS_MAX]; /* of the units, then of feedback */
    size_t list_count;
    double most;             /* that all units together can weigh */
    pol_best documents;      /* the best first */
    const pol_scored *known; /* documents that a scan passes over, by docid */
    size_t known_count;
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

static pol_evaluator evaluator_of(pol_plan *plan)
{
    return (pol_evaluator){plan->index, &plan->arena, plan->index->last_docid};
}

pol_status pol_local_find(pol_plan *plan, pol_expr *condition, const pol_set **ret_set,
                          pol_error *reterr)
{
    const pol_evaluator evaluator = evaluator_of(plan);
    return pol_evaluate(&evaluator, condition, ret_set, reterr);
}

pol_status pol_local_find_within(pol_plan *plan, pol_expr *condition, const pol_set *within,
                                 const pol_set **ret_set, pol_error *reterr)
{
    const pol_evaluator evaluator = evaluator_of(plan);
    return pol_evaluate_within(&evaluator, condition, within, ret_set, reterr);
}

/* --- what matches ----------------------------------------------------------------- */

static bool is_head(const ranking *now, xc_docid id)
{
    return id <= now->lengths->last && pol_lengths_is_head(now->lengths, id);
}

/* The next entry of the document that does, after `at`; 0 for none. */
static xc_docid next_found(const ranking *now, xc_docid head, xc_docid at)
{
    if (!is_head(now, head))
        return 0;
    while ((at = pol_lengths_next(now->lengths, at)))
        if (pol_bits_have(&now->found, at))
            return at;
    return 0;
}

static xc_docid first_found(const ranking *now, xc_docid head)
{
    return pol_bits_have(&now->found, head) ? head : next_found(now, head, head);
}

static uint32_t count_found(const ranking *now, xc_docid head)
{
    uint32_t count = 0;
    for (xc_docid at = first_found(now, head); at; at = next_found(now, head, at))
        count++;
    return count;
}

static int by_docid(const void *left, const void *right)
{
    const pol_scored *a = left, *b = right;
    return a->docid < b->docid ? -1 : a->docid > b->docid;
}

/* Is it a document that has what matches, and is not known yet? */
static bool admits(void *context, xc_docid head)
{
    const ranking *now = context;
    const pol_scored one = {.docid = head};
    if (now->known_count &&
        bsearch(&one, now->known, now->known_count, sizeof *now->known, by_docid))
        return false;
    return is_head(now, head) && first_found(now, head);
}

/* A scan that starts now passes over these. */
static pol_status know(ranking *now, const pol_scored *documents, size_t count, pol_error *reterr)
{
    pol_scored *known = pol_arena_array(&now->plan->arena, count + 1, sizeof *known);
    if (!known)
        return fail_room(now->plan, reterr);
    if (count)
        memcpy(known, documents, count * sizeof *known);
    qsort(known, count, sizeof *known, by_docid);
    now->known = known;
    now->known_count = count;
    return POL_OK;
}

/* --- documents -------------------------------------------------------------------- */

static pol_status weigh_units(ranking *now, pol_error *reterr)
{
    pol_plan *plan = now->plan;
    pol_status status = pol_units_list(plan, now->lengths, &now->units, reterr);
    for (size_t i = 0; i < now->units.count && status == POL_OK; i++) {
        status = pol_weigh_unit(plan->index, now->lengths, &now->units.units[i], &plan->arena,
                                &now->lists[i], reterr);
        now->most += now->lists[i].most;
    }
    now->list_count = now->units.count;
    return status;
}

/* Have so few documents what matches that it is cheaper to look each up than to go through the
 * lists? */
static bool are_few(const ranking *now)
{
    enum { LOOK_UP_COST = 16 }; /* in postings that are passed over */
    uint64_t postings = 0;
    for (size_t i = 0; i < now->list_count; i++)
        postings += now->lists[i].impacts->count;
    return (uint64_t)now->found.count * now->list_count * LOOK_UP_COST < postings;
}

static pol_status look_up_few(ranking *now, pol_best *best, pol_error *reterr)
{
    pol_set heads;
    if (!pol_bits_list_heads(&now->found, now->lengths, &now->plan->arena, &heads))
        return fail_room(now->plan, reterr);
    for (size_t i = 0; i < heads.count; i++) {
        pol_scored one = {.docid = heads.ids[i]};
        for (size_t list = 0; list < now->list_count; list++)
            one.score +=
                now->lists[list].gain * pol_impacts_at(now->lists[list].impacts, one.docid);
        if (admits(now, one.docid) && !pol_best_offer(best, one))
            return fail_room(now->plan, reterr);
    }
    return POL_OK;
}

static pol_status scan(ranking *now, pol_best *best, pol_error *reterr)
{
    if (are_few(now))
        return look_up_few(now, best, reterr);
    return pol_best_scan(best, now->lists, now->list_count, admits, now, reterr);
}

/* What the lists from `first` on add to the documents that are known; they compete with all the
 * others. */
static pol_status scan_again(ranking *now, size_t first, size_t depth, pol_error *reterr)
{
    pol_arena *arena = &now->plan->arena;
    pol_best documents = pol_best_begin(arena, depth, 0);
    const pol_scored *before = now->documents.items;
    size_t count =
        now->documents.count < POL_PAIR_DOCUMENTS ? now->documents.count : POL_PAIR_DOCUMENTS;
    pol_status status = know(now, before, count, reterr);
    if (status == POL_OK)
        status = scan(now, &documents, reterr);
    for (size_t i = 0; i < count && status == POL_OK; i++) {
        pol_scored one = before[i];
        for (size_t list = first; list < now->list_count; list++)
            one.score +=
                now->lists[list].gain * pol_impacts_at(now->lists[list].impacts, one.docid);
        if (!pol_best_offer(&documents, one))
            status = fail_room(now->plan, reterr);
    }
    pol_best_end(&documents);
    now->documents = documents;
    return status;
}

static pol_status improve(ranking *now, size_t depth, pol_error *reterr)
{
    pol_best *best = &now->documents;
    size_t count = best->count < POL_PAIR_DOCUMENTS ? best->count : POL_PAIR_DOCUMENTS;
    size_t added = 0, first = now->list_count;
    pol_status status =
        pol_pairs_add(now->plan, now->lengths, &now->units, best->items, count, reterr);
    if (status != POL_OK)
        return status;
    pol_scored_sort(best->items, count);
    count = count < POL_FEEDBACK_DOCUMENTS ? count : POL_FEEDBACK_DOCUMENTS;
    status = pol_feedback_find(now->plan, now->lengths, &now->units, best->items, count,
                               now->lists + first, &added, reterr);
    now->list_count += added;
    return status == POL_OK && added ? scan_again(now, first, depth, reterr) : status;
}

/* Have the documents as many passages, or, where these are grouped, are they as many? */
static bool are_enough(const ranking *now, size_t wanted, size_t group)
{
    size_t count = 0;
    const pol_best *best = &now->documents;
    for (size_t i = 0; i < best->count && count < wanted; i++)
        count += group ? 1 : count_found(now, best->items[i].docid);
    return count >= wanted;
}

/* Documents in which no word weighs come last, in the index's order. */
static pol_status add_weightless(ranking *now, size_t depth, pol_error *reterr)
{
    pol_set heads;
    pol_arena *arena = &now->plan->arena;
    pol_status status = know(now, now->documents.items, now->documents.count, reterr);
    if (status != POL_OK)
        return status;
    if (!pol_bits_list_heads(&now->found, now->lengths, arena, &heads))
        return fail_room(now->plan, reterr);
    pol_scored *all = pol_arena_array(arena, depth + 1, sizeof *all);
    if (!all)
        return fail_room(now->plan, reterr);
    size_t count = now->documents.count;
    if (count)
        memcpy(all, now->documents.items, count * sizeof *all);
    for (size_t i = 0; i < heads.count && count < depth; i++) {
        const pol_scored one = {.docid = heads.ids[i]};
        if (!bsearch(&one, now->known, now->known_count, sizeof one, by_docid))
            all[count++] = one;
    }
    now->documents.items = all;
    now->documents.count = count;
    return POL_OK;
}

/* The best `wanted`, or as many as pairs are looked for in. */
static pol_status rank_documents(ranking *now, size_t wanted, pol_error *reterr)
{
    size_t depth = wanted > POL_PAIR_DOCUMENTS ? wanted : POL_PAIR_DOCUMENTS;
    now->documents = pol_best_begin(&now->plan->arena, depth, 0);
    pol_status status = scan(now, &now->documents, reterr);
    if (status != POL_OK)
        return status;
    pol_best_end(&now->documents);
    return improve(now, depth, reterr);
}

/* --- passages --------------------------------------------------------------------- */

/* An entry and its owner as one number, so that both are sorted at once. */
static int by_number(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return a < b ? -1 : a > b;
}

/* Those of the documents that match, with their owners; in the index's order. */
static pol_status list_passages(ranking *now, const pol_scored *documents, size_t count,
                                entries *ret_passages, pol_error *reterr)
{
    size_t room = 0, listed = 0;
    pol_arena *arena = &now->plan->arena;
    for (size_t i = 0; i < count; i++)
        room += count_found(now, documents[i].docid);
    uint64_t *both = pol_arena_array(arena, room + 1, sizeof *both);
    uint64_t *order = pol_arena_array(arena, count + 1, sizeof *order); /* likewise */
    *ret_passages =
        (entries){.ids = pol_arena_array(arena, room + 1, sizeof *ret_passages->ids),
                  .owners = pol_arena_array(arena, room + 1, sizeof *ret_passages->owners)};
    if (!both || !order || !ret_passages->ids || !ret_passages->owners)
        return fail_room(now->plan, reterr);
    for (size_t i = 0; i < count; i++)
        order[i] = (uint64_t)documents[i].docid << 32 | i;
    qsort(order, count, sizeof *order, by_number);
    for (size_t i = 0; i < count; i++) {
        xc_docid head = (xc_docid)(order[i] >> 32);
        for (xc_docid at = first_found(now, head); at; at = next_found(now, head, at))
            both[listed++] = (uint64_t)at << 32 | (uint32_t)order[i];
    }
    if (now->lengths->parts > 1) /* passages of a document do not stand together */
        qsort(both, listed, sizeof *both, by_number);
    for (size_t i = 0; i < listed; i++) {
        ret_passages->ids[i] = (xc_docid)(both[i] >> 32);
        ret_passages->owners[i] = (uint32_t)both[i];
    }
    ret_passages->count = listed;
    return POL_OK;
}

/* Passages of the documents, each with what it scores in all. */
static pol_status score_passages(ranking *now, const pol_scored *documents, size_t count,
                                 entries *ret_passages, pol_error *reterr)
{
    pol_scoring scoring;
    pol_arena *arena = &now->plan->arena;
    pol_status status = list_passages(now, documents, count, ret_passages, reterr);
    if (status != POL_OK)
        return status;
    const pol_set keys = {ret_passages->ids, ret_passages->count};
    status =
        pol_scoring_begin(&scoring, now->plan->index, now->lengths, &keys, false, arena, reterr);
    for (size_t i = 0; i < now->units.count && status == POL_OK; i++)
        status = pol_score_unit(&scoring, &now->units.units[i], reterr);
    if (status != POL_OK)
        return status;
    for (size_t i = 0; i < keys.count; i++)
        scoring.scores[i] =
            documents[ret_passages->owners[i]].score + POL_LOCAL_PASSAGE_SHARE * scoring.scores[i];
    ret_passages->totals = scoring.scores;
    return POL_OK;
}

/* --- hits ------------------------------------------------------------------------- */

static pol_status offer_passages(ranking *now, const pol_scored *documents, size_t count,
                                 pol_best *best, pol_error *reterr)
{
    entries listed;
    pol_status status = score_passages(now, documents, count, &listed, reterr);
    for (size_t i = 0; i < listed.count && status == POL_OK; i++)
        if (!pol_best_offer(best, (pol_scored){listed.ids[i], listed.totals[i]}))
            status = fail_room(now->plan, reterr);
    return status;
}

/* How many of the documents may have one of the `wanted` best passages: each of the best documents
 * has passages that score at least what it does, those of another score at most what it does and
 * the passages' share of what the words can weigh. */
static size_t count_hopeful(const ranking *now, size_t wanted)
{
    size_t passages = 0, count = 0;
    double least = -1;
    const pol_best *best = &now->documents;
    for (size_t i = 0; i < best->count && passages < wanted; i++) {
        passages += count_found(now, best->items[i].docid);
        if (passages >= wanted)
            least = best->items[i].score;
    }
    while (count < best->count &&
           best->items[count].score + POL_LOCAL_PASSAGE_SHARE * now->most >= least)
        count++;
    return count;
}

/* Documents that are not among the best may still have a passage that is. */
static pol_status look_further(ranking *now, pol_best *passages, pol_error *reterr)
{
    const double tiny = 1e-9; /* of sums in another order */
    pol_best others;
    const pol_best *best = &now->documents;
    double least = pol_best_limit(passages) - POL_LOCAL_PASSAGE_SHARE * now->most - tiny;
    if (best->count < best->depth || best->items[best->count - 1].score < least)
        return POL_OK;
    others = pol_best_begin(&now->plan->arena, SIZE_MAX, least > 0 ? least : 0);
    pol_status status = know(now, best->items, best->count, reterr);
    if (status == POL_OK)
        status = scan(now, &others, reterr);
    return status == POL_OK ? offer_passages(now, others.items, others.count, passages, reterr)
                            : status;
}

static pol_status take_passages(ranking *now, size_t first, size_t wanted, pol_ranked *ranked,
                                pol_error *reterr)
{
    pol_best best = pol_best_begin(&now->plan->arena, wanted, -1);
    pol_ranked_hit *hits = pol_arena_array(&now->plan->arena, wanted + 1, sizeof *hits);
    if (!hits)
        return fail_room(now->plan, reterr);
    pol_status status =
        offer_passages(now, now->documents.items, count_hopeful(now, wanted), &best, reterr);
    if (status == POL_OK)
        status = look_further(now, &best, reterr);
    if (status != POL_OK)
        return status;
    pol_best_end(&best);
    for (size_t i = first; i < best.count; i++)
        hits[ranked->count++] = (pol_ranked_hit){best.items[i].docid, best.items[i].score, 0};
    ranked->hits = hits;
    return POL_OK;
}

/* The first `group` of each document, in the order of `best`. */
static void fill_groups(const entries *listed, const pol_best *best, size_t group, uint32_t *shown,
                        pol_ranked_hit *hits)
{
    for (size_t i = 0; i < best->count; i++) {
        const pol_scored *one = &best->items[i];
        const pol_set ids = {listed->ids, listed->count};
        uint32_t owner = listed->owners[pol_set_seek(&ids, 0, one->docid)];
        if (shown[owner] < group)
            hits[owner * group + shown[owner]++] = (pol_ranked_hit){one->docid, one->score, 0};
    }
}

/* The best `group` of the passages of each document from `first` on. */
static pol_status take_groups(ranking *now, size_t first, size_t wanted, size_t group,
                              pol_ranked *ranked, pol_error *reterr)
{
    entries listed;
    pol_arena *arena = &now->plan->arena;
    const pol_scored *documents = now->documents.items + first;
    size_t count = wanted - first;
    pol_best best = pol_best_begin(arena, SIZE_MAX, -1);
    uint32_t *shown = pol_arena_array(arena, count + 1, sizeof *shown);
    pol_ranked_hit *hits = pol_arena_array(arena, count * group + 1, sizeof *hits);
    if (!shown || !hits)
        return fail_room(now->plan, reterr);
    pol_status status = score_passages(now, documents, count, &listed, reterr);
    for (size_t i = 0; i < listed.count && status == POL_OK; i++)
        if (!pol_best_offer(&best, (pol_scored){listed.ids[i], listed.totals[i]}))
            status = fail_room(now->plan, reterr);
    if (status != POL_OK)
        return status;
    pol_best_end(&best);
    fill_groups(&listed, &best, group, shown, hits);
    for (size_t i = 0; i < count; i++) {
        uint32_t more = count_found(now, documents[i].docid) - shown[i];
        for (size_t j = 0; j < shown[i]; j++) {
            pol_ranked_hit hit = hits[i * group + j]; /* never beyond where it stood */
            hit.more = more;
            hits[ranked->count++] = hit;
        }
    }
    ranked->hits = hits;
    return POL_OK;
}

static pol_status take_hits(ranking *now, size_t first, size_t count, size_t group,
                            pol_ranked *ranked, pol_error *reterr)
{
    size_t all = group ? ranked->documents->count : now->found.count;
    size_t wanted = first < all && count < all - first ? first + count : all;
    if (first >= all || count == 0)
        return POL_OK;
    pol_status status = weigh_units(now, reterr);
    if (status == POL_OK)
        status = rank_documents(now, wanted, reterr);
    if (status == POL_OK && !are_enough(now, wanted, group))
        status = add_weightless(now, wanted, reterr);
    if (status != POL_OK)
        return status;
    return group ? take_groups(now, first, wanted, group, ranked, reterr)
                 : take_passages(now, first, wanted, ranked, reterr);
}

static pol_status list_documents(ranking *now, const pol_set **ret_documents, pol_error *reterr)
{
    pol_set *documents = pol_arena_array(&now->plan->arena, 1, sizeof *documents);
    *ret_documents = documents;
    return documents && pol_bits_list_heads(&now->found, now->lengths, &now->plan->arena, documents)
               ? POL_OK
               : fail_room(now->plan, reterr);
}

pol_status pol_local_rank(pol_plan *plan, pol_expr *condition, const pol_set *but, size_t first,
                          size_t count, size_t group, pol_ranked *ret_ranked, pol_error *reterr)
{
    ranking now = {.plan = plan};
    const pol_evaluator evaluator = evaluator_of(plan);
    *ret_ranked = (pol_ranked){.count = 0};
    pol_status status = pol_index_lengths(plan->index, &now.lengths, reterr);
    if (status == POL_OK)
        status = pol_bits_find(&evaluator, condition, &now.found, reterr);
    if (status == POL_OK && but)
        pol_bits_leave_out(&now.found, now.lengths, but);
    ret_ranked->matched = now.found.count;
    if (status == POL_OK && group)
        status = list_documents(&now, &ret_ranked->documents, reterr);
    return status == POL_OK ? take_hits(&now, first, count, group, ret_ranked, reterr) : status;
}
