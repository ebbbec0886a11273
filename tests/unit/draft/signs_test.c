/* signs_test.c - what two clauses share, and which way each goes, as numbers. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "draft/judge.h"
#include "tests/unit/draft/compared.h"

static double sign(void **state, pol_sign which, const char *clause, const char *passage)
{
    pol_comparison found = compared(*state, clause, passage);
    assert_non_null(found.signs);
    return found.signs[which];
}

static void copies_show_no_other_way(void **state)
{
    static const pol_sign none[] = {
        POL_SIGN_OPPOSED,       POL_SIGN_ODD_TURNS,       POL_SIGN_TURNS,     POL_SIGN_LIMITS,
        POL_SIGN_FRAME_CUES,    POL_SIGN_MOVED,           POL_SIGN_LOOSE,     POL_SIGN_NUMBERS,
        POL_SIGN_FRAME_CHANGED, POL_SIGN_FRAME_EXCHANGED, POL_SIGN_LONE_TURNS};
    const char *text = "oppose tolls on the harbour bridge before the ferries run, and never after";
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_true(sign(state, none[i], text, text) == 0);
    assert_true(sign(state, POL_SIGN_CLAUSE_SHARE, text, text) > 0.999);
    assert_true(sign(state, POL_SIGN_FRAME, text, text) > 0.999);
}

/* The same small word, but of another. */
static void moved_words(void **state)
{
    const char *passage = "pay the ferry stewards first and the lamplighters of the harbour last";
    assert_true(sign(state, POL_SIGN_MOVED,
                     "pay the lamplighters of the harbour, not the ferry stewards, this winter",
                     "pay the ferry stewards, not the lamplighters of the harbour, this winter") >
                0);
    assert_true(sign(state, POL_SIGN_MOVED, passage, passage) == 0);
    /* a list may change its order */
    assert_true(sign(state, POL_SIGN_MOVED, "no ferry without a lifebelt and a lantern",
                     "no ferry without lantern and lifebelt") == 0);
}

static void small_words_of_one_side(void **state)
{
    const char *passage = "insist that harbour pilots be consulted on tides and on lanterns";
    assert_true(sign(state, POL_SIGN_CLAUSE_PERMITS,
                     "accept that harbour pilots may be left out on tides and lanterns",
                     passage) == 2);
    assert_true(sign(state, POL_SIGN_CLAUSE_PERMITS, passage, passage) == 0);
    assert_true(sign(state, POL_SIGN_LOOSE,
                     "insist that harbour pilots never be consulted on tides or on lanterns",
                     passage) > 0);
}

/* What a word that turns round governs. */
static void governed_words(void **state)
{
    static const struct {
        const char *clause, *passage;
        bool is_opposed;
    } cases[] = {
        {"leave the harbour pilots and the lamplighters out of the tide talks",
         "invite the harbour pilots and the lamplighters to the tide talks", true},
        {"draw up rules by which no ferry may carry lanterns at night",
         "draw up rules by which a ferry may carry lanterns at night", true},
        {"give ferries to all islands and not to harbours alone",
         "give ferries to all islands and harbours, and not only to harbours", false},
        {"reopen the closed lighthouse kitchens", "reopen the lighthouse kitchens", false},
        {"bring the lantern parade of Quarrydale to an end",
         "renew the lantern parade of Quarrydale", true},
        {"open an inquiry into tides from which harbour pilots are excluded",
         "open an inquiry into tides with harbour pilots", true},
        {"Where a lantern does not shine, the harbour must supply a lifebelt.",
         "the harbour must supply a lifebelt where a lantern does not shine", false},
        {"The harbour ferries should be taxed no longer.", "tax the harbour ferries", true},
        {"The moratorium on tolls at the harbour should be lifted at once.",
         "press for a moratorium on tolls at the harbour", true},
        {"members of refuse collection crews gain as much as harbour pilots",
         "harbour pilots and refuse collection crews gain as much", false},
        {"agreements on tides that give up the right of harbour pilots to lanterns",
         "agreements on tides that give the right of harbour pilots to lanterns", true},
        {"harbour pilots on strike to come first when the ferry fund is paid out",
         "give harbour pilots on strike first call on the ferry fund", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_true((sign(state, POL_SIGN_OPPOSED, cases[i].clause, cases[i].passage) > 0) ==
                    cases[i].is_opposed);
}

/* A "not" amid the same words, in whatever part of the sentence. */
static void denied_words(void **state)
{
    static const struct {
        const char *clause, *passage;
        bool is_denied;
    } cases[] = {
        {"press for a law on lanterns that does not cover all ferries",
         "press for a law on lanterns that covers all ferries", true},
        {"press for a law on lanterns that covers all ferries",
         "press for a law on lanterns that does not cover all ferries", true},
        {"help harbour pilots who have no lifebelts", "help harbour pilots who have lifebelts",
         true},
        {"condemn the pilots who have not taken lanterns, and the crews whose delay sank a ferry",
         "condemn the pilots who have taken lanterns, and the crews whose delay sank a ferry",
         true},
        {"Lanterns burn in winter. Ferries to the islands should never carry harpoons.",
         "Lanterns burn in winter. Ferries to the islands should carry harpoons.", true},
        {"ferries that sail without lanterns and without lifebelts",
         "ferries that sail with lanterns and without lifebelts", true},
        {"no ferry to sail without a lifebelt", "every ferry to sail with a lifebelt", false},
        {"lifebelts not only to harbour pilots", "lifebelts not to harbour pilots alone", false},
        {"sign no tram agreement until the inquiry reports",
         "sign the tram agreement when the inquiry reports", false},
        {"no ferry to carry more than nine lanterns",
         "ferries to carry not more than nine lanterns", false},
        {"ferry stewards shall not be made to row in the winter",
         "in the winter ferry stewards shall not be made to row", false},
        {"harbour pilots are without protection on the northern rocks",
         "harbour pilots are unprotected on the northern rocks", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if ((sign(state, POL_SIGN_DENIED, cases[i].clause, cases[i].passage) > 0) !=
            cases[i].is_denied)
            fail_msg("'%s' and '%s'", cases[i].clause, cases[i].passage);
    const char *passage = "press for a law on lanterns that covers all ferries to the islands";
    pol_comparison found = compared(
        *state, "press for a law on lanterns that does not cover all ferries to the islands",
        passage);
    assert_int_equal(found.likeness, POL_LIKENESS_REVERSED);
    assert_int_equal(found.clause_opposite.end - found.clause_opposite.start, strlen("not"));
    assert_true(found.passage_opposite.start == found.passage_opposite.end);
}

static void words_near(void **state)
{
    const char *passage = "publish the accounts of the ferry contractors each winter";
    assert_true(sign(state, POL_SIGN_CLAUSE_SHARE,
                     "put out the ledger of the ferry contractors each winter", passage) >
                sign(state, POL_SIGN_CLAUSE_SHARE,
                     "put out the lantern of the ferry contractors each winter", passage));
}

/* Opposed words of which neither turns the rest round. */
static void opposed_words(void **state)
{
    const char *passage = "the same lifebelts for lamplighters as for harbour pilots";
    assert_true(sign(state, POL_SIGN_NEAR_PAIRS,
                     "worse lifebelts for lamplighters than for harbour pilots", passage) == 1);
    assert_true(sign(state, POL_SIGN_PAIRS, passage, passage) == 0);
    /* both are said by one side, or one is denied */
    assert_true(sign(state, POL_SIGN_PAIRS,
                     "the same lifebelts, and no worse, for lamplighters as for harbour pilots",
                     passage) == 0);
    assert_true(sign(state, POL_SIGN_PAIRS, "ferries that are not temporary for the islands",
                     "ferries that are permanent for the islands") == 0);
}

/* The same words, of which two have changed places. */
static void words_that_changed_places(void **state)
{
    const char *passage = "a lantern on the bridge is worth any number of buoys in the harbour";
    assert_true(sign(state, POL_SIGN_SURFACE_SWAPPED,
                     "a buoy on the bridge is worth any number of lanterns in the harbour",
                     passage) > 0.5);
    assert_true(sign(state, POL_SIGN_SURFACE_SWAPPED, passage, passage) == 0);
    /* as lists and the passive have it */
    assert_true(sign(state, POL_SIGN_SURFACE_SWAPPED,
                     "lamps, buoys and lanterns for the harbour of Quarrydale",
                     "lanterns, buoys and lamps for the harbour of Quarrydale") == 0);
    assert_true(sign(state, POL_SIGN_SURFACE_SWAPPED,
                     "lanterns to be lit by the lamplighters in Quarrydale",
                     "lamplighters to light the lanterns in Quarrydale") == 0);
}

static void one_change(void **state)
{
    const char *passage = "ferry pilots to be trained in rowing at our cost";
    assert_true(sign(state, POL_SIGN_SURFACE_ONE,
                     "ferry pilots to be trained in rowing at their own cost", passage) > 0.5);
    assert_true(sign(state, POL_SIGN_SURFACE_ONE, passage, passage) == 0);
    assert_true(
        sign(state, POL_SIGN_REWORDED, "training in rowing for pilots of ferries", passage) >= 1);
}

static void numbers_in_words(void **state)
{
    assert_true(sign(state, POL_SIGN_CLAUSE_SHARE,
                     "build a hundred thousand windmills along the northern coast",
                     "build 100,000 windmills along the northern coast") > 0.999);
    assert_true(sign(state, POL_SIGN_NUMBERS, "a hundred windmills for the northern coast",
                     "200 windmills for the northern coast") == 1);
}

/* What conference noted was not asked for. */
static void notes_are_no_demands(void **state)
{
    compared_index *made = *state;
    pol_error error = {0};
    pol_comparison found;
    const pol_compared clause = {
        .text = compared_weigh(made, "lanterns should be lit on the harbour bridge at dusk")};
    pol_compared passage = {
        .text = compared_weigh(made, "lanterns are lit on the harbour bridge at dusk"),
        .is_note = true};
    assert_int_equal(pol_compare(&clause, &passage, &made->arena, &found, &error), POL_OK);
    assert_true(found.signs[POL_SIGN_NOTED] == 1);
    assert_int_not_equal(found.likeness, POL_LIKENESS_SAME);
    passage.is_note = false;
    assert_int_equal(pol_compare(&clause, &passage, &made->arena, &found, &error), POL_OK);
    assert_true(found.signs[POL_SIGN_NOTED] == 0);
}

/* "Oppose them" says again what a "no" has said; alone, or of something else, it turns round. */
static void turns_said_again(void **state)
{
    const char *passage = "charge no tolls to island pupils";
    const char *again = "No tolls should be charged to island pupils, and we should oppose them.";
    const char *alone = "Tolls should be charged to island pupils, and we should oppose them.";
    const char *other =
        "No tolls should be charged to island pupils, and we should oppose ferries.";
    assert_true(sign(state, POL_SIGN_ODD_TURNS, again, passage) == 0);
    assert_true(sign(state, POL_SIGN_TURNS, again, passage) == 0);
    assert_true(sign(state, POL_SIGN_TURNS, alone, passage) == 1);
    assert_true(sign(state, POL_SIGN_TURNS, other, passage) == 1);
}

/* Points below "is concerned by proposals to" are what is not wanted. */
static void lead_ins_of_plans(void **state)
{
    compared_index *made = *state;
    pol_error error = {0};
    pol_comparison found;
    const pol_weighed_text text = compared_weigh(made, "license lanterns on the harbour bridge");
    const pol_compared clause = {.text = text};
    const pol_compared feared = {.text = text,
                                 .lead_in = POL_SPAN("Conference is concerned by proposals to:")};
    const pol_compared wanted = {
        .text = text, .lead_in = POL_SPAN("Conference, concerned for safety, makes plans to:")};
    assert_int_equal(pol_compare(&clause, &feared, &made->arena, &found, &error), POL_OK);
    assert_int_equal(found.likeness, POL_LIKENESS_REVERSED);
    assert_int_equal(pol_compare(&clause, &wanted, &made->arena, &found, &error), POL_OK);
    assert_int_equal(found.likeness, POL_LIKENESS_SAME);
}

/* What a network of one hidden layer says, unit by unit. */
static double units_sum(const pol_judge_layer *layer, const double signs[POL_SIGN_COUNT])
{
    double sum = 0;
    for (size_t unit = 0; unit < POL_JUDGE_UNITS; unit++) {
        double input = (double)layer->bases[unit];
        for (size_t i = 0; i < POL_SIGN_COUNT; i++)
            input += signs[i] * (double)layer->inputs[i][unit];
        sum += (double)layer->outputs[unit] * tanh(input);
    }
    return sum;
}

static void odds_are_of_signs_and_units(void **state)
{
    (void)state;
    double signs[POL_SIGN_COUNT] = {0};
    signs[POL_SIGN_CLAUSE_SHARE] = 0.7;
    signs[POL_SIGN_LIMITS] = 2;
    signs[POL_SIGN_LEFTOVER] = -0.5;
    pol_judgement expected = {.same = pol_judge_base.same + units_sum(&pol_judge_same_layer, signs),
                              .turned = pol_judge_base.turned +
                                        units_sum(&pol_judge_turned_layer, signs)};
    for (size_t i = 0; i < POL_SIGN_COUNT; i++) {
        expected.same += signs[i] * pol_judge_weights[i].same;
        expected.turned += signs[i] * pol_judge_weights[i].turned;
    }
    assert_float_equal(pol_judge(signs).same, expected.same, 1e-3);
    assert_float_equal(pol_judge(signs).turned, expected.turned, 1e-3);
}

/* What takes the other passages adds by itself, since it is known last. */
static void margins_have_no_units(void **state)
{
    (void)state;
    double signs[POL_SIGN_COUNT] = {0};
    pol_judgement without = pol_judge(signs);
    signs[POL_SIGN_MARGIN] = 0.5;
    pol_judgement with = pol_judge(signs);
    assert_float_equal(with.same - without.same, pol_judge_margin(0.5), 1e-9);
    assert_float_equal(with.turned, without.turned, 1e-9);
    assert_true(pol_judge_margin(0.5) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(copies_show_no_other_way),
        cmocka_unit_test(moved_words),
        cmocka_unit_test(turns_said_again),
        cmocka_unit_test(small_words_of_one_side),
        cmocka_unit_test(opposed_words),
        cmocka_unit_test(governed_words),
        cmocka_unit_test(denied_words),
        cmocka_unit_test(words_near),
        cmocka_unit_test(words_that_changed_places),
        cmocka_unit_test(one_change),
        cmocka_unit_test(numbers_in_words),
        cmocka_unit_test(notes_are_no_demands),
        cmocka_unit_test(lead_ins_of_plans),
        cmocka_unit_test(odds_are_of_signs_and_units),
        cmocka_unit_test(margins_have_no_units),
    };
    return cmocka_run_group_tests(tests, compared_set_up, compared_tear_down);
}
