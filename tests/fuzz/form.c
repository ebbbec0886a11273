/* form.c - a type and a body to the fields of a form. */
#include "web/form.h"

#include "tests/fuzz/fuzz.h"
#include "web/request.h"
#include "web/url.h"

/* What was decoded, encoded again, gives the same fields. */
static void check_again(const pol_form *form, pol_arena *arena)
{
    pol_buffer encoded;
    pol_form again;
    pol_error error = {0};
    pol_buffer_init(&encoded, FUZZ_ARENA_MAX);
    for (size_t i = 0; i < form->count; i++) {
        pol_buffer_add_byte(&encoded, '&');
        pol_url_add(&encoded, form->fields[i].name);
        pol_buffer_add_byte(&encoded, '=');
        pol_url_add(&encoded, form->fields[i].value);
    }
    FUZZ_CHECK(encoded.status == POL_OK);
    FUZZ_CHECK(pol_form_parse(pol_buffer_span(&encoded), arena, &again, &error) == POL_OK);
    FUZZ_CHECK(again.count == form->count);
    for (size_t i = 0; i < form->count; i++) {
        FUZZ_CHECK(pol_span_equal(again.fields[i].name, form->fields[i].name));
        FUZZ_CHECK(pol_span_equal(again.fields[i].value, form->fields[i].value));
    }
    pol_buffer_done(&encoded);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    pol_arena arena;
    pol_form form;
    pol_error error = {0};
    pol_span text = fuzz_span(data, size);
    size_t line = pol_span_find(text, POL_SPAN("\n"), 0), sum = 0;
    FUZZ_CHECK(pol_body_kind_of(pol_span_first(text, line)) <= POL_BODY_TEXT);
    pol_arena_init(&arena, FUZZ_ARENA_MAX);
    pol_status status = pol_form_parse(text, &arena, &form, &error);
    fuzz_check_error(status, &error);
    FUZZ_CHECK(status == POL_OK || status == POL_LIMIT);
    FUZZ_CHECK(form.count <= POL_FORM_FIELDS_MAX);
    for (size_t i = 0; i < form.count; i++)
        sum += form.fields[i].name.size + form.fields[i].value.size;
    FUZZ_CHECK(sum <= size);
    if (status == POL_OK)
        check_again(&form, &arena);
    pol_arena_done(&arena);
    return 0;
}
