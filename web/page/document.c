/* document.c - /documents/ID?q=WORDS&p=7: all of one document.
 *
 * The words of q are marked as a search for them would mark them. p names the passage whose
 * citation is shown, so that one can be had without a script; "#p7" alone only goes there.
 *
 * Classes here: back, document. The parts are in the files of document.h. */
#include "web/page/document.h"

#include "core/utf8.h"
#include "search/citation.h"
#include "web/ask.h"
#include "web/handlers.h"
#include "web/url.h"

enum { ID_SHOWN = 60, ORDINAL_DIGITS = 9 };

pol_span pol_document_built(pol_document_view *view,
                            void (*add)(const pol_document *document, pol_buffer *buffer))
{
    pol_buffer_clear(&view->scratch);
    add(view->document, &view->scratch);
    return pol_buffer_span(&view->scratch);
}

/* --- which document ----------------------------------------------------------------------- */

/* "7" to 7; 0 for anything else. */
static uint32_t parse_ordinal(pol_span digits)
{
    uint32_t ordinal = 0;
    if (digits.size == 0 || digits.size > ORDINAL_DIGITS)
        return 0;
    for (size_t i = 0; i < digits.size; i++) {
        if (digits.data[i] < '0' || digits.data[i] > '9')
            return 0;
        ordinal = ordinal * 10 + (uint32_t)(digits.data[i] - '0');
    }
    return ordinal;
}

/* 7 of "ID#p7", the "#" having been sent encoded; 0 where there is no such end. */
static uint32_t anchor_of(pol_span id)
{
    size_t at = id.size;
    while (at > 0 && id.data[at - 1] != '#')
        at--;
    pol_span end = pol_span_from(id, at);
    return at && pol_span_starts(end, POL_SPAN("p")) ? parse_ordinal(pol_span_from(end, 1)) : 0;
}

/* 302: what an incomplete id stands for may change with the next document. */
static pol_status redirect(const pol_request *request, pol_span id, pol_response *response,
                           pol_error *reterr)
{
    pol_buffer url;
    uint32_t ordinal = anchor_of(request->segments[1]);
    pol_buffer_init(&url, POL_TARGET_MAX * 4);
    pol_url_add_document(&url, id, 0);
    if (request->segment_count > 2) {
        pol_buffer_add_byte(&url, '/');
        pol_url_add(&url, request->segments[2]);
    }
    pol_buffer_add(&url, pol_span_from(request->target, request->path.size));
    if (ordinal)
        pol_buffer_printf(&url, "#p%u", (unsigned)ordinal);
    response->location = pol_arena_copy(request->arena, pol_buffer_span(&url));
    response->status = 302;
    response->type = "text/plain; charset=utf-8";
    response->keeping = POL_KEEP_NOT;
    pol_buffer_done(&url);
    return response->location.data ? POL_OK
                                   : pol_fail(reterr, POL_NOMEM, 0, "no memory for an address");
}

pol_status pol_document_fail_find(pol_status status, pol_span id, pol_error *reterr)
{
    pol_span shown = pol_span_first(id, pol_utf8_floor(id, ID_SHOWN));
    if (status == POL_NOTFOUND)
        return pol_fail(reterr, POL_NOTFOUND, 0,
                        "no document has the id '%.*s': it may have been removed; search for its "
                        "words, or look under its conference",
                        POL_SPAN_ARGS(shown));
    if (status == POL_USAGE)
        return pol_fail(reterr, POL_NOTFOUND, 0,
                        "several documents have an id that starts with '%.*s': the address needs "
                        "more of it",
                        POL_SPAN_ARGS(shown));
    return status;
}

pol_status pol_document_find(pol_worker *worker, const pol_request *request, pol_response *response,
                             pol_shown **ret_shown, pol_error *reterr)
{
    pol_span id = request->segments[1];
    *ret_shown = NULL;
    pol_status status = pol_show(worker->index, id, ret_shown, reterr);
    if (status != POL_OK)
        return pol_document_fail_find(status, id, reterr);
    pol_span whole = (*ret_shown)->stored->document.id.text;
    if (pol_span_equal(whole, id))
        return POL_OK;
    status = redirect(request, whole, response, reterr);
    pol_shown_free(*ret_shown);
    *ret_shown = NULL;
    return status;
}

const pol_passage *pol_document_chosen(const pol_request *request, const pol_document *document)
{
    uint32_t ordinal = parse_ordinal(pol_request_parameter(request, "p"));
    for (size_t i = 0; ordinal && i < document->passage_count; i++)
        if (document->passages[i].ordinal == ordinal)
            return &document->passages[i];
    return NULL;
}

/* --- its matches -------------------------------------------------------------------------- */

/* Any passage with any of the words is a hit, whose words are marked; quoted, an id is taken as it
 * is. A search that cannot be run marks nothing: the document is there all the same. */
static pol_status find_matches(pol_document_view *view, pol_results **ret_matches,
                               pol_error *reterr)
{
    pol_buffer_clear(&view->scratch);
    pol_buffer_printf(&view->scratch, "\"%.*s\"", POL_SPAN_ARGS(view->document->id.text));
    const pol_search_filter filter = {.field = POL_FIELD_ID,
                                      .value = pol_buffer_span(&view->scratch)};
    const pol_search_options options = {.count = POL_COUNT_MAX,
                                        .match = POL_MATCH_ANY,
                                        .filters = &filter,
                                        .filter_count = 1,
                                        .timeout_ms = POL_QUERY_TIMEOUT_MS};
    *ret_matches = NULL;
    if (view->query.size == 0)
        return POL_OK;
    pol_status status = pol_search(view->worker->index, view->query, &options, ret_matches, reterr);
    return status == POL_USAGE || status == POL_LIMIT ? POL_OK : status;
}

/* --- the page ----------------------------------------------------------------------------- */

/* "Fair Pay, 2014 National Delegate Conference", since titles alone are often the same. */
static void begin(pol_document_view *view)
{
    pol_buffer title, canonical, citation;
    pol_buffer_init(&title, POL_DOCUMENT_LINE_MAX);
    pol_buffer_init(&citation, POL_DOCUMENT_LINE_MAX);
    pol_buffer_init(&canonical, POL_DOCUMENT_LINE_MAX);
    pol_buffer_add(&title, view->document->display_title);
    pol_span where = pol_document_built(view, pol_citation_add_conference);
    pol_buffer_add_text(&title, where.size ? ", " : "");
    pol_buffer_add(&title, where);
    pol_url_add_document(&canonical, view->document->id.text, 0);
    pol_citation_add(view->document, view->chosen, &citation); /* with what was decided */
    const pol_page page = {.title = pol_buffer_span(&title),
                           .canonical = pol_buffer_span(&canonical),
                           .description = pol_buffer_span(&citation),
                           .query = view->query};
    pol_page_begin(view->buffer, view->worker->site, &page);
    pol_buffer_done(&title);
    pol_buffer_done(&canonical);
    pol_buffer_done(&citation);
}

static void add_way_back(pol_document_view *view)
{
    size_t count = 0;
    if (view->query.size == 0)
        return;
    pol_buffer_clear(&view->scratch);
    pol_url_add_parameter(&view->scratch, &count, "q", view->query);
    POL_HTML(view->buffer, "<p class=\"back\"><a href=\"/search$\">All results for ‘$’</a></p>\n",
             pol_buffer_span(&view->scratch), view->query);
}

/* What search engines read (schema.org), as attributes: scripts in a page are not allowed. */
static void open_article(pol_document_view *view)
{
    const pol_document *document = view->document;
    const char *type = pol_kind_is_decided(document->kind)  ? "Legislation"
                       : document->kind == POL_KIND_ARTICLE ? "Article"
                                                            : "CreativeWork";
    pol_buffer_clear(&view->scratch);
    pol_url_add_document(&view->scratch, document->id.text, 0);
    POL_HTML(view->buffer,
             "<article class=\"document\" itemscope itemtype=\"https://schema.org/$\">\n"
             "<link itemprop=\"url\" href=\"$$\">\n",
             pol_span_of(type), pol_span_of(view->worker->site->base_url),
             pol_buffer_span(&view->scratch));
}

static pol_status add_page(pol_document_view *view, pol_error *reterr)
{
    begin(view);
    add_way_back(view);
    open_article(view);
    pol_document_add_head(view);
    pol_document_add_text(view);
    pol_document_add_related(view);
    pol_document_add_facts(view);
    pol_document_add_cite(view);
    pol_html_add(view->buffer, "</article>\n");
    pol_status status = pol_document_add_similar(view, reterr);
    if (status == POL_OK)
        status = pol_document_add_neighbours(view, reterr);
    pol_page_end(view->buffer, view->worker->site);
    if (view->scratch.status != POL_OK && view->buffer->status == POL_OK)
        view->buffer->status = view->scratch.status;
    return status;
}

static pol_status answer(pol_worker *worker, const pol_request *request, const pol_stored *stored,
                         pol_response *response, pol_error *reterr)
{
    pol_results *matches = NULL;
    pol_span query = pol_span_trim(pol_request_parameter(request, "q"));
    pol_document_view view = {.worker = worker,
                              .request = request,
                              .stored = stored,
                              .document = &stored->document,
                              .query = query.data ? query : POL_SPAN(""),
                              .buffer = &response->body};
    pol_buffer_init(&view.scratch, POL_DOCUMENT_LINE_MAX);
    view.chosen = pol_document_chosen(request, view.document);
    pol_status status = find_matches(&view, &matches, reterr);
    view.matches = matches;
    response->keeping = pol_ask_keeping(matches);
    if (status == POL_OK)
        status = add_page(&view, reterr);
    pol_results_free(matches);
    pol_buffer_done(&view.scratch);
    return status;
}

pol_status pol_page_document(pol_worker *worker, const pol_request *request, pol_response *response,
                             pol_error *reterr)
{
    pol_shown *shown;
    pol_status status = pol_document_find(worker, request, response, &shown, reterr);
    if (status == POL_OK && shown)
        status = answer(worker, request, shown->stored, response, reterr);
    pol_shown_free(shown);
    return status;
}
