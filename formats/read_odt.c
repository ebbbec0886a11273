/* read_odt.c - the body of an ODT to lines. */
#include "formats/formats.h"

pol_status pol_read_odt(pol_span bytes, pol_arena *arena, pol_text *ret_text, pol_error *reterr)
{
    (void)bytes, (void)arena, (void)ret_text;
    return pol_fail(reterr, POL_UNSUPPORTED, 0, "ODT is not read yet");
}
