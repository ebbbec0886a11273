/* roots.c - bringing the index up to date with one folder, or with all it knows. */
#include "indexer/roots.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* --- a path ------------------------------------------------------------------------- */

pol_status pol_run_load_roots(pol_run *run, pol_error *reterr)
{
    return pol_ledger_roots(run->ledger.reader, &run->arena, &run->roots, &run->root_count,
                            reterr);
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

/* A root below a new one would be indexed twice: the new one takes its files over. */
static pol_status absorb_roots(pol_run *run, const pol_survey *survey, pol_error *reterr)
{
    pol_status status = POL_OK;
    const uint64_t files_removed = run->summary->files_removed;
    if (!survey->is_new_root || survey->root.is_partial)
        return POL_OK;
    for (size_t i = 0; i < run->root_count && status == POL_OK; i++) {
        pol_root root = run->roots[i];
        if (root.number == survey->root.number || !pol_span_starts(root.path, survey->root.path) ||
            root.path.data[survey->root.path.size] != '/')
            continue;
        pol_entry *entries;
        size_t count;
        status = pol_ledger_files(&run->ledger, root.number, &run->arena, &entries, &count, reterr);
        const pol_survey all = {.root = root, .gone = entries, .gone_count = count};
        if (status == POL_OK)
            status = remove_gone(run, &all, reterr);
        run->summary->files_removed = files_removed;
        if (status == POL_OK && !pol_run_must_stop(run))
            status = pol_ledger_set_root(&run->ledger, (pol_root){.number = root.number, .path = POL_SPAN("")}, reterr);
    }
    return status;
}

static void count_survey(pol_run *run, const pol_survey *survey)
{
    for (size_t i = 0; i < survey->left_out_count; i++)
        pol_run_leave_out(run, survey->left_out[i].path, 0, survey->left_out[i].reason.data);
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
    if (status != POL_OK)
        return status;
    count_survey(run, survey);
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
static pol_status update_listed(pol_run *run, pol_root root, xc_reader *listed_in, pol_error *reterr)
{
    pol_entry *entries;
    size_t count;
    pol_ledger list = {.reader = listed_in};
    pol_status status =
        pol_ledger_files(&list, root.number, &run->arena, &entries, &count, reterr);
    for (size_t i = 0; i < count && status == POL_OK && !pol_run_must_stop(run); i++) {
        pol_span path = pol_path_join(&run->arena, root.path, entries[i].relative);
        pol_span key = pol_file_key(&run->arena, root.number, entries[i].relative);
        if (!path.data || !key.data)
            return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
        if (access(path.data, F_OK) == 0) {
            status = pol_run_update_path(run, path.data, reterr);
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

/* --- rebuilding --------------------------------------------------------------------- */

static bool is_reachable(pol_span path)
{
    return path.size && access(path.data, R_OK) == 0;
}

/* Copies what cannot be read again from the index before: documents of standard input and
 * of folders that are not there. */
static pol_status carry_over(pol_run *run, const pol_span *lost_keys, size_t count, pol_error *reterr)
{
    uint64_t carried = 0;
    pol_status status = POL_OK;
    for (size_t i = 0; i < count && status == POL_OK; i++)
        status = pol_writing_copy(run->writing, pol_store_previous(run->store), lost_keys[i],
                                  &carried, reterr);
    char text[POL_ERROR_TEXT_SIZE];
    snprintf(text, sizeof text,
             "%" PRIu64 " documents whose files cannot be read now were kept as they were", carried);
    if (carried)
        run->options->on_note(run->options->context, text);
    return status;
}

pol_status pol_run_rebuild(pol_run *run, pol_error *reterr)
{
    xc_reader *previous = pol_store_previous(run->store);
    pol_root *roots = NULL;
    size_t count = 0, lost = 0;
    pol_status status = POL_OK;
    if (previous)
        status = pol_ledger_roots(previous, &run->arena, &roots, &count, reterr);
    pol_span *lost_keys = pol_arena_array(&run->arena, count + 1, sizeof *lost_keys);
    if (!lost_keys)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    for (size_t i = 0; i < count && status == POL_OK; i++) {
        status = pol_ledger_set_root(&run->ledger, roots[i], reterr);
        if (is_reachable(roots[i].path))
            continue;
        lost_keys[lost++] = pol_file_key(&run->arena, roots[i].number, POL_SPAN(""));
        if (status == POL_OK)
            status = pol_ledger_copy(&run->ledger, previous, roots[i].number, reterr);
    }
    lost_keys[lost++] = POL_SPAN("-");
    if (status == POL_OK)
        status = pol_run_load_roots(run, reterr);
    for (size_t i = 0; i < count && status == POL_OK && !pol_run_must_stop(run); i++)
        if (is_reachable(roots[i].path))
            status = update_root(run, roots[i], previous, reterr);
    if (status == POL_OK && previous && !pol_run_must_stop(run))
        status = carry_over(run, lost_keys, lost, reterr);
    return status;
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
        if (is_reachable(roots[i].path))
            status = update_root(run, roots[i], run->ledger.reader, reterr);
        else
            pol_run_leave_out(run, roots[i].path, 0, "this folder is not there: its documents are kept");
    }
    return status;
}
