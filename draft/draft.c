/* draft.c - see draft.h. */
#include "draft/draft.h"

pol_status pol_draft_read(pol_span bytes, pol_arena *arena, pol_extracted *ret_extracted,
                          pol_error *reterr)
{
    (void)bytes, (void)arena, (void)ret_extracted, (void)reterr;
    return pol_fail(reterr, POL_UNSUPPORTED, 0, "this is being built");
}

pol_status pol_draft_make(const pol_document *document, pol_arena *arena, pol_draft *ret_draft,
                          pol_error *reterr)
{
    (void)document, (void)arena, (void)ret_draft, (void)reterr;
    return pol_fail(reterr, POL_UNSUPPORTED, 0, "this is being built");
}
