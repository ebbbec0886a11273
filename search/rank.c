/* rank.c - weights of words, compounds, prefixes and adjacent pairs. */
#include "search/rank.h"

#include <stdlib.h>

#include "search/expand.h"

enum { GAP_MAX = 3 }; /* bytes between two words that were typed side by side */

const xc_weight pol_rank_weight = {
    .scheme = XC_WEIGHT_INEB2, .parameter_count = 1, .parameters = {1.0}};

/* Takes a summand in. */
static pol_status add_weight(pol_plan *plan, const pol_node *word, const pol_node *next,
                             pol_expr *query, pol_expr_list *sum, pol_error *reterr)
{
    if (!query)
        return POL_OK;
    pol_weighing *moved = pol_arena_grow(&plan->arena, plan->weighings, plan->weighing_count,
                                         &plan->weighing_capacity, sizeof *moved);
    if (!moved)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for the words of a query");
    plan->weighings = moved;
    plan->weighings[plan->weighing_count++] = (pol_weighing){word, next, query};
    pol_expr_list_add(&plan->builder, sum, query);
    return POL_OK;
}

/* A stem in text or title, as one term. */
static void add_stem(pol_plan *plan, pol_span stem, pol_expr_list *forms)
{
    pol_expr_list_add(&plan->builder, forms, pol_build_term(&plan->builder, POL_PREFIX_STEM, stem));
    pol_expr_list_add(&plan->builder, forms,
                      pol_build_term(&plan->builder, POL_PREFIX_TITLE_STEM, stem));
}

/* Of a compound, the closed-up word or the sum of its parts, whichever weighs more. */
static pol_expr *word_weight(pol_plan *plan, const pol_node *node)
{
    pol_builder *builder = &plan->builder;
    pol_expr_list forms = {0}, parts = {0};
    add_stem(plan, node->stem, &forms);
    if (node->other_stem.data && !pol_span_equal(node->other_stem, node->stem))
        add_stem(plan, node->other_stem, &forms);
    pol_expr *whole = pol_build_list(builder, XC_SYNONYM, &forms, 0);
    for (size_t i = 0; i < node->part_count; i++) {
        pol_expr_list stems = {0};
        if (pol_is_stop_word(node->parts[i]))
            continue;
        add_stem(plan, node->part_stems[i], &stems);
        pol_expr_list_add(builder, &parts, pol_build_list(builder, XC_SYNONYM, &stems, 0));
    }
    pol_expr *sum = pol_build_list(builder, XC_AND, &parts, 0);
    pol_expr *weight = pol_build_pair(builder, XC_MAX, whole, sum);
    if (node->share > 0)
        return pol_build_scale(builder, weight, node->share);
    return node->repeats > 1 ? pol_build_scale(builder, weight, node->repeats) : weight;
}

/* All words that start so, as one term. */
static pol_status prefix_weight(pol_plan *plan, const pol_node *node, pol_expr **ret_query,
                                pol_error *reterr)
{
    pol_expansion expansion = {0};
    pol_expr_list words = {0};
    pol_status status = pol_expand_prefix(plan->index, POL_PREFIX_WORD, node->word,
                                          POL_PREFIX_WORDS_MAX, &plan->arena, &expansion, reterr);
    for (size_t i = 0; status == POL_OK && i < expansion.count; i++)
        if (pol_plan_spend(plan, expansion.words[i].documents))
            pol_expr_list_add(
                &plan->builder, &words,
                pol_build_term(&plan->builder, POL_PREFIX_WORD, expansion.words[i].word));
    *ret_query = pol_build_list(&plan->builder, XC_SYNONYM, &words, 0);
    return status;
}

/* --- words, the rare ones first --------------------------------------------------- */

typedef struct weighed_word {
    const pol_node *node;
    uint32_t documents;
    size_t typed_as; /* its place in the query */
} weighed_word;

static int by_rarity(const void *left, const void *right)
{
    const weighed_word *a = left, *b = right;
    if (a->documents != b->documents)
        return a->documents < b->documents ? -1 : 1;
    return a->typed_as < b->typed_as ? -1 : a->typed_as > b->typed_as;
}

static pol_status add_words(pol_plan *plan, weighed_word *words, pol_expr_list *sum,
                            pol_error *reterr)
{
    size_t count = plan->words.count;
    for (size_t i = 0; i < count; i++) {
        words[i] = (weighed_word){.node = plan->words.items[i], .typed_as = i};
        if (words[i].node->type != POL_NODE_WORD)
            continue;
        pol_status status = pol_index_frequency(plan->index, POL_PREFIX_STEM, words[i].node->stem,
                                                &words[i].documents, reterr);
        if (status != POL_OK)
            return status;
    }
    qsort(words, count, sizeof *words, by_rarity);
    for (size_t i = 0; i < count; i++) {
        pol_expr *weight = NULL;
        pol_status status = POL_OK;
        if (words[i].node->type == POL_NODE_PREFIX)
            status = prefix_weight(plan, words[i].node, &weight, reterr);
        else if (pol_plan_spend(plan, words[i].documents))
            weight = word_weight(plan, words[i].node);
        if (status == POL_OK)
            status = add_weight(plan, words[i].node, NULL, weight, sum, reterr);
        if (status != POL_OK)
            return status;
    }
    return POL_OK;
}

/* --- pairs ------------------------------------------------------------------------ */

static bool is_pair(const pol_node *left, const pol_node *right)
{
    return left->share <= 0 && right->share <= 0 && left->type == POL_NODE_WORD &&
           right->type == POL_NODE_WORD && !left->is_stop_word && !right->is_stop_word &&
           right->start >= left->end && right->start - left->end <= GAP_MAX;
}

/* In texts, or, where none has it, in titles: what stands side by side may do so there. */
static pol_status count_word(pol_plan *plan, pol_span word, uint32_t *ret_documents,
                             pol_error *reterr)
{
    pol_status status =
        pol_index_frequency(plan->index, POL_PREFIX_WORD, word, ret_documents, reterr);
    if (status == POL_OK && !*ret_documents)
        status =
            pol_index_frequency(plan->index, POL_PREFIX_TITLE_WORD, word, ret_documents, reterr);
    return status;
}

static pol_status add_pair(pol_plan *plan, const pol_node *left, const pol_node *right,
                           pol_expr_list *sum, pol_error *reterr)
{
    pol_builder *builder = &plan->builder;
    uint32_t left_documents = 0, right_documents = 0;
    pol_expr_list words = {0};
    pol_status status = count_word(plan, left->word, &left_documents, reterr);
    if (status == POL_OK)
        status = count_word(plan, right->word, &right_documents, reterr);
    if (status != POL_OK || !left_documents || !right_documents ||
        !pol_plan_spend(plan, (uint64_t)left_documents + right_documents))
        return status;
    pol_expr_list_add(builder, &words, pol_build_term(builder, POL_PREFIX_WORD, left->word));
    pol_expr_list_add(builder, &words, pol_build_term(builder, POL_PREFIX_WORD, right->word));
    pol_expr *pair = pol_build_list(builder, XC_PHRASE, &words, 2);
    return add_weight(plan, left, right, pol_build_scale(builder, pair, POL_RANK_PAIR_SCALE), sum,
                      reterr);
}

static pol_status add_pairs(pol_plan *plan, pol_expr_list *sum, pol_error *reterr)
{
    pol_status status = POL_OK;
    size_t pairs = 0;
    for (size_t i = 1; i < plan->words.count && pairs < POL_PAIRS_MAX && status == POL_OK; i++) {
        if (!is_pair(plan->words.items[i - 1], plan->words.items[i]))
            continue;
        pairs++;
        status = add_pair(plan, plan->words.items[i - 1], plan->words.items[i], sum, reterr);
    }
    return status;
}

pol_status pol_rank_query(pol_plan *plan, pol_expr **ret_query, pol_error *reterr)
{
    pol_expr_list sum = {0};
    *ret_query = NULL;
    if (plan->words.count == 0)
        return POL_OK;
    weighed_word *words = pol_arena_array(&plan->arena, plan->words.count, sizeof *words);
    if (!words)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for the words of a query");
    pol_status status = add_words(plan, words, &sum, reterr);
    if (status == POL_OK)
        status = add_pairs(plan, &sum, reterr);
    *ret_query = pol_build_list(&plan->builder, XC_OR, &sum, 0);
    return status;
}
