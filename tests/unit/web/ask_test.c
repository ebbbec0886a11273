/* ask_test.c - parameters to what is asked, and back to addresses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "web/ask.h"
#include "web/site.h"

static pol_arena arena;
static pol_request request;

static pol_status parse(const char *target, pol_ask *ask, pol_error *error)
{
    pol_request_headers headers = {0};
    pol_arena_done(&arena);
    pol_arena_init(&arena, POL_REQUEST_ARENA_MAX);
    assert_int_equal(
        pol_request_parse(POL_SPAN("GET"), pol_span_of(target), &headers, &arena, &request, error),
        POL_OK);
    return pol_ask_parse(&request, ask, error);
}

static pol_ask ask_of(const char *target)
{
    pol_ask ask;
    pol_error error = {0};
    if (parse(target, &ask, &error) != POL_OK)
        fail_msg("'%s': %s", target, error.text);
    return ask;
}

static void expect_url(const pol_ask *ask, pol_ask_change change, const char *expected)
{
    pol_buffer url;
    pol_buffer_init(&url, 1 << 16);
    pol_ask_add_url(ask, "/search", &change, &url);
    assert_int_equal(url.status, POL_OK);
    assert_string_equal(url.size ? url.data : "", expected);
    pol_buffer_done(&url);
}

static void test_defaults(void **state)
{
    (void)state;
    pol_ask ask = ask_of("/search");
    assert_true(pol_ask_is_empty(&ask));
    assert_non_null(ask.query.data);
    assert_int_equal(ask.page, 1);
    assert_int_equal(ask.limit, POL_ASK_LIMIT_DEFAULT);
    assert_int_equal(ask.sort, POL_SORT_RELEVANCE);
    assert_false(ask.is_grouped);
    expect_url(&ask, (pol_ask_change){0}, "/search");
}

/* A form sends all its fields. */
static void test_empty_values_are_none(void **state)
{
    (void)state;
    pol_ask ask = ask_of("/search?q=&decision=&from=&to=&sort=&page=&limit=&group=&x=1");
    assert_true(pol_ask_is_empty(&ask));
    ask = ask_of("/search?q=+&q=pay");
    assert_true(pol_span_equal(ask.query, POL_SPAN("pay")));
}

static void test_filters_are_sorted_and_once(void **state)
{
    (void)state;
    pol_ask ask = ask_of("/search?year=2014&decision=lost&decision=carried&decision=lost&q=pay");
    assert_int_equal(ask.filter_count, 3);
    assert_false(pol_ask_is_empty(&ask));
    expect_url(&ask, (pol_ask_change){0}, "/search?q=pay&decision=carried&decision=lost&year=2014");
}

static void test_facets_are_exact(void **state)
{
    (void)state;
    pol_ask ask = ask_of("/search?conference=Night+Conference&decision=policy&by=North&kind=motion"
                         "&clause=notes&org=Union&year=2014");
    pol_search_filter filters[POL_ASK_FILTERS_MAX + 1];
    pol_search_options options;
    pol_ask_options(&ask, filters, &options);
    assert_int_equal(options.timeout_ms, POL_QUERY_TIMEOUT_MS);
    assert_int_equal(options.filter_count, 7);
    for (size_t i = 0; i < options.filter_count; i++) {
        bool is_loose = filters[i].field == POL_FIELD_BY || filters[i].field == POL_FIELD_DECISION;
        assert_int_equal(filters[i].is_exact, !is_loose);
    }
    ask = ask_of("/search?decision=carried");
    assert_true(ask.filters[0].is_exact);
}

static void test_cut_answers_are_not_kept(void **state)
{
    (void)state;
    const pol_results whole = {0}, cut = {.has_timed_out = true};
    assert_int_equal(pol_ask_keeping(&whole), POL_KEEP_REVISION);
    assert_int_equal(pol_ask_keeping(&cut), POL_KEEP_NOT);
    assert_int_equal(pol_ask_keeping(NULL), POL_KEEP_REVISION);
}

static void test_years(void **state)
{
    (void)state;
    pol_search_filter filters[POL_ASK_FILTERS_MAX + 1];
    pol_search_options options;
    pol_ask ask = ask_of("/search?from=2015&to=2010&sort=newest&group=motion&match=any&page=3");
    assert_true(pol_span_equal(ask.year_range, POL_SPAN("2010..2015")));
    pol_ask_options(&ask, filters, &options);
    assert_int_equal(options.filter_count, 1);
    assert_false(filters[0].is_exact);
    assert_int_equal(options.first, 2 * POL_ASK_LIMIT_DEFAULT);
    assert_int_equal(options.sort, POL_SORT_NEWEST);
    assert_int_equal(options.match, POL_MATCH_ANY);
    assert_true(options.is_grouped);
    expect_url(&ask, (pol_ask_change){.page = 3},
               "/search?from=2010&to=2015&sort=newest&group=motion&match=any&page=3");
    ask = ask_of("/search?to=2010");
    assert_true(pol_span_equal(ask.year_range, POL_SPAN("..2010")));
    ask = ask_of("/search?from=2010");
    assert_true(pol_span_equal(ask.year_range, POL_SPAN("2010..")));
}

static void test_changes(void **state)
{
    (void)state;
    pol_ask ask = ask_of("/search?q=a%26b&decision=lost&year=2014&from=2010&page=2&limit=50");
    pol_span lost = POL_SPAN("lost");
    expect_url(&ask,
               (pol_ask_change){.adds_filter = true,
                                .field = POL_FIELD_CONFERENCE,
                                .value = POL_SPAN("A & B/C")},
               "/search?q=a%26b&conference=A%20%26%20B%2FC&decision=lost&year=2014&from=2010"
               "&limit=50");
    expect_url(&ask,
               (pol_ask_change){.removes_filter = true, .field = POL_FIELD_DECISION, .value = lost},
               "/search?q=a%26b&year=2014&from=2010&limit=50");
    expect_url(&ask, (pol_ask_change){.removes_field = true, .field = POL_FIELD_YEAR},
               "/search?q=a%26b&decision=lost&limit=50");
    expect_url(&ask, (pol_ask_change){.removes_all = true, .sort = "oldest", .group = "motion"},
               "/search?q=a%26b&sort=oldest&group=motion&limit=50");
    expect_url(&ask, (pol_ask_change){.removes_all = true, .query = POL_SPAN("")},
               "/search?limit=50");
    expect_url(&ask, (pol_ask_change){.removes_all = true, .query = POL_SPAN("x"), .page = 4},
               "/search?q=x&limit=50&page=4");
}

/* The text names the parameter and what it may be; nothing that was sent is repeated. */
static void test_bad_values(void **state)
{
    static const struct {
        const char *target, *says;
    } cases[] = {{"/search?from=20l5", "from must be a year"},
                 {"/search?to=99", "to must be a year"},
                 {"/search?year=0000", "year must be a year"},
                 {"/search?year=9999", "year must be a year"},
                 {"/search?decision=carryed", "decision must be carried, "},
                 {"/search?kind=%3Cscript%3E", "kind must be motion, "},
                 {"/search?clause=x", "clause must be preamble, "},
                 {"/search?standing=void", "standing must be current"},
                 {"/search?sort=date", "sort must be relevance, newest or oldest"},
                 {"/search?group=yes", "group must be motion or none"},
                 {"/search?match=some", "match must be all or any"},
                 {"/search?page=0", "page must be a number from 1 to"},
                 {"/search?page=-1", "page must be a number"},
                 {"/search?page=99999999999999999999", "page must be a number"},
                 {"/search?limit=101", "limit must be a number from 1 to 100"},
                 {"/search?limit=1e3", "limit must be a number"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pol_ask ask;
        pol_error error = {0};
        assert_int_equal(parse(cases[i].target, &ask, &error), POL_USAGE);
        if (!pol_span_starts(pol_span_of(error.text), pol_span_of(cases[i].says)))
            fail_msg("%s: %s", cases[i].target, error.text);
    }
}

static void test_bounds(void **state)
{
    pol_buffer target;
    pol_ask ask;
    pol_error error = {0};
    (void)state;
    pol_buffer_init(&target, POL_TARGET_MAX);
    pol_buffer_add_text(&target, "/search?q=");
    for (size_t i = 0; i <= POL_ASK_QUERY_MAX; i++)
        pol_buffer_add_byte(&target, 'a');
    assert_int_equal(parse(target.data, &ask, &error), POL_LIMIT);
    pol_buffer_clear(&target);
    pol_buffer_add_text(&target, "/search?");
    for (int i = 0; i <= POL_ASK_FILTERS_MAX; i++)
        pol_buffer_printf(&target, "&year=%d", 1900 + i);
    assert_int_equal(parse(target.data, &ask, &error), POL_LIMIT);
    pol_buffer_done(&target);
    ask = ask_of("/search?q=x&limit=100&page=101");
    assert_int_equal(ask.page, 101);
    assert_int_equal(parse("/search?q=x&limit=100&page=102", &ask, &error), POL_USAGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_empty_values_are_none),
        cmocka_unit_test(test_filters_are_sorted_and_once),
        cmocka_unit_test(test_facets_are_exact),
        cmocka_unit_test(test_cut_answers_are_not_kept),
        cmocka_unit_test(test_years),
        cmocka_unit_test(test_changes),
        cmocka_unit_test(test_bad_values),
        cmocka_unit_test(test_bounds),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    pol_arena_done(&arena);
    return failed;
}
