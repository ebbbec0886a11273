/* verify.h - phrases checked on the text itself.
 *
 * The index has the parts of "health-care" at one position, so that "health workers"
 * stands, for Xapian, in "health-care workers"; and it cannot tell "every-day", which is
 * "every day" with a hyphen, from "everyday". The text can. */
#ifndef POL_SEARCH_EVALUATE_VERIFY_H
#define POL_SEARCH_EVALUATE_VERIFY_H

#include "search/plan.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_VERIFY_MAX = 1000 }; /* entries that are read for one phrase */

/* `*query`, passages, or heads by their titles, that may hold `phrase`, without those that do not.
 * Where there are more than POL_VERIFY_MAX, or the time is over, the rest is trusted, and totals
 * are no longer exact. Fails: POL_NOMEM, POL_LIMIT, POL_CORRUPT, and as reading the index. */
POL_MUST_CHECK pol_status pol_verify_phrase(pol_plan *plan, const pol_node *phrase, bool are_titles,
                                            pol_expr **query, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
