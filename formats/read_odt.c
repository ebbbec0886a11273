/* read_odt.c - an ODT to lines: its parts in the order in which they explain each other. */
#include "formats/formats.h"
#include "formats/odt/body.h"
#include "formats/office/title.h"
#include "formats/office/xml.h"
#include "formats/package.h"

/* --- encryption ------------------------------------------------------------------- */

static pol_status on_manifest_start(void *context, const pol_element *element, size_t depth)
{
    (void)depth;
    if (element->space != POL_SPACE_MANIFEST || strcmp(element->name, "encryption-data") != 0)
        return POL_OK;
    return pol_fail(context, POL_FORMAT, 0, "it is encrypted: save it without a password");
}

static pol_status on_manifest_end(void *context, size_t depth)
{
    (void)context, (void)depth;
    return POL_OK;
}

static pol_status on_manifest_text(void *context, pol_span text, size_t depth)
{
    (void)context, (void)text, (void)depth;
    return POL_OK;
}

static pol_status refuse_encrypted(pol_span package, pol_error *reterr)
{
    pol_xml_handler handler = {reterr, on_manifest_start, on_manifest_end, on_manifest_text};
    return pol_xml_read_if_there(package, POL_SPAN("META-INF/manifest.xml"), &handler, reterr);
}

/* --- reading ---------------------------------------------------------------------- */

/* What was left out and might be missed. */
static pol_status add_notes(pol_text *text, const pol_odt_counts *counts, pol_arena *arena,
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
    return status;
}

static pol_status read_parts(pol_span package, pol_arena *arena, pol_text *text, pol_error *reterr)
{
    pol_odt_styles styles;
    pol_odt_counts counts;
    pol_office_writer writer;
    pol_status status = refuse_encrypted(package, reterr);
    if (status == POL_OK)
        status = pol_odt_read_styles(package, arena, &styles, reterr);
    if (status != POL_OK)
        return status;
    pol_office_writer_init(&writer, text, arena, reterr);
    status = pol_odt_read_body(package, &styles, &writer, &counts, reterr);
    pol_office_writer_done(&writer);
    if (status == POL_OK)
        status = add_notes(text, &counts, arena, reterr);
    return status == POL_OK
               ? pol_office_add_title(package, POL_SPAN("meta.xml"), arena, text, reterr)
               : status;
}

pol_status pol_read_odt(pol_span bytes, pol_arena *arena, pol_text *ret_text, pol_error *reterr)
{
    pol_text text = {.is_markup = true, .encoding = "UTF-8"};
    pol_status status = pol_package_check(bytes, reterr);
    if (status == POL_OK)
        status = read_parts(bytes, arena, &text, reterr);
    if (status == POL_NOTFOUND)
        status = pol_fail(reterr, POL_FORMAT, 0,
                          "it is no OpenDocument text: its content is missing: save it anew");
    if (status == POL_OK)
        *ret_text = text;
    return status;
}
