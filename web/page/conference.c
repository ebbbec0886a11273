/* conference.c - /conferences/NAME: the years of a conference and what came of them;
 * /conferences/NAME/2014 and /conferences/NAME/unstated: conference_agenda.c.
 *
 * Classes: crumbs, conference-years, year (one of them), tally (outcomes with numbers), count. */
#include "web/page/conference.h"

#include <stdio.h>

#include "core/utf8.h"
#include "search/chart.h"
#include "web/handlers.h"
#include "web/url.h"

enum { NAME_SHOWN = 80, ALL_YEARS = -1 };

pol_span pol_conference_url(pol_conference_view *view, int year)
{
    pol_buffer_clear(&view->scratch);
    pol_buffer_add_text(&view->scratch, "/conferences/");
    pol_url_add(&view->scratch, view->conference->name);
    if (year > 0)
        pol_buffer_printf(&view->scratch, "/%d", year);
    else if (year == POL_CONFERENCE_NO_YEAR)
        pol_buffer_add_text(&view->scratch, "/unstated");
    return pol_buffer_span(&view->scratch);
}

const char *pol_conference_year(int year, char buffer[16])
{
    if (year == POL_CONFERENCE_NO_YEAR)
        return "year not stated";
    snprintf(buffer, 16, "%d", year);
    return buffer;
}

/* --- outcomes ------------------------------------------------------------------------------ */

static void add_outcome(pol_conference_view *view, pol_decision decision, uint32_t documents,
                        pol_span url, bool is_chosen)
{
    char digits[POL_DIGITS_SIZE];
    pol_html_add(view->buffer, "<li>");
    if (url.data)
        POL_HTML(view->buffer, "<a href=\"$?decision=$\"", url,
                 pol_span_of(pol_decision_code(decision)));
    if (url.data)
        pol_html_add(view->buffer, is_chosen ? " aria-current=\"true\">" : ">");
    pol_words_add_decision(view->buffer, decision, NULL);
    POL_HTML(view->buffer, " <span class=\"count\">$</span>", pol_html_number(documents, digits));
    pol_html_add(view->buffer, url.data ? "</a></li>\n" : "</li>\n");
}

void pol_conference_add_tally(pol_conference_view *view, const pol_tally *tally, pol_span url,
                              pol_decision chosen)
{
    char digits[POL_DIGITS_SIZE];
    pol_html_add(view->buffer, "<ul class=\"tally\">\n");
    if (url.data)
        POL_HTML(view->buffer,
                 chosen == POL_DECISION_NONE
                     ? "<li><a href=\"$\" aria-current=\"true\">all <span "
                       "class=\"count\">$</span></a></li>\n"
                     : "<li><a href=\"$\">all <span class=\"count\">$</span></a>"
                       "</li>\n",
                 url, pol_html_number(tally->documents, digits));
    for (int i = POL_DECISION_CARRIED; i < POL_DECISION_COUNT; i++)
        if (tally->decisions[i])
            add_outcome(view, (pol_decision)i, tally->decisions[i], url, chosen == (pol_decision)i);
    if (tally->decisions[POL_DECISION_NONE])
        POL_HTML(view->buffer, "<li>other texts <span class=\"count\">$</span></li>\n",
                 pol_html_number(tally->decisions[POL_DECISION_NONE], digits));
    pol_html_add(view->buffer, "</ul>\n");
}

/* --- years ---------------------------------------------------------------------------------- */

static void add_year(pol_conference_view *view, const pol_outline_year *year,
                     const pol_results *results)
{
    char digits[16];
    pol_tally tally = {.documents = year->documents};
    POL_HTML(view->buffer, "<li class=\"year\">\n<h2><a href=\"$\">$</a></h2>\n<p class=\"count\">",
             pol_conference_url(view, year->year),
             pol_span_of(pol_conference_year(year->year, digits)));
    pol_words_add_count(view->buffer, year->documents, "document", "documents");
    pol_html_add(view->buffer, "</p>\n");
    for (int i = 0; year->year && i < POL_DECISION_COUNT; i++)
        tally.decisions[i] = pol_chart_documents(results, year->year, (pol_decision)i);
    if (year->year)
        pol_conference_add_tally(view, &tally, (pol_span){0}, POL_DECISION_NONE);
    pol_html_add(view->buffer, "</li>\n");
}

/* How each year's documents were decided: as the chart of a search for this conference has it. */
static pol_status search(pol_conference_view *view, pol_results **ret_results, pol_error *reterr)
{
    const pol_search_filter filter = {
        .field = POL_FIELD_CONFERENCE, .value = view->conference->name, .is_exact = true};
    const pol_search_options options = {.count = 1,
                                        .wants_chart = true,
                                        .filters = &filter,
                                        .filter_count = 1,
                                        .timeout_ms = POL_QUERY_TIMEOUT_MS};
    return pol_search(view->worker->index, POL_SPAN(""), &options, ret_results, reterr);
}

static void add_exports(pol_conference_view *view)
{
    size_t count = 0;
    pol_buffer_clear(&view->scratch);
    pol_url_add_parameter(&view->scratch, &count, "conference", view->conference->name);
    pol_span filter = pol_buffer_span(&view->scratch);
    POL_HTML(view->buffer,
             "<ul class=\"exports\">\n"
             "<li><a href=\"/search$\">Search in all years of this conference</a></li>\n"
             "<li><a href=\"/search.atom$\">Feed of what changes (Atom)</a></li>\n</ul>\n",
             filter, filter);
}

static void begin(pol_conference_view *view)
{
    pol_buffer canonical;
    pol_buffer_init(&canonical, POL_CONFERENCE_LINE_MAX);
    pol_buffer_add(&canonical, pol_conference_url(view, ALL_YEARS));
    const pol_page page = {.title = view->conference->name,
                           .section = "browse",
                           .canonical = pol_buffer_span(&canonical)};
    pol_page_begin(view->buffer, view->worker->site, &page);
    POL_HTML(view->buffer,
             "<nav class=\"crumbs\" aria-label=\"Where this is\"><ol>"
             "<li><a href=\"/browse\">Browse</a></li>"
             "<li aria-current=\"page\">$</li></ol></nav>\n<h1>$</h1>\n<p>",
             view->conference->name, view->conference->name);
    pol_words_add_count(view->buffer, view->conference->documents, "document", "documents");
    pol_html_add(view->buffer, " in ");
    pol_words_add_count(view->buffer, view->conference->year_count, "year", "years");
    pol_html_add(view->buffer, ".</p>\n");
    pol_buffer_done(&canonical);
}

static pol_status add_years(pol_conference_view *view, pol_error *reterr)
{
    pol_results *results = NULL;
    pol_status status = search(view, &results, reterr);
    if (status != POL_OK)
        return status;
    begin(view);
    pol_html_add(view->buffer, "<ul class=\"conference-years\">\n");
    for (size_t i = 0; i < view->conference->year_count; i++)
        add_year(view, &view->conference->years[i], results);
    pol_html_add(view->buffer, "</ul>\n");
    add_exports(view);
    pol_page_end(view->buffer, view->worker->site);
    pol_results_free(results);
    return POL_OK;
}

/* --- which ---------------------------------------------------------------------------------- */

static const pol_outline_conference *find(const pol_outline *outline, pol_span name)
{
    for (size_t i = 0; i < outline->conference_count; i++)
        if (pol_span_equal(outline->conferences[i].name, name))
            return &outline->conferences[i];
    return NULL;
}

/* "2014", or "unstated"; -1 for what names no year. */
static int parse_year(pol_span text)
{
    int year = 0;
    if (pol_span_equal(text, POL_SPAN("unstated")))
        return POL_CONFERENCE_NO_YEAR;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || text.size != 4)
            return -1;
        year = year * 10 + (text.data[i] - '0');
    }
    return year ? year : -1;
}

/* For messages. */
static pol_span start_of(pol_span text, size_t bytes)
{
    return pol_span_first(text, pol_utf8_floor(text, bytes));
}

static pol_status add_agenda(pol_conference_view *view, pol_error *reterr)
{
    pol_span asked = view->request->segments[2];
    int year = parse_year(asked);
    for (size_t i = 0; i < view->conference->year_count; i++)
        if (view->conference->years[i].year == year)
            return pol_conference_add_agenda(view, year, view->conference->years[i].documents,
                                             reterr);
    return pol_fail(reterr, POL_NOTFOUND, 0,
                    "nothing of '%.*s' in the year '%.*s' is indexed: look under Browse for its "
                    "other years",
                    POL_SPAN_ARGS(start_of(view->conference->name, NAME_SHOWN)),
                    POL_SPAN_ARGS(start_of(asked, 8)));
}

pol_status pol_page_conference(pol_worker *worker, const pol_request *request,
                               pol_response *response, pol_error *reterr)
{
    const pol_outline *outline;
    pol_conference_view view = {.worker = worker, .request = request, .buffer = &response->body};
    pol_status status = pol_worker_outline(worker, &outline, reterr);
    if (status != POL_OK)
        return status;
    view.conference = find(outline, request->segments[1]);
    if (!view.conference)
        return pol_fail(reterr, POL_NOTFOUND, 0,
                        "no conference is called '%.*s': look for it under Browse",
                        POL_SPAN_ARGS(start_of(request->segments[1], NAME_SHOWN)));
    pol_buffer_init(&view.scratch, POL_CONFERENCE_LINE_MAX);
    status = request->segment_count > 2 ? add_agenda(&view, reterr) : add_years(&view, reterr);
    pol_buffer_spend(&view.scratch, view.buffer);
    return status;
}
