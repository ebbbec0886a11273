/* ize.c - verbs that are spelt with a z or an s, and what is made of them: see analysis.h. */
#include <string.h>

#include "core/analysis.h"

enum { VERB_MIN = 3 }; /* letters before the ending: "organize", not "size" */

size_t pol_word_ize(pol_span word)
{
    static const char *const endings[] = {"ize",   "ized",    "izes",     "izer",     "izers",
                                          "izing", "ization", "izations", "izational"};
    if (word.size < VERB_MIN || !memchr(word.data, 'z', word.size))
        return 0; /* nearly all words */
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        pol_span ending = pol_span_of(endings[i]);
        if (word.size >= VERB_MIN + ending.size && pol_span_ends(word, ending))
            return word.size - ending.size + 1;
    }
    return 0;
}
