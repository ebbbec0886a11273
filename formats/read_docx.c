/* read_docx.c - the body of a DOCX to lines. */
#include "formats/formats.h"

pol_status pol_read_docx(pol_span bytes, pol_arena *arena, pol_text *ret_text, pol_error *reterr)
{
    (void)bytes, (void)arena, (void)ret_text;
    return pol_fail(reterr, POL_UNSUPPORTED, 0, "DOCX is not read yet");
}
