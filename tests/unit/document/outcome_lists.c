/* outcome_lists.c - lines of reports to outcomes: items with their decision, headings that
 * govern, tables of all kinds. */
#include "outcome_case.h"

static const outcome_case lines[] = {
    {"2031 Canteen Staff Conference\nKettles for all \u2013 Now: REMITTED\n",
     "report\n2 \"Kettles for all \u2013 Now\" remitted <REMITTED> {Canteen Staff Conference "
     "2031}"},
    {"16 Mugs: CARRIED\n", "report\n1 16 \"Mugs\" carried <CARRIED>"},
    {"16 Mugs - North branch CARRIED\n17 Tea - South Region LOST\n",
     "report\n1 16 \"Mugs\" carried <CARRIED>\n2 17 \"Tea\" lost <LOST>"},
    {"Motion 16 \u2013 Carried as amended by 16.1\nMotion 17 \u2013 Withdrawn\n",
     "report\n1 16 carried_amended <Carried as amended by 16.1> by 16.1\n2 17 withdrawn "
     "<Withdrawn>"},
    {"Composite A (motions 3, 4 and 9): Carried\nMotion 5: Lost\n",
     "report\n1 [composite] Composite A carried <Carried>\n2 5 lost <Lost>"},
    {"4. Mugs for all\nCarried\n\n5. Four day week\nLost\n\n6. March for jobs\nCarried\n\n"
     "7. Sunday trading\nRemitted\n\n8. Tea\nLost\n", /* titles that speak of days are no dates */
     "report\n1 4 \"Mugs for all\" carried <Carried>\n4 5 \"Four day week\" lost <Lost>\n"
     "7 6 \"March for jobs\" carried <Carried>\n10 7 \"Sunday trading\" remitted <Remitted>\n"
     "13 8 \"Tea\" lost <Lost>"},
    {"Res. 1   Mugs for all\n         Submitted by: Local 12\n         Committee: Adopt\n"
     "         Convention action: Adopted\n\n"
     "Res. 2   Sunday hours\n         Submitted by: Local 40\n         Committee: Adopt\n"
     "         Convention action: Defeated\n\n"
     "Res. 3   Tea\n         Submitted by: Local 7\n         Committee: Adopt\n"
     "         Convention action: Not considered (time expired)\n",
     "report\n1 1 \"Mugs for all\" carried <Adopted>\n6 2 \"Sunday hours\" lost <Defeated>\n"
     "11 3 \"Tea\" not_reached <Not considered (time expired)>"},
    {"1. Mugs\n   [X] Carried  [ ] Lost\n\n2. Tea\n   [ ] Carried  [X] Lost\n\n"
     "3. Fog\n   [ ] Carried  [ ] Lost\n\n4. Ink\n   [X] Carried  [ ] Lost\n",
     "report\n1 1 \"Mugs\" carried <Carried>\n4 2 \"Tea\" lost <Lost>\n10 4 \"Ink\" carried "
     "<Carried>"},
    {"Mugs for all\nCARRIED\n\nTea for all\nLOST\n\nFog and lamps\nCARRIED\n", ""},
    {"E3 ........ LOST\nE4 ........ CARRIED\n",
     "report\n1 [emergency] E3 lost <LOST>\n2 [emergency] E4 carried <CARRIED>"},
    {"CARRIED: 16 Mugs\nLOST: 17 Tea\n",
     "report\n1 16 \"Mugs\" carried <CARRIED>\n2 17 \"Tea\" lost <LOST>"},
    {"\u2022 16 Mugs: CARRIED\n\u2022 17 Tea: LOST\n",
     "report\n1 16 \"Mugs\" carried <CARRIED>\n2 17 \"Tea\" lost <LOST>"},
    {"- Motion 16, Mugs: carried\n- Motion 17, Tea: lost\n",
     "report\n1 16 \"Mugs\" carried <carried>\n2 17 \"Tea\" lost <lost>"},
    {"24 Test and tea: public mugs, private kettles: CARRIED\n",
     "report\n1 24 \"Test and tea: public mugs, private kettles\" carried <CARRIED>"},
    {"Mugs for all (16): CARRIED\nTea for all (Motion 17): LOST\n",
     "report\n1 16 \"Mugs for all\" carried <CARRIED>\n2 17 \"Tea for all\" lost <LOST>"},
    {"16. Mugs (CARRIED)\n17. Tea (lost)\n18. Milk [Remitted]\n",
     "report\n1 16 \"Mugs\" carried <CARRIED>\n2 17 \"Tea\" lost <lost>\n3 18 \"Milk\" remitted "
     "<Remitted>"},
    {"16 Mugs, CARRIED\n17 Tea, LOST\n",
     "report\n1 16 \"Mugs\" carried <CARRIED>\n2 17 \"Tea\" lost <LOST>"},
    {"5 Bank holidays: COMPOSITED (Composite A)\n6 Tea: Composited into Composite B\n",
     "report\n1 5 \"Bank holidays\" composited <COMPOSITED (Composite A)> in Composite A\n2 6 "
     "\"Tea\" composited <Composited into Composite B> in Composite B"},
    {"33 Rules of the canteen: CARRIED (412 to 87)\n34 Tea: Lost (for 12, against 40)\n",
     "report\n1 33 \"Rules of the canteen\" carried <CARRIED (412 to 87)>\n2 34 \"Tea\" lost "
     "<Lost (for 12, against 40)>"},
    {"15 Mugs: carried in parts (points 1, 2 and 4 carried, point 3 lost)\n16 Tea: lost\n",
     "report\n1 15 \"Mugs\" carried_part <carried in parts (points 1, 2 and 4 carried, point 3 "
     "lost)> 1:carried 2:carried 4:carried 3:lost\n2 16 \"Tea\" lost <lost>"},
    {"Motion 4: carried, point 2 lost\nMotion 5: points a and c carried, point b remitted\n",
     "report\n1 4 carried_part <carried, point 2 lost> 2:lost\n2 5 carried_part <points a and c "
     "carried, point b remitted> a:carried c:carried b:remitted"},
    {"Motion 6: Points 1-3 carried; the rest lost\nMotion 7: All points carried\n",
     "report\n1 6 carried_part <Points 1-3 carried; the rest lost> 1:carried 2:carried "
     "3:carried\n2 7 carried <All points carried>"},
    {"Motion 8: Paragraph 3 was taken separately and lost; the rest carried\n",
     "report\n1 8 carried_part <Paragraph 3 was taken separately and lost; the rest carried> "
     "3:lost"},
    {"Motion 9: point 2 lost\nMotion 10: carried\n",
     "report\n1 9 ? <point 2 lost> 2:lost\n2 10 carried <carried>"},
    {"28 Beds: not reached, referred to the NEC\n29 Tea: referred to the NEC\n",
     "report\n1 28 \"Beds\" not_reached <not reached> ref referred to the NEC\n2 29 \"Tea\" "
     "remitted <referred to the NEC>"},
    {"28 Beds: Not debated; stands remitted to the executive\n",
     "report\n1 28 \"Beds\" not_reached <Not debated> ref stands remitted to the executive"},
    {"16.1 North branch: CARRIED\n16 Mugs: CARRIED AS AMENDED\n",
     "report\n1 [amendment] 16.1 carried <CARRIED>\n2 16 \"Mugs\" carried_amended <CARRIED AS "
     "AMENDED>"},
    {"Amendment 16.1: lost\nMotion 16, Amendment 2: carried\nMotion 16 amendment: carried\n",
     "report\n1 [amendment] 16.1 lost <lost>\n2 [amendment] 2 carried <carried>\n"
     "3 [amendment] 16 ? <Motion 16 amendment: carried>"},
    {"16.1 North branch: accepted by the mover\n16 Mugs: CARRIED\n",
     "report\n2 16 \"Mugs\" carried <CARRIED>"},
    {"Emergency motion 2 Fire at the mill: CARRIED\nEM 03 Flood: CARRIED\n",
     "report\n1 [emergency] 2 \"Fire at the mill\" carried <CARRIED>\n2 [emergency] EM 03 "
     "\"Flood\" carried <CARRIED>"},
    {"Rule change 4: NOT CARRIED\nStatement of the executive, After the flood: ENDORSED\n",
     "report\n1 [rule_change] 4 lost <NOT CARRIED>\n2 [statement] \"Statement of the executive, "
     "After the flood\" carried <ENDORSED>"},
    {"Motions carried: 1, 4 and 7 to 9\nMotions lost: 2 and 3\n",
     "report\n1 1 carried <carried>\n1 4 carried <carried>\n1 7 carried <carried>\n1 8 carried "
     "<carried>\n1 9 carried <carried>\n2 2 lost <lost>\n2 3 lost <lost>"},
    {"Carried: 1, 4, Composite A\nFell: 12-14\n",
     "report\n1 1 carried <Carried>\n1 4 carried <Carried>\n1 [composite] Composite A carried "
     "<Carried>\n2 12 fell <Fell>\n2 13 fell <Fell>\n2 14 fell <Fell>"},
    {"26 A chamber of tea: FELL (because 25 was carried)\n27 Milk: FELL, 25 having been carried\n",
     "report\n1 26 \"A chamber of tea\" fell <FELL (because 25 was carried)>\n2 27 \"Milk\" fell "
     "<FELL, 25 having been carried>"},
    {"16 Mugs: CARRIED\n17 Tea: SET ASIDE\n18 Milk: LOST\n",
     "report\n1 16 \"Mugs\" carried <CARRIED>\n2 17 \"Tea\" ? <SET ASIDE>\n3 18 \"Milk\" lost "
     "<LOST>"},
    {"16 Mugs \u2013 CARRIED 17 Tea \u2013 CARRIED AS AMENDED by 17.1 18 Milk \u2013 LOST\n",
     "report\n1 16 \"Mugs\" carried <CARRIED>\n1 17 \"Tea\" carried_amended <CARRIED AS AMENDED "
     "by 17.1> by 17.1\n1 18 \"Milk\" lost <LOST>"},
    {"4.1 Motion 12 \u2013 Mugs. Moved: North branch. CARRIED\n4.2 Motion 13 \u2013 Tea. LOST\n",
     "report\n1 12 \"Mugs\" carried <CARRIED>\n2 13 \"Tea\" lost <LOST>"},
    {"Motion 1 carried\nMotions 5 and 6 composited\nComposite A lost\n",
     "report\n1 1 carried <carried>\n2 5 composited <composited>\n2 6 composited <composited>\n3 "
     "[composite] Composite A lost <lost>"},
    {"A12 - Mugs - Carried\nB3 - Tea - Fell (consequential to A12)\n",
     "report\n1 A12 \"Mugs\" carried <Carried>\n2 B3 \"Tea\" fell <Fell (consequential to "
     "A12)>"},
    {"12 Nursing the kettle: a profession that is long and hard and\nnot a discount: CARRIED\n"
     "13 Tea: LOST\n",
     "report\n1 12 \"Nursing the kettle: a profession that is long and hard and not a discount\" "
     "carried <CARRIED>\n3 13 \"Tea\" lost <LOST>"},
    {"2030 Tea Conference\n16 Mugs: CARRIED\n2031 Tea Conference\n16 Mugs: LOST\n",
     "report\n2 16 \"Mugs\" carried <CARRIED> {Tea Conference 2030}\n4 16 \"Mugs\" lost <LOST> "
     "{Tea Conference 2031}"},
    {"Decisions of the 2031 Tea Conference\n\n16 Mugs: CARRIED\n",
     "report\n3 16 \"Mugs\" carried <CARRIED> {Tea Conference 2031}"},
    {"Tea Conference 2031 \u2013 Decisions\n\n16 Mugs: CARRIED\n",
     "report\n3 16 \"Mugs\" carried <CARRIED> {Tea Conference 2031}"},
    {"Decisions\n\nThese are the decisions that conference took. They are final.\n\n16 Mugs: "
     "CARRIED\nPage 1\n17 Tea: LOST\n\nEnd of list\n",
     "report\n5 16 \"Mugs\" carried <CARRIED>\n7 17 \"Tea\" lost <LOST>"},
};

static const outcome_case headings[] = {
    {"CARRIED\n\n16 Mugs\n17 Tea \u2013 North branch\n\nLOST\n\n18 Milk\n",
     "report\n3 16 \"Mugs\" carried <CARRIED>\n4 17 \"Tea\" carried <CARRIED>\n8 18 \"Milk\" lost "
     "<LOST>"},
    {"Motions carried:\n1, 2 and 5\nMotions lost:\n3, 4\n",
     "report\n2 1 carried <carried>\n2 2 carried <carried>\n2 5 carried <carried>\n4 3 lost "
     "<lost>\n4 4 lost <lost>"},
    {"The following motions were remitted to the executive:\n\n16 Mugs\n17 Tea\n",
     "report\n3 16 \"Mugs\" remitted <remitted to the executive>\n4 17 \"Tea\" remitted <remitted "
     "to the executive>"},
    {"Not reached and referred to the Executive Council\n\n16 Mugs\n17 Tea\n",
     "report\n3 16 \"Mugs\" not_reached <Not reached> ref referred to the Executive Council\n4 17 "
     "\"Tea\" not_reached <Not reached> ref referred to the Executive Council"},
    {"Carried motions\n\nMugs for all\nTea for all\n\nWithdrawn\n\nMilk for all\n",
     "report\n3 \"Mugs for all\" carried <Carried>\n4 \"Tea for all\" carried <Carried>\n8 \"Milk "
     "for all\" withdrawn <Withdrawn>"},
    {"LOST\n\n16 Mugs\nTea break\n17 Tea\n", "report\n3 16 \"Mugs\" lost <LOST>"},
    {"16 Mugs\nCARRIED\n17 Tea\nLOST\n",
     "report\n1 16 \"Mugs\" carried <CARRIED>\n3 17 \"Tea\" lost <LOST>"},
    {"Motion 16: Mugs\nMoved by North branch.\nCarried.\n\nMotion 17: Tea\nMoved by South "
     "Region.\nLost on a card vote.\n",
     "report\n1 16 \"Mugs\" carried <Carried>\n5 17 \"Tea\" lost <Lost on a card vote>"},
    {"16\nMugs\nCarried\n17\nTea\nLost\n",
     "report\n1 16 \"Mugs\" carried <Carried>\n4 17 \"Tea\" lost <Lost>"},
    {"1 Mugs\n2 Tea\n\nLOST\n3 Milk\n\nFELL\n4 Sugar\n5 Spoons\n",
     "report\n5 3 \"Milk\" lost <LOST>\n8 4 \"Sugar\" fell <FELL>\n9 5 \"Spoons\" fell <FELL>"},
    {"LOST\n\n16 Mugs\n\nMotion 32, Spoons, was carried on a card vote.\n",
     "report\n3 16 \"Mugs\" lost <LOST>\n5 32 \"Spoons\" carried <carried on a card vote>"},
};

static const outcome_case tables[] = {
    {"No  Title          Mover         Decision\n16  Mugs for all   North branch  Carried\n"
     "17  Tea for all    South Region  Lost\n",
     "report\n2 16 \"Mugs for all\" carried <Carried>\n3 17 \"Tea for all\" lost <Lost>"},
    {"No  Title          Executive  Decision\n16  Mugs for all   Support    Lost\n"
     "17  Tea for all    Remit      Remitted\n18  Milk           Oppose\n",
     "report\n2 16 \"Mugs for all\" lost <Lost>\n3 17 \"Tea for all\" remitted <Remitted>"},
    {"No  Title          Recommendation\n16  Mugs for all   Support\n17  Tea for all    Remit\n",
     ""},
    {"No  Title          Decision\n16  Mugs for all   Support\n17  Tea for all    Oppose\n18  Milk "
     "          Remit\n",
     ""},
    {"|No |Title |Outcome |\n|---|---|---|\n|16 |Mugs |Carried |\n|17 | |Noted |\n",
     "report\n3 16 \"Mugs\" carried <Carried>\n4 17 ? <Noted>"},
    {"16 | Mugs | North branch | CARRIED\n17 | Tea | South branch | LOST\n",
     "report\n1 16 \"Mugs\" carried <CARRIED>\n2 17 \"Tea\" lost <LOST>"},
    {"16   Mugs for all   CARRIED\n17   Tea for all    LOST\n",
     "report\n1 16 \"Mugs for all\" carried <CARRIED>\n2 17 \"Tea for all\" lost <LOST>"},
    {"Number\nTitle\nDecision\n16\nMugs\nCarried\n17\nTea\nLost\n",
     "report\n4 16 \"Mugs\" carried <Carried>\n7 17 \"Tea\" lost <Lost>"},
    {"No  Title                Decision\n16  Mugs for all and     Carried\n    for every guest\n"
     "17  Tea                  Lost\n",
     "report\n2 16 \"Mugs for all and for every guest\" carried <Carried>\n4 17 \"Tea\" lost "
     "<Lost>"},
};

static const outcome_case pages[] = {
    {"<h1>Decisions of Conference 2031</h1>"
     "<h3>1. Mugs</h3><span class=badge>Carried</span>"
     "<h3>2. May Day</h3><span class=badge>Lost</span>"
     "<h3>3. Fog</h3><span class=badge>Remitted</span>",
     "report\n1 1 \"Mugs\" carried <Carried> {Conference 2031}\n1 2 \"May Day\" lost <Lost> "
     "{Conference 2031}\n1 3 \"Fog\" remitted <Remitted> {Conference 2031}"},
    {"<h1>Decisions of Conference 2031</h1>"
     "<span class=badge>Carried</span><h3>1. Mugs</h3>"
     "<span class=badge>Lost</span><h3>2. May Day</h3>"
     "<span class=badge>Remitted</span><h3>3. Fog</h3>",
     "report\n1 1 \"Mugs\" carried <Carried> {Conference 2031}\n1 2 \"May Day\" lost <Lost> "
     "{Conference 2031}\n1 3 \"Fog\" remitted <Remitted> {Conference 2031}"},
    {"<h1>Decisions</h1><table><tr><th>No</th><th>Motion</th><th>NEC "
     "position</th><th>Decision</th></tr>"
     "<tr><td>16</td><td>Mugs</td><td>Remit</td><td>Carried</td></tr>"
     "<tr><td>17</td><td>Tea</td><td>Support</td><td>Lost</td></tr></table>",
     "report\n1 16 \"Mugs\" carried <Carried>\n1 17 \"Tea\" lost <Lost>"},
    {"<h1>Decisions</h1><table><tr><td>16</td><td>Mugs</td><td>Carried</td></tr>"
     "<tr><td>17</td><td>Tea</td><td>Lost</td></tr></table>",
     "report\n1 16 \"Mugs\" carried <Carried>\n1 17 \"Tea\" lost <Lost>"},
    {"<h1>Agenda</h1><table><tr><th>No</th><th>Motion</th><th>Recommendation</th></tr>"
     "<tr><td>16</td><td>Mugs</td><td>Support</td></tr></table>",
     ""},
    {"<h1>Decisions</h1><dl><dt>Motion 12 Mugs</dt><dd>Carried</dd><dt>Motion 13</dt><dd>Lost</dd>"
     "</dl>",
     "report\n1 12 \"Mugs\" carried <Carried>\n1 13 lost <Lost>"},
    {"<h2>2031 Tea Conference</h2><h3>Carried</h3><ul><li>16 Mugs</li><li>17 Tea</li></ul>"
     "<h3>Lost</h3><ul><li>18 Milk</li></ul>",
     "report\n1 16 \"Mugs\" carried <Carried> {Tea Conference 2031}\n1 17 \"Tea\" carried "
     "<Carried> {Tea Conference 2031}\n1 18 \"Milk\" lost <Lost> {Tea Conference 2031}"},
};

static const outcome_case markdown[] = {
    {"# Decisions\n\n| No | Title | Mover | Result |\n|----|:------|---|--------|\n| 18 | Milk | "
     "North | Carried |\n| 19 | | South | Lost |\n| 20 | Tea | South | |\n",
     "report\n5 18 \"Milk\" carried <Carried>\n6 19 lost <Lost>"},
    {"# Agenda\n\n| No | Title | Recommendation |\n|---|---|---|\n| 18 | Milk | Remitted |\n", ""},
    {"# Decisions\n\n**16 Mugs** \u2013 CARRIED\n**17 Tea** \u2013 LOST\n",
     "report\n3 16 \"Mugs\" carried <CARRIED>\n4 17 \"Tea\" lost <LOST>"},
};

static void test_lines(void **state)
{
    (void)state;
    check_outcomes(lines, sizeof lines / sizeof *lines, POL_FORMAT_TEXT);
}

static void test_headings(void **state)
{
    (void)state;
    check_outcomes(headings, sizeof headings / sizeof *headings, POL_FORMAT_TEXT);
}

static void test_tables(void **state)
{
    (void)state;
    check_outcomes(tables, sizeof tables / sizeof *tables, POL_FORMAT_TEXT);
    check_outcomes(pages, sizeof pages / sizeof *pages, POL_FORMAT_HTML);
    check_outcomes(markdown, sizeof markdown / sizeof *markdown, POL_FORMAT_MARKDOWN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_headings),
        cmocka_unit_test(test_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
