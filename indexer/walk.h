/* walk.h - a path to the files below it, in a stable order.
 *
 * Order: byte order of the path below the root, so that two runs over the same folder
 * read the same files in the same order. Symbolic links are followed, to each folder once; a
 * loop is reported and left. Files and folders whose name starts with a dot or ends in "~",
 * and indexes, are left out silently. */
#ifndef POL_INDEXER_WALK_H
#define POL_INDEXER_WALK_H

#include <stdint.h>

#include "core/arena.h"
#include "core/error.h"
#include "indexer/span_map.h"

typedef struct pol_file {
    pol_span path;     /* to open it; NUL-terminated */
    pol_span relative; /* below the root, "/" between names; into `path` */
    uint64_t size_bytes;
    int64_t changed_ns; /* modification time, nanoseconds since the epoch */
    int64_t status_ns;  /* change time: of bytes or metadata, which nobody can set back */
} pol_file;

/* A file or folder that could not be looked at. */
typedef struct pol_walk_problem {
    pol_span path;
    pol_span reason; /* "permission denied", "a loop of folders" */
} pol_walk_problem;

typedef struct pol_walk {
    pol_file *files;
    size_t file_count, file_capacity;
    pol_walk_problem *problems;
    size_t problem_count, problem_capacity;
    pol_span_map linked; /* folders that links have led to */
} pol_walk;

/* All files below `root` (a folder, or one file, whose relative path is its name).
 * Results live in `arena`. `root` is NUL-terminated.
 * Fails: POL_NOTFOUND, POL_IO (the root itself), POL_NOMEM, POL_LIMIT (arena). */
POL_MUST_CHECK pol_status pol_walk_files(const char *root, pol_arena *arena, pol_walk *ret_walk,
                                         pol_error *reterr);

/* Could the file `relative` be there unseen, because it, or a folder above it, could not
 * be looked at? */
bool pol_walk_may_hide(const pol_walk *walk, const char *root, pol_span relative);

#endif
