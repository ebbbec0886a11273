/* signs.c - two motions to the signs that they ask for the same, or do not.
 *
 * Branches say one demand in different words, so no single sign is enough, and what most tells
 * against it is "the same subject, another demand": signs of that count by how much both are about
 * one matter. */
#include <math.h>

#include "draft/composites/motions.h"

const char *const pol_sign_names[POL_SIGN_COUNT] = {
    "matters",       "asked",       "reason",      "near",       "near_part", "alike",
    "words",         "phrases",     "title",       "title_most", "short",     "against",
    "turned",        "stance",      "mould",       "same_body",  "judged",    "judged_least",
    "judged_turned", "judged_part", "judged_short"};

/* Small texts share little by chance and large ones much. */
static const double asked_large = 6, reason_scale = 10, text_least = 3, near_part_least = 2,
                    demand_least = 0.5, title_least = 0.75, opposed_least = 0.2;

/* To what the judge says, which has no margin over other motions here. */
static const double judged_shift = 3, judged_least_shift = 4;

static const double opposed_max = 0.5; /* from there on two demands are each other's opposite */

/* To the next word that both have, from `i` and `j` on; false: no more. */
static bool find_common(const pol_told *a, const pol_told *b, size_t *i, size_t *j)
{
    while (*i < a->count && *j < b->count) {
        if (a->words[*i].term == b->words[*j].term)
            return true;
        if (a->words[*i].term < b->words[*j].term)
            ++*i;
        else
            ++*j;
    }
    return false;
}

/* What both ask for, and what one asks for and the other gives as its reason. */
typedef struct shared {
    double asked, reason;
} shared;

static shared find_shared(const pol_told *a, const pol_told *b)
{
    shared found = {0};
    for (size_t i = 0, j = 0; find_common(a, b, &i, &j); i++, j++) {
        bool left = a->words[i].where & POL_TOLD_ASKED, right = b->words[j].where & POL_TOLD_ASKED;
        found.asked += left && right ? a->words[i].weight : 0;
        found.reason += left != right ? a->words[i].weight : 0;
    }
    return found;
}

/* Of two demands what both say, for or against it, and what one is against and the other for. */
typedef struct agreement {
    double same, turned;
} agreement;

static agreement compare_demands(const pol_told *a, const pol_told *b)
{
    agreement found = {0};
    for (size_t i = 0, j = 0; find_common(a, b, &i, &j); i++, j++) {
        bool is_turned = (a->words[i].where ^ b->words[j].where) & POL_TOLD_TURNED;
        found.turned += is_turned ? a->words[i].weight : 0;
        found.same += is_turned ? 0 : a->words[i].weight;
    }
    return found;
}

/* How alike the two demands are that are most alike, and how opposed the two that are most
 * opposed. */
typedef struct nearness {
    double alike, opposed;
} nearness;

static nearness nearest(const pol_motions *motions, const pol_motion *a, const pol_motion *b)
{
    nearness most = {0};
    for (uint32_t i = 0; i < a->demand_count; i++)
        for (uint32_t j = 0; j < b->demand_count; j++) {
            const pol_told *left = &motions->demands[a->first_demand + i].told;
            const pol_told *right = &motions->demands[b->first_demand + j].told;
            double both = left->weight + demand_least, own = right->weight + demand_least;
            agreement found = compare_demands(left, right);
            most.alike = fmax(most.alike, (found.same + found.turned) / sqrt(both * own));
            both = left->weight + opposed_least;
            own = right->weight + opposed_least;
            most.opposed = fmax(most.opposed, (found.turned - found.same) / sqrt(both * own));
        }
    return most;
}

/* Of what a demand says, what the other motion asks for. */
static double held(const pol_told *demand, const pol_told *other)
{
    double both = 0;
    for (size_t i = 0, j = 0; i < demand->count && j < other->count;) {
        if (demand->words[i].term < other->words[j].term) {
            i++;
        } else if (demand->words[i].term > other->words[j].term) {
            j++;
        } else {
            if (other->words[j].where & POL_TOLD_ASKED)
                both += demand->words[i].weight;
            i++;
            j++;
        }
    }
    return both / (demand->weight + opposed_least);
}

/* How far one is against what the other, which is against nothing, asks for. */
static double against(const pol_motions *motions, const pol_motion *one, const pol_motion *other)
{
    double most = 0;
    for (uint32_t i = 0; i < other->demand_count; i++)
        if (motions->demands[other->first_demand + i].opposes)
            return 0;
    for (uint32_t i = 0; i < one->demand_count; i++) {
        const pol_demand *demand = &motions->demands[one->first_demand + i];
        if (demand->opposes)
            most = fmax(most, held(&demand->told, &other->told));
    }
    return most;
}

static double against_either(const pol_motions *motions, const pol_motion *a, const pol_motion *b)
{
    return fmax(against(motions, a, b), against(motions, b, a));
}

/* The cosine of the angle between the words of two texts. */
static double cosine(const pol_told *a, const pol_told *b)
{
    double both = 0, left = 0, right = 0;
    for (size_t i = 0; i < a->count; i++)
        left += (double)a->words[i].weight * a->words[i].weight;
    for (size_t i = 0; i < b->count; i++)
        right += (double)b->words[i].weight * b->words[i].weight;
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        if (a->words[i].term < b->words[j].term)
            i++;
        else if (a->words[i].term > b->words[j].term)
            j++;
        else
            both += (double)a->words[i++].weight * b->words[j++].weight;
    }
    return left > 0 && right > 0 ? both / sqrt(left * right) : 0;
}

static pol_span body_of(const pol_motion *motion)
{
    const pol_document *document = motion->document;
    return document->submitter_count ? document->submitters[0].name : (pol_span){0};
}

static bool are_of_one_body(const pol_motion *a, const pol_motion *b)
{
    pol_span left = body_of(a), right = body_of(b);
    return left.size > 0 && pol_span_equal(left, right);
}

/* Of what each asks for in whole, what is near to what the other asks for. */
static void add_near(const pol_motion *a, const pol_motion *b, double there, double back,
                     double signs[POL_SIGN_COUNT])
{
    double left = a->asked_weight + near_part_least, right = b->asked_weight + near_part_least;
    signs[POL_SIGN_NEAR] = sqrt(fmin(there, back));
    signs[POL_SIGN_NEAR_PART] = sqrt(there * back / (left * right));
}

/* What the words of a motion's title weigh that the other asks for too, of all of them. `news`:
 * what each tells in this conference. */
static double title_held(const pol_told *a, const pol_told *b)
{
    double both = 0, all = 0;
    for (size_t i = 0; i < a->count; i++)
        all += a->words[i].where & POL_TOLD_TITLE ? a->words[i].news : 0;
    for (size_t i = 0, j = 0; find_common(a, b, &i, &j); i++, j++)
        if ((a->words[i].where & POL_TOLD_TITLE) && (b->words[j].where & POL_TOLD_ASKED))
            both += a->words[i].news;
    return both / (all + title_least);
}

static void add_titles(const pol_motion *a, const pol_motion *b, double signs[POL_SIGN_COUNT])
{
    double there = title_held(&a->told, &b->told), back = title_held(&b->told, &a->told);
    signs[POL_SIGN_TITLE] = fmin(there, back);
    signs[POL_SIGN_TITLE_MOST] = fmax(there, back);
}

static void add_against(const pol_motions *motions, const pol_motion *a, const pol_motion *b,
                        double signs[POL_SIGN_COUNT])
{
    double matters = signs[POL_SIGN_MATTERS];
    signs[POL_SIGN_AGAINST] = matters * against_either(motions, a, b);
    signs[POL_SIGN_TURNED] = matters * (a->turns != b->turns);
    signs[POL_SIGN_STANCE] = matters * fabs(a->stance - b->stance);
}

static double chance(double odds)
{
    return 1 / (1 + exp(-odds));
}

/* Behind SHORT. They are small where nothing is judged. */
static void add_judged(pol_motion_judged there, pol_motion_judged back,
                       double signs[POL_SIGN_COUNT])
{
    pol_motion_judged most = there.same >= back.same ? there : back;
    double surer = chance(most.same + judged_shift);
    signs[POL_SIGN_JUDGED] = surer;
    signs[POL_SIGN_JUDGED_LEAST] = chance(fmin(there.same, back.same) + judged_least_shift);
    signs[POL_SIGN_JUDGED_TURNED] = chance(most.same + judged_least_shift) * chance(most.turned);
    signs[POL_SIGN_JUDGED_PART] = surer * most.part;
    signs[POL_SIGN_JUDGED_SHORT] = surer * signs[POL_SIGN_SHORT];
}

bool pol_motions_signs(const pol_motions *motions, const pol_motion_relations *relations,
                       size_t left, size_t right, double signs[POL_SIGN_COUNT])
{
    const pol_motion *a = &motions->motions[left], *b = &motions->motions[right];
    size_t way = left * motions->count + right, other_way = right * motions->count + left;
    double there = relations->near[way], back = relations->near[other_way];
    shared found = find_shared(&a->told, &b->told);
    signs[POL_SIGN_MATTERS] = pol_matters_alike(&a->matters, &b->matters);
    if (there <= 0 && back <= 0 && found.reason <= 0 && signs[POL_SIGN_MATTERS] <= 0)
        return false;
    nearness demands = nearest(motions, a, b);
    if (demands.opposed >= opposed_max)
        return false;
    double part = fmin(1, asked_large / sqrt(a->asked_weight * b->asked_weight));
    signs[POL_SIGN_ASKED] = found.asked > 0 ? sqrt(part * found.asked) : 0;
    signs[POL_SIGN_REASON] =
        sqrt(reason_scale * found.reason /
             sqrt((a->told.weight + text_least) * (b->told.weight + text_least)));
    signs[POL_SIGN_ALIKE] = demands.alike;
    signs[POL_SIGN_WORDS] = signs[POL_SIGN_MATTERS] * cosine(&a->told, &b->told);
    signs[POL_SIGN_PHRASES] = pol_motion_phrases(a, b);
    signs[POL_SIGN_SHORT] = log(fmin((double)a->told.count, (double)b->told.count) + text_least);
    signs[POL_SIGN_MOULD] = pol_motions_moulded(a, b);
    signs[POL_SIGN_SAME_BODY] = are_of_one_body(a, b);
    add_titles(a, b, signs);
    add_near(a, b, there, back, signs);
    add_against(motions, a, b, signs);
    add_judged(relations->judged[way], relations->judged[other_way], signs);
    return true;
}
