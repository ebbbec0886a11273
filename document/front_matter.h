/* front_matter.h - the YAML block between two "---" lines before a text. */
#ifndef POL_DOCUMENT_FRONT_MATTER_H
#define POL_DOCUMENT_FRONT_MATTER_H

#include "document/text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Adds the pairs of `utf8`'s front matter to `text`, if it starts with one. *ret_body is
 * what comes behind it, *ret_line the number of the body's first line. A block that is no
 * valid YAML ("title: Pay: a fair deal") is read line by line and noted; one that states
 * nothing at all is no front matter but text. Fails: POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_front_matter_read(pol_span utf8, pol_arena *arena, pol_text *text,
                                                pol_span *ret_body, uint32_t *ret_line,
                                                pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
