/* formats.c - which reader, and which program, for which format. */
#include "formats/formats.h"

pol_status pol_format_read(pol_format format, pol_span bytes, pol_arena *arena, pol_text *ret_text,
                           pol_error *reterr)
{
    switch (format) {
    case POL_FORMAT_PDF:
        return pol_read_pdf(bytes, arena, ret_text, reterr);
    case POL_FORMAT_DOCX:
        return pol_read_docx(bytes, arena, ret_text, reterr);
    case POL_FORMAT_ODT:
        return pol_read_odt(bytes, arena, ret_text, reterr);
    default:
        return pol_read(format, bytes, arena, ret_text, reterr);
    }
}
