/* index.h - an index that is open for searching: where it is, and whether it is ours.
 *
 * The path is a folder that polindex made (a Xapian stub in it names the current
 * generation), a stub file that names several or remote databases, or a plain Xapian
 * database. A pol_index and all that is done with it belong to one thread. */
#ifndef POL_SEARCH_INDEX_H
#define POL_SEARCH_INDEX_H

#include "core/analysis.h"
#include "core/error.h"
#include "xapian-c/xapian-c.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { POL_INDEX_PATH_MAX = 4096 };

typedef struct pol_index {
    char *path;
    xc_reader *reader;
    pol_analyser *analyser; /* English: re-stems words of the index, marks matches */
    bool is_local;          /* every part on this machine's disk */
    uint32_t documents;     /* motions, articles, ... */
    uint32_t entries;       /* Xapian documents: passages and heads */
} pol_index;

/* Where programs look: `option` where given, else POLSEARCH_INDEX, else
 * $XDG_DATA_HOME/polsearch/index, else ~/.local/share/polsearch/index. Writes the path
 * into `buffer`. Fails: POL_USAGE (neither is set, or longer than POL_INDEX_PATH_MAX). */
POL_MUST_CHECK pol_status pol_index_locate(const char *option, char buffer[POL_INDEX_PATH_MAX],
                                           pol_error *reterr);

/* Fails: POL_NOTFOUND (nothing there: run polindex), POL_FORMAT (a database, but none of
 * ours), POL_VERSION (another schema: polindex --rebuild), POL_CORRUPT, POL_UNREACHABLE
 * (a remote part does not answer), POL_IO, POL_NOMEM. */
POL_MUST_CHECK pol_status pol_index_open(const char *path, pol_index **ret_index,
                                         pol_error *reterr);
void pol_index_free(pol_index *index); /* NULL is allowed */

/* Opens it afresh, so that a newer generation is seen too. After a failure the index
 * can only be freed or reopened. Fails as pol_index_open(). */
POL_MUST_CHECK pol_status pol_index_reopen(pol_index *index, pol_error *reterr);

/* What Xapian reported while this index was read, as one of ours. */
pol_status pol_index_fail(const pol_index *index, const xc_error *error, pol_error *reterr);

/* Documents that have prefix + value; 0 for none. */
POL_MUST_CHECK pol_status pol_index_frequency(pol_index *index, const char *prefix, pol_span value,
                                              uint32_t *ret_documents, pol_error *reterr);

static inline xc_bytes pol_xc_bytes(pol_span span)
{
    xc_bytes bytes = {span.data, span.size};
    return bytes;
}

static inline pol_span pol_xc_span(xc_bytes bytes)
{
    return pol_span_make(bytes.data, bytes.size);
}

#ifdef __cplusplus
}
#endif
#endif
