/* outline.h - what an index that is yet to be built holds, as far as reading and joining have to
 * look things up.
 *
 * A Xapian database of one entry for each document: its head's terms by which documents are found
 * (its id, its files, what merges and joins it), and the stored document in a value. Everything
 * that is done to an index while files are read is done to it, and costs little; the index is
 * built once, of what each document is in the end, in the order in which the outline has them. */
#ifndef POL_INDEXER_OUTLINE_H
#define POL_INDEXER_OUTLINE_H

#include "indexer/pool.h"

/* The slot of the stored document. (A document's data Xapian would compress.) */
enum { POL_SLOT_OUTLINE = 99 };

/* Its head's data, wherever they are: borrowed as xc_document_data() says. Fails as xapian-c. */
xc_status pol_head_data(xc_document *head, xc_bytes *ret_data, xc_error *reterr);

typedef struct pol_building {
    pol_pool *pool; /* empty */
    xc_builder *builder;
    void (*on_progress)(void *context, uint64_t documents);
    void *context;
    uint64_t documents, passages; /* out */
} pol_building;

/* Gives everything to the builder. Fails: POL_NOMEM, POL_CORRUPT, as xapian-c does. */
POL_MUST_CHECK pol_status pol_outline_build(pol_building *building, xc_reader *outline,
                                            pol_error *reterr);

/* A thread's part of it: the item's documents to a batch. What fails is item->status. */
void pol_item_build(pol_item *item, pol_preparer *preparer);

#endif
