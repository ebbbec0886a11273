/* index.h - an index that is open for searching.
 *
 * A pol_index and all that is done with it belong to one thread. */
#ifndef POL_SEARCH_INDEX_H
#define POL_SEARCH_INDEX_H

#include "core/analysis.h"
#include "core/error.h"
#include "index/failure.h"
#include "index/open.h"
#include "xapian-c/xapian-c.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_index {
    char *path;
    xc_reader *reader;
    pol_analyser *analyser; /* English: re-stems words of the index, marks matches */
    bool is_local;          /* every part on this machine's disk */
    uint32_t documents;     /* motions, articles, ... */
    uint32_t entries;       /* Xapian documents: passages and heads */
    xc_docid last_docid;    /* the highest one of them */
    /* private to search/: */
    char *revision;                   /* as last asked for */
    int64_t deadline_ns;              /* of the search that runs, CLOCK_MONOTONIC; 0: none */
    int64_t give_up_ns;               /* later: no further match is begun */
    bool has_timed_out;               /* a match of that search was cut short by it */
    struct pol_word_memo *memo;       /* what suggestions remember of this revision; or NULL */
    struct pol_lengths *lengths;      /* of its passages, once asked for; or NULL */
    struct pol_columns *columns;      /* of its values, once asked for; or NULL */
    bool has_no_columns;              /* they were asked for */
    struct pol_postings *postings;    /* lists that were read; or NULL */
    struct pol_impact_cache *impacts; /* what they come to by document; or NULL */
    struct pol_frequencies_memo *frequencies; /* of terms that were asked for; or NULL */
    struct pol_last_expansion *expansion;     /* of the prefix asked for last; or NULL */
    struct pol_kept *bits;                    /* of long ones; or NULL */
} pol_index;

/* Fails as pol_index_open_reader() (index/open.h). */
POL_MUST_CHECK pol_status pol_index_open(const char *path, pol_index **ret_index,
                                         pol_error *reterr);
void pol_index_free(pol_index *index); /* NULL is allowed */

/* Opens it afresh, so that a newer generation is seen too. After a failure
 * whatever uses the index next tries again. Fails as pol_index_open(). */
POL_MUST_CHECK pol_status pol_index_reopen(pol_index *index, pol_error *reterr);

/* Moves on to the newest revision, and generation, where there is one; *ret_moved (may be
 * NULL) says whether. Cheap where there is none: a look at one or two small files. Everything
 * that is asked afterwards is of one revision, until the next call, or until a pol_search() or
 * pol_show() that was overtaken reopened by itself: compare pol_index_revision() before and
 * after where that matters. After a failure whatever uses the index next tries again.
 * Fails as pol_index_open(). */
POL_MUST_CHECK pol_status pol_index_refresh(pol_index *index, bool *ret_moved, pol_error *reterr);

/* What changes with each commit: opaque bytes, borrowed until the next call of this or
 * pol_index_free(). Absent where a part is remote. Fails: POL_NOMEM, and as reading the
 * index. */
POL_MUST_CHECK pol_status pol_index_revision(pol_index *index, pol_span *ret_revision,
                                             pol_error *reterr);

/* Opens it where the last attempt to do so failed: what searches and lists begin with. Fails as
 * pol_index_open(). */
POL_MUST_CHECK pol_status pol_index_ensure(pol_index *index, pol_error *reterr);

/* What Xapian reported while this index was read, as one of ours. */
pol_status pol_index_fail(const pol_index *index, const xc_error *error, pol_error *reterr);

/* Documents that have prefix + value; 0 for none. */
POL_MUST_CHECK pol_status pol_index_frequency(pol_index *index, const char *prefix, pol_span value,
                                              uint32_t *ret_documents, pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
