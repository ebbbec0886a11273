/* to_utf8.h - bytes in an unknown encoding to UTF-8, and how that was found out. */
#ifndef POL_DOCUMENT_TO_UTF8_H
#define POL_DOCUMENT_TO_UTF8_H

#include <stdint.h>

#include "core/buffer.h"
#include "core/error.h"
#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How often something was met, and the line of the first time. */
typedef struct pol_tally {
    size_t count;
    uint32_t line;
} pol_tally;

typedef struct pol_conversion {
    const char *encoding; /* a constant: "UTF-8", "Windows-1252", "GB18030", ... */
    pol_span utf8;        /* valid UTF-8 without its byte order mark; into the bytes given,
                             where they were that already, else into the buffer */
    bool is_inferred;     /* neither a byte order mark nor valid UTF-8 settled it */
    pol_tally borrowed;   /* Windows-1252 bytes amid UTF-8, read as such */
    pol_tally replaced;   /* what no encoding explains: U+FFFD */
} pol_conversion;

/* In this order: byte order mark; UTF-16 by its zero bytes; valid UTF-8; GBK, Big5 and
 * the like, Cyrillic and Greek, where uchardet names one and the bytes bear it out;
 * MacRoman by its quotes; UTF-8 with stray bytes; Windows-1252. Never refuses: the
 * buffer's status tells of memory. */
void pol_to_utf8(pol_span bytes, pol_buffer *buffer, pol_conversion *ret_conversion);

void pol_tally_add(pol_tally *tally, uint32_t line);

#ifdef __cplusplus
}
#endif
#endif
