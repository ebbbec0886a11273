/* prepare.h - a stored document to the Xapian documents that stand for it: its head and
 * one for each passage, with the terms and values core/schema.h names.
 *
 * A pol_preparer belongs to one thread (it holds an analyser and memory that is used
 * again); what it makes may be handed to another. */
#ifndef POL_INDEXER_PREPARE_H
#define POL_INDEXER_PREPARE_H

#include "core/schema.h"
#include "document/stored.h"
#include "index/failure.h"
#include "xapian-c/xapian-c.h"

typedef struct pol_preparer pol_preparer;

/* Xapian documents of one document: its head and its first passages, or passages that come
 * later. They take much more memory than their text, so a long document is prepared in
 * slices. */
typedef struct pol_prepared {
    xc_document **documents;
    size_t count;
    size_t text_bytes; /* of these passages, with what each says besides its text */
} pol_prepared;

enum {
    POL_PREPARED_FACTOR = 40, /* bytes of memory for one of text_bytes */
    POL_DOCUMENT_TEXT_MAX = 16 << 20
};

/* Fails: POL_NOMEM. */
POL_MUST_CHECK pol_status pol_preparer_new(pol_preparer **ret_preparer, pol_error *reterr);
void pol_preparer_free(pol_preparer *preparer);
/* When it was made, Unix seconds: the time of what changes in its run. */
int64_t pol_preparer_now(const pol_preparer *preparer);

/* What is made ahead of its use is bounded: from now on, documents are prepared up to
 * `ahead_bytes` of text in all; those beyond are left empty (count 0), to be prepared by whoever
 * writes them. A document with more than POL_DOCUMENT_TEXT_MAX bytes of text is refused then. */
void pol_preparer_bound(pol_preparer *preparer, size_t ahead_bytes);

/* The head and as many passages as a slice holds: all of most documents. `file_keys` are those of
 * the ledger, one for each file the document comes from. `stored` must have an id and at least one
 * source. Free with pol_prepared_done(). Fails: POL_NOMEM, POL_LIMIT (too much text, or over 256
 * MiB once encoded). */
POL_MUST_CHECK pol_status pol_prepare(pol_preparer *preparer, const pol_stored *stored,
                                      const pol_span *file_keys, size_t file_key_count,
                                      pol_prepared *ret_prepared, pol_error *reterr);
/* The next slice: passages from place `first` on, at least one of them. Fails: POL_NOMEM. */
POL_MUST_CHECK pol_status pol_prepare_more(pol_preparer *preparer, const pol_stored *stored,
                                           size_t first, pol_prepared *ret_prepared,
                                           pol_error *reterr);
/* Its entry in an outline (indexer/outline.h) instead: one Xapian document, by which it is found as
 * by its head. Fails as pol_prepare(). */
POL_MUST_CHECK pol_status pol_prepare_outline(pol_preparer *preparer, const pol_stored *stored,
                                              const pol_span *file_keys, size_t file_key_count,
                                              pol_prepared *ret_prepared, pol_error *reterr);
/* Puts stored->changed into what pol_prepare() made of the rest. Fails as pol_prepare(). */
POL_MUST_CHECK pol_status pol_prepared_redate(pol_preparer *preparer, const pol_stored *stored,
                                              pol_prepared *prepared, pol_error *reterr);
void pol_prepared_done(pol_prepared *prepared);
/* The same, where the next ones are soon made by the same preparer: it uses their memory again. */
void pol_prepared_give_back(pol_prepared *prepared, pol_preparer *preparer);

/* The terms by which another rendering of the same document is found: conference and
 * year with the title, and with the number. Written to `terms` (spans into `buffers`);
 * returns how many, 0..2. None for a document with an id of its own. */
size_t pol_merge_terms(const pol_stored *stored, char buffers[2][POL_TERM_MAX + 1],
                       pol_span terms[2]);

#endif
