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
        if (pol_leftover_words[i].clause.turned > pol_leftover_words[loudest].clause.turned)
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

/* So many in the clause and in the passage, all of them one word. */
static void assert_counted(const pol_alignment *alignment, float in_clause, float in_passage)
{
    const pol_leftover_word *word = &pol_leftover_words[loud_word() - 1];
    pol_leftover_weight sum = pol_leftover_sum(alignment);
    assert_float_equal(sum.turned,
                       in_clause * word->clause.turned + in_passage * word->passage.turned, 1e-5);
    assert_float_equal(sum.same, in_clause * word->clause.same + in_passage * word->passage.same,
                       1e-5);
}

static void what_corresponds_is_not_counted(void **state)
{
    (void)state;
    made_side ours, theirs;
    uint16_t loud = loud_word();
    pol_alignment alignment = {.clause = make_side(&ours, loud),
                               .passage = make_side(&theirs, loud),
                               .window_start = 1,
                               .window_end = 3};
    assert_counted(&alignment, 4, 2);
    ours.match[0] = 2;
    theirs.match[2] = 0;
    ours.units[1].is_formula = true;
    ours.units[2].leftover = 0;
    assert_counted(&alignment, 1, 1);
    ours.units[3].stem = (pol_span){0}; /* a phrase or a number */
    theirs.is_void[1] = true;           /* "no ... without" */
    assert_counted(&alignment, 0, 0);
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
