/* intake.h - a file, or lines of JSON Lines, to stored documents ready for the index.
 *
 * The work of one item is done by one thread without regard to any other: reading,
 * decoding, recognising, analysing. */
#ifndef POL_INDEXER_INTAKE_H
#define POL_INDEXER_INTAKE_H

#include "document/reader.h"
#include "indexer/prepare.h"
#include "indexer/walk.h"

/* Something in a file that was left out, and why. */
typedef struct pol_skip {
    uint32_t line; /* 0: the whole file */
    char reason[POL_ERROR_TEXT_SIZE];
} pol_skip;

/* One document as it came out of an item. */
typedef struct pol_taken {
    pol_stored stored;
    uint32_t ordinal;      /* its place in the file, from 0, of which an id may be derived */
    pol_prepared prepared; /* empty unless asked for */
} pol_taken;

struct pol_survey_file; /* indexer/survey.h: where an item may come from */

/* In: what to read. Out: what came of it. All memory is the item's own arena. */
typedef struct pol_item {
    pol_arena arena;
    pol_file file;    /* path is NUL-terminated */
    pol_span shown;   /* what to call the file in messages */
    pol_file sidecar; /* path.data NULL where there is none */
    pol_format format;
    const struct pol_survey_file *owner; /* the caller's, untouched */
    pol_span file_key;                   /* absent: only looked at, not for an index */
    pol_span lines;                      /* JSON Lines: whole lines to read instead of the file */
    uint32_t first_line;
    bool is_last;     /* the last item of its file */
    bool is_prepared; /* make Xapian documents too */
    /* out: */
    pol_taken *documents;
    size_t document_count, document_capacity;
    pol_skip *skips;
    size_t skip_count, skip_capacity;
    pol_status status; /* of the item as a whole: POL_OK or POL_NOMEM */
    pol_error error;
} pol_item;

/* A new item, or NULL. Free with pol_item_free(). */
pol_item *pol_item_new(void);
void pol_item_free(pol_item *item);

/* Reads the item with this thread's preparer. What cannot be read is a skip, not a
 * failure: item->status is not POL_OK only when memory is out. */
void pol_item_take(pol_item *item, pol_preparer *preparer);

/* The whole file, at most `limit` bytes, into `arena`.
 * Fails: POL_NOTFOUND, POL_IO, POL_LIMIT (the text names both sizes), POL_NOMEM. */
POL_MUST_CHECK pol_status pol_file_read(const char *path, size_t limit, pol_arena *arena,
                                        pol_span *ret_bytes, pol_error *reterr);

/* The id of a document that states none: the first 12 hex digits of a hash of its file's
 * path below the root, and of its line in the file when it is not the first. `salt`
 * (absent: none) makes another where that one is taken. */
pol_span pol_derived_id(pol_arena *arena, pol_span relative, uint32_t ordinal, pol_span salt);

#endif
