/* reader.c - a file's bytes to its lines, by the reader for its format. */
#include "document/reader.h"

pol_status pol_read(pol_format format, pol_span bytes, pol_arena *arena, pol_text *ret_text,
                    pol_error *reterr)
{
    switch (format) {
    case POL_FORMAT_TEXT:
        return pol_read_text(bytes, arena, ret_text, reterr);
    case POL_FORMAT_MARKDOWN:
        return pol_read_markdown(bytes, arena, ret_text, reterr);
    case POL_FORMAT_HTML:
        return pol_read_html(bytes, arena, ret_text, reterr);
    default:
        return pol_fail(reterr, POL_UNSUPPORTED, 0, "%s is not read as a single document",
                        pol_format_name(format));
    }
}
