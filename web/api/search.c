/* search.c - /api/v1/search: the same search as the page's, for programs: JSON, JSON Lines, CSV
 * or Markdown (docs/json-schema.md). */
#include "search/render.h"
#include "web/api.h"
#include "web/handlers.h"

enum { EXPORT_HITS = POL_COUNT_MAX };

/* How each format is sent. Files for spreadsheets and scripts hold many hits, pages of JSON as
 * many as `limit` says. */
static const struct {
    pol_output output;
    const char *type, *saves_as;
    bool is_export;
} formats[] = {
    {POL_OUTPUT_JSON, "application/json", NULL, false},
    {POL_OUTPUT_JSONL, "application/jsonl; charset=utf-8", "search.jsonl", true},
    {POL_OUTPUT_CSV, "text/csv; charset=utf-8; header=present", "search.csv", true},
    {POL_OUTPUT_MARKDOWN, "text/markdown; charset=utf-8", NULL, false},
};

enum { FORMAT_COUNT = sizeof formats / sizeof *formats };

static pol_status choose_format(const pol_request *request, size_t *ret_format, pol_error *reterr)
{
    pol_span name = pol_request_parameter(request, "format");
    *ret_format = 0;
    if (name.size == 0)
        return POL_OK;
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (pol_span_equal(name, pol_span_of(pol_output_name(formats[i].output)))) {
            *ret_format = i;
            return POL_OK;
        }
    return pol_fail(reterr, POL_USAGE, 0, "format is json, jsonl, csv or markdown, not '%.*s'",
                    POL_SPAN_ARGS(pol_span_first(name, 20)));
}

pol_status pol_api_flag(const pol_request *request, const char *name, bool *ret_is_set,
                        pol_error *reterr)
{
    pol_span value = pol_request_parameter(request, name);
    *ret_is_set = pol_span_equal(value, POL_SPAN("true"));
    if (value.size == 0 || *ret_is_set || pol_span_equal(value, POL_SPAN("false")))
        return POL_OK;
    return pol_fail(reterr, POL_USAGE, 0, "%s is true or false, not '%.*s'", name,
                    POL_SPAN_ARGS(pol_span_first(value, 20)));
}

pol_status pol_api_options(const pol_request *request, pol_ask *ret_ask, pol_search_filter *filters,
                           pol_search_options *ret_options, pol_error *reterr)
{
    pol_status status = pol_ask_parse(request, ret_ask, reterr);
    if (status != POL_OK)
        return status;
    pol_ask_options(ret_ask, filters, ret_options);
    return POL_OK;
}

pol_status pol_api_search(pol_worker *worker, const pol_request *request, pol_response *response,
                          pol_error *reterr)
{
    pol_ask ask;
    pol_search_filter filters[POL_ASK_FILTERS_MAX + 1];
    pol_search_options options;
    pol_results *results = NULL;
    size_t format = 0;
    pol_status status = pol_api_options(request, &ask, filters, &options, reterr);
    if (status == POL_OK)
        status = choose_format(request, &format, reterr);
    if (status != POL_OK)
        return status;
    if (formats[format].is_export) {
        if (ask.page > POL_ASK_OFFSET_MAX / EXPORT_HITS)
            return pol_fail(reterr, POL_USAGE, 0, "page must be 1 to %d: narrow the search",
                            POL_ASK_OFFSET_MAX / EXPORT_HITS);
        options.first = (ask.page - 1) * EXPORT_HITS;
        options.count = EXPORT_HITS;
    }
    status = pol_api_flag(request, "facets", &options.wants_facets, reterr);
    if (status == POL_OK)
        status = pol_search(worker->index, ask.query, &options, &results, reterr);
    if (status != POL_OK)
        return status;
    pol_render_options render = {0};
    pol_render_results(formats[format].output, results, &render, &response->body);
    response->keeping = pol_ask_keeping(results);
    pol_results_free(results);
    response->type = formats[format].type;
    response->saves_as = formats[format].saves_as;
    return POL_OK;
}
