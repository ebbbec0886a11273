/* search_facets.c - how many documents of the results have which decision, conference, ...:
 * each a link that adds it as a filter, or takes it away where it is one.
 *
 * Classes: facets, facet (one list), count, chosen-value, visually-hidden. */
#include "web/page/search.h"

/* Shown at once, and behind "more"; the rest is left to narrower searches. */
enum { SHOWN = 8, SHOWN_MAX = 60 };

static const struct {
    const char *field, *heading;
} headings[] = {{"decision", "Decision"},       {"year", "Year"}, {"conference", "Conference"},
                {"clause", "Part of the text"}, {"kind", "Kind"}, {"org", "Organisation"}};

static const pol_facet *facet_of(const pol_results *results, const char *field)
{
    for (size_t i = 0; i < results->facet_count; i++)
        if (strcmp(results->facets[i].field, field) == 0 && results->facets[i].value_count)
            return &results->facets[i];
    return NULL;
}

static bool is_chosen(const pol_ask *ask, pol_field field, pol_span value)
{
    for (size_t i = 0; i < ask->filter_count; i++)
        if (ask->filters[i].field == field && pol_span_equal(ask->filters[i].value, value))
            return true;
    return false;
}

/* What is chosen for a group of decisions gives way to one of the group, which is narrower. */
static bool replaces(const pol_view *view, pol_field field, bool removes)
{
    return field == POL_FIELD_DECISION && !removes &&
           is_chosen(view->ask, field, POL_SPAN("policy"));
}

static void add_value(pol_view *view, const pol_facet *facet, const pol_facet_count *value)
{
    char digits[POL_DIGITS_SIZE];
    pol_span name = pol_span_of(facet->field);
    pol_field field = pol_field_from_name(name);
    bool removes = is_chosen(view->ask, field, value->value);
    pol_ask_change change = {.adds_filter = !removes,
                             .removes_filter = removes,
                             .removes_field = replaces(view, field, removes),
                             .field = field,
                             .value = value->value};
    POL_HTML(view->buffer,
             removes ? "<li class=\"chosen-value\"><a href=\"$\" aria-current=\"true\">"
                       "<span class=\"visually-hidden\">Remove the filter </span>$ "
                     : "<li><a href=\"$\"><span class=\"visually-hidden\">Only </span>$ ",
             pol_view_url(view, "/search", &change), pol_words_facet(name, value->value));
    POL_HTML(view->buffer,
             "<span class=\"count\">$$</span><span class=\"visually-hidden\"> $</span></a></li>\n",
             pol_span_of(view->results->facets_are_exact ? "" : "about "),
             pol_html_number(value->motions, digits),
             pol_span_of(value->motions == 1 ? "document" : "documents"));
}

/* All that was carried, which no single decision counts: who chooses "carried" would miss what was
 * carried as amended. */
static void add_policy(pol_view *view, const pol_facet *facet)
{
    pol_facet_count all = {.value = POL_SPAN("policy")};
    size_t kinds = 0;
    for (size_t i = 0; i < facet->value_count; i++) {
        if (!pol_decision_is_policy(pol_decision_from_code(facet->values[i].value)))
            continue;
        all.motions += facet->values[i].motions;
        kinds++;
    }
    if (kinds < 2 && !is_chosen(view->ask, POL_FIELD_DECISION, all.value))
        return;
    add_value(view, facet, &all);
}

static void add_values(pol_view *view, const pol_facet *facet, size_t from, size_t to)
{
    pol_html_add(view->buffer, "<ul>\n");
    if (from == 0 && strcmp(facet->field, "decision") == 0)
        add_policy(view, facet);
    for (size_t i = from; i < to; i++)
        add_value(view, facet, &facet->values[i]);
    pol_html_add(view->buffer, "</ul>\n");
}

static void add_facet(pol_view *view, const pol_facet *facet, pol_span heading)
{
    size_t count = facet->value_count < SHOWN_MAX ? facet->value_count : SHOWN_MAX;
    size_t first = count <= SHOWN + 1 ? count : SHOWN; /* nothing to fold away for one */
    char digits[POL_DIGITS_SIZE];
    POL_HTML(view->buffer, "<div class=\"facet\">\n<h3>$</h3>\n", heading);
    add_values(view, facet, 0, first);
    if (first < count) {
        POL_HTML(view->buffer,
                 "<details>\n<summary>$ more<span class=\"visually-hidden\"> of: $</span>"
                 "</summary>\n",
                 pol_html_number(count - first, digits), heading);
        add_values(view, facet, first, count);
        pol_html_add(view->buffer, "</details>\n");
    }
    if (count < facet->value_count)
        POL_HTML(view->buffer, "<p class=\"hint\">$ more are not listed: narrow the search.</p>\n",
                 pol_html_number(facet->value_count - count, digits));
    pol_html_add(view->buffer, "</div>\n");
}

void pol_view_add_facets(pol_view *view)
{
    const pol_results *results = view->results;
    pol_html_add(view->buffer, "<div class=\"facets\">\n");
    if (results->facet_count)
        pol_html_add(view->buffer, "<p class=\"hint\">The numbers count documents.</p>\n");
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        const pol_facet *facet = facet_of(results, headings[i].field);
        if (facet)
            add_facet(view, facet, pol_span_of(headings[i].heading));
    }
    pol_html_add(view->buffer, "</div>\n");
}
