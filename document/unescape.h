/* unescape.h - text that was escaped for HTML or JSON and saved so, back to text. */
#ifndef POL_DOCUMENT_UNESCAPE_H
#define POL_DOCUMENT_UNESCAPE_H

#include "document/text.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_unescaped {
    pol_span text;        /* `utf8` itself where nothing was escaped */
    bool is_page;         /* what came out has tags: to be read as HTML */
    bool has_other_lines; /* line ends came out of escapes: line numbers no longer hold */
} pol_unescaped;

/* Undoes JSON's escapes ("\u2019", "<\/p>") where the text can be nothing else, and HTML's
 * (&amp; &nbsp; &#8217;) wherever they are known; each is noted. Fails: POL_NOMEM,
 * POL_LIMIT. */
POL_MUST_CHECK pol_status pol_unescape_text(pol_span utf8, pol_arena *arena, pol_text *notes_to,
                                            pol_unescaped *ret_unescaped, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
