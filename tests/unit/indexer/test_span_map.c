/* test_span_map.c - a map of spans that grows, and one whose memory is out. */
#include "tests/unit/indexer/folder.h"

#include "indexer/span_map.h"

static pol_span key_of(unsigned number, char buffer[16])
{
    return pol_span_make(buffer, (size_t)snprintf(buffer, 16, "key %u", number));
}

static void finds_what_was_set(void **state)
{
    (void)state;
    pol_arena arena;
    pol_span_map map = {0};
    char buffer[16];
    pol_arena_init(&arena, 1 << 22);
    assert_null(pol_span_map_get(&map, POL_SPAN("key 1")));
    for (unsigned i = 0; i < 5000; i++)
        assert_true(pol_span_map_set(&map, key_of(i, buffer), i, &arena));
    assert_true(pol_span_map_set(&map, POL_SPAN("key 7"), 70, &arena));
    assert_int_equal(map.count, 5000);
    for (unsigned i = 0; i < 5000; i++) {
        size_t *value = pol_span_map_get(&map, key_of(i, buffer));
        assert_non_null(value);
        assert_int_equal(*value, i == 7 ? 70 : i);
    }
    assert_null(pol_span_map_get(&map, POL_SPAN("key 5000")));
    assert_null(pol_span_map_get(&map, POL_SPAN("")));
    pol_arena_done(&arena);
}

static void says_when_memory_is_out(void **state)
{
    (void)state;
    pol_arena arena;
    pol_span_map map = {0};
    char buffer[16];
    pol_arena_init(&arena, 4096);
    unsigned count = 0;
    while (pol_span_map_set(&map, key_of(count, buffer), count, &arena))
        count++;
    assert_true(count > 0 && count < 100);
    assert_int_equal(map.count, count);
    for (unsigned i = 0; i < count; i++)
        assert_non_null(pol_span_map_get(&map, key_of(i, buffer)));
    assert_null(pol_span_map_get(&map, key_of(count, buffer)));
    pol_arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_was_set),
        cmocka_unit_test(says_when_memory_is_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
