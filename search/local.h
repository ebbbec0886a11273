/* local.h - the hits of a condition, ranked over posting lists: the fast way (private to search/).
 *
 * For indexes on this machine's disk and conditions that search/evaluate.h knows; Xapian's matcher
 * does the rest. Exact: every entry that matches is counted and scored. */
#ifndef POL_SEARCH_LOCAL_H
#define POL_SEARCH_LOCAL_H

#include "search/plan.h"
#include "search/set.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_ranked_hit {
    xc_docid docid;
    double score;
} pol_ranked_hit;

typedef struct pol_ranked {
    const pol_set *matched;     /* all of them */
    const pol_ranked_hit *hits; /* those asked for, the best first, equals by docid */
    size_t count;
} pol_ranked;

/* Can the plan's index answer so at all? */
bool pol_local_knows(const pol_plan *plan, const pol_expr *condition);

/* Hits `first` to `first + count` of what meets `condition`, ranked by the plan's words. All lies
 * in the plan's arena. Fails: POL_NOMEM, POL_LIMIT (too much to be held: ask Xapian), and as
 * reading the index. */
POL_MUST_CHECK pol_status pol_local_rank(pol_plan *plan, pol_expr *condition, size_t first,
                                         size_t count, pol_ranked *ret_ranked, pol_error *reterr);

/* Every entry that meets it, without ranking. Fails as above. */
POL_MUST_CHECK pol_status pol_local_find(pol_plan *plan, pol_expr *condition,
                                         const pol_set **ret_set, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
