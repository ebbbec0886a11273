/* evidence.c - two motions to how likely they ask for the same.
 *
 * Several weak signs are added as logistic regression adds them (Cox 1958). The weights were fitted
 * by tests/draft/composites_fit.py to the pairs of motions of made conferences; what is
 * reached on a conference that is left out is told in tests/draft/composites/README.md. */
#include <math.h>

#include "draft/composites/motions.h"

static const double bias = -5.753;
static const double weights[POL_SIGN_COUNT] = {
    [POL_SIGN_MATTERS] = 15.132,   [POL_SIGN_ASKED] = 0.593,       [POL_SIGN_REASON] = 2.140,
    [POL_SIGN_NEAR] = 5.637,       [POL_SIGN_NEAR_PART] = -12.548, [POL_SIGN_ALIKE] = 8.676,
    [POL_SIGN_WORDS] = -24.378,    [POL_SIGN_PHRASES] = 0.812,     [POL_SIGN_TITLE] = 2.897,
    [POL_SIGN_TITLE_MOST] = 3.989, [POL_SIGN_SHORT] = -1.918,      [POL_SIGN_AGAINST] = -11.710,
    [POL_SIGN_TURNED] = -2.913,    [POL_SIGN_STANCE] = -4.477,     [POL_SIGN_MOULD] = -4.873,
    [POL_SIGN_SAME_BODY] = -7.108,
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

double pol_motions_evidence(const pol_motions *motions, const float *near, size_t a, size_t b)
{
    double signs[POL_SIGN_COUNT];
    double sum = bias - log((double)motions->count / motions_fitted);
    if (!pol_motions_signs(motions, near, a, b, signs))
        return 0;
    if (is_taken_over(signs))
        return 1;
    for (size_t i = 0; i < POL_SIGN_COUNT; i++)
        sum += weights[i] * signs[i];
    return 1 / (1 + exp(-sum));
}
