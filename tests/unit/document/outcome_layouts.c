/* outcome_layouts.c - headings, legends, wrapped lines, records and tables of reports in layouts
 * of all kinds. */
#include "outcome_case.h"

static const outcome_case lines[] = {
    {"Motions 1 & 2 Carried\n", "report\n1 1 carried <Carried>\n1 2 carried <Carried>"},
    {"1 - 3: Carried\n",
     "report\n1 1 carried <Carried>\n1 2 carried <Carried>\n1 3 carried <Carried>"},
    {"Motions 1, 2 and 4: Carried\n",
     "report\n1 1 carried <Carried>\n1 2 carried <Carried>\n1 4 carried <Carried>"},
    {"Motions 5 (Stock), 6 (Ballots) and 7: Withdrawn\n",
     "report\n1 5 \"Stock\" withdrawn <Withdrawn>\n1 6 \"Ballots\" withdrawn <Withdrawn>\n1 7 "
     "withdrawn <Withdrawn>"},
    {"Carried nem. con.: Motions 1 to 3\nLost: 6; 7\n",
     "report\n1 1 carried <Carried nem. con>\n1 2 carried <Carried nem. con>\n1 3 carried <Carried "
     "nem. con>\n2 6 lost <Lost>\n2 7 lost <Lost>"},
    {"The following fell: 3.\nThe following motions were carried: 4.\n",
     "report\n1 3 fell <fell>\n2 4 carried <carried>"},
    {"Motions carried (4)\n\n1, 3, 5 and 7\n\nMotions lost (1)\n\n2\n",
     "report\n3 1 carried <carried>\n3 3 carried <carried>\n3 5 carried <carried>\n3 7 carried "
     "<carried>\n7 2 lost <lost>"},
    {"3. Motions carried\n\n12 Mugs\n\n4. Motions lost\n\n13 Tea\n",
     "report\n3 12 \"Mugs\" carried <carried>\n7 13 \"Tea\" lost <lost>"},
    {"CARRIED\n\n3 Tea\n\nEmergency motions\n\nEM1 Fog\n",
     "report\n3 3 \"Tea\" carried <CARRIED>\n7 [emergency] EM1 \"Fog\" carried <CARRIED>"},
    {"LOST\n\n3 Tea\n\nRULE CHANGES\n\nR1 Fog\n", "report\n3 3 \"Tea\" lost <LOST>"},
    {"NOT REACHED\nThe motions under this head were not reached and stand referred to "
     "the\nNational Committee.\n\n15 Maps\n18 Tea\n",
     "report\n5 15 \"Maps\" not_reached <NOT REACHED> ref stand referred to the National "
     "Committee\n6 18 \"Tea\" not_reached <NOT REACHED> ref stand referred to the National "
     "Committee"},
    {"Not reached. These stand referred to the NEC under standing order 19.\n\n13 Bandstands\n",
     "report\n3 13 \"Bandstands\" not_reached <Not reached> ref stand referred to the NEC under "
     "standing order 19"},
    {"5.  Mowers: Noise and\n    Vibration: CARRIED\n6.  Tea: LOST\n",
     "report\n1 5 \"Mowers: Noise and Vibration\" carried <CARRIED>\n3 6 \"Tea\" lost <LOST>"},
    {"21 The Lost Office: a Woman's\n   Grade: NOT REACHED\n22 Tea: LOST\n",
     "report\n1 21 \"The Lost Office: a Woman's Grade\" not_reached <NOT REACHED>\n3 22 \"Tea\" "
     "lost <LOST>"},
    {"Union of Tea Makers\nConference 2031\nDecisions\n\nCARRIED\n\n1 Mugs\n2 Tea\n3 Milk\n\nPage "
     "1\nUNION OF TEA MAKERS - DECISIONS\n\n4 Sugar\n\nLOST\n\n5 Spoons\n",
     "report\n7 1 \"Mugs\" carried <CARRIED> {Conference 2031}\n8 2 \"Tea\" carried <CARRIED> "
     "{Conference 2031}\n9 3 \"Milk\" carried <CARRIED> {Conference 2031}\n14 4 \"Sugar\" carried "
     "<CARRIED> {Conference 2031}\n18 5 \"Spoons\" lost <LOST> {Conference 2031}"},
    {"1 Mugs\n2 Tea\n\nWITHDRAWN\n\n3 Milk\n\nLOST\n\n4 Sugar\n",
     "report\n6 3 \"Milk\" withdrawn <WITHDRAWN>\n10 4 \"Sugar\" lost <LOST>"},
    {"Key: C = carried, CA = carried as amended, L = lost\n\n1 Mugs C\n2 Tea CA\nComposite A Milk "
     "L\n",
     "report\n3 1 \"Mugs\" carried <C>\n4 2 \"Tea\" carried_amended <CA>\n5 [composite] Composite "
     "A \"Milk\" lost <L>"},
    {"A - Carried\nB - Lost\n", ""},
    {"M8 Scarecrow Adopted prize\nM9 Road to top Withdrawn field\nM10 Thanks Adopted\nM11 Tea "
     "Adopted\n",
     "report\n1 M8 \"Scarecrow prize\" carried <Adopted>\n2 M9 \"Road to top field\" withdrawn "
     "<Withdrawn>\n3 M10 \"Thanks\" carried <Adopted>\n4 M11 \"Tea\" carried <Adopted>"},
    {"M1 Water butts 212 14 Passed\nM2 Rule 8 (sheds) 19 130 Not passed\n",
     "report\n1 M1 \"Water butts\" carried <Passed>\n2 [rule_change] M2 \"Rule 8 (sheds)\" lost "
     "<Not passed>"},
    {"Motion 1 (carried) Mugs\nMotion 2 (lost) Tea\n",
     "report\n1 1 \"Mugs\" carried <carried>\n2 2 \"Tea\" lost <lost>"},
    {"Withdrawn or not moved\n\n9 Nets\n10 Tea\n",
     "report\n3 9 \"Nets\" withdrawn <Withdrawn or not moved>\n4 10 \"Tea\" withdrawn <Withdrawn "
     "or not moved>"},
    {"OoO 02 - out of order, names a member\nEM 3 Tea - carried\n",
     "report\n1 OoO 02 out_of_order <out of order, names a member>\n2 [emergency] EM 3 \"Tea\" "
     "carried <carried>"},
    {"1) Mugs\n   Mover: North\n   Decision: Carried\n2) Tea\n   Mover: South\n   Decision: Lost\n",
     "report\n1 1 \"Mugs\" carried <Carried>\n4 2 \"Tea\" lost <Lost>"},
    {"MOTION: Mugs for all\nMOVED BY: North\nDECISION: Carried\n\nMOTION: Tea for two\nMOVED BY: "
     "South\nDECISION: Lost\n",
     "report\n1 \"Mugs for all\" carried <Carried>\n5 \"Tea for two\" lost <Lost>"},
    {"Motion 1 - Mugs\nFor: 45  Against: 12\nResult: CARRIED\n\nMotion 2 - Tea\nFor: 5  Against: "
     "12\nResult: LOST\n",
     "report\n1 1 \"Mugs\" carried <CARRIED>\n5 2 \"Tea\" lost <LOST>"},
    {"P-12 Mugs: Carried\nMotions P-14 and P-15: withdrawn\n",
     "report\n1 P-12 \"Mugs\" carried <Carried>\n2 P-14 withdrawn <withdrawn>\n2 P-15 withdrawn "
     "<withdrawn>"},
    {"Amendment 21(i): carried\nComposite II: carried\nAmendment Two: fell\n16(a) Mugs: LOST\n",
     "report\n1 [amendment] 21(i) carried <carried>\n2 [composite] Composite II carried "
     "<carried>\n3 [amendment] Two fell <fell>\n4 16(a) \"Mugs\" lost <LOST>"},
    {"No. 5 Tea – Lost\nNos. 6 and 7 – Withdrawn\n",
     "report\n1 5 \"Tea\" lost <Lost>\n2 6 withdrawn <Withdrawn>\n2 7 withdrawn <Withdrawn>"},
    {"16  Mugs for all\n    North branch                 CARRIED\n17  Tea for two\n    South "
     "branch                 LOST\n",
     "report\n1 16 \"Mugs for all\" carried <CARRIED>\n3 17 \"Tea for two\" lost <LOST>"},
};

static const outcome_case tables[] = {
    {"No  Title      Carried  Lost  Remitted\n1   Mugs       x\n2   Tea                 x\n3   "
     "Milk                      X\n",
     "report\n2 1 \"Mugs\" carried <Carried>\n3 2 \"Tea\" lost <Lost>\n4 3 \"Milk\" remitted "
     "<Remitted>"},
    {"No  Title      Carried  Lost\n1   Mugs       x        x\n2   Tea        perhaps\n3   Milk    "
     "            x\n",
     "report\n2 1 \"Mugs\" ? <x>\n3 2 \"Tea\" ? <perhaps>\n4 3 \"Milk\" lost <Lost>"},
    {"No  Title      Carried  As amended\n1   Mugs       x        x\n2   Tea        x\n",
     "report\n2 1 \"Mugs\" carried_amended <As amended>\n3 2 \"Tea\" carried <Carried>"},
    {"No  Title      Carried?\n1   Mugs       Yes\n2   Tea        No\n3   Milk       -\n",
     "report\n2 1 \"Mugs\" carried <Carried?>\n3 2 \"Tea\" lost <No>"},
    {"No Title                   Moved by        Result       Notes\n\n1  Tracks                 "
     "Exmoor branch   Carried\n2  Hours                  Junction        Carried      none\n       "
     "                                   as amended\n   Am. 3                  Coast           "
     "Lost\n3  Free travel for all    Valley          Remitted     NEC\n   and for children\n4  "
     "Mess rooms at the two\n   stations               Moor End        Carried\n",
     "report\n3 1 \"Tracks\" carried <Carried>\n4 2 \"Hours\" carried_amended <Carried as "
     "amended>\n6 [amendment] 3 lost <Lost>\n7 3 \"Free travel for all and for children\" remitted "
     "<Remitted>\n9 4 \"Mess rooms at the two stations\" carried <Carried>"},
    {"No  Title            For   Agst  Result\n1   Hens, geese and  166   60    Passed\n    "
     "birds\n2   Tea              12    14    Not passed\n",
     "report\n2 1 \"Hens, geese and birds\" carried <Passed>\n4 2 \"Tea\" lost <Not passed>"},
    {"Conference  No  Title  Decision\n2030        4   Mugs   Carried\n2031        4   Tea    "
     "Lost\n",
     "report\n2 4 \"Mugs\" carried <Carried> {2030}\n3 4 \"Tea\" lost <Lost> {2031}"},
    {"No   Title   Result\n1    Mugs    C\n2    Tea     NR\n\nC - Carried\nNR - Not reached\n",
     "report\n2 1 \"Mugs\" carried <C>\n3 2 \"Tea\" not_reached <NR>"},
    {"Decision  No  Title\nCarried   1   Mugs\nLost      2   Tea\n",
     "report\n2 1 \"Mugs\" carried <Carried>\n3 2 \"Tea\" lost <Lost>"},
    {"Carried\n\nNo  Title  Mover\n1   Mugs   North\n2   Tea    South\n",
     "report\n4 1 \"Mugs\" carried <Carried>\n5 2 \"Tea\" carried <Carried>"},
    {"No  Title     Decision\n1   Mugs      Carried\nPage 1\n\nNo  Title     Decision\n2   Tea     "
     "  Lost\nNo  Title     Decision\n3   Milk      Fell\n",
     "report\n2 1 \"Mugs\" carried <Carried>\n6 2 \"Tea\" lost <Lost>\n8 3 \"Milk\" fell <Fell>"},
};

static const outcome_case pages[] = {
    {"<h1>Decisions</h1><table><tr><th>Conference</th><th>No</th><th>Motion</th><th>Decision</th></"
     "tr><tr><td>2030 Tea Conference</td><td>4</td><td>Mugs</td><td>Carried</td></tr><tr><td>2031 "
     "Tea Conference</td><td>4</td><td>Mugs</td><td>Lost</td></tr></table>\n",
     "report\n1 4 \"Mugs\" carried <Carried> {Tea Conference 2030}\n1 4 \"Mugs\" lost <Lost> {Tea "
     "Conference 2031}"},
    {"<h1>Decisions</h1><table><tr><td>1</td><td>Asbestos</td><td>CARRIED</td><td>4</"
     "td><td>Eyesight</td><td>LOST</td></tr><tr><td>2</td><td>Boots</td><td>FELL</td><td>5</"
     "td><td>Fog</td><td>CARRIED</td></tr></table>\n",
     "report\n1 1 \"Asbestos\" carried <CARRIED>\n1 4 \"Eyesight\" lost <LOST>\n1 2 \"Boots\" fell "
     "<FELL>\n1 5 \"Fog\" carried <CARRIED>"},
    {"<h1>Decisions</h1><dl><dt>Motion 9 Pensions</dt><dt>Motion 10 Oil</dt><dd>Not "
     "reached</dd><dt>Motion 11</dt><dd>Lost, all but one against</dd></dl>\n",
     "report\n1 9 \"Pensions\" not_reached <Not reached>\n1 10 \"Oil\" not_reached <Not "
     "reached>\n1 11 lost <Lost, all but one against>"},
    {"<h2>2031 Tea Conference</h2><ul><li>Carried<ul><li>Tips (Composite C)<ul><li>motion 6 taken "
     "in</li><li>motion 7</li></ul></li><li>Mugs (4)</li></ul></li><li>Lost<ul><li>Tea "
     "(5)</li></ul></li></ul>\n",
     "report\n1 [composite] Composite C \"Tips\" carried <Carried> {Tea Conference 2031}\n1 6 "
     "composited <taken in> {Tea Conference 2031}\n1 4 \"Mugs\" carried <Carried> {Tea Conference "
     "2031}\n1 5 \"Tea\" lost <Lost> {Tea Conference 2031}"},
    {"<h1>Decisions</h1><table><tr><th>No</th><th>Title</th></tr><tr><td "
     "colspan=2>Carried</td></tr><tr><td>1</td><td>Mugs</td></tr><tr><td "
     "colspan=2>Lost</td></tr><tr><td>2</td><td>Tea</td></tr></table>\n",
     "report\n1 1 \"Mugs\" carried <Carried>\n1 2 \"Tea\" lost <Lost>"},
    {"<h1>Decisions</h1><h2>Remitted</h2><table><tr><th>No</th><th>Title</th><th>Mover</th></"
     "tr><tr><td>1</td><td>Mugs</td><td>North</td></tr></table><h2>Other</h2><table><tr><th>No</"
     "th><th>Title</th><th>Mover</th></tr><tr><td>2</td><td>Tea</td><td>North</td></tr></table>\n",
     "report\n1 1 \"Mugs\" remitted <Remitted>"},
    {"<h1>Decisions</h1><table><tr><td>Carried</td><td>1</td><td>Mugs</td></tr><tr><td>Lost</"
     "td><td>2</td><td>Tea</td></tr></table>\n",
     "report\n1 1 \"Mugs\" carried <Carried>\n1 2 \"Tea\" lost <Lost>"},
    {"<h1>Results</h1><ul><li>Members' motion 6 (honey from hives). Carried on a show of "
     "hands.</li><li>Ordinary resolution 1 (to receive the report): For 4,112, Against 37. "
     "Carried.</li><li>Special resolution 5 (to amend rule 60): Not carried, the majority being "
     "less than two thirds.</li></ul>\n",
     "report\n1 6 \"honey from hives\" carried <Carried on a show of hands>\n1 1 \"to receive the "
     "report\" carried <Carried>\n1 5 \"to amend rule 60\" lost <Not carried, the majority being "
     "less than two thirds>"},
    {"<h1>Decisions</h1><table><tr><th>No</th><th>Title</th><th>Carried</th><th>Lost</th></"
     "tr><tr><td>1</td><td>Mugs</td><td>&#10003;</td><td></td></tr><tr><td>2</td><td>Tea</td><td></"
     "td><td>&#10004;</td></tr></table>\n",
     "report\n1 1 \"Mugs\" carried <Carried>\n1 2 \"Tea\" lost <Lost>"},
    {"<h1>Agenda</h1><table><tr><th>No</th><th>Title</th><th>Support</th><th>Oppose</th></"
     "tr><tr><td>1</td><td>Mugs</td><td>x</td><td></td></tr></table>\n",
     ""},
    {"<h1>Decisions</h1><table><tr><th>No</th><th>Title</th><th>Decision</th></tr><tr><td>1</"
     "td><td>Mugs</td><td>Fell (Motion 2 carried)</td></tr><tr><td>2</td><td>Tea</td><td>Lost "
     "(two-thirds majority not achieved)</td></tr><tr><td>3</td><td>Milk</td><td>Withdrawn - see "
     "minutes</td></tr></table>\n",
     "report\n1 1 \"Mugs\" fell <Fell (Motion 2 carried)>\n1 2 \"Tea\" lost <Lost (two-thirds "
     "majority not achieved)>\n1 3 \"Milk\" withdrawn <Withdrawn - see minutes>"},
    {"<h1>AGM 2031 results</h1><h3>Motion 1: Mugs</h3><p>Votes for: 45. Votes against: "
     "12.</p><p>The motion was carried.</p><h3>Motion 2: Tea</h3><p>After debate the motion was "
     "remitted to the Executive Committee.</p>\n",
     "report\n1 1 \"Mugs\" carried <The motion was carried> {AGM 2031}\n1 2 \"Tea\" remitted "
     "<remitted to the Executive Committee> {AGM 2031}"},
    {"<h1>Results</h1><table><tr><th>Ref</th><th>Motion</th><th>Amendments</th><th>Decision</th></"
     "tr><tr><td>A1</td><td>Mugs</td><td>A1.1 carried, A1.2 lost</td><td>Carried as "
     "amended</td></tr></table>\n",
     "report\n1 A1 \"Mugs\" carried_amended <Carried as amended>\n1 [amendment] A1.1 carried "
     "<carried>\n1 [amendment] A1.2 lost <lost>"},
    {"<h1>Decisions</h1><table><tr><td>Motion 1</td><td>Mugs</td></tr><tr><td>Moved "
     "by</td><td>North</td></tr><tr><td>Decision</td><td>Carried</td></tr></"
     "table><table><tr><th>Number</th><td>2</td></tr><tr><th>Title</th><td>Tea</td></"
     "tr><tr><th>Decision</th><td>Lost</td></tr></table>\n",
     "report\n1 1 \"Mugs\" carried <Carried>\n1 2 \"Tea\" lost <Lost>"},
    {"<h1>Motions</h1><table><tr><th>Number</th><td>1</td></tr><tr><th>Text</th><td>This meeting "
     "notes the mugs.</td></tr><tr><th>Decision</th><td>Carried</td></tr></table>\n",
     ""},
    {"<h1>Decisions</h1><table><tr><th>Carried</th><th>Lost</th></tr><tr><td>1 Mugs</td><td>3, "
     "4</td></tr><tr><td>2 Tea</td><td></td></tr></table>\n",
     "report\n1 1 \"Mugs\" carried <Carried>\n1 3 lost <Lost>\n1 4 lost <Lost>\n1 2 \"Tea\" "
     "carried <Carried>"},
    {"<h1>Decisions</h1><table><tr><th>Carried</th><td>1, 2 and 5</td></tr><tr><th>Lost</th><td>3, "
     "4</td></tr></table>\n",
     "report\n1 1 carried <Carried>\n1 2 carried <Carried>\n1 5 carried <Carried>\n1 3 lost "
     "<Lost>\n1 4 lost <Lost>"},
    {"<h1>Decisions</h1><p>Motion 1 &#10003; Carried</p><p>Motion 2 &#10007; Lost</p>\n",
     "report\n1 1 carried <Carried>\n1 2 lost <Lost>"},
};

static void test_lines(void **state)
{
    (void)state;
    check_outcomes(lines, sizeof lines / sizeof *lines, POL_FORMAT_TEXT);
}

static void test_tables(void **state)
{
    (void)state;
    check_outcomes(tables, sizeof tables / sizeof *tables, POL_FORMAT_TEXT);
    check_outcomes(pages, sizeof pages / sizeof *pages, POL_FORMAT_HTML);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_lines), cmocka_unit_test(test_tables)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
