/* xapian-c.h - Xapian 1.4 from C: databases, documents, queries, weighting, matches.
 *
 * A thin binding: one C call for one Xapian notion. It knows nothing of what the
 * application stores. Compiles alone as C17 and as C++17.
 *
 * Text is bytes; a size counts bytes. No C++ exception leaves a function: each failure
 * is a status of its own, and `reterr` (may be NULL) tells it in words; it is left alone
 * where all went well. An object that could not be made leaves its ret_ argument NULL, a
 * number 0. Functions that return void or a plain value cannot fail. All _free functions
 * allow NULL; no other argument may be NULL unless said.
 *
 * Ownership: ret_x gives an object to the caller, to be freed with its _free. A
 * `const char *` or xc_bytes that is returned is borrowed from the object named.
 * Arguments are copied.
 *
 * Threads: an object, and what was made from it, belongs to one thread at a time.
 * Different objects may be used in different threads. */
#ifndef XAPIAN_C_H
#define XAPIAN_C_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define XC_MUST_CHECK __attribute__((warn_unused_result))

typedef enum xc_status {
    XC_OK = 0,
    XC_NOMEM,           /* std::bad_alloc. Of those that Xapian meets itself, 1.4.22 leaks with
                           some and does not survive a few: tests/unit/xapian-c/nomem_test.c */
    XC_INVALID,         /* an argument makes no sense (InvalidArgument, InvalidOperation) */
    XC_NOT_FOUND,       /* no database there: no such path, or a directory without one */
    XC_NO_DOCUMENT,     /* no such document (DocNotFound) */
    XC_LOCKED,          /* another writer holds it (DatabaseLock) */
    XC_OVERTAKEN,       /* the revision read is gone: reopen (DatabaseModified) */
    XC_CORRUPT,         /* its files are damaged, or some are missing (DatabaseCorrupt) */
    XC_VERSION,         /* written by another format (DatabaseVersion) */
    XC_FULL,            /* no room to write: ENOSPC, EDQUOT, or EFBIG (a file size limit) */
    XC_IO,              /* any other trouble with files (DatabaseError, DatabaseOpening) */
    XC_CLOSED,          /* closed by a failure before (DatabaseClosed): open it anew */
    XC_TERM_TOO_LONG,   /* a term, metadata key or word over XC_TERM_MAX bytes as Xapian
                           counts (a zero byte is two) */
    XC_UNIMPLEMENTED,   /* Xapian 1.4 cannot do that: wildcards inside NEAR, ... */
    XC_NETWORK,         /* a remote database failed */
    XC_NETWORK_TIMEOUT, /* a remote database did not answer in time */
    XC_RANGE,           /* RangeError: an item that is not there */
    XC_FEATURE,         /* not compiled into this Xapian */
    XC_UNKNOWN,         /* any other exception */
    XC_EXISTS,          /* to be created, but there is something already */
    XC_NOT_DATABASE,    /* something else: a file that is neither database nor stub, or a
                           stub that names no database, or itself */
    XC_WILDCARD         /* a wildcard stands for more terms than XC_LIMIT_ERROR allows */
} xc_status;

enum {
    XC_ERROR_TEXT_SIZE = 232,
    XC_TERM_MAX = 245,
    XC_QUERY_DEPTH_MAX = 1000,   /* levels of a query; Xapian recurses without a bound */
    XC_REMOTE_TIMEOUT_MS = 10000 /* to connect, and for each answer, of a stub's remotes */
};

typedef struct xc_error {
    xc_status status;
    char text[XC_ERROR_TEXT_SIZE]; /* one sentence; cut where too long */
} xc_error;

const char *xc_status_name(xc_status status); /* "locked"; never NULL */
const char *xc_xapian_version(void);          /* of the library in use: "1.4.22" */

typedef struct xc_bytes {
    const char *data;
    size_t size;
} xc_bytes;

typedef uint32_t xc_docid; /* from 1; 0 is none */
typedef uint32_t xc_slot;
#define XC_NO_SLOT ((xc_slot)0xffffffff)

typedef struct xc_document xc_document;
typedef struct xc_writer xc_writer;
typedef struct xc_reader xc_reader;
typedef struct xc_batch xc_batch;
typedef struct xc_builder xc_builder;
typedef struct xc_query xc_query;
typedef struct xc_matches xc_matches;
typedef struct xc_terms xc_terms;
typedef struct xc_postings xc_postings;
typedef struct xc_positions xc_positions;
typedef struct xc_values xc_values;

/* --- documents ------------------------------------------------------------------- */

XC_MUST_CHECK xc_status xc_document_new(xc_document **ret_document, xc_error *reterr);
void xc_document_free(xc_document *document);
/* Empty again, to be filled anew; cheaper than another document. */
XC_MUST_CHECK xc_status xc_document_clear(xc_document *document, xc_error *reterr);
/* Adds `wdf` (0 for a boolean term) to the term's frequency within the document. A term
 * is refused here where Xapian would only fail once the document is added, or (one with
 * zero bytes) when it is committed: XC_TERM_TOO_LONG, XC_INVALID for an empty one. */
XC_MUST_CHECK xc_status xc_document_add_term(xc_document *document, xc_bytes term, uint32_t wdf,
                                             xc_error *reterr);
/* Adds a position (and `wdf`) to the term. */
XC_MUST_CHECK xc_status xc_document_add_posting(xc_document *document, xc_bytes term,
                                                uint32_t position, uint32_t wdf, xc_error *reterr);
/* An empty value removes it. */
XC_MUST_CHECK xc_status xc_document_set_value(xc_document *document, xc_slot slot, xc_bytes value,
                                              xc_error *reterr);
XC_MUST_CHECK xc_status xc_document_set_data(xc_document *document, xc_bytes data,
                                             xc_error *reterr);
/* Borrowed from `document` until its next change or read. */
XC_MUST_CHECK xc_status xc_document_data(xc_document *document, xc_bytes *ret_data,
                                         xc_error *reterr);
XC_MUST_CHECK xc_status xc_document_value(xc_document *document, xc_slot slot, xc_bytes *ret_value,
                                          xc_error *reterr);
/* Every term of the document, in byte order; it keeps what the document was. */
XC_MUST_CHECK xc_status xc_document_terms(xc_document *document, xc_terms **ret_terms,
                                          xc_error *reterr);

/* A document that is searched for, and read, but not listed: where a builder writes it, its terms
 * are in postings alone, and it cannot be taken out again, nor can its terms be asked for, before
 * xc_term_lists_complete(). Without effect on writers. */
void xc_document_leave_unlisted(xc_document *document);

/* An order-preserving encoding of a number for value slots (Xapian's
 * sortable_serialise). Writes at most 9 bytes, returns how many. */
size_t xc_number_encode(double number, char buffer[9]);
double xc_number_decode(xc_bytes encoded);

/* --- writing ---------------------------------------------------------------------- */

typedef enum xc_write_mode {
    XC_OPEN_OR_CREATE = 0,
    XC_OPEN,
    XC_CREATE,
    XC_CREATE_OR_OVERWRITE
} xc_write_mode;

typedef struct xc_writer_options {
    xc_write_mode mode;
    bool is_unsynced;    /* DB_NO_SYNC: a power loss may cost the database */
    bool is_dangerous;   /* DB_DANGEROUS: overwrite in place; readers and crashes break it */
    bool waits_for_lock; /* DB_RETRY_LOCK */
    uint32_t block_size; /* bytes, a power of 2 in 2048..65536; 0: Xapian's 8192 */
} xc_writer_options;

/* `options` may be NULL. `path` may be a stub that names one local database. Changes are
 * flushed by xc_writer_commit(), and by Xapian itself after XAPIAN_FLUSH_THRESHOLD
 * documents (10,000 unless the environment says otherwise) unless a transaction is open.
 * XC_OPEN_OR_CREATE never creates over what is left of a damaged database: XC_CORRUPT. */
XC_MUST_CHECK xc_status xc_writer_open(const char *path, const xc_writer_options *options,
                                       xc_writer **ret_writer, xc_error *reterr);
/* Gives up what was not committed, and the lock. */
void xc_writer_free(xc_writer *writer);
/* A commit that fails (XC_FULL, XC_IO) drops all changes since the one before and leaves
 * the database as that left it; the writer can go on, or says XC_CLOSED. To commit again
 * is no second try: it has nothing to do. Adding and replacing write too, and fail so. */
XC_MUST_CHECK xc_status xc_writer_commit(xc_writer *writer, xc_error *reterr);
/* A transaction keeps Xapian from flushing by itself: all of it, or none, is committed. */
XC_MUST_CHECK xc_status xc_writer_begin(xc_writer *writer, xc_error *reterr);
XC_MUST_CHECK xc_status xc_writer_end(xc_writer *writer, xc_error *reterr);
/* Gives up what the transaction changed. */
XC_MUST_CHECK xc_status xc_writer_cancel(xc_writer *writer, xc_error *reterr);

/* `ret_docid` may be NULL in these. */
XC_MUST_CHECK xc_status xc_writer_add(xc_writer *writer, const xc_document *document,
                                      xc_docid *ret_docid, xc_error *reterr);
XC_MUST_CHECK xc_status xc_writer_replace(xc_writer *writer, xc_docid docid,
                                          const xc_document *document, xc_error *reterr);
/* The same where the document that is there has the same terms with the same positions, and those
 * with positions the same wdf: what is as it was is not written again. */
XC_MUST_CHECK xc_status xc_writer_amend(xc_writer *writer, xc_docid docid,
                                        const xc_document *document, xc_error *reterr);
/* Replaces the first document that has `term`, deletes others that have it; adds where
 * there is none. */
XC_MUST_CHECK xc_status xc_writer_replace_by_term(xc_writer *writer, xc_bytes term,
                                                  const xc_document *document, xc_docid *ret_docid,
                                                  xc_error *reterr);
XC_MUST_CHECK xc_status xc_writer_delete(xc_writer *writer, xc_docid docid, xc_error *reterr);
XC_MUST_CHECK xc_status xc_writer_delete_by_term(xc_writer *writer, xc_bytes term,
                                                 xc_error *reterr);
/* An empty value removes the key. */
XC_MUST_CHECK xc_status xc_writer_set_metadata(xc_writer *writer, xc_bytes key, xc_bytes value,
                                               xc_error *reterr);
XC_MUST_CHECK xc_status xc_writer_add_spelling(xc_writer *writer, xc_bytes word, uint32_t frequency,
                                               xc_error *reterr);
XC_MUST_CHECK xc_status xc_writer_remove_spelling(xc_writer *writer, xc_bytes word,
                                                  uint32_t frequency, xc_error *reterr);
/* The synonym dictionary: `synonym` is one of `term`'s. */
XC_MUST_CHECK xc_status xc_writer_add_synonym(xc_writer *writer, xc_bytes term, xc_bytes synonym,
                                              xc_error *reterr);
XC_MUST_CHECK xc_status xc_writer_remove_synonym(xc_writer *writer, xc_bytes term, xc_bytes synonym,
                                                 xc_error *reterr);
/* A reader's view of the writer, uncommitted changes included; it shares the writer's
 * thread and must be freed before it. */
XC_MUST_CHECK xc_status xc_writer_reader(xc_writer *writer, xc_reader **ret_reader,
                                         xc_error *reterr);

/* --- a new database in one go ------------------------------------------------------- */

/* Documents one after the other, inverted apart from all others: in any thread, one batch in one
 * at a time. Memory: about 4 times that of the documents' terms. */
XC_MUST_CHECK xc_status xc_batch_new(xc_batch **ret_batch, xc_error *reterr);
void xc_batch_free(xc_batch *batch);
/* Only documents made by xc_document_new() whose terms were not asked for; any other: XC_INVALID.
 * After a failure the batch can only be freed. */
XC_MUST_CHECK xc_status xc_batch_add(xc_batch *batch, const xc_document *document,
                                     xc_error *reterr);
/* No more documents are added; the work that is left, so that it is not the builder's. */
XC_MUST_CHECK xc_status xc_batch_finish(xc_batch *batch, xc_error *reterr);
/* Bytes that it takes. */
size_t xc_batch_memory(const xc_batch *batch);

/* A new database at `path`, a folder that is not there yet or empty, from batches: several times
 * as fast as a writer. It is none before it is finished, and nothing is flushed to the disk. What
 * waits to be merged takes `memory_bytes` in memory (0: 96 MiB), the rest is in files in the
 * folder. XC_UNIMPLEMENTED where the Xapian in use writes another format of files than 1.4's; a
 * writer can do it. Finishing takes two threads. */
XC_MUST_CHECK xc_status xc_builder_new(const char *path, size_t memory_bytes,
                                       xc_builder **ret_builder, xc_error *reterr);
void xc_builder_free(xc_builder *builder);
/* An empty database at `path` in which nothing is compressed that a writer adds: for what does not
 * last. Fails as xc_builder_new(). */
XC_MUST_CHECK xc_status xc_create_uncompressed(const char *path, xc_error *reterr);
/* Data of documents are packed with what `samples` of them have in common, which the database keeps
 * as metadata: for batches that are told so. Readers and writers of the database unpack and pack
 * data from then on; Xapian itself knows nothing of it. Before any batch is appended. Without
 * effect where samples are few, or unlike one another: 1,000 are enough. Such databases are not to
 * be merged with others (xc_compact()). */
XC_MUST_CHECK xc_status xc_builder_share(xc_builder *builder, const xc_bytes *samples, size_t count,
                                         xc_error *reterr);
/* The batch, which is empty, is for the builder, and packs data as that was told: in any thread. */
XC_MUST_CHECK xc_status xc_batch_share(xc_batch *batch, const xc_builder *builder,
                                       xc_error *reterr);
/* Takes the contents of a finished batch: its documents get the next ids, from 1 on. After a
 * failure the builder can only be freed. */
XC_MUST_CHECK xc_status xc_builder_append(xc_builder *builder, xc_batch *batch, xc_error *reterr);
/* Makes it a database, with the metadata of what `metadata` reads (NULL: none). Free the builder
 * next. */
XC_MUST_CHECK xc_status xc_builder_finish(xc_builder *builder, const xc_reader *metadata,
                                          xc_error *reterr);

/* Lists of terms by document, which a document needs to be deleted or replaced. Has every document
 * of the database, which is local, its own? */
XC_MUST_CHECK xc_status xc_term_lists_are_whole(const char *path, bool *ret_are, xc_error *reterr);
/* The database at `path` as another at `other`, a folder that is not there yet, with the lists of
 * all documents, made from the postings. The rest are links to the same files: only the new one may
 * be written from then on; readers of the old one go on as if it were. Nothing is flushed to the
 * disk. Memory: about 150 MB. Documents have a term each, and values in slots below 256 alone. */
XC_MUST_CHECK xc_status xc_term_lists_complete(const char *path, const char *other,
                                               xc_error *reterr);
/* Leaves the lists of documents with the term alone. Nobody else uses the database. */
XC_MUST_CHECK xc_status xc_term_lists_thin(const char *path, xc_bytes only_with, xc_error *reterr);
/* Leaves none: in a database at `other`, as above; NULL: in this one, which nobody else uses. */
XC_MUST_CHECK xc_status xc_term_lists_drop(const char *path, const char *other, xc_error *reterr);

typedef struct xc_compact_options {
    bool is_full;   /* COMPACTION full: smaller, slower */
    bool renumbers; /* document ids are made consecutive, source after source */
    bool is_single_file;
    uint32_t block_size; /* 0: 8192 */
} xc_compact_options;

/* Merges databases, which nobody may write meanwhile, into a new one at `destination`:
 * not there yet, or an empty directory, else XC_EXISTS. Metadata of the same key is the
 * first source's. Without `renumbers`, ids of the sources must not overlap: XC_INVALID.
 * `options` may be NULL. A failure may leave a part of the new one behind, of which Xapian
 * 1.4.22 keeps a file open: its room on the disk is free when the process ends. */
XC_MUST_CHECK xc_status xc_compact(const char *const *sources, size_t source_count,
                                   const char *destination, const xc_compact_options *options,
                                   xc_error *reterr);
/* Values and lists of postings of a database that was compacted, and that nobody else uses,
 * deflated where that halves them, as builders write them: Xapian reads them so, but writes them
 * plain. Does nothing where its files are of another format. */
XC_MUST_CHECK xc_status xc_deflate_chunks(const char *path, xc_error *reterr);
/* Checks the structure of a local database: XC_CORRUPT, or the number of errors found.
 * What Xapian says of them goes to no stream. Fails else as opening does. It forks, since
 * Xapian crashes on some damage; so it can where a damaged database is read, and it need not
 * notice, as its files have no checksums. */
XC_MUST_CHECK xc_status xc_check(const char *path, size_t *ret_errors, xc_error *reterr);

/* --- reading ---------------------------------------------------------------------- */

/* A database directory, or a stub: a file, or a directory with XAPIANDB in it, whose
 * lines name databases ("auto DIR", "remote HOST:PORT", "remote :PROGRAM ARGUMENTS").
 * Programs are started for a file only: to what a directory leads to, they are
 * XC_NOT_DATABASE.
 * Remote databases are connected to at once, and wait XC_REMOTE_TIMEOUT_MS at most. */
XC_MUST_CHECK xc_status xc_reader_open(const char *path, xc_reader **ret_reader, xc_error *reterr);
/* Adds another database: search covers both. Not to a writer's reader: XC_INVALID. */
XC_MUST_CHECK xc_status xc_reader_add(xc_reader *reader, const char *path, xc_error *reterr);
/* A remote server (xapian-tcpsrv). `timeout_ms` holds for connecting and for each answer;
 * 0 waits for ever. */
XC_MUST_CHECK xc_status xc_reader_open_remote(const char *host, uint16_t port, uint32_t timeout_ms,
                                              xc_reader **ret_reader, xc_error *reterr);
void xc_reader_free(xc_reader *reader);
/* Moves to the latest revision; *ret_moved (may be NULL) says whether there was one. A
 * stub is read again: where it names other databases now, or a directory was exchanged
 * for another, those are opened. After a failure the reader stands where it stood;
 * XC_OVERTAKEN: twenty times a writer committed faster than it could be opened. What was made
 * from a reader before may say XC_OVERTAKEN. */
XC_MUST_CHECK xc_status xc_reader_reopen(xc_reader *reader, bool *ret_moved, xc_error *reterr);
/* Changes with each commit: UUID and revision of every part. Borrowed until the next
 * call. XC_UNIMPLEMENTED for remote parts' revision. */
XC_MUST_CHECK xc_status xc_reader_revision(xc_reader *reader, xc_bytes *ret_revision,
                                           xc_error *reterr);
/* Databases it has; their document ids alternate: of n, those of the first are 1, n + 1, ... */
size_t xc_reader_part_count(const xc_reader *reader);
/* Where the part lies, as long as `reader` stands; NULL where it is remote, or a writer's. */
const char *xc_reader_part_path(const xc_reader *reader, size_t part);
/* Is every part on this machine's disk? Facets by distinct key need that. */
bool xc_reader_is_local(const xc_reader *reader);

typedef struct xc_statistics {
    uint32_t document_count;
    xc_docid last_docid;
    double average_length;
    bool has_positions;
} xc_statistics;
XC_MUST_CHECK xc_status xc_reader_statistics(xc_reader *reader, xc_statistics *ret_statistics,
                                             xc_error *reterr);
/* 0 for a term that is not there. */
XC_MUST_CHECK xc_status xc_reader_term_frequency(xc_reader *reader, xc_bytes term,
                                                 uint32_t *ret_documents, xc_error *reterr);
XC_MUST_CHECK xc_status xc_reader_collection_frequency(xc_reader *reader, xc_bytes term,
                                                       uint64_t *ret_occurrences, xc_error *reterr);
XC_MUST_CHECK xc_status xc_reader_document(xc_reader *reader, xc_docid docid,
                                           xc_document **ret_document, xc_error *reterr);
XC_MUST_CHECK xc_status xc_reader_document_length(xc_reader *reader, xc_docid docid,
                                                  uint32_t *ret_length, xc_error *reterr);
/* The first document with the term, 0 for none. */
XC_MUST_CHECK xc_status xc_reader_find(xc_reader *reader, xc_bytes term, xc_docid *ret_docid,
                                       xc_error *reterr);
/* Borrowed from `reader` until its next call. Empty where there is none. Of several
 * databases, the first one's. */
XC_MUST_CHECK xc_status xc_reader_metadata(xc_reader *reader, xc_bytes key, xc_bytes *ret_value,
                                           xc_error *reterr);
/* Keys that start with `prefix`. */
XC_MUST_CHECK xc_status xc_reader_metadata_keys(xc_reader *reader, xc_bytes prefix,
                                                xc_terms **ret_terms, xc_error *reterr);
/* Terms of the database that start with `prefix`, in byte order. */
XC_MUST_CHECK xc_status xc_reader_terms(xc_reader *reader, xc_bytes prefix, xc_terms **ret_terms,
                                        xc_error *reterr);
/* Synonyms of the term. */
XC_MUST_CHECK xc_status xc_reader_synonyms(xc_reader *reader, xc_bytes term, xc_terms **ret_terms,
                                           xc_error *reterr);
/* The nearest word of the spelling dictionary; empty where there is none. Borrowed from
 * `reader` until its next call. `max_edits` 1..3. */
XC_MUST_CHECK xc_status xc_reader_suggest(xc_reader *reader, xc_bytes word, uint32_t max_edits,
                                          xc_bytes *ret_word, xc_error *reterr);

/* Reads the next term; *ret_term is borrowed until the next call, {NULL,0} at the end.
 * `ret_documents` (may be NULL): in how many documents, 0 where not known. */
XC_MUST_CHECK xc_status xc_terms_next(xc_terms *terms, xc_bytes *ret_term, uint32_t *ret_documents,
                                      xc_error *reterr);
/* On to the first term >= `term`, which the next xc_terms_next() gives; `term` is behind the one
 * that was read last. */
XC_MUST_CHECK xc_status xc_terms_skip_to(xc_terms *terms, xc_bytes term, xc_error *reterr);
/* How often the term that was read last occurs in its document (wdf). XC_INVALID for
 * terms of no document. */
XC_MUST_CHECK xc_status xc_terms_occurrences(xc_terms *terms, uint32_t *ret_occurrences,
                                             xc_error *reterr);
void xc_terms_free(xc_terms *terms);

/* Postings of a term, or with an empty term of every document (wdf 1), by document id. */
typedef struct xc_posting {
    xc_docid docid;
    uint32_t wdf;
    uint32_t length; /* of the document; 0 unless asked for */
} xc_posting;
XC_MUST_CHECK xc_status xc_postings_open(xc_reader *reader, xc_bytes term, bool wants_lengths,
                                         xc_postings **ret_postings, xc_error *reterr);
/* Up to `size` postings at once; *ret_count 0 at the end. */
XC_MUST_CHECK xc_status xc_postings_read(xc_postings *postings, xc_posting *block, size_t size,
                                         size_t *ret_count, xc_error *reterr);
XC_MUST_CHECK xc_status xc_postings_skip_to(xc_postings *postings, xc_docid docid,
                                            xc_error *reterr);
/* Those of `docids`, ascending, that are in what is left of the list: their places in `docids` and
 * their wdf, into arrays with room for `count`. */
XC_MUST_CHECK xc_status xc_postings_probe(xc_postings *postings, const xc_docid *docids,
                                          size_t count, uint32_t *places, uint32_t *wdfs,
                                          size_t *ret_count, xc_error *reterr);
void xc_postings_free(xc_postings *postings);

/* The first `room` postings of a term in one go: documents and wdf, into arrays. */
XC_MUST_CHECK xc_status xc_reader_postings(xc_reader *reader, xc_bytes term, xc_docid *docids,
                                           uint32_t *wdfs, size_t room, size_t *ret_count,
                                           xc_error *reterr);

/* Positions of a term in a document, in order, up to `size`; *ret_count how many. */
XC_MUST_CHECK xc_status xc_reader_positions(xc_reader *reader, xc_docid docid, xc_bytes term,
                                            uint32_t *block, size_t size, size_t *ret_count,
                                            xc_error *reterr);

/* Positions of one term in `count` documents whose ids ascend, read in one go: faster than one
 * by one, as they lie side by side. */
XC_MUST_CHECK xc_status xc_positions_read(xc_reader *reader, xc_bytes term, const xc_docid *docids,
                                          size_t count, xc_positions **ret_positions,
                                          xc_error *reterr);
/* Those in the document at `place` of the list given, in order; borrowed. */
const uint32_t *xc_positions_at(const xc_positions *positions, size_t place, size_t *ret_count);
void xc_positions_free(xc_positions *positions);

/* --- queries ---------------------------------------------------------------------- */

typedef enum xc_operator {
    XC_AND,
    XC_OR,
    XC_AND_NOT, /* the first, without any of the others */
    XC_XOR,
    XC_AND_MAYBE, /* the first; the others only add weight */
    XC_FILTER,    /* the first with its weights, the others must match */
    XC_NEAR,      /* within `window` positions, any order */
    XC_PHRASE,    /* within `window` positions, in order */
    XC_ELITE_SET, /* the `window` best terms */
    XC_SYNONYM,   /* all as one term */
    XC_MAX        /* the highest weight of them */
} xc_operator;

/* Weight counts `repeats` times (at least 1). */
XC_MUST_CHECK xc_status xc_query_term(xc_bytes term, uint32_t repeats, xc_query **ret_query,
                                      xc_error *reterr);
XC_MUST_CHECK xc_status xc_query_all(xc_query **ret_query, xc_error *reterr);
XC_MUST_CHECK xc_status xc_query_none(xc_query **ret_query, xc_error *reterr);
/* `parts` stay the caller's. `window` is for NEAR and PHRASE (0: as many as parts) and
 * ELITE_SET (0: 10). No part is a query that matches nothing. NEAR and PHRASE take terms
 * and XC_ORs of terms; over anything else they are refused here: XC_UNIMPLEMENTED. */
XC_MUST_CHECK xc_status xc_query_combine(xc_operator op, xc_query *const *parts, size_t count,
                                         uint32_t window, xc_query **ret_query, xc_error *reterr);
/* `factor` >= 0. */
XC_MUST_CHECK xc_status xc_query_scale(const xc_query *query, double factor, xc_query **ret_query,
                                       xc_error *reterr);
typedef enum xc_wildcard_limit {
    XC_LIMIT_ERROR, /* XC_WILDCARD when run */
    XC_LIMIT_FIRST,
    XC_LIMIT_MOST_FREQUENT
} xc_wildcard_limit;
/* Terms that start with `prefix`, at most `max_terms` (0: no limit) in each database, as
 * XC_SYNONYM, XC_OR or XC_MAX of them. */
XC_MUST_CHECK xc_status xc_query_wildcard(xc_bytes prefix, uint32_t max_terms,
                                          xc_wildcard_limit limit, xc_operator combiner,
                                          xc_query **ret_query, xc_error *reterr);
/* Values from `low` to `high`, both included, compared as bytes; an absent end (data ==
 * NULL) is open. Documents without a value do not match. */
XC_MUST_CHECK xc_status xc_query_range(xc_slot slot, xc_bytes low, xc_bytes high,
                                       xc_query **ret_query, xc_error *reterr);
/* Xapian's description; borrowed from `query`. */
XC_MUST_CHECK xc_status xc_query_describe(xc_query *query, const char **ret_text, xc_error *reterr);
void xc_query_free(xc_query *query);

/* --- matching --------------------------------------------------------------------- */

typedef enum xc_weighting {
    XC_WEIGHT_BM25,      /* k1 k2 k3 b min_normlen: 1 0 1 0.5 0.5 */
    XC_WEIGHT_BM25_PLUS, /* k1 k2 k3 b min_normlen delta */
    XC_WEIGHT_TFIDF,     /* normalization string */
    XC_WEIGHT_INEB2,     /* c */
    XC_WEIGHT_INL2,      /* c */
    XC_WEIGHT_IFB2,      /* c */
    XC_WEIGHT_BB2,       /* c */
    XC_WEIGHT_PL2,       /* c */
    XC_WEIGHT_PL2_PLUS,  /* c delta; 0 for terms less frequent than documents (1.4.22) */
    XC_WEIGHT_DLH,
    XC_WEIGHT_DPH,
    XC_WEIGHT_LM, /* log parameter, smoothing (0 two-stage, 1 Dirichlet, 2 absolute
                     discount, 3 Jelinek-Mercer, 4 Dirichlet+), its two parameters */
    XC_WEIGHT_COORD,
    XC_WEIGHT_BOOL,
    XC_WEIGHT_TRAD /* k */
} xc_weighting;

typedef struct xc_weight {
    xc_weighting scheme;
    size_t parameter_count; /* 0: Xapian's defaults; else all that are listed above */
    double parameters[6];
    const char *normalization; /* TFIDF: three letters as Xapian has them; NULL: "ntn" */
} xc_weight;

typedef enum xc_sort {
    XC_BY_RELEVANCE = 0,
    XC_BY_VALUE, /* then document id */
    XC_BY_VALUE_THEN_RELEVANCE,
    XC_BY_RELEVANCE_THEN_VALUE
} xc_sort;

typedef struct xc_search {
    const xc_query *query;
    const xc_weight *weight; /* NULL: BM25 as Xapian has it */
    uint32_t first, count;
    uint32_t check_at_least; /* look at this many before giving up exactness; UINT32_MAX: all */
    xc_sort sort;
    xc_slot sort_slot;
    bool sorts_descending; /* values from high to low */
    xc_slot collapse_slot; /* XC_NO_SLOT: none. Mind: 0 is a slot */
    uint32_t collapse_max; /* kept per value; 0 counts as 1 */
    uint32_t percent_cutoff;
    const xc_slot *facet_slots; /* values to count over all that match (of those looked at) */
    size_t facet_count;
    xc_slot distinct_slot;    /* facets count each value of this slot once (documents without
                                 one each for itself); XC_NO_SLOT: count documents. Local
                                 databases only: XC_UNIMPLEMENTED */
    double weight_cutoff;     /* hits of less are left out; 0: none */
    bool docids_descending;   /* equals: the latest document first */
    const xc_docid *relevant; /* judged relevant: schemes that know how use them */
    size_t relevant_count;
    uint32_t time_limit_ms; /* the match ends about then with what it met, see
                               xc_totals.is_cut; 0: no limit. Local databases only: without
                               effect on others */
} xc_search;

/* Fills in what a plain search wants: no query yet, 10 hits, no slots. */
void xc_search_init(xc_search *search);

typedef struct xc_match {
    xc_docid docid;
    double weight;
    uint32_t percent;
    uint32_t collapse_count; /* at least as many more share its collapse value */
} xc_match;

typedef struct xc_totals {
    uint32_t lower, estimated, upper;             /* matches, after collapsing */
    uint32_t raw_lower, raw_estimated, raw_upper; /* before collapsing */
    uint32_t distinct; /* values of distinct_slot met; 0 unless asked for */
    double max_possible, max_attained;
    bool is_cut; /* the time limit ended the match: `lower` was met, `estimated` is in
                    proportion to the part of the databases that was looked at */
} xc_totals;

XC_MUST_CHECK xc_status xc_reader_search(xc_reader *reader, const xc_search *search,
                                         xc_matches **ret_matches, xc_error *reterr);
size_t xc_matches_count(const xc_matches *matches);
/* `index` < count; borrowed from `matches`. */
const xc_match *xc_matches_at(const xc_matches *matches, size_t index);
const xc_totals *xc_matches_totals(const xc_matches *matches);
XC_MUST_CHECK xc_status xc_matches_document(xc_matches *matches, size_t index,
                                            xc_document **ret_document, xc_error *reterr);
/* Terms of the query that the hit has, in no order. */
XC_MUST_CHECK xc_status xc_matches_terms(xc_matches *matches, size_t index, xc_terms **ret_terms,
                                         xc_error *reterr);
/* The most that a term of the query can add to a weight, as the scheme has it for this
 * search; 0 for any other term. */
XC_MUST_CHECK xc_status xc_matches_term_weight(xc_matches *matches, xc_bytes term,
                                               double *ret_weight, xc_error *reterr);
/* Documents whose value of the slot lies from `low` to `high`, as in xc_query_range(): of the
 * `count` whose ids ascend in `docids`, or, where that is NULL, of all with ids up to `count`. Into
 * `ret_docids`, which has room for `count`. */
XC_MUST_CHECK xc_status xc_reader_value_range(xc_reader *reader, xc_slot slot, xc_bytes low,
                                              xc_bytes high, const xc_docid *docids, size_t count,
                                              xc_docid *ret_docids, size_t *ret_count,
                                              xc_error *reterr);
/* The values of a slot as numbers: of each of `count` documents whose ids ascend, which of the
 * values that they have it is, counted from 1 in the order of bytes; 0 for none. XC_RANGE where
 * there are over 65,535. */
XC_MUST_CHECK xc_status xc_reader_value_numbers(xc_reader *reader, xc_slot slot,
                                                const xc_docid *docids, size_t count,
                                                uint16_t *numbers, xc_values **ret_values,
                                                xc_error *reterr);
/* Borrowed from `values`. */
const xc_bytes *xc_values_all(const xc_values *values, size_t *ret_count);
void xc_values_free(xc_values *values);
/* Facets alone, of `count` documents whose ids ascend: as xc_reader_search() counts along
 * `slot_count` slots, once for each value of `distinct_slot`. Where one document, `keys[i]`, stands
 * for all that share that value with `docids[i]`, and has the values that they share, these are
 * read of it alone, and each document's own are those of `own_slot`; `keys` ascend, or are NULL.
 * Local databases only. */
XC_MUST_CHECK xc_status xc_reader_count_values(xc_reader *reader, const xc_docid *docids,
                                               const xc_docid *keys, size_t count,
                                               xc_slot distinct_slot, xc_slot own_slot,
                                               const xc_slot *slots, size_t slot_count,
                                               xc_matches **ret_matches, xc_error *reterr);
typedef struct xc_facet_value {
    xc_bytes value; /* not empty */
    uint32_t count;
} xc_facet_value;
/* Values of the `facet`-th slot asked for, by value; borrowed from `matches`. */
const xc_facet_value *xc_matches_facet(const xc_matches *matches, size_t facet, size_t *ret_count);
void xc_matches_free(xc_matches *matches);

typedef struct xc_expansion {
    xc_bytes term;
    double weight;
} xc_expansion;
/* Relevance feedback: the `max_terms` terms (starting with `prefix`, may be empty) most
 * typical of the given documents, in descending weight. */
typedef struct xc_expansions xc_expansions;
XC_MUST_CHECK xc_status xc_reader_expand(xc_reader *reader, const xc_docid *relevant,
                                         size_t relevant_count, xc_bytes prefix, uint32_t max_terms,
                                         xc_expansions **ret_expansions, xc_error *reterr);
/* Borrowed from `expansions`. */
const xc_expansion *xc_expansions_all(const xc_expansions *expansions, size_t *ret_count);
void xc_expansions_free(xc_expansions *expansions);

#ifdef __cplusplus
}
#endif
#endif
