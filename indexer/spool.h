/* spool.h - documents set aside on the disk until all files have been read: what became of a
 * motion may be stated by the last one.
 *
 * A temporary file without a name below $TMPDIR, or /tmp, gone when the program ends. One
 * thread. */
#ifndef POL_INDEXER_SPOOL_H
#define POL_INDEXER_SPOOL_H

#include "core/buffer.h"
#include "document/extract.h"

typedef struct pol_spool pol_spool;

/* A document, what to call its file, and the file of the rendering it repeats, or absent. */
typedef struct pol_spooled {
    pol_document document; /* with doubts */
    pol_span file, duplicate_of;
} pol_spooled;

/* Fails: POL_NOMEM, POL_IO (no temporary file can be made). */
POL_MUST_CHECK pol_status pol_spool_new(pol_spool **ret_spool, pol_error *reterr);
void pol_spool_free(pol_spool *spool);

/* Fails: POL_IO, POL_FULL, POL_LIMIT, POL_NOMEM. */
POL_MUST_CHECK pol_status pol_spool_add(pol_spool *spool, const pol_spooled *spooled,
                                        pol_error *reterr);
/* From the first one on, after which nothing more is added; in `arena`. *ret_has_more false
 * at the end. Fails: POL_IO, POL_CORRUPT, POL_NOMEM. */
POL_MUST_CHECK pol_status pol_spool_next(pol_spool *spool, pol_arena *arena,
                                         pol_spooled *ret_spooled, bool *ret_has_more,
                                         pol_error *reterr);

#endif
