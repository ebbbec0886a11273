/* checked.c - see checked.h. */
#include "web/checked.h"

#include <time.h>

enum { YEAR_FIRST = 1800, YEAR_LAST = 2100, DIGITS_MAX = 9 };

/* --- what was sent ------------------------------------------------------------------------ */

pol_span pol_checked_field(const pol_checked *checked, const char *name)
{
    pol_span value = pol_form_field(&checked->form, name);
    return value.data ? value : pol_request_parameter(checked->request, name);
}

/* Digits alone; 0 for an empty value. */
static bool read_number(pol_span text, int *ret_number)
{
    *ret_number = 0;
    if (text.size > DIGITS_MAX)
        return false;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
        *ret_number = *ret_number * 10 + (text.data[i] - '0');
    }
    return true;
}

static pol_status read_year(const pol_checked *checked, const char *name, int *ret_year,
                            pol_error *reterr)
{
    pol_span value = pol_span_trim(pol_checked_field(checked, name));
    bool is_year = read_number(value, ret_year) &&
                   (value.size == 0 || (*ret_year >= YEAR_FIRST && *ret_year <= YEAR_LAST));
    if (is_year)
        return POL_OK;
    return pol_fail(reterr, POL_USAGE, 0, "%s must be a year of four digits from %d to %d", name,
                    YEAR_FIRST, YEAR_LAST);
}

static pol_status read_years(pol_checked *checked, pol_error *reterr)
{
    pol_check_options *options = &checked->options;
    pol_status status = read_year(checked, "from", &options->year_from, reterr);
    if (status == POL_OK)
        status = read_year(checked, "to", &options->year_to, reterr);
    if (status == POL_OK && options->year_to && options->year_from > options->year_to)
        return pol_fail(reterr, POL_USAGE, 0, "from must be no later than the last year");
    return status;
}

static pol_status read_motion(pol_checked *checked, pol_error *reterr)
{
    int number;
    pol_span value = pol_span_trim(pol_checked_field(checked, "motion"));
    if (!read_number(value, &number) || (value.size && number == 0))
        return pol_fail(reterr, POL_USAGE, 0, "motion must be a number from 1 on");
    checked->motion = (size_t)number;
    return POL_OK;
}

pol_status pol_checked_read(const pol_request *request, pol_checked *ret_checked, pol_error *reterr)
{
    pol_checked *checked = ret_checked;
    pol_status status = POL_OK;
    *checked = (pol_checked){.request = request};
    pol_arena_init(&checked->arena, POL_DRAFT_ARENA_MAX);
    checked->text = request->body;
    if (pol_body_kind_of(request->headers.content_type) == POL_BODY_FORM) {
        status = pol_form_parse(request->body, &checked->arena, &checked->form, reterr);
        checked->text = pol_form_field(&checked->form, "draft");
    }
    if (status == POL_OK)
        status = read_years(checked, reterr);
    if (status == POL_OK)
        status = read_motion(checked, reterr);
    checked->options.except = pol_checked_field(checked, "except");
    checked->options.timeout_ms = POL_CHECK_TIMEOUT_MS;
    return status;
}

void pol_checked_done(pol_checked *checked)
{
    pol_report_free(checked->report);
    pol_agenda_free(checked->agenda);
    checked->report = NULL;
    checked->agenda = NULL;
    pol_arena_done(&checked->arena);
}

/* --- looking it up ------------------------------------------------------------------------ */

static pol_status fail_empty(const pol_checked *checked, pol_error *reterr)
{
    if (checked->extracted.omission_count)
        return pol_fail(reterr, POL_FORMAT, 0, "this text cannot be read as a motion: %.*s",
                        POL_SPAN_ARGS(checked->extracted.omissions[0].reason));
    return pol_fail(reterr, POL_FORMAT, 0, "this text says nothing that could be looked up");
}

static pol_status check_one(pol_checked *checked, pol_worker *worker, size_t motion,
                            pol_error *reterr)
{
    const pol_document *document = &checked->extracted.documents[motion].document;
    pol_status status = pol_draft_make(document, &checked->arena, &checked->draft, reterr);
    if (status == POL_OK && checked->draft.clause_count == 0)
        return fail_empty(checked, reterr);
    if (status == POL_OK)
        status =
            pol_check(worker->index, &checked->draft, &checked->options, &checked->report, reterr);
    return status;
}

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool is_in_time(void *context, size_t done, size_t total)
{
    const int64_t *until_ms = context;
    return done == total || now_ms() < *until_ms;
}

static pol_status check_all(pol_checked *checked, pol_worker *worker, pol_error *reterr)
{
    int64_t until_ms = now_ms() + POL_CHECK_TIMEOUT_MS;
    pol_status status = pol_agenda_check(worker->index, &checked->extracted, &checked->options,
                                         is_in_time, &until_ms, &checked->agenda, reterr);
    if (status == POL_LIMIT && now_ms() >= until_ms)
        return pol_fail(reterr, POL_LIMIT, 0,
                        "%zu motions take longer than there is time for here: send fewer, or have "
                        "whole agendas read by polsearch --draft FILE",
                        checked->extracted.document_count);
    return status;
}

pol_status pol_checked_make(pol_checked *checked, pol_worker *worker, pol_error *reterr)
{
    size_t count, chosen = checked->motion;
    pol_status status = pol_draft_read(checked->text, &checked->arena, &checked->extracted, reterr);
    if (status == POL_OK)
        status = pol_worker_outline(worker, &checked->options.outline, reterr);
    if (status == POL_OK)
        status = pol_worker_weigher(worker, &checked->options.weigher, reterr);
    if (status != POL_OK)
        return status;
    count = checked->extracted.document_count;
    if (count == 0)
        return fail_empty(checked, reterr);
    if (chosen > count)
        return pol_fail(reterr, POL_USAGE, 0, "motion must be a number from 1 to %zu", count);
    if (chosen || count == 1)
        return check_one(checked, worker, chosen ? chosen - 1 : 0, reterr);
    return check_all(checked, worker, reterr);
}

/* --- writing it --------------------------------------------------------------------------- */

static const struct {
    pol_output output;
    const char *type, *saves_as;
} formats[] = {
    {POL_OUTPUT_JSON, "application/json", NULL},
    {POL_OUTPUT_CSV, "text/csv; charset=utf-8; header=present", "draft.csv"},
    {POL_OUTPUT_MARKDOWN, "text/markdown; charset=utf-8", "draft.md"},
    {POL_OUTPUT_HTML, "text/html; charset=utf-8", "draft.html"},
};

enum { FORMAT_COUNT = sizeof formats / sizeof *formats };

pol_status pol_checked_format(const pol_checked *checked, pol_output otherwise,
                              pol_output *ret_output, pol_error *reterr)
{
    pol_span name = pol_checked_field(checked, "format");
    *ret_output = otherwise;
    if (name.size == 0)
        return POL_OK;
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (pol_span_equal(name, pol_span_of(pol_output_name(formats[i].output)))) {
            *ret_output = formats[i].output;
            return POL_OK;
        }
    return pol_fail(reterr, POL_USAGE, 0, "format is json, csv, markdown or html, not '%.*s'",
                    POL_SPAN_ARGS(pol_span_first(name, 20)));
}

void pol_checked_render(const pol_checked *checked, pol_output output, pol_response *response)
{
    const pol_render_options options = {0};
    if (checked->report)
        pol_report_render(output, checked->report, &options, &response->body);
    else
        pol_agenda_render(output, checked->agenda, &options, &response->body);
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (formats[i].output == output) {
            response->type = formats[i].type;
            response->saves_as = formats[i].saves_as;
        }
}
