/* split.c - a text to its parts. */
#include "document/split.h"

pol_status pol_split_text(const pol_text *text, pol_span name, pol_arena *arena,
                          pol_split *ret_split, pol_error *reterr)
{
    (void)text, (void)name, (void)arena, (void)reterr;
    *ret_split = (pol_split){0};
    return POL_OK;
}
