/* Documents that say the same: who comes first, what is left out, and how it is written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>
#include <jansson.h>

#include "draft/similar.h"
#include "draft/similar/text.h"
#include "tests/unit/search/fixture.h"

#define FERRY                                                                                      \
    "Conference notes that the night ferry to the outer islands was withdrawn without a word to "  \
    "the crews who work it or the nurses who travel by it."
#define FERRY_ASK                                                                                  \
    "Conference instructs the National Executive Council to campaign for the night ferry to run "  \
    "all winter, with crews on permanent contracts."

static const fixture_document documents[] = {
    {.id = "ferry-2019",
     .title = "The night ferry",
     .conference = "2019 Island Conference",
     .conference_name = "Island Conference",
     .number = "7",
     .year = 2019,
     .date = {2019, 5, 4},
     .decision = POL_DECISION_CARRIED,
     .passages = {{FERRY, NULL, POL_CLAUSE_NOTES, POL_DECISION_NONE, 0},
                  {FERRY_ASK, NULL, POL_CLAUSE_RESOLVES, POL_DECISION_NONE, 0}}},
    {.id = "ferry-copy",
     .title = "Ferry at night",
     .conference = "2016 Island Conference",
     .conference_name = "Island Conference",
     .year = 2016,
     .date = {2016, 5, 0},
     .decision = POL_DECISION_LOST,
     .passages = {{FERRY, NULL, POL_CLAUSE_NOTES, POL_DECISION_NONE, 0},
                  {FERRY_ASK, NULL, POL_CLAUSE_RESOLVES, POL_DECISION_NONE, 0}}},
    {.id = "ferry-part",
     .title = "Ferries <b>in winter</b>",
     .year = 2014,
     .decision = POL_DECISION_CARRIED,
     .passages = {{"Conference instructs the National Executive Council to campaign for the night "
                   "ferry to run all winter, and for a second quay.",
                   NULL, POL_CLAUSE_RESOLVES, POL_DECISION_NONE, 0}}},
    {.id = "ferry-subject",
     .title = "Ferry crews",
     .year = 2021,
     .date = {2021, 1, 1},
     .decision = POL_DECISION_UNKNOWN,
     .passages = {{"Crews of every ferry deserve permanent contracts; the islands need nurses who "
                   "can travel by night.",
                   NULL, POL_CLAUSE_BELIEVES, POL_DECISION_NONE, 0}}},
    {.id = "template",
     .title = "Looms",
     .year = 2018,
     .decision = POL_DECISION_CARRIED,
     .passages = {{"Conference instructs the National Executive Council to campaign for looms in "
                   "every hall and weaving lessons for pensioners.",
                   NULL, POL_CLAUSE_RESOLVES, POL_DECISION_NONE, 0}}},
    {.id = "other-1",
     .title = "Bees",
     .year = 2017,
     .decision = POL_DECISION_CARRIED,
     .passages = {{"Hives on the roof of the head office yield honey for the tombola.", NULL,
                   POL_CLAUSE_NOTES, POL_DECISION_NONE, 0}}},
    {.id = "other-2",
     .title = "Choirs",
     .year = 2017,
     .decision = POL_DECISION_CARRIED,
     .passages = {{"A choir meets in the canteen each Tuesday and sings of coal and steel.", NULL,
                   POL_CLAUSE_NOTES, POL_DECISION_NONE, 0}}},
    {.id = "empty", .title = "Nothing but a title", .year = 2017, .decision = POL_DECISION_LOST},
};
enum { DOCUMENT_COUNT = sizeof documents / sizeof *documents };

typedef struct scene {
    fixture fix;
    pol_index *index;
} scene;

static int set_up(void **state)
{
    pol_error error = {0};
    scene *made = calloc(1, sizeof *made);
    assert_non_null(made);
    fixture_open(&made->fix);
    for (size_t i = 0; i < DOCUMENT_COUNT; i++)
        fixture_add(&made->fix, &documents[i]);
    fixture_commit(&made->fix);
    assert_int_equal(pol_index_open(made->fix.index, &made->index, &error), POL_OK);
    *state = made;
    return 0;
}

static int tear_down(void **state)
{
    scene *made = *state;
    pol_index_free(made->index);
    fixture_close(&made->fix);
    free(made);
    return 0;
}

static pol_similar *find(scene *made, const char *id, pol_similar_options options)
{
    pol_error error = {0};
    pol_similar *similar = NULL;
    pol_status status = pol_similar_find(made->index, pol_span_of(id), &options, &similar, &error);
    if (status != POL_OK)
        fail_msg("%s: %s", id, error.text);
    return similar;
}

static void expect_id(const pol_similar *similar, size_t rank, const char *id)
{
    assert_true(rank < similar->count);
    pol_span got = similar->ones[rank].stored->document.id.text;
    if (!pol_span_equal(got, pol_span_of(id)))
        fail_msg("%zu is '%.*s', not '%s'", rank, POL_SPAN_ARGS(got), id);
}

/* Its place; SIZE_MAX: it is not there. */
static size_t place_of(const pol_similar *similar, const char *id)
{
    for (size_t i = 0; i < similar->count; i++)
        if (pol_span_equal(similar->ones[i].stored->document.id.text, pol_span_of(id)))
            return i;
    return SIZE_MAX;
}

/* --- ranking -------------------------------------------------------------------------- */

static void those_that_share_most_come_first(void **state)
{
    pol_similar *similar = find(*state, "ferry-2019", (pol_similar_options){.count = 10});
    assert_true(pol_span_equal(similar->of->document.id.text, POL_SPAN("ferry-2019")));
    expect_id(similar, 0, "ferry-copy");
    expect_id(similar, 1, "ferry-part");
    expect_id(similar, 2, "ferry-subject");
    for (size_t i = 0; i < similar->count; i++) {
        const pol_similar_one *one = &similar->ones[i];
        assert_true(one->score > 0 && one->score <= 1);
        assert_true(one->share >= 0 && one->share <= 1);
        assert_true(one->other_share >= 0 && one->other_share <= 1);
        assert_true(i == 0 || one->score <= similar->ones[i - 1].score);
    }
    pol_similar_free(similar);
}

static void a_copy_shares_all(void **state)
{
    pol_similar *similar = find(*state, "ferry-2019", (pol_similar_options){.count = 1});
    assert_int_equal(similar->count, 1);
    assert_true(similar->ones[0].score > 0.999);
    assert_true(similar->ones[0].share > 0.999);
    assert_true(similar->ones[0].other_share > 0.999);
    pol_similar_free(similar);
}

/* Of a part the whole has nearly all, but not the other way round; asked from the other side the
 * shares change places. */
static void shares_go_both_ways(void **state)
{
    pol_similar *whole = find(*state, "ferry-2019", (pol_similar_options){.count = 10});
    pol_similar *part = find(*state, "ferry-part", (pol_similar_options){.count = 10});
    const pol_similar_one *one = &whole->ones[1], *back = &part->ones[place_of(part, "ferry-2019")];
    expect_id(whole, 1, "ferry-part");
    assert_true(one->other_share > 0.5);
    assert_true(one->share < one->other_share);
    assert_true(one->share - back->other_share < 1e-6 && back->other_share - one->share < 1e-6);
    assert_true(one->other_share - back->share < 1e-6 && back->share - one->other_share < 1e-6);
    pol_similar_free(whole);
    pol_similar_free(part);
}

/* "Conference instructs the National Executive Council to campaign for" is in both. */
static void a_common_frame_is_no_likeness(void **state)
{
    pol_similar *similar = find(*state, "template", (pol_similar_options){.count = 10});
    for (size_t i = 0; i < similar->count; i++)
        assert_true(similar->ones[i].score < 0.1);
    pol_similar_free(similar);
    similar = find(*state, "template", (pol_similar_options){.count = 10, .share_min = 0.2});
    assert_int_equal(similar->count, 0);
    pol_similar_free(similar);
}

static void quick_ones_are_the_same_here(void **state)
{
    pol_similar *similar =
        find(*state, "ferry-2019", (pol_similar_options){.count = 2, .is_quick = true});
    assert_int_equal(similar->count, 2);
    expect_id(similar, 0, "ferry-copy");
    expect_id(similar, 1, "ferry-part");
    pol_similar_free(similar);
}

/* --- what is left out ----------------------------------------------------------------- */

static void it_is_not_like_itself(void **state)
{
    for (size_t i = 0; i < DOCUMENT_COUNT; i++) {
        pol_similar *similar = find(*state, documents[i].id, (pol_similar_options){.count = 100});
        assert_true(place_of(similar, documents[i].id) == SIZE_MAX);
        pol_similar_free(similar);
    }
}

static void those_that_share_little_are_left_out(void **state)
{
    pol_similar *similar =
        find(*state, "ferry-2019", (pol_similar_options){.count = 10, .share_min = 0.99});
    assert_int_equal(similar->count, 1);
    expect_id(similar, 0, "ferry-copy");
    pol_similar_free(similar);
}

/* Only what is surely earlier: "May 2016" is not before 12 May 2016, 2014 is. */
static void only_earlier_ones_where_asked(void **state)
{
    static const struct {
        pol_date before;
        bool has_copy, has_part, has_subject;
    } cases[] = {
        {{2022, 0, 0}, true, true, true},    {{2021, 1, 1}, true, true, false},
        {{2021, 1, 2}, true, true, true},    {{2016, 6, 0}, true, true, false},
        {{2016, 5, 12}, false, true, false}, {{2016, 5, 0}, false, true, false},
        {{2016, 0, 0}, false, true, false},  {{2014, 12, 31}, false, false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pol_similar *similar = find(*state, "ferry-2019",
                                    (pol_similar_options){.count = 10, .before = cases[i].before});
        assert_int_equal(place_of(similar, "ferry-copy") != SIZE_MAX, cases[i].has_copy);
        assert_int_equal(place_of(similar, "ferry-part") != SIZE_MAX, cases[i].has_part);
        assert_int_equal(place_of(similar, "ferry-subject") != SIZE_MAX, cases[i].has_subject);
        pol_similar_free(similar);
    }
}

static void a_text_of_nothing_is_like_nothing(void **state)
{
    pol_similar *similar = find(*state, "empty", (pol_similar_options){.count = 10});
    assert_int_equal(similar->count, 0);
    pol_similar_free(similar);
}

/* Longer than is compared, and cut inside a character. */
static void a_long_text_is_compared_by_its_start(void **state)
{
    enum { SIZE = POL_SIMILAR_TEXT_MAX + 5000 };
    scene *made = *state;
    pol_error error = {0};
    pol_similar_comparer *comparer = NULL;
    pol_similar_overlap overlap;
    char *text = malloc(SIZE);
    assert_non_null(text);
    size_t start = (size_t)snprintf(text, SIZE, "%s %s ", FERRY, FERRY_ASK);
    for (size_t i = start; i + 1 < SIZE; i += 2)
        memcpy(text + i, i % 20 < 2 ? "\n " : "é", 2);
    pol_span whole = pol_span_make(text, start + (SIZE - start) / 2 * 2);
    for (size_t cut = 0; cut < 2; cut++) { /* the bound lies between characters, and inside one */
        pol_span given = pol_span_from(whole, cut);
        assert_int_equal(pol_similar_comparer_new(made->index, given, &comparer, &error), POL_OK);
        assert_int_equal(pol_similar_compare(comparer, POL_SPAN(FERRY), false, &overlap, &error),
                         POL_OK);
        assert_true(overlap.other_share > 0.9);
        assert_true(overlap.share < 0.9);
        pol_similar_comparer_free(comparer);
    }
    free(text);
}

static void a_first_look_is_near_the_second(void **state)
{
    scene *made = *state;
    pol_error error = {0};
    pol_similar_comparer *comparer = NULL;
    pol_similar_overlap rough, exact, again;
    const pol_span other = POL_SPAN(FERRY " Bees and choirs have nothing to do with it.");
    assert_int_equal(pol_similar_comparer_new(made->index, POL_SPAN(FERRY), &comparer, &error),
                     POL_OK);
    assert_int_equal(pol_similar_compare(comparer, other, true, &rough, &error), POL_OK);
    assert_int_equal(pol_similar_compare(comparer, other, false, &exact, &error), POL_OK);
    assert_int_equal(pol_similar_compare(comparer, other, true, &again, &error), POL_OK);
    assert_true(exact.share == 1 && rough.share == 1);
    assert_true(exact.other_share > 0.5 && exact.other_share < 1);
    assert_true(rough.score - exact.score < 0.1 && exact.score - rough.score < 0.1);
    assert_true(again.score == exact.score); /* nothing is left to be guessed */
    pol_similar_comparer_free(comparer);
}

/* --- failures --------------------------------------------------------------------------- */

static void expect_failure(scene *made, const char *id, pol_similar_options options,
                           pol_status expected, const char *words)
{
    pol_error error = {0};
    pol_similar *similar = (pol_similar *)&error;
    assert_int_equal(pol_similar_find(made->index, pol_span_of(id), &options, &similar, &error),
                     expected);
    assert_null(similar);
    if (!strstr(error.text, words))
        fail_msg("'%s' does not say '%s'", error.text, words);
}

static void failures_are_said(void **state)
{
    const pol_similar_options one = {.count = 1};
    expect_failure(*state, "ferry-2019", (pol_similar_options){0}, POL_USAGE, "1 to 100");
    expect_failure(*state, "ferry-2019", (pol_similar_options){.count = POL_SIMILAR_MAX + 1},
                   POL_USAGE, "1 to 100");
    expect_failure(*state, "ferry-2019", (pol_similar_options){.count = 1, .share_min = 1.5},
                   POL_USAGE, "from 0 to 1");
    expect_failure(*state, "nowhere", one, POL_NOTFOUND, "nowhere");
    expect_failure(*state, "ferry", one, POL_USAGE, "several documents");
    expect_failure(*state, "", one, POL_USAGE, "give the id");
}

/* --- formats ---------------------------------------------------------------------------- */

static void render(scene *made, pol_output output, pol_render_options options, pol_buffer *buffer)
{
    pol_similar *similar = find(made, "ferry-2019", (pol_similar_options){.count = 3});
    pol_buffer_init(buffer, 1 << 20);
    assert_true(pol_similar_has_output(output));
    pol_similar_render(output, similar, &options, buffer);
    assert_int_equal(buffer->status, POL_OK);
    pol_similar_free(similar);
}

static void expect_text(const pol_buffer *buffer, const char *text)
{
    if (!strstr(buffer->data, text))
        fail_msg("no '%s' in:\n%s", text, buffer->data);
}

static void json_has_all_that_is_known(void **state)
{
    pol_buffer buffer;
    json_error_t error;
    render(*state, POL_OUTPUT_JSON, (pol_render_options){0}, &buffer);
    json_t *root = json_loadb(buffer.data, buffer.size, 0, &error);
    assert_non_null(root);
    json_t *of = json_object_get(root, "of"), *list = json_object_get(root, "similar");
    assert_int_equal(json_integer_value(json_object_get(root, "version")), 1);
    assert_string_equal(json_string_value(json_object_get(of, "id")), "ferry-2019");
    assert_true(json_is_number(json_object_get(root, "took_ms")));
    assert_int_equal(json_array_size(list), 3);
    json_t *first = json_array_get(list, 0);
    assert_int_equal(json_integer_value(json_object_get(first, "rank")), 1);
    assert_string_equal(json_string_value(json_object_get(first, "id")), "ferry-copy");
    assert_string_equal(json_string_value(json_object_get(first, "decision")), "lost");
    assert_string_equal(json_string_value(json_object_get(first, "date")), "2016-05");
    assert_string_equal(json_string_value(json_object_get(first, "url")), "/documents/ferry-copy");
    assert_true(json_is_null(json_object_get(first, "number")));
    assert_string_equal(json_string_value(json_object_get(first, "citation")),
                        "“Ferry at night”, 2016 Island Conference (lost)");
    for (size_t i = 0; i < 3; i++) {
        json_t *one = json_array_get(list, i);
        assert_true(json_number_value(json_object_get(one, "share")) <= 1);
        assert_true(json_number_value(json_object_get(one, "other_share")) > 0);
        assert_true(json_number_value(json_object_get(one, "score")) > 0);
    }
    json_decref(root);
    pol_buffer_done(&buffer);
}

static void every_format_names_them_in_order(void **state)
{
    for (int output = 0; output < POL_OUTPUT_COUNT; output++) {
        pol_buffer buffer;
        if (output == POL_OUTPUT_HTML) {
            assert_false(pol_similar_has_output(output));
            continue;
        }
        render(*state, (pol_output)output, (pol_render_options){.query_id = "q1"}, &buffer);
        const char *copy = strstr(buffer.data, "ferry-copy");
        const char *part = strstr(buffer.data, "ferry-part");
        const char *subject = strstr(buffer.data, "ferry-subject");
        assert_true(copy && part && subject && copy < part && part < subject);
        pol_buffer_done(&buffer);
    }
}

static void formats_are_what_they_promise(void **state)
{
    pol_buffer buffer;
    render(*state, POL_OUTPUT_TREC, (pol_render_options){.query_id = "q1", .run = "mine"}, &buffer);
    assert_int_equal(strncmp(buffer.data, "q1 Q0 ferry-copy 1 ", 19), 0);
    expect_text(&buffer, " mine\n");
    pol_buffer_done(&buffer);
    render(*state, POL_OUTPUT_CSV, (pol_render_options){0}, &buffer);
    expect_text(&buffer, "rank,score,share,other_share,id,url,title,kind,conference,year,date,"
                         "number,decision,citation\r\n1,1.000,1.000,1.000,ferry-copy,");
    pol_buffer_done(&buffer);
    render(*state, POL_OUTPUT_CSV, (pol_render_options){.is_continued = true}, &buffer);
    assert_int_equal(strncmp(buffer.data, "1,", 2), 0);
    pol_buffer_done(&buffer);
    render(*state, POL_OUTPUT_MARKDOWN, (pol_render_options){0}, &buffer);
    expect_text(&buffer, "1. [“Ferry at night”, 2016 Island Conference (lost)]"
                         "(</documents/ferry-copy>)");
    assert_null(strstr(buffer.data, "<b>"));
    pol_buffer_done(&buffer);
    render(*state, POL_OUTPUT_TEXT, (pol_render_options){0}, &buffer);
    expect_text(&buffer, "has 100% of this document's content; 100% of its own is in this one");
    pol_buffer_done(&buffer);
    render(*state, POL_OUTPUT_TEXT, (pol_render_options){.is_plain = true}, &buffer);
    expect_text(&buffer, "Result 1\nCitation: “Ferry at night”");
    pol_buffer_done(&buffer);
}

static void nothing_found_is_said(void **state)
{
    pol_buffer buffer;
    const pol_render_options options = {0};
    pol_similar *similar = find(*state, "empty", (pol_similar_options){.count = 3});
    pol_buffer_init(&buffer, 1 << 20);
    pol_similar_render(POL_OUTPUT_TEXT, similar, &options, &buffer);
    expect_text(&buffer, "No other document says much the same.");
    pol_buffer_clear(&buffer);
    pol_similar_render(POL_OUTPUT_JSONL, similar, &options, &buffer);
    pol_similar_render(POL_OUTPUT_TREC, similar, &options, &buffer);
    assert_int_equal(buffer.size, 0);
    pol_similar_render(POL_OUTPUT_JSON, similar, &options, &buffer);
    expect_text(&buffer, "\"similar\":[]");
    pol_buffer_done(&buffer);
    pol_similar_free(similar);
}

static void percents_are_whole_only_for_all(void **state)
{
    (void)state;
    assert_int_equal(pol_similar_percent(0), 0);
    assert_int_equal(pol_similar_percent(0.494), 49);
    assert_int_equal(pol_similar_percent(0.496), 50);
    assert_int_equal(pol_similar_percent(0.999), 99);
    assert_int_equal(pol_similar_percent(1), 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(those_that_share_most_come_first),
        cmocka_unit_test(a_copy_shares_all),
        cmocka_unit_test(shares_go_both_ways),
        cmocka_unit_test(a_common_frame_is_no_likeness),
        cmocka_unit_test(quick_ones_are_the_same_here),
        cmocka_unit_test(it_is_not_like_itself),
        cmocka_unit_test(those_that_share_little_are_left_out),
        cmocka_unit_test(only_earlier_ones_where_asked),
        cmocka_unit_test(a_text_of_nothing_is_like_nothing),
        cmocka_unit_test(failures_are_said),
        cmocka_unit_test(json_has_all_that_is_known),
        cmocka_unit_test(every_format_names_them_in_order),
        cmocka_unit_test(formats_are_what_they_promise),
        cmocka_unit_test(nothing_found_is_said),
        cmocka_unit_test(percents_are_whole_only_for_all),
        cmocka_unit_test(a_long_text_is_compared_by_its_start),
        cmocka_unit_test(a_first_look_is_near_the_second),
    };
    return cmocka_run_group_tests_name("draft/similar", tests, set_up, tear_down);
}
