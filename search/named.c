/* named.c - see named.h. Each value is read once for all words. */
#include "search/named.h"

#include <stdlib.h>

#include "core/schema.h"
#include "search/expand.h"
#include "search/highlight.h"
#include "search/plan/match.h"

enum { EACH = 100 }; /* values between two looks at the clock */

/* What a field's words are looked for in: the values of up to two prefixes. */
typedef struct names {
    const char *prefixes[2];
    bool in_any_form; /* "women" is meant by "Women's Conference" */
} names;

static names names_of(pol_field field)
{
    names all = {{pol_field_info_of(field)->prefix}, field != POL_FIELD_SOURCE};
    if (field == POL_FIELD_CONFERENCE)
        all.prefixes[1] = POL_PREFIX_EXACT_NAME;
    return all;
}

/* One child of the field, and the values that meet it. */
typedef struct wanted {
    const pol_node *node;
    pol_expr_list values;
    bool is_met;   /* by the value that is looked at */
    uint32_t left; /* parts of a compound that were not met yet, a bit each */
} wanted;

typedef struct looking {
    pol_plan *plan;
    bool in_any_form;
    wanted *wanted;
    size_t count;
    size_t looked_at;
    bool is_cut;
} looking;

static bool has_stem(const pol_node *node, pol_span stem)
{
    return pol_span_equal(stem, node->stem) ||
           (node->other_stem.data && pol_span_equal(stem, node->other_stem));
}

static void look_at_word(const looking *now, wanted *one, const pol_token *token)
{
    const pol_node *node = one->node;
    if (node->type == POL_NODE_PREFIX) {
        one->is_met |= pol_span_starts(token->word, node->word);
        return;
    }
    one->is_met |= pol_span_equal(token->word, node->word) ||
                   (now->in_any_form && has_stem(node, token->stem));
    for (size_t part = 0; part < node->part_count; part++)
        if (pol_span_equal(token->word, node->parts[part]))
            one->left &= ~(UINT32_C(1) << part);
    one->is_met |= node->part_count && !one->left;
}

static pol_status look_for_phrases(looking *now, pol_span value, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < now->count && status == POL_OK; i++)
        if (now->wanted[i].node->type == POL_NODE_PHRASE)
            status = pol_phrase_occurs(now->wanted[i].node, value, now->plan->index->analyser,
                                       &now->wanted[i].is_met, reterr);
    return status;
}

static pol_status look_at(looking *now, pol_span term, pol_span value, pol_error *reterr)
{
    pol_token token;
    pol_builder *builder = &now->plan->builder;
    pol_analyser *analyser = now->plan->index->analyser;
    for (size_t i = 0; i < now->count; i++) {
        now->wanted[i].is_met = false;
        now->wanted[i].left = (UINT32_C(1) << now->wanted[i].node->part_count) - 1;
    }
    pol_analyser_begin(analyser, value);
    while (pol_analyser_next(analyser, &token))
        for (size_t i = 0; i < now->count; i++)
            if (now->wanted[i].node->type != POL_NODE_PHRASE)
                look_at_word(now, &now->wanted[i], &token);
    pol_status status = look_for_phrases(now, value, reterr);
    for (size_t i = 0; i < now->count && status == POL_OK; i++)
        if (now->wanted[i].is_met)
            pol_expr_list_add(builder, &now->wanted[i].values, pol_build_term(builder, "", term));
    return status;
}

static pol_status look_below(looking *now, const char *prefix, pol_error *reterr)
{
    xc_terms *terms = NULL;
    xc_error error = {0};
    pol_status status = POL_OK;
    const xc_bytes start = {prefix, strlen(prefix)};
    xc_status read = xc_reader_terms(now->plan->index->reader, start, &terms, &error);
    while (read == XC_OK && status == POL_OK) {
        xc_bytes term = {0};
        read = xc_terms_next(terms, &term, NULL, &error);
        if (read != XC_OK || !term.data)
            break;
        now->is_cut = now->looked_at == POL_TERMS_READ_MAX ||
                      (now->looked_at % EACH == 0 && pol_match_is_late(now->plan->index));
        if (now->is_cut)
            break;
        now->looked_at++;
        status =
            look_at(now, pol_xc_span(term), pol_span_from(pol_xc_span(term), start.size), reterr);
    }
    xc_terms_free(terms);
    return read == XC_OK ? status : pol_index_fail(now->plan->index, &error, reterr);
}

pol_status pol_named_condition(pol_plan *plan, const pol_node *node, pol_expr **ret_query,
                               pol_error *reterr)
{
    const names all = names_of(node->field);
    looking now = {.plan = plan, .in_any_form = all.in_any_form, .count = node->child_count};
    pol_expr_list every = {0};
    pol_status status = POL_OK;
    *ret_query = NULL;
    now.wanted = pol_arena_array(&plan->arena, now.count + 1, sizeof *now.wanted);
    if (!now.wanted)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a filter");
    for (size_t i = 0; i < now.count; i++)
        now.wanted[i] = (wanted){.node = node->children[i]};
    for (size_t i = 0; i < 2 && all.prefixes[i] && status == POL_OK && !now.is_cut; i++)
        status = look_below(&now, all.prefixes[i], reterr);
    for (size_t i = 0; i < now.count; i++) {
        pol_expr *met = pol_build_list(&plan->builder, XC_OR, &now.wanted[i].values, 0);
        pol_expr_list_add(&plan->builder, &every, met ? met : pol_build_none(&plan->builder));
    }
    if (now.is_cut) {
        plan->is_cut = true;
        pol_plan_note(plan, "the index has too many values of %s: the first %zu were looked at",
                      pol_field_info_of(node->field)->name, now.looked_at);
    }
    *ret_query = pol_build_list(&plan->builder, XC_AND, &every, 0);
    return status;
}
