/* scan.h - many long queries at once to the passages that score best for each.
 *
 * BM25 (Robertson and Zaragoza 2009) with k1 = 1.2, b = 1 and no minimum of the normalised length,
 * over the posting lists themselves, each read once for all queries that have its stem. Exact:
 * every passage that has a term is scored. On an index with remote parts Xapian's matcher is asked
 * instead, once a query. */
#ifndef POL_SEARCH_SCAN_H
#define POL_SEARCH_SCAN_H

#include "core/arena.h"
#include "search/index.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_SCAN_TERMS_MAX = 40, /* of one query that count: those that weigh most */
    POL_SCAN_DEPTH_MAX = 1000,
    POL_SCAN_QUERIES_MAX = 512
};

typedef struct pol_scan_term {
    pol_span stem;
    double weight; /* > 0: what BM25's own weight of the stem is multiplied with (its share of the
                      query, saturated) */
} pol_scan_term;

typedef struct pol_scan_query {
    const pol_scan_term *terms; /* no stem twice; those over POL_SCAN_TERMS_MAX, by weight times
                                   inverse document frequency, are passed over */
    size_t term_count;
} pol_scan_query;

typedef struct pol_scan_hit {
    xc_docid docid; /* of a passage */
    double score;
} pol_scan_hit;

typedef struct pol_scan_hits {
    const pol_scan_hit *hits; /* the best first, equals by docid */
    size_t count;
} pol_scan_hits;

/* The best `depth` of each query, in the arena; `ret_hits` has room for `count`. `deadline_ns` is
 * of CLOCK_MONOTONIC, 0: none; queries not reached then have no hits and *ret_is_cut is true.
 * Fails: POL_USAGE (out of the bounds), POL_NOMEM, POL_LIMIT, and as reading the index. */
POL_MUST_CHECK pol_status pol_scan(pol_index *index, const pol_scan_query *queries, size_t count,
                                   size_t depth, int64_t deadline_ns, pol_arena *arena,
                                   pol_scan_hits *ret_hits, bool *ret_is_cut, pol_error *reterr);

/* The same with room for `scores_max` scores at once, at least 1: for tests. What pol_scan() has
 * room for is POL_SCAN_SCORES_MAX, 32 MB, whatever the size of the index. */
enum { POL_SCAN_SCORES_MAX = 8 << 20 };
POL_MUST_CHECK pol_status pol_scan_within(pol_index *index, const pol_scan_query *queries,
                                          size_t count, size_t depth, int64_t deadline_ns,
                                          size_t scores_max, pol_arena *arena,
                                          pol_scan_hits *ret_hits, bool *ret_is_cut,
                                          pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
