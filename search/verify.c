/* verify.c - candidates of a phrase, read and looked at one by one. */
#include "search/verify.h"

#include "search/highlight.h"
#include "search/match.h"
#include "search/results_build.h"

enum { DOCUMENT_BYTES_MAX = 256 << 20 };

/* The document read last: passages of one document stand together. */
typedef struct verifying {
    pol_plan *plan;
    const pol_node *phrase;
    pol_arena arena;
    pol_stored stored;
    bool has_stored;
    pol_expr_list failed; /* passages that do not hold the phrase */
} verifying;

static pol_status read_document(verifying *verify, pol_span id, pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    xc_error error = {0};
    xc_docid docid = 0;
    pol_index *index = verify->plan->index;
    if (verify->has_stored && pol_span_equal(verify->stored.document.id.text, id))
        return POL_OK;
    pol_span term = pol_passage_term(id, 0, buffer);
    if (xc_reader_find(index->reader, pol_xc_bytes(term), &docid, &error) != XC_OK)
        return pol_index_fail(index, &error, reterr);
    pol_arena_done(&verify->arena);
    verify->has_stored = docid != 0;
    if (!docid)
        return POL_OK; /* reported where the hit is shown */
    return pol_stored_read(index, docid, &verify->arena, &verify->stored, reterr);
}

static pol_status look_at(verifying *verify, pol_passage_data place, pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    bool occurs = true;
    const pol_document *document = &verify->stored.document;
    pol_builder *builder = &verify->plan->builder;
    for (size_t i = 0; verify->has_stored && i < document->passage_count; i++) {
        if (document->passages[i].ordinal != place.ordinal)
            continue;
        pol_status status = pol_phrase_occurs(verify->phrase, document->passages[i].text,
                                              verify->plan->index->analyser, &occurs, reterr);
        if (status == POL_OK && !occurs)
            pol_expr_list_add(
                builder, &verify->failed,
                pol_build_term(builder, "", pol_passage_term(place.id, place.ordinal, buffer)));
        return status;
    }
    return POL_OK;
}

static pol_status verify_hit(verifying *verify, xc_matches *matches, size_t hit, pol_error *reterr)
{
    xc_document *document = NULL;
    xc_bytes data = {0};
    xc_error error = {0};
    pol_passage_data place;
    pol_status status = POL_OK;
    if (xc_matches_document(matches, hit, &document, &error) != XC_OK ||
        xc_document_data(document, &data, &error) != XC_OK) {
        status = pol_index_fail(verify->plan->index, &error, reterr);
    } else if (pol_passage_data_decode(pol_xc_span(data), &place)) {
        status = read_document(verify, place.id, reterr);
        if (status == POL_OK)
            status = look_at(verify, place, reterr);
    }
    xc_document_free(document);
    return status;
}

pol_status pol_verify_phrase(pol_plan *plan, const pol_node *phrase, pol_expr **query,
                             pol_error *reterr)
{
    static const xc_weight no_weight = {.scheme = XC_WEIGHT_BOOL};
    verifying verify = {.plan = plan, .phrase = phrase};
    xc_search search;
    xc_matches *matches = NULL;
    pol_status status = pol_plan_status(plan, reterr);
    if (status != POL_OK)
        return status;
    if (pol_match_is_late(plan->index)) { /* hundreds of them, each begun in vain, take long too */
        plan->is_cut = true;
        return POL_OK;
    }
    pol_match_init(&search, *query);
    search.weight = &no_weight;
    search.count = POL_VERIFY_MAX;
    search.check_at_least = POL_VERIFY_MAX + 1;
    status = pol_match_run(plan->index, &search, &matches, reterr);
    if (status != POL_OK)
        return status;
    pol_arena_init(&verify.arena, DOCUMENT_BYTES_MAX);
    size_t count = xc_matches_count(matches), looked_at = 0;
    while (looked_at < count && status == POL_OK && !pol_match_is_late(plan->index))
        status = verify_hit(&verify, matches, looked_at++, reterr);
    if (xc_matches_totals(matches)->lower > POL_VERIFY_MAX || looked_at < count)
        plan->is_cut = true;
    xc_matches_free(matches);
    pol_arena_done(&verify.arena);
    pol_expr *failed = pol_build_list(&plan->builder, XC_OR, &verify.failed, 0);
    *query = pol_build_pair(&plan->builder, XC_AND_NOT, *query, failed);
    return status;
}
