/* idle.h - is there anything to do?
 *
 * Most updates of an index that is brought up to date every day find that nothing has changed. To
 * be written an index needs lists of terms, which are made of all its postings: so the ledger is
 * looked at first, by a reader.
 *
 * Internal to update.c. One thread. */
#ifndef POL_INDEXER_IDLE_H
#define POL_INDEXER_IDLE_H

#include "indexer/reading.h"

/* True where the run would read, remove and join nothing: it is done then, run->ledger has a reader
 * and no writer, and what was left out is told. False where it would, or cannot be told; nothing is
 * told then, and run->ledger is closed. The store has its lock, and no more. */
bool pol_run_is_idle(pol_run *run);

#endif
