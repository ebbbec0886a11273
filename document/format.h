/* format.h - which format a file has. No global state; safe in any thread. */
#ifndef POL_DOCUMENT_FORMAT_H
#define POL_DOCUMENT_FORMAT_H

#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum pol_format {
    POL_FORMAT_UNKNOWN = 0, /* not ours: skipped and counted */
    POL_FORMAT_TEXT,
    POL_FORMAT_MARKDOWN,
    POL_FORMAT_HTML,
    POL_FORMAT_JSON_LINES, /* many documents: split by the caller, pol_read_json() each */
    POL_FORMAT_SIDECAR,    /* NAME.meta.yaml: belongs to NAME */
    POL_FORMAT_CSV,        /* many documents or outcomes; NAME.csv.mapping.yaml belongs to it */
    POL_FORMAT_PDF,        /* this and the next: formats/ reads them */
    POL_FORMAT_DOCX,
    POL_FORMAT_ODT,
    POL_FORMAT_RTF, /* this and the next: turned into another by a program first */
    POL_FORMAT_DOC,
    POL_FORMAT_ZIP,     /* files of any of these but ZIP */
    POL_FORMAT_MAPPING, /* NAME.csv.mapping.yaml: belongs to NAME.csv */
    POL_FORMAT_COUNT
} pol_format;

const char *pol_format_name(pol_format format); /* "plain text" */

/* By the name, its ending above all (any case; names that wget gives to pages of a site too:
 * "index.html?page=2", "motion.php?id=12", "page.html.1"), and by `start`, the first 2048 bytes
 * or all, where it is given. Bytes that can be nothing else win over the name: a DOCX
 * named .doc, an RTF, PDF or web page named .txt, plain text named .pdf. Without `start` the
 * answer is what the name promises; UNKNOWN then is for good, whatever the bytes are. */
pol_format pol_format_detect(pol_span name, pol_span start);

#ifdef __cplusplus
}
#endif
#endif
