/* csv.h - one cell of a table for a spreadsheet (RFC 4180). Safe in any thread. */
#ifndef POL_SEARCH_CSV_H
#define POL_SEARCH_CSV_H

#include "core/buffer.h"
#include "core/span.h"

enum { POL_CSV_CELL_MAX = 64 << 20 }; /* bytes; a document's text is never longer */

/* With a comma before it unless it is the first of its row, quoted where it must be. What a
 * spreadsheet would run as a formula gets an apostrophe before it; what commands a terminal
 * becomes U+FFFD. The caller ends the row with "\r\n". */
void pol_csv_add(pol_buffer *buffer, pol_span text, bool is_first);

/* The same of what was built apart, which is spent (core/buffer.h). */
void pol_csv_spend(pol_buffer *cell, pol_buffer *buffer, bool is_first);

#endif
