/* condition.c - words, groups and fields to terms; phrases are phrase.c's. */
#include "search/plan/condition.h"

#include "search/expand.h"
#include "search/named.h"
#include "search/plan/phrase.h"
#include "search/plan/titled.h"

const pol_place pol_in_text = {POL_PREFIX_WORD, POL_PREFIX_STEM};
const pol_place pol_in_title = {POL_PREFIX_TITLE_WORD, POL_PREFIX_TITLE_STEM};
const pol_place pol_in_titles = {NULL, POL_PREFIX_TITLE_STEM};
const pol_place pol_in_head = {POL_PREFIX_TITLE_WORD, POL_PREFIX_DOCUMENT_STEM};

/* Documents in other languages have no stems: their words stand for themselves. Where
 * the index has none like that, nothing is added. */
static pol_status add_unstemmed(pol_plan *plan, const pol_node *node, const char *prefix,
                                pol_expr_list *forms, pol_error *reterr)
{
    uint32_t documents = 0;
    if (pol_span_equal(node->word, node->stem))
        return POL_OK;
    pol_status status = pol_index_frequency(plan->index, prefix, node->word, &documents, reterr);
    if (status == POL_OK && documents)
        pol_expr_list_add(&plan->builder, forms,
                          pol_build_term(&plan->builder, prefix, node->word));
    return status;
}

/* A word in any form: its stem, its second reading, or all parts of a compound. */
static pol_status word_condition(pol_plan *plan, const pol_node *node, const char *prefix,
                                 pol_expr **ret_query, pol_error *reterr)
{
    pol_builder *builder = &plan->builder;
    pol_expr_list forms = {0}, parts = {0};
    pol_expr_list_add(builder, &forms, pol_build_term(builder, prefix, node->stem));
    if (node->other_stem.data && !pol_span_equal(node->other_stem, node->stem))
        pol_expr_list_add(builder, &forms, pol_build_term(builder, prefix, node->other_stem));
    for (size_t i = 0; i < node->part_count; i++)
        pol_expr_list_add(builder, &parts, pol_build_term(builder, prefix, node->part_stems[i]));
    pol_expr_list_add(builder, &forms, pol_build_list(builder, XC_AND, &parts, 0));
    pol_status status = add_unstemmed(plan, node, prefix, &forms, reterr);
    *ret_query = pol_build_list(builder, XC_OR, &forms, 0);
    return status;
}

static pol_status expand_prefix(pol_plan *plan, const pol_node *node, const char *field,
                                pol_expansion *ret_expansion, pol_error *reterr)
{
    pol_status status = pol_expand_prefix(plan->index, field, node->word, POL_PREFIX_WORDS_MAX,
                                          &plan->arena, ret_expansion, reterr);
    if (status != POL_OK || !ret_expansion->is_cut)
        return status;
    plan->is_cut = true;
    pol_plan_note(plan,
                  "%.*s* stands for more than %d words: only the most frequent %d of "
                  "them were searched",
                  POL_SPAN_ARGS(node->word), POL_PREFIX_WORDS_MAX, POL_PREFIX_WORDS_MAX);
    return POL_OK;
}

static pol_status prefix_condition(pol_plan *plan, const pol_node *node, const char *field,
                                   pol_expr **ret_query, pol_error *reterr)
{
    pol_expansion expansion = {0};
    pol_expr_list words = {0};
    pol_status status = expand_prefix(plan, node, field, &expansion, reterr);
    if (status != POL_OK)
        return status;
    for (size_t i = 0; i < expansion.count; i++)
        pol_expr_list_add(&plan->builder, &words,
                          pol_build_term(&plan->builder, field, expansion.words[i].word));
    *ret_query = expansion.count ? pol_build_list(&plan->builder, XC_OR, &words, 0)
                                 : pol_build_none(&plan->builder);
    return POL_OK;
}

static bool asks_words(const pol_node *node)
{
    return node->type != POL_NODE_FIELD && node->type != POL_NODE_NOT &&
           node->type != POL_NODE_LABEL;
}

bool pol_condition_is_idle(const pol_node *parent, const pol_node *child)
{
    if (child->type == POL_NODE_LABEL)
        return true;
    if (child->type != POL_NODE_WORD || !child->is_stop_word)
        return false;
    for (size_t i = 0; i < parent->child_count; i++) {
        const pol_node *other = parent->children[i];
        if (asks_words(other) && !(other->type == POL_NODE_WORD && other->is_stop_word))
            return true;
    }
    return false;
}

/* AND with its NOTs taken off at the end; only NOTs: everything but these. */
static pol_status and_condition(pol_plan *plan, const pol_node *node, const pol_place *place,
                                pol_expr **ret_query, pol_error *reterr)
{
    pol_builder *builder = &plan->builder;
    pol_expr_list wanted = {0}, unwanted = {0};
    pol_status status = POL_OK;
    for (size_t i = 0; i < node->child_count && status == POL_OK; i++) {
        const pol_node *child = node->children[i];
        pol_expr *query = NULL;
        bool is_not = child->type == POL_NODE_NOT && child->child_count == 1;
        if (pol_condition_is_idle(node, child))
            continue;
        status = pol_condition(plan, is_not ? child->children[0] : child, place, &query, reterr);
        pol_expr_list_add(builder, is_not ? &unwanted : &wanted, query);
    }
    pol_expr *left = pol_build_list(builder, XC_AND, &wanted, 0);
    pol_expr *right = pol_build_list(builder, XC_OR, &unwanted, 0);
    if (right && !left)
        left = pol_build_term(builder, POL_PREFIX_BODY, POL_SPAN(""));
    *ret_query = pol_build_pair(builder, XC_AND_NOT, left, right);
    return status;
}

static pol_status or_condition(pol_plan *plan, const pol_node *node, const pol_place *place,
                               pol_expr **ret_query, pol_error *reterr)
{
    pol_expr_list any = {0};
    pol_status status = POL_OK;
    for (size_t i = 0; i < node->child_count && status == POL_OK; i++) {
        pol_expr *query = NULL;
        if (!pol_condition_is_idle(node, node->children[i]))
            status = pol_condition(plan, node->children[i], place, &query, reterr);
        pol_expr_list_add(&plan->builder, &any, query);
    }
    *ret_query = pol_build_list(&plan->builder, XC_OR, &any, 0);
    return status;
}

static pol_status not_condition(pol_plan *plan, const pol_node *node, const pol_place *place,
                                pol_expr **ret_query, pol_error *reterr)
{
    pol_expr *unwanted = NULL;
    pol_status status = node->child_count
                            ? pol_condition(plan, node->children[0], place, &unwanted, reterr)
                            : POL_OK;
    pol_expr *all = pol_build_term(&plan->builder, POL_PREFIX_BODY, POL_SPAN(""));
    *ret_query = pol_build_pair(&plan->builder, XC_AND_NOT, all, unwanted);
    return status;
}

static pol_status look_up_words(pol_plan *plan, const pol_node *node, const char *field,
                                pol_expr **ret_query, pol_error *reterr)
{
    if (node->type == POL_NODE_PREFIX)
        return prefix_condition(plan, node, field, ret_query, reterr);
    if (node->type == POL_NODE_PHRASE)
        return pol_phrase_condition(plan, node, field, ret_query, reterr);
    return pol_near_condition(plan, node, field, ret_query, reterr);
}

static pol_status look_up_titles(pol_plan *plan, const pol_node *node, pol_expr **ret_query,
                                 pol_error *reterr)
{
    pol_expansion words = {0};
    pol_expr *heads = NULL;
    pol_status status;
    if (node->type == POL_NODE_PREFIX) {
        status = expand_prefix(plan, node, POL_PREFIX_TITLE_WORD, &words, reterr);
        return status == POL_OK ? pol_titled_prefix(plan, node, &words, ret_query, reterr) : status;
    }
    status = look_up_words(plan, node, POL_PREFIX_TITLE_WORD, &heads, reterr);
    return status == POL_OK ? pol_titled_documents(plan, heads, node->typed, ret_query, reterr)
                            : status;
}

/* What needs the index's words to be looked up; each is asked for several times. */
static pol_status look_up(pol_plan *plan, const pol_node *node, const pol_place *place,
                          pol_expr **ret_query, pol_error *reterr)
{
    for (size_t i = 0; i < plan->looked_up_count; i++) {
        if (plan->looked_up[i].node == node && plan->looked_up[i].place == place) {
            *ret_query = plan->looked_up[i].query;
            return POL_OK;
        }
    }
    pol_status status = place->words ? look_up_words(plan, node, place->words, ret_query, reterr)
                                     : look_up_titles(plan, node, ret_query, reterr);
    pol_looked_up *moved = pol_arena_grow(&plan->arena, plan->looked_up, plan->looked_up_count,
                                          &plan->looked_up_capacity, sizeof *moved);
    if (status != POL_OK || !moved)
        return status; /* without memory for it, it will be looked up again */
    plan->looked_up = moved;
    plan->looked_up[plan->looked_up_count++] = (pol_looked_up){node, place, *ret_query};
    return POL_OK;
}

pol_status pol_condition(pol_plan *plan, const pol_node *node, const pol_place *place,
                         pol_expr **ret_query, pol_error *reterr)
{
    *ret_query = NULL;
    switch (node->type) {
    case POL_NODE_AND:
        return and_condition(plan, node, place, ret_query, reterr);
    case POL_NODE_OR:
        return or_condition(plan, node, place, ret_query, reterr);
    case POL_NODE_NOT:
        return not_condition(plan, node, place, ret_query, reterr);
    case POL_NODE_WORD:
        return word_condition(plan, node, place->stems, ret_query, reterr);
    case POL_NODE_PREFIX:
    case POL_NODE_PHRASE:
    case POL_NODE_NEAR:
        return look_up(plan, node, place, ret_query, reterr);
    case POL_NODE_FIELD:
        return pol_condition_field(plan, node, ret_query, reterr);
    case POL_NODE_LABEL:
        return POL_OK;
    }
    return POL_OK;
}

/* --- fields ----------------------------------------------------------------------- */

/* In any form; of a compound its parts too, those of titles without stems as they stand. */
static pol_status title_word(pol_plan *plan, const pol_node *word, pol_expr **ret_query,
                             pol_error *reterr)
{
    pol_builder *builder = &plan->builder;
    pol_expr_list parts = {0};
    pol_expr *stems = NULL;
    for (size_t i = 0; i < word->part_count; i++)
        pol_expr_list_add(builder, &parts,
                          pol_build_term(builder, POL_PREFIX_TITLE_STEM, word->parts[i]));
    pol_status status = word_condition(plan, word, POL_PREFIX_TITLE_STEM, &stems, reterr);
    *ret_query = pol_build_pair(builder, XC_OR, stems, pol_build_list(builder, XC_AND, &parts, 0));
    return status;
}

static pol_status title_field(pol_plan *plan, const pol_node *node, pol_expr **ret_query,
                              pol_error *reterr)
{
    pol_expr_list all = {0};
    pol_status status = POL_OK;
    for (size_t i = 0; i < node->child_count && status == POL_OK; i++) {
        const pol_node *child = node->children[i];
        pol_expr *query = NULL;
        if (child->type == POL_NODE_WORD)
            status = title_word(plan, child, &query, reterr);
        else
            status = look_up(plan, child, &pol_in_titles, &query, reterr);
        pol_expr_list_add(&plan->builder, &all, query);
    }
    *ret_query = pol_build_list(&plan->builder, XC_AND, &all, 0);
    return status;
}

static pol_expr *code_field(pol_plan *plan, const pol_node *node)
{
    char key[POL_KEY_SIZE + 1];
    const char *prefix = pol_field_info_of(node->field)->prefix;
    pol_expr_list codes = {0};
    if (node->field == POL_FIELD_ID)
        return pol_build_term(&plan->builder, prefix, pol_document_key(node->low, key));
    if (node->field != POL_FIELD_DECISION || !pol_span_equal(node->low, POL_SPAN("policy")))
        return pol_build_term(&plan->builder, prefix, node->low);
    for (int decision = 0; decision < POL_DECISION_COUNT; decision++)
        if (pol_decision_is_policy((pol_decision)decision))
            pol_expr_list_add(
                &plan->builder, &codes,
                pol_build_term(&plan->builder, prefix,
                               pol_span_of(pol_decision_code((pol_decision)decision))));
    return pol_build_list(&plan->builder, XC_OR, &codes, 0);
}

/* Dates and years compare as bytes. "2015" as an end means all of it: a byte behind every
 * digit and hyphen is put behind it. */
static pol_expr *range_field(pol_plan *plan, const pol_node *node)
{
    char high[32];
    const pol_field_info *info = pol_field_info_of(node->field);
    if (node->field == POL_FIELD_YEAR && node->low.size && pol_span_equal(node->low, node->high))
        return pol_build_term(&plan->builder, info->prefix, node->low);
    pol_span end = pol_span_first(node->high, sizeof high - 1);
    if (end.size) {
        memcpy(high, end.data, end.size);
        high[end.size] = '~';
        end = pol_span_make(high, end.size + 1);
    }
    return pol_build_range(&plan->builder, (xc_slot)info->slot, node->low, end);
}

/* The decision of the document stands in its slot only: terms have those of points too. */
static pol_expr *exact_field(pol_plan *plan, const pol_node *node)
{
    pol_builder *builder = &plan->builder;
    const pol_field_info *info = pol_field_info_of(node->field);
    switch (node->field) {
    case POL_FIELD_DECISION:
        return pol_build_range(builder, (xc_slot)info->slot, node->low, node->low);
    case POL_FIELD_CONFERENCE:
        return pol_build_term(builder, POL_PREFIX_EXACT_NAME, node->low);
    case POL_FIELD_ORG:
        return pol_build_term(builder, POL_PREFIX_EXACT_ORG, node->low);
    default:
        return pol_build_term(builder, info->prefix, node->low);
    }
}

pol_status pol_condition_field(pol_plan *plan, const pol_node *node, pol_expr **ret_query,
                               pol_error *reterr)
{
    if (node->is_exact) {
        *ret_query = exact_field(plan, node);
        return POL_OK;
    }
    switch (pol_field_info_of(node->field)->type) {
    case POL_TYPE_WORDS:
        return node->field == POL_FIELD_TITLE ? title_field(plan, node, ret_query, reterr)
                                              : pol_named_condition(plan, node, ret_query, reterr);
    case POL_TYPE_CODE:
        *ret_query = code_field(plan, node);
        break;
    case POL_TYPE_YEAR:
    case POL_TYPE_DATE:
        *ret_query = range_field(plan, node);
        break;
    }
    return POL_OK;
}

pol_status pol_condition_label(pol_plan *plan, const pol_node *node, pol_expr **ret_query,
                               pol_error *reterr)
{
    pol_builder *builder = &plan->builder;
    pol_expr_list all = {0};
    pol_status status = POL_OK;
    pol_expr_list_add(builder, &all, pol_build_term(builder, POL_PREFIX_HEAD, POL_SPAN("")));
    pol_expr_list_add(
        builder, &all,
        pol_build_term(builder, pol_field_info_of(POL_FIELD_NUMBER)->prefix, node->word));
    if (node->low.size)
        pol_expr_list_add(
            builder, &all,
            pol_build_term(builder, pol_field_info_of(POL_FIELD_YEAR)->prefix, node->low));
    for (size_t i = 0; i < node->child_count && status == POL_OK; i++) {
        pol_expr *filter = NULL;
        status = pol_condition_field(plan, node->children[i], &filter, reterr);
        pol_expr_list_add(builder, &all, filter);
    }
    *ret_query = pol_build_list(builder, XC_AND, &all, 0);
    return status;
}
