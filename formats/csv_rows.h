/* csv_rows.h - the bytes of a CSV file to rows of cells. */
#ifndef POL_FORMATS_CSV_ROWS_H
#define POL_FORMATS_CSV_ROWS_H

#include <stdint.h>

#include "core/error.h"
#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A row; cells are trimmed and live until the callback returns. Cells are missing at the end of
 * short rows. */
typedef struct pol_csv_row_cells {
    const pol_span *cells;
    size_t count;
    uint32_t line; /* where it starts, from 1 */
} pol_csv_row_cells;

typedef pol_status (*pol_csv_on_row)(void *context, const pol_csv_row_cells *row,
                                     pol_error *reterr);

/* Cuts `utf8` into rows; those that are wholly empty are passed over. The delimiter (comma,
 * semicolon or tab) is the one that the first line holds most of. An apostrophe that guards a
 * formula goes. Fails: POL_FORMAT (a quotation mark that is never closed), POL_LIMIT
 * (POL_CSV_ROWS_MAX, POL_CSV_COLUMNS_MAX), POL_NOMEM, or what the callback failed with. */
POL_MUST_CHECK pol_status pol_csv_rows(pol_span utf8, pol_csv_on_row on_row, void *context,
                                       pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
