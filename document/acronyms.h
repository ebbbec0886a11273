/* acronyms.h - text to the acronyms that it uses, and those that it spells out.
 *
 *   "Sustainability and Transformation Plans (STPs)", "STPs (Sustainability and ...)"
 *                            -> STP, "Sustainability and Transformation Plans"
 *
 * Pairs of a short form and a long one are found at brackets, as Schwartz and Hearst do (A simple
 * algorithm for identifying abbreviation definitions in biomedical text, Pacific Symposium on
 * Biocomputing 2003, 451-462): the words before the bracket are read backwards as long as the
 * letters of the short form can be found in them. Where these are the words' initials, small words
 * aside, the pair is sure.
 *
 * An acronym is a word of two capitals or more (STP, DfE), the s of its plural aside. Not one are
 * Roman numerals, what a label or number is ("Composite AB", postcodes), words with digits, and
 * words of a line or heading all in capitals. Spans are parts of the text given. Work is linear in
 * the text. Safe in any thread. */
#ifndef POL_DOCUMENT_ACRONYMS_H
#define POL_DOCUMENT_ACRONYMS_H

#include <stdint.h>

#include "core/arena.h"
#include "core/error.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    POL_ACRONYM_MAX = 10,       /* letters */
    POL_ACRONYMS_MAX = 200,     /* different ones of a text that are listed */
    POL_ACRONYM_WORDS_MAX = 16, /* of a long form */
    POL_ACRONYM_LONG_MAX = 200  /* bytes of a long form */
};

/* One that a text uses. */
typedef struct pol_acronym {
    pol_span word; /* without the plural's s: "STP" */
    pol_span used; /* where it first stands, as it stands there: "STPs" */
    uint32_t uses;
} pol_acronym;

/* One that a text spells out. */
typedef struct pol_acronym_pair {
    pol_span word;     /* without the plural's s */
    pol_span spelling; /* "Sustainability and Transformation Plans" */
    bool is_sure;      /* the letters are the initials of its words */
} pol_acronym_pair;

/* The acronyms of `text`, one paragraph, added to `list` where they are not in it yet, in order.
 * `list` has room for POL_ACRONYMS_MAX, of which *count are filled; further ones are passed over.
 */
void pol_acronyms_add(pol_span text, pol_acronym *list, size_t *count);

/* The next pair at or behind byte *at of `text`, which moves on behind it. False: no further one.
 */
bool pol_acronym_pair_next(pol_span text, size_t *at, pol_acronym_pair *ret_pair);

/* Is it written out somewhere in `text` without brackets: words in a row with these initials, at
 * least the first of them with a capital? */
bool pol_acronym_is_written_out(pol_span word, pol_span text);

/* `word` as an acronym without the plural's s; absent where it is none by its letters. */
pol_span pol_acronym_of(pol_span word);

/* Is it one that every reader knows (NHS, VAT), or a name that nobody spells out (UNISON)? Or a
 * word that is written in capitals for emphasis (MUST)? */
bool pol_acronym_is_known(pol_span word);

#ifdef __cplusplus
}
#endif
#endif
