/* verify.c - candidates of a phrase, read and looked at one by one. */
#include "search/verify.h"

#include "search/entry.h"
#include "search/fetch.h"
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
    char key[POL_KEY_SIZE + 1]; /* of the one stored; "" for none */
    pol_expr_list failed;       /* passages that do not hold the phrase */
} verifying;

static pol_status read_document(verifying *verify, const pol_entry *entry, pol_error *reterr)
{
    xc_docid head = 0;
    pol_index *index = verify->plan->index;
    if (strcmp(verify->key, entry->key) == 0)
        return POL_OK;
    pol_status status = pol_entry_find_head(index, pol_span_of(entry->key), &head, reterr);
    if (status != POL_OK)
        return status;
    pol_arena_done(&verify->arena);
    memcpy(verify->key, entry->key, sizeof verify->key);
    return pol_stored_read(index, head, &verify->arena, &verify->stored, reterr);
}

static pol_status look_at(verifying *verify, const pol_entry *entry, pol_error *reterr)
{
    bool occurs = true;
    const pol_document *document = &verify->stored.document;
    pol_builder *builder = &verify->plan->builder;
    const pol_passage *passage = pol_fetch_passage(document, entry->ordinal);
    if (!passage)
        return POL_OK; /* reported where the hit is shown */
    pol_status status = pol_phrase_occurs(verify->phrase, passage->text,
                                          verify->plan->index->analyser, &occurs, reterr);
    if (status == POL_OK && !occurs)
        pol_expr_list_add(builder, &verify->failed, pol_build_entry(builder, entry));
    return status;
}

static pol_status verify_hit(verifying *verify, xc_docid docid, pol_error *reterr)
{
    pol_entry entry;
    pol_status status = pol_entry_read(verify->plan->index, docid, &entry, reterr);
    if (status != POL_OK || entry.ordinal == 0)
        return status;
    status = read_document(verify, &entry, reterr);
    return status == POL_OK ? look_at(verify, &entry, reterr) : status;
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
        status = verify_hit(&verify, xc_matches_at(matches, looked_at++)->docid, reterr);
    if (xc_matches_totals(matches)->lower > POL_VERIFY_MAX || looked_at < count)
        plan->is_cut = true;
    xc_matches_free(matches);
    pol_arena_done(&verify.arena);
    pol_expr *failed = pol_build_list(&plan->builder, XC_OR, &verify.failed, 0);
    *query = pol_build_pair(&plan->builder, XC_AND_NOT, *query, failed);
    return status;
}
