/* recognise.h - pol_text to pol_document: title, conference, year, date, decision,
 * number, submitters, clauses, points and lead-ins.
 *
 * Nothing is guessed: what the text does not state is absent, and a value that may be
 * wrong is left out and noted as a doubt. Pairs (sidecar over front matter over markup)
 * override the running text. Reads one single document; files of many are another stage.
 *
 * Safe in any thread; results live in `arena` and point into `text`'s memory, which
 * must be the same arena or live as long. */
#ifndef POL_DOCUMENT_RECOGNISE_H
#define POL_DOCUMENT_RECOGNISE_H

#include "document/document.h"

#ifdef __cplusplus
extern "C" {
#endif

/* `name` is the file's name without folders, for display_title; may be absent.
 * Fails: POL_NOMEM, POL_LIMIT (arena exhausted). */
POL_MUST_CHECK pol_status pol_recognise(const pol_text *text, pol_span name, pol_arena *arena,
                                        pol_document *ret_document, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
