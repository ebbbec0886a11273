/* ask.h - what pages, API and feeds ask of the search: parameters of an address to search options,
 * and back to addresses that differ in one thing. The one place that knows the parameters' names.
 *
 *   /search?q=pay&decision=carried&decision=carried_amended&from=2010&to=2015&sort=newest
 *
 * q; conference, decision, kind, clause, org, year (exact values of facets; each may be repeated:
 * any of them); by, standing, number, source (as behind the colon in a query); from, to (years);
 * sort (relevance, newest, oldest); group (motion, none); match (all, any); spelling (corrected,
 * typed); page (from 1), limit.
 * Values that are empty are as if they were not there, since forms send them so. Unknown names
 * are left alone. */
#ifndef POL_WEB_ASK_H
#define POL_WEB_ASK_H

#include "search/search.h"
#include "web/request.h"
#include "web/response.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_ASK_FILTERS_MAX = 48,
    POL_ASK_LIMIT_DEFAULT = 20,
    POL_ASK_LIMIT_MAX = 100,
    POL_ASK_OFFSET_MAX = 10000, /* hits before the page: further ones cost too much to rank */
    POL_ASK_QUERY_MAX = 4 << 10 /* bytes of q */
};

typedef struct pol_ask {
    pol_span query; /* never absent */
    pol_search_filter filters[POL_ASK_FILTERS_MAX];
    size_t filter_count;
    pol_span year_from, year_to; /* four digits; absent: open */
    pol_span year_range;         /* "2010..2015", for the search; absent where both are open */
    pol_sort sort;
    pol_match match;
    bool is_grouped;
    bool keeps_spelling;
    size_t page;  /* from 1 */
    size_t limit; /* hits of a page */
} pol_ask;

/* Fails: POL_USAGE (a value that is none: the text names the parameter and what it may be),
 * POL_LIMIT, POL_NOMEM. */
POL_MUST_CHECK pol_status pol_ask_parse(const pol_request *request, pol_ask *ret_ask,
                                        pol_error *reterr);

/* Does it ask for anything: words or a filter? */
bool pol_ask_is_empty(const pol_ask *ask);

/* Options that borrow from `ask`, with the time that a search may take; filters include the
 * years. Room for one filter more than POL_ASK_FILTERS_MAX in `filters`. */
void pol_ask_options(const pol_ask *ask, pol_search_filter *filters,
                     pol_search_options *ret_options);

/* How long an answer with these results may be kept: what was cut short, since the server was busy,
 * is not what the next one is to see. */
pol_keeping pol_ask_keeping(const pol_results *results);

/* How an address differs from the one asked for. All zero: not at all, but its first page. */
typedef struct pol_ask_change {
    bool adds_filter, removes_filter; /* of this field and value */
    bool removes_field;               /* all filters of this field; with YEAR the range too */
    bool removes_all;                 /* all filters and the range */
    pol_field field;
    pol_span value;
    size_t page;                                 /* 0: the first */
    const char *sort, *group, *match, *spelling; /* values as above; NULL: as asked */
    pol_span query;                              /* absent: as asked */
} pol_ask_change;

/* Appends the address, percent-encoded, not escaped for HTML: the path, and the parameters that
 * are not as by default, always in the same order. */
void pol_ask_add_url(const pol_ask *ask, const char *path, const pol_ask_change *change,
                     pol_buffer *buffer);

#ifdef __cplusplus
}
#endif
#endif
