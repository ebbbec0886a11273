/* split_recur.c - cutting texts of many motions by what returns in them: nouns over numbers that
 * count up, titles in the line of their text, lines behind the texts, items without a number. */
#include "split_case.h"

static const split_case headings[] = {
    {.name = "a noun and letters, and another noun over the same numbers",
     .page = "MEMBER MOTION A  Mugs\nThat this meeting asks for more mugs.\n\n"
             "MEMBER MOTION B  Tea\nThat this meeting asks for less tea.\n\n"
             "ORDINARY RESOLUTION 1\nThat the society buy two lamps for the hall of each ward.\n\n"
             "SPECIAL RESOLUTION 1\nThat the name of the society be changed to the Lamp Society.\n",
     .parts = "motion A 'Mugs': That this meet ... for more mugs.\n"
              "motion B 'Tea': That this meet ...  for less tea.\n"
              "motion 1: That the socie ...  of each ward.\n"
              "motion 1: That the name  ...  Lamp Society.\n"},
    {.name = "a noun that only this file has over Roman numerals",
     .page = "Item I Mugs\n\nConference notes the mugs and asks for more.\n\n"
             "Item II Tea\n\nConference notes the tea and asks for less.\n\n"
             "Item III Fog\n\nConference notes the fog and asks for lamps.\n",
     .parts = "motion I 'Mugs': Conference not ... asks for more.\n"
              "motion II 'Tea': Conference not ... asks for less.\n"
              "motion III 'Fog': Conference not ... sks for lamps.\n"},
    {.name = "a second number in brackets is part of the first",
     .page = "Resolution 3 (A-30)\nMugs\n\nConference notes the mugs and asks for more.\n\n"
             "Resolution 4 (A-7)\nTea\n\nConference notes the tea and asks for less.\n",
     .parts = "motion 3 (A-30) 'Mugs': Conference not ... asks for more.\n"
              "motion 4 (A-7) 'Tea': Conference not ... asks for less.\n"},
    {.name = "items of sections with numbers of their own",
     .page = "1. Pay\n\n1.1 Mugs\n\nConference notes the mugs and asks for more.\n\n"
             "1.2 Tea\n\nConference notes the tea and asks for less.\n\n"
             "2. Weather\n\n2.1 Fog\n\nConference notes the fog and asks for lamps.\n\n"
             "Amendment to 2.1\nDelete lamps and insert candles.\n",
     .parts = "motion 1.1 'Mugs': Conference not ... asks for more.\n"
              "motion 1.2 'Tea': Conference not ... asks for less.\n"
              "motion 2.1 'Fog' [2. Weather]: Conference not ... sks for lamps.\n"
              "amendment amends>2.1: Delete lamps a ... nsert candles.\n"},
    {.name = "titles in the line of their text",
     .page = "Meeting of the Commons\n\n1. Mugs. Each common lacks mugs. This meeting asks the "
             "court for more.\n\n"
             "2. Tea in the hall. Nobody serves any tea. This meeting asks for some.\n\n"
             "3. Fog. It comes each autumn. This meeting asks the court for lamps.\n",
     .parts = "motion 1 'Mugs': Each common la ... ourt for more.\n"
              "motion 2 'Tea in the hall': Nobody serves  ... asks for some.\n"
              "motion 3 'Fog': It comes each  ... urt for lamps.\n"},
    {.name = "changes to rules that have no number among motions that have",
     .format = POL_FORMAT_MARKDOWN,
     .page = "### Motion 1: Mugs\n\nConference notes the mugs and asks for more.\n\n"
             "### Motion 2: Tea\n\nConference notes the tea and asks for less.\n\n"
             "### Motion 3: Fog\n\nConference notes the fog and asks for lamps.\n\n"
             "### Bye-law on lamps\n\nIn bye-law 4 delete lamps and insert candles.\n\n"
             "### Change to clause 5 (Quorum)\n\nIn clause 5 delete ten and insert nine.\n",
     .parts = "motion 1 'Mugs': Conference not ... asks for more.\n"
              "motion 2 'Tea': Conference not ... asks for less.\n"
              "motion 3 'Fog': Conference not ... sks for lamps.\n"
              "motion 'Bye-law on lamps': In bye-law 4 d ... nsert candles.\n"
              "rule_change 'Change to clause 5 (Quorum)': In clause 5 de ... d insert nine.\n"}};

static const split_case ends[] = {
    {.name = "lines that start alike behind the texts",
     .page =
         "Motion 1: Mugs\n\nConference notes the mugs and asks for more.\n\nReceived 4 March\n\n"
         "Motion 2: Tea\n\nConference notes the tea and asks for less.\n\nReceived 9 March\n\n"
         "Motion 3: Fog\n\nConference notes the fog and asks for lamps.\n\nReceived 2 April\n",
     .parts = "motion 1 'Mugs': Conference not ... asks for more.\n"
              "motion 2 'Tea': Conference not ... asks for less.\n"
              "motion 3 'Fog': Conference not ... sks for lamps.\n"},
    {.name = "names behind the texts",
     .page = "Motion 1: Mugs\n\nConference notes the mugs and asks for more.\n\n\u2014 Leith\n\n"
             "Motion 2: Tea\n\nConference notes the tea and asks for less.\n\n\u2014 Moss\n\n"
             "Motion 3: Fog\n\nConference notes the fog and asks for lamps.\n\n\u2014 Weir\n",
     .parts = "motion 1 'Mugs' by Leith: Conference not ... asks for more.\n"
              "motion 2 'Tea' by Moss: Conference not ... asks for less.\n"
              "motion 3 'Fog' by Weir: Conference not ... sks for lamps.\n"},
    {.name = "a sentence of one text stays",
     .page = "Motion 1: Mugs\n\nConference asks for mugs.\n\nMembers deserve them.\n\n"
             "Motion 2: Tea\n\nConference notes the tea and asks for less.\n\n"
             "Motion 3: Fog\n\nConference notes the fog and asks for lamps.\n",
     .parts = "motion 1 'Mugs': Conference ask ...  deserve them.\n"
              "motion 2 'Tea': Conference not ... asks for less.\n"
              "motion 3 'Fog': Conference not ... sks for lamps.\n"},
    {.name = "what majority is needed",
     .page = "Motion 1: Mugs\n\nConference notes the mugs and asks for more.\n\n"
             "Motion 2: Rule 4\n\nDelete ten and insert nine.\n\n"
             "Requires a two-thirds majority of votes.\n",
     .parts = "motion 1 'Mugs': Conference not ... asks for more.\n"
              "motion 2 'Rule 4': Delete ten and ... d insert nine.\n"},
    {.name = "a verdict on an amendment and on its motion",
     .page = "Motion 1: Mugs\n\nCouncil notes the mugs and resolves to buy more.\n\nPassed\n\n"
             "Motion 2: Tea\n\nCouncil notes the tea and resolves to buy less.\n\n"
             "Amendment to Motion 2\n\nDelete less and insert more.\n\n"
             "Amendment fell. Motion passed: 30 for, 9 against\n",
     .parts =
         "motion 1 'Mugs': Council notes  ... Passed\n"
         "motion 2 'Tea' = Motion passed: 30 for, 9 against: Council notes  ... s to buy less.\n"
         "amendment = fell amends>2: Delete less an ... d insert more.\n"}};

static const split_case composites[] = {
    {.name = "what composites are made of, in several ways",
     .page = "Composite 1: Mugs\nCovers motions 3, 7 and 12\n\nConference asks for mugs.\n\n"
             "Composite 2: Tea\nComposite of M/4 and M/9 (Leith)\n\nConference asks for tea.\n\n"
             "Composite 3: Fog\n[One, Three and Six]\n\nConference asks for lamps.\n\n"
             "Composite 4: Ice\nReplaces motions 15 and 18 to 20\n\nConference asks for salt.\n",
     .parts = "composite Composite 1 'Mugs' composite_of>3 composite_of>7 composite_of>12: "
              "Conference ask ... asks for mugs.\n"
              "composite Composite 2 'Tea' composite_of>M/4 composite_of>M/9: Conference ask ...  "
              "asks for tea.\n"
              "composite Composite 3 'Fog' composite_of>One composite_of>Three composite_of>Six: "
              "Conference ask ... sks for lamps.\n"
              "composite Composite 4 'Ice' composite_of>15 composite_of>18 composite_of>19 "
              "composite_of>20: Conference ask ... asks for salt.\n"}};

static void test_headings(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        expect_split(&headings[i]);
}

static void test_ends(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        expect_split(&ends[i]);
}

static void test_composites(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof composites / sizeof *composites; i++)
        expect_split(&composites[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_headings),
        cmocka_unit_test(test_ends),
        cmocka_unit_test(test_composites),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
