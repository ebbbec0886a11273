/* joining.h - the last step of a run: documents of stale conferences get what reports and other
 * documents say of them.
 *
 * What a document's decision is in the end depends on all files of its conference, so it is
 * worked out anew from what each of them states (document/join.h), whatever the order in which
 * they were read. Conferences that its documents name, and those that name it, are looked at
 * with it. One thread. */
#ifndef POL_INDEXER_JOINING_H
#define POL_INDEXER_JOINING_H

#include "indexer/outcomes.h"
#include "indexer/profile.h"
#include "indexer/writing.h"

typedef struct pol_joining {
    pol_ledger *ledger;
    pol_writing *writing;
    /* An outcome that belongs to no document; `outcome` is borrowed. */
    void (*on_unmatched)(void *context, const pol_known_outcome *outcome,
                         pol_unmatched_reason reason);
    /* After each document that was written: may commit. */
    pol_status (*on_written)(void *context, pol_error *reterr);
    bool (*must_stop)(void *context);
    void *context;
    const pol_profile *profiles; /* of the roots that have one */
    size_t profile_count;
    int this_year;                       /* in which what lapses has lapsed */
    uint64_t joined, changed, unmatched; /* out: outcomes, documents, outcomes */
} pol_joining;

/* Joins what is stale, and clears the marks, unless it must stop.
 * Fails: POL_NOMEM, POL_LIMIT, POL_CORRUPT, as xapian-c does, or as on_written. */
POL_MUST_CHECK pol_status pol_joining_run(pol_joining *joining, pol_error *reterr);

/* Marks every conference of the index: a rule for all of them has changed. */
POL_MUST_CHECK pol_status pol_joining_mark_all(pol_ledger *ledger, pol_error *reterr);

/* What to tell a person of an outcome that was not matched: one sentence. */
const char *pol_unmatched_text(pol_unmatched_reason reason);

#endif
