/* main.c - polindex: the command line, its output and its exit status. */
#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "index/open.h"
#include "indexer/correcting.h"
#include "indexer/options.h"
#include "indexer/report.h"
#include "indexer/status.h"
#include "indexer/update.h"

enum { EXIT_DONE = 0, EXIT_LEFT_OUT = 1, EXIT_ERROR = 2, REPORT_MAX = 16 << 20 };

/* Set by the first SIGINT or SIGTERM; the second ends the program at once. */
static volatile sig_atomic_t stop_asked;

static void ask_to_stop(int signal_number)
{
    stop_asked = 1;
    signal(signal_number, SIG_DFL);
}

/* Xapian 1.4 ends the program where a write fails at some moments of a commit: an error
 * leaves a destructor. What was committed before is whole. */
static void tell_of_abort(int signal_number)
{
    static const char text[] =
        "polindex: Xapian gave up in the midst of writing, most likely for want of room on the "
        "disk: nothing that was committed is lost: make room and run it again\n";
    ssize_t written = write(STDERR_FILENO, text, sizeof text - 1);
    (void)signal_number;
    (void)written;
    _exit(EXIT_ERROR);
}

static int fail(const pol_error *error)
{
    fputs("polindex: ", stderr);
    pol_report_print(stderr, pol_span_of(error->text));
    fputc('\n', stderr);
    return EXIT_ERROR;
}

/* What was printed must have arrived: a full disk is an error, a closed pipe is not. */
static int finish_output(int exit_status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return exit_status;
    if (errno == EPIPE)
        return exit_status;
    fprintf(stderr, "polindex: cannot write the output: %s\n", strerror(errno));
    return EXIT_ERROR;
}

static bool print_piece(void *context, pol_span text)
{
    (void)context;
    return fwrite(text.data, 1, text.size, stdout) == text.size;
}

static void print_file(void *context, pol_span path, const char *what)
{
    (void)context;
    printf("%-8s ", what);
    pol_report_print(stdout, path);
    putchar('\n');
}

static unsigned job_count(const pol_options *options)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    return options->jobs ? options->jobs : processors > 0 ? (unsigned)processors : 1;
}

static int run_check(const pol_options *options, const char *index_path, pol_report *report)
{
    pol_error error;
    pol_check_summary summary;
    const pol_check_options check = {
        .paths = options->paths,
        .path_count = options->path_count,
        .input = STDIN_FILENO,
        .jobs = job_count(options),
        .format = options->format,
        .shows_people = options->shows_people,
        .is_review = options->is_review,
        .index_path = index_path,
        .on_output = print_piece,
        .on_left_out = pol_report_left_out,
        .context = report,
    };
    pol_status status = pol_check_files(&check, &summary, &error);
    int result = finish_output(summary.left_out ? EXIT_LEFT_OUT : EXIT_DONE);
    pol_report_finish(report);
    if (status != POL_OK)
        return fail(&error);
    pol_report_check(report, &summary);
    return result;
}

/* Of the passages of one long document, which are committed together, Xapian holds so many in
 * memory, at 40 times their size, before it writes them to the disk. */
static void bound_xapian(void)
{
    setenv("XAPIAN_FLUSH_THRESHOLD", "2500", false);
}

static int run_update(const pol_options *options, const char *index_path, pol_report *report)
{
    pol_error error;
    pol_summary summary;
    const pol_update_options update = {
        .index_path = index_path,
        .paths = options->paths,
        .path_count = options->path_count,
        .input = STDIN_FILENO,
        .jobs = job_count(options),
        .is_rebuild = options->is_rebuild,
        .is_removing = options->is_removing,
        .corrections = options->corrections,
        .stop = &stop_asked,
        .on_progress = pol_report_progress,
        .on_left_out = pol_report_left_out,
        .on_unmatched = pol_report_unmatched,
        .on_note = pol_report_note,
        .context = report,
    };
    bool is_preview = options->command == POL_COMMAND_PREVIEW;
    if (!is_preview) {
        signal(SIGINT, ask_to_stop);
        signal(SIGTERM, ask_to_stop);
        signal(SIGABRT, tell_of_abort);
    }
    pol_status status = is_preview ? pol_update_preview(&update, print_file, &summary, &error)
                                   : pol_update_index(&update, &summary, &error);
    pol_report_finish(report);
    if (status != POL_OK) {
        fail(&error);
        if (status == POL_FULL)
            fputs("polindex: nothing that was committed is lost: make room and run it again\n",
                  stderr);
        return EXIT_ERROR;
    }
    if (is_preview)
        return finish_output(EXIT_DONE);
    pol_report_update(report, &summary);
    return summary.is_stopped                      ? EXIT_ERROR
           : summary.left_out || summary.unmatched ? EXIT_LEFT_OUT
                                                   : EXIT_DONE;
}

static int run_report(const pol_options *options, const char *index_path, pol_report *report)
{
    pol_error error;
    pol_buffer text;
    size_t faults = 0;
    bool is_verify = options->command == POL_COMMAND_VERIFY;
    pol_buffer_init(&text, REPORT_MAX);
    pol_status status = is_verify ? pol_verify_index(index_path, &text, &faults,
                                                     pol_report_verified, report, &error)
                                  : pol_status_report(index_path, &text, &error);
    pol_report_finish(report);
    if (status == POL_OK)
        fputs(pol_buffer_span(&text).data, stdout);
    if (status == POL_OK && faults)
        printf("%zu faults: restore a backup, or run polindex --rebuild\n", faults);
    else if (status == POL_OK && is_verify)
        puts("The index is whole.");
    pol_buffer_done(&text);
    return status != POL_OK ? fail(&error) : finish_output(faults ? EXIT_LEFT_OUT : EXIT_DONE);
}

static int run_list(const char *index_path)
{
    pol_error error;
    pol_buffer text;
    pol_buffer_init(&text, REPORT_MAX);
    pol_status status = pol_corrections_list(index_path, &text, &error);
    if (status == POL_OK)
        fputs(pol_buffer_span(&text).data, stdout);
    pol_buffer_done(&text);
    return status != POL_OK ? fail(&error) : finish_output(EXIT_DONE);
}

int main(int argc, char **argv)
{
    pol_options options;
    pol_error error;
    char path[POL_INDEX_PATH_MAX];
    setlocale(LC_ALL, "");
    bound_xapian();
    signal(SIGPIPE, SIG_IGN);
    argv[0] = program_invocation_short_name; /* as all messages say it */
    pol_options_parse(argc, argv, &options);
    pol_report *report = pol_report_new(options.is_quiet);
    pol_status status = report ? POL_OK : pol_fail(&error, POL_NOMEM, 0, "out of memory");
    if (status == POL_OK)
        status = pol_index_locate(options.index_path, path, &error);
    if (options.command == POL_COMMAND_CHECK && status != POL_OK && !options.index_path) {
        status = POL_OK; /* --check needs no index, and no place for one */
        *path = '\0';
    }
    int result;
    if (status != POL_OK)
        result = fail(&error);
    else if (options.command == POL_COMMAND_CHECK)
        result = run_check(&options, *path ? path : NULL, report);
    else if (options.command == POL_COMMAND_CORRECTIONS)
        result = run_list(path);
    else if (options.command == POL_COMMAND_STATUS || options.command == POL_COMMAND_VERIFY)
        result = run_report(&options, path, report);
    else
        result = run_update(&options, path, report);
    pol_report_free(report);
    free(options.paths);
    return result;
}
