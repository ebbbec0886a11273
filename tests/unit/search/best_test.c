/* best_test.c - search/local/best.h: what a scan finds is what adding up everything finds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "search/local/best.h"

enum { LAST = 9000, LISTS = 5, ROUNDS = 200 };

/* Lists of random documents; shares are few, so that many sums are equal. */
typedef struct collection {
    pol_arena arena;
    pol_weighed lists[LISTS];
    double sums[LAST + 1]; /* added up in the order of the lists */
    uint32_t odds;         /* documents that are admitted: of so many each one */
} collection;

static uint32_t random_below(uint32_t *state, uint32_t most)
{
    *state = *state * 1664525 + 1013904223;
    return (*state >> 8) % most;
}

static void fill(collection *made, uint32_t seed)
{
    uint32_t state = seed;
    pol_arena_init(&made->arena, 64 << 20);
    memset(made->sums, 0, sizeof made->sums);
    made->odds = 1 + random_below(&state, 4);
    for (size_t i = 0; i < LISTS; i++) {
        uint32_t step = 1 + random_below(&state, i % 2 ? 2000 : 20);
        xc_docid *docids = pol_arena_array(&made->arena, LAST + 1, sizeof *docids);
        double *shares = pol_arena_array(&made->arena, LAST + 1, sizeof *shares);
        pol_impact_block *blocks = pol_arena_array(&made->arena, LAST + 2, sizeof *blocks);
        pol_impacts *impacts = pol_arena_array(&made->arena, 1, sizeof *impacts);
        assert_true(docids && shares && blocks && impacts);
        *impacts = (pol_impacts){.docids = docids, .shares = shares};
        made->lists[i] = (pol_weighed){impacts, 0.5 + random_below(&state, 3), 0};
        for (uint32_t id = 1 + random_below(&state, step); id <= LAST;
             id += 1 + random_below(&state, step)) {
            docids[impacts->count] = id;
            shares[impacts->count++] = (1 + random_below(&state, 9)) / 10.0;
            made->sums[id] += made->lists[i].gain * shares[impacts->count - 1];
        }
        pol_impacts_divide(impacts, blocks);
    }
}

static bool admits(void *context, xc_docid head)
{
    const collection *made = context;
    return head % made->odds == 0;
}

/* How many are better than it, of those admitted. */
static size_t rank_of(collection *made, pol_scored one)
{
    size_t rank = 0;
    for (xc_docid id = 1; id <= LAST; id++)
        rank += made->sums[id] > 0 && admits(made, id) &&
                pol_scored_is_worse(one, (pol_scored){id, made->sums[id]});
    return rank;
}

static size_t count_over(collection *made, double floor)
{
    size_t count = 0;
    for (xc_docid id = 1; id <= LAST; id++)
        count += made->sums[id] > floor && admits(made, id);
    return count;
}

static void finds_the_best(void **state)
{
    static const size_t depths[] = {1, 10, 24, 500, LAST};
    pol_error error;
    static collection made;
    (void)state;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        fill(&made, round);
        size_t depth = depths[round % (sizeof depths / sizeof *depths)];
        size_t count = count_over(&made, 0);
        pol_best best = pol_best_begin(&made.arena, depth, 0);
        assert_int_equal(pol_best_scan(&best, made.lists, LISTS, admits, &made, &error), POL_OK);
        pol_best_end(&best);
        assert_int_equal(best.count, count < depth ? count : depth);
        for (size_t i = 0; i < best.count; i += 1 + i / 8) {
            assert_true(best.items[i].score == made.sums[best.items[i].docid]);
            assert_int_equal(rank_of(&made, best.items[i]), i);
        }
        pol_arena_done(&made.arena);
    }
}

static void finds_all_over_a_floor(void **state)
{
    pol_error error;
    static collection made;
    (void)state;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        fill(&made, 1000 + round);
        double floor = 0.5 * (round % 5);
        pol_best best = pol_best_begin(&made.arena, SIZE_MAX, floor);
        assert_int_equal(pol_best_scan(&best, made.lists, LISTS, admits, &made, &error), POL_OK);
        assert_int_equal(best.count, count_over(&made, floor));
        for (size_t i = 0; i < best.count; i++)
            assert_true(best.items[i].score == made.sums[best.items[i].docid] &&
                        best.items[i].score > floor);
        pol_arena_done(&made.arena);
    }
}

/* Whether a document is there or not. */
static void looks_shares_up(void **state)
{
    static collection made;
    (void)state;
    fill(&made, 7);
    const pol_impacts *impacts = made.lists[0].impacts;
    for (uint32_t i = 0, id = 0; id <= LAST + 1; id++) {
        bool is_there = i < impacts->count && impacts->docids[i] == id;
        assert_true(pol_impacts_at(impacts, id) == (is_there ? impacts->shares[i] : 0));
        i += is_there;
    }
    pol_arena_done(&made.arena);
}

static void takes_nothing(void **state)
{
    pol_arena arena;
    pol_error error;
    (void)state;
    pol_arena_init(&arena, 1 << 20);
    pol_best best = pol_best_begin(&arena, 10, 0);
    assert_int_equal(pol_best_scan(&best, NULL, 0, admits, NULL, &error), POL_OK);
    pol_best_end(&best);
    assert_int_equal(best.count, 0);
    assert_true(pol_best_limit(&best) == 0);
    pol_arena_done(&arena);
}

static void fails_without_room(void **state)
{
    pol_error error;
    static collection made;
    pol_arena small;
    (void)state;
    fill(&made, 3);
    pol_arena_init(&small, 16 << 10);
    pol_best best = pol_best_begin(&small, SIZE_MAX, 0);
    assert_int_equal(pol_best_scan(&best, made.lists, LISTS, admits, &made, &error), POL_NOMEM);
    pol_arena_done(&small);
    pol_arena_done(&made.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_best),     cmocka_unit_test(finds_all_over_a_floor),
        cmocka_unit_test(looks_shares_up),    cmocka_unit_test(takes_nothing),
        cmocka_unit_test(fails_without_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
