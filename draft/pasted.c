/* pasted.c - what was pasted to the documents in it. Apart from draft.c: a file goes to the
 * confined reader, and a program that reads nothing else needs none of the parsers. */
#include "draft/draft.h"

#include "document/reader.h"

static pol_status fail_long(pol_span bytes, pol_error *reterr)
{
    return pol_fail(reterr, POL_LIMIT, 0,
                    "this text has %zu KB, and a draft may have %d KB: give it in parts, or check "
                    "a whole agenda as a file with polsearch --draft",
                    (bytes.size + 1023) >> 10, POL_DRAFT_BYTES_MAX >> 10);
}

pol_status pol_draft_read(pol_span bytes, pol_arena *arena, pol_extracted *ret_extracted,
                          pol_error *reterr)
{
    pol_text text = {0};
    *ret_extracted = (pol_extracted){0};
    if (bytes.size > POL_DRAFT_BYTES_MAX)
        return fail_long(bytes, reterr);
    if (pol_span_trim(bytes).size == 0)
        return pol_fail(reterr, POL_USAGE, 0,
                        "there is no text: paste a motion, or some clauses of one");
    pol_format format = pol_draft_is_markdown(bytes) ? POL_FORMAT_MARKDOWN : POL_FORMAT_TEXT;
    pol_status status = pol_read(format, bytes, arena, &text, reterr);
    if (status == POL_FORMAT)
        return pol_fail(reterr, POL_FORMAT, 0,
                        "this is not text: a draft can be pasted as plain text or Markdown; "
                        "polsearch --draft reads Word, ODT and PDF files");
    if (status != POL_OK)
        return status;
    return pol_extract_text(&text, (pol_span){0}, (pol_span){0}, false, arena, ret_extracted,
                            reterr);
}
