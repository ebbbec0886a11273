/* markdown_lines.h - which line of a Markdown file a piece of its text stands in.
 *
 * cmark says where a block begins and ends, but not where its text does: definitions of links
 * before it are taken away, and code, tags and links that go over several lines become one. */
#ifndef POL_DOCUMENT_MARKDOWN_LINES_H
#define POL_DOCUMENT_MARKDOWN_LINES_H

#include <stdint.h>

#include "core/arena.h"
#include "core/error.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Where the lines of a text begin, as cmark counts them. */
typedef struct pol_markdown_lines {
    pol_span text;
    uint32_t *starts;
    size_t count;
} pol_markdown_lines;

/* `text` is borrowed; the places are in `arena`. Fails: as pol_arena_refused(). */
POL_MUST_CHECK pol_status pol_markdown_lines_find(pol_span text, pol_arena *arena,
                                                  pol_markdown_lines *ret_lines, pol_error *reterr);
/* The first line from `expected` to `last` (from 1) that begins with the words of `piece`, looking
 * not far; `expected` where none does. */
uint32_t pol_markdown_line_of(const pol_markdown_lines *lines, pol_span piece, uint32_t expected,
                              uint32_t last);
/* Is `line` the fence above a block of code that begins with `code`? */
bool pol_markdown_is_fence(const pol_markdown_lines *lines, uint32_t line, pol_span code);

#ifdef __cplusplus
}
#endif
#endif
