/* facets.h - how many documents of the hits have which decision, conference, year, kind,
 * clause and organisation.
 *
 * Documents are counted, not passages. That is exact where the whole index is on this
 * machine; elsewhere passages are counted and scaled down, which is an estimate. */
#ifndef POL_SEARCH_FACETS_H
#define POL_SEARCH_FACETS_H

#include "search/plan/tiers.h"
#include "search/results/build.h"

/* Fills in results->facets and results->chart, where the options want them, over all tiers. Fails:
 * POL_NOMEM, POL_LIMIT, and as reading the index. */
POL_MUST_CHECK pol_status pol_facets_count(pol_plan *plan, const pol_tiers *tiers,
                                           const pol_search_options *options,
                                           pol_results_owner *owner, pol_error *reterr);

#endif
