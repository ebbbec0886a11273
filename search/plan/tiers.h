/* tiers.h - a plan to the list of Xapian queries whose matches, one after the other, are
 * the hits.
 *
 * The second tier needs what Xapian has no join for: documents (by their heads) that have
 * every word, then their passages that have any. It is bounded by
 * POL_TIER_DOCUMENTS_MAX documents, the newest. A document that has every word in its
 * title only stands there by its first passage, and is shown as itself. */
#ifndef POL_SEARCH_PLAN_TIERS_H
#define POL_SEARCH_PLAN_TIERS_H

#include "search/plan.h"
#include "search/search.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_SEGMENTS_MAX = 2 * POL_TIER_COUNT };

/* A run of hits of one tier and one order. */
typedef struct pol_segment {
    pol_tier tier;
    pol_expr *condition; /* what matches, filters included */
    pol_expr *query;     /* the same with weights */
    bool is_ranked;      /* it has weights */
} pol_segment;

typedef struct pol_tiers {
    pol_segment segments[POL_SEGMENTS_MAX];
    size_t count;
    pol_expr *hidden;           /* what only the decision filter hid, nothing being stated */
    pol_expr *unfiltered;       /* what would match without filters; NULL where there are none */
    pol_expr *titles;           /* these; NULL for none */
    const xc_docid *title_only; /* first passages that stand for their document, sorted */
    size_t title_only_count;
    bool has_complete;  /* something has all the words, filters aside */
    bool are_documents; /* filters alone: every hit is a document */
} pol_tiers;

/* Queries belong to the plan's builder, lists to its arena. Fails: POL_NOMEM, POL_LIMIT,
 * and as reading the index. */
POL_MUST_CHECK pol_status pol_tiers_make(pol_plan *plan, const pol_search_options *options,
                                         pol_tiers *ret_tiers, pol_error *reterr);

/* Is this passage the stand-in for a document whose title alone matches? */
bool pol_tiers_is_title_only(const pol_tiers *tiers, xc_docid docid);

#ifdef __cplusplus
}
#endif
#endif
