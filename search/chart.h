/* chart.h - matches by year and by what was decided, for a small chart.
 *
 * Documents are counted, not passages, in one match over the tiers that are shown, as facets
 * are. Exact where the whole index is on this machine; elsewhere an estimate. */
#ifndef POL_SEARCH_CHART_H
#define POL_SEARCH_CHART_H

#include "search/results.h"

#ifdef __cplusplus
extern "C" {
#endif

/* First and last year of the chart; 0 where it is empty. */
void pol_chart_years(const pol_results *results, int *ret_first, int *ret_last);

/* Documents of one year (0: of all) with that decision (POL_DECISION_COUNT: with any). */
uint32_t pol_chart_documents(const pol_results *results, int year, pol_decision decision);

#ifdef __cplusplus
}
#endif
#endif
