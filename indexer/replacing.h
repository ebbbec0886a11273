/* replacing.h - a prepared document in place of what the index has under its id.
 *
 * Where it has as many passages as before, each takes the place of the one before it, and of those
 * whose text is the same only what is said of them is written: postings and positions, most of what
 * an update costs, stay as they are. One thread. */
#ifndef POL_INDEXER_REPLACING_H
#define POL_INDEXER_REPLACING_H

#include "indexer/ledger.h"
#include "indexer/prepare.h"

typedef struct pol_replacing {
    pol_ledger *ledger;
    pol_preparer *preparer;
    bool is_outline; /* documents have one entry each (indexer/outline.h), which goes to the end:
                        they are built in the order in which they were settled */
} pol_replacing;

/* `before`: what has the id of `now`, with its passages, as the index has it; NULL where that is
 * not known, or nothing. `prepared` is the first slice of `now`; it is freed, and the rest of a
 * long document prepared here. Fails: as pol_prepare_more() and xapian-c do. */
POL_MUST_CHECK pol_status pol_replace_document(const pol_replacing *replacing,
                                               const pol_document *before, const pol_stored *now,
                                               pol_prepared *prepared, pol_error *reterr);
/* Takes out what has the id; nothing is as well. */
POL_MUST_CHECK pol_status pol_delete_document(pol_ledger *ledger, pol_span id, pol_error *reterr);

#endif
