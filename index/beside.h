/* beside.h - flat files beside a database, each made of one revision of it (private to index/).
 *
 * A file begins with a pol_beside, in this machine's byte order; what follows is its maker's. A
 * reader maps it into memory, where all processes share it, or passes it over where it is missing,
 * or of another revision; damage within is its maker's to look for. It is written under another
 * name and renamed, so that it is whole or not there. */
#ifndef POL_INDEX_BESIDE_H
#define POL_INDEX_BESIDE_H

#include "core/error.h"
#include "xapian-c/xapian-c.h"

enum { POL_BESIDE_MARK_SIZE = 8, POL_BESIDE_REVISION_MAX = 64 };

typedef struct pol_beside {
    char mark[POL_BESIDE_MARK_SIZE]; /* what it is, and of which format */
    uint32_t last;                   /* the highest docid */
    uint32_t revision_size;
    char revision[POL_BESIDE_REVISION_MAX]; /* xc_reader_revision(), filled up with zeros */
} pol_beside;

/* Which file, and what it is to be. */
typedef struct pol_beside_kind {
    const char *name, *mark;
} pol_beside_kind;

typedef struct pol_beside_piece {
    const void *bytes;
    size_t size;
} pol_beside_piece;

/* Maps the file where it is of what the reader stands at, and has `size_min` bytes or more. NULL
 * where there is none; else to be given to munmap() with *ret_size. */
const pol_beside *pol_beside_map(xc_reader *reader, const pol_beside_kind *kind, xc_docid last,
                                 size_t size_min, size_t *ret_size);

/* Writes it: its head, and the pieces, one after the other. Fails: POL_FULL, POL_IO, POL_LIMIT (a
 * revision over POL_BESIDE_REVISION_MAX bytes), and as reading the index. */
POL_MUST_CHECK pol_status pol_beside_save(xc_reader *reader, const char *directory,
                                          const pol_beside_kind *kind, xc_docid last,
                                          const pol_beside_piece *pieces, size_t count,
                                          pol_error *reterr);

#endif
