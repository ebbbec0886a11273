/* encoding.h - single-byte encodings as tables, both ways. Constant: safe in any thread. */
#ifndef POL_DOCUMENT_ENCODING_H
#define POL_DOCUMENT_ENCODING_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum pol_charset { POL_CHARSET_CP1252, POL_CHARSET_MACROMAN } pol_charset;

/* The character of a byte; U+FFFD for the five bytes that Windows-1252 leaves out. */
uint32_t pol_charset_decode(pol_charset charset, uint8_t byte);

/* The byte 0x80..0xFF that `character` was read from, or -1. For Windows-1252 the C1
 * controls U+0080..U+009F give their own byte: programs that took the text for Latin-1,
 * and the five bytes left out, leave them behind. */
int pol_charset_encode(pol_charset charset, uint32_t character);

#ifdef __cplusplus
}
#endif
#endif
