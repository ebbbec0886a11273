/* openapi.c - /openapi.json: the description of the API (OpenAPI 3.1), web/assets/openapi.json.
 */
#include "web/asset.h"
#include "web/handlers.h"

pol_status pol_api_openapi(pol_worker *worker, const pol_request *request, pol_response *response,
                           pol_error *reterr)
{
    const pol_asset *asset = pol_asset_find(POL_SPAN("openapi.json"));
    (void)worker, (void)request, (void)reterr;
    pol_buffer_add(&response->body, asset->bytes);
    return POL_OK;
}
