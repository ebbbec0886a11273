/* body.h - the main part of a DOCX to paragraphs and tables. */
#ifndef POL_FORMATS_DOCX_BODY_H
#define POL_FORMATS_DOCX_BODY_H

#include "formats/docx/parts.h"
#include "formats/office/writer.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What was left out, for a person to know. */
typedef struct pol_docx_counts {
    uint32_t insertions, deletions, notes;
    bool has_open_contents; /* a contents list that does not end */
} pol_docx_counts;

/* Insertions are kept, deletions left out; so are contents lists, hidden text, notes and
 * comments. Fails: POL_FORMAT, POL_NOTFOUND, POL_LIMIT, POL_NOMEM. */
POL_MUST_CHECK pol_status pol_docx_read_body(pol_span package, pol_span part,
                                             const pol_styles *styles,
                                             pol_docx_numbering *numbering,
                                             pol_office_writer *writer, pol_docx_counts *ret_counts,
                                             pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
