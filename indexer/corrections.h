/* corrections.h - what people have corrected, kept in the index: value, who, when and why.
 *
 * A correction is about one field of a document, known by its id, or about one line of a
 * report, known by its file and its words. It holds for every later reading of the file,
 * and for rebuilds. One thread. */
#ifndef POL_INDEXER_CORRECTIONS_H
#define POL_INDEXER_CORRECTIONS_H

#include "indexer/ledger.h"
#include "indexer/outcomes.h"
#include "indexer/span_map.h"

/* Values that stand for themselves in any field. */
#define POL_CORRECTION_OK   "ok"   /* it is right as it is: do not ask again */
#define POL_CORRECTION_UNDO "undo" /* forget what was corrected */
#define POL_CORRECTION_NONE "none" /* a report's line that is about no document */

typedef struct pol_correction {
    pol_span target; /* id of a document, or pol_correction_line_target() */
    pol_span field;  /* as pol_document_correct() has it; "document" or "decision" of a line */
    pol_span value;
    pol_span by, on, reason; /* who, the day as ISO, why */
} pol_correction;

typedef struct pol_corrections {
    pol_correction *items; /* by target, then field */
    size_t count, capacity;
    pol_span_map by_target; /* one more than the place of a target's first */
} pol_corrections;

/* All of the index, in `arena`. Fails: POL_CORRUPT, POL_NOMEM, as xapian-c does. */
POL_MUST_CHECK pol_status pol_corrections_load(xc_reader *reader, pol_arena *arena,
                                               pol_corrections *ret_corrections, pol_error *reterr);
/* Keeps one, or forgets it where its value is "undo". Fails: as xapian-c does, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_correction_store(pol_ledger *ledger, const pol_correction *correction,
                                               pol_error *reterr);
/* Takes all over from another index. */
POL_MUST_CHECK pol_status pol_corrections_copy(pol_ledger *ledger, xc_reader *from,
                                               pol_error *reterr);

/* Those of one target; NULL with *ret_count 0 where there are none. Borrowed. */
const pol_correction *pol_corrections_of(const pol_corrections *corrections, pol_span target,
                                         size_t *ret_count);
/* The one on a field of a target, or NULL. */
const pol_correction *pol_correction_find(const pol_corrections *corrections, pol_span target,
                                          pol_span field);

/* Applies those of a document to it. *ret_is_changed where there were any. Values that no
 * longer are any are passed over. Fails: POL_NOMEM, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_corrections_apply(const pol_corrections *corrections,
                                                pol_document *document, pol_arena *arena,
                                                bool *ret_is_changed, pol_error *reterr);

/* What a report's line is known by: in `buffer`. */
enum { POL_LINE_TARGET_SIZE = 40 };
pol_span pol_correction_line_target(pol_span file, pol_span line_text,
                                    char buffer[POL_LINE_TARGET_SIZE]);
/* The id of the document that a person gave a report's line to; absent where the correction is
 * about something else. */
pol_span pol_correction_assigned(const pol_correction *correction);
/* Applies those of a line: which document it is about, or what was decided. False where it
 * is about none. */
bool pol_corrections_assign(const pol_corrections *corrections, pol_join_outcome *outcome);

#endif
