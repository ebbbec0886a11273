/* search_form.c - the search box and the fields that belong to it, and what is filtered by.
 *
 * Fields for years and order stand elsewhere on the page and belong to the same form by their
 * attribute `form`, so that they and the box are always sent together.
 *
 * Classes: search-form, large (with it), search-line, hint, complaint, button, years, field, order,
 * apply, chosen, chip, clear, visually-hidden. Ids: search-form, q, from, to, sort, complaint. */
#include <stdio.h>

#include "web/page/search.h"

/* Is the complaint about this parameter? It begins with its name. */
static bool is_about(const pol_view *view, const char *name)
{
    char start[32];
    if (!view->complaint)
        return false;
    snprintf(start, sizeof start, "%s must ", name);
    return pol_span_starts(pol_span_of(view->complaint), pol_span_of(start));
}

/* Nothing else shows it: then it stands at the box. */
static bool is_about_box(const pol_view *view)
{
    return view->complaint && !is_about(view, "from") && !is_about(view, "to");
}

/* At the field of a year its name needs no saying. */
static void add_complaint(pol_view *view)
{
    pol_span words = pol_span_of(view->complaint);
    size_t must = is_about_box(view) ? (size_t)-1 : pol_span_find(words, POL_SPAN(" must "), 0);
    pol_html_add(view->buffer, "<p class=\"complaint\" id=\"complaint\" role=\"alert\">");
    if (must == (size_t)-1)
        POL_HTML(view->buffer, "$.</p>\n", words);
    else
        POL_HTML(view->buffer, "This$.</p>\n", pol_span_from(words, must));
}

static void add_marks(pol_view *view, bool is_wrong)
{
    if (is_wrong)
        pol_html_add(view->buffer, " aria-invalid=\"true\" aria-describedby=\"complaint\"");
}

/* --- the box ------------------------------------------------------------------------------ */

static void add_hidden(pol_view *view, const char *name, pol_span value)
{
    POL_HTML(view->buffer, "<input type=\"hidden\" name=\"$\" value=\"$\">\n", pol_span_of(name),
             value);
}

/* All that is asked for and has no field that shows it. */
static void add_kept(pol_view *view)
{
    const pol_ask *ask = view->ask;
    char digits[32];
    for (size_t i = 0; i < ask->filter_count; i++)
        add_hidden(view, pol_field_info_of(ask->filters[i].field)->name, ask->filters[i].value);
    if (ask->is_grouped)
        add_hidden(view, "group", POL_SPAN("motion"));
    if (ask->match == POL_MATCH_ANY)
        add_hidden(view, "match", POL_SPAN("any"));
    if (ask->limit != POL_ASK_LIMIT_DEFAULT) {
        snprintf(digits, sizeof digits, "%zu", ask->limit);
        add_hidden(view, "limit", pol_span_of(digits));
    }
}

void pol_view_add_box(pol_view *view, bool is_large)
{
    POL_HTML(view->buffer,
             "<form class=\"search-form$\" id=\"search-form\" role=\"search\" "
             "action=\"/search\">\n<label for=\"q\">Search motions and articles</label>\n"
             "<div class=\"search-line\"><input type=\"search\" id=\"q\" name=\"q\" value=\"$\" "
             "maxlength=\"4096\" autocomplete=\"off\" spellcheck=\"true\"",
             pol_span_of(is_large ? " large" : ""), view->ask->query);
    add_marks(view, is_about_box(view));
    pol_html_add(view->buffer,
                 ">\n<button class=\"button\" type=\"submit\">Search</button></div>\n");
    if (is_about_box(view))
        add_complaint(view);
    add_kept(view);
    pol_html_add(view->buffer, "</form>\n");
}

/* --- what is filtered by ------------------------------------------------------------------- */

static void add_chip(pol_view *view, const char *words, pol_span value, pol_ask_change change)
{
    POL_HTML(view->buffer,
             "<li class=\"chip\"><a href=\"$\"><span class=\"visually-hidden\">Remove the filter "
             "</span>$: $</a></li>\n",
             pol_view_url(view, "/search", &change), pol_span_of(words), value);
}

static void add_years_chip(pol_view *view)
{
    const pol_ask *ask = view->ask;
    pol_buffer words;
    pol_ask range = *ask;
    if (!ask->year_range.data)
        return;
    pol_buffer_init(&words, 64);
    if (ask->year_from.data)
        pol_buffer_printf(&words, "from %.*s", POL_SPAN_ARGS(ask->year_from));
    if (ask->year_to.data)
        pol_buffer_printf(&words, "%sto %.*s", words.size ? " " : "", POL_SPAN_ARGS(ask->year_to));
    range.year_from = range.year_to = (pol_span){0}; /* single years chosen beside it stay */
    pol_buffer_clear(&view->scratch);
    pol_ask_add_url(&range, "/search", &(pol_ask_change){0}, &view->scratch);
    POL_HTML(view->buffer,
             "<li class=\"chip\"><a href=\"$\"><span class=\"visually-hidden\">Remove the filter "
             "</span>Years: $</a></li>\n",
             pol_buffer_span(&view->scratch), pol_buffer_span(&words));
    pol_buffer_spend(&words, view->buffer);
}

void pol_view_add_chosen(pol_view *view)
{
    const pol_ask *ask = view->ask;
    size_t count = ask->filter_count + (ask->year_range.data != NULL);
    if (count == 0)
        return;
    pol_html_add(view->buffer, "<div class=\"chosen\">\n<h2>Filters in use</h2>\n<ul>\n");
    for (size_t i = 0; i < ask->filter_count; i++) {
        const pol_search_filter *filter = &ask->filters[i];
        pol_span name = pol_span_of(pol_field_info_of(filter->field)->name);
        add_chip(view, pol_words_field(filter->field), pol_words_facet(name, filter->value),
                 (pol_ask_change){
                     .removes_filter = true, .field = filter->field, .value = filter->value});
    }
    add_years_chip(view);
    if (count > 1)
        POL_HTML(view->buffer, "<li class=\"clear\"><a href=\"$\">Remove all filters</a></li>\n",
                 pol_view_url(view, "/search", &(pol_ask_change){.removes_all = true}));
    pol_html_add(view->buffer, "</ul>\n</div>\n");
}

/* --- years and order ------------------------------------------------------------------------ */

/* As typed where it is wrong, as understood elsewhere. */
static void add_year(pol_view *view, const char *name, const char *words, pol_span understood)
{
    bool is_wrong = is_about(view, name);
    pol_span value = view->complaint ? pol_request_parameter(view->request, name) : understood;
    POL_HTML(view->buffer,
             "<div class=\"field\"><label for=\"$\">$</label>\n"
             "<input form=\"search-form\" id=\"$\" name=\"$\" value=\"$\" inputmode=\"numeric\" "
             "maxlength=\"4\" size=\"4\" autocomplete=\"off\"",
             pol_span_of(name), pol_span_of(words), pol_span_of(name), pol_span_of(name),
             pol_span_first(value, 64));
    add_marks(view, is_wrong);
    pol_html_add(view->buffer, ">\n");
    if (is_wrong)
        add_complaint(view);
    pol_html_add(view->buffer, "</div>\n");
}

static void add_order(pol_view *view)
{
    static const struct {
        const char *value, *words;
    } orders[] = {
        {"relevance", "best match"}, {"newest", "newest first"}, {"oldest", "oldest first"}};
    pol_html_add(view->buffer, "<div class=\"field order\"><label for=\"sort\">Order</label>\n"
                               "<select form=\"search-form\" id=\"sort\" name=\"sort\">\n");
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
        POL_HTML(view->buffer, "<option value=\"$\"$>$</option>\n", pol_span_of(orders[i].value),
                 pol_span_of((size_t)view->ask->sort == i ? " selected" : ""),
                 pol_span_of(orders[i].words));
    pol_html_add(view->buffer, "</select></div>\n");
}

void pol_view_add_narrowing(pol_view *view)
{
    pol_html_add(view->buffer, "<fieldset class=\"years\">\n<legend>Years and order</legend>\n");
    add_year(view, "from", "From year", view->ask->year_from);
    add_year(view, "to", "To year", view->ask->year_to);
    add_order(view);
    pol_html_add(view->buffer, "<button class=\"button apply\" form=\"search-form\" "
                               "type=\"submit\">Apply</button>\n</fieldset>\n");
}
