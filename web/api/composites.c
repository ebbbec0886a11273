/* composites.c - /api/v1/composites/NAME/2014: the motions of a conference that ask for the
 * same, for programs: JSON, CSV (one row a motion) or Markdown (docs/json-schema.md). */
#include "web/composites.h"
#include "web/handlers.h"

static const struct {
    pol_output output;
    const char *type, *saves_as;
} formats[] = {
    {POL_OUTPUT_JSON, "application/json", NULL},
    {POL_OUTPUT_CSV, "text/csv; charset=utf-8; header=present", "composites.csv"},
    {POL_OUTPUT_MARKDOWN, "text/markdown; charset=utf-8", NULL},
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
    return pol_fail(reterr, POL_USAGE, 0, "format is json, csv or markdown, not '%.*s'",
                    POL_SPAN_ARGS(pol_span_first(name, 20)));
}

pol_status pol_api_composites(pol_worker *worker, const pol_request *request,
                              pol_response *response, pol_error *reterr)
{
    static const pol_render_options options = {0};
    pol_composites *composites = NULL;
    size_t format;
    pol_status status = choose_format(request, &format, reterr);
    if (status == POL_OK)
        status = pol_worker_composites(worker, request, 3, &composites, reterr);
    if (status != POL_OK)
        return status;
    pol_composites_render(formats[format].output, composites, &options, &response->body);
    pol_composites_free(composites);
    response->type = formats[format].type;
    response->saves_as = formats[format].saves_as;
    return POL_OK;
}
