/* rules.h - what the elements of a page are: by tag, role, attributes, and the words
 * that class names and ids are made of. Tables only: a newcomer adds a row. */
#ifndef POL_DOCUMENT_HTML_RULES_H
#define POL_DOCUMENT_HTML_RULES_H

#include <gumbo.h>
#include <stdbool.h>

#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum pol_html_kind {
    POL_HTML_INLINE = 0,
    POL_HTML_NOTHING, /* never holds text of the page: script, style, select, svg */
    POL_HTML_BLOCK,
    POL_HTML_HEADING,
    POL_HTML_LIST,
    POL_HTML_ITEM,
    POL_HTML_TABLE,
    POL_HTML_ROW,
    POL_HTML_CELL,
    POL_HTML_TERM, /* dt, dd */
    POL_HTML_BREAK,
    POL_HTML_RULE, /* hr */
    POL_HTML_PRE,
    POL_HTML_QUOTE
} pol_html_kind;

pol_html_kind pol_html_kind_of(const GumboNode *element);

/* The value of an attribute; absent where there is none. Borrowed from the tree. */
pol_span pol_html_value(const GumboNode *element, const char *name);

/* Is its text bold, by its own style or by the tag, else as that around it? */
bool pol_html_is_bold(const GumboNode *element, bool is_outer_bold);

/* Parts of a page around its text: navigation, share buttons, cookie banners, forms,
 * comments, what is hidden. Judged by the element alone. */
bool pol_html_is_chrome(const GumboNode *element);
/* Is it of the kind that may stand above a title: page header, form, side box? */
bool pol_html_may_hold_title(const GumboNode *element);

/* A box beside the text: an amendment, a note, an alert. */
bool pol_html_is_box(const GumboNode *element);
/* The same, for a class attribute. */
bool pol_html_is_box_class(pol_span classes);

/* May the element be a badge that states the decision, given the text in it? */
bool pol_html_is_status(const GumboNode *element, pol_span text);
bool pol_html_is_status_class(pol_span classes, pol_span text);

#ifdef __cplusplus
}
#endif
#endif
