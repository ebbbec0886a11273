/* report.h - a report on a draft as text for reading, JSON, Markdown and HTML to print or mail.
 *
 * Functions append to `buffer` and cannot fail otherwise: ask buffer->status once, at the end.
 * Nothing that a document or the draft holds becomes markup or a control sequence. People are named
 * only where options->shows_people. docs/json-schema.md describes the JSON. Safe in any thread. */
#ifndef POL_DRAFT_REPORT_H
#define POL_DRAFT_REPORT_H

#include "draft/agenda.h"
#include "draft/check.h"
#include "search/render.h"

#ifdef __cplusplus
extern "C" {
#endif

/* TEXT, JSON, CSV (one row a clause), MARKDOWN, HTML; pol_report_has_output() tells which. */
bool pol_report_has_output(pol_output output);
void pol_report_render(pol_output output, const pol_report *report,
                       const pol_render_options *options, pol_buffer *buffer);

/* What stands between <main> and </main>: clauses and passages side by side. `base` is put before
 * the addresses of documents ("/documents/ID#p7"); NULL: passages are no links. The style sheet is
 * the caller's; class names begin with "check-". */
void pol_report_html(const pol_report *report, const char *base, pol_buffer *buffer);

/* "Conference reaffirms “Pay”, point 2, 2014 Health Care Conference (carried)." */
void pol_report_reaffirm(const pol_evidence *evidence, pol_buffer *buffer);

/* What was looked through, and that nothing found is no proof: "208 documents with ..." on one
 * printable line, not escaped. */
void pol_report_add_searched(const pol_scope *scope, pol_buffer *buffer);

/* A whole agenda: one row a motion. TEXT, JSON, CSV, MARKDOWN, HTML. */
void pol_agenda_render(pol_output output, const pol_agenda *agenda,
                       const pol_render_options *options, pol_buffer *buffer);

#ifdef __cplusplus
}
#endif
#endif
