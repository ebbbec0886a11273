/* search_nothing.c - nothing was found: what was searched, and looser questions that do find
 * something, each with how much.
 *
 * Each is tried before it is offered, so their number and time are bounded. Classes: nothing,
 * looser. */
#include "web/page/search.h"

enum { TRIES_MAX = 20, TRY_TIMEOUT_MS = 300, WORDS_MAX = 6, DEPTH_MAX = 8 };

typedef struct looser {
    pol_view *view;
    const pol_ask *base; /* what is varied */
    const char *behind;  /* what is said of all of them */
    size_t tries;
    bool has_any;
    pol_status status;
    pol_error *reterr;
} looser;

/* --- trying --------------------------------------------------------------------------------- */

/* How many results, of those with all the words where there are any; 0 also where a value is no
 * good, which the other searches may drop. */
static uint32_t count_results(looser *state, const pol_ask *ask)
{
    pol_search_filter filters[POL_ASK_FILTERS_MAX + 1];
    pol_search_options options;
    pol_results *results = NULL;
    uint32_t total = 0;
    pol_ask_options(ask, filters, &options);
    options.first = 0;
    options.count = 1;
    options.only_ids = options.only_complete = true;
    options.timeout_ms = TRY_TIMEOUT_MS;
    pol_status status =
        pol_search(state->view->worker->index, ask->query, &options, &results, state->reterr);
    if (status == POL_OK)
        total = results->total;
    else if (status != POL_USAGE && status != POL_LIMIT)
        state->status = status;
    pol_results_free(results);
    return total;
}

/* `words` says what it is; `what` stands in quotation marks behind it, unless absent. */
static void try(looser *state, const pol_ask *ask, const char *words, pol_span what)
{
    pol_buffer *buffer = state->view->buffer;
    if (state->status != POL_OK || state->tries == TRIES_MAX || pol_ask_is_empty(ask))
        return;
    state->tries++;
    uint32_t total = count_results(state, ask);
    if (total == 0)
        return;
    if (!state->has_any)
        pol_html_add(buffer, "<h2>Looser searches that find something</h2>\n"
                             "<ul class=\"looser\">\n");
    state->has_any = true;
    pol_buffer_clear(&state->view->scratch);
    pol_ask_add_url(ask, "/search", &(pol_ask_change){0}, &state->view->scratch);
    POL_HTML(buffer, "<li><a href=\"$\">$", pol_buffer_span(&state->view->scratch),
             pol_span_of(words));
    if (what.data)
        POL_HTML(buffer, " ‘$’", what);
    POL_HTML(buffer, "</a>$: ", pol_span_of(state->behind));
    pol_words_add_count(buffer, total, "result", "results");
    pol_html_add(buffer, "</li>\n");
}

/* --- fewer filters -------------------------------------------------------------------------- */

static void drop_field(pol_ask *ask, pol_field field)
{
    size_t kept = 0;
    for (size_t i = 0; i < ask->filter_count; i++)
        if (ask->filters[i].field != field)
            ask->filters[kept++] = ask->filters[i];
    ask->filter_count = kept;
    if (field == POL_FIELD_YEAR)
        ask->year_from = ask->year_to = ask->year_range = (pol_span){0};
}

static pol_ask without_filters(const pol_ask *ask)
{
    pol_ask bare = *ask;
    bare.filter_count = 0;
    bare.year_from = bare.year_to = bare.year_range = (pol_span){0};
    return bare;
}

static void try_filters(looser *state)
{
    const pol_ask *ask = state->base;
    pol_ask bare = without_filters(ask);
    size_t dropped = 0;
    for (int field = 0; field < POL_FIELD_COUNT; field++) {
        pol_ask without = *ask;
        drop_field(&without, (pol_field)field);
        if (without.filter_count == ask->filter_count &&
            without.year_range.data == ask->year_range.data)
            continue;
        dropped++;
        try(state, &without, "Without the filter on",
            pol_span_of(pol_words_field((pol_field)field)));
    }
    if (dropped > 1)
        try(state, &bare, "Without any filter", (pol_span){0});
}

/* --- other words ---------------------------------------------------------------------------- */

/* Quotation marks, straight and curly, as spaces. */
static pol_span without_quotes(pol_span query, pol_arena *arena)
{
    static const pol_span marks[] = {{"\"", 1}, {"“", 3}, {"”", 3}};
    pol_span copy = pol_arena_copy(arena, query);
    bool has_any = false;
    for (size_t i = 0; copy.data && i < sizeof marks / sizeof *marks; i++) {
        for (size_t at = 0; (at = pol_span_find(copy, marks[i], at)) != (size_t)-1;) {
            memset((char *)copy.data + at, ' ', marks[i].size);
            has_any = true;
        }
    }
    return has_any ? pol_span_trim(copy) : (pol_span){0};
}

static size_t collect(const pol_node *node, pol_span *words, size_t count, int depth)
{
    if (!node || depth > DEPTH_MAX || node->type == POL_NODE_NOT || node->type == POL_NODE_FIELD ||
        node->type == POL_NODE_LABEL)
        return count;
    if (node->type == POL_NODE_WORD) {
        bool is_new = !node->is_stop_word && count < WORDS_MAX;
        for (size_t i = 0; is_new && i < count; i++)
            is_new = !pol_span_equal_fold(words[i], node->typed);
        if (is_new)
            words[count++] = node->typed;
        return count;
    }
    for (size_t i = 0; i < node->child_count; i++)
        count = collect(node->children[i], words, count, depth + 1);
    return count;
}

/* Is there but one other word? All that is looser is the search for it. */
static bool is_one_left(const looser *state)
{
    return state->view->results->other_word_count == 1;
}

static void try_words(looser *state)
{
    const pol_ask *ask = state->base;
    pol_span words[WORDS_MAX];
    pol_query *query = NULL;
    pol_status status = pol_query_parse_with(state->view->worker->index->analyser, ask->query,
                                             false, &query, state->reterr);
    if (status != POL_OK) {
        state->status = status;
        return;
    }
    size_t count = state->view->results->is_read ? 0 : collect(pol_query_root(query), words, 0, 0);
    for (size_t i = 0; count > 1 && !is_one_left(state) && i < count; i++) {
        pol_ask one = *ask;
        one.query = words[i];
        try(state, &one, "Only the word", words[i]);
    }
    pol_query_free(query);
}

static void try_query(looser *state)
{
    const pol_ask *ask = state->base;
    pol_ask other = *ask;
    pol_span suggestion = state->view->results->suggestion;
    pol_span bare = without_quotes(ask->query, state->view->request->arena);
    if (suggestion.size) {
        other.query = suggestion;
        try(state, &other, "Spelt", suggestion);
    }
    other = *ask;
    other.query = state->view->results->rest;
    if (other.query.size)
        try(state, &other, "Only the other words:", other.query);
    other = *ask;
    if (bare.size) {
        other.query = bare;
        try(state, &other, "The words in any form and order:", bare);
    }
    other = *ask;
    other.match = POL_MATCH_ANY;
    if (!is_one_left(state) && ask->match == POL_MATCH_ALL && ask->query.size)
        try(state, &other, "Any of the words instead of all", (pol_span){0});
}

/* --- all ------------------------------------------------------------------------------------ */

static void add_searched(pol_view *view, const pol_outline *outline)
{
    pol_html_add(view->buffer, "<p>Searched: ");
    pol_words_add_count(view->buffer, outline->documents, "document", "documents");
    pol_html_add(view->buffer, " with ");
    pol_words_add_count(view->buffer, outline->passages, "passage", "passages");
    if (outline->conference_count) {
        pol_html_add(view->buffer, ", from ");
        pol_words_add_count(view->buffer, outline->conference_count, "conference", "conferences");
    }
    if (outline->year_count)
        pol_buffer_printf(view->buffer, ", %d to %d", outline->years[outline->year_count - 1].year,
                          outline->years[0].year);
    pol_html_add(view->buffer, ".</p>\n");
}

/* Where even these find nothing with the filters, without them. */
static void try_all(looser *state)
{
    pol_ask bare = without_filters(state->base);
    bool has_filters = state->base->filter_count || state->base->year_range.data;
    try_filters(state);
    try_query(state);
    try_words(state);
    if (state->has_any || !has_filters)
        return;
    state->base = &bare;
    state->behind = ", without any filter";
    try_query(state);
    try_words(state);
}

pol_status pol_view_add_nothing(pol_view *view, pol_error *reterr)
{
    const pol_outline *outline;
    looser state = {.view = view, .base = view->ask, .behind = "", .reterr = reterr};
    pol_status status = pol_worker_outline(view->worker, &outline, reterr);
    if (status != POL_OK)
        return status;
    pol_html_add(view->buffer, "<div class=\"nothing\">\n");
    if (view->results->asks_nothing)
        pol_html_add(view->buffer,
                     "<p>There is no word to search for. Type one or more words.</p>\n");
    add_searched(view, outline);
    if (!view->results->asks_nothing)
        try_all(&state);
    pol_html_add(view->buffer, state.has_any ? "</ul>\n" : "");
    pol_html_add(view->buffer,
                 "<h2>What else may help</h2>\n<ul>\n"
                 "<li>Fewer or other words, or the start of a word with a star: privat*</li>\n"
                 "<li><a href=\"/browse\">Browse conferences and years</a></li>\n"
                 "<li><a href=\"/help\">How to search</a></li>\n</ul>\n</div>\n");
    return state.status;
}
