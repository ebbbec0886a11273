/* update.c - one run: open, bring up to date, commit, publish. */
#include "indexer/update.h"

#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "indexer/correcting.h"
#include "indexer/idle.h"
#include "indexer/outline.h"
#include "indexer/removing.h"
#include "indexer/roots.h"

#define LISTS_LIMIT ((size_t)4 << 30)

static double now_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Who corrects where the CSV does not say: whoever runs the program. */
static pol_status take_corrections(pol_run *run, pol_error *reterr)
{
    char today[16], name[128] = "unknown";
    time_t now = time(NULL);
    struct tm local;
    pol_corrected corrected;
    const char *login = getenv("LOGNAME");
    const struct passwd *user = login ? NULL : getpwuid(getuid());
    if (login || user)
        snprintf(name, sizeof name, "%s", login ? login : user->pw_name);
    localtime_r(&now, &local);
    strftime(today, sizeof today, "%Y-%m-%d", &local);
    pol_status status =
        pol_correct_index(&run->ledger, run->writing, run->options->corrections, pol_span_of(name),
                          pol_span_of(today), &corrected, reterr);
    run->summary->corrected = corrected.rows;
    return status;
}

static pol_status update_paths(pol_run *run, pol_error *reterr)
{
    const pol_update_options *options = run->options;
    pol_status status =
        options->is_rebuild ? pol_run_rebuild(run, reterr) : pol_run_load_roots(run, reterr);
    if (status == POL_OK && options->corrections)
        status = take_corrections(run, reterr);
    if (status == POL_OK && options->path_count == 0 && !options->is_rebuild)
        status = pol_run_update_known(run, reterr);
    for (size_t i = 0; i < options->path_count && status == POL_OK && !pol_run_must_stop(run); i++)
        status = options->is_removing ? pol_run_remove_path(run, options->paths[i], reterr)
                 : strcmp(options->paths[i], "-") == 0
                     ? pol_run_read_input(run, reterr)
                     : pol_run_update_path(run, options->paths[i], reterr);
    if (status == POL_OK)
        status = pol_run_read_queued(run, reterr);
    return status == POL_OK && !pol_run_must_stop(run) ? pol_run_join(run, reterr) : status;
}

/* What is named must be there before a first index is begun: a slip of the pen leaves none behind.
 */
static pol_status find_paths(const pol_update_options *options, pol_error *reterr)
{
    struct stat found;
    if (access(options->index_path, F_OK) == 0)
        return POL_OK; /* which may know the folder, and says how to drop it */
    for (size_t i = 0; i < options->path_count && !options->is_removing; i++)
        if (strcmp(options->paths[i], "-") != 0 && stat(options->paths[i], &found) != 0)
            return pol_fail(reterr, errno == ENOENT ? POL_NOTFOUND : POL_IO, 0,
                            "cannot read '%s': %s", options->paths[i], strerror(errno));
    return POL_OK;
}

/* *ret_is_idle: there is nothing to do. */
static pol_status open_run(pol_run *run, const char *command, bool *ret_is_idle, pol_error *reterr)
{
    *ret_is_idle = false;
    const char *path = run->options->index_path;
    if (run->options->is_removing && access(path, F_OK) != 0)
        return pol_fail(reterr, POL_NOTFOUND, 0, "there is no index at '%s'", path);
    if (run->options->path_count == 0 && access(path, F_OK) != 0)
        return pol_fail(reterr, POL_USAGE, 0,
                        "there is no index at '%s' yet that knows a folder: name one, as in "
                        "polindex FOLDER",
                        path);
    pol_status status = find_paths(run->options, reterr);
    if (status == POL_OK)
        status = pol_store_lock(path, command, &run->store, reterr);
    if (status == POL_OK && (*ret_is_idle = pol_run_is_idle(run)))
        return POL_OK;
    if (status == POL_OK)
        status = pol_store_begin(run->store, run->options->is_rebuild, reterr);
    if (status == POL_OK)
        status = pol_ledger_open(&run->ledger, pol_store_writer(run->store), reterr);
    if (status == POL_OK)
        status = pol_writing_new(&run->ledger, &run->writing, reterr);
    if (status == POL_OK && pol_store_builder(run->store))
        pol_writing_set_outline(run->writing);
    return status == POL_OK ? pol_pool_new(run->options->jobs, &run->pool, reterr) : status;
}

static void show_building(void *context, uint64_t documents)
{
    pol_run *run = context;
    run->summary->total_documents = documents;
    pol_run_show_progress(run, "building");
}

/* A first index or a rebuild, of its outline. */
static pol_status build(pol_run *run, pol_error *reterr)
{
    pol_building building = {.pool = run->pool,
                             .builder = pol_store_builder(run->store),
                             .on_progress = show_building,
                             .context = run};
    /* whoever is killed now need not read it all again */
    pol_status status = pol_store_commit(run->store, reterr);
    if (status == POL_OK)
        status = pol_outline_build(&building, run->ledger.reader, reterr);
    run->summary->total_documents = building.documents;
    run->summary->total_passages = building.passages;
    return status == POL_OK ? pol_store_build(run->store, run->ledger.reader, reterr) : status;
}

static pol_status count_totals(pol_run *run, pol_error *reterr)
{
    xc_error error;
    uint32_t heads, bodies;
    const xc_bytes head = {POL_PREFIX_HEAD, strlen(POL_PREFIX_HEAD)};
    const xc_bytes body = {POL_PREFIX_BODY, strlen(POL_PREFIX_BODY)};
    if (xc_reader_term_frequency(run->ledger.reader, head, &heads, &error) != XC_OK ||
        xc_reader_term_frequency(run->ledger.reader, body, &bodies, &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, "cannot read the index");
    run->summary->total_documents = heads;
    run->summary->total_passages = bodies;
    return POL_OK;
}

pol_status pol_update_index(const pol_update_options *options, pol_summary *ret_summary,
                            pol_error *reterr)
{
    *ret_summary = (pol_summary){0};
    pol_run run = {.options = options, .summary = ret_summary, .started = now_seconds()};
    run.committed = run.started;
    pol_arena_init(&run.arena, LISTS_LIMIT);
    bool is_idle;
    pol_status status =
        open_run(&run, options->is_rebuild ? "polindex --rebuild" : "polindex", &is_idle, reterr);
    if (status == POL_OK && !is_idle)
        status = update_paths(&run, reterr);
    ret_summary->is_abandoned = options->is_rebuild && ret_summary->is_stopped;
    if (status == POL_OK && !ret_summary->is_abandoned)
        status = pol_store_builder(run.store) ? build(&run, reterr) : count_totals(&run, reterr);
    if (run.writing)
        ret_summary->written = *pol_writing_counts(run.writing);
    pol_pool_free(run.pool);
    pol_writing_free(run.writing);
    pol_ledger_close(&run.ledger);
    if (status == POL_OK && !ret_summary->is_abandoned && !is_idle) {
        bool is_compacting = ret_summary->written.removed > 0 || options->is_removing;
        pol_run_show_progress(&run,
                              options->is_rebuild || is_compacting ? "compacting" : "committing");
        status = pol_store_finish(run.store, is_compacting, reterr);
    }
    pol_store_free(run.store);
    pol_arena_done(&run.arena);
    ret_summary->seconds = now_seconds() - run.started;
    return status;
}
