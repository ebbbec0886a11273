/* entry.h - an entry of the index to the document and the passage it stands for.
 *
 * Without reading what is stored of the document. */
#ifndef POL_SEARCH_ENTRY_H
#define POL_SEARCH_ENTRY_H

#include "core/schema.h"
#include "search/index.h"
#include "search/plan/builder.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_entry {
    xc_docid docid;
    char key[POL_KEY_SIZE + 1]; /* of its document (core/schema.h) */
    uint32_t ordinal;           /* of its passage; 0: the head */
} pol_entry;

/* Fails: POL_CORRUPT (an entry without a document), and as reading the index. */
POL_MUST_CHECK pol_status pol_entry_read(pol_index *index, xc_docid docid, pol_entry *ret_entry,
                                         pol_error *reterr);

/* The head of the entry's document, and the ordinal of its passage, 0 for a head: from the lengths
 * where the index is on this machine, which takes no look-up. Fails as above. */
POL_MUST_CHECK pol_status pol_entry_place(pol_index *index, xc_docid docid, xc_docid *ret_head,
                                          uint32_t *ret_ordinal, pol_error *reterr);

/* The head of the document with that key, or with that id; *ret_docid is 0 where there is none. */
POL_MUST_CHECK pol_status pol_entry_find_head(pol_index *index, pol_span key, xc_docid *ret_docid,
                                              pol_error *reterr);
POL_MUST_CHECK pol_status pol_entry_find_id(pol_index *index, pol_span id, xc_docid *ret_docid,
                                            pol_error *reterr);

/* The id of the document whose head is `docid`, copied into `arena`. Fails: POL_NOMEM,
 * POL_LIMIT, POL_CORRUPT, and as reading the index. */
POL_MUST_CHECK pol_status pol_entry_id(pol_index *index, xc_docid docid, pol_arena *arena,
                                       pol_span *ret_id, pol_error *reterr);

/* The same for the title, as lists show it (pol_listed, document/stored.h). */
POL_MUST_CHECK pol_status pol_entry_title(pol_index *index, xc_docid docid, pol_arena *arena,
                                          pol_span *ret_title, pol_error *reterr);

/* This entry and no other, as a condition; for Xapian by its key and ordinal, here as it is. NULL
 * where the builder failed. */
pol_expr *pol_build_entry(pol_builder *builder, const pol_entry *entry);

#ifdef __cplusplus
}
#endif
#endif
