/* judge.c - see judge.h. */
#include "draft/judge.h"

#define BENT 4.9F /* from there on it is 1, nearly */

/* The hyperbolic tangent, by its continued fraction (Lambert 1761) cut off: to 0.0001, and without
 * a branch, for several at once. */
static float bend(float x)
{
    float least = x > -BENT ? x : -BENT, most = least < BENT ? least : BENT, square = most * most;
    return most * (135135.0F + square * (17325.0F + square * (378.0F + square))) /
           (135135.0F + square * (62370.0F + square * (3150.0F + square * 28.0F)));
}

/* What all units add. Most signs of most texts are 0, and those without a part in this layer have
 * rows of 0. */
static double add_units(const pol_judge_layer *layer, const double signs[POL_SIGN_COUNT])
{
    float units[POL_JUDGE_UNITS];
    double sum = 0;
    memcpy(units, layer->bases, sizeof units);
    for (size_t i = 0; i < POL_SIGN_COUNT; i++) {
        const float sign = (float)signs[i], *inputs = layer->inputs[i];
        if (sign == 0 || inputs[0] == 0)
            continue;
        for (size_t j = 0; j < POL_JUDGE_UNITS; j++)
            units[j] += sign * inputs[j];
    }
    for (size_t j = 0; j < POL_JUDGE_UNITS; j++)
        units[j] = layer->outputs[j] * bend(units[j]);
    for (size_t j = 0; j < POL_JUDGE_UNITS; j++)
        sum += (double)units[j];
    return sum;
}

pol_judgement pol_judge(const double signs[POL_SIGN_COUNT])
{
    pol_judgement judgement = {pol_judge_base.same + add_units(&pol_judge_same_layer, signs),
                               pol_judge_base.turned + add_units(&pol_judge_turned_layer, signs)};
    for (size_t i = 0; i < POL_SIGN_COUNT; i++) {
        judgement.same += pol_judge_weights[i].same * signs[i];
        judgement.turned += pol_judge_weights[i].turned * signs[i];
    }
    return judgement;
}

double pol_judge_margin(double margin)
{
    return pol_judge_weights[POL_SIGN_MARGIN].same * margin;
}
