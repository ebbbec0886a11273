/* render_markdown.c - an agenda as a table in Markdown, its groups behind. */
#include "draft/agenda/render.h"
#include "draft/composites/parts.h"
#include "draft/report/parts.h"
#include "search/markdown.h"

enum { POINT_BYTES = 600 };

static void add_built(pol_buffer *buffer, pol_buffer *built)
{
    pol_markdown_add(buffer, pol_buffer_span(built), false);
    pol_buffer_spend(built, buffer);
}

static void add_decided(const pol_agenda_row *row, pol_buffer *buffer)
{
    pol_buffer verdict, citation;
    pol_buffer_init(&verdict, POL_REPORT_LINE_MAX);
    pol_buffer_init(&citation, POL_REPORT_LINE_MAX);
    pol_agenda_add_verdict(row, &verdict);
    pol_agenda_add_citation(row, &citation);
    bool has_citation = citation.size > 0;
    pol_buffer_add_text(buffer, "**");
    add_built(buffer, &verdict);
    pol_buffer_add_text(buffer, has_citation ? "** " : "**");
    add_built(buffer, &citation);
}

static void add_row(const pol_agenda *agenda, const pol_agenda_row *row, pol_buffer *buffer)
{
    pol_buffer duplicate;
    pol_buffer_init(&duplicate, POL_REPORT_LINE_MAX);
    pol_agenda_add_duplicate(agenda, row, &duplicate);
    bool has_duplicate = duplicate.size > 0;
    pol_buffer_add_text(buffer, "| ");
    pol_markdown_add(buffer, row->document->number.text, false);
    pol_buffer_add_text(buffer, " | ");
    pol_markdown_add(buffer, row->document->display_title, false);
    pol_buffer_add_text(buffer, " | ");
    add_decided(row, buffer);
    pol_buffer_add_text(buffer, " | ");
    add_built(buffer, &duplicate);
    if (row->group)
        pol_buffer_printf(buffer, "%sgroup %u", has_duplicate ? "; " : "", (unsigned)row->group);
    pol_buffer_add_text(buffer, " | ");
    for (size_t i = 0; i < row->doubt_count; i++) {
        pol_buffer_add_text(buffer, i ? "; " : "");
        pol_markdown_add(buffer, row->doubts[i], false);
    }
    pol_buffer_add_text(buffer, " |\n");
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
    pol_buffer_add_text(buffer, "- ");
    add_built(buffer, &askers);
    pol_buffer_add_text(buffer, ": ");
    while (pol_report_mark_next(&point, &piece, &kind))
        pol_markdown_add(buffer, piece, false);
    pol_buffer_add_text(buffer, point.to < point.text.size ? " …\n" : "\n");
}

static void add_group(const pol_agenda *agenda, size_t index, pol_buffer *buffer)
{
    const pol_composite_group *group = &agenda->groups[index];
    pol_composite_run run;
    pol_buffer members;
    pol_buffer_init(&members, POL_REPORT_LINE_MAX);
    pol_agenda_add_members(agenda, group, &members);
    pol_buffer_printf(buffer, "### Group %zu: ", index + 1);
    add_built(buffer, &members);
    pol_buffer_add_text(buffer, "\n\n");
    for (size_t i = 0; pol_composite_run_at(group, i, &run); i = run.end)
        if (run.motions > 1)
            add_points(agenda, group, run.first, run.end, buffer);
    for (size_t i = 0; i < group->point_count; i++)
        if (group->points[i].motions < 2)
            add_points(agenda, group, i, i + 1, buffer);
    pol_buffer_add_byte(buffer, '\n');
}

static void add_searched(const pol_agenda *agenda, pol_buffer *buffer)
{
    pol_buffer searched;
    pol_buffer_init(&searched, POL_REPORT_LINE_MAX);
    pol_report_add_searched(&agenda->scope, &searched);
    pol_buffer_add_text(buffer, agenda->group_count ? "## What was searched\n\n"
                                                    : "\n## What was searched\n\n");
    add_built(buffer, &searched);
    pol_buffer_add_byte(buffer, '\n');
}

void pol_agenda_render_markdown(const pol_agenda *agenda, const pol_render_options *options,
                                pol_buffer *buffer)
{
    pol_buffer summary;
    (void)options;
    pol_buffer_init(&summary, POL_REPORT_LINE_MAX);
    pol_agenda_add_summary(agenda, &summary);
    pol_buffer_add_text(buffer, "# Agenda and what was decided before\n\n");
    add_built(buffer, &summary);
    pol_buffer_printf(buffer, "\n\n%s\n\n", pol_report_caution());
    pol_buffer_add_text(buffer, "| No. | Motion | Decided before | In this agenda | Doubtful |\n"
                                "|---|---|---|---|---|\n");
    for (size_t i = 0; i < agenda->row_count; i++)
        add_row(agenda, &agenda->rows[i], buffer);
    if (agenda->group_count)
        pol_buffer_printf(buffer, "\n## Groups that could be composited\n\n%s\n\n",
                          pol_composites_caution());
    for (size_t i = 0; i < agenda->group_count; i++)
        add_group(agenda, i, buffer);
    add_searched(agenda, buffer);
}
