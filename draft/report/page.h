/* page.h - the frame of a page that stands for itself (private to draft/). */
#ifndef POL_DRAFT_REPORT_PAGE_H
#define POL_DRAFT_REPORT_PAGE_H

#include "core/buffer.h"
#include "core/span.h"

/* Up to its <h1>, "HEADING: TITLE", inside <main>. `title` may be absent. */
void pol_report_page_open(const char *heading, pol_span title, bool is_landscape,
                          pol_buffer *buffer);
void pol_report_page_close(pol_buffer *buffer);

#endif
