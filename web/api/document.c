/* document.c - /api/v1/documents/ID: the whole of one document. */
#include "search/render.h"
#include "search/search.h"
#include "web/handlers.h"

/* A program that asks for an id means that one, not another that starts so. */
pol_status pol_api_document(pol_worker *worker, const pol_request *request, pol_response *response,
                            pol_error *reterr)
{
    enum { ID_SHOWN = 80 };
    pol_span id = request->segments[3];
    pol_shown *shown = NULL;
    pol_status status = pol_show(worker->index, id, &shown, reterr);
    bool is_other = status == POL_OK && !pol_span_equal(shown->stored->document.id.text, id);
    if (is_other || status == POL_USAGE)
        status = pol_fail(reterr, POL_NOTFOUND, 0, "there is no document with the id '%.*s'",
                          POL_SPAN_ARGS(pol_span_first(id, ID_SHOWN)));
    if (status == POL_OK) {
        pol_render_options render = {0};
        pol_render_document(POL_OUTPUT_JSON, shown->stored, &render, &response->body);
    }
    pol_shown_free(shown);
    return status;
}
