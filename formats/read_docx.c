/* read_docx.c - a DOCX to lines: its parts in the order in which they explain each other. */
#include "formats/docx/body.h"
#include "formats/formats.h"
#include "formats/office/title.h"
#include "formats/package.h"

/* What was left out and might be missed. */
static pol_status add_notes(pol_text *text, const pol_docx_counts *counts, pol_arena *arena,
                            pol_error *reterr)
{
    pol_status status = POL_OK;
    if (counts->notes > 0)
        status = pol_text_notef(text, arena, 0, reterr, "footnotes left out: %u", counts->notes);
    if (status == POL_OK && counts->insertions + counts->deletions > 0)
        status = pol_text_notef(text, arena, 0, reterr,
                                "it has tracked changes: insertions read: %u, deletions left out: "
                                "%u",
                                counts->insertions, counts->deletions);
    if (status == POL_OK && counts->has_open_contents)
        status = pol_text_notef(text, arena, 0, reterr,
                                "its contents list has no end: what follows it is left out");
    return status;
}

static pol_status read_parts(pol_span package, pol_arena *arena, pol_text *text, pol_error *reterr)
{
    pol_docx_parts parts;
    pol_styles styles;
    pol_docx_numbering *numbering;
    pol_docx_counts counts;
    pol_office_writer writer;
    pol_status status = pol_docx_find_parts(package, arena, &parts, reterr);
    if (status == POL_OK)
        status = pol_docx_read_styles(package, parts.styles, arena, &styles, reterr);
    if (status == POL_OK)
        status =
            pol_docx_read_numbering(package, parts.numbering, &styles, arena, &numbering, reterr);
    if (status != POL_OK)
        return status;
    pol_office_writer_init(&writer, text, arena, reterr);
    status =
        pol_docx_read_body(package, parts.document, &styles, numbering, &writer, &counts, reterr);
    pol_office_writer_done(&writer);
    if (status == POL_OK)
        status = add_notes(text, &counts, arena, reterr);
    return status == POL_OK ? pol_office_add_title(package, parts.properties, arena, text, reterr)
                            : status;
}

pol_status pol_read_docx(pol_span bytes, pol_arena *arena, pol_text *ret_text, pol_error *reterr)
{
    pol_text text = {.is_markup = true, .encoding = "UTF-8"};
    pol_status status = pol_package_check(bytes, reterr);
    if (status == POL_OK)
        status = read_parts(bytes, arena, &text, reterr);
    if (status == POL_NOTFOUND) /* of a part that another one names */
        status = pol_fail(reterr, POL_FORMAT, 0,
                          "the file is damaged: its main part is missing: fetch or save it anew");
    if (status == POL_OK)
        *ret_text = text;
    return status;
}
