/* charset_guess.h - telling apart the encodings that are neither Unicode nor
 * Windows-1252, only where the bytes leave no doubt. */
#ifndef POL_DOCUMENT_CHARSET_GUESS_H
#define POL_DOCUMENT_CHARSET_GUESS_H

#include "core/buffer.h"
#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Bytes below 0x80 at the start. */
size_t pol_ascii_prefix(pol_span bytes);

/* English with MacRoman's quotes and dashes, which Windows-1252 would show as "donÕt"? */
bool pol_charset_is_macroman(pol_span bytes);

/* Appends `bytes` as UTF-8 and returns the encoding's name (a constant), if uchardet
 * names an East Asian, Cyrillic or Greek encoding, the bytes are largely outside ASCII
 * (or are GBK's quotes and dashes amid ASCII), and all of them convert. Else NULL, and
 * nothing is appended. */
const char *pol_charset_convert_sure(pol_span bytes, pol_buffer *buffer);

#ifdef __cplusplus
}
#endif
#endif
