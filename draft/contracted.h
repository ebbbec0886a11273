/* contracted.h - "doesn't" is "does not" (private to draft/). */
#ifndef POL_DRAFT_CONTRACTED_H
#define POL_DRAFT_CONTRACTED_H

#include "core/span.h"

typedef struct pol_contracted {
    const char *word;        /* as core/analysis.h makes words: "doesnt" */
    const char *verb, *stem; /* "does", and its stem, of "does not"; NULL: it is "cannot" */
} pol_contracted;

/* NULL: none of these. Safe in any thread. */
const pol_contracted *pol_contracted_find(pol_span word);

/* Where the "n't" or "not" starts in such a word as it is written. */
size_t pol_contracted_split(pol_span written);

#endif
