/* compare_test.c - two clauses to how alike they are, what they share, and whether they say the
 * opposite. All clauses are invented. */
#include "tests/unit/draft/compared.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

typedef struct likeness_case {
    const char *clause, *passage;
} likeness_case;

static const char *const names[] = {"NONE", "RELATED", "REVERSED", "SAME"};

static void check_all(void **state, const likeness_case *cases, size_t count, pol_likeness least,
                      pol_likeness most)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        pol_comparison found = compared(*state, cases[i].clause, cases[i].passage);
        if (found.likeness >= least && found.likeness <= most)
            continue;
        print_error("%s (%.2f): '%s' and '%s'\n", names[found.likeness], found.score,
                    cases[i].clause, cases[i].passage);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void same_demands(void **state)
{
    static const likeness_case cases[] = {
        {"plant oak trees beside every tram stop", "plant oak trees beside every tram stop"},
        {"declare a drought", "declare a drought"},
        {"Conference instructs the National Executive Council to plant oak trees beside tram stops",
         "plant oak trees beside every tram stop;"},
        {"Oak trees should be planted beside every tram stop.",
         "press for the planting of oak trees beside each tram stop"},
        {"raise the wages of lamplighters to fifteen florins an hour",
         "increase lamplighters' pay to 15 florins an hour"},
        {"a 32-hour week for ferry crews with no loss of pay",
         "negotiate a thirty-two hour week without loss of pay for ferry crews"},
        {"oppose the abolition of the ferry subsidy", "oppose abolishing the ferry subsidy;"},
        {"draw up guidance on asbestos in village halls for every branch",
         "prepare guidance for each branch on asbestos in village halls"},
        /* written otherwise */
        {"oppose ferries that don’t carry lanterns", "oppose ferries that do not carry lanterns"},
        {"Crews won't sail where the lanterns aren't lit.",
         "Crews will not sail where the lanterns are not lit."},
        {"Conference believes that lighthouse keepers ought to be paid in florins",
         "Conference believes that lighthouse keepers should be paid in florins"},
        /* a detail more */
        {"plant oak trees beside every tram stop, and water them through the first two summers",
         "plant oak trees beside every tram stop"},
        /* one demand of a long paragraph */
        {"provide lifebelts on all municipal ferries",
         "Conference notes that three people drowned last winter. It calls on the Executive to "
         "seek "
         "an inquiry, to provide lifebelts on all municipal ferries, and to honour the crews."},
    };
    check_all(state, cases, sizeof cases / sizeof *cases, POL_LIKENESS_SAME, POL_LIKENESS_SAME);
}

static void opposite_demands(void **state)
{
    static const likeness_case cases[] = {
        {"oppose the planting of oak trees beside tram stops",
         "support the planting of oak trees beside tram stops"},
        {"abolish the ferry subsidy for island pupils", "keep the ferry subsidy for island pupils"},
        {"campaign against a toll on the harbour bridge",
         "campaign for a toll on the harbour bridge"},
        {"end the lantern parade in Quarrydale", "hold the lantern parade in Quarrydale"},
        {"accept the harbour company's terms for the crane drivers",
         "reject the harbour company's terms for the crane drivers"},
        {"Conference believes that lighthouse keepers should not be replaced",
         "Conference believes that lighthouse keepers should be replaced"},
        {"publish no figures on the accidents of ferry crews",
         "publish figures on the accidents of ferry crews"},
        {"a ferry service run by private firms for the islands",
         "a ferry service run by public bodies for the islands"},
        {"sign the tram agreement before the inquiry into brakes reports",
         "sign the tram agreement after the inquiry into brakes reports"},
        {"compulsory training in rowing for ferry stewards",
         "voluntary training in rowing for ferry stewards"},
        {"The toll on the harbour bridge should be abolished.",
         "press for a toll on the harbour bridge to be introduced"},
        {"employ fewer lighthouse keepers on the northern rocks",
         "employ more lighthouse keepers on the northern rocks"},
        {"a council of elected harbour pilots for each port",
         "a council of unelected harbour pilots for each port"},
        {"claim a week of 40 hours for the crane drivers of the port",
         "claim a week of 30 hours for the crane drivers of the port"},
        {"harbour pilots may be consulted on tides", "harbour pilots to be consulted on tides"},
        {"no longer resist the closure of any lighthouse", "resist the closure of any lighthouse"},
        {"lift the moratorium on tolls on the harbour bridge",
         "campaign for a moratorium on tolls on the harbour bridge"},
        {"discipline ferry pilots who report leaking lifeboats to the harbour council",
         "support ferry pilots who report leaking lifeboats to the harbour council"},
        {"press for lanterns to be withdrawn at the hours when the tides begin and end",
         "press for lanterns that burn at the hours when the tides begin and end"},
        {"take away the lifebelts of ferry stewards in Quarrydale",
         "provide the lifebelts of ferry stewards in Quarrydale"},
        {"The lantern parade of Quarrydale should not be held.",
         "hold the lantern parade of Quarrydale"},
        {"The duty on ports to provide lifebelts on ferries should be removed.",
         "press for a duty on ports to provide lifebelts on ferries"},
        {"temporary moorings for island ferries at Quarrydale",
         "permanent moorings for island ferries at Quarrydale"},
        {"agree that ferry stewards need not have the same lifebelts as lighthouse keepers",
         "insist that ferry stewards have the same lifebelts as lighthouse keepers"},
        {"the lantern parade is not to cross the harbour bridge",
         "let the lantern parade cross the harbour bridge"},
        {"The harbour road is not to be closed at night.", "close the harbour road at night"},
        /* who to whom */
        {"The pilots should give notice to the harbour council of any change in the tides.",
         "The harbour council should give notice to the pilots of any change in the tides."},
        {"lamplighters to teach harbour pilots rowing each winter",
         "harbour pilots to teach lamplighters rowing each winter"},
        {"Ferries should be inspected by lamplighters, and not they by the crews of Quarrydale.",
         "Lamplighters should be inspected by ferries, and not they by the crews of Quarrydale."},
        {"move the lifebelts from the lighthouse to the harbour",
         "move the lifebelts from the harbour to the lighthouse"},
        /* limits */
        {"at most nine lifebelts on each ferry to the islands",
         "at least nine lifebelts on each ferry to the islands"},
        {"no ferry to the islands with more than nine lanterns",
         "each ferry to the islands to have no fewer than nine lanterns"},
    };
    check_all(state, cases, sizeof cases / sizeof *cases, POL_LIKENESS_REVERSED,
              POL_LIKENESS_REVERSED);
}

/* Two turns are none, and what both sides turn round is not opposed. */
static void turns_that_agree(void **state)
{
    static const likeness_case cases[] = {
        {"oppose any toll on the harbour bridge", "resist any toll upon the harbour bridge"},
        {"Conference rejects the ferry company's plan for Quarrydale",
         "Conference does not accept the ferry company's plan for Quarrydale"},
        {"campaign for the toll on the harbour bridge to be abolished",
         "campaign for the abolition of the toll on the harbour bridge"},
        {"no ferry to sail without a lifebelt and a lantern",
         "no ferry to sail without lantern and lifebelt"},
        {"No ferry to the islands should sail without a lifebelt.",
         "every ferry to the islands to sail with a lifebelt"},
        {"No lighthouse keeper should be dismissed by a harbour company that nobody elected",
         "no lighthouse keeper be dismissed by a harbour company that nobody elected"},
        {"crews who take strike action are first in line for lifebelts from the ferry fund",
         "give crews who are on strike first call on lifebelts from the ferry fund"},
        {"no ferry to the islands to carry more than nine lanterns",
         "limit ferries to the islands to nine lanterns"},
        {"rowing lessons that cost nothing for ferry stewards",
         "free rowing lessons for ferry stewards"},
        {"cap the ferry toll to the islands at nine florins",
         "the ferry toll to the islands to be no more than nine florins"},
    };
    check_all(state, cases, sizeof cases / sizeof *cases, POL_LIKENESS_SAME, POL_LIKENESS_SAME);
    /* what weapons are used against is not what the demand is against */
    pol_comparison found =
        compared(*state, "call for a ban on harpoons used against the seals of Quarrydale",
                 "call for a ban on harpoons that are used on the seals of Quarrydale");
    assert_int_not_equal(found.likeness, POL_LIKENESS_REVERSED);
}

/* The frame of a clause about something else is never the same. */
static void other_subjects(void **state)
{
    static const likeness_case cases[] = {
        {"Conference instructs the National Executive Council to campaign for free kites",
         "Conference instructs the National Executive Council to campaign for safe ladders"},
        {"produce a model policy on lanterns for branches",
         "produce a model policy on hornets for branches"},
        {"campaign for 5,000 new windmills a year on the northern coast",
         "campaign for 5,000 new dovecotes a year on the northern coast"},
        {"The moon is made of cheese.", "plant oak trees beside every tram stop"},
        {"", "plant oak trees beside every tram stop"},
        {"plant oak trees beside every tram stop", ""},
        {"of the and to", "of the and to"},
    };
    check_all(state, cases, sizeof cases / sizeof *cases, POL_LIKENESS_NONE, POL_LIKENESS_RELATED);
}

/* What a clause of a few words is about is worth naming. */
static void few_words_are_related(void **state)
{
    static const likeness_case cases[] = {
        {"no cuts to lamplighters",
         "Conference notes that the lamplighters of the coast have had no new lanterns or "
         "lifebelts "
         "since the last great storm, and that nobody has asked them."},
    };
    check_all(state, cases, sizeof cases / sizeof *cases, POL_LIKENESS_RELATED,
              POL_LIKENESS_RELATED);
    pol_comparison found = compared(*state, "lamplighters", cases[0].passage);
    assert_int_equal(found.likeness, POL_LIKENESS_NONE);
}

static void shares_are_of_information(void **state)
{
    const char *passage = "plant oak trees beside every tram stop";
    pol_comparison all = compared(*state, passage, passage);
    assert_true(all.clause_share > 0.999 && all.passage_share > 0.999 && all.score > 0.95);
    pol_comparison more =
        compared(*state, "plant oak trees beside every tram stop and lamps in the park", passage);
    assert_true(more.passage_share > 0.999);
    assert_true(more.clause_share > 0.4 && more.clause_share < 0.9);
    assert_true(more.score < all.score);
    pol_comparison none = compared(*state, "repair the belfry clock", passage);
    assert_true(none.clause_share == 0 && none.score == 0);
    assert_int_equal(none.likeness, POL_LIKENESS_NONE);
}

static void expect_marks(const char *text, const pol_highlight *marks, size_t count,
                         const char *const *expected)
{
    size_t i = 0;
    for (; expected[i]; i++) {
        assert_true(i < count);
        pol_span marked = pol_span_make(text + marks[i].start, marks[i].end - marks[i].start);
        if (!pol_span_equal(marked, pol_span_of(expected[i])))
            fail_msg("'%.*s' is marked, not '%s'", POL_SPAN_ARGS(marked), expected[i]);
    }
    assert_int_equal(i, count);
}

/* Words that stand together are one mark, stop words between them too. */
static void marks(void **state)
{
    const char *clause = "raise the wages of lamplighters, and honour them";
    const char *passage = "We must increase lamplighters' pay at once.";
    static const char *const ours[] = {"raise the wages of lamplighters", NULL};
    static const char *const theirs[] = {"increase lamplighters' pay", NULL};
    pol_comparison found = compared(*state, clause, passage);
    expect_marks(clause, found.clause_marks, found.clause_mark_count, ours);
    expect_marks(passage, found.passage_marks, found.passage_mark_count, theirs);
}

static void opposites_are_named(void **state)
{
    const char *clause = "scrap the ferry subsidy for island pupils";
    const char *passage = "keep the ferry subsidy for island pupils";
    pol_comparison found = compared(*state, clause, passage);
    assert_int_equal(found.likeness, POL_LIKENESS_REVERSED);
    assert_int_equal(found.clause_opposite.start, 0);
    assert_int_equal(found.clause_opposite.end, 5);
    assert_true(found.passage_opposite.start == found.passage_opposite.end);
    found = compared(*state, "sign the tram agreement before the inquiry into brakes",
                     "sign the tram agreement after the inquiry into brakes");
    assert_int_equal(found.clause_opposite.start, 24);
    assert_int_equal(found.clause_opposite.end, 30);
    assert_int_equal(found.passage_opposite.start, 24);
    assert_int_equal(found.passage_opposite.end, 29);
}

/* What a clause says that stands alone, the title and the lead-in say for the passage. */
static void context_counts(void **state)
{
    compared_index *made = *state;
    pol_error error = {0};
    pol_comparison without, with;
    pol_weighed_text context = compared_weigh(made, "The strike at Quarrydale colliery");
    const pol_compared clause = {
        .text = compared_weigh(made, "send a brass band to the strike at Quarrydale colliery")};
    pol_compared passage = {.text = compared_weigh(made, "send a brass band and a banner")};
    assert_int_equal(pol_compare(&clause, &passage, &made->arena, &without, &error), POL_OK);
    passage.context = &context;
    assert_int_equal(pol_compare(&clause, &passage, &made->arena, &with, &error), POL_OK);
    assert_true(with.score > without.score + 0.1);
    assert_true(with.clause_share == without.clause_share);
}

/* Points stand under the verb of their lead-in. */
static void lead_ins_turn_round(void **state)
{
    compared_index *made = *state;
    pol_error error = {0};
    pol_comparison found;
    pol_compared clause = {.text = compared_weigh(made, "the toll on the harbour bridge"),
                           .lead_in = POL_SPAN("Conference resolves to oppose:")};
    pol_compared passage = {.text = compared_weigh(made, "the toll on the harbour bridge"),
                            .lead_in = POL_SPAN("Conference resolves to support:")};
    assert_int_equal(pol_compare(&clause, &passage, &made->arena, &found, &error), POL_OK);
    assert_int_equal(found.likeness, POL_LIKENESS_REVERSED);
    passage.lead_in = POL_SPAN("We call on the Executive to oppose");
    assert_int_equal(pol_compare(&clause, &passage, &made->arena, &found, &error), POL_OK);
    assert_int_equal(found.likeness, POL_LIKENESS_SAME);
    passage.lead_in = (pol_span){0};
    passage.text = compared_weigh(made, "oppose the toll on the harbour bridge");
    assert_int_equal(pol_compare(&clause, &passage, &made->arena, &found, &error), POL_OK);
    assert_int_equal(found.likeness, POL_LIKENESS_SAME);
}

/* A passage that stands out is meant; one that another motion says rather is not. */
static void rivals_count(void **state)
{
    pol_comparison found =
        compared(*state, "the harbour council should buy lanterns for each of the crane drivers",
                 "crane drivers to get lanterns from the harbour council");
    double score = found.score;
    assert_int_equal(found.likeness, POL_LIKENESS_SAME);
    pol_compare_beside(&found, score + 0.2);
    assert_int_equal(found.likeness, POL_LIKENESS_RELATED);
    pol_compare_beside(&found, 0);
    assert_int_equal(found.likeness, POL_LIKENESS_SAME);
    found =
        compared(*state, "plant oak trees beside tram stops", "plant oak trees beside tram stops");
    pol_compare_beside(&found, 1); /* word for word: whoever else says so */
    assert_int_equal(found.likeness, POL_LIKENESS_SAME);
    found = compared(*state, "oppose the planting of oak trees beside tram stops",
                     "support the planting of oak trees beside tram stops");
    pol_compare_beside(&found, 0);
    assert_int_equal(found.likeness, POL_LIKENESS_REVERSED);
}

/* --- hostile ---------------------------------------------------------------------- */

enum { LONG_BYTES = 16 << 10, MILLISECONDS_MAX = 2000 };

/* `word` again and again, 16 KB of it. */
static char *repeated(const char *word)
{
    char *text = malloc(LONG_BYTES + 1);
    size_t size = strlen(word);
    for (size_t i = 0; i < LONG_BYTES; i++)
        text[i] = word[i % size];
    text[LONG_BYTES] = 0;
    return text;
}

static void long_repetitions(void **state)
{
    static const char *const words[] = {"tram ",   "no ",         "not abolish ", "without ",
                                        "oppose ", "and oppose ", "32 ",          "thirty ",
                                        "a, ",     "unelected ",  "private ",     "the "};
    compared_index *made = *state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char *one = repeated(words[i]), *other = repeated(words[(i + 1) % 12]);
        struct timespec start, end;
        clock_gettime(CLOCK_MONOTONIC, &start);
        pol_comparison same = compared(made, one, one);
        pol_comparison found = compared(made, one, other);
        clock_gettime(CLOCK_MONOTONIC, &end);
        long took = (end.tv_sec - start.tv_sec) * 1000 + (end.tv_nsec - start.tv_nsec) / 1000000;
        if (took > MILLISECONDS_MAX)
            fail_msg("'%s' took %ld ms", words[i], took);
        assert_true(same.score >= 0 && same.score <= 1 && found.score >= 0 && found.score <= 1);
        assert_true(found.clause_share >= 0 && found.clause_share <= 1.0001);
        free(one);
        free(other);
        pol_arena_done(&made->arena);
        pol_arena_init(&made->arena, 64 << 20);
    }
}

static void invalid_text(void **state)
{
    pol_comparison found = compared(*state, "plant \xff\xfe oak \xc3 trees beside tram stops",
                                    "plant oak trees beside tram stops");
    assert_int_equal(found.likeness, POL_LIKENESS_SAME);
}

static void full_arena(void **state)
{
    compared_index *made = *state;
    pol_arena arena;
    pol_error error = {0};
    pol_comparison comparison;
    const pol_compared side = {.text = compared_weigh(made, "plant oak trees beside tram stops")};
    pol_arena_init(&arena, 64);
    assert_int_equal(pol_compare(&side, &side, &arena, &comparison, &error), POL_LIMIT);
    pol_arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_demands),
        cmocka_unit_test(opposite_demands),
        cmocka_unit_test(turns_that_agree),
        cmocka_unit_test(other_subjects),
        cmocka_unit_test(few_words_are_related),
        cmocka_unit_test(shares_are_of_information),
        cmocka_unit_test(marks),
        cmocka_unit_test(opposites_are_named),
        cmocka_unit_test(context_counts),
        cmocka_unit_test(lead_ins_turn_round),
        cmocka_unit_test(rivals_count),
        cmocka_unit_test(long_repetitions),
        cmocka_unit_test(invalid_text),
        cmocka_unit_test(full_arena),
    };
    return cmocka_run_group_tests(tests, compared_set_up, compared_tear_down);
}
