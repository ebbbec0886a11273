/* body.h - content.xml of an ODT to paragraphs and tables. */
#ifndef POL_FORMATS_ODT_BODY_H
#define POL_FORMATS_ODT_BODY_H

#include "formats/odt/styles.h"
#include "formats/office/writer.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What was left out, for a person to know. */
typedef struct pol_odt_counts {
    uint32_t insertions, deletions, notes;
} pol_odt_counts;

/* Adds the styles that stand in content.xml to `styles` before the text is read. Deletions
 * are left out; so are contents lists, hidden text, notes and comments. Fails: POL_FORMAT,
 * POL_NOTFOUND, POL_LIMIT, POL_NOMEM. */
POL_MUST_CHECK pol_status pol_odt_read_body(pol_span package, pol_odt_styles *styles,
                                            pol_office_writer *writer, pol_odt_counts *ret_counts,
                                            pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
