/* html.c - a report as what stands between <main> and </main>, for the web page and for a
 * page to print; below an <h1>.
 *
 * Parts are <h2>, clauses <h3>, passages <h4>. A clause has the id "clause-3". Words say what
 * colours may repeat. Class names, for a style sheet:
 *
 *   check-report          all of it
 *   check-part            a part; with check-summary, check-motions, check-aids, check-overview,
 *                         check-clauses, check-searched or check-meaning
 *   check-verdict         the sentence on the whole
 *   check-caution         that words cannot prove it
 *   check-notice          what was left out, and why
 *   check-clause          a clause; with check-is-V, where V is the code of its verdict with
 *                         hyphens ("check-is-already-carried"), or check-is-skipped
 *   check-kind            "demand", behind a clause's number
 *   check-says            the verdict in words, in a clause's heading and in the overview
 *   check-pair            the two columns: check-draft, the clause, and check-passages
 *   check-passage         one passage; with check-was-F, where F is carried, lost, undecided or
 *                         none, and check-past where it is no longer policy
 *   check-source          title, conference and check-decision
 *   check-remark          what a reader must know beside the decision
 *   check-text            the words of a clause or passage, its check-lead-in first
 *   check-label           "b)"
 *   mark, check-opposite  shared words; words that may say the opposite (both are <mark>)
 *   check-warning         the sentence on these
 *   check-shares          the two figures
 *   check-citation        how it is quoted
 *   check-reaffirm        a line to copy, check-line
 *   check-others          further passages, cited only
 *   check-nothing         that nothing was found, and in what
 *   check-table           the overview, a table */
#include <stdio.h>

#include "draft/report/formats.h"
#include "draft/report/parts.h"
#include "search/citation.h"
#include "search/html.h"
#include "search/render/parts.h"

enum { CLAUSE_BYTES = 4000, PASSAGE_BYTES = 1500, LEAD_IN_BYTES = 400, OPENING_BYTES = 90 };
enum { OVERVIEW_MIN = 4 }; /* clauses, below which all are in sight */

typedef struct html_writer {
    pol_buffer *buffer;
    const char *base; /* NULL: no links */
    bool shows_people;
} html_writer;

/* --- small parts ---------------------------------------------------------------------- */

static void add_built(html_writer *w, pol_buffer *built)
{
    pol_html_text(w->buffer, pol_buffer_span(built));
    pol_buffer_spend(built, w->buffer);
}

/* A paragraph of what was built; none where nothing was. */
static void add_paragraph(html_writer *w, const char *name, pol_buffer *built, const char *behind)
{
    if (built->size) {
        POL_HTML(w->buffer, "<p class=\"$\">", pol_span_of(name));
        pol_html_text(w->buffer, pol_buffer_span(built));
        pol_html_add(w->buffer, behind);
        pol_html_add(w->buffer, "</p>\n");
    }
    pol_buffer_spend(built, w->buffer);
}

static void open_link(html_writer *w, const pol_stored *stored, const pol_passage *passage)
{
    pol_buffer url;
    if (!w->base)
        return;
    pol_buffer_init(&url, POL_REPORT_LINE_MAX);
    pol_part_url(stored, passage, &url);
    POL_HTML(w->buffer, "<a href=\"$$\">", pol_span_of(w->base), pol_buffer_span(&url));
    pol_buffer_spend(&url, w->buffer);
}

static void close_link(html_writer *w)
{
    if (w->base)
        pol_html_add(w->buffer, "</a>");
}

static void open_part(html_writer *w, const char *name, const char *heading)
{
    POL_HTML(w->buffer,
             "<section class=\"check-part $\" aria-labelledby=\"$\">\n<h2 id=\"$\">$</h2>\n",
             pol_span_of(name), pol_span_of(name), pol_span_of(name), pol_span_of(heading));
}

static void close_part(html_writer *w)
{
    pol_html_add(w->buffer, "</section>\n");
}

/* "check-is-already-carried" */
enum { CLASS_SIZE = 64 };
static pol_span class_of(const char *prefix, const char *code, char name[CLASS_SIZE])
{
    snprintf(name, CLASS_SIZE, "%s%s", prefix, code);
    for (char *c = name; *c; c++)
        if (*c == '_')
            *c = '-';
    return pol_span_of(name);
}

static pol_span finding_class(const pol_finding *finding, char name[CLASS_SIZE])
{
    return class_of("check-is-",
                    finding->is_skipped ? "skipped" : pol_verdict_code(finding->verdict), name);
}

/* --- words with marks ----------------------------------------------------------------- */

static void add_marked(html_writer *w, pol_marked marked)
{
    static const char *const opening[] = {[POL_MARKED_NONE] = "",
                                          [POL_MARKED_SHARED] = "<mark>",
                                          [POL_MARKED_OPPOSITE] =
                                              "<mark class=\"check-opposite\">"};
    pol_span piece;
    pol_marked_kind kind;
    if (marked.at > 0)
        pol_html_add(w->buffer, "… ");
    while (pol_report_mark_next(&marked, &piece, &kind)) {
        pol_html_add(w->buffer, opening[kind]);
        pol_html_text(w->buffer, piece);
        pol_html_add(w->buffer, kind == POL_MARKED_NONE ? "" : "</mark>");
    }
    if (marked.to < marked.text.size)
        pol_html_add(w->buffer, " …");
}

static void add_text(html_writer *w, const pol_passage *lead_in, pol_span label, pol_marked marked)
{
    pol_html_add(w->buffer, "<blockquote class=\"check-text\">\n");
    if (lead_in && lead_in->text.size) {
        pol_html_add(w->buffer, "<p class=\"check-lead-in\">");
        add_marked(w, pol_report_mark_nothing(lead_in->text, LEAD_IN_BYTES));
        pol_html_add(w->buffer, "</p>\n");
    }
    pol_html_add(w->buffer, "<p>");
    if (pol_span_trim(label).size)
        POL_HTML(w->buffer, "<span class=\"check-label\">$</span> ", pol_span_trim(label));
    add_marked(w, marked);
    pol_html_add(w->buffer, "</p>\n</blockquote>\n");
}

/* --- a passage ------------------------------------------------------------------------ */

static void add_source(html_writer *w, const pol_evidence *evidence)
{
    const pol_document *document = &evidence->stored->document;
    pol_buffer conference, decision;
    pol_buffer_init(&conference, POL_REPORT_LINE_MAX);
    pol_buffer_init(&decision, POL_REPORT_LINE_MAX);
    pol_citation_add_conference(document, &conference);
    pol_report_add_decision(evidence, &decision);
    pol_html_add(w->buffer, "<p class=\"check-source\">");
    open_link(w, evidence->stored, evidence->passage);
    POL_HTML(w->buffer, "<cite>$</cite>", document->display_title);
    close_link(w);
    pol_html_add(w->buffer, conference.size ? ", " : "");
    add_built(w, &conference);
    pol_html_add(w->buffer, ": <strong class=\"check-decision\">");
    add_built(w, &decision);
    pol_html_add(w->buffer, "</strong></p>\n");
}

static void add_reaffirm(html_writer *w, const pol_finding *finding, const pol_evidence *evidence)
{
    pol_buffer built;
    if (!pol_report_offers_reaffirm(finding, evidence))
        return;
    pol_buffer_init(&built, POL_REPORT_LINE_MAX);
    pol_report_reaffirm(evidence, &built);
    pol_html_add(w->buffer, "<p class=\"check-reaffirm\">To copy: <span class=\"check-line\">");
    add_built(w, &built);
    pol_html_add(w->buffer, "</span></p>\n");
}

static void add_figures(html_writer *w, const pol_finding *finding, const pol_evidence *evidence)
{
    pol_buffer opposite, shares, citation;
    pol_buffer_init(&opposite, POL_REPORT_LINE_MAX);
    pol_buffer_init(&shares, POL_REPORT_LINE_MAX);
    pol_buffer_init(&citation, POL_REPORT_LINE_MAX);
    pol_report_add_opposite(finding->clause, evidence, &opposite);
    pol_report_add_shares(evidence, &shares);
    if (!pol_report_offers_reaffirm(finding, evidence)) /* which holds the citation */
        pol_citation_add(&evidence->stored->document, evidence->passage, &citation);
    add_paragraph(w, "check-warning", &opposite, ".");
    add_paragraph(w, "check-shares", &shares, ".");
    add_paragraph(w, "check-citation", &citation, "");
}

static void add_evidence(html_writer *w, const pol_finding *finding, const pol_shown *shown)
{
    const pol_evidence *evidence = shown->evidence;
    char name[CLASS_SIZE];
    pol_buffer remark;
    pol_buffer_init(&remark, POL_REPORT_LINE_MAX);
    pol_report_add_remark(evidence, w->shows_people, &remark);
    POL_HTML(w->buffer, "<section class=\"check-passage $",
             class_of("check-was-", pol_fate_code(evidence->fate), name));
    POL_HTML(w->buffer, "$\">\n<h4>$</h4>\n", pol_span_of(evidence->is_past ? " check-past" : ""),
             pol_span_of(shown->role));
    add_source(w, evidence);
    add_paragraph(w, "check-remark", &remark, ".");
    if (evidence->passage)
        add_text(w, evidence->lead_in, evidence->passage->label,
                 pol_report_mark_passage(evidence, PASSAGE_BYTES));
    add_figures(w, finding, evidence);
    add_reaffirm(w, finding, evidence);
    pol_html_add(w->buffer, "</section>\n");
}

/* --- a clause ------------------------------------------------------------------------- */

static void add_brief(html_writer *w, const pol_shown *shown)
{
    const pol_evidence *evidence = shown->evidence;
    pol_buffer citation, share, remark;
    pol_buffer_init(&citation, POL_REPORT_LINE_MAX);
    pol_buffer_init(&share, POL_REPORT_LINE_MAX);
    pol_buffer_init(&remark, POL_REPORT_LINE_MAX);
    pol_citation_add(&evidence->stored->document, evidence->passage, &citation);
    pol_report_add_share(evidence, &share);
    pol_report_add_remark(evidence, w->shows_people, &remark);
    POL_HTML(w->buffer, "<li>$: ", pol_span_of(shown->role));
    open_link(w, evidence->stored, evidence->passage);
    add_built(w, &citation);
    close_link(w);
    pol_html_add(w->buffer, "; ");
    add_built(w, &share);
    bool has_remark = remark.size > 0;
    pol_html_add(w->buffer, has_remark ? " [" : "");
    add_built(w, &remark);
    pol_html_add(w->buffer, has_remark ? "].</li>\n" : ".</li>\n");
}

/* In full first, then those in brief as a list. */
static void add_passages(html_writer *w, const pol_finding *finding)
{
    pol_shown shown[POL_REPORT_SHOWN_MAX];
    size_t count = pol_report_shown(finding, shown), at = 0;
    pol_html_add(w->buffer, "<div class=\"check-passages\">\n");
    for (; at < count && !shown[at].is_brief; at++)
        add_evidence(w, finding, &shown[at]);
    if (at < count) {
        pol_html_add(w->buffer, "<h4>Further passages</h4>\n<ul class=\"check-others\">\n");
        for (; at < count; at++)
            add_brief(w, &shown[at]);
        pol_html_add(w->buffer, "</ul>\n");
    }
    pol_html_add(w->buffer, "</div>\n");
}

/* Why there is nothing beside a clause. */
static void add_none(html_writer *w, const pol_report *report, const pol_finding *finding)
{
    pol_buffer nothing;
    if (finding->is_skipped)
        return;
    pol_buffer_init(&nothing, POL_REPORT_LINE_MAX);
    pol_report_add_nothing(report, &nothing);
    pol_html_add(w->buffer, "<div class=\"check-passages\">\n");
    add_paragraph(w, "check-nothing", &nothing, ".");
    pol_html_add(w->buffer, "</div>\n");
}

static void add_clause_heading(html_writer *w, const pol_finding *finding)
{
    char number[16], name[CLASS_SIZE];
    pol_buffer clause, verdict;
    pol_buffer_init(&clause, POL_REPORT_LINE_MAX);
    pol_buffer_init(&verdict, POL_REPORT_LINE_MAX);
    snprintf(number, sizeof number, "%u", (unsigned)finding->clause->number);
    pol_report_add_clause(finding->clause, &clause);
    pol_report_add_verdict(finding, &verdict);
    POL_HTML(w->buffer, "<section class=\"check-clause $\" id=\"clause-$\">\n<h3>$ ",
             finding_class(finding, name), pol_span_of(number), pol_buffer_span(&clause));
    POL_HTML(w->buffer, "<span class=\"check-kind\">($)</span>: ",
             pol_span_of(pol_report_clause_kind(finding->clause)));
    POL_HTML(w->buffer, "<span class=\"check-says\">$</span></h3>\n", pol_buffer_span(&verdict));
    pol_buffer_spend(&clause, w->buffer);
    pol_buffer_spend(&verdict, w->buffer);
}

static void add_finding(html_writer *w, const pol_report *report, const pol_finding *finding)
{
    const pol_draft_clause *clause = finding->clause;
    add_clause_heading(w, finding);
    pol_html_add(w->buffer, "<div class=\"check-pair\">\n<div class=\"check-draft\">\n");
    add_text(w, clause->lead_in, clause->passage ? clause->passage->label : (pol_span){0},
             pol_report_mark_clause(finding, CLAUSE_BYTES));
    pol_html_add(w->buffer, "</div>\n");
    if (finding->evidence_count)
        add_passages(w, finding);
    else
        add_none(w, report, finding);
    pol_html_add(w->buffer, "</div>\n</section>\n");
}

/* --- around the clauses --------------------------------------------------------------- */

static void add_summary(html_writer *w, const pol_report *report)
{
    pol_buffer summary;
    pol_buffer_init(&summary, POL_REPORT_LINE_MAX);
    pol_report_add_summary(report, &summary);
    open_part(w, "check-summary", "The draft as a whole");
    add_paragraph(w, "check-verdict", &summary, "");
    if (report->draft->is_cut)
        pol_html_add(w->buffer, "<p class=\"check-notice\">The draft has more clauses than are "
                                "looked up at once: those behind the last one shown were left "
                                "out.</p>\n");
    if (report->has_timed_out)
        pol_html_add(w->buffer, "<p class=\"check-notice\">The time was over before all clauses "
                                "were looked up.</p>\n");
    POL_HTML(w->buffer, "<p class=\"check-caution\">$</p>\n", pol_span_of(pol_report_caution()));
    close_part(w);
}

static void add_motions(html_writer *w, const pol_report *report)
{
    if (report->motion_count == 0)
        return;
    open_part(w, "check-motions", "Nearest whole motions");
    pol_html_add(w->buffer, "<ol>\n");
    for (size_t i = 0; i < report->motion_count; i++) {
        const pol_near_motion *motion = &report->motions[i];
        pol_buffer citation, share;
        pol_buffer_init(&citation, POL_REPORT_LINE_MAX);
        pol_buffer_init(&share, POL_REPORT_LINE_MAX);
        pol_citation_add(&motion->stored->document, NULL, &citation);
        pol_report_add_motion_share(motion, &share);
        pol_html_add(w->buffer, "<li>");
        open_link(w, motion->stored, NULL);
        add_built(w, &citation);
        close_link(w);
        pol_html_add(w->buffer, ": ");
        add_built(w, &share);
        pol_html_add(w->buffer, ".</li>\n");
    }
    pol_html_add(w->buffer, "</ol>\n");
    close_part(w);
}

static void add_aids(html_writer *w, const pol_report *report)
{
    if (report->aid_count == 0)
        return;
    open_part(w, "check-aids", "Remarks on the draft");
    pol_html_add(w->buffer, "<ul>\n");
    for (size_t i = 0; i < report->aid_count; i++) {
        char number[16];
        snprintf(number, sizeof number, "%u", (unsigned)report->aids[i].clause);
        pol_html_add(w->buffer, "<li>");
        if (report->aids[i].clause)
            POL_HTML(w->buffer, "<a href=\"#clause-$\">Clause $</a>: ", pol_span_of(number),
                     pol_span_of(number));
        POL_HTML(w->buffer, "$</li>\n", report->aids[i].text);
    }
    pol_html_add(w->buffer, "</ul>\n");
    close_part(w);
}

/* "3, point b": the column's heading says of what. */
static pol_span clause_number(const pol_buffer *clause)
{
    pol_span name = pol_buffer_span(clause);
    return pol_span_from(name, pol_span_starts(name, POL_SPAN("Clause ")) ? strlen("Clause ") : 0);
}

static void add_overview_row(html_writer *w, const pol_finding *finding)
{
    char number[16], name[CLASS_SIZE];
    pol_buffer clause, verdict;
    pol_buffer_init(&clause, POL_REPORT_LINE_MAX);
    pol_buffer_init(&verdict, POL_REPORT_LINE_MAX);
    snprintf(number, sizeof number, "%u", (unsigned)finding->clause->number);
    pol_report_add_clause(finding->clause, &clause);
    pol_report_add_verdict(finding, &verdict);
    /* The words are the link: a number alone says little to who hears all links of a page. */
    POL_HTML(w->buffer, "<tr class=\"$\"><th scope=\"row\">$</th><td><a href=\"#clause-$\">",
             finding_class(finding, name), clause_number(&clause), pol_span_of(number));
    add_marked(w, pol_report_mark_nothing(finding->clause->text, OPENING_BYTES));
    POL_HTML(w->buffer, "</a></td><td class=\"check-says\">$</td></tr>\n",
             pol_buffer_span(&verdict));
    pol_buffer_spend(&clause, w->buffer);
    pol_buffer_spend(&verdict, w->buffer);
}

static void add_overview(html_writer *w, const pol_report *report)
{
    if (report->finding_count < OVERVIEW_MIN)
        return;
    open_part(w, "check-overview", "Overview");
    pol_html_add(w->buffer,
                 "<table class=\"check-table\">\n<thead><tr><th scope=\"col\">Clause</th>"
                 "<th scope=\"col\">Text</th><th scope=\"col\">Decided before</th></tr></thead>\n"
                 "<tbody>\n");
    for (size_t i = 0; i < report->finding_count; i++)
        add_overview_row(w, &report->findings[i]);
    pol_html_add(w->buffer, "</tbody>\n</table>\n");
    close_part(w);
}

static void add_clauses(html_writer *w, const pol_report *report)
{
    if (report->finding_count == 0)
        return;
    open_part(w, "check-clauses", "Clause by clause");
    pol_html_add(w->buffer, "<p>Marked words stand on both sides. Newer decisions stand before "
                            "older ones.</p>\n");
    for (size_t i = 0; i < report->finding_count; i++)
        add_finding(w, report, &report->findings[i]);
    close_part(w);
}

static void add_searched(html_writer *w, const pol_report *report)
{
    pol_buffer built;
    pol_buffer_init(&built, POL_REPORT_LINE_MAX);
    pol_report_add_searched(&report->scope, &built);
    open_part(w, "check-searched", "What was searched");
    add_paragraph(w, "check-places", &built, "");
    close_part(w);
}

static void add_meaning(html_writer *w, const pol_report *report)
{
    open_part(w, "check-meaning", "What the words mean");
    pol_html_add(w->buffer, "<dl>\n");
    for (int verdict = POL_VERDICT_COUNT; verdict-- > 0;)
        if (report->verdict_counts[verdict])
            POL_HTML(w->buffer, "<dt>$</dt><dd>$</dd>\n",
                     pol_span_of(pol_verdict_label((pol_verdict)verdict)),
                     pol_span_of(pol_verdict_help((pol_verdict)verdict)));
    POL_HTML(w->buffer, "<dt>Percentages</dt><dd>$</dd>\n</dl>\n",
             pol_span_of(pol_report_shares_help()));
    close_part(w);
}

void pol_report_add_html(const pol_report *report, const char *base, bool shows_people,
                         pol_buffer *buffer)
{
    html_writer writer = {buffer, base, shows_people};
    pol_html_add(buffer, "<div class=\"check-report\">\n");
    add_summary(&writer, report);
    add_motions(&writer, report);
    add_aids(&writer, report);
    add_overview(&writer, report);
    add_clauses(&writer, report);
    add_searched(&writer, report);
    add_meaning(&writer, report);
    pol_html_add(buffer, "</div>\n");
}
