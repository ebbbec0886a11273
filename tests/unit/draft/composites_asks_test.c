/* composites_asks_test.c - passages of motions to the sentences that ask. */
#include "draft/composites/asks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void asked_is(const char *text, const char *expected)
{
    pol_arena arena;
    pol_arena_init(&arena, 1 << 20);
    pol_span asked = pol_asks_of(pol_span_of(text), &arena);
    assert_int_equal(asked.size, strlen(expected));
    assert_memory_equal(asked.data, expected, asked.size);
    pol_arena_done(&arena);
}

static void test_what_asks(void **state)
{
    (void)state;
    assert_true(pol_asks_any(POL_SPAN("That this AGM says again what it said and instructs the "
                                      "Executive to win the return of the lamp.")));
    assert_true(pol_asks_any(POL_SPAN("Conference therefore wants the Council to act.")));
    assert_true(pol_asks_any(POL_SPAN("The Council is asked to publish a list.")));
    assert_false(pol_asks_any(POL_SPAN("Our late secretary called it the best of days.")));
    assert_false(pol_asks_any(POL_SPAN("Conference notes that the board demands more kettles.")));
    assert_false(pol_asks_any(POL_SPAN("")));
}

static void test_reasons_are_left_out(void **state)
{
    (void)state;
    asked_is("We call on the Council to keep the bell. It has rung since 1902.",
             "We call on the Council to keep the bell.");
    asked_is("We call on the Council to keep the bell. It should be rung daily. It is loud.",
             "We call on the Council to keep the bell. It should be rung daily.");
}

static void test_all_where_none_asks(void **state)
{
    (void)state;
    asked_is("Keep the bell. It has rung since 1902.", "Keep the bell. It has rung since 1902.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_asks),
        cmocka_unit_test(test_reasons_are_left_out),
        cmocka_unit_test(test_all_where_none_asks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
