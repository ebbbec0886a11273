/* composites.c - see composites.h. */
#include "draft/composites.h"

pol_status pol_composites_find(pol_index *index, const pol_document *const *documents, size_t count,
                               pol_arena *arena, const pol_composite_group **ret_groups,
                               size_t *ret_group_count, pol_error *reterr)
{
    (void)index, (void)documents, (void)count, (void)arena, (void)ret_groups, (void)ret_group_count,
        (void)reterr;
    return pol_fail(reterr, POL_UNSUPPORTED, 0, "this is being built");
}

pol_status pol_composites_of(pol_index *index, pol_span conference, int year,
                             pol_composites **ret_composites, pol_error *reterr)
{
    (void)index, (void)conference, (void)year, (void)ret_composites, (void)reterr;
    return pol_fail(reterr, POL_UNSUPPORTED, 0, "this is being built");
}

void pol_composites_free(pol_composites *composites)
{
    (void)composites;
}

void pol_composites_render(pol_output output, const pol_composites *composites,
                           const pol_render_options *options, pol_buffer *buffer)
{
    (void)output, (void)composites, (void)options, (void)buffer;
}
