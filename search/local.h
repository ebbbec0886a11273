/* local.h - the hits of a condition, ranked over posting lists: the fast way (private to search/).
 *
 * For indexes on this machine's disk; Xapian's matcher does the rest. Exact: every entry that
 * matches is counted, every document with one scored.
 *
 * Documents are ranked, as a whole (search/local/score.h, local/pairs.h, local/feedback.h): D. A
 * passage scores what its document does and POL_LOCAL_PASSAGE_SHARE of what the words weigh in the
 * passage itself, so that the best passages of the best documents come first; where hits are
 * grouped, the documents come by D, and in each its passages. Equals come in the index's order. */
#ifndef POL_SEARCH_LOCAL_H
#define POL_SEARCH_LOCAL_H

#include "search/evaluate/set.h"
#include "search/plan.h"

#ifdef __cplusplus
extern "C" {
#endif

#define POL_LOCAL_PASSAGE_SHARE 0.2

typedef struct pol_ranked_hit {
    xc_docid docid;
    double score;
    uint32_t more; /* further passages of its document that match: grouped */
} pol_ranked_hit;

typedef struct pol_ranked {
    size_t matched;             /* how many there are in all */
    const pol_set *documents;   /* that they are of: heads; NULL unless grouped */
    const pol_ranked_hit *hits; /* those asked for, the best first */
    size_t count;
} pol_ranked;

/* Can the index answer so at all? */
bool pol_local_knows(const pol_index *index);

/* Hits `first` to `first + count` of what meets `condition`, ranked by the plan's words, but for
 * passages of the documents `but`, which may be NULL; where `group` is not 0, those of as many
 * documents, the best `group` passages of each. All lies in the plan's arena. Fails: POL_NOMEM,
 * POL_LIMIT (too much to be held: ask Xapian), and as reading the index. */
POL_MUST_CHECK pol_status pol_local_rank(pol_plan *plan, pol_expr *condition, const pol_set *but,
                                         size_t first, size_t count, size_t group,
                                         pol_ranked *ret_ranked, pol_error *reterr);

/* Every entry that meets it, without ranking. Fails as above. */
POL_MUST_CHECK pol_status pol_local_find(pol_plan *plan, pol_expr *condition,
                                         const pol_set **ret_set, pol_error *reterr);
POL_MUST_CHECK pol_status pol_local_find_within(pol_plan *plan, pol_expr *condition,
                                                const pol_set *within, const pol_set **ret_set,
                                                pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
