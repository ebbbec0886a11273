/* kept_test.c - search/evaluate/kept.h: finding by name, and who goes first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "search/evaluate/kept.h"

static void put(pol_kept *kept, const char *name, int value, size_t bytes)
{
    int *what = malloc(sizeof *what);
    assert_non_null(what);
    *what = value;
    assert_true(pol_kept_put(kept, pol_span_of(name), what, bytes));
}

static int find(pol_kept *kept, const char *name)
{
    const int *what = pol_kept_find(kept, pol_span_of(name));
    return what ? *what : -1;
}

static void finds_by_name(void **state)
{
    (void)state;
    pol_kept *kept = pol_kept_new();
    assert_non_null(kept);
    assert_int_equal(find(kept, "pay"), -1);
    put(kept, "pay", 1, 10);
    put(kept, "", 2, 10);
    assert_int_equal(find(kept, "pay"), 1);
    assert_int_equal(find(kept, ""), 2);
    assert_int_equal(find(kept, "pa"), -1);
    const int *zero = pol_kept_find(kept, POL_SPAN("pay\0rise"));
    assert_null(zero);
    pol_kept_free(kept);
    pol_kept_free(NULL);
}

static void finds_among_many(void **state)
{
    enum { MANY = 5000 }; /* more than there are buckets */
    (void)state;
    char name[16];
    pol_kept *kept = pol_kept_new();
    assert_non_null(kept);
    for (int i = 0; i < MANY; i++) {
        snprintf(name, sizeof name, "%d", i);
        put(kept, name, i, 1);
    }
    for (int i = 0; i < MANY; i++) {
        snprintf(name, sizeof name, "%d", i);
        assert_int_equal(find(kept, name), i);
    }
    pol_kept_trim(kept, pol_kept_bytes(kept) / 2);
    assert_int_equal(find(kept, "0"), -1);
    assert_int_equal(find(kept, "4999"), 4999);
    pol_kept_free(kept);
}

static void gives_up_what_was_not_used(void **state)
{
    (void)state;
    pol_kept *kept = pol_kept_new();
    assert_non_null(kept);
    put(kept, "a", 1, 1000);
    put(kept, "b", 2, 1000);
    put(kept, "c", 3, 1000);
    assert_int_equal(find(kept, "a"), 1);
    assert_true(pol_kept_bytes(kept) >= 3000);
    pol_kept_trim(kept, 2 * pol_kept_bytes(kept) / 3);
    assert_int_equal(find(kept, "b"), -1);
    assert_int_equal(find(kept, "a"), 1);
    assert_int_equal(find(kept, "c"), 3);
    put(kept, "b", 4, 1000);
    assert_int_equal(find(kept, "b"), 4);
    pol_kept_trim(kept, 0);
    assert_int_equal(pol_kept_bytes(kept), 0);
    assert_int_equal(find(kept, "a"), -1);
    pol_kept_free(kept);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_by_name),
        cmocka_unit_test(finds_among_many),
        cmocka_unit_test(gives_up_what_was_not_used),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
