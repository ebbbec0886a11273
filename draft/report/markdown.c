/* markdown.c - a report as Markdown, to mail or to paste into a wiki. */
#include <stdio.h>

#include "draft/report/formats.h"
#include "draft/report/parts.h"
#include "search/citation.h"
#include "search/markdown.h"

enum { CLAUSE_BYTES = 4000, PASSAGE_BYTES = 1500, LEAD_IN_BYTES = 400 };

/* --- small parts ---------------------------------------------------------------------- */

static void add_built(pol_buffer *buffer, pol_buffer *built)
{
    pol_markdown_add(buffer, pol_buffer_span(built), false);
    pol_buffer_spend(built, buffer);
}

/* A paragraph of what was built, between `before` and `behind`; none where nothing was. */
static void add_paragraph(pol_buffer *buffer, const char *before, pol_buffer *built,
                          const char *behind)
{
    if (built->size) {
        pol_buffer_add_text(buffer, before);
        pol_markdown_add(buffer, pol_buffer_span(built), before[0] == '\0');
        pol_buffer_printf(buffer, "%s\n\n", behind);
    }
    pol_buffer_spend(built, buffer);
}

static void add_marked(pol_buffer *buffer, pol_marked marked, bool is_line_start)
{
    static const char *const marks[] = {
        [POL_MARKED_NONE] = "", [POL_MARKED_SHARED] = "**", [POL_MARKED_OPPOSITE] = "***"};
    pol_span piece;
    pol_marked_kind kind;
    if (marked.at > 0)
        pol_buffer_add_text(buffer, "… ");
    is_line_start = is_line_start && marked.at == 0;
    while (pol_report_mark_next(&marked, &piece, &kind)) {
        pol_buffer_add_text(buffer, marks[kind]);
        pol_markdown_add(buffer, piece, is_line_start && kind == POL_MARKED_NONE);
        pol_buffer_add_text(buffer, marks[kind]);
        is_line_start = false;
    }
    if (marked.to < marked.text.size)
        pol_buffer_add_text(buffer, " …");
}

static void add_text(pol_buffer *buffer, const pol_passage *lead_in, pol_span label,
                     pol_marked marked)
{
    bool has_label = pol_span_trim(label).size > 0;
    if (lead_in && lead_in->text.size) {
        pol_buffer_add_text(buffer, "> ");
        add_marked(buffer, pol_report_mark_nothing(lead_in->text, LEAD_IN_BYTES), true);
        pol_buffer_add_text(buffer, "\n>\n");
    }
    pol_buffer_add_text(buffer, "> ");
    if (has_label) {
        pol_markdown_add(buffer, pol_span_trim(label), true);
        pol_buffer_add_byte(buffer, ' ');
    }
    add_marked(buffer, marked, !has_label);
    pol_buffer_add_text(buffer, "\n\n");
}

/* --- a passage ------------------------------------------------------------------------ */

static void add_source(pol_buffer *buffer, const pol_shown *shown)
{
    const pol_document *document = &shown->evidence->stored->document;
    pol_buffer conference, decision;
    pol_buffer_init(&conference, POL_REPORT_LINE_MAX);
    pol_buffer_init(&decision, POL_REPORT_LINE_MAX);
    pol_citation_add_conference(document, &conference);
    pol_report_add_decision(shown->evidence, &decision);
    pol_buffer_printf(buffer, "#### %s\n\n", shown->role);
    pol_markdown_add(buffer, document->display_title, true);
    pol_buffer_add_text(buffer, conference.size ? ", " : "");
    add_built(buffer, &conference);
    pol_buffer_add_text(buffer, ": **");
    add_built(buffer, &decision);
    pol_buffer_add_text(buffer, "**\n\n");
}

static void add_evidence(pol_buffer *buffer, const pol_finding *finding, const pol_shown *shown,
                         bool shows_people)
{
    const pol_evidence *evidence = shown->evidence;
    pol_buffer remark, opposite, shares, citation, reaffirm;
    pol_buffer_init(&remark, POL_REPORT_LINE_MAX);
    pol_buffer_init(&opposite, POL_REPORT_LINE_MAX);
    pol_buffer_init(&shares, POL_REPORT_LINE_MAX);
    pol_buffer_init(&citation, POL_REPORT_LINE_MAX);
    pol_buffer_init(&reaffirm, POL_REPORT_LINE_MAX);
    add_source(buffer, shown);
    pol_report_add_remark(evidence, shows_people, &remark);
    add_paragraph(buffer, evidence->is_past ? "**" : "(", &remark, evidence->is_past ? "**" : ")");
    if (evidence->passage)
        add_text(buffer, evidence->lead_in, evidence->passage->label,
                 pol_report_mark_passage(evidence, PASSAGE_BYTES));
    pol_report_add_opposite(finding->clause, evidence, &opposite);
    add_paragraph(buffer, "**", &opposite, ".**");
    pol_report_add_shares(evidence, &shares);
    add_paragraph(buffer, "", &shares, ".");
    if (pol_report_offers_reaffirm(finding, evidence)) /* which holds the citation */
        pol_report_reaffirm(evidence, &reaffirm);
    else
        pol_citation_add(&evidence->stored->document, evidence->passage, &citation);
    add_paragraph(buffer, "— ", &citation, "");
    add_paragraph(buffer, "To copy: ", &reaffirm, "");
}

/* --- a clause ------------------------------------------------------------------------- */

static void add_brief(pol_buffer *buffer, const pol_shown *shown, bool shows_people)
{
    const pol_evidence *evidence = shown->evidence;
    pol_buffer citation, remark;
    pol_buffer_init(&citation, POL_REPORT_LINE_MAX);
    pol_buffer_init(&remark, POL_REPORT_LINE_MAX);
    pol_citation_add(&evidence->stored->document, evidence->passage, &citation);
    pol_buffer_add_text(&citation, "; ");
    pol_report_add_share(evidence, &citation);
    pol_report_add_remark(evidence, shows_people, &remark);
    pol_buffer_printf(buffer, "- %s: ", shown->role);
    add_built(buffer, &citation);
    bool has_remark = remark.size > 0;
    pol_buffer_add_text(buffer, has_remark ? " \\[" : "");
    add_built(buffer, &remark);
    pol_buffer_add_text(buffer, has_remark ? "\\].\n" : ".\n");
}

/* In full first, then those in brief as a list. */
static void add_passages(pol_buffer *buffer, const pol_finding *finding, bool shows_people)
{
    pol_shown shown[POL_REPORT_SHOWN_MAX];
    size_t count = pol_report_shown(finding, shown), at = 0;
    for (; at < count && !shown[at].is_brief; at++)
        add_evidence(buffer, finding, &shown[at], shows_people);
    if (at == count)
        return;
    pol_buffer_add_text(buffer, "#### Further passages\n\n");
    for (; at < count; at++)
        add_brief(buffer, &shown[at], shows_people);
    pol_buffer_add_byte(buffer, '\n');
}

static void add_finding(pol_buffer *buffer, const pol_report *report, const pol_finding *finding,
                        bool shows_people)
{
    const pol_draft_clause *clause = finding->clause;
    pol_buffer name, verdict, nothing;
    pol_buffer_init(&name, POL_REPORT_LINE_MAX);
    pol_buffer_init(&verdict, POL_REPORT_LINE_MAX);
    pol_buffer_init(&nothing, POL_REPORT_LINE_MAX);
    pol_report_add_clause(clause, &name);
    pol_report_add_verdict(finding, &verdict);
    pol_buffer_add_text(buffer, "### ");
    add_built(buffer, &name);
    pol_buffer_printf(buffer, " (%s): ", pol_report_clause_kind(clause));
    add_built(buffer, &verdict);
    pol_buffer_add_text(buffer, "\n\n");
    add_text(buffer, clause->lead_in, clause->passage ? clause->passage->label : (pol_span){0},
             pol_report_mark_clause(finding, CLAUSE_BYTES));
    if (finding->verdict == POL_VERDICT_NOTHING && !finding->is_skipped)
        pol_report_add_nothing(report, &nothing);
    add_paragraph(buffer, "", &nothing, ".");
    add_passages(buffer, finding, shows_people);
}

/* --- around the clauses --------------------------------------------------------------- */

static void add_top(pol_buffer *buffer, const pol_report *report)
{
    const pol_document *document = report->draft->document;
    pol_buffer summary;
    pol_buffer_init(&summary, POL_REPORT_LINE_MAX);
    pol_buffer_add_text(buffer, "# Draft motion and what was decided");
    if (document && document->display_title.size) {
        pol_buffer_add_text(buffer, ": ");
        pol_markdown_add(buffer, document->display_title, false);
    }
    pol_buffer_add_text(buffer, "\n\n");
    pol_report_add_summary(report, &summary);
    add_paragraph(buffer, "**", &summary, "**");
    if (report->draft->is_cut)
        pol_buffer_add_text(buffer, "The draft has more clauses than are looked up at once: those "
                                    "behind the last one shown were left out.\n\n");
    if (report->has_timed_out)
        pol_buffer_add_text(buffer, "The time was over before all clauses were looked up.\n\n");
    pol_buffer_printf(buffer, "%s\n\n", pol_report_caution());
}

static void add_motions(pol_buffer *buffer, const pol_report *report)
{
    if (report->motion_count == 0)
        return;
    pol_buffer_add_text(buffer, "## Nearest whole motions\n\n");
    for (size_t i = 0; i < report->motion_count; i++) {
        pol_buffer citation, share;
        pol_buffer_init(&citation, POL_REPORT_LINE_MAX);
        pol_buffer_init(&share, POL_REPORT_LINE_MAX);
        pol_citation_add(&report->motions[i].stored->document, NULL, &citation);
        pol_report_add_motion_share(&report->motions[i], &share);
        pol_buffer_add_text(buffer, "- ");
        add_built(buffer, &citation);
        pol_buffer_add_text(buffer, ": ");
        add_built(buffer, &share);
        pol_buffer_add_text(buffer, ".\n");
    }
    pol_buffer_add_byte(buffer, '\n');
}

static void add_aids(pol_buffer *buffer, const pol_report *report)
{
    if (report->aid_count == 0)
        return;
    pol_buffer_add_text(buffer, "## Remarks on the draft\n\n");
    for (size_t i = 0; i < report->aid_count; i++) {
        pol_buffer_add_text(buffer, "- ");
        if (report->aids[i].clause)
            pol_buffer_printf(buffer, "Clause %u: ", (unsigned)report->aids[i].clause);
        pol_markdown_add(buffer, report->aids[i].text, report->aids[i].clause == 0);
        pol_buffer_add_byte(buffer, '\n');
    }
    pol_buffer_add_byte(buffer, '\n');
}

void pol_report_render_markdown(const pol_report *report, const pol_render_options *options,
                                pol_buffer *buffer)
{
    pol_buffer searched;
    pol_buffer_init(&searched, POL_REPORT_LINE_MAX);
    add_top(buffer, report);
    add_motions(buffer, report);
    add_aids(buffer, report);
    if (report->finding_count)
        pol_buffer_add_text(buffer, "## Clause by clause\n\nWords in bold stand on both sides. "
                                    "Newer decisions stand before older ones.\n\n");
    for (size_t i = 0; i < report->finding_count; i++)
        add_finding(buffer, report, &report->findings[i], options->shows_people);
    pol_buffer_add_text(buffer, "## What was searched\n\n");
    pol_report_add_searched(&report->scope, &searched);
    add_paragraph(buffer, "", &searched, "");
    pol_buffer_printf(buffer, "Percentages: %s\n", pol_report_shares_help());
}
