/* junk.h - files that are no text, whatever their name says. */
#ifndef POL_DOCUMENT_JUNK_H
#define POL_DOCUMENT_JUNK_H

#include "core/error.h"
#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What the first bytes say the file is ("a PDF file"), NULL for what may be text. */
const char *pol_junk_name(pol_span bytes);

/* POL_FORMAT for bytes that start like another kind of file. */
POL_MUST_CHECK pol_status pol_junk_refuse_kind(pol_span bytes, pol_error *reterr);

/* POL_FORMAT for `utf8`, text already decoded, that holds a NUL or more control
 * characters than text can (reterr->at: the line of the first). */
POL_MUST_CHECK pol_status pol_junk_refuse_controls(pol_span utf8, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
