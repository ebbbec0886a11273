/* judge.h - how likely it is that two aligned texts ask for the same (private to draft/).
 *
 * A logistic regression over a few signs that a person would look at too. Its weights were fitted
 * to the labelled clauses of tests/draft, each sign bound to pull one way only, and checked on sets
 * that other people wrote: each set judged by weights of the others. */
#ifndef POL_DRAFT_JUDGE_H
#define POL_DRAFT_JUDGE_H

#include "draft/align.h"

/* The more, the likelier; -HUGE_VAL where they cannot be the same. `context` (may be NULL) is what
 * stands above the passage; `matter` 0..1 how much both are about the same matters. */
double pol_judge_signs(const pol_alignment *alignment, const pol_weighed_text *context,
                       double matter);

/* Are they the same, more likely than not, where the passage is so much more like the clause than
 * those of other motions? */
bool pol_judge_is_same(double signs, double margin);

#endif
