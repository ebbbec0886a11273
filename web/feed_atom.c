/* feed_atom.c - /search.atom?...: any search as a feed (RFC 4287), so that what conferences decide
 * on a subject comes to those who asked once.
 *
 * One entry for each document, those first whose record changed last. "updated" is that moment,
 * never the motion's date; ids do not depend on the address of the site. */
#include "core/schema.h"
#include "search/citation.h"
#include "search/html.h"
#include "web/api.h"
#include "web/handlers.h"
#include "web/moment.h"
#include "web/url.h"

enum { ENTRIES = 50, SUMMARY_BYTES = 1000 };

/* urn:uuid (RFC 9562, version 8: of our own making) of anything that stays. */
static void add_id(pol_buffer *body, const char *kind, pol_span name)
{
    char hex[33];
    pol_buffer both;
    pol_buffer_init(&both, POL_TARGET_MAX * 4 + 1024);
    pol_buffer_printf(&both, "polsearch %s ", kind);
    pol_buffer_add(&both, name);
    pol_hash_hex(pol_buffer_span(&both), hex);
    pol_buffer_done(&both);
    pol_buffer_printf(body, "<id>urn:uuid:%.8s-%.4s-8%.3s-8%.3s-%.12s</id>\n", hex, hex + 8,
                      hex + 13, hex + 17, hex + 20);
}

static void add_updated(pol_buffer *body, int64_t changed)
{
    char moment[POL_MOMENT_SIZE];
    POL_HTML(body, "<updated>$</updated>\n", pol_span_of(pol_moment_iso(changed, moment)));
}

/* The start of a passage, cut at a word. */
static pol_span opening(pol_span text)
{
    size_t size = text.size;
    if (size > SUMMARY_BYTES)
        for (size = SUMMARY_BYTES; size > 0 && text.data[size] != ' ';)
            size--;
    return pol_span_first(text, size);
}

static void add_entry(pol_buffer *body, const pol_site *site, const pol_hit *hit)
{
    const pol_document *document = &hit->stored->document;
    pol_buffer url, citation;
    pol_buffer_init(&url, POL_TARGET_MAX);
    pol_buffer_init(&citation, POL_TARGET_MAX);
    pol_url_add_document(&url, document->id.text, hit->passage ? hit->passage->ordinal : 0);
    pol_citation_add(document, hit->passage, &citation);
    pol_span text = hit->passage ? opening(hit->passage->text) : POL_SPAN("");
    POL_HTML(body, "<entry>\n<title>$</title>\n", document->display_title);
    add_id(body, "document", document->id.text);
    add_updated(body, hit->stored->changed);
    POL_HTML(body, "<link rel=\"alternate\" type=\"text/html\" href=\"$$\"/>\n",
             pol_span_of(site->base_url), pol_buffer_span(&url));
    if (pol_kind_is_decided(document->kind))
        POL_HTML(body, "<category term=\"$\" label=\"$\"/>\n",
                 pol_span_of(pol_decision_code(document->decision)),
                 pol_span_of(pol_decision_label(document->decision)));
    POL_HTML(body, "<summary type=\"text\">$$$</summary>\n</entry>\n", text,
             text.size ? POL_SPAN("\n") : POL_SPAN(""), pol_buffer_span(&citation));
    pol_buffer_done(&url);
    pol_buffer_done(&citation);
}

static void add_addresses(pol_buffer *body, const pol_site *site, const pol_ask *ask)
{
    static const pol_ask_change same = {.page = 1};
    pol_span base = pol_span_of(site->base_url);
    pol_buffer url;
    pol_buffer_init(&url, POL_TARGET_MAX * 4);
    pol_ask_add_url(ask, "/search.atom", &same, &url);
    add_id(body, "feed", pol_buffer_span(&url));
    POL_HTML(body, "<link rel=\"self\" type=\"application/atom+xml\" href=\"$$\"/>\n", base,
             pol_buffer_span(&url));
    pol_buffer_clear(&url);
    pol_ask_add_url(ask, "/search", &same, &url);
    POL_HTML(body, "<link rel=\"alternate\" type=\"text/html\" href=\"$$\"/>\n", base,
             pol_buffer_span(&url));
    pol_buffer_done(&url);
}

static void add_feed(pol_buffer *body, const pol_site *site, const pol_ask *ask,
                     const pol_results *results)
{
    int64_t changed = 0;
    for (size_t i = 0; i < results->hit_count; i++)
        if (results->hits[i].stored->changed > changed)
            changed = results->hits[i].stored->changed;
    POL_HTML(body,
             "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
             "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<title>$: $</title>\n",
             pol_span_of(site->title), results->understood);
    add_addresses(body, site, ask);
    add_updated(body, changed);
    POL_HTML(body, "<author><name>$</name></author>\n<generator>polsearch</generator>\n",
             pol_span_of(site->title));
    const pol_stored *last = NULL;
    /* Who waits for news of one thing is not told of others. */
    for (size_t i = 0; !results->is_off_subject && i < results->hit_count; i++) {
        if (results->hits[i].stored != last)
            add_entry(body, site, &results->hits[i]);
        last = results->hits[i].stored;
    }
    pol_html_add(body, "</feed>\n");
}

pol_status pol_feed_atom(pol_worker *worker, const pol_request *request, pol_response *response,
                         pol_error *reterr)
{
    pol_ask ask;
    pol_search_filter filters[POL_ASK_FILTERS_MAX + 1];
    pol_search_options options;
    pol_results *results = NULL;
    pol_status status = pol_api_options(request, &ask, filters, &options, reterr);
    if (status != POL_OK)
        return status;
    /* However the page was sorted: one search has one feed. */
    ask.sort = POL_SORT_RELEVANCE;
    ask.is_grouped = false;
    ask.limit = POL_ASK_LIMIT_DEFAULT;
    ask.page = 1;
    options.first = 0;
    options.count = ENTRIES;
    options.sort = POL_SORT_CHANGED;
    options.is_grouped = true;
    status = pol_search(worker->index, ask.query, &options, &results, reterr);
    if (status != POL_OK)
        return status;
    add_feed(&response->body, worker->site, &ask, results);
    response->keeping = pol_ask_keeping(results);
    pol_results_free(results);
    return POL_OK;
}
