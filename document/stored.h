/* stored.h - a document as bytes inside an index, and back.
 *
 * All that a result shows, the whole text included, in one value: the data of a
 * document's head (core/schema.h). A format of its own version; reading copies
 * nothing: spans of the decoded document point into `bytes`. Every length is checked,
 * so damaged bytes give POL_CORRUPT and nothing else. Safe in any thread. */
#ifndef POL_DOCUMENT_STORED_H
#define POL_DOCUMENT_STORED_H

#include "core/buffer.h"
#include "document/join.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What the index knows of a document beyond its own text. */
typedef struct pol_stored {
    pol_document document; /* as its own files state it; doubts are not stored; id.text is
                              always present */
    pol_overlay overlay;   /* what others state of it */
    bool has_overlay;
    pol_span *sources; /* paths or URLs, the primary first; at least one */
    size_t source_count;
    char content_hash[33]; /* of what its own files state */
    bool has_explicit_id;
    int64_t changed; /* when this record last changed, Unix seconds; 0: not known. No part of
                        the content */
} pol_stored;

/* Appends the encoded form to `buffer`; ask buffer->status. `content_hash` is filled in
 * the encoding. */
void pol_stored_encode(const pol_stored *stored, pol_buffer *buffer);

/* Do the bytes begin as a stored document does? */
bool pol_stored_may_be(pol_span bytes);

/* Arrays are made in `arena`. Fails: POL_CORRUPT, POL_VERSION, POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_stored_decode(pol_span bytes, pol_arena *arena,
                                            pol_stored *ret_stored, pol_error *reterr);

/* Makes the document what is to be shown and searched: its own statements and those of others
 * (pol_overlay_apply()). Not to be stored again. Fails: POL_NOMEM. */
POL_MUST_CHECK pol_status pol_stored_apply(pol_stored *stored, pol_arena *arena, pol_error *reterr);

/* Hashes, by which what was stored before is compared: of what the document states (equal to
 * content_hash once it is stored), and of what others state of it. */
void pol_stored_content_hash(const pol_stored *stored, char hex[33]);
void pol_stored_others_hash(const pol_stored *stored, char hex[33]);

/* Are its words stemmed: is it English, as far as it says or shows? */
bool pol_document_has_stems(const pol_document *document);

/* --- a document as one line of a list --------------------------------------------- */

enum { POL_LISTED_TITLE_MAX = 300 }; /* bytes of a title; longer ones end in "…" */

/* Spans are absent, and numbers 0, where nothing is stated. */
typedef struct pol_listed {
    pol_span id;
    pol_span display_title; /* never absent */
    bool title_is_opening;  /* it stands for the first words of the text */
    pol_kind kind;
    pol_span number;
    pol_decision decision;
    pol_span conference; /* without the year */
    int year;
    pol_date date;
    pol_span language;
    int64_t changed;
} pol_listed;

/* Appends what a head carries in a slot (core/schema.h), so that listing a conference reads no
 * texts; `shown` as pol_stored_apply() makes it. The bytes sort as a list is read: by
 * conference, the newest year first, motions each with its amendments, then rule changes,
 * composites, emergency motions, statements, articles and the rest; by number as people
 * count (2 before 10, 1 before 1.1 before 1A), what has none behind; then by title. Ask
 * buffer->status. */
void pol_listed_encode(const pol_stored *shown, pol_buffer *buffer);

/* Spans point into `bytes`. False for bytes that are no such thing. */
bool pol_listed_decode(pol_span bytes, pol_listed *ret_entry);
/* The part of the bytes that is the order. */
pol_span pol_listed_order(pol_span bytes);

#ifdef __cplusplus
}
#endif
#endif
