/* judge.h - signs to how likely two texts ask for the same, and how likely for the opposite
 * (private to draft/).
 *
 * Two neural networks of one hidden layer, beside which each sign adds to the log odds itself, as
 * in a logistic regression (Bishop, Neural Networks for Pattern Recognition, 1995, chapter 4).
 * Their weights (judge_weights.c) are fitted by tests/draft/train.py to the labelled clauses of
 * tests/draft: `same` to whether the passage is the one that the clause is about, `turned` to
 * whether the clause turns that one round. */
#ifndef POL_DRAFT_JUDGE_H
#define POL_DRAFT_JUDGE_H

#include "draft/signs.h"

typedef struct pol_judgement {
    double same;   /* about the same demand, whichever way; without what MARGIN adds */
    double turned; /* the other way, if it is the same demand */
} pol_judgement;

/* What a sign adds to each. judge_weights.c */
typedef struct pol_judge_weight {
    double same, turned;
} pol_judge_weight;

extern const pol_judge_weight pol_judge_base;
extern const pol_judge_weight pol_judge_weights[POL_SIGN_COUNT];

/* The hidden layer: units, to each of which each sign but MARGIN adds, and the hyperbolic tangent
 * of which adds to the log odds. judge_layers.c */
enum { POL_JUDGE_UNITS = 60 };

typedef struct pol_judge_layer {
    float inputs[POL_SIGN_COUNT][POL_JUDGE_UNITS];
    float bases[POL_JUDGE_UNITS];
    float outputs[POL_JUDGE_UNITS];
} pol_judge_layer;

extern const pol_judge_layer pol_judge_same_layer, pol_judge_turned_layer;

pol_judgement pol_judge(const double signs[POL_SIGN_COUNT]);

/* What a passage's margin over those of other motions adds to `same`. */
double pol_judge_margin(double margin);

#endif
