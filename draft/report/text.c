/* text.c - a report as text for people.
 *
 * Two shapes: for the eye (indented, wrapped, coloured where asked for, shared words between
 * asterisks), and plain: each value on a labelled line of its own, in reading order, for screen
 * readers and pipes. Both are the same paragraphs: a sheet knows how to set them. */
#include <stdio.h>

#include "draft/report/formats.h"
#include "draft/report/parts.h"
#include "search/citation.h"
#include "search/render/pen.h"
#include "search/snippet.h"

enum { CLAUSE_BYTES = 900, PASSAGE_BYTES = 700, LEAD_IN_BYTES = 240, OTHERS_MAX = 2 };
enum { CLAUSE_INDENT = 2, PASSAGE_INDENT = 4 };

typedef struct text_sheet {
    pol_pen pen;
    const pol_render_options *options;
} text_sheet;

/* --- paragraphs ----------------------------------------------------------------------- */

/* `name` is said where nothing but words can tell what follows. */
static void start(text_sheet *sheet, size_t indent, const char *name)
{
    if (!sheet->options->is_plain) {
        pol_pen_start(&sheet->pen, indent, indent);
        return;
    }
    pol_pen_start(&sheet->pen, 0, 0);
    if (name[0]) {
        pol_pen_text(&sheet->pen, name);
        pol_pen_text(&sheet->pen, ": ");
    }
}

static void write_built(text_sheet *sheet, pol_buffer *built)
{
    pol_pen_write(&sheet->pen, pol_buffer_span(built));
    pol_buffer_spend(built, sheet->pen.buffer);
}

/* A paragraph of what was built, with `before` and `behind`; none where nothing was. */
static void write_line(text_sheet *sheet, size_t indent, const char *name, pol_style style,
                       pol_buffer *built, const char *behind)
{
    if (built->size == 0) {
        pol_buffer_spend(built, sheet->pen.buffer);
        return;
    }
    start(sheet, indent, name);
    pol_pen_set_style(&sheet->pen, style);
    write_built(sheet, built);
    pol_pen_text(&sheet->pen, behind);
    pol_pen_end(&sheet->pen);
}

static void write_heading(text_sheet *sheet, const char *text)
{
    pol_pen_gap(&sheet->pen);
    pol_pen_start(&sheet->pen, 0, 0);
    pol_pen_set_style(&sheet->pen, POL_STYLE_TITLE);
    pol_pen_text(&sheet->pen, text);
    pol_pen_end(&sheet->pen);
}

/* The part of a text around what is shared, with its label. */
static void write_words(text_sheet *sheet, pol_span label, pol_span text,
                        const pol_highlight *marks, size_t count, size_t bytes)
{
    pol_pen *pen = &sheet->pen;
    pol_snippet shown = pol_snippet_find(text, marks, count, bytes);
    if (pol_span_trim(label).size) {
        pol_pen_write(pen, pol_span_trim(label));
        pol_pen_text(pen, " ");
    }
    if (shown.start > 0)
        pol_pen_text(pen, "… ");
    pol_pen_write_marked(pen, text, shown.start, shown.end, marks, count);
    if (shown.end < text.size)
        pol_pen_text(pen, " …");
}

static void write_lead_in(text_sheet *sheet, size_t indent, const pol_passage *lead_in)
{
    if (!lead_in || lead_in->text.size == 0)
        return;
    start(sheet, indent, "Lead-in");
    pol_pen_set_style(&sheet->pen, POL_STYLE_DIM);
    write_words(sheet, (pol_span){0}, lead_in->text, NULL, 0, LEAD_IN_BYTES);
    pol_pen_end(&sheet->pen);
}

/* --- a passage ------------------------------------------------------------------------ */

static void write_role(text_sheet *sheet, const pol_shown *shown)
{
    const pol_document *document = &shown->evidence->stored->document;
    pol_pen *pen = &sheet->pen;
    pol_buffer conference, decision;
    pol_buffer_init(&conference, POL_REPORT_LINE_MAX);
    pol_buffer_init(&decision, POL_REPORT_LINE_MAX);
    pol_citation_add_conference(document, &conference);
    pol_report_add_decision(shown->evidence, &decision);
    if (sheet->options->is_plain)
        pol_pen_start(pen, 0, 0);
    else
        pol_pen_start(pen, CLAUSE_INDENT, PASSAGE_INDENT);
    pol_pen_text(pen, shown->role);
    pol_pen_text(pen, ": ");
    pol_pen_set_style(pen, POL_STYLE_TITLE);
    pol_pen_write(pen, document->display_title);
    pol_pen_text(pen, pol_citation_title_is_opening(document) ? "…" : "");
    pol_pen_set_style(pen, POL_STYLE_NONE);
    pol_pen_text(pen, conference.size ? " · " : "");
    write_built(sheet, &conference);
    pol_pen_text(pen, " · ");
    pol_pen_set_style(pen, shown->evidence->is_past
                               ? POL_STYLE_DIM
                               : pol_style_of_decision(shown->evidence->decision));
    write_built(sheet, &decision);
    pol_pen_end(pen);
}

static void write_remark(text_sheet *sheet, const pol_evidence *evidence)
{
    pol_buffer built;
    pol_buffer_init(&built, POL_REPORT_LINE_MAX);
    pol_report_add_remark(evidence, sheet->options->shows_people, &built);
    write_line(sheet, PASSAGE_INDENT, "Remark",
               evidence->is_past ? POL_STYLE_TITLE : POL_STYLE_NONE, &built, "");
}

static void write_passage(text_sheet *sheet, const pol_evidence *evidence)
{
    const pol_passage *passage = evidence->passage;
    const pol_comparison *comparison = &evidence->comparison;
    if (!passage)
        return;
    write_lead_in(sheet, PASSAGE_INDENT, evidence->lead_in);
    start(sheet, PASSAGE_INDENT + (evidence->lead_in ? 2 : 0), "Passage");
    write_words(sheet, passage->label, passage->text, comparison->passage_marks,
                comparison->passage_mark_count, PASSAGE_BYTES);
    pol_pen_end(&sheet->pen);
}

/* Marks inside a text would be read out: the shared words are a list instead. */
static void write_plain_shared(text_sheet *sheet, const pol_evidence *evidence)
{
    enum { SHARED_MAX = 16 };
    const pol_comparison *comparison = &evidence->comparison;
    if (!sheet->options->is_plain || !evidence->passage || comparison->passage_mark_count == 0)
        return;
    pol_span text = evidence->passage->text;
    start(sheet, 0, "Shared words");
    for (size_t i = 0; i < comparison->passage_mark_count && i < SHARED_MAX; i++) {
        pol_highlight range = comparison->passage_marks[i];
        pol_pen_text(&sheet->pen, i ? ", " : "");
        if (range.start < range.end && range.end <= text.size)
            pol_pen_write(&sheet->pen,
                          pol_span_make(text.data + range.start, range.end - range.start));
    }
    pol_pen_text(&sheet->pen, comparison->passage_mark_count > SHARED_MAX ? " and more" : "");
    pol_pen_end(&sheet->pen);
}

static void write_evidence(text_sheet *sheet, const pol_finding *finding, const pol_shown *shown)
{
    const pol_evidence *evidence = shown->evidence;
    pol_buffer opposite, shares, citation, reaffirm;
    pol_buffer_init(&opposite, POL_REPORT_LINE_MAX);
    pol_buffer_init(&shares, POL_REPORT_LINE_MAX);
    pol_buffer_init(&citation, POL_REPORT_LINE_MAX);
    pol_buffer_init(&reaffirm, POL_REPORT_LINE_MAX);
    write_role(sheet, shown);
    write_remark(sheet, evidence);
    write_passage(sheet, evidence);
    pol_report_add_opposite(finding->clause, evidence, &opposite);
    write_line(sheet, PASSAGE_INDENT, "Note", POL_STYLE_TITLE, &opposite, ".");
    write_plain_shared(sheet, evidence);
    pol_report_add_shares(evidence, &shares);
    write_line(sheet, PASSAGE_INDENT, "Figures", POL_STYLE_DIM, &shares, ".");
    if (pol_report_offers_reaffirm(finding, evidence)) { /* which holds the citation */
        pol_buffer_add_text(&reaffirm, sheet->options->is_plain ? "" : "To copy: ");
        pol_report_reaffirm(evidence, &reaffirm);
    } else {
        pol_buffer_add_text(&citation, sheet->options->is_plain ? "" : "— ");
        pol_citation_add(&evidence->stored->document, evidence->passage, &citation);
    }
    write_line(sheet, PASSAGE_INDENT, "Citation", POL_STYLE_NONE, &citation, "");
    write_line(sheet, PASSAGE_INDENT, "To copy", POL_STYLE_NONE, &reaffirm, "");
}

/* "Also near: “Pay”, 2014 ... (carried); 22% of this clause is in it [lapsed]." */
static void write_brief(text_sheet *sheet, const pol_shown *shown)
{
    const pol_evidence *evidence = shown->evidence;
    pol_buffer built, remark;
    pol_buffer_init(&built, POL_REPORT_LINE_MAX);
    pol_buffer_init(&remark, POL_REPORT_LINE_MAX);
    if (sheet->options->is_plain)
        pol_pen_start(&sheet->pen, 0, 0);
    else
        pol_pen_start(&sheet->pen, CLAUSE_INDENT, PASSAGE_INDENT);
    pol_pen_text(&sheet->pen, shown->role);
    pol_pen_text(&sheet->pen, ": ");
    pol_citation_add(&evidence->stored->document, evidence->passage, &built);
    pol_buffer_add_text(&built, "; ");
    pol_report_add_share(evidence, &built);
    pol_report_add_remark(evidence, sheet->options->shows_people, &remark);
    bool has_remark = remark.size > 0;
    pol_buffer_add_text(&built, has_remark ? " [" : "");
    write_built(sheet, &built);
    write_built(sheet, &remark);
    pol_pen_text(&sheet->pen, has_remark ? "]." : ".");
    pol_pen_end(&sheet->pen);
}

/* --- a clause ------------------------------------------------------------------------- */

static pol_style style_of(pol_verdict verdict)
{
    static const pol_style styles[POL_VERDICT_COUNT] = {
        [POL_VERDICT_NOTHING] = POL_STYLE_DIM,  [POL_VERDICT_RELATED] = POL_STYLE_DIM,
        [POL_VERDICT_REVERSAL] = POL_STYLE_BAD, [POL_VERDICT_UNDECIDED] = POL_STYLE_OPEN,
        [POL_VERDICT_REJECTED] = POL_STYLE_BAD, [POL_VERDICT_CARRIED_PART] = POL_STYLE_GOOD,
        [POL_VERDICT_CARRIED] = POL_STYLE_GOOD,
    };
    return (unsigned)verdict < POL_VERDICT_COUNT ? styles[verdict] : POL_STYLE_NONE;
}

/* "Clause 3, point b (demand): already carried (2014)" */
static void write_clause_heading(text_sheet *sheet, const pol_finding *finding)
{
    pol_pen *pen = &sheet->pen;
    pol_buffer name, verdict;
    pol_buffer_init(&name, POL_REPORT_LINE_MAX);
    pol_buffer_init(&verdict, POL_REPORT_LINE_MAX);
    pol_report_add_clause(finding->clause, &name);
    pol_buffer_printf(&name, " (%s): ", pol_report_clause_kind(finding->clause));
    pol_report_add_verdict(finding, &verdict);
    pol_pen_gap(pen);
    pol_pen_start(pen, 0, sheet->options->is_plain ? 0 : CLAUSE_INDENT);
    pol_pen_set_style(pen, POL_STYLE_TITLE);
    write_built(sheet, &name);
    pol_pen_set_style(pen, finding->is_skipped ? POL_STYLE_OPEN : style_of(finding->verdict));
    write_built(sheet, &verdict);
    pol_pen_end(pen);
}

static void write_clause_text(text_sheet *sheet, const pol_finding *finding)
{
    const pol_draft_clause *clause = finding->clause;
    const pol_evidence *marking = pol_report_marking(finding);
    write_lead_in(sheet, CLAUSE_INDENT, clause->lead_in);
    start(sheet, CLAUSE_INDENT + (clause->lead_in ? 2 : 0), "Text");
    write_words(sheet, clause->passage ? clause->passage->label : (pol_span){0}, clause->text,
                marking ? marking->comparison.clause_marks : NULL,
                marking ? marking->comparison.clause_mark_count : 0, CLAUSE_BYTES);
    pol_pen_end(&sheet->pen);
}

static void write_shown(text_sheet *sheet, const pol_finding *finding)
{
    pol_shown shown[POL_REPORT_SHOWN_MAX];
    size_t count = pol_report_shown(finding, shown), others = 0;
    for (size_t i = 0; i < count; i++) {
        others += shown[i].is_other;
        if (!shown[i].is_brief)
            write_evidence(sheet, finding, &shown[i]);
        else if (!shown[i].is_other || others <= OTHERS_MAX)
            write_brief(sheet, &shown[i]);
    }
}

static void write_finding(text_sheet *sheet, const pol_report *report, const pol_finding *finding)
{
    pol_buffer nothing;
    pol_buffer_init(&nothing, POL_REPORT_LINE_MAX);
    if (finding->verdict == POL_VERDICT_NOTHING && !finding->is_skipped)
        pol_report_add_nothing(report, &nothing);
    write_clause_heading(sheet, finding);
    write_clause_text(sheet, finding);
    write_line(sheet, CLAUSE_INDENT, "", POL_STYLE_DIM, &nothing, ".");
    write_shown(sheet, finding);
}

/* --- around the clauses --------------------------------------------------------------- */

static void write_sentence(text_sheet *sheet, pol_style style, const char *text)
{
    pol_pen_start(&sheet->pen, 0, 0);
    pol_pen_set_style(&sheet->pen, style);
    pol_pen_text(&sheet->pen, text);
    pol_pen_end(&sheet->pen);
}

static void write_top(text_sheet *sheet, const pol_report *report)
{
    const pol_document *document = report->draft->document;
    pol_buffer summary;
    pol_buffer_init(&summary, POL_REPORT_LINE_MAX);
    if (document && document->display_title.size) {
        pol_pen_start(&sheet->pen, 0, 0);
        pol_pen_text(&sheet->pen, "Draft: ");
        pol_pen_set_style(&sheet->pen, POL_STYLE_TITLE);
        pol_pen_write(&sheet->pen, document->display_title);
        pol_pen_end(&sheet->pen);
    }
    pol_report_add_summary(report, &summary);
    write_line(sheet, 0, "Summary", POL_STYLE_TITLE, &summary, "");
    if (report->draft->is_cut)
        write_sentence(sheet, POL_STYLE_NONE,
                       "The draft has more clauses than are looked up at once: those behind the "
                       "last one shown were left out.");
    if (report->has_timed_out)
        write_sentence(sheet, POL_STYLE_NONE,
                       "The time was over before all clauses were looked up.");
    write_sentence(sheet, POL_STYLE_DIM, pol_report_caution());
}

static void write_motions(text_sheet *sheet, const pol_report *report)
{
    if (report->motion_count == 0)
        return;
    write_heading(sheet, "Nearest whole motions");
    for (size_t i = 0; i < report->motion_count; i++) {
        pol_buffer built;
        pol_buffer_init(&built, POL_REPORT_LINE_MAX);
        pol_citation_add(&report->motions[i].stored->document, NULL, &built);
        pol_buffer_add_text(&built, ": ");
        pol_report_add_motion_share(&report->motions[i], &built);
        write_line(sheet, CLAUSE_INDENT, "", POL_STYLE_NONE, &built, ".");
    }
}

static void write_aids(text_sheet *sheet, const pol_report *report)
{
    if (report->aid_count == 0)
        return;
    write_heading(sheet, "Remarks on the draft");
    for (size_t i = 0; i < report->aid_count; i++) {
        char where[40] = "";
        if (report->aids[i].clause)
            snprintf(where, sizeof where, "Clause %u: ", (unsigned)report->aids[i].clause);
        start(sheet, CLAUSE_INDENT, "");
        pol_pen_text(&sheet->pen, where);
        pol_pen_write(&sheet->pen, report->aids[i].text);
        pol_pen_end(&sheet->pen);
    }
}

static void write_searched(text_sheet *sheet, const pol_report *report)
{
    pol_buffer built;
    pol_buffer_init(&built, POL_REPORT_LINE_MAX);
    pol_pen_gap(&sheet->pen);
    pol_buffer_add_text(&built, "Searched: ");
    pol_report_add_searched(&report->scope, &built);
    write_line(sheet, 0, "", POL_STYLE_DIM, &built, "");
}

void pol_report_render_text(const pol_report *report, const pol_render_options *options,
                            pol_buffer *buffer)
{
    text_sheet sheet = {.options = options};
    pol_pen_init(&sheet.pen, options, buffer);
    write_top(&sheet, report);
    write_motions(&sheet, report);
    write_aids(&sheet, report);
    for (size_t i = 0; i < report->finding_count; i++)
        write_finding(&sheet, report, &report->findings[i]);
    write_searched(&sheet, report);
}
