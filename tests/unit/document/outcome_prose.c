/* outcome_prose.c - sentences to outcomes; texts that speak of decisions and are no reports;
 * hostile texts. */
#include "outcome_case.h"

static const outcome_case sentences[] = {
    {"2031 Tea Conference\n\nMotion 12, Mugs, was carried.\n",
     "report\n3 12 \"Mugs\" carried <carried> {Tea Conference 2031}"},
    {"Decisions\n\nMotion 3, Warm homes, moved by North branch, was carried unanimously. Motions "
     "4, "
     "5 and 9 were composited into Composite A, which was carried as amended by 9.1. Amendment 9.1 "
     "was accepted by the mover.\n",
     "report\n3 3 \"Warm homes\" carried <carried unanimously>\n3 4 composited <composited into "
     "Composite A> in Composite A\n3 5 composited <composited into Composite A> in Composite A\n3 "
     "9 composited <composited into Composite A> in Composite A\n3 [composite] Composite A "
     "carried_amended <carried as amended by 9.1> by 9.1"},
    {"Decisions\n\nMotions 12, 14 and 17 to 19 fell. All other motions were not reached and stand "
     "referred to the NEC.\n",
     "report\n3 12 fell <fell>\n3 14 fell <fell>\n3 17 fell <fell>\n3 18 fell <fell>\n3 19 fell "
     "<fell>"},
    {"Decisions\n\nMotion 3 was carried and Motion 4 lost; Motion 5 was withdrawn by the branch.\n",
     "report\n3 3 carried <carried>\n3 4 lost <lost>\n3 5 withdrawn <withdrawn by the branch>"},
    {"Decisions\n\nMotion 3 (Warm homes) was not reached and was referred to the NEC.\n",
     "report\n3 3 \"Warm homes\" not_reached <not reached> ref referred to the NEC"},
    {"Decisions\n\nMotion 3 was taken in parts: points 1 and 3 were carried, and point 2 was "
     "lost.\n",
     "report\n3 3 carried_part <taken in parts: points 1 and 3 were carried, and point 2 was lost> "
     "1:carried 3:carried 2:lost"},
    {"Decisions\n\nIn Motion 3, paragraph 3 was taken separately and lost; the rest was carried.\n",
     "report\n3 3 carried_part <paragraph 3 was taken separately and lost; the rest was carried> "
     "3:lost"},
    {"Decisions\n\nConference agreed to remit Motion 6, Refuse and tea, to the executive. "
     "Delegates "
     "rejected Motions 7 and 8.\n",
     "report\n3 6 \"Refuse and tea\" remitted <agreed to remit>\n3 7 lost "
     "<rejected>\n3 8 lost <rejected>"},
    {"Decisions\n\nOn a card vote, Motion 12 was lost. Motion 13 as amended was carried.\n",
     "report\n3 12 lost <lost>\n3 13 carried_amended <as amended was carried>"},
    {"Decisions\n\nMotions 10 and 11 were composited into Composite B. That composite was carried. "
     "It had been made from motions 10 and 11.\n",
     "report\n3 10 composited <composited into Composite B> in Composite B\n3 11 composited "
     "<composited into Composite B> in Composite B\n3 [composite] Composite B carried "
     "<carried>\n3 10 composited <made from motions 10 and 11> in Composite B\n3 11 composited "
     "<made from motions 10 and 11> in Composite B"},
    {"Decisions\n\nMotion 17 had been withdrawn before conference met. Motion 18, Tea? The empty "
     "mug, "
     "was referred back to its movers.\n",
     "report\n3 17 withdrawn <withdrawn before conference met>\n3 18 \"Tea? The empty mug\" "
     "referred_back <referred back to its movers>"},
    {"Decisions\n\nThe Executive statement, Reserves and reality, was adopted.\n",
     "report\n3 [statement] \"Reserves and reality\" carried <adopted>"},
    {"Decisions\n\nMotion 28, Divest, was lost, and therefore Motion 29, Engage, could be taken; "
     "it "
     "was carried.\n",
     "report\n3 28 \"Divest\" lost <lost>\n3 29 \"Engage\" carried <carried>"},
    {"Decisions\n\nThe President opened conference. Motion 3, Mugs that are warm and big and of "
     "good "
     "clay, was\ncarried without dissent, and Motion 4 was\nlost.\n",
     "report\n3 3 \"Mugs that are warm and big and of good clay\" carried <carried without "
     "dissent>\n4 4 lost <lost>"},
    {"Tea met in Leek. Motion 1 (Mugs) was carried. Motion 2 (Tea) fell. Composite 3 was remitted.",
     "report\n1 1 \"Mugs\" carried <carried>\n1 2 \"Tea\" fell <fell>\n1 [composite] Composite 3 "
     "remitted <remitted>"},
    {"Minutes of the meeting\n\nThe chair welcomed members and thanked the cooks. Apologies were "
     "received from four. The treasurer spoke for an hour about the price of milk and nobody "
     "asked a question of her.\n\nThe secretary reported on the year and on the plans for the "
     "next. A long debate followed on spoons, which was left unfinished at the time of tea.\n\n"
     "Motion 12 was carried. The chair closed the meeting at nine and all went home happily and "
     "quietly in the rain that had not stopped for some three days by then.\n",
     "7 12 carried <carried>"},
};

/* Texts that are no reports, and state no outcome. */
static const char *const others[] = {
    "",
    "Tea\n",
    "Kettles in canteens\n\n2031 Canteen Staff Conference\n4 May 2031\nCarried\n\nThis conference "
    "notes that kettles are cold.\n\nThis conference resolves to warm them.\n",
    "Kettles in canteens\nBack to all Motions\n2031 Canteen Staff Conference\n4 May 2031\nCarried "
    "as Amended\nConference notes the kettles.\nConference calls for tea.\n",
    "Kettles\n\nThis conference notes that motion 12 was lost in 2030.\n\nMotion 12 was lost. This "
    "conference resolves to try again.\n",
    "Kettles\n\nThis conference notes:\n\n1) Jobs: lost\n2) Pay: agreed\n\nThis conference "
    "resolves "
    "to act.\n",
    "Cooks win at conference\n\nDelegates cheered in the hall as the cooks won their case after a "
    "long debate that nobody will forget. Motion 12 was carried at noon.\n\n\"We never thought it "
    "would come to this,\" said one who had waited for years. The kettle is to be warm again "
    "from the spring on, and the milk is to be free in all canteens of the land.\n",
    "The motion was carried.\n",
    "Motion carried\n",
    "Decision: Carried\n",
    "Status: Lost\nResult: carried\n",
    "16 Mugs - North branch\n\nConference notes that mugs are small.\n\nCARRIED\n\n17 Tea - South "
    "branch\n\nConference believes in tea.\n\nLOST\n",
    "16 Mugs: CARRIED\n\nConference notes that mugs are small.\n\n17 Tea: LOST\n\nConference "
    "believes in tea.\n",
    "Agenda\n\n16 Mugs: Support\n17 Tea: Oppose\n18 Milk: Remit\n",
    "Agenda\n\n16 Mugs: stands\n17 Tea: amendment accepted by the mover\n",
    "2031 Tea Conference\n\n16 Mugs\n17 Tea\n18 Milk\n",
    "If Motion 7 is carried, Motion 8 falls.\n",
    "Decisions\n\nIf Motion 7 is carried, Motion 8 falls.\n",
    "Decisions\n\nThe amendment to Motion 7 was lost. On Motion 8 the amendment was carried.\n",
    "Decisions\n\nDelegates were reminded that Motion 12 of the 2019 conference had been lost.\n",
    "Decisions\n\nThe Executive recommended that Motion 12 be carried. Motion 13 should be lost.\n",
    "2031 Tea Conference\n\nDecisions\n\nMotion 12 was carried in 2014.\n",
    "Decisions\n\nAll other motions were not reached and stand referred to the NEC.\n",
    "Standing Orders Committee report\n\n16 Mugs: ACCEPTED\n17 Tea: ACCEPTED\n",
    "Minutes of the last meeting: AGREED\nTreasurer's report: ACCEPTED\n",
    "Lost property\n\nOne umbrella, two mugs.\n",
    "Contents\n1 Mugs ........ 4\n2 Tea ........ 5\n",
    "Carried\n\nOne mug\n",
    "Tea was lost.\nMilk was carried away.\n",
};

static void test_sentences(void **state)
{
    (void)state;
    check_outcomes(sentences, sizeof sentences / sizeof *sentences, POL_FORMAT_TEXT);
}

static void test_others(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const outcome_case other = {others[i], ""};
        check_outcomes(&other, 1, POL_FORMAT_TEXT);
    }
}

/* Results in the midst of something else. */
static void test_sections(void **state)
{
    (void)state;
    static const outcome_case cases[] = {
        {"# Minutes\n\nThis conference notes that the text of motion 1 is here in full.\n\n"
         "## Results\n\n- 16 Mugs: CARRIED\n- 17 Tea: LOST\n\n## Next\n\nThis conference resolves "
         "to meet again.\n",
         "7 16 \"Mugs\" carried <CARRIED>\n8 17 \"Tea\" lost <LOST>"},
        {"# Agenda\n\n## Motion 1\n\nThis conference notes the mugs.\n\n## Motions ruled out of "
         "order\n\nThe text of these is not printed.\n\n- OoO 1 No tea \u2013 North branch "
         "(unclear)\n- OoO 2 No milk\n",
         "11 OoO 1 \"No tea\" out_of_order <ruled out of order>\n12 OoO 2 \"No milk\" out_of_order "
         "<ruled out of order>"},
    };
    check_outcomes(cases, sizeof cases / sizeof *cases, POL_FORMAT_MARKDOWN);
}

/* `unit` repeated as a text; the status of the search, and how many it gave. */
static pol_status find_in_flood(const char *unit, size_t times, size_t limit, size_t *ret_count,
                                pol_error *error)
{
    pol_buffer bytes;
    pol_arena arena;
    pol_text text = {0};
    pol_outcomes outcomes = {0};
    pol_buffer_init(&bytes, 64 << 20);
    for (size_t i = 0; i < times; i++)
        pol_buffer_add_text(&bytes, unit);
    pol_arena_init(&arena, limit);
    assert_int_equal(pol_read_text(pol_buffer_span(&bytes), &arena, &text, error), POL_OK);
    pol_status status = pol_outcomes_find(&text, &arena, &outcomes, error);
    *ret_count = outcomes.count;
    pol_arena_done(&arena);
    pol_buffer_done(&bytes);
    return status;
}

static void test_floods(void **state)
{
    (void)state;
    static const struct {
        const char *unit;
        size_t times;
    } floods[] = {
        {"LOST\n", 5000},
        {"16 Mugs\n", 5000},
        {"16 Mugs\nLOST\n", 1000},
        {"Motion 4 was carried and ", 2000},
        {"Motion 4 was carried. ", 1000},
        {"16 : - : - ", 2000},
        {"No  Title  Decision\n", 2500},
        {"| a | b |\n", 5000},
        {"(((((((( carried", 1000},
        {"carried? ", 2500},
        {"points 1 carried, ", 2500},
        {"2031 Tea Conference\n", 2500},
        {"Motions 1, 2 and ", 2500},
        {"Number\nDecision\n", 2500},
    };
    for (size_t i = 0; i < sizeof floods / sizeof *floods; i++) {
        size_t count;
        pol_error error = {0};
        assert_int_equal(find_in_flood(floods[i].unit, floods[i].times, 512u << 20, &count, &error),
                         POL_OK);
    }
}

static void test_limits(void **state)
{
    (void)state;
    enum { PER_LINE = 100 };
    size_t count, lines = POL_OUTCOMES_MAX / PER_LINE;
    pol_error error = {0};
    const char *unit = "Carried: 1 to 100\n";
    assert_int_equal(find_in_flood(unit, lines, 512u << 20, &count, &error), POL_OK);
    assert_int_equal(count, POL_OUTCOMES_MAX);
    assert_int_equal(find_in_flood(unit, lines + 1, 512u << 20, &count, &error), POL_LIMIT);
    assert_non_null(strstr(error.text, "20000"));
    assert_int_equal(count, 0);
}

/* A text of a million lines is no report; phrases that take time are counted. */
static void test_hostile_sizes(void **state)
{
    (void)state;
    size_t count;
    pol_error error = {0};
    assert_int_equal(
        find_in_flood("1: LOST\n", POL_OUTCOME_LINES_MAX + 1, 1u << 30, &count, &error), POL_OK);
    assert_int_equal(count, 0);
}

/* Memory that runs out at any moment is said, and nothing is half given. */
static void test_small_arenas(void **state)
{
    (void)state;
    const char *unit = "16 Mugs: carried in parts (points 1 to 9 carried, point 10 lost)\n";
    size_t refused = 0;
    for (size_t limit = 4096; limit < 40960; limit += 512) {
        pol_arena arena;
        pol_text text = {0};
        pol_outcomes outcomes;
        pol_error error = {0};
        pol_arena_init(&arena, limit);
        if (pol_read_text(pol_span_of(unit), &arena, &text, &error) == POL_OK) {
            arena.limit_bytes = arena.used_bytes + (limit - 4096) / 16;
            pol_status status = pol_outcomes_find(&text, &arena, &outcomes, &error);
            assert_true(status == POL_OK || status == POL_LIMIT);
            refused += status == POL_LIMIT;
            assert_int_equal(outcomes.count, status == POL_OK ? 1 : 0);
        }
        pol_arena_done(&arena);
    }
    assert_true(refused > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentences),     cmocka_unit_test(test_others),
        cmocka_unit_test(test_sections),      cmocka_unit_test(test_floods),
        cmocka_unit_test(test_limits),        cmocka_unit_test(test_small_arenas),
        cmocka_unit_test(test_hostile_sizes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
