/* report.c - see report.h. */
#include "draft/report.h"

bool pol_report_has_output(pol_output output)
{
    (void)output;
    return false;
}

void pol_report_render(pol_output output, const pol_report *report,
                       const pol_render_options *options, pol_buffer *buffer)
{
    (void)output, (void)report, (void)options, (void)buffer;
}

void pol_report_html(const pol_report *report, const char *base, pol_buffer *buffer)
{
    (void)report, (void)base, (void)buffer;
}

void pol_report_reaffirm(const pol_evidence *evidence, pol_buffer *buffer)
{
    (void)evidence, (void)buffer;
}

void pol_agenda_render(pol_output output, const pol_agenda *agenda,
                       const pol_render_options *options, pol_buffer *buffer)
{
    (void)output, (void)agenda, (void)options, (void)buffer;
}
