/* form_test.c - bodies of requests to what was sent in them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "web/form.h"

static pol_arena arena;
static pol_error error;
static pol_form form;

static int make(void **state)
{
    (void)state;
    pol_arena_init(&arena, 1 << 20);
    return 0;
}

static int unmake(void **state)
{
    (void)state;
    pol_arena_done(&arena);
    return 0;
}

static pol_status parse(const char *body)
{
    return pol_form_parse(pol_span_of(body), &arena, &form, &error);
}

static void assert_field(const char *name, const char *value)
{
    pol_span found = pol_form_field(&form, name);
    assert_non_null(found.data);
    assert_int_equal(found.size, strlen(value));
    assert_memory_equal(found.data, value, found.size);
}

static void fields_are_decoded(void **state)
{
    (void)state;
    assert_int_equal(parse("draft=Pay+%26+pensions%0D%0A%E2%80%9Cfair%E2%80%9D&from=2010&&to="),
                     POL_OK);
    assert_int_equal(form.count, 3);
    assert_field("draft", "Pay & pensions\r\n\xE2\x80\x9C"
                          "fair\xE2\x80\x9D");
    assert_field("from", "2010");
    assert_field("to", "");
    assert_null(pol_form_field(&form, "draf").data);
    assert_int_equal(parse("a=b=c&bare&=x&a=second&%64raft=1"), POL_OK);
    assert_field("a", "b=c");
    assert_field("bare", "");
    assert_field("", "x");
    assert_field("draft", "1");
}

static void what_is_badly_encoded_stays(void **state)
{
    (void)state;
    assert_int_equal(parse("a=100%&b=%zz%4&c=%00%ff&d=%"), POL_OK);
    assert_field("a", "100%");
    assert_field("b", "%zz%4");
    assert_field("d", "%");
    pol_span bytes = pol_form_field(&form, "c");
    assert_int_equal(bytes.size, 2);
    assert_memory_equal(bytes.data, "\0\xff", 2);
}

static void nothing_is_no_field(void **state)
{
    (void)state;
    assert_int_equal(parse(""), POL_OK);
    assert_int_equal(form.count, 0);
    assert_int_equal(pol_form_parse((pol_span){0}, &arena, &form, &error), POL_OK);
    assert_int_equal(form.count, 0);
    assert_null(pol_form_field(&form, "draft").data);
}

static void bounds_are_kept(void **state)
{
    char many[4 * (POL_FORM_FIELDS_MAX + 1)] = "";
    (void)state;
    for (int i = 0; i < POL_FORM_FIELDS_MAX; i++)
        strcat(many, "a=&");
    assert_int_equal(parse(many), POL_OK);
    assert_int_equal(form.count, POL_FORM_FIELDS_MAX);
    strcat(many, "a");
    assert_int_equal(parse(many), POL_LIMIT);
    assert_int_equal(form.count, POL_FORM_FIELDS_MAX);
    pol_arena_done(&arena);
    pol_arena_init(&arena, 16);
    assert_int_equal(parse("draft=this+is+more+than+there+is+room+for"), POL_LIMIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(fields_are_decoded, make, unmake),
        cmocka_unit_test_setup_teardown(what_is_badly_encoded_stays, make, unmake),
        cmocka_unit_test_setup_teardown(nothing_is_no_field, make, unmake),
        cmocka_unit_test_setup_teardown(bounds_are_kept, make, unmake),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
