/* api_similar.c - see handlers.h. */
#include "web/handlers.h"

pol_status pol_api_similar(pol_worker *worker, const pol_request *request, pol_response *response,
                           pol_error *reterr)
{
    (void)worker, (void)request, (void)response;
    return pol_fail(reterr, POL_NOTFOUND, 0, "this is being built");
}
