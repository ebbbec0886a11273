/* roots.c - bringing the index up to date with one folder, or with all it knows. */
#include "indexer/roots.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "indexer/outcomes.h"
#include "indexer/removing.h"

/* --- a path ------------------------------------------------------------------------- */

pol_status pol_run_load_roots(pol_run *run, pol_error *reterr)
{
    return pol_ledger_roots(run->ledger.reader, &run->arena, &run->roots, &run->root_count, reterr);
}

static pol_status note_root(pol_run *run, const pol_survey *survey, pol_error *reterr)
{
    if (!survey->is_new_root && !survey->is_moved_root && !survey->is_widened_root)
        return POL_OK;
    char text[POL_ERROR_TEXT_SIZE];
    snprintf(text, sizeof text, "the folder was moved to '%.*s': its documents keep their ids",
             POL_SPAN_ARGS(pol_span_first(survey->root.path, 160)));
    if (survey->is_moved_root)
        run->options->on_note(run->options->context, text);
    pol_status status = pol_ledger_set_root(&run->ledger, survey->root, reterr);
    return status == POL_OK ? pol_run_load_roots(run, reterr) : status;
}

static pol_status remove_gone(pol_run *run, const pol_survey *survey, pol_error *reterr)
{
    pol_status status = POL_OK;
    for (size_t i = 0; i < survey->gone_count && status == POL_OK && !pol_run_must_stop(run); i++) {
        pol_span key = pol_file_key(&run->arena, survey->root.number, survey->gone[i].relative);
        if (!key.data)
            return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
        status = pol_writing_remove_file(run->writing, key, reterr);
        run->summary->files_removed++;
        if (status == POL_OK)
            status = pol_run_commit_if_due(run, reterr);
    }
    return status;
}

/* Removes those files of a root that are below `folder`. */
static pol_status remove_below(pol_run *run, pol_root root, pol_span folder, pol_error *reterr)
{
    pol_entry *entries;
    size_t count, kept = 0;
    pol_status status =
        pol_ledger_files(&run->ledger, root.number, &run->arena, &entries, &count, reterr);
    for (size_t i = 0; i < count && status == POL_OK; i++) {
        pol_span path = pol_path_join(&run->arena, root.path, entries[i].relative);
        if (!path.data)
            return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
        if (pol_path_is_below(path, folder))
            entries[kept++] = entries[i];
    }
    const uint64_t files_removed = run->summary->files_removed;
    const pol_survey gone = {.root = root, .gone = entries, .gone_count = kept};
    if (status == POL_OK)
        status = remove_gone(run, &gone, reterr);
    run->summary->files_removed = files_removed; /* they have not gone: another root has them */
    return status;
}

/* May the survey's root, a whole one, have files of the other, which it takes over? */
static bool is_absorbed(const pol_survey *survey, const pol_root *other)
{
    const pol_span folder = survey->root.path;
    return !survey->root.is_partial && survey->given_size == folder.size &&
           other->number != survey->root.number &&
           (pol_path_is_below(other->path, folder) ||
            (other->is_partial && pol_path_is_below(folder, other->path)));
}

bool pol_run_takes_over(const pol_run *run, const pol_survey *survey)
{
    for (size_t i = 0; i < run->root_count; i++)
        if (is_absorbed(survey, &run->roots[i]))
            return true;
    return false;
}

/* What other roots have of a whole one would be indexed twice: it takes their files over. */
static pol_status absorb_roots(pol_run *run, const pol_survey *survey, pol_error *reterr)
{
    pol_status status = POL_OK;
    const pol_span folder = survey->root.path;
    if (!pol_run_takes_over(run, survey))
        return POL_OK;
    for (size_t i = 0; i < run->root_count && status == POL_OK && !pol_run_must_stop(run); i++) {
        const pol_root root = run->roots[i];
        bool is_inside = pol_path_is_below(root.path, folder);
        if (!is_absorbed(survey, &root))
            continue;
        status = remove_below(run, root, folder, reterr);
        if (status == POL_OK && is_inside && !pol_run_must_stop(run))
            status = pol_ledger_set_root(
                &run->ledger, (pol_root){.number = root.number, .path = POL_SPAN("")}, reterr);
    }
    return status == POL_OK ? pol_run_load_roots(run, reterr) : status;
}

void pol_run_count_survey(pol_run *run, const pol_survey *survey)
{
    for (size_t i = 0; i < survey->left_out_count; i++)
        pol_run_leave_out(run, survey->left_out[i].path, 0, survey->left_out[i].reason.data);
    run->summary->passed_over += survey->passed_over;
    for (size_t i = 0; i < survey->file_count; i++)
        if (survey->files[i].state == POL_FILE_UNCHANGED) {
            run->summary->files_unchanged++;
        } else {
            run->progress.files_total++;
            run->progress.bytes_total += survey->files[i].file.size_bytes;
        }
}

pol_status pol_run_update_path(pol_run *run, const char *path, pol_error *reterr)
{
    pol_survey *survey = pol_arena_alloc(&run->arena, sizeof *survey);
    if (!survey)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    pol_status status = pol_survey_path(&run->ledger, path, &run->arena, survey, reterr);
    if (status == POL_NOTFOUND && pol_run_knows_path(run, path))
        pol_fail(reterr, POL_NOTFOUND, 0,
                 "'%.90s' is not there: its documents are kept (to drop them: polindex --remove "
                 "'%.60s')",
                 path, path);
    if (status != POL_OK)
        return status;
    pol_run_count_survey(run, survey);
    status = note_root(run, survey, reterr);
    if (status == POL_OK)
        status = pol_run_read_files(run, survey, reterr);
    if (status == POL_OK)
        status = remove_gone(run, survey, reterr);
    if (status == POL_OK)
        status = absorb_roots(run, survey, reterr);
    return status;
}

/* The files of a root that were given one by one: those, and no others of its folder. */
static pol_status update_listed(pol_run *run, pol_root root, xc_reader *listed_in,
                                pol_error *reterr)
{
    pol_entry *entries;
    size_t count;
    pol_ledger list = {.reader = listed_in};
    pol_status status = pol_ledger_files(&list, root.number, &run->arena, &entries, &count, reterr);
    for (size_t i = 0; i < count && status == POL_OK && !pol_run_must_stop(run); i++) {
        pol_span path = pol_path_join(&run->arena, root.path, entries[i].relative);
        pol_span key = pol_file_key(&run->arena, root.number, entries[i].relative);
        if (!path.data || !key.data)
            return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
        if (!pol_path_is_gone(path.data)) {
            status = pol_run_update_path(run, path.data, reterr);
            if ((status == POL_IO || status == POL_NOTFOUND) && access(path.data, R_OK) != 0) {
                pol_run_leave_out(run, path, 0, reterr->text);
                status = POL_OK;
            }
        } else {
            status = pol_writing_remove_file(run->writing, key, reterr);
            run->summary->files_removed++;
        }
    }
    return status;
}

static pol_status update_root(pol_run *run, pol_root root, xc_reader *listed_in, pol_error *reterr)
{
    return root.is_partial ? update_listed(run, root, listed_in, reterr)
                           : pol_run_update_path(run, root.path.data, reterr);
}

static bool is_reachable(pol_span path)
{
    return path.size && access(path.data, R_OK) == 0;
}

pol_status pol_run_update_known(pol_run *run, pol_error *reterr)
{
    if (run->root_count == 0)
        return pol_fail(reterr, POL_USAGE, 0,
                        "this index knows no folder yet: name one, as in polindex FOLDER");
    const size_t count = run->root_count;
    const pol_root *roots = run->roots;
    pol_status status = POL_OK;
    for (size_t i = 0; i < count && status == POL_OK && !pol_run_must_stop(run); i++) {
        if (!is_reachable(roots[i].path)) {
            pol_run_leave_out(run, roots[i].path, 0,
                              "this folder is not there: its documents are kept (to drop them: "
                              "polindex --remove with its name)");
            continue;
        }
        status = update_root(run, roots[i], run->ledger.reader, reterr);
        if (status == POL_USAGE) { /* empty all at once: the others are none the worse */
            pol_run_leave_out(run, roots[i].path, 0, reterr->text);
            status = POL_OK;
        }
    }
    return status;
}

/* --- rebuilding --------------------------------------------------------------------- */

static void note_carried(pol_run *run, const pol_copied *copied)
{
    char text[POL_ERROR_TEXT_SIZE];
    if (copied->documents) {
        snprintf(text, sizeof text,
                 "%" PRIu64 " documents whose files cannot be read now were kept as they were",
                 copied->documents);
        run->options->on_note(run->options->context, text);
    }
    if (copied->damaged) {
        snprintf(text, sizeof text,
                 "%" PRIu64 " documents of the old index are damaged: they come back only "
                 "where their files are read again",
                 copied->damaged);
        run->options->on_note(run->options->context, text);
    }
}

/* Files of a folder that is there which are there too, or may be, but cannot be read. */
static pol_status carry_unreadable(pol_run *run, pol_root root, pol_copied *copied,
                                   pol_error *reterr)
{
    pol_entry *entries;
    size_t count;
    xc_reader *previous = pol_store_previous(run->store);
    pol_ledger before = {.reader = previous};
    pol_status status =
        pol_ledger_files(&before, root.number, &run->arena, &entries, &count, reterr);
    for (size_t i = 0; i < count && status == POL_OK; i++) {
        pol_span path = pol_path_join(&run->arena, root.path, entries[i].relative);
        pol_span key = pol_file_key(&run->arena, root.number, entries[i].relative);
        if (!path.data || !key.data)
            return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
        if (access(path.data, R_OK) == 0 || errno == ENOENT || errno == ENOTDIR)
            continue;
        status = pol_writing_copy_file(run->writing, previous, key, copied, reterr);
        if (status == POL_OK)
            status = pol_ledger_record(&run->ledger, key, &entries[i], reterr);
        if (status == POL_OK)
            status = pol_outcomes_copy(&run->ledger, previous, key, reterr);
    }
    return status;
}

/* Copies what cannot be read again from the index before: documents of standard input, of
 * folders that are not there, and of files that cannot be read. Before anything is read, so that
 * they keep their ids. */
static pol_status carry_over(pol_run *run, const pol_root *roots, size_t count, pol_error *reterr)
{
    xc_reader *previous = pol_store_previous(run->store);
    pol_copied copied = {0};
    pol_status status = pol_writing_copy(run->writing, previous, POL_SPAN("-"), &copied, reterr);
    for (size_t i = 0; i < count && status == POL_OK && !pol_run_must_stop(run); i++) {
        status = pol_ledger_set_root(&run->ledger, roots[i], reterr);
        if (status == POL_OK && is_reachable(roots[i].path))
            status = carry_unreadable(run, roots[i], &copied, reterr);
        if (status != POL_OK || is_reachable(roots[i].path))
            continue;
        copied.damaged = 0; /* each pass meets the same ones */
        pol_span prefix = pol_file_key(&run->arena, roots[i].number, POL_SPAN(""));
        if (!prefix.data)
            return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
        status = pol_writing_copy(run->writing, previous, prefix, &copied, reterr);
        if (status == POL_OK)
            status = pol_ledger_copy(&run->ledger, previous, roots[i].number, reterr);
        if (status == POL_OK)
            status = pol_outcomes_copy(&run->ledger, previous, prefix, reterr);
    }
    note_carried(run, &copied);
    return status;
}

/* Without an index to read, the folders are not known: a rebuild of nothing would replace
 * what may yet be saved by an empty index. */
static pol_status rebuild_blindly(pol_run *run, pol_error *reterr)
{
    if (!pol_store_is_replacing(run->store))
        return run->options->path_count ? POL_OK
                                        : pol_fail(reterr, POL_USAGE, 0,
                                                   "there is no index to rebuild at '%.120s': name "
                                                   "a folder, as in polindex FOLDER",
                                                   run->options->index_path);
    if (run->options->path_count == 0)
        return pol_fail(reterr, POL_USAGE, 0,
                        "the index '%.100s' cannot be read, so that its folders are not known: "
                        "name them, as in polindex --rebuild FOLDER",
                        run->options->index_path);
    run->options->on_note(run->options->context,
                          "the old index cannot be read: the new one holds what is named here, and "
                          "nothing that came from elsewhere");
    return POL_OK;
}

pol_status pol_run_rebuild(pol_run *run, pol_error *reterr)
{
    xc_reader *previous = pol_store_previous(run->store);
    pol_root *roots = NULL;
    size_t count = 0;
    if (!previous)
        return rebuild_blindly(run, reterr);
    pol_writing_set_previous(run->writing, previous);
    pol_status status = pol_ledger_roots(previous, &run->arena, &roots, &count, reterr);
    if (status == POL_CORRUPT)
        return rebuild_blindly(run, reterr);
    if (status == POL_OK)
        status = pol_corrections_copy(&run->ledger, previous, reterr);
    if (status == POL_OK)
        status = pol_writing_load_corrections(run->writing, reterr);
    if (status == POL_OK)
        status = carry_over(run, roots, count, reterr);
    if (status == POL_OK)
        status = pol_run_load_roots(run, reterr);
    for (size_t i = 0; i < count && status == POL_OK && !pol_run_must_stop(run); i++)
        if (is_reachable(roots[i].path))
            status = update_root(run, roots[i], previous, reterr);
    if (status == POL_CORRUPT && run->options->path_count == 0)
        pol_fail(reterr, POL_CORRUPT, 0,
                 "the index '%.100s' is damaged: move it away and name its folders, as in polindex "
                 "FOLDER",
                 run->options->index_path);
    return status;
}
