/* split_infer.c - cutting texts of many motions by what recurs in them: headings, labels and
 * houses that no table names, and what is told in sentences between the motions. */
#include "split_case.h"

static const split_case headings[] = {
    {.name = "numbers with a code and a year before them",
     .page = "SP 2030/11  BATS\nThat this Synod note the bats and request more.\n\n"
             "SP 2030/12  TEA\nThat this Synod note the tea and request less.\n\n"
             "SP 2030/13  FOG\nThat this Synod note the fog and request lamps.\n",
     .parts = "motion SP 2030/11 'BATS': That this Syno ...  request more.\n"
              "motion SP 2030/12 'TEA': That this Syno ...  request less.\n"
              "motion SP 2030/13 'FOG': That this Syno ... request lamps.\n"},
    {.name = "numbers in words, in front and behind",
     .page = "First motion\nfrom the Leith members\nThis meeting notes the mugs. It asks for "
             "more.\n\n"
             "Second motion\nfrom the Moss members\nThis meeting notes the tea. It asks for "
             "less.\n\n"
             "Third motion\nfrom the Fell members\nThis meeting notes the fog. It asks for "
             "lamps.\n",
     .parts = "motion First by Leith members: This meeting n ... asks for more.\n"
              "motion Second by Moss members: This meeting n ... asks for less.\n"
              "motion Third by Fell members: This meeting n ... sks for lamps.\n"},
    {.name = "numbers in brackets at the ends of the lines",
     .page = "(Moss) (27)\nCongress instructs the Executive to seek mugs.\n\n"
             "(Co. Weir) (28)\nCongress demands that tea be paid for.\n\n"
             "(Fell) (29)\nCongress notes the fog and asks for lamps.\n",
     .parts = "motion 27 by Moss: Congress instr ...  to seek mugs.\n"
              "motion 28 by Co. Weir: Congress deman ... a be paid for.\n"
              "motion 29 by Fell: Congress notes ... sks for lamps.\n"},
    {.name = "numbers and nouns at the right edge, under a running head",
     .page = "DELEGATE PAPERS              2\n\n"
             "MUGS                                12.\nThis Congress notes mugs and asks for "
             "more.\n\n"
             "TEA                                 13.\nThis Congress notes tea and asks for "
             "less.\n\n"
             "DELEGATE PAPERS              3\n\n"
             "FOG                                 14.\nThis Congress notes fog and asks for "
             "lamps.\n\n"
             "MUGS AND TEA               COMPOSITE 1.\nThis Congress believes in both of them "
             "and asks for a tray.\n",
     .parts = "motion 12 'MUGS': This Congress  ... asks for more.\n"
              "motion 13 'TEA': This Congress  ... asks for less.\n"
              "motion 14 'FOG': This Congress  ... sks for lamps.\n"
              "composite COMPOSITE 1 'MUGS AND TEA': This Congress  ... ks for a tray.\n"},
    {.name = "titles alone, told by the lines that name who moves",
     .page = "MIND THE GAP\nProposed by Ashby WI\nWomen in villages wait longer than others. This "
             "meeting urges Government to act.\n\n"
             "PLAIN LABELS\nProposed by Upton WI\nShoppers cannot read what is in their food. "
             "This meeting asks for print.\n\n"
             "A SEAT AT EVERY STOP\nProposed by Hatch WI\nThose who need buses are least able to "
             "stand. This meeting calls for seats.\n",
     .parts = "motion 'MIND THE GAP' by Ashby WI: Women in villa ... rnment to act.\n"
              "motion 'PLAIN LABELS' by Upton WI: Shoppers canno ... sks for print.\n"
              "motion 'A SEAT AT EVERY STOP' by Hatch WI: Those who need ... lls for seats.\n"},
    {.name = "who moves stands over the titles",
     .format = POL_FORMAT_MARKDOWN,
     .page = "*Proposal from Argyll*\n\n**Ferries**\n\nCouncil notes the winter and asks for "
             "ships.\n\n"
             "*Proposal from the Borders*\n\n**Rail**\n\nCouncil believes in rail and asks for "
             "trains.\n\n"
             "*Proposal from Moray*\n\n**Dues**\n\nCouncil regrets the dues and calls for "
             "less.\n",
     .parts = "motion 'Ferries' by Argyll: Council notes  ... sks for ships.\n"
              "motion 'Rail' by Borders: Council believ ... ks for trains.\n"
              "motion 'Dues' by Moray: Council regret ... alls for less.\n"},
    {.name = "a section's heading over the first of its items",
     .format = POL_FORMAT_MARKDOWN,
     .page = "# Papers\n\n## Zone 1. Halls\n\n### 101: Mugs :white_check_mark:\n\nCongress notes "
             "the mugs and "
             "calls for more.\n\n"
             "### 102: Tea :x:\n\nCongress notes the tea and calls for less.\n\n"
             "## Zone 2. Roads\n\n### 201: Fog :x:\n\nCongress notes the fog and calls for "
             "lamps.\n\n"
             "### 202: Rain :x:\n\nCongress notes the rain and calls for hats.\n\n"
             "## Zone 3. Rules\n\n### 301: Hail :x:\n\nCongress notes the hail and calls for "
             "roofs.\n",
     .parts = "motion 101 'Mugs' [Zone 1. Halls]: Congress notes ... alls for more.\n"
              "motion 102 'Tea' [Zone 1. Halls]: Congress notes ... alls for less.\n"
              "motion 201 'Fog' [Zone 2. Roads]: Congress notes ... lls for lamps.\n"
              "motion 202 'Rain' [Zone 2. Roads]: Congress notes ... alls for hats.\n"
              "rule_change 301 'Hail' [Zone 3. Rules]: Congress notes ... lls for roofs.\n"},
    {.name = "a house that only the file names",
     .page = "1. Mugs\n\nHESC notes the mugs and calls for more.\n\n"
             "2. Tea\n\nHESC believes in tea and calls for less.\n\n"
             "3. Fog\n\nHESC deplores the fog and calls for lamps.\n",
     .parts = "motion 1 'Mugs': HESC notes the ... alls for more.\n"
              "motion 2 'Tea': HESC believes  ... alls for less.\n"
              "motion 3 'Fog': HESC deplores  ... lls for lamps.\n"},
    {.name = "items within sections",
     .page = "Item 5  RULES\n\n5(a)  Pets\n\nThat this meeting agrees that cats may be kept.\n\n"
             "5(b)  Voids\n\nThat this meeting agrees that homes be let.\n\n"
             "Item 6  RESOLUTIONS\n\n6(a)  Panels\n\nThat this meeting agrees that panels be "
             "bought.\n\n"
             "6(b)  Laundry\n\nThat this meeting agrees that it be open at six.\n",
     .parts = "motion 5(a) 'Pets': That this meet ... s may be kept.\n"
              "motion 5(b) 'Voids': That this meet ...  homes be let.\n"
              "motion 6(a) 'Panels' [Item 6  RESOLUTIONS]: That this meet ... els be bought.\n"
              "motion 6(b) 'Laundry' [Item 6  RESOLUTIONS]: That this meet ... e open at six.\n"},
    {.name = "nouns made of others",
     .page = "Sector Motion 4: Mugs\n\nConference notes the mugs and calls for more.\n\n"
             "Late Resolution No. L-1\n\nConference notes the tea and calls for less.\n\n"
             "Members' Motion (c) Fog\n\nConference notes the fog and calls for lamps.\n",
     .parts = "motion 4 'Mugs': Conference not ... alls for more.\n"
              "motion L-1: Conference not ... alls for less.\n"
              "motion (c) 'Fog': Conference not ... lls for lamps.\n"},
};

static const split_case fields[] = {
    {.name = "labels that no table has, told by their values",
     .page = "Resolution 1: Mugs\nSubmitted by Weir branch\n\nCongress notes the mugs and calls "
             "for more.\nConvention action: Adopted\n\n"
             "Resolution 2: Tea\nSubmitted by Moss branch\n\nCongress notes the tea and calls for "
             "less.\nConvention action: Defeated\n\n"
             "Resolution 3: Fog\nSubmitted by Fell branch\n\nCongress notes the fog and calls for "
             "lamps.\nConvention action: Adopted\n",
     .parts = "motion 1 'Mugs' by Weir branch = Adopted: Congress notes ... alls for more.\n"
              "motion 2 'Tea' by Moss branch = Defeated: Congress notes ... alls for less.\n"
              "motion 3 'Fog' by Fell branch = Adopted: Congress notes ... lls for lamps.\n"},
    {.name = "sentences that are somebody else's",
     .format = POL_FORMAT_HTML,
     .page = "<h3>Motion 1: Mugs</h3><p>This meeting notes the mugs.</p><p>This meeting asks for "
             "more.</p><p>The Board recommends that you vote for it.</p>"
             "<h3>Motion 2: Tea</h3><p>This meeting notes the tea.</p><p>This meeting asks for "
             "less.</p><p>The Board makes no recommendation on tea.</p>"
             "<h3>Motion 3: Fog</h3><p>This meeting notes the fog.</p><p>This meeting asks for "
             "lamps.</p><p>The Board recommends that you vote against it.</p>",
     .parts = "motion 1 'Mugs': This meeting n ... asks for more.\n"
              "motion 2 'Tea': This meeting n ... asks for less.\n"
              "motion 3 'Fog': This meeting n ... sks for lamps.\n"},
    {.name = "what recurs word for word is furniture",
     .page = "1. MUGS\n\nRESOLVED, that mugs be bought.\n\n[ ] Adopted  [ ] Defeated  [ ] Referred "
             "to ____\n\n"
             "2. TEA\n\nRESOLVED, that tea be bought.\n\n[ ] Adopted  [ ] Defeated  [ ] Referred "
             "to ____\n\n"
             "3. FOG\n\nRESOLVED, that lamps be bought.\n\n[ ] Adopted  [ ] Defeated  [ ] "
             "Referred to ____\n",
     .parts = "motion 1 'MUGS': RESOLVED, that ... ugs be bought.\n"
              "motion 2 'TEA': RESOLVED, that ... tea be bought.\n"
              "motion 3 'FOG': RESOLVED, that ... mps be bought.\n"},
    {.name = "terms of a list and their values",
     .format = POL_FORMAT_HTML,
     .page = "<h3>C1 Mugs</h3><dl><dt>Proposers</dt><dd>Forestry Group</dd></dl><p>Conference "
             "notes the mugs and asks for more.</p>"
             "<h3>C2 Tea</h3><dl><dt>Proposers</dt><dd>Tea Committee</dd></dl><p>Conference notes "
             "the tea and asks for less.</p>"
             "<h3>C3 Fog</h3><dl><dt>Proposers</dt><dd>Lamp Committee</dd></dl><p>Conference "
             "notes the fog and asks for lamps.</p>",
     .parts = "motion C1 'Mugs' by Forestry Group: Conference not ... asks for more.\n"
              "motion C2 'Tea' by Tea Committee: Conference not ... asks for less.\n"
              "motion C3 'Fog' by Lamp Committee: Conference not ... sks for lamps.\n"},
    {.name = "tags beside the titles",
     .page = "2  R  Mugs\nThat this meeting calls for more mugs in every canteen.\n\n"
             "3  MfD  Tea\nThat this meeting calls for less tea in every canteen.\n\n"
             "4  R  Fog\nThat this meeting calls for lamps in every lane we use.\n\n"
             "5  MfD  Rain\nThat this meeting calls for hats for all who go out.\n",
     .parts = "motion 2 'Mugs': That this meet ... every canteen.\n"
              "motion 3 'Tea': That this meet ... every canteen.\n"
              "motion 4 'Fog': That this meet ... y lane we use.\n"
              "motion 5 'Rain': That this meet ... ll who go out.\n"},
    {.name = "who is to move and to second, in a line of its own",
     .page =
         "Motion 1 (1,204 votes) - Mugs\nRutland to move, Bury to second\n\nConference calls for "
         "mugs.\n\n"
         "Motion 2 (988 votes) - Tea\nBarnet to move, Bath to second\n\nConference calls for "
         "tea.\n\n"
         "Motion 3 (71 votes) - Fog\nLeeds to move, York to second\n\nConference calls for "
         "lamps.\n",
     .parts = "motion 1 'Mugs' by Rutland by Bury: Conference cal ... alls for mugs.\n"
              "motion 2 'Tea' by Barnet by Bath: Conference cal ... calls for tea.\n"
              "motion 3 'Fog' by Leeds by York: Conference cal ... lls for lamps.\n"},
    {.name = "the last text ends as the others do",
     .page = "1. Weir Branch\n\"That this meeting notes the mugs and asks for more.\"\n\n"
             "2. Moss Branch\n\"That this meeting notes the tea and asks for less.\"\n\n"
             "3. Fell Branch\n\"That this meeting notes the fog and asks for lamps.\"\n\n"
             "By order of the Board, whose office is at Fell House.\n",
     .parts = "motion 1 by Weir Branch: \"That this mee ... sks for more.\"\n"
              "motion 2 by Moss Branch: \"That this mee ... sks for less.\"\n"
              "motion 3 by Fell Branch: \"That this mee ... ks for lamps.\"\n"},
};

static const split_case sentences[] = {
    {.name = "verdicts over the ends of lines, notes, business of the meeting",
     .page = "31/61   Minutes\n        The minutes were read.\n\n"
             "31/62   Motion: Mugs\n        Moved: Weir Branch.\n\n"
             "        Council notes the mugs and calls for more.\n\n"
             "        There being no seconder the motion\n        FELL.\n\n"
             "31/63   Motion: Tea\n        Moved: Moss Branch.\n\n"
             "        Council notes the tea and calls for less.\n\n"
             "        (The mover was not in the hall.)\n\n"
             "31/64   Motion: Fog\n        Moved: Fell Branch.\n\n"
             "        Council notes the fog and calls for lamps.\n\n"
             "        Note from the officers: lamps were asked for in 2030, too.\n",
     .parts = "motion 31/62 'Mugs' by Weir Branch = FELL: Council notes  ... alls for more.\n"
              "motion 31/63 'Tea' by Moss Branch: Council notes  ... alls for less.\n"
              "motion 31/64 'Fog' by Fell Branch: Council notes  ... lls for lamps.\n"},
    {.name = "texts that stand in a composite, decisions behind an amendment",
     .page = "Motion 1: Mugs\n\nConference notes the mugs and calls for more.\n\n"
             "Amendment to Motion 1\n\nDelete \"more\" and insert \"two\".\n\n"
             "Amendment: Adopted\nDecision: Adopted as amended\n\n"
             "Motion 2: Tea\n\nComposited: see Composite A.\n\n"
             "Motion 3: Fog\n\nConference notes the fog and calls for lamps.\n\n"
             "Decision: Lost (81 to 139)\n",
     .parts = "motion 1 'Mugs' = Adopted as amended: Conference not ... alls for more.\n"
              "amendment = Adopted amends>1: Delete \"more\"  ...  insert \"two\".\n"
              "motion 3 'Fog' = Lost: Conference not ... lls for lamps.\n"},
    {.name = "a list of beginnings",
     .page = "Composite 1: Mugs\nConference notes the mugs and instructs the [...]\n\n"
             "Composite 2: Tea\nConference believes in tea and calls upon [...]\n\n"
             "Composite 3: Fog\nConference welcomes the fog and asks [...]\n",
     .parts = "?"},
    {.name = "sections of which some decide nothing",
     .page = "1. Purpose\nThe union believes that all should be treated alike and resolves to act "
             "upon it.\n\n"
             "2. Scope\nThe policy is for all branches and for the people who work in them.\n\n"
             "3. Complaints\nThe union agrees that a complaint shall be heard by three members.\n\n"
             "4. Review\nThe policy is old and the time for a new one has come and gone.\n",
     .parts = "?"},
};

static void test_headings(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        expect_split(&headings[i]);
}

static void test_fields(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        expect_split(&fields[i]);
}

static void test_sentences(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        expect_split(&sentences[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_headings),
                                       cmocka_unit_test(test_fields),
                                       cmocka_unit_test(test_sentences)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
