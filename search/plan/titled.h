/* titled.h - what titles must have, asked of passages.
 *
 * Words of titles stand on heads alone, with their positions; passages carry the stems. So a
 * phrase or a NEAR is looked for on heads, and stands for the documents found; the start of a
 * word stands for the stems of the words that begin so, and for documents where a stem would
 * find other words too. */
#ifndef POL_SEARCH_PLAN_TITLED_H
#define POL_SEARCH_PLAN_TITLED_H

#include "search/expand.h"
#include "search/plan.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_TITLED_MAX = 5000 }; /* documents that one condition on titles stands for */

/* `heads`, a condition on heads, to one that all entries of their documents meet. Of more than
 * POL_TITLED_MAX documents, the newest, which is said. `typed` is told there. Fails: POL_NOMEM,
 * POL_LIMIT, and as reading the index. */
POL_MUST_CHECK pol_status pol_titled_documents(pol_plan *plan, pol_expr *heads, pol_span typed,
                                               pol_expr **ret_query, pol_error *reterr);

/* The words of titles that a PREFIX stands for. Fails as above. */
POL_MUST_CHECK pol_status pol_titled_prefix(pol_plan *plan, const pol_node *prefix,
                                            const pol_expansion *words, pol_expr **ret_query,
                                            pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
