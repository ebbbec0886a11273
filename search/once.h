/* once.h - one spelling of a query to results (private to search/). */
#ifndef POL_SEARCH_ONCE_H
#define POL_SEARCH_ONCE_H

#include "search/results/build.h"
#include "search/search.h"

/* Searches for `query`, which, where `typed` is not NULL, is another spelling of what found that.
 * The index is open, its deadline set. Fails as pol_search(). */
POL_MUST_CHECK pol_status pol_search_once(pol_index *index, pol_span query,
                                          const pol_search_options *options,
                                          const pol_results *typed, pol_results_owner **ret_owner,
                                          pol_error *reterr);

#endif
