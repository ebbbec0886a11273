/* status.h - `polindex status` and `polindex verify`: what an index holds, and whether it
 * is whole. Reading only; writers go on. */
#ifndef POL_INDEXER_STATUS_H
#define POL_INDEXER_STATUS_H

#include "core/buffer.h"
#include "core/error.h"

/* Appends a report for people: documents and passages, by kind and decision, years,
 * folders, size on disk. Fails: as pol_index_open_reader(); POL_NOMEM. */
POL_MUST_CHECK pol_status pol_status_report(const char *index_path, pol_buffer *report,
                                            pol_error *reterr);

/* Checks the databases' structure, that every document can be read, that its passages are
 * all there and nothing else is. Appends one line a fault; `on_progress` (may be NULL) is
 * told documents done of all. *ret_faults 0: whole. Fails: as pol_index_open_reader(). */
POL_MUST_CHECK pol_status pol_verify_index(const char *index_path, pol_buffer *report,
                                           size_t *ret_faults,
                                           void (*on_progress)(void *context, uint64_t done,
                                                               uint64_t total),
                                           void *context, pol_error *reterr);

#endif
