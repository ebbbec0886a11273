/* search.c - "/" and "/search": a question to a page of passages.
 *
 * The parts of the page are in the files of search.h. Everything is one form (id search-form),
 * so that whatever is submitted keeps the rest; filters are links. A script may replace what is in
 * <main>: after a change of filters nothing else differs.
 *
 * Classes here: complaint, results, result-list, narrowing, jump. Ids: results, filters. */
#include "web/page/search.h"

#include <stdio.h>

#include "search/render/parts.h"
#include "web/chart.h"
#include "web/handlers.h"
#include "web/url.h"

enum { URL_BYTES_MAX = 256 << 10, QUERY_SHOWN = 120 };

pol_span pol_view_url(pol_view *view, const char *path, const pol_ask_change *change)
{
    static const pol_ask_change none = {0};
    pol_buffer_clear(&view->scratch);
    pol_ask_add_url(view->ask, path, change ? change : &none, &view->scratch);
    return pol_buffer_span(&view->scratch);
}

/* As it was typed, or spelt otherwise where nothing was found for that. */
static pol_span searched_query(const pol_view *view)
{
    bool is_corrected = view->results && view->results->corrected.size;
    return is_corrected ? view->results->corrected : view->ask->query;
}

pol_span pol_view_document_url(pol_view *view, pol_span id, uint32_t ordinal)
{
    size_t count = 0;
    char digits[16];
    pol_buffer_clear(&view->scratch);
    pol_url_add_document(&view->scratch, id, 0);
    pol_span query = searched_query(view);
    if (query.size)
        pol_url_add_parameter(&view->scratch, &count, "q", query);
    if (ordinal) { /* chosen there, so that it can be quoted at once */
        snprintf(digits, sizeof digits, "%u", (unsigned)ordinal);
        pol_url_add_parameter(&view->scratch, &count, "p", pol_span_of(digits));
        pol_buffer_printf(&view->scratch, "#p%s", digits);
    }
    return pol_buffer_span(&view->scratch);
}

/* --- heading ---------------------------------------------------------------------------- */

/* Is each result a document, not a passage? */
static bool lists_documents(const pol_view *view)
{
    return view->results->is_grouped || view->ask->query.size == 0;
}

/* "Nothing in 208 documents has ‘nuclear’": then nobody takes for an answer what has the rest. */
static pol_span lacking(pol_view *view)
{
    pol_buffer_clear(&view->scratch);
    pol_part_lack(view->results, &view->scratch);
    return pol_buffer_span(&view->scratch);
}

/* Are there results that this page does not show, but a search for the rest of the words? */
static bool has_results(const pol_view *view)
{
    return view->results->total && !view->results->is_off_subject;
}

/* "23 results", "about 1,200 documents": of those with all the words, where there are any. */
static void add_total(const pol_view *view, pol_buffer *buffer)
{
    const pol_results *results = view->results;
    bool are_documents = lists_documents(view);
    uint32_t partial = results->tier_totals[POL_TIER_PARTIAL];
    uint32_t count = results->total > partial ? results->total - partial : results->total;
    pol_html_add(buffer, results->total_is_exact ? "" : "about ");
    if (count == 0)
        pol_html_add(buffer, "Nothing found");
    else
        pol_words_add_count(buffer, count, are_documents ? "document" : "result",
                            are_documents ? "documents" : "results");
}

/* What stands below these. */
static void add_partial(const pol_view *view, pol_buffer *buffer)
{
    char digits[POL_DIGITS_SIZE];
    uint32_t partial = view->results->tier_totals[POL_TIER_PARTIAL];
    if (view->results->lacks_words)
        pol_html_add(buffer, " with only some of the other words");
    else if (partial && view->results->total > partial)
        POL_HTML(buffer, " with all the words and $ with some of them",
                 pol_html_number(partial, digits));
    else if (partial)
        pol_html_add(buffer, " with only some of the words");
}

/* Of a long question the beginning. */
static pol_span shown_query(const pol_view *view, const char **ret_behind)
{
    pol_span query = searched_query(view);
    size_t size = query.size < QUERY_SHOWN ? query.size : QUERY_SHOWN;
    while (size < query.size && size && ((unsigned char)query.data[size] & 0xC0) == 0x80)
        size--;
    *ret_behind = size < query.size ? "…" : "";
    return pol_span_first(query, size);
}

static void add_searched_for(const pol_view *view, pol_buffer *buffer)
{
    const char *behind;
    pol_span query = shown_query(view, &behind);
    if (query.size)
        POL_HTML(buffer, " for ‘$$’", query, pol_span_of(behind));
    else
        pol_html_add(buffer, " with these filters");
}

static void add_heading(pol_view *view)
{
    pol_html_add(view->buffer, "<h1>");
    if (view->results->lacks_words) {
        pol_span sentence = lacking(view);
        POL_HTML(view->buffer, "$</h1>\n", pol_span_first(sentence, sentence.size - 1));
        return;
    }
    add_total(view, view->buffer);
    add_searched_for(view, view->buffer);
    pol_html_add(view->buffer, "</h1>\n");
}

/* Documents that the results are in; 0 where it is not known: each document is of one kind. */
static uint64_t count_documents(const pol_results *results)
{
    uint64_t documents = 0;
    for (size_t i = 0; results->facets_are_exact && i < results->facet_count; i++)
        for (size_t j = 0; j < results->facets[i].value_count; j++)
            if (strcmp(results->facets[i].field, "kind") == 0)
                documents += results->facets[i].values[j].motions;
    return documents;
}

/* What is announced: how many, and which of them are here. */
static void add_status(pol_view *view)
{
    const pol_results *results = view->results;
    char first[POL_DIGITS_SIZE], last[POL_DIGITS_SIZE];
    size_t end = results->offset + results->limit;
    uint64_t documents = lists_documents(view) ? 0 : count_documents(results);
    pol_html_add(view->buffer, "<p role=\"status\" class=\"status\">");
    if (results->is_off_subject) { /* the heading says it all */
        pol_html_add(view->buffer, "Nothing found with all the words</p>\n");
        return;
    }
    add_total(view, view->buffer);
    add_partial(view, view->buffer);
    if (results->total > 1 && documents) {
        pol_html_add(view->buffer, " in ");
        pol_words_add_count(view->buffer, documents, "document", "documents");
    }
    if (results->hit_count && results->total > results->limit)
        POL_HTML(view->buffer, ", $ to $ on this page", pol_html_number(results->offset + 1, first),
                 pol_html_number(end < results->total ? end : results->total, last));
    if (results->hit_count == 0 && results->total)
        pol_html_add(view->buffer, ", none on this page");
    pol_html_add(view->buffer, "</p>\n");
}

/* --- pages ------------------------------------------------------------------------------ */

static void add_results(pol_view *view)
{
    pol_buffer *buffer = view->buffer;
    pol_html_add(buffer, "<p class=\"jump\"><a href=\"#filters\">Filters, years and order</a></p>\n"
                         "<div class=\"results\" id=\"results\">\n"
                         "<div class=\"result-list\">\n");
    pol_view_add_hits(view);
    pol_view_add_looser(view);
    pol_view_add_pages(view);
    pol_view_add_exports(view);
    pol_html_add(buffer, "</div>\n<section class=\"narrowing\" id=\"filters\" "
                         "aria-labelledby=\"narrow\">\n<h2 id=\"narrow\">Narrow the search</h2>\n");
    pol_view_add_narrowing(view);
    pol_chart_add(buffer, view->results->chart, view->results->chart_count);
    pol_view_add_facets(view);
    pol_html_add(buffer, "</section>\n</div>\n");
}

static pol_status add_found(pol_view *view, pol_error *reterr)
{
    pol_status status = POL_OK;
    pol_view_add_box(view, false);
    add_heading(view);
    add_status(view);
    pol_view_add_summary(view);
    pol_view_add_chosen(view);
    if (has_results(view))
        add_results(view);
    else
        status = pol_view_add_nothing(view, reterr);
    return status;
}

static void add_complaint(pol_view *view)
{
    pol_html_add(view->buffer, "<h1>This search cannot be run as it is</h1>\n");
    pol_view_add_box(view, false);
    pol_view_add_chosen(view);
    pol_html_add(view->buffer, "<div class=\"narrowing\">\n");
    pol_view_add_narrowing(view);
    POL_HTML(view->buffer,
             "</div>\n<p><a href=\"/help\">How to search</a> · <a href=\"$\">Search without "
             "filters</a></p>\n",
             pol_view_url(view, "/search", &(pol_ask_change){.removes_all = true}));
}

static bool is_start(const pol_view *view)
{
    return !view->complaint && pol_ask_is_empty(view->ask);
}

/* The title says what the heading says, the words first. */
static void begin(pol_view *view, pol_arena *arena)
{
    pol_buffer title, feed, canonical;
    pol_buffer_init(&title, URL_BYTES_MAX);
    pol_buffer_init(&feed, URL_BYTES_MAX);
    pol_buffer_init(&canonical, URL_BYTES_MAX);
    pol_page page = {.section = "search", .has_own_box = true};
    if (view->results) {
        const char *behind;
        pol_span query = shown_query(view, &behind);
        if (query.size)
            pol_buffer_printf(&title, "%.*s%s: ", POL_SPAN_ARGS(query), behind);
        if (view->results->lacks_words)
            pol_part_lack(view->results, &title);
        else
            add_total(view, &title);
        pol_ask_change change = {.page = view->ask->page};
        pol_ask_add_url(view->ask, "/search.atom", &(pol_ask_change){0}, &feed);
        pol_ask_add_url(view->ask, "/search", &change, &canonical);
        page.feed = pol_arena_copy(arena, pol_buffer_span(&feed));
        page.canonical = pol_arena_copy(arena, pol_buffer_span(&canonical));
        page.is_unlisted = true;
    } else {
        pol_buffer_add_text(&title, view->complaint ? "This search cannot be run"
                                                    : "Search motions and decisions");
        page.canonical = view->complaint ? (pol_span){0} : POL_SPAN("/");
        page.is_unlisted = view->complaint != NULL;
    }
    page.title = pol_buffer_span(&title);
    pol_page_begin(view->buffer, view->worker->site, &page);
    pol_buffer_done(&title);
    pol_buffer_done(&feed);
    pol_buffer_done(&canonical);
}

static pol_status add_page(pol_view *view, pol_error *reterr)
{
    pol_status status = POL_OK;
    begin(view, view->request->arena);
    if (view->complaint)
        add_complaint(view);
    else if (view->results)
        status = add_found(view, reterr);
    else
        status = pol_view_add_start(view, reterr);
    pol_page_end(view->buffer, view->worker->site);
    if (view->scratch.status != POL_OK && view->buffer->status == POL_OK)
        view->buffer->status = view->scratch.status;
    return status;
}

static pol_status search(pol_view *view, pol_results **ret_results, pol_error *reterr)
{
    pol_search_filter filters[POL_ASK_FILTERS_MAX + 1];
    pol_search_options options;
    *ret_results = NULL;
    pol_ask_options(view->ask, filters, &options);
    options.wants_facets = true;
    options.wants_chart = true;
    return pol_search(view->worker->index, view->ask->query, &options, ret_results, reterr);
}

pol_status pol_page_search(pol_worker *worker, const pol_request *request, pol_response *response,
                           pol_error *reterr)
{
    pol_ask ask;
    pol_results *results = NULL;
    pol_view view = {.worker = worker, .request = request, .ask = &ask, .buffer = &response->body};
    pol_buffer_init(&view.scratch, URL_BYTES_MAX);
    pol_status status = pol_ask_parse(request, &ask, reterr);
    if (status == POL_OK && !is_start(&view))
        status = search(&view, &results, reterr);
    response->keeping = pol_ask_keeping(results);
    if (status == POL_USAGE) { /* the page itself says so, at the field */
        view.complaint = reterr->text;
        response->status = 400;
        response->keeping = POL_KEEP_NOT;
        status = POL_OK;
    }
    view.results = results;
    if (status == POL_OK)
        status = add_page(&view, reterr);
    pol_results_free(results);
    pol_buffer_done(&view.scratch);
    return status;
}
