/* intake.h - a file, or lines of JSON Lines, to stored documents ready for the index.
 *
 * The work of one item is done by one thread without regard to any other: a confined process
 * reads and recognises (sandbox/), this one analyses. */
#ifndef POL_INDEXER_INTAKE_H
#define POL_INDEXER_INTAKE_H

#include "document/extract.h"
#include "indexer/prepare.h"
#include "indexer/walk.h"
#include "sandbox/sandbox.h"

/* Something in a file that was left out, and why. */
typedef struct pol_skip {
    uint32_t line;   /* 0: the whole file */
    pol_span member; /* of an archive; absent where it is the file itself */
    char reason[POL_ERROR_TEXT_SIZE];
} pol_skip;

/* One document as it came out of an item. */
typedef struct pol_taken {
    pol_stored stored;
    pol_span key;          /* its place in the file, of which an id may be derived; absent for the
                              only one */
    pol_prepared prepared; /* empty unless asked for */
} pol_taken;

/* A document of an outline: as it is stored, and its file keys. */
typedef struct pol_outlined {
    pol_stored *stored;
    pol_span *keys;
    size_t key_count;
} pol_outlined;

/* A line of JSON Lines that is not read, since the index holds its document (indexer/line_log.h).
 */
typedef struct pol_kept_line {
    uint32_t line;
    uint64_t id_hash;
} pol_kept_line;

struct pol_line_log;
struct pol_survey_file; /* indexer/survey.h: where an item may come from */

/* In: what to read. Out: what came of it. All memory is the item's own arena. */
typedef struct pol_item {
    pol_arena arena;
    pol_file file;    /* path is NUL-terminated */
    pol_span shown;   /* what to call the file in messages */
    pol_file sidecar; /* or mapping of a CSV; path.data NULL where there is none */
    pol_format format;
    const struct pol_survey_file *owner; /* the caller's, untouched */
    pol_span file_key;                   /* absent: only looked at, not for an index */
    pol_span lines;                      /* JSON Lines: whole lines to read instead of the file */
    uint32_t first_line;
    struct pol_line_log *log; /* of the file's lines; NULL: none. The last item's own */
    uint64_t *line_hashes;    /* of each line where there is a log */
    size_t line_count;
    pol_kept_line *kept; /* lines that were emptied */
    size_t kept_count, kept_done;
    bool is_last;     /* the last item of its file */
    bool is_prepared; /* make Xapian documents too */
    /* instead of a file: documents to be built into a batch (indexer/outline.h) */
    pol_outlined *outlined;
    size_t outlined_count, outlined_capacity;
    size_t outlined_bytes; /* of them encoded */
    const xc_builder *builder;
    /* out: */
    xc_batch *batch;
    uint64_t built_passages;
    pol_taken *documents;
    size_t document_count, document_capacity;
    pol_extracted_outcome *outcomes; /* what the file states of documents elsewhere */
    size_t outcome_count;
    pol_skip *skips;
    size_t skip_count, skip_capacity;
    pol_status status; /* of the item as a whole: POL_OK or POL_NOMEM */
    pol_error error;
} pol_item;

/* A new item, or NULL. Free with pol_item_free(). */
pol_item *pol_item_new(void);
void pol_item_free(pol_item *item);

/* What to call it: `file`, or a member of it; in the item's memory. */
pol_span pol_skip_path(pol_item *item, pol_span file, const pol_skip *skip);

/* What one thread works with. */
typedef struct pol_intake {
    pol_sandbox *sandbox;
    pol_preparer *preparer; /* NULL: documents are only looked at */
} pol_intake;

/* Reads the item. What cannot be read is a skip, not a failure: item->status is not POL_OK
 * only when memory is out or no reader can be started. */
void pol_item_take(pol_item *item, const pol_intake *intake);

/* Where a document stands in its file: its line; 0 for a file's only one. */
uint32_t pol_taken_line(const pol_item *item, const pol_taken *taken);

/* The whole file, at most `limit` bytes, into `arena`.
 * Fails: POL_NOTFOUND, POL_IO, POL_LIMIT (the text names both sizes), POL_NOMEM. */
POL_MUST_CHECK pol_status pol_file_read(const char *path, size_t limit, pol_arena *arena,
                                        pol_span *ret_bytes, pol_error *reterr);

/* The id of a document that states none: the first 12 hex digits of a hash of its file's
 * path below the root, and of its key where it has one. `salt` (absent: none) makes another
 * where that one is taken. */
pol_span pol_derived_id(pol_arena *arena, pol_span relative, pol_span key, pol_span salt);

#endif
