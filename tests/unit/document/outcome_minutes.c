/* outcome_minutes.c - minutes and reports in prose: what sentences say of the item that was named
 * before them, what somebody did to an item, notes in agendas. */
#include "outcome_case.h"

static const outcome_case texts[] = {
    {"Minutes\n\n10.15   1. Opening\n10.45   4.1  Motion 1, Summer hours. Moved by Marl branch. "
     "After six speakers the motion was put and carried.\n11.05   4.2  Motion 2, Graves.\n         "
     "    Amendment 2.1 was carried by 33 to 20.\n             The motion was then carried as "
     "amended.\n11.30   5. Tea\n",
     "report\n4 1 \"Summer hours\" carried <carried>\n5 2 \"Graves\" carried_amended <The motion "
     "was then carried as amended>\n6 [amendment] 2.1 carried <carried by 33 to 20>"},
    {"Minutes\n\nMotion 3 was moved. A procedural motion that the vote be taken was moved. The "
     "motion was carried. The motion was then lost.\n",
     "report\n3 3 lost <The motion was then lost>"},
    {"Minutes\n\nMotion 9\n\nAmendment 9.1\n\nThe amendment was lost.\n\nThe substantive motion "
     "was carried unanimously.\n",
     "report\n3 9 carried <carried unanimously>\n5 [amendment] 9.1 lost <lost>"},
    {"Minutes\n\nMotion 4 (Fees), having been put to the vote, fell by 33 votes to 47.\n",
     "report\n3 4 \"Fees\" lost <fell by 33 votes to 47>"},
    {"Minutes\n\nAfter a long debate on Motion 3, Pets, in which it was said that a motion on cats "
     "had been lost, the movers agreed to remit the motion to the Executive.\n",
     "report\n3 3 \"Pets\" remitted <agreed to remit>"},
    {"Minutes\n\nMotion 2, Damp, was moved. An amendment was carried by 51 votes to 30, and the "
     "motion, as the substantive, was then passed as amended.\n",
     "report\n3 2 \"Damp\" carried_amended <passed as amended>"},
    {"Minutes\n\nMotion 7 on The Charge was voted on in parts. It was carried with the exception "
     "of paragraph (c), which was defeated.\n",
     "report\n3 7 carried_part <carried with the exception of paragraph (c), which was defeated> "
     "c:lost"},
    {"Minutes\n\nMotions 5 (Transfer) and 6 (Ballots) were taken together as Composite 1, which "
     "was carried.\n",
     "report\n3 5 \"Transfer\" composited <taken together as Composite 1> in Composite 1\n3 6 "
     "\"Ballots\" composited <taken together as Composite 1> in Composite 1\n3 [composite] "
     "Composite 1 carried <carried>"},
    {"Minutes\n\nGale branch did not move Motion 8 (Closes). The movers withdrew motion 5 (Boots) "
     "on hearing the report.\n",
     "report\n3 8 \"Closes\" withdrawn <did not move>\n3 5 \"Boots\" withdrawn <withdrew>"},
    {"Minutes\n\nFor want of time Motions 9 (Youth) and 10 (Sites) were not reached, and were "
     "passed to the Executive for its consideration.\n",
     "report\n3 9 \"Youth\" not_reached <not reached> ref passed to the Executive for its "
     "consideration\n3 10 \"Sites\" not_reached <not reached> ref passed to the Executive for its "
     "consideration"},
    {"Minutes\n\nThe emergency motion from North Tenants, Evictions at Shore Street, was accepted "
     "by acclamation.\n",
     "report\n3 [emergency] \"Evictions at Shore Street\" carried <accepted by acclamation>"},
    {"Minutes\n\nMOTION 4: MUGS\n\nMoved: North branch\n\nVote: 32 for, 10 against: "
     "CARRIED\n\nMOTION 5: TEA\n\nFormally seconded. No debate.\n\nLOST on a card vote\n",
     "report\n3 4 \"MUGS\" carried <CARRIED>\n9 5 \"TEA\" lost <LOST on a card vote>"},
    {"Minutes\n\nIt was agreed to remit Motion 4. It was resolved that Motion 5 be adopted. The "
     "meeting approved motions 6 and 7, rejected motion 8, and remitted motion 9 to the "
     "Executive.\n",
     "report\n3 4 remitted <agreed to remit>\n3 5 carried <adopted>\n3 6 carried <approved>\n3 7 "
     "carried <approved>\n3 8 lost <rejected>\n3 9 remitted <remitted>"},
    {"Minutes of the meeting\n\n7.1 Mugs for all\nProposed by North.\nThe motion was put to the "
     "vote and declared carried.\n\n8. Letters\nA letter was read. The motion was carried.\n",
     "report\n3 \"Mugs for all\" carried <carried>"},
    {"Decisions\n\nThe following motions were approved: 1 and 2. Motions 3 and 4 were rejected.\n",
     "report\n3 1 carried <approved>\n3 2 carried <approved>\n3 3 lost <rejected>\n3 4 lost "
     "<rejected>"},
    {"Decisions\n\nMotion 2 (Heat) was carried, as was Motion 3 (Noise). Neither Motion 4 nor "
     "Motion 5 was carried.\n",
     "report\n3 2 \"Heat\" carried <carried>\n3 3 \"Noise\" carried <carried>\n3 4 lost <Neither "
     "Motion 4 nor Motion 5 was carried.>\n3 5 lost <Neither Motion 4 nor Motion 5 was carried.>"},
    {"Decisions\n\nMotion 7 was carried, an amendment having been lost. Motion 8 (Glass) was "
     "withdrawn, the Trust having agreed to mend it.\n",
     "report\n3 7 carried <carried>\n3 8 \"Glass\" withdrawn <withdrawn>"},
    {"Decisions\n\nWe did not get to Motion 9 (Gates)\nor to Motion 10 (Ride-on training). We "
     "threw out Motion 3.\n",
     "report\n3 9 \"Gates\" not_reached <did not get to>\n4 10 \"Ride-on training\" not_reached "
     "<did not get to>\n4 3 lost <threw out>"},
    {"Decisions\n\nMotion 6 (Statues) was ruled out of order as it would need a change of rule.\n",
     "report\n3 6 \"Statues\" out_of_order <ruled out of order as it would need a change of rule>"},
    {"Minutes\n\nMotion 12: Mugs\n\nThis conference notes the mugs.\n\nThe motion was "
     "carried.\n\nMotion 13: Tea\n\nThis conference believes in tea.\n\nLOST\n",
     ""},
    {"Minutes\n\nMotion 12 was noted. It was proposed that the motion be remitted. The chair spoke "
     "of the motion, which the branch had lost.\n",
     ""},
    {"Minutes\n\nThe President read a letter on Motion 12. It was agreed to thank the writer. It "
     "was carried to the table.\n",
     ""},
    {"Agenda\n\n4.\nThat this conference notes the rate and instructs the Executive to seek a "
     "review of it.\n\n5. WITHDRAWN\n\n6. Composited - see Composite 1\n\n7.\nThat this conference "
     "notes the tea.\n",
     "6 5 withdrawn <WITHDRAWN>\n8 6 composited <Composited - see Composite 1> in Composite 1"},
    {"Agenda\n\nMotion 1 Mugs\n\nThis conference notes the mugs. Motion 4 of last year was "
     "withdrawn.\n\nMotion 3 was ruled out of order then.\n",
     ""},
    {"Minutes\n\nMotion 7 was proposed by Mr Smith. He said the previous motion had been carried "
     "by a trick. It was defeated.\n",
     "report\n3 7 lost <defeated>"},
    {"Minutes\n\nMotion 3 - Milk\nThe motion to suspend standing orders was carried. The motion "
     "was then debated and carried.\n",
     "report\n3 3 \"Milk\" carried <carried>"},
    {"Minutes\n\nMotion 41: NEC asked for remission. Agreed.\n\nMotion 2 (Tea). Ms Vale asked that "
     "the motion be withdrawn. This was refused. The motion was put and lost.\n",
     "report\n3 41 ? <NEC asked for remission>\n5 2 \"Tea\" lost <The motion was put and lost>"},
    {"Minutes\n\nMotions 10 and 11 were taken en bloc and carried without debate.\n",
     "report\n3 10 carried <carried without debate>\n3 11 carried <carried without debate>"},
    {"Minutes\n\nThe chair ruled Motion 13 out of order. The challenge was lost.\n",
     "report\n3 13 out_of_order <ruled Motion 13 out of order>"},
    {"Minutes\n\nDelegates voted to refer Motion 14 back to the Executive. Delegates voted by 40 "
     "to 30 to carry Motion 15.\n",
     "report\n3 14 referred_back <voted to refer Motion 14 back>\n3 15 carried <carry>"},
    {"Minutes\n\nMotion 19 having been carried, Motion 20 fell. As Motion 21 had been carried, "
     "Motions 22 and 23 fell.\n",
     "report\n3 19 carried <carried>\n3 20 fell <fell>\n3 21 carried <carried>\n3 22 fell "
     "<fell>\n3 23 fell <fell>"},
    {"Minutes\n\nA vote was taken on Motion 28, which was lost by 10 votes to 30.\n",
     "report\n3 28 lost <lost by 10 votes to 30>"},
    {"Minutes\n\nThe Executive's recommendation to reject Motion 37 was carried. The "
     "recommendation that Motion 38 be remitted was accepted.\n",
     ""},
    {"Minutes\n\nMotion 35. Moved North, seconded South. Carried nem con.\nMotion 36: the NEC "
     "opposed. Lost.\n",
     "report\n3 35 carried <Carried nem con>\n4 36 lost <Lost>"},
    {"Minutes\n\nMotion 51 (as amended) CARRIED\nMotion 52 (unamended) LOST\n",
     "report\n3 51 carried_amended <CARRIED>\n4 52 lost <LOST>"},
    {"Minutes\n\nThe meeting considered Motion 53. After discussion it was agreed that it be "
     "adopted.\nThe meeting considered Motion 54. After discussion it was agreed to defer it.\n",
     "report\n3 53 carried <adopted>\n4 54 deferred <agreed to defer>"},
    {"Minutes\n\nMotion 4\nAmendment A was carried. Amendment B fell. The amended motion was "
     "carried.\n\nMotion 5\nNot moved.\n",
     "report\n3 4 carried <carried>\n4 [amendment] A carried <carried>\n4 [amendment] B fell "
     "<fell>\n6 5 withdrawn <Not moved>"},
    {"Minutes\n\nMotion 30 was put to a card vote. For: 1,200. Against: 900. The motion was "
     "declared carried.\n",
     "report\n3 30 carried <carried>"},
    {"Minutes\n\nMotion 8 was moved. Mr Gale argued that the motion was lost on him. There was "
     "applause.\n",
     ""},
    {"Minutes\n\nMotion 3, Weekends. The Committee asked for remission, which Holt branch refused. "
     "The motion was lost on a card vote: 1,904 for, 2,377 against.\n",
     "report\n3 3 \"Weekends\" lost <The motion was lost on a card vote: 1,904 for, 2,377 "
     "against>"},
};

static void test_texts(void **state)
{
    (void)state;
    check_outcomes(texts, sizeof texts / sizeof *texts, POL_FORMAT_TEXT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_texts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
