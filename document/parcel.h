/* parcel.h - what was extracted from a file as bytes between two processes, and back.
 *
 * The receiver trusts nothing: every length and code is checked, damaged bytes are
 * POL_CORRUPT. Both ends are of one build: there is no version. Safe in any thread. */
#ifndef POL_DOCUMENT_PARCEL_H
#define POL_DOCUMENT_PARCEL_H

#include "core/buffer.h"
#include "document/extract.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Appends; ask buffer->status. */
void pol_parcel_encode(const pol_extracted *extracted, pol_buffer *buffer);

/* Adds to `extracted`; arrays are made in `arena`, spans point into `bytes`.
 * Fails: POL_CORRUPT, POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_parcel_decode(pol_span bytes, pol_arena *arena,
                                            pol_extracted *extracted, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
