/* turns.c - on which of the words that two texts share they say the opposite.
 *
 * "oppose the closure of libraries" and "support the closure of libraries" differ in what governs
 * the rest. Each word that turns round ("oppose", "end", "no") is given the words that it governs;
 * a shared word that an odd number of them governs on one side, and an even number on the other,
 * is opposed. So "oppose the closure" and "keep open" agree, as do "reject" and "not accept". */
#include "draft/align.h"

#include "draft/lexicon.h"

enum { REACH = 14, REACH_NEAR = 4, SWAP_REACH = 4 };

/* Is there a verb that starts another demand right behind "and"? */
static bool starts_demand(const pol_aligned_side *side, size_t join)
{
    for (size_t i = join + 1; i < side->count && i <= join + 2; i++) {
        uint8_t role = side->units[i].role;
        if (role == POL_ROLE_ASK || role == POL_ROLE_DO || role == POL_ROLE_TURN)
            return true;
        if (!side->units[i].is_stop)
            return false;
    }
    return false;
}

/* Where the words that the one at `at` governs end: at punctuation, at another demand, or after
 * `reach` words that say something. */
static size_t governed_end(const pol_aligned_side *side, size_t at, size_t reach)
{
    size_t end = at + 1;
    while (end < side->count && reach > 0 && !side->units[end].starts_phrase) {
        if (side->units[end].role == POL_ROLE_JOIN && starts_demand(side, end))
            break;
        reach -= !side->units[end].is_stop;
        end++;
    }
    return end;
}

static size_t phrase_start(const pol_aligned_side *side, size_t at, size_t reach)
{
    while (at > 0 && reach > 0 && !side->units[at].starts_phrase) {
        at--;
        reach -= !side->units[at].is_stop;
    }
    return at;
}

static bool has_content(const pol_aligned_side *side, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (side->units[i].weight > 0)
            return true;
    return false;
}

/* "should be abolished": it says something of what stands before. */
static bool is_passive(const pol_aligned_side *side, size_t at)
{
    return at > 0 && side->units[at - 1].role == POL_ROLE_BE;
}

static void turn(pol_aligned_side *side, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        side->is_negative[i] = !side->is_negative[i];
}

static void turn_side(pol_aligned_side *side)
{
    for (size_t at = 0; at < side->count; at++) {
        uint8_t role = side->units[at].role;
        if (role != POL_ROLE_TURN && role != POL_ROLE_TURN_NEAR)
            continue;
        size_t end = governed_end(side, at, role == POL_ROLE_TURN ? REACH : REACH_NEAR);
        if (role == POL_ROLE_TURN && (is_passive(side, at) || !has_content(side, at + 1, end)))
            turn(side, phrase_start(side, at, REACH), at);
        else
            turn(side, at + 1, end);
    }
}

/* The first word that turns round and that the other side lacks. */
static uint32_t first_turn(const pol_aligned_side *side)
{
    for (size_t at = 0; at < side->count; at++)
        if ((side->units[at].role == POL_ROLE_TURN || side->units[at].role == POL_ROLE_TURN_NEAR) &&
            side->match[at] == POL_NO_MATCH)
            return (uint32_t)at;
    return POL_NO_MATCH;
}

/* A unit of `side` that the other side has the opposite of, and neither has both. */
static bool has_shared_near(const pol_aligned_side *side, size_t at)
{
    size_t from = at > SWAP_REACH ? at - SWAP_REACH : 0;
    for (size_t i = from; i < side->count && i <= at + SWAP_REACH; i++)
        if (i != at && side->match[i] != POL_NO_MATCH && side->units[i].weight > 0)
            return true;
    return false;
}

static double swapped(pol_alignment *alignment)
{
    const pol_aligned_side *clause = &alignment->clause, *passage = &alignment->passage;
    for (size_t i = 0; i < clause->count; i++) {
        const pol_unit *unit = &clause->units[i];
        if (unit->role != POL_ROLE_SWAP || clause->match[i] != POL_NO_MATCH ||
            !has_shared_near(clause, i))
            continue;
        for (size_t j = 0; j < passage->count; j++) {
            if (passage->units[j].concept != unit->opposite || passage->match[j] != POL_NO_MATCH ||
                !has_shared_near(passage, j))
                continue;
            alignment->clause_turn = (uint32_t)i;
            alignment->passage_turn = (uint32_t)j;
            return unit->weight + passage->units[j].weight;
        }
    }
    return 0;
}

void pol_turns_find(pol_alignment *alignment)
{
    pol_aligned_side *clause = &alignment->clause, *passage = &alignment->passage;
    double opposed = 0, all = 0;
    turn_side(clause);
    turn_side(passage);
    for (size_t i = 0; i < clause->count; i++) {
        if (clause->match[i] == POL_NO_MATCH || clause->units[i].is_formula)
            continue;
        double weight = clause->units[i].weight;
        all += weight;
        if (clause->is_negative[i] != passage->is_negative[clause->match[i]])
            opposed += weight;
    }
    if (opposed > 0) {
        alignment->clause_turn = first_turn(clause);
        alignment->passage_turn = first_turn(passage);
    }
    double swap = swapped(alignment);
    alignment->opposed = all > 0 ? (opposed + swap) / (all + swap) : 0;
}
