/* read_text.c - plain text: front matter to pairs, its lines as typed. */
#include "document/clean.h"
#include "document/front_matter.h"
#include "document/reader.h"

pol_status pol_read_text(pol_span bytes, pol_arena *arena, pol_text *ret_text, pol_error *reterr)
{
    pol_text text = {.encoding = "UTF-8"};
    pol_span utf8, body = POL_SPAN("");
    uint32_t first_line = 1;
    pol_status status = pol_decode_text(bytes, arena, &utf8, &text, reterr);
    if (status == POL_OK)
        status = pol_front_matter_read(utf8, arena, &text, &body, &first_line, reterr);
    if (status == POL_OK)
        status = pol_text_add_lines(&text, arena, body, first_line, false, reterr);
    if (status == POL_OK)
        *ret_text = text;
    return status;
}
