/* opposed.h - words and phrases to those of which they say the opposite (private to draft/).
 *
 * Unlike a lexeme's opposite (lexicon.h) these do not stand for one another: a word may be in many
 * rows, by what it is said of, and which row is meant only its neighbours tell. Read-only once
 * made: safe in any thread. */
#ifndef POL_DRAFT_OPPOSED_H
#define POL_DRAFT_OPPOSED_H

#include "draft/lexicon.h"

/* Words on either side, "_" joins those of a phrase. */
typedef struct pol_opposed_row {
    const char *one, *other;
} pol_opposed_row;

typedef struct pol_opposed_list {
    const pol_opposed_row *rows;
    size_t count;
} pol_opposed_list;

extern const pol_opposed_list pol_opposed_verbs, pol_opposed_nouns, pol_opposed_others;

enum {
    POL_OPPOSED_ROWS_MAX = 2048, /* that are read */
    POL_OPPOSED_PLACES = 24      /* rows of one word; more are left out */
};

/* The rows that a word or a phrase is in: twice the row's number, and 1 on the other side. */
typedef struct pol_opposed {
    uint64_t key; /* as in pol_lexeme */
    uint16_t places[POL_OPPOSED_PLACES];
    uint8_t count;
} pol_opposed;

typedef struct pol_opposed_table pol_opposed_table;

/* Words are stemmed, and irregular forms put for their base. Fails: POL_NOMEM. */
POL_MUST_CHECK pol_status pol_opposed_table_new(pol_analyser *analyser, const pol_lexicon *lexicon,
                                                pol_opposed_table **ret_table, pol_error *reterr);
void pol_opposed_table_free(pol_opposed_table *table); /* NULL is allowed */

/* By pol_phrase_key(); of the table. NULL: no row has it. */
const pol_opposed *pol_opposed_find(const pol_opposed_table *table, uint64_t key);

#endif
