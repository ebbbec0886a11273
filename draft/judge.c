/* judge.c - see judge.h. */
#include "draft/judge.h"

pol_judgement pol_judge(const double signs[POL_SIGN_COUNT])
{
    pol_judgement judgement = {pol_judge_base.same, pol_judge_base.turned};
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
