/* relation.h - what a document's text says of others: "composite of motions 4 and 9", "if
 * Motion 7 is carried this motion falls", "supersedes Motion 12 of the 2014 conference",
 * "reaffirms Composite B, carried in 2018". Safe in any thread. */
#ifndef POL_DOCUMENT_RELATION_H
#define POL_DOCUMENT_RELATION_H

#include "document/document.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_RELATIONS_MAX = 64 }; /* of one document; further ones are left out */

/* Adds to `document->relations` what its passages state, and sets `document->standing` where
 * it says of itself that it stands, lapsed or was superseded. A relation that is there
 * already is not added again. Only AMENDS, COMPOSITE_OF, FALLS_IF, SUPERSEDES and
 * REAFFIRMS are stated; a mere mention ("notes motion 11 of 2014") is none, and a text that
 * says "If Motion 7 is carried, Motions 8 and 9 fall" states it of 8 and 9: it gives *their*
 * falling, kept as FELLS of document 7 where the document is 7, else left out.
 * Fails: POL_NOMEM, POL_LIMIT (arena). */
POL_MUST_CHECK pol_status pol_relations_find(pol_document *document, pol_arena *arena,
                                             pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
