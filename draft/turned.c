/* turned.c - what of two texts each turns round, to which of the words they share are opposed, and
 * how much of what they share that is: see turns.c. */
#include "draft/align.h"

#include "draft/lexicon.h"

enum { SWAP_REACH = 4, SWAPS_MAX = 256 };

#define SWAP_PART 0.25 /* of what is shared, what a pair of opposites counts for */

static bool is_turn(const pol_unit *unit)
{
    return unit->role == POL_ROLE_TURN || unit->role == POL_ROLE_TURN_NEAR;
}

static bool is_shared(const pol_aligned_side *side, size_t at)
{
    return side->match[at] != POL_NO_MATCH && side->units[at].weight > 0 &&
           !side->units[at].is_formula;
}

static bool is_opposed(const pol_aligned_side *side, const pol_aligned_side *other, size_t turn)
{
    uint32_t anchor = side->anchor[turn];
    return anchor != POL_NO_MATCH &&
           side->is_negative[anchor] != other->is_negative[side->match[anchor]];
}

static bool has_word(const pol_aligned_side *side, size_t at, const pol_aligned_side *other,
                     size_t place)
{
    return pol_span_equal_fold(pol_unit_text(side, at), pol_unit_text(other, place));
}

/* "No" and "without" correspond, but not where each turns other words round. "Withdrawn" and "end"
 * correspond; but where both are here and "end" alone is there, "withdrawn"
 * is said here alone. */
static bool is_alone(const pol_aligned_side *side, const pol_aligned_side *other, size_t at)
{
    uint32_t place = side->match[at];
    if (place == POL_NO_MATCH)
        return true;
    if (side->units[at].role == POL_ROLE_TURN_NEAR)
        return other->anchor[place] == POL_NO_MATCH ||
               other->match[other->anchor[place]] != side->anchor[at];
    if (side->units[at].role != POL_ROLE_TURN || has_word(side, at, other, place))
        return false;
    if (side->anchor[at] != POL_NO_MATCH &&
        (other->anchor[place] == POL_NO_MATCH ||
         other->match[other->anchor[place]] != side->anchor[at]))
        return true;
    for (size_t i = 0; i < side->count; i++)
        if (i != at && side->match[i] == place && has_word(side, i, other, place))
            return true;
    return false;
}

/* The first turn whose anchor is opposed. One that both sides have says so only where it is opposed
 * on both: word order differs more often than what is meant. */
static uint32_t opposed_turn(const pol_aligned_side *side, const pol_aligned_side *other)
{
    for (size_t at = 0; at < side->count; at++) {
        if (!is_turn(&side->units[at]) || !is_opposed(side, other, at))
            continue;
        if (is_alone(side, other, at) || is_opposed(other, side, side->match[at]))
            return (uint32_t)at;
    }
    return POL_NO_MATCH;
}

static double opposed_weight(const pol_alignment *alignment, double *ret_all)
{
    const pol_aligned_side *clause = &alignment->clause, *passage = &alignment->passage;
    double opposed = 0;
    *ret_all = 0;
    for (size_t i = 0; i < clause->count; i++) {
        if (!is_shared(clause, i))
            continue;
        *ret_all += clause->units[i].weight;
        if (clause->is_negative[i] != passage->is_negative[clause->match[i]])
            opposed += clause->units[i].weight;
    }
    return opposed;
}

static bool has_shared_near(const pol_aligned_side *side, size_t at)
{
    size_t from = at > SWAP_REACH ? at - SWAP_REACH : 0;
    for (size_t i = from; i < side->count && i <= at + SWAP_REACH; i++)
        if (i != at && is_shared(side, i))
            return true;
    return false;
}

static bool are_opposites(const pol_unit *one, const pol_unit *other)
{
    return (one->opposite && one->opposite == other->concept) ||
           (other->opposite && other->opposite == one->concept);
}

/* "before" on one side and "after" on the other, neither on both. */
static bool has_swap(pol_alignment *alignment)
{
    const pol_aligned_side *clause = &alignment->clause, *passage = &alignment->passage;
    size_t looked = 0;
    for (size_t i = 0; i < clause->count; i++) {
        const pol_unit *unit = &clause->units[i];
        if (unit->is_stop || clause->match[i] != POL_NO_MATCH || !has_shared_near(clause, i))
            continue;
        if (looked++ == SWAPS_MAX)
            break;
        for (size_t j = 0; j < passage->count; j++) {
            if (!are_opposites(unit, &passage->units[j]) || passage->match[j] != POL_NO_MATCH ||
                clause->is_negative[i] != passage->is_negative[j] || !has_shared_near(passage, j))
                continue; /* "unspent" and "not spent" agree */
            alignment->clause_turn = (uint32_t)i;
            alignment->passage_turn = (uint32_t)j;
            return true;
        }
    }
    return false;
}

/* "before" and "after" as the thesaurus has them. */
static bool has_antonyms(pol_alignment *alignment)
{
    const pol_aligned_side *clause = &alignment->clause, *passage = &alignment->passage;
    uint32_t one = alignment->clause_antonym, other = alignment->passage_antonym;
    if (one == POL_NO_MATCH || clause->is_negative[one] != passage->is_negative[other] ||
        !has_shared_near(clause, one) || !has_shared_near(passage, other))
        return false;
    alignment->clause_turn = one;
    alignment->passage_turn = other;
    return true;
}

/* Words that limit a shared word, and that the other side lacks. */
static void count_limits(pol_aligned_side *side, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        side->limits += side->units[i].role == POL_ROLE_LIMIT && !side->units[i].is_formula &&
                        side->match[i] == POL_NO_MATCH && side->anchor[i] != POL_NO_MATCH;
}

void pol_turns_find(pol_alignment *alignment)
{
    pol_aligned_side *clause = &alignment->clause, *passage = &alignment->passage;
    double all = 0, opposed = 0;
    pol_turn_side(clause);
    pol_turn_side(passage);
    alignment->clause_turn = opposed_turn(clause, passage);
    alignment->passage_turn = opposed_turn(passage, clause);
    opposed = opposed_weight(alignment, &all);
    if (alignment->clause_turn == POL_NO_MATCH && alignment->passage_turn == POL_NO_MATCH)
        opposed = has_swap(alignment) || has_antonyms(alignment) ? SWAP_PART * all : 0;
    count_limits(clause, 0, clause->count);
    count_limits(passage, alignment->window_start, alignment->window_end);
    alignment->opposed = all > 0 ? opposed / all : 0;
}
