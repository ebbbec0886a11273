/* test_arena.c - memory handed out, bounded, and refused. */
#include "core/arena.h"

#include <stdalign.h>

#include "tests/unit/core/cmocka_all.h"
#include "tests/unit/core/failing_alloc.h"

static void hands_out_zeroed_aligned_memory(void **state)
{
    (void)state;
    pol_arena arena;
    pol_arena_init(&arena, 1 << 20);
    for (size_t size = 1; size < 300; size += 7) {
        unsigned char *memory = pol_arena_alloc(&arena, size);
        assert_non_null(memory);
        assert_int_equal((uintptr_t)memory % alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(memory[i], 0);
        memset(memory, 0xAA, size);
    }
    pol_arena_done(&arena);
    assert_int_equal(arena.used_bytes, 0);
    assert_non_null(pol_arena_alloc(&arena, 1)); /* usable again */
    pol_arena_done(&arena);
}

static void keeps_what_it_handed_out(void **state)
{
    (void)state;
    enum { COUNT = 1000 };
    pol_arena arena;
    size_t *numbers[COUNT];
    pol_arena_init(&arena, 1 << 24);
    for (size_t i = 0; i < COUNT; i++) {
        numbers[i] = pol_arena_array(&arena, i + 1, sizeof **numbers);
        for (size_t j = 0; j <= i; j++)
            numbers[i][j] = i;
    }
    for (size_t i = 0; i < COUNT; i++)
        assert_true(numbers[i][0] == i && numbers[i][i] == i);
    pol_arena_done(&arena);
}

static void refuses_more_than_the_limit(void **state)
{
    (void)state;
    pol_arena arena;
    pol_arena_init(&arena, 100);
    assert_non_null(pol_arena_alloc(&arena, 60));
    assert_true(pol_arena_is_full(&arena, 41));
    assert_false(pol_arena_is_full(&arena, 40));
    assert_null(pol_arena_alloc(&arena, 41));
    assert_non_null(pol_arena_alloc(&arena, 40));
    assert_null(pol_arena_alloc(&arena, 1));
    assert_int_equal(arena.used_bytes, 100);
    pol_arena_done(&arena);
}

static void refuses_sizes_that_overflow(void **state)
{
    (void)state;
    pol_arena arena;
    pol_arena_init(&arena, SIZE_MAX);
    assert_null(pol_arena_alloc(&arena, SIZE_MAX));
    assert_null(pol_arena_alloc(&arena, SIZE_MAX - 8));
    assert_null(pol_arena_array(&arena, SIZE_MAX / 2, 3));
    assert_non_null(pol_arena_array(&arena, 0, 8));
    pol_arena_done(&arena);
}

static void copies_spans(void **state)
{
    (void)state;
    pol_arena arena;
    pol_arena_init(&arena, 10);
    pol_span copy = pol_arena_copy(&arena, POL_SPAN("abc"));
    assert_true(pol_span_equal(copy, POL_SPAN("abc")));
    assert_int_equal(copy.data[3], '\0');
    copy = pol_arena_copy(&arena, (pol_span){0});
    assert_non_null(copy.data);
    assert_int_equal(copy.size, 0);
    copy = pol_arena_copy(&arena, POL_SPAN("too long for it"));
    assert_null(copy.data);
    assert_int_equal(copy.size, 0);
    pol_arena_done(&arena);
}

static void grows_arrays(void **state)
{
    (void)state;
    pol_arena arena;
    pol_arena_init(&arena, 1 << 16);
    int *items = NULL;
    size_t capacity = 0;
    for (int i = 0; i < 1000; i++) {
        items = pol_arena_grow(&arena, items, (size_t)i, &capacity, sizeof *items);
        assert_non_null(items);
        items[i] = i;
    }
    for (int i = 0; i < 1000; i++)
        assert_int_equal(items[i], i);
    size_t count = capacity;
    while (items)
        items = pol_arena_grow(&arena, items, count = capacity, &capacity, sizeof *items);
    assert_int_equal(capacity, count); /* unchanged by the failure */
    pol_arena_done(&arena);
}

static void reports_refused_memory(void **state)
{
    (void)state;
    pol_arena arena;
    pol_arena_init(&arena, 1 << 20);
    fail_alloc_after(0);
    void *memory = pol_arena_alloc(&arena, 16);
    fail_alloc_never();
    assert_null(memory);
    assert_false(pol_arena_is_full(&arena, 16));
    assert_int_equal(arena.used_bytes, 0);
    assert_non_null(pol_arena_alloc(&arena, 16));
    pol_arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hands_out_zeroed_aligned_memory),
        cmocka_unit_test(keeps_what_it_handed_out),
        cmocka_unit_test(refuses_more_than_the_limit),
        cmocka_unit_test(refuses_sizes_that_overflow),
        cmocka_unit_test(copies_spans),
        cmocka_unit_test(grows_arrays),
        cmocka_unit_test(reports_refused_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
