/* report_test.c - a report and an agenda in every format: golden files, and what each must say. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/utf8.h"
#include "draft/report/parts.h"
#include "tests/unit/draft/report_written.h"

static const pol_render_options piped = {0};
static const pol_render_options narrow = {.width = 64};
static const pol_render_options colored = {.width = 80, .has_color = true};
static const pol_render_options plain = {.width = 60, .has_color = true, .is_plain = true};

static void expect(const char *golden, pol_output output, const pol_report *report,
                   const pol_render_options *options)
{
    pol_buffer buffer = written(output, report, options);
    expect_report_golden(golden, &buffer);
    pol_buffer_done(&buffer);
}

static void expect_agenda(const char *golden, pol_output output, const pol_render_options *options)
{
    pol_buffer buffer = written_agenda(output, agenda_sample(), options);
    expect_report_golden(golden, &buffer);
    pol_buffer_done(&buffer);
}

/* --- golden files --------------------------------------------------------------------- */

static void test_report_reads_as_it_should(void **state)
{
    (void)state;
    expect("report-narrow.txt", POL_OUTPUT_TEXT, report_sample(), &narrow);
    expect("report-piped.txt", POL_OUTPUT_TEXT, report_sample(), &piped);
    expect("report-plain.txt", POL_OUTPUT_TEXT, report_sample(), &plain);
    expect("report-color.txt", POL_OUTPUT_TEXT, report_sample(), &colored);
    expect("report.md", POL_OUTPUT_MARKDOWN, report_sample(), &piped);
    expect("report.csv", POL_OUTPUT_CSV, report_sample(), &piped);
    expect("report.json", POL_OUTPUT_JSON, report_sample(), &piped);
    expect("nothing.txt", POL_OUTPUT_TEXT, report_nothing(), &narrow);
    expect("empty.txt", POL_OUTPUT_TEXT, report_empty(), &narrow);
}

static void test_report_page_is_as_it_should(void **state)
{
    (void)state;
    pol_buffer buffer;
    pol_buffer_init(&buffer, REPORT_LIMIT);
    pol_report_html(report_sample(), "https://example.org/motions", &buffer);
    expect_report_golden("report.html", &buffer);
    pol_buffer_done(&buffer);
}

static void test_agenda_reads_as_it_should(void **state)
{
    (void)state;
    expect_agenda("agenda.txt", POL_OUTPUT_TEXT, &narrow);
    expect_agenda("agenda-plain.txt", POL_OUTPUT_TEXT, &plain);
    expect_agenda("agenda.md", POL_OUTPUT_MARKDOWN, &piped);
    expect_agenda("agenda.csv", POL_OUTPUT_CSV, &piped);
    expect_agenda("agenda.json", POL_OUTPUT_JSON, &piped);
    expect_agenda("agenda.html", POL_OUTPUT_HTML, &piped);
}

/* --- what a delegate must see --------------------------------------------------------- */

static void expect_words(const pol_report *report, const char *words)
{
    static const pol_output read_by_people[] = {POL_OUTPUT_TEXT, POL_OUTPUT_MARKDOWN,
                                                POL_OUTPUT_HTML};
    for (size_t i = 0; i < sizeof read_by_people / sizeof *read_by_people; i++) {
        pol_buffer buffer = written(read_by_people[i], report, &piped);
        if (count_of(&buffer, words) == 0)
            fail_msg("'%s' is not in\n%s", words, buffer.data);
        pol_buffer_done(&buffer);
    }
}

static void test_every_format_says_what_matters(void **state)
{
    (void)state;
    const pol_report *report = report_sample();
    expect_words(report, "2 of 7 demands are already policy.");
    expect_words(report, "already carried (2014)");
    expect_words(report, "possible reversal of what was carried in 2014");
    expect_words(report, "conference rejected this (2011)");
    expect_words(report, "referred or never reached (2019: remitted)");
    expect_words(report, "not looked up: the time was over");
    expect_words(report, "61% of this clause is in the passage; 84% of the passage is in this");
    expect_words(report, "this clause has “oppose”, the passage “support”");
    expect_words(report, "carried before, but no longer policy (2009)");
    expect_words(report, "NO LONGER POLICY: superseded by Motion 4, 2021 Canal Conference");
    expect_words(report, "text as submitted, before amendment");
    expect_words(report, "carried, in Composite C");
    expect_words(report, "this point: lost");
    expect_words(report, "they cannot prove");
    expect_words(report, "and 2 more");
    expect_words(report, "Only what was decided from 2000 on counted.");
    expect_words(report, "says the same as 3 clauses; 42% of the draft is in it");
    expect_words(report, "The time was over before all clauses were looked up.");
    expect_words(report_nothing(), "Nothing like it was found in 1 document of 1998–2021.");
    expect_words(report_nothing(), "The one clause: nothing found.");
    expect_words(report_nothing(), "and more");
    expect_words(report_nothing(), "is no proof that nothing was decided");
    expect_words(report_empty(), "says nothing that could be looked up");
    expect_words(report_empty(), "were left out");
}

/* Nobody is told to withhold a motion. */
static void test_help_is_no_gate(void **state)
{
    (void)state;
    for (size_t i = 0; i < OUTPUTS; i++) {
        pol_buffer buffer = written(report_outputs[i], report_sample(), &piped);
        assert_int_equal(count_of(&buffer, "do not submit"), 0);
        assert_int_equal(count_of(&buffer, "Do not submit"), 0);
        assert_int_equal(count_of(&buffer, "must not"), 0);
        pol_buffer_done(&buffer);
    }
}

static void test_reaffirms_what_is_policy_alone(void **state)
{
    (void)state;
    const pol_report *report = report_sample();
    pol_buffer buffer;
    pol_buffer_init(&buffer, REPORT_LIMIT);
    pol_report_reaffirm(report->findings[1].decisive, &buffer);
    assert_string_equal(buffer.data, "Conference reaffirms Motion 12, “Lamps”, point 2, 2014 Canal "
                                     "Conference (carried as amended).");
    pol_buffer_clear(&buffer);
    pol_report_reaffirm(report->findings[6].decisive, &buffer);
    assert_string_equal(buffer.data, "Conference reaffirms Conference notes the ducks…, 2016 Canal "
                                     "Conference (composited), carried in Composite C.");
    pol_buffer_done(&buffer);
    buffer = written(POL_OUTPUT_TEXT, report, &piped);
    assert_int_equal(count_of(&buffer, "To copy: "), 2); /* not superseded, reversed or lost */
    pol_buffer_done(&buffer);
}

static void test_newer_stands_before_older(void **state)
{
    (void)state;
    const pol_report *report = report_sample();
    pol_buffer buffer;
    const pol_evidence *both[] = {&report->findings[5].evidence[0],
                                  &report->findings[4].evidence[0]};
    pol_evidence evidence[] = {*both[0], *both[1]};
    pol_finding finding = report->findings[5];
    pol_report one = *report;
    finding.evidence = finding.decisive = evidence;
    finding.evidence_count = 2;
    finding.closest[POL_FATE_LOST] = &evidence[0];
    finding.closest[POL_FATE_UNDECIDED] = &evidence[1];
    one.findings = &finding;
    one.finding_count = 1;
    buffer = written(POL_OUTPUT_TEXT, &one, &piped);
    const char *newer = strstr(buffer.data, "Closest undecided clause: Tolls · 2019");
    const char *older = strstr(buffer.data, "Closest lost clause: Boats for All · 2011");
    assert_non_null(newer);
    assert_non_null(older);
    assert_true(newer < older);
    pol_buffer_done(&buffer);
}

/* A report of one clause of the sample, as changed by the caller. */
static pol_report report_of(const pol_finding *finding)
{
    pol_report one = *report_sample();
    one.findings = finding;
    one.finding_count = 1;
    one.scope.year_from = one.scope.year_to = 0;
    return one;
}

static void test_a_clause_that_goes_further_is_told(void **state)
{
    (void)state;
    pol_evidence evidence = *report_sample()->findings[1].decisive;
    pol_finding finding = report_sample()->findings[1];
    pol_report one = report_of(&finding);
    finding.evidence = finding.decisive = finding.closest[POL_FATE_CARRIED] = &evidence;
    finding.closest[POL_FATE_LOST] = finding.closest[POL_FATE_UNDECIDED] = NULL;
    finding.evidence_count = 1;
    evidence.comparison.clause_share = 0.4;
    evidence.comparison.passage_share = 1;
    expect_words(&one, "The one demand: already carried (2014), but the clause says more.");
    pol_finding both[] = {finding, finding};
    one.findings = both;
    one.finding_count = 2;
    expect_words(&one, "All 2 demands are already policy. 2 of them say more than what was");
    one = report_of(&finding);
    evidence.comparison.passage_share = 0.5; /* other words, as far as can be seen */
    expect_words(&one, "The one demand: already carried (2014).");
}

static void test_what_stands_beside_a_lost_part_was_carried(void **state)
{
    (void)state;
    pol_finding finding = report_sample()->findings[1];
    pol_evidence evidence = *finding.decisive;
    pol_stored stored = *evidence.stored; /* its third point was lost */
    pol_report one = report_of(&finding);
    finding.evidence = finding.decisive = finding.closest[POL_FATE_CARRIED] = &evidence;
    finding.closest[POL_FATE_LOST] = finding.closest[POL_FATE_UNDECIDED] = NULL;
    finding.evidence_count = 1;
    evidence.stored = &stored;
    evidence.decision = stored.document.decision = POL_DECISION_CARRIED_PART;
    expect_words(&one, "carried in part (what was lost is another part)");
    assert_true(pol_report_may_reaffirm(&evidence));
    stored.document.passage_count = 1; /* which part was lost is not known */
    assert_false(pol_report_may_reaffirm(&evidence));
}

static void test_nothing_found_is_of_the_years_asked_for(void **state)
{
    (void)state;
    static const struct {
        int from, to;
        const char *words;
    } periods[] = {{2012, 2012, "in what was decided in 2012."},
                   {2012, 2019, "in what was decided from 2012 to 2019."},
                   {2012, 0, "in what was decided from 2012 on."},
                   {0, 2019, "in what was decided until 2019."}};
    pol_report nothing = *report_nothing();
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++) {
        nothing.scope.year_from = periods[i].from;
        nothing.scope.year_to = periods[i].to;
        expect_words(&nothing, periods[i].words);
    }
}

static void test_one_clause_may_be_too_short_or_too_long(void **state)
{
    (void)state;
    pol_draft_clause clause = *report_nothing()->findings[0].clause;
    pol_finding finding = report_nothing()->findings[0];
    pol_report nothing = *report_nothing();
    nothing.findings = &finding;
    finding.clause = &clause;
    clause.text = POL_SPAN("bus fares");
    expect_words(&nothing, "So few words cannot be compared: search for them instead.");
    clause.text = POL_SPAN("cheaper bus fares for all who work at night");
    expect_words(&nothing, "The one clause: nothing found.");
    pol_buffer buffer = written(POL_OUTPUT_TEXT, &nothing, &piped);
    assert_int_equal(count_of(&buffer, "So few words"), 0);
    assert_int_equal(count_of(&buffer, "It is long"), 0);
    pol_buffer_done(&buffer);
#define TWENTY "boats are a good way to go from here to there and back in the rain or in the sun "
    clause.text = POL_SPAN(TWENTY TWENTY TWENTY);
    expect_words(&nothing, "It is long: put each demand in a point of its own, and each gets its");
}

/* Where nothing was found there is no year and no address of something. */
static void test_agenda_row_without_finding_names_none(void **state)
{
    (void)state;
    pol_agenda agenda = *agenda_sample();
    pol_agenda_row row = agenda.rows[2];
    row.verdict = POL_VERDICT_NOTHING;
    row.duplicate_of = SIZE_MAX;
    agenda.rows = &row;
    agenda.row_count = 1;
    agenda.group_count = 0;
    agenda.scope = report_nothing()->scope; /* names other years */
    assert_non_null(row.decisive);
    for (size_t i = 0; i < OUTPUTS; i++) {
        pol_buffer buffer = written_agenda(report_outputs[i], &agenda, &piped);
        assert_int_equal(count_of(&buffer, "2014"), 0);
        assert_int_equal(count_of(&buffer, "lamps-2014"), 0);
        pol_buffer_done(&buffer);
    }
}

/* --- machine formats ------------------------------------------------------------------ */

static const char *string_at(const json_t *object, const char *key)
{
    const char *value = json_string_value(json_object_get(object, key));
    assert_non_null(value);
    return value;
}

static void test_json_points_into_its_lists(void **state)
{
    (void)state;
    pol_buffer buffer = written(POL_OUTPUT_JSON, report_sample(), &piped);
    json_t *root = parsed(&buffer);
    json_t *finding = json_array_get(json_object_get(root, "findings"), 1);
    json_t *evidence = json_array_get(json_object_get(finding, "evidence"), 0);
    json_t *closest = json_object_get(finding, "closest");
    assert_int_equal(json_integer_value(json_object_get(root, "version")), 1);
    assert_string_equal(string_at(root, "verdict"), "carried_in_part");
    assert_string_equal(string_at(finding, "verdict"), "already_carried");
    assert_int_equal(json_integer_value(json_object_get(finding, "year")), 2014);
    assert_int_equal(json_integer_value(json_object_get(finding, "decisive")), 0);
    assert_int_equal(json_integer_value(json_object_get(closest, "carried")), 0);
    assert_int_equal(json_integer_value(json_object_get(closest, "lost")), 1);
    assert_int_equal(json_integer_value(json_object_get(closest, "undecided")), 2);
    assert_string_equal(string_at(evidence, "url"), "/documents/lamps-2014#p2");
    assert_string_equal(string_at(evidence, "fate"), "carried");
    assert_string_equal(string_at(evidence, "lead_in"), "Conference instructs:");
    json_t *last = json_array_get(json_object_get(root, "findings"), 7);
    assert_true(json_is_null(json_object_get(last, "verdict")));
    assert_true(json_is_true(json_object_get(last, "is_skipped")));
    assert_true(json_is_null(json_object_get(json_object_get(last, "closest"), "lost")));
    json_decref(root);
    pol_buffer_done(&buffer);
}

/* The bytes of each range, between bars. */
static void expect_ranges(const json_t *object, const char *key, const char *text_of,
                          const json_t *text_in, const char *wanted)
{
    const char *text = string_at(text_in, text_of);
    char got[200] = "";
    size_t i;
    json_t *range;
    json_array_foreach(json_object_get(object, key), i, range)
    {
        int start = (int)json_integer_value(json_array_get(range, 0));
        int end = (int)json_integer_value(json_array_get(range, 1));
        size_t used = strlen(got);
        assert_true(start < end && (size_t)end <= strlen(text));
        snprintf(got + used, sizeof got - used, "%.*s|", end - start, text + start);
    }
    assert_string_equal(got, wanted);
}

static void test_json_ranges_are_bytes_of_the_strings(void **state)
{
    (void)state;
    pol_buffer buffer = written(POL_OUTPUT_JSON, report_sample(), &piped);
    json_t *root = parsed(&buffer);
    json_t *finding = json_array_get(json_object_get(root, "findings"), 2);
    json_t *evidence = json_array_get(json_object_get(finding, "evidence"), 0);
    expect_ranges(evidence, "highlights", "text", evidence, "brighter lamps|towpath|");
    expect_ranges(evidence, "clause_highlights", "text", finding, "brighter lamps|towpath|");
    json_t *opposite = json_object_get(evidence, "clause_opposite");
    assert_int_equal(json_integer_value(json_array_get(opposite, 0)), 0);
    assert_int_equal(json_integer_value(json_array_get(opposite, 1)), strlen("oppose"));
    json_decref(root);
    pol_buffer_done(&buffer);
}

/* Behind bytes that are no UTF-8 each of which is written as three. */
static void test_json_ranges_follow_what_is_written(void **state)
{
    (void)state;
    static const pol_passage passage = {.ordinal = 1, .text = POL_SPAN("\xff\xff lamps \xff end")};
    static const pol_highlight marks[] = {{3, 8}, {11, 14}};
    const pol_report *sample = report_sample();
    pol_evidence evidence = sample->findings[1].evidence[0];
    pol_finding finding = sample->findings[1];
    pol_report report = *sample;
    evidence.passage = &passage;
    evidence.comparison.passage_marks = marks;
    finding.evidence = finding.decisive = &evidence;
    finding.evidence_count = 1;
    report.findings = &finding;
    report.finding_count = 1;
    pol_buffer buffer = written(POL_OUTPUT_JSON, &report, &piped);
    json_t *root = parsed(&buffer);
    json_t *first = json_array_get(json_object_get(root, "findings"), 0);
    json_t *one = json_array_get(json_object_get(first, "evidence"), 0);
    expect_ranges(one, "highlights", "text", one, "lamps|end|");
    json_decref(root);
    pol_buffer_done(&buffer);
}

static void test_agenda_json_points_into_its_rows(void **state)
{
    (void)state;
    pol_buffer buffer = written_agenda(POL_OUTPUT_JSON, agenda_sample(), &piped);
    json_t *root = parsed(&buffer);
    json_t *rows = json_object_get(root, "rows");
    json_t *group = json_array_get(json_object_get(root, "groups"), 0);
    assert_int_equal(json_array_size(rows), 3);
    assert_int_equal(json_integer_value(json_object_get(json_array_get(rows, 1), "duplicate_of")),
                     0);
    assert_true(json_is_null(json_object_get(json_array_get(rows, 0), "duplicate_of")));
    assert_true(json_is_null(json_object_get(json_array_get(rows, 1), "decisive")));
    assert_int_equal(json_integer_value(json_array_get(json_object_get(group, "rows"), 1)), 1);
    json_decref(root);
    pol_buffer_done(&buffer);
}

/* --- formats and failures ------------------------------------------------------------- */

static void test_formats(void **state)
{
    (void)state;
    assert_true(pol_report_has_output(POL_OUTPUT_HTML));
    assert_true(pol_report_has_output(POL_OUTPUT_CSV));
    assert_false(pol_report_has_output(POL_OUTPUT_TREC));
    assert_false(pol_report_has_output(POL_OUTPUT_JSONL));
    assert_false(pol_report_has_output(POL_OUTPUT_COUNT));
}

static void test_a_full_buffer_is_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < OUTPUTS; i++) {
        pol_buffer buffer;
        pol_buffer_init(&buffer, 200);
        pol_report_render(report_outputs[i], report_sample(), &piped, &buffer);
        assert_int_equal(buffer.status, POL_LIMIT);
        pol_buffer_done(&buffer);
        pol_buffer_init(&buffer, 100);
        pol_agenda_render(report_outputs[i], agenda_sample(), &piped, &buffer);
        assert_int_equal(buffer.status, POL_LIMIT);
        pol_buffer_done(&buffer);
    }
}

/* An agenda with two other numbers. */
static pol_agenda agenda_numbered(const char *first, const char *second)
{
    static pol_document documents[2];
    static pol_agenda_row rows[2];
    pol_agenda agenda = *agenda_sample();
    for (size_t i = 0; i < 2; i++) {
        rows[i] = agenda.rows[i];
        documents[i] = *agenda.rows[i].document;
        documents[i].number.text = pol_span_of(i ? second : first);
        rows[i].document = &documents[i];
    }
    agenda.rows = rows;
    agenda.row_count = 2;
    return agenda;
}

/* What is printed instead of a number is broken only where it would take the room of the rest. */
static void test_table_gives_numbers_room(void **state)
{
    (void)state;
    static const size_t widths[] = {0, 40, 64, 100};
    const pol_render_options narrow_table = {.width = 64};
    pol_agenda agenda = agenda_numbered("7", "Composite C");
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        const pol_render_options options = {.width = widths[i]};
        pol_buffer buffer = written_agenda(POL_OUTPUT_TEXT, &agenda, &options);
        assert_int_equal(count_of(&buffer, "\nComposite C  Dredging"), 1);
        assert_int_equal(count_of(&buffer, "\n7            A Basin"), 1);
        pol_buffer_done(&buffer);
    }
    agenda = agenda_numbered("Emergency Motion 3", "Emergency Composite Motion 12");
    pol_buffer buffer = written_agenda(POL_OUTPUT_TEXT, &agenda, &narrow_table);
    assert_int_equal(count_of(&buffer, "\nEmergency Motion 3  A Basin"), 1);
    assert_int_equal(count_of(&buffer, "\nEmergency           Dredging"), 1);
    assert_int_equal(count_of(&buffer, "\nComposite Motion"), 1);
    pol_buffer_done(&buffer);
}

/* An agenda's table keeps to the columns asked for. */
static void test_table_fits(void **state)
{
    (void)state;
    static const size_t widths[] = {0, 40, 64, 80, 100, 200};
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        pol_render_options options = {.width = widths[i]};
        size_t limit = widths[i] == 0 ? 80 : widths[i] > 100 ? 100 : widths[i];
        pol_buffer buffer = written_agenda(POL_OUTPUT_TEXT, agenda_sample(), &options);
        const char *line = strstr(buffer.data, "\n\nNo.");
        assert_non_null(line);
        const char *end = strstr(line, "\n\nGroup");
        assert_non_null(end);
        for (line += 2; line < end;) {
            size_t size = strcspn(line, "\n");
            assert_true(pol_utf8_columns(pol_span_make(line, size)) <= limit);
            line += size + 1;
        }
        pol_buffer_done(&buffer);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_report_reads_as_it_should),
        cmocka_unit_test(test_report_page_is_as_it_should),
        cmocka_unit_test(test_agenda_reads_as_it_should),
        cmocka_unit_test(test_every_format_says_what_matters),
        cmocka_unit_test(test_help_is_no_gate),
        cmocka_unit_test(test_reaffirms_what_is_policy_alone),
        cmocka_unit_test(test_newer_stands_before_older),
        cmocka_unit_test(test_a_clause_that_goes_further_is_told),
        cmocka_unit_test(test_what_stands_beside_a_lost_part_was_carried),
        cmocka_unit_test(test_nothing_found_is_of_the_years_asked_for),
        cmocka_unit_test(test_one_clause_may_be_too_short_or_too_long),
        cmocka_unit_test(test_agenda_row_without_finding_names_none),
        cmocka_unit_test(test_json_points_into_its_lists),
        cmocka_unit_test(test_json_ranges_are_bytes_of_the_strings),
        cmocka_unit_test(test_json_ranges_follow_what_is_written),
        cmocka_unit_test(test_agenda_json_points_into_its_rows),
        cmocka_unit_test(test_formats),
        cmocka_unit_test(test_a_full_buffer_is_told),
        cmocka_unit_test(test_table_gives_numbers_room),
        cmocka_unit_test(test_table_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
