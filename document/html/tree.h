/* tree.h - a page parsed by gumbo within bounds, and measures of its parts. */
#ifndef POL_DOCUMENT_HTML_TREE_H
#define POL_DOCUMENT_HTML_TREE_H

#include <gumbo.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "core/error.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A parsed page; everything is in `memory`. */
typedef struct pol_html_tree {
    pol_arena memory;
    const GumboNode *root; /* <html> */
    const GumboNode *body; /* never NULL after a successful parse */
} pol_html_tree;

/* `page` must stay while the tree is used. `tree` is to be freed with
 * pol_html_tree_done() whatever is returned. Fails: POL_LIMIT (too deep, too many tags,
 * too much memory), POL_NOMEM. */
POL_MUST_CHECK pol_status pol_html_tree_parse(pol_span page, pol_html_tree *tree,
                                              pol_error *reterr);
void pol_html_tree_done(pol_html_tree *tree);

static inline bool pol_html_is_element(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT;
}

/* Children of an element; an empty list for text. */
const GumboVector *pol_html_children(const GumboNode *node);

/* Text under a node, scripts and the like left out; only letters and digits count. */
typedef struct pol_html_measure {
    size_t text;   /* bytes outside links */
    size_t linked; /* bytes inside links */
    size_t links;
} pol_html_measure;

/* Is there a letter or digit in it? Spaces and marks of typography are none. */
bool pol_html_has_word(pol_span text);

pol_html_measure pol_html_measure_node(const GumboNode *node);

/* Appends the text under a node, leaving out badges that state a decision. */
void pol_html_append_text(const GumboNode *node, pol_buffer *buffer);

/* The first element with the tag, in the page's order, and how many there are. */
const GumboNode *pol_html_find_tag(const GumboNode *node, GumboTag tag, size_t *ret_count);

#ifdef __cplusplus
}
#endif
#endif
