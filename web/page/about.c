/* about.c - "/about": what is indexed, since when, where it is from, and what is kept of those
 * who search.
 *
 * Classes: about, holdings, scroll, number. */
#include "core/version.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/url.h"
#include "web/words.h"

enum { CONFERENCES_SHOWN = 100, URL_BYTES_MAX = 64 << 10 };

static void add_totals(pol_buffer *buffer, const pol_outline *outline)
{
    pol_html_add(buffer, "<h2>What is indexed</h2>\n<p>");
    pol_words_add_count(buffer, outline->documents, "document", "documents");
    pol_html_add(buffer, " with ");
    pol_words_add_count(buffer, outline->passages, "passage", "passages");
    if (outline->conference_count) {
        pol_html_add(buffer, ", from ");
        pol_words_add_count(buffer, outline->conference_count, "conference", "conferences");
    }
    if (outline->changed) {
        pol_html_add(buffer, ". Last change: ");
        pol_words_add_moment(buffer, outline->changed);
    }
    pol_html_add(buffer, ".</p>\n");
}

static void add_conference(pol_buffer *buffer, pol_buffer *url,
                           const pol_outline_conference *conference)
{
    char digits[POL_DIGITS_SIZE];
    pol_buffer_clear(url);
    pol_buffer_add_text(url, "/conferences/");
    pol_url_add(url, conference->name);
    POL_HTML(
        buffer, "<tr><th scope=\"row\"><a href=\"$\">$</a></th><td class=\"number\">$</td><td>",
        pol_buffer_span(url), conference->name, pol_html_number(conference->documents, digits));
    if (conference->first_year && conference->first_year == conference->last_year)
        pol_buffer_printf(buffer, "%d", conference->first_year);
    else if (conference->first_year)
        pol_buffer_printf(buffer, "%d to %d", conference->first_year, conference->last_year);
    else
        pol_html_add(buffer, "not stated");
    pol_html_add(buffer, "</td></tr>\n");
}

static void add_conferences(pol_buffer *buffer, const pol_outline *outline)
{
    size_t count = outline->conference_count;
    pol_buffer url;
    if (count == 0)
        return;
    pol_buffer_init(&url, URL_BYTES_MAX);
    pol_html_add(buffer,
                 "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
                 "aria-labelledby=\"conferences-table\">\n<table>\n"
                 "<caption id=\"conferences-table\">Conferences</caption>\n"
                 "<thead><tr><th scope=\"col\">Conference</th><th scope=\"col\">Documents</th>"
                 "<th scope=\"col\">Years</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < count && i < CONFERENCES_SHOWN; i++)
        add_conference(buffer, &url, &outline->conferences[i]);
    pol_html_add(buffer, "</tbody>\n</table>\n</div>\n");
    if (count > CONFERENCES_SHOWN)
        pol_html_add(buffer, "<p><a href=\"/browse\">All conferences and years</a></p>\n");
    pol_buffer_spend(&url, buffer);
}

static void add_words(pol_buffer *buffer)
{
    pol_html_add(
        buffer,
        "<h2>Where the texts come from</h2>\n"
        "<p>From the agendas, decision sheets, reports and articles that those who run this site "
        "have given to it. Title, conference, decision and the parts of a motion are recognised "
        "from the texts themselves; the page of each document names its source. What no text "
        "states is not guessed. If something is wrong, tell those who run this site: they can "
        "correct it.</p>\n"
        "<h2>Privacy</h2>\n"
        "<p>This site sets no cookies, and loads nothing from elsewhere. Who moved or "
        "seconded a motion is not listed, and cannot be searched for as such. Unless those who "
        "run this site have chosen otherwise, its log has which pages were asked for, not what was "
        "searched for, and only the first part of a network address.</p>\n"
        "<h2>For programs</h2>\n<ul>\n"
        "<li><a href=\"/openapi.json\">The interface for programs (OpenAPI 3.1)</a></li>\n"
        "<li><a href=\"/opensearch.xml\">Add this search to a browser (OpenSearch)</a></li>\n"
        "<li><a href=\"/sitemap.xml\">All documents (sitemap)</a></li>\n"
        "<li>Each search has a feed (Atom) and can be had as CSV, JSON and JSON Lines: see below "
        "its results.</li>\n</ul>\n"
        "<h2>Software</h2>\n<p>polsearch " POL_VERSION_STRING ", free software.</p>\n</div>\n");
}

pol_status pol_page_about(pol_worker *worker, const pol_request *request, pol_response *response,
                          pol_error *reterr)
{
    pol_buffer *buffer = &response->body;
    const pol_outline *outline;
    pol_page page = {
        .title = POL_SPAN("About"), .section = "about", .canonical = POL_SPAN("/about")};
    (void)request;
    pol_status status = pol_worker_outline(worker, &outline, reterr);
    if (status != POL_OK)
        return status;
    pol_page_begin(buffer, worker->site, &page);
    pol_html_add(buffer, "<div class=\"about\">\n<h1>About this collection</h1>\n");
    add_totals(buffer, outline);
    add_conferences(buffer, outline);
    add_words(buffer);
    pol_page_end(buffer, worker->site);
    return POL_OK;
}
