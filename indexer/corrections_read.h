/* corrections_read.h - the CSV of `polindex --check --review`, filled in by a person, to
 * corrections.
 *
 * Columns are known by their headings, in any order; a row counts where its column "correction"
 * is filled in. Comma, semicolon or tab between cells, any encoding that a spreadsheet
 * writes. One thread. */
#ifndef POL_INDEXER_CORRECTIONS_READ_H
#define POL_INDEXER_CORRECTIONS_READ_H

#include <stdint.h>

#include "core/arena.h"
#include "core/error.h"
#include "core/span.h"

enum {
    POL_CORRECTIONS_FILE_MAX = 16 << 20, /* bytes */
    POL_CORRECTIONS_ROWS_MAX = 200000
};

/* A row with a correction; cells as typed, trimmed, all in the arena, absent where empty. */
typedef struct pol_correction_row {
    uint32_t row; /* of the file, from 1: the heading */
    pol_span id, file, line_text, field, value, by, on, reason;
} pol_correction_row;

/* `path` is only to be named. Fails: POL_FORMAT (no CSV, or a column that is needed is not there:
 * the text names it), POL_LIMIT, POL_NOMEM. */
POL_MUST_CHECK pol_status pol_corrections_parse(pol_span bytes, const char *path, pol_arena *arena,
                                                pol_correction_row **ret_rows, size_t *ret_count,
                                                pol_error *reterr);

/* The same of a file. Fails: POL_NOTFOUND and POL_IO too. */
POL_MUST_CHECK pol_status pol_corrections_read(const char *path, pol_arena *arena,
                                               pol_correction_row **ret_rows, size_t *ret_count,
                                               pol_error *reterr);

#endif
