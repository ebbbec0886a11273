/* report.c - which function writes which format; see report.h. */
#include "draft/report.h"

#include "draft/agenda/render.h"
#include "draft/report/formats.h"
#include "draft/report/parts.h"
#include "search/citation.h"
#include "search/remark.h"

static const struct {
    void (*report)(const pol_report *report, const pol_render_options *options, pol_buffer *buffer);
    void (*agenda)(const pol_agenda *agenda, const pol_render_options *options, pol_buffer *buffer);
} outputs[POL_OUTPUT_COUNT] = {
    [POL_OUTPUT_TEXT] = {pol_report_render_text, pol_agenda_render_text},
    [POL_OUTPUT_JSON] = {pol_report_render_json, pol_agenda_render_json},
    [POL_OUTPUT_CSV] = {pol_report_render_csv, pol_agenda_render_csv},
    [POL_OUTPUT_MARKDOWN] = {pol_report_render_markdown, pol_agenda_render_markdown},
    [POL_OUTPUT_HTML] = {pol_report_render_html, pol_agenda_render_html},
};

bool pol_report_has_output(pol_output output)
{
    return (unsigned)output < POL_OUTPUT_COUNT && outputs[output].report != NULL;
}

void pol_report_render(pol_output output, const pol_report *report,
                       const pol_render_options *options, pol_buffer *buffer)
{
    outputs[output].report(report, options, buffer);
}

void pol_report_html(const pol_report *report, const char *base, pol_buffer *buffer)
{
    pol_report_add_html(report, base, false, buffer);
}

void pol_report_reaffirm(const pol_evidence *evidence, pol_buffer *buffer)
{
    const pol_document *document = &evidence->stored->document;
    pol_buffer_add_text(buffer, "Conference reaffirms ");
    pol_citation_add(document, evidence->passage, buffer);
    if (pol_report_is_of_composite(evidence)) {
        pol_buffer_add_text(buffer, ", carried in ");
        pol_citation_add_numbered(POL_KIND_COMPOSITE, document->composite, buffer);
    }
    pol_buffer_add_byte(buffer, '.');
}

void pol_agenda_render(pol_output output, const pol_agenda *agenda,
                       const pol_render_options *options, pol_buffer *buffer)
{
    outputs[output].agenda(agenda, options, buffer);
}
