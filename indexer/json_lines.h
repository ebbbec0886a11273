/* json_lines.h - a stream of JSON Lines to items of whole lines, in bounded memory. */
#ifndef POL_INDEXER_JSON_LINES_H
#define POL_INDEXER_JSON_LINES_H

#include <signal.h>

#include "indexer/intake.h"

typedef struct pol_line_stream pol_line_stream;

/* Takes over the descriptor `file`. Fails: POL_NOMEM. */
POL_MUST_CHECK pol_status pol_line_stream_new(int file, pol_line_stream **ret_stream,
                                              pol_error *reterr);
void pol_line_stream_free(pol_line_stream *stream);
/* Waiting for input ends when *stop is set, as if the input did; the caller keeps it. */
void pol_line_stream_stop_on(pol_line_stream *stream, const volatile sig_atomic_t *stop);

/* Fills `item` (lines, first_line, is_last) with the next lines, copied to its arena. A
 * line over POL_JSON_LINE_MAX is left out and noted in item->skips. *ret_has_more false:
 * nothing was left and the item is not filled. Fails: POL_IO, POL_NOMEM. */
POL_MUST_CHECK pol_status pol_line_stream_next(pol_line_stream *stream, pol_item *item,
                                               bool *ret_has_more, pol_error *reterr);
/* Bytes read so far. */
uint64_t pol_line_stream_bytes(const pol_line_stream *stream);

#endif
