/* judge.h - how likely it is that two aligned texts ask for the same (private to draft/).
 *
 * A logistic regression over a few signs that a person would look at too. Its weights were fitted
 * to the labelled clauses of tests/draft, each sign bound to pull one way only, and checked on sets
 * that other people wrote: each set judged by weights of the others. */
#ifndef POL_DRAFT_JUDGE_H
#define POL_DRAFT_JUDGE_H

#include "draft/align.h"

/* Do they, more likely than not? `likeness` is compare.c's, 0..1; `context` (may be NULL) what
 * stands above the passage. */
bool pol_judge_same(const pol_alignment *alignment, const pol_weighed_text *context,
                    double likeness);

#endif
