/* report.c - progress and summaries for people. */
#include "indexer/report.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "core/utf8.h"
#include "indexer/joining.h"

enum {
    NAMED_PER_REASON = 100,
    REASONS_MAX = 256,
    SHOWN_MAX = 4096,
    UNMATCHED_NAMED = 200,
    LINE_SHOWN = 160
};
static const double SECONDS_BETWEEN = 0.2;

/* A reason, how often it was met, and the first few places. */
typedef struct reason {
    char text[POL_ERROR_TEXT_SIZE];
    uint64_t count;
    char *places[NAMED_PER_REASON];
} reason;

struct pol_report {
    bool is_quiet, is_terminal, has_line;
    double started, shown;
    reason reasons[REASONS_MAX];
    size_t reason_count;
    uint64_t unlisted, unmatched;
    char about[900]; /* file and conference that were last told to have no motions */
};

static double now_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

pol_report *pol_report_new(bool is_quiet)
{
    pol_report *report = calloc(1, sizeof *report);
    if (!report)
        return NULL;
    report->is_quiet = is_quiet;
    report->is_terminal = isatty(STDERR_FILENO) == 1;
    report->started = now_seconds();
    return report;
}

void pol_report_free(pol_report *report)
{
    if (!report)
        return;
    for (size_t i = 0; i < report->reason_count; i++)
        for (size_t j = 0; j < NAMED_PER_REASON; j++)
            free(report->reasons[i].places[j]);
    free(report);
}

/* --- progress ----------------------------------------------------------------------- */

static void clear_line(pol_report *report)
{
    if (report->has_line)
        fputs("\r\033[K", stderr);
    report->has_line = false;
}

/* 1234567 as "1,234,567". */
static const char *grouped(uint64_t number, char buffer[32])
{
    char digits[32];
    int size = snprintf(digits, sizeof digits, "%" PRIu64, number), out = 0;
    for (int i = 0; i < size; i++) {
        if (i > 0 && (size - i) % 3 == 0)
            buffer[out++] = ',';
        buffer[out++] = digits[i];
    }
    buffer[out] = '\0';
    return buffer;
}

static void show_time_left(const pol_progress *progress, double elapsed)
{
    double done = (double)progress->bytes_done, total = (double)progress->bytes_total;
    if (elapsed < 1 || done <= 0 || total <= done)
        return;
    double left = elapsed * (total - done) / done;
    if (left >= 90)
        fprintf(stderr, ", %.0f min left", left / 60);
    else
        fprintf(stderr, ", %.0f s left", left);
}

void pol_report_progress(void *context, const pol_progress *progress)
{
    pol_report *report = context;
    double now = now_seconds();
    char done[32], total[32], documents[32];
    bool is_other_phase = progress->phase[0] != 'r';
    if (report->is_quiet || !report->is_terminal ||
        (now - report->shown < SECONDS_BETWEEN && !is_other_phase))
        return;
    report->shown = now;
    double elapsed = now - report->started;
    clear_line(report);
    fprintf(stderr, "%s: %s of %s files, %s documents", progress->phase,
            grouped(progress->files_done, done), grouped(progress->files_total, total),
            grouped(progress->documents, documents));
    if (elapsed > 0.5)
        fprintf(stderr, ", %.0f a second", (double)progress->documents / elapsed);
    show_time_left(progress, elapsed);
    fflush(stderr);
    report->has_line = true;
}

void pol_report_verified(void *context, uint64_t done, uint64_t total)
{
    pol_report *report = context;
    char buffers[2][32];
    double now = now_seconds();
    if (report->is_quiet || !report->is_terminal || now - report->shown < SECONDS_BETWEEN)
        return;
    report->shown = now;
    clear_line(report);
    fprintf(stderr, "verifying: %s of %s documents", grouped(done, buffers[0]),
            grouped(total, buffers[1]));
    fflush(stderr);
    report->has_line = true;
}

/* --- what was left out -------------------------------------------------------------- */

static reason *find_reason(pol_report *report, const char *text)
{
    for (size_t i = 0; i < report->reason_count; i++)
        if (strcmp(report->reasons[i].text, text) == 0)
            return &report->reasons[i];
    if (report->reason_count == REASONS_MAX)
        return NULL;
    reason *added = &report->reasons[report->reason_count++];
    snprintf(added->text, sizeof added->text, "%s", text);
    return added;
}

void pol_report_left_out(void *context, pol_span path, uint32_t line, const char *why)
{
    pol_report *report = context;
    reason *found = find_reason(report, why);
    if (!found) {
        report->unlisted++;
        return;
    }
    if (found->count < NAMED_PER_REASON) {
        char place[SHOWN_MAX];
        if (line)
            snprintf(place, sizeof place, "%.*s:%" PRIu32, POL_SPAN_ARGS(path), line);
        else
            snprintf(place, sizeof place, "%.*s", POL_SPAN_ARGS(path));
        found->places[found->count] = strdup(place);
    }
    found->count++;
}

static bool is_unknown_conference(const char *why)
{
    return strcmp(why, pol_unmatched_text(POL_UNMATCHED_UNKNOWN_CONFERENCE)) == 0;
}

/* A report of a conference of which no motion is known is told of once, not for each line. */
static bool is_told(pol_report *report, pol_span path, const pol_outcome *outcome, const char *why)
{
    char about[sizeof report->about];
    if (!is_unknown_conference(why))
        return false;
    snprintf(about, sizeof about, "%.*s\n%.*s %d", POL_SPAN_ARGS(pol_span_first(path, 600)),
             POL_SPAN_ARGS(pol_span_first(outcome->conference_name, 200)), outcome->year);
    bool is_same = strcmp(about, report->about) == 0;
    memcpy(report->about, about, sizeof about);
    return is_same;
}

void pol_report_unmatched(void *context, pol_span path, const pol_outcome *outcome, const char *why)
{
    pol_report *report = context;
    if (is_told(report, path, outcome, why))
        return;
    if (report->unmatched++ >= UNMATCHED_NAMED)
        return;
    clear_line(report);
    fputs("polindex: not matched: ", stderr);
    pol_report_print(stderr, path);
    fprintf(stderr, ":%" PRIu32 ": ‘", outcome->line);
    pol_report_print(stderr, pol_span_first(outcome->line_text, LINE_SHOWN));
    fprintf(stderr, "’: %s", why);
    if (is_unknown_conference(why)) {
        fputs(" (‘", stderr);
        pol_report_print(stderr, outcome->conference_name);
        fprintf(stderr, "’, %d), and so for its further lines", outcome->year);
    }
    fputc('\n', stderr);
}

void pol_report_note(void *context, const char *text)
{
    pol_report *report = context;
    clear_line(report);
    if (report->is_quiet)
        return;
    fputs("polindex: ", stderr);
    pol_report_print(stderr, pol_span_of(text));
    fputc('\n', stderr);
}

void pol_report_print(FILE *to, pol_span text)
{
    pol_buffer buffer;
    pol_buffer_init(&buffer, 1 << 20);
    pol_utf8_append_printable(&buffer, text);
    for (size_t i = 0; i < buffer.size; i++)
        if (buffer.data[i] == '\n')
            buffer.data[i] = '?';
    fwrite(pol_buffer_span(&buffer).data, 1, buffer.size, to);
    pol_buffer_done(&buffer);
}

void pol_report_finish(pol_report *report)
{
    char number[32];
    clear_line(report);
    for (size_t i = 0; i < report->reason_count; i++) {
        const reason *why = &report->reasons[i];
        for (size_t j = 0; j < NAMED_PER_REASON && why->places[j]; j++) {
            fputs("polindex: left out: ", stderr);
            pol_report_print(stderr, pol_span_of(why->places[j]));
            fputs(": ", stderr);
            pol_report_print(stderr, pol_span_of(why->text));
            fputc('\n', stderr);
        }
        if (why->count > NAMED_PER_REASON) {
            fprintf(stderr, "polindex: left out: %s more: ",
                    grouped(why->count - NAMED_PER_REASON, number));
            pol_report_print(stderr, pol_span_of(why->text));
            fputc('\n', stderr);
        }
    }
    if (report->unmatched > UNMATCHED_NAMED)
        fprintf(stderr, "polindex: not matched: %s more: polindex --check lists all\n",
                grouped(report->unmatched - UNMATCHED_NAMED, number));
    if (report->unlisted)
        fprintf(stderr, "polindex: left out: %s more for other reasons\n",
                grouped(report->unlisted, number));
}

/* --- summaries ---------------------------------------------------------------------- */

static void print_kinds(const uint64_t by_kind[POL_KIND_COUNT])
{
    char number[32];
    const char *separator = " (";
    for (int kind = 0; kind < POL_KIND_COUNT; kind++) {
        if (!by_kind[kind])
            continue;
        fprintf(stderr, "%s%s %s", separator, pol_kind_label((pol_kind)kind),
                grouped(by_kind[kind], number));
        separator = ", ";
    }
    fputs(strcmp(separator, " (") == 0 ? "" : ")", stderr);
}

static void print_decisions(const uint64_t by_decision[POL_DECISION_COUNT])
{
    char number[32];
    for (int decision = POL_DECISION_CARRIED; decision < POL_DECISION_COUNT; decision++)
        if (by_decision[decision])
            fprintf(stderr, "  %8s  %s\n", grouped(by_decision[decision], number),
                    pol_decision_label((pol_decision)decision));
}

/* "1 file gone", "2 files gone": `one` is what there is one of, with an "s" for more. */
static void print_some(const char *before, uint64_t count, const char *one, const char *behind)
{
    char number[32];
    fprintf(stderr, "%s%s %s%s%s", before, grouped(count, number), one, count == 1 ? "" : "s",
            behind);
}

static void print_any(const char *before, uint64_t count, const char *one, const char *behind)
{
    if (count)
        print_some(before, count, one, behind);
}

static void print_count(const char *before, uint64_t count, const char *what)
{
    char number[32];
    if (count)
        fprintf(stderr, "%s%s %s", before, grouped(count, number), what);
}

void pol_report_update(pol_report *report, const pol_summary *summary)
{
    char number[32];
    if (report->is_quiet)
        return;
    if (summary->is_abandoned) {
        fputs("Stopped: the index is as it was before this rebuild.\n", stderr);
        return;
    }
    if (summary->documents == 0) {
        fputs(summary->total_documents || summary->left_out
                  ? "Nothing new to index"
                  : "There is no document in what was named",
              stderr);
    } else {
        print_some("Indexed ", summary->documents, "document", "");
        print_kinds(summary->by_kind);
        print_some(" from ", summary->files_read, "file", "");
        fprintf(stderr, " in %.1f s", summary->seconds);
    }
    print_any("; ", summary->files_unchanged, "file", " unchanged");
    print_any("; ", summary->files_removed, "file", " gone");
    print_any("; ", summary->written.merged, "second rendering", " merged");
    print_count("; ", summary->left_out, "left out");
    print_count("; ", summary->passed_over, "passed over (pictures, style sheets and the like)");
    fputs(".\n", stderr);
    print_decisions(summary->by_decision);
    if (summary->corrected)
        fprintf(stderr, "Corrections accepted: %s.\n", grouped(summary->corrected, number));
    if (summary->joined || summary->unmatched) {
        fprintf(stderr, "Lines of reports joined to their motions: %s",
                grouped(summary->joined, number));
        print_count("; ", summary->unmatched, "not matched (polindex --check lists them)");
        fputs(".\n", stderr);
    }
    print_some("The index now holds ", summary->total_documents, "document", "");
    print_some(" in ", summary->total_passages, "passage", ".\n");
    if (summary->is_stopped)
        fputs("Stopped early: what was done is kept. Run polindex again to go on.\n", stderr);
}

void pol_report_check(pol_report *report, const pol_check_summary *summary)
{
    if (report->is_quiet)
        return;
    print_some("", summary->documents, "document", "");
    print_kinds(summary->by_kind);
    print_count("; ", summary->doubtful, "with something doubtful");
    print_any("; ", summary->needs_person, "thing",
              summary->needs_person == 1 ? " needs a person" : " need a person");
    print_any("; ", summary->unmatched, "line", " of reports not matched");
    print_count("; ", summary->left_out, "left out");
    fputs(".\n", stderr);
    print_decisions(summary->by_decision);
}
