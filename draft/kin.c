/* kin.c - words that correspond though they are different ones: synonyms, derived forms, kinds.
 *
 * Looked for only where two texts have something in common already, and only in the place of the
 * passage that is like the clause: alone, such ties join anything to anything. */
#include "draft/align.h"
#include "draft/lexicon.h"
#include "draft/near.h"
#include "draft/thesaurus.h"

enum { CLAUSE_MAX = 48, PASSAGE_MAX = 96 /* words that are looked at */ };

/* How much of a word's information its kin has. */
#define SYNONYM_PART 0.8
#define DERIVED_PART 0.8
#define BROADER_PART 0.5
#define NEAR_PART    0.7

typedef struct lacking {
    uint32_t unit, word; /* word: in the thesaurus, or POL_THESAURUS_NONE */
    const pol_row_places *near;
} lacking;

/* Words that say something and that the other side lacks. */
static size_t find_lacking(const pol_aligned_side *side, size_t from, size_t to, lacking *found,
                           size_t most)
{
    size_t count = 0;
    for (size_t i = from; i < to && count < most; i++) {
        const pol_unit *unit = &side->units[i];
        if (side->match[i] != POL_NO_MATCH || unit->weight <= 0 || unit->is_formula ||
            unit->role == POL_ROLE_ASK)
            continue;
        if (unit->meaning != POL_THESAURUS_NONE || unit->near)
            found[count++] = (lacking){(uint32_t)i, unit->meaning, unit->near};
    }
    return count;
}

static double part_of(unsigned kinship, bool is_near)
{
    if (kinship & POL_KINSHIP_ANTONYM)
        return 0;
    if (kinship & POL_KINSHIP_SYNONYM)
        return SYNONYM_PART;
    if (kinship & POL_KINSHIP_DERIVED)
        return DERIVED_PART;
    if (is_near)
        return NEAR_PART;
    return kinship & POL_KINSHIP_BROADER ? BROADER_PART : 0;
}

/* "Give", "take" and the like: what they are opposites in is seldom what is meant. */
static bool does(const pol_unit *unit)
{
    return unit->role == POL_ROLE_DO;
}

/* "Give up" is no way to "give". */
static bool undoes(const pol_unit *one, const pol_unit *other)
{
    return (one->role == POL_ROLE_TURN && does(other)) ||
           (other->role == POL_ROLE_TURN && does(one));
}

static void note_antonyms(pol_alignment *alignment, uint32_t one, uint32_t other)
{
    if (alignment->clause_antonym != POL_NO_MATCH)
        return;
    alignment->clause_antonym = one;
    alignment->passage_antonym = other;
}

void pol_kin_find(pol_alignment *alignment)
{
    pol_aligned_side *clause = &alignment->clause, *passage = &alignment->passage;
    lacking ours[CLAUSE_MAX], theirs[PASSAGE_MAX];
    size_t count = find_lacking(clause, 0, clause->count, ours, CLAUSE_MAX);
    size_t others =
        find_lacking(passage, alignment->window_start, alignment->window_end, theirs, PASSAGE_MAX);
    for (size_t i = 0; i < count; i++) {
        size_t best = SIZE_MAX;
        double best_part = 0;
        for (size_t j = 0; j < others; j++) {
            if (passage->match[theirs[j].unit] != POL_NO_MATCH ||
                undoes(&clause->units[ours[i].unit], &passage->units[theirs[j].unit]))
                continue;
            unsigned kinship = pol_thesaurus_kinship(ours[i].word, theirs[j].word);
            if (kinship & POL_KINSHIP_ANTONYM && !does(&clause->units[ours[i].unit]) &&
                !does(&passage->units[theirs[j].unit]))
                note_antonyms(alignment, ours[i].unit, theirs[j].unit);
            double part = part_of(kinship, pol_near_meet(ours[i].near, theirs[j].near));
            if (part > best_part) {
                best_part = part;
                best = j;
            }
        }
        if (best == SIZE_MAX)
            continue;
        uint32_t one = ours[i].unit, other = theirs[best].unit;
        alignment->kin_count++;
        clause->match[one] = other;
        passage->match[other] = one;
        clause->kin += best_part * clause->units[one].weight;
        passage->kin += best_part * passage->units[other].weight;
    }
}
