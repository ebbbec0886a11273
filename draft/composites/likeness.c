/* likeness.c - demands of motions to how alike these are, and to how alike the motions.
 *
 * Demands that share telling words are found through a list of the demands that have each word, and
 * the most alike are laid side by side (align.h): that tells how much of what a motion asks for
 * another asks for in the same words. Where nearly all, the two are twins. How likely others ask
 * for the same is told by evidence.c. */
#include <math.h>
#include <stdlib.h>

#include "draft/align.h"
#include "draft/composites/motions.h"

enum {
    WORD_DEMANDS_MAX = 512,       /* that have a word, for it to find anything */
    COMPARED_MAX = 150000,        /* pairs of demands: the most alike */
    SCRATCH_BYTES_MAX = 32 << 20, /* of one comparison */
};

static const double quick_min = 0.12; /* likeness by words alone, to be laid side by side */

static const double form_share = 0.4; /* of their likeness that two demands keep at least */
static const double twin_min = 0.85;  /* of what each asks for: then nothing else matters */

/* Demands that are as like as this are opposed where so much of what they share is turned round. */
static const double opposed_likeness_min = 0.35, opposed_share_min = 0.1;
static const double opposed_whole_min = 0.3; /* of all that one of the motions asks for */

typedef struct posting {
    uint32_t demand;
    float weight;
} posting;

typedef struct pair {
    uint32_t left, right; /* demands, left < right */
    float likeness;
} pair;

typedef struct comparing {
    const pol_motions *motions;
    pol_arena *arena;
    uint32_t *starts; /* of the postings of each term, and their end */
    posting *postings;
    pair *pairs;
    size_t pair_count, pair_capacity;
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

/* --- candidates --------------------------------------------------------------------- */

static bool list_words(comparing *c)
{
    const pol_motions *motions = c->motions;
    size_t all = 0;
    for (size_t i = 0; i < motions->demand_count; i++)
        all += motions->demands[i].terms.count;
    c->starts = pol_arena_array(c->arena, motions->term_count + 2, sizeof *c->starts);
    c->postings = pol_arena_array(c->arena, all + 1, sizeof *c->postings);
    if (!c->starts || !c->postings)
        return false;
    for (size_t i = 0; i < motions->demand_count; i++)
        for (size_t j = 0; j < motions->demands[i].terms.count; j++)
            c->starts[motions->demands[i].terms.terms[j].term + 2]++;
    for (size_t i = 2; i < motions->term_count + 2; i++)
        c->starts[i] += c->starts[i - 1];
    for (size_t i = 0; i < motions->demand_count; i++)
        for (size_t j = 0; j < motions->demands[i].terms.count; j++) {
            pol_motion_term word = motions->demands[i].terms.terms[j];
            c->postings[c->starts[word.term + 1]++] = (posting){(uint32_t)i, word.weight};
        }
    return true;
}

/* Adds what each later demand of another motion shares with `at` to `shared`, and lists those. */
static size_t add_shared(const comparing *c, uint32_t at, float *shared, uint32_t *touched)
{
    const pol_demand *demand = &c->motions->demands[at];
    size_t count = 0;
    for (size_t i = 0; i < demand->terms.count; i++) {
        pol_motion_term word = demand->terms.terms[i];
        uint32_t first = c->starts[word.term], last = c->starts[word.term + 1];
        if (last - first > WORD_DEMANDS_MAX)
            continue;
        for (uint32_t j = last; j > first && c->postings[j - 1].demand > at; j--) {
            const posting *other = &c->postings[j - 1];
            if (c->motions->demands[other->demand].place == demand->place)
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
    const pair *a = left, *b = right;
    if (a->likeness != b->likeness)
        return a->likeness > b->likeness ? -1 : 1;
    if (a->left != b->left)
        return a->left < b->left ? -1 : 1;
    return (a->right > b->right) - (a->right < b->right);
}

static bool add_pair(comparing *c, pair added)
{
    pair *pairs =
        pol_arena_grow(c->arena, c->pairs, c->pair_count, &c->pair_capacity, sizeof *pairs);
    if (!pairs)
        return false;
    c->pairs = pairs;
    pairs[c->pair_count++] = added;
    return true;
}

/* The demands most like `at`, by their words alone. `found` has room for all demands. */
static bool find_like(comparing *c, uint32_t at, float *shared, uint32_t *touched, pair *found)
{
    const pol_demand *demands = c->motions->demands;
    size_t touched_count = add_shared(c, at, shared, touched), count = 0;
    for (size_t i = 0; i < touched_count; i++) {
        double both = demands[at].terms.weight * demands[touched[i]].terms.weight;
        double likeness = both > 0 ? shared[touched[i]] / sqrt(both) : 0;
        shared[touched[i]] = 0;
        if (likeness >= quick_min)
            found[count++] = (pair){at, touched[i], (float)likeness};
    }
    qsort(found, count, sizeof *found, by_likeness);
    for (size_t i = 0; i < count && i < POL_LIKE_DEMANDS_MAX; i++)
        if (!add_pair(c, found[i]))
            return false;
    return true;
}

static bool find_pairs(comparing *c)
{
    size_t count = c->motions->demand_count;
    float *shared = pol_arena_array(c->arena, count + 1, sizeof *shared);
    uint32_t *touched = pol_arena_array(c->arena, count + 1, sizeof *touched);
    pair *found = pol_arena_array(c->arena, count + 1, sizeof *found);
    bool has_room = shared && touched && found && list_words(c);
    for (size_t i = 0; i < count && has_room; i++)
        has_room = find_like(c, (uint32_t)i, shared, touched, found);
    if (c->pair_count > COMPARED_MAX) {
        qsort(c->pairs, c->pair_count, sizeof *c->pairs, by_likeness);
        c->pair_count = COMPARED_MAX;
    }
    return has_room;
}

/* --- likeness of demands ------------------------------------------------------------ */

static pol_status compare_pair(const comparing *c, pair *compared, pol_error *reterr)
{
    const pol_demand *left = &c->motions->demands[compared->left];
    const pol_demand *right = &c->motions->demands[compared->right];
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
    double likeness = both > compared->likeness ? both : compared->likeness;
    likeness *= 0.85 + 0.15 * found.order;
    double least =
        fmin(c->motions->motions[left->place].weight, c->motions->motions[right->place].weight);
    bool is_opposed = (likeness >= opposed_likeness_min && found.opposed >= opposed_share_min) ||
                      ratio(found.opposed * found.clause.shared, least) >= opposed_whole_min;
    likeness = tempered(left, right, likeness);
    compared->likeness = (float)(is_opposed ? -likeness : likeness);
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
    size_t demands = c->motions->demand_count;
    pol_like_demands *like = pol_arena_array(c->arena, demands + 1, sizeof *like);
    pol_like_demand *all = pol_arena_array(c->arena, c->pair_count * 2 + 1, sizeof *all);
    pol_like_demand **ends = pol_arena_array(c->arena, demands + 1, sizeof *ends);
    if (!like || !all || !ends)
        return false;
    for (size_t i = 0; i < c->pair_count; i++) {
        like[c->pairs[i].left].count++;
        like[c->pairs[i].right].count++;
    }
    for (size_t i = 0; i < demands; i++) {
        ends[i] = all;
        like[i].demands = all;
        all += like[i].count;
    }
    for (size_t i = 0; i < c->pair_count; i++) {
        pair one = c->pairs[i];
        *ends[one.left]++ = (pol_like_demand){one.right, one.likeness};
        *ends[one.right]++ = (pol_like_demand){one.left, one.likeness};
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

static float like_motions(const pol_motions *motions, const float *share, const float *near,
                          size_t a, size_t b)
{
    const pol_motion *left = &motions->motions[a], *right = &motions->motions[b];
    size_t there = a * motions->count + b, back = b * motions->count + a;
    if (left->document->kind != right->document->kind)
        return 0;
    if (share[there] >= twin_min && share[back] >= twin_min)
        return 1;
    return (float)pol_motions_evidence(motions, near, a, b);
}

static bool fill(const comparing *c, pol_motion_likeness *likeness)
{
    const pol_motions *motions = c->motions;
    size_t count = motions->count, cells = count * count + 1;
    float *all = pol_arena_array(c->arena, cells, sizeof *all);
    float *share = pol_arena_array(c->arena, cells, sizeof *share);
    const float *near = pol_motions_near(motions, c->arena);
    if (!all || !share || !near)
        return false;
    for (size_t i = 0; i < motions->demand_count; i++)
        add_shares(motions, likeness, i, share);
    for (size_t a = 0; a < count; a++)
        for (size_t b = a + 1; b < count; b++)
            all[a * count + b] = all[b * count + a] = like_motions(motions, share, near, a, b);
    likeness->likeness = all;
    likeness->share = share;
    return true;
}

pol_status pol_motions_compare(const pol_motions *motions, pol_arena *arena,
                               pol_motion_likeness *ret_likeness, pol_error *reterr)
{
    comparing c = {.motions = motions, .arena = arena};
    pol_status status = POL_OK;
    *ret_likeness = (pol_motion_likeness){0};
    if (!find_pairs(&c))
        return pol_composites_refused(arena, reterr);
    for (size_t i = 0; i < c.pair_count && status == POL_OK; i++)
        status = compare_pair(&c, &c.pairs[i], reterr);
    if (status == POL_OK && (!list_like(&c, ret_likeness) || !fill(&c, ret_likeness)))
        status = pol_composites_refused(arena, reterr);
    return status;
}
