/* match.h - the few ways in which a planned query is put to Xapian.
 *
 * Every match looks at the whole collection: totals are exact, and the best hits are the
 * best ones (with positional branches under OR, Xapian 1.4 is wrong about the first ten
 * otherwise). What that costs was bounded by the plan. */
#ifndef POL_SEARCH_PLAN_MATCH_H
#define POL_SEARCH_PLAN_MATCH_H

#include "core/arena.h"
#include "search/index.h"
#include "search/plan/builder.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Fills in `search` for `query`: the whole collection, our weighting. */
void pol_match_init(xc_search *search, pol_expr *query);

/* CLOCK_MONOTONIC. */
int64_t pol_match_clock(void);

/* Is it over, the time of the search that runs? Notes it in has_timed_out. What is looked up
 * outside of matches asks this now and then. */
bool pol_match_is_late(pol_index *index);

/* Free with xc_matches_free(). Stops at index->deadline_ns, which it notes in has_timed_out.
 * Fails: POL_LIMIT after index->give_up_ns, since hundreds of phrases take long to be begun, each
 * of them, however short the time that is left; and as reading the index. */
POL_MUST_CHECK pol_status pol_match_run(pol_index *index, const xc_search *search,
                                        xc_matches **ret_matches, pol_error *reterr);

/* How many match, by what was looked at. */
uint32_t pol_match_total(const xc_matches *matches);

/* How many match; a NULL query matches nothing. */
POL_MUST_CHECK pol_status pol_match_count(pol_index *index, pol_expr *query, uint32_t *ret_count,
                                          pol_error *reterr);

/* The same, but may stop at `enough`: exact below. */
POL_MUST_CHECK pol_status pol_match_count_to(pol_index *index, pol_expr *query, uint32_t enough,
                                             uint32_t *ret_count, pol_error *reterr);

typedef struct pol_id_list {
    pol_span *ids; /* keys of documents (core/schema.h), in the arena, sorted, each once */
    size_t count;
    bool is_cut; /* there are more than `max` */
} pol_id_list;

/* The documents that have a match, at most `max`, the newest. Fails also: POL_NOMEM,
 * POL_LIMIT. */
POL_MUST_CHECK pol_status pol_match_documents(pol_index *index, pol_expr *query, size_t max,
                                              pol_arena *arena, pol_id_list *ret_list,
                                              pol_error *reterr);

/* Value of a hit's slot, copied into `arena`; absent where it has none. */
POL_MUST_CHECK pol_status pol_match_value(pol_index *index, xc_matches *matches, size_t hit,
                                          xc_slot slot, pol_arena *arena, pol_span *ret_value,
                                          pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
