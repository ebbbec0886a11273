/* denied.c - whether one text denies what the other says in the same words.
 *
 * "A law that covers all settings", "a law that does not cover all settings": wherever a "not"
 * stands between two words that follow on each other in the other text too, without one, that other
 * text is denied, in whatever part of a sentence; and a second one denies it back. */
#include "draft/align.h"
#include "draft/cues.h"
#include "draft/lexicon.h"

enum {
    NEAR = 6,   /* words that are looked at around two, for one that denies them elsewhere; */
    GAP = 16,   /* at most between two, */
    PAIRED = 40 /* and from "not" to "until" */
};

#define NONE SIZE_MAX

/* "No more than" bounds, and denies nothing. */
static bool is_denial(const pol_aligned_side *side, size_t at)
{
    static const char *const bounds[] = {"no more than",    "not more than",   "no less than",
                                         "not less than",   "no fewer than",   "not fewer than",
                                         "no later than",   "not later than",  "no longer than",
                                         "not longer than", "no earlier than", "not earlier than"};
    return side->units[at].cues & POL_CUE_NOT && !POL_UNIT_IS_ANY(side, at, bounds);
}

/* Says it something itself? "Does" says nothing, and "every" nothing that "no" does not deny. */
static bool is_said(const pol_aligned_side *side, size_t at)
{
    const pol_unit *unit = &side->units[at];
    return !unit->is_stop && unit->role != POL_ROLE_ARTICLE && !is_denial(side, at);
}

/* What stands around a place: the words that say something, NONE where the sentence has no more,
 * and from where to where nothing else is said. */
typedef struct gap {
    size_t before, behind, start, end;
} gap;

static gap gap_around(const pol_aligned_side *side, size_t start, size_t end)
{
    gap found = {NONE, NONE, start, end};
    while (found.before == NONE && found.start > 0 && start - found.start < GAP &&
           !side->units[found.start].starts_sentence)
        if (is_said(side, --found.start))
            found.before = found.start;
    while (found.behind == NONE && found.end + 1 < side->count && found.end - end < GAP &&
           !side->units[found.end + 1].starts_sentence)
        if (is_said(side, ++found.end))
            found.behind = found.end;
    return found;
}

/* The same gap of the other text, if its words follow on each other there; else an empty one. */
static gap gap_beside(const pol_aligned_side *one, const pol_aligned_side *other, gap ours)
{
    gap theirs = {NONE, NONE, 0, 0};
    size_t before = ours.before == NONE ? POL_NO_MATCH : one->match[ours.before];
    size_t behind = ours.behind == NONE ? POL_NO_MATCH : one->match[ours.behind];
    if (before != POL_NO_MATCH) {
        theirs = gap_around(other, before, before);
        theirs.before = theirs.start = before;
    } else if (behind != POL_NO_MATCH) {
        theirs = gap_around(other, behind, behind);
        theirs.behind = theirs.end = behind;
    }
    bool follows = theirs.before == (ours.before == NONE ? NONE : before) &&
                   theirs.behind == (ours.behind == NONE ? NONE : behind);
    return follows ? theirs : (gap){NONE, NONE, 0, 0};
}

/* The same word, and not "protection" for "unprotected"? */
static bool is_same(const pol_aligned_side *one, const pol_aligned_side *other, size_t ours,
                    size_t theirs)
{
    const pol_unit *a = ours == NONE ? NULL : &one->units[ours];
    const pol_unit *b = theirs == NONE ? NULL : &other->units[theirs];
    if (!a || !b)
        return !a && !b;
    return a->stem.size > 0 ? pol_span_equal(a->stem, b->stem) : a->concept == b->concept;
}

/* "Not to mayors alone", "not until there is a vote": the other of two words that deny nothing
 * together is behind it. */
static bool is_one_of_two(const pol_aligned_side *side, size_t at)
{
    static const char *const twice[] = {"alone",  "unless",  "except", "more",  "above", "over",
                                        "longer", "shorter", "less",   "fewer", "below", "exceed"};
    static const char *const until[] = {"until", "till", "unless"};
    for (size_t i = at + 1; i < side->count && i - at < PAIRED && !side->units[i].starts_sentence;
         i++)
        if ((side->is_void[at] && side->is_void[i] && POL_UNIT_IS_ANY(side, i, twice)) ||
            (side->match[i] == POL_NO_MATCH && POL_UNIT_IS_ANY(side, i, until)))
            return true;
    return false;
}

/* How much is denied from `start` to `end`. */
static size_t denials_in(const pol_aligned_side *side, size_t start, size_t end)
{
    size_t count = 0;
    for (size_t i = start; i < side->count && i <= end; i++)
        count += is_denial(side, i);
    return count;
}

static size_t denials_near(const pol_aligned_side *side, gap place)
{
    return denials_in(side, place.start > NEAR ? place.start - NEAR : 0, place.end + NEAR) -
           denials_in(side, place.start, place.end);
}

/* Does the other text say without a "not" what `one` says with that at `at`? It may deny it near.
 */
static bool is_denied_at(const pol_aligned_side *one, const pol_aligned_side *other, size_t at)
{
    gap ours = gap_around(one, at, at), theirs = gap_beside(one, other, ours);
    if (theirs.before == NONE && theirs.behind == NONE)
        return false;
    return is_same(one, other, ours.before, theirs.before) &&
           is_same(one, other, ours.behind, theirs.behind) &&
           denials_in(other, theirs.start, theirs.end) == 0 &&
           denials_near(other, theirs) <= denials_near(one, ours);
}

/* Words of `one` that deny what the other says; `ret_last`: the last of them. */
static size_t count_denials(const pol_aligned_side *one, const pol_aligned_side *other,
                            uint32_t *ret_last)
{
    size_t count = 0;
    for (size_t i = 0; i < one->count; i++) {
        if (!is_denial(one, i) || is_one_of_two(one, i) || !is_denied_at(one, other, i))
            continue;
        *ret_last = (uint32_t)i;
        count++;
    }
    return count;
}

void pol_denied_find(pol_alignment *alignment)
{
    pol_aligned_side *clause = &alignment->clause, *passage = &alignment->passage;
    alignment->clause_denial = alignment->passage_denial = POL_NO_MATCH;
    alignment->is_denied = (count_denials(clause, passage, &alignment->clause_denial) +
                            count_denials(passage, clause, &alignment->passage_denial)) %
                               2 ==
                           1;
}
