/* weigh.c - see weigh.h. */
#include "draft/weigh.h"

pol_status pol_weigher_new(pol_index *index, pol_weigher **ret_weigher, pol_error *reterr)
{
    (void)index, (void)ret_weigher, (void)reterr;
    return pol_fail(reterr, POL_UNSUPPORTED, 0, "this is being built");
}

void pol_weigher_free(pol_weigher *weigher)
{
    (void)weigher;
}

pol_status pol_weigh(pol_weigher *weigher, pol_span text, pol_arena *arena,
                     pol_weighed_text *ret_text, pol_error *reterr)
{
    (void)weigher, (void)text, (void)arena, (void)ret_text, (void)reterr;
    return pol_fail(reterr, POL_UNSUPPORTED, 0, "this is being built");
}
