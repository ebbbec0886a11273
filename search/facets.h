/* facets.h - how many documents of the hits have which decision, conference, year, kind,
 * clause and organisation.
 *
 * Documents are counted, not passages. That is exact where the whole index is on this
 * machine; elsewhere passages are counted and scaled down, which is an estimate. */
#ifndef POL_SEARCH_FACETS_H
#define POL_SEARCH_FACETS_H

#include "search/results_build.h"
#include "search/tiers.h"

enum { POL_FACET_SLOTS_MAX = POL_FIELD_COUNT + 1 };

/* Has the match of the only tier count along what pol_facets_count() wants, into `slots`, which
 * must stay as long as `search`. False, and nothing changed, where that takes a match of its
 * own. */
bool pol_facets_count_along(const pol_plan *plan, const pol_tiers *tiers,
                            const pol_search_options *options, xc_slot slots[POL_FACET_SLOTS_MAX],
                            xc_search *search);

/* Fills in results->facets and results->chart, where the options want them, from what was
 * counted along, or, where `counted` is NULL, from a match over all tiers. Fails: POL_NOMEM,
 * POL_LIMIT, and as reading the index. */
POL_MUST_CHECK pol_status pol_facets_count(pol_plan *plan, const pol_tiers *tiers,
                                           const pol_search_options *options, xc_matches *counted,
                                           pol_results_owner *owner, pol_error *reterr);

#endif
