/* read_pdf.c - the pages of a PDF to lines in reading order. */
#include "formats/formats.h"

pol_status pol_read_pdf(pol_span bytes, pol_arena *arena, pol_text *ret_text, pol_error *reterr)
{
    (void)bytes, (void)arena, (void)ret_text;
    return pol_fail(reterr, POL_UNSUPPORTED, 0, "PDF is not read yet");
}
