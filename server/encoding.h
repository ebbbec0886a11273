/* encoding.h - how an answer's bytes are packed for their way (RFC 9110, content codings). */
#ifndef POL_SERVER_ENCODING_H
#define POL_SERVER_ENCODING_H

#include "core/buffer.h"
#include "core/error.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum pol_encoding {
    POL_ENCODING_IDENTITY = 0,
    POL_ENCODING_GZIP,
    POL_ENCODING_BROTLI,
    POL_ENCODING_COUNT
} pol_encoding;

const char *pol_encoding_name(pol_encoding encoding); /* "gzip"; "identity" */

/* The best that the client takes, by the value of its Accept-Encoding; identity where that is
 * absent, empty or makes no sense. Of equally wanted ones the smallest result. */
pol_encoding pol_encoding_choose(pol_span accept_encoding);

/* Is packing worth its time: a text, and long enough? `type` is the content's. */
bool pol_encoding_is_worth(const char *type, size_t size_bytes);

/* Appends `body` packed to `packed`. Fails: POL_NOMEM, POL_LIMIT (packed->limit). */
POL_MUST_CHECK pol_status pol_encoding_pack(pol_encoding encoding, pol_span body,
                                            pol_buffer *packed, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
