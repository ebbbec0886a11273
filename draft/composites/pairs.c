/* pairs.c - demands of motions to pairs of demands whose words are alike.
 *
 * They are found through a list of the demands that have each word. */
#include <math.h>
#include <stdlib.h>

#include "draft/composites/motions.h"

enum {
    WORD_DEMANDS_MAX = 512, /* that have a word, for it to find anything */
    PAIRS_MAX = 150000      /* the most alike */
};

static const double likeness_min = 0.04;

typedef struct posting {
    uint32_t demand;
    float weight;
} posting;

typedef struct finding {
    const pol_motions *motions;
    pol_arena *arena;
    uint32_t *starts; /* of the postings of each term, and their end */
    posting *postings;
    pol_demand_pairs found;
    size_t capacity;
} finding;

static bool list_words(finding *f)
{
    const pol_motions *motions = f->motions;
    size_t all = 0;
    for (size_t i = 0; i < motions->demand_count; i++)
        all += motions->demands[i].terms.count;
    f->starts = pol_arena_array(f->arena, motions->term_count + 2, sizeof *f->starts);
    f->postings = pol_arena_array(f->arena, all + 1, sizeof *f->postings);
    if (!f->starts || !f->postings)
        return false;
    for (size_t i = 0; i < motions->demand_count; i++)
        for (size_t j = 0; j < motions->demands[i].terms.count; j++)
            f->starts[motions->demands[i].terms.terms[j].term + 2]++;
    for (size_t i = 2; i < motions->term_count + 2; i++)
        f->starts[i] += f->starts[i - 1];
    for (size_t i = 0; i < motions->demand_count; i++)
        for (size_t j = 0; j < motions->demands[i].terms.count; j++) {
            pol_motion_term word = motions->demands[i].terms.terms[j];
            f->postings[f->starts[word.term + 1]++] = (posting){(uint32_t)i, word.weight};
        }
    return true;
}

/* Adds what each later demand of another motion shares with `at` to `shared`, and lists those. */
static size_t add_shared(const finding *f, uint32_t at, float *shared, uint32_t *touched)
{
    const pol_demand *demand = &f->motions->demands[at];
    size_t count = 0;
    for (size_t i = 0; i < demand->terms.count; i++) {
        pol_motion_term word = demand->terms.terms[i];
        uint32_t first = f->starts[word.term], last = f->starts[word.term + 1];
        if (last - first > WORD_DEMANDS_MAX)
            continue;
        for (uint32_t j = last; j > first && f->postings[j - 1].demand > at; j--) {
            const posting *other = &f->postings[j - 1];
            if (f->motions->demands[other->demand].place == demand->place)
                continue;
            if (shared[other->demand] <= 0)
                touched[count++] = other->demand;
            shared[other->demand] += word.weight < other->weight ? word.weight : other->weight;
        }
    }
    return count;
}

static int by_likeness(const void *left, const void *right)
{
    const pol_demand_pair *a = left, *b = right;
    if (a->likeness != b->likeness)
        return a->likeness > b->likeness ? -1 : 1;
    if (a->left != b->left)
        return a->left < b->left ? -1 : 1;
    return (a->right > b->right) - (a->right < b->right);
}

static bool add_pair(finding *f, pol_demand_pair added)
{
    pol_demand_pair *pairs =
        pol_arena_grow(f->arena, f->found.pairs, f->found.count, &f->capacity, sizeof *pairs);
    if (!pairs)
        return false;
    f->found.pairs = pairs;
    pairs[f->found.count++] = added;
    return true;
}

/* The demands most like `at`, by their words alone. `found` has room for all demands. */
static bool find_like(finding *f, uint32_t at, float *shared, uint32_t *touched,
                      pol_demand_pair *found)
{
    const pol_demand *demands = f->motions->demands;
    size_t touched_count = add_shared(f, at, shared, touched), count = 0;
    for (size_t i = 0; i < touched_count; i++) {
        double both = demands[at].terms.weight * demands[touched[i]].terms.weight;
        double likeness = both > 0 ? shared[touched[i]] / sqrt(both) : 0;
        shared[touched[i]] = 0;
        if (likeness >= likeness_min)
            found[count++] = (pol_demand_pair){at, touched[i], (float)likeness};
    }
    qsort(found, count, sizeof *found, by_likeness);
    for (size_t i = 0; i < count && i < POL_LIKE_DEMANDS_MAX; i++)
        if (!add_pair(f, found[i]))
            return false;
    return true;
}

bool pol_motions_pairs(const pol_motions *motions, pol_arena *arena, pol_demand_pairs *ret_pairs)
{
    finding f = {.motions = motions, .arena = arena};
    size_t count = motions->demand_count;
    float *shared = pol_arena_array(arena, count + 1, sizeof *shared);
    uint32_t *touched = pol_arena_array(arena, count + 1, sizeof *touched);
    pol_demand_pair *found = pol_arena_array(arena, count + 1, sizeof *found);
    bool has_room = shared && touched && found && list_words(&f);
    for (size_t i = 0; i < count && has_room; i++)
        has_room = find_like(&f, (uint32_t)i, shared, touched, found);
    if (f.found.count > 0)
        qsort(f.found.pairs, f.found.count, sizeof *f.found.pairs, by_likeness);
    if (f.found.count > PAIRS_MAX)
        f.found.count = PAIRS_MAX;
    *ret_pairs = f.found;
    return has_room;
}
