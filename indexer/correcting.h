/* correcting.h - taking back what a person filled in: all of a CSV, or nothing of it. */
#ifndef POL_INDEXER_CORRECTING_H
#define POL_INDEXER_CORRECTING_H

#include "indexer/writing.h"

typedef struct pol_corrected {
    uint64_t rows, undone;
} pol_corrected;

/* Reads the CSV at `path`, keeps its corrections in the index and applies them to the documents
 * that are there. A row without "by" is by `user`, one without a day of `today` (ISO). Values
 * that are to be undone take effect when their files, which the ledger forgets, are read again.
 * Fails: as pol_corrections_read(); POL_USAGE (a row makes no sense: the text names it;
 * nothing is kept), POL_NOTFOUND (no such document or line), as xapian-c does. */
POL_MUST_CHECK pol_status pol_correct_index(pol_ledger *ledger, pol_writing *writing,
                                            const char *path, pol_span user, pol_span today,
                                            pol_corrected *ret_corrected, pol_error *reterr);

/* All corrections as CSV: what was corrected, by whom, when and why. */
POL_MUST_CHECK pol_status pol_corrections_list(const char *index_path, pol_buffer *buffer,
                                               pol_error *reterr);

#endif
