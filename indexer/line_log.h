/* line_log.h - which lines of a file of JSON Lines the index holds, so that those that have not
 * changed are not read again.
 *
 * A line is known by its number and a hash of its bytes, its document by a hash of the id that it
 * states: documents without one may merge with others, and are always read. Kept in the index's
 * metadata, beside the ledger. One thread. */
#ifndef POL_INDEXER_LINE_LOG_H
#define POL_INDEXER_LINE_LOG_H

#include "indexer/intake.h"
#include "indexer/ledger.h"

typedef struct pol_line_log pol_line_log;

/* A new log of the file; with what the index knows of it where it `is_known`.
 * Fails: POL_NOMEM, as xapian-c does. */
POL_MUST_CHECK pol_status pol_line_log_open(pol_ledger *ledger, pol_span file_key, bool is_known,
                                            pol_line_log **ret_log, pol_error *reterr);
void pol_line_log_free(pol_line_log *log);

/* Hashes the item's lines, and empties those that are known: they become item->kept. Items come in
 * the file's order. False where memory is out. */
bool pol_line_log_skip(pol_line_log *log, pol_item *item);

/* The index has the document of the line. Lines come in their order. */
void pol_line_log_note(pol_line_log *log, uint32_t line, uint64_t line_hash, uint64_t id_hash);
/* Keeps what was noted in place of what was known. A file that is too long for it is not logged.
 * Fails: as xapian-c does. */
POL_MUST_CHECK pol_status pol_line_log_store(pol_line_log *log, pol_ledger *ledger,
                                             pol_span file_key, pol_error *reterr);
/* What the index knows of the file's lines does not hold any more. Fails: as xapian-c does. */
POL_MUST_CHECK pol_status pol_line_log_forget(pol_ledger *ledger, pol_span file_key,
                                              pol_error *reterr);

uint64_t pol_line_log_hash(pol_span bytes);
/* The hash of one of the item's lines. */
uint64_t pol_line_log_hash_of(const pol_item *item, uint32_t line);

#endif
