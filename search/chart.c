/* chart.c - what a chart's counts add up to. */
#include "search/chart.h"

void pol_chart_years(const pol_results *results, int *ret_first, int *ret_last)
{
    bool has_any = results->chart_count > 0;
    *ret_first = has_any ? results->chart[0].year : 0;
    *ret_last = has_any ? results->chart[results->chart_count - 1].year : 0;
}

uint32_t pol_chart_documents(const pol_results *results, int year, pol_decision decision)
{
    uint32_t documents = 0;
    for (size_t i = 0; i < results->chart_count; i++) {
        const pol_chart_count *count = &results->chart[i];
        if ((year == 0 || count->year == year) &&
            (decision == POL_DECISION_COUNT || count->decision == decision))
            documents += count->documents;
    }
    return documents;
}
