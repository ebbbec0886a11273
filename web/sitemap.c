/* sitemap.c - /sitemap.xml: all documents, for search engines (sitemaps.org). A small index is one
 * list; of a larger one it names parts: /sitemap/1, /sitemap/2, ... */
#include <stdio.h>

#include "search/html.h"
#include "search/listing.h"
#include "web/handlers.h"
#include "web/moment.h"
#include "web/url.h"

enum { PART = POL_LISTING_MAX };

#define HEAD  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define SPACE "http://www.sitemaps.org/schemas/sitemap/0.9"

static void add_url(pol_buffer *body, const pol_site *site, const pol_listed *entry)
{
    pol_buffer url;
    char moment[POL_MOMENT_SIZE];
    pol_buffer_init(&url, POL_TARGET_MAX);
    pol_url_add_document(&url, entry->id, 0);
    POL_HTML(body, "<url><loc>$$</loc>", pol_span_of(site->base_url), pol_buffer_span(&url));
    if (entry->changed)
        POL_HTML(body, "<lastmod>$</lastmod>", pol_span_of(pol_moment_iso(entry->changed, moment)));
    pol_html_add(body, "</url>\n");
    pol_buffer_done(&url);
}

static pol_status add_part(pol_worker *worker, size_t first, pol_buffer *body, pol_error *reterr)
{
    pol_listing *listing = NULL;
    pol_listing_options options = {.first = first, .count = PART};
    pol_status status = pol_listing_make(worker->index, &options, &listing, reterr);
    if (status != POL_OK)
        return status;
    if (listing->count == 0 && first)
        status = pol_fail(reterr, POL_NOTFOUND, 0, "the list of documents has no such part");
    pol_html_add(body, HEAD "<urlset xmlns=\"" SPACE "\">\n");
    for (size_t i = 0; i < listing->count; i++)
        add_url(body, worker->site, &listing->entries[i]);
    pol_html_add(body, "</urlset>\n");
    pol_listing_free(listing);
    return status;
}

static void add_parts(const pol_site *site, uint32_t documents, pol_buffer *body)
{
    pol_html_add(body, HEAD "<sitemapindex xmlns=\"" SPACE "\">\n");
    for (uint32_t first = 0, part = 1; first < documents; first += PART, part++) {
        char digits[16];
        snprintf(digits, sizeof digits, "%u", (unsigned)part);
        POL_HTML(body, "<sitemap><loc>$/sitemap/$</loc></sitemap>\n", pol_span_of(site->base_url),
                 pol_span_of(digits));
    }
    pol_html_add(body, "</sitemapindex>\n");
}

/* "12" to 12; 0 for what names no part. */
static size_t part_number(pol_span text)
{
    size_t number = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || i >= 6)
            return 0;
        number = number * 10 + (size_t)(text.data[i] - '0');
    }
    return number;
}

pol_status pol_sitemap(pol_worker *worker, const pol_request *request, pol_response *response,
                       pol_error *reterr)
{
    if (request->segment_count == 2) {
        size_t part = part_number(request->segments[1]);
        if (part == 0)
            return pol_fail(reterr, POL_NOTFOUND, 0, "the list of documents has no such part");
        return add_part(worker, (part - 1) * PART, &response->body, reterr);
    }
    if (worker->index->documents <= PART)
        return add_part(worker, 0, &response->body, reterr);
    add_parts(worker->site, worker->index->documents, &response->body);
    return POL_OK;
}
