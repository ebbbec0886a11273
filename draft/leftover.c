/* leftover.c - see leftover.h. */
#include "draft/leftover.h"

#include <stdlib.h>

#define LOUD_MIN 0.3F /* below it a word alone tells nothing */

static int by_stem(const void *key, const void *element)
{
    const pol_span *stem = key;
    const pol_leftover_word *word = element;
    return pol_span_compare(*stem, pol_span_of(word->stem));
}

uint16_t pol_leftover_find(pol_span stem)
{
    const pol_leftover_word *found =
        bsearch(&stem, pol_leftover_words, pol_leftover_count, sizeof *found, by_stem);
    return found ? (uint16_t)(found - pol_leftover_words + 1) : 0;
}

bool pol_is_left_over(const pol_aligned_side *side, size_t at)
{
    const pol_unit *unit = &side->units[at];
    return side->match[at] == POL_NO_MATCH && !side->is_void[at] && !unit->is_formula &&
           unit->stem.size > 0;
}

static void add(pol_leftover_weight *sum, pol_leftover_weight weight)
{
    sum->same += weight.same;
    sum->turned += weight.turned;
}

pol_leftover_weight pol_leftover_sum(const pol_alignment *alignment)
{
    const pol_aligned_side *clause = &alignment->clause, *passage = &alignment->passage;
    pol_leftover_weight sum = {0};
    for (size_t i = 0; i < clause->count; i++)
        if (clause->units[i].leftover && pol_is_left_over(clause, i))
            add(&sum, pol_leftover_words[clause->units[i].leftover - 1].clause);
    for (size_t i = alignment->window_start; i < alignment->window_end; i++)
        if (passage->units[i].leftover && pol_is_left_over(passage, i))
            add(&sum, pol_leftover_words[passage->units[i].leftover - 1].passage);
    return sum;
}

uint32_t pol_leftover_loudest(const pol_alignment *alignment)
{
    const pol_aligned_side *clause = &alignment->clause;
    uint32_t loudest = POL_NO_MATCH;
    float most = LOUD_MIN;
    for (size_t i = 0; i < clause->count; i++) {
        uint16_t leftover = clause->units[i].leftover;
        if (!leftover || !pol_is_left_over(clause, i) ||
            pol_leftover_words[leftover - 1].clause.turned < most)
            continue;
        most = pol_leftover_words[leftover - 1].clause.turned;
        loudest = (uint32_t)i;
    }
    return loudest;
}
