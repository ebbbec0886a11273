/* search_start.c - the page before anything is asked: the box, searches that find something in
 * this index, and what it holds. Nothing here is written for one union: examples are titles,
 * conferences and decisions that are there.
 *
 * Classes: start, examples, holdings (a dl of div), browse-links. */
#include "web/page/search.h"

enum { TITLES_READ = 200, TITLES_SHOWN = 3, CONFERENCES_SHOWN = 2 };

/* --- examples ------------------------------------------------------------------------------- */

static void add_example(pol_view *view, pol_ask_change change, const char *before, pol_span what)
{
    POL_HTML(view->buffer, "<li><a href=\"$\">$$</a></li>\n",
             pol_view_url(view, "/search", &change), pol_span_of(before), what);
}

static bool has_operator(pol_span title)
{
    static const char *const operators[] = {" OR ", " AND ", " NOT ", " NEAR"};
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (pol_span_find(title, pol_span_of(operators[i]), 0) != (size_t)-1)
            return true;
    return false;
}

/* Bytes of a dash or an apostrophe that is no ASCII; 0 for others. */
static size_t wide_mark(pol_span text)
{
    bool is_mark = pol_span_starts(text, POL_SPAN("–")) || pol_span_starts(text, POL_SPAN("’"));
    return is_mark ? POL_SPAN("–").size : 0;
}

/* A few words, none of which means anything else to the query language: as a search they find at
 * least the document itself. Two words in capitals may be a person. */
static bool is_plain(const pol_listed *entry)
{
    enum { BYTES_MIN = 6, BYTES_MAX = 60 };
    pol_span title = entry->display_title;
    size_t spaces = 0;
    bool has_small_word = false;
    if (entry->title_is_opening || title.size < BYTES_MIN || title.size > BYTES_MAX)
        return false;
    for (size_t i = 0; i < title.size; i++) {
        char c = title.data[i];
        bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        bool is_inside = i && i + 1 < title.size && title.data[i - 1] != ' ';
        size_t wide = wide_mark(pol_span_from(title, i));
        if (!is_letter && c != ' ' && !(is_inside && c && strchr("-',&", c)) && !wide)
            return false;
        i += wide ? wide - 1 : 0;
        spaces += c == ' ';
        has_small_word = has_small_word || (i && title.data[i - 1] == ' ' && c >= 'a' && c <= 'z');
    }
    return spaces >= (has_small_word ? 1 : 2) && !has_operator(title);
}

static const pol_outline_conference *largest(const pol_outline *outline,
                                             const pol_outline_conference *but)
{
    const pol_outline_conference *found = NULL;
    for (size_t i = 0; i < outline->conference_count; i++) {
        const pol_outline_conference *each = &outline->conferences[i];
        if (each != but && (!found || each->documents > found->documents))
            found = each;
    }
    return found;
}

/* Some of the plain ones, from all over the list. */
static void choose_titles(pol_view *view, const pol_listing *listing)
{
    const pol_listed *plain[TITLES_READ];
    size_t count = 0;
    for (size_t i = 0; i < listing->count; i++) {
        const pol_listed *entry = &listing->entries[i];
        bool is_new =
            count == 0 || !pol_span_equal(entry->display_title, plain[count - 1]->display_title);
        if (is_plain(entry) && is_new)
            plain[count++] = entry;
    }
    size_t shown = count < TITLES_SHOWN ? count : TITLES_SHOWN;
    for (size_t i = 0; i < shown; i++) {
        pol_span title = plain[i * count / shown]->display_title;
        add_example(view, (pol_ask_change){.query = title}, "", title);
    }
}

/* Titles of the newest documents of the largest conference, or of any. */
static pol_status add_titles(pol_view *view, const pol_outline_conference *conference,
                             pol_error *reterr)
{
    pol_listing *listing = NULL;
    pol_listing_options options = {.count = TITLES_READ};
    if (conference && conference->documents >= TITLES_READ / 10) /* a small one has too few */
        options.conference = conference->name;
    pol_status status = pol_listing_make(view->worker->index, &options, &listing, reterr);
    if (status == POL_OK)
        choose_titles(view, listing);
    pol_listing_free(listing);
    return status;
}

static void add_conferences(pol_view *view, const pol_outline *outline)
{
    const pol_outline_conference *conference = NULL;
    for (size_t shown = 0; shown < CONFERENCES_SHOWN; shown++) {
        conference = largest(outline, conference);
        if (!conference || conference->name.size == 0)
            return;
        pol_ask_change change = {
            .adds_filter = true, .field = POL_FIELD_CONFERENCE, .value = conference->name};
        add_example(view, change, "All of the ", conference->name);
    }
}

/* What most come for, and what no list of policy has. */
static void add_decisions(pol_view *view, const pol_outline *outline)
{
    static const struct {
        pol_decision decision; /* of which there must be some */
        const char *value, *words;
    } asked[] = {
        {POL_DECISION_CARRIED, "policy", "Everything that was carried, as amended or in part too"},
        {POL_DECISION_LOST, "lost", "Everything that was lost"},
        {POL_DECISION_NOT_REACHED, "not_reached", "Everything that was not reached"}};
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        for (size_t j = 0; j < outline->decision_count; j++)
            if (pol_decision_from_code(outline->decisions[j].value) == asked[i].decision)
                add_example(view,
                            (pol_ask_change){.adds_filter = true,
                                             .field = POL_FIELD_DECISION,
                                             .value = pol_span_of(asked[i].value)},
                            asked[i].words, POL_SPAN(""));
}

static pol_status add_examples(pol_view *view, const pol_outline *outline, pol_error *reterr)
{
    if (outline->documents == 0)
        return POL_OK;
    pol_html_add(view->buffer, "<section class=\"examples\" aria-labelledby=\"examples\">\n"
                               "<h2 id=\"examples\">For example</h2>\n<ul>\n");
    pol_status status = add_titles(view, largest(outline, NULL), reterr);
    add_conferences(view, outline);
    add_decisions(view, outline);
    pol_html_add(view->buffer, "<li><a href=\"/help\">How to search, with more examples</a></li>\n"
                               "</ul>\n</section>\n");
    return status;
}

/* --- what there is -------------------------------------------------------------------------- */

static void add_holding(pol_view *view, const char *name, uint64_t count)
{
    char digits[POL_DIGITS_SIZE];
    if (count)
        POL_HTML(view->buffer, "<div><dt>$</dt><dd>$</dd></div>\n", pol_span_of(name),
                 pol_html_number(count, digits));
}

static void add_years(pol_view *view, const pol_outline *outline)
{
    if (outline->year_count == 0)
        return;
    int last = outline->years[0].year, first = outline->years[outline->year_count - 1].year;
    pol_html_add(view->buffer, "<div><dt>Years</dt><dd>");
    pol_buffer_printf(view->buffer, first == last ? "%d" : "%d to %d", first, last);
    pol_html_add(view->buffer, "</dd></div>\n");
}

static void add_holdings(pol_view *view, const pol_outline *outline)
{
    pol_html_add(view->buffer, "<section aria-labelledby=\"holdings\">\n"
                               "<h2 id=\"holdings\">What is indexed</h2>\n"
                               "<dl class=\"holdings\">\n");
    add_holding(view, "Documents", outline->documents);
    add_holding(view, "Passages", outline->passages);
    add_holding(view, "Conferences", outline->conference_count);
    add_years(view, outline);
    if (outline->changed) {
        pol_html_add(view->buffer, "<div><dt>Last change</dt><dd>");
        pol_words_add_moment(view->buffer, outline->changed);
        pol_html_add(view->buffer, "</dd></div>\n");
    }
    pol_html_add(view->buffer,
                 "</dl>\n<ul class=\"browse-links\">\n"
                 "<li><a href=\"/browse\">Browse conferences and years</a></li>\n"
                 "<li><a href=\"/about\">About this collection</a></li>\n</ul>\n</section>\n");
}

pol_status pol_view_add_start(pol_view *view, pol_error *reterr)
{
    const pol_outline *outline;
    pol_status status = pol_worker_outline(view->worker, &outline, reterr);
    if (status != POL_OK)
        return status;
    pol_html_add(view->buffer, "<div class=\"start\">\n<h1>Search motions and what conference "
                               "decided on them</h1>\n");
    pol_view_add_box(view, true);
    pol_html_add(view->buffer, "<p class=\"hint\">Type a subject, or a number such as motion 12. "
                               "Words are found in any form; put “quotation marks” around exact "
                               "ones.</p>\n");
    if (outline->documents == 0)
        pol_html_add(view->buffer, "<p>The index is empty: there is nothing to find yet.</p>\n");
    status = add_examples(view, outline, reterr);
    add_holdings(view, outline);
    pol_html_add(view->buffer, "</div>\n");
    return status;
}
