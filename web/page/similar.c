/* similar.c - /similar/ID: documents that say much the same as one.
 *
 * Classes: back, hits, nothing, exports, and those of similar_list.c. */
#include "search/citation.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/page/document.h"
#include "web/similar_list.h"
#include "web/url.h"

enum { LISTED = 20, LINE_BYTES_MAX = 1 << 20 };

static pol_span url_of(const char *start, const pol_document *document, pol_buffer *url)
{
    pol_buffer_clear(url);
    pol_buffer_add_text(url, start);
    pol_url_add(url, document->id.text);
    return pol_buffer_span(url);
}

static void begin(pol_worker *worker, const pol_document *document, pol_buffer *url,
                  pol_buffer *buffer)
{
    pol_buffer title, citation;
    pol_buffer_init(&title, LINE_BYTES_MAX);
    pol_buffer_init(&citation, LINE_BYTES_MAX);
    pol_citation_add(document, NULL, &citation);
    pol_buffer_add_text(&title, "Similar to ");
    pol_buffer_add(&title, document->display_title);
    const pol_page page = {.title = pol_buffer_span(&title),
                           .canonical = url_of("/similar/", document, url),
                           .is_unlisted = true};
    pol_page_begin(buffer, worker->site, &page);
    POL_HTML(buffer, "<h1>$</h1>\n", pol_buffer_span(&title));
    POL_HTML(buffer, "<p class=\"back\"><a href=\"$\">$</a></p>\n",
             url_of("/documents/", document, url), pol_buffer_span(&citation));
    if ((title.status != POL_OK || citation.status != POL_OK) && buffer->status == POL_OK)
        buffer->status = title.status != POL_OK ? title.status : citation.status;
    pol_buffer_done(&title);
    pol_buffer_done(&citation);
}

static void add_found(const pol_similar *similar, pol_buffer *buffer)
{
    if (similar->count == 0) {
        pol_html_add(buffer, "<p class=\"nothing\">No other document says much the same.</p>\n");
        return;
    }
    pol_html_add(buffer,
                 "<p>Compared by their words and by runs of words, whatever was decided. That two "
                 "texts have the same words does not prove that they ask for the same.</p>\n"
                 "<ol class=\"hits\">\n");
    pol_similar_list_add(similar, "h2", buffer);
    pol_html_add(buffer, "</ol>\n");
}

pol_status pol_page_similar(pol_worker *worker, const pol_request *request, pol_response *response,
                            pol_error *reterr)
{
    static const pol_similar_options options = {.count = LISTED,
                                                .share_min = POL_SIMILAR_SHARE_LISTED};
    pol_similar *similar = NULL;
    pol_buffer url, *buffer = &response->body;
    pol_span id = request->segments[1];
    pol_status status = pol_similar_find(worker->index, id, &options, &similar, reterr);
    if (status != POL_OK)
        return pol_document_fail_find(status, id, reterr);
    const pol_document *document = &similar->of->document;
    pol_buffer_init(&url, LINE_BYTES_MAX);
    begin(worker, document, &url, buffer);
    add_found(similar, buffer);
    POL_HTML(buffer,
             "<ul class=\"exports\">\n<li><a href=\"$\">For programs (JSON)</a></li>\n</ul>\n",
             url_of("/api/v1/similar/", document, &url));
    pol_page_end(buffer, worker->site);
    pol_buffer_spend(&url, buffer);
    pol_similar_free(similar);
    return POL_OK;
}
