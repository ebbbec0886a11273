/* recorded.h - when our record of a document last changed.
 *
 * It changes where the document, or what others state of it, is not what the index had when the
 * run began: not where a file is read again, moves to another folder's share, or the index is
 * rebuilt. In the middle of a run a document may be less than it was (its other files, or
 * the reports on it, come later), so what it was at first is kept until then. What was forgotten
 * counts as new: a run that was killed, and more than POL_RECORDS_MAX of them. One thread. */
#ifndef POL_INDEXER_RECORDED_H
#define POL_INDEXER_RECORDED_H

#include "core/arena.h"
#include "document/stored.h"
#include "indexer/span_map.h"
#include "xapian-c/xapian-c.h"

enum { POL_RECORDS_MAX = 100000 };

/* What a record was. */
typedef struct pol_record {
    char content[33], others[33]; /* hashes of what it states, and of what others state of it */
    int64_t changed;
} pol_record;

typedef struct pol_recorder {
    xc_reader *previous; /* of a rebuild: the index before; else NULL */
    int64_t now;         /* the time of what changes in this run */
    pol_span_map ids;
    pol_record *records;
    size_t count, capacity;
} pol_recorder;

/* The time of this run, Unix seconds: SOURCE_DATE_EPOCH where that is set, else the clock. */
int64_t pol_recorded_now(void);

/* `stored` as the index has it. */
pol_record pol_record_of(const pol_stored *stored);

/* Keeps what a document was that is taken apart or removed; the first time counts. `arena` lasts
 * as long as the run. */
void pol_recorder_remember(pol_recorder *recorder, const pol_stored *before, pol_arena *arena);

/* Sets stored->changed before it is written; `before` (may be NULL) is what its id has in the
 * index now. Fails as reading the index before does. */
POL_MUST_CHECK pol_status pol_recorder_settle(pol_recorder *recorder, const pol_record *before,
                                              pol_stored *stored, pol_arena *scratch,
                                              pol_error *reterr);

#endif
