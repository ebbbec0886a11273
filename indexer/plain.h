/* plain.h - is a folder what a writer of ours leaves, with no way out of it?
 *
 * An index may come from somebody else, packed with links in it. Xapian opens the files of a
 * database by name, and would write into whatever a link leads to. */
#ifndef POL_INDEXER_PLAIN_H
#define POL_INDEXER_PLAIN_H

#include "core/error.h"

/* POL_OK where `path` is a folder, not a link to one, and holds nothing but plain files; and where
 * there is nothing, which whoever opens it can tell better. Fails: POL_CORRUPT (names what is
 * none), POL_IO. */
POL_MUST_CHECK pol_status pol_folder_is_plain(const char *path, pol_error *reterr);

#endif
