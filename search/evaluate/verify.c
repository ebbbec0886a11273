/* verify.c - candidates of a phrase, read and looked at one by one. */
#include "search/evaluate/verify.h"

#include "search/entry.h"
#include "search/evaluate/adjacent.h"
#include "search/fetch.h"
#include "search/highlight.h"
#include "search/local.h"
#include "search/plan/match.h"
#include "search/results/build.h"

enum { DOCUMENT_BYTES_MAX = 256 << 20 };

/* The document read last: passages of one document stand together. */
typedef struct verifying {
    pol_plan *plan;
    const pol_node *phrase;
    pol_arena arena;
    pol_stored stored;
    xc_docid head;        /* of the one stored; 0 for none */
    bool are_titles;      /* candidates are heads, which were found by their titles */
    pol_expr_list failed; /* entries that do not hold the phrase */
} verifying;

static pol_status read_document(verifying *verify, xc_docid head, pol_error *reterr)
{
    if (verify->head == head)
        return POL_OK;
    pol_arena_done(&verify->arena);
    verify->head = 0;
    pol_status status =
        pol_stored_read(verify->plan->index, head, &verify->arena, &verify->stored, reterr);
    verify->head = status == POL_OK ? head : 0;
    return status;
}

static pol_status occurs_in(const verifying *verify, pol_span text, bool *ret_occurs,
                            pol_error *reterr)
{
    return pol_phrase_occurs(verify->phrase, text, verify->plan->index->analyser, ret_occurs,
                             reterr);
}

static pol_status look_at_passage(verifying *verify, xc_docid docid, bool *ret_occurs,
                                  pol_error *reterr)
{
    xc_docid head = 0;
    uint32_t ordinal = 0;
    pol_status status = pol_entry_place(verify->plan->index, docid, &head, &ordinal, reterr);
    if (status == POL_OK && head && ordinal)
        status = read_document(verify, head, reterr);
    if (status != POL_OK || !head || !ordinal)
        return status;
    const pol_passage *passage = pol_fetch_passage(&verify->stored.document, ordinal);
    if (passage) /* else reported where the hit is shown */
        status = occurs_in(verify, passage->text, ret_occurs, reterr);
    return status;
}

/* As lists show it, which takes no reading of the document; unless they cut it. */
static pol_status look_at_title(verifying *verify, xc_docid head, bool *ret_occurs,
                                pol_error *reterr)
{
    pol_span title;
    pol_arena arena;
    pol_arena_init(&arena, DOCUMENT_BYTES_MAX);
    pol_status status = pol_entry_title(verify->plan->index, head, &arena, &title, reterr);
    if (status == POL_OK)
        status = occurs_in(verify, title, ret_occurs, reterr);
    if (status == POL_OK && !*ret_occurs && title.size > POL_LISTED_TITLE_MAX - sizeof "…") {
        status = pol_stored_read(verify->plan->index, head, &arena, &verify->stored, reterr);
        verify->head = 0;
        if (status == POL_OK)
            status = occurs_in(verify, verify->stored.document.title.text, ret_occurs, reterr);
    }
    pol_arena_done(&arena);
    return status;
}

static pol_status verify_hit(verifying *verify, xc_docid docid, pol_error *reterr)
{
    pol_entry entry;
    bool occurs = true;
    pol_builder *builder = &verify->plan->builder;
    pol_status status = verify->are_titles ? look_at_title(verify, docid, &occurs, reterr)
                                           : look_at_passage(verify, docid, &occurs, reterr);
    if (status != POL_OK || occurs)
        return status;
    status = pol_entry_read(verify->plan->index, docid, &entry, reterr);
    if (status == POL_OK)
        pol_expr_list_add(builder, &verify->failed, pol_build_entry(builder, &entry));
    return status;
}

static pol_status look_at_all(verifying *verify, const xc_docid *docids, size_t count,
                              pol_error *reterr)
{
    pol_plan *plan = verify->plan;
    pol_status status = POL_OK;
    size_t looked_at = 0;
    while (looked_at < count && looked_at < POL_VERIFY_MAX && status == POL_OK &&
           !pol_match_is_late(plan->index))
        status = verify_hit(verify, docids[looked_at++], reterr);
    plan->is_cut |= looked_at < count;
    return status;
}

/* --- over posting lists ----------------------------------------------------------- */

/* Is it found as it was typed, word by word? Then only compounds may deceive. */
static bool is_plain(const verifying *verify, const pol_expr *found)
{
    const pol_node *phrase = verify->phrase;
    const size_t prefix = strlen(verify->are_titles ? POL_PREFIX_TITLE_WORD : POL_PREFIX_WORD);
    if (found->type != POL_EXPR_COMBINE || found->op != XC_PHRASE ||
        found->part_count != phrase->child_count)
        return false;
    for (size_t i = 0; i < found->part_count; i++)
        if (phrase->children[i]->part_count || found->parts[i]->type != POL_EXPR_TERM ||
            !pol_span_equal(pol_span_from(found->parts[i]->term, prefix),
                            phrase->children[i]->word))
            return false;
    return true;
}

/* Of entries with compounds, those that have one at each place where the phrase stands. */
static pol_status list_doubtful(verifying *verify, const pol_expr *phrase, const pol_set *found,
                                pol_set *ret_doubtful, pol_error *reterr)
{
    pol_plan *plan = verify->plan;
    pol_status status = POL_OK;
    size_t count = 0;
    pol_expr *compounds = pol_build_term(&plan->builder, POL_TERM_COMPOUND, POL_SPAN(""));
    const pol_set *with_compounds = NULL;
    status = pol_plan_status(plan, reterr);
    if (status == POL_OK)
        status = pol_local_find_within(plan, compounds, found, &with_compounds, reterr);
    if (status != POL_OK)
        return status;
    xc_docid *ids = pol_arena_array(&plan->arena, with_compounds->count + 1, sizeof *ids);
    if (!ids)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a phrase");
    for (size_t i = 0, step = 0; i < with_compounds->count && status == POL_OK; i += step) {
        bool are_clear[POL_ADJACENT_MAX];
        size_t left = with_compounds->count - i;
        step = left < POL_ADJACENT_MAX ? left : POL_ADJACENT_MAX;
        status = pol_adjacent_clear(plan->index, phrase, compounds->term, with_compounds->ids + i,
                                    step, are_clear, reterr);
        for (size_t j = 0; j < step && status == POL_OK; j++)
            if (!are_clear[j])
                ids[count++] = with_compounds->ids[i + j];
    }
    *ret_doubtful = (pol_set){ids, count};
    return status;
}

static pol_status verify_lists(verifying *verify, pol_expr *query, pol_error *reterr)
{
    const pol_set *found = NULL;
    pol_set doubtful;
    pol_status status = pol_local_find(verify->plan, query, &found, reterr);
    if (status != POL_OK)
        return status;
    doubtful = *found;
    if (is_plain(verify, query))
        status = list_doubtful(verify, query, found, &doubtful, reterr);
    return status == POL_OK ? look_at_all(verify, doubtful.ids, doubtful.count, reterr) : status;
}

/* --- by the matcher --------------------------------------------------------------- */

static pol_status verify_matches(verifying *verify, pol_expr *query, pol_error *reterr)
{
    static const xc_weight no_weight = {.scheme = XC_WEIGHT_BOOL};
    xc_docid docids[POL_VERIFY_MAX + 1];
    xc_search search;
    xc_matches *matches = NULL;
    pol_match_init(&search, query);
    search.weight = &no_weight;
    search.count = POL_VERIFY_MAX + 1;
    search.check_at_least = POL_VERIFY_MAX + 1;
    pol_status status = pol_match_run(verify->plan->index, &search, &matches, reterr);
    if (status != POL_OK)
        return status;
    size_t count = xc_matches_count(matches);
    for (size_t i = 0; i < count; i++)
        docids[i] = xc_matches_at(matches, i)->docid;
    xc_matches_free(matches);
    return look_at_all(verify, docids, count, reterr);
}

pol_status pol_verify_phrase(pol_plan *plan, const pol_node *phrase, bool are_titles,
                             pol_expr **query, pol_error *reterr)
{
    verifying verify = {.plan = plan, .phrase = phrase, .are_titles = are_titles};
    pol_status status = pol_plan_status(plan, reterr);
    if (status != POL_OK)
        return status;
    if (pol_match_is_late(plan->index)) { /* hundreds of them, each begun in vain, take long too */
        plan->is_cut = true;
        return POL_OK;
    }
    pol_arena_init(&verify.arena, DOCUMENT_BYTES_MAX);
    status = pol_local_knows(plan->index) ? verify_lists(&verify, *query, reterr) : POL_LIMIT;
    if (status == POL_LIMIT)
        status = verify_matches(&verify, *query, reterr);
    pol_arena_done(&verify.arena);
    pol_expr *failed = pol_build_list(&plan->builder, XC_OR, &verify.failed, 0);
    *query = pol_build_pair(&plan->builder, XC_AND_NOT, *query, failed);
    return status;
}
