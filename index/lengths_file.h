/* lengths_file.h - the file of lengths beside a database (private to index/). */
#ifndef POL_INDEX_LENGTHS_FILE_H
#define POL_INDEX_LENGTHS_FILE_H

#include "index/lengths.h"

/* Maps the file where it is of what the reader stands at; `last` was filled in. */
bool pol_lengths_map(xc_reader *reader, pol_lengths *lengths);

/* Writes it. Fails: POL_FULL, POL_IO, POL_LIMIT (a revision over POL_BESIDE_REVISION_MAX bytes),
 * and as reading the index. */
POL_MUST_CHECK pol_status pol_lengths_save(xc_reader *reader, const pol_lengths *lengths,
                                           const char *directory, pol_error *reterr);

#endif
