/* composites.c - /composites/NAME/2014: the motions of a conference that ask for the same, so
 * that they could be debated as one.
 *
 * Classes: crumbs, exports, and those of draft/composites/html.c. */
#include <stdio.h>

#include "core/utf8.h"
#include "web/composites.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/url.h"

enum { NAME_SHOWN = 80 };

/* --- which ---------------------------------------------------------------------------------- */

static pol_span start_of(pol_span text, size_t bytes)
{
    return pol_span_first(text, pol_utf8_floor(text, bytes));
}

static int parse_year(pol_span text)
{
    int year = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || text.size != 4)
            return 0;
        year = year * 10 + (text.data[i] - '0');
    }
    return year;
}

static bool has_year(const pol_outline_conference *conference, int year)
{
    for (size_t i = 0; year && i < conference->year_count; i++)
        if (conference->years[i].year == year)
            return true;
    return false;
}

pol_status pol_worker_composites(pol_worker *worker, const pol_request *request, size_t first,
                                 pol_composites **ret_composites, pol_error *reterr)
{
    const pol_outline *outline;
    pol_span name = request->segments[first], asked = request->segments[first + 1];
    int year = parse_year(asked);
    pol_status status = pol_worker_outline(worker, &outline, reterr);
    for (size_t i = 0; status == POL_OK && i < outline->conference_count; i++) {
        const pol_outline_conference *conference = &outline->conferences[i];
        if (!pol_span_equal(conference->name, name))
            continue;
        if (has_year(conference, year))
            return pol_composites_make(worker->index, name, year, ret_composites, reterr);
        return pol_fail(reterr, POL_NOTFOUND, 0,
                        "nothing of '%.*s' in the year '%.*s' is indexed: look under Browse for "
                        "its other years",
                        POL_SPAN_ARGS(start_of(name, NAME_SHOWN)),
                        POL_SPAN_ARGS(start_of(asked, 8)));
    }
    if (status != POL_OK)
        return status;
    return pol_fail(reterr, POL_NOTFOUND, 0,
                    "no conference is called '%.*s': look for it under Browse",
                    POL_SPAN_ARGS(start_of(name, NAME_SHOWN)));
}

/* --- the page --------------------------------------------------------------------------------- */

/* "/conferences/NAME", "/composites/NAME/2014": the year where it is not 0. */
static pol_span url_of(const char *start, const pol_composites *composites, int year,
                       pol_buffer *buffer)
{
    pol_buffer_clear(buffer);
    pol_buffer_add_text(buffer, start);
    pol_url_add(buffer, composites->conference);
    if (year)
        pol_buffer_printf(buffer, "/%d", year);
    return pol_buffer_span(buffer);
}

static void begin(pol_worker *worker, const pol_composites *composites, pol_buffer *url,
                  pol_buffer *buffer)
{
    pol_buffer title;
    char year[16];
    snprintf(year, sizeof year, "%d", composites->year);
    pol_buffer_init(&title, POL_TARGET_MAX);
    pol_buffer_add_text(&title, "Motions that could be composited: ");
    pol_buffer_add(&title, composites->conference);
    pol_buffer_printf(&title, " %s", year);
    const pol_page page = {.title = pol_buffer_span(&title),
                           .section = "browse",
                           .canonical = url_of("/composites/", composites, composites->year, url)};
    pol_page_begin(buffer, worker->site, &page);
    POL_HTML(buffer,
             "<nav class=\"crumbs\" aria-label=\"Where this is\"><ol>"
             "<li><a href=\"/browse\">Browse</a></li><li><a href=\"$\">$</a></li>",
             url_of("/conferences/", composites, 0, url), composites->conference);
    POL_HTML(buffer,
             "<li><a href=\"$\">$</a></li><li aria-current=\"page\">Composites</li></ol></nav>\n"
             "<h1>$</h1>\n",
             url_of("/conferences/", composites, composites->year, url), pol_span_of(year),
             pol_buffer_span(&title));
    pol_buffer_spend(&title, buffer);
}

pol_status pol_page_composites(pol_worker *worker, const pol_request *request,
                               pol_response *response, pol_error *reterr)
{
    pol_composites *composites = NULL;
    pol_buffer *buffer = &response->body, url;
    pol_status status = pol_worker_composites(worker, request, 1, &composites, reterr);
    if (status != POL_OK)
        return status;
    pol_buffer_init(&url, POL_TARGET_MAX);
    begin(worker, composites, &url, buffer);
    pol_composites_html(composites, "", false, buffer);
    POL_HTML(buffer, "<ul class=\"exports\">\n<li><a href=\"$\">For programs (JSON)</a></li>\n",
             url_of("/api/v1/composites/", composites, composites->year, &url));
    POL_HTML(buffer, "<li><a href=\"$?format=csv\">Table for spreadsheets (CSV)</a></li>\n</ul>\n",
             url_of("/api/v1/composites/", composites, composites->year, &url));
    pol_page_end(buffer, worker->site);
    pol_buffer_spend(&url, buffer);
    pol_composites_free(composites);
    return POL_OK;
}
