/* Words that one side alone has: the table, and what is counted. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "draft/leftover.h"

enum { UNITS = 4 };

/* Found by halving: out of order, a word would be missed. */
static void every_word_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < pol_leftover_count; i++)
        assert_int_equal(pol_leftover_find(pol_span_of(pol_leftover_words[i].stem)), i + 1);
    assert_true(pol_leftover_count > 100 && pol_leftover_count < UINT16_MAX);
    assert_int_equal(pol_leftover_find(POL_SPAN("lanternless")), 0);
    assert_int_equal(pol_leftover_find(POL_SPAN("")), 0);
}

/* A word of the table that speaks for the opposite in a clause, from 1. */
static uint16_t loud_word(void)
{
    size_t loudest = 0;
    for (size_t i = 0; i < pol_leftover_count; i++)
        if (pol_leftover_words[i].clause > pol_leftover_words[loudest].clause)
            loudest = i;
    return (uint16_t)(loudest + 1);
}

typedef struct made_side {
    pol_unit units[UNITS];
    uint32_t match[UNITS];
    bool is_void[UNITS];
} made_side;

/* Each unit is the word `leftover`, and none corresponds. */
static pol_aligned_side make_side(made_side *made, uint16_t leftover)
{
    for (size_t i = 0; i < UNITS; i++) {
        made->units[i] = (pol_unit){.stem = POL_SPAN("word"), .leftover = leftover};
        made->match[i] = POL_NO_MATCH;
        made->is_void[i] = false;
    }
    return (pol_aligned_side){
        .units = made->units, .count = UNITS, .match = made->match, .is_void = made->is_void};
}

static void what_corresponds_is_not_counted(void **state)
{
    (void)state;
    made_side ours, theirs;
    uint16_t loud = loud_word();
    double clause = (double)pol_leftover_words[loud - 1].clause;
    double passage = (double)pol_leftover_words[loud - 1].passage;
    pol_alignment alignment = {.clause = make_side(&ours, loud),
                               .passage = make_side(&theirs, loud),
                               .window_start = 1,
                               .window_end = 3};
    assert_float_equal(pol_leftover_sum(&alignment), 4 * clause + 2 * passage, 1e-9);
    ours.match[0] = 2;
    theirs.match[2] = 0;
    ours.units[1].is_formula = true;
    ours.units[2].leftover = 0;
    assert_float_equal(pol_leftover_sum(&alignment), clause + passage, 1e-9);
    ours.units[3].stem = (pol_span){0}; /* a phrase or a number */
    theirs.is_void[1] = true;           /* "no ... without" */
    assert_float_equal(pol_leftover_sum(&alignment), 0, 1e-9);
}

static void the_loudest_is_shown(void **state)
{
    (void)state;
    made_side ours, theirs;
    pol_alignment alignment = {.clause = make_side(&ours, 0), .passage = make_side(&theirs, 0)};
    assert_int_equal(pol_leftover_loudest(&alignment), POL_NO_MATCH);
    ours.units[2].leftover = loud_word();
    assert_int_equal(pol_leftover_loudest(&alignment), 2);
    ours.match[2] = 0;
    assert_int_equal(pol_leftover_loudest(&alignment), POL_NO_MATCH);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_is_found),
        cmocka_unit_test(what_corresponds_is_not_counted),
        cmocka_unit_test(the_loudest_is_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
