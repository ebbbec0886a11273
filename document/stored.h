/* stored.h - a document as bytes inside an index, and back.
 *
 * All that a result shows, the whole text included, in one value: the data of a
 * document's head (core/schema.h). A format of its own version; reading copies
 * nothing: spans of the decoded document point into `bytes`. Every length is checked,
 * so damaged bytes give POL_CORRUPT and nothing else. Safe in any thread. */
#ifndef POL_DOCUMENT_STORED_H
#define POL_DOCUMENT_STORED_H

#include "core/buffer.h"
#include "document/join.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What the index knows of a document beyond its own text. */
typedef struct pol_stored {
    pol_document document; /* as its own files state it; doubts are not stored; id.text is
                              always present */
    pol_overlay overlay;   /* what others state of it */
    bool has_overlay;
    pol_span *sources; /* paths or URLs, the primary first; at least one */
    size_t source_count;
    char content_hash[33]; /* of what its own files state */
    bool has_explicit_id;
} pol_stored;

/* Appends the encoded form to `buffer`; ask buffer->status. `content_hash` is filled in
 * the encoding. */
void pol_stored_encode(const pol_stored *stored, pol_buffer *buffer);

/* Arrays are made in `arena`. Fails: POL_CORRUPT, POL_VERSION, POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_stored_decode(pol_span bytes, pol_arena *arena,
                                            pol_stored *ret_stored, pol_error *reterr);

/* Makes the document what is to be shown and searched: its own statements and those of others
 * (pol_overlay_apply()). Not to be stored again. Fails: POL_NOMEM. */
POL_MUST_CHECK pol_status pol_stored_apply(pol_stored *stored, pol_arena *arena, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
