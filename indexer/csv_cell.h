/* csv_cell.h - one cell of a CSV for a spreadsheet (RFC 4180). */
#ifndef POL_INDEXER_CSV_CELL_H
#define POL_INDEXER_CSV_CELL_H

#include "core/buffer.h"

/* Quoted; with an apostrophe before what a spreadsheet would run as a formula. The last cell
 * of a row ends it. */
void pol_csv_cell(pol_buffer *buffer, pol_span text, bool is_last);

#endif
