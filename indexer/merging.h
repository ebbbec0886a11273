/* merging.h - two renderings of one document to one document with both sources.
 *
 * Renderings are of different files, agree in conference, year and title or number, and
 * have nearly the same words (pol_is_same_document()). A document with an id of its own
 * never merges. */
#ifndef POL_INDEXER_MERGING_H
#define POL_INDEXER_MERGING_H

#include "indexer/held.h"

/* Another rendering of `ours` in the index, which has not come from the file;
 * *ret_is_found false where there is none. Everything in `arena`.
 * Fails: as pol_held_read(). */
POL_MUST_CHECK pol_status pol_find_rendering(xc_reader *reader, const pol_stored *ours,
                                             pol_span file_key, pol_arena *arena,
                                             pol_held *ret_other, bool *ret_is_found,
                                             pol_error *reterr);

/* Both as one: the one that states more speaks, the other fills its gaps. The id is the
 * one of the rendering whose path sorts first, so that the order in which files are met
 * does not matter. Borrows both; `other` has room for one more source.
 * Fails: POL_NOMEM. */
POL_MUST_CHECK pol_status pol_merge(const pol_held *other, const pol_stored *ours,
                                    pol_span file_key, pol_arena *arena, pol_held *ret_merged,
                                    pol_error *reterr);

/* Are these two renderings of one document? What merging asks, for --check too. */
bool pol_is_same_document(const pol_stored *a, const pol_stored *b);

#endif
