/* citation_file.c - not there yet. */
#include "web/handlers.h"

pol_status pol_citation_file(pol_worker *worker, const pol_request *request, pol_response *response,
                             pol_error *reterr)
{
    (void)worker, (void)request, (void)response;
    return pol_fail(reterr, POL_NOTFOUND, 0, "this page is not there yet");
}
