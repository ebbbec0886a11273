/* outcome_reports.c - reports of every shape, read by what they say of themselves: legends, nouns,
 * sections, sentences by their gist; and what must not be read as a decision. */
#include "outcome_case.h"

static const outcome_case signs[] = {
    {"Weavers Conference 2033\nDecisions\n\n✓ = carried, ✗ = lost, R = remitted\n1 Looms ✓\n2 Wool "
     "✗\n3 Thread R\n",
     "report\n5 1 \"Looms\" carried <✓> {Weavers Conference 2033}\n6 2 \"Wool\" lost <✗> {Weavers "
     "Conference 2033}\n7 3 \"Thread\" remitted <R> {Weavers Conference 2033}"},
    {"Weavers Conference 2033\nDecisions: Carried (C), Lost (L), Not reached (NR)\n1 Looms (C)\n2 "
     "Wool - L\nNR 3 Thread\n",
     "report\n3 1 \"Looms\" carried <C> {Weavers Conference 2033}\n4 2 \"Wool\" lost <L> {Weavers "
     "Conference 2033}\n5 3 \"Thread\" not_reached <NR> {Weavers Conference 2033}"},
    {"Weavers Conference 2033\nDecisions\n\nKey: C = carried  R = remitted to the\n     Executive  "
     "NR = not reached\n\n1  Looms       C   (card vote 11 - 3)\n2  Wool        NR\n3  Thread      "
     "R\n",
     "report\n7 1 \"Looms\" carried <C> {Weavers Conference 2033}\n8 2 \"Wool\" not_reached <NR> "
     "{Weavers Conference 2033}\n9 3 \"Thread\" remitted <R> {Weavers Conference 2033}"},
    {"Weavers Conference 2033\nDecisions\n\nM1   Looms          Y\nM2   Wool           N\nM3   "
     "Thread         Y (amended)\n\nY: passed.  N: not passed.\n",
     "report\n4 M1 \"Looms\" carried <Y> {Weavers Conference 2033}\n5 M2 \"Wool\" lost <N> "
     "{Weavers Conference 2033}\n6 M3 \"Thread\" carried_amended <Y> {Weavers Conference 2033}"},
    {"Weavers Conference 2033\nDecisions\n\n1. Looms: Carried\n✓ 2. Wool\n✗ 3. Thread\n4. Dyes: "
     "Lost\n",
     "report\n4 1 \"Looms\" carried <Carried> {Weavers Conference 2033}\n5 2 \"Wool\" ? <✓> "
     "{Weavers Conference 2033}\n6 3 \"Thread\" ? <✗> {Weavers Conference 2033}\n7 4 \"Dyes\" lost "
     "<Lost> {Weavers Conference 2033}"},
    {"Weavers Congress 2033\nRecord\n\nA text headed RESOLUTION was adopted, one headed AMENDED "
     "RESOLUTION was adopted as amended, and one headed MOTION was not adopted.\n\nRESOLUTION 1 "
     "Looms\nAMENDED RESOLUTION 2 Wool\nMOTION 3 Thread\n",
     "report\n6 1 \"Looms\" carried <RESOLUTION> {Weavers Congress 2033}\n7 2 \"Wool\" "
     "carried_amended <AMENDED RESOLUTION> {Weavers Congress 2033}\n8 3 \"Thread\" lost <MOTION> "
     "{Weavers Congress 2033}"},
    {"Weavers Congress 2033\n\nThe resolution was carried and the motion was lost.\n\nRESOLUTION 1 "
     "Looms\nMOTION 3 Thread\n",
     ""},
};

static const outcome_case kinds[] = {
    {"Weavers Conference 2033\nDecisions\n\n1 Looms Carried\n2/A1 amendment Regional Committee "
     "Carried\n2 Wool Lost\n",
     "report\n4 1 \"Looms\" carried <Carried> {Weavers Conference 2033}\n5 [amendment] 2/A1 "
     "carried <Carried> {Weavers Conference 2033}\n6 2 \"Wool\" lost <Lost> {Weavers Conference "
     "2033}"},
    {"Weavers Conference 2033\nDecisions\n\nM04 Levy of five: Carried\nM04-a Levy of two: Lost\n",
     "report\n4 M04 \"Levy of five\" carried <Carried> {Weavers Conference 2033}\n5 [amendment] "
     "M04-a \"Levy of two\" lost <Lost> {Weavers Conference 2033}"},
    {"Weavers Conference 2033\nDecisions\n\n1 Looms: COMPOSITED (Composite A)\n2 Wool: COMPOSITED "
     "(Composite A)\nA Looms and wool (composite): CARRIED\n",
     "report\n4 1 \"Looms\" composited <COMPOSITED (Composite A)> in Composite A {Weavers "
     "Conference 2033}\n5 2 \"Wool\" composited <COMPOSITED (Composite A)> in Composite A {Weavers "
     "Conference 2033}\n6 [composite] A \"Looms and wool\" carried <CARRIED> {Weavers Conference "
     "2033}"},
    {"Weavers Conference 2033\nDecisions\n\nComposites\nC1 Looms: Carried\n\nLate items\nL1 Wool: "
     "Carried\n\nChanges to the rules\nR1 Quorum: Lost\n",
     "report\n5 [composite] C1 \"Looms\" carried <Carried> {Weavers Conference 2033}\n8 "
     "[emergency] L1 \"Wool\" carried <Carried> {Weavers Conference 2033}\n11 [rule_change] R1 "
     "\"Quorum\" lost <Lost> {Weavers Conference 2033}"},
    {"Weavers Conference 2033\nDecisions\n\nNo.  Title                 Carried  Amended  Lost\n\n "
     "1   Looms                  X\n 1a  amendment from Dale                      X\n\n "
     "Composites\n\nC1   Wool                            X\n",
     "report\n6 1 \"Looms\" carried <Carried> {Weavers Conference 2033}\n7 [amendment] 1a lost "
     "<Lost> {Weavers Conference 2033}\n11 [composite] C1 \"Wool\" carried_amended <Amended> "
     "{Weavers Conference 2033}"},
    {"Weavers Conference 2033\nDecisions\n\nTopical resolution 1   THE FERRY ...... "
     "Passed\nConstitutional amendment K1: Postal ballots - ruled out of order\n",
     "report\n4 [emergency] 1 \"THE FERRY\" carried <Passed> {Weavers Conference 2033}\n5 "
     "[rule_change] K1 \"Postal ballots\" out_of_order <ruled out of order> {Weavers Conference "
     "2033}"},
};

static const outcome_case shapes[] = {
    {"Weavers Conference 2033\nDecisions\n\nM01 Looms\n    For 212  Against 14   PASSED\nM02 "
     "Wool\n    No ballot held        WITHDRAWN\n",
     "report\n4 M01 \"Looms\" carried <PASSED> {Weavers Conference 2033}\n6 M02 \"Wool\" withdrawn "
     "<WITHDRAWN> {Weavers Conference 2033}"},
    {"Weavers Conference 2033\nDecisions\n\n1.  LOOMS\n    Moved North, seconded South.\n    "
     "Carried unanimously.\n\n2.  WOOL\n    Moved South.\n    Amendment from West: lost.\n    "
     "Motion: carried.\n\n3.  THREAD\n    Moved East.\n    Not seconded; fell.\n",
     "report\n4 1 \"LOOMS\" carried <Carried unanimously> {Weavers Conference 2033}\n8 2 \"WOOL\" "
     "carried <Motion: carried> {Weavers Conference 2033}\n13 3 \"THREAD\" fell <Not seconded; "
     "fell> {Weavers Conference 2033}"},
    {"Weavers Conference 2033\nDecisions\n\nMotion 12\nTitle: Looms\nMoved by: North "
     "branch\nOutcome: CARRIED\n\nMotion 13\nTitle: Wool\nMoved by: South branch\nOutcome: LOST\n",
     "report\n4 12 \"Looms\" carried <CARRIED> {Weavers Conference 2033}\n9 13 \"Wool\" lost "
     "<LOST> {Weavers Conference 2033}"},
    {"Weavers Conference 2033\nDecisions\n\nMOTIONS CARRIED\n\nPay\nA1    Looms\nA2    "
     "Wool\n\nEquality\nA12   Thread\n\nMOTIONS WHICH FELL\n\nA8    Dyes\n",
     "report\n7 A1 \"Looms\" carried <CARRIED> {Weavers Conference 2033}\n8 A2 \"Wool\" carried "
     "<CARRIED> {Weavers Conference 2033}\n11 A12 \"Thread\" carried <CARRIED> {Weavers Conference "
     "2033}\n15 A8 \"Dyes\" fell <FELL> {Weavers Conference 2033}"},
    {"Weavers Conference 2033\nDecisions\n\nMotions passed\n\n  Motion 2:  Looms out of order for "
     "a day\n  Motion 3:  Wool\n\nMotions passed with changes\n\n  Motion 1:  Thread\n\nWe ran out "
     "of time\n\n  Motion 7:  Dyes\n",
     "report\n6 2 \"Looms out of order for a day\" carried <passed> {Weavers Conference 2033}\n7 3 "
     "\"Wool\" carried <passed> {Weavers Conference 2033}\n11 1 \"Thread\" carried_amended <passed "
     "with changes> {Weavers Conference 2033}\n15 7 \"Dyes\" not_reached <We ran out of time> "
     "{Weavers Conference 2033}"},
    {"Weavers Conference 2033\nDecisions\n\nNot reached\nThese stand referred to the committee "
     "shown.\n\n15 Looms - to the Pay Committee\n15.1 Amendment to 15 - to the Pay Committee\n16 "
     "Wool - to the Rules Committee\n",
     "report\n7 15 \"Looms\" not_reached <Not reached> ref to the Pay Committee {Weavers "
     "Conference 2033}\n8 [amendment] 15.1 not_reached <Not reached> ref stand referred to the "
     "committee shown {Weavers Conference 2033}\n9 16 \"Wool\" not_reached <Not reached> ref to "
     "the Rules Committee {Weavers Conference 2033}"},
    {"Weavers Conference 2033\nDecisions\n\nResolution 4   LETS ............ Carried\n     Part 1, "
     "lines 1 to 6 ...... Passed\n     Part 2, lines 7 to 9 ...... Defeated, 211-304\n     Direct "
     "negative ........... Defeated\nResolution 5   LOOMS ........... Passed\n",
     "report\n4 4 \"LETS\" carried_part <Carried> 1:carried 2:lost {Weavers Conference 2033}\n8 5 "
     "\"LOOMS\" carried <Passed> {Weavers Conference 2033}"},
    {"Weavers Conference 2033\nDecisions\n\nLooms for all (Motion 17, North branch) – "
     "carried\nWool (Motion 18) – not carried\n",
     "report\n4 17 \"Looms for all\" carried <carried> {Weavers Conference 2033}\n5 18 \"Wool\" "
     "lost <not carried> {Weavers Conference 2033}"},
    {"Weavers Conference 2033\nDecisions\n\nThe following motions were passed: 1 Looms; 2 Wool; 5 "
     "Thread.\nThe following motions were defeated: 3 Dyes and 4 Hemp.\n",
     "report\n4 1 \"Looms\" carried <passed> {Weavers Conference 2033}\n4 2 \"Wool\" carried "
     "<passed> {Weavers Conference 2033}\n4 5 \"Thread\" carried <passed> {Weavers Conference "
     "2033}\n5 3 \"Dyes\" lost <defeated> {Weavers Conference 2033}\n5 4 \"Hemp\" lost <defeated> "
     "{Weavers Conference 2033}"},
    {"Weavers Conference 2033\nDecisions\n\n1. Looms: Carried\n2. Recall reports: Lost\n3. "
     "Treasurer's report: accepted\n",
     "report\n4 1 \"Looms\" carried <Carried> {Weavers Conference 2033}\n5 2 \"Recall reports\" "
     "lost <Lost> {Weavers Conference 2033}"},
};

static const outcome_case gists[] = {
    {"Minutes of the Weavers Conference 2033\n\nMotion 1 was carried. Motion 2 was lost.\n\nAfter "
     "a short discussion it was resolved, without dissent, to adopt Motion 3.\n\nMotion 4, "
     "“Targets”, won the support of every delegate.\n\nSix members voted for Motion 5 and three "
     "against, and it was accordingly carried.\n",
     "report\n3 1 carried <carried> {Weavers Conference 2033}\n3 2 lost <lost> {Weavers Conference "
     "2033}\n5 3 carried <resolved, without dissent, to adopt> {Weavers Conference 2033}\n7 4 "
     "\"Targets\" carried <won the support> {Weavers Conference 2033}\n9 5 carried <carried> "
     "{Weavers Conference 2033}"},
    {"Minutes of the Weavers Conference 2033\n\nMotion 1 (Looms). The meeting agreed without a "
     "vote to motion 1.\n\nMotion 2 (Wool). The church at Dale asked leave to withdraw it, and "
     "leave was given.\n\nMotion 3 (Thread). This was agreed, and motion 3 was left on the "
     "table.\n",
     "report\n3 1 carried <agreed without a vote to motion> {Weavers Conference 2033}\n5 2 "
     "\"Wool\" withdrawn <leave was given> {Weavers Conference 2033}\n7 3 \"Thread\" deferred "
     "<left on the table> {Weavers Conference 2033}"},
    {"Minutes of the Weavers Conference 2033\n\n4.4 Dogs on the links. Votes were equal at five "
     "each. Motion 4 was therefore lost on the casting vote.\n\n4.5 A slipway. Points 1 and 2 of "
     "Motion 3 were carried; point 3, on charging visitors, was lost.\n",
     "report\n3 4 \"Dogs on the links\" lost <lost on the casting vote> {Weavers Conference "
     "2033}\n5 3 \"A slipway\" carried_part <Points 1 and 2 of Motion 3 were carried; point 3, on "
     "charging visitors, was lost.> 1:carried 2:carried 3:lost {Weavers Conference 2033}"},
    {"Minutes of the Weavers Conference 2033\n\nMotion 6, Looms, was remitted to the Wool "
     "Committee, which will report in the autumn.\n\nMotion 7, Thread, was not reached and will "
     "stand referred to the Executive.\n\nMotions 17 Bees, 18 Bogs and 19 Bogs were not reached.\n",
     "report\n3 6 \"Looms\" remitted <remitted to the Wool Committee> {Weavers Conference 2033}\n5 "
     "7 \"Thread\" not_reached <not reached> ref stand referred to the Executive {Weavers "
     "Conference 2033}\n7 17 \"Bees\" not_reached <not reached> {Weavers Conference 2033}\n7 18 "
     "\"Bogs\" not_reached <not reached> {Weavers Conference 2033}\n7 19 \"Bogs\" not_reached <not "
     "reached> {Weavers Conference 2033}"},
    {"Minutes of the Weavers Conference 2033\n\nMotions 6, 8 and 10 were all carried, while 7 and "
     "9 fell.\n\nConference voted overwhelmingly for Motion 13 (Pay).\n\nThe amendment of the "
     "Deanery of Dale (3.1) was accepted by 88 votes to 40.\n",
     "report\n3 6 carried <carried> {Weavers Conference 2033}\n3 8 carried <carried> {Weavers "
     "Conference 2033}\n3 10 carried <carried> {Weavers Conference 2033}\n3 7 fell <fell> {Weavers "
     "Conference 2033}\n3 9 fell <fell> {Weavers Conference 2033}\n5 13 \"Pay\" carried <voted "
     "overwhelmingly for> {Weavers Conference 2033}\n7 [amendment] 3.1 carried <accepted by 88 "
     "votes to 40> {Weavers Conference 2033}"},
    {"Weavers Conference 2033\n\nWHAT BECAME OF THE RESOLUTIONS\n\nThe Hedgerow Resolution\n\nPut "
     "by Dale Circle. It was passed by 24 votes to 8.\n\nThe Patterns Resolution\n\nThis "
     "resolution, about copyright, was withdrawn before the meeting.\n\nClause 6, to let Circles "
     "meet online, was approved: for 20, against 19.\n",
     "report\n5 \"The Hedgerow Resolution\" carried <passed by 24 votes to 8> {Weavers Conference "
     "2033}\n9 \"The Patterns Resolution\" withdrawn <withdrawn before the meeting> {Weavers "
     "Conference 2033}\n13 [rule_change] \"Clause 6\" carried <approved: for 20, against 19> "
     "{Weavers Conference 2033}"},
};

static const outcome_case unions[] = {
    {"Weavers Conference 2033\nDecisions\n\nHE1 Composite: Pay and jobs - Marl branch\nCARRIED AS "
     "AMENDED\n\nHE2 Workload - North branch\nCARRIED\n\nHE2A.1 Higher education committee\nLOST\n",
     "report\n4 [composite] HE1 \"Pay and jobs\" carried_amended <CARRIED AS AMENDED> {Weavers "
     "Conference 2033}\n7 HE2 \"Workload\" carried <CARRIED> {Weavers Conference 2033}\n10 "
     "[amendment] HE2A.1 \"Higher education committee\" lost <LOST> {Weavers Conference 2033}"},
    {"Weavers Conference 2033\nDecisions\n\nC1.  Covering Motions 12 and 13. ENERGY. Carried.\n16. "
     " RAIL. Withdrawn in favour of the statement.\n17.  BUSES. Carried with qualification.\n19.  "
     "CYCLES. Lost.\n",
     "report\n4 [composite] C1 \"ENERGY\" carried <Carried> {Weavers Conference 2033}\n5 16 "
     "\"RAIL\" withdrawn <Withdrawn in favour of the statement> {Weavers Conference 2033}\n6 17 "
     "\"BUSES\" ? <Carried with qualification> {Weavers Conference 2033}\n7 19 \"CYCLES\" lost "
     "<Lost> {Weavers Conference 2033}"},
    {"Minutes of the Weavers Conference 2033\n\na) Food banks (moved N. Oak, seconded R. Ash). For "
     "34, Against 3. Carried.\nb) Bus lanes (moved T. Elm). Lost 12-20.\nc) Street lights - "
     "Deferred to the next meeting.\n",
     "report\n3 \"Food banks\" carried <Carried> {Weavers Conference 2033}\n4 \"Bus lanes\" lost "
     "<Lost 12-20> {Weavers Conference 2033}\n5 \"Street lights\" deferred <Deferred to the next "
     "meeting> {Weavers Conference 2033}"},
    {"Weavers Conference 2033\nDecisions\n\n1/24   Looms              CARRIED   unan.\n2/24   Wool "
     "              W/D\n3/24   Thread             N/R\n\nN/R = not reached    W/D = withdrawn\n",
     "report\n4 1/24 \"Looms\" carried <CARRIED   unan> {Weavers Conference 2033}\n5 2/24 \"Wool\" "
     "withdrawn <W/D> {Weavers Conference 2033}\n6 3/24 \"Thread\" not_reached <N/R> {Weavers "
     "Conference 2033}"},
    {"Weavers Conference 2033\nDecisions\n\nMotion No.  Subject     EC line   Vote for  Vote "
     "against  Carried/Lost\n   1        Looms       Support   41,220    302           Carried\n   "
     "3        Wool        Oppose    12,001    29,876        Lost\n",
     "report\n5 1 \"Looms\" carried <Carried> {Weavers Conference 2033}\n6 3 \"Wool\" lost <Lost> "
     "{Weavers Conference 2033}"},
    {"Weavers Conference 2033\nDecisions\n\nMotion 1: Looms\nResult: Passed (45 for, 3 "
     "against)\n\nMotion 2: Wool\nResult: Not passed (15 for, 33 against)\n",
     "report\n4 1 \"Looms\" carried <Passed (45 for, 3 against)> {Weavers Conference 2033}\n7 2 "
     "\"Wool\" lost <Not passed (15 for, 33 against)> {Weavers Conference 2033}"},
    {"Weavers Conference 2033\nDecisions\n\nCarried\n\nMotion 1 Looms (Dale)\nMotion 4 Wool (Tarn) "
     "- as amended\n",
     "report\n6 1 \"Looms (Dale)\" carried <Carried> {Weavers Conference 2033}\n7 4 \"Wool "
     "(Tarn)\" carried_amended <Carried> {Weavers Conference 2033}"},
    {"Minutes of the Weavers Conference 2033\n\nMotions 2, 3 and 5 were composited and the "
     "composite was carried overwhelmingly. Motion 4 fell as a result.\n\nThere was not time to "
     "take Motions 8 to 9, which were referred to the executive.\n",
     "report\n3 2 composited <composited> {Weavers Conference 2033}\n3 3 composited <composited> "
     "{Weavers Conference 2033}\n3 5 composited <composited> {Weavers Conference 2033}\n3 4 fell "
     "<fell as a result> {Weavers Conference 2033}\n5 8 not_reached <not time to take> ref "
     "referred to the executive {Weavers Conference 2033}\n5 9 not_reached <not time to take> ref "
     "referred to the executive {Weavers Conference 2033}"},
};

static const outcome_case traps[] = {
    {"Minutes of the Weavers Conference 2033\n\nMotion 50 was carried. Motion 51 was "
     "carried.\n\nThe Executive recommended that Motion 1 be carried.\n",
     "report\n3 50 carried <carried> {Weavers Conference 2033}\n3 51 carried <carried> {Weavers "
     "Conference 2033}\n5 1 ? <The Executive recommended that Motion 1 be carried> {Weavers "
     "Conference 2033}"},
    {"Minutes of the Weavers Conference 2033\n\nMotion 50 was carried. Motion 51 was "
     "carried.\n\nMotion 7 was seconded and the debate was adjourned for lunch.\n",
     "report\n3 50 carried <carried> {Weavers Conference 2033}\n3 51 carried <carried> {Weavers "
     "Conference 2033}\n5 7 ? <Motion 7 was seconded and the debate was adjourned for lunch> "
     "{Weavers Conference 2033}"},
    {"Minutes of the Weavers Conference 2033\n\nMotion 50 was carried. Motion 51 was "
     "carried.\n\nThe reference back of Motion 11 was defeated. A vote to remit Motion 18 was "
     "lost.\n",
     "report\n3 50 carried <carried> {Weavers Conference 2033}\n3 51 carried <carried> {Weavers "
     "Conference 2033}\n5 11 ? <The reference back of Motion 11 was defeated> {Weavers Conference "
     "2033}\n5 18 ? <A vote to remit Motion 18 was lost> {Weavers Conference 2033}"},
    {"Minutes of the Weavers Conference 2033\n\nMotion 50 was carried. Motion 51 was "
     "carried.\n\nConference passed on to Motion 5. The time limit for Motion 25 was carried. A "
     "vote of thanks to the mover of Motion 28 was carried.\n",
     "report\n3 50 carried <carried> {Weavers Conference 2033}\n3 51 carried <carried> {Weavers "
     "Conference 2033}\n5 5 ? <Conference passed on to Motion 5> {Weavers Conference 2033}\n5 25 ? "
     "<The time limit for Motion 25 was carried> {Weavers Conference 2033}\n5 28 ? <A vote of "
     "thanks to the mover of Motion 28 was carried> {Weavers Conference 2033}"},
    {"Minutes of the Weavers Conference 2033\n\nMotion 50 was carried. Motion 51 was "
     "carried.\n\nMotion 9 was adopted by North branch in March. Motion 6 passed to the Executive "
     "for comment.\n",
     "report\n3 50 carried <carried> {Weavers Conference 2033}\n3 51 carried <carried> {Weavers "
     "Conference 2033}\n5 9 ? <was adopted by North branch in March> {Weavers Conference 2033}"},
    {"Minutes of the Weavers Conference 2033\n\nMotion 50 was carried. Motion 51 was "
     "carried.\n\nConference approved the timetable, under which Motion 32 was moved to Friday.\n",
     "report\n3 50 carried <carried> {Weavers Conference 2033}\n3 51 carried <carried> {Weavers "
     "Conference 2033}\n5 32 ? <Conference approved the timetable, under which Motion 32 was moved "
     "to Friday> {Weavers Conference 2033}"},
    {"Minutes of the Weavers Conference 2033\n\nMotion 50 was carried. Motion 51 was "
     "carried.\n\nMotion 10 was carried but later rescinded.\n",
     "report\n3 50 carried <carried> {Weavers Conference 2033}\n3 51 carried <carried> {Weavers "
     "Conference 2033}\n5 10 ? <was carried but later rescinded> {Weavers Conference 2033}"},
    {"Minutes of the Weavers Conference 2033\n\n4.1 Banks. Motion 2 was carried.\n\n4.2 Boats. It "
     "was agreed to vote by parts. Points 1 and 2 of Motion 3 were carried; point 3 was lost.\n",
     "report\n3 2 \"Banks\" carried <carried> {Weavers Conference 2033}\n5 3 \"Boats\" "
     "carried_part <Points 1 and 2 of Motion 3 were carried; point 3 was lost.> 1:carried "
     "2:carried 3:lost {Weavers Conference 2033}"},
    {"Weavers Conference 2033\nDecisions\n\nContents\n\n- Business not reached\n- Ballots\n- "
     "Photographs\n\n1 Looms: Carried\n2 Wool: Lost\n3 Thread: Lost\n",
     "report\n10 1 \"Looms\" carried <Carried> {Weavers Conference 2033}\n11 2 \"Wool\" lost "
     "<Lost> {Weavers Conference 2033}\n12 3 \"Thread\" lost <Lost> {Weavers Conference 2033}"},
    {"Weavers Conference 2033\nExecutive recommendations\n\n1. Looms: Carry\n2. Wool: Reject\n3. "
     "Thread: Remit\n",
     ""},
};

static const outcome_case unread[] = {
    {"Weavers Conference 2033\nDecisions\n\n1. Looms: Carried\n2. Wool: next business carried\n3. "
     "Thread: Parked\n4. Dyes: Lost\n\nMotion 7 was talked out.\nDelegates could not agree on "
     "Motion 9.\n",
     "report\n4 1 \"Looms\" carried <Carried> {Weavers Conference 2033}\n5 2 \"Wool\" ? <next "
     "business carried> {Weavers Conference 2033}\n6 3 \"Thread\" ? <Parked> {Weavers Conference "
     "2033}\n7 4 \"Dyes\" lost <Lost> {Weavers Conference 2033}\n9 7 ? <Motion 7 was talked out> "
     "{Weavers Conference 2033}\n10 9 ? <Delegates could not agree on Motion 9> {Weavers "
     "Conference 2033}"},
    {"Weavers Conference 2033\nDecisions\n\n| No | Motion | Carried | Lost | Parked "
     "|\n|---|---|---|---|---|\n| 1 | Looms | x | | |\n| 2 | Wool | | x | |\n| 3 | Thread | | | x "
     "|\n| 4 | Dyes | ? | | |\n",
     "report\n6 1 \"Looms\" carried <Carried> {Weavers Conference 2033}\n7 2 \"Wool\" lost <Lost> "
     "{Weavers Conference 2033}\n8 3 \"Thread\" ? <Parked> {Weavers Conference 2033}\n9 4 \"Dyes\" "
     "? <?> {Weavers Conference 2033}"},
};

static void test_signs(void **state)
{
    (void)state;
    check_outcomes(signs, sizeof signs / sizeof *signs, POL_FORMAT_TEXT);
}

static void test_kinds(void **state)
{
    (void)state;
    check_outcomes(kinds, sizeof kinds / sizeof *kinds, POL_FORMAT_TEXT);
}

static void test_shapes(void **state)
{
    (void)state;
    check_outcomes(shapes, sizeof shapes / sizeof *shapes, POL_FORMAT_TEXT);
}

static void test_gists(void **state)
{
    (void)state;
    check_outcomes(gists, sizeof gists / sizeof *gists, POL_FORMAT_TEXT);
}

static void test_unions(void **state)
{
    (void)state;
    check_outcomes(unions, sizeof unions / sizeof *unions, POL_FORMAT_TEXT);
}

static void test_traps(void **state)
{
    (void)state;
    check_outcomes(traps, sizeof traps / sizeof *traps, POL_FORMAT_TEXT);
}

static void test_unread(void **state)
{
    (void)state;
    check_outcomes(unread, sizeof unread / sizeof *unread, POL_FORMAT_TEXT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_signs),  cmocka_unit_test(test_kinds),
                                       cmocka_unit_test(test_shapes), cmocka_unit_test(test_gists),
                                       cmocka_unit_test(test_unions), cmocka_unit_test(test_traps),
                                       cmocka_unit_test(test_unread)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
