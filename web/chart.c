/* chart.c - counts to stacked bars, one for each year or, of many years, for each few.
 *
 * Colours come from classes, so that they follow the theme; what they say stands in the legend,
 * and the figures in a table for all who do not see the bars.
 *
 * Classes: chart, chart-plot, chart-axis, chart-label, chart-carried, chart-lost, chart-open,
 * chart-unstated, chart-none (bars, and with `swatch` in the legend), legend, swatch, scroll,
 * number. Ids: chart-caption. */
#include "web/chart.h"

#include <stdio.h>

#include "search/html.h"

enum { BARS_MAX = 40, WIDTH = 3200, HEIGHT = 1000, TENTH = 10 };

typedef enum outcome_group {
    GROUP_CARRIED = 0,
    GROUP_LOST,
    GROUP_OPEN,
    GROUP_UNSTATED,
    GROUP_NONE,
    GROUP_COUNT
} outcome_group;

static const struct {
    const char *class_name, *words;
} groups[GROUP_COUNT] = {[GROUP_CARRIED] = {"chart-carried", "Carried"},
                         [GROUP_LOST] = {"chart-lost", "Lost, fell or withdrawn"},
                         [GROUP_OPEN] = {"chart-open", "Passed on, put off or not reached"},
                         [GROUP_UNSTATED] = {"chart-unstated", "Decision not stated"},
                         [GROUP_NONE] = {"chart-none", "Not for decision"}};

static const uint8_t group_of[POL_DECISION_COUNT] = {
    [POL_DECISION_NONE] = GROUP_NONE,
    [POL_DECISION_CARRIED] = GROUP_CARRIED,
    [POL_DECISION_CARRIED_AMENDED] = GROUP_CARRIED,
    [POL_DECISION_CARRIED_PART] = GROUP_CARRIED,
    [POL_DECISION_LOST] = GROUP_LOST,
    [POL_DECISION_FELL] = GROUP_LOST,
    [POL_DECISION_WITHDRAWN] = GROUP_LOST,
    [POL_DECISION_OUT_OF_ORDER] = GROUP_LOST,
    [POL_DECISION_REMITTED] = GROUP_OPEN,
    [POL_DECISION_REFERRED_BACK] = GROUP_OPEN,
    [POL_DECISION_COMPOSITED] = GROUP_OPEN,
    [POL_DECISION_NOT_REACHED] = GROUP_OPEN,
    [POL_DECISION_DEFERRED] = GROUP_OPEN,
    [POL_DECISION_UNKNOWN] = GROUP_UNSTATED,
};

typedef struct bars {
    int first, step; /* first year of the first bar, years of each */
    size_t count;
    uint64_t documents[BARS_MAX][GROUP_COUNT];
    uint64_t totals[BARS_MAX];
    uint64_t of_group[GROUP_COUNT];
    uint64_t highest, all;
} bars;

/* --- counting ------------------------------------------------------------------------------- */

static int floor_to(int year, int step)
{
    return year - year % step;
}

static void lay_out(bars *chart, int first, int last)
{
    static const int steps[] = {1, 2, 5, 10, 20, 50, 100, 500, 1000};
    size_t which = 0;
    while (which + 1 < sizeof steps / sizeof *steps &&
           (last - floor_to(first, steps[which])) / steps[which] >= BARS_MAX)
        which++;
    chart->step = steps[which];
    chart->first = floor_to(first, chart->step);
    chart->count = (size_t)((last - chart->first) / chart->step) + 1;
}

static bool count_all(bars *chart, const pol_chart_count *counts, size_t count)
{
    int first = 0, last = 0;
    for (size_t i = 0; i < count; i++) {
        int year = counts[i].year;
        if (year <= 0 || year > 9999 || counts[i].documents == 0)
            continue;
        first = first == 0 || year < first ? year : first;
        last = year > last ? year : last;
    }
    *chart = (bars){.step = 1};
    if (first == 0)
        return false;
    lay_out(chart, first, last);
    for (size_t i = 0; i < count; i++) {
        if (counts[i].year < first || counts[i].year > last ||
            (unsigned)counts[i].decision >= POL_DECISION_COUNT)
            continue;
        size_t bar = (size_t)((counts[i].year - chart->first) / chart->step);
        outcome_group group = (outcome_group)group_of[counts[i].decision];
        chart->documents[bar][group] += counts[i].documents;
        chart->of_group[group] += counts[i].documents;
        chart->totals[bar] += counts[i].documents;
        chart->all += counts[i].documents;
        if (chart->totals[bar] > chart->highest)
            chart->highest = chart->totals[bar];
    }
    size_t years = 0;
    for (size_t bar = 0; bar < chart->count; bar++)
        years += chart->totals[bar] > 0;
    return years > 1;
}

/* "2014", "2010 to 2014" */
static void add_years(pol_buffer *buffer, const bars *chart, size_t bar)
{
    int first = chart->first + (int)bar * chart->step;
    pol_buffer_printf(buffer, "%d", first);
    if (chart->step > 1)
        pol_buffer_printf(buffer, " to %d", first + chart->step - 1);
}

/* --- drawing -------------------------------------------------------------------------------- */

/* Lengths are in tenths of the drawing's units. */
static void add_box(pol_buffer *buffer, const char *class_name, uint64_t x, uint64_t y,
                    uint64_t width, uint64_t height)
{
    POL_HTML(buffer, "<rect class=\"$\"", pol_span_of(class_name));
    pol_buffer_printf(buffer, " x=\"%u.%u\" y=\"%u.%u\" width=\"%u.%u\" height=\"%u.%u\"/>\n",
                      (unsigned)(x / TENTH), (unsigned)(x % TENTH), (unsigned)(y / TENTH),
                      (unsigned)(y % TENTH), (unsigned)(width / TENTH), (unsigned)(width % TENTH),
                      (unsigned)(height / TENTH), (unsigned)(height % TENTH));
}

/* Few bars are no wider than six. */
static uint64_t slot_of(const bars *chart)
{
    return WIDTH / (chart->count < 6 ? 6 : chart->count);
}

static void add_bar(pol_buffer *buffer, const bars *chart, size_t bar)
{
    uint64_t slot = slot_of(chart), gap = slot / 8;
    uint64_t below = 0;
    for (size_t group = 0; group < GROUP_COUNT; group++) {
        uint64_t until = below + chart->documents[bar][group];
        uint64_t low = below * HEIGHT / chart->highest, high = until * HEIGHT / chart->highest;
        if (high > low)
            add_box(buffer, groups[group].class_name, bar * slot + gap, HEIGHT - high,
                    slot - 2 * gap, high - low);
        below = until;
    }
}

static void add_drawing(pol_buffer *buffer, const bars *chart)
{
    char most[POL_DIGITS_SIZE];
    pol_span highest = pol_html_number(chart->highest, most);
    pol_html_add(buffer, "<svg class=\"chart-plot\" viewBox=\"0 -14 320 132\" role=\"img\" "
                         "aria-label=\"Bars: documents found, ");
    add_years(buffer, chart, 0);
    if (chart->count > 1) {
        pol_html_add(buffer, " until ");
        add_years(buffer, chart, chart->count - 1);
    }
    POL_HTML(buffer, "; at most $ in one bar. The figures are in the table below.\">\n", highest);
    for (size_t bar = 0; bar < chart->count; bar++)
        add_bar(buffer, chart, bar);
    POL_HTML(buffer,
             "<path class=\"chart-axis\" d=\"M0 100H320\"/>\n"
             "<text class=\"chart-label\" x=\"0\" y=\"-4\" font-size=\"11\">$</text>\n"
             "<text class=\"chart-label\" x=\"0\" y=\"113\" font-size=\"11\">",
             highest);
    pol_buffer_printf(buffer, "%d</text>\n", chart->first);
    if (chart->count > 1)
        pol_buffer_printf(buffer,
                          "<text class=\"chart-label\" x=\"%u\" y=\"113\" font-size=\"11\" "
                          "text-anchor=\"end\">%d</text>\n",
                          (unsigned)(chart->count * slot_of(chart) / TENTH),
                          chart->first + (int)chart->count * chart->step - 1);
    pol_html_add(buffer, "</svg>\n");
}

static void add_legend(pol_buffer *buffer, const bars *chart)
{
    char digits[POL_DIGITS_SIZE];
    pol_html_add(buffer, "<ul class=\"legend\">\n");
    for (size_t group = 0; group < GROUP_COUNT; group++)
        if (chart->of_group[group])
            POL_HTML(buffer, "<li><span class=\"swatch $\"></span>$: $</li>\n",
                     pol_span_of(groups[group].class_name), pol_span_of(groups[group].words),
                     pol_html_number(chart->of_group[group], digits));
    pol_html_add(buffer, "</ul>\n");
}

/* --- the table ------------------------------------------------------------------------------ */

static void add_row(pol_buffer *buffer, const bars *chart, size_t bar)
{
    char digits[POL_DIGITS_SIZE];
    pol_html_add(buffer, "<tr><th scope=\"row\">");
    add_years(buffer, chart, bar);
    pol_html_add(buffer, "</th>");
    for (size_t group = 0; group < GROUP_COUNT; group++)
        if (chart->of_group[group])
            POL_HTML(buffer, "<td class=\"number\">$</td>",
                     pol_html_number(chart->documents[bar][group], digits));
    POL_HTML(buffer, "<td class=\"number\">$</td></tr>\n",
             pol_html_number(chart->totals[bar], digits));
}

static void add_table(pol_buffer *buffer, const bars *chart)
{
    pol_html_add(buffer, "<details>\n<summary>The same figures as a table</summary>\n"
                         "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
                         "aria-labelledby=\"chart-caption\">\n<table>\n"
                         "<caption id=\"chart-caption\">Documents by year and decision</caption>\n"
                         "<thead><tr><th scope=\"col\">Year</th>");
    for (size_t group = 0; group < GROUP_COUNT; group++)
        if (chart->of_group[group])
            POL_HTML(buffer, "<th scope=\"col\">$</th>", pol_span_of(groups[group].words));
    pol_html_add(buffer, "<th scope=\"col\">All</th></tr></thead>\n<tbody>\n");
    for (size_t bar = chart->count; bar-- > 0;)
        if (chart->totals[bar])
            add_row(buffer, chart, bar);
    pol_html_add(buffer, "</tbody>\n</table>\n</div>\n</details>\n");
}

void pol_chart_add(pol_buffer *buffer, const pol_chart_count *counts, size_t count)
{
    bars chart;
    if (!count_all(&chart, counts, count))
        return;
    pol_html_add(buffer, "<figure class=\"chart\">\n<figcaption>Documents found, by year and "
                         "decision</figcaption>\n");
    add_drawing(buffer, &chart);
    add_legend(buffer, &chart);
    add_table(buffer, &chart);
    pol_html_add(buffer, "</figure>\n");
}
