/* evidence.c - two motions to how likely they ask for the same.
 *
 * Several weak signs are added as logistic regression adds them (Cox 1958). The weights were fitted
 * by tests/draft/composites_fit.py to the pairs of motions of made conferences; what is
 * reached on a conference that is left out is told in tests/draft/composites/README.md. */
#include <math.h>

#include "draft/composites/motions.h"

static const double bias = -3.508;
static const double weights[POL_SIGN_COUNT] = {
    [POL_SIGN_MATTERS] = 14.088,       [POL_SIGN_ASKED] = 0.654,
    [POL_SIGN_REASON] = 2.170,         [POL_SIGN_NEAR] = 5.887,
    [POL_SIGN_NEAR_PART] = -12.134,    [POL_SIGN_ALIKE] = 4.509,
    [POL_SIGN_WORDS] = -22.164,        [POL_SIGN_PHRASES] = 0.526,
    [POL_SIGN_TITLE] = 2.715,          [POL_SIGN_TITLE_MOST] = 3.916,
    [POL_SIGN_SHORT] = -2.730,         [POL_SIGN_AGAINST] = -10.535,
    [POL_SIGN_TURNED] = -2.932,        [POL_SIGN_STANCE] = -3.920,
    [POL_SIGN_MOULD] = -4.315,         [POL_SIGN_SAME_BODY] = -7.979,
    [POL_SIGN_JUDGED] = -0.709,        [POL_SIGN_JUDGED_LEAST] = 1.253,
    [POL_SIGN_JUDGED_TURNED] = -1.199, [POL_SIGN_JUDGED_PART] = -1.787,
    [POL_SIGN_JUDGED_SHORT] = 1.012,
};

/* The conferences that the weights were fitted to have so many motions. Of a longer one a motion is
 * likely to have no more that ask for the same, and two by chance less likely do. */
static const double motions_fitted = 60;

/* One who takes a text over and changes some words asks for the same. The conferences that were
 * made have few of these, and many of another kind: long preambles in common before other demands.
 */
static const double taken_part = 0.55, taken_matters = 0.6, taken_against = 0.2;

static bool is_taken_over(const double signs[POL_SIGN_COUNT])
{
    return signs[POL_SIGN_NEAR_PART] >= taken_part && signs[POL_SIGN_MATTERS] >= taken_matters &&
           signs[POL_SIGN_AGAINST] < taken_against;
}

double pol_motions_evidence(const pol_motions *motions, const pol_motion_relations *relations,
                            size_t a, size_t b)
{
    double signs[POL_SIGN_COUNT];
    double sum = bias - log((double)motions->count / motions_fitted);
    if (!pol_motions_signs(motions, relations, a, b, signs))
        return 0;
    if (is_taken_over(signs))
        return 1;
    for (size_t i = 0; i < POL_SIGN_COUNT; i++)
        sum += weights[i] * signs[i];
    return 1 / (1 + exp(-sum));
}
