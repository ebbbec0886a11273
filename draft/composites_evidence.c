/* composites_evidence.c - two motions to how likely they ask for the same.
 *
 * Branches say one demand in different words, so no single sign is enough. Several weak ones are
 * added as logistic regression adds them (Cox 1958): matters that both are about, what both ask
 * for, what one asks for and the other gives as its reason, the two demands that are most alike.
 * Two that may ask for the opposite are never together. The weights were fitted to made conferences
 * of five unions, each judged by what was fitted to the others, and with 40% of the matters left
 * out at random: there is always one that nobody had in mind. */
#include <math.h>

#include "draft/composites_motions.h"

static const double bias = -8.44, asked_weight = 4.77, reason_weight = 1.7, demand_weight = 4.1,
                    matter_weight = 10.74, resisted_weight = -4.71, same_body_weight = -5.56,
                    against_weight = -3.01;
static const double demand_same = 0.8;

/* Small texts share little by chance and large ones much. */
static const double asked_large = 6, reason_scale = 10, text_least = 3, demand_least = 0.5,
                    opposed_least = 0.2, turned_least = 0.3;

/* Then they are not together. */
static const double against_max = 0.36, opposed_max = 0.36;
static const double resisted_max = 0.3; /* where one of them says that it resists */
static const double turned_max = 0.5;   /* where they may be about different matters, */
static const double matter_same = 0.6;  /* which above this they are not */
static const double mould_same = 0.75;  /* nor was a matter exchanged above this */

/* What both ask for, and what one asks for and the other gives as its reason. */
typedef struct shared {
    double asked, reason;
} shared;

static shared find_shared(const pol_told *a, const pol_told *b)
{
    shared found = {0};
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        if (a->words[i].term < b->words[j].term) {
            i++;
        } else if (a->words[i].term > b->words[j].term) {
            j++;
        } else {
            bool left = a->words[i].where & POL_TOLD_ASKED,
                 right = b->words[j].where & POL_TOLD_ASKED;
            found.asked += left && right ? a->words[i].weight : 0;
            found.reason += left != right ? a->words[i].weight : 0;
            i++;
            j++;
        }
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
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        if (a->words[i].term < b->words[j].term) {
            i++;
        } else if (a->words[i].term > b->words[j].term) {
            j++;
        } else {
            bool is_turned = (a->words[i].where ^ b->words[j].where) & POL_TOLD_TURNED;
            found.turned += is_turned ? a->words[i].weight : 0;
            found.same += is_turned ? 0 : a->words[i].weight;
            i++;
            j++;
        }
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
            const pol_demand *left = &motions->demands[a->first_demand + i];
            const pol_demand *right = &motions->demands[b->first_demand + j];
            double both = left->told.weight + demand_least, own = right->told.weight + demand_least;
            agreement found = compare_demands(&left->told, &right->told);
            most.alike = fmax(most.alike, (found.same + found.turned) / sqrt(both * own));
            both = left->told.weight + opposed_least;
            own = right->told.weight + opposed_least;
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

/* Of the words of both motions' demands, what one is against and the other for. */
static double turned_part(const pol_motion *a, const pol_motion *b)
{
    double turned = 0, both = 0;
    for (size_t i = 0, j = 0; i < a->sign_count && j < b->sign_count;) {
        if (a->signs[i].term < b->signs[j].term) {
            i++;
        } else if (a->signs[i].term > b->signs[j].term) {
            j++;
        } else {
            turned += a->signs[i].weight * fabsf(a->signs[i].against - b->signs[j].against);
            both += a->signs[i++].weight;
            j++;
        }
    }
    return turned / (both + turned_least);
}

static pol_span body_of(const pol_motion *motion)
{
    const pol_document *document = motion->document;
    return document->submitter_count ? document->submitters[0].name : (pol_span){0};
}

/* `opposed`: how far two of their demands are; `matter`: how much they are about the same. */
static bool are_opposed(const pol_motions *motions, const pol_motion *a, const pol_motion *b,
                        double opposed, double matter)
{
    double part = turned_part(a, b);
    return opposed >= opposed_max || against_either(motions, a, b) >= against_max ||
           (a->resists != b->resists && part >= resisted_max) ||
           (matter < matter_same && part >= turned_max);
}

/* One demand that is all the same is no mould, whatever else the two ask for; nor are motions on
 * one matter. */
static bool are_moulded(const pol_motion *a, const pol_motion *b, double alike, double matter)
{
    return alike < demand_same && matter < mould_same && pol_motions_moulded(a, b);
}

double pol_motions_evidence(const pol_motions *motions, const pol_motion *a, const pol_motion *b)
{
    shared found = find_shared(&a->told, &b->told);
    double matter = pol_matters_alike(&a->matters, &b->matters);
    if (found.asked <= 0 && found.reason <= 0 && matter <= 0)
        return 0;
    nearness demands = nearest(motions, a, b);
    if (are_opposed(motions, a, b, demands.opposed, matter))
        return 0;
    double reason = reason_scale * found.reason /
                    sqrt((a->told.weight + text_least) * (b->told.weight + text_least));
    double part = fmin(1, asked_large / sqrt(a->asked_weight * b->asked_weight));
    pol_span left = body_of(a), right = body_of(b);
    bool is_same_body = left.size > 0 && pol_span_equal(left, right);
    double sum = bias + asked_weight * sqrt(part * found.asked) + reason_weight * sqrt(reason) +
                 demand_weight * demands.alike + matter_weight * matter +
                 (a->resists != b->resists ? resisted_weight * matter : 0) +
                 against_weight * against_either(motions, a, b) +
                 (is_same_body ? same_body_weight : 0);
    return are_moulded(a, b, demands.alike, matter) ? 0 : 1 / (1 + exp(-sum));
}
