/* browse.c - /browse: what the index holds, from a bird's eye: conferences, years, decisions
 * with what they mean, kinds, organisations, each with a number and a link to go on.
 *
 * Classes: jump, filter-form, search-line, button, status, conferences, years, decisions, kinds,
 * organisations, count, pages. Ids: conferences, years, decisions, kinds, organisations, name. */
#include <stdio.h>

#include "web/handlers.h"
#include "web/page.h"
#include "web/url.h"
#include "web/words.h"

enum { CONFERENCES_OF_PAGE = 200, ORGANISATIONS_MAX = 200, LINE_MAX_BYTES = 256 << 10 };

typedef struct browsing {
    pol_buffer *buffer;
    const pol_outline *outline;
    pol_span name;      /* part of the names of conferences; never absent */
    size_t page;        /* of the conferences, from 1 */
    pol_buffer scratch; /* for addresses */
} browsing;

/* --- conferences --------------------------------------------------------------------------- */

/* Has it all the words, as parts of words? */
static bool is_named(pol_span conference, pol_span words)
{
    for (pol_span rest = pol_span_trim(words); rest.size;) {
        size_t end = pol_span_find(rest, POL_SPAN(" "), 0);
        pol_span word = pol_span_first(rest, end);
        if (pol_span_find_fold(conference, word, 0) == (size_t)-1)
            return false;
        rest = pol_span_trim(pol_span_from(rest, word.size));
    }
    return true;
}

static void add_conference(browsing *b, const pol_outline_conference *conference)
{
    char years[48] = "";
    int first = conference->first_year, last = conference->last_year;
    pol_buffer_clear(&b->scratch);
    pol_buffer_add_text(&b->scratch, "/conferences/");
    pol_url_add(&b->scratch, conference->name);
    if (first)
        snprintf(years, sizeof years, first == last ? "%d, " : "%d to %d, ", first, last);
    POL_HTML(b->buffer, "<li><a href=\"$\">$</a> <span class=\"count\">$",
             pol_buffer_span(&b->scratch), conference->name, pol_span_of(years));
    pol_words_add_count(b->buffer, conference->documents, "document", "documents");
    pol_html_add(b->buffer, "</span></li>\n");
}

static void add_filter(browsing *b, size_t count)
{
    POL_HTML(b->buffer,
             "<form class=\"filter-form\" action=\"/browse\">\n"
             "<label for=\"name\">Part of a conference’s name</label>\n"
             "<div class=\"search-line\"><input type=\"text\" id=\"name\" name=\"name\" "
             "value=\"$\" maxlength=\"200\" autocomplete=\"off\">\n"
             "<button class=\"button\" type=\"submit\">Show</button></div>\n</form>\n"
             "<p role=\"status\" class=\"status\">",
             b->name);
    pol_words_add_count(b->buffer, count, "conference", "conferences");
    if (b->name.size)
        POL_HTML(b->buffer, " with ‘$’ in the name. <a href=\"/browse\">Show all conferences</a>",
                 b->name);
    pol_html_add(b->buffer, "</p>\n");
}

static void add_page_link(browsing *b, size_t page, const char *rel, const char *words)
{
    char digits[16];
    size_t count = 0;
    pol_buffer_clear(&b->scratch);
    pol_buffer_add_text(&b->scratch, "/browse");
    if (b->name.size)
        pol_url_add_parameter(&b->scratch, &count, "name", b->name);
    snprintf(digits, sizeof digits, "%zu", page);
    if (page > 1)
        pol_url_add_parameter(&b->scratch, &count, "page", pol_span_of(digits));
    POL_HTML(b->buffer, "<li><a rel=\"$\" href=\"$\">$</a></li>\n", pol_span_of(rel),
             pol_buffer_span(&b->scratch), pol_span_of(words));
}

static void add_pages(browsing *b, size_t count)
{
    if (count <= CONFERENCES_OF_PAGE)
        return;
    pol_html_add(b->buffer, "<nav class=\"pages\" aria-label=\"Pages of conferences\">\n<ul>\n");
    if (b->page > 1)
        add_page_link(b, b->page - 1, "prev", "Previous conferences");
    if (b->page * CONFERENCES_OF_PAGE < count)
        add_page_link(b, b->page + 1, "next", "Next conferences");
    pol_html_add(b->buffer, "</ul>\n</nav>\n");
}

static void add_conferences(browsing *b)
{
    const pol_outline *outline = b->outline;
    size_t count = 0, met = 0;
    for (size_t i = 0; i < outline->conference_count; i++)
        count += is_named(outline->conferences[i].name, b->name);
    if (b->page > count / CONFERENCES_OF_PAGE + 1) /* a page that there is no more */
        b->page = 1;
    pol_html_add(b->buffer, "<section aria-labelledby=\"conferences\">\n"
                            "<h2 id=\"conferences\">Conferences</h2>\n");
    add_filter(b, count);
    if (count)
        pol_html_add(b->buffer, "<ul class=\"conferences\">\n");
    for (size_t i = 0; i < outline->conference_count; i++)
        if (is_named(outline->conferences[i].name, b->name) &&
            met++ / CONFERENCES_OF_PAGE + 1 == b->page)
            add_conference(b, &outline->conferences[i]);
    pol_html_add(b->buffer, count ? "</ul>\n" : "");
    add_pages(b, count);
    if (outline->is_cut)
        pol_html_add(b->buffer, "<p>There are more names than are listed here; a search finds "
                                "them all.</p>\n");
    pol_html_add(b->buffer, "</section>\n");
}

/* --- the other lists ------------------------------------------------------------------------ */

/* `<a href="/search?field=value">` */
static void open_search(browsing *b, const char *field, pol_span value)
{
    size_t count = 0;
    pol_buffer_clear(&b->scratch);
    pol_buffer_add_text(&b->scratch, "/search");
    pol_url_add_parameter(&b->scratch, &count, field, value);
    POL_HTML(b->buffer, "<a href=\"$\">", pol_buffer_span(&b->scratch));
}

static void add_count(browsing *b, uint32_t documents)
{
    pol_html_add(b->buffer, " <span class=\"count\">");
    pol_words_add_count(b->buffer, documents, "document", "documents");
    pol_html_add(b->buffer, "</span>");
}

static void add_years(browsing *b)
{
    const pol_outline *outline = b->outline;
    char digits[16];
    if (outline->year_count == 0)
        return;
    pol_html_add(b->buffer, "<section aria-labelledby=\"years\">\n<h2 id=\"years\">Years</h2>\n"
                            "<ul class=\"years\">\n");
    for (size_t i = 0; i < outline->year_count; i++) {
        snprintf(digits, sizeof digits, "%d", outline->years[i].year);
        pol_html_add(b->buffer, "<li>");
        open_search(b, "year", pol_span_of(digits));
        POL_HTML(b->buffer, "$</a>", pol_span_of(digits));
        add_count(b, outline->years[i].documents);
        pol_html_add(b->buffer, "</li>\n");
    }
    pol_html_add(b->buffer, "</ul>\n</section>\n");
}

/* In the order of the vocabulary, policy first, with what each word means. */
static void add_decisions(browsing *b)
{
    const pol_outline *outline = b->outline;
    if (outline->decision_count == 0)
        return;
    pol_html_add(b->buffer, "<section aria-labelledby=\"decisions\">\n"
                            "<h2 id=\"decisions\">Decisions</h2>\n<dl class=\"decisions\">\n");
    for (int i = POL_DECISION_CARRIED; i < POL_DECISION_COUNT; i++)
        for (size_t j = 0; j < outline->decision_count; j++) {
            const pol_outline_count *counted = &outline->decisions[j];
            if (pol_decision_from_code(counted->value) != (pol_decision)i)
                continue;
            pol_html_add(b->buffer, "<div><dt>");
            open_search(b, "decision", counted->value);
            pol_words_add_decision(b->buffer, (pol_decision)i, NULL);
            pol_html_add(b->buffer, "</a>");
            add_count(b, counted->documents);
            pol_html_add(b->buffer, "</dt><dd>");
            pol_words_add_meaning(b->buffer, (pol_decision)i);
            pol_html_add(b->buffer, "</dd></div>\n");
        }
    pol_html_add(b->buffer, "</dl>\n</section>\n");
}

/* A list of links to searches with one filter. */
typedef struct filter_list {
    const char *id, *title, *field;
    const pol_outline_count *counts;
    size_t count;
} filter_list;

static void add_list(browsing *b, const filter_list *list)
{
    pol_span id = pol_span_of(list->id);
    if (list->count == 0)
        return;
    POL_HTML(b->buffer, "<section aria-labelledby=\"$\">\n<h2 id=\"$\">$</h2>\n<ul class=\"$\">\n",
             id, id, pol_span_of(list->title), id);
    for (size_t i = 0; i < list->count && i < ORGANISATIONS_MAX; i++) {
        pol_html_add(b->buffer, "<li>");
        open_search(b, list->field, list->counts[i].value);
        POL_HTML(b->buffer, "$</a>",
                 pol_words_facet(pol_span_of(list->field), list->counts[i].value));
        add_count(b, list->counts[i].documents);
        pol_html_add(b->buffer, "</li>\n");
    }
    pol_html_add(b->buffer, "</ul>\n");
    if (list->count > ORGANISATIONS_MAX)
        pol_html_add(b->buffer, "<p>These have the most documents; a search finds the others "
                                "too.</p>\n");
    pol_html_add(b->buffer, "</section>\n");
}

/* --- the page -------------------------------------------------------------------------------- */

static void add_jumps(browsing *b)
{
    const pol_outline *outline = b->outline;
    const struct {
        const char *id, *title;
        size_t count;
    } parts[] = {{"conferences", "Conferences", 1},
                 {"years", "Years", outline->year_count},
                 {"decisions", "Decisions", outline->decision_count},
                 {"kinds", "Kinds", outline->kind_count},
                 {"organisations", "Organisations", outline->organisation_count}};
    pol_html_add(b->buffer, "<nav class=\"jump\" aria-label=\"On this page\">\n<ul>\n");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].count)
            POL_HTML(b->buffer, "<li><a href=\"#$\">$</a></li>\n", pol_span_of(parts[i].id),
                     pol_span_of(parts[i].title));
    pol_html_add(b->buffer, "</ul>\n</nav>\n");
}

static void add_page(browsing *b, const pol_site *site)
{
    const pol_outline *outline = b->outline;
    const pol_page page = {.title = POL_SPAN("Browse"),
                           .section = "browse",
                           .canonical = POL_SPAN("/browse"),
                           .is_unlisted = b->name.size > 0};
    pol_page_begin(b->buffer, site, &page);
    pol_html_add(b->buffer, "<h1>Browse</h1>\n<p>");
    pol_words_add_count(b->buffer, outline->documents, "document", "documents");
    pol_html_add(b->buffer, " in ");
    pol_words_add_count(b->buffer, outline->passages, "passage", "passages");
    pol_html_add(b->buffer, ".</p>\n");
    add_jumps(b);
    add_conferences(b);
    add_years(b);
    add_decisions(b);
    add_list(b, &(filter_list){"kinds", "Kinds", "kind", outline->kinds, outline->kind_count});
    add_list(b, &(filter_list){"organisations", "Organisations", "org", outline->organisations,
                               outline->organisation_count});
    pol_page_end(b->buffer, site);
}

/* 1 for anything that is no page: then the list begins at its start. */
static size_t parse_page(pol_span text)
{
    size_t page = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || i >= 4)
            return 1;
        page = page * 10 + (size_t)(text.data[i] - '0');
    }
    return page ? page : 1;
}

pol_status pol_page_browse(pol_worker *worker, const pol_request *request, pol_response *response,
                           pol_error *reterr)
{
    pol_span name = pol_span_trim(pol_request_parameter(request, "name"));
    browsing b = {.buffer = &response->body,
                  .name = name.data ? name : POL_SPAN(""),
                  .page = parse_page(pol_request_parameter(request, "page"))};
    pol_status status = pol_worker_outline(worker, &b.outline, reterr);
    if (status != POL_OK)
        return status;
    pol_buffer_init(&b.scratch, LINE_MAX_BYTES);
    add_page(&b, worker->site);
    pol_buffer_spend(&b.scratch, b.buffer);
    return POL_OK;
}
