/* weighed.c - stems have lists that are kept; of compounds and prefixes they are put together. */
#include "search/local/weighed.h"

#include "search/evaluate/bits.h"
#include "search/evaluate/postings.h"
#include "search/expand.h"

static pol_status fail_room(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a search");
}

/* --- stems ------------------------------------------------------------------------ */

pol_status pol_weigh_stems(pol_index *index, const pol_lengths *lengths, pol_span stem,
                           pol_span other, double factor, pol_weighed *ret_weighed,
                           pol_error *reterr)
{
    if (other.data && pol_span_equal(other, stem))
        other = (pol_span){0};
    *ret_weighed = (pol_weighed){0};
    pol_status status = pol_impacts_get(index, lengths, stem, other, &ret_weighed->impacts, reterr);
    if (status != POL_OK)
        return status;
    ret_weighed->gain = factor * pol_score_gain(lengths, ret_weighed->impacts->frequencies);
    ret_weighed->most = ret_weighed->gain;
    return POL_OK;
}

/* --- compounds -------------------------------------------------------------------- */

/* What each document of a list weighs, instead of its share. */
typedef struct weights {
    xc_docid *docids;
    double *of;
    size_t count;
} weights;

static bool make_weights(pol_arena *arena, size_t room, weights *ret_weights)
{
    *ret_weights = (weights){pol_arena_array(arena, room + 1, sizeof *ret_weights->docids),
                             pol_arena_array(arena, room + 1, sizeof *ret_weights->of), 0};
    return ret_weights->docids && ret_weights->of;
}

/* Each document of either, with the sum or with the greater one. */
static bool merge(const weights *left, const pol_weighed *right, bool is_sum, pol_arena *arena,
                  weights *ret_both)
{
    size_t i = 0;
    uint32_t j = 0;
    weights both;
    if (!make_weights(arena, left->count + right->impacts->count, &both))
        return false;
    while (i < left->count || j < right->impacts->count) {
        xc_docid a = i < left->count ? left->docids[i] : UINT32_MAX;
        xc_docid b = j < right->impacts->count ? right->impacts->docids[j] : UINT32_MAX;
        double one = a <= b && i < left->count ? left->of[i++] : 0;
        double other =
            b <= a && j < right->impacts->count ? right->gain * right->impacts->shares[j++] : 0;
        both.docids[both.count] = a < b ? a : b;
        both.of[both.count++] = is_sum ? one + other : one > other ? one : other;
    }
    *ret_both = both;
    return true;
}

/* A compound's two readings, side by side, and the better one of each document. */
static pol_status weigh_compound(pol_index *index, const pol_lengths *lengths, const pol_unit *unit,
                                 pol_arena *arena, pol_weighed *ret_weighed, pol_error *reterr)
{
    const pol_node *word = unit->word;
    weights parts = {0};
    pol_weighed one;
    double most = 0;
    pol_status status = POL_OK;
    for (size_t i = 0; i < word->part_count && status == POL_OK; i++) {
        if (pol_is_stop_word(word->parts[i]))
            continue;
        status = pol_weigh_stems(index, lengths, word->part_stems[i], (pol_span){0}, unit->factor,
                                 &one, reterr);
        if (status == POL_OK && !merge(&parts, &one, true, arena, &parts))
            status = fail_room(reterr);
        most += one.most;
    }
    if (status == POL_OK)
        status = pol_weigh_stems(index, lengths, word->stem, word->other_stem, unit->factor, &one,
                                 reterr);
    if (status == POL_OK && !merge(&parts, &one, false, arena, &parts))
        status = fail_room(reterr);
    pol_impacts *made = pol_arena_array(arena, 1, sizeof *made);
    pol_impact_block *blocks = pol_arena_array(arena, parts.count + 1, sizeof *blocks);
    if (status != POL_OK || !made || !blocks)
        return status == POL_OK ? fail_room(reterr) : status;
    *made =
        (pol_impacts){.docids = parts.docids, .shares = parts.of, .count = (uint32_t)parts.count};
    pol_impacts_divide(made, blocks);
    *ret_weighed = (pol_weighed){made, 1, one.most > most ? one.most : most};
    return POL_OK;
}

/* --- prefixes --------------------------------------------------------------------- */

/* Heads of the documents that have one of some words, and how often. */
typedef struct tally {
    const pol_lengths *lengths;
    uint64_t *heads;  /* a bit for each */
    uint32_t *before; /* how many there are before each word of bits */
    xc_docid *docids; /* of them, and how often each has the word */
    uint32_t *times;
    size_t count;
} tally;

static pol_status read_word(pol_index *index, pol_span word, const pol_posting_list **ret_list,
                            pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    return pol_postings_get(index, pol_term_make(POL_PREFIX_WORD, word, buffer), ret_list, reterr);
}

static void note_heads(const tally *made, const pol_posting_list *list)
{
    for (uint32_t i = 0; i < list->count && list->docids[i] <= made->lengths->last; i++) {
        xc_docid head = pol_lengths_head(made->lengths, list->docids[i]);
        made->heads[head / 64] |= (uint64_t)1 << head % 64;
    }
}

static void add_times(const tally *made, const pol_posting_list *list)
{
    for (uint32_t i = 0; i < list->count && list->docids[i] <= made->lengths->last; i++) {
        xc_docid head = pol_lengths_head(made->lengths, list->docids[i]);
        uint64_t below = made->heads[head / 64] & (((uint64_t)1 << head % 64) - 1);
        made->times[made->before[head / 64] + pol_count_bits(&below, 1)] += list->wdfs[i];
    }
}

/* All heads are noted: they stand in the index's order. */
static bool list_heads(tally *made, pol_arena *arena)
{
    size_t words = pol_lengths_head_words(made->lengths), at = 0;
    made->before = pol_arena_array(arena, words, sizeof *made->before);
    for (size_t i = 0; made->before && i < words; i++) {
        made->before[i] = (uint32_t)made->count;
        made->count += pol_count_bits(&made->heads[i], 1);
    }
    made->docids = pol_arena_array(arena, made->count + 1, sizeof *made->docids);
    made->times = pol_arena_array(arena, made->count + 1, sizeof *made->times);
    if (!made->before || !made->docids || !made->times)
        return false;
    for (size_t i = 0; i < words; i++)
        for (uint64_t left = made->heads[i]; left; left &= left - 1)
            made->docids[at++] = (xc_docid)(64 * i + (size_t)__builtin_ctzll(left));
    return true;
}

/* Exact words stand on passages alone: what is counted of these goes to their heads. */
static pol_status count_words(pol_index *index, const pol_expansion *expansion, tally *made,
                              pol_arena *arena, pol_error *reterr)
{
    const pol_posting_list *list = NULL;
    pol_status status = POL_OK;
    made->heads =
        pol_arena_array(arena, pol_lengths_head_words(made->lengths), sizeof *made->heads);
    if (!made->heads)
        return fail_room(reterr);
    for (size_t i = 0; i < expansion->count && status == POL_OK; i++) {
        status = read_word(index, expansion->words[i].word, &list, reterr);
        if (status == POL_OK)
            note_heads(made, list);
    }
    if (status == POL_OK && !list_heads(made, arena))
        status = fail_room(reterr);
    for (size_t i = 0; i < expansion->count && status == POL_OK; i++) {
        status = read_word(index, expansion->words[i].word, &list, reterr);
        if (status == POL_OK)
            add_times(made, list);
    }
    return status;
}

/* All words that start so, as one word; of frequencies the words have only those in passages. */
static pol_status weigh_prefix(pol_index *index, const pol_lengths *lengths, const pol_unit *unit,
                               pol_arena *arena, pol_weighed *ret_weighed, pol_error *reterr)
{
    pol_expansion expansion = {0};
    pol_frequencies sum = {0};
    tally made = {.lengths = lengths};
    pol_status status = pol_expand_prefix(index, POL_PREFIX_WORD, unit->word->word,
                                          POL_PREFIX_WORDS_MAX, arena, &expansion, reterr);
    if (status == POL_OK)
        status = count_words(index, &expansion, &made, arena, reterr);
    if (status == POL_OK)
        status =
            pol_impacts_make(index, lengths, &(pol_counted){made.docids, made.times, made.count},
                             arena, &ret_weighed->impacts, reterr);
    for (size_t i = 0; i < expansion.count; i++) {
        sum.documents += expansion.words[i].documents;
        sum.occurrences += expansion.words[i].documents;
    }
    if (sum.documents > lengths->documents)
        sum.documents = lengths->documents;
    ret_weighed->gain = ret_weighed->most = unit->factor * pol_score_gain(lengths, sum);
    return status;
}

pol_status pol_weigh_unit(pol_index *index, const pol_lengths *lengths, const pol_unit *unit,
                          pol_arena *arena, pol_weighed *ret_weighed, pol_error *reterr)
{
    const pol_node *word = unit->word;
    *ret_weighed = (pol_weighed){0};
    if (word->type == POL_NODE_PREFIX)
        return weigh_prefix(index, lengths, unit, arena, ret_weighed, reterr);
    if (word->part_count)
        return weigh_compound(index, lengths, unit, arena, ret_weighed, reterr);
    return pol_weigh_stems(index, lengths, word->stem, word->other_stem, unit->factor, ret_weighed,
                           reterr);
}
