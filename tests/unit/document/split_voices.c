/* split_voices.c - cutting texts of many motions by what a line speaks of: the end of a text under
 * what minutes tell, small headings that return, amendments in words of their own, names told by
 * not being what the texts are about, decisions that belong to nobody. */
#include "split_case.h"

static const split_case ends[] = {
    {.name = "a quote that closes ends the text",
     .page =
         "4.1 Mugs\nProposed by the House Committee:\n\"This meeting resolves that more mugs be\n"
         "bought.\"\nAgreed with two against.\n\n"
         "4.2 Tea\nProposed by the residents of Block A:\n\"This meeting asks for less tea.\"\n"
         "An amendment to insert \"green\" was put\nand lost. The resolution was then carried.\n\n"
         "4.3 Fog\nProposed by the Green Group:\n\"This meeting asks for lamps.\"\n"
         "After a long discussion the resolution was lost, 10 to 22.\n",
     .parts = "motion 4.1 'Mugs' by House Committee = Agreed: \"This meeting  ... bought.\"\n"
              "motion 4.2 'Tea' by residents of Block A = The resolution was then carried: \"This "
              "meeting  ... for less tea.\"\n"
              "motion 4.3 'Fog' by Green Group = Motion was lost, 10 to 22: \"This meeting  ... ks "
              "for lamps.\"\n"},
    {.name = "what minutes tell behind the texts",
     .page = "Motion 1: Mugs\n\nConference notes the mugs and asks for more.\n\n"
             "The Treasurer warned of the cost. The motion went to a vote.\n\nCarried.\n\n"
             "Motion 2: Tea\n\nConference notes the tea and asks for less.\n\n"
             "A separate vote was requested. They were retained. The motion was lost.\n",
     .parts = "motion 1 'Mugs' = Carried: Conference not ... asks for more.\n"
              "motion 2 'Tea' = The motion was lost: Conference not ... asks for less.\n"},
    {.name = "small headings that return",
     .format = POL_FORMAT_MARKDOWN,
     .page = "## Motion 1: Mugs\n\nConference notes the mugs and asks for more.\n\n"
             "### The proposer's view\n\nA mug costs ten pence.\n\n"
             "## Motion 2: Tea\n\nConference notes the tea and asks for less.\n\n"
             "### The proposer's view\n\nNobody drinks it.\n\n"
             "## Motion 3: Fog\n\nConference notes the fog and asks for lamps.\n\n"
             "### The proposer's view\n\nIt is dark by four.\n",
     .parts = "motion 1 'Mugs': Conference not ... asks for more.\n"
              "motion 2 'Tea': Conference not ... asks for less.\n"
              "motion 3 'Fog': Conference not ... sks for lamps.\n"},
    {.name = "who moved in a bracket with what became of it",
     .page = "28/01 Mugs\n\nThe Assembly calls for more mugs in each hall.\n\n"
             "(Moved by North branch, seconded by South branch. Carried as amended.)\n\n"
             "28/02 Tea\n\nThe Assembly asks for less tea in the hall.\n\n"
             "(Moved by East branch, seconded by South branch. Carried.)\n\n"
             "28/03 Fog\n\nThe Assembly asks the council for lamps.\n\n"
             "(Moved by South branch, seconded by North branch. Lost.)\n",
     .parts = "motion 28/01 'Mugs' by North branch by South branch = carried as amended: The "
              "Assembly c ...  in each hall.\n"
              "motion 28/02 'Tea' by East branch by South branch = Carried: The Assembly a ... a "
              "in the hall.\n"
              "motion 28/03 'Fog' by South branch by North branch = Lost: The Assembly a ... cil "
              "for lamps.\n"},
};

static const split_case amendments[] = {
    {.name = "amendments announced in other words",
     .page = "Motion 1: Mugs\n\nConference notes the mugs and asks for more.\n\n"
             "Notice has been given of an amendment by East branch:\n\nDelete \"more\" and insert "
             "\"fewer\".\n\n"
             "Motion 2: Tea\n\nConference notes the tea and asks for less.\n\n"
             "To motion (1) from West branch\n\nDelete \"notes\" and insert \"regrets\".\n",
     .parts = "motion 1 'Mugs': Conference not ... asks for more.\n"
              "amendment by East branch amends>1: Delete \"more\"  ... nsert \"fewer\".\n"
              "motion 2 'Tea': Conference not ... asks for less.\n"
              "amendment by West branch amends>1: Delete \"notes\" ... ert \"regrets\".\n"},
    {.name = "one motion and its amendments",
     .page = "TRADES COUNCIL OF WEIR\n\nAnnual meeting\n\nMOTION ON THE CLOSURE OF THE HALL\n\n"
             "Submitted by the Bakers' branch\n\n"
             "This Trades Council opposes the closure of the hall and agrees to march.\n\n"
             "Amendment one, from North branch\n\nDelete \"march\" and insert \"write\".\n\n"
             "Amendment two, from South branch\n\nDelete \"hall\" and insert \"halls\".\n",
     .parts = "motion 'MOTION ON THE CLOSURE OF THE HALL' by Bakers' branch: This Trades Co ... "
              "rees to march.\n"
              "amendment one by North branch amends>MOTION ON THE CLOSURE OF THE HALL: Delete "
              "\"march\" ... nsert \"write\".\n"
              "amendment two by South branch amends>MOTION ON THE CLOSURE OF THE HALL: Delete "
              "\"hall\"  ... nsert \"halls\".\n"},
};

static const split_case decisions[] = {
    {.name = "a sentence on both, and each its own",
     .page =
         "Motion 1: Mugs\n\nConference notes the mugs and asks for more.\n\n"
         "Amendment from North branch\n\nDelete \"more\" and insert \"fewer\".\n\n"
         "The amendment was carried on a show of hands, and the resolution carried as amended.\n\n"
         "Motion 2: Tea\n\nConference notes the tea and asks for less.\n\nLost.\n",
     .parts =
         "motion 1 'Mugs' = the resolution carried as amended: Conference not ... asks for more.\n"
         "amendment by North branch = carried on a show of hands amends>1: Delete \"more\"  ... "
         "nsert \"fewer\".\n"
         "motion 2 'Tea' = Lost: Conference not ... asks for less.\n"},
    {.name = "nobody's behind a heading that was missed",
     .page = "Motion 1: Mugs\n\nConference notes the mugs and asks for more.\n\nCARRIED\n\n"
             "Fog\n\nConference notes the fog and asks for lamps.\n\nLOST\n\n"
             "Motion 2: Tea\n\nConference notes the tea and asks for less.\n\nCARRIED\n",
     .parts = "motion 1 'Mugs': Conference not ... CARRIED\n"
              "motion 2 'Tea' [Fog]: Conference not ... CARRIED\n"},
    {.name = "a heading in the print of the others is none of the item above",
     .format = POL_FORMAT_MARKDOWN,
     .page = "**MOTION 1: Mugs**\n\nConference notes the mugs and asks for more.\n\n"
             "**MOTION 2: Tea**\n\nConference notes the tea and asks for less.\n\n"
             "**RULED OUT OF ORDER: The leader (East branch)**\n",
     .parts = "motion 1 'Mugs': Conference not ... asks for more.\n"
              "motion 2 'Tea': Conference not ... asks for less.\n"},
};

static const split_case names[] = {
    {.name = "what no text is about is who moves",
     .page = "1. POWYS\nThat the fee be paid each month and not each year.\n\n"
             "2. DORSET\nThat the age of retirement be lowered by two years.\n\n"
             "3. KENT\nThat more lamps be bought for each station on the coast.\n\n"
             "4. BORDERS\nThat the siren be kept in order in every town.\n",
     .parts = "motion 1 by POWYS: That the fee b ... not each year.\n"
              "motion 2 by DORSET: That the age o ...  by two years.\n"
              "motion 3 by KENT: That more lamp ...  on the coast.\n"
              "motion 4 by BORDERS: That the siren ... in every town.\n"},
    {.name = "what the texts are about is the title",
     .page = "1. FEES\nThat the fee be paid each month and not each year.\n\n"
             "2. RETIREMENT\nThat the age of retirement be lowered by two years.\n\n"
             "3. LAMPS\nThat more lamps be bought for each station on the coast.\n\n"
             "4. SIRENS\nThat the siren be kept in order in every town.\n",
     .parts = "motion 1 'FEES': That the fee b ... not each year.\n"
              "motion 2 'RETIREMENT': That the age o ...  by two years.\n"
              "motion 3 'LAMPS': That more lamp ...  on the coast.\n"
              "motion 4 'SIRENS': That the siren ... in every town.\n"},
    {.name = "a seconder's name alone",
     .page = "C1\nMoved by: Leeds\nYork\n\nConference notes the mugs and asks for more.\n\n"
             "C2\nMoved by: Hull\nLeeds\n\nConference notes the tea and asks for less.\n\n"
             "C3\nMoved by: York\nGoole\n\nConference notes the fog and asks for lamps.\n",
     .parts = "motion C1 by Leeds by York: Conference not ... asks for more.\n"
              "motion C2 by Hull by Leeds: Conference not ... asks for less.\n"
              "motion C3 by York by Goole: Conference not ... sks for lamps.\n"},
};

static const split_case headings[] = {
    {.name = "the meeting's numbers are not the motions'",
     .format = POL_FORMAT_MARKDOWN,
     .page = "### 1. Apologies\n\nThere were three.\n\n### 2. Motion: Mugs\n\nProposed by the "
             "Bakers.\n\n"
             "This Guild resolves to buy more mugs.\n\n### 3. Motion: Tea\n\nProposed by the "
             "Rowers.\n\n"
             "This Guild resolves to serve less tea.\n\n### 4. Date of next meeting\n\nIn May.\n",
     .parts = "motion 'Mugs' by Bakers: This Guild res ... buy more mugs.\n"
              "motion 'Tea' by Rowers: This Guild res ... erve less tea.\n"},
    {.name = "numbered sentences that are a motion each",
     .page =
         "The following resolutions stand in the names of the districts shown.\n\nLEEDS DISTRICT\n"
         "  1. That a list of prices be printed.\n  2. That no member teach a frame.\n\n"
         "YORK DISTRICT\n  3. That the levy be raised to sixpence.\n",
     .parts = "motion 1 [LEEDS DISTRICT]: That a list of ... es be printed.\n"
              "motion 2 [LEEDS DISTRICT]: That no member ... teach a frame.\n"
              "motion 3 [YORK DISTRICT]: That the levy  ... d to sixpence.\n"},
    {.name = "letters of the file's own before the numbers",
     .page =
         "CON 1. Mugs\nProposed by: Sligo Union\n\nCongress notes the mugs and asks for more.\n\n"
         "WEL 1. Tea\nProposed by: Carlow Union\n\nCongress notes the tea and asks for less.\n\n"
         "WEL 2. Fog\nProposed by: Tralee Union\n\nCongress notes the fog and asks for lamps.\n",
     .parts = "motion CON 1 'Mugs' by Sligo Union: Congress notes ... asks for more.\n"
              "motion WEL 1 'Tea' by Carlow Union: Congress notes ... asks for less.\n"
              "motion WEL 2 'Fog' by Tralee Union: Congress notes ... sks for lamps.\n"},
    {.name = "in the order of what became of them",
     .page = "MOTIONS CARRIED\n\n(4) Mugs\nConference notes the mugs and asks for more.\nNorth "
             "branch\n\n"
             "(5) Tea\nConference notes the tea and asks for less.\nSouth branch\n\n"
             "(9) Fog\nConference notes the fog and asks for lamps.\nEast branch\n\n"
             "MOTIONS LOST\n\n(2) Kettles\nConference notes the kettles and asks for two.\nWest "
             "branch\n\n"
             "NOT REACHED\n\n(8) The diary (East branch): not reached\n",
     .parts = "motion 4 'Mugs' by North branch = CARRIED [MOTIONS CARRIED]: Conference not ... "
              "asks for more.\n"
              "motion 5 'Tea' by South branch = CARRIED [MOTIONS CARRIED]: Conference not ... asks "
              "for less.\n"
              "motion 9 'Fog' by East branch = CARRIED [MOTIONS CARRIED]: Conference not ... sks "
              "for lamps.\n"
              "motion 2 'Kettles' by West branch = LOST [MOTIONS LOST]: Conference not ...  asks "
              "for two.\n"},
    {.name = "changes to rules alone",
     .page = "Proposed changes to the rules\n\n"
             "Rule 6 (Fees)\nDelete \"ten\" and insert \"nine\".\n\n"
             "Rule 9 (Quorum)\nNew clause 6:\n\"No member shall hold two offices.\"\n\n"
             "Rule 9 (Quorum)\nAfter \"branch\" insert \"or lodge\".\n\n"
             "Rule 22 (Benefits)\nDelete \"a week\" wherever it occurs.\n",
     .parts = "motion 'Rule 6 (Fees)': Delete \"ten\" a ... insert \"nine\".\n"
              "motion 'Rule 9 (Quorum)': New clause 6: ...  two offices.\"\n"
              "motion 'Rule 9 (Quorum)': After \"branch\" ... rt \"or lodge\".\n"
              "motion 'Rule 22 (Benefits)': Delete \"a week ... ver it occurs.\n"},
};

static void test_ends(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        expect_split(&ends[i]);
}

static void test_amendments(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof amendments / sizeof *amendments; i++)
        expect_split(&amendments[i]);
}

static void test_decisions(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof decisions / sizeof *decisions; i++)
        expect_split(&decisions[i]);
}

static void test_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        expect_split(&names[i]);
}

static void test_headings(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        expect_split(&headings[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ends),      cmocka_unit_test(test_amendments),
        cmocka_unit_test(test_decisions), cmocka_unit_test(test_names),
        cmocka_unit_test(test_headings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
