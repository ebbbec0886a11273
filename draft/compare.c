/* compare.c - see compare.h. */
#include "draft/compare.h"

pol_status pol_compare(const pol_compared *clause, const pol_compared *passage, pol_arena *arena,
                       pol_comparison *ret_comparison, pol_error *reterr)
{
    (void)clause, (void)passage, (void)arena, (void)ret_comparison, (void)reterr;
    return pol_fail(reterr, POL_UNSUPPORTED, 0, "this is being built");
}
