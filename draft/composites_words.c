/* composites_words.c - how much the words of two texts have to do with each other: those that are
 * the same, those that a text turns on, and those that are kin. */
#include <math.h>

#include "draft/composites_motions.h"
#include "draft/thesaurus.h"

enum { KIN_MAX = 10 /* words of a text that are looked up in the thesaurus */ };

static const double kin_part = 0.7, broader_part = 0.3; /* of a word, that its kin stands for */

static double ratio(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

double pol_motion_cosine(const pol_motions *motions, const pol_motion_terms *a,
                         const pol_motion_terms *b, size_t *ret_telling)
{
    double both = 0;
    *ret_telling = 0;
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        if (a->terms[i].term == b->terms[j].term) {
            *ret_telling += a->terms[i].weight >= motions->telling;
            both += (double)a->terms[i++].repeated * b->terms[j++].repeated;
        } else if (a->terms[i].term < b->terms[j].term) {
            i++;
        } else {
            j++;
        }
    }
    return ratio(both, a->length * b->length);
}

/* Of some words of one text, by weight, what the other has too. */
double pol_motion_held(const pol_motion_term *some, size_t count, const pol_motion_terms *other)
{
    double held = 0, all = 0;
    for (size_t i = 0; i < count; i++) {
        all += some[i].repeated;
        for (size_t low = 0, high = other->count; low < high;) {
            size_t middle = low + (high - low) / 2;
            if (other->terms[middle].term == some[i].term)
                held += some[i].repeated;
            if (other->terms[middle].term == some[i].term)
                break;
            if (other->terms[middle].term < some[i].term)
                low = middle + 1;
            else
                high = middle;
        }
    }
    return ratio(held, all);
}

/* The words that a text turns on: those that weigh most, as often as they stand there. */
static size_t turning(const pol_motion_terms *text, size_t room, pol_motion_term *most)
{
    size_t count = 0;
    for (size_t i = 0; i < text->count; i++) {
        size_t at = count < room ? count++ : room;
        for (; at > 0 && most[at - 1].repeated < text->terms[i].repeated; at--)
            if (at < room)
                most[at] = most[at - 1];
        if (at < room)
            most[at] = text->terms[i];
    }
    return count;
}

/* Of the words that two texts turn on, what the other has too: 0..1. `room` <= POL_TURNS_ON. */
double pol_motion_turn_alike(const pol_motion_terms *a, const pol_motion_terms *b, size_t room)
{
    pol_motion_term left[POL_TURNS_ON], right[POL_TURNS_ON];
    size_t left_count = turning(a, room, left), right_count = turning(b, room, right);
    return (pol_motion_held(left, left_count, b) + pol_motion_held(right, right_count, a)) / 2;
}

/* The words of one text that weigh most, of those that the other lacks. */
static size_t find_lacking(const pol_motions *motions, const pol_motion_terms *text,
                           const pol_motion_terms *other, pol_motion_term lacking[KIN_MAX])
{
    size_t count = 0;
    for (size_t i = 0; i < text->count; i++) {
        pol_motion_term term = text->terms[i];
        if (motions->words[term.term] == POL_THESAURUS_NONE || pol_motion_held(&term, 1, other) > 0)
            continue;
        size_t at = count < KIN_MAX ? count++ : KIN_MAX;
        for (; at > 0 && lacking[at - 1].repeated < term.repeated; at--)
            if (at < KIN_MAX)
                lacking[at] = lacking[at - 1];
        if (at < KIN_MAX)
            lacking[at] = term;
    }
    return count;
}

/* What words that are not the same but kin add to the cosine of two texts; *ret_is_turned: some of
 * those that weigh most say the opposite of each other. */
double pol_motion_kin(const pol_motions *motions, const pol_motion_terms *a,
                      const pol_motion_terms *b, bool *ret_is_turned)
{
    pol_motion_term left[KIN_MAX], right[KIN_MAX];
    size_t left_count = find_lacking(motions, a, b, left);
    size_t right_count = find_lacking(motions, b, a, right);
    double both = 0;
    *ret_is_turned = false;
    for (size_t i = 0; i < left_count; i++) {
        double best = 0;
        for (size_t j = 0; j < right_count; j++) {
            unsigned kinship =
                pol_thesaurus_kinship(motions->words[left[i].term], motions->words[right[j].term]);
            double part = kinship & POL_KINSHIP_ANTONYM                           ? 0
                          : kinship & (POL_KINSHIP_SYNONYM | POL_KINSHIP_DERIVED) ? kin_part
                          : kinship & POL_KINSHIP_BROADER                         ? broader_part
                                                                                  : 0;
            double added = part * left[i].repeated * right[j].repeated;
            best = added > best ? added : best;
            if (kinship & POL_KINSHIP_ANTONYM && left[i].weight >= motions->telling &&
                right[j].weight >= motions->telling)
                *ret_is_turned = true;
        }
        both += best;
    }
    return ratio(both, a->length * b->length);
}
