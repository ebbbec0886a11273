/* csv.c - a report as RFC 4180: one row a clause, with the passage that its verdict rests
 * on; the closest of each fate as citations. */
#include <stdio.h>

#include "draft/report/formats.h"
#include "draft/report/parts.h"
#include "search/citation.h"
#include "search/csv.h"
#include "search/render/parts.h"

typedef void cell_adder(const pol_finding *finding, pol_buffer *cell);

/* --- the clause ----------------------------------------------------------------------- */

static void number_cell(const pol_finding *finding, pol_buffer *cell)
{
    pol_buffer_printf(cell, "%u", (unsigned)finding->clause->number);
}

static void clause_cell(const pol_finding *finding, pol_buffer *cell)
{
    pol_buffer_add_text(cell, pol_clause_code(finding->clause->clause));
}

static void is_action_cell(const pol_finding *finding, pol_buffer *cell)
{
    pol_buffer_add_text(cell, finding->clause->is_action ? "true" : "false");
}

static void label_cell(const pol_finding *finding, pol_buffer *cell)
{
    if (finding->clause->passage)
        pol_buffer_add(cell, finding->clause->passage->label);
}

static void lead_in_cell(const pol_finding *finding, pol_buffer *cell)
{
    if (finding->clause->lead_in)
        pol_buffer_add(cell, pol_report_compared(finding->clause->lead_in->text));
}

static void text_cell(const pol_finding *finding, pol_buffer *cell)
{
    pol_buffer_add(cell, finding->clause->text);
}

static void verdict_cell(const pol_finding *finding, pol_buffer *cell)
{
    if (!finding->is_skipped)
        pol_buffer_add_text(cell, pol_verdict_code(finding->verdict));
}

static void verdict_text_cell(const pol_finding *finding, pol_buffer *cell)
{
    pol_report_add_verdict(finding, cell);
}

/* --- what the verdict rests on -------------------------------------------------------- */

static void year_cell(const pol_finding *finding, pol_buffer *cell)
{
    int year = finding->decisive ? pol_report_year(&finding->decisive->stored->document) : 0;
    if (year)
        pol_buffer_printf(cell, "%d", year);
}

static void id_cell(const pol_finding *finding, pol_buffer *cell)
{
    if (finding->decisive)
        pol_buffer_add(cell, finding->decisive->stored->document.id.text);
}

static void url_cell(const pol_finding *finding, pol_buffer *cell)
{
    if (finding->decisive)
        pol_part_url(finding->decisive->stored, finding->decisive->passage, cell);
}

static void decision_cell(const pol_finding *finding, pol_buffer *cell)
{
    const char *code = finding->decisive ? pol_decision_code(finding->decisive->decision) : NULL;
    pol_buffer_add_text(cell, code ? code : "");
}

static void standing_cell(const pol_finding *finding, pol_buffer *cell)
{
    if (finding->decisive)
        pol_buffer_add_text(
            cell, pol_standing_code((pol_standing)finding->decisive->stored->document.standing));
}

static void passage_cell(const pol_finding *finding, pol_buffer *cell)
{
    if (finding->decisive && finding->decisive->passage)
        pol_buffer_add(cell, pol_report_compared(finding->decisive->passage->text));
}

static void add_share(double share, pol_buffer *cell)
{
    char text[40];
    snprintf(text, sizeof text, "%.3f", share);
    for (char *c = text; *c; c++) /* whatever the locale says */
        if (*c == ',')
            *c = '.';
    pol_buffer_add_text(cell, text);
}

static void clause_share_cell(const pol_finding *finding, pol_buffer *cell)
{
    if (finding->decisive)
        add_share(finding->decisive->comparison.clause_share, cell);
}

static void passage_share_cell(const pol_finding *finding, pol_buffer *cell)
{
    if (finding->decisive)
        add_share(finding->decisive->comparison.passage_share, cell);
}

static void add_citation(const pol_evidence *evidence, pol_buffer *cell)
{
    if (evidence)
        pol_citation_add(&evidence->stored->document, evidence->passage, cell);
}

static void citation_cell(const pol_finding *finding, pol_buffer *cell)
{
    add_citation(finding->decisive, cell);
}

static void reaffirm_cell(const pol_finding *finding, pol_buffer *cell)
{
    if (finding->decisive && pol_report_offers_reaffirm(finding, finding->decisive))
        pol_report_reaffirm(finding->decisive, cell);
}

/* --- the closest ---------------------------------------------------------------------- */

static void carried_cell(const pol_finding *finding, pol_buffer *cell)
{
    add_citation(finding->closest[POL_FATE_CARRIED], cell);
}

static void lost_cell(const pol_finding *finding, pol_buffer *cell)
{
    add_citation(finding->closest[POL_FATE_LOST], cell);
}

static void undecided_cell(const pol_finding *finding, pol_buffer *cell)
{
    add_citation(finding->closest[POL_FATE_UNDECIDED], cell);
}

static const struct {
    const char *name;
    cell_adder *add;
} columns[] = {
    {"number", number_cell},
    {"clause", clause_cell},
    {"is_action", is_action_cell},
    {"label", label_cell},
    {"lead_in", lead_in_cell},
    {"text", text_cell},
    {"verdict", verdict_cell},
    {"verdict_text", verdict_text_cell},
    {"year", year_cell},
    {"id", id_cell},
    {"url", url_cell},
    {"decision", decision_cell},
    {"standing", standing_cell},
    {"passage", passage_cell},
    {"clause_share", clause_share_cell},
    {"passage_share", passage_share_cell},
    {"citation", citation_cell},
    {"reaffirm", reaffirm_cell},
    {"closest_carried", carried_cell},
    {"closest_lost", lost_cell},
    {"closest_undecided", undecided_cell},
};

enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

void pol_report_render_csv(const pol_report *report, const pol_render_options *options,
                           pol_buffer *buffer)
{
    for (size_t i = 0; i < COLUMN_COUNT && !options->is_continued; i++)
        pol_csv_add(buffer, pol_span_of(columns[i].name), i == 0);
    if (!options->is_continued)
        pol_buffer_add_text(buffer, "\r\n");
    for (size_t i = 0; i < report->finding_count; i++) {
        for (size_t j = 0; j < COLUMN_COUNT; j++) {
            pol_buffer cell;
            pol_buffer_init(&cell, POL_CSV_CELL_MAX);
            columns[j].add(&report->findings[i], &cell);
            pol_csv_spend(&cell, buffer, j == 0);
        }
        pol_buffer_add_text(buffer, "\r\n");
    }
}
