/* extract_rows.h - the tables of a report to one line for each row, so that a row is one passage.
 * Private to extract*.c. */
#ifndef POL_DOCUMENT_EXTRACT_ROWS_H
#define POL_DOCUMENT_EXTRACT_ROWS_H

#include "document/text.h"

/* Writes to `ret_text` the lines of `text`, each row of cells as one paragraph, " | " between
 * them; in a column of movers only bodies are kept, since people's names tell who is a member.
 * Pairs, notes and so on are those of `text`. Fails: POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_rows_joined(const pol_text *text, pol_arena *arena,
                                          pol_text *ret_text, pol_error *reterr);

#endif
