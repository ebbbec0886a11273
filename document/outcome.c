/* outcome.c - lines of a report to outcomes. */
#include "document/outcome.h"

pol_status pol_outcomes_find(const pol_text *text, pol_arena *arena, pol_outcomes *ret_outcomes,
                             pol_error *reterr)
{
    (void)text, (void)arena, (void)reterr;
    *ret_outcomes = (pol_outcomes){0};
    return POL_OK;
}
