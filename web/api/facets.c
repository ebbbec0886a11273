/* facets.c - /api/v1/facets: how many documents of a search have which decision, year, ...:
 * the object of /api/v1/search with its facets and without hits. */
#include "search/render.h"
#include "web/api.h"
#include "web/handlers.h"

pol_status pol_api_facets(pol_worker *worker, const pol_request *request, pol_response *response,
                          pol_error *reterr)
{
    pol_ask ask;
    pol_search_filter filters[POL_ASK_FILTERS_MAX + 1];
    pol_search_options options;
    pol_results *results = NULL;
    pol_status status = pol_api_options(request, &ask, filters, &options, reterr);
    if (status != POL_OK)
        return status;
    options.first = 0;
    options.count = 1;
    options.wants_facets = true;
    status = pol_search(worker->index, ask.query, &options, &results, reterr);
    if (status != POL_OK)
        return status;
    pol_results counts = *results;
    pol_render_options render = {0};
    counts.hit_count = 0;
    counts.limit = 0;
    pol_render_json(&counts, &render, &response->body);
    response->keeping = pol_ask_keeping(results);
    pol_results_free(results);
    return POL_OK;
}
