/* beside.c - see beside.h. */
#include "index/beside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "index/failure.h"
#include "index/open.h"

typedef struct file_path {
    char text[POL_INDEX_PATH_MAX + 64];
} file_path;

static const char *join(const char *directory, const char *name, const char *suffix,
                        file_path *path)
{
    snprintf(path->text, sizeof path->text, "%.*s/%s%s", POL_INDEX_PATH_MAX, directory, name,
             suffix);
    return path->text;
}

/* False where the database states no revision, or one that is too long. */
static bool make_head(xc_reader *reader, const pol_beside_kind *kind, xc_docid last,
                      pol_beside *ret_head)
{
    xc_error error;
    xc_bytes revision = {0};
    *ret_head = (pol_beside){.last = last};
    memcpy(ret_head->mark, kind->mark, POL_BESIDE_MARK_SIZE);
    if (xc_reader_revision(reader, &revision, &error) != XC_OK || revision.size == 0 ||
        revision.size > sizeof ret_head->revision)
        return false;
    memcpy(ret_head->revision, revision.data, revision.size);
    ret_head->revision_size = (uint32_t)revision.size;
    return true;
}

/* --- reading ---------------------------------------------------------------------- */

static const void *map_file(const char *path, size_t size_min, size_t *ret_size)
{
    struct stat info;
    void *mapped = MAP_FAILED;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0)
        return NULL;
    if (fstat(file, &info) == 0 && S_ISREG(info.st_mode) && (size_t)info.st_size >= size_min) {
        *ret_size = (size_t)info.st_size;
        mapped = mmap(NULL, *ret_size, PROT_READ, MAP_SHARED, file, 0);
    }
    close(file);
    return mapped == MAP_FAILED ? NULL : mapped;
}

const pol_beside *pol_beside_map(xc_reader *reader, const pol_beside_kind *kind, xc_docid last,
                                 size_t size_min, size_t *ret_size)
{
    file_path path;
    pol_beside wanted;
    const char *directory = xc_reader_part_path(reader, 0);
    if (xc_reader_part_count(reader) != 1 || !directory ||
        !make_head(reader, kind, last, &wanted) || size_min < sizeof wanted)
        return NULL;
    const pol_beside *found = map_file(join(directory, kind->name, "", &path), size_min, ret_size);
    if (found && memcmp(found, &wanted, sizeof wanted) != 0) {
        munmap((void *)(uintptr_t)found, *ret_size);
        return NULL;
    }
    return found;
}

/* --- writing ---------------------------------------------------------------------- */

static pol_status fail_write(const char *path, pol_error *reterr)
{
    bool is_full = errno == ENOSPC || errno == EDQUOT;
    return pol_fail(reterr, is_full ? POL_FULL : POL_IO, 0, "cannot write '%s': %s", path,
                    strerror(errno));
}

static bool write_all(int file, const void *bytes, size_t size)
{
    const char *next = bytes;
    while (size) {
        ssize_t written = write(file, next, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        next += written;
        size -= (size_t)written;
    }
    return true;
}

pol_status pol_beside_save(xc_reader *reader, const char *directory, const pol_beside_kind *kind,
                           xc_docid last, const pol_beside_piece *pieces, size_t count,
                           pol_error *reterr)
{
    file_path path, fresh;
    pol_beside head;
    if (!make_head(reader, kind, last, &head))
        return pol_fail(reterr, POL_LIMIT, 0, "the database '%s' states no revision", directory);
    join(directory, kind->name, "", &path);
    int file = open(join(directory, kind->name, ".new", &fresh),
                    O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (file < 0)
        return fail_write(fresh.text, reterr);
    bool is_whole = write_all(file, &head, sizeof head);
    for (size_t i = 0; i < count && is_whole; i++)
        is_whole = write_all(file, pieces[i].bytes, pieces[i].size);
    is_whole = is_whole && fsync(file) == 0;
    is_whole = close(file) == 0 && is_whole;
    if (is_whole && rename(fresh.text, path.text) == 0)
        return POL_OK;
    pol_status status = fail_write(fresh.text, reterr);
    unlink(fresh.text);
    return status;
}
