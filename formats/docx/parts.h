/* parts.h - the parts of a DOCX beside its text: where its text is, its styles, and its
 * numbering. */
#ifndef POL_FORMATS_DOCX_PARTS_H
#define POL_FORMATS_DOCX_PARTS_H

#include "formats/office/number.h"
#include "formats/office/styles.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Names of parts; absent where the file has none. They live in the arena. */
typedef struct pol_docx_parts {
    pol_span document, styles, numbering, properties, footnotes, endnotes;
} pol_docx_parts;

/* By the package's relationships: names are not to be relied on. Fails: POL_FORMAT (there is
 * no document), POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_docx_find_parts(pol_span package, pol_arena *arena,
                                              pol_docx_parts *ret_parts, pol_error *reterr);

/* style->list is the w:numId. `part` may be absent. */
POL_MUST_CHECK pol_status pol_docx_read_styles(pol_span package, pol_span part, pol_arena *arena,
                                               pol_styles *ret_styles, pol_error *reterr);

/* --- numbering --- */

typedef struct pol_docx_numbering pol_docx_numbering;

/* `part` may be absent. The numbering lives in the arena. */
POL_MUST_CHECK pol_status pol_docx_read_numbering(pol_span package, pol_span part,
                                                  const pol_styles *styles, pol_arena *arena,
                                                  pol_docx_numbering **ret_numbering,
                                                  pol_error *reterr);

/* Which number a paragraph bears. */
typedef struct pol_docx_number {
    pol_span list;  /* w:numId; absent, empty or "0": none */
    int level;      /* from 0; negative: the one that `style` is tied to, else 0 */
    pol_span style; /* whose list it is; absent: the paragraph's own */
} pol_docx_number;

/* Counts one paragraph; *ret_level is its level, -1 where it has no number at all. */
POL_MUST_CHECK pol_status pol_docx_next_number(pol_docx_numbering *numbering,
                                               const pol_docx_number *number, int *ret_level,
                                               pol_list_marker *ret_marker, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
