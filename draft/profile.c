/* profile.c - see profile.h. */
#include "draft/profile.h"

const char *pol_aid_code(pol_aid_kind kind)
{
    (void)kind;
    return "";
}

pol_status pol_profile_parse(pol_span yaml, const char *name, pol_arena *arena,
                             pol_profile *ret_profile, pol_error *reterr)
{
    (void)yaml, (void)name, (void)arena, (void)ret_profile, (void)reterr;
    return pol_fail(reterr, POL_UNSUPPORTED, 0, "this is being built");
}
