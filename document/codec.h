/* codec.h - documents and their parts as bytes, and back: what the stored form (stored.h) and
 * the form between processes (parcel.h) share.
 *
 * A number is 7 bits a byte, low ones first, the high bit on all but the last. A string is
 * its size + 1 as a number and its bytes; 0 is an absent one. Reading copies nothing: spans
 * point into the bytes. Every length and code is checked; once a cursor is bad, reads give
 * nothing more, which is asked for at the end. Private to document/ and to the outcomes that
 * the indexer keeps. Safe in any thread. */
#ifndef POL_DOCUMENT_CODEC_H
#define POL_DOCUMENT_CODEC_H

#include "core/buffer.h"
#include "document/join.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_cursor {
    pol_span rest;
    bool is_bad;
} pol_cursor;

void pol_put_number(pol_buffer *buffer, uint64_t number);
void pol_put_span(pol_buffer *buffer, pol_span span);

/* The next `size` bytes; absent where there are fewer. */
pol_span pol_take_bytes(pol_cursor *at, uint64_t size);
uint64_t pol_take_number(pol_cursor *at);
/* A number below `bound`. */
uint64_t pol_take_below(pol_cursor *at, uint64_t bound);
uint32_t pol_take_u32(pol_cursor *at);
/* A count of things that take at least `least` bytes each. */
size_t pol_take_count(pol_cursor *at, size_t least);
pol_span pol_take_span(pol_cursor *at);

/* A document without its doubts and without what others say of it. Passages' texts must be
 * runs of document->text. */
void pol_put_document(pol_buffer *buffer, const pol_document *document);
POL_MUST_CHECK pol_status pol_take_document(pol_cursor *at, pol_arena *arena,
                                            pol_document *document, pol_error *reterr);
void pol_put_overlay(pol_buffer *buffer, const pol_overlay *overlay);
POL_MUST_CHECK pol_status pol_take_overlay(pol_cursor *at, pol_arena *arena, pol_overlay *overlay,
                                           pol_error *reterr);
void pol_put_outcome(pol_buffer *buffer, const pol_outcome *outcome);
POL_MUST_CHECK pol_status pol_take_outcome(pol_cursor *at, pol_arena *arena, pol_outcome *outcome,
                                           pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
