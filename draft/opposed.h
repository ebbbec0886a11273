/* opposed.h - words and phrases to those of which they say the opposite (private to draft/).
 *
 * Unlike a lexeme's opposite (lexicon.h) these do not stand for one another: a word may be in many
 * rows, by what it is said of, and which row is meant only its neighbours tell. */
#ifndef POL_DRAFT_OPPOSED_H
#define POL_DRAFT_OPPOSED_H

#include "draft/row_table.h"

/* Words on either side, "_" joins those of a phrase. */
typedef struct pol_opposed_row {
    const char *one, *other;
} pol_opposed_row;

typedef struct pol_opposed_list {
    const pol_opposed_row *rows;
    size_t count;
} pol_opposed_list;

extern const pol_opposed_list pol_opposed_verbs, pol_opposed_nouns, pol_opposed_others;

enum { POL_OPPOSED_ROWS_MAX = 2048 /* that are read */ };

/* Of each word twice the numbers of its rows, and 1 on the other side. Fails: POL_NOMEM. Free with
 * pol_row_table_free(). */
POL_MUST_CHECK pol_status pol_opposed_table_new(pol_analyser *analyser, const pol_lexicon *lexicon,
                                                pol_row_table **ret_table, pol_error *reterr);

#endif
