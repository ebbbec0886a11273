/* convert.h - becomes, confined, the program that converts a file.
 *
 * Internal to sandbox/. */
#ifndef POL_SANDBOX_CONVERT_H
#define POL_SANDBOX_CONVERT_H

#include "formats/formats.h"

/* Executes the `attempt`th converter for `format` with the file on standard input, which is
 * written to standard output. Returns only if that fails: an exit status. */
int pol_convert(pol_format format, size_t attempt);

#endif
