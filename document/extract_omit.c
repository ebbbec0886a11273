/* extract_omit.c - what was left out of a file, noted beside what is in it. */
#include "document/extract.h"

pol_status pol_extract_omit(pol_extracted *extracted, pol_arena *arena, pol_span member,
                            uint32_t line, pol_span reason, pol_error *reterr)
{
    pol_omission *grown = pol_arena_grow(arena, extracted->omissions, extracted->omission_count,
                                         &extracted->omission_capacity, sizeof *grown);
    pol_span copy = pol_arena_copy(arena, reason);
    if (!grown || !copy.data)
        return pol_arena_refused(arena, sizeof *grown + reason.size, reterr);
    extracted->omissions = grown;
    grown[extracted->omission_count++] = (pol_omission){member, line, copy};
    return POL_OK;
}
