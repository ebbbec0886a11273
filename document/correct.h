/* correct.h - a person's word on one field of a document, in place of what was recognised.
 * Safe in any thread. */
#ifndef POL_DOCUMENT_CORRECT_H
#define POL_DOCUMENT_CORRECT_H

#include "document/document.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Sets `field` to `value`: "title", "conference", "year", "date", "decision", "number", "kind",
 * "text_state", "standing" or "organisation", with origin POL_ORIGIN_CORRECTION; doubts about it
 * are dropped. A conference may bear its year. Copies go to `arena`. Fails: POL_USAGE (the field or
 * the value is not one: the text says what would be), POL_NOMEM, POL_LIMIT; the document is then as
 * it was. */
POL_MUST_CHECK pol_status pol_document_correct(pol_document *document, pol_span field,
                                               pol_span value, pol_arena *arena, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
