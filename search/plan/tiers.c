/* tiers.c - which tiers a query has, and the Xapian query of each.
 *
 * What is shown is decided before filters; then filters are put on each tier. */
#include "search/plan/tiers.h"

#include <stdlib.h>

#include "search/entry.h"
#include "search/local.h"
#include "search/local/units.h"
#include "search/plan/condition.h"
#include "search/plan/match.h"

/* What the steps below share. */
typedef struct making {
    pol_plan *plan;
    pol_builder *builder;
    const pol_search_options *options;
    pol_tiers *tiers;
    pol_expr_list unhidden; /* conditions of the tiers shown, without the decision filter */
    pol_expr_list shown;    /* conditions of the tiers shown, without any filter */
    bool ignores_filters;   /* what heads meet is asked of all documents */
    bool is_rank_enough;    /* the ranking finds by itself what the tier is to have */
} making;

/* --- conditions on documents ------------------------------------------------------ */

static pol_status head_condition(making *make, const pol_node *node, pol_expr **ret_query,
                                 pol_error *reterr);

static pol_status group_on_heads(making *make, const pol_node *node, pol_expr **ret_query,
                                 pol_error *reterr)
{
    pol_expr_list parts = {0};
    pol_status status = POL_OK;
    for (size_t i = 0; i < node->child_count && status == POL_OK; i++) {
        pol_expr *query = NULL;
        if (!pol_condition_is_idle(node, node->children[i]))
            status = head_condition(make, node->children[i], &query, reterr);
        pol_expr_list_add(make->builder, &parts, query);
    }
    *ret_query =
        pol_build_list(make->builder, node->type == POL_NODE_AND ? XC_AND : XC_OR, &parts, 0);
    return status;
}

static void note_cut(making *make)
{
    make->plan->is_cut = true;
    pol_plan_note(make->plan,
                  "the words stand apart in more than %d documents: only the newest "
                  "%d of them were searched for that",
                  POL_TIER_DOCUMENTS_MAX, POL_TIER_DOCUMENTS_MAX);
}

/* One of the documents: all entries of it. */
static pol_expr *any_of(making *make, const pol_id_list *list)
{
    pol_expr_list any = {0};
    for (size_t i = 0; i < list->count; i++)
        pol_expr_list_add(make->builder, &any,
                          pol_build_term(make->builder, POL_PREFIX_DOCUMENT, list->ids[i]));
    return pol_build_list(make->builder, XC_OR, &any, 0);
}

/* The documents of passages, with the filters that heads carry too. */
static pol_status documents_of(making *make, pol_expr *text, pol_expr **ret_query,
                               pol_error *reterr)
{
    pol_id_list list = {0};
    pol_plan *plan = make->plan;
    text = pol_build_pair(make->builder, XC_AND, text,
                          make->ignores_filters ? NULL : plan->document_filter);
    pol_status status = pol_plan_status(plan, reterr);
    if (status == POL_OK && plan->is_for_lists) {
        *ret_query = pol_build_join(make->builder, POL_EXPR_HEADS, text);
        return POL_OK;
    }
    if (status == POL_OK)
        status = pol_match_documents(plan->index, text, POL_TIER_DOCUMENTS_MAX, &plan->arena, &list,
                                     reterr);
    if (list.is_cut && !make->ignores_filters)
        note_cut(make);
    *ret_query = any_of(make, &list);
    return status;
}

/* Phrases and the like have no terms on heads: the documents of the passages that match,
 * and the titles, which heads carry with positions. */
static pol_status passages_on_heads(making *make, const pol_node *node, pol_expr **ret_query,
                                    pol_error *reterr)
{
    pol_expr *text = NULL, *title = NULL, *documents = NULL;
    pol_status status = pol_condition(make->plan, node, &pol_in_text, &text, reterr);
    if (status == POL_OK)
        status = pol_condition(make->plan, node, &pol_in_title, &title, reterr);
    if (status == POL_OK)
        status = documents_of(make, text, &documents, reterr);
    *ret_query = pol_build_pair(make->builder, XC_OR, documents, title);
    return status;
}

/* What heads must have for the document to meet `node` somewhere. What must not stand in
 * a passage may well stand in the document. */
static pol_status head_condition(making *make, const pol_node *node, pol_expr **ret_query,
                                 pol_error *reterr)
{
    *ret_query = NULL;
    switch (node->type) {
    case POL_NODE_WORD:
        return pol_condition(make->plan, node, &pol_in_head, ret_query, reterr);
    case POL_NODE_FIELD:
        return pol_condition_field(make->plan, node, ret_query, reterr);
    case POL_NODE_AND:
    case POL_NODE_OR:
        return group_on_heads(make, node, ret_query, reterr);
    case POL_NODE_PHRASE:
    case POL_NODE_NEAR:
    case POL_NODE_PREFIX:
        return passages_on_heads(make, node, ret_query, reterr);
    case POL_NODE_NOT:
    case POL_NODE_LABEL:
        return POL_OK;
    }
    return POL_OK;
}

/* Does a document meet it only by one passage, or by its title? A compound it may meet by
 * parts that stand in different passages. */
static bool meets_at_once(const pol_node *node)
{
    if (node->type == POL_NODE_WORD)
        return node->part_count == 0;
    for (size_t i = 0; node->type == POL_NODE_OR && i < node->child_count; i++)
        if (!meets_at_once(node->children[i]))
            return false;
    return node->type == POL_NODE_PHRASE || node->type == POL_NODE_NEAR ||
           node->type == POL_NODE_PREFIX || node->type == POL_NODE_OR;
}

/* Do all units? Then what no passage has must be in the title. */
static bool all_meet_at_once(const pol_node_list *units)
{
    for (size_t i = 0; i < units->count; i++)
        if (!meets_at_once(units->items[i]))
            return false;
    return true;
}

/* Heads of the documents whose titles meet every unit, before filters. */
static pol_status all_units_in_title(making *make, pol_expr **ret_query, pol_error *reterr)
{
    pol_expr_list all = {0};
    pol_status status = POL_OK;
    const pol_node_list *units = &make->plan->units;
    pol_expr_list_add(make->builder, &all,
                      pol_build_term(make->builder, POL_PREFIX_HEAD, POL_SPAN("")));
    for (size_t i = 0; i < units->count && status == POL_OK; i++) {
        pol_expr *query = NULL;
        status = pol_condition(make->plan, units->items[i], &pol_in_title, &query, reterr);
        pol_expr_list_add(make->builder, &all, query);
    }
    *ret_query = pol_build_list(make->builder, XC_AND, &all, 0);
    return status;
}

/* Heads of the documents that meet every unit, before filters. Of one unit alone, only
 * those that may not be in the first tier: what has it in a passage is there. */
static pol_status all_units_on_heads(making *make, pol_expr **ret_query, pol_error *reterr)
{
    pol_expr_list all = {0};
    pol_status status = POL_OK;
    const pol_node_list *units = &make->plan->units;
    if (units->count == 1 && all_meet_at_once(units))
        return all_units_in_title(make, ret_query, reterr);
    pol_expr_list_add(make->builder, &all,
                      pol_build_term(make->builder, POL_PREFIX_HEAD, POL_SPAN("")));
    for (size_t i = 0; i < units->count && status == POL_OK; i++) {
        pol_expr *query = NULL;
        status = head_condition(make, units->items[i], &query, reterr);
        pol_expr_list_add(make->builder, &all, query);
    }
    *ret_query = pol_build_list(make->builder, XC_AND, &all, 0);
    return status;
}

/* --- segments --------------------------------------------------------------------- */

static pol_expr *without_unwanted(making *make, pol_expr *condition)
{
    return pol_build_pair(make->builder, XC_AND_NOT, condition, make->plan->not_wanted);
}

/* All filters but that on decisions. */
static pol_expr *unhidden(making *make, pol_expr *condition)
{
    condition = pol_build_pair(make->builder, XC_FILTER, condition, make->plan->filter);
    return pol_build_pair(make->builder, XC_AND_NOT, condition, make->plan->misfit);
}

/* Where the condition is the ranking it weighs by itself. */
static void push_segment(making *make, pol_tier tier, pol_expr *condition, pol_expr *rank)
{
    if (condition && make->tiers->count < POL_SEGMENTS_MAX)
        make->tiers->segments[make->tiers->count++] = (pol_segment){
            .tier = tier,
            .condition = condition,
            .query =
                make->is_rank_enough ? condition : pol_build_ranked(make->builder, condition, rank),
            .is_ranked = rank != NULL,
        };
}

/* Oldest first, Xapian would begin with those that have no date: these go behind. */
static void add_segment(making *make, pol_tier tier, pol_expr *condition, pol_expr *rank)
{
    pol_builder *builder = make->builder;
    pol_expr *found =
        pol_build_pair(builder, XC_FILTER, unhidden(make, condition), make->plan->decision);
    if (make->options->sort != POL_SORT_OLDEST) {
        push_segment(make, tier, found, rank);
        return;
    }
    pol_expr *dated = pol_build_range(builder, POL_SLOT_DATE, POL_SPAN("0"), (pol_span){0});
    push_segment(make, tier, pol_build_pair(builder, XC_FILTER, found, dated), rank);
    push_segment(make, tier, pol_build_pair(builder, XC_AND_NOT, found, dated), rank);
}

/* Takes a tier in: its hits, and what the filter on decisions may have hidden of it. */
static void add_tier(making *make, pol_tier tier, pol_expr *condition)
{
    add_segment(make, tier, condition, make->plan->rank);
    pol_expr_list_add(make->builder, &make->shown, condition);
    if (tier == POL_TIER_PASSAGE || tier == POL_TIER_DOCUMENT || tier == POL_TIER_ANY)
        pol_expr_list_add(make->builder, &make->unhidden, unhidden(make, condition));
}

/* --- second tier ------------------------------------------------------------------ */

static int by_docid(const void *left, const void *right)
{
    xc_docid a = *(const xc_docid *)left, b = *(const xc_docid *)right;
    return a < b ? -1 : a > b;
}

/* Ids of `all` that are not in `some`; both sorted. In place. */
static void subtract(pol_id_list *all, const pol_id_list *some)
{
    size_t kept = 0, at = 0;
    for (size_t i = 0; i < all->count; i++) {
        while (at < some->count && pol_span_compare(some->ids[at], all->ids[i]) < 0)
            at++;
        if (at == some->count || !pol_span_equal(some->ids[at], all->ids[i]))
            all->ids[kept++] = all->ids[i];
    }
    all->count = kept;
}

/* The entry behind a document's head; docid 0 where it has no passage. */
static pol_status first_passage(pol_plan *plan, pol_span key, pol_entry *ret_entry,
                                pol_error *reterr)
{
    char buffer[POL_TERM_MAX + 1];
    xc_posting block[2];
    xc_postings *postings = NULL;
    xc_error error = {0};
    size_t count = 0;
    *ret_entry = (pol_entry){0};
    pol_span term = pol_term_make(POL_PREFIX_DOCUMENT, key, buffer);
    xc_status status =
        xc_postings_open(plan->index->reader, pol_xc_bytes(term), false, &postings, &error);
    if (status == XC_OK)
        status = xc_postings_read(postings, block, 2, &count, &error);
    xc_postings_free(postings);
    if (status != XC_OK)
        return pol_index_fail(plan->index, &error, reterr);
    return count == 2 ? pol_entry_read(plan->index, block[1].docid, ret_entry, reterr) : POL_OK;
}

/* The first passages of documents whose title alone has the words. */
static pol_status stand_ins(making *make, const pol_id_list *list, pol_expr **ret_query,
                            pol_error *reterr)
{
    pol_plan *plan = make->plan;
    pol_expr_list any = {0};
    pol_tiers *tiers = make->tiers;
    xc_docid *alone = pol_arena_array(&plan->arena, list->count + 1, sizeof *alone);
    tiers->title_only = alone;
    if (!alone)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a search");
    for (size_t i = 0; i < list->count; i++) {
        pol_entry entry;
        pol_status status = first_passage(plan, list->ids[i], &entry, reterr);
        if (status != POL_OK) {
            free(any.items);
            return status;
        }
        if (!entry.ordinal)
            continue;
        alone[tiers->title_only_count++] = entry.docid;
        pol_expr_list_add(make->builder, &any, pol_build_entry(make->builder, &entry));
    }
    if (tiers->title_only_count)
        qsort(alone, tiers->title_only_count, sizeof *alone, by_docid);
    *ret_query = pol_build_list(make->builder, XC_OR, &any, 0);
    return POL_OK;
}

bool pol_tiers_is_title_only(const pol_tiers *tiers, xc_docid docid)
{
    return tiers->title_only_count && bsearch(&docid, tiers->title_only, tiers->title_only_count,
                                              sizeof docid, by_docid) != NULL;
}

/* What heads meet, with the filters that they carry, to look at no more than needed. */
static pol_status list_documents(making *make, pol_expr *heads, pol_id_list *ret_list,
                                 pol_error *reterr)
{
    pol_plan *plan = make->plan;
    heads = pol_build_pair(make->builder, XC_AND, heads, plan->document_filter);
    pol_status status = pol_plan_status(plan, reterr);
    if (status == POL_OK)
        status = pol_match_documents(plan->index, heads, POL_TIER_DOCUMENTS_MAX, &plan->arena,
                                     ret_list, reterr);
    return status;
}

/* Passages that stand for those of `titled` none of whose passages has a word. The list is
 * used up. */
static pol_status find_title_only(making *make, pol_id_list titled, pol_error *reterr)
{
    pol_plan *plan = make->plan;
    pol_expr *heads = NULL;
    pol_id_list with_passages = {0};
    pol_status status = POL_OK;
    if (plan->has_clause_filter)
        return POL_OK;
    if (plan->units.count > 1 && all_meet_at_once(&plan->units)) {
        status = all_units_in_title(make, &heads, reterr);
        if (status == POL_OK)
            status = list_documents(make, heads, &titled, reterr);
    }
    if (status != POL_OK || titled.count == 0)
        return status;
    pol_expr *passages =
        pol_build_pair(make->builder, XC_AND, any_of(make, &titled), plan->any_unit);
    status = pol_plan_status(plan, reterr);
    if (status == POL_OK)
        status = pol_match_documents(plan->index, passages, POL_TIER_DOCUMENTS_MAX, &plan->arena,
                                     &with_passages, reterr);
    subtract(&titled, &with_passages);
    return status == POL_OK ? stand_ins(make, &titled, &make->tiers->titles, reterr) : status;
}

/* Heads of documents that have every word, by the title alone. */
static pol_status titled_heads(making *make, pol_expr *documents, pol_expr **ret_query,
                               pol_error *reterr)
{
    pol_plan *plan = make->plan;
    pol_builder *builder = make->builder;
    pol_status status = POL_OK;
    *ret_query = documents;
    if (plan->units.count > 1 && all_meet_at_once(&plan->units)) {
        status = all_units_in_title(make, ret_query, reterr);
        *ret_query = pol_build_pair(builder, XC_AND, *ret_query, plan->document_filter);
    }
    pol_expr *passages = pol_build_join(builder, POL_EXPR_PASSAGES, *ret_query);
    passages = pol_build_pair(builder, XC_AND, plan->any_unit, passages);
    *ret_query = pol_build_pair(builder, XC_AND_NOT, *ret_query,
                                pol_build_join(builder, POL_EXPR_HEADS, passages));
    return status;
}

/* document_tier() by joins: of however many documents, without a list of them. */
static pol_status joined_tier(making *make, pol_expr *heads, pol_expr **ret_query,
                              pol_error *reterr)
{
    pol_plan *plan = make->plan;
    pol_tiers *tiers = make->tiers;
    pol_builder *builder = make->builder;
    const pol_set *lone = NULL;
    pol_expr *passages = NULL, *titled = NULL;
    pol_status status = POL_OK;
    pol_expr *documents = pol_build_pair(builder, XC_AND, heads, plan->document_filter);
    if (plan->units.count > 1) {
        passages = pol_build_join(builder, POL_EXPR_PASSAGES, documents);
        passages = pol_build_pair(builder, XC_AND, plan->any_unit, passages);
        passages = pol_build_pair(builder, XC_AND_NOT, passages, plan->all_units);
    }
    if (!plan->has_clause_filter) {
        status = titled_heads(make, documents, &titled, reterr);
        titled = pol_build_join(builder, POL_EXPR_FIRST_PASSAGE, titled);
    }
    if (status == POL_OK)
        status = pol_plan_status(plan, reterr);
    if (status == POL_OK)
        status = pol_local_find(plan, titled, &lone, reterr);
    if (status != POL_OK)
        return status;
    tiers->title_only = lone->ids;
    tiers->title_only_count = lone->count;
    tiers->titles = lone->count ? titled : NULL;
    *ret_query = without_unwanted(make, pol_build_pair(builder, XC_OR, passages, tiers->titles));
    return POL_OK;
}

/* Passages of the documents that have every word: *ret_query, NULL for none. */
static pol_status document_tier(making *make, pol_expr *heads, pol_expr **ret_query,
                                pol_error *reterr)
{
    pol_plan *plan = make->plan;
    pol_builder *builder = make->builder;
    pol_id_list documents = {0};
    pol_expr *passages = NULL;
    *ret_query = NULL;
    if (plan->is_for_lists)
        return joined_tier(make, heads, ret_query, reterr);
    pol_status status = list_documents(make, heads, &documents, reterr);
    if (status != POL_OK || documents.count == 0)
        return status;
    if (documents.is_cut)
        note_cut(make);
    if (plan->units.count > 1) /* of one unit, all of them are in the first tier */
        passages = pol_build_pair(
            builder, XC_AND_NOT,
            pol_build_pair(builder, XC_AND, any_of(make, &documents), plan->any_unit),
            plan->all_units);
    status = find_title_only(make, documents, reterr);
    *ret_query =
        without_unwanted(make, pol_build_pair(builder, XC_OR, passages, make->tiers->titles));
    return status;
}

/* --- which tiers ------------------------------------------------------------------ */

/* Documents that were asked for by number or conference. */
static void add_label_tier(making *make)
{
    if (make->plan->label)
        add_segment(make, POL_TIER_LABEL, make->plan->label, NULL);
    if (make->plan->meeting)
        add_segment(make, POL_TIER_CONFERENCE, make->plan->meeting, NULL);
}

static bool are_words(const pol_node_list *units)
{
    for (size_t i = 0; i < units->count; i++)
        if (units->items[i]->type != POL_NODE_WORD)
            return false;
    return true;
}

/* Of a long text the words by which it is ranked: every passage has one of the others. */
static pol_status choose_telling(making *make, pol_units *ret_telling, pol_error *reterr)
{
    pol_plan *plan = make->plan;
    const pol_lengths *lengths = NULL;
    pol_status status = pol_index_lengths(plan->index, &lengths, reterr);
    if (status == POL_OK)
        status = pol_units_list(plan, lengths, ret_telling, reterr);
    if (status == POL_OK && ret_telling->count == POL_UNITS_MAX)
        pol_plan_note(plan, "of %zu words the %d that tell most were looked for", plan->units.count,
                      POL_UNITS_MAX);
    return status;
}

/* Passages that have a unit in their text or title. */
static pol_status any_unit_loose(making *make, pol_expr **ret_query, pol_error *reterr)
{
    pol_expr_list any = {0};
    pol_plan *plan = make->plan;
    pol_status status = POL_OK;
    const pol_node_list *units = &plan->units;
    pol_units telling = {0};
    if (pol_local_knows(plan->index) && units->count > POL_UNITS_MAX && are_words(units))
        status = choose_telling(make, &telling, reterr);
    for (size_t i = 0; i < units->count && status == POL_OK; i++) {
        pol_expr *text = NULL, *title = NULL;
        if (telling.count && !pol_units_have_word(&telling, units->items[i]))
            continue;
        status = pol_condition(plan, units->items[i], &pol_in_text, &text, reterr);
        if (status == POL_OK)
            status = pol_condition(plan, units->items[i], &pol_in_titles, &title, reterr);
        pol_expr_list_add(make->builder, &any, pol_plan_in_passages(plan, units->items[i], text));
        pol_expr_list_add(make->builder, &any, title);
    }
    *ret_query = pol_build_list(make->builder, XC_OR, &any, 0);
    return status;
}

/* Everything that has a unit and is in no tier yet. The ranking finds that by itself, in half the
 * time, where every unit is a word. */
static pol_status add_loose_tier(making *make, pol_tier tier, pol_error *reterr)
{
    pol_plan *plan = make->plan;
    pol_builder *builder = make->builder;
    pol_expr_list better = {0};
    pol_status status = POL_OK;
    for (size_t i = 0; i < make->shown.count; i++)
        pol_expr_list_add(builder, &better, make->shown.items[i]);
    pol_expr_list_add(builder, &better, pol_build_term(builder, POL_PREFIX_HEAD, POL_SPAN("")));
    make->is_rank_enough = plan->rank && are_words(&plan->units) && !plan->index->is_local;
    pol_expr *any = plan->rank;
    if (!make->is_rank_enough)
        status = any_unit_loose(make, &any, reterr);
    any = pol_build_pair(builder, XC_AND_NOT, any, pol_build_list(builder, XC_OR, &better, 0));
    add_tier(make, tier, without_unwanted(make, any));
    return status;
}

/* How many there are: of more than `enough` that many are told at least. */
static pol_status has_any(making *make, pol_expr *query, uint32_t enough, uint32_t *ret_count,
                          pol_error *reterr)
{
    pol_status status = pol_plan_status(make->plan, reterr);
    return status == POL_OK
               ? pol_match_count_to(make->plan->index, query, enough, ret_count, reterr)
               : status;
}

/* Phrases and the like, of which heads know by way of passages, and these by filters. */
static bool has_filtered_heads(const pol_plan *plan)
{
    return plan->document_filter && !are_words(&plan->units);
}

/* How many documents have all the words, whatever the filters; of more than
 * POL_TIER_DOCUMENTS_ENOUGH that many. */
static pol_status count_documents(making *make, pol_expr *heads, uint32_t *ret_count,
                                  pol_error *reterr)
{
    pol_status status = POL_OK;
    make->ignores_filters = has_filtered_heads(make->plan);
    if (make->ignores_filters)
        status = all_units_on_heads(make, &heads, reterr);
    make->ignores_filters = false;
    return status == POL_OK ? has_any(make, heads, POL_TIER_DOCUMENTS_ENOUGH, ret_count, reterr)
                            : status;
}

/* What has some of the words is of use below what has all of them where that is little, and the
 * best comes first. */
static bool wants_partial(const making *make, uint32_t documents)
{
    const pol_search_options *options = make->options;
    if (make->plan->units.count < 2)
        return false;
    if (documents == 0)
        return true;
    return documents < POL_TIER_DOCUMENTS_ENOUGH && options->sort == POL_SORT_RELEVANCE &&
           !options->only_complete;
}

static pol_status add_tiers(making *make, pol_error *reterr)
{
    pol_plan *plan = make->plan;
    uint32_t labelled = 0, in_passages = 0, in_documents = 0;
    pol_expr *heads = NULL, *documents = NULL;
    pol_expr *passages = without_unwanted(make, plan->all_units);
    add_label_tier(make);
    pol_status status = has_any(make, plan->label, 1, &labelled, reterr);
    if (status == POL_OK)
        status = has_any(make, passages, POL_TIER_ENOUGH, &in_passages, reterr);
    if (status == POL_OK && in_passages)
        add_tier(make, POL_TIER_PASSAGE, passages);
    make->tiers->has_complete = in_passages || plan->meeting;
    if (status != POL_OK || in_passages >= POL_TIER_ENOUGH)
        return status;
    status = all_units_on_heads(make, &heads, reterr);
    if (status == POL_OK)
        status = count_documents(make, heads, &in_documents, reterr);
    if (status == POL_OK && in_documents)
        status = document_tier(make, heads, &documents, reterr);
    if (status == POL_OK && documents)
        add_tier(make, POL_TIER_DOCUMENT, documents);
    if (in_documents == 0) /* not all were looked at; or the words are a name */
        in_documents = in_passages ? in_passages : plan->meeting != NULL;
    make->tiers->has_complete = in_documents || labelled;
    if (status == POL_OK && !labelled && wants_partial(make, in_documents))
        return add_loose_tier(make, POL_TIER_PARTIAL, reterr);
    return status;
}

/* No words: documents that meet the filters. Heads carry no clause, and words that are
 * not wanted concern passages: then the passages themselves. */
static void add_filters_alone(making *make)
{
    pol_plan *plan = make->plan;
    bool wants_passages = plan->has_clause_filter || plan->not_wanted;
    add_label_tier(make);
    if (!plan->filter && !plan->decision && !plan->not_wanted && !plan->misfit)
        return;
    pol_expr *all = pol_build_term(
        make->builder, wants_passages ? POL_PREFIX_BODY : POL_PREFIX_HEAD, POL_SPAN(""));
    make->tiers->are_documents = !wants_passages;
    add_tier(make, POL_TIER_ANY, without_unwanted(make, all));
}

/* Passages that every filter but that on decisions lets through, and that state none. */
static pol_expr *hidden_query(making *make)
{
    pol_plan *plan = make->plan;
    pol_expr *tiers = pol_build_list(make->builder, XC_OR, &make->unhidden, 0);
    if (!plan->decision || plan->units.count == 0 || !tiers)
        return NULL;
    pol_expr *unknown = pol_build_term(make->builder, pol_field_info_of(POL_FIELD_DECISION)->prefix,
                                       pol_span_of(pol_decision_code(POL_DECISION_UNKNOWN)));
    return pol_build_pair(make->builder, XC_AND_NOT,
                          pol_build_pair(make->builder, XC_AND, tiers, unknown), plan->decision);
}

pol_status pol_tiers_make(pol_plan *plan, const pol_search_options *options, pol_tiers *ret_tiers,
                          pol_error *reterr)
{
    making make = {.plan = plan, .builder = &plan->builder, .options = options, .tiers = ret_tiers};
    pol_status status = POL_OK;
    *ret_tiers = (pol_tiers){.count = 0};
    if (plan->units.count == 0) {
        add_filters_alone(&make);
    } else if (options->match == POL_MATCH_ANY) {
        add_label_tier(&make);
        status = add_loose_tier(&make, POL_TIER_ANY, reterr);
    } else {
        status = add_tiers(&make, reterr);
    }
    ret_tiers->hidden = hidden_query(&make);
    pol_expr *shown = pol_build_list(&plan->builder, XC_OR, &make.shown, 0);
    if (plan->filter || plan->decision || plan->misfit)
        ret_tiers->unfiltered = shown;
    return status == POL_OK ? pol_plan_status(plan, reterr) : status;
}
