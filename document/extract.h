/* extract.h - what a reader made of a file to the documents in it, and the outcomes it
 * states of others: split, recognise, relate.
 *
 * Everything lives in the arena. Safe in any thread, one arena per thread. */
#ifndef POL_DOCUMENT_EXTRACT_H
#define POL_DOCUMENT_EXTRACT_H

#include "document/document.h"
#include "document/outcome.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Something in a file that was left out, and why. */
typedef struct pol_omission {
    pol_span member; /* path inside an archive; absent for the file itself */
    uint32_t line;   /* 0: the whole file, or member */
    pol_span reason; /* one sentence */
} pol_omission;

/* One document and its place among those of the file. */
typedef struct pol_extracted_document {
    pol_document document;
    /* What tells it from the others of its file when an id is derived: absent for the only
     * one and for line 1; of a line or row the number of those before it; of a part its kind and
     * number where no other has them, else its place. */
    pol_span key;
} pol_extracted_document;

typedef struct pol_extracted_outcome {
    pol_outcome outcome; /* conference and year filled in from the file's head */
    pol_span member;
} pol_extracted_outcome;

typedef struct pol_extracted {
    pol_extracted_document *documents;
    size_t document_count, document_capacity;
    pol_extracted_outcome *outcomes;
    size_t outcome_count, outcome_capacity;
    pol_omission *omissions;
    size_t omission_count, omission_capacity;
} pol_extracted;

/* Adds what `text` holds. `name` is the file's name without folders, `member` the path
 * inside an archive, or absent. `is_single`: one document, never cut (JSON Lines, a row).
 * What cannot be recognised is an omission. Fails: POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_extract_text(const pol_text *text, pol_span name, pol_span member,
                                           bool is_single, pol_arena *arena,
                                           pol_extracted *extracted, pol_error *reterr);
POL_MUST_CHECK pol_status pol_extract_omit(pol_extracted *extracted, pol_arena *arena,
                                           pol_span member, uint32_t line, pol_span reason,
                                           pol_error *reterr);

#ifdef __cplusplus
}
#endif
#endif
