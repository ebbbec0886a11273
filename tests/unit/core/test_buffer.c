/* test_buffer.c - appending, the bound, and refused memory. */
#include "core/buffer.h"

#include "tests/unit/core/cmocka_all.h"
#include "tests/unit/core/failing_alloc.h"

static void appends(void **state)
{
    (void)state;
    pol_buffer buffer;
    pol_buffer_init(&buffer, 100);
    assert_true(pol_span_equal(pol_buffer_span(&buffer), POL_SPAN("")));
    pol_buffer_add(&buffer, POL_SPAN("ab"));
    pol_buffer_add(&buffer, (pol_span){0});
    pol_buffer_add_byte(&buffer, '\0');
    pol_buffer_add_text(&buffer, "cd");
    pol_buffer_printf(&buffer, "%d-%s", 7, "x");
    assert_true(pol_span_equal(pol_buffer_span(&buffer), pol_span_make("ab\0cd7-x", 8)));
    assert_int_equal(buffer.data[8], '\0');
    assert_int_equal(buffer.status, POL_OK);
    pol_buffer_done(&buffer);
    assert_null(buffer.data);
}

static void grows_to_its_limit_and_no_further(void **state)
{
    (void)state;
    pol_buffer buffer;
    pol_buffer_init(&buffer, 1000);
    for (int i = 0; i < 1000; i++)
        pol_buffer_add_byte(&buffer, 'a');
    assert_int_equal(buffer.size, 1000);
    assert_int_equal(buffer.status, POL_OK);
    pol_buffer_add_byte(&buffer, 'b');
    assert_int_equal(buffer.size, 1000);
    assert_int_equal(buffer.status, POL_LIMIT);
    pol_buffer_done(&buffer);
}

static void a_failure_stays_until_cleared(void **state)
{
    (void)state;
    pol_buffer buffer;
    pol_buffer_init(&buffer, 4);
    pol_buffer_add_text(&buffer, "abc");
    pol_buffer_printf(&buffer, "%s", "too long");
    assert_int_equal(buffer.status, POL_LIMIT);
    pol_buffer_add_text(&buffer, "d"); /* would fit */
    assert_true(pol_span_equal(pol_buffer_span(&buffer), POL_SPAN("abc")));
    pol_buffer_clear(&buffer);
    assert_int_equal(buffer.status, POL_OK);
    pol_buffer_add_text(&buffer, "d");
    assert_true(pol_span_equal(pol_buffer_span(&buffer), POL_SPAN("d")));
    pol_buffer_done(&buffer);
}

static void reports_refused_memory(void **state)
{
    (void)state;
    pol_buffer buffer;
    pol_buffer_init(&buffer, 1 << 20);
    pol_buffer_add_text(&buffer, "kept");
    char more[1000];
    memset(more, 'x', sizeof more);
    fail_alloc_after(0);
    pol_buffer_add(&buffer, pol_span_make(more, sizeof more));
    fail_alloc_never();
    assert_int_equal(buffer.status, POL_NOMEM);
    assert_true(pol_span_equal(pol_buffer_span(&buffer), POL_SPAN("kept")));
    pol_buffer_done(&buffer);
}

static void what_is_built_apart_fails_the_whole(void **state)
{
    (void)state;
    pol_buffer into, built;
    pol_buffer_init(&into, 100);
    pol_buffer_init(&built, 4);
    pol_buffer_add_text(&built, "four");
    pol_buffer_spend(&built, &into);
    assert_int_equal(into.status, POL_OK);
    assert_null(built.data);
    pol_buffer_add_text(&built, "fives");
    assert_int_equal(built.status, POL_LIMIT);
    pol_buffer_spend(&built, &into);
    assert_int_equal(into.status, POL_LIMIT);
    assert_int_equal(built.status, POL_OK);
    built.status = POL_NOMEM;
    pol_buffer_spend(&built, &into);
    assert_int_equal(into.status, POL_LIMIT);
    pol_buffer_done(&into);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(appends),
        cmocka_unit_test(grows_to_its_limit_and_no_further),
        cmocka_unit_test(a_failure_stays_until_cleared),
        cmocka_unit_test(reports_refused_memory),
        cmocka_unit_test(what_is_built_apart_fails_the_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
