/* explain.c - a plan and a hit as lines of text. */
#include "search/explain.h"

static pol_status add_word(pol_plan *plan, const pol_node *node, pol_buffer *buffer,
                           pol_error *reterr)
{
    uint32_t in_text = 0, in_title = 0, in_documents = 0;
    if (node->type != POL_NODE_WORD)
        return POL_OK;
    pol_status status =
        pol_index_frequency(plan->index, POL_PREFIX_STEM, node->stem, &in_text, reterr);
    if (status == POL_OK)
        status =
            pol_index_frequency(plan->index, POL_PREFIX_TITLE_STEM, node->stem, &in_title, reterr);
    if (status == POL_OK)
        status = pol_index_frequency(plan->index, POL_PREFIX_DOCUMENT_STEM, node->stem,
                                     &in_documents, reterr);
    pol_buffer_printf(buffer,
                      "word: %.*s, stem %.*s: in %u passages, %u documents; in the titles of %u "
                      "entries%s\n",
                      POL_SPAN_ARGS(node->word), POL_SPAN_ARGS(node->stem), in_text, in_documents,
                      in_title, node->repeats > 1 ? "; typed more than once" : "");
    return status;
}

pol_status pol_explain_query(pol_plan *plan, const pol_query *query, const pol_tiers *tiers,
                             pol_buffer *buffer, pol_error *reterr)
{
    pol_status status = POL_OK;
    pol_buffer_add_text(buffer, "tree: ");
    pol_query_print(query, buffer);
    pol_buffer_add_byte(buffer, '\n');
    for (size_t i = 0; i < plan->words.count && status == POL_OK; i++)
        status = add_word(plan, plan->words.items[i], buffer, reterr);
    for (size_t i = 0; i < tiers->count && status == POL_OK; i++) {
        const char *text = "";
        xc_error error = {0};
        if (xc_query_describe(tiers->segments[i].query, &text, &error) != XC_OK)
            status = pol_index_fail(plan->index, &error, reterr);
        pol_buffer_printf(buffer, "tier %s: %s\n", pol_tier_code(tiers->segments[i].tier), text);
    }
    return status;
}

pol_status pol_explain_hit(pol_index *index, xc_matches *matches, size_t hit, pol_buffer *buffer,
                           pol_error *reterr)
{
    xc_terms *terms = NULL;
    xc_error error = {0};
    const xc_match *match = xc_matches_at(matches, hit);
    pol_buffer_printf(buffer, "entry %u, weight %.3f:", match->docid, match->weight);
    xc_status status = xc_matches_terms(matches, hit, &terms, &error);
    while (status == XC_OK) {
        xc_bytes term = {0};
        double weight = 0;
        status = xc_terms_next(terms, &term, NULL, &error);
        if (status != XC_OK || !term.data)
            break;
        status = xc_matches_term_weight(matches, term, &weight, &error);
        if (weight > 0)
            pol_buffer_printf(buffer, " %.*s (at most %.3f)", (int)term.size, term.data, weight);
        else
            pol_buffer_printf(buffer, " %.*s", (int)term.size, term.data);
    }
    pol_buffer_add_byte(buffer, '\n');
    xc_terms_free(terms);
    return status == XC_OK ? POL_OK : pol_index_fail(index, &error, reterr);
}
