/* meeting_test.c - queries that are the name of a conference. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "search/meeting.h"
#include "search/search.h"
#include "tests/unit/search/fixture.h"

static fixture fix;
static pol_index *lookup;
static pol_error error;

static const fixture_document documents[] = {
    {.id = "ferries21",
     .conference = "2021 Harbour Conference",
     .conference_name = "Harbour Conference",
     .year = 2021,
     .decision = POL_DECISION_CARRIED,
     .passages = {{.text = "Ferries are late."}}},
    {.id = "quays21",
     .conference = "2021 Harbour Conference",
     .conference_name = "Harbour Conference",
     .year = 2021,
     .decision = POL_DECISION_LOST,
     .passages = {{.text = "Quays are wet."}}},
    {.id = "quays19",
     .conference = "2019 Harbour Conference",
     .conference_name = "Harbour Conference",
     .year = 2019,
     .passages = {{.text = "Quays are new."}}},
    {.id = "women21",
     .conference = "2021 Women’s Conference",
     .conference_name = "Women’s Conference",
     .year = 2021,
     .passages = {{.text = "The harbour conference of 2021 was wet."}},
     .head_terms = {"XAhc=harbour conference"}},
    {.id = "pilots21",
     .conference = "2021 Pilots and Tugs Service Group Conference",
     .conference_name = "Pilots and Tugs Service Group Conference",
     .year = 2021,
     .passages = {{.text = "Tugs are loud."}}},
};

static int open_documents(void **state)
{
    (void)state;
    lookup = fixture_of(&fix, documents, sizeof documents / sizeof *documents);
    return 0;
}

static int close_documents(void **state)
{
    (void)state;
    fixture_close(&fix);
    return 0;
}

static pol_results *find(const char *query, bool is_grouped)
{
    const pol_search_options options = {
        .count = 20, .only_complete = true, .is_grouped = is_grouped, .wants_facets = true};
    pol_results *results = NULL;
    if (pol_search(lookup, pol_span_of(query), &options, &results, &error) != POL_OK)
        fail_msg("'%s': %s", query, error.text);
    return results;
}

/* "conference: a b; passage: c#1" */
static void expect(const char *query, bool is_grouped, const char *wanted)
{
    pol_buffer found;
    pol_results *results = find(query, is_grouped);
    pol_buffer_init(&found, 1 << 12);
    for (size_t i = 0; i < results->hit_count; i++) {
        const pol_hit *hit = &results->hits[i];
        if (i == 0 || hit->tier != hit[-1].tier)
            pol_buffer_printf(&found, "%s%s:", i ? "; " : "", pol_tier_code(hit->tier));
        pol_buffer_printf(&found, " %.*s", POL_SPAN_ARGS(hit->stored->document.id.text));
        if (hit->passage)
            pol_buffer_printf(&found, "#%u", hit->passage->ordinal);
    }
    if (!pol_span_equal(pol_buffer_span(&found), pol_span_of(wanted)))
        fail_msg("'%s': found '%.*s', not '%s'", query, POL_SPAN_ARGS(pol_buffer_span(&found)),
                 wanted);
    pol_buffer_done(&found);
    pol_results_free(results);
}

static void its_documents_come_first(void **state)
{
    (void)state;
    expect("harbour conference 2021", false, "conference: ferries21 quays21; passage: women21#1");
    expect("2021 harbours conference", false, "conference: ferries21 quays21; passage: women21#1");
    expect("the Harbour Conference", false,
           "conference: ferries21 quays21 quays19; passage: women21#1");
    expect("women's conference", false, "conference: women21");
    expect("HC 2021", false, "conference: ferries21 quays21; passage: women21#1");
    expect("HC 2019", false, "conference: quays19");
    expect("pilots tugs 2021", false, "conference: pilots21");
    expect("harbour conference 2021", true, "conference: ferries21 quays21; passage: women21#1");
    expect("harbour conference 2021 decision:lost", false, "conference: quays21");
    expect("harbour conference year:2019", false, "conference: quays19");
    expect("harbour conference 2021 -decision:lost", false,
           "conference: ferries21; passage: women21#1");
    expect("harbour conference year:2019,2020", false, "conference: quays19");
}

static void what_is_no_name(void **state)
{
    (void)state;
    expect("conference", false, "passage: women21#1");
    expect("harbour 2021", false, "passage: women21#1"); /* one word and a year may be a subject */
    expect("harbour conference 1999", false, "partial: women21#1");
    expect("HC", false, "passage: women21#1"); /* all that it is short for, and no year */
    expect("wet HC 2021", false, "passage: women21#1");
    expect("wet conference 2021", false, "passage: women21#1");
    expect("harbour conference -wet", false, "");
    expect("\"harbour conference\"", false, "passage: women21#1");
    expect("harbour women conference", false, "partial: women21#1"); /* not all of one name */
}

/* More than are remembered one by one. */
static void none_of_many_comes_twice(void **state)
{
    (void)state;
    enum { MANY = 1200 };
    fixture large;
    char id[32];
    fixture_document document = {.id = id,
                                 .conference = "2021 Pier Conference",
                                 .conference_name = "Pier Conference",
                                 .year = 2021};
    const pol_search_options options = {.count = 1, .is_grouped = true};
    pol_results *results = NULL;
    pol_index *index = NULL;
    fixture_open(&large);
    for (int i = 0; i < MANY; i++) {
        snprintf(id, sizeof id, "pier-%d", i);
        document.passages[0].text = i % 100 ? "Tea." : "The pier conference of 2021.";
        fixture_add(&large, &document);
    }
    fixture_commit(&large);
    assert_int_equal(pol_index_open(large.index, &index, &error), POL_OK);
    assert_int_equal(pol_search(index, POL_SPAN("pier conference"), &options, &results, &error),
                     POL_OK);
    assert_int_equal(results->total, MANY);
    assert_true(results->total_is_exact);
    pol_results_free(results);
    pol_index_free(index);
    fixture_close(&large);
}

static void it_is_said(void **state)
{
    (void)state;
    pol_results *results = find("harbour conference 2021", false);
    pol_span wanted = POL_SPAN("documents at ‘Harbour Conference’, 2021 first, then passages with "
                               "‘harbour’, ‘conference’ and ‘2021’");
    if (!pol_span_equal(results->understood, wanted))
        fail_msg("%.*s", POL_SPAN_ARGS(results->understood));
    assert_int_equal(results->tier, POL_TIER_CONFERENCE);
    assert_int_equal(results->total, 3);
    assert_int_equal(results->tier_totals[POL_TIER_CONFERENCE], 2);
    assert_true(results->facet_count > 0);
    pol_results_free(results);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(its_documents_come_first),
        cmocka_unit_test(what_is_no_name),
        cmocka_unit_test(none_of_many_comes_twice),
        cmocka_unit_test(it_is_said),
    };
    return cmocka_run_group_tests_name("meetings", tests, open_documents, close_documents);
}
