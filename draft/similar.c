/* similar.c - see similar.h. */
#include "draft/similar.h"

pol_status pol_similar_find(pol_index *index, pol_span id, const pol_similar_options *options,
                            pol_similar **ret_similar, pol_error *reterr)
{
    (void)index, (void)id, (void)options, (void)ret_similar, (void)reterr;
    return pol_fail(reterr, POL_UNSUPPORTED, 0, "this is being built");
}

void pol_similar_free(pol_similar *similar)
{
    (void)similar;
}

void pol_similar_render(pol_output output, const pol_similar *similar,
                        const pol_render_options *options, pol_buffer *buffer)
{
    (void)output, (void)similar, (void)options, (void)buffer;
}
