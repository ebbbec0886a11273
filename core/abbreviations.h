/* abbreviations.h - short forms that unions use and nobody spells out, with their spellings.
 *
 *   TUPE   transfer of undertakings
 *
 * So that a search finds either by the other, whatever the documents themselves spell out. A
 * short form may have several spellings, a row each; and one spelling several short forms. */
#ifndef POL_CORE_ABBREVIATIONS_H
#define POL_CORE_ABBREVIATIONS_H

#include <stdbool.h>

#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_abbreviation {
    const char *word;     /* as it is written: "AfC" */
    const char *spelling; /* lower case, the singular, words with a space between */
    bool is_word;         /* an ordinary word in small letters: "send", "mat" */
} pol_abbreviation;

/* The table, and how many rows it has. */
const pol_abbreviation *pol_abbreviations(size_t *ret_count);

enum { POL_ABBREVIATED_MAX = 220 }; /* bytes of a spelling that is compared */

/* Folds a spelling, or a word of it, to what two of them are compared by: as labels are, and
 * without the s of a plural. Returns the bytes written, 0 where they would be more than
 * POL_ABBREVIATED_MAX. */
size_t pol_abbreviation_fold(pol_span text, char buffer[POL_ABBREVIATED_MAX + 1]);

#ifdef __cplusplus
}
#endif
#endif
