/* ask.c - see ask.h. One table has the filters' parameters, in the order that addresses have them;
 * filters are kept sorted by it, so that one question has one address. */
#include "web/ask.h"

#include <stdio.h>

#include "web/site.h"
#include "web/url.h"

typedef struct filter_name {
    const char *name;
    pol_field field;
    bool is_exact;      /* the value is a facet's */
    const char *may_be; /* for messages; NULL: any words */
} filter_name;

static const filter_name filter_names[] = {
    {"conference", POL_FIELD_CONFERENCE, true, NULL},
    {"decision", POL_FIELD_DECISION, true,
     "carried, carried_amended, carried_part, lost, fell, remitted, referred_back, withdrawn, "
     "composited, not_reached, deferred, out_of_order, unknown or policy"},
    {"kind", POL_FIELD_KIND, true,
     "motion, composite, amendment, emergency, rule_change, statement, article or other"},
    {"clause", POL_FIELD_CLAUSE, true,
     "preamble, notes, believes, resolves, amendment, rationale, article or other"},
    {"org", POL_FIELD_ORG, true, NULL},
    {"year", POL_FIELD_YEAR, true, "a year of four digits from 1800 to 2100"},
    {"by", POL_FIELD_BY, false, NULL},
    {"standing", POL_FIELD_STANDING, false, "current, superseded, lapsed or unstated"},
    {"number", POL_FIELD_NUMBER, false, NULL},
    {"source", POL_FIELD_SOURCE, false, NULL}};

enum { FILTER_NAMES = sizeof filter_names / sizeof *filter_names, RANGE_SIZE = 10 };

static const char *const sorts[] = {"relevance", "newest", "oldest", NULL};
static const char *const groups[] = {"none", "motion", NULL};
static const char *const matches[] = {"all", "any", NULL};
static const char *const spellings[] = {"corrected", "typed", NULL};

/* --- values ------------------------------------------------------------------------- */

static bool is_year(pol_span value)
{
    for (size_t i = 0; i < value.size; i++) {
        if (value.data[i] < '0' || value.data[i] > '9')
            return false;
    }
    return value.size == 4 && pol_span_compare(value, POL_SPAN("1800")) >= 0 &&
           pol_span_compare(value, POL_SPAN("2100")) <= 0;
}

static bool is_value(pol_field field, pol_span value)
{
    switch (field) {
    case POL_FIELD_DECISION:
        return pol_span_equal(value, POL_SPAN("policy")) ||
               pol_decision_from_code(value) != POL_DECISION_NONE;
    case POL_FIELD_KIND:
        return pol_kind_from_code(value) != POL_KIND_COUNT;
    case POL_FIELD_CLAUSE:
        return pol_clause_from_code(value) != POL_CLAUSE_COUNT;
    case POL_FIELD_STANDING:
        return pol_standing_from_code(value) != POL_STANDING_COUNT;
    case POL_FIELD_YEAR:
        return is_year(value);
    default:
        return true;
    }
}

/* The first that is not empty; an empty span where there is none. */
static pol_span given(const pol_request *request, const char *name)
{
    for (size_t i = 0; i < request->parameter_count; i++) {
        const pol_parameter *parameter = &request->parameters[i];
        pol_span value = pol_span_trim(parameter->value);
        if (value.size && pol_span_equal(parameter->name, pol_span_of(name)))
            return value;
    }
    return POL_SPAN("");
}

static pol_status parse_word(const pol_request *request, const char *name, const char *const *words,
                             const char *may_be, int *ret_which, pol_error *reterr)
{
    pol_span value = given(request, name);
    *ret_which = 0;
    if (value.size == 0)
        return POL_OK;
    for (int i = 0; words[i]; i++) {
        *ret_which = i;
        if (pol_span_equal(value, pol_span_of(words[i])))
            return POL_OK;
    }
    return pol_fail(reterr, POL_USAGE, 0, "%s must be %s", name, may_be);
}

static pol_status parse_number(const pol_request *request, const char *name, size_t max,
                               size_t *number, pol_error *reterr)
{
    pol_span value = given(request, name);
    if (value.size == 0)
        return POL_OK;
    size_t sum = 0;
    bool is_number = value.size <= 6;
    for (size_t i = 0; is_number && i < value.size; i++) {
        is_number = value.data[i] >= '0' && value.data[i] <= '9';
        sum = sum * 10 + (size_t)(value.data[i] - '0');
    }
    if (!is_number || sum < 1 || sum > max)
        return pol_fail(reterr, POL_USAGE, 0, "%s must be a number from 1 to %zu", name, max);
    *number = sum;
    return POL_OK;
}

static pol_status parse_year(const pol_request *request, const char *name, pol_span *ret_year,
                             pol_error *reterr)
{
    pol_span value = given(request, name);
    *ret_year = (pol_span){0};
    if (value.size && !is_year(value))
        return pol_fail(reterr, POL_USAGE, 0, "%s must be a year of four digits from 1800 to 2100",
                        name);
    if (value.size)
        *ret_year = value;
    return POL_OK;
}

/* --- filters ------------------------------------------------------------------------ */

static size_t place_of(pol_field field)
{
    size_t place = 0;
    while (place < FILTER_NAMES && filter_names[place].field != field)
        place++;
    return place;
}

static int compare(const pol_search_filter *a, const pol_search_filter *b)
{
    size_t place_a = place_of(a->field), place_b = place_of(b->field);
    if (place_a != place_b)
        return place_a < place_b ? -1 : 1;
    return pol_span_compare(a->value, b->value);
}

/* At its place; one that is there already is not added again. */
static pol_status insert(pol_ask *ask, pol_search_filter filter, pol_error *reterr)
{
    size_t at = ask->filter_count;
    while (at && compare(&ask->filters[at - 1], &filter) > 0)
        at--;
    if (at && compare(&ask->filters[at - 1], &filter) == 0)
        return POL_OK;
    if (ask->filter_count == POL_ASK_FILTERS_MAX)
        return pol_fail(reterr, POL_LIMIT, 0, "more than %d filters at once", POL_ASK_FILTERS_MAX);
    memmove(&ask->filters[at + 1], &ask->filters[at],
            (ask->filter_count - at) * sizeof *ask->filters);
    ask->filters[at] = filter;
    ask->filter_count++;
    return POL_OK;
}

static pol_search_filter filter_of(const filter_name *name, pol_span value)
{
    bool is_group = pol_span_equal(value, POL_SPAN("policy"));
    return (pol_search_filter){.field = name->field,
                               .value = value,
                               .is_exact = name->is_exact &&
                                           !(name->field == POL_FIELD_DECISION && is_group)};
}

static pol_status parse_filters(const pol_request *request, pol_ask *ask, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < request->parameter_count && status == POL_OK; i++) {
        pol_span value = pol_span_trim(request->parameters[i].value);
        size_t place = 0;
        while (place < FILTER_NAMES &&
               !pol_span_equal(request->parameters[i].name, pol_span_of(filter_names[place].name)))
            place++;
        if (place == FILTER_NAMES || value.size == 0)
            continue;
        const filter_name *name = &filter_names[place];
        if (!is_value(name->field, value))
            return pol_fail(reterr, POL_USAGE, 0, "%s must be %s", name->name, name->may_be);
        status = insert(ask, filter_of(name, value), reterr);
    }
    return status;
}

static pol_status parse_years(const pol_request *request, pol_ask *ask, pol_error *reterr)
{
    pol_status status = parse_year(request, "from", &ask->year_from, reterr);
    if (status == POL_OK)
        status = parse_year(request, "to", &ask->year_to, reterr);
    if (status != POL_OK || (!ask->year_from.data && !ask->year_to.data))
        return status;
    if (ask->year_from.data && ask->year_to.data &&
        pol_span_compare(ask->year_from, ask->year_to) > 0) {
        pol_span later = ask->year_from;
        ask->year_from = ask->year_to;
        ask->year_to = later;
    }
    char *range = pol_arena_alloc(request->arena, RANGE_SIZE);
    if (!range)
        return pol_fail(reterr, POL_NOMEM, 0, "no memory for the years of a search");
    size_t size = 0;
    if (ask->year_from.data)
        memcpy(range, ask->year_from.data, size = 4);
    memcpy(range + size, "..", 2);
    size += 2;
    if (ask->year_to.data) {
        memcpy(range + size, ask->year_to.data, 4);
        size += 4;
    }
    ask->year_range = pol_span_make(range, size);
    return POL_OK;
}

/* --- all ---------------------------------------------------------------------------- */

static pol_status parse_query(const pol_request *request, pol_ask *ask, pol_error *reterr)
{
    ask->query = given(request, "q");
    if (ask->query.size > POL_ASK_QUERY_MAX)
        return pol_fail(reterr, POL_LIMIT, 0, "the search is longer than %d characters",
                        POL_ASK_QUERY_MAX);
    return POL_OK;
}

static pol_status parse_view(const pol_request *request, pol_ask *ask, pol_error *reterr)
{
    int sort = 0, group = 0, match = 0, spelling = 0;
    pol_status status =
        parse_word(request, "sort", sorts, "relevance, newest or oldest", &sort, reterr);
    if (status == POL_OK)
        status = parse_word(request, "group", groups, "motion or none", &group, reterr);
    if (status == POL_OK)
        status = parse_word(request, "match", matches, "all or any", &match, reterr);
    if (status == POL_OK)
        status =
            parse_word(request, "spelling", spellings, "corrected or typed", &spelling, reterr);
    if (status == POL_OK)
        status = parse_number(request, "limit", POL_ASK_LIMIT_MAX, &ask->limit, reterr);
    if (status == POL_OK)
        status =
            parse_number(request, "page", POL_ASK_OFFSET_MAX / ask->limit + 1, &ask->page, reterr);
    ask->sort = (pol_sort)sort;
    ask->is_grouped = group == 1;
    ask->match = (pol_match)match;
    ask->keeps_spelling = spelling == 1;
    return status;
}

pol_status pol_ask_parse(const pol_request *request, pol_ask *ret_ask, pol_error *reterr)
{
    *ret_ask = (pol_ask){.query = POL_SPAN(""), .page = 1, .limit = POL_ASK_LIMIT_DEFAULT};
    pol_status status = parse_query(request, ret_ask, reterr);
    if (status == POL_OK)
        status = parse_filters(request, ret_ask, reterr);
    if (status == POL_OK)
        status = parse_years(request, ret_ask, reterr);
    if (status == POL_OK)
        status = parse_view(request, ret_ask, reterr);
    return status;
}

bool pol_ask_is_empty(const pol_ask *ask)
{
    return ask->query.size == 0 && ask->filter_count == 0 && !ask->year_range.data;
}

void pol_ask_options(const pol_ask *ask, pol_search_filter *filters,
                     pol_search_options *ret_options)
{
    size_t count = ask->filter_count;
    memcpy(filters, ask->filters, count * sizeof *filters);
    if (ask->year_range.data)
        filters[count++] = (pol_search_filter){.field = POL_FIELD_YEAR, .value = ask->year_range};
    *ret_options = (pol_search_options){.first = (ask->page - 1) * ask->limit,
                                        .count = ask->limit,
                                        .match = ask->match,
                                        .sort = ask->sort,
                                        .is_grouped = ask->is_grouped,
                                        .keeps_spelling = ask->keeps_spelling,
                                        .filters = filters,
                                        .filter_count = count,
                                        .timeout_ms = POL_QUERY_TIMEOUT_MS};
}

pol_keeping pol_ask_keeping(const pol_results *results)
{
    return results && results->has_timed_out ? POL_KEEP_NOT : POL_KEEP_REVISION;
}

/* --- addresses ---------------------------------------------------------------------- */

static bool is_kept(const pol_search_filter *filter, const pol_ask_change *change)
{
    if (change->removes_all || (change->removes_field && filter->field == change->field))
        return false;
    bool is_it = filter->field == change->field && pol_span_equal(filter->value, change->value);
    return !(change->removes_filter && is_it);
}

/* As asked and changed; a filter too many is left out. */
static void change_filters(const pol_ask *ask, const pol_ask_change *change, pol_ask *ret_changed)
{
    ret_changed->filter_count = 0;
    for (size_t i = 0; i < ask->filter_count; i++) {
        if (is_kept(&ask->filters[i], change))
            ret_changed->filters[ret_changed->filter_count++] = ask->filters[i];
    }
    bool removes_range =
        change->removes_all || (change->removes_field && change->field == POL_FIELD_YEAR);
    if (!removes_range) {
        ret_changed->year_from = ask->year_from;
        ret_changed->year_to = ask->year_to;
    }
    pol_search_filter added = {.field = change->field, .value = change->value};
    if (change->adds_filter && ret_changed->filter_count < POL_ASK_FILTERS_MAX)
        (void)insert(ret_changed, added, NULL);
}

static void add_word(pol_buffer *buffer, size_t *count, const char *name, const char *asked,
                     const char *changed, const char *default_word)
{
    const char *word = changed ? changed : asked;
    if (strcmp(word, default_word) != 0)
        pol_url_add_parameter(buffer, count, name, pol_span_of(word));
}

static void add_number(pol_buffer *buffer, size_t *count, const char *name, size_t number,
                       size_t default_number)
{
    char digits[32];
    if (number == 0 || number == default_number)
        return;
    snprintf(digits, sizeof digits, "%zu", number);
    pol_url_add_parameter(buffer, count, name, pol_span_of(digits));
}

void pol_ask_add_url(const pol_ask *ask, const char *path, const pol_ask_change *change,
                     pol_buffer *buffer)
{
    pol_ask changed = {0};
    size_t count = 0;
    change_filters(ask, change, &changed);
    pol_span query = change->query.data ? change->query : ask->query;
    pol_buffer_add_text(buffer, path);
    if (query.size)
        pol_url_add_parameter(buffer, &count, "q", query);
    for (size_t i = 0; i < changed.filter_count; i++)
        pol_url_add_parameter(buffer, &count, pol_field_info_of(changed.filters[i].field)->name,
                              changed.filters[i].value);
    if (changed.year_from.data)
        pol_url_add_parameter(buffer, &count, "from", changed.year_from);
    if (changed.year_to.data)
        pol_url_add_parameter(buffer, &count, "to", changed.year_to);
    add_word(buffer, &count, "sort", sorts[ask->sort], change->sort, sorts[0]);
    add_word(buffer, &count, "group", groups[ask->is_grouped], change->group, groups[0]);
    add_word(buffer, &count, "match", matches[ask->match], change->match, matches[0]);
    add_word(buffer, &count, "spelling", spellings[ask->keeps_spelling], change->spelling,
             spellings[0]);
    add_number(buffer, &count, "limit", ask->limit, POL_ASK_LIMIT_DEFAULT);
    add_number(buffer, &count, "page", change->page, 1);
}
