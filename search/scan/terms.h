/* terms.h - the queries of a scan to the stems that count, each once, and which query wants
 * it how much (private to search/). */
#ifndef POL_SEARCH_SCAN_TERMS_H
#define POL_SEARCH_SCAN_TERMS_H

#include "search/scan.h"

#define POL_SCAN_K1 1.2

/* A stem as one query has it. */
typedef struct pol_scan_want {
    pol_span stem; /* the caller's */
    uint32_t query;
    uint32_t frequency; /* entries that have the stem; not 0 */
    double weight;      /* as the query gives it */
    double gain;        /* what a passage gets for it, times the saturation of its occurrences */
} pol_scan_want;

/* Those that count, by query and then by gain: the highest first. In the arena. Fails: POL_NOMEM,
 * POL_LIMIT, and as reading the index. */
POL_MUST_CHECK pol_status pol_scan_terms_choose(pol_index *index, const pol_scan_query *queries,
                                                size_t count, pol_arena *arena,
                                                pol_scan_want **ret_wants, size_t *ret_count,
                                                pol_error *reterr);

/* The same by stem and then by query: those of one stem side by side. */
void pol_scan_terms_sort(pol_scan_want *wants, size_t count);

#endif
