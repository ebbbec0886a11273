/* likeness.c - demands of motions to how alike these are, and to how alike the motions.
 *
 * Demands whose words are alike (pairs.c) are laid side by side (align.h): that tells how much of
 * what a motion asks for another asks for in the same words. Where nearly all, the two are twins.
 * How likely others ask for the same is told by evidence.c. */
#include <math.h>
#include <stdlib.h>

#include "draft/align.h"
#include "draft/composites/motions.h"

enum { SCRATCH_BYTES_MAX = 32 << 20 }; /* of one comparison */

static const double quick_min = 0.12; /* likeness by words alone, to be laid side by side */
static const double form_share = 0.4; /* of their likeness that two demands keep at least */
static const double twin_min = 0.85;  /* of what each asks for: then nothing else matters */

/* Demands that are as like as this are opposed where so much of what they share is turned round. */
static const double opposed_likeness_min = 0.35, opposed_share_min = 0.1;
static const double opposed_whole_min = 0.3; /* of all that one of the motions asks for */

typedef struct comparing {
    const pol_motions *motions;
    pol_arena *arena;
    pol_demand_pairs found;
    float *likeness; /* of each pair: 0..1; below 0: they may be opposed */
} comparing;

static double ratio(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

/* How like two demands are that share so much: one form of words is used of many things, and what
 * it is used of are the words that weigh most. */
static double tempered(const pol_demand *a, const pol_demand *b, double likeness)
{
    double alike = pol_motion_turn_alike(&a->matter, &b->matter, POL_TURNS_ON);
    return likeness * (form_share + (1 - form_share) * alike);
}

/* --- likeness of demands ------------------------------------------------------------ */

static pol_status compare_pair(const comparing *c, size_t at, pol_error *reterr)
{
    const pol_demand_pair *pair = &c->found.pairs[at];
    const pol_demand *left = &c->motions->demands[pair->left];
    const pol_demand *right = &c->motions->demands[pair->right];
    pol_alignment found;
    pol_arena scratch;
    pol_arena_init(&scratch, SCRATCH_BYTES_MAX);
    pol_status status =
        pol_align(&left->compared.text, &right->compared.text, NULL, &scratch, &found, reterr);
    pol_arena_done(&scratch);
    if (status != POL_OK)
        return status;
    double both = sqrt(ratio(found.clause.shared, found.clause.weight) *
                       ratio(found.passage.shared, found.passage.weight));
    double likeness = both > pair->likeness ? both : pair->likeness;
    likeness *= 0.85 + 0.15 * found.order;
    double least =
        fmin(c->motions->motions[left->place].weight, c->motions->motions[right->place].weight);
    bool is_opposed = (likeness >= opposed_likeness_min && found.opposed >= opposed_share_min) ||
                      ratio(found.opposed * found.clause.shared, least) >= opposed_whole_min;
    likeness = tempered(left, right, likeness);
    c->likeness[at] = (float)(is_opposed ? -likeness : likeness);
    return POL_OK;
}

static int by_demand(const void *left, const void *right)
{
    const pol_like_demand *a = left, *b = right;
    return (a->demand > b->demand) - (a->demand < b->demand);
}

/* Pairs to what is like each demand, both ways. */
static bool list_like(const comparing *c, pol_motion_likeness *likeness)
{
    size_t demands = c->motions->demand_count, count = c->found.count;
    const pol_demand_pair *pairs = c->found.pairs;
    pol_like_demands *like = pol_arena_array(c->arena, demands + 1, sizeof *like);
    pol_like_demand *all = pol_arena_array(c->arena, count * 2 + 1, sizeof *all);
    pol_like_demand **ends = pol_arena_array(c->arena, demands + 1, sizeof *ends);
    if (!like || !all || !ends)
        return false;
    for (size_t i = 0; i < count; i++) {
        like[pairs[i].left].count++;
        like[pairs[i].right].count++;
    }
    for (size_t i = 0; i < demands; i++) {
        ends[i] = all;
        like[i].demands = all;
        all += like[i].count;
    }
    for (size_t i = 0; i < count; i++) {
        *ends[pairs[i].left]++ = (pol_like_demand){pairs[i].right, c->likeness[i]};
        *ends[pairs[i].right]++ = (pol_like_demand){pairs[i].left, c->likeness[i]};
    }
    for (size_t i = 0; i < demands; i++)
        qsort(ends[i] - like[i].count, like[i].count, sizeof **ends, by_demand);
    likeness->like = like;
    return true;
}

/* --- likeness of motions ------------------------------------------------------------ */

/* To `shares`, of what its motion asks for, what others ask for too. */
static void add_shares(const pol_motions *motions, const pol_motion_likeness *likeness, size_t at,
                       float *shares)
{
    const pol_demand *demand = &motions->demands[at];
    const pol_like_demands *like = &likeness->like[at];
    double weight = motions->motions[demand->place].weight;
    if (weight <= 0)
        return;
    for (size_t i = 0, end; i < like->count; i = end) {
        uint32_t place = motions->demands[like->demands[i].demand].place;
        float best = 0;
        for (end = i; end < like->count; end++) {
            if (motions->demands[like->demands[end].demand].place != place)
                break;
            if (fabsf(like->demands[end].likeness) > fabsf(best))
                best = like->demands[end].likeness;
        }
        if (best > 0)
            shares[demand->place * motions->count + place] +=
                (float)(demand->terms.weight * best / weight);
    }
}

static float like_motions(const pol_motions *motions, const float *share,
                          const pol_motion_relations *relations, size_t a, size_t b)
{
    const pol_motion *left = &motions->motions[a], *right = &motions->motions[b];
    size_t there = a * motions->count + b, back = b * motions->count + a;
    if (left->document->kind != right->document->kind)
        return 0;
    if (share[there] >= twin_min && share[back] >= twin_min)
        return 1;
    return (float)pol_motions_evidence(motions, relations, a, b);
}

static bool fill(const comparing *c, const pol_motion_relations *relations,
                 pol_motion_likeness *likeness)
{
    const pol_motions *motions = c->motions;
    size_t count = motions->count, cells = count * count + 1;
    float *all = pol_arena_array(c->arena, cells, sizeof *all);
    float *share = pol_arena_array(c->arena, cells, sizeof *share);
    if (!all || !share)
        return false;
    for (size_t i = 0; i < motions->demand_count; i++)
        add_shares(motions, likeness, i, share);
    for (size_t a = 0; a < count; a++)
        for (size_t b = a + 1; b < count; b++)
            all[a * count + b] = all[b * count + a] = like_motions(motions, share, relations, a, b);
    likeness->likeness = all;
    likeness->share = share;
    return true;
}

pol_status pol_motions_compare(const pol_motions *motions, pol_arena *arena,
                               pol_motion_likeness *ret_likeness, pol_error *reterr)
{
    comparing c = {.motions = motions, .arena = arena};
    pol_motion_relations relations;
    *ret_likeness = (pol_motion_likeness){0};
    if (!pol_motions_pairs(motions, arena, &c.found))
        return pol_composites_refused(arena, reterr);
    c.likeness = pol_arena_array(arena, c.found.count + 1, sizeof *c.likeness);
    if (!c.likeness)
        return pol_composites_refused(arena, reterr);
    pol_status status = pol_motions_relate(motions, &c.found, arena, &relations, reterr);
    while (c.found.count > 0 && c.found.pairs[c.found.count - 1].likeness < quick_min)
        c.found.count--;
    for (size_t i = 0; i < c.found.count && status == POL_OK; i++)
        status = compare_pair(&c, i, reterr);
    if (status == POL_OK && (!list_like(&c, ret_likeness) || !fill(&c, &relations, ret_likeness)))
        status = pol_composites_refused(arena, reterr);
    return status;
}
