/* moment_test.c - moments as standards write them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "web/moment.h"

static void moments_are_written(void **state)
{
    char buffer[POL_MOMENT_SIZE];
    (void)state;
    assert_string_equal(pol_moment_iso(1935828672, buffer), "2031-05-06T10:11:12Z");
    assert_string_equal(pol_moment_http(1935828672, buffer), "Tue, 06 May 2031 10:11:12 GMT");
    assert_string_equal(pol_moment_http(0, buffer), "Thu, 01 Jan 1970 00:00:00 GMT");
    assert_string_equal(pol_moment_http(784111777, buffer), "Sun, 06 Nov 1994 08:49:37 GMT");
}

static void what_is_no_moment_is_the_start_of_time(void **state)
{
    char buffer[POL_MOMENT_SIZE];
    (void)state;
    assert_string_equal(pol_moment_iso(INT64_MAX, buffer), "1970-01-01T00:00:00Z");
    assert_string_equal(pol_moment_iso(-99999999999, buffer), "1970-01-01T00:00:00Z");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moments_are_written),
        cmocka_unit_test(what_is_no_moment_is_the_start_of_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
