/* roots.h - the folders of an index: bringing it up to date with one, or with all.
 *
 * Internal to update.c. One thread. All fail as pol_survey_path() and
 * pol_run_read_files() do. */
#ifndef POL_INDEXER_ROOTS_H
#define POL_INDEXER_ROOTS_H

#include "indexer/reading.h"

/* Fills run->roots from the ledger. */
POL_MUST_CHECK pol_status pol_run_load_roots(pol_run *run, pol_error *reterr);
/* A folder or file: what is new or changed is read, what has gone is removed. */
POL_MUST_CHECK pol_status pol_run_update_path(pol_run *run, const char *path, pol_error *reterr);
/* Tells what the survey left out, and counts what is to be read. */
void pol_run_count_survey(pol_run *run, const pol_survey *survey);
/* May there be files of other roots that belong to the survey's now? */
bool pol_run_takes_over(const pol_run *run, const pol_survey *survey);
/* All folders the ledger knows; one that is not there is left as it is. */
POL_MUST_CHECK pol_status pol_run_update_known(pol_run *run, pol_error *reterr);
/* The same into a new index, from the ledger of the one before; what cannot be read again
 * is copied from it. */
POL_MUST_CHECK pol_status pol_run_rebuild(pol_run *run, pol_error *reterr);

#endif
