/* recognise_unions.c - pages of other unions: policy lists, congress databases, regional
 * sites, branch pages, composites, model motions. */
#include "recognise_case.h"

static const page_case pages[] = {
    {.name = "a dash behind the label",
     .page = "Motion 5: Kettles\n\n2031 Tea Conference\n\nConference notes tea.\n\nConference "
             "calls for more.\n\nResult \u2013 Remitted to the National Executive",
     .kind = "motion",
     .title = "Kettles",
     .conference = "2031 Tea Conference",
     .year = 2031,
     .decision = "remitted",
     .number = "5"},
    {.name = "stars at both ends",
     .page =
         "** Composite E4: COLD TEA **\n\nCongress deplores cold tea.\n\nCongress agrees to warm "
         "it.\n\nCarried unanimously",
     .kind = "composite",
     .title = "COLD TEA",
     .decision = "carried",
     .number = "Composite E4"},
    {.name = "a marked number with its letters",
     .page = "#EM\u00A002 Fog in the canteen\n\n2031 Annual Congress\n\nThis Congress notes the "
             "fog.\n\nThis Congress instructs the cooks to wait.\n\nCARRIED",
     .kind = "motion",
     .title = "Fog in the canteen",
     .conference = "2031 Annual Congress",
     .year = 2031,
     .decision = "carried",
     .number = "EM 02"},
    {.name = "a numbered heading over labels",
     .format = POL_FORMAT_MARKDOWN,
     .page =
         "# 14. Fewer trays for the cooks\n\n- Conference: 2031 Children's Canteens Conference\n- "
         "Submitted by: Leek branch\n\nConference notes trays.\n\nConference calls for fewer.",
     .kind = "motion",
     .title = "Fewer trays for the cooks",
     .conference = "2031 Children's Canteens Conference",
     .year = 2031,
     .decision = "unknown",
     .number = "14",
     .passages = 2},
    {.name = "policy list, bulleted labels",
     .page = "- Motion title\n- Kettles for all\n- Session\n- Private session\n- Meeting link\n- "
             "Tea Congress "
             "2015\n- Meeting date\n- 23 May 2015\n- Status\n- Carried\n- Motion\n- 12\n- Motion "
             "text\nCongress notes the kettles.\nCongress resolves:\na. to buy\nb. to boil\n- "
             "Proposing "
             "body\n- University of Leek\n- Amended\n- No\n- Allocated to\n- Equality\n- Notes\n- "
             "Listing 2015-05-23-12",
     .kind = "motion",
     .title = "Kettles for all",
     .conference = "Tea Congress 2015",
     .year = 2015,
     .date = "2015-05-23",
     .decision = "carried",
     .number = "12",
     .passages = 4,
     .actions = 2},
    {.name = "policy list, the text on a bullet",
     .page =
         "- Motion title\n- Kettles for all\n- Meeting link\n- HE sector conference\n- Meeting "
         "date\n- 30-31 "
         "May 2012\n- Status\n- Remitted\n- Motion\n- HE23\n- Motion text\n- HE sector conference "
         "notes the kettles.\n- Amended\n- No",
     .kind = "motion",
     .title = "Kettles for all",
     .conference = "HE sector conference",
     .year = 2012,
     .date = "2012-05-30",
     .decision = "remitted",
     .number = "HE23",
     .passages = 1},
    {.name = "policy list, second rendering",
     .page =
         "Motion detail\n\xE2\xAC\x85 back to results\nKettles for all\n\n- Session\n- Strategy\n- "
         "Motion\n- "
         "7\n- Motion text\nCongress believes in tea.\n- Proposing body\n- NEC\n- Amended\n- No",
     .kind = "motion",
     .title = "Kettles for all",
     .conference = NULL,
     .year = 0,
     .date = NULL,
     .decision = "unknown",
     .number = "7",
     .passages = 1},
    {.name = "part remitted inside the text",
     .page =
         "- Motion title\n- Kettles\n- Meeting link\n- Congress 2011\n- Status\n- Carried\n- "
         "Motion\n- 4\n- "
         "Motion text\nCongress notes tea.\nCongress instructs the NEC to:\n1. buy\n2. boil\n3. "
         "pour\nPoint 2 of motion REMITTED:\n- Proposing body\n- North region\n- Amended\n- No",
     .kind = "motion",
     .title = "Kettles",
     .conference = "Congress 2011",
     .year = 2011,
     .date = NULL,
     .decision = "carried_part",
     .number = "4",
     .passages = 5,
     .actions = 3},
    {.name = "congress database",
     .page = "Kettles in schools\n\nMotion no: 31\n\nProposing\nTeachers of "
             "Tea\n\nDecision\nAdopted\n\n"
             "Conference notes the kettles. Conference calls on the Executive Council to campaign.",
     .kind = "motion",
     .title = "Kettles in schools",
     .conference = NULL,
     .year = 0,
     .date = NULL,
     .decision = "carried",
     .number = "31",
     .passages = 1},
    {.name = "congress database, printed twice",
     .page =
         "Kettles in schools\nMotion no: 31\nProposing\nTeachers of "
         "Tea\nDecision\nAdopted\nConference "
         "notes that the kettles of the schools are older than the children.\nConference asks for "
         "new ones, and for tea.\nConference notes that the kettles of the schools are older than "
         "the children.\nConference asks for new ones, and for tea.",
     .kind = "motion",
     .title = "Kettles in schools",
     .decision = "carried",
     .number = "31",
     .passages = 2},
    {.name = "regional site",
     .page =
         "Northern Regional Conference 2016\n\nMotion 9\n\nThis Conference notes the vans.\n\nThis "
         "Conference instructs the Regional Committee to act.\n\nTyne Postal "
         "Branch\n\n\n\n\n\n\n\nThe "
         "motion was carried unanimously\n\nBack to Conference Index page\nReturn to Home "
         "Page\n\nMoved: Ann Reed Tyne Postal Branch",
     .kind = "motion",
     .title = NULL,
     .conference = "Northern Regional Conference 2016",
     .year = 2016,
     .date = NULL,
     .decision = "carried",
     .number = "9",
     .passages = 2},
    {.name = "regional site, amendment carried first",
     .page = "Northern Regional Conference 2016\n\nMotion 10\n\nThis Conference notes the vans and "
             "asks for "
             "repairs.\n\nTyne Postal Branch\n\nAmendment 1\n\nAdd at end: and for "
             "new vans.\n\nThe amendment was carried\n\nThe motion as amended was carried",
     .kind = "motion",
     .title = NULL,
     .conference = "Northern Regional Conference 2016",
     .year = 2016,
     .date = NULL,
     .decision = "carried_amended",
     .number = "10"},
    {.name = "branch page",
     .page = "This branch notes the rota.\n\nThis branch resolves to write to the "
             "manager.\n\nProposed by J. "
             "Smith.\nSeconded by K. Jones.\n\nMotion passed 3 May 2012",
     .kind = "motion",
     .title = NULL,
     .conference = NULL,
     .year = 2012,
     .date = "2012-05-03",
     .decision = "carried",
     .number = "",
     .passages = 2},
    {.name = "branch page, one line at the end",
     .page = "Solidarity with bakers\n\nThis branch notes the rota.\n\nThis branch resolves to "
             "march.\n\nProposed by Ann Reed. Seconded by Bo Hill. Passed unanimously on 12th June "
             "2018.",
     .kind = "motion",
     .title = "Solidarity with bakers",
     .conference = NULL,
     .year = 2018,
     .date = "2018-06-12",
     .decision = "carried",
     .passages = 2},
    {.name = "branch page, nothing decided",
     .page = "Motion on bread\n\nThis branch notes the bread.\n\nThis branch resolves to "
             "bake.\n\nProposer: "
             "Ann Reed\nSeconder: Bo Hill",
     .kind = "motion",
     .title = "Motion on bread",
     .conference = NULL,
     .year = 0,
     .date = NULL,
     .decision = "unknown",
     .passages = 2},
    {.name = "lead sentence tells all",
     .page = "This resolution, submitted by Dock branch and seconded by Mill branch, was carried "
             "unanimously by "
             "the May meeting of the Regional Council:\n\nThat this Regional Council condemns the "
             "sale of "
             "the docks.\n\nWe call on the executive to fight.\n\n- 412 reads",
     .kind = "motion",
     .title = NULL,
     .conference = NULL,
     .year = 0,
     .date = NULL,
     .decision = "carried",
     .number = "",
     .passages = 2},
    {.name = "composite with its title",
     .page = "** Composite E9: MUGS FOR ALL\n\nReceived from: UNITE, GMB\n\nMotion 9 and "
             "amendment, and "
             "10\n\nCongress notes the mugs.\n\nCongress calls on the General Council to buy more.",
     .kind = "composite",
     .title = "MUGS FOR ALL",
     .conference = NULL,
     .year = 0,
     .date = NULL,
     .decision = "unknown",
     .number = "Composite E9",
     .passages = 2},
    {.name = "motion, number, title, rule edits",
     .page = "Motion 5\n\nRule Change: Women's Committee\n\nDelete rule 12.2.\n\nInsert new rule "
             "12.2: There "
             "shall be a committee.\n\nRenumber accordingly.",
     .kind = "rule_change",
     .title = "Rule Change: Women's Committee",
     .conference = NULL,
     .year = 0,
     .date = NULL,
     .decision = "unknown",
     .number = "5"},
    {.name = "model motion in quotes on one line",
     .page = "\xE2\x80\x9CThis branch notes the sale. This branch resolves: - 1. To march. - 2. To "
             "write to "
             "the board. - 3. To affiliate.\xE2\x80\x9D",
     .kind = "motion",
     .title = NULL,
     .conference = NULL,
     .year = 0,
     .date = NULL,
     .decision = "unknown",
     .passages = 4,
     .actions = 3},
    {.name = "model motion, hosted copy",
     .page = "Upload\nStop the sale - model motion\n3 views\nCategory\nTRANSCRIPT\nPage 1:\nThis "
             "branch "
             "notes the sale.\nThis branch resolves to march.\nPage 2:\n1 of 2",
     .kind = "motion",
     .title = "Stop the sale - model motion",
     .conference = NULL,
     .year = 0,
     .date = NULL,
     .decision = "unknown",
     .passages = 2},
    {.name = "emergency motion",
     .page = "Emergency Motion 3 - The flood at Leek\n\nConference notes the flood.\n\nConference "
             "calls on the "
             "council to pump.\n\nCARRIED",
     .kind = "emergency",
     .title = "The flood at Leek",
     .conference = NULL,
     .year = 0,
     .date = NULL,
     .decision = "carried",
     .number = "3",
     .passages = 2},
    {.name = "recommendations are no decisions",
     .page =
         "Motion 14: Bread\n\nNEC recommendation: Support\n\nConference notes bread.\n\nConference "
         "calls for more.",
     .kind = "motion",
     .title = "Bread",
     .conference = NULL,
     .year = 0,
     .date = NULL,
     .decision = "unknown",
     .number = "14",
     .passages = 2},
    {.name = "statements on points",
     .page = "Motion 14: Bread\n\nConference instructs the NEC to:\n\n1. bake\n\n2. slice\n\n3. "
             "toast\n\nCarried, "
             "point 2 lost",
     .kind = "motion",
     .title = "Bread",
     .conference = NULL,
     .year = 0,
     .date = NULL,
     .decision = "carried_part",
     .number = "14",
     .passages = 4,
     .actions = 3},
    {.name = "two decisions that differ",
     .page = "Bread for all\n\nConference notes bread.\n\nConference calls for "
             "more.\n\nCarried\n\nLost",
     .kind = "motion",
     .title = "Bread for all",
     .conference = NULL,
     .year = 0,
     .date = NULL,
     .decision = "unknown"},
    {.name = "accepted amendments decide nothing",
     .page = "Motion 3: Bread\n\nConference notes bread.\n\nConference calls for "
             "more.\n\nAmendment accepted by "
             "the mover",
     .kind = "motion",
     .title = "Bread",
     .conference = NULL,
     .year = 0,
     .date = NULL,
     .decision = "unknown",
     .number = "3"},
    {.name = "the question on an amendment",
     .page = "Motion 3: Bread\n\nConference notes bread.\n\nConference calls for more.\n\nThat the "
             "proposed words "
             "be there added.\n\nQuestion agreed to.",
     .kind = "motion",
     .title = "Bread",
     .conference = NULL,
     .year = 0,
     .date = NULL,
     .decision = "unknown",
     .number = "3"},
    {.name = "lost business",
     .page = "Motion 3: Bread\n\nConference notes that much was lost in the fire.\n\nConference "
             "calls for "
             "more.\n\nNot debated due to lack of time",
     .kind = "motion",
     .title = "Bread",
     .conference = NULL,
     .year = 0,
     .date = NULL,
     .decision = "not_reached",
     .number = "3"},
    {.name = "decision in brackets at the end",
     .page =
         "Bread for all\n\nConference notes bread.\n\nConference calls for more. (Carried nem con)",
     .kind = "motion",
     .title = "Bread for all",
     .conference = NULL,
     .year = 0,
     .date = NULL,
     .decision = "carried",
     .passages = 2},
    {.name = "congress, number and title above",
     .page = "Tea Trades Congress 2014\n\n12 THE PRICE OF MUGS\n\nCongress notes mugs.\n\nCongress "
             "calls for "
             "more.\n\nTea Workers\n\nREMITTED",
     .kind = "motion",
     .title = "THE PRICE OF MUGS",
     .conference = "Tea Trades Congress 2014",
     .year = 2014,
     .date = NULL,
     .decision = "remitted",
     .number = "12"},
};

static void test_pages(void **state)
{
    (void)state;
    expect_pages(pages, sizeof pages / sizeof *pages);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pages)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
