/* chart.h - documents by year and decision as a small chart: SVG, and the same figures as a table
 * (private to web/). */
#ifndef POL_WEB_CHART_H
#define POL_WEB_CHART_H

#include "core/buffer.h"
#include "search/results.h"

/* Appends a <figure>; nothing for a single bar. Counts in any order. At most one on a
 * page: it has ids. Safe in any thread. */
void pol_chart_add(pol_buffer *buffer, const pol_chart_count *counts, size_t count);

#endif
