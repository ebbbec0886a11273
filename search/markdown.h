/* markdown.h - text and addresses as CommonMark, escaped: no markup of theirs, no HTML, no
 * links but ours. */
#ifndef POL_SEARCH_MARKDOWN_H
#define POL_SEARCH_MARKDOWN_H

#include "core/buffer.h"
#include "core/span.h"

/* `text` on one line. At its start, what would begin a list or heading is escaped too. */
void pol_markdown_add(pol_buffer *buffer, pol_span text, bool is_line_start);

/* The destination of a link, in angle brackets; what is no character of a URL is
 * percent-encoded. */
void pol_markdown_add_url(pol_buffer *buffer, pol_span url);

#endif
