/* verdict.c - see verdict.h. */
#include "draft/verdict.h"

const char *pol_verdict_code(pol_verdict verdict)
{
    (void)verdict;
    return "";
}

const char *pol_verdict_label(pol_verdict verdict)
{
    (void)verdict;
    return "";
}

const char *pol_verdict_help(pol_verdict verdict)
{
    (void)verdict;
    return "";
}

const char *pol_fate_code(pol_fate fate)
{
    (void)fate;
    return "";
}

pol_fate pol_fate_of(pol_decision decision)
{
    (void)decision;
    return (pol_fate)0;
}

void pol_evidence_decide(pol_evidence *evidence)
{
    (void)evidence;
}

pol_verdict pol_verdict_of(const pol_evidence *evidence, size_t count,
                           const pol_evidence **ret_decisive)
{
    (void)evidence, (void)count, (void)ret_decisive;
    return (pol_verdict)0;
}
