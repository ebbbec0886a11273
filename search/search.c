/* search.c - a query to results: parsed, planned, matched tier by tier, read. */
#include "search/once.h"

#include <stdio.h>
#include <stdlib.h>

#include "search/alias.h"
#include "search/evaluate/bits.h"
#include "search/evaluate/dated.h"
#include "search/evaluate/postings.h"
#include "search/explain.h"
#include "search/facets.h"
#include "search/local.h"
#include "search/local/impacts.h"
#include "search/meeting.h"
#include "search/plan.h"
#include "search/plan/match.h"
#include "search/plan/tiers.h"
#include "search/results/build.h"
#include "search/spelling.h"

enum { ATTEMPTS = 5, EXPLAIN_BYTES_MAX = 4 << 20 };

/* One attempt at a search. */
typedef struct run {
    pol_index *index;
    const pol_search_options *options;
    const pol_results *typed; /* what was found as typed, where this is another spelling; or NULL */
    pol_query *query;
    bool is_read;     /* its words as filters */
    bool has_aliases; /* the query got what its words may stand for */
    pol_plan plan;
    pol_tiers tiers;
    pol_results_owner *owner;
    pol_found *found;
    size_t found_count;
    pol_expr_list seen;    /* grouped: documents of earlier tiers */
    const pol_set *listed; /* the same of those that were had from posting lists; or NULL */
    pol_buffer explain;
    bool needs_matcher; /* posting lists were too long to be held */
} run;

static pol_status fail_room(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a search");
}

/* --- matching --------------------------------------------------------------------- */

/* What has no weights comes newest first. */
static void set_order(xc_search *search, const pol_segment *segment, pol_sort sort)
{
    if (sort == POL_SORT_RELEVANCE && segment->is_ranked)
        return;
    search->sort = XC_BY_VALUE_THEN_RELEVANCE;
    search->sort_slot = sort == POL_SORT_CHANGED ? POL_SLOT_CHANGED : POL_SLOT_DATE;
    search->sorts_descending = sort != POL_SORT_OLDEST;
}

static size_t found_max(const run *now)
{
    bool has_passages = now->options->is_grouped && !now->options->only_ids;
    return now->options->count * (has_passages ? POL_GROUP_PASSAGES : 1);
}

/* Documents that were asked for as such. */
static bool are_heads(const pol_segment *segment)
{
    return segment->tier == POL_TIER_LABEL || segment->tier == POL_TIER_CONFERENCE;
}

static void add_found(run *now, const pol_segment *segment, const xc_match *match, uint32_t more)
{
    bool is_head = are_heads(segment) || now->tiers.are_documents;
    if (now->found_count == found_max(now))
        return;
    now->found[now->found_count++] = (pol_found){
        .docid = match->docid,
        .tier = segment->tier,
        .score = match->weight,
        .is_head = is_head,
        .is_document = is_head || pol_tiers_is_title_only(&now->tiers, match->docid),
        .more = more,
    };
}

static pol_status explain_hits(run *now, xc_matches *matches, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < xc_matches_count(matches) && status == POL_OK; i++)
        status = pol_explain_hit(&now->plan, matches, i, &now->explain, reterr);
    return status;
}

/* The best passages of the document that the collapsed hit stands for. */
static pol_status find_group(run *now, const pol_segment *segment, xc_matches *documents,
                             size_t hit, pol_error *reterr)
{
    pol_builder *builder = &now->plan.builder;
    pol_span id;
    xc_search search;
    xc_matches *matches = NULL;
    const xc_match *best = xc_matches_at(documents, hit);
    pol_status status = pol_match_value(now->index, documents, hit, POL_SLOT_DOCUMENT,
                                        &now->plan.arena, &id, reterr);
    if (status != POL_OK)
        return status;
    pol_match_init(&search, pol_build_pair(builder, XC_FILTER, segment->query,
                                           pol_build_term(builder, POL_PREFIX_DOCUMENT, id)));
    search.count = POL_GROUP_PASSAGES;
    status = pol_plan_status(&now->plan, reterr);
    if (status == POL_OK)
        status = pol_match_run(now->index, &search, &matches, reterr);
    if (status != POL_OK)
        return status;
    size_t count = xc_matches_count(matches);
    uint32_t more = xc_matches_totals(matches)->lower - (uint32_t)count;
    for (size_t i = 0; i < count; i++)
        add_found(now, segment, xc_matches_at(matches, i), more);
    if (count == 0) /* cannot be, but the hit itself is sure */
        add_found(now, segment, best, 0);
    xc_matches_free(matches);
    return POL_OK;
}

static pol_status take_hits(run *now, const pol_segment *segment, xc_matches *matches,
                            pol_error *reterr)
{
    pol_status status = POL_OK;
    bool wants_groups = now->options->is_grouped && !now->options->only_ids;
    for (size_t i = 0; i < xc_matches_count(matches) && status == POL_OK; i++) {
        if (wants_groups && !now->tiers.are_documents && !are_heads(segment) &&
            !pol_match_is_late(now->index))
            status = find_group(now, segment, matches, i, reterr);
        else
            add_found(now, segment, xc_matches_at(matches, i), 0);
    }
    if (status == POL_OK && now->options->wants_explain)
        status = explain_hits(now, matches, reterr);
    return status;
}

static pol_status list_seen(run *now, const pol_set *documents, pol_error *reterr)
{
    const pol_set both[] = {now->listed ? *now->listed : (pol_set){0}, *documents};
    pol_set *seen = pol_arena_array(&now->plan.arena, 1, sizeof *seen);
    if (!seen || !pol_set_or(both, 2, now->index->last_docid, &now->plan.arena, seen))
        return fail_room(reterr);
    now->listed = seen;
    return POL_OK;
}

/* Documents of a tier are not shown again in a later one. */
static pol_status remember_documents(run *now, const pol_segment *segment, pol_error *reterr)
{
    pol_id_list list = {0};
    const pol_set *heads = NULL;
    pol_builder *builder = &now->plan.builder;
    pol_status status = POL_OK;
    if (now->plan.is_for_lists && are_heads(segment)) {
        status = pol_local_find(&now->plan, segment->condition, &heads, reterr);
        return status == POL_OK ? list_seen(now, heads, reterr) : status;
    }
    status = pol_match_documents(now->index, segment->condition, POL_TIER_DOCUMENTS_MAX,
                                 &now->plan.arena, &list, reterr);
    now->plan.is_cut |= list.is_cut;
    for (size_t i = 0; i < list.count; i++)
        pol_expr_list_add(builder, &now->seen,
                          pol_build_term(builder, POL_PREFIX_DOCUMENT, list.ids[i]));
    return status;
}

static bool is_last_of_tiers(const run *now, size_t which)
{
    return which + 1 == now->tiers.count;
}

/* What is counted in facets stays what matches. */
static pol_expr *without_seen(run *now, pol_expr *expr)
{
    pol_builder *builder = &now->plan.builder;
    pol_expr_list again = {0};
    for (size_t i = 0; i < now->seen.count; i++)
        pol_expr_list_add(builder, &again, now->seen.items[i]);
    pol_expr *seen = pol_build_list(builder, XC_OR, &again, 0);
    return pol_build_pair(builder, XC_AND_NOT, expr, seen);
}

static void count_segment(run *now, const pol_segment *segment, uint32_t total, size_t *offset)
{
    pol_results *results = &now->owner->results;
    results->tier_totals[segment->tier] += total;
    results->total += total;
    *offset += total;
}

/* Can its hits be had from posting lists? */
static bool is_for_lists(const run *now, const pol_segment *segment)
{
    return segment->is_ranked && now->plan.is_for_lists;
}

/* Which of its hits the page has. */
static void page_of(const run *now, size_t offset, size_t *ret_first, size_t *ret_count)
{
    const pol_search_options *options = now->options;
    size_t end = options->first + options->count;
    *ret_first = options->first > offset ? options->first - offset : 0;
    *ret_count = end > offset + *ret_first ? end - offset - *ret_first : 0;
}

/* The same from posting lists. POL_LIMIT: they are too long to be held. */
static pol_status list_segment(run *now, const pol_segment *segment, size_t *offset,
                               pol_error *reterr)
{
    pol_ranked ranked;
    size_t first = 0, count = 0;
    const pol_search_options *options = now->options;
    size_t group = !options->is_grouped ? 0 : options->only_ids ? 1 : POL_GROUP_PASSAGES;
    page_of(now, *offset, &first, &count);
    pol_status status = pol_local_rank(&now->plan, without_seen(now, segment->condition),
                                       now->listed, first, count, group, &ranked, reterr);
    if (status != POL_OK)
        return status;
    for (size_t i = 0; i < ranked.count; i++) {
        const pol_ranked_hit *hit = &ranked.hits[i];
        add_found(now, segment, &(xc_match){.docid = hit->docid, .weight = hit->score}, hit->more);
    }
    if (options->wants_explain)
        status = pol_explain_ranked(&now->plan, &ranked, &now->explain, reterr);
    if (status != POL_OK)
        return status;
    count_segment(now, segment, (uint32_t)(group ? ranked.documents->count : ranked.matched),
                  offset);
    return group ? list_seen(now, ranked.documents, reterr) : POL_OK;
}

/* What has no weights, from columns where that can be: documents, or passages one by one. */
static pol_status date_segment(run *now, const pol_segment *segment, const xc_search *search,
                               size_t *offset, bool *ret_did, pol_error *reterr)
{
    pol_dated dated = {0};
    const pol_search_options *options = now->options;
    const bool is_plain = !options->is_grouped || are_heads(segment) || now->tiers.are_documents;
    *ret_did = false;
    if (segment->is_ranked || !is_plain || options->wants_explain || now->needs_matcher)
        return POL_OK;
    pol_status status = pol_dated_find(&now->plan, without_seen(now, segment->condition),
                                       search->sort_slot, search->sorts_descending, search->first,
                                       search->count, &dated, ret_did, reterr);
    if (status != POL_OK || !*ret_did)
        return status;
    for (size_t i = 0; i < dated.count; i++)
        add_found(now, segment, &(xc_match){.docid = dated.hits[i]}, 0);
    count_segment(now, segment, (uint32_t)dated.total, offset);
    return POL_OK;
}

/* Matches one segment; its hits count from `*offset` on, which it moves. */
static pol_status run_segment(run *now, size_t which, size_t *offset, pol_error *reterr)
{
    pol_segment *segment = &now->tiers.segments[which];
    const pol_search_options *options = now->options;
    size_t first = 0, count = 0;
    xc_search search;
    bool is_done = false;
    xc_matches *matches = NULL;
    if (is_for_lists(now, segment))
        return list_segment(now, segment, offset, reterr);
    page_of(now, *offset, &first, &count);
    pol_match_init(&search, without_seen(now, segment->query));
    set_order(&search, segment, options->sort);
    search.first = first < UINT32_MAX ? (uint32_t)first : UINT32_MAX;
    search.count = (uint32_t)count;
    if (options->is_grouped)
        search.collapse_slot = POL_SLOT_DOCUMENT;
    pol_status status = pol_plan_status(&now->plan, reterr);
    if (status == POL_OK)
        status = date_segment(now, segment, &search, offset, &is_done, reterr);
    if (status == POL_OK && !is_done)
        status = pol_match_run(now->index, &search, &matches, reterr);
    if (status == POL_OK && !is_done)
        status = take_hits(now, segment, matches, reterr);
    if (status == POL_OK && !is_done)
        count_segment(now, segment, pol_match_total(matches), offset);
    xc_matches_free(matches);
    if (status == POL_OK && options->is_grouped && !is_last_of_tiers(now, which))
        status = remember_documents(now, segment, reterr);
    return status;
}

static pol_status run_segments(run *now, pol_error *reterr)
{
    pol_status status = POL_OK;
    size_t offset = 0;
    now->found = pol_arena_array(&now->plan.arena, found_max(now) + 1, sizeof *now->found);
    if (!now->found)
        return fail_room(reterr);
    for (size_t i = 0; i < now->tiers.count && status == POL_OK; i++)
        status = run_segment(now, i, &offset, reterr);
    free(now->seen.items);
    now->seen = (pol_expr_list){0};
    return status;
}

/* --- what is said about them ------------------------------------------------------ */

static pol_status keep(run *now, pol_span text, pol_span *ret_copy, pol_error *reterr)
{
    *ret_copy = pol_arena_copy(&now->owner->arena, text.data ? text : POL_SPAN(""));
    return ret_copy->data ? POL_OK : fail_room(reterr);
}

/* Nothing found although the words are there: the filters are the reason. */
static pol_status note_filters(run *now, pol_error *reterr)
{
    uint32_t count = 0;
    const pol_results *results = &now->owner->results;
    uint32_t partial = results->tier_totals[POL_TIER_PARTIAL];
    if (partial && partial == results->total && now->tiers.has_complete)
        pol_plan_note(&now->plan, "with these filters nothing has all the words");
    if (results->total || results->hidden_not_stated || !now->tiers.unfiltered)
        return POL_OK;
    pol_status status = pol_match_count(now->index, now->tiers.unfiltered, &count, reterr);
    if (status == POL_OK && count && now->plan.units.count)
        pol_plan_note(&now->plan, "without the filters there would be %u match%s", count,
                      count == 1 ? "" : "es");
    return status;
}

static void note_time(run *now)
{
    if (now->index->has_timed_out)
        pol_plan_note(&now->plan, "the time for this search was over before everything was "
                                  "looked at: numbers are estimates");
}

/* What comes instead of a number that was asked for is not it. */
static pol_status note_number(run *now, pol_error *reterr)
{
    uint32_t count = 0;
    const pol_node_list *labels = &now->plan.labels;
    pol_status status = pol_match_count(now->index, now->plan.label, &count, reterr);
    if (status == POL_OK && labels->count && count == 0)
        pol_plan_note(&now->plan, "no document has the number ‘%.*s’",
                      POL_SPAN_ARGS(pol_span_first(labels->items[0]->typed, 80)));
    return status;
}

/* Does something have the words, whatever the filters? */
static pol_status is_answered(run *now, bool *ret_is, pol_error *reterr)
{
    uint32_t count = now->owner->results.total;
    pol_status status = POL_OK;
    if (now->options->match == POL_MATCH_ANY && count == 0)
        status = pol_match_count(now->index, now->tiers.unfiltered, &count, reterr);
    *ret_is = now->options->match == POL_MATCH_ANY ? count > 0 : now->tiers.has_complete;
    return status;
}

/* Nothing has a word that was typed: what was found for the others is not what was asked for. */
static void note_lack(pol_results *results, const pol_spelling *spelling)
{
    uint32_t partial = results->tier_totals[POL_TIER_PARTIAL];
    if (partial == 0 || partial < results->total || spelling->rest.size == 0)
        return;
    results->lacks_words = true;
    results->is_off_subject = spelling->unknown_count >= spelling->known_count;
    results->other_words = spelling->known;
    results->other_word_count = spelling->known_count;
    results->rest = spelling->rest;
}

static pol_status check_spelling(run *now, pol_span query, pol_error *reterr)
{
    pol_spelling spelling;
    pol_results *results = &now->owner->results;
    bool has_best = results->tier_totals[POL_TIER_PASSAGE] ||
                    results->tier_totals[POL_TIER_DOCUMENT] || results->hidden_not_stated;
    if (now->typed)
        return is_answered(now, &now->owner->is_answered, reterr);
    if (has_best || now->options->only_ids)
        return POL_OK;
    pol_status status =
        pol_spelling_check(&now->plan, query, &now->owner->arena, &spelling, reterr);
    /* what was found by its number or conference was found */
    if (!spelling.is_filter || results->total == results->tier_totals[POL_TIER_PARTIAL])
        results->suggestion = spelling.suggestion;
    results->unknown_words = spelling.unknown;
    results->unknown_word_count = spelling.unknown_count;
    note_lack(results, &spelling);
    if (status == POL_OK && spelling.is_sure)
        status = is_answered(now, &now->owner->is_answered, reterr);
    now->owner->is_sure = spelling.is_sure && !now->owner->is_answered;
    return status;
}

/* Another spelling was searched for: of which words, and what. */
static void note_correction(run *now, pol_span corrected)
{
    enum { SHOWN_WORDS = 3, SHOWN_BYTES = 80 };
    char words[SHOWN_WORDS * (SHOWN_BYTES + 16)] = "";
    const pol_results *typed = now->typed;
    for (size_t i = 0; i < typed->unknown_word_count && i < SHOWN_WORDS; i++) {
        size_t size = strlen(words);
        pol_span word = pol_span_first(typed->unknown_words[i], SHOWN_BYTES);
        snprintf(words + size, sizeof words - size, "%s‘%.*s’", i ? ", " : "", POL_SPAN_ARGS(word));
    }
    pol_plan_note(&now->plan, "nothing has %s: this is what was found for ‘%.*s’", words,
                  POL_SPAN_ARGS(pol_span_first(corrected, 2 * SHOWN_BYTES)));
}

static pol_status copy_notes(run *now, pol_error *reterr)
{
    pol_results *results = &now->owner->results;
    size_t typed = pol_query_note_count(now->query);
    size_t count = typed + now->plan.note_count;
    const char **notes = pol_arena_array(&now->owner->arena, count + 1, sizeof *notes);
    if (!notes)
        return fail_room(reterr);
    for (size_t i = 0; i < count; i++) {
        const char *note = i < typed ? pol_query_note(now->query, i) : now->plan.notes[i - typed];
        pol_span copy;
        pol_status status = keep(now, pol_span_of(note), &copy, reterr);
        if (status != POL_OK)
            return status;
        notes[i] = copy.data;
    }
    results->notes = notes;
    results->note_count = count;
    return POL_OK;
}

static pol_status keep_understood(run *now, pol_span *ret_text, pol_error *reterr)
{
    pol_buffer buffer;
    pol_buffer_init(&buffer, 4 * POL_QUERY_MAX);
    pol_query_understood(now->query, &buffer);
    pol_status status = keep(now, pol_buffer_span(&buffer), ret_text, reterr);
    pol_buffer_done(&buffer);
    return status;
}

static pol_tier best_tier(const pol_results *results)
{
    for (int tier = 0; tier < POL_TIER_COUNT; tier++)
        if (results->tier_totals[tier])
            return (pol_tier)tier;
    return POL_TIER_PASSAGE;
}

static pol_status describe(run *now, pol_span query, pol_error *reterr)
{
    pol_results *results = &now->owner->results;
    results->tier = best_tier(results);
    results->is_grouped = now->options->is_grouped;
    results->is_read = now->is_read;
    results->asks_nothing = !pol_query_root(now->query);
    results->offset = now->options->first;
    results->limit = now->options->count;
    results->indexed_documents = now->index->documents;
    pol_status status =
        pol_match_count(now->index, now->tiers.hidden, &results->hidden_not_stated, reterr);
    if (status == POL_OK)
        status = note_filters(now, reterr);
    if (status == POL_OK)
        status = note_number(now, reterr);
    if (now->typed)
        note_correction(now, query);
    if (status == POL_OK)
        status = check_spelling(now, query, reterr);
    if (status == POL_OK && (now->options->wants_facets || now->options->wants_chart))
        status = pol_facets_count(&now->plan, &now->tiers, now->options, now->owner, reterr);
    note_time(now);
    results->has_timed_out = now->index->has_timed_out;
    results->total_is_exact = !now->plan.is_cut && !results->has_timed_out;
    if (status == POL_OK)
        status = keep(now, query, &results->query, reterr);
    if (status == POL_OK)
        status = keep_understood(now, &results->understood, reterr);
    if (status == POL_OK && now->options->wants_explain)
        status = keep(now, pol_buffer_span(&now->explain), &results->explain, reterr);
    return status == POL_OK ? copy_notes(now, reterr) : status;
}

/* --- a whole attempt -------------------------------------------------------------- */

static pol_status read_hits(run *now, pol_error *reterr)
{
    if (now->options->only_ids)
        return pol_results_read_ids(now->owner, now->index, now->found, now->found_count, reterr);
    return pol_results_read(now->owner, now->index, pol_query_root(now->query), now->found,
                            now->found_count, reterr);
}

/* What the index knows of the words. */
static pol_status add_known(run *now, pol_error *reterr)
{
    pol_status status = pol_alias_add(now->query, now->index, reterr);
    return status == POL_OK ? pol_meeting_add(now->query, now->index, reterr) : status;
}

/* Can tiers be had from posting lists? Not where nothing weighs, as the start of a word that only
 * titles have: these hits come by date. */
static bool plans_for_lists(const run *now)
{
    const pol_plan *plan = &now->plan;
    return !now->needs_matcher && now->options->sort == POL_SORT_RELEVANCE &&
           (plan->rank || plan->units.count == 0) && pol_local_knows(now->index);
}

static pol_status attempt(run *now, pol_span query, pol_error *reterr)
{
    now->index->has_timed_out = false;
    pol_postings_trim(now->index);
    pol_impacts_trim(now->index);
    pol_bits_trim(now->index);
    pol_status status = pol_results_new(&now->owner, reterr);
    if (status == POL_OK && !now->has_aliases && !now->options->is_literal)
        status = add_known(now, reterr);
    now->has_aliases = status == POL_OK;
    if (status == POL_OK)
        status = pol_plan_make(&now->plan, now->index, pol_query_root(now->query), reterr);
    now->plan.is_for_lists = plans_for_lists(now);
    if (status == POL_OK)
        status = pol_tiers_make(&now->plan, now->options, &now->tiers, reterr);
    if (status == POL_OK && now->options->wants_explain)
        status = pol_explain_query(&now->plan, now->query, &now->tiers, &now->explain, reterr);
    if (status == POL_OK)
        status = run_segments(now, reterr);
    if (status == POL_OK)
        status = read_hits(now, reterr);
    return status == POL_OK ? describe(now, query, reterr) : status;
}

static void forget_attempt(run *now)
{
    now->listed = NULL;
    pol_plan_done(&now->plan);
    pol_buffer_clear(&now->explain);
    if (now->owner)
        pol_results_free(&now->owner->results);
    now->owner = NULL;
    now->found_count = 0;
}

static pol_status parse(run *now, pol_span text, pol_error *reterr)
{
    const pol_search_options *options = now->options;
    if (options->count < 1 || options->count > POL_COUNT_MAX)
        return pol_fail(reterr, POL_USAGE, 0, "a page has 1 to %d hits, not %zu", POL_COUNT_MAX,
                        options->count);
    if (options->first > UINT32_MAX)
        return pol_fail(reterr, POL_USAGE, 0, "no search has as many as %zu hits", options->first);
    pol_status status =
        pol_query_parse_with(now->index->analyser, text, options->is_literal, &now->query, reterr);
    if (status == POL_OK && !options->is_literal && !options->keeps_spelling)
        status = pol_query_read_outcomes(now->query, &now->is_read, reterr);
    for (size_t i = 0; i < options->filter_count && status == POL_OK; i++)
        status = (options->filters[i].is_exact ? pol_query_add_exact : pol_query_add_filter)(
            now->query, options->filters[i].field, options->filters[i].value, reterr);
    return status;
}

/* What it was taken for besides was known of another revision. */
static void forget_query(run *now)
{
    pol_query_free(now->query);
    now->query = NULL;
    now->has_aliases = false;
}

static pol_status attempts(run *now, pol_span query, pol_error *reterr)
{
    pol_status status = attempt(now, query, reterr);
    if (status == POL_LIMIT && now->plan.is_for_lists) {
        now->needs_matcher = true;
        forget_attempt(now);
        status = attempt(now, query, reterr);
    }
    for (int again = 1; status == POL_CHANGED && again < ATTEMPTS; again++) {
        forget_attempt(now);
        forget_query(now);
        status = pol_index_reopen(now->index, reterr);
        if (status == POL_OK)
            status = parse(now, query, reterr);
        if (status == POL_OK)
            status = attempt(now, query, reterr);
    }
    return status;
}

pol_status pol_search_once(pol_index *index, pol_span query, const pol_search_options *options,
                           const pol_results *typed, pol_results_owner **ret_owner,
                           pol_error *reterr)
{
    run now = {.index = index, .options = options, .typed = typed};
    *ret_owner = NULL;
    pol_buffer_init(&now.explain, EXPLAIN_BYTES_MAX);
    pol_status status = parse(&now, query, reterr);
    if (status == POL_OK)
        status = attempts(&now, query, reterr);
    if (status == POL_OK) {
        *ret_owner = now.owner;
        now.owner = NULL;
    }
    forget_attempt(&now);
    pol_buffer_done(&now.explain);
    pol_query_free(now.query);
    return status;
}
