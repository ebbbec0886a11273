/* form.c - see form.h. */
#include "web/form.h"

#include "web/url.h"

/* Takes what stands before the next `byte` off the text, and the byte with it. */
static pol_span take_until(pol_span *text, char byte)
{
    const char *found = text->size ? memchr(text->data, byte, text->size) : NULL;
    size_t size = found ? (size_t)(found - text->data) : text->size;
    pol_span taken = pol_span_first(*text, size);
    *text = pol_span_from(*text, size + 1);
    return taken;
}

static pol_status add_field(pol_form *form, pol_span encoded, pol_arena *arena, pol_error *reterr)
{
    pol_field_sent *field = &form->fields[form->count];
    if (form->count == POL_FORM_FIELDS_MAX)
        return pol_fail(reterr, POL_LIMIT, 0, "the form has more than %d fields",
                        POL_FORM_FIELDS_MAX);
    pol_status status = pol_url_decode_form(take_until(&encoded, '='), arena, &field->name, reterr);
    if (status == POL_OK)
        status = pol_url_decode_form(encoded, arena, &field->value, reterr);
    form->count += status == POL_OK;
    return status;
}

pol_status pol_form_parse(pol_span body, pol_arena *arena, pol_form *ret_form, pol_error *reterr)
{
    *ret_form = (pol_form){0};
    for (pol_span rest = body; rest.size;) {
        pol_span encoded = take_until(&rest, '&');
        pol_status status = encoded.size ? add_field(ret_form, encoded, arena, reterr) : POL_OK;
        if (status != POL_OK)
            return status;
    }
    return POL_OK;
}

pol_span pol_form_field(const pol_form *form, const char *name)
{
    pol_span wanted = pol_span_of(name);
    for (size_t i = 0; i < form->count; i++)
        if (pol_span_equal(form->fields[i].name, wanted))
            return form->fields[i].value;
    return (pol_span){0};
}
