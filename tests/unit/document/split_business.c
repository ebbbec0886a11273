/* split_business.c - cutting papers of meetings, whose motions stand among other business: what
 * ends an item without being one, who moves, what a composite was made of. */
#include "split_case.h"

static const split_case business[] = {
    {.name = "business that is numbered like the motions ends the one above",
     .page = "4. MUGS\n\nConference notes the mugs and asks for more.\n\nProposed: North branch\n\n"
             "5. Presentation of the long service cups\n\n"
             "6. TEA\n\nConference notes the tea and asks for less.\n\nProposed: South branch\n\n"
             "7. FOG\n\nConference notes the fog and asks for lamps.\n\nProposed: East branch\n\n"
             "8. Vote of thanks\n",
     .parts = "motion 4 'MUGS' by North branch: Conference not ... asks for more.\n"
              "motion 6 'TEA' by South branch: Conference not ... asks for less.\n"
              "motion 7 'FOG' by East branch: Conference not ... sks for lamps.\n"},
    {.name = "business under headings among which lettered motions stand",
     .format = POL_FORMAT_MARKDOWN,
     .page = "## 1. Welcome\n\nThe Chair opened the window at ten past two.\n\n## 2. Motions\n\n"
             "### EM1 Mugs\n\nConference notes the mugs and asks for more.\n\n"
             "Outcome: passed, 43-0-1.\n\n"
             "### EM2 Tea\n\nConference resolves to drink less tea.\n\n"
             "Outcome: remitted to the Executive, the case being before a court.\n\n"
             "## 3. Close\n\nThe Chair shut the window again at four.\n",
     .parts =
         "emergency EM1 'Mugs' = passed: Conference not ... asks for more.\n"
         "emergency EM2 'Tea' = remitted to the Executive: Conference res ... rink less tea.\n"},
    {.name = "sections that count in Roman numerals",
     .page = "I.  EMERGENCY MOTIONS\n\nEmergency Motion 1: Mugs\n\nConference notes the mugs and "
             "asks for more.\n\nEmergency Motion 2: Tea\n\nConference notes the tea and asks for "
             "less.\n\nII.  MOTION NOT ADMITTED\n\nEmergency Motion 3: Fog, not being urgent\n\n"
             "III.  CORRECTIONS\n\nPage 9, Motion 12, for lamb read lamp, as the branch wrote.\n",
     .parts = "emergency 1 'Mugs': Conference not ... asks for more.\n"
              "emergency 2 'Tea': Conference not ... asks for less.\n"},
    {.name = "what was advised and what was done in one paragraph",
     .page = "RESOLUTION 1: Mugs\n\nRESOLVED, That the mugs be counted.\n\n"
             "Committee recommends adoption. ADOPTED.\n\n"
             "RESOLUTION 2: Tea\n\nRESOLVED, That the tea be left alone.\n\n"
             "Committee recommends non-adoption. DEFEATED, 44-102.\n",
     .parts = "motion 1 'Mugs' = ADOPTED: RESOLVED, That ... gs be counted.\n"
              "motion 2 'Tea' = DEFEATED: RESOLVED, That ... be left alone.\n"}};

static const split_case movers[] = {
    {.name = "names that the others behind their label tell to be bodies",
     .page = "1. Mugs\nMoved by Retired Sextons\n\nConference notes the mugs and asks for more.\n\n"
             "2. Tea\nMoved by South Branch\n\nConference notes the tea and asks for less.\n\n"
             "3. Fog\nMoved by East Branch\n\nConference notes the fog and asks for lamps.\n",
     .parts = "motion 1 'Mugs' by Retired Sextons: Conference not ... asks for more.\n"
              "motion 2 'Tea' by South Branch: Conference not ... asks for less.\n"
              "motion 3 'Fog' by East Branch: Conference not ... sks for lamps.\n"},
    {.name = "lines with people are left to the recogniser",
     .page = "1. Mugs\nMoved by Tanner Hollow\n\nConference notes the mugs and asks for more.\n\n"
             "2. Tea\nMoved by Mr Jack Reed\n\nConference notes the tea and asks for less.\n\n"
             "3. Fog\nMoved by East Branch\n\nConference notes the fog and asks for lamps.\n",
     .parts = "motion 1 'Mugs': Moved by Tanne ... asks for more.\n"
              "motion 2 'Tea': Moved by Mr Ja ... asks for less.\n"
              "motion 3 'Fog' by East Branch: Conference not ... sks for lamps.\n"}};

static const split_case sources[] = {
    {.name = "a composite's motions one to a line, behind a label and between names",
     .page = "Composite 1: Mugs\n\nMotion 4 - Ashby branch\nMotion 8 - Upton branch\n\n"
             "Conference notes the mugs and asks for more.\n\n"
             "Composite 2: Tea\n\nMade up of:\n5 Hatch branch\n9 Stone branch\n\n"
             "Conference notes the tea and asks for less.\n\n"
             "Composite 3: Fog\nAshby (3), Upton (7)\n\n"
             "Conference notes the fog and asks for lamps.\n",
     .parts = "composite Composite 1 'Mugs' composite_of>4 composite_of>8: Conference not ... asks "
              "for more.\n"
              "composite Composite 2 'Tea' composite_of>5 composite_of>9: Conference not ... asks "
              "for less.\n"
              "composite Composite 3 'Fog' composite_of>3 composite_of>7: Conference not ... sks "
              "for lamps.\n"},
    {.name = "an order paper with times in its margin",
     .page = "10.00  1. Prayers\n\n10.15  2. Mugs\n\n       The Deanery of Clun to move:\n\n"
             "       'That this Synod ask for more mugs in every hall.'\n\n"
             "10.40  3. Questions\n\n11.00  4. Tea\n\n       The Deanery of Leam to move:\n\n"
             "       'That this Synod ask for less tea in every hall.'\n\n12.00  5. Luncheon\n",
     .parts = "motion 2 'Mugs' by Deanery of Clun: 'That this Syn ... n every hall.'\n"
              "motion 4 'Tea' by Deanery of Leam: 'That this Syn ... n every hall.'\n"}};

static void test_business(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof business / sizeof *business; i++)
        expect_split(&business[i]);
}

static void test_movers(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof movers / sizeof *movers; i++)
        expect_split(&movers[i]);
}

static void test_sources(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        expect_split(&sources[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_business),
        cmocka_unit_test(test_movers),
        cmocka_unit_test(test_sources),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
