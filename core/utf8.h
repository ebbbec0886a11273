/* utf8.h - reading, checking and showing UTF-8. Safe in any thread. */
#ifndef POL_CORE_UTF8_H
#define POL_CORE_UTF8_H

#include <stdint.h>

#include "core/buffer.h"
#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Decodes the character that `text` starts with. Returns its bytes, 1..4. Invalid or
 * truncated: *ret_character is U+FFFD and 1 is returned. `text.size` must be > 0. */
size_t pol_utf8_decode(pol_span text, uint32_t *ret_character);

/* Appends one character; anything that is no Unicode scalar value becomes U+FFFD. */
void pol_utf8_append(pol_buffer *buffer, uint32_t character);

/* Bytes of valid UTF-8 at the start; == text.size when all of it is valid. */
size_t pol_utf8_valid_prefix(pol_span text);

/* The largest size <= `size` that does not cut a character of valid `text`. */
size_t pol_utf8_floor(pol_span text, size_t size);

/* Columns the text takes on a terminal (wide characters 2, combining 0). */
size_t pol_utf8_columns(pol_span text);

/* Appends `text` made safe for a terminal or a line-based file: control characters
 * (C0 but not tab or newline, DEL, C1), bidirectional overrides, the line and paragraph
 * separators U+2028 and U+2029 and invalid bytes become U+FFFD, so that no escape
 * sequence gets through. */
void pol_utf8_append_printable(pol_buffer *buffer, pol_span text);

#ifdef __cplusplus
}
#endif
#endif
