/* matters.h - words to the matters that they are used of (private to draft/).
 *
 * Branches that want one thing have few words in common, but all of them are used of that thing. So
 * each matter that conferences debate is a row of words that texts on it use, whatever they ask
 * for, and a text is a point in the space that the rows span: explicit semantic analysis
 * (Gabrilovich and Markovitch, IJCAI 2007, 1606-1611) with a small encyclopedia of what unions,
 * parties and co-operatives debate. A word is in any number of rows.
 *
 * A table is read-only once made: safe in any thread. */
#ifndef POL_DRAFT_MATTERS_H
#define POL_DRAFT_MATTERS_H

#include <stdint.h>

#include "core/analysis.h"
#include "core/arena.h"

/* Rows of words, as they are written down. */
typedef struct pol_matter_list {
    const char *const *rows;
    size_t count;
} pol_matter_list;

extern const pol_matter_list pol_matters_work, pol_matters_union, pol_matters_services,
    pol_matters_learning, pol_matters_homes, pol_matters_plain;

#define POL_MATTER_NONE UINT32_MAX

typedef struct pol_matter_slot pol_matter_slot;

typedef struct pol_matter_table {
    size_t word_count, row_count;
    const uint32_t *rows;   /* of each word those that have it */
    const uint32_t *starts; /* of each word the first of `rows`, and the end */
    const float *parts;     /* of each word: the fewer rows have it, the more it tells, */
    const float *scales;    /* and of each row: long ones find words by chance */
    pol_matter_slot *slots; /* stems to words */
    pol_arena arena;
} pol_matter_table;

/* Free with pol_matter_table_free(). Fails: POL_NOMEM. */
POL_MUST_CHECK pol_status pol_matter_table_new(pol_analyser *analyser, pol_matter_table **ret_table,
                                               pol_error *reterr);
void pol_matter_table_free(pol_matter_table *table); /* NULL is allowed */

/* The number of a word, below word_count; POL_MATTER_NONE where no row has it. */
uint32_t pol_matter_word(const pol_matter_table *table, pol_span stem);

/* Adds a word of a text to `rows`, of which there are row_count: what it tells of each. */
void pol_matter_add(const pol_matter_table *table, uint32_t word, double share, float *rows);

/* How much a text is about a matter. */
typedef struct pol_matter {
    uint32_t row;
    float part; /* 0..1: the squares of all are 1 */
} pol_matter;

typedef struct pol_matters {
    const pol_matter *matters; /* ascending by row */
    size_t count;
} pol_matters;

/* What a text is about whose rows were added up: those with `least` of the most at least, sharpened
 * by `power`, since a row that has several words of a text counts for far more than several that
 * have one; each times `news` (NULL: 1). False: no memory. */
POL_MUST_CHECK bool pol_matters_settle(const pol_matter_table *table, const float *rows,
                                       const float *news, double least, double power,
                                       pol_arena *arena, pol_matters *ret_matters);

/* What words (their numbers or POL_MATTER_NONE, in any order, several times or once) are about.
 * False: no memory. */
POL_MUST_CHECK bool pol_matters_of(const pol_matter_table *table, const uint32_t *words,
                                   size_t count, pol_arena *arena, pol_matters *ret_matters);

/* How much two texts are about the same: the cosine of the angle between them, 0..1. */
double pol_matters_alike(const pol_matters *a, const pol_matters *b);

#endif
