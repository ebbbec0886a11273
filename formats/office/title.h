/* title.h - the title that a file's properties state. */
#ifndef POL_FORMATS_OFFICE_TITLE_H
#define POL_FORMATS_OFFICE_TITLE_H

#include "document/text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Adds the pair "title" from the properties in `part` (may be absent, or missing), where the
 * first heading of `text` bears it out: left alone it is often another document's. */
POL_MUST_CHECK pol_status pol_office_add_title(pol_span package, pol_span part, pol_arena *arena,
                                               pol_text *text, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
