/* removing.h - `polindex --remove`: what came from a folder or file, out of the index.
 *
 * Internal to update.c. One thread. */
#ifndef POL_INDEXER_REMOVING_H
#define POL_INDEXER_REMOVING_H

#include "indexer/reading.h"

/* Removes what came from `path`, which need not be there any more: a folder or file that is
 * indexed or is in one that is, a folder that holds such, or "-" for standard input. A folder
 * that is wholly in it is forgotten with its rules, and so is what people have corrected in the
 * documents that go. Files that are still there are not touched.
 * Fails: POL_NOTFOUND where nothing came from there; as xapian-c does. */
POL_MUST_CHECK pol_status pol_run_remove_path(pol_run *run, const char *path, pol_error *reterr);
/* Is `path`, which may have gone, a folder of the index, or one that holds such? */
bool pol_run_knows_path(const pol_run *run, const char *path);

#endif
