/* robots.c - /robots.txt: documents and lists may be found by search engines, endless searches not.
 */
#include "web/handlers.h"

pol_status pol_robots(pol_worker *worker, const pol_request *request, pol_response *response,
                      pol_error *reterr)
{
    (void)request, (void)reterr;
    pol_buffer_printf(&response->body,
                      "User-agent: *\n"
                      "Disallow: /search\n"
                      "Disallow: /api/\n"
                      "Sitemap: %s/sitemap.xml\n",
                      worker->site->base_url);
    return POL_OK;
}
