/* test_report.c - what polindex says on standard error. */
#include "tests/unit/indexer/folder.h"

#include <fcntl.h>

#include "indexer/report.h"

/* What `say` writes to standard error, until the next call. */
static const char *said(void (*say)(pol_report *report), bool is_quiet)
{
    static char text[1 << 16];
    int kept = dup(STDERR_FILENO);
    int file = open(at("said"), O_RDWR | O_CREAT | O_TRUNC, 0666);
    assert_true(kept >= 0 && file >= 0);
    fflush(stderr);
    assert_true(dup2(file, STDERR_FILENO) >= 0);
    pol_report *report = pol_report_new(is_quiet);
    say(report);
    pol_report_free(report);
    fflush(stderr);
    dup2(kept, STDERR_FILENO);
    close(kept);
    ssize_t size = pread(file, text, sizeof text - 1, 0);
    close(file);
    assert_true(size >= 0);
    text[size] = '\0';
    return text;
}

static void leave_out_many(pol_report *report)
{
    char reason[16];
    for (uint32_t i = 1; i <= 1200; i++)
        pol_report_left_out(report, POL_SPAN("a\x1b[2J\nb.txt"), i, "no text in it");
    for (int i = 0; i < 300; i++) {
        snprintf(reason, sizeof reason, "reason %d", i);
        pol_report_left_out(report, POL_SPAN("c.txt"), 0, reason);
    }
    pol_report_finish(report);
}

static void the_same_reasons_are_told_together(void **state)
{
    (void)state;
    const char *text = said(leave_out_many, true);
    size_t lines = 0;
    for (const char *at_line = text; (at_line = strchr(at_line, '\n')); at_line++)
        lines++;
    assert_int_equal(lines, 100 + 1 + 255 + 1);
    assert_non_null(strstr(text, "b.txt:100: no text in it\n"));
    assert_null(strstr(text, "b.txt:101:"));
    assert_non_null(strstr(text, "1,100 more: no text in it\n"));
    assert_non_null(strstr(text, "45 more for other reasons\n"));
    assert_null(strchr(text, '\x1b'));
}

static void sum_up(pol_report *report)
{
    const pol_summary summary = {.files_read = 2,
                                 .documents = 1234567,
                                 .total_documents = 1234567,
                                 .by_decision[POL_DECISION_CARRIED] = 7,
                                 .left_out = 3};
    pol_report_update(report, &summary);
}

static void sum_up_abandoned(pol_report *report)
{
    const pol_summary summary = {.is_stopped = true, .is_abandoned = true, .documents = 5};
    pol_report_update(report, &summary);
}

static void the_summary_counts(void **state)
{
    (void)state;
    const char *text = said(sum_up, false);
    assert_non_null(strstr(text, "Indexed 1,234,567 documents"));
    assert_non_null(strstr(text, "; 3 left out."));
    assert_non_null(strstr(text, "7  carried\n"));
    assert_string_equal(said(sum_up, true), "");
    text = said(sum_up_abandoned, false);
    assert_non_null(strstr(text, "as it was"));
    assert_null(strstr(text, "Indexed"));
}

static void note_a_name(pol_report *report)
{
    pol_report_note(report, "moved to '\x1b]0;x\x07\nfake'");
}

static void notes_steer_no_terminal(void **state)
{
    (void)state;
    const char *text = said(note_a_name, false);
    assert_null(strchr(text, '\x1b'));
    assert_ptr_equal(strchr(text, '\n'), text + strlen(text) - 1);
    assert_string_equal(said(note_a_name, true), "");
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, drop_folder)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(the_same_reasons_are_told_together),
        IN_FOLDER(the_summary_counts),
        IN_FOLDER(notes_steer_no_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
