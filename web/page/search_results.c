/* search_results.c - the results as a list in tiers, what is said about them, further pages,
 * and the same results in other forms.
 *
 * Classes: understood, notes, spelling, hidden, toggles, tier, count, hits, pages, exports. Ids:
 * tier-CODE. */
#include <stdio.h>

#include "search/render/parts.h"
#include "web/page/search.h"

/* --- what is said ------------------------------------------------------------------------- */

static void add_understood(pol_view *view)
{
    const pol_results *results = view->results;
    if (!results->asks_nothing)
        POL_HTML(view->buffer, "<p class=\"understood\">Understood as: $</p>\n",
                 results->understood);
    if (results->note_count == 0)
        return;
    pol_html_add(view->buffer, "<ul class=\"notes\">\n");
    for (size_t i = 0; i < results->note_count; i++)
        POL_HTML(view->buffer, "<li>Note: $</li>\n", pol_span_of(results->notes[i]));
    if (results->is_read)
        POL_HTML(view->buffer,
                 "<li><a href=\"$\">Search for the words as they were typed</a></li>\n",
                 pol_view_url(view, "/search", &(pol_ask_change){.spelling = "typed"}));
    pol_html_add(view->buffer, "</ul>\n");
}

/* Words that are nowhere, and what may have been meant. */
static void add_spelling(pol_view *view)
{
    const pol_results *results = view->results;
    size_t unknown = results->lacks_words ? 0 : results->unknown_word_count; /* said above */
    if (unknown == 0 && results->suggestion.size == 0)
        return;
    pol_html_add(view->buffer, "<p class=\"spelling\">");
    for (size_t i = 0; i < unknown; i++)
        POL_HTML(view->buffer, i ? ", ‘$’" : "Not in any document: ‘$’", results->unknown_words[i]);
    pol_html_add(view->buffer, unknown ? ". " : "");
    if (results->corrected.size)
        POL_HTML(view->buffer, "<a href=\"$\">Search for it as it was typed</a>",
                 pol_view_url(view, "/search", &(pol_ask_change){.spelling = "typed"}));
    if (results->suggestion.size)
        POL_HTML(view->buffer, "Did you mean <a href=\"$\">$</a>?",
                 pol_view_url(view, "/search", &(pol_ask_change){.query = results->suggestion}),
                 results->suggestion);
    pol_html_add(view->buffer, "</p>\n");
}

/* A filter on decision hides what states none; the link shows just these. */
static void add_hidden(pol_view *view)
{
    uint32_t hidden = view->results->hidden_not_stated;
    pol_ask without = *view->ask, with = {0};
    if (hidden == 0)
        return;
    with = without;
    with.filter_count = 0;
    for (size_t i = 0; i < without.filter_count; i++)
        if (without.filters[i].field != POL_FIELD_DECISION)
            with.filters[with.filter_count++] = without.filters[i];
    pol_buffer_clear(&view->scratch);
    pol_ask_add_url(&with, "/search",
                    &(pol_ask_change){.adds_filter = true,
                                      .field = POL_FIELD_DECISION,
                                      .value = POL_SPAN("unknown")},
                    &view->scratch);
    pol_html_add(view->buffer, "<p class=\"hidden\">");
    pol_words_add_count(view->buffer, hidden, "further match is", "further matches are");
    pol_html_add(view->buffer, " hidden, as the text does not state a decision. ");
    if (with.filter_count < without.filter_count)
        POL_HTML(view->buffer, "<a href=\"$\">Show what has no stated decision</a>",
                 pol_buffer_span(&view->scratch));
    else
        pol_html_add(view->buffer, "Search with decision:unknown to see them.");
    pol_html_add(view->buffer, "</p>\n");
}

void pol_view_add_summary(pol_view *view)
{
    add_understood(view);
    add_spelling(view);
    pol_view_add_hint(view);
    add_hidden(view);
}

/* --- the list ------------------------------------------------------------------------------- */

static void add_toggle(pol_view *view, bool is_on, const char *words, pol_ask_change change)
{
    POL_HTML(view->buffer, "<li><a href=\"$\"", pol_view_url(view, "/search", &change));
    POL_HTML(view->buffer, is_on ? " aria-current=\"true\">$</a></li>\n" : ">$</a></li>\n",
             pol_span_of(words));
}

static void add_toggles(pol_view *view)
{
    bool is_grouped = view->ask->is_grouped;
    if (view->ask->query.size == 0)
        return;
    pol_html_add(view->buffer, "<ul class=\"toggles\" aria-label=\"How results are listed\">\n");
    add_toggle(view, !is_grouped, "Each passage", (pol_ask_change){.group = "none"});
    add_toggle(view, is_grouped, "Grouped by motion", (pol_ask_change){.group = "motion"});
    POL_HTML(view->buffer, "<li><a href=\"$\">As a timeline</a></li>\n",
             pol_view_url(view, "/timeline", NULL));
    pol_html_add(view->buffer, "</ul>\n");
}

static const char *tier_words(const pol_view *view, pol_tier tier)
{
    bool has_words = view->ask->query.size && view->ask->match == POL_MATCH_ANY;
    if (tier == POL_TIER_ANY && !has_words)
        return "Documents";
    return pol_part_tier(view->results, tier);
}

static void open_tier(pol_view *view, pol_tier tier, size_t rank)
{
    const pol_results *results = view->results;
    char digits[POL_DIGITS_SIZE], start[POL_DIGITS_SIZE];
    pol_span code = pol_span_of(pol_tier_code(tier));
    POL_HTML(view->buffer,
             "<section class=\"tier\" aria-labelledby=\"tier-$\">\n<h2 id=\"tier-$\">$", code, code,
             pol_span_of(tier_words(view, tier)));
    if (results->tier_totals[tier])
        POL_HTML(view->buffer, " <span class=\"count\">($$)</span>",
                 pol_span_of(results->total_is_exact ? "" : "about "),
                 pol_html_number(results->tier_totals[tier], digits));
    snprintf(start, sizeof start, "%zu", rank);
    POL_HTML(view->buffer, "</h2>\n<ol class=\"hits\" start=\"$\">\n", pol_span_of(start));
}

/* Hits of one document that stand together are shown below its title. */
static size_t run_of(const pol_results *results, size_t first)
{
    size_t count = 1;
    while (first + count < results->hit_count && pol_part_is_same(results, first + count))
        count++;
    return count;
}

void pol_view_add_hits(pol_view *view)
{
    const pol_results *results = view->results;
    size_t rank = results->offset + 1, count = 0;
    if (results->hit_count == 0) {
        POL_HTML(view->buffer,
                 "<h2>Nothing further</h2>\n<p>There are no results on this page. <a "
                 "href=\"$\">Go to the first page of results</a></p>\n",
                 pol_view_url(view, "/search", NULL));
        return;
    }
    add_toggles(view);
    for (size_t i = 0; i < results->hit_count; i += count) {
        bool is_new = i == 0 || results->hits[i].tier != results->hits[i - 1].tier;
        if (is_new && i)
            pol_html_add(view->buffer, "</ol>\n</section>\n");
        if (is_new)
            open_tier(view, results->hits[i].tier, rank);
        count = run_of(results, i);
        pol_view_add_hit(view, &results->hits[i], count);
        rank += results->is_grouped ? 1 : count;
    }
    pol_html_add(view->buffer, "</ol>\n</section>\n");
}

/* Where all of several words find little, any of them may find what was meant; and back. */
void pol_view_add_looser(pol_view *view)
{
    const pol_results *results = view->results;
    pol_span query = view->ask->query;
    bool has_words = pol_span_find(query, POL_SPAN(" "), 0) != (size_t)-1 &&
                     pol_span_find(query, POL_SPAN("\""), 0) == (size_t)-1;
    bool is_any = view->ask->match == POL_MATCH_ANY;
    bool is_little = results->total <= view->ask->limit && !results->tier_totals[POL_TIER_PARTIAL];
    if (!has_words || results->is_read || (!is_any && !is_little))
        return;
    POL_HTML(view->buffer, "<p class=\"more\"><a href=\"$\">$</a></p>\n",
             pol_view_url(view, "/search", &(pol_ask_change){.match = is_any ? "all" : "any"}),
             is_any ? POL_SPAN("Only what has all of these words")
                    : POL_SPAN("More: what has any of these words"));
}

/* --- further pages -------------------------------------------------------------------------- */

static size_t last_page(const pol_view *view)
{
    size_t pages = (view->results->total + view->ask->limit - 1) / view->ask->limit;
    size_t most = POL_ASK_OFFSET_MAX / view->ask->limit + 1;
    return pages < most ? pages : most;
}

/* `words` absent: its number. */
static void add_page_link(pol_view *view, size_t page, const char *words, const char *markup)
{
    pol_ask_change change = {.page = page};
    char digits[POL_DIGITS_SIZE];
    POL_HTML(view->buffer, "<li><a href=\"$\"", pol_view_url(view, "/search", &change));
    pol_html_add(view->buffer, markup);
    POL_HTML(view->buffer, ">$$</a></li>\n", pol_span_of(words ? words : "Page "),
             words ? POL_SPAN("") : pol_html_number(page, digits));
}

void pol_view_add_pages(pol_view *view)
{
    enum { AROUND = 2 };
    size_t here = view->ask->page, last = last_page(view);
    char digits[POL_DIGITS_SIZE];
    if (last < 2 || view->results->hit_count == 0)
        return;
    pol_html_add(view->buffer, "<nav class=\"pages\" aria-label=\"Pages of results\">\n<ul>\n");
    if (here > 1)
        add_page_link(view, here - 1, "Previous page", " rel=\"prev\"");
    for (size_t page = 1; page <= last; page++) {
        bool is_near = page + AROUND >= here && page <= here + AROUND;
        if (page == here)
            POL_HTML(view->buffer, "<li><span aria-current=\"page\">Page $</span></li>\n",
                     pol_html_number(page, digits));
        else if (is_near || page == 1)
            add_page_link(view, page, NULL, "");
    }
    if (here < last)
        add_page_link(view, here + 1, "Next page", " rel=\"next\"");
    pol_html_add(view->buffer, "</ul>\n</nav>\n");
}

/* --- other forms ---------------------------------------------------------------------------- */

/* Files and feeds hold far more than a page, and begin at the first result. */
static void add_export(pol_view *view, const char *path, const char *format, size_t page,
                       const char *words)
{
    pol_span url = pol_view_url(view, path, &(pol_ask_change){.page = page});
    bool has_parameters = pol_span_find(url, POL_SPAN("?"), 0) != (size_t)-1;
    POL_HTML(view->buffer, "<li><a href=\"$$$\">$</a></li>\n", url,
             pol_span_of(!format[0]       ? ""
                         : has_parameters ? "&format="
                                          : "?format="),
             pol_span_of(format), pol_span_of(words));
}

void pol_view_add_exports(pol_view *view)
{
    char digits[POL_DIGITS_SIZE];
    pol_html_add(view->buffer,
                 "<div class=\"exports\">\n<h2>Save or follow these results</h2>\n<ul>\n");
    add_export(view, "/api/v1/search", "csv", 1, "Table for spreadsheets (CSV)");
    add_export(view, "/search.atom", "", 1, "Feed of new results (Atom)");
    add_export(view, "/api/v1/search", "", view->ask->page, "As JSON");
    add_export(view, "/api/v1/search", "jsonl", 1, "As JSON Lines");
    pol_html_add(view->buffer, "</ul>\n");
    if (view->results->total > POL_COUNT_MAX)
        POL_HTML(view->buffer,
                 "<p class=\"hint\">A table has the first $ results: narrow the search for the "
                 "rest.</p>\n",
                 pol_html_number(POL_COUNT_MAX, digits));
    pol_html_add(view->buffer, "</div>\n");
}
