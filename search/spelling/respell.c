/* respell.c - a search, and, where nothing has the words as they were typed, one for words that are
 * nearly spelt so.
 *
 * Which of the two answers depends on the words alone, not on the filters. */
#include "search/once.h"
#include "search/plan/match.h"

enum { GIVE_UP_AFTER_NS = 1000000000 /* beyond its time: what was begun may end */ };

static pol_status keep(pol_results_owner *owner, pol_span text, pol_span *ret_copy,
                       pol_error *reterr)
{
    *ret_copy = pol_arena_copy(&owner->arena, text.data ? text : POL_SPAN(""));
    return ret_copy->data ? POL_OK : pol_fail(reterr, POL_NOMEM, 0, "out of memory for a search");
}

/* What was found becomes the answer to what was typed. */
static pol_status adopt(pol_results_owner *owner, const pol_results *typed, pol_error *reterr)
{
    pol_results *results = &owner->results;
    size_t count = typed->unknown_word_count;
    pol_span *words = pol_arena_array(&owner->arena, count + 1, sizeof *words);
    if (!words)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for a search");
    pol_status status = POL_OK;
    for (size_t i = 0; i < count && status == POL_OK; i++)
        status = keep(owner, typed->unknown_words[i], &words[i], reterr);
    results->unknown_words = words;
    results->unknown_word_count = count;
    results->corrected = results->query;
    return status == POL_OK ? keep(owner, typed->query, &results->query, reterr) : status;
}

/* What finds nothing either takes nothing from what was found before. */
static pol_status respell(pol_index *index, const pol_search_options *options,
                          pol_results_owner **owner, pol_error *reterr)
{
    pol_results_owner *typed = *owner, *other = NULL;
    bool is_wanted = typed->is_sure && !options->keeps_spelling && !options->is_literal;
    if (!is_wanted || typed->results.suggestion.size > POL_QUERY_MAX || pol_match_is_late(index))
        return POL_OK;
    pol_status status =
        pol_search_once(index, typed->results.suggestion, options, &typed->results, &other, reterr);
    if (status == POL_OK && other->is_answered) {
        status = adopt(other, &typed->results, reterr);
        *owner = other;
        other = typed;
    }
    if (other)
        pol_results_free(&other->results);
    return status;
}

pol_status pol_search(pol_index *index, pol_span query, const pol_search_options *options,
                      pol_results **ret_results, pol_error *reterr)
{
    pol_results_owner *owner = NULL;
    int64_t start = pol_match_clock();
    *ret_results = NULL;
    index->deadline_ns = options->timeout_ms ? start + options->timeout_ms * INT64_C(1000000) : 0;
    index->give_up_ns = index->deadline_ns + GIVE_UP_AFTER_NS;
    pol_status status = pol_index_ensure(index, reterr);
    if (status == POL_OK)
        status = pol_search_once(index, query, options, NULL, &owner, reterr);
    if (status == POL_OK)
        status = respell(index, options, &owner, reterr);
    if (status == POL_OK) {
        owner->results.took_ms = (double)(pol_match_clock() - start) / 1e6;
        *ret_results = &owner->results;
    } else if (owner) {
        pol_results_free(&owner->results);
    }
    index->deadline_ns = 0;
    return status;
}
