/* blocks.h - the tree of a page to lines in reading order. */
#ifndef POL_DOCUMENT_HTML_BLOCKS_H
#define POL_DOCUMENT_HTML_BLOCKS_H

#include "document/html/tree.h"
#include "document/text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Where lines go, and what is taken. */
typedef struct pol_html_options {
    const GumboNode *content; /* text outside it is left out, but for title and badges */
    const GumboNode *title;   /* the only <h1>, never left out; NULL: none */
    bool drops_chrome;        /* navigation, share buttons and so on are left out */
    uint32_t first_line;      /* of the file, where the page's line 1 is */
    bool is_quoted, is_aside; /* of every line, for HTML inside Markdown */
} pol_html_options;

/* Adds the lines of `tree`. Fails: POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_html_add_lines(const pol_html_tree *tree,
                                             const pol_html_options *options, pol_arena *arena,
                                             pol_text *text, pol_error *reterr);

/* What an ordered list shows before an item: "1.", "c.", "IV."; for `type` see the
 * attribute of <ol> ('1' 'a' 'A' 'i' 'I'). Absent when the arena is exhausted. */
pol_span pol_list_marker(char type, long number, pol_arena *arena);

#ifdef __cplusplus
}
#endif
#endif
