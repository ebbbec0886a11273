/* outcomes.h - what reports state, kept in the index by the file that states it, and which
 * conferences must be joined again because something of them has changed.
 *
 * Kept as metadata of the index, changed in the same commit as the documents: a run that is
 * killed leaves the list of stale conferences behind, and the next run joins them. A conference
 * is known by its join key (document/join.h). One thread. */
#ifndef POL_INDEXER_OUTCOMES_H
#define POL_INDEXER_OUTCOMES_H

#include "document/extract.h"
#include "document/join.h"
#include "indexer/ledger.h"

/* What an outcome is grouped by: its join key; a key of its own where its conference or year is
 * not known, so that it is told of too. */
pol_span pol_outcome_key(const pol_outcome *outcome, char buffer[POL_JOIN_KEY_MAX]);

/* Notes what the file states, in place of what it stated before; `count` 0 forgets it. Marks
 * the conferences of both. `file` is the path to show. Fails: as xapian-c does, POL_LIMIT. */
POL_MUST_CHECK pol_status pol_outcomes_record(pol_ledger *ledger, pol_span file_key, pol_span file,
                                              const pol_extracted_outcome *outcomes, size_t count,
                                              pol_error *reterr);

typedef struct pol_known_outcome {
    pol_join_outcome join;
    pol_span file_key;
} pol_known_outcome;

/* All that files state, in the order of their keys; in `arena`. Fails: POL_CORRUPT, ... */
POL_MUST_CHECK pol_status pol_outcomes_load(xc_reader *reader, pol_arena *arena,
                                            pol_known_outcome **ret_outcomes, size_t *ret_count,
                                            pol_error *reterr);
/* Takes over from another index what files state whose key starts with `prefix`. */
POL_MUST_CHECK pol_status pol_outcomes_copy(pol_ledger *ledger, xc_reader *from, pol_span prefix,
                                            pol_error *reterr);

/* Notes that a conference must be joined again; an empty key is none. */
POL_MUST_CHECK pol_status pol_stale_mark(pol_ledger *ledger, pol_span join_key, pol_error *reterr);
/* The join keys that are marked, in `arena`. */
POL_MUST_CHECK pol_status pol_stale_list(xc_reader *reader, pol_arena *arena, pol_span **ret_keys,
                                         size_t *ret_count, pol_error *reterr);
POL_MUST_CHECK pol_status pol_stale_clear(pol_ledger *ledger, pol_span join_key, pol_error *reterr);

/* "path", or "archive/member" where there is a member, in `arena`; absent where memory is out. */
pol_span pol_member_path(pol_arena *arena, pol_span file, pol_span member);

#endif
