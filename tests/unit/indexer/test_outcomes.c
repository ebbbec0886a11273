/* test_outcomes.c - what reports state, kept in an index, and which conferences are stale. */
#include "tests/unit/indexer/noting.h"

#include "indexer/metadata.h"
#include "indexer/outcomes.h"

static pol_outcome_point points[] = {{POL_SPAN("2"), POL_DECISION_LOST}};

static pol_extracted_outcome outcome(const char *number, const char *conference, int year)
{
    return (pol_extracted_outcome){.outcome = {.kind = POL_KIND_MOTION,
                                               .number = pol_span_of(number),
                                               .conference_name = pol_span_of(conference),
                                               .year = year,
                                               .decision = POL_DECISION_CARRIED_PART,
                                               .words = POL_SPAN("carried in parts"),
                                               .points = points,
                                               .point_count = 1,
                                               .line_text = POL_SPAN("16: carried in parts"),
                                               .line = 7}};
}

static void record(const char *key, const pol_extracted_outcome *outcomes, size_t count)
{
    assert_fine(pol_outcomes_record(&ledger, pol_span_of(key), pol_span_of(strchr(key, '/') + 1),
                                    outcomes, count, &error));
}

static pol_known_outcome *load(size_t wanted)
{
    pol_known_outcome *known = NULL;
    size_t count = 0;
    assert_fine(pol_outcomes_load(ledger.reader, &arena, &known, &count, &error));
    assert_int_equal(count, wanted);
    return known;
}

/* The marked keys, a space behind each; clears them. */
static const char *stale(void)
{
    static char text[1024];
    pol_span *keys = NULL;
    size_t count = 0, size = 0;
    assert_fine(pol_stale_list(ledger.reader, &arena, &keys, &count, &error));
    text[0] = '\0';
    for (size_t i = 0; i < count; i++) {
        size += (size_t)snprintf(text + size, sizeof text - size, "%.*s;", POL_SPAN_ARGS(keys[i]));
        assert_fine(pol_stale_clear(&ledger, keys[i], &error));
    }
    return text;
}

static void what_is_recorded_is_loaded(void **state)
{
    (void)state;
    pol_extracted_outcome outcomes[] = {outcome("16", "Canteen Conference", 2031),
                                        outcome("17", "Canteen Conference", 2031)};
    outcomes[1].member = POL_SPAN("box/report.txt");
    record("1/a.zip", outcomes, 2);
    const pol_known_outcome *known = load(2);
    assert_text(known[0].file_key, "1/a.zip");
    assert_text(known[0].join.file, "a.zip");
    assert_text(known[0].join.outcome.number, "16");
    assert_text(known[0].join.outcome.words, "carried in parts");
    assert_int_equal(known[0].join.outcome.year, 2031);
    assert_int_equal(known[0].join.outcome.point_count, 1);
    assert_text(known[0].join.outcome.points[0].label, "2");
    assert_int_equal(known[0].join.outcome.line, 7);
    assert_text(known[1].join.file, "a.zip/box/report.txt");
    assert_null(known[1].join.assigned.data);
}

static void both_of_before_and_after_are_stale(void **state)
{
    (void)state;
    pol_extracted_outcome before = outcome("16", "Canteen Conference", 2031),
                          after = outcome("16", "Canteen Conference", 2030);
    record("1/a.txt", &before, 1);
    assert_string_equal(stale(), "2031|canteen conference;");
    assert_string_equal(stale(), "");
    record("1/a.txt", &after, 1);
    assert_string_equal(stale(), "2030|canteen conference;2031|canteen conference;");
    record("1/a.txt", NULL, 0);
    assert_string_equal(stale(), "2030|canteen conference;");
    load(0);
    record("1/a.txt", NULL, 0); /* nothing to forget, nothing to join */
    assert_string_equal(stale(), "");
}

/* Lines of no known conference are marked too: they must be told of. */
static void a_line_of_no_conference_is_marked(void **state)
{
    (void)state;
    pol_extracted_outcome lines[] = {outcome("16", NULL, 2031), outcome("17", "Tea Conference", 0)};
    char buffer[POL_JOIN_KEY_MAX];
    record("1/a.txt", lines, 2);
    pol_span key = pol_outcome_key(&lines[0].outcome, buffer);
    assert_true(key.size > 0);
    assert_int_equal(pol_join_key(POL_SPAN("Tea Conference"), 0, buffer).size, 0);
    char wanted[64];
    snprintf(wanted, sizeof wanted, "%.*s;", POL_SPAN_ARGS(key));
    assert_string_equal(stale(), wanted);
}

static void marks_are_no_sum(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++)
        assert_fine(pol_stale_mark(&ledger, POL_SPAN("2031|tea"), &error));
    assert_fine(pol_stale_mark(&ledger, pol_span_make(NULL, 0), &error)); /* no key, no mark */
    assert_string_equal(stale(), "2031|tea;");
}

/* Names longer than a key of the index may be. */
static void long_conferences_are_told_apart(void **state)
{
    (void)state;
    char keys[2][400];
    pol_span *list = NULL;
    size_t count = 0;
    for (size_t i = 0; i < 2; i++) {
        memset(keys[i], 'c', sizeof keys[i] - 1);
        keys[i][398] = (char)('a' + i);
        keys[i][399] = '\0';
        assert_fine(pol_stale_mark(&ledger, pol_span_of(keys[i]), &error));
    }
    assert_fine(pol_stale_list(ledger.reader, &arena, &list, &count, &error));
    assert_int_equal(count, 2);
    assert_int_equal(list[0].size, 399);
    assert_fine(pol_stale_clear(&ledger, list[0], &error));
    assert_fine(pol_stale_list(ledger.reader, &arena, &list, &count, &error));
    assert_int_equal(count, 1);
}

static void copies_what_is_below_a_root(void **state)
{
    (void)state;
    pol_extracted_outcome line = outcome("16", "Canteen Conference", 2031);
    record("1/a.txt", &line, 1);
    record("12/b.txt", &line, 1);
    assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
    const xc_writer_options options = {.mode = XC_CREATE};
    xc_writer *other;
    pol_ledger copy;
    assert_int_equal(xc_writer_open(at("copy"), &options, &other, NULL), XC_OK);
    assert_fine(pol_ledger_open(&copy, other, &error));
    assert_fine(pol_outcomes_copy(&copy, ledger.reader, POL_SPAN("1/"), &error));
    pol_known_outcome *known;
    size_t count;
    assert_fine(pol_outcomes_load(copy.reader, &arena, &known, &count, &error));
    assert_int_equal(count, 1);
    assert_text(known[0].file_key, "1/a.txt");
    pol_ledger_close(&copy);
    xc_writer_free(other);
}

/* What the index holds may be damaged: at each byte, and cut anywhere. */
static void damage_is_told(void **state)
{
    (void)state;
    pol_extracted_outcome lines[] = {outcome("16", "Canteen Conference", 2031),
                                     outcome("17", "Canteen Conference", 2031)};
    record("1/a.txt", lines, 2);
    static char whole[1024], copy[1024];
    xc_bytes value;
    const xc_bytes key = {"said/1/a.txt", 12};
    assert_int_equal(xc_reader_metadata(ledger.reader, key, &value, NULL), XC_OK);
    const size_t size = value.size;
    assert_true(size > 0 && size < sizeof whole);
    memcpy(whole, value.data, size);
    size_t corrupt = 0;
    for (size_t place = 0; place < 2 * size; place++) {
        pol_known_outcome *known;
        size_t count;
        memcpy(copy, whole, size);
        copy[place % size] ^= 0x55;
        pol_span bytes = pol_span_make(copy, place < size ? size : place - size);
        if (place >= size)
            bytes = pol_span_make(whole, place - size);
        if (bytes.size == 0)
            continue;
        assert_fine(pol_metadata_set(writer, POL_SPAN("said/1/a.txt"), bytes, &error));
        pol_arena_done(&arena);
        pol_status status = pol_outcomes_load(ledger.reader, &arena, &known, &count, &error);
        assert_true(status == POL_OK || status == POL_CORRUPT);
        assert_true(place < size || status == POL_CORRUPT);
        corrupt += status == POL_CORRUPT;
    }
    assert_true(corrupt > size);
    assert_non_null(strstr(error.text, "polindex --rebuild"));
}

int main(void)
{
#define IN_INDEX(test) cmocka_unit_test_setup_teardown(test, open_ledger, close_ledger)
    const struct CMUnitTest tests[] = {
        IN_INDEX(what_is_recorded_is_loaded),
        IN_INDEX(both_of_before_and_after_are_stale),
        IN_INDEX(a_line_of_no_conference_is_marked),
        IN_INDEX(marks_are_no_sum),
        IN_INDEX(long_conferences_are_told_apart),
        IN_INDEX(copies_what_is_below_a_root),
        IN_INDEX(damage_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
