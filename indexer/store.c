/* store.c - lock, generations and the swap of an index directory. */
#include "indexer/store.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "core/schema.h"
#include "index/columns.h"
#include "index/failure.h"
#include "index/lengths.h"
#include "index/open.h"
#include "indexer/plain.h"

enum { NAME_SIZE = 32, HOLDER_SIZE = 160 };

struct pol_store {
    char *path;
    int lock;
    unsigned current;  /* number of the published generation; 0: none */
    unsigned building; /* number of the one being built; 0: none */
    bool is_first;     /* the current one was made by this writer */
    bool is_left;      /* the current one is as a writer left it that did not end as it should */
    bool is_built;     /* the one being built is whole */
    xc_writer *writer;
    xc_builder *builder;
    xc_reader *previous;
};

static pol_status fail_errno(pol_error *reterr, const char *doing, const char *path)
{
    pol_status status = errno == ENOSPC || errno == EDQUOT ? POL_FULL
                        : errno == ENOMEM                  ? POL_NOMEM
                                                           : POL_IO;
    return pol_fail(reterr, status, 0, "cannot %s '%s': %s", doing, path, strerror(errno));
}

/* "DIR/name" in `buffer`. */
static const char *join(const char *directory, const char *name, char buffer[PATH_MAX])
{
    snprintf(buffer, PATH_MAX, "%s/%s", directory, name);
    return buffer;
}

static const char *generation_name(unsigned number, const char *ending, char buffer[NAME_SIZE])
{
    snprintf(buffer, NAME_SIZE, "gen-%06u%s", number, ending);
    return buffer;
}

/* --- the directory ------------------------------------------------------------------ */

static int sync_path(const char *path)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return -1;
    int result = fsync(file);
    close(file);
    return result;
}

/* A folder is safe from a power loss once the one that holds it is flushed. That one may
 * not be ours to read: then there is nothing to be done. */
static void sync_parent(const char *path)
{
    char parent[PATH_MAX];
    const char *slash = strrchr(path, '/');
    size_t size = slash ? (size_t)(slash - path) : 0;
    snprintf(parent, sizeof parent, "%.*s", (int)size, path);
    sync_path(size ? parent : slash ? "/" : ".");
}

static pol_status make_folders(const char *path, pol_error *reterr)
{
    char part[PATH_MAX];
    size_t size = strlen(path);
    if (size == 0 || size > PATH_MAX - 64)
        return pol_fail(reterr, POL_USAGE, 0, "the path of the index is %s",
                        size ? "too long" : "empty");
    for (size_t i = 1; i <= size; i++) {
        if (path[i] != '/' && path[i] != '\0')
            continue;
        memcpy(part, path, i);
        part[i] = '\0';
        if (mkdir(part, 0777) == 0)
            sync_parent(part);
        else if (errno != EEXIST)
            return fail_errno(reterr, "make the folder", part);
    }
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISDIR(status.st_mode))
        return pol_fail(reterr, POL_NOTFOUND, 0,
                        "'%s' is not a folder: an index to write must be one", path);
    return POL_OK;
}

/* Is `name` something a store makes? */
static bool is_ours(const char *name)
{
    return strcmp(name, "XAPIANDB") == 0 || strcmp(name, "XAPIANDB.new") == 0 ||
           strcmp(name, "lock") == 0 || strncmp(name, "gen-", 4) == 0;
}

/* A folder with other things in it is most likely a slip of the hand. */
static pol_status refuse_foreign_folder(const char *path, pol_error *reterr)
{
    char stub[PATH_MAX];
    if (access(join(path, "XAPIANDB", stub), F_OK) == 0)
        return POL_OK;
    DIR *folder = opendir(path);
    if (!folder)
        return fail_errno(reterr, "read", path);
    char foreign[NAME_MAX + 1] = "";
    for (struct dirent *entry; !foreign[0] && (entry = readdir(folder));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 &&
            !is_ours(entry->d_name))
            snprintf(foreign, sizeof foreign, "%s", entry->d_name);
    closedir(folder);
    if (foreign[0])
        return pol_fail(reterr, POL_NOTFOUND, 0,
                        "'%s' is no index (it holds '%.60s'): name an empty or new folder", path,
                        foreign);
    return POL_OK;
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status;
    (void)kind;
    (void)place;
    return remove(path);
}

static void remove_folder(const char *path)
{
    nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

/* Removes every generation but the published one: the one before it, so that what was
 * removed leaves no bytes behind, and what a killed writer left, but for the outline of a first
 * index, which the next one goes on with. Readers in it have its files open. */
static void sweep(const pol_store *store)
{
    DIR *folder = opendir(store->path);
    if (!folder)
        return;
    char keep[NAME_SIZE], path[PATH_MAX];
    generation_name(store->current ? store->current : 1, store->current ? "" : ".new", keep);
    for (struct dirent *entry; (entry = readdir(folder));)
        if (strncmp(entry->d_name, "gen-", 4) == 0 && strcmp(entry->d_name, keep) != 0)
            remove_folder(join(store->path, entry->d_name, path));
    closedir(folder);
}

/* --- lock --------------------------------------------------------------------------- */

static pol_status fail_locked(int lock, const char *path, pol_error *reterr)
{
    char holder[HOLDER_SIZE] = "";
    ssize_t size = pread(lock, holder, sizeof holder - 1, 0);
    holder[size > 0 ? size : 0] = '\0';
    holder[strcspn(holder, "\n")] = '\0';
    return pol_fail(reterr, POL_LOCKED, 0, "the index '%s' is being written by %s: wait for it",
                    path, holder[0] ? holder : "another program");
}

static pol_status take_lock(pol_store *store, const char *command, pol_error *reterr)
{
    char path[PATH_MAX], host[64] = "", now[32] = "";
    store->lock =
        open(join(store->path, "lock", path), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (store->lock < 0)
        return fail_errno(reterr, "open", path);
    if (flock(store->lock, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK)
            return fail_locked(store->lock, store->path, reterr);
        return fail_errno(reterr, "lock", path);
    }
    gethostname(host, sizeof host - 1);
    time_t seconds = time(NULL);
    struct tm local;
    if (localtime_r(&seconds, &local))
        strftime(now, sizeof now, "%Y-%m-%d %H:%M:%S", &local);
    if (ftruncate(store->lock, 0) != 0 ||
        dprintf(store->lock, "process %ld on %s since %s (%.60s)\n", (long)getpid(), host, now,
                command) < 0) {
        /* the lock holds even where the disk is too full to say who has it */
    }
    return POL_OK;
}

/* --- the stub ----------------------------------------------------------------------- */

/* Number of the generation the stub names; 0 where there is no stub. */
static pol_status read_stub(pol_store *store, pol_error *reterr)
{
    char path[PATH_MAX];
    FILE *stub = fopen(join(store->path, "XAPIANDB", path), "re");
    if (!stub)
        return errno == ENOENT ? POL_OK : fail_errno(reterr, "read", path);
    unsigned number = 0;
    int fields = fscanf(stub, "auto gen-%u", &number);
    fclose(stub);
    if (fields != 1 || number == 0)
        return pol_fail(reterr, POL_NOTFOUND, 0,
                        "'%s' names databases elsewhere: such an index can only be searched", path);
    store->current = number;
    return POL_OK;
}

static int sync_entry(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status;
    (void)kind;
    (void)place;
    return sync_path(path);
}

/* Makes `number` the generation that readers open. */
static pol_status publish(pol_store *store, unsigned number, pol_error *reterr)
{
    char fresh[PATH_MAX], stub[PATH_MAX], name[NAME_SIZE];
    join(store->path, "XAPIANDB.new", fresh);
    join(store->path, "XAPIANDB", stub);
    unlink(fresh);
    FILE *file = fopen(fresh, "wxe"); /* and through no link */
    if (!file)
        return fail_errno(reterr, "write", fresh);
    bool is_written = fprintf(file, "auto %s\n", generation_name(number, "", name)) > 0 &&
                      fflush(file) == 0 && fsync(fileno(file)) == 0;
    if (fclose(file) != 0 || !is_written)
        return fail_errno(reterr, "write", fresh);
    if (rename(fresh, stub) != 0)
        return fail_errno(reterr, "replace", stub);
    if (sync_path(store->path) != 0)
        return fail_errno(reterr, "flush", store->path);
    store->current = number;
    return POL_OK;
}

/* --- opening ------------------------------------------------------------------------ */

static pol_status open_database(pol_store *store, const char *name,
                                const xc_writer_options *options, pol_error *reterr)
{
    char path[PATH_MAX];
    xc_error error;
    if (xc_writer_open(join(store->path, name, path), options, &store->writer, &error) != XC_OK ||
        xc_writer_begin(store->writer, &error) != XC_OK)
        return pol_fail_index(reterr, &error, store->path);
    return POL_OK;
}

static pol_status stamp_schema(pol_store *store, pol_error *reterr)
{
    xc_error error;
    if (xc_writer_set_metadata(store->writer, (xc_bytes){POL_SCHEMA_KEY, strlen(POL_SCHEMA_KEY)},
                               (xc_bytes){POL_SCHEMA_VERSION, strlen(POL_SCHEMA_VERSION)},
                               &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, "cannot write the index");
    return POL_OK;
}

/* Where it cannot be built in one go, a first index is published empty, so that each commit is seen
 * and kept. */
static pol_status create_first(pol_store *store, pol_error *reterr)
{
    char name[NAME_SIZE];
    const xc_writer_options options = {.mode = XC_CREATE_OR_OVERWRITE};
    pol_status status = open_database(store, generation_name(1, "", name), &options, reterr);
    if (status == POL_OK)
        status = stamp_schema(store, reterr);
    if (status == POL_OK)
        status = pol_store_commit(store, reterr);
    store->is_first = true;
    return status == POL_OK ? publish(store, 1, reterr) : status;
}

static pol_status publish_linked(pol_store *store, const char *next, pol_error *reterr)
{
    if (nftw(next, sync_entry, 16, FTW_PHYS) != 0)
        return fail_errno(reterr, "flush", next);
    pol_status status = publish(store, store->current + 1, reterr);
    if (status == POL_OK)
        sweep(store);
    return status;
}

/* Entries have lists of their terms only while an index is updated: then it goes on as a
 * generation of the same files. */
static pol_status complete_lists(pol_store *store, pol_error *reterr)
{
    char name[NAME_SIZE], path[PATH_MAX], next[PATH_MAX];
    bool are_whole = false;
    xc_error error;
    join(store->path, generation_name(store->current, "", name), path);
    join(store->path, generation_name(store->current + 1, "", name), next);
    pol_status status = pol_folder_is_plain(path, reterr);
    if (status != POL_OK)
        return status;
    if (xc_term_lists_are_whole(path, &are_whole, &error) != XC_OK)
        return pol_fail_index(reterr, &error, store->path);
    store->is_left = are_whole;
    if (are_whole)
        return POL_OK;
    if (xc_term_lists_complete(path, next, &error) != XC_OK)
        return pol_fail_index(reterr, &error, store->path);
    return publish_linked(store, next, reterr);
}

static pol_status open_current(pol_store *store, pol_error *reterr)
{
    char name[NAME_SIZE];
    xc_error error;
    xc_reader *reader = NULL;
    const xc_writer_options options = {.mode = XC_OPEN};
    pol_status status = complete_lists(store, reterr);
    if (status == POL_OK)
        status = open_database(store, generation_name(store->current, "", name), &options, reterr);
    if (status != POL_OK)
        return status;
    if (xc_writer_reader(store->writer, &reader, &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, "cannot read the index");
    status = pol_index_check_schema(reader, store->path, reterr);
    xc_reader_free(reader);
    return status;
}

static pol_status open_builder(pol_store *store, pol_error *reterr)
{
    char name[NAME_SIZE], path[PATH_MAX];
    xc_error error;
    join(store->path, generation_name(store->current + 1, "", name), path);
    xc_status status = xc_builder_new(path, 0, &store->builder, &error);
    if (status == XC_OK)
        return POL_OK;
    remove_folder(path);
    return status == XC_UNIMPLEMENTED ? POL_OK : pol_fail_index(reterr, &error, store->path);
}

/* An empty outline: it does not last, and to compress it takes time. */
static pol_status create_outline(pol_store *store, bool is_unsynced, pol_error *reterr)
{
    char name[NAME_SIZE], path[PATH_MAX];
    xc_error error;
    const xc_writer_options options = {.mode = XC_OPEN, .is_unsynced = is_unsynced};
    generation_name(store->building, ".new", name);
    remove_folder(join(store->path, name, path));
    if (xc_create_uncompressed(path, &error) != XC_OK)
        return pol_fail_index(reterr, &error, store->path);
    pol_status status = open_database(store, name, &options, reterr);
    return status == POL_OK ? stamp_schema(store, reterr) : status;
}

/* What a first run that was killed had committed; false where there is nothing that can be used. */
static bool resume_outline(pol_store *store)
{
    char name[NAME_SIZE], path[PATH_MAX];
    pol_error ignored;
    xc_reader *reader = NULL;
    const xc_writer_options options = {.mode = XC_OPEN};
    bool is_good =
        pol_folder_is_plain(join(store->path, generation_name(1, ".new", name), path), &ignored) ==
            POL_OK &&
        open_database(store, generation_name(1, ".new", name), &options, &ignored) == POL_OK &&
        xc_writer_reader(store->writer, &reader, NULL) == XC_OK &&
        pol_index_check_schema(reader, store->path, &ignored) == POL_OK;
    xc_reader_free(reader);
    if (!is_good) {
        xc_writer_free(store->writer);
        store->writer = NULL;
    }
    return is_good;
}

/* The outline of a first index is flushed to the disk with each commit: so much is not read again
 * where the run is killed. */
static pol_status open_first(pol_store *store, pol_error *reterr)
{
    store->building = 1;
    return resume_outline(store) ? POL_OK : create_outline(store, false, reterr);
}

static pol_status open_rebuild(pol_store *store, pol_error *reterr)
{
    char name[NAME_SIZE], path[PATH_MAX];
    if (store->current) {
        pol_error ignored;
        join(store->path, generation_name(store->current, "", name), path);
        if (xc_reader_open(path, &store->previous, NULL) == XC_OK &&
            pol_index_check_schema(store->previous, path, &ignored) != POL_OK) {
            xc_reader_free(store->previous);
            store->previous = NULL;
        }
    }
    store->building = store->current + 1;
    if (store->builder)
        return create_outline(store, true, reterr);
    /* not DB_DANGEROUS too: Xapian then says "cancel() not supported" for a full disk */
    const xc_writer_options options = {.mode = XC_CREATE_OR_OVERWRITE, .is_unsynced = true};
    pol_status status =
        open_database(store, generation_name(store->building, ".new", name), &options, reterr);
    return status == POL_OK ? stamp_schema(store, reterr) : status;
}

pol_status pol_store_lock(const char *path, const char *command, pol_store **ret_store,
                          pol_error *reterr)
{
    *ret_store = NULL;
    pol_status status = make_folders(path, reterr);
    if (status == POL_OK)
        status = refuse_foreign_folder(path, reterr);
    if (status != POL_OK)
        return status;
    pol_store *store = calloc(1, sizeof *store);
    if (!store || !(store->path = strdup(path))) {
        free(store);
        return pol_fail(reterr, POL_NOMEM, 0, "out of memory");
    }
    store->lock = -1;
    status = take_lock(store, command, reterr);
    if (status == POL_OK)
        status = read_stub(store, reterr);
    if (status != POL_OK) {
        pol_store_free(store);
        return status;
    }
    sweep(store);
    *ret_store = store;
    return POL_OK;
}

pol_status pol_store_begin(pol_store *store, bool is_rebuild, pol_error *reterr)
{
    bool is_building = is_rebuild || !store->current;
    pol_status status = is_building ? open_builder(store, reterr) : POL_OK;
    if (status != POL_OK)
        return status;
    return is_rebuild       ? open_rebuild(store, reterr)
           : store->builder ? open_first(store, reterr)
           : is_building    ? create_first(store, reterr)
                            : open_current(store, reterr);
}

pol_status pol_store_open(const char *path, const char *command, bool is_rebuild,
                          pol_store **ret_store, pol_error *reterr)
{
    pol_status status = pol_store_lock(path, command, ret_store, reterr);
    if (status == POL_OK)
        status = pol_store_begin(*ret_store, is_rebuild, reterr);
    if (status != POL_OK) {
        pol_store_free(*ret_store);
        *ret_store = NULL;
    }
    return status;
}

/* Is it what the last writer leaves: no lists of terms, and the files beside it? */
bool pol_store_is_at_rest(const pol_store *store)
{
    static const char *const beside[] = {"lengths.polsearch", "columns.polsearch"};
    char name[NAME_SIZE], path[PATH_MAX], file[PATH_MAX + NAME_SIZE];
    bool are_whole;
    if (!store->current)
        return false;
    join(store->path, generation_name(store->current, "", name), path);
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        snprintf(file, sizeof file, "%s/%s", path, beside[i]);
        if (access(file, F_OK) != 0)
            return false;
    }
    return xc_term_lists_are_whole(path, &are_whole, NULL) == XC_OK && !are_whole;
}

void pol_store_free(pol_store *store)
{
    if (!store)
        return;
    xc_writer_free(store->writer);
    xc_builder_free(store->builder);
    xc_reader_free(store->previous);
    if (store->lock >= 0)
        close(store->lock);
    free(store->path);
    free(store);
}

xc_writer *pol_store_writer(pol_store *store)
{
    return store->writer;
}

xc_builder *pol_store_builder(pol_store *store)
{
    return store->builder;
}

xc_reader *pol_store_previous(pol_store *store)
{
    return store->previous;
}

bool pol_store_was_left(const pol_store *store)
{
    return store->is_left;
}

bool pol_store_is_replacing(const pol_store *store)
{
    return store->building > 1;
}

/* --- committing --------------------------------------------------------------------- */

pol_status pol_store_commit(pol_store *store, pol_error *reterr)
{
    xc_error error;
    if (xc_writer_end(store->writer, &error) != XC_OK ||
        xc_writer_begin(store->writer, &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, "cannot commit to the index");
    return POL_OK;
}

pol_status pol_store_build(pol_store *store, const xc_reader *outline, pol_error *reterr)
{
    xc_error error;
    if (xc_builder_finish(store->builder, outline, &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, "cannot build the index");
    store->is_built = true;
    return POL_OK;
}

/* What was written, or else the current generation, to a new one without gaps. */
static pol_status compact_to(pol_store *store, const char *target, pol_error *reterr)
{
    char name[NAME_SIZE], source[PATH_MAX];
    bool is_written = store->building > 0;
    xc_error error;
    if (store->builder) { /* nothing was built */
        xc_builder_free(store->builder);
        store->builder = NULL;
        remove_folder(target);
    }
    join(store->path,
         is_written ? generation_name(store->building, ".new", name)
                    : generation_name(store->current, "", name),
         source);
    const char *const sources[] = {source};
    const xc_compact_options options = {0};
    if (xc_compact(sources, 1, target, &options, &error) != XC_OK ||
        xc_deflate_chunks(target, &error) != XC_OK ||
        xc_term_lists_drop(target, NULL, &error) != XC_OK)
        return pol_fail_xapian(reterr, &error, "cannot compact the new index");
    return POL_OK;
}

/* Whoever reads the index does without where these files are not there. */
static void write_beside(const char *database)
{
    pol_error error;
    (void)!pol_lengths_write(database, &error);
    (void)!pol_columns_write(database, &error);
}

static pol_status publish_new(pol_store *store, pol_error *reterr)
{
    char name[NAME_SIZE], target[PATH_MAX];
    unsigned number = store->building ? store->building : store->current + 1;
    join(store->path, generation_name(number, "", name), target);
    pol_status status = store->is_built ? POL_OK : compact_to(store, target, reterr);
    if (status == POL_OK)
        write_beside(target);
    if (status == POL_OK && nftw(target, sync_entry, 16, FTW_PHYS) != 0)
        status = fail_errno(reterr, "flush", target);
    if (status == POL_OK)
        status = publish(store, number, reterr);
    if (status == POL_OK)
        sweep(store);
    return status;
}

/* Back to an index without lists: another generation of the same files. */
static pol_status drop_lists(pol_store *store, pol_error *reterr)
{
    char name[NAME_SIZE], path[PATH_MAX], next[PATH_MAX];
    xc_error error;
    write_beside(join(store->path, generation_name(store->current, "", name), path));
    join(store->path, generation_name(store->current + 1, "", name), next);
    if (xc_term_lists_drop(path, next, &error) != XC_OK || access(next, F_OK) != 0) {
        remove_folder(next);
        return POL_OK; /* it only takes more room */
    }
    return publish_linked(store, next, reterr);
}

pol_status pol_store_finish(pol_store *store, bool is_compacting, pol_error *reterr)
{
    xc_error error;
    xc_status ended = XC_OK;
    if (!store->is_built) {
        ended = xc_writer_end(store->writer, &error);
        if (ended == XC_OK)
            ended = xc_writer_commit(store->writer, &error);
    }
    if (ended != XC_OK)
        return pol_fail_xapian(reterr, &error, "cannot commit to the index");
    bool is_tidying = !store->building && !is_compacting && (store->is_first || store->is_left);
    xc_writer_free(store->writer);
    store->writer = NULL;
    if (!store->building && !is_compacting && !is_tidying)
        return drop_lists(store, reterr);
    pol_status status = publish_new(store, reterr);
    return status == POL_FULL && is_tidying ? POL_OK : status; /* it only takes more room */
}
