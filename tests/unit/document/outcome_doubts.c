/* outcome_doubts.c - lines that hold more than an item and its decision: other items, votes on
 * procedure, decisions on parts, remarks. */
#include "outcome_case.h"

static const outcome_case lines[] = {
    {"Decisions\n\n98: CARRIED\nMotion 1 was defeated. Motion 2: carried.\n",
     "report\n3 98 carried <CARRIED>\n4 1 lost <defeated>\n4 2 carried <carried>"},
    {"Motion 1 CARRIED Motion 2 LOST Motion 3 REMITTED\n",
     "report\n1 1 carried <CARRIED>\n1 2 lost <LOST>\n1 3 remitted <REMITTED>"},
    {"Motion 1: Carried (Motion 2: Lost)\n", "report\n1 1 carried <Carried>\n1 2 lost <Lost>"},
    {"Motion 1: Lost after Amendment 1.1 was carried\n",
     "report\n1 1 lost <Lost after Amendment 1.1 was carried>"},
    {"Motion 1: Carried after Amendment 1.1 was lost\n",
     "report\n1 1 carried <Carried after Amendment 1.1 was lost>"},
    {"98: CARRIED\nMotion 1: see Motion 2: carried\n",
     "report\n1 98 carried <CARRIED>\n2 1 ? <see Motion 2: carried>"},
    {"98: CARRIED\nMotion 5 - the President ruled that Motion 6 be taken with it - carried\n",
     "report\n1 98 carried <CARRIED>\n2 5 ? <the President ruled that Motion 6 be taken with it - "
     "carried>"},
    {"2 Heat in galleys - Lost (NEC recommendation: carried)\n",
     "report\n1 2 \"Heat in galleys\" lost <Lost (NEC recommendation: carried)>"},
    {"98: CARRIED\nMotion 2 [Heat in galleys]: next business carried\n",
     "report\n1 98 carried <CARRIED>\n2 2 ? <[Heat in galleys]: next business carried>"},
    {"98: CARRIED\nMotion 2: move to next business lost\n",
     "report\n1 98 carried <CARRIED>\n2 2 ? <move to next business lost>"},
    {"98: CARRIED\nMotion 2: remission lost\n",
     "report\n1 98 carried <CARRIED>\n2 2 ? <remission lost>"},
    {"98: CARRIED\nMotion 2 Heat in galleys: motion to refer back lost\n",
     "report\n1 98 carried <CARRIED>\n2 2 ? <Heat in galleys: motion to refer back lost>"},
    {"98: CARRIED\nMotion 2 Heat in galleys: challenge to the chair lost\n",
     "report\n1 98 carried <CARRIED>\n2 2 ? <Heat in galleys: challenge to the chair lost>"},
    {"98: CARRIED\nMotion 2 Heat in galleys: NEC statement carried\n",
     "report\n1 98 carried <CARRIED>\n2 2 ? <Heat in galleys: NEC statement carried>"},
    {"98: CARRIED\n97: LOST\n96: LOST\nMotion 7: The call to reject this motion was lost.\n",
     "report\n1 98 carried <CARRIED>\n2 97 lost <LOST>\n3 96 lost <LOST>\n4 7 ? <The call to "
     "reject this motion was lost>"},
    {"98: CARRIED\nMotion 2: nearly carried\n",
     "report\n1 98 carried <CARRIED>\n2 2 ? <nearly carried>"},
    {"98: CARRIED\nMotion 2 - Carried?\n", "report\n1 98 carried <CARRIED>\n2 2 ? <Carried?>"},
    {"98: CARRIED\nMotion 2: vote 1 lost, vote 2 carried\n",
     "report\n1 98 carried <CARRIED>\n2 2 ? <vote 1 lost, vote 2 carried>"},
    {"Motion 1: carried, (ii) remitted\n",
     "report\n1 1 carried_part <carried, (ii) remitted> ii:remitted"},
    {"Motion 1: lost, save (i) carried\n",
     "report\n1 1 carried_part <lost, save (i) carried> i:carried"},
    {"Motion 2: Carried except (ii)\n", "report\n1 2 carried_part <Carried except (ii)>"},
    {"Motion 2 Heat in galleys: amendment carried, motion lost\n98: CARRIED\n",
     "report\n1 2 \"Heat in galleys\" lost <lost>\n2 98 carried <CARRIED>"},
    {"MOTION 2: FAILED TO SECURE A MAJORITY\n", "report\n1 2 lost <FAILED TO SECURE A MAJORITY>"},
    {"Motion 2: carried over to next year\n", "report\n1 2 deferred <carried over to next year>"},
    {"5 Sharps: the mover agreed to remit and this was accepted\n98: CARRIED\n",
     "report\n1 5 \"Sharps\" remitted <agreed to remit>\n2 98 carried <CARRIED>"},
    {"R1 Size of the National Committee: lost, two thirds not obtained (160 for,\n130 against)\n",
     "report\n1 R1 \"Size of the National Committee\" lost <lost, two thirds not obtained (160 "
     "for, 130 against)>"},
    {"16 Mugs: For 45, Against 12. Carried.\n", "report\n1 16 \"Mugs\" carried <Carried>"},
    {"12 Closure of the library: CARRIED\n",
     "report\n1 12 \"Closure of the library\" carried <CARRIED>"},
    {"Motion 9: Ruled out of order, names a member\n",
     "report\n1 9 out_of_order <Ruled out of order, names a member>"},
    {"RULED OUT OF ORDER\n\n13 Tea\n\nLOST\n\n14 Milk\n",
     "report\n3 13 \"Tea\" out_of_order <RULED OUT OF ORDER>\n7 14 \"Milk\" lost <LOST>"},
    {"98: CARRIED\nThe motion was put to a vote and was CARRIED\n",
     "report\n1 98 carried <CARRIED>"},
};

static void test_lines(void **state)
{
    (void)state;
    check_outcomes(lines, sizeof lines / sizeof *lines, POL_FORMAT_TEXT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_lines)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
