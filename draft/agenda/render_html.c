/* render_html.c - an agenda as a page to print, landscape: a table, its groups behind. */
#include <stdio.h>

#include "draft/agenda/render.h"
#include "draft/composites/parts.h"
#include "draft/report/page.h"
#include "draft/report/parts.h"
#include "search/html.h"

enum { POINT_BYTES = 600 };

static void add_built(pol_buffer *buffer, pol_buffer *built)
{
    pol_html_text(buffer, pol_buffer_span(built));
    pol_buffer_spend(built, buffer);
}

static pol_span decimal(uint64_t number, char digits[POL_DIGITS_SIZE])
{
    return pol_html_number(number, digits);
}

/* --- rows ----------------------------------------------------------------------------- */

static void add_decided(const pol_agenda_row *row, pol_buffer *buffer)
{
    pol_buffer verdict, citation;
    pol_buffer_init(&verdict, POL_REPORT_LINE_MAX);
    pol_buffer_init(&citation, POL_REPORT_LINE_MAX);
    pol_agenda_add_verdict(row, &verdict);
    pol_agenda_add_citation(row, &citation);
    pol_html_add(buffer, "<td><strong>");
    add_built(buffer, &verdict);
    pol_html_add(buffer, citation.size ? "</strong><br>" : "</strong>");
    add_built(buffer, &citation);
    pol_html_add(buffer, "</td>");
}

static void add_ties(const pol_agenda *agenda, const pol_agenda_row *row, pol_buffer *buffer)
{
    char digits[POL_DIGITS_SIZE];
    pol_buffer duplicate;
    pol_buffer_init(&duplicate, POL_REPORT_LINE_MAX);
    pol_agenda_add_duplicate(agenda, row, &duplicate);
    pol_html_add(buffer, "<td>");
    bool has_duplicate = duplicate.size > 0;
    add_built(buffer, &duplicate);
    if (row->group) {
        pol_span group = decimal(row->group, digits);
        POL_HTML(buffer, "$<a href=\"#group-$\">group $</a>",
                 pol_span_of(has_duplicate ? "; " : ""), group, group);
    }
    pol_html_add(buffer, "</td>");
}

static void add_row(const pol_agenda *agenda, const pol_agenda_row *row, pol_buffer *buffer)
{
    pol_span number = pol_span_trim(row->document->number.text);
    POL_HTML(buffer, "<tr><th scope=\"row\">$</th><td>$</td>", number.size ? number : POL_SPAN("–"),
             row->document->display_title);
    add_decided(row, buffer);
    add_ties(agenda, row, buffer);
    pol_html_add(buffer, "<td>");
    for (size_t i = 0; i < row->doubt_count; i++) {
        pol_html_add(buffer, i ? "<br>" : "");
        pol_html_text(buffer, row->doubts[i]);
    }
    pol_html_add(buffer, "</td></tr>\n");
}

static void add_table(const pol_agenda *agenda, pol_buffer *buffer)
{
    if (agenda->row_count == 0)
        return;
    pol_html_add(buffer, "<table class=\"check-table\">\n<thead><tr><th scope=\"col\">No.</th>"
                         "<th scope=\"col\">Motion</th><th scope=\"col\">Decided before</th>"
                         "<th scope=\"col\">In this agenda</th><th scope=\"col\">Doubtful</th></tr>"
                         "</thead>\n<tbody>\n");
    for (size_t i = 0; i < agenda->row_count; i++)
        add_row(agenda, &agenda->rows[i], buffer);
    pol_html_add(buffer, "</tbody>\n</table>\n");
}

/* --- groups --------------------------------------------------------------------------- */

static void add_points(const pol_agenda *agenda, const pol_composite_group *group, size_t first,
                       size_t end, pol_buffer *buffer)
{
    pol_buffer askers;
    pol_span piece;
    pol_marked_kind kind;
    pol_marked point = pol_report_mark_nothing(group->points[first].passage->text, POINT_BYTES);
    pol_buffer_init(&askers, POL_REPORT_LINE_MAX);
    pol_agenda_add_askers(agenda, group, first, end, &askers);
    pol_html_add(buffer, "<li><strong>");
    add_built(buffer, &askers);
    pol_html_add(buffer, "</strong> ");
    while (pol_report_mark_next(&point, &piece, &kind))
        pol_html_text(buffer, piece);
    pol_html_add(buffer, point.to < point.text.size ? " …</li>\n" : "</li>\n");
}

static void add_group(const pol_agenda *agenda, size_t index, pol_buffer *buffer)
{
    const pol_composite_group *group = &agenda->groups[index];
    char digits[POL_DIGITS_SIZE];
    pol_span number = decimal(index + 1, digits);
    pol_composite_run run;
    pol_buffer members;
    pol_buffer_init(&members, POL_REPORT_LINE_MAX);
    pol_agenda_add_members(agenda, group, &members);
    POL_HTML(buffer, "<section id=\"group-$\">\n<h3>Group $: $</h3>\n<ul>\n", number, number,
             pol_buffer_span(&members));
    pol_buffer_spend(&members, buffer);
    for (size_t i = 0; pol_composite_run_at(group, i, &run); i = run.end)
        if (run.motions > 1)
            add_points(agenda, group, run.first, run.end, buffer);
    for (size_t i = 0; i < group->point_count; i++)
        if (group->points[i].motions < 2)
            add_points(agenda, group, i, i + 1, buffer);
    pol_html_add(buffer, "</ul>\n</section>\n");
}

static void add_searched(const pol_agenda *agenda, pol_buffer *buffer)
{
    pol_buffer searched;
    pol_buffer_init(&searched, POL_REPORT_LINE_MAX);
    pol_report_add_searched(&agenda->scope, &searched);
    POL_HTML(buffer, "<h2>What was searched</h2>\n<p>$</p>\n", pol_buffer_span(&searched));
    pol_buffer_spend(&searched, buffer);
}

void pol_agenda_render_html(const pol_agenda *agenda, const pol_render_options *options,
                            pol_buffer *buffer)
{
    pol_buffer summary;
    (void)options;
    pol_buffer_init(&summary, POL_REPORT_LINE_MAX);
    pol_agenda_add_summary(agenda, &summary);
    pol_report_page_open("Agenda and what was decided before", (pol_span){0}, true, buffer);
    POL_HTML(buffer, "<p class=\"check-verdict\">$</p>\n<p class=\"check-caution\">$</p>\n",
             pol_buffer_span(&summary), pol_span_of(pol_report_caution()));
    pol_buffer_spend(&summary, buffer);
    add_table(agenda, buffer);
    if (agenda->group_count)
        POL_HTML(buffer, "<h2>Groups that could be composited</h2>\n<p>$</p>\n",
                 pol_span_of(pol_composites_caution()));
    for (size_t i = 0; i < agenda->group_count; i++)
        add_group(agenda, i, buffer);
    add_searched(agenda, buffer);
    pol_report_page_close(buffer);
}
