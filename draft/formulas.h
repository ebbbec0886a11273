/* formulas.h - which words of a clause are the frame that motions share, and not what they are
 * about: "This Conference therefore instructs the National Executive Council to" (private to
 * draft/).
 *
 * By grammar, not by the names of one union's bodies: somebody who decides, a verb of deciding,
 * and somebody who is asked. Pure: safe in any thread. */
#ifndef POL_DRAFT_FORMULAS_H
#define POL_DRAFT_FORMULAS_H

#include <stdint.h>

#include "core/span.h"

/* A word as the table of formulas sees it. */
typedef struct pol_formula_word {
    pol_span word;      /* folded, as core/analysis.h makes it */
    bool starts_phrase; /* punctuation stands before it */
    bool is_formula;    /* set by pol_formulas_mark() */
} pol_formula_word;

void pol_formulas_mark(pol_formula_word *words, size_t count);

#endif
