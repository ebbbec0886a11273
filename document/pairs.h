/* pairs.h - adding key and value to a pol_text, the same way for every format. */
#ifndef POL_DOCUMENT_PAIRS_H
#define POL_DOCUMENT_PAIRS_H

#include "document/text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* "outer.inner" in lower case, with "_" for spaces and hyphens; only `key` where `outer`
 * is empty. Absent when the arena is exhausted. */
pol_span pol_pair_key(pol_span outer, pol_span key, pol_arena *arena);

/* Adds a pair with a copy of `value`, cleaned as a line is; one that is then empty states
 * nothing and is left out. What addresses a thing (id, source, url) is only trimmed. */
POL_MUST_CHECK pol_status pol_text_add_value(pol_text *text, pol_arena *arena, pol_span key,
                                             pol_span value, uint32_t line, pol_origin origin,
                                             pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
