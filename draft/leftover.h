/* leftover.h - words that one side alone has to how much they speak for the opposite (private to
 * draft/).
 *
 * Of two texts about one demand most words correspond. Those that are left over say whether the
 * clause only puts it in other words ("agree", "provide") or turns it round ("cheapest", "confine",
 * "whatever"): more words than tables of opposites can hold, each a little. Their weights are
 * fitted to the labelled clauses of tests/draft, together with those of the judge: judge.h. */
#ifndef POL_DRAFT_LEFTOVER_H
#define POL_DRAFT_LEFTOVER_H

#include "draft/align.h"

/* Log odds: for the same demand, whichever way, and for the opposite. */
typedef struct pol_leftover_weight {
    float same, turned;
} pol_leftover_weight;

/* What a word adds where the clause or the passage alone has it. */
typedef struct pol_leftover_word {
    const char *stem; /* a base form: pol_lexicon_base() */
    pol_leftover_weight clause, passage;
} pol_leftover_word;

/* By stem, in bytes. leftover_words.c */
extern const pol_leftover_word pol_leftover_words[];
extern const size_t pol_leftover_count;

/* The place of a base form in the table, from 1; 0: it is not there. To be asked once a word. */
uint16_t pol_leftover_find(pol_span stem);

/* Is a unit one of those that are counted: a single word of no formula, without correspondence, and
 * not one of two that turn one another round? */
bool pol_is_left_over(const pol_aligned_side *side, size_t at);

/* What all such words of the clause, and of the place of the passage, add up to. */
pol_leftover_weight pol_leftover_sum(const pol_alignment *alignment);

/* The word of the clause that speaks loudest for the opposite, or POL_NO_MATCH. */
uint32_t pol_leftover_loudest(const pol_alignment *alignment);

#endif
