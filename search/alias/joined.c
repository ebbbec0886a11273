/* joined.c - words side by side that are one somewhere, one word that is two, and one that is
 * spelt with a z. */
#include <stdio.h>

#include "search/alias/written.h"

enum {
    HALF_MIN = 3,   /* letters */
    HALF_TIMES = 5, /* as many passages have either half of a word that may be two */
    SPLIT_MAX =
        4,      /* words of a query that are looked at for that, common ones aside: looks add up */
    GAP_MAX = 3 /* bytes between two that were typed side by side */
};

typedef struct joining {
    pol_index *index;
    const pol_node *const *words;
    size_t count;
    pol_written *written;
    void *to;
} joining;

static bool may_be_half(pol_span word)
{
    for (size_t i = 0; i < word.size; i++)
        if (word.data[i] < 'a' || word.data[i] > 'z')
            return false;
    return word.size >= HALF_MIN && !pol_is_stop_word(word);
}

static bool are_beside(const pol_node *left, const pol_node *right)
{
    return !left->part_count && !right->part_count && right->start >= left->end &&
           right->start - left->end <= GAP_MAX;
}

static pol_status count_passages(const joining *now, pol_span word, uint32_t *ret_passages,
                                 pol_error *reterr)
{
    return pol_index_frequency(now->index, POL_PREFIX_WORD, word, ret_passages, reterr);
}

static pol_status join_words(const joining *now, size_t first, pol_error *reterr)
{
    char joined[2 * POL_WORD_MAX];
    uint32_t passages = 0;
    const pol_node *left = now->words[first], *right = now->words[first + 1];
    if (!are_beside(left, right) || !may_be_half(left->word) || !may_be_half(right->word) ||
        left->word.size + right->word.size > POL_WORD_MAX)
        return POL_OK;
    if (pol_alias_is_number(left->word) || pol_alias_is_number(right->word))
        return POL_OK; /* numbers are found otherwise */
    memcpy(joined, left->word.data, left->word.size);
    memcpy(joined + left->word.size, right->word.data, right->word.size);
    pol_span word = pol_span_make(joined, left->word.size + right->word.size);
    pol_status status = count_passages(now, word, &passages, reterr);
    if (status == POL_OK && passages)
        now->written(now->to, first, 2, word, false);
    return status;
}

/* Of a word in few passages, or in none: have many more either half? */
static pol_status has_halves(const joining *now, uint32_t few, pol_span left, pol_span right,
                             bool *ret_has, pol_error *reterr)
{
    uint32_t passages = 0;
    pol_status status = POL_OK;
    const pol_span halves[] = {right, left};
    *ret_has = may_be_half(left) && may_be_half(right);
    for (size_t i = 0; i < 2 && *ret_has && status == POL_OK; i++) {
        status = count_passages(now, halves[i], &passages, reterr);
        *ret_has = passages > (uint64_t)few * HALF_TIMES;
    }
    return status;
}

static pol_status split_word(const joining *now, size_t which, pol_error *reterr)
{
    char text[POL_WORD_MAX + 2];
    const pol_node *word = now->words[which];
    pol_span whole = word->word;
    uint32_t few = 0;
    if (word->part_count || whole.size < 2 * HALF_MIN || !may_be_half(whole))
        return POL_OK;
    pol_status status = count_passages(now, whole, &few, reterr);
    for (size_t at = HALF_MIN; at + HALF_MIN <= whole.size && status == POL_OK; at++) {
        pol_span left = pol_span_first(whole, at), right = pol_span_from(whole, at);
        bool is_split = false;
        status = has_halves(now, few, left, right, &is_split, reterr);
        if (status != POL_OK || !is_split)
            continue;
        snprintf(text, sizeof text, "%.*s %.*s", POL_SPAN_ARGS(left), POL_SPAN_ARGS(right));
        now->written(now->to, which, 1, pol_span_of(text), false);
    }
    return status;
}

/* --- "privatization" -------------------------------------------------------------- */

/* The stem of "privatize" is that of "private"; of "privatise" it is not. Where any form of it is
 * written with an s, so may be what was typed. */
static pol_status spell_with_s(const joining *now, size_t which, pol_error *reterr)
{
    char text[POL_WORD_MAX];
    pol_token token;
    uint32_t passages = 0;
    pol_span word = now->words[which]->word;
    size_t at = now->words[which]->part_count ? 0 : pol_word_ize(word);
    if (!at)
        return POL_OK;
    memcpy(text, word.data, word.size);
    text[at] = 's';
    pol_analyser_begin(now->index->analyser, pol_span_make(text, word.size));
    if (!pol_analyser_next(now->index->analyser, &token))
        return POL_OK;
    pol_status status =
        pol_index_frequency(now->index, POL_PREFIX_STEM, token.stem, &passages, reterr);
    if (status == POL_OK && passages)
        now->written(now->to, which, 1, pol_span_make(text, word.size), false);
    return status;
}

/* --- all of them ------------------------------------------------------------------ */

static bool is_short(const joining *now)
{
    size_t content = 0;
    for (size_t i = 0; i < now->count; i++)
        content += !now->words[i]->is_stop_word;
    return content <= SPLIT_MAX;
}

pol_status pol_alias_joined(pol_index *index, const pol_node *const *words, size_t count,
                            pol_written *written, void *to, pol_error *reterr)
{
    const joining now = {index, words, count, written, to};
    bool splits = is_short(&now);
    pol_status status = POL_OK;
    for (size_t i = 0; i < count && status == POL_OK; i++) {
        if (i + 1 < count)
            status = join_words(&now, i, reterr);
        if (status == POL_OK && splits)
            status = split_word(&now, i, reterr);
        if (status == POL_OK)
            status = spell_with_s(&now, i, reterr);
    }
    return status;
}
