/* set_test.c - search/evaluate/set.h: seeking finds what looking at each finds, however the ids
 * are spread. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "search/evaluate/set.h"

enum { IDS = 3000 };

static uint64_t seed = 7;

/* From 0 to before `bound`; an LCG's upper bits. */
static uint32_t draw(uint32_t bound)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(seed >> 33) % bound;
}

static size_t look_at_each(const pol_set *set, size_t from, xc_docid wanted)
{
    while (from < set->count && set->ids[from] < wanted)
        from++;
    return from;
}

/* From each of some places ids that are there, beside one that is, and beyond. */
static void check(const pol_set *set)
{
    for (unsigned i = 0; i < 2000; i++) {
        size_t from = draw((uint32_t)set->count + 1);
        xc_docid wanted = set->ids[draw((uint32_t)set->count)] + draw(3) - (i % 2);
        assert_int_equal(pol_set_seek(set, from, wanted), look_at_each(set, from, wanted));
    }
    assert_int_equal(pol_set_seek(set, 0, 0), 0);
    assert_int_equal(pol_set_seek(set, 0, UINT32_MAX), set->count);
    assert_int_equal(pol_set_seek(set, set->count, 1), set->count);
}

static void seeks_however_ids_are_spread(void **state)
{
    (void)state;
    static xc_docid ids[IDS];
    for (unsigned shape = 0; shape < 5; shape++) {
        xc_docid id = 1;
        for (unsigned i = 0; i < IDS; i++) {
            const uint32_t gaps[] = {1, 1 + draw(40), 1 + i * i / 4, 1 + (i % 500 ? 0 : 600000),
                                     i == 1500 ? 4000000000u : 1 + draw(5)};
            ids[i] = id;
            id += gaps[shape];
        }
        for (size_t count = 1; count <= IDS; count = 2 * count + 1)
            check(&(pol_set){ids, count});
        check(&(pol_set){ids, IDS});
    }
}

static void seeks_in_nothing(void **state)
{
    (void)state;
    assert_int_equal(pol_set_seek(&(pol_set){NULL, 0}, 0, 5), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(seeks_however_ids_are_spread),
        cmocka_unit_test(seeks_in_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
