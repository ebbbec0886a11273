/* zip_name.h - a member's name as its archive writes it, to UTF-8 that can be trusted to be
 * shown and to stay below a folder. */
#ifndef POL_FORMATS_ZIP_NAME_H
#define POL_FORMATS_ZIP_NAME_H

#include "core/buffer.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What stands before a member's bytes. */
typedef struct pol_zip_header {
    pol_span name; /* as written, borrowed from the archive; absent: no header was found */
    unsigned flags, method;
} pol_zip_header;

/* The header that ends at `data_at`, where a member's bytes start. libarchive would give the
 * name in the charset of the process, which loses it where that is ASCII. */
pol_zip_header pol_zip_find_header(pol_span archive, size_t data_at);

/* Appends the name as UTF-8: as marked, or where it is valid, else from code page 437, as the
 * format has it. Control characters become "?"; of what is longer than a path, the first 4 KiB are
 * appended. Returns why a member so named is not unpacked (too long, a path that climbs, control
 * characters, a nested archive): a constant; NULL: it may be. */
const char *pol_zip_read_name(const pol_zip_header *header, pol_buffer *buffer);

/* A folder, a hidden file, what macOS adds: nothing to read. */
bool pol_zip_is_passed_over(pol_span name);

/* Do the bytes start like an archive? Office files are none, though they are packed alike. */
bool pol_zip_is_archive(pol_span name, pol_span bytes);

extern const char pol_zip_refused_archive[];

#ifdef __cplusplus
}
#endif
#endif
