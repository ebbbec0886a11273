/* thesaurus.h - what two English stems have to do with each other, by WordNet 3.0 (Princeton
 * University, 2006; Miller 1995; Fellbaum 1998).
 *
 * The table is made when the program is built, by thesaurus_make.c from Debian's wordnet-base, and
 * is part of it. Of each word the most frequent senses count: what is rarely meant would tie words
 * that nobody takes for each other. Constant: safe in any thread. */
#ifndef POL_DRAFT_THESAURUS_H
#define POL_DRAFT_THESAURUS_H

#include <stdint.h>

#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_THESAURUS_SENSES = 3, /* of each word, as noun, verb, adjective and adverb */
    POL_THESAURUS_NONE = 0,
    POL_THESAURUS_KINSHIP_BITS = 4 /* of pol_kinship */
};

/* Bits: several may hold. */
typedef enum pol_kinship {
    POL_KINSHIP_NONE = 0,
    POL_KINSHIP_SYNONYM = 1, /* "sack", "dismiss" */
    POL_KINSHIP_DERIVED = 2, /* "closure", "close"; of a synonym too: "closure", "shut" */
    POL_KINSHIP_BROADER = 4, /* one is a kind of the other: "handbook", "book" */
    POL_KINSHIP_ANTONYM = 8, /* "increase", "decrease"; also of derived forms */
    POL_KINSHIP_ALL = 15
} pol_kinship;

/* A stem of core/analysis.h in the table; POL_THESAURUS_NONE where it is not there. To be asked
 * once a word. */
uint32_t pol_thesaurus_find(pol_span stem);

/* What two stems found have to do with each other; `word` POL_THESAURUS_NONE: nothing. Halves
 * those that one of the two has to do with: a few in the mean, some seventy at most. */
unsigned pol_thesaurus_kinship(uint32_t word, uint32_t other);

#ifdef __cplusplus
}
#endif
#endif
