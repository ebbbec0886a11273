/* titled.c - see titled.h. */
#include "search/plan/titled.h"

#include "search/local.h"
#include "search/plan/match.h"

enum { SHOWN = 80, STEM_MIN = 4 };

/* The same by a join, which takes no reading of documents' keys; NULL where there are too many. */
static pol_status join_entries(pol_plan *plan, pol_expr *heads, pol_expr **ret_query,
                               pol_error *reterr)
{
    const pol_set *found = NULL;
    *ret_query = NULL;
    pol_status status = pol_local_find(plan, heads, &found, reterr);
    if (status == POL_OK && found->count <= POL_TITLED_MAX)
        *ret_query = pol_build_pair(&plan->builder, XC_OR, heads,
                                    pol_build_join(&plan->builder, POL_EXPR_PASSAGES, heads));
    return status;
}

pol_status pol_titled_documents(pol_plan *plan, pol_expr *heads, pol_span typed,
                                pol_expr **ret_query, pol_error *reterr)
{
    pol_id_list list = {0};
    pol_expr_list any = {0};
    *ret_query = NULL;
    pol_status status = pol_plan_status(plan, reterr);
    if (status == POL_OK && heads && plan->is_for_lists)
        status = join_entries(plan, heads, ret_query, reterr);
    if (status != POL_OK || *ret_query)
        return status;
    status = pol_match_documents(plan->index, heads, POL_TITLED_MAX, &plan->arena, &list, reterr);
    if (status != POL_OK)
        return status;
    if (list.is_cut) {
        plan->is_cut = true;
        pol_plan_note(plan,
                      "‘%.*s’ stands in the titles of more than %d documents: only the newest %d "
                      "of them were searched",
                      POL_SPAN_ARGS(pol_span_first(typed, SHOWN)), POL_TITLED_MAX, POL_TITLED_MAX);
    }
    for (size_t i = 0; i < list.count; i++)
        pol_expr_list_add(&plan->builder, &any,
                          pol_build_term(&plan->builder, POL_PREFIX_DOCUMENT, list.ids[i]));
    *ret_query = list.count ? pol_build_list(&plan->builder, XC_OR, &any, 0)
                            : pol_build_none(&plan->builder);
    return POL_OK;
}

/* Do all words with this stem begin as typed, and has each its stem? Stems end differently than
 * their words by a few letters ("polici", "visibl"), and short ones are irregular ("die" of dying).
 * A word that keeps its s may have lost it in the title, by capitals or an apostrophe: "SMEs",
 * "Thomas's". */
static bool tells(pol_span stem, pol_span typed)
{
    return stem.size >= STEM_MIN && typed.size + 1 < stem.size && pol_span_starts(stem, typed) &&
           !pol_span_ends(stem, POL_SPAN("s"));
}

pol_status pol_titled_prefix(pol_plan *plan, const pol_node *prefix, const pol_expansion *words,
                             pol_expr **ret_query, pol_error *reterr)
{
    pol_builder *builder = &plan->builder;
    pol_expr_list stems = {0}, others = {0};
    pol_analyser *analyser = plan->index->analyser;
    for (size_t i = 0; i < words->count; i++) {
        pol_span word = words->words[i].word;
        pol_token token;
        pol_analyser_begin(analyser, word);
        bool is_one = pol_analyser_next(analyser, &token) && pol_span_equal(token.word, word);
        if (!is_one || !tells(token.stem, prefix->word)) {
            pol_expr_list_add(builder, &others,
                              pol_build_term(builder, POL_PREFIX_TITLE_WORD, word));
            continue;
        }
        pol_expr_list_add(builder, &stems,
                          pol_build_term(builder, POL_PREFIX_TITLE_STEM, token.stem));
        if (!pol_span_equal(word, token.stem)) /* of documents that have no stems */
            pol_expr_list_add(builder, &stems,
                              pol_build_term(builder, POL_PREFIX_TITLE_STEM, word));
    }
    pol_expr *documents = NULL;
    pol_expr *any = pol_build_list(builder, XC_OR, &stems, 0);
    pol_expr *heads = pol_build_list(builder, XC_OR, &others, 0);
    pol_status status =
        heads ? pol_titled_documents(plan, heads, prefix->typed, &documents, reterr) : POL_OK;
    *ret_query =
        any || documents ? pol_build_pair(builder, XC_OR, any, documents) : pol_build_none(builder);
    return status;
}
