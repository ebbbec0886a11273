/* fields.c - a stack of open fields. */
#include "formats/docx/fields.h"

bool pol_docx_is_contents(pol_span instruction)
{
    static const char *const kinds[] = {"TOC", "TOA", "INDEX"};
    instruction = pol_span_trim(instruction);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        pol_span rest = pol_span_from(instruction, strlen(kinds[i]));
        if (pol_span_starts_fold(instruction, pol_span_of(kinds[i])) &&
            (rest.size == 0 || rest.data[0] == ' ' || rest.data[0] == '\\'))
            return true;
    }
    return false;
}

static pol_docx_field *innermost(pol_docx_fields *fields)
{
    bool is_known = fields->count > 0 && fields->count <= POL_DOCX_FIELDS_MAX;
    return is_known ? &fields->open[fields->count - 1] : NULL;
}

void pol_docx_fields_mark(pol_docx_fields *fields, pol_span kind)
{
    if (pol_span_equal(kind, POL_SPAN("begin"))) {
        if (fields->count++ < POL_DOCX_FIELDS_MAX)
            fields->open[fields->count - 1] = (pol_docx_field){.size = 0};
    } else if (pol_span_equal(kind, POL_SPAN("separate"))) {
        if (innermost(fields))
            innermost(fields)->has_result = true;
    } else if (pol_span_equal(kind, POL_SPAN("end")) && fields->count > 0) {
        fields->count--;
    }
}

void pol_docx_fields_instruct(pol_docx_fields *fields, pol_span text)
{
    pol_docx_field *field = innermost(fields);
    if (!field || field->has_result)
        return;
    for (size_t i = 0; i < text.size && field->size < sizeof field->instruction; i++)
        if (field->size > 0 || text.data[i] != ' ')
            field->instruction[field->size++] = text.data[i];
}

static size_t known(const pol_docx_fields *fields)
{
    return fields->count < POL_DOCX_FIELDS_MAX ? fields->count : POL_DOCX_FIELDS_MAX;
}

bool pol_docx_fields_in_contents(const pol_docx_fields *fields)
{
    for (size_t i = 0; i < known(fields); i++) {
        const pol_docx_field *field = &fields->open[i];
        if (field->has_result &&
            pol_docx_is_contents(pol_span_make(field->instruction, field->size)))
            return true;
    }
    return false;
}

bool pol_docx_fields_in_instruction(const pol_docx_fields *fields)
{
    for (size_t i = 0; i < known(fields); i++)
        if (!fields->open[i].has_result)
            return true;
    return false;
}
