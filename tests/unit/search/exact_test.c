/* exact_test.c - filters by a facet's printed value, the chart by year and decision, and searches
 * that run out of time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/schema.h"
#include "search/chart.h"
#include "search/plan/match.h"
#include "search/search.h"
#include "tests/unit/search/collection.h"

#define ODD              "Tea: \"Hot\", Cold & Co"
#define AT(name, number) .conference = #number " " name, .conference_name = name, .year = number
#define SAYS(text)       .passages = {{text, NULL, POL_CLAUSE_NOTES, POL_DECISION_NONE, 0}}

static const fixture_document documents[] = {
    {.id = "health",
     AT("Health Care Conference", 2014),
     SAYS("Conference notes tea."),
     .decision = POL_DECISION_CARRIED,
     .organisation = "Union"},
    {.id = "national",
     AT("National Health Care Conference", 2014),
     SAYS("Conference notes tea."),
     .decision = POL_DECISION_LOST,
     .organisation = "Union of Unions"},
    {.id = "odd", AT(ODD, 2015), SAYS("Conference notes tea."), .decision = POL_DECISION_CARRIED},
    {.id = "point",
     AT("Health Care Conference", 2015),
     .decision = POL_DECISION_CARRIED,
     .passages = {{"Conference notes tea.", NULL, POL_CLAUSE_NOTES, POL_DECISION_LOST, 0},
                  {"Conference notes more tea.", NULL, POL_CLAUSE_RESOLVES, POL_DECISION_NONE, 0}}},
    {.id = "press", .kind = POL_KIND_ARTICLE, .year = 2015, SAYS("Tea is cheap.")},
    {.id = "timeless", SAYS("Tea is old."), .decision = POL_DECISION_CARRIED},
};

static fixture fix;
static pol_index *lookup;

static int open_collection(void **state)
{
    (void)state;
    pol_error error;
    fixture_open(&fix);
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++)
        fixture_add(&fix, &documents[i]);
    fixture_commit(&fix);
    return pol_index_open(fix.index, &lookup, &error) != POL_OK;
}

static int close_collection(void **state)
{
    (void)state;
    pol_index_free(lookup);
    fixture_close(&fix);
    return 0;
}

static pol_results *find(const char *query, const pol_search_options *options)
{
    pol_results *results = NULL;
    pol_error error = {0};
    if (pol_search(lookup, pol_span_of(query), options, &results, &error) != POL_OK)
        fail_msg("'%s': %s", query, error.text);
    return results;
}

static int by_name(const void *left, const void *right)
{
    return pol_span_compare(*(const pol_span *)left, *(const pol_span *)right);
}

/* The documents of the hits, by id. */
static void expect(const char *query, const pol_search_filter *filters, size_t count,
                   const char *wanted)
{
    const pol_search_options options = {
        .count = 50, .is_grouped = true, .filters = filters, .filter_count = count};
    pol_results *results = find(query, &options);
    pol_span ids[50];
    size_t id_count = 0;
    pol_buffer text;
    pol_buffer_init(&text, 1 << 12);
    for (size_t i = 0; i < results->hit_count; i++)
        ids[id_count++] = results->hits[i].stored->document.id.text;
    qsort(ids, id_count, sizeof *ids, by_name);
    for (size_t i = 0; i < id_count; i++)
        if (i == 0 || !pol_span_equal(ids[i], ids[i - 1]))
            pol_buffer_printf(&text, "%s%.*s", text.size ? " " : "", POL_SPAN_ARGS(ids[i]));
    if (strcmp(text.size ? text.data : "", wanted) != 0)
        fail_msg("'%s'\nwanted %s\ngot    %s", query, wanted, text.size ? text.data : "");
    pol_buffer_done(&text);
    pol_results_free(results);
}

static pol_search_filter exact(pol_field field, const char *value)
{
    return (pol_search_filter){field, pol_span_of(value), true};
}

static void an_exact_value_is_the_whole_one(void **state)
{
    (void)state;
    static const struct {
        pol_field field;
        const char *value, *wanted;
    } cases[] = {
        {POL_FIELD_CONFERENCE, "Health Care Conference", "health point"},
        {POL_FIELD_CONFERENCE, "National Health Care Conference", "national"},
        {POL_FIELD_CONFERENCE, "health care conference", ""},
        {POL_FIELD_CONFERENCE, "Health Care", ""},
        {POL_FIELD_CONFERENCE, ODD, "odd"},
        {POL_FIELD_CONFERENCE, "2014 Health Care Conference", ""},
        {POL_FIELD_ORG, "Union", "health"},
        {POL_FIELD_YEAR, "2015", "odd point press"},
        {POL_FIELD_KIND, "article", "press"},
        {POL_FIELD_CLAUSE, "resolves", "point"},
        {POL_FIELD_DECISION, "carried", "health odd point timeless"},
        {POL_FIELD_DECISION, "lost", "national"}, /* not what a point alone was */
        {POL_FIELD_DECISION, "unknown", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pol_search_filter filter = exact(cases[i].field, cases[i].value);
        expect("tea", &filter, 1, cases[i].wanted);
        expect("", &filter, 1, cases[i].wanted); /* filters alone */
    }
}

static void of_one_field_any_of_several_all(void **state)
{
    (void)state;
    const pol_search_filter filters[] = {
        exact(POL_FIELD_CONFERENCE, "Health Care Conference"), exact(POL_FIELD_YEAR, "2014"),
        exact(POL_FIELD_CONFERENCE, ODD), exact(POL_FIELD_YEAR, "2015"),
        exact(POL_FIELD_DECISION, "carried")};
    expect("tea", filters, 1, "health point");
    expect("tea", filters, 2, "health");
    expect("tea", filters, 3, "health");
    expect("tea", filters, 5, "health odd point");
    expect("", filters, 5, "health odd point");
}

/* A facet narrows what was typed, even of the same field. */
static void exact_and_typed_both_hold(void **state)
{
    (void)state;
    pol_search_filter lost = exact(POL_FIELD_DECISION, "lost");
    pol_search_filter year = exact(POL_FIELD_YEAR, "2014");
    expect("tea decision:policy", NULL, 0, "health odd point timeless");
    expect("tea decision:carried", &lost, 1, "");
    expect("tea year:2014..2015", &year, 1, "health national");
    const pol_search_filter typed[] = {{POL_FIELD_DECISION, POL_SPAN("policy"), false},
                                       exact(POL_FIELD_YEAR, "2014")};
    expect("tea", typed, 2, "health");
}

static void values_that_cannot_be_are_refused(void **state)
{
    (void)state;
    static const struct {
        pol_field field;
        const char *value, *words;
    } cases[] = {
        {POL_FIELD_DECISION, "carryed", "carried_amended"},
        {POL_FIELD_DECISION, "policy", "not known"},
        {POL_FIELD_DECISION, "Carried", "not known"},
        {POL_FIELD_YEAR, "2014..2015", "four digits"},
        {POL_FIELD_YEAR, "14", "four digits"},
        {POL_FIELD_CONFERENCE, "", "needs a value"},
        {POL_FIELD_TITLE, "Tea", "no exact filter"},
        {POL_FIELD_ID, "health", "no exact filter"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pol_search_filter filter = exact(cases[i].field, cases[i].value);
        const pol_search_options options = {.count = 10, .filters = &filter, .filter_count = 1};
        pol_results *results = NULL;
        pol_error error = {0};
        assert_int_equal(pol_search(lookup, POL_SPAN("tea"), &options, &results, &error),
                         POL_USAGE);
        if (!strstr(error.text, cases[i].words))
            fail_msg("'%s': %s", cases[i].value, error.text);
        assert_null(results);
    }
}

static void it_is_said_in_words(void **state)
{
    (void)state;
    const pol_search_filter filters[] = {
        exact(POL_FIELD_CONFERENCE, "Health Care Conference"), exact(POL_FIELD_CONFERENCE, ODD),
        exact(POL_FIELD_ORG, "Union"), exact(POL_FIELD_DECISION, "carried_amended")};
    const pol_search_options options = {.count = 10, .filters = filters, .filter_count = 4};
    pol_results *results = find("tea", &options);
    assert_string_equal(results->understood.data,
                        "passages with ‘tea’, at ‘Health Care Conference’ or at ‘" ODD
                        "’, of ‘Union’, carried as amended");
    pol_results_free(results);
}

/* --- facets and chart ------------------------------------------------------------- */

/* What a facet counts is what its link finds. */
static void facets_lead_to_what_they_count(void **state)
{
    (void)state;
    const pol_search_options all = {.count = 50, .wants_facets = true};
    pol_results *results = find("tea", &all);
    assert_true(results->facet_count >= 6);
    for (size_t i = 0; i < results->facet_count; i++) {
        const pol_facet *facet = &results->facets[i];
        for (size_t j = 0; j < facet->value_count; j++) {
            const pol_search_filter filter = {pol_field_from_name(pol_span_of(facet->field)),
                                              facet->values[j].value, true};
            const pol_search_options one = {
                .count = 50, .is_grouped = true, .filters = &filter, .filter_count = 1};
            pol_results *found = find("tea", &one);
            assert_int_equal(found->total, facet->values[j].motions);
            pol_results_free(found);
        }
    }
    pol_results_free(results);
}

static void the_chart_counts_documents_by_year_and_decision(void **state)
{
    (void)state;
    int first = 0, last = 0;
    const pol_search_options options = {.count = 1, .wants_chart = true};
    pol_results *results = find("tea", &options);
    assert_int_equal(results->facet_count, 0);
    assert_int_equal(results->chart_count, 4);
    pol_chart_years(results, &first, &last);
    assert_int_equal(first, 2014);
    assert_int_equal(last, 2015);
    assert_int_equal(pol_chart_documents(results, 2014, POL_DECISION_CARRIED), 1);
    assert_int_equal(pol_chart_documents(results, 2014, POL_DECISION_LOST), 1);
    assert_int_equal(pol_chart_documents(results, 2015, POL_DECISION_CARRIED), 2);
    assert_int_equal(pol_chart_documents(results, 2015, POL_DECISION_NONE), 1); /* the article */
    assert_int_equal(pol_chart_documents(results, 0, POL_DECISION_CARRIED), 3);
    assert_int_equal(pol_chart_documents(results, 2015, POL_DECISION_COUNT), 3);
    pol_results_free(results);
    results = find("nothing of the kind", &options);
    assert_int_equal(results->chart_count, 0);
    pol_chart_years(results, &first, &last);
    assert_int_equal(first, 0);
    pol_results_free(results);
}

/* --- time ------------------------------------------------------------------------- */

static bool has_note(const pol_results *results, const char *words)
{
    for (size_t i = 0; i < results->note_count; i++)
        if (strstr(results->notes[i], words))
            return true;
    return false;
}

static void enough_time_changes_nothing(void **state)
{
    (void)state;
    pol_search_options options = {.count = 10, .timeout_ms = 60000, .wants_facets = true};
    pol_results *results = find("tea", &options);
    assert_int_equal(results->total, 7);
    assert_true(results->total_is_exact);
    assert_true(results->facets_are_exact);
    assert_false(results->has_timed_out);
    assert_false(has_note(results, "time"));
    assert_int_equal(lookup->deadline_ns, 0);
    pol_results_free(results);
}

/* Enough passages that no machine looks at all of them within a millisecond. */
static void a_search_that_runs_out_of_time_says_so(void **state)
{
    (void)state;
    enum { MANY = 60000 };
    static fixture_document one = {
        .title = "Tea", .year = 2014, SAYS("Tea and more tea, and tea again at tea time.")};
    fixture large;
    pol_index *index = NULL;
    pol_error error = {0};
    char id[16];
    fixture_open(&large);
    for (int i = 0; i < MANY; i++) {
        snprintf(id, sizeof id, "t%d", i);
        one.id = id;
        fixture_add(&large, &one);
    }
    fixture_commit(&large);
    assert_int_equal(pol_index_open(large.index, &index, &error), POL_OK);
    const pol_search_options options = {
        .count = 5, .timeout_ms = 1, .wants_facets = true, .wants_chart = true};
    pol_results *results = NULL;
    int64_t start = pol_match_clock();
    assert_int_equal(pol_search(index, POL_SPAN("tea time"), &options, &results, &error), POL_OK);
    assert_true(results->has_timed_out);
    assert_false(results->total_is_exact);
    assert_false(results->facets_are_exact);
    assert_true(has_note(results, "time for this search was over"));
    assert_true(results->hit_count > 0); /* what was met is shown */
    assert_true(results->total >= results->hit_count);
    assert_true(pol_match_clock() - start < INT64_C(5000000000));
    pol_results_free(results);
    const pol_search_options patient = {.count = 5};
    assert_int_equal(pol_search(index, POL_SPAN("tea time"), &patient, &results, &error), POL_OK);
    assert_int_equal(results->total, MANY);
    assert_true(results->total_is_exact);
    pol_results_free(results);
    pol_index_free(index);
    fixture_close(&large);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_exact_value_is_the_whole_one),
        cmocka_unit_test(of_one_field_any_of_several_all),
        cmocka_unit_test(exact_and_typed_both_hold),
        cmocka_unit_test(values_that_cannot_be_are_refused),
        cmocka_unit_test(it_is_said_in_words),
        cmocka_unit_test(facets_lead_to_what_they_count),
        cmocka_unit_test(the_chart_counts_documents_by_year_and_decision),
        cmocka_unit_test(enough_time_changes_nothing),
        cmocka_unit_test(a_search_that_runs_out_of_time_says_so),
    };
    return cmocka_run_group_tests_name("exact", tests, open_collection, close_collection);
}
