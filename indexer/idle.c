/* idle.c - surveys, marks and rules compared with what the index notes. */
#include "indexer/idle.h"

#include <string.h>
#include <unistd.h>

#include "index/open.h"
#include "indexer/outcomes.h"
#include "indexer/profile.h"
#include "indexer/roots.h"

/* Does the path hold what was read, and nothing else? */
static bool is_settled(pol_run *run, const char *path, pol_survey *survey)
{
    pol_error ignored;
    if (strcmp(path, "-") == 0 ||
        pol_survey_path(&run->ledger, path, &run->arena, survey, &ignored) != POL_OK)
        return false;
    for (size_t i = 0; i < survey->file_count; i++)
        if (survey->files[i].state != POL_FILE_UNCHANGED)
            return false;
    return survey->gone_count == 0 && !survey->is_new_root && !survey->is_moved_root &&
           !survey->is_widened_root && !pol_run_takes_over(run, survey);
}

/* The path that has place `place` among those of the run: given ones, or else all folders. */
static const char *path_at(const pol_run *run, size_t place)
{
    const pol_update_options *options = run->options;
    return options->path_count ? options->paths[place] : run->roots[place].path.data;
}

/* Of folders that were given as single files, or cannot be reached, there is more to say. */
static bool are_plain_folders(const pol_run *run)
{
    for (size_t i = 0; i < run->root_count && run->options->path_count == 0; i++)
        if (run->roots[i].is_partial || run->roots[i].path.size == 0 ||
            access(run->roots[i].path.data, R_OK) != 0)
            return false;
    return run->root_count > 0;
}

static bool are_paths_settled(pol_run *run)
{
    const size_t count = run->options->path_count ? run->options->path_count : run->root_count;
    pol_survey *surveys = pol_arena_array(&run->arena, count, sizeof *surveys);
    bool are_settled = surveys && are_plain_folders(run);
    for (size_t i = 0; i < count && are_settled; i++)
        are_settled = is_settled(run, path_at(run, i), &surveys[i]);
    for (size_t i = 0; i < count && are_settled; i++)
        pol_run_count_survey(run, &surveys[i]);
    return are_settled;
}

/* The rules of all folders, and the year where there is a rule. */
static bool are_rules_known(pol_run *run)
{
    pol_error ignored;
    bool is_new = false;
    pol_profile profile, *profiles;
    size_t count;
    for (size_t i = 0; i < run->root_count && !is_new; i++) {
        if (pol_path_is_gone(run->roots[i].path.data))
            continue;
        if (pol_profile_read(run->roots[i].path.data, &run->arena, &profile, &ignored) != POL_OK)
            return false;
        profile.root = run->roots[i].number;
        if (pol_profile_record(&run->ledger, &profile, &is_new, &ignored) != POL_OK)
            return false;
    }
    if (is_new ||
        pol_profiles_load(run->ledger.reader, &run->arena, &profiles, &count, &ignored) != POL_OK)
        return false;
    return count == 0 ||
           (pol_profile_record_year(&run->ledger, pol_this_year(), &is_new, &ignored) == POL_OK &&
            !is_new);
}

static bool is_joined(pol_run *run)
{
    pol_error ignored;
    pol_span *keys;
    size_t count;
    return pol_stale_list(run->ledger.reader, &run->arena, &keys, &count, &ignored) == POL_OK &&
           count == 0;
}

bool pol_run_is_idle(pol_run *run)
{
    const pol_update_options *options = run->options;
    pol_error ignored;
    if (options->is_rebuild || options->is_removing || options->corrections ||
        !pol_store_is_at_rest(run->store) ||
        pol_index_open_reader(options->index_path, &run->ledger.reader, &ignored) != POL_OK)
        return false;
    if (pol_ledger_roots(run->ledger.reader, &run->arena, &run->roots, &run->root_count,
                         &ignored) == POL_OK &&
        is_joined(run) && are_rules_known(run) && are_paths_settled(run))
        return true;
    pol_ledger_close(&run->ledger);
    pol_arena_done(&run->arena);
    run->roots = NULL;
    run->root_count = 0;
    return false;
}
