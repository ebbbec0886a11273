/* numbering.h - the label that a point starts with, as printed: "1)", "1.", "(a)", "ii)",
 * "a.", "1.2", "•", or a bare number.
 *
 * A label alone does not make a list: "1.5 million" and "A. Smith" look like labels.
 * Such weak ones count only where a neighbour carries the next value; that is the
 * caller's to see. Nothing allocates; safe in any thread. */
#ifndef POL_DOCUMENT_NUMBERING_H
#define POL_DOCUMENT_NUMBERING_H

#include <stdint.h>

#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum pol_numbering {
    POL_NUMBERING_NONE = 0,
    POL_NUMBERING_DIGIT,       /* 1 2 3 */
    POL_NUMBERING_DECIMAL,     /* 1.1 1.2: value is the last part */
    POL_NUMBERING_LOWER,       /* a b c */
    POL_NUMBERING_UPPER,       /* A B C */
    POL_NUMBERING_ROMAN,       /* i ii iii */
    POL_NUMBERING_UPPER_ROMAN, /* I II III */
    POL_NUMBERING_BULLET       /* value is the character */
} pol_numbering;

typedef struct pol_label {
    pol_numbering style;
    uint32_t value;      /* 1 for "1)", "a)", "i)" */
    pol_numbering other; /* a second reading, or NONE: "i)" is roman 1 or letter 9 */
    uint32_t other_value;
    char close;   /* ')' '.' ']' ':' or 0 for a bare one */
    bool is_weak; /* counts only with a neighbour */
    size_t size;  /* bytes of the printed label */
    size_t skip;  /* bytes up to the text behind it */
} pol_label;

/* The label at the start of `text`; false when there is none. */
bool pol_label_parse(pol_span text, pol_label *ret_label);

/* Does `next` follow `label` in one list, in one of its readings? Sets `next` to that
 * reading. The closing mark may change ("1)" then "2."). */
bool pol_label_follows(const pol_label *label, pol_label *next);

/* Can it be the first of a list? Sets `label` to that reading. */
bool pol_label_is_first(pol_label *label);

/* Where, from `from` on, a label stands inside a line that runs on: "... to: 1) write;
 * 2) meet", "- 1. Write - 2. Meet". After `previous` (the next of its list) or, where
 * `previous` is NULL, the first of a new list. (size_t)-1 if nowhere. */
size_t pol_label_find_inline(pol_span text, size_t from, const pol_label *previous,
                             pol_label *ret_label);

#ifdef __cplusplus
}
#endif
#endif
