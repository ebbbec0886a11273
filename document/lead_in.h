/* lead_in.h - whether a paragraph leads a list, and what the list under it is.
 *
 * A paragraph may note in its first sentence and instruct in its last ("Pay has fallen.
 * Conference therefore instructs the committee to:"), or do both in one ("condemns the
 * cuts and calls on the council to:"). What stands last leads the list. Nothing
 * allocates; safe in any thread. */
#ifndef POL_DOCUMENT_LEAD_IN_H
#define POL_DOCUMENT_LEAD_IN_H

#include "core/vocabulary.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pol_lead {
    pol_clause clause; /* of the points under it; POL_CLAUSE_COUNT: that of the lead itself */
    bool is_directive; /* instructs, calls on, resolves, "should:" of a body ... */
    bool instructs;    /* by the word "instruct" */
} pol_lead;

/* What a list under `paragraph` would be. */
pol_lead pol_lead_of(pol_span paragraph);

/* Does it wait for what follows: ends in ":", in "to", "that" or without any mark? */
bool pol_lead_is_open(pol_span paragraph);

#ifdef __cplusplus
}
#endif
#endif
