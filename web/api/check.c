/* check.c - /api/v1/check: a draft that is sent by POST to what was decided on it before, the
 * same as the page's, for programs (docs/json-schema.md). */
#include "web/checked.h"
#include "web/handlers.h"

static pol_status check(pol_checked *checked, pol_worker *worker, pol_response *response,
                        pol_error *reterr)
{
    pol_output output;
    pol_status status = pol_checked_format(checked, POL_OUTPUT_JSON, &output, reterr);
    bool is_form = pol_body_kind_of(checked->request->headers.content_type) == POL_BODY_FORM;
    if (status == POL_OK && is_form && !checked->text.data)
        return pol_fail(reterr, POL_USAGE, 0,
                        "a form needs a field 'draft'; to send a file as it is, say "
                        "Content-Type: text/plain");
    if (status == POL_OK)
        status = pol_checked_make(checked, worker, reterr);
    if (status == POL_OK)
        pol_checked_render(checked, output, response);
    return status;
}

pol_status pol_api_check(pol_worker *worker, const pol_request *request, pol_response *response,
                         pol_error *reterr)
{
    pol_checked checked;
    pol_status status = pol_checked_read(request, &checked, reterr);
    if (status == POL_OK)
        status = check(&checked, worker, response, reterr);
    pol_checked_done(&checked);
    return status;
}
