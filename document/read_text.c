/* read_text.c - plain text: its lines as typed. */
#include "document/clean.h"
#include "document/reader.h"

pol_status pol_read_text(pol_span bytes, pol_arena *arena, pol_text *ret_text, pol_error *reterr)
{
    pol_text text = {.encoding = "UTF-8"};
    pol_span utf8;
    pol_status status = pol_decode_text(bytes, arena, &utf8, &text, reterr);
    if (status == POL_OK)
        status = pol_text_add_lines(&text, arena, utf8, 1, false, reterr);
    if (status == POL_OK)
        *ret_text = text;
    return status;
}
