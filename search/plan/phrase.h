/* phrase.h - quoted phrases and NEAR to Xapian's positional queries.
 *
 * Phrases are verbatim, hyphens aside: a hyphenated compound stands at one position of
 * the index as its closed-up word and its parts, so a phrase is looked for in each way
 * of writing it that the index's words allow. NEAR takes its words in any form; Xapian
 * 1.4 allows nothing but terms inside positional operators, so the forms are multiplied
 * out. Both are bounded, and say so when they were cut. */
#ifndef POL_SEARCH_PLAN_PHRASE_H
#define POL_SEARCH_PLAN_PHRASE_H

#include "search/plan.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_PHRASE_VARIANTS_MAX = 8, /* ways of writing one phrase */
    POL_PHRASE_RUN_MAX = 4,      /* words that may be one, closed up */
    POL_NEAR_QUERIES_MAX = 200   /* combinations of forms of one NEAR */
};

/* `field` is the prefix of the exact words. Fail: POL_NOMEM, POL_LIMIT, and as reading
 * the index. */
POL_MUST_CHECK pol_status pol_phrase_condition(pol_plan *plan, const pol_node *phrase,
                                               const char *field, pol_expr **ret_query,
                                               pol_error *reterr);
POL_MUST_CHECK pol_status pol_near_condition(pol_plan *plan, const pol_node *near,
                                             const char *field, pol_expr **ret_query,
                                             pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
