/* near.h - words and phrases to those that people put in their place (private to draft/).
 *
 * What equivalents.c has stands for one another anywhere. These do so only where two texts have
 * something in common already: kin.c. A word may be in many rows. */
#ifndef POL_DRAFT_NEAR_H
#define POL_DRAFT_NEAR_H

#include "draft/row_table.h"

extern const char *const *const pol_near_rows;
extern const size_t pol_near_count;

/* Of each word the numbers of its rows. Fails: POL_NOMEM. Free with pol_row_table_free(). */
POL_MUST_CHECK pol_status pol_near_table_new(pol_analyser *analyser, const pol_lexicon *lexicon,
                                             pol_row_table **ret_table, pol_error *reterr);

/* Have two words a row in common? NULL is in none. */
bool pol_near_meet(const pol_row_places *one, const pol_row_places *other);

#endif
