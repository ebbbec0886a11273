/* hyphen.h - joining what was parted at the end of a line: "con-" "ference" is
 * "conference", "part-" "time" stays "part-time".
 *
 * A document says itself which of the two is a word: by using it elsewhere, within a line.
 * Private to formats/. */
#ifndef POL_FORMATS_PDF_HYPHEN_H
#define POL_FORMATS_PDF_HYPHEN_H

#include <stdint.h>

#include "core/buffer.h"
#include "formats/pdf/rows.h"

/* The words of a document that stand within its lines, as hashes. */
typedef struct pol_pdf_lexicon {
    uint64_t *slots; /* 0: free */
    size_t capacity; /* a power of two */
    size_t count;
} pol_pdf_lexicon;

POL_MUST_CHECK pol_status pol_pdf_lexicon_make(const pol_pdf_rows *rows, pol_arena *scratch,
                                               pol_pdf_lexicon *ret_lexicon, pol_error *reterr);

/* Appends `line` to what was joined so far (not empty), with what belongs between the two. */
void pol_pdf_hyphen_join(const pol_pdf_lexicon *lexicon, pol_buffer *joined, pol_span line);

/* Does `text` end in a hyphen that parts a word? */
bool pol_pdf_hyphen_ends(pol_span text);

#endif
