/* lengths.h - the lengths and columns of an open index (index/lengths.h, index/columns.h), kept
 * until its revision changes. */
#ifndef POL_SEARCH_LENGTHS_H
#define POL_SEARCH_LENGTHS_H

#include "index/columns.h"
#include "index/lengths.h"
#include "search/index.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Borrowed from `index` until it moves on. Fails as pol_lengths_open(). */
POL_MUST_CHECK pol_status pol_index_lengths(pol_index *index, const pol_lengths **ret_lengths,
                                            pol_error *reterr);
/* The same, NULL where there are none, and the lengths that they go with. */
POL_MUST_CHECK pol_status pol_index_columns(pol_index *index, const pol_columns **ret_columns,
                                            const pol_lengths **ret_lengths, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
