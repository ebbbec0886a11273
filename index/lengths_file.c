/* lengths_file.c - a header that says which revision it is of, and the array as it stands. */
#include "index/lengths_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "index/failure.h"
#include "index/open.h"

static const char file_name[] = "lengths.polsearch";
static const char mark[8] = "pollen03";

typedef struct header {
    char mark[8];
    uint32_t last, passages, documents, revision_size;
    double average, document_average;
    char revision[POL_LENGTHS_REVISION_MAX];
} header;

typedef struct file_path {
    char text[POL_INDEX_PATH_MAX + 64];
} file_path;

static const char *join(const char *directory, const char *suffix, file_path *path)
{
    snprintf(path->text, sizeof path->text, "%.*s/%s%s", POL_INDEX_PATH_MAX, directory, file_name,
             suffix);
    return path->text;
}

/* False where it has none, or one that is too long. */
static bool read_revision(xc_reader *reader, header *head)
{
    xc_error error;
    xc_bytes revision = {0};
    if (xc_reader_revision(reader, &revision, &error) != XC_OK || revision.size == 0 ||
        revision.size > sizeof head->revision)
        return false;
    memcpy(head->revision, revision.data, revision.size);
    head->revision_size = (uint32_t)revision.size;
    return true;
}

/* --- reading ---------------------------------------------------------------------- */

static size_t size_for(const pol_lengths *lengths)
{
    return sizeof(header) + pol_lengths_head_words(lengths) * sizeof(uint64_t) +
           ((size_t)lengths->last + 1) * sizeof(uint32_t);
}

static void *map_file(const char *directory, size_t size)
{
    file_path path;
    struct stat info;
    void *mapped = MAP_FAILED;
    int file = open(join(directory, "", &path), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0)
        return NULL;
    if (fstat(file, &info) == 0 && S_ISREG(info.st_mode) && (size_t)info.st_size == size)
        mapped = mmap(NULL, size, PROT_READ, MAP_SHARED, file, 0);
    close(file);
    return mapped == MAP_FAILED ? NULL : mapped;
}

static bool fits(const header *found, const header *wanted)
{
    return memcmp(found->mark, mark, sizeof mark) == 0 && found->last == wanted->last &&
           found->revision_size == wanted->revision_size &&
           memcmp(found->revision, wanted->revision, sizeof found->revision) == 0;
}

bool pol_lengths_map(xc_reader *reader, pol_lengths *lengths)
{
    header wanted = {.last = lengths->last};
    const char *directory = xc_reader_part_path(reader, 0);
    if (lengths->parts != 1 || !directory || !read_revision(reader, &wanted))
        return false;
    header *found = map_file(directory, size_for(lengths));
    if (!found)
        return false;
    if (!fits(found, &wanted)) {
        munmap(found, size_for(lengths));
        return false;
    }
    lengths->mapped = found;
    lengths->mapped_size = size_for(lengths);
    lengths->heads = (const uint64_t *)(found + 1);
    lengths->of = (const uint32_t *)(lengths->heads + pol_lengths_head_words(lengths));
    lengths->passages = found->passages;
    lengths->documents = found->documents;
    lengths->average = found->average;
    lengths->document_average = found->document_average;
    return true;
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

pol_status pol_lengths_save(xc_reader *reader, const pol_lengths *lengths, const char *directory,
                            pol_error *reterr)
{
    file_path path, fresh;
    header head = {.last = lengths->last,
                   .passages = lengths->passages,
                   .documents = lengths->documents,
                   .average = lengths->average,
                   .document_average = lengths->document_average};
    memcpy(head.mark, mark, sizeof mark);
    if (!read_revision(reader, &head))
        return pol_fail(reterr, POL_LIMIT, 0, "the database '%s' states no revision", directory);
    join(directory, "", &path);
    int file = open(join(directory, ".new", &fresh),
                    O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (file < 0)
        return fail_write(fresh.text, reterr);
    bool is_whole =
        write_all(file, &head, sizeof head) &&
        write_all(file, lengths->heads, pol_lengths_head_words(lengths) * sizeof *lengths->heads) &&
        write_all(file, lengths->of, ((size_t)lengths->last + 1) * sizeof *lengths->of) &&
        fsync(file) == 0;
    is_whole = close(file) == 0 && is_whole;
    if (is_whole && rename(fresh.text, path.text) == 0)
        return POL_OK;
    pol_status status = fail_write(fresh.text, reterr);
    unlink(fresh.text);
    return status;
}
