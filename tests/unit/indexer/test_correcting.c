/* test_correcting.c - CSVs taken back by an index: all of one, or nothing. */
#include "tests/unit/indexer/updating.h"

#include "indexer/correcting.h"

#define CONFERENCE "2031 Canteen Staff Conference"

/* Writes a CSV of these rows ("ID,field,value") and takes it back. */
static pol_status try_correct(const char *rows, pol_summary *ret_summary)
{
    char text[4096];
    snprintf(text, sizeof text, "id,field,correction,file,display_title\n%s", rows);
    write_file("review.csv", text);
    return try_run((run_options){.corrections = "review.csv"}, ret_summary);
}

/* `row` is "field,value". */
static pol_summary correct(const char *id, const char *row)
{
    char rows[2048];
    pol_summary summary;
    snprintf(rows, sizeof rows, "%s,%s\n", id, row);
    if (try_correct(rows, &summary) != POL_OK)
        fail_msg("%s", error.text);
    return summary;
}

static void assert_refused(const char *rows, pol_status status, const char *says)
{
    pol_summary summary;
    assert_int_equal(try_correct(rows, &summary), status);
    if (!strstr(error.text, says))
        fail_msg("says '%s', not '%s'", error.text, says);
}

/* The corrections of the index, a line each, without the heading. */
static const char *listed(void)
{
    static char text[4096];
    pol_buffer buffer;
    pol_buffer_init(&buffer, sizeof text - 1);
    assert_int_equal(pol_corrections_list(at("index"), &buffer, &error), POL_OK);
    snprintf(text, sizeof text, "%.*s", POL_SPAN_ARGS(pol_buffer_span(&buffer)));
    pol_buffer_done(&buffer);
    const char *rest = strstr(text, "\r\n");
    assert_non_null(rest);
    return rest + 2;
}

static int make_mugs(void **state)
{
    if (make_files(state) != 0)
        return -1;
    write_motion("files/mugs.txt", "Mugs", CONFERENCE, "");
    write_motion("files/cups.txt", "Cups", CONFERENCE, "");
    run();
    return 0;
}

/* --- documents ---------------------------------------------------------------------- */

static const struct {
    const char *field, *value;
} fields[] = {
    {"conference", "2030 Tea Conference"}, {"year", "2029"},        {"date", "2029-05-04"},
    {"decision", "carried as amended"},    {"number", "12A"},       {"kind", "composite"},
    {"text_state", "as_amended"},          {"standing", "current"}, {"organisation", "Tea Union"},
};

static void assert_all_fields(void)
{
    look made = look_at("Mugs");
    const pol_document *document = &made.held.stored.document;
    assert_true(pol_span_equal(document->conference_name, POL_SPAN("Tea Conference")));
    assert_int_equal(document->year, 2029);
    assert_int_equal(document->date.year, 2029);
    assert_int_equal(document->decision, POL_DECISION_CARRIED_AMENDED);
    assert_true(pol_span_equal(document->number.text, POL_SPAN("12A")));
    assert_int_equal(document->kind, POL_KIND_COMPOSITE);
    assert_int_equal(document->text_state, POL_TEXT_STATE_AS_AMENDED);
    assert_int_equal(document->standing, POL_STANDING_CURRENT);
    assert_true(pol_span_equal(document->organisation.text, POL_SPAN("Tea Union")));
    assert_int_equal(document->number.origin, POL_ORIGIN_CORRECTION);
    look_done(&made);
}

static void every_field_is_kept_through_reading_and_rebuilding(void **state)
{
    (void)state;
    char rows[2048], id[64];
    size_t size = 0;
    snprintf(id, sizeof id, "%s", id_of("Mugs"));
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        size += (size_t)snprintf(rows + size, sizeof rows - size, "%s,%s,%s\n", id, fields[i].field,
                                 fields[i].value);
    pol_summary summary;
    assert_int_equal(try_correct(rows, &summary), POL_OK);
    assert_int_equal(summary.corrected, sizeof fields / sizeof *fields);
    assert_all_fields();
    write_motion("files/mugs.txt", "Mugs", CONFERENCE, "\nThis is in a later printing.\n");
    run();
    assert_all_fields();
    run_as((run_options){.is_rebuild = true});
    assert_all_fields();
    assert_string_equal(id_of("Mugs"), id);
}

static void a_title_is_corrected_and_undone(void **state)
{
    (void)state;
    char id[64];
    snprintf(id, sizeof id, "%s", id_of("Mugs"));
    correct(id, "title,Pots");
    assert_string_equal(id_of("Pots"), id);
    assert_non_null(strstr(listed(), "\"title\",\"Pots\""));
    correct(id, "title,undo");
    assert_string_equal(id_of("Mugs"), id);
    assert_string_equal(listed(), "");
}

/* A second correction is as if there had been no first. */
static void a_replaced_correction_leaves_nothing(void **state)
{
    (void)state;
    char id[64];
    snprintf(id, sizeof id, "%s", id_of("Mugs"));
    correct(id, "conference,2029 Tea Conference");
    correct(id, "conference,Tea Conference");
    look made = look_at("Mugs");
    assert_int_equal(made.held.stored.document.year, 2031); /* as its text has it */
    assert_true(
        pol_span_equal(made.held.stored.document.conference_name, POL_SPAN("Tea Conference")));
    look_done(&made);
}

static void what_is_right_stays(void **state)
{
    (void)state;
    correct(id_of("Mugs"), "decision,ok");
    assert_int_equal(decision_of("Mugs"), POL_DECISION_UNKNOWN);
    assert_non_null(strstr(listed(), "\"decision\",\"ok\""));
}

static void a_correction_outweighs_reports(void **state)
{
    (void)state;
    correct(id_of("Mugs"), "decision,carried");
    write_report("files/report.txt", CONFERENCE, "Mugs: LOST\nCups: LOST");
    run();
    assert_int_equal(decision_of("Mugs"), POL_DECISION_CARRIED);
    assert_int_equal(decision_of("Cups"), POL_DECISION_LOST);
}

/* A corrected title is what a report's line is matched with. */
static void a_correction_is_joined_with(void **state)
{
    (void)state;
    write_report("files/report.txt", CONFERENCE, "Pots: LOST\nCups: LOST");
    pol_summary summary = run();
    assert_int_equal(summary.unmatched, 1);
    correct(id_of("Mugs"), "title,Pots");
    assert_int_equal(decision_of("Pots"), POL_DECISION_LOST);
}

/* --- lines of reports --------------------------------------------------------------- */

static void give_line(const char *report, const char *line, const char *value)
{
    char rows[512];
    pol_summary summary;
    snprintf(rows, sizeof rows, ",document,%s,some/where/files/%s,%s\n", value, report, line);
    if (try_correct(rows, &summary) != POL_OK)
        fail_msg("%s", error.text);
}

static void a_line_of_any_conference_is_given_to_a_motion(void **state)
{
    (void)state;
    static const char *const conferences[] = {CONFERENCE, "2019 Tea Conference", NULL};
    for (size_t i = 0; i < 3; i++) {
        write_report("files/report.txt", conferences[i], "17 Saucers: LOST\n18 Trays: CARRIED");
        run();
        assert_int_equal(decision_of("Mugs"), POL_DECISION_UNKNOWN);
        give_line("report.txt", "17 Saucers: LOST", id_of("Mugs"));
        assert_int_equal(decision_of("Mugs"), POL_DECISION_LOST);
        /* another file of the motion's conference makes that one stale, not the report's */
        write_motion("files/pots.txt", "Pots", CONFERENCE, i % 2 ? "\nMore.\n" : "");
        run();
        assert_int_equal(decision_of("Mugs"), POL_DECISION_LOST);
        run_as((run_options){.is_rebuild = true});
        assert_int_equal(decision_of("Mugs"), POL_DECISION_LOST);
        give_line("report.txt", "17 Saucers: LOST", id_of("Cups"));
        assert_int_equal(decision_of("Mugs"), POL_DECISION_UNKNOWN);
        assert_int_equal(decision_of("Cups"), POL_DECISION_LOST);
        assert_int_equal(unlink(at("files/report.txt")), 0);
        run();
        assert_int_equal(decision_of("Cups"), POL_DECISION_UNKNOWN);
        write_report("files/report.txt", conferences[i], "17 Saucers: LOST\n18 Trays: CARRIED");
        run();
        assert_int_equal(decision_of("Cups"), POL_DECISION_LOST);
        give_line("report.txt", "17 Saucers: LOST", "undo");
        assert_int_equal(decision_of("Cups"), POL_DECISION_UNKNOWN);
    }
}

static void a_motion_of_no_conference_is_given_a_line(void **state)
{
    (void)state;
    write_motion("files/jugs.txt", "Jugs", NULL, "");
    write_report("files/report.txt", CONFERENCE, "17 Saucers: LOST\nCups: CARRIED");
    run();
    give_line("report.txt", "17 Saucers: LOST", id_of("Jugs"));
    assert_int_equal(decision_of("Jugs"), POL_DECISION_LOST);
    give_line("report.txt", "17 Saucers: LOST", "undo");
    assert_int_equal(decision_of("Jugs"), POL_DECISION_UNKNOWN);
}

static void a_line_about_nothing_is_told_no_more(void **state)
{
    (void)state;
    write_report("files/report.txt", CONFERENCE, "17 Saucers: LOST\nCups: CARRIED");
    assert_int_equal(run().unmatched, 1);
    give_line("report.txt", "17 Saucers: LOST", "none");
    write_report("files/report.txt", CONFERENCE, "\n17 Saucers: LOST\nCups: CARRIED");
    assert_int_equal(run().unmatched, 0);
}

static void the_decision_of_a_line(void **state)
{
    (void)state;
    pol_summary summary;
    write_report("files/report.txt", CONFERENCE, "Mugs: LOST\nCups: CARRIED");
    run();
    assert_int_equal(try_correct(",decision,remitted,files/report.txt,Mugs: LOST\n", &summary),
                     POL_OK);
    assert_int_equal(decision_of("Mugs"), POL_DECISION_REMITTED);
    assert_int_equal(try_correct(",decision,undo,files/report.txt,Mugs: LOST\n", &summary), POL_OK);
    assert_int_equal(decision_of("Mugs"), POL_DECISION_LOST);
    assert_string_equal(listed(), "");
}

/* --- what makes no sense ------------------------------------------------------------ */

static void nothing_of_a_bad_csv_is_kept(void **state)
{
    (void)state;
    char rows[1024], id[64];
    static const struct {
        const char *row, *says;
        pol_status status;
    } cases[] = {
        {"nobody,title,Pots\n", "no document of the index has this id", POL_NOTFOUND},
        {"ID,decision,carryed\n", "‘carryed’ is no decision", POL_USAGE},
        {"ID,decision,put to the vote at another conference\n", "not reached and others are",
         POL_USAGE}, /* the whole of what to do */
        {"ID,colour,red\n", "no field that can be corrected", POL_USAGE},
        {"ID,,red\n", "‘field’ is empty", POL_USAGE},
        {",document,none,files/report.txt,99 Nothing: LOST\n", "no report of the index",
         POL_NOTFOUND},
        {",document,none,files/other.txt,Mugs: LOST\n", "no report of the index", POL_NOTFOUND},
        {",document,nobody,files/report.txt,Mugs: LOST\n", "neither the id", POL_NOTFOUND},
        {",title,Pots,files/report.txt,Mugs: LOST\n", "only ‘document’ and ‘decision’", POL_USAGE},
        {",decision,carryed,files/report.txt,Mugs: LOST\n", "no decision", POL_USAGE},
        {"ID,title,\"Pots\n", "quote", POL_FORMAT},
    };
    write_report("files/report.txt", CONFERENCE, "Mugs: LOST\nCups: CARRIED");
    run();
    snprintf(id, sizeof id, "%s", id_of("Mugs"));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const bool is_own = strncmp(cases[i].row, "ID", 2) == 0;
        snprintf(rows, sizeof rows, "%s,title,Pots\n%s%s", id, is_own ? id : "",
                 cases[i].row + (is_own ? 2 : 0));
        assert_refused(rows, cases[i].status, cases[i].says);
        assert_non_null(strstr(error.text, "row 3"));
        assert_string_equal(listed(), "");
        assert_string_equal(id_of("Mugs"), id);
    }
}

static void who_and_when(void **state)
{
    (void)state;
    char text[512];
    snprintf(text, sizeof text,
             "id,field,correction,by,corrected_on,reason\n%s,title,Pots,Pat,2031-05-06,\"=minutes, "
             "page 3\"\n",
             id_of("Mugs"));
    write_file("review.csv", text);
    run_as((run_options){.corrections = "review.csv"});
    assert_non_null(
        strstr(listed(), "\"title\",\"Pots\",\"Pat\",\"2031-05-06\",\"'=minutes, page 3\"\r\n"));
    correct(id_of("Pots"), "number,12");
    assert_null(strstr(listed(), "\"number\",\"12\",\"\"")); /* by whoever runs it */
    assert_null(strstr(listed(), "\"\",\"\",\"\""));
}

static void a_day_is_kept_as_iso(void **state)
{
    (void)state;
    char text[512];
    pol_summary summary;
    static const char head[] = "id,field,correction,corrected_on\n";
    snprintf(text, sizeof text, "%s%s,number,12,06/05/2031\n", head, id_of("Mugs"));
    write_file("review.csv", text);
    run_as((run_options){.corrections = "review.csv"});
    assert_non_null(strstr(listed(), "\"2031-05-06\""));
    snprintf(text, sizeof text, "%s%s,number,13,soon\n", head, id_of("Mugs"));
    write_file("review.csv", text);
    assert_int_equal(try_run((run_options){.corrections = "review.csv"}, &summary), POL_USAGE);
    assert_non_null(strstr(error.text, "‘corrected_on’ is no date"));
    assert_null(strstr(listed(), "13"));
}

int main(void)
{
#define WITH_MUGS(test) cmocka_unit_test_setup_teardown(test, make_mugs, drop_folder)
    const struct CMUnitTest tests[] = {
        WITH_MUGS(every_field_is_kept_through_reading_and_rebuilding),
        WITH_MUGS(a_title_is_corrected_and_undone),
        WITH_MUGS(a_replaced_correction_leaves_nothing),
        WITH_MUGS(what_is_right_stays),
        WITH_MUGS(a_correction_outweighs_reports),
        WITH_MUGS(a_correction_is_joined_with),
        WITH_MUGS(a_line_of_any_conference_is_given_to_a_motion),
        WITH_MUGS(a_motion_of_no_conference_is_given_a_line),
        WITH_MUGS(a_line_about_nothing_is_told_no_more),
        WITH_MUGS(the_decision_of_a_line),
        WITH_MUGS(nothing_of_a_bad_csv_is_kept),
        WITH_MUGS(who_and_when),
        WITH_MUGS(a_day_is_kept_as_iso),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
