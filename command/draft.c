/* draft.c - polsearch --draft: a file to a report on the motion in it, or to a table of all its
 * motions. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command/run.h"
#include "command/terminal.h"
#include "document/format.h"
#include "draft/report.h"
#include "sandbox/sandbox.h"

enum { ATTEMPTS = 5, PROFILE_MAX = 256 << 10, FILE_MAX = 64 << 20, BLOCK = 1 << 16 };

/* What is kept while a draft is checked. */
typedef struct draft_run {
    const pol_cli *cli;
    pol_index *index;
    pol_arena arena;
    pol_extracted extracted;
    pol_profile profile;
    pol_check_options options;
} draft_run;

/* --- reading ------------------------------------------------------------------------ */

static pol_status fail_read(const char *path, pol_error *reterr)
{
    return pol_fail(reterr, POL_IO, 0, "cannot read '%s': %s", path, strerror(errno));
}

static pol_status copy_bytes(int stream, const char *path, int file, pol_error *reterr)
{
    char block[BLOCK];
    size_t all = 0;
    ssize_t got;
    while ((got = read(stream, block, sizeof block)) > 0) {
        all += (size_t)got;
        if (all > FILE_MAX)
            return pol_fail(reterr, POL_LIMIT, 0, "%s has more than %d MB", path, FILE_MAX >> 20);
        if (write(file, block, (size_t)got) != got)
            return fail_read(path, reterr);
    }
    return got == 0 ? POL_OK : fail_read(path, reterr);
}

/* What can be read only once, as a file in memory that is read from its start, and no more than
 * read: the confined reader takes no other. */
static pol_status copy_stream(int stream, const char *path, int *ret_file, pol_error *reterr)
{
    char name[32];
    int file = memfd_create("draft", MFD_CLOEXEC);
    if (file < 0)
        return fail_read(path, reterr);
    pol_status status = copy_bytes(stream, path, file, reterr);
    snprintf(name, sizeof name, "/proc/self/fd/%d", file);
    if (status == POL_OK && (*ret_file = open(name, O_RDONLY | O_CLOEXEC)) < 0)
        status = fail_read(path, reterr);
    close(file);
    return status;
}

static pol_status open_draft(const char *path, int *ret_file, pol_error *reterr)
{
    struct stat about;
    if (strcmp(path, "-") == 0)
        return copy_stream(STDIN_FILENO, "standard input", ret_file, reterr);
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0 || fstat(file, &about) != 0) {
        *ret_file = file;
        return fail_read(path, reterr);
    }
    if (S_ISREG(about.st_mode)) {
        *ret_file = file;
        return POL_OK;
    }
    pol_status status = copy_stream(file, path, ret_file, reterr);
    close(file);
    return status;
}

/* Text that came without a name is Markdown where it has headings of that kind; whatever else it
 * may be, its bytes say. */
static pol_span name_of(const char *path, int file)
{
    char start[BLOCK];
    const char *slash = strrchr(path, '/');
    if (strcmp(path, "-") != 0)
        return pol_span_of(slash ? slash + 1 : path);
    ssize_t got = pread(file, start, sizeof start, 0);
    bool is_markdown = got > 0 && pol_draft_is_markdown(pol_span_make(start, (size_t)got));
    return is_markdown ? POL_SPAN("draft.md") : POL_SPAN("draft.txt");
}

/* By its name alone: a picture, a spreadsheet, another program's file. The bytes of a file are
 * looked at by the confined reader only. */
static pol_status refuse_unknown(const draft_run *run, pol_span name, pol_error *reterr)
{
    if (pol_format_detect(name, (pol_span){0}) != POL_FORMAT_UNKNOWN)
        return POL_OK;
    return pol_fail(reterr, POL_UNSUPPORTED, 0,
                    "'%s' is no file that is read as a draft: save it as text, Word (.docx), ODT "
                    "or PDF, or paste its text into polsearch --draft -",
                    run->cli->draft);
}

static pol_status extract(draft_run *run, int file, pol_error *reterr)
{
    pol_sandbox *sandbox = NULL;
    pol_read_request request = {.file = file, .name = name_of(run->cli->draft, file)};
    pol_status status = refuse_unknown(run, request.name, reterr);
    if (status == POL_OK)
        status = pol_sandbox_new(NULL, &sandbox, reterr);
    if (status == POL_OK)
        status = pol_sandbox_read(sandbox, &request, &run->arena, &run->extracted, reterr);
    pol_sandbox_free(sandbox);
    return status;
}

/* Bytes of a small file, in the arena. */
static pol_status read_small(const char *path, pol_arena *arena, pol_span *ret_bytes,
                             pol_error *reterr)
{
    FILE *file = fopen(path, "re");
    char *bytes = pol_arena_alloc(arena, PROFILE_MAX + 1);
    pol_status status = POL_OK;
    if (!file)
        return fail_read(path, reterr);
    size_t size = bytes ? fread(bytes, 1, PROFILE_MAX + 1, file) : 0;
    if (!bytes)
        status = pol_fail(reterr, POL_NOMEM, 0, "out of memory for '%s'", path);
    else if (ferror(file))
        status = fail_read(path, reterr);
    else if (size > PROFILE_MAX)
        status =
            pol_fail(reterr, POL_LIMIT, 0, "'%s' has more than %d KB", path, PROFILE_MAX >> 10);
    fclose(file);
    *ret_bytes = pol_span_make(bytes, size);
    return status;
}

static pol_status read_profile(draft_run *run, pol_error *reterr)
{
    pol_span yaml;
    if (!run->cli->profile)
        return POL_OK;
    pol_status status = read_small(run->cli->profile, &run->arena, &yaml, reterr);
    if (status == POL_OK)
        status = pol_profile_parse(yaml, run->cli->profile, &run->arena, &run->profile, reterr);
    run->options.profile = &run->profile;
    return status;
}

/* Four digits, or nothing for an open end. */
static bool parse_year(pol_span text, int *ret_year)
{
    *ret_year = 0;
    if (text.size != 4 && text.size != 0)
        return false;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
        *ret_year = *ret_year * 10 + (text.data[i] - '0');
    }
    return true;
}

/* "2015", "2010..2015", "2010..". */
static bool parse_years(pol_span text, int *ret_from, int *ret_to)
{
    size_t dots = pol_span_find(text, POL_SPAN(".."), 0);
    if (dots == (size_t)-1)
        return parse_year(text, ret_from) && (*ret_to = *ret_from) != 0;
    return parse_year(pol_span_first(text, dots), ret_from) &&
           parse_year(pol_span_from(text, dots + 2), ret_to) && (*ret_from || *ret_to);
}

static pol_status read_years(draft_run *run, pol_error *reterr)
{
    const pol_search_options *search = &run->cli->search;
    for (size_t i = 0; i < search->filter_count; i++) {
        pol_span value = search->filters[i].value;
        if (search->filters[i].field != POL_FIELD_YEAR)
            return pol_fail(reterr, POL_USAGE, 0, "of the filters only --year goes with --draft");
        if (!parse_years(value, &run->options.year_from, &run->options.year_to))
            return pol_fail(reterr, POL_USAGE, 0,
                            "--year must be 2015, 2010..2015, 2010.. or ..2015, not '%.*s'",
                            POL_SPAN_ARGS(value));
        if (run->options.year_to && run->options.year_from > run->options.year_to)
            return pol_fail(reterr, POL_USAGE, 0, "--year must begin before it ends, not '%.*s'",
                            POL_SPAN_ARGS(value));
    }
    return POL_OK;
}

/* --- one motion --------------------------------------------------------------------- */

/* A file that says nothing that could be looked up is named, with the reason. */
static pol_status fail_empty(const draft_run *run, pol_error *reterr)
{
    const pol_extracted *extracted = &run->extracted;
    if (extracted->omission_count > 0)
        return pol_fail(reterr, POL_FORMAT, extracted->omissions[0].line, "'%s': %.*s",
                        run->cli->draft, POL_SPAN_ARGS(extracted->omissions[0].reason));
    return pol_fail(reterr, POL_FORMAT, 0, "'%s' has no text that could be a motion",
                    run->cli->draft);
}

static pol_status write_report(const draft_run *run, const pol_report *report, int *exit_status,
                               pol_error *reterr)
{
    pol_buffer buffer;
    pol_render_options options = pol_command_render_options(run->cli);
    pol_buffer_init(&buffer, POL_OUTPUT_BYTES_MAX);
    pol_report_render(run->cli->output, report, &options, &buffer);
    pol_status status = pol_command_deliver(run->cli, &buffer, true, reterr);
    *exit_status = report->verdict == POL_VERDICT_NOTHING ? POL_EXIT_NOTHING : POL_EXIT_FOUND;
    pol_buffer_done(&buffer);
    return status;
}

static pol_status check_one(draft_run *run, int *exit_status, pol_error *reterr)
{
    pol_draft draft;
    pol_report *report = NULL;
    pol_status status =
        pol_draft_make(&run->extracted.documents[0].document, &run->arena, &draft, reterr);
    if (status == POL_OK && draft.clause_count == 0)
        return fail_empty(run, reterr);
    for (int attempt = 1; status == POL_OK && !report; attempt++) {
        status = pol_check(run->index, &draft, &run->options, &report, reterr);
        if (status == POL_CHANGED && attempt < ATTEMPTS)
            status = pol_index_refresh(run->index, NULL, reterr);
    }
    if (status == POL_OK)
        status = write_report(run, report, exit_status, reterr);
    pol_report_free(report);
    return status;
}

/* --- many motions ------------------------------------------------------------------- */

/* A line that is written over and over, for who waits at a terminal. */
static bool show_progress(void *context, size_t done, size_t total)
{
    (void)context;
    fprintf(stderr, "\r%zu of %zu motions%s", done, total, done == total ? "\n" : "");
    return true;
}

static pol_status check_agenda(draft_run *run, int *exit_status, pol_error *reterr)
{
    pol_agenda *agenda = NULL;
    pol_buffer buffer;
    pol_render_options options = pol_command_render_options(run->cli);
    pol_agenda_progress *progress =
        isatty(STDERR_FILENO) && !run->cli->is_plain ? show_progress : NULL;
    pol_status status = POL_OK;
    for (int attempt = 1; status == POL_OK && !agenda; attempt++) {
        status = pol_agenda_check(run->index, &run->extracted, &run->options, progress, NULL,
                                  &agenda, reterr);
        if (status == POL_CHANGED && attempt < ATTEMPTS)
            status = pol_index_refresh(run->index, NULL, reterr);
    }
    if (status != POL_OK)
        return status;
    pol_buffer_init(&buffer, POL_OUTPUT_BYTES_MAX);
    pol_agenda_render(run->cli->output, agenda, &options, &buffer);
    status = pol_command_deliver(run->cli, &buffer, true, reterr);
    *exit_status = agenda->row_count > 0 ? POL_EXIT_FOUND : POL_EXIT_NOTHING;
    pol_buffer_done(&buffer);
    pol_agenda_free(agenda);
    return status;
}

/* --- --draft ------------------------------------------------------------------------ */

static pol_status check(draft_run *run, int file, int *exit_status, pol_error *reterr)
{
    pol_status status = extract(run, file, reterr);
    if (status == POL_OK)
        status = read_profile(run, reterr);
    if (status == POL_OK)
        status = read_years(run, reterr);
    if (status != POL_OK)
        return status;
    if (run->extracted.document_count == 0)
        return fail_empty(run, reterr);
    return run->extracted.document_count == 1 ? check_one(run, exit_status, reterr)
                                              : check_agenda(run, exit_status, reterr);
}

pol_status pol_command_draft(const pol_cli *cli, pol_index *index, int *exit_status,
                             pol_error *reterr)
{
    draft_run run = {.cli = cli, .index = index};
    int file = -1;
    if (!pol_report_has_output(cli->output))
        return pol_fail(reterr, POL_USAGE, 0,
                        "--draft is printed as text, json, csv, markdown or html, not as %s",
                        pol_output_name(cli->output));
    if (cli->has_limit || cli->search.first || cli->search.sort != POL_SORT_RELEVANCE)
        return pol_fail(
            reterr, POL_USAGE, 0,
            "--draft looks at every clause: it goes with no --limit, --offset, --page or "
            "--sort");
    pol_arena_init(&run.arena, POL_REPORT_BYTES_MAX);
    pol_status status = open_draft(cli->draft, &file, reterr);
    if (status == POL_OK)
        status = check(&run, file, exit_status, reterr);
    if (file >= 0)
        close(file);
    pol_arena_done(&run.arena);
    return status;
}
