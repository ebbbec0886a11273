/* render_test.c - every format against its golden file, and what must never get out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/utf8.h"
#include "tests/unit/search/render_fixture.h"

enum { LIMIT = 1 << 20 };

static const pol_render_options piped = {0};
static const pol_render_options narrow = {.width = 60};
static const pol_render_options colored = {.width = 80, .has_color = true};
static const pol_render_options plain = {.width = 60, .has_color = true, .is_plain = true};
static const pol_render_options with_people = {.width = 80, .shows_people = true};

static void expect_results(const char *golden, pol_output output, const pol_results *results,
                           const pol_render_options *options)
{
    pol_buffer buffer;
    pol_buffer_init(&buffer, LIMIT);
    pol_render_results(output, results, options, &buffer);
    expect_golden(golden, &buffer);
    pol_buffer_done(&buffer);
}

static void expect_shown(const char *golden, pol_output output, const pol_stored *stored,
                         const pol_render_options *options)
{
    pol_buffer buffer;
    pol_buffer_init(&buffer, LIMIT);
    pol_render_document(output, stored, options, &buffer);
    expect_golden(golden, &buffer);
    pol_buffer_done(&buffer);
}

static void expect_document(const char *golden, pol_output output,
                            const pol_render_options *options)
{
    expect_shown(golden, output, render_sample_document(), options);
}

static void test_text(void **state)
{
    (void)state;
    expect_results("text-narrow.txt", POL_OUTPUT_TEXT, render_sample(), &narrow);
    expect_results("text-piped.txt", POL_OUTPUT_TEXT, render_sample(), &piped);
    expect_results("text-color.txt", POL_OUTPUT_TEXT, render_sample(), &colored);
    expect_results("text-plain.txt", POL_OUTPUT_TEXT, render_sample(), &plain);
    expect_results("text-grouped.txt", POL_OUTPUT_TEXT, render_sample_grouped(), &narrow);
    expect_results("text-empty.txt", POL_OUTPUT_TEXT, render_sample_empty(), &narrow);
}

static void test_machine_formats(void **state)
{
    (void)state;
    expect_results("results.json", POL_OUTPUT_JSON, render_sample(), &piped);
    expect_results("results.jsonl", POL_OUTPUT_JSONL, render_sample(), &piped);
    expect_results("results.csv", POL_OUTPUT_CSV, render_sample(), &piped);
    expect_results("results.md", POL_OUTPUT_MARKDOWN, render_sample(), &piped);
    expect_results("empty.json", POL_OUTPUT_JSON, render_sample_empty(), &piped);
}

static void test_documents(void **state)
{
    (void)state;
    expect_document("document.txt", POL_OUTPUT_TEXT, &narrow);
    expect_document("document-people.txt", POL_OUTPUT_TEXT, &with_people);
    expect_document("document.json", POL_OUTPUT_JSON, &piped);
    expect_document("document.md", POL_OUTPUT_MARKDOWN, &piped);
    expect_document("document.csv", POL_OUTPUT_CSV, &piped);
}

static void test_what_other_files_state(void **state)
{
    (void)state;
    expect_results("joined.txt", POL_OUTPUT_TEXT, render_joined(), &narrow);
    expect_results("joined-plain.txt", POL_OUTPUT_TEXT, render_joined(), &plain);
    expect_results("joined.md", POL_OUTPUT_MARKDOWN, render_joined(), &piped);
    expect_results("joined.jsonl", POL_OUTPUT_JSONL, render_joined(), &piped);
    expect_results("joined.csv", POL_OUTPUT_CSV, render_joined(), &piped);
    for (size_t i = 0; i < 2; i++) {
        const pol_stored *stored = render_joined_document(i);
        expect_shown(i ? "joined-2.txt" : "joined-1.txt", POL_OUTPUT_TEXT, stored, &narrow);
        expect_shown(i ? "joined-2.md" : "joined-1.md", POL_OUTPUT_MARKDOWN, stored, &piped);
        expect_shown(i ? "joined-2.json" : "joined-1.json", POL_OUTPUT_JSON, stored, &piped);
    }
}

/* A document's remarks are said once, not beside each passage of it. */
static void test_remarks_of_groups(void **state)
{
    (void)state;
    static const pol_output outputs[] = {POL_OUTPUT_TEXT, POL_OUTPUT_MARKDOWN};
    pol_hit hits[2] = {render_joined()->hits[0], render_joined()->hits[0]};
    pol_results results = {.hits = hits, .hit_count = 2, .is_grouped = true};
    for (size_t i = 0; i < 2; i++) {
        pol_buffer buffer;
        pol_buffer_init(&buffer, LIMIT);
        pol_render_results(outputs[i], &results, &piped, &buffer);
        const char *first = strstr(buffer.data, "before amendment");
        assert_non_null(first);
        assert_null(strstr(first + 1, "before amendment"));
        pol_buffer_done(&buffer);
    }
}

/* Where `wanted` begins in what is written; -1 for nowhere. */
static long place_of(pol_output output, const pol_results *results,
                     const pol_render_options *options, const char *wanted)
{
    pol_buffer buffer;
    pol_buffer_init(&buffer, LIMIT);
    pol_render_results(output, results, options, &buffer);
    const char *found = strstr(buffer.data, wanted);
    long place = found ? found - buffer.data : -1;
    pol_buffer_done(&buffer);
    return place;
}

/* A word that is nowhere is why the hits lack it: said before them. */
static void test_unknown_words_come_before_hits(void **state)
{
    (void)state;
    static const pol_span unknown = {"rennt", 5};
    static const pol_output outputs[] = {POL_OUTPUT_TEXT, POL_OUTPUT_MARKDOWN};
    pol_results results = *render_sample();
    results.unknown_words = &unknown;
    results.unknown_word_count = 1;
    results.suggestion = POL_SPAN("rent");
    for (size_t i = 0; i < 2; i++) {
        long named = place_of(outputs[i], &results, &piped, "Not in any document: ‘rennt’.");
        long suggested = place_of(outputs[i], &results, &piped, "Did you mean: rent");
        assert_true(named > 0 && suggested > named);
        assert_true(suggested < place_of(outputs[i], &results, &piped, "All the words"));
    }
    assert_true(place_of(POL_OUTPUT_MARKDOWN, render_sample_empty(), &piped, "Did you mean") > 0);
}

/* What has only the other words is no answer: how to see it, and not it itself. */
static void test_what_is_off_the_subject_is_not_shown(void **state)
{
    (void)state;
    static const pol_span unknown = {"nuclear", 7}, other = {"homes", 5};
    static const pol_output outputs[] = {POL_OUTPUT_TEXT, POL_OUTPUT_MARKDOWN};
    pol_results results = *render_sample();
    results.unknown_words = &unknown;
    results.other_words = &other;
    results.unknown_word_count = results.other_word_count = 1;
    results.lacks_words = results.is_off_subject = true;
    results.rest = POL_SPAN("what about homes");
    results.suggestion = POL_SPAN("unclear homes");
    for (size_t i = 0; i < 2; i++) {
        long lack =
            place_of(outputs[i], &results, &piped, "Nothing in 40 documents has ‘nuclear’.");
        long meant = place_of(outputs[i], &results, &piped, "Did you mean: unclear homes");
        long rest =
            place_of(outputs[i], &results, &piped,
                     "Others have only ‘homes’. To see these, search for: what about homes");
        assert_true(lack > 0 && lack < meant && meant < rest);
        assert_int_equal(place_of(outputs[i], &results, &piped, "Warm"), -1);
        assert_int_equal(place_of(outputs[i], &results, &piped, "More:"), -1);
    }
    assert_true(place_of(POL_OUTPUT_JSON, &results, &piped,
                         "\"lacks_words\":true,\"rest\":\"what about homes\"") > 0);
    assert_true(place_of(POL_OUTPUT_JSON, &results, &piped, "Warm") > 0);
}

/* Where most words are there the hits are shown, as what they are. */
static void test_a_lack_is_said_before_hits(void **state)
{
    (void)state;
    static const pol_span unknown[] = {{"nuclear", 7}, {"fusion", 6}};
    static const pol_span other[] = {{"council", 7}, {"homes", 5}, {"heat", 4}};
    static const pol_output outputs[] = {POL_OUTPUT_TEXT, POL_OUTPUT_MARKDOWN};
    pol_hit hit = render_sample()->hits[0];
    pol_results results = *render_sample();
    hit.tier = POL_TIER_PARTIAL;
    results.hits = &hit;
    results.hit_count = 1;
    results.unknown_words = unknown;
    results.unknown_word_count = 2;
    results.other_words = other;
    results.other_word_count = 3;
    results.lacks_words = true;
    for (size_t i = 0; i < 2; i++) {
        long lack = place_of(outputs[i], &results, &piped,
                             "Nothing in 40 documents has ‘nuclear’ or ‘fusion’.");
        long follows = place_of(outputs[i], &results, &piped,
                                "What follows has only some of the other words: ‘council’, "
                                "‘homes’, ‘heat’.");
        long tier = place_of(outputs[i], &results, &piped, "Only some of the other words");
        assert_true(lack > 0 && lack < follows && follows < tier);
        assert_true(place_of(outputs[i], &results, &piped, "Warm") > tier);
    }
}

static void test_asking_nothing(void **state)
{
    (void)state;
    pol_results results = {
        .understood = POL_SPAN("nothing to search for"), .asks_nothing = true, .limit = 10};
    static const pol_output outputs[] = {POL_OUTPUT_TEXT, POL_OUTPUT_MARKDOWN};
    for (size_t i = 0; i < 2; i++) {
        assert_true(place_of(outputs[i], &results, &piped, "There is nothing to search for.") >= 0);
        assert_int_equal(place_of(outputs[i], &results, &piped, "Nothing found"), -1);
    }
    assert_true(place_of(POL_OUTPUT_TEXT, &results, &piped, "year:2015") > 0);
}

/* A year alone is no conference. */
static void test_a_year_without_conference(void **state)
{
    (void)state;
    pol_stored stored = *render_sample_document();
    pol_results results = *render_sample();
    pol_hit hit = results.hits[0];
    stored.document.conference.text = stored.document.conference_name = (pol_span){0};
    hit.stored = &stored;
    results.hits = &hit;
    results.hit_count = 1;
    assert_true(place_of(POL_OUTPUT_TEXT, &results, &plain, "\nYear: 2014\n") > 0);
    assert_int_equal(place_of(POL_OUTPUT_TEXT, &results, &plain, "\nConference: "), -1);
}

static void test_trec(void **state)
{
    (void)state;
    pol_render_options options = {.query_id = "q 7", .run = "first"};
    expect_results("results.trec", POL_OUTPUT_TREC, render_sample(), &options);
}

static void expect_width(size_t width)
{
    pol_buffer buffer;
    pol_render_options options = {.width = width};
    pol_buffer_init(&buffer, LIMIT);
    pol_render_text(render_sample(), &options, &buffer);
    for (pol_span rest = pol_buffer_span(&buffer); rest.size;) {
        size_t end = pol_span_find(rest, POL_SPAN("\n"), 0);
        pol_span line = pol_span_trim(pol_span_first(rest, end));
        bool is_one_word = pol_span_find(line, POL_SPAN(" "), 0) == (size_t)-1;
        if (pol_utf8_columns(pol_span_first(rest, end)) > width && !is_one_word)
            fail_msg("wider than %zu: '%.*s'", width, POL_SPAN_ARGS(pol_span_first(rest, end)));
        rest = pol_span_from(rest, end + 1);
    }
    pol_buffer_done(&buffer);
}

/* Asterisks around what matched count too. */
static void test_lines_are_not_wider_than_asked(void **state)
{
    (void)state;
    for (size_t width = 40; width <= 100; width++)
        expect_width(width);
}

static void test_no_color_means_no_escapes(void **state)
{
    (void)state;
    static const pol_render_options *const all[] = {&piped, &narrow, &plain};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        pol_buffer buffer;
        pol_buffer_init(&buffer, LIMIT);
        pol_render_text(render_sample(), all[i], &buffer);
        pol_render_document(POL_OUTPUT_TEXT, render_sample_document(), all[i], &buffer);
        assert_null(strchr(buffer.data, '\033'));
        pol_buffer_done(&buffer);
    }
}

static void test_people_are_hidden(void **state)
{
    (void)state;
    for (int output = 0; output < POL_OUTPUT_COUNT; output++) {
        if (!pol_render_has_output((pol_output)output))
            continue;
        pol_buffer buffer;
        pol_buffer_init(&buffer, LIMIT);
        pol_render_results((pol_output)output, render_sample(), &piped, &buffer);
        pol_render_document((pol_output)output, render_sample_document(), &piped, &buffer);
        pol_render_results((pol_output)output, render_joined(), &piped, &buffer);
        for (size_t i = 0; i < 2; i++)
            pol_render_document((pol_output)output, render_joined_document(i), &piped, &buffer);
        assert_null(strstr(buffer.data, "Mover"));
        assert_null(strstr(buffer.data, "Second"));
        pol_buffer_done(&buffer);
    }
}

static void test_people_are_shown_where_asked_for(void **state)
{
    (void)state;
    static const pol_output outputs[] = {POL_OUTPUT_TEXT, POL_OUTPUT_JSON, POL_OUTPUT_MARKDOWN};
    pol_buffer buffer;
    pol_buffer_init(&buffer, LIMIT);
    pol_render_json(render_sample(), &with_people, &buffer);
    assert_non_null(strstr(buffer.data, "A. Mover"));
    pol_buffer_done(&buffer);
    for (size_t i = 0; i < 3; i++) {
        pol_render_options options = {.shows_people = true};
        pol_buffer_init(&buffer, LIMIT);
        pol_render_document(outputs[i], render_joined_document(0), &options, &buffer);
        assert_non_null(strstr(buffer.data, "Moved by A. Mover, seconded by B. Second. Carried"));
        assert_non_null(strstr(buffer.data, "(introduced by Ada Mover)"));
        pol_buffer_done(&buffer);
    }
}

/* No control character but the ends of lines, no bidirectional override, valid UTF-8. */
static void assert_harmless(const pol_buffer *buffer, const char *allowed)
{
    pol_span text = pol_buffer_span(buffer);
    assert_int_equal(buffer->status, POL_OK);
    assert_int_equal(pol_utf8_valid_prefix(text), text.size);
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        assert_true(c >= 0x20 || (c && strchr(allowed, c)));
        assert_true(c != 0x7F);
    }
    assert_int_equal(pol_span_find(text, POL_SPAN("\xe2\x80\xae"), 0), (size_t)-1);
    assert_int_equal(pol_span_find(text, POL_SPAN("\xc2\x9b"), 0), (size_t)-1);
}

static void test_hostile_values_are_harmless(void **state)
{
    (void)state;
    for (int output = 0; output < POL_OUTPUT_COUNT; output++) {
        if (!pol_render_has_output((pol_output)output))
            continue;
        pol_buffer buffer;
        pol_buffer_init(&buffer, LIMIT);
        pol_render_results((pol_output)output, render_hostile(), &piped, &buffer);
        pol_render_document((pol_output)output, render_hostile_document(), &piped, &buffer);
        assert_harmless(&buffer, output == POL_OUTPUT_CSV ? "\r\n" : "\n");
        pol_buffer_done(&buffer);
    }
    pol_buffer buffer;
    pol_buffer_init(&buffer, LIMIT);
    pol_render_text(render_hostile(), &plain, &buffer);
    assert_harmless(&buffer, "\n");
    pol_buffer_done(&buffer);
}

static void test_markdown_has_no_markup_of_theirs(void **state)
{
    (void)state;
    pol_buffer buffer;
    pol_buffer_init(&buffer, LIMIT);
    pol_render_markdown(render_hostile(), &piped, &buffer);
    pol_render_document(POL_OUTPUT_MARKDOWN, render_hostile_document(), &piped, &buffer);
    assert_null(strstr(buffer.data, "<i>"));
    assert_null(strstr(buffer.data, " [l"));
    assert_null(strstr(buffer.data, " *b*"));
    assert_null(strstr(buffer.data, " `c`"));
    assert_null(strstr(buffer.data, "\n## *"));
    assert_non_null(strstr(buffer.data, "&lt;i&gt;&amp;amp;"));
    assert_non_null(strstr(buffer.data, "**end**"));
    pol_buffer_done(&buffer);
}

/* Every cell of a hostile row that would be a formula starts with an apostrophe, and the
 * rows have as many cells as the header. */
static void test_csv_cells(void **state)
{
    (void)state;
    pol_buffer buffer;
    size_t cells[2] = {1, 1}, row = 0;
    bool is_quoted = false, is_start = true;
    pol_buffer_init(&buffer, LIMIT);
    pol_render_csv(render_hostile(), &piped, &buffer);
    for (size_t i = 0; i < buffer.size; i++) {
        char c = buffer.data[i];
        if (is_start)
            assert_null(strchr("=+-@\t\r", c == '"' ? buffer.data[i + 1] : c));
        is_start = false;
        if (c == '"')
            is_quoted = !is_quoted;
        if (is_quoted)
            continue;
        if (c == ',') {
            assert_true(row < 2);
            cells[row]++;
            is_start = true;
        } else if (c == '\n') {
            row++;
            is_start = i + 1 < buffer.size;
        }
    }
    assert_false(is_quoted);
    assert_int_equal(row, 2);
    assert_int_equal(cells[0], cells[1]);
    pol_buffer_done(&buffer);
}

static void test_csv_goes_on_without_header(void **state)
{
    (void)state;
    pol_buffer buffer;
    pol_render_options options = {.is_continued = true};
    pol_buffer_init(&buffer, LIMIT);
    pol_render_csv(render_sample(), &options, &buffer);
    assert_true(strncmp(buffer.data, "11,passage,4f0c9a,", 18) == 0);
    pol_buffer_done(&buffer);
}

static json_t *load(const pol_buffer *buffer)
{
    json_error_t error;
    json_t *root = json_loadb(buffer->data, buffer->size, JSON_ALLOW_NUL, &error);
    if (!root)
        fail_msg("%s at %d: %s", error.text, error.position, buffer->data);
    return root;
}

/* What a JSON reader gets: text unchanged but for invalid bytes, ranges that fit it. */
static void test_json_reads_back(void **state)
{
    (void)state;
    pol_buffer buffer;
    pol_buffer_init(&buffer, LIMIT);
    pol_render_json(render_hostile(), &piped, &buffer);
    json_t *root = load(&buffer);
    json_t *hit = json_array_get(json_object_get(root, "hits"), 0);
    const char *text = json_string_value(json_object_get(hit, "text"));
    assert_non_null(text);
    assert_true(strncmp(text, "=1+1\033]0;x\a", 10) == 0);
    json_t *range = json_array_get(json_object_get(hit, "highlights"), 0);
    size_t start = (size_t)json_integer_value(json_array_get(range, 0));
    size_t end = (size_t)json_integer_value(json_array_get(range, 1));
    assert_int_equal(end - start, 3);
    assert_true(strncmp(text + start, "end", 3) == 0);
    assert_string_equal(json_string_value(json_object_get(hit, "url")),
                        "/documents/a%20b%1B%2F%22%27%23%3F%FF#p1");
    json_decref(root);
    pol_buffer_done(&buffer);
}

static void test_json_has_the_keys_of_the_design(void **state)
{
    (void)state;
    static const char *const top[] = {"version",
                                      "query",
                                      "understood",
                                      "tier",
                                      "hidden_not_stated",
                                      "total",
                                      "total_is_exact",
                                      "offset",
                                      "limit",
                                      "took_ms",
                                      "facets",
                                      "hits"};
    static const char *const of_hit[] = {
        "id",   "anchor",     "url",        "title",        "kind",    "conference", "year",
        "date", "number",     "decision",   "decision_raw", "clause",  "label",      "lead_in",
        "text", "text_state", "highlights", "score",        "citation"};
    pol_buffer buffer;
    pol_buffer_init(&buffer, LIMIT);
    pol_render_json(render_sample(), &piped, &buffer);
    json_t *root = load(&buffer);
    for (size_t i = 0; i < sizeof top / sizeof *top; i++)
        assert_non_null(json_object_get(root, top[i]));
    json_t *article = json_array_get(json_object_get(root, "hits"), 2);
    for (size_t i = 0; i < sizeof of_hit / sizeof *of_hit; i++)
        assert_non_null(json_object_get(article, of_hit[i]));
    assert_true(json_is_null(json_object_get(article, "decision")));
    assert_true(json_is_null(json_object_get(article, "conference")));
    json_decref(root);
    pol_buffer_done(&buffer);
}

/* A whole document has no passage: its keys are null. */
static void test_a_hit_without_passage(void **state)
{
    (void)state;
    pol_hit hit = {.stored = render_sample_document(), .tier = POL_TIER_ANY};
    pol_results results = {.hits = &hit,
                           .hit_count = 1,
                           .total = 1,
                           .limit = 10,
                           .understood = POL_SPAN("all documents, 2014")};
    for (int output = 0; output < POL_OUTPUT_COUNT; output++) {
        if (!pol_render_has_output((pol_output)output))
            continue;
        pol_buffer buffer;
        pol_buffer_init(&buffer, LIMIT);
        pol_render_results((pol_output)output, &results, &piped, &buffer);
        assert_int_equal(buffer.status, POL_OK);
        assert_non_null(strstr(buffer.data, "4f0c9a"));
        if (output == POL_OUTPUT_JSON)
            assert_non_null(strstr(buffer.data, "\"anchor\":null,\"url\":\"/documents/4f0c9a\""));
        pol_buffer_done(&buffer);
    }
}

static void test_trec_scores_fall(void **state)
{
    (void)state;
    enum { HITS = 5 };
    static const double scores[HITS] = {1, 5, 5, 2, 900};
    pol_stored stored[HITS] = {0};
    pol_hit hits[HITS] = {0};
    char ids[HITS][2];
    for (int i = 0; i < HITS; i++) {
        snprintf(ids[i], sizeof ids[i], "%c", 'a' + i % 4); /* the last is the first again */
        stored[i].document.id.text = pol_span_of(ids[i]);
        hits[i] = (pol_hit){.stored = &stored[i],
                            .score = scores[i],
                            .tier = i < 2 ? POL_TIER_PASSAGE : POL_TIER_PARTIAL};
    }
    pol_results results = {.hits = hits, .hit_count = HITS};
    pol_buffer buffer;
    pol_buffer_init(&buffer, LIMIT);
    pol_render_trec(&results, &piped, &buffer);
    assert_string_equal(buffer.data, "0 Q0 a 1 3001.0000 polsearch\n"
                                     "0 Q0 b 2 3000.9999 polsearch\n"
                                     "0 Q0 c 3 1005.0000 polsearch\n"
                                     "0 Q0 d 4 1002.0000 polsearch\n");
    pol_buffer_done(&buffer);
}

static void test_full_buffers_are_told(void **state)
{
    (void)state;
    for (int output = 0; output < POL_OUTPUT_COUNT; output++)
        for (size_t limit = 0; limit < 600 && pol_render_has_output((pol_output)output);
             limit += 37) {
            pol_buffer buffer;
            pol_buffer_init(&buffer, limit);
            pol_render_results((pol_output)output, render_sample(), &colored, &buffer);
            assert_true(buffer.size <= limit);
            assert_true(buffer.status == POL_LIMIT || output == POL_OUTPUT_TREC);
            pol_buffer_done(&buffer);
        }
}

static void test_errors_as_json(void **state)
{
    (void)state;
    pol_error error;
    pol_buffer buffer;
    pol_buffer_init(&buffer, LIMIT);
    pol_fail(&error, POL_USAGE, 5, "kind:\"x\": not known");
    pol_render_json_error(&error, &buffer);
    assert_string_equal(buffer.data, "{\"error\":{\"code\":\"usage\",\"message\":"
                                     "\"kind:\\\"x\\\": not known\",\"at\":5}}\n");
    pol_buffer_clear(&buffer);
    pol_fail(&error, POL_IO, 0, "x");
    pol_render_json_error(&error, &buffer);
    assert_non_null(strstr(buffer.data, "\"code\":\"input_output_error\""));
    pol_buffer_done(&buffer);
}

static void test_names_of_formats(void **state)
{
    (void)state;
    for (int output = 0; output < POL_OUTPUT_COUNT; output++)
        assert_int_equal(pol_output_from_name(pol_span_of(pol_output_name((pol_output)output))),
                         output);
    assert_int_equal(pol_output_from_name(POL_SPAN("yaml")), POL_OUTPUT_COUNT);
    assert_int_equal(pol_output_from_name(POL_SPAN("")), POL_OUTPUT_COUNT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_machine_formats),
        cmocka_unit_test(test_documents),
        cmocka_unit_test(test_what_other_files_state),
        cmocka_unit_test(test_remarks_of_groups),
        cmocka_unit_test(test_unknown_words_come_before_hits),
        cmocka_unit_test(test_what_is_off_the_subject_is_not_shown),
        cmocka_unit_test(test_a_lack_is_said_before_hits),
        cmocka_unit_test(test_asking_nothing),
        cmocka_unit_test(test_a_year_without_conference),
        cmocka_unit_test(test_trec),
        cmocka_unit_test(test_lines_are_not_wider_than_asked),
        cmocka_unit_test(test_no_color_means_no_escapes),
        cmocka_unit_test(test_people_are_hidden),
        cmocka_unit_test(test_people_are_shown_where_asked_for),
        cmocka_unit_test(test_hostile_values_are_harmless),
        cmocka_unit_test(test_markdown_has_no_markup_of_theirs),
        cmocka_unit_test(test_csv_cells),
        cmocka_unit_test(test_csv_goes_on_without_header),
        cmocka_unit_test(test_json_reads_back),
        cmocka_unit_test(test_json_has_the_keys_of_the_design),
        cmocka_unit_test(test_a_hit_without_passage),
        cmocka_unit_test(test_trec_scores_fall),
        cmocka_unit_test(test_full_buffers_are_told),
        cmocka_unit_test(test_errors_as_json),
        cmocka_unit_test(test_names_of_formats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
