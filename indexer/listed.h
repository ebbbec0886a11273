/* listed.h - what entries of the index carry for lists, charts, feeds and exact filters. Private to
 * indexer/. */
#ifndef POL_INDEXER_LISTED_H
#define POL_INDEXER_LISTED_H

#include "document/stored.h"
#include "xapian-c/xapian-c.h"

/* For a passage or a head: names in full, when the record changed, year and decision. `shown` is
 * the document with what others state of it. Fails: XC_NOMEM. */
XC_MUST_CHECK xc_status pol_listed_fill(xc_document *entry, const pol_stored *shown,
                                        xc_error *reterr);

/* For a head too: its meeting, and its line in lists. */
XC_MUST_CHECK xc_status pol_listed_fill_head(xc_document *head, const pol_stored *shown,
                                             xc_error *reterr);

#endif
