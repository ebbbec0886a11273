/* row_table.h - words and phrases to the rows of a table that have them (private to draft/).
 *
 * Unlike a lexeme (lexicon.h) a word may be in many rows. Read-only once filled: safe in any
 * thread. */
#ifndef POL_DRAFT_ROW_TABLE_H
#define POL_DRAFT_ROW_TABLE_H

#include "draft/lexicon.h"

enum { POL_ROW_PLACES = 24 /* rows of one word; more are left out */ };

/* Where a word or a phrase stands, in the order of the rows. */
typedef struct pol_row_places {
    uint64_t key; /* as in pol_lexeme */
    uint16_t places[POL_ROW_PLACES];
    uint8_t count;
} pol_row_places;

typedef struct pol_row_table pol_row_table;

/* NULL: no memory. Free with pol_row_table_free(). */
pol_row_table *pol_row_table_new(void);
void pol_row_table_free(pol_row_table *table); /* NULL is allowed */

/* Words and phrases, spaces between them and "_" within, at `place`. They are stemmed, and
 * irregular forms put for their base. */
void pol_row_table_add(pol_row_table *table, pol_analyser *analyser, const pol_lexicon *lexicon,
                       const char *words, uint16_t place);

/* By pol_phrase_key(); of the table. NULL: no row has it. */
const pol_row_places *pol_row_table_find(const pol_row_table *table, uint64_t key);

/* May there be a longer phrase that starts with the words of `key`? Where it says no there is none.
 */
bool pol_row_table_goes_on(const pol_row_table *table, uint64_t key);

#endif
