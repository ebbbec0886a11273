/* test_status.c - what the report counts. */
#include "tests/unit/indexer/folder.h"

#include "indexer/status.h"
#include "indexer/update.h"

static void on_progress(void *context, const pol_progress *progress)
{
    (void)context, (void)progress;
}

static void on_left_out(void *context, pol_span path, uint32_t line, const char *reason)
{
    (void)context, (void)line;
    fail_msg("%.*s: %s", POL_SPAN_ARGS(path), reason);
}

static void on_note(void *context, const char *text)
{
    (void)context, (void)text;
}

static void a_lost_point_is_no_lost_motion(void **state)
{
    (void)state;
    make_subfolder("corpus");
    write_file("corpus/kettles.txt",
               "Kettles\n\nBack to all Motions\n\nConference\n2031 Canteen Conference\nDate\n"
               "4 May 2031\nDecision\nCarried in parts, point 2 lost\n\n"
               "Conference instructs the executive to:\n\n1)buy kettles;\n\n2)sell the urns.\n");
    const char *paths[] = {at("corpus")};
    const pol_update_options options = {.index_path = at("index"),
                                        .paths = paths,
                                        .path_count = 1,
                                        .jobs = 1,
                                        .on_progress = on_progress,
                                        .on_left_out = on_left_out,
                                        .on_note = on_note};
    pol_summary summary;
    pol_error error;
    pol_buffer report;
    assert_int_equal(pol_update_index(&options, &summary, &error), POL_OK);
    assert_int_equal(summary.by_decision[POL_DECISION_CARRIED_PART], 1);
    pol_buffer_init(&report, 1 << 16);
    assert_int_equal(pol_status_report(at("index"), &report, &error), POL_OK);
    assert_non_null(strstr(report.data, "Documents:   1 (3 passages)\n"));
    assert_non_null(strstr(report.data, "Years:       2031 to 2031\n"));
    assert_non_null(strstr(report.data, "         1  carried in part\n"));
    assert_null(strstr(report.data, "lost"));
    assert_non_null(strstr(report.data, "Readers:     confined by "));
    pol_buffer_done(&report);
}

static void says_where_there_is_none(void **state)
{
    (void)state;
    pol_error error;
    pol_buffer report;
    pol_buffer_init(&report, 1 << 16);
    assert_int_equal(pol_status_report(at("none"), &report, &error), POL_NOTFOUND);
    assert_int_equal(report.size, 0);
    pol_buffer_done(&report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_lost_point_is_no_lost_motion, make_folder, drop_folder),
        cmocka_unit_test_setup_teardown(says_where_there_is_none, make_folder, drop_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
