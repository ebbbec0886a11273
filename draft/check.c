/* check.c - see check.h. */
#include "draft/check.h"

pol_status pol_check(pol_index *index, const pol_draft *draft, const pol_check_options *options,
                     pol_report **ret_report, pol_error *reterr)
{
    (void)index, (void)draft, (void)options, (void)ret_report, (void)reterr;
    return pol_fail(reterr, POL_UNSUPPORTED, 0, "this is being built");
}

void pol_report_free(pol_report *report)
{
    (void)report;
}
