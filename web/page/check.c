/* check.c - "/check": a box to paste a draft into, and by POST what was decided on it before,
 * clause by clause. What was sent comes back in the box, to be changed and sent again; it is kept
 * nowhere else.
 *
 * Classes: check-result, check-on, check-save, and those of draft/report/html.c, of the form and of
 * the agenda. Ids: report, and theirs. */
#include "web/page/check.h"

#include <stdio.h>

#include "web/handlers.h"
#include "web/page.h"

/* The report on one motion says so itself; to have another one, the list is asked for again. */
static void add_chosen(pol_buffer *buffer, const pol_checked *checked)
{
    char number[POL_DIGITS_SIZE], count[POL_DIGITS_SIZE];
    if (checked->extracted.document_count < 2)
        return;
    POL_HTML(buffer,
             "<p>This is motion $ of the $ in the text. <button class=\"copy\" form=\"check-form\" "
             "type=\"submit\">Show all of them</button></p>\n",
             pol_html_number(checked->motion, number),
             pol_html_number(checked->extracted.document_count, count));
}

static void add_omissions(pol_buffer *buffer, const pol_checked *checked)
{
    enum { SHOWN_MAX = 10 };
    const pol_extracted *extracted = &checked->extracted;
    if (extracted->omission_count == 0)
        return;
    pol_html_add(buffer, "<p>Left out of what was sent:</p>\n<ul class=\"check-omissions\">\n");
    for (size_t i = 0; i < extracted->omission_count && i < SHOWN_MAX; i++) {
        char line[POL_DIGITS_SIZE];
        POL_HTML(buffer, extracted->omissions[i].line ? "<li>Line $: " : "<li>",
                 pol_html_number(extracted->omissions[i].line, line));
        POL_HTML(buffer, "$</li>\n", extracted->omissions[i].reason);
    }
    pol_html_add(buffer, "</ul>\n");
}

/* As files, for minutes and mails: made anew of the text in the box. */
static void add_save(pol_buffer *buffer, const pol_checked *checked)
{
    static const struct {
        const char *format, *words;
    } files[] = {{"html", "page to print"}, {"markdown", "Markdown"}, {"csv", "table (CSV)"}};
    char address[64] = "/check";
    if (checked->motion)
        snprintf(address, sizeof address, "/check?motion=%zu", checked->motion);
    pol_html_add(buffer, "<p class=\"check-save\">Save this as:");
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        POL_HTML(buffer,
                 "\n<button class=\"copy\" form=\"check-form\" type=\"submit\" formaction=\"$\" "
                 "name=\"format\" value=\"$\">$</button>",
                 pol_span_of(address), pol_span_of(files[i].format), pol_span_of(files[i].words));
    pol_html_add(buffer, "</p>\n");
}

static void add_result(pol_buffer *buffer, const pol_checked *checked)
{
    const pol_report *report = checked->report;
    POL_HTML(buffer,
             "<div class=\"check-result\" id=\"report\" tabindex=\"-1\">\n"
             "<p class=\"check-on\">Report on <strong>$</strong></p>\n",
             report ? report->draft->document->display_title : POL_SPAN("all motions of the text"));
    add_omissions(buffer, checked);
    if (report) {
        add_chosen(buffer, checked);
        pol_report_html(report, "", buffer);
    } else {
        pol_check_add_agenda(buffer, checked);
    }
    add_save(buffer, checked);
    pol_html_add(buffer, "</div>\n");
}

/* --- the page ------------------------------------------------------------------------------ */

static void add_page(pol_worker *worker, const pol_checked *checked, const pol_error *complaint,
                     pol_buffer *buffer)
{
    bool has_result = checked && !complaint;
    pol_page page = {.title = complaint    ? POL_SPAN("This draft cannot be checked")
                              : has_result ? POL_SPAN("What was decided on this draft")
                                           : POL_SPAN("Check a draft"),
                     .section = "check",
                     .canonical = POL_SPAN("/check"),
                     .description =
                         POL_SPAN("Paste a draft motion and see, clause by clause, what conference "
                                  "has already decided on it."),
                     .is_unlisted = checked != NULL};
    pol_page_begin(buffer, worker->site, &page);
    pol_html_add(buffer, "<div class=\"check\">\n<h1>Check a draft against policy</h1>\n");
    pol_check_add_form(buffer, checked, complaint);
    if (has_result)
        add_result(buffer, checked);
    pol_html_add(buffer, "</div>\n");
    pol_page_end(buffer, worker->site);
}

/* What can be mended where it was typed; 0 for what is to be told otherwise. */
static int http_status_of(pol_status status)
{
    switch (status) {
    case POL_USAGE:
        return 400;
    case POL_LIMIT:
        return 413;
    case POL_FORMAT:
        return 422;
    default:
        return 0;
    }
}

static pol_status answer(pol_worker *worker, const pol_request *request, pol_checked *checked,
                         pol_response *response, pol_error *reterr)
{
    pol_output output = POL_OUTPUT_TEXT; /* stands for the page itself */
    pol_status status = pol_checked_read(request, checked, reterr);
    if (status == POL_OK)
        status = pol_checked_format(checked, POL_OUTPUT_TEXT, &output, reterr);
    if (status == POL_OK)
        status = pol_checked_make(checked, worker, reterr);
    if (status == POL_OK && output != POL_OUTPUT_TEXT)
        pol_checked_render(checked, output, response);
    else if (status == POL_OK)
        add_page(worker, checked, NULL, &response->body);
    return status;
}

pol_status pol_page_check(pol_worker *worker, const pol_request *request, pol_response *response,
                          pol_error *reterr)
{
    pol_checked checked;
    if (request->method != POL_METHOD_POST) {
        add_page(worker, NULL, NULL, &response->body);
        return POL_OK;
    }
    pol_status status = answer(worker, request, &checked, response, reterr);
    int http_status = http_status_of(status);
    if (http_status) {
        response->status = http_status;
        add_page(worker, &checked, reterr, &response->body);
        status = POL_OK;
    }
    pol_checked_done(&checked);
    return status;
}
