/* printable.h - text from anywhere onto one line of a terminal or a file.
 * core/utf8.h makes characters safe but keeps line breaks; titles, labels and
 * echoes must not have any. */
#ifndef POL_SEARCH_PRINTABLE_H
#define POL_SEARCH_PRINTABLE_H

#include "core/buffer.h"
#include "core/span.h"

/* `text` printable, each run of white space (line breaks, tabs) one space. */
void pol_printable_line(pol_buffer *buffer, pol_span text);

/* At most `bytes` of it, cut at a character, with "…" where it was cut. */
void pol_printable_start(pol_buffer *buffer, pol_span text, size_t bytes);

#endif
