/* fold.h - one character to what it counts as in a word: a class, and folded UTF-8.
 *
 * Internal to core/: analysis.c and label.c share it, so that words, labels and
 * numbers are folded alike. Folding is NFKC, Unicode full case folding, accents
 * removed, and a few Latin letters that Unicode does not decompose (ø, ł, æ). */
#ifndef POL_CORE_FOLD_H
#define POL_CORE_FOLD_H

#include <stdint.h>

#include "core/span.h"

typedef enum pol_char_class {
    POL_CHAR_SEPARATOR = 0,
    POL_CHAR_LETTER,
    POL_CHAR_DIGIT,
    POL_CHAR_SINGLE,     /* a word of its own: scripts without spaces, fractions, ① */
    POL_CHAR_MARK,       /* goes on with the word and is part of it (Indic vowels) */
    POL_CHAR_ACCENT,     /* goes on with the word and is dropped */
    POL_CHAR_IGNORED,    /* zero width: as if it was not there */
    POL_CHAR_SOFT,       /* soft hyphen: ignored, with the line end behind it */
    POL_CHAR_APOSTROPHE, /* inside a word dropped, else a separator */
    POL_CHAR_HYPHEN,     /* inside a word makes a compound, else a separator */
    POL_CHAR_DOT,
    POL_CHAR_COMMA
} pol_char_class;

/* U+FDFA is the longest: 18 characters of 2 bytes. */
enum { POL_FOLD_BYTES = 72 };

typedef struct pol_folded_char {
    pol_char_class char_class;
    bool is_upper;    /* an upper-case or title-case letter */
    bool is_composed; /* what it gives may compose with its neighbours: see
                         pol_fold_compose() */
    uint8_t size;     /* of `bytes` */
    char bytes[POL_FOLD_BYTES];
} pol_folded_char;

/* `character` is a Unicode scalar value. Safe in any thread. */
void pol_fold_char(uint32_t character, pol_folded_char *ret_folded);

/* Puts the `size` folded bytes of a whole word into composed form (NFKC), in place;
 * returns the new size, never larger. `size` is at most POL_FOLD_WORD_BYTES. */
enum { POL_FOLD_WORD_BYTES = 80 };
size_t pol_fold_compose(char *bytes, size_t size);

#endif
