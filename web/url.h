/* url.h - percent-encoding, both ways (RFC 3986, and HTML's form encoding for query strings).
 *
 * Safe in any thread. */
#ifndef POL_WEB_URL_H
#define POL_WEB_URL_H

#include "core/arena.h"
#include "core/buffer.h"
#include "core/error.h"

#ifdef __cplusplus
extern "C" {
#endif

/* `text` with each %XX as its byte, and "+" as a space where `plus_is_space` (query strings, not
 * paths). The result is in `arena`, never absent. Fails: POL_SYNTAX (a "%" without two hex
 * digits, a zero byte, bytes that are no UTF-8; reterr->at = offset in `text`), POL_NOMEM,
 * POL_LIMIT. */
POL_MUST_CHECK pol_status pol_url_decode(pol_span text, bool plus_is_space, pol_arena *arena,
                                         pol_span *ret_decoded, pol_error *reterr);

/* The same as browsers do it, for what a form sends (the WHATWG's URL standard): "%" without two
 * hex digits stays, and any bytes may come out. Fails: POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_url_decode_form(pol_span text, pol_arena *arena,
                                              pol_span *ret_decoded, pol_error *reterr);

/* Appends `value` with everything but RFC 3986's unreserved characters as %XX, "/" included:
 * right as one segment of a path, and as name or value in a query string. */
void pol_url_add(pol_buffer *buffer, pol_span value);

/* "/documents/ID", with "#p7" where `ordinal` is not 0. */
void pol_url_add_document(pol_buffer *buffer, pol_span id, uint32_t ordinal);

/* Appends "?" or "&" (by `*count`, which it raises), the name and the value encoded. */
void pol_url_add_parameter(pol_buffer *buffer, size_t *count, const char *name, pol_span value);

#ifdef __cplusplus
}
#endif
#endif
