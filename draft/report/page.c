/* page.c - a report or an agenda as a page of its own, to print or to mail: nothing is
 * fetched, nothing runs. */
#include "draft/report/page.h"

#include "draft/report/formats.h"
#include "search/html.h"

static const char style[] =
    ":root{color-scheme:light dark}"
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:0 auto;padding:1rem}"
    "h1{font-size:1.5rem;line-height:1.25}"
    "h2{font-size:1.25rem;margin:2rem 0 .5rem}"
    "h3{font-size:1.05rem;margin:0 0 .5rem}"
    "h4{font-size:1rem;margin:0 0 .25rem}"
    "p{margin:.25rem 0}ul,ol{margin:.25rem 0;padding-left:1.5rem}"
    ".check-verdict{font-size:1.15rem;font-weight:600}"
    ".check-clause{border-top:1px solid;padding:.75rem 0;overflow-wrap:anywhere}"
    ".check-kind{font-weight:400}"
    ".check-text{margin:.5rem 0;padding-left:.75rem;border-left:.2rem solid}"
    ".check-passage{margin:0 0 1.25rem}"
    ".check-past .check-text{border-left-style:dashed}"
    ".check-past .check-remark,.check-warning{font-weight:600}"
    ".check-shares,.check-citation,.check-remark,.check-others,.check-meaning,.check-searched"
    "{font-size:.9rem}"
    ".check-line{user-select:all;font-style:italic}"
    "mark{background:none;color:inherit;text-decoration:underline;font-weight:600}"
    ".check-opposite{text-decoration:underline double;font-style:italic}"
    "table{border-collapse:collapse;width:100%;font-size:.9rem}"
    "th,td{text-align:left;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid;"
    "overflow-wrap:break-word}"
    "dt{font-weight:600}dd{margin:0 0 .25rem 1rem}"
    "@media (min-width:50rem){.check-pair{display:grid;gap:2rem;"
    "grid-template-columns:minmax(0,2fr) minmax(0,3fr)}}"
    "@media print{:root{color-scheme:light;font-size:10pt}body{max-width:none;padding:0}"
    "h2{margin-top:1rem}"
    "a{color:inherit;text-decoration:none}"
    ".check-pair{display:grid;gap:6mm;grid-template-columns:minmax(0,2fr) minmax(0,3fr)}"
    "h2,h3,h4{break-after:avoid}.check-passage,.check-draft,tr,li,dd{break-inside:avoid}}";

void pol_report_page_open(const char *heading, pol_span title, bool is_landscape,
                          pol_buffer *buffer)
{
    pol_html_add(buffer, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                         "<meta name=\"viewport\" content=\"width=device-width\">\n"
                         "<meta name=\"robots\" content=\"noindex\">\n"
                         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                         "'none'; style-src 'unsafe-inline'\">\n");
    POL_HTML(buffer, "<title>$$$</title>\n", pol_span_of(heading),
             pol_span_of(title.size ? ": " : ""), title);
    pol_html_add(buffer, "<style>");
    pol_html_add(buffer, style);
    pol_html_add(buffer, is_landscape ? "@page{size:A4 landscape;margin:12mm}"
                                      : "@page{size:A4;margin:15mm}");
    POL_HTML(buffer, "</style>\n</head>\n<body>\n<main>\n<h1>$$$</h1>\n", pol_span_of(heading),
             pol_span_of(title.size ? ": " : ""), title);
}

void pol_report_page_close(pol_buffer *buffer)
{
    pol_html_add(buffer, "</main>\n</body>\n</html>\n");
}

void pol_report_render_html(const pol_report *report, const pol_render_options *options,
                            pol_buffer *buffer)
{
    const pol_document *document = report->draft->document;
    pol_report_page_open("Draft motion and what was decided",
                         document ? document->display_title : (pol_span){0}, false, buffer);
    pol_report_add_html(report, NULL, options->shows_people, buffer);
    pol_report_page_close(buffer);
}
