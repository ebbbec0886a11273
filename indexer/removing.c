/* removing.c - a path that may have gone, to the files of the ledger that are taken out. */
#include "indexer/removing.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "indexer/profile.h"
#include "indexer/roots.h"

static pol_status out_of_memory(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
}

/* --- the path ----------------------------------------------------------------------- */

/* Appends the parts of `rest` to the absolute path in `path`, as realpath() would if they were
 * there. */
static bool append_parts(char path[PATH_MAX], const char *rest)
{
    while (*rest) {
        size_t size = strcspn(rest, "/"), length = strlen(path);
        char *last = strrchr(path, '/');
        if (size == 2 && strncmp(rest, "..", 2) == 0)
            last[last == path] = '\0';
        else if (size > 0 && !(size == 1 && *rest == '.') &&
                 snprintf(path + length, PATH_MAX - length, "%s%.*s", length > 1 ? "/" : "",
                          (int)size, rest) >= (int)(PATH_MAX - length))
            return false;
        rest += size + (rest[size] == '/');
    }
    return true;
}

/* The absolute path: links are followed as far as the path is there. */
static bool resolve(const char *path, char ret_path[PATH_MAX])
{
    char start[PATH_MAX];
    size_t size = strlen(path);
    if (size == 0 || size >= PATH_MAX)
        return false;
    memcpy(start, path, size + 1);
    while (!realpath(size ? start : ".", ret_path)) {
        while (size && start[size - 1] == '/')
            size--;
        while (size && start[size - 1] != '/')
            size--;
        if (size == 0 && *path == '/')
            return false;
        start[size] = '\0';
    }
    return append_parts(ret_path, path + size);
}

bool pol_run_knows_path(const pol_run *run, const char *path)
{
    char absolute[PATH_MAX];
    bool is_known = false;
    if (resolve(path, absolute))
        for (size_t i = 0; i < run->root_count && !is_known; i++)
            is_known = pol_path_is_below(run->roots[i].path, pol_span_of(absolute));
    return is_known;
}

/* --- what came from it -------------------------------------------------------------- */

static pol_status remove_file(pol_run *run, uint32_t root, pol_span relative, pol_error *reterr)
{
    pol_span key = pol_file_key(&run->arena, root, relative);
    if (!key.data)
        return out_of_memory(reterr);
    pol_status status = pol_writing_remove_for_good(run->writing, key, reterr);
    run->summary->files_removed++;
    return status == POL_OK ? pol_run_commit_if_due(run, reterr) : status;
}

static pol_status forget_root(pol_run *run, pol_root root, pol_error *reterr)
{
    bool is_new;
    const pol_profile none = {.root = root.number};
    root.path = POL_SPAN("");
    pol_status status = pol_profile_record(&run->ledger, &none, &is_new, reterr);
    return status == POL_OK ? pol_ledger_set_root(&run->ledger, root, reterr) : status;
}

/* What would come back with the next run is worth a word. */
static void note_still_there(pol_run *run, pol_root root, pol_span path)
{
    char text[POL_ERROR_TEXT_SIZE];
    if (root.is_partial || access(path.data, F_OK) != 0)
        return;
    snprintf(text, sizeof text, "'%.*s' is still there: the next run for '%.*s' reads it again",
             POL_SPAN_ARGS(pol_span_first(path, 80)), POL_SPAN_ARGS(pol_span_first(root.path, 80)));
    run->options->on_note(run->options->context, text);
}

/* Files of the root that are at `path` or below it; adds to *found. */
static pol_status remove_from(pol_run *run, pol_root root, pol_span path, size_t *found,
                              pol_error *reterr)
{
    pol_entry *entries;
    size_t count;
    const bool is_whole = pol_path_is_below(root.path, path);
    if (!is_whole && !pol_path_is_below(path, root.path))
        return POL_OK;
    pol_status status =
        pol_ledger_files(&run->ledger, root.number, &run->arena, &entries, &count, reterr);
    const size_t before = *found;
    for (size_t i = 0; i < count && status == POL_OK && !pol_run_must_stop(run); i++) {
        pol_span file = pol_path_join(&run->arena, root.path, entries[i].relative);
        if (!file.data)
            return out_of_memory(reterr);
        if (!pol_path_is_below(file, path))
            continue;
        ++*found;
        status = remove_file(run, root.number, entries[i].relative, reterr);
    }
    if (status == POL_OK && !is_whole && *found > before)
        note_still_there(run, root, path);
    *found += is_whole;
    return status == POL_OK && is_whole && !pol_run_must_stop(run) ? forget_root(run, root, reterr)
                                                                   : status;
}

/* Where a run was stopped, its removal may have been done but for the last step, which comes now.
 */
static pol_status find_nothing(pol_run *run, const char *path, pol_error *reterr)
{
    char text[POL_ERROR_TEXT_SIZE];
    if (!pol_store_was_left(run->store))
        return pol_fail(
            reterr, POL_NOTFOUND, 0,
            "nothing in the index came from '%.120s': polindex status lists its folders", path);
    snprintf(
        text, sizeof text,
        "nothing in the index comes from '%.120s' any more: what the run before left undone is "
        "done now",
        path);
    run->options->on_note(run->options->context, text);
    return POL_OK;
}

pol_status pol_run_remove_path(pol_run *run, const char *path, pol_error *reterr)
{
    char absolute[PATH_MAX];
    size_t found = 0;
    pol_status status = POL_OK;
    if (strcmp(path, "-") == 0) {
        uint64_t removed = pol_writing_counts(run->writing)->removed;
        status = pol_writing_remove_for_good(run->writing, POL_SPAN("-"), reterr);
        found = pol_writing_counts(run->writing)->removed > removed;
    } else if (resolve(path, absolute)) {
        for (size_t i = 0; i < run->root_count && status == POL_OK; i++)
            status = remove_from(run, run->roots[i], pol_span_of(absolute), &found, reterr);
    }
    if (status == POL_OK && found == 0 && !pol_run_must_stop(run))
        status = find_nothing(run, path, reterr);
    return status == POL_OK ? pol_run_load_roots(run, reterr) : status;
}
