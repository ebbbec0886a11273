/* ledger.h - what was read before: which folders, which files of them, in what state.
 *
 * Kept as metadata of the index itself, so that it changes in the same commit as the
 * documents. A root is a folder given to polindex; it has a number that never changes and
 * a path that may (a folder that was moved is recognised by its files). A file key is
 * "<root number>/<path below the root>"; documents on standard input have the key "-".
 *
 * Reads see what the open transaction has written. One thread. */
#ifndef POL_INDEXER_LEDGER_H
#define POL_INDEXER_LEDGER_H

#include <stdint.h>

#include "core/arena.h"
#include "core/error.h"
#include "xapian-c/xapian-c.h"

/* Raised whenever readers or recogniser find something else in the same bytes: files are
 * then read again. */
#define POL_READING_VERSION 3

typedef struct pol_ledger {
    xc_writer *writer;
    xc_reader *reader; /* the writer's view */
} pol_ledger;

typedef struct pol_root {
    uint32_t number;
    pol_span path;   /* absolute, NUL-terminated */
    bool is_partial; /* only single files of it were given, never the folder itself */
} pol_root;

/* A file as it was when it was read. */
typedef struct pol_entry {
    uint64_t size_bytes;
    int64_t changed_ns;
    int64_t status_ns;           /* change of its bytes or its metadata: cannot be set back */
    uint64_t sidecar_size_bytes; /* 0 where it has none */
    int64_t sidecar_changed_ns, sidecar_status_ns;
    int64_t seen_ns; /* when it was looked at: a change within the clock's grain is not missed */
    uint32_t document_count;
    bool is_incomplete; /* documents of it wait for ids that others have: read it again */
    pol_span relative;  /* path below its root */
} pol_entry;

/* Both borrow what they are given. Fails: as xapian-c does. */
POL_MUST_CHECK pol_status pol_ledger_open(pol_ledger *ledger, xc_writer *writer, pol_error *reterr);
void pol_ledger_close(pol_ledger *ledger);

/* All roots, by number; arrays and paths in `arena`. */
POL_MUST_CHECK pol_status pol_ledger_roots(xc_reader *reader, pol_arena *arena,
                                           pol_root **ret_roots, size_t *ret_count,
                                           pol_error *reterr);
/* Sets the path of a root; an empty path forgets it. */
POL_MUST_CHECK pol_status pol_ledger_set_root(pol_ledger *ledger, pol_root root, pol_error *reterr);

/* "<number>/<relative>" in `arena`; the absent span where memory is out. */
pol_span pol_file_key(pol_arena *arena, uint32_t root_number, pol_span relative);

/* *ret_is_known false where the file was never read, or by another POL_READING_VERSION.
 * `relative` is in `arena`. */
POL_MUST_CHECK pol_status pol_ledger_find(pol_ledger *ledger, pol_span file_key, pol_arena *arena,
                                          pol_entry *ret_entry, bool *ret_is_known,
                                          pol_error *reterr);
/* NULL forgets the file. */
POL_MUST_CHECK pol_status pol_ledger_record(pol_ledger *ledger, pol_span file_key,
                                            const pol_entry *entry, pol_error *reterr);
/* Takes over the entries of a root's files from another index. */
POL_MUST_CHECK pol_status pol_ledger_copy(pol_ledger *ledger, xc_reader *from, uint32_t root_number,
                                          pol_error *reterr);
/* All files of a root, in no promised order. */
POL_MUST_CHECK pol_status pol_ledger_files(pol_ledger *ledger, uint32_t root_number,
                                           pol_arena *arena, pol_entry **ret_entries,
                                           size_t *ret_count, pol_error *reterr);

#endif
