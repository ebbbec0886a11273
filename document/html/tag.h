/* tag.h - the tags of a page one after the other, without building anything: what
 * is measured before a page is parsed, and how boxes in Markdown are followed. */
#ifndef POL_DOCUMENT_HTML_TAG_H
#define POL_DOCUMENT_HTML_TAG_H

#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_html_tag {
    pol_span name;       /* as written, any case */
    pol_span attributes; /* between the name and the closing bracket */
    size_t attribute_count;
    size_t start;        /* of "<" in the page */
    bool is_end;         /* </p> */
    bool is_self_closed; /* <p/> */
} pol_html_tag;

/* The next tag from *at on, which moves behind it. Comments, declarations and a tag cut at
 * the end of the page are passed over. False at the end. */
bool pol_html_next_tag(pol_span page, size_t *at, pol_html_tag *ret_tag);

/* Moves *at from behind the start tag of an element that holds raw text (script, style,
 * title, textarea, ...) to its end tag; leaves it alone for any other. */
void pol_html_skip_raw(pol_span page, pol_span name, size_t *at);

/* The value of an attribute; absent where there is none. */
pol_span pol_html_attribute(pol_span attributes, pol_span name);

#ifdef __cplusplus
}
#endif
#endif
