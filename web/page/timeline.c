/* timeline.c - "/timeline": what was decided when on a question, the oldest first, and above
 * it the newest that still stands.
 *
 * Asks as /search does (web/ask.h); sort, group, page and limit change nothing. Or, with
 * on=ID#p7 and nothing else, on a passage of the index.
 *
 * Classes: search-form, search-line, hint, complaint, button, status, understood, notes,
 * policy-now, timeline (a list of a year), entry, hit-title, remark, label, passage, citation,
 * more. Ids: policy-now, y2014 (a year), undated. */
#include <stdio.h>

#include "draft/history.h"
#include "search/citation.h"
#include "search/remark.h"
#include "search/render/parts.h"
#include "search/snippet.h"
#include "search/timeline.h"
#include "web/chart.h"
#include "web/handlers.h"
#include "web/page/search.h"

enum { ENTRIES_MAX = 100, EXCERPT_BYTES = 280, MARKS_MAX = 100, URL_BYTES_MAX = 256 << 10 };

/* --- the box ------------------------------------------------------------------------------ */

static void add_kept(pol_view *view, const char *name, pol_span value)
{
    if (value.size)
        POL_HTML(view->buffer, "<input type=\"hidden\" name=\"$\" value=\"$\">\n",
                 pol_span_of(name), value);
}

/* With the filters, which stay. */
static void add_box(pol_view *view)
{
    const pol_ask *ask = view->ask;
    POL_HTML(view->buffer,
             "<form class=\"search-form\" role=\"search\" action=\"/timeline\">\n"
             "<label for=\"q\">What was decided on</label>\n"
             "<div class=\"search-line\"><input type=\"search\" id=\"q\" name=\"q\" value=\"$\" "
             "maxlength=\"4096\" autocomplete=\"off\"",
             ask->query);
    if (view->complaint)
        pol_html_add(view->buffer, " aria-invalid=\"true\" aria-describedby=\"complaint\"");
    pol_html_add(view->buffer, ">\n<button class=\"button\" type=\"submit\">Show</button></div>\n");
    if (view->complaint)
        POL_HTML(view->buffer, "<p class=\"complaint\" id=\"complaint\" role=\"alert\">$.</p>\n",
                 pol_span_of(view->complaint));
    for (size_t i = 0; i < ask->filter_count; i++)
        add_kept(view, pol_field_info_of(ask->filters[i].field)->name, ask->filters[i].value);
    add_kept(view, "from", ask->year_from);
    add_kept(view, "to", ask->year_to);
    add_kept(view, "match", ask->match == POL_MATCH_ANY ? POL_SPAN("any") : (pol_span){0});
    pol_html_add(view->buffer, "</form>\n");
}

/* --- one document -------------------------------------------------------------------------- */

/* What a function appends, escaped in the gap of a template; nothing where it appends nothing. */
static void add_built(pol_view *view, const char *template_text)
{
    if (view->scratch.size)
        POL_HTML(view->buffer, template_text, pol_buffer_span(&view->scratch));
    pol_buffer_clear(&view->scratch);
}

static void add_what(pol_view *view, const pol_timeline_entry *entry)
{
    const pol_document *document = &entry->hit->stored->document;
    pol_html_add(view->buffer, "<p class=\"what\">");
    if (entry->decision == POL_DECISION_NONE) {
        pol_buffer_clear(&view->scratch);
        pol_citation_add_kind(document, &view->scratch);
        add_built(view, "<span class=\"kind\">$</span>");
    } else {
        pol_words_add_decision(view->buffer, entry->decision, entry->decision_words);
    }
    if (entry->is_past)
        POL_HTML(view->buffer, " <span class=\"kind\">$</span>",
                 document->standing == POL_STANDING_LAPSED ? POL_SPAN("lapsed since")
                                                           : POL_SPAN("superseded since"));
    pol_html_add(view->buffer, "</p>\n");
}

static void add_title(pol_view *view, const pol_hit *hit)
{
    const pol_document *document = &hit->stored->document;
    POL_HTML(
        view->buffer, "<h3 class=\"hit-title\"><a href=\"$\"",
        pol_view_document_url(view, document->id.text, hit->passage ? hit->passage->ordinal : 0));
    pol_words_add_lang(view->buffer, document);
    POL_HTML(view->buffer, ">$$</a></h3>\n", document->display_title,
             pol_span_of(pol_citation_title_is_opening(document) ? "…" : ""));
}

/* Marks that lie within the part that is shown, counted from its start. */
static size_t marks_within(const pol_hit *hit, pol_snippet part, pol_highlight *marks)
{
    size_t count = 0;
    for (size_t i = 0; hit->passage && i < hit->highlight_count && count < MARKS_MAX; i++) {
        pol_highlight mark = hit->highlights[i];
        if (mark.start < part.start || mark.end > part.end)
            continue;
        marks[count].start = mark.start - (uint32_t)part.start;
        marks[count++].end = mark.end - (uint32_t)part.start;
    }
    return count;
}

static void add_excerpt(pol_view *view, const pol_hit *hit)
{
    const pol_document *document = &hit->stored->document;
    pol_highlight marks[MARKS_MAX];
    pol_span text = hit->passage ? hit->passage->text : document->text;
    pol_snippet part = pol_snippet_find(text, hit->highlights,
                                        hit->passage ? hit->highlight_count : 0, EXCERPT_BYTES);
    size_t count = marks_within(hit, part, marks);
    pol_html_add(view->buffer, "<p class=\"passage\"");
    pol_words_add_lang(view->buffer, document);
    pol_html_add(view->buffer, ">");
    if (hit->passage && hit->passage->label.size)
        POL_HTML(view->buffer, "<span class=\"label\">$</span> ", hit->passage->label);
    pol_html_add(view->buffer, part.start ? "… " : "");
    pol_html_marked(view->buffer, pol_span_make(text.data + part.start, part.end - part.start),
                    marks, count);
    pol_html_add(view->buffer, part.end < text.size ? " …</p>\n" : "</p>\n");
}

static void add_entry(pol_view *view, const pol_timeline_entry *entry)
{
    const pol_document *document = &entry->hit->stored->document;
    pol_html_add(view->buffer, "<li class=\"entry\">\n");
    add_title(view, entry->hit);
    add_what(view, entry);
    pol_buffer_clear(&view->scratch);
    pol_remark_add(document, false, &view->scratch);
    add_built(view, "<p class=\"remark\">Note: $</p>\n");
    add_excerpt(view, entry->hit);
    pol_citation_add(document, entry->hit->passage, &view->scratch);
    add_built(view,
              "<p class=\"citation\"><span class=\"visually-hidden\">Citation: </span>$</p>\n");
    pol_html_add(view->buffer, "</li>\n");
}

/* --- the page ------------------------------------------------------------------------------ */

/* The clause that the page is about, as it stands in its document. */
static void add_clause(pol_view *view, const pol_history *history)
{
    const pol_document *document = &history->stored->document;
    pol_html_add(view->buffer, "<h1>What was decided on this clause</h1>\n<blockquote>\n"
                               "<p class=\"passage\"");
    pol_words_add_lang(view->buffer, document);
    POL_HTML(view->buffer, ">$</p>\n<p class=\"citation\"><a href=\"$\">", history->passage->text,
             pol_view_document_url(view, document->id.text, history->passage->ordinal));
    pol_buffer_clear(&view->scratch);
    pol_citation_add(document, history->passage, &view->scratch);
    add_built(view, "$</a></p>\n</blockquote>\n");
}

static void add_years(pol_view *view, const pol_timeline *timeline)
{
    char year[16];
    for (size_t i = 0; i < timeline->entry_count; i++) {
        int now = timeline->entries[i].year;
        bool is_new = i == 0 || now != timeline->entries[i - 1].year;
        if (is_new && i)
            pol_html_add(view->buffer, "</ol>\n");
        if (is_new) {
            pol_span words = pol_span_of(pol_timeline_year(now, year));
            POL_HTML(view->buffer, "<h2 id=\"$$\">$</h2>\n<ol class=\"timeline\">\n",
                     now ? POL_SPAN("y") : POL_SPAN("undated"), now ? words : POL_SPAN(""), words);
        }
        add_entry(view, &timeline->entries[i]);
    }
    pol_html_add(view->buffer, "</ol>\n");
}

/* The answer before its history. */
static void add_now(pol_view *view, const pol_timeline *timeline)
{
    pol_html_add(view->buffer, "<section class=\"policy-now\" aria-labelledby=\"policy-now\">\n"
                               "<h2 id=\"policy-now\">Policy now</h2>\n<p>");
    pol_html_add(view->buffer, pol_timeline_now_words(timeline));
    if (timeline->now) {
        const pol_hit *hit = timeline->now->hit;
        const pol_document *document = &hit->stored->document;
        POL_HTML(view->buffer, "<a href=\"$\">",
                 pol_view_document_url(view, document->id.text,
                                       hit->passage ? hit->passage->ordinal : 0));
        pol_buffer_clear(&view->scratch);
        pol_citation_add(document, hit->passage, &view->scratch);
        add_built(view, "$</a>.");
    }
    pol_html_add(view->buffer, "</p>\n");
    pol_buffer_clear(&view->scratch);
    pol_timeline_add_caution(timeline, &view->scratch);
    add_built(view, "<p class=\"hint\">$</p>\n");
    pol_html_add(view->buffer, "</section>\n");
}

static void add_notes(pol_view *view)
{
    const pol_results *found = view->results;
    POL_HTML(view->buffer, "<p class=\"understood\">Understood as: $</p>\n", found->understood);
    if (found->note_count == 0)
        return;
    pol_html_add(view->buffer, "<ul class=\"notes\">\n");
    for (size_t i = 0; i < found->note_count; i++)
        POL_HTML(view->buffer, "<li>Note: $</li>\n", pol_span_of(found->notes[i]));
    pol_html_add(view->buffer, "</ul>\n");
}

static void add_history(pol_view *view, const pol_history *history)
{
    add_clause(view, history);
    pol_timeline_add_summary(history->timeline, &view->scratch);
    add_built(view, "<p role=\"status\" class=\"status\">$</p>\n");
    pol_html_add(view->buffer,
                 "<p class=\"hint\">It, and the passages whose words are most like it: they cannot "
                 "prove that two texts ask for the same. Read both and judge.</p>\n");
    add_now(view, history->timeline);
    add_years(view, history->timeline);
}

static void add_found(pol_view *view, const pol_timeline *timeline)
{
    bool is_about = timeline->entry_count && !view->results->is_off_subject;
    POL_HTML(view->buffer, "<h1>$ ‘$’</h1>\n",
             is_about ? POL_SPAN("What was decided on") : POL_SPAN("Nothing found on"),
             view->ask->query.size ? view->ask->query : view->results->understood);
    add_box(view);
    pol_buffer_clear(&view->scratch);
    if (is_about)
        pol_timeline_add_summary(timeline, &view->scratch);
    else
        pol_part_lack(view->results, &view->scratch);
    add_built(view, "<p role=\"status\" class=\"status\">$</p>\n");
    add_notes(view);
    POL_HTML(view->buffer, "<p class=\"more\"><a href=\"$\">$</a></p>\n",
             pol_view_url(view, "/search", NULL),
             is_about ? POL_SPAN("The same as search results, the best first")
                      : POL_SPAN("Search for it, with help on spelling"));
    if (!is_about)
        return;
    add_now(view, timeline);
    pol_chart_add(view->buffer, view->results->chart, view->results->chart_count);
    add_years(view, timeline);
}

static void add_start(pol_view *view)
{
    POL_HTML(view->buffer, "<h1>$</h1>\n",
             view->complaint ? POL_SPAN("This timeline cannot be made as it is")
                             : POL_SPAN("What was decided when"));
    pol_html_add(view->buffer,
                 "<p class=\"hint\">One entry for each motion that has all the words, the oldest "
                 "first, with what became of it, and the newest that still stands.</p>\n");
    add_box(view);
}

static void begin(pol_view *view, bool has_address)
{
    pol_buffer title, canonical;
    pol_page page = {.section = "search", .has_own_box = true, .is_unlisted = true};
    pol_buffer_init(&title, URL_BYTES_MAX);
    pol_buffer_init(&canonical, URL_BYTES_MAX);
    if (view->ask->query.size)
        pol_buffer_printf(&title, "%.*s: ", POL_SPAN_ARGS(view->ask->query));
    pol_buffer_add_text(&title, "what was decided when");
    if (has_address) {
        pol_ask_add_url(view->ask, "/timeline", &(pol_ask_change){0}, &canonical);
        page.canonical = pol_buffer_span(&canonical);
    }
    page.title = pol_buffer_span(&title);
    pol_page_begin(view->buffer, view->worker->site, &page);
    pol_buffer_done(&title);
    pol_buffer_done(&canonical);
}

static void add_page(pol_view *view, const pol_timeline *timeline, const pol_history *history)
{
    begin(view, !view->complaint && !history);
    if (history)
        add_history(view, history);
    else if (timeline)
        add_found(view, timeline);
    else
        add_start(view);
    pol_page_end(view->buffer, view->worker->site);
    if (view->scratch.status != POL_OK && view->buffer->status == POL_OK)
        view->buffer->status = view->scratch.status;
}

static pol_status find(pol_view *view, pol_timeline **ret_timeline, pol_error *reterr)
{
    pol_search_filter filters[POL_ASK_FILTERS_MAX + 1];
    pol_search_options options;
    pol_ask_options(view->ask, filters, &options);
    options.count = ENTRIES_MAX;
    options.wants_chart = true;
    return pol_timeline_search(view->worker->index, view->ask->query, &options, ret_timeline,
                               reterr);
}

static pol_status find_clause(pol_worker *worker, pol_span clause, pol_history **ret_history,
                              pol_error *reterr)
{
    if (!pol_history_names_clause(clause))
        return pol_fail(reterr, POL_USAGE, 0, "on must be a passage's address, such as 3f2a#p7");
    return pol_history_find(worker->index, clause, POL_QUERY_TIMEOUT_MS, ret_history, reterr);
}

pol_status pol_page_timeline(pol_worker *worker, const pol_request *request, pol_response *response,
                             pol_error *reterr)
{
    pol_ask ask = {.query = POL_SPAN("")};
    pol_timeline *timeline = NULL;
    pol_history *history = NULL;
    pol_span clause = pol_span_trim(pol_request_parameter(request, "on"));
    pol_view view = {.worker = worker, .request = request, .ask = &ask, .buffer = &response->body};
    pol_buffer_init(&view.scratch, URL_BYTES_MAX);
    pol_status status = pol_ask_parse(request, &ask, reterr);
    if (status == POL_OK && clause.size)
        status = find_clause(worker, clause, &history, reterr);
    else if (status == POL_OK && !pol_ask_is_empty(&ask))
        status = find(&view, &timeline, reterr);
    view.results = timeline ? timeline->found : NULL;
    response->keeping = pol_ask_keeping(view.results);
    if (status == POL_USAGE) { /* the page itself says so */
        view.complaint = reterr->text;
        response->status = 400;
        response->keeping = POL_KEEP_NOT;
        status = POL_OK;
    }
    if (status == POL_OK)
        add_page(&view, timeline, history);
    pol_timeline_free(timeline);
    pol_history_free(history);
    pol_buffer_done(&view.scratch);
    return status;
}
