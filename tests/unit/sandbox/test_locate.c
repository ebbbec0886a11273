/* test_locate.c - polread is where it is said to be, or the failure says where it was looked
 * for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "sandbox/locate.h"

static void assert_found(const char *given, const char *wanted)
{
    char *path = NULL;
    pol_error error;
    assert_int_equal(pol_locate_polread(given, &path, &error), POL_OK);
    assert_string_equal(path, wanted);
    free(path);
}

static void what_is_given_wins(void **state)
{
    (void)state;
    assert_found(POLREAD, POLREAD);
    setenv("POLSEARCH_POLREAD", MISBEHAVE, 1);
    assert_found(POLREAD, POLREAD);
    assert_found(NULL, MISBEHAVE);
    unsetenv("POLSEARCH_POLREAD");
}

static void a_missing_program_is_named(void **state)
{
    char *path = NULL;
    pol_error error;
    (void)state;
    assert_int_equal(pol_locate_polread("/nowhere/polread", &path, &error), POL_NOTFOUND);
    assert_non_null(strstr(error.text, "/nowhere/polread"));
    setenv("POLSEARCH_POLREAD", "/nowhere/else", 1);
    assert_int_equal(pol_locate_polread(NULL, &path, &error), POL_NOTFOUND);
    assert_non_null(strstr(error.text, "/nowhere/else"));
    unsetenv("POLSEARCH_POLREAD");
    assert_null(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_given_wins),
        cmocka_unit_test(a_missing_program_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
