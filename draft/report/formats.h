/* formats.h - a report and an agenda in each format: what pol_report_render() and
 * pol_agenda_render() dispatch to (private to draft/). */
#ifndef POL_DRAFT_REPORT_FORMATS_H
#define POL_DRAFT_REPORT_FORMATS_H

#include "draft/report.h"
#include "search/json.h"

void pol_report_render_text(const pol_report *report, const pol_render_options *options,
                            pol_buffer *buffer);
void pol_report_render_json(const pol_report *report, const pol_render_options *options,
                            pol_buffer *buffer);

void pol_report_render_markdown(const pol_report *report, const pol_render_options *options,
                                pol_buffer *buffer);
void pol_report_render_html(const pol_report *report, const pol_render_options *options,
                            pol_buffer *buffer);
void pol_report_render_csv(const pol_report *report, const pol_render_options *options,
                           pol_buffer *buffer);

/* As pol_report_html(). */
void pol_report_add_html(const pol_report *report, const char *base, bool shows_people,
                         pol_buffer *buffer);

/* "counts": clauses by verdict. */
void pol_report_json_counts(pol_json *json, const uint32_t counts[POL_VERDICT_COUNT]);

/* "searched": how much, conferences, years. */
void pol_report_json_searched(pol_json *json, const pol_scope *scope);

#endif
