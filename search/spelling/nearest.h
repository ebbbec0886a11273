/* nearest.h - a word that the index lacks to the most alike of those it has.
 *
 * Reads the index's own words, so that no dictionary has to be kept up to date with them. */
#ifndef POL_SEARCH_SPELLING_NEAREST_H
#define POL_SEARCH_SPELLING_NEAREST_H

#include "core/analysis.h"
#include "search/index.h"

/* The word of texts or titles that is at most `edits` (1 or 2) letters put in, left out,
 * changed or swapped with the next (Damerau's distance, no place changed twice) away from
 * `word`; of equally near ones the most frequent. *ret_nearest lies in `buffer`; absent
 * where there is none, and for a remote index; *ret_edits says how far it is. Looks at
 * POL_TERMS_READ_MAX words at most. Fails: as reading the index does. */
POL_MUST_CHECK pol_status pol_nearest_word(pol_index *index, pol_span word, unsigned edits,
                                           char buffer[POL_WORD_MAX + 1], pol_span *ret_nearest,
                                           unsigned *ret_edits, pol_error *reterr);

#endif
