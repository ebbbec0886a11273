/* open.h - where an index is, and opening it for reading: the same for all programs.
 *
 * The path is a folder that polindex made (a Xapian stub in it names the current
 * generation), a stub file that names several or remote databases, or a plain Xapian
 * database. */
#ifndef POL_INDEX_OPEN_H
#define POL_INDEX_OPEN_H

#include "core/error.h"
#include "xapian-c/xapian-c.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_INDEX_PATH_MAX = 4096 };

/* Where programs look: `option` where given, else POLSEARCH_INDEX, else
 * $XDG_DATA_HOME/polsearch/index, else ~/.local/share/polsearch/index. Writes the path
 * into `buffer`. Fails: POL_USAGE (none is set, or longer than POL_INDEX_PATH_MAX). Reads
 * the environment: not while another thread changes it. */
POL_MUST_CHECK pol_status pol_index_locate(const char *option, char buffer[POL_INDEX_PATH_MAX],
                                           pol_error *reterr);

/* Opens what is there and checks that it is ours and of this schema; free with
 * xc_reader_free(). Fails: POL_NOTFOUND (nothing there: run polindex), POL_FORMAT (a
 * database, but none of ours), POL_VERSION (another schema: polindex --rebuild),
 * POL_CORRUPT, POL_UNREACHABLE (a remote part does not answer), POL_IO, POL_NOMEM. */
POL_MUST_CHECK pol_status pol_index_open_reader(const char *path, xc_reader **ret_reader,
                                                pol_error *reterr);

/* Is the database open in `reader`, which stands at `path`, ours and of this schema? Fails
 * as above. */
POL_MUST_CHECK pol_status pol_index_check_schema(xc_reader *reader, const char *path,
                                                 pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
