/* match.h - a scan by Xapian's matcher, a query at a time: for indexes whose posting lists
 * are elsewhere, or too many to be scored in memory (private to search/). */
#ifndef POL_SEARCH_SCAN_MATCH_H
#define POL_SEARCH_SCAN_MATCH_H

#include "search/scan/terms.h"

/* The best `depth` for the wants of one query, in the arena. Fails: POL_NOMEM, POL_LIMIT, and as
 * reading the index. */
POL_MUST_CHECK pol_status pol_scan_match(pol_index *index, const pol_scan_want *wants, size_t count,
                                         size_t depth, pol_arena *arena, pol_scan_hits *ret_hits,
                                         pol_error *reterr);

#endif
