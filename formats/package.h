/* package.h - the ZIP package of an office file: its parts by name, unpacked piece by piece.
 *
 * Nothing is written to a disk and no part is ever held whole. One thread at a time. */
#ifndef POL_FORMATS_PACKAGE_H
#define POL_FORMATS_PACKAGE_H

#include "core/error.h"
#include "core/span.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A part that is open for reading. */
typedef struct pol_part {
    struct archive *archive;
    pol_span package;
    size_t data_at;  /* offset in the package */
    size_t unpacked; /* bytes read so far */
    pol_status status;
    pol_error *reterr;
} pol_part;

enum { POL_PART_SHOWN = 100 };

/* What a file says, for a sentence about it: its start, printable ASCII, "?" for the rest. */
void pol_part_show(pol_span said, char shown[POL_PART_SHOWN]);

/* Is this a package at all? POL_FORMAT for what is no ZIP: an encrypted file, an old one,
 * or something else, each with its own sentence. */
POL_MUST_CHECK pol_status pol_package_check(pol_span bytes, pol_error *reterr);

/* Finds a part; ASCII letters of names are folded, as Word does. `bytes` and `reterr` must
 * live until pol_part_close(), which is to be called only after POL_OK.
 * Fails: POL_NOTFOUND (there is no such part), POL_FORMAT (damaged, encrypted), POL_NOMEM,
 * POL_LIMIT (more than POL_ARCHIVE_MEMBERS_MAX parts). */
POL_MUST_CHECK pol_status pol_part_open(pol_span bytes, pol_span name, pol_part *ret_part,
                                        pol_error *reterr);
/* Up to `size` bytes; 0 at the end, -1 on failure, which part->status and reterr tell: POL_FORMAT
 * (damaged, or unpacked out of proportion), POL_LIMIT (over POL_OFFICE_XML_MAX). */
int pol_part_read(pol_part *part, char *buffer, size_t size);
void pol_part_close(pol_part *part);

#ifdef __cplusplus
}
#endif
#endif
