/* writing.h - prepared documents into the index, each replacing what it was before.
 *
 * Between two calls the index is whole: a commit may fall there. Two renderings of one
 * document (same conference, year and title or number, and nearly the same words) become
 * one with both sources; a document with an id of its own never merges.
 *
 * One thread. */
#ifndef POL_INDEXER_WRITING_H
#define POL_INDEXER_WRITING_H

#include "indexer/corrections.h"
#include "indexer/intake.h"
#include "indexer/ledger.h"

typedef struct pol_writing pol_writing;

typedef struct pol_written {
    uint64_t added, replaced, unchanged, merged, removed; /* documents */
    uint64_t passages;                                    /* written, heads not counted */
    uint64_t carried; /* documents that changed, but in nothing that joining goes by */
} pol_written;

/* Borrows ledger and its writer. Fails: POL_NOMEM. */
POL_MUST_CHECK pol_status pol_writing_new(pol_ledger *ledger, pol_writing **ret_writing,
                                          pol_error *reterr);
void pol_writing_free(pol_writing *writing);
/* What is written is an outline (indexer/outline.h), of which the index is built afterwards. */
void pol_writing_set_outline(pol_writing *writing);
/* The index before a rebuild, borrowed: documents that are in it as they are now keep the time
 * when they changed (indexer/recorded.h). */
void pol_writing_set_previous(pol_writing *writing, xc_reader *previous);

/* Begins a file: documents that follow come from it. `salt` names its root, for ids that
 * are taken; absent for none. Both are borrowed until the next file. */
void pol_writing_begin_file(pol_writing *writing, pol_span file_key, pol_span salt);
/* Adds or replaces one document of the file. *ret_merged_into (may be NULL) is the id of
 * the document it became part of, absent otherwise; borrowed until the next call.
 * Fails: POL_LOCKED (its own id is that of a document of another file, which the text names,
 * and which may go later in this run: the document is not in the index, go on), POL_USAGE
 * (its own id stands twice in this file: go on), or what xapian-c fails with (stop). */
POL_MUST_CHECK pol_status pol_writing_add(pol_writing *writing, pol_taken *taken,
                                          pol_span *ret_merged_into, pol_error *reterr);
/* A document of the file, known by pol_line_log_hash() of its id, is in the index as the file has
 * it: it counts as added again. False where the id stands twice in this file. POL_NOMEM else. */
POL_MUST_CHECK pol_status pol_writing_keep(pol_writing *writing, uint64_t id_hash,
                                           bool *ret_is_first, pol_error *reterr);
/* Ends the file: its documents that were not added again are removed (`is_whole`), or
 * kept. A document that came from other files too stays, without this one; those files
 * are forgotten by the ledger and queued. */
POL_MUST_CHECK pol_status pol_writing_end_file(pol_writing *writing, bool is_whole,
                                               pol_error *reterr);
/* Removes all that came from the file, as pol_writing_end_file() does. */
POL_MUST_CHECK pol_status pol_writing_remove_file(pol_writing *writing, pol_span file_key,
                                                  pol_error *reterr);
/* The same, and forgets what people have corrected in the documents that go. */
POL_MUST_CHECK pol_status pol_writing_remove_for_good(pol_writing *writing, pol_span file_key,
                                                      pol_error *reterr);
/* Replaces what others say of the document whose head is `docid`; NULL: nothing. It is written
 * again with its terms. */
POL_MUST_CHECK pol_status pol_writing_set_overlay(pol_writing *writing, xc_docid docid,
                                                  const pol_overlay *overlay, pol_error *reterr);

/* Corrections (indexer/corrections.h) are applied to every document that is written; they are
 * loaded when the writing begins, and again by this. */
POL_MUST_CHECK pol_status pol_writing_load_corrections(pol_writing *writing, pol_error *reterr);
/* Applies them to the document that is there now. */
POL_MUST_CHECK pol_status pol_writing_correct(pol_writing *writing, pol_span id, pol_error *reterr);
/* Its conference must be joined again; where it has none, what others say of it is forgotten. */
POL_MUST_CHECK pol_status pol_writing_mark(pol_writing *writing, pol_span id, pol_error *reterr);
/* Its files are forgotten by the ledger and queued: what they state holds again. */
POL_MUST_CHECK pol_status pol_writing_forget(pol_writing *writing, pol_span id, pol_error *reterr);
/* Those that are applied; borrowed. */
const pol_corrections *pol_writing_corrections(const pol_writing *writing);

typedef struct pol_copied {
    uint64_t documents, damaged; /* damaged ones are left out */
} pol_copied;
/* Copies from another index what came from files whose key starts with `key_prefix`; adds
 * to `copied`. A document that came from others too keeps the sources below the prefix. */
POL_MUST_CHECK pol_status pol_writing_copy(pol_writing *writing, xc_reader *from,
                                           pol_span key_prefix, pol_copied *copied,
                                           pol_error *reterr);
/* The same for one file. */
POL_MUST_CHECK pol_status pol_writing_copy_file(pol_writing *writing, xc_reader *from,
                                                pol_span file_key, pol_copied *copied,
                                                pol_error *reterr);
/* A file key that must be read again because a document of several files lost one; absent
 * when there is none. Borrowed until the next call. */
pol_span pol_writing_next_queued(pol_writing *writing);

const pol_written *pol_writing_counts(const pol_writing *writing);

#endif
