/* locate.h - where polread is.
 *
 * Internal to sandbox/. */
#ifndef POL_SANDBOX_LOCATE_H
#define POL_SANDBOX_LOCATE_H

#include "core/error.h"

/* `given`, or $POLSEARCH_POLREAD, or the first that exists of: beside this program; in
 * ../sandbox from it, as it is built; as it is installed. The path is allocated: free() it.
 * Fails: POL_NOTFOUND (the text names the places), POL_NOMEM. */
POL_MUST_CHECK pol_status pol_locate_polread(const char *given, char **ret_path, pol_error *reterr);

#endif
