/* pairs.c - the best documents, their passages that have both words of a pair, and positions there.
 *
 * Passages are looked at by stems first: their lists are in memory, positions are not. */
#include "search/local/pairs.h"

#include <stdlib.h>

#include "search/evaluate/adjacent.h"
#include "search/evaluate/postings.h"
#include "search/plan/match.h"

typedef struct pairing {
    pol_plan *plan;
    const pol_lengths *lengths;
    pol_scored *places[POL_PAIR_DOCUMENTS]; /* the documents, in the index's order */
    xc_docid heads[POL_PAIR_DOCUMENTS];
    size_t count;
    xc_docid *passages; /* of these, ascending where the index is one database */
    uint8_t *owners;    /* which document each is of */
    size_t passage_count;
} pairing;

static pol_status fail_room(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a search");
}

/* --- what is looked at ------------------------------------------------------------ */

static int by_docid(const void *left, const void *right)
{
    const pol_scored *a = *(pol_scored *const *)left, *b = *(pol_scored *const *)right;
    return a->docid < b->docid ? -1 : a->docid > b->docid;
}

/* A passage and its document as one number, so that both are sorted at once. */
static int by_number(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return a < b ? -1 : a > b;
}

static pol_status list_passages(pairing *now, pol_error *reterr)
{
    pol_arena *arena = &now->plan->arena;
    const pol_lengths *lengths = now->lengths;
    size_t room = 0;
    for (size_t i = 0; i < now->count; i++)
        for (xc_docid at = now->heads[i]; at; at = pol_lengths_next(lengths, at))
            room++;
    uint64_t *numbers = pol_arena_array(arena, room + 1, sizeof *numbers);
    now->passages = pol_arena_array(arena, room + 1, sizeof *now->passages);
    now->owners = pol_arena_array(arena, room + 1, sizeof *now->owners);
    if (!numbers || !now->passages || !now->owners)
        return fail_room(reterr);
    for (size_t i = 0; i < now->count; i++)
        for (xc_docid at = now->heads[i]; at; at = pol_lengths_next(lengths, at))
            numbers[now->passage_count++] = (uint64_t)at << 8 | i;
    if (lengths->parts > 1) /* else documents stand in the index's order, and passages of each */
        qsort(numbers, now->passage_count, sizeof *numbers, by_number);
    for (size_t i = 0; i < now->passage_count; i++) {
        now->passages[i] = (xc_docid)(numbers[i] >> 8);
        now->owners[i] = (uint8_t)numbers[i];
    }
    return POL_OK;
}

static pol_status begin(pairing *now, pol_scored *best, pol_error *reterr)
{
    for (size_t i = 0; i < now->count; i++)
        now->places[i] = &best[i];
    qsort(now->places, now->count, sizeof *now->places, by_docid);
    for (size_t i = 0; i < now->count; i++)
        now->heads[i] = now->places[i]->docid;
    return list_passages(now, reterr);
}

/* --- one pair --------------------------------------------------------------------- */

/* What a word weighs in each document. */
static pol_status weigh(const pairing *now, const pol_node *word, double *weights,
                        pol_error *reterr)
{
    pol_weighed one;
    pol_status status = pol_weigh_stems(now->plan->index, now->lengths, word->stem,
                                        word->other_stem, 1, &one, reterr);
    for (size_t i = 0; i < now->count && status == POL_OK; i++)
        weights[i] = one.gain * pol_impacts_at(one.impacts, now->heads[i]);
    return status;
}

/* Those of the entries that have the stem, in text or title as `prefix` says; in place. */
static pol_status keep_those_with(const pairing *now, const char *prefix, pol_span stem,
                                  xc_docid *passages, uint8_t *owners, size_t *count,
                                  pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    size_t found = 0;
    pol_arena *arena = &now->plan->arena;
    uint32_t *places = pol_arena_array(arena, *count + 1, sizeof *places);
    uint32_t *wdfs = pol_arena_array(arena, *count + 1, sizeof *wdfs);
    if (!places || !wdfs)
        return fail_room(reterr);
    pol_status status = pol_postings_probe(now->plan->index, pol_term_make(prefix, stem, buffer),
                                           passages, *count, places, wdfs, &found, reterr);
    for (size_t i = 0; i < found; i++) {
        passages[i] = passages[places[i]];
        owners[i] = owners[places[i]];
    }
    *count = found;
    return status;
}

/* Has every entry with the exact word its stem? A plural of an acronym is stemmed by its capitals:
 * "STPs" and "stps" are one word and two stems. */
static bool goes_with_stem(const pol_node *word)
{
    size_t size = word->typed.size;
    const char *typed = word->typed.data;
    bool is_plural =
        size > 1 && typed[size - 1] == 's' && typed[size - 2] >= 'A' && typed[size - 2] <= 'Z';
    return !is_plural && !word->other_stem.data;
}

static pol_status keep_both(const pairing *now, const char *prefix, const pol_weighing *pair,
                            xc_docid *passages, uint8_t *owners, size_t *count, pol_error *reterr)
{
    pol_status status = POL_OK;
    const pol_node *words[] = {pair->word, pair->next};
    for (size_t i = 0; i < 2 && *count && status == POL_OK; i++)
        if (goes_with_stem(words[i]))
            status = keep_those_with(now, prefix, words[i]->stem, passages, owners, count, reterr);
    return status;
}

static pol_status look_at(const pairing *now, const pol_expr *phrase, const xc_docid *passages,
                          const uint8_t *owners, size_t count, bool *ret_has, pol_error *reterr)
{
    pol_status status = POL_OK;
    uint32_t times[POL_ADJACENT_MAX];
    for (size_t i = 0, step = 0; i < count && status == POL_OK; i += step) {
        if (pol_match_is_late(now->plan->index))
            break;
        step = count - i < POL_ADJACENT_MAX ? count - i : POL_ADJACENT_MAX;
        status = pol_adjacent_count(now->plan->index, phrase, passages + i, step, times, reterr);
        for (size_t j = 0; j < step && status == POL_OK; j++)
            if (times[j])
                ret_has[owners[i + j]] = true;
    }
    return status;
}

/* Of the documents in which both words weigh, those that have them side by side in a passage. */
static pol_status find_in_text(const pairing *now, const pol_weighing *pair, const double *left,
                               const double *right, bool *ret_has, pol_error *reterr)
{
    size_t count = 0;
    pol_arena *arena = &now->plan->arena;
    xc_docid *passages = pol_arena_array(arena, now->passage_count + 1, sizeof *passages);
    uint8_t *owners = pol_arena_array(arena, now->passage_count + 1, sizeof *owners);
    if (!passages || !owners)
        return fail_room(reterr);
    for (size_t i = 0; i < now->passage_count; i++) {
        uint8_t owner = now->owners[i];
        if (!(left[owner] > 0 && right[owner] > 0))
            continue;
        passages[count] = now->passages[i];
        owners[count++] = owner;
    }
    pol_status status = keep_both(now, POL_PREFIX_STEM, pair, passages, owners, &count, reterr);
    const pol_expr *phrase = pair->query->parts[0];
    return status == POL_OK ? look_at(now, phrase, passages, owners, count, ret_has, reterr)
                            : status;
}

static pol_status find_in_titles(const pairing *now, const pol_weighing *pair, bool *ret_has,
                                 pol_error *reterr)
{
    pol_builder *builder = &now->plan->builder;
    pol_expr_list words = {0};
    xc_docid heads[POL_PAIR_DOCUMENTS];
    uint8_t owners[POL_PAIR_DOCUMENTS];
    size_t count = now->count;
    for (size_t i = 0; i < count; i++) {
        heads[i] = now->heads[i];
        owners[i] = (uint8_t)i;
    }
    pol_status status = keep_both(now, POL_PREFIX_TITLE_STEM, pair, heads, owners, &count, reterr);
    if (status != POL_OK || count == 0)
        return status;
    pol_expr_list_add(builder, &words,
                      pol_build_term(builder, POL_PREFIX_TITLE_WORD, pair->word->word));
    pol_expr_list_add(builder, &words,
                      pol_build_term(builder, POL_PREFIX_TITLE_WORD, pair->next->word));
    const pol_expr *phrase = pol_build_list(builder, XC_PHRASE, &words, 2);
    status = pol_plan_status(now->plan, reterr);
    return status == POL_OK ? look_at(now, phrase, heads, owners, count, ret_has, reterr) : status;
}

static pol_status add_pair(const pairing *now, const pol_weighing *pair, double *bonus,
                           pol_error *reterr)
{
    double left[POL_PAIR_DOCUMENTS], right[POL_PAIR_DOCUMENTS];
    bool has[POL_PAIR_DOCUMENTS] = {false};
    pol_status status = weigh(now, pair->word, left, reterr);
    if (status == POL_OK)
        status = weigh(now, pair->next, right, reterr);
    if (status == POL_OK)
        status = find_in_text(now, pair, left, right, has, reterr);
    if (status == POL_OK)
        status = find_in_titles(now, pair, has, reterr);
    for (size_t i = 0; i < now->count && status == POL_OK; i++)
        if (has[i])
            bonus[i] += POL_PAIR_SCALE * (left[i] + right[i]);
    return status;
}

/* --- all pairs -------------------------------------------------------------------- */

static bool is_wanted(const pol_plan *plan, const pol_units *units, size_t which)
{
    const pol_weighing *pair = &plan->weighings[which];
    if (!pair->next || pol_span_equal(pair->word->stem, pair->next->stem) ||
        !pol_units_have(units, pair->word->stem) || !pol_units_have(units, pair->next->stem))
        return false;
    for (size_t i = 0; i < which; i++) {
        const pol_weighing *other = &plan->weighings[i];
        if (other->next && pol_span_equal(other->word->word, pair->word->word) &&
            pol_span_equal(other->next->word, pair->next->word))
            return false;
    }
    return true;
}

pol_status pol_pairs_add(pol_plan *plan, const pol_lengths *lengths, const pol_units *units,
                         pol_scored *best, size_t count, pol_error *reterr)
{
    pairing now = {.plan = plan, .lengths = lengths, .count = count};
    double bonus[POL_PAIR_DOCUMENTS] = {0};
    bool has_begun = false;
    pol_status status = POL_OK;
    for (size_t i = 0; i < plan->weighing_count && status == POL_OK; i++) {
        if (!is_wanted(plan, units, i))
            continue;
        if (!has_begun)
            status = begin(&now, best, reterr);
        has_begun = true;
        if (status == POL_OK)
            status = add_pair(&now, &plan->weighings[i], bonus, reterr);
    }
    for (size_t i = 0; has_begun && i < count; i++)
        now.places[i]->score += bonus[i];
    return status;
}
