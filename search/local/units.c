/* units.c - words put together by stem, and the ones that tell most. */
#include "search/local/units.h"

#include <math.h>
#include <stdlib.h>

#define REPEATS_EXPONENT 0.7

typedef struct counted_word {
    const pol_node *word;
    double repeats;
    double rarity;
    size_t place; /* in which it was typed */
} counted_word;

static bool is_same(const pol_node *a, const pol_node *b)
{
    return a->type == b->type && a->part_count == b->part_count &&
           (a->type == POL_NODE_PREFIX ? pol_span_equal(a->word, b->word)
                                       : pol_span_equal(a->stem, b->stem));
}

static pol_status find_rarity(const pol_plan *plan, const pol_lengths *lengths,
                              counted_word *counted, bool *ret_occurs, pol_error *reterr)
{
    pol_frequencies one;
    uint32_t documents = 0;
    const pol_node *word = counted->word;
    *ret_occurs = word->type == POL_NODE_PREFIX;
    pol_status status = POL_OK;
    if (word->type == POL_NODE_PREFIX)
        return POL_OK;
    status = pol_score_frequencies(plan->index, word->stem, &one, reterr);
    documents = one.documents;
    if (status == POL_OK && word->other_stem.data &&
        !pol_span_equal(word->other_stem, word->stem)) {
        status = pol_score_frequencies(plan->index, word->other_stem, &one, reterr);
        documents += one.documents;
    }
    counted->rarity = pol_score_rarity(lengths, documents);
    *ret_occurs = documents || word->part_count;
    return status;
}

/* Each once, with repeats; *ret_count of them. */
static pol_status count_words(const pol_plan *plan, const pol_lengths *lengths,
                              counted_word *counted, size_t *ret_count, pol_error *reterr)
{
    size_t count = 0;
    pol_status status = POL_OK;
    for (size_t i = 0; i < plan->weighing_count && status == POL_OK; i++) {
        const pol_weighing *weighing = &plan->weighings[i];
        size_t same = 0;
        bool occurs = false;
        if (weighing->next)
            continue;
        while (same < count && !is_same(counted[same].word, weighing->word))
            same++;
        if (same < count && weighing->word->share > 0)
            continue; /* it was typed */
        if (same < count) {
            counted[same].repeats += weighing->word->repeats;
            continue;
        }
        counted[count] =
            (counted_word){.word = weighing->word, .repeats = weighing->word->repeats, .place = i};
        status = find_rarity(plan, lengths, &counted[count], &occurs, reterr);
        count += occurs;
    }
    *ret_count = count;
    return status;
}

static double factor_of(const counted_word *counted)
{
    double share = counted->word->share;
    return share > 0 ? share : pow(counted->repeats, REPEATS_EXPONENT);
}

static double weight_of(const counted_word *counted)
{
    return factor_of(counted) * counted->rarity;
}

static int by_weight(const void *left, const void *right)
{
    const counted_word *a = left, *b = right;
    double first = weight_of(a), second = weight_of(b);
    if (first != second)
        return first > second ? -1 : 1;
    return a->place < b->place ? -1 : a->place > b->place;
}

pol_status pol_units_list(pol_plan *plan, const pol_lengths *lengths, pol_units *ret_units,
                          pol_error *reterr)
{
    size_t count = 0;
    *ret_units = (pol_units){0};
    counted_word *counted =
        pol_arena_array(&plan->arena, plan->weighing_count + 1, sizeof *counted);
    pol_unit *units = pol_arena_array(&plan->arena, POL_UNITS_MAX, sizeof *units);
    if (!counted || !units)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for the words of a query");
    pol_status status = count_words(plan, lengths, counted, &count, reterr);
    qsort(counted, count, sizeof *counted, by_weight);
    ret_units->units = units;
    ret_units->count = count < POL_UNITS_MAX ? count : POL_UNITS_MAX;
    for (size_t i = 0; i < ret_units->count; i++)
        units[i] = (pol_unit){
            .word = counted[i].word, .factor = factor_of(&counted[i]), .rarity = counted[i].rarity};
    return status;
}

bool pol_units_have_word(const pol_units *units, const pol_node *word)
{
    for (size_t i = 0; i < units->count; i++)
        if (is_same(units->units[i].word, word))
            return true;
    return false;
}

bool pol_units_have(const pol_units *units, pol_span stem)
{
    for (size_t i = 0; i < units->count; i++) {
        const pol_node *word = units->units[i].word;
        if (word->type == POL_NODE_PREFIX)
            continue;
        if (pol_span_equal(word->stem, stem) ||
            (word->other_stem.data && pol_span_equal(word->other_stem, stem)))
            return true;
        for (size_t part = 0; part < word->part_count; part++)
            if (pol_span_equal(word->part_stems[part], stem))
                return true;
    }
    return false;
}
