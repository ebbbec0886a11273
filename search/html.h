/* html.h - HTML and XML from templates whose gaps are escaped, so that nothing that a document or
 * a request holds becomes markup.
 *
 *   POL_HTML(buffer, "<a href=\"$\">$</a>", url, title);
 *
 * Templates are constants of ours. Each "$" takes the next span, escaped so that it is right as
 * text and inside a quoted attribute, in HTML and in XML 1.0: & < > " ' become references; bytes
 * that are no UTF-8 and characters that XML forbids become U+FFFD, and so do bidirectional
 * overrides, which would reorder what is read. White space is kept. An absent span is empty.
 * Ask buffer->status once, at the end. Safe in any thread. */
#ifndef POL_SEARCH_HTML_H
#define POL_SEARCH_HTML_H

#include "core/buffer.h"
#include "search/results.h"

#ifdef __cplusplus
extern "C" {
#endif

/* As many spans as the template has "$": asserted. */
void pol_html_fill(pol_buffer *buffer, const char *template_text, const pol_span *values,
                   size_t count);

#define POL_HTML(buffer, template_text, ...)                                                       \
    pol_html_fill((buffer), (template_text), (const pol_span[]){__VA_ARGS__},                      \
                  sizeof((const pol_span[]){__VA_ARGS__}) / sizeof(pol_span))

/* Markup of ours, as it is. */
void pol_html_add(pol_buffer *buffer, const char *markup);

void pol_html_text(pol_buffer *buffer, pol_span text); /* escaped as above */

/* A number in a gap: digits in `digits`, grouped: "12,345". */
enum { POL_DIGITS_SIZE = 32 };
pol_span pol_html_number(uint64_t number, char digits[POL_DIGITS_SIZE]);

/* `text` escaped, with <mark> around its highlights (in order, not overlapping; those out of
 * bounds are left out). */
void pol_html_marked(pol_buffer *buffer, pol_span text, const pol_highlight *highlights,
                     size_t count);

#ifdef __cplusplus
}
#endif
#endif
