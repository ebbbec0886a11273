/* history_test.c - a clause of an index to what was decided on it, when. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "draft/history.h"
#include "tests/unit/search/fixture.h"

static fixture fix;
static pol_index *index_;
static pol_error error;

static const char demand[] = "publish a handbook for branches on copper kettles and their lids";

static int open_index(void **state)
{
    (void)state;
    const fixture_document documents[] = {
        {.id = "new",
         .title = "Kettles again",
         .conference_name = "Kettle Conference",
         .year = 2021,
         .decision = POL_DECISION_LOST,
         .passages = {{.text = "Conference notes the price of tea.", .clause = POL_CLAUSE_NOTES},
                      {.text = demand, .clause = POL_CLAUSE_RESOLVES}}},
        {.id = "old",
         .title = "Kettles",
         .conference_name = "Kettle Conference",
         .year = 2011,
         .decision = POL_DECISION_CARRIED,
         .passages = {{.text = demand, .clause = POL_CLAUSE_RESOLVES},
                      {.text = demand, .clause = POL_CLAUSE_RESOLVES}}},
        {.id = "other",
         .title = "Meadows",
         .conference_name = "Kettle Conference",
         .year = 2015,
         .decision = POL_DECISION_CARRIED,
         .passages = {{.text = "sow clover where the railway was", .clause = POL_CLAUSE_RESOLVES}}},
    };
    fixture_open(&fix);
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++)
        fixture_add(&fix, &documents[i]);
    fixture_commit(&fix);
    assert_int_equal(pol_index_open(fix.index, &index_, &error), POL_OK);
    return 0;
}

static int close_index(void **state)
{
    (void)state;
    pol_index_free(index_);
    fixture_close(&fix);
    return 0;
}

static bool is_id(const pol_timeline_entry *entry, const char *id)
{
    return pol_span_equal(entry->hit->stored->document.id.text, pol_span_of(id));
}

static void test_a_clause_and_what_says_the_same(void **state)
{
    (void)state;
    pol_history *history = NULL;
    if (pol_history_find(index_, POL_SPAN("new#p2"), 0, &history, &error) != POL_OK)
        fail_msg("%s", error.text);
    assert_int_equal(history->passage->ordinal, 2);
    assert_true(pol_span_equal(history->stored->document.id.text, POL_SPAN("new")));
    assert_int_equal(history->timeline->entry_count, 2);
    assert_true(is_id(&history->timeline->entries[0], "old"));
    assert_true(is_id(&history->timeline->entries[1], "new"));
    assert_true(is_id(history->timeline->now, "old"));
    assert_int_equal(history->timeline->newer_count, 1);
    assert_true(history->timeline->entries[0].hit->highlight_count > 0);
    pol_history_free(history);
}

static void test_a_clause_that_stands_alone(void **state)
{
    (void)state;
    pol_history *history = NULL;
    assert_int_equal(pol_history_find(index_, POL_SPAN("other#p1"), 1000, &history, &error),
                     POL_OK);
    assert_int_equal(history->timeline->entry_count, 1);
    assert_true(is_id(&history->timeline->entries[0], "other"));
    pol_history_free(history);
}

static void test_places(void **state)
{
    (void)state;
    static const char *const clauses[] = {"a#p1", "a#b#p12", "#p7"};
    static const char *const none[] = {"",     "a",     "a#",    "a#p",          "a#p0",
                                       "a#q1", "a#p1x", "a#p1 ", "a#p9999999999"};
    for (size_t i = 0; i < sizeof clauses / sizeof *clauses; i++)
        assert_true(pol_history_names_clause(pol_span_of(clauses[i])));
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_false(pol_history_names_clause(pol_span_of(none[i])));
}

static void test_what_is_not_there(void **state)
{
    (void)state;
    pol_history *history = (pol_history *)&fix;
    assert_int_equal(pol_history_find(index_, POL_SPAN("new#p9"), 0, &history, &error),
                     POL_NOTFOUND);
    assert_null(history);
    assert_non_null(strstr(error.text, "'new' has no passage of that number"));
    assert_int_equal(pol_history_find(index_, POL_SPAN("nowhere#p1"), 0, &history, &error),
                     POL_NOTFOUND);
    pol_history_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_clause_and_what_says_the_same),
        cmocka_unit_test(test_a_clause_that_stands_alone),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_what_is_not_there),
    };
    return cmocka_run_group_tests(tests, open_index, close_index);
}
