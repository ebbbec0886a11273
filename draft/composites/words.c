/* words.c - how much the words of two texts have to do with each other: those that are
 * the same, and those that a text turns on. */
#include <math.h>

#include "draft/composites/motions.h"

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
static double held(const pol_motion_term *some, size_t count, const pol_motion_terms *other)
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
    return (held(left, left_count, b) + held(right, right_count, a)) / 2;
}
