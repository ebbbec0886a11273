/* held.h - a document as the index holds it, with the files it came from. One thread. */
#ifndef POL_INDEXER_HELD_H
#define POL_INDEXER_HELD_H

#include "document/stored.h"
#include "xapian-c/xapian-c.h"

enum { POL_HELD_SOURCES_MAX = 64 };

typedef struct pol_held {
    pol_stored stored;
    pol_span encoded;                    /* its head's data */
    pol_span keys[POL_HELD_SOURCES_MAX]; /* file key of each source; absent where not known */
} pol_held;

/* The document whose head is `docid`, all of it in `arena`.
 * Fails: POL_CORRUPT (the head is damaged), or as xapian-c does. */
POL_MUST_CHECK pol_status pol_held_read(xc_reader *reader, xc_docid docid, pol_arena *arena,
                                        pol_held *ret_held, pol_error *reterr);
/* The document with the id; *ret_docid 0 where there is none. */
POL_MUST_CHECK pol_status pol_held_find(xc_reader *reader, pol_span id, pol_arena *arena,
                                        xc_docid *ret_docid, pol_held *ret_held, pol_error *reterr);

/* The heads (or passages) of a term, as the index has them now; free with free(), also after
 * a failure. */
POL_MUST_CHECK pol_status pol_held_list(xc_reader *reader, pol_span term, xc_posting **ret_block,
                                        size_t *ret_count, pol_error *reterr);

/* Is one of its sources the file? And no other? */
bool pol_held_comes_from(const pol_held *held, pol_span file_key);
bool pol_held_comes_only_from(const pol_held *held, pol_span file_key);

/* Takes sources away: those of one file; or all but those of files whose key starts with
 * `prefix`. Sources whose file is not known go too. Returns how many are left. */
size_t pol_held_drop(pol_held *held, pol_span file_key);
size_t pol_held_keep_below(pol_held *held, pol_span prefix);

#endif
