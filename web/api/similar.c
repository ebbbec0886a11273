/* similar.c - /api/v1/similar/ID?limit=10&before=2015-03-01: documents that say much the same,
 * as polsearch --like prints them (docs/json-schema.md). */
#include "draft/similar.h"
#include "web/ask.h"
#include "web/handlers.h"

enum { ID_SHOWN = 80, DATE_SHOWN = 40 };

static pol_status parse_options(const pol_request *request, pol_similar_options *options,
                                pol_error *reterr)
{
    pol_ask ask;
    pol_span before = pol_request_parameter(request, "before");
    *options = (pol_similar_options){.share_min = POL_SIMILAR_SHARE_LISTED};
    pol_status status = pol_ask_parse(request, &ask, reterr);
    if (status != POL_OK)
        return status;
    options->count = ask.limit < POL_SIMILAR_MAX ? ask.limit : POL_SIMILAR_MAX;
    if (before.size && !pol_date_parse(before, &options->before))
        return pol_fail(reterr, POL_USAGE, 0,
                        "before must be a date such as 2015-03-01 or 2015, not '%.*s'",
                        POL_SPAN_ARGS(pol_span_first(before, DATE_SHOWN)));
    return POL_OK;
}

/* A program that asks for an id means that one, not another that starts so. */
pol_status pol_api_similar(pol_worker *worker, const pol_request *request, pol_response *response,
                           pol_error *reterr)
{
    static const pol_render_options render = {0};
    pol_similar_options options;
    pol_similar *similar = NULL;
    pol_span id = request->segments[3];
    pol_status status = parse_options(request, &options, reterr);
    if (status != POL_OK)
        return status;
    status = pol_similar_find(worker->index, id, &options, &similar, reterr);
    bool is_other = status == POL_OK && !pol_span_equal(similar->of->document.id.text, id);
    if (is_other || status == POL_USAGE)
        status = pol_fail(reterr, POL_NOTFOUND, 0, "there is no document with the id '%.*s'",
                          POL_SPAN_ARGS(pol_span_first(id, ID_SHOWN)));
    if (status == POL_OK)
        pol_similar_render(POL_OUTPUT_JSON, similar, &render, &response->body);
    pol_similar_free(similar);
    return status;
}
