/* split_reading.c - what one reading of the whole file cuts, and no rule for a single line. */
#include "tests/unit/document/split_case.h"

static const split_case cases[] = {
    {.name = "a text that starts behind the mover on the number's line",
     .page = "1  Motion by NORTH DIVISION: That this meeting believes that nobody should be the\n"
             "only one on call for more than one house at a time.\n\n"
             "2  Motion by WEST and EAST DIVISION: That this meeting deplores the leasing of the\n"
             "machines, and instructs Council to draw up terms for it.\n\n"
             "3  Motion by SOUTH DIVISION: That this meeting would prefer to be held in places\n"
             "with a direct train, and asks Council to see to it.\n",
     .parts = "motion 1 by NORTH DIVISION: That this meet ... use at a time.\n"
              "motion 2 by WEST and EAST DIVISION: That this meet ...  terms for it.\n"
              "motion 3 by SOUTH DIVISION: That this meet ...  to see to it.\n"},
    {.name = "what stands between a text and the next heading is of neither",
     .page = "Motion 1: Mugs\n\nConference notes the mugs and asks for more of them.\n\n"
             "Rationale: They are few.\n\nMotion 2: Tea\n\n"
             "Conference notes the tea and asks for less of it.\n\nRationale: It is cold.\n\n"
             "Motion 3: Fog\n\nConference notes the fog and asks for lamps in it.\n\n"
             "Rationale: It is thick.\n",
     .parts = "motion 1 'Mugs': Conference not ...  more of them.\n"
              "motion 2 'Tea': Conference not ... or less of it.\n"
              "motion 3 'Fog': Conference not ... r lamps in it.\n"},
    {.name = "titles by what stands at the same place of all headings",
     .format = POL_FORMAT_MARKDOWN,
     .page = "### 09.10 Policy motion\n\n#### F4 Lamps for Piers\n\n*Esk Valley*\n\nConference "
             "notes the piers and asks for forty lamps.\n\n"
             "### 10.00 Policy motion\n\n#### F5 Buses After Dark\n\n*Young Members*\n\nConference "
             "regrets the cuts and calls for more buses.\n\n"
             "### 10.45 Policy motion\n\n#### F6 An Honest Menu\n\n*Wyre and the "
             "Vales*\n\nConference believes in menus and asks that they be true.\n\n"
             "### 11.20 Policy motion\n\n#### F7 Peat and Fire\n\n*Moorland Section*\n\nConference "
             "notes the fires and calls for more water.\n\n"
             "### 14.00 Policy motion\n\n#### F8 Boats that Teach\n\n*Orrdale*\n\nConference "
             "resolves to buy two boats for each school.\n\n",
     .parts =
         "motion F4 'Lamps for Piers' by Esk Valley: Conference not ... r forty lamps.\n"
         "motion F5 'Buses After Dark' by Young Members: Conference reg ... or more buses.\n"
         "motion F6 'An Honest Menu' by Wyre and the Vales: Conference bel ...  they be true.\n"
         "motion F7 'Peat and Fire' by Moorland Section: Conference not ... or more water.\n"
         "motion F8 'Boats that Teach' by Orrdale [14.00 Policy motion]: Conference res ... "
         "r each school.\n"},
    {.name = "a motion's number behind that of the business",
     .page =
         "3. Proposition 1 (from Esk Bowls Club)\nThat the levy for juniors be done away with.\n\n"
         "4. Proposition 2 (from Orr Bowls Club)\nThat matches begin at two on Saturdays.\n\n"
         "5. Proposition 3 (from Wyre Bowls Club)\nThat shirts of any colour be allowed.\n",
     .parts = "motion 1 by Esk Bowls Club: That the levy  ... one away with.\n"
              "motion 2 by Orr Bowls Club: That matches b ...  on Saturdays.\n"
              "motion 3 by Wyre Bowls Club: That shirts of ... ur be allowed.\n"},
    {.name = "one motion in numbered parts stays whole",
     .page =
         "Motion on the depot\n\nSubmitted by North branch\n\n1. Conference notes the depot.\n\n"
         "2. Conference believes it cold.\n\n3. Conference resolves to heat it.\n",
     .parts = ""},
};

int main(void)
{
    return run_split_cases(cases, sizeof cases / sizeof *cases);
}
