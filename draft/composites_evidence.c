/* composites_evidence.c - two motions to how likely they ask for the same.
 *
 * Branches say one demand in different words, so no single sign is enough. Several weak ones are
 * added as logistic regression adds them (Cox 1958): what both ask for, what one asks for and the
 * other gives as its reason, titles, the demands that are most alike, words that are kin, matters
 * that both are about. The weights were fitted to made conferences of four unions, each judged by
 * what was fitted to the others. */
#include <math.h>

#include "draft/composites_motions.h"
#include "draft/thesaurus.h"

static const double bias = -9.0, asked_weight = 5.47, reason_weight = 2.81, title_weight = 1.08,
                    demand_weight = 1.69, kin_weight = 2.41, row_weight = 1.8,
                    same_body_weight = -3.47, against_weight = -4.9;
static const double demand_same = 0.8;
static const double worth_kin = -3; /* below, no kin would make two motions alike */

/* Small texts share little by chance and large ones much. */
static const double asked_large = 6, reason_scale = 10, text_least = 3, demand_least = 0.5,
                    opposed_least = 0.2;

static const double against_max = 0.36, opposed_max = 0.36; /* then they are not together */
static const double kin_part = 0.7, broader_part = 0.3;     /* of a word, that its kin stands for */

enum { KIN_WORDS_MAX = 64 /* of each motion */ };

typedef struct shared {
    double asked, reason, titles;
} shared;

static void add_shared(const pol_told_word *left, const pol_told_word *right, shared *to)
{
    uint8_t both = left->where & right->where, any = left->where | right->where;
    if (both & POL_TOLD_ASKED)
        to->asked += left->weight;
    else if (any & POL_TOLD_ASKED)
        to->reason += left->weight;
    if (left->where & POL_TOLD_TITLE && right->where & POL_TOLD_ASKED)
        to->titles += left->weight;
    if (right->where & POL_TOLD_TITLE && left->where & POL_TOLD_ASKED)
        to->titles += left->weight;
}

static shared find_shared(const pol_told *a, const pol_told *b)
{
    shared found = {0};
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        if (a->words[i].term == b->words[j].term)
            add_shared(&a->words[i++], &b->words[j++], &found);
        else if (a->words[i].term < b->words[j].term)
            i++;
        else
            j++;
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

/* How alike the two demands are that are most alike, and the two that are most opposed. */
static double nearest(const pol_motions *motions, const pol_motion *a, const pol_motion *b,
                      double *ret_opposed)
{
    double best = 0;
    *ret_opposed = 0;
    for (uint32_t i = 0; i < a->demand_count; i++)
        for (uint32_t j = 0; j < b->demand_count; j++) {
            const pol_told *left = &motions->demands[a->first_demand + i].told;
            const pol_told *right = &motions->demands[b->first_demand + j].told;
            agreement found = compare_demands(left, right);
            best = fmax(best, (found.same + found.turned) / sqrt((left->weight + demand_least) *
                                                                 (right->weight + demand_least)));
            *ret_opposed = fmax(*ret_opposed, (found.turned - found.same) /
                                                  sqrt((left->weight + opposed_least) *
                                                       (right->weight + opposed_least)));
        }
    return best;
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

static double rows_of(const pol_motions *motions, const pol_motion *a, const pol_motion *b)
{
    double both = 0;
    for (size_t i = 0, j = 0; i < a->row_count && j < b->row_count;) {
        if (a->rows[i] == b->rows[j]) {
            both += motions->rows[a->rows[i++]];
            j++;
        } else if (a->rows[i] < b->rows[j]) {
            i++;
        } else {
            j++;
        }
    }
    return both;
}

static pol_span body_of(const pol_motion *motion)
{
    const pol_document *document = motion->document;
    return document->submitter_count ? document->submitters[0].name : (pol_span){0};
}

static bool has_asked(const pol_told *told, uint32_t term)
{
    for (size_t low = 0, high = told->count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (told->words[middle].term == term)
            return told->words[middle].where & POL_TOLD_ASKED;
        if (told->words[middle].term < term)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

/* Words that one asks for and the other does not, and that the thesaurus has. */
static size_t find_lacking(const pol_motions *motions, const pol_told *told, const pol_told *other,
                           const pol_told_word *lacking[KIN_WORDS_MAX])
{
    size_t count = 0;
    for (size_t i = 0; i < told->count && count < KIN_WORDS_MAX; i++) {
        const pol_told_word *word = &told->words[i];
        if (word->where & POL_TOLD_ASKED && motions->words[word->term] != POL_THESAURUS_NONE &&
            !has_asked(other, word->term))
            lacking[count++] = word;
    }
    return count;
}

static double kin_of(const pol_motions *motions, const pol_motion *a, const pol_motion *b)
{
    const pol_told_word *left[KIN_WORDS_MAX], *right[KIN_WORDS_MAX];
    size_t left_count = find_lacking(motions, &a->told, &b->told, left);
    size_t right_count = find_lacking(motions, &b->told, &a->told, right);
    double all = 0;
    for (size_t i = 0; i < left_count; i++) {
        double best = 0;
        for (size_t j = 0; j < right_count; j++) {
            double least = fmin(left[i]->weight, right[j]->weight);
            if (least * kin_part <= best)
                continue;
            unsigned kinship = pol_thesaurus_kinship(motions->words[left[i]->term],
                                                     motions->words[right[j]->term]);
            if (!kinship || kinship & POL_KINSHIP_ANTONYM)
                continue;
            bool is_close = kinship & (POL_KINSHIP_SYNONYM | POL_KINSHIP_DERIVED);
            best = fmax(best, least * (is_close ? kin_part : broader_part));
        }
        all += best;
    }
    return all;
}

double pol_motions_evidence(const pol_motions *motions, const pol_motion *a, const pol_motion *b)
{
    shared found = find_shared(&a->told, &b->told);
    if (found.asked <= 0 && found.reason <= 0)
        return 0;
    double opposed, demands = nearest(motions, a, b, &opposed);
    double turned = fmax(against(motions, a, b), against(motions, b, a));
    if (opposed >= opposed_max || turned >= against_max)
        return 0;
    double reason = reason_scale * found.reason /
                    sqrt((a->told.weight + text_least) * (b->told.weight + text_least));
    double part = fmin(1, asked_large / sqrt(a->asked_weight * b->asked_weight));
    pol_span left = body_of(a), right = body_of(b);
    bool is_same_body = left.size > 0 && pol_span_equal(left, right);
    double sum = bias + asked_weight * sqrt(part * found.asked) + reason_weight * sqrt(reason) +
                 title_weight * sqrt(part * found.titles) + demand_weight * demands +
                 row_weight * sqrt(part * rows_of(motions, a, b)) + against_weight * turned +
                 (is_same_body ? same_body_weight : 0);
    if (sum < worth_kin)
        return 0;
    sum += kin_weight * part * kin_of(motions, a, b);
    /* One demand that is all the same is no mould, whatever else the two ask for. */
    return demands < demand_same && pol_motions_moulded(a, b) ? 0 : 1 / (1 + exp(-sum));
}
