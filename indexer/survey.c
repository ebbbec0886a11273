/* survey.c - roots, formats, sidecars, and what changed since the ledger was written. */
#include "indexer/survey.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "indexer/profile.h"

#define SIDECAR_ENDING ".meta.yaml"
#define MAPPING_ENDING ".mapping.yaml"
enum { SAMPLE_SIZE = 20 };
/* A file changed this shortly before it was read may have changed again since, unseen. */
static const int64_t CLOCK_GRAIN_NS = 2000000000;

static pol_status out_of_memory(pol_error *reterr)
{
    return pol_fail(reterr, POL_NOMEM, 0, "out of memory for the list of files");
}

/* --- roots -------------------------------------------------------------------------- */

bool pol_path_is_below(pol_span path, pol_span folder)
{
    return pol_span_starts(path, folder) &&
           (path.size == folder.size || path.data[folder.size] == '/' ||
            pol_span_equal(folder, POL_SPAN("/")));
}

/* Do most of a root's files stand below `folder` too? */
static bool holds_files_of(pol_ledger *ledger, uint32_t number, const char *folder,
                           pol_arena *arena)
{
    pol_entry *entries;
    size_t count, found = 0, looked_at = 0;
    char path[PATH_MAX];
    if (pol_ledger_files(ledger, number, arena, &entries, &count, NULL) != POL_OK)
        return false;
    size_t step = count / SAMPLE_SIZE + 1;
    for (size_t i = 0; i < count; i += step, looked_at++) {
        snprintf(path, sizeof path, "%s/%.*s", folder, POL_SPAN_ARGS(entries[i].relative));
        found += access(path, F_OK) == 0;
    }
    return looked_at > 0 && 2 * found > looked_at;
}

bool pol_path_is_gone(const char *path)
{
    struct stat status;
    return stat(path, &status) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

/* The innermost root that `path` is in. Of a root of which only single files were given, a
 * folder is no part. */
static const pol_root *innermost_root(const pol_root *roots, size_t count, pol_span path,
                                      bool is_folder)
{
    const pol_root *found = NULL;
    for (size_t i = 0; i < count; i++) {
        bool is_itself = path.size == roots[i].path.size;
        if (pol_path_is_below(path, roots[i].path) &&
            (!found || roots[i].path.size > found->path.size) &&
            (is_folder ? is_itself || !roots[i].is_partial : !is_itself))
            found = &roots[i];
    }
    return found;
}

/* The folder of a file. */
static pol_span folder_of(pol_span path)
{
    size_t size = path.size;
    while (size > 1 && path.data[size - 1] != '/')
        size--;
    return pol_span_first(path, size > 1 ? size - 1 : size);
}

static int64_t now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* The root that `path` belongs to, known, moved or new. */
static pol_status choose_root(pol_ledger *ledger, pol_span path, bool is_folder, pol_arena *arena,
                              pol_survey *survey, pol_error *reterr)
{
    pol_root *roots = NULL;
    size_t count = 0;
    uint32_t highest = 0;
    if (ledger) {
        pol_status status = pol_ledger_roots(ledger->reader, arena, &roots, &count, reterr);
        if (status != POL_OK)
            return status;
    }
    const pol_root *known = innermost_root(roots, count, path, is_folder);
    if (known) {
        survey->root = *known;
        survey->is_widened_root = is_folder && known->is_partial;
        survey->root.is_partial &= !is_folder;
        return POL_OK;
    }
    for (size_t i = 0; is_folder && i < count; i++)
        if (!roots[i].is_partial && pol_path_is_gone(roots[i].path.data) &&
            holds_files_of(ledger, roots[i].number, path.data, arena)) {
            survey->root = (pol_root){.number = roots[i].number, .path = path};
            survey->is_moved_root = true;
            return POL_OK;
        }
    for (size_t i = 0; i < count; i++)
        highest = roots[i].number > highest ? roots[i].number : highest;
    survey->is_new_root = true;
    survey->root = (pol_root){.number = highest + 1,
                              .path = pol_arena_copy(arena, is_folder ? path : folder_of(path)),
                              .is_partial = !is_folder};
    return survey->root.path.data ? POL_OK : out_of_memory(reterr);
}

/* --- files -------------------------------------------------------------------------- */

static bool leave_out(pol_survey *survey, pol_arena *arena, pol_span path, pol_span reason)
{
    pol_left_out *left = pol_arena_grow(arena, survey->left_out, survey->left_out_count,
                                        &survey->left_out_capacity, sizeof *left);
    if (!left)
        return false;
    survey->left_out = left;
    left[survey->left_out_count++] = (pol_left_out){.path = path, .reason = reason};
    return true;
}

static pol_span ending_of(pol_span path)
{
    size_t at = path.size;
    while (at > 0 && path.data[at - 1] != '/' && path.data[at - 1] != '.')
        at--;
    return at > 1 && path.data[at - 1] == '.' && path.data[at - 2] != '/'
               ? pol_span_from(path, at - 1)
               : (pol_span){0};
}

/* Does `sidecar` (a path) belong to `path`: NAME.txt.meta.yaml or NAME.meta.yaml? */
static bool is_sidecar_of(pol_span sidecar, pol_span path)
{
    pol_span name = pol_span_first(sidecar, sidecar.size - strlen(SIDECAR_ENDING));
    return pol_span_equal(name, path) ||
           pol_span_equal(name, pol_span_first(path, path.size - ending_of(path).size));
}

static pol_file look_at(pol_arena *arena, const char *path, size_t relative_at)
{
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode))
        return (pol_file){0};
    pol_span copy = pol_arena_copy(arena, pol_span_of(path));
    return (pol_file){
        .path = copy,
        .relative = pol_span_from(copy, relative_at),
        .size_bytes = (uint64_t)status.st_size,
        .changed_ns = (int64_t)status.st_mtim.tv_sec * 1000000000 + status.st_mtim.tv_nsec,
        .status_ns = (int64_t)status.st_ctim.tv_sec * 1000000000 + status.st_ctim.tv_nsec};
}

static pol_file find_mapping(pol_arena *arena, pol_span path)
{
    char name[PATH_MAX];
    int size = snprintf(name, sizeof name, "%.*s" MAPPING_ENDING, POL_SPAN_ARGS(path));
    return size < PATH_MAX ? look_at(arena, name, 0) : (pol_file){0};
}

static pol_file find_sidecar(pol_arena *arena, pol_span path)
{
    char name[PATH_MAX];
    const size_t sizes[2] = {path.size, path.size - ending_of(path).size};
    for (size_t i = 0; i < 2; i++) {
        if (sizes[i] + sizeof SIDECAR_ENDING > sizeof name)
            continue;
        snprintf(name, sizeof name, "%.*s%s", (int)sizes[i], path.data, SIDECAR_ENDING);
        pol_file sidecar = look_at(arena, name, 0);
        if (sidecar.path.data)
            return sidecar;
    }
    return (pol_file){0};
}

/* What goes with a file: the mapping of a CSV's columns, the sidecar of others. */
static pol_file find_companion(pol_arena *arena, pol_span path, pol_format format)
{
    if (format == POL_FORMAT_JSON_LINES)
        return (pol_file){0};
    return format == POL_FORMAT_CSV ? find_mapping(arena, path) : find_sidecar(arena, path);
}

static bool is_same(const pol_entry *entry, const pol_survey_file *file)
{
    return !entry->is_incomplete && entry->size_bytes == file->file.size_bytes &&
           entry->changed_ns == file->file.changed_ns && entry->status_ns == file->file.status_ns &&
           entry->sidecar_size_bytes == file->sidecar.size_bytes &&
           entry->sidecar_changed_ns == file->sidecar.changed_ns &&
           entry->sidecar_status_ns == file->sidecar.status_ns &&
           entry->seen_ns - file->file.changed_ns > CLOCK_GRAIN_NS &&
           entry->seen_ns - file->sidecar.changed_ns > CLOCK_GRAIN_NS;
}

static pol_status set_state(pol_ledger *ledger, uint32_t root, pol_survey_file *file,
                            pol_arena *arena, pol_error *reterr)
{
    pol_entry entry;
    bool is_known = false;
    file->key = pol_file_key(arena, root, file->file.relative);
    if (!file->key.data)
        return out_of_memory(reterr);
    pol_status status = POL_OK;
    if (ledger)
        status = pol_ledger_find(ledger, file->key, arena, &entry, &is_known, reterr);
    file->state = !is_known               ? POL_FILE_NEW
                  : is_same(&entry, file) ? POL_FILE_UNCHANGED
                                          : POL_FILE_CHANGED;
    return status;
}

/* Parts of saved web sites, pictures, and sources that documents are made from: no documents,
 * and often many. */
static bool is_no_document(pol_span ending)
{
    static const char *const endings[] = {
        ".css",   ".js",   ".mjs", ".map",    ".json",  ".xml", ".rss",  ".atom", ".woff",
        ".woff2", ".ttf",  ".otf", ".eot",    ".ico",   ".svg", ".png",  ".jpg",  ".jpeg",
        ".gif",   ".webp", ".bmp", ".avif",   ".mp3",   ".mp4", ".webm", ".m4a",  ".wav",
        ".ogg",   ".py",   ".sh",  ".ms",     ".c",     ".h",   ".log",  ".bak",  ".tmp",
        ".ini",   ".lock", ".db",  ".sqlite", ".sha256"};
    pol_span name = pol_span_first(ending, pol_span_find(ending, POL_SPAN("?"), 0));
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (pol_span_equal_fold(name, pol_span_of(endings[i])))
            return true;
    return false;
}

/* Of an office program, which has the document open: it begins as the document's name does. */
static bool is_lock(pol_span path)
{
    pol_span name = pol_span_from(path, path.size);
    while (name.data > path.data && name.data[-1] != '/')
        name = pol_span_make(name.data - 1, name.size + 1);
    return pol_span_starts(name, POL_SPAN("~$"));
}

static const char *advice_for(pol_span ending)
{
    static const struct {
        const char *endings, *advice;
    } kinds[] = {
        {" .xlsx .xls .xlsm .ods .numbers ", "save the table as CSV, with a mapping beside it"},
        {" .eml .msg .mbox ", "save what is attached, or the text as .txt"},
    };
    char wanted[24];
    snprintf(wanted, sizeof wanted, " %.*s ", (int)(ending.size < 16 ? ending.size : 16),
             ending.data ? ending.data : "");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcasestr(kinds[i].endings, wanted))
            return kinds[i].advice;
    return "save it as PDF, .docx, .odt or text";
}

static pol_span unread_reason(pol_arena *arena, pol_span ending)
{
    char text[128];
    snprintf(text, sizeof text, "%.*s files are not read: %s",
             (int)(ending.size < 16 ? ending.size : 16), ending.data ? ending.data : "",
             advice_for(ending));
    return pol_arena_copy(arena, pol_span_of(text));
}

static pol_status add_file(pol_ledger *ledger, pol_survey *survey, const pol_file *file,
                           pol_arena *arena, pol_error *reterr)
{
    pol_format format = pol_format_detect(file->relative, (pol_span){0});
    pol_span ending = ending_of(file->relative);
    if (pol_span_equal(file->relative, POL_SPAN(POL_PROFILE_NAME)))
        return POL_OK;
    bool is_robots = pol_span_ends(file->path, POL_SPAN("/robots.txt"));
    if (is_lock(file->path) ||
        (format == POL_FORMAT_UNKNOWN && (is_robots || is_no_document(ending)))) {
        survey->passed_over++;
        return POL_OK;
    }
    if (format == POL_FORMAT_UNKNOWN && ending.size)
        return leave_out(survey, arena, file->path, unread_reason(arena, ending))
                   ? POL_OK
                   : out_of_memory(reterr);
    pol_survey_file *files = pol_arena_grow(arena, survey->files, survey->file_count,
                                            &survey->file_capacity, sizeof *files);
    if (!files)
        return out_of_memory(reterr);
    survey->files = files;
    pol_survey_file *added = &files[survey->file_count++];
    *added = (pol_survey_file){.file = *file, .format = format, .seen_ns = survey->seen_ns};
    added->sidecar = find_companion(arena, file->path, format);
    return set_state(ledger, survey->root.number, added, arena, reterr);
}

/* Is there a file that this sidecar, or mapping, belongs to? Its owners start with its name
 * without the ending, and those are neighbours in the sorted list. */
static bool has_owner(const pol_walk *walk, const pol_file *companion, pol_format format)
{
    bool is_mapping = format == POL_FORMAT_MAPPING;
    size_t ending = strlen(is_mapping ? MAPPING_ENDING : SIDECAR_ENDING);
    pol_span name = pol_span_first(companion->relative, companion->relative.size - ending);
    size_t low = 0, high = walk->file_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (pol_span_compare(walk->files[middle].relative, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < walk->file_count && pol_span_starts(walk->files[low].relative, name); low++)
        if (&walk->files[low] != companion &&
            (is_mapping ? pol_span_equal(walk->files[low].relative, name)
                        : is_sidecar_of(companion->path, walk->files[low].path)))
            return true;
    return false;
}

/* Where the path of a file below the root begins to be relative to it. */
static size_t relative_at(pol_span root)
{
    return pol_span_equal(root, POL_SPAN("/")) ? 1 : root.size + 1;
}

static pol_status add_files(pol_ledger *ledger, pol_survey *survey, pol_walk *walk,
                            pol_arena *arena, pol_error *reterr)
{
    pol_status status = POL_OK;
    const size_t skip = relative_at(survey->root.path);
    for (size_t i = 0; i < walk->file_count; i++)
        walk->files[i].relative = pol_span_from(walk->files[i].path, skip);
    for (size_t i = 0; i < walk->file_count && status == POL_OK; i++) {
        pol_file *file = &walk->files[i];
        pol_format format = pol_format_detect(file->relative, (pol_span){0});
        if (format != POL_FORMAT_SIDECAR && format != POL_FORMAT_MAPPING)
            status = add_file(ledger, survey, file, arena, reterr);
        else if (!has_owner(walk, file, format) &&
                 !leave_out(survey, arena, file->path,
                            format == POL_FORMAT_SIDECAR ? POL_SPAN("a sidecar without its file")
                                                         : POL_SPAN("a mapping without its CSV")))
            status = out_of_memory(reterr);
    }
    for (size_t i = 0; i < walk->problem_count && status == POL_OK; i++)
        if (!leave_out(survey, arena, walk->problems[i].path, walk->problems[i].reason))
            status = out_of_memory(reterr);
    return status;
}

/* --- what has gone ------------------------------------------------------------------ */

static int by_relative(const void *key, const void *file)
{
    return pol_span_compare(*(const pol_span *)key, ((const pol_survey_file *)file)->file.relative);
}

static int file_order(const void *a, const void *b)
{
    return pol_span_compare(((const pol_survey_file *)a)->file.relative,
                            ((const pol_survey_file *)b)->file.relative);
}

static pol_status find_gone(pol_ledger *ledger, pol_survey *survey, const pol_walk *walk,
                            pol_span path, pol_arena *arena, pol_error *reterr)
{
    pol_entry *entries;
    size_t count, kept = 0;
    pol_status status =
        pol_ledger_files(ledger, survey->root.number, arena, &entries, &count, reterr);
    if (status != POL_OK)
        return status;
    if (survey->file_count)
        qsort(survey->files, survey->file_count, sizeof *survey->files, file_order);
    pol_span below = pol_span_from(path, relative_at(survey->root.path));
    size_t scope = 0;
    for (size_t i = 0; i < count; i++) {
        pol_span relative = entries[i].relative;
        if (below.size && !pol_path_is_below(relative, below))
            continue;
        scope++;
        bool is_there = survey->file_count && bsearch(&relative, survey->files, survey->file_count,
                                                      sizeof *survey->files, by_relative);
        if (!is_there && !pol_walk_may_hide(walk, survey->root.path.data, relative))
            entries[kept++] = entries[i];
    }
    survey->gone = entries;
    survey->gone_count = kept;
    if (kept > 0 && kept == scope && survey->file_count == 0 && below.size == 0)
        return pol_fail(reterr, POL_USAGE, 0,
                        "'%.120s' is empty, but %zu of its files are indexed: is its disk there? "
                        "(to drop them: polindex --remove with its name)",
                        path.data, kept);
    return POL_OK;
}

pol_status pol_survey_path(pol_ledger *ledger, const char *path, pol_arena *arena,
                           pol_survey *ret_survey, pol_error *reterr)
{
    char absolute[PATH_MAX];
    struct stat info;
    *ret_survey = (pol_survey){0};
    if (!realpath(path, absolute) || stat(absolute, &info) != 0)
        return pol_fail(reterr, errno == ENOENT ? POL_NOTFOUND : POL_IO, 0, "cannot read '%s': %s",
                        path, strerror(errno));
    pol_span whole = pol_arena_copy(arena, pol_span_of(absolute));
    if (!whole.data)
        return out_of_memory(reterr);
    ret_survey->given_size = whole.size;
    ret_survey->seen_ns = now_ns();
    pol_walk walk;
    pol_status status =
        choose_root(ledger, whole, S_ISDIR(info.st_mode), arena, ret_survey, reterr);
    if (status == POL_OK)
        status = pol_walk_files(whole.data, arena, &walk, reterr);
    if (status == POL_OK)
        status = add_files(ledger, ret_survey, &walk, arena, reterr);
    if (status == POL_OK && ledger && !ret_survey->is_new_root)
        status = find_gone(ledger, ret_survey, &walk, whole, arena, reterr);
    return status;
}

pol_survey_file pol_survey_one(const pol_root *roots, size_t root_count, pol_span file_key,
                               pol_arena *arena, bool *ret_is_gone)
{
    char path[PATH_MAX];
    /* what the ledger has of it does not count */
    pol_survey_file found = {.key = file_key, .state = POL_FILE_NEW, .seen_ns = now_ns()};
    size_t slash = pol_span_find(file_key, POL_SPAN("/"), 0);
    uint32_t number = (uint32_t)strtoul(file_key.data, NULL, 10);
    const pol_root *root = NULL;
    *ret_is_gone = false;
    for (size_t i = 0; slash != (size_t)-1 && i < root_count; i++)
        if (roots[i].number == number)
            root = &roots[i];
    if (!root)
        return found;
    pol_span relative = pol_span_from(file_key, slash + 1);
    snprintf(path, sizeof path, "%.*s/%.*s", POL_SPAN_ARGS(root->path), POL_SPAN_ARGS(relative));
    found.file = look_at(arena, path, root->path.size + 1);
    found.format = pol_format_detect(relative, (pol_span){0});
    if (!found.file.path.data)
        *ret_is_gone = pol_path_is_gone(path) && !pol_path_is_gone(root->path.data);
    else
        found.sidecar = find_companion(arena, found.file.path, found.format);
    return found;
}

pol_entry pol_survey_entry(const pol_survey_file *file, uint32_t document_count)
{
    return (pol_entry){
        .size_bytes = file->file.size_bytes,
        .changed_ns = file->file.changed_ns,
        .status_ns = file->file.status_ns,
        .sidecar_size_bytes = file->sidecar.size_bytes,
        .sidecar_changed_ns = file->sidecar.changed_ns,
        .sidecar_status_ns = file->sidecar.status_ns,
        .seen_ns = file->seen_ns,
        .document_count = document_count,
        .relative = file->file.relative,
    };
}

pol_span pol_path_join(pol_arena *arena, pol_span folder, pol_span relative)
{
    char *path = pol_arena_alloc(arena, folder.size + relative.size + 2);
    if (!path)
        return (pol_span){0};
    memcpy(path, folder.data, folder.size);
    path[folder.size] = '/';
    memcpy(path + folder.size + 1, relative.data, relative.size);
    return pol_span_make(path, folder.size + 1 + relative.size);
}
