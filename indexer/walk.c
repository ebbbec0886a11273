/* walk.c - a folder to a sorted list of files, through fts(3). */
#include "indexer/walk.h"

#include <errno.h>
#include <fts.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEPTH_MAX = 100 };

static int by_name(const FTSENT **a, const FTSENT **b)
{
    return strcmp((*a)->fts_name, (*b)->fts_name);
}

static int by_relative(const void *a, const void *b)
{
    return pol_span_compare(((const pol_file *)a)->relative, ((const pol_file *)b)->relative);
}

static bool is_ignored(const FTSENT *entry)
{
    size_t size = strlen(entry->fts_name);
    return entry->fts_level > 0 &&
           (entry->fts_name[0] == '.' || (size && entry->fts_name[size - 1] == '~'));
}

static bool add_file(pol_walk *walk, pol_arena *arena, const FTSENT *entry, size_t root_size)
{
    pol_file *files =
        pol_arena_grow(arena, walk->files, walk->file_count, &walk->file_capacity, sizeof *files);
    pol_span path = pol_arena_copy(arena, pol_span_of(entry->fts_path));
    if (!files || !path.data)
        return false;
    walk->files = files;
    const struct stat *status = entry->fts_statp;
    size_t skip = entry->fts_level == 0 ? path.size - entry->fts_namelen : root_size;
    while (skip < path.size && path.data[skip] == '/')
        skip++;
    files[walk->file_count++] = (pol_file){
        .path = path,
        .relative = pol_span_from(path, skip),
        .size_bytes = (uint64_t)status->st_size,
        .changed_ns = (int64_t)status->st_mtim.tv_sec * 1000000000 + status->st_mtim.tv_nsec,
        .status_ns = (int64_t)status->st_ctim.tv_sec * 1000000000 + status->st_ctim.tv_nsec,
    };
    return true;
}

static bool add_problem(pol_walk *walk, pol_arena *arena, const char *path, const char *reason)
{
    pol_walk_problem *problems = pol_arena_grow(arena, walk->problems, walk->problem_count,
                                                &walk->problem_capacity, sizeof *problems);
    pol_span copy = pol_arena_copy(arena, pol_span_of(path));
    pol_span why = pol_arena_copy(arena, pol_span_of(reason));
    if (!problems || !copy.data || !why.data)
        return false;
    walk->problems = problems;
    problems[walk->problem_count++] = (pol_walk_problem){.path = copy, .reason = why};
    return true;
}

/* Is this folder an index, or the tables of one that is being made? One inside the corpus is no
 * part of it. */
static bool is_index(const FTSENT *entry)
{
    static const char *const signs[] = {"XAPIANDB", "gen-000001.new"};
    char sign[PATH_MAX];
    for (size_t i = 0; entry->fts_level > 0 && i < sizeof signs / sizeof *signs; i++) {
        int size = snprintf(sign, sizeof sign, "%s/%s", entry->fts_path, signs[i]);
        if (size < PATH_MAX && access(sign, F_OK) == 0)
            return true;
    }
    return false;
}

/* Links may lead to one folder by ways without number: each is followed once. Folders that
 * no link leads to are always visited, and keep their paths whatever links there are. */
static bool is_met_again(pol_walk *walk, pol_arena *arena, FTSENT *entry, bool *ret_has_memory)
{
    struct stat link;
    bool is_link =
        entry->fts_level > 0 && lstat(entry->fts_accpath, &link) == 0 && S_ISLNK(link.st_mode);
    entry->fts_number = is_link || (entry->fts_level > 0 && entry->fts_parent->fts_number);
    if (!entry->fts_number)
        return false;
    const uint64_t identity[2] = {entry->fts_statp->st_dev, entry->fts_statp->st_ino};
    pol_span key = pol_span_make((const char *)identity, sizeof identity);
    if (pol_span_map_get(&walk->linked, key))
        return true;
    *ret_has_memory = pol_span_map_set(&walk->linked, key, 1, arena);
    return false;
}

/* False when memory is exhausted. */
static bool enter_folder(pol_walk *walk, pol_arena *arena, FTS *tree, FTSENT *entry)
{
    bool has_memory = true;
    const char *reason = NULL;
    if (entry->fts_level >= DEPTH_MAX)
        reason = "folders nested too deep";
    else if (is_met_again(walk, arena, entry, &has_memory))
        reason = "another link has led to this folder already";
    else if (!is_index(entry))
        return has_memory;
    fts_set(tree, entry, FTS_SKIP);
    return has_memory && (!reason || add_problem(walk, arena, entry->fts_path, reason));
}

/* False when memory is exhausted. */
static bool visit(pol_walk *walk, pol_arena *arena, FTS *tree, FTSENT *entry, size_t root_size)
{
    if (is_ignored(entry)) {
        fts_set(tree, entry, FTS_SKIP);
        return true;
    }
    switch (entry->fts_info) {
    case FTS_F:
        return add_file(walk, arena, entry, root_size);
    case FTS_D:
        return enter_folder(walk, arena, tree, entry);
    case FTS_DC:
        return add_problem(walk, arena, entry->fts_path,
                           "a loop of folders: it leads back to a folder above it");
    case FTS_SLNONE:
        return add_problem(walk, arena, entry->fts_path, "a link that leads nowhere");
    case FTS_DNR:
    case FTS_ERR:
    case FTS_NS:
        return add_problem(walk, arena, entry->fts_path, strerror(entry->fts_errno));
    case FTS_DEFAULT:
        return add_problem(walk, arena, entry->fts_path, "not a regular file");
    default:
        return true;
    }
}

pol_status pol_walk_files(const char *root, pol_arena *arena, pol_walk *ret_walk, pol_error *reterr)
{
    *ret_walk = (pol_walk){0};
    struct stat status;
    if (stat(root, &status) != 0)
        return pol_fail(reterr, errno == ENOENT ? POL_NOTFOUND : POL_IO, 0, "cannot read '%s': %s",
                        root, strerror(errno));
    char *const roots[] = {(char *)root, NULL};
    FTS *tree = fts_open(roots, FTS_LOGICAL | FTS_NOCHDIR, by_name);
    if (!tree)
        return pol_fail(reterr, POL_IO, 0, "cannot read '%s': %s", root, strerror(errno));
    pol_walk walk = {0};
    bool has_memory = true;
    FTSENT *entry;
    while (has_memory && (errno = 0, entry = fts_read(tree)))
        has_memory = visit(&walk, arena, tree, entry, strlen(root));
    int trouble = has_memory ? errno : 0;
    fts_close(tree);
    if (!has_memory)
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory for the list of files of '%s'", root);
    if (trouble)
        return pol_fail(reterr, POL_IO, 0, "cannot read '%s': %s", root, strerror(trouble));
    if (walk.file_count)
        qsort(walk.files, walk.file_count, sizeof *walk.files, by_relative);
    *ret_walk = walk;
    return POL_OK;
}

bool pol_walk_may_hide(const pol_walk *walk, const char *root, pol_span relative)
{
    size_t root_size = strlen(root);
    for (size_t i = 0; i < walk->problem_count; i++) {
        pol_span folder = pol_span_from(walk->problems[i].path, root_size);
        while (folder.size && folder.data[0] == '/')
            folder = pol_span_from(folder, 1);
        if (pol_span_starts(relative, folder) &&
            (folder.size == 0 || relative.size == folder.size || relative.data[folder.size] == '/'))
            return true;
    }
    return false;
}
