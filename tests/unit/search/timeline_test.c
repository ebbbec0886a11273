/* timeline_test.c - what was found on a question in the order of time, and what is policy now. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "search/timeline.h"
#include "tests/unit/search/fixture.h"

static fixture fix;
static pol_index *index_;
static pol_error error;

static const pol_overlay superseded = {.standing = POL_STANDING_SUPERSEDED};
static const pol_overlay lapsed = {.standing = POL_STANDING_LAPSED};

#define PASSAGE(words) .passages = {{.text = (words), .clause = POL_CLAUSE_RESOLVES}}

static const fixture_document documents[] = {
    {.id = "b2012",
     .title = "Lids",
     .year = 2012,
     .decision = POL_DECISION_LOST,
     PASSAGE("Conference opposes kettle lids.")},
    {.id = "a2010",
     .title = "Kettles",
     .year = 2010,
     .date = {2010, 6, 2},
     .decision = POL_DECISION_CARRIED,
     .passages = {{.text = "The kettle kettle kettle is old.", .clause = POL_CLAUSE_NOTES},
                  {.text = "Conference demands a kettle in every room.",
                   .clause = POL_CLAUSE_RESOLVES,
                   .decision = POL_DECISION_LOST}}},
    {.id = "a2010early",
     .title = "Spouts",
     .year = 2010,
     .date = {2010, 1, 5},
     .decision = POL_DECISION_CARRIED,
     PASSAGE("Conference wants the spout of each kettle mended.")},
    {.id = "undated",
     .title = "When was it",
     .decision = POL_DECISION_CARRIED,
     PASSAGE("Conference wants a kettle of its own.")},
    {.id = "press",
     .title = "Kettle stolen",
     .kind = POL_KIND_ARTICLE,
     .year = 2016,
     .date = {2016, 8, 22},
     .passages = {{.text = "A kettle was stolen.", .clause = POL_CLAUSE_ARTICLE}}},
    {.id = "c2015",
     .title = "Copper",
     .year = 2015,
     .decision = POL_DECISION_CARRIED_AMENDED,
     PASSAGE("Conference wants a copper kettle.")},
    {.id = "c2015less",
     .title = "Handles",
     .year = 2015,
     .decision = POL_DECISION_CARRIED,
     PASSAGE("Conference has much to say on handles of wood, of bone and of brass, and on how each "
             "of them is to be fixed to a kettle so that it holds for all time.")},
    {.id = "d2018",
     .title = "Steel",
     .year = 2018,
     .decision = POL_DECISION_CARRIED,
     .overlay = &superseded,
     PASSAGE("Conference wants a steel kettle.")},
    {.id = "e2019",
     .title = "Iron",
     .year = 2019,
     .decision = POL_DECISION_CARRIED,
     .overlay = &lapsed,
     PASSAGE("Conference wants an iron kettle.")},
    {.id = "f2020",
     .title = "Amendment 1.1",
     .kind = POL_KIND_AMENDMENT,
     .year = 2020,
     .decision = POL_DECISION_CARRIED,
     PASSAGE("After kettle insert and a pot.")},
    {.id = "teapot",
     .title = "Teapots",
     .year = 2021,
     .decision = POL_DECISION_CARRIED,
     PASSAGE("Conference wants teapots with lids.")},
};

static int open_index(void **state)
{
    (void)state;
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

static pol_timeline *search(const char *query, size_t count)
{
    const pol_search_options options = {.count = count, .wants_chart = true};
    pol_timeline *timeline = NULL;
    if (pol_timeline_search(index_, pol_span_of(query), &options, &timeline, &error) != POL_OK)
        fail_msg("%s", error.text);
    return timeline;
}

static const char *id_of(const pol_timeline_entry *entry)
{
    return entry->hit->stored->document.id.text.data;
}

static bool is_id(const pol_timeline_entry *entry, const char *id)
{
    return pol_span_equal(entry->hit->stored->document.id.text, pol_span_of(id));
}

static void expect_ids(const pol_timeline *timeline, const char *const *ids)
{
    size_t count = 0;
    for (; ids[count]; count++) {
        if (count >= timeline->entry_count || !is_id(&timeline->entries[count], ids[count]))
            fail_msg("entry %zu is %.12s, not %s", count,
                     count < timeline->entry_count ? id_of(&timeline->entries[count]) : "(none)",
                     ids[count]);
        assert_true(pol_span_equal(timeline->found->hits[count].stored->document.id.text,
                                   pol_span_of(ids[count])));
    }
    assert_int_equal(timeline->entry_count, count);
    assert_int_equal(timeline->found->hit_count, count);
}

static void test_oldest_first_and_undated_last(void **state)
{
    (void)state;
    static const char *const ids[] = {"a2010early", "a2010",   "b2012", "c2015",
                                      "c2015less",  "press",   "d2018", "e2019",
                                      "f2020",      "undated", NULL};
    pol_timeline *timeline = search("kettle", 100);
    expect_ids(timeline, ids);
    assert_int_equal(timeline->left_out, 0);
    assert_false(timeline->is_partial);
    assert_int_equal(timeline->entries[9].year, 0);
    assert_true(timeline->found->chart_count > 0);
    pol_timeline_free(timeline);
}

/* The passage that asks for something stands for the motion, with its own decision. */
static void test_a_point_of_its_own_decision(void **state)
{
    (void)state;
    pol_timeline *timeline = search("kettle", 100);
    const pol_timeline_entry *entry = &timeline->entries[1];
    assert_int_equal(entry->hit->passage->ordinal, 2);
    assert_int_equal(entry->decision, POL_DECISION_LOST);
    assert_string_equal(entry->decision_words, "lost");
    assert_int_equal(timeline->entries[5].decision, POL_DECISION_NONE);
    assert_true(timeline->entries[6].is_past && timeline->entries[7].is_past);
    assert_false(timeline->entries[3].is_past);
    pol_timeline_free(timeline);
}

/* Not the superseded one, the lapsed one, the amendment, nor the one of no year. */
static void test_policy_now(void **state)
{
    (void)state;
    pol_buffer caution;
    pol_timeline *timeline = search("kettle", 100);
    assert_non_null(timeline->now);
    assert_true(is_id(timeline->now, "c2015"));
    assert_int_equal(timeline->newer_count, 3);
    pol_buffer_init(&caution, 4096);
    pol_timeline_add_caution(timeline, &caution);
    assert_non_null(strstr(caution.data, "3 newer documents were not carried"));
    pol_buffer_done(&caution);
    pol_timeline_free(timeline);
}

static void test_no_policy(void **state)
{
    (void)state;
    pol_timeline *timeline = search("kettle year:2018..2020", 100);
    assert_int_equal(timeline->entry_count, 3);
    assert_null(timeline->now);
    assert_non_null(strstr(pol_timeline_now_words(timeline), "nothing that was found is known"));
    pol_timeline_free(timeline);
}

/* Some of the words are not what was asked for, and so no answer to it. */
static void test_some_of_the_words(void **state)
{
    (void)state;
    pol_buffer summary;
    pol_timeline *timeline = search("copper teapots", 100);
    assert_true(timeline->entry_count > 0 && timeline->is_partial);
    assert_null(timeline->now);
    pol_buffer_init(&summary, 4096);
    pol_timeline_add_summary(timeline, &summary);
    assert_non_null(strstr(summary.data, "None has all the words"));
    pol_buffer_done(&summary);
    pol_timeline_free(timeline);
}

/* Of what is not listed the newest policy is named all the same. */
static void test_more_than_are_listed(void **state)
{
    (void)state;
    pol_timeline *timeline = search("kettle", 1);
    assert_int_equal(timeline->entry_count, 1);
    assert_int_equal(timeline->left_out, 9);
    assert_non_null(timeline->now);
    assert_true(is_id(timeline->now, "c2015"));
    pol_timeline_free(timeline);
}

static void test_nothing_found(void **state)
{
    (void)state;
    pol_timeline *timeline = search("samovar", 100);
    assert_int_equal(timeline->entry_count, 0);
    assert_null(timeline->now);
    assert_int_equal(timeline->found->unknown_word_count, 1);
    pol_timeline_free(timeline);
}

static void test_what_cannot_be_searched(void **state)
{
    (void)state;
    pol_timeline *timeline = (pol_timeline *)&fix;
    const pol_search_options none = {.count = 0};
    const pol_search_filter wrong = {.field = POL_FIELD_YEAR, .value = POL_SPAN("soon")};
    const pol_search_options filtered = {.count = 10, .filters = &wrong, .filter_count = 1};
    assert_int_equal(pol_timeline_search(index_, POL_SPAN("kettle"), &none, &timeline, &error),
                     POL_USAGE);
    assert_null(timeline);
    assert_int_equal(pol_timeline_search(index_, POL_SPAN("kettle"), &filtered, &timeline, &error),
                     POL_USAGE);
    pol_timeline_free(NULL);
}

/* Found otherwise: the same order, the words of the caller. */
static void test_of_given_documents(void **state)
{
    (void)state;
    static const char *const ids[] = {"a2010", "teapot", NULL};
    pol_shown *shown[2];
    pol_timeline *timeline = NULL;
    assert_int_equal(pol_show(index_, POL_SPAN("teapot"), &shown[0], &error), POL_OK);
    assert_int_equal(pol_show(index_, POL_SPAN("a2010#p1"), &shown[1], &error), POL_OK);
    const pol_hit hits[] = {{.stored = shown[0]->stored, .tier = POL_TIER_ANY},
                            {.stored = shown[1]->stored, .tier = POL_TIER_ANY}};
    assert_int_equal(pol_timeline_of(POL_SPAN("pots"), hits, 2, &timeline, &error), POL_OK);
    expect_ids(timeline, ids);
    assert_true(is_id(timeline->now, "teapot"));
    assert_true(pol_span_equal(timeline->found->query, POL_SPAN("pots")));
    pol_timeline_free(timeline);
    pol_shown_free(shown[0]);
    pol_shown_free(shown[1]);
}

/* --- formats -------------------------------------------------------------------------- */

static void expect_in_order(pol_output output, const pol_render_options *options,
                            const char *const *texts)
{
    pol_timeline *timeline = search("kettle", 100);
    pol_buffer buffer;
    pol_buffer_init(&buffer, 1 << 20);
    pol_timeline_render(output, timeline, options, &buffer);
    assert_int_equal(buffer.status, POL_OK);
    const char *at = buffer.data;
    for (size_t i = 0; texts[i]; i++) {
        at = strstr(at, texts[i]);
        if (!at)
            fail_msg("no '%s', or not in order, in:\n%s", texts[i], buffer.data);
        at += strlen(texts[i]);
    }
    pol_buffer_done(&buffer);
    pol_timeline_free(timeline);
}

static void test_text(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "What was decided when: ",
        "10 documents, 2010 to 2020, the oldest first.",
        "2010\n\n   carried: Spouts\n",
        "   lost: Kettles\n   Conference demands a *kettle* in every room.\n",
        "a2010#p2\n",
        "2016\n\n   article, 22 August 2016: Kettle stolen\n",
        "   carried, superseded since: Steel\n",
        "   carried, lapsed since: Iron\n",
        "Year not stated\n\n   carried: When was it\n",
        "Policy now\n   The newest that was carried",
        "Copper",
        NULL};
    expect_in_order(POL_OUTPUT_TEXT, &(pol_render_options){0}, texts);
}

static void test_plain_text(void **state)
{
    (void)state;
    static const char *const texts[] = {"\ncarried: Spouts\nText: Conference wants the spout of "
                                        "each kettle mended.\nCitation: ",
                                        "\nAddress: a2010early#p1\n", NULL};
    expect_in_order(POL_OUTPUT_TEXT, &(pol_render_options){.is_plain = true}, texts);
}

static void test_markdown(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "# What was decided when: ", "\n\n## 2010\n\n- **carried:** Spouts\n\n  > Conference wants",
        "## Policy now\n\n",         "“Copper”",
        "Read what it says",         NULL};
    expect_in_order(POL_OUTPUT_MARKDOWN, &(pol_render_options){0}, texts);
}

static void test_machine_formats_keep_the_order(void **state)
{
    (void)state;
    static const char *const json[] = {"\"a2010early\"", "\"a2010\"", "\"c2015\"", "\"undated\"",
                                       NULL};
    static const char *const csv[] = {"rank,", "a2010early", "c2015", "undated", NULL};
    expect_in_order(POL_OUTPUT_JSON, &(pol_render_options){0}, json);
    expect_in_order(POL_OUTPUT_JSONL, &(pol_render_options){0}, json);
    expect_in_order(POL_OUTPUT_CSV, &(pol_render_options){0}, csv);
    assert_false(pol_timeline_has_output(POL_OUTPUT_TREC));
    assert_false(pol_timeline_has_output(POL_OUTPUT_HTML));
    assert_true(pol_timeline_has_output(POL_OUTPUT_CSV));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_oldest_first_and_undated_last),
        cmocka_unit_test(test_a_point_of_its_own_decision),
        cmocka_unit_test(test_policy_now),
        cmocka_unit_test(test_no_policy),
        cmocka_unit_test(test_some_of_the_words),
        cmocka_unit_test(test_more_than_are_listed),
        cmocka_unit_test(test_nothing_found),
        cmocka_unit_test(test_what_cannot_be_searched),
        cmocka_unit_test(test_of_given_documents),
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_plain_text),
        cmocka_unit_test(test_markdown),
        cmocka_unit_test(test_machine_formats_keep_the_order),
    };
    return cmocka_run_group_tests(tests, open_index, close_index);
}
