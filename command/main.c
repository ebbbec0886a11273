/* main.c - polsearch: a command line to results on standard output.
 *
 * Exit status as grep's: 0 something was found, 1 nothing was, 2 an error. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "command/run.h"
#include "command/terminal.h"

static bool is_json(pol_output output)
{
    return output == POL_OUTPUT_JSON || output == POL_OUTPUT_JSONL;
}

/* Machines get the error as they get results, but on standard error as everybody. */
static int report(const pol_cli *cli, const pol_error *error)
{
    pol_buffer buffer;
    pol_buffer_init(&buffer, 1 << 16);
    if (is_json(cli->output))
        pol_render_json_error(error, &buffer);
    else
        pol_buffer_printf(&buffer, "polsearch: %s\n", error->text);
    fwrite(buffer.data, 1, buffer.size, stderr);
    pol_buffer_done(&buffer);
    return POL_EXIT_ERROR;
}

/* --- one query -------------------------------------------------------------------- */

static pol_status search_one(const pol_cli *cli, pol_index *index, int *exit_status,
                             pol_error *reterr)
{
    pol_results *results = NULL;
    pol_buffer buffer;
    pol_render_options options = pol_command_render_options(cli);
    pol_span query = pol_span_of(cli->query ? cli->query : "");
    pol_status status = pol_search(index, query, &cli->search, &results, reterr);
    if (status != POL_OK)
        return status;
    pol_buffer_init(&buffer, POL_OUTPUT_BYTES_MAX);
    pol_render_results(cli->output, results, &options, &buffer);
    status = pol_command_deliver(cli, &buffer, results->hit_count > 0, reterr);
    *exit_status = results->hit_count ? POL_EXIT_FOUND : POL_EXIT_NOTHING;
    pol_buffer_done(&buffer);
    pol_results_free(results);
    return status;
}

static pol_status show(const pol_cli *cli, pol_index *index, int *exit_status, pol_error *reterr)
{
    pol_shown *shown = NULL;
    pol_buffer buffer;
    pol_render_options options = pol_command_render_options(cli);
    pol_status status = pol_show(index, pol_span_of(cli->show), &shown, reterr);
    if (status != POL_OK)
        return status;
    pol_buffer_init(&buffer, POL_OUTPUT_BYTES_MAX);
    pol_render_document(cli->output, shown->stored, &options, &buffer);
    status = pol_command_deliver(cli, &buffer, true, reterr);
    *exit_status = POL_EXIT_FOUND;
    pol_buffer_done(&buffer);
    pol_shown_free(shown);
    return status;
}

/* --- many queries ----------------------------------------------------------------- */

/* What a run of queries keeps from line to line. */
typedef struct query_run {
    const pol_cli *cli;
    pol_index *index;
    pol_search_options search;
    pol_render_options render;
    size_t line;
    bool has_found, has_written;
} query_run;

static pol_status run_query(query_run *run, const char *id, pol_span text, pol_error *reterr)
{
    pol_results *results = NULL;
    pol_buffer buffer;
    pol_status status = pol_search(run->index, text, &run->search, &results, reterr);
    if (status != POL_OK)
        return status;
    run->render.query_id = id;
    run->render.is_continued = run->has_written;
    pol_buffer_init(&buffer, POL_OUTPUT_BYTES_MAX);
    pol_render_results(run->cli->output, results, &run->render, &buffer);
    status = buffer.status;
    if (status == POL_OK)
        status = pol_terminal_write(pol_buffer_span(&buffer), false, reterr);
    else
        status = pol_fail(reterr, status, 0, "the results are too large: ask for fewer");
    run->has_found = run->has_found || results->hit_count;
    run->has_written = run->has_written || buffer.size;
    pol_buffer_done(&buffer);
    pol_results_free(results);
    return status;
}

static pol_status run_line(query_run *run, char *line, size_t size, pol_error *reterr)
{
    while (size && (line[size - 1] == '\n' || line[size - 1] == '\r'))
        line[--size] = '\0';
    char *tab = memchr(line, '\t', size);
    if (size == 0)
        return POL_OK;
    if (!tab || tab == line)
        return pol_fail(reterr, POL_FORMAT, run->line, "%s, line %zu: not ID<TAB>TEXT",
                        run->cli->queries_path, run->line);
    *tab = '\0';
    return run_query(run, line, pol_span_make(tab + 1, size - (size_t)(tab + 1 - line)), reterr);
}

static pol_status run_lines(query_run *run, FILE *file, pol_error *reterr)
{
    char *line = NULL;
    size_t capacity = 0;
    ssize_t size;
    pol_status status = POL_OK;
    while (status == POL_OK && (size = getline(&line, &capacity, file)) >= 0) {
        run->line++;
        status = run_line(run, line, (size_t)size, reterr);
    }
    if (status == POL_OK && ferror(file))
        status = pol_fail(reterr, POL_IO, 0, "cannot read '%s': %s", run->cli->queries_path,
                          strerror(errno));
    free(line);
    return status;
}

static pol_status run_queries(const pol_cli *cli, pol_index *index, int *exit_status,
                              pol_error *reterr)
{
    bool is_stdin = strcmp(cli->queries_path, "-") == 0;
    query_run run = {.cli = cli,
                     .index = index,
                     .search = cli->search,
                     .render = pol_command_render_options(cli)};
    run.search.is_literal = true;
    if (cli->output == POL_OUTPUT_TREC) {
        run.search.is_grouped = run.search.only_ids = true;
        if (!cli->has_match)
            run.search.match = POL_MATCH_ANY; /* evaluators want a depth that tiers have not */
        if (!cli->has_limit)
            run.search.count = POL_TREC_DEPTH;
    }
    FILE *file = is_stdin ? stdin : fopen(cli->queries_path, "re");
    if (!file)
        return pol_fail(reterr, POL_IO, 0, "cannot read '%s': %s", cli->queries_path,
                        strerror(errno));
    pol_status status = run_lines(&run, file, reterr);
    if (!is_stdin)
        fclose(file);
    *exit_status = run.has_found ? POL_EXIT_FOUND : POL_EXIT_NOTHING;
    return status;
}

static pol_command *task_of(const pol_cli *cli)
{
    return cli->show           ? show
           : cli->queries_path ? run_queries
           : cli->draft        ? pol_command_draft
           : cli->is_timeline  ? pol_command_timeline
           : cli->like         ? pol_command_like
           : cli->composites   ? pol_command_composites
                               : search_one;
}

int main(int argc, char **argv)
{
    pol_cli cli;
    char path[POL_INDEX_PATH_MAX];
    pol_index *index = NULL;
    pol_error error = {0};
    int exit_status = POL_EXIT_ERROR;
    argv[0] = program_invocation_short_name; /* as all messages say it */
    pol_cli_parse(argc, argv, &cli);
    if (cli.queries_path && !cli.has_output)
        cli.output = POL_OUTPUT_TREC;
    pol_status status = pol_index_locate(cli.index_path, path, &error);
    if (status == POL_OK)
        status = pol_index_open(path, &index, &error);
    if (status == POL_OK)
        status = task_of(&cli)(&cli, index, &exit_status, &error);
    if (status != POL_OK)
        exit_status = report(&cli, &error);
    pol_index_free(index);
    free(cli.query);
    return exit_status;
}
