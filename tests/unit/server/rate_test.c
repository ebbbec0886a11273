/* rate_test.c - how often a client may ask. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "server/rate.h"

static pol_error error;

static pol_rate *make(unsigned per_second, unsigned burst)
{
    pol_rate *rate = NULL;
    assert_int_equal(pol_rate_new(per_second, burst, &rate, &error), POL_OK);
    return rate;
}

#define ADDRESS(text) pol_span_make(text, 4)

static void a_burst_is_allowed_and_comes_back(void **state)
{
    pol_rate *rate = make(2, 5);
    uint32_t wait = 0;
    (void)state;
    for (int i = 0; i < 5; i++)
        assert_true(pol_rate_allows(rate, ADDRESS("\x7f\0\0\x01"), 1, 1000, &wait));
    assert_false(pol_rate_allows(rate, ADDRESS("\x7f\0\0\x01"), 1, 1000, &wait));
    assert_int_equal(wait, 1);
    assert_false(pol_rate_allows(rate, ADDRESS("\x7f\0\0\x01"), 1, 1499, NULL));
    assert_true(pol_rate_allows(rate, ADDRESS("\x7f\0\0\x01"), 1, 1500, NULL));
    assert_false(pol_rate_allows(rate, ADDRESS("\x7f\0\0\x01"), 1, 1500, NULL));
    for (int i = 0; i < 5; i++) /* never more than the burst */
        assert_true(pol_rate_allows(rate, ADDRESS("\x7f\0\0\x01"), 1, 1000000, NULL));
    assert_false(pol_rate_allows(rate, ADDRESS("\x7f\0\0\x01"), 1, 1000000, NULL));
    pol_rate_free(rate);
}

static void clients_are_told_apart(void **state)
{
    static const char one[16] = {0x20, 1, 0xd, 0x70, 1, 2, 3, 4, 9},
                      same[16] = {0x20, 1, 0xd, 0x70, 1, 2, 3, 4, 7};
    static const char other[16] = {0x20, 1, 0xd, 0x70, 1, 2, 3, 5};
    pol_rate *rate = make(1, 1);
    (void)state;
    assert_true(pol_rate_allows(rate, ADDRESS("\x0a\0\0\x01"), 1, 0, NULL));
    assert_true(pol_rate_allows(rate, ADDRESS("\x0a\0\0\x02"), 1, 0, NULL));
    assert_false(pol_rate_allows(rate, ADDRESS("\x0a\0\0\x01"), 1, 0, NULL));
    assert_true(pol_rate_allows(rate, pol_span_make(one, 16), 1, 0, NULL));
    assert_false(pol_rate_allows(rate, pol_span_make(same, 16), 1, 0, NULL));
    assert_true(pol_rate_allows(rate, pol_span_make(other, 16), 1, 0, NULL));
    pol_rate_free(rate);
}

static void none_is_no_limit(void **state)
{
    pol_rate *rate = make(0, 1);
    (void)state;
    for (int i = 0; i < 1000; i++)
        assert_true(pol_rate_allows(rate, ADDRESS("\x0a\0\0\x01"), 1, 0, NULL));
    pol_rate_free(rate);
}

static void what_costs_more_is_allowed_less_often(void **state)
{
    pol_rate *rate = make(2, 10);
    uint32_t wait = 0;
    (void)state;
    assert_true(pol_rate_allows(rate, ADDRESS("\x0a\0\0\x01"), 5, 0, NULL));
    assert_true(pol_rate_allows(rate, ADDRESS("\x0a\0\0\x01"), 4, 0, NULL));
    assert_false(pol_rate_allows(rate, ADDRESS("\x0a\0\0\x01"), 5, 0, &wait));
    assert_int_equal(wait, 3);
    assert_true(pol_rate_allows(rate, ADDRESS("\x0a\0\0\x01"), 1, 0, NULL));
    assert_false(pol_rate_allows(rate, ADDRESS("\x0a\0\0\x01"), 5, 2499, NULL));
    assert_true(pol_rate_allows(rate, ADDRESS("\x0a\0\0\x01"), 5, 2500, NULL));
    /* More than there can ever be costs all there is, and not for ever. */
    assert_true(pol_rate_allows(rate, ADDRESS("\x0a\0\0\x02"), 99, 0, NULL));
    assert_false(pol_rate_allows(rate, ADDRESS("\x0a\0\0\x02"), 1, 0, NULL));
    pol_rate_free(rate);
}

/* A flood of addresses neither grows the table nor locks out who comes next. */
static void many_clients_fit(void **state)
{
    pol_rate *rate = make(1, 1);
    (void)state;
    for (uint32_t i = 0; i < 200000; i++) {
        char address[4];
        memcpy(address, &i, sizeof address);
        assert_true(pol_rate_allows(rate, pol_span_make(address, 4), 1, i, NULL));
    }
    assert_true(pol_rate_allows(rate, ADDRESS("\xff\xff\xff\xff"), 1, 200000, NULL));
    assert_false(pol_rate_allows(rate, ADDRESS("\xff\xff\xff\xff"), 1, 200000, NULL));
    pol_rate_free(rate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_burst_is_allowed_and_comes_back),
        cmocka_unit_test(clients_are_told_apart),
        cmocka_unit_test(none_is_no_limit),
        cmocka_unit_test(what_costs_more_is_allowed_less_often),
        cmocka_unit_test(many_clients_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
