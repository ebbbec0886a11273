/* explain.c - a plan and a hit as lines of text. */
#include "search/explain.h"

#include "search/entry.h"
#include "search/plan/match.h"

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
        pol_buffer_printf(buffer, "tier %s: ", pol_tier_code(tiers->segments[i].tier));
        pol_expr_print(tiers->segments[i].condition, buffer);
        pol_buffer_add_byte(buffer, '\n');
    }
    return status;
}

/* One summand, matched against this entry alone. */
static pol_status add_summand(pol_plan *plan, const pol_weighing *weighing, pol_expr *entry,
                              pol_buffer *buffer, pol_error *reterr)
{
    xc_search search;
    xc_matches *matches = NULL;
    pol_match_init(&search, pol_build_pair(&plan->builder, XC_FILTER, weighing->query, entry));
    search.count = 1;
    pol_status status = pol_plan_status(plan, reterr);
    if (status == POL_OK)
        status = pol_match_run(plan->index, &search, &matches, reterr);
    if (status == POL_OK && xc_matches_count(matches))
        pol_buffer_printf(buffer, "%s %.*s%s%.*s %.3f", weighing->next ? "; side by side" : ";",
                          POL_SPAN_ARGS(weighing->word->word), weighing->next ? " " : "",
                          POL_SPAN_ARGS(weighing->next ? weighing->next->word : (pol_span){0}),
                          xc_matches_at(matches, 0)->weight);
    xc_matches_free(matches);
    return status;
}

pol_status pol_explain_hit(pol_plan *plan, xc_matches *matches, size_t hit, pol_buffer *buffer,
                           pol_error *reterr)
{
    pol_entry entry;
    pol_span id;
    const xc_match *match = xc_matches_at(matches, hit);
    xc_docid head = 0;
    pol_status status = pol_entry_read(plan->index, match->docid, &entry, reterr);
    if (status != POL_OK || entry.ordinal == 0)
        return status;
    status = pol_entry_find_head(plan->index, pol_span_of(entry.key), &head, reterr);
    if (status == POL_OK)
        status = pol_entry_id(plan->index, head, &plan->arena, &id, reterr);
    if (status != POL_OK)
        return status;
    pol_buffer_printf(buffer, "%.*s#%u: weight %.3f", POL_SPAN_ARGS(id), (unsigned)entry.ordinal,
                      match->weight);
    for (size_t i = 0; i < plan->weighing_count && status == POL_OK; i++)
        status = add_summand(plan, &plan->weighings[i], pol_build_entry(&plan->builder, &entry),
                             buffer, reterr);
    pol_buffer_add_byte(buffer, '\n');
    return status;
}
