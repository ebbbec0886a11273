/* test_corrections.c - what people corrected, kept in an index, and its effect. */
#include "tests/unit/indexer/noting.h"

#include "indexer/corrections.h"
#include "indexer/metadata.h"

static pol_corrections all;

static void keep(const char *target, const char *field, const char *value)
{
    const pol_correction made = {.target = pol_span_of(target),
                                 .field = pol_span_of(field),
                                 .value = pol_span_of(value),
                                 .by = POL_SPAN("Pat"),
                                 .on = POL_SPAN("2031-05-06"),
                                 .reason = POL_SPAN("minutes")};
    assert_fine(pol_correction_store(&ledger, &made, &error));
    assert_fine(pol_corrections_load(ledger.reader, &arena, &all, &error));
}

static const char *value_of(const char *target, const char *field)
{
    static char value[256];
    const pol_correction *found =
        pol_correction_find(&all, pol_span_of(target), pol_span_of(field));
    snprintf(value, sizeof value, "%.*s", found ? (int)found->value.size : 0,
             found ? found->value.data : "");
    return found ? value : NULL;
}

static void what_is_kept_is_found(void **state)
{
    (void)state;
    keep("3f2a", "title", "Mugs");
    keep("0001", "decision", "lost");
    keep("3f2a", "decision", "carried");
    assert_int_equal(all.count, 3);
    assert_string_equal(value_of("3f2a", "title"), "Mugs");
    assert_string_equal(value_of("3f2a", "Decision"), "carried");
    assert_string_equal(value_of("0001", "decision"), "lost");
    assert_null(value_of("0001", "title"));
    assert_null(value_of("none", "title"));
    size_t count;
    const pol_correction *of = pol_corrections_of(&all, POL_SPAN("3f2a"), &count);
    assert_int_equal(count, 2);
    assert_text(of[0].by, "Pat");
    assert_text(of[0].on, "2031-05-06");
    assert_text(of[0].reason, "minutes");
    assert_null(pol_corrections_of(&all, POL_SPAN("3f2"), &count));
    assert_int_equal(count, 0);
}

/* One field has one correction, however its name is typed. */
static void the_last_word_holds(void **state)
{
    (void)state;
    keep("3f2a", "title", "Mugs");
    keep("3f2a", "Title", "Cups");
    assert_int_equal(all.count, 1);
    assert_string_equal(value_of("3f2a", "title"), "Cups");
    keep("3f2a", "TITLE", "Undo");
    assert_int_equal(all.count, 0);
    keep("3f2a", "title", "undo"); /* of what is not there */
    assert_int_equal(all.count, 0);
}

static void one_that_is_too_long_is_refused(void **state)
{
    (void)state;
    static char reason[(1 << 20) + 1];
    memset(reason, 'x', sizeof reason);
    const pol_correction made = {.target = POL_SPAN("3f2a"),
                                 .field = POL_SPAN("title"),
                                 .value = POL_SPAN("Mugs"),
                                 .reason = pol_span_make(reason, sizeof reason)};
    assert_int_equal(pol_correction_store(&ledger, &made, &error), POL_LIMIT);
    assert_fine(pol_corrections_load(ledger.reader, &arena, &all, &error));
    assert_int_equal(all.count, 0);
}

static void copies_all(void **state)
{
    (void)state;
    keep("3f2a", "title", "Mugs");
    keep("line/1", "document", "none");
    assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
    const xc_writer_options options = {.mode = XC_CREATE};
    xc_writer *other;
    pol_ledger copy;
    assert_int_equal(xc_writer_open(at("copy"), &options, &other, NULL), XC_OK);
    assert_fine(pol_ledger_open(&copy, other, &error));
    assert_fine(pol_corrections_copy(&copy, ledger.reader, &error));
    assert_fine(pol_corrections_load(copy.reader, &arena, &all, &error));
    assert_int_equal(all.count, 2);
    assert_string_equal(value_of("3f2a", "title"), "Mugs");
    pol_ledger_close(&copy);
    xc_writer_free(other);
}

static void damage_is_told(void **state)
{
    (void)state;
    static const char *const values[] = {"\x05"
                                         "abc",
                                         "\x02"
                                         "a",
                                         "\xff", "\0\0\0\0\0\0x"};
    static const size_t sizes[] = {4, 2, 1, 7};
    for (size_t i = 0; i < 4; i++) {
        assert_fine(pol_metadata_set(writer, POL_SPAN("correction/x"),
                                     pol_span_make(values[i], sizes[i]), &error));
        assert_int_equal(pol_corrections_load(ledger.reader, &arena, &all, &error), POL_CORRUPT);
    }
}

/* --- documents ---------------------------------------------------------------------- */

static bool apply(pol_document *document)
{
    bool is_changed;
    assert_fine(pol_corrections_apply(&all, document, &arena, &is_changed, &error));
    return is_changed;
}

static void corrections_are_applied(void **state)
{
    (void)state;
    pol_document document = {.id = {.text = POL_SPAN("3f2a")},
                             .kind = POL_KIND_MOTION,
                             .title = {.text = POL_SPAN("Mugs")},
                             .decision = POL_DECISION_UNKNOWN};
    assert_false(apply(&document));
    keep("3f2a", "title", "ok"); /* it is right as it is */
    keep("other", "decision", "lost");
    assert_false(apply(&document));
    assert_text(document.title.text, "Mugs");
    keep("3f2a", "decision", "carried");
    keep("3f2a", "conference", "2031 Tea Conference");
    keep("3f2a", "year", "2030");
    assert_true(apply(&document));
    assert_int_equal(document.decision, POL_DECISION_CARRIED);
    assert_text(document.conference_name, "Tea Conference");
    assert_int_equal(document.year, 2030); /* the year's own correction holds */
}

/* A later version of the program may know fewer words: the document is still indexed. */
static void values_that_are_none_are_passed_over(void **state)
{
    (void)state;
    pol_document document = {.id = {.text = POL_SPAN("3f2a")}, .kind = POL_KIND_MOTION};
    keep("3f2a", "decision", "carryed");
    keep("3f2a", "colour", "red");
    keep("3f2a", "number", "12");
    apply(&document);
    assert_int_equal(document.decision, POL_DECISION_NONE);
    assert_text(document.number.text, "12");
}

/* --- lines of reports --------------------------------------------------------------- */

static pol_join_outcome line(void)
{
    return (pol_join_outcome){
        .outcome = {.decision = POL_DECISION_CARRIED, .line_text = POL_SPAN("17 Saucers: CARRIED")},
        .file = POL_SPAN("report.txt")};
}

static void keep_line(const char *field, const char *value)
{
    char buffer[POL_LINE_TARGET_SIZE], target[POL_LINE_TARGET_SIZE];
    pol_span made =
        pol_correction_line_target(POL_SPAN("report.txt"), POL_SPAN("17 Saucers: CARRIED"), buffer);
    snprintf(target, sizeof target, "%.*s", POL_SPAN_ARGS(made));
    keep(target, field, value);
}

static void lines_are_known_by_file_and_words(void **state)
{
    (void)state;
    char a[POL_LINE_TARGET_SIZE], b[POL_LINE_TARGET_SIZE];
    static const char *const others[][2] = {{"report.txt", "17 Saucers: LOST"},
                                            {"reports.txt", "17 Saucers: CARRIED"}};
    pol_span first =
        pol_correction_line_target(POL_SPAN("report.txt"), POL_SPAN("17 Saucers: CARRIED"), a);
    assert_true(pol_span_starts(first, POL_SPAN("line/")));
    assert_true(first.size < POL_LINE_TARGET_SIZE);
    for (size_t i = 0; i < 2; i++)
        assert_false(
            pol_span_equal(first, pol_correction_line_target(pol_span_of(others[i][0]),
                                                             pol_span_of(others[i][1]), b)));
}

static void a_line_gets_its_document(void **state)
{
    (void)state;
    pol_join_outcome outcome = line();
    assert_true(pol_corrections_assign(&all, &outcome));
    assert_null(outcome.assigned.data);
    keep_line("document", "3f2a");
    assert_true(pol_corrections_assign(&all, &outcome));
    assert_text(outcome.assigned, "3f2a");
    assert_text(pol_correction_assigned(&all.items[0]), "3f2a");
    static const char *const none[] = {"none", "NONE", "ok"};
    for (size_t i = 0; i < 3; i++) {
        outcome = line();
        keep_line("document", none[i]);
        assert_false(pol_corrections_assign(&all, &outcome));
        assert_null(pol_correction_assigned(&all.items[0]).data);
    }
}

static void a_line_gets_its_decision(void **state)
{
    (void)state;
    static const struct {
        const char *value;
        pol_decision before, after;
        bool is_kept;
    } cases[] = {
        {"lost", POL_DECISION_CARRIED, POL_DECISION_LOST, true},
        {"carried_amended", POL_DECISION_NONE, POL_DECISION_CARRIED_AMENDED, true},
        {"Resolution", POL_DECISION_NONE, POL_DECISION_CARRIED, true},
        {"ok", POL_DECISION_CARRIED, POL_DECISION_CARRIED, true},
        {"ok", POL_DECISION_NONE, POL_DECISION_NONE, false}, /* words that say nothing */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pol_join_outcome outcome = line();
        outcome.outcome.decision = (uint8_t)cases[i].before;
        keep_line("decision", cases[i].value);
        assert_int_equal(pol_corrections_assign(&all, &outcome), cases[i].is_kept);
        assert_int_equal(outcome.outcome.decision, cases[i].after);
        assert_null(pol_correction_assigned(&all.items[0]).data);
    }
}

static int open_empty(void **state)
{
    all = (pol_corrections){0};
    return open_ledger(state);
}

int main(void)
{
#define IN_INDEX(test) cmocka_unit_test_setup_teardown(test, open_empty, close_ledger)
    const struct CMUnitTest tests[] = {
        IN_INDEX(what_is_kept_is_found),
        IN_INDEX(the_last_word_holds),
        IN_INDEX(one_that_is_too_long_is_refused),
        IN_INDEX(copies_all),
        IN_INDEX(damage_is_told),
        IN_INDEX(corrections_are_applied),
        IN_INDEX(values_that_are_none_are_passed_over),
        IN_INDEX(lines_are_known_by_file_and_words),
        IN_INDEX(a_line_gets_its_document),
        IN_INDEX(a_line_gets_its_decision),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
