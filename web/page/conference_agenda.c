/* conference_agenda.c - all documents of a conference in one year, in the order of an agenda,
 * each with what was decided; amendments below what they amend.
 *
 * The counts by decision stand above the list, so the list is written beside the page while all
 * entries are counted in one pass, some thousands at a time: memory is bounded whatever the size
 * of a conference.
 *
 * Classes: crumbs, search-form, search-line, status, agenda, item, amendments (list inside an
 * item), kind, when,
 * pages, exports, neighbours, previous, next. Ids: in-conference. */
#include <stdio.h>

#include "draft/composites.h"
#include "web/day.h"
#include "web/listed.h"
#include "web/page/conference.h"
#include "web/url.h"

enum { NUMBER_DIGITS = 6 }; /* of a page */

/* A list that is being written. */
typedef struct agenda {
    pol_conference_view *view;
    int year;
    pol_decision chosen; /* NONE: all */
    size_t page;         /* from 1 */
    pol_tally tally;
    size_t motions;                /* that could be composited, of all pages */
    size_t met;                    /* entries that are wanted, of all pages */
    size_t shown;                  /* of this page */
    pol_buffer items;              /* the list */
    bool has_item, has_amendments; /* an <li>, and a list in it, are open */
    pol_arena names;               /* holds `above` */
    pol_listed above;              /* what the next amendment may belong to */
} agenda;

/* --- what is asked for ---------------------------------------------------------------------- */

static pol_status parse_page(const pol_request *request, size_t *ret_page, pol_error *reterr)
{
    pol_span text = pol_span_trim(pol_request_parameter(request, "page"));
    size_t page = 0;
    *ret_page = 1;
    if (text.size == 0)
        return POL_OK;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || text.size > NUMBER_DIGITS)
            return pol_fail(reterr, POL_USAGE, 0, "page must be a number from 1 on");
        page = page * 10 + (size_t)(text.data[i] - '0');
    }
    if (page == 0)
        return pol_fail(reterr, POL_USAGE, 0, "page must be a number from 1 on");
    *ret_page = page;
    return POL_OK;
}

static pol_status parse(agenda *a, pol_error *reterr)
{
    const pol_request *request = a->view->request;
    pol_span decision = pol_span_trim(pol_request_parameter(request, "decision"));
    a->chosen = pol_decision_from_code(decision);
    if (decision.size && a->chosen == POL_DECISION_NONE)
        return pol_fail(reterr, POL_USAGE, 0,
                        "decision must be a code such as carried, lost, remitted or unknown");
    return parse_page(request, &a->page, reterr);
}

/* --- the list -------------------------------------------------------------------------------- */

static void close_amendments(agenda *a)
{
    if (a->has_amendments)
        pol_html_add(&a->items, "</li>\n</ol>\n");
    a->has_amendments = false;
}

static void close_item(agenda *a)
{
    close_amendments(a);
    if (a->has_item)
        pol_html_add(&a->items, "</li>\n");
    a->has_item = false;
}

static void open_item(agenda *a, const pol_listed *entry)
{
    if (a->has_item && pol_listed_amends(entry, &a->above)) {
        pol_html_add(&a->items, a->has_amendments ? "</li>\n" : "\n<ol class=\"amendments\">\n");
        a->has_amendments = true;
    } else {
        close_item(a);
        a->has_item = true;
        a->above = *entry;
        a->above.number = pol_arena_copy(&a->names, entry->number);
    }
    pol_html_add(&a->items, "<li class=\"item\">");
}

/* A number names the kind, but for those that have names of their own; without one, titles alone
 * are often the same, and the date tells. */
static void add_item(agenda *a, const pol_listed *entry)
{
    pol_decision decision = pol_listed_decision(entry);
    bool says_kind = entry->kind != POL_KIND_MOTION &&
                     (entry->number.size == 0 || !pol_kind_is_decided(entry->kind));
    bool is_other = entry->kind == POL_KIND_OTHER;
    open_item(a, entry);
    pol_listed_add_link(&a->items, entry, "", "");
    if (says_kind)
        POL_HTML(&a->items, " <span class=\"kind\">$</span>",
                 pol_span_of(is_other ? "other text" : pol_kind_label(entry->kind)));
    if (entry->number.size == 0 && entry->date.year) {
        pol_html_add(&a->items, " <span class=\"when\">");
        pol_day_add(&a->items, entry->date, "");
        pol_html_add(&a->items, "</span>");
    }
    pol_html_add(&a->items, decision == POL_DECISION_NONE ? "" : " ");
    pol_words_add_decision(&a->items, decision, NULL);
}

static void take(agenda *a, const pol_listed *entry)
{
    pol_decision decision = pol_listed_decision(entry);
    a->tally.decisions[decision]++;
    a->tally.documents++;
    a->motions += entry->kind == POL_KIND_MOTION || entry->kind == POL_KIND_EMERGENCY ||
                  entry->kind == POL_KIND_RULE_CHANGE;
    if (a->chosen != POL_DECISION_NONE && a->chosen != decision)
        return;
    size_t place = a->met++;
    if (place / POL_AGENDA_PAGE + 1 != a->page)
        return;
    a->shown++;
    add_item(a, entry);
}

/* Those whose year is not stated are the last of their conference. */
static size_t first_of(const agenda *a, uint32_t documents)
{
    uint32_t all = a->view->conference->documents;
    return a->year == POL_CONFERENCE_NO_YEAR && all > documents ? all - documents : 0;
}

static pol_status read(agenda *a, uint32_t documents, pol_error *reterr)
{
    pol_listing_options options = {.conference = a->view->conference->name,
                                   .year = a->year,
                                   .first = first_of(a, documents),
                                   .count = POL_LISTING_MAX};
    pol_status status = POL_OK;
    for (bool is_cut = true; is_cut && status == POL_OK;) {
        pol_listing *listing = NULL;
        status = pol_listing_make(a->view->worker->index, &options, &listing, reterr);
        for (size_t i = 0; status == POL_OK && i < listing->count; i++)
            if (listing->entries[i].year == a->year)
                take(a, &listing->entries[i]);
        is_cut = status == POL_OK && listing->is_cut && listing->count;
        options.first += status == POL_OK ? listing->count : 0;
        pol_listing_free(listing);
    }
    close_item(a);
    return status;
}

/* --- what is around it ------------------------------------------------------------------------ */

static void begin(agenda *a)
{
    pol_conference_view *view = a->view;
    char digits[16];
    pol_span year = pol_span_of(pol_conference_year(a->year, digits));
    pol_buffer title, canonical;
    pol_buffer_init(&title, POL_CONFERENCE_LINE_MAX);
    pol_buffer_init(&canonical, POL_CONFERENCE_LINE_MAX);
    pol_buffer_add(&title, view->conference->name);
    pol_buffer_printf(&title, a->year ? " %.*s" : ", %.*s", POL_SPAN_ARGS(year));
    pol_buffer_add(&canonical, pol_conference_url(view, a->year));
    const pol_page page = {.title = pol_buffer_span(&title),
                           .section = "browse",
                           .canonical = pol_buffer_span(&canonical),
                           .is_unlisted = a->chosen != POL_DECISION_NONE};
    pol_page_begin(view->buffer, view->worker->site, &page);
    POL_HTML(view->buffer,
             "<nav class=\"crumbs\" aria-label=\"Where this is\"><ol>"
             "<li><a href=\"/browse\">Browse</a></li><li><a href=\"$\">$</a></li>"
             "<li aria-current=\"page\">$</li></ol></nav>\n<h1>$</h1>\n",
             pol_conference_url(view, -1), view->conference->name, year, pol_buffer_span(&title));
    pol_buffer_done(&title);
    pol_buffer_done(&canonical);
}

/* A search that is limited to this page's documents; no filter finds a year that is not stated. */
static void add_form(agenda *a)
{
    char digits[16];
    POL_HTML(a->view->buffer,
             "<form class=\"search-form\" action=\"/search\">\n"
             "<label for=\"in-conference\">Search this conference</label>\n"
             "<div class=\"search-line\"><input type=\"search\" id=\"in-conference\" name=\"q\" "
             "maxlength=\"4096\">\n<button class=\"button\" type=\"submit\">Search it</button>"
             "</div>\n<input type=\"hidden\" name=\"conference\" value=\"$\">\n",
             a->view->conference->name);
    if (a->year)
        POL_HTML(a->view->buffer, "<input type=\"hidden\" name=\"year\" value=\"$\">\n",
                 pol_span_of(pol_conference_year(a->year, digits)));
    pol_html_add(a->view->buffer, "</form>\n");
}

static void add_status(agenda *a)
{
    char first[POL_DIGITS_SIZE], last[POL_DIGITS_SIZE];
    size_t start = (a->page - 1) * POL_AGENDA_PAGE;
    pol_html_add(a->view->buffer, "<p role=\"status\" class=\"status\">");
    pol_words_add_count(a->view->buffer, a->met, "document", "documents");
    if (a->chosen != POL_DECISION_NONE)
        POL_HTML(a->view->buffer, ": $", pol_span_of(pol_decision_label(a->chosen)));
    if (a->met > POL_AGENDA_PAGE)
        POL_HTML(a->view->buffer, ", $ to $ on this page", pol_html_number(start + 1, first),
                 pol_html_number(start + a->shown, last));
    pol_html_add(a->view->buffer, "</p>\n");
}

static void add_page_link(agenda *a, const char *rel, size_t page, const char *words)
{
    char digits[POL_DIGITS_SIZE];
    size_t count = 0;
    (void)pol_conference_url(a->view, a->year);
    if (a->chosen != POL_DECISION_NONE)
        pol_url_add_parameter(&a->view->scratch, &count, "decision",
                              pol_span_of(pol_decision_code(a->chosen)));
    snprintf(digits, sizeof digits, "%zu", page);
    if (page > 1)
        pol_url_add_parameter(&a->view->scratch, &count, "page", pol_span_of(digits));
    POL_HTML(a->view->buffer, "<li><a rel=\"$\" href=\"$\">$</a></li>\n", pol_span_of(rel),
             pol_buffer_span(&a->view->scratch), pol_span_of(words));
}

static void add_pages(agenda *a)
{
    if (a->met <= POL_AGENDA_PAGE)
        return;
    pol_html_add(a->view->buffer,
                 "<nav class=\"pages\" aria-label=\"Pages of this list\">\n<ul>\n");
    if (a->page > 1)
        add_page_link(a, "prev", a->page - 1, "Previous page of the list");
    if (a->page * POL_AGENDA_PAGE < a->met)
        add_page_link(a, "next", a->page + 1, "Next page of the list");
    pol_html_add(a->view->buffer, "</ul>\n</nav>\n");
}

/* As addresses of searches with these filters. */
static void add_exports(agenda *a)
{
    pol_buffer *url = &a->view->scratch;
    char digits[16];
    size_t count = 0;
    if (a->year == POL_CONFERENCE_NO_YEAR)
        return;
    pol_html_add(a->view->buffer, "<ul class=\"exports\">\n");
    if (a->motions > 1 && a->motions <= POL_COMPOSITE_MOTIONS_MAX) {
        pol_buffer_clear(url);
        pol_url_add(url, a->view->conference->name);
        pol_buffer_printf(url, "/%d", a->year);
        POL_HTML(a->view->buffer,
                 "<li><a href=\"/composites/$\">Motions that ask for the same</a></li>\n",
                 pol_buffer_span(url));
    }
    pol_buffer_clear(url);
    pol_url_add_parameter(url, &count, "conference", a->view->conference->name);
    pol_url_add_parameter(url, &count, "year", pol_span_of(pol_conference_year(a->year, digits)));
    pol_span filters = pol_buffer_span(url);
    POL_HTML(a->view->buffer,
             "<li><a href=\"/search.atom$\">Feed of what changes here "
             "(Atom)</a></li>\n<li><a href=\"/api/v1/search$&amp;format=csv\">Table for "
             "spreadsheets (CSV)</a></li>\n</ul>\n",
             filters, filters);
}

/* The years before and behind; they are listed newest first. */
static void add_years(agenda *a)
{
    const pol_outline_conference *conference = a->view->conference;
    char digits[16];
    size_t at = 0;
    while (at < conference->year_count && conference->years[at].year != a->year)
        at++;
    if (conference->year_count < 2)
        return;
    pol_html_add(a->view->buffer, "<nav class=\"neighbours\" aria-label=\"Other years\">\n<ul>\n");
    for (int step = 1; step >= -1; step -= 2) {
        size_t other = at + (size_t)step; /* may wrap round, beyond all of them */
        if (other >= conference->year_count)
            continue;
        int year = conference->years[other].year;
        bool are_stated = year && a->year;
        POL_HTML(a->view->buffer, "<li class=\"$\"><a rel=\"$\" href=\"$\">$$</a></li>\n",
                 step > 0 ? POL_SPAN("previous") : POL_SPAN("next"),
                 step > 0 ? POL_SPAN("prev") : POL_SPAN("next"), pol_conference_url(a->view, year),
                 !are_stated ? POL_SPAN("")
                 : step > 0  ? POL_SPAN("Earlier: ")
                             : POL_SPAN("Later: "),
                 pol_span_of(pol_conference_year(year, digits)));
    }
    pol_html_add(a->view->buffer, "</ul>\n</nav>\n");
}

static void add_page(agenda *a)
{
    pol_buffer *buffer = a->view->buffer;
    pol_buffer url;
    begin(a);
    add_form(a);
    pol_buffer_init(&url, POL_CONFERENCE_LINE_MAX);
    pol_buffer_add(&url, pol_conference_url(a->view, a->year));
    pol_html_add(buffer, "<nav aria-label=\"By decision\">\n");
    pol_conference_add_tally(a->view, &a->tally, pol_buffer_span(&url), a->chosen);
    pol_html_add(buffer, "</nav>\n");
    pol_buffer_done(&url);
    add_status(a);
    if (a->shown) {
        pol_html_add(buffer, "<ol class=\"agenda\">\n");
        pol_buffer_add(buffer, pol_buffer_span(&a->items));
        pol_html_add(buffer, "</ol>\n");
    }
    add_pages(a);
    add_years(a);
    add_exports(a);
    pol_page_end(buffer, a->view->worker->site);
}

pol_status pol_conference_add_agenda(pol_conference_view *view, int year, uint32_t documents,
                                     pol_error *reterr)
{
    agenda a = {.view = view, .year = year};
    pol_buffer_init(&a.items, view->buffer->limit);
    pol_arena_init(&a.names, POL_REQUEST_ARENA_MAX);
    pol_status status = parse(&a, reterr);
    if (status == POL_OK)
        status = read(&a, documents, reterr);
    if (status == POL_OK && a.shown == 0 && a.page > 1)
        status = pol_fail(reterr, POL_NOTFOUND, 0, "this list has no page %zu", a.page);
    if (status == POL_OK)
        add_page(&a);
    pol_buffer_spend(&a.items, view->buffer);
    pol_arena_done(&a.names);
    return status;
}
