/* lengths.c - see lengths.h. */
#include "search/lengths.h"

pol_status pol_index_lengths(pol_index *index, const pol_lengths **ret_lengths, pol_error *reterr)
{
    (void)index, (void)ret_lengths, (void)reterr;
    return pol_fail(reterr, POL_UNSUPPORTED, 0, "this is being built");
}
