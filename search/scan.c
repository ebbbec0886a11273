/* scan.c - see scan.h. */
#include "search/scan.h"

pol_status pol_scan(pol_index *index, const pol_scan_query *queries, size_t count, size_t depth,
                    int64_t deadline_ns, pol_arena *arena, pol_scan_hits *ret_hits,
                    bool *ret_is_cut, pol_error *reterr)
{
    (void)index, (void)queries, (void)count, (void)depth, (void)deadline_ns, (void)arena,
        (void)ret_hits, (void)ret_is_cut, (void)reterr;
    return pol_fail(reterr, POL_UNSUPPORTED, 0, "this is being built");
}
