/* csl.h - a document or a passage of it as one item of CSL-JSON (citation style language), as
 * reference managers read it.
 *
 * What is not stated is left out. What a conference decides on is of the type "legislation", an
 * article of "article-newspaper", anything else a "document". "issued" is the conference's year
 * (a motion's own date is "submitted"), the decision is the "note", a point the "section". People
 * are not named. */
#ifndef POL_SEARCH_CSL_H
#define POL_SEARCH_CSL_H

#include "core/buffer.h"
#include "document/stored.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Appends one JSON object on one line; `passage` NULL: the whole document; `url` absent:
 * none, and the id is the document's.
 * Ask buffer->status. Safe in any thread. */
void pol_csl_add(const pol_document *document, const pol_passage *passage, pol_span url,
                 pol_buffer *buffer);

#ifdef __cplusplus
}
#endif
#endif
