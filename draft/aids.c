/* aids.c - see aids.h. */
#include "draft/aids.h"

pol_status pol_aids_find(pol_index *index, const pol_draft *draft, const pol_profile *profile,
                         pol_arena *arena, const pol_aid **ret_aids, size_t *ret_count,
                         pol_error *reterr)
{
    (void)index, (void)draft, (void)profile, (void)arena, (void)reterr;
    *ret_aids = NULL;
    *ret_count = 0;
    return POL_OK;
}
