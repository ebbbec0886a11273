/* search.h - run a query against an index and read ranked passages.
 *
 * Hits come in tiers (search/results.h): all words in one passage; where these are fewer
 * than POL_TIER_ENOUGH also all words in one document; and where these are fewer than
 * POL_TIER_DOCUMENTS_ENOUGH documents, some of the words. Which tiers are shown depends on the
 * words alone, not on filters: a filter only ever takes hits away, so facets, which count all
 * tiers shown, never grow when one is added.
 *
 * Text is UTF-8; lengths and offsets count bytes. Use one pol_index per thread; a
 * pol_results is immutable and outlives its index. */
#ifndef POL_SEARCH_SEARCH_H
#define POL_SEARCH_SEARCH_H

#include "search/index.h"
#include "search/query.h"
#include "search/results.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_COUNT_MAX = 1000,           /* hits of one page */
    POL_TIER_ENOUGH = 100,          /* hits in passages that make the next tier needless */
    POL_TIER_DOCUMENTS_MAX = 1000,  /* documents that the second tier looks at */
    POL_TIER_DOCUMENTS_ENOUGH = 10, /* documents with all the words: no others are shown */
    POL_GROUP_PASSAGES = 3          /* passages shown of each document of a group */
};

typedef enum pol_match {
    POL_MATCH_ALL = 0, /* in tiers */
    POL_MATCH_ANY      /* one ranking of everything that has a word */
} pol_match;

typedef enum pol_sort {
    POL_SORT_RELEVANCE = 0,
    POL_SORT_NEWEST, /* within each tier by date, undated last; equal dates by relevance */
    POL_SORT_OLDEST,
    POL_SORT_CHANGED /* whose record changed last comes first */
} pol_sort;

/* A filter beside the query's own. `value` is what would stand behind the colon, or, where
 * `is_exact`, what the document has in full, as facets print it: "Health Care Conference" is
 * not the "National Health Care Conference", whatever quotes, colons and commas stand in it.
 *
 * Filters of different fields must all match. Of one field: exact ones are alternatives;
 * others are as if they had been typed, alternatives too (decision:carried decision:lost) but
 * for the words of conference and org, which must all match. An exact filter and another one of the
 * same field must both match, so that a facet narrows what was typed.
 *
 * Exact are CONFERENCE, YEAR, DECISION (the document's, not a point's own), KIND, CLAUSE and
 * ORG; decision "policy", ranges and lists of values are not exact. */
typedef struct pol_search_filter {
    pol_field field;
    pol_span value;
    bool is_exact;
} pol_search_filter;

/* All zero but `count` is a good start. */
typedef struct pol_search_options {
    size_t first; /* rank of the first hit wanted, from 0 */
    size_t count; /* hits wanted, 1..POL_COUNT_MAX; documents where is_grouped */
    pol_match match;
    pol_sort sort;
    bool is_grouped; /* by document, the best POL_GROUP_PASSAGES passages of each */
    bool is_literal; /* no operators: every word is a word */
    bool wants_facets;
    bool wants_chart; /* results->chart: documents by year and decision */
    bool wants_explain;
    bool only_complete;  /* some of the words only where nothing has all; so it is in any case where
                            `sort` is not by relevance */
    bool keeps_spelling; /* what was typed is searched for, even where nothing has its words and
                            others are spelt nearly so, or where they mean filters
                            (pol_query_read_outcomes) */
    bool only_ids;       /* hits have their document's id, tier and score, nothing else */
    const pol_search_filter *filters;
    size_t filter_count;
    uint32_t timeout_ms; /* matching stops about then: what was found until then is shown,
                            total is an estimate, and a note says so; 0: none */
} pol_search_options;

/* Runs `query` (docs/query-language.md); free with pol_results_free(). No match is POL_OK
 * with zero hits. Fails: POL_USAGE (a filter's value is none, a field that has no exact filter,
 * reterr->at = offset in `query`; options out of their bounds), POL_LIMIT (a query over
 * POL_QUERY_MAX, or one that takes far longer than timeout_ms), POL_CHANGED (the index moved on
 * again and again), POL_CORRUPT, POL_UNREACHABLE, POL_IO, POL_NOMEM. */
POL_MUST_CHECK pol_status pol_search(pol_index *index, pol_span query,
                                     const pol_search_options *options, pol_results **ret_results,
                                     pol_error *reterr);

/* One document, all of it; its relations have title and number of the other where that is in
 * the index. */
typedef struct pol_shown {
    const pol_stored *stored;
} pol_shown;

/* By its id, by the unambiguous start of one, or by a permalink's "ID#p7". Free with
 * pol_shown_free(). Fails: POL_NOTFOUND; POL_USAGE (several ids start so; the text names
 * some); and as pol_search(). */
POL_MUST_CHECK pol_status pol_show(pol_index *index, pol_span id, pol_shown **ret_shown,
                                   pol_error *reterr);
void pol_shown_free(pol_shown *shown); /* NULL is allowed */

#ifdef __cplusplus
}
#endif
#endif
