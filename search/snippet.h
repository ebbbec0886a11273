/* snippet.h - the part of a long passage that is shown: where most of the words that
 * matched stand. Safe in any thread. */
#ifndef POL_SEARCH_SNIPPET_H
#define POL_SEARCH_SNIPPET_H

#include "search/results.h"

typedef struct pol_snippet {
    size_t start, end; /* bytes of the text; all of it where it is short */
} pol_snippet;

/* At most about `bytes`, from a word's start to a word's end. Marks in order. */
pol_snippet pol_snippet_find(pol_span text, const pol_highlight *marks, size_t count, size_t bytes);

#endif
