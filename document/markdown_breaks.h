/* markdown_breaks.h - which line ends of a paragraph of Markdown are more than a wrapped line's.
 *
 * Markdown makes one line of a paragraph; people who write one motion, point or decision a line
 * mean lines. */
#ifndef POL_DOCUMENT_MARKDOWN_BREAKS_H
#define POL_DOCUMENT_MARKDOWN_BREAKS_H

#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Does what comes after a line end begin a line of its own: a point ("a)", "(iv)", "12.") or
 * particulars ("Proposer: Old Town branch")? */
bool pol_markdown_starts_line(pol_span text);
/* Is the paragraph a list, a line for each item: "1 Mugs: CARRIED", "Motion 2 lost"? All lines but
 * a first that announces them begin with a number, or all end with a decision. `line_break` is
 * what stands between two. */
bool pol_markdown_is_listed(pol_span paragraph, char line_break);

#ifdef __cplusplus
}
#endif
#endif
