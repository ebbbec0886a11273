/* split_headings.c - cutting texts of many motions: the styles of headings. */
#include "split_case.h"

static const split_case cases[] = {
    {.name = "number, title, dash, mover",
     .page = "16 Mugs for all - North branch\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "Conference calls for more of them.\n"
             "\n"
             "CARRIED\n"
             "\n"
             "17 Tea - South Fell Region\n"
             "\n"
             "Conference notes the tea.\n"
             "\n"
             "Conference calls for more of it.\n"
             "\n"
             "LOST\n",
     .parts = "motion 16 'Mugs for all' by North branch: Conference not ... CARRIED\n"
              "motion 17 'Tea' by South Fell Region: Conference not ... LOST\n"},
    {.name = "number and mover only",
     .page = "42. Council\n"
             "\n"
             "\u201CThat this AGM notes the fog and resolves to wait.\u201D\n"
             "\n"
             "43. Leek branch\n"
             "\n"
             "\u201CThat this AGM deplores the rain and resolves to go.\u201D\n",
     .parts = "motion 42 by Council: \u201CThat this A ... es to wait.\u201D\n"
              "motion 43 by Leek branch: \u201CThat this A ... lves to go.\u201D\n"},
    {.name = "capitals, mover under the text",
     .page = "01 MUGS FOR ALL\n"
             "\n"
             "Conference notes the mugs and calls for more.\n"
             "\n"
             "North branch\n"
             "\n"
             "02 TEA\n"
             "\n"
             "Conference notes the tea and calls for more.\n"
             "\n"
             "South branch\n",
     .parts = "motion 01 'MUGS FOR ALL' by North branch: Conference not ... alls for more.\n"
              "motion 02 'TEA' by South branch: Conference not ... alls for more.\n"},
    {.name = "noun, title and mover on lines of their own",
     .page = "Motion 1\n"
             "Mugs for all\n"
             "North branch\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "Motion 2\n"
             "Tea\n"
             "South branch\n"
             "\n"
             "Conference notes the tea.\n",
     .parts = "motion 1 'Mugs for all' by North branch: Conference not ... otes the mugs.\n"
              "motion 2 'Tea' by South branch: Conference not ... notes the tea.\n"},
    {.name = "a title over two lines",
     .page = "Motion 7: Mugs for all who work where there is no mug to be had in\n"
             "the morning\n"
             "North branch\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "Motion 8: Tea\n"
             "South branch\n"
             "\n"
             "Conference notes the tea.\n",
     .parts = "motion 7 'Mugs for all who work where there is no mug to be had in the morning' by "
              "North branch: Conference not ... otes the mugs.\n"
              "motion 8 'Tea' by South branch: Conference not ... notes the tea.\n"},
    {.name = "letters before the numbers",
     .page = "HE21 Mugs\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "HE22 Tea\n"
             "\n"
             "Conference notes the tea.\n"
             "\n"
             "EMERGENCY MOTIONS\n"
             "\n"
             "EM1 Fog\n"
             "\n"
             "Conference notes the fog.\n",
     .parts = "motion HE21 'Mugs': Conference not ... otes the mugs.\n"
              "motion HE22 'Tea': Conference not ... notes the tea.\n"
              "emergency EM1 'Fog' [EMERGENCY MOTIONS]: Conference not ... notes the fog.\n"},
    {.name = "a local's own number",
     .page = "73) Local 9 \u2013 Resolution 7\n"
             "\n"
             "Mugs\n"
             "\n"
             "BE IT RESOLVED that there be mugs.\n"
             "\n"
             "74) Local 12 \u2013 Resolution 2\n"
             "\n"
             "Tea\n"
             "\n"
             "BE IT RESOLVED that there be tea.\n",
     .parts = "motion 73 'Mugs' by Local 9: BE IT RESOLVED ... there be mugs.\n"
              "motion 74 'Tea' by Local 12: BE IT RESOLVED ...  there be tea.\n"},
    {.name = "the title over the number",
     .page = "Mugs\n"
             "Motion no\n"
             "5\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "Adopted\n"
             "\n"
             "Tea\n"
             "Motion no\n"
             "6\n"
             "\n"
             "Conference notes the tea.\n"
             "\n"
             "Rejected\n",
     .parts = "motion 5 'Mugs': Conference not ... Adopted\n"
              "motion 6 'Tea': Conference not ... Rejected\n"},
    {.name = "the number behind the title",
     .page = "Mugs for all (Motion 4)\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "Tea (Motion 9)\n"
             "\n"
             "Conference notes the tea.\n",
     .parts = "motion 4 'Mugs for all': Conference not ... otes the mugs.\n"
              "motion 9 'Tea': Conference not ... notes the tea.\n"},
    {.name = "the mover first",
     .page = "1. North branch: Mugs\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "2. South branch: Tea\n"
             "\n"
             "Conference notes the tea.\n",
     .parts = "motion 1 'Mugs' by North branch: Conference not ... otes the mugs.\n"
              "motion 2 'Tea' by South branch: Conference not ... notes the tea.\n"},
    {.name = "the text on the heading's line",
     .page = "Motion 1: That this AGM notes the mugs and resolves to buy more.\n"
             "\n"
             "Proposed by North branch\n"
             "\n"
             "Motion 2: That this AGM notes the tea and resolves to brew it.\n"
             "\n"
             "Proposed by South branch\n",
     .parts = "motion 1 by North branch: That this AGM  ... s to buy more.\n"
              "motion 2 by South branch: That this AGM  ... es to brew it.\n"},
    {.name = "number words and letters",
     .page = "Motion One \u2013 Mugs\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "Motion Two \u2013 Tea\n"
             "\n"
             "Conference notes the tea.\n",
     .parts = "motion One 'Mugs': Conference not ... otes the mugs.\n"
              "motion Two 'Tea': Conference not ... notes the tea.\n"},
    {.name = "sections that count from 1 again",
     .page = "Agenda\n"
             "\n"
             "PAY\n"
             "\n"
             "1. Mugs (North branch)\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "2. Tea (South branch)\n"
             "\n"
             "Conference notes the tea.\n"
             "\n"
             "HEALTH\n"
             "\n"
             "1. Fog (North branch)\n"
             "\n"
             "Conference notes the fog.\n",
     .parts = "motion 1 'Mugs' by North branch [PAY]: Conference not ... otes the mugs.\n"
              "motion 2 'Tea' by South branch [PAY]: Conference not ... notes the tea.\n"
              "motion 1 'Fog' by North branch [HEALTH]: Conference not ... notes the fog.\n"},
    {.name = "in the order of debate",
     .page = "MOTION 12\n"
             "MUGS\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "MOTION 5\n"
             "TEA\n"
             "\n"
             "Conference notes the tea.\n"
             "\n"
             "MOTION 33\n"
             "FOG\n"
             "\n"
             "Conference notes the fog.\n",
     .parts = "motion 12 'MUGS': Conference not ... otes the mugs.\n"
              "motion 5 'TEA': Conference not ... notes the tea.\n"
              "motion 33 'FOG': Conference not ... notes the fog.\n"},
    {.name = "titles alone",
     .page = "MUGS FOR ALL\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "Conference calls for more.\n"
             "\n"
             "North branch\n"
             "\n"
             "TEA FOR ALL\n"
             "\n"
             "Conference notes the tea.\n"
             "\n"
             "Conference calls for more.\n"
             "\n"
             "South branch\n",
     .parts = "motion 'MUGS FOR ALL' by North branch: Conference not ... alls for more.\n"
              "motion 'TEA FOR ALL' by South branch: Conference not ... alls for more.\n"},
    {.name = "titles right over their movers",
     .page = "Resolutions\n"
             "\n"
             "Mugs for all\n"
             "Proposed by North branch\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "Conference calls for more.\n"
             "\n"
             "Tea for all\n"
             "Proposed by South branch\n"
             "\n"
             "Conference notes the tea.\n"
             "\n"
             "Conference calls for more.\n",
     .parts = "motion 'Mugs for all' by North branch: Conference not ... alls for more.\n"
              "motion 'Tea for all' by South branch: Conference not ... alls for more.\n"},
    {.name = "votes behind the text",
     .page = "1. Motion from North branch: Mugs\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "For: 40 Against: 12\n"
             "\n"
             "CARRIED\n"
             "\n"
             "2. Motion from South branch: Tea\n"
             "\n"
             "Conference notes the tea.\n"
             "\n"
             "For: 4 Against: 12\n"
             "\n"
             "LOST\n",
     .parts = "motion 1 'Mugs' by North branch: Conference not ... CARRIED\n"
              "motion 2 'Tea' by South branch: Conference not ... LOST\n"},
    {.name = "codes of two letters that count together, the text on their line",
     .page = "A1 This conference notes the mugs and instructs the executive to buy more.\n"
             "North branch\n"
             "\n"
             "B2 That this conference agrees to drink tea in the mugs of motion A1 at noon.\n"
             "South branch\n"
             "\n"
             "A3 Conference deplores the fog and calls on the executive to oppose it.\n"
             "East branch\n",
     .parts = "motion A1 by North branch: This conferenc ... e to buy more.\n"
              "motion B2 by South branch: That this conf ... on A1 at noon.\n"
              "motion A3 by East branch: Conference dep ...  to oppose it.\n"},
    {.name = "numbers alone, right over the texts",
     .page = "1\n"
             "Conference notes the mugs and instructs the executive to buy more.\n"
             "North branch\n"
             "\n"
             "2\n"
             "Conference notes the tea and instructs the executive to pour it.\n"
             "South branch\n"
             "\n"
             "3\n"
             "Conference notes the fog and instructs the executive to oppose it.\n"
             "East branch\n"
             "\n"
             "4\n"
             "Conference notes the rain and instructs the executive to wait.\n"
             "West branch\n",
     .parts = "motion 1 by North branch: Conference not ... e to buy more.\n"
              "motion 2 by South branch: Conference not ... ve to pour it.\n"
              "motion 3 by East branch: Conference not ...  to oppose it.\n"
              "motion 4 by West branch: Conference not ... utive to wait.\n"},
    {.name = "titles behind Re",
     .page = "RESOLUTION NO. 1\n"
             "Submitted by North branch\n"
             "Re: Mugs for all\n"
             "\n"
             "WHEREAS the mugs are few;\n"
             "\n"
             "BE IT RESOLVED that there be more.\n"
             "\n"
             "RESOLUTION NO. 2\n"
             "Submitted by South branch\n"
             "Re: Tea\n"
             "\n"
             "WHEREAS the tea is cold;\n"
             "\n"
             "BE IT RESOLVED that it be hot.\n",
     .parts = "motion 1 'Mugs for all' by North branch: WHEREAS the mu ... there be more.\n"
              "motion 2 'Tea' by South branch: WHEREAS the te ... hat it be hot.\n"},
    {.name = "a title that names what may become of motions",
     .page = "F1 Standing Orders: Reference Back\n"
             "\n"
             "Conference resolves to change its order.\n"
             "\n"
             "F2 Tea\n"
             "\n"
             "Conference resolves to drink it.\n",
     .parts = "motion F1 'Standing Orders: Reference Back': Conference res ... nge its order.\n"
              "motion F2 'Tea': Conference res ... s to drink it.\n"},
    {.name = "the result of an amendment that is told behind the text",
     .format = POL_FORMAT_MARKDOWN,
     .page = "**Motion 1 - Mugs**\n"
             "\n"
             "The branch agrees to give four mugs to the club.\n"
             "\n"
             "*Amendment:* replace \"four\" by \"five\". Carried, 21 to 19.\n"
             "\n"
             "Motion 1 was then carried as amended.\n"
             "\n"
             "**Motion 2 - Tea**\n"
             "\n"
             "The branch agrees to drink more of it.\n"
             "\n"
             "Lost, 3 to 9.\n",
     .parts = "motion 1 'Mugs' = Motion 1 was then carried as amended: The branch agr ... s to the "
              "club.\n"
              "amendment = Carried, 21 to 19 amends>1: replace \"four\" ... ur\" by \"five\".\n"
              "motion 2 'Tea' = Lost, 3 to 9: The branch agr ... nk more of it.\n"},
    {.name = "the result of an amendment on the line of its text",
     .page = "Motion 1 - Mugs\n"
             "\n"
             "The branch agrees to give four mugs to the club.\n"
             "\n"
             "Amendment: replace \"four\" by \"five\". Carried, 21 to 19.\n"
             "\n"
             "Motion 1 was then carried as amended.\n"
             "\n"
             "Motion 2 - Tea\n"
             "\n"
             "The branch agrees to drink more of it.\n"
             "\n"
             "Lost, 3 to 9.\n",
     .parts = "motion 1 'Mugs' = Motion 1 was then carried as amended: The branch agr ... s to the "
              "club.\n"
              "amendment = Carried, 21 to 19 amends>1: replace \"four\" ... ur\" by \"five\".\n"
              "motion 2 'Tea' = Lost, 3 to 9: The branch agr ... nk more of it.\n"},
    {.name = "people who move",
     .page = "1. Mugs for all - Ada Lind\n"
             "\n"
             "Conference notes the mugs and calls for more.\n"
             "\n"
             "2. Tea - Owen Marsh\n"
             "\n"
             "Conference notes the tea and calls for more.\n"
             "\n"
             "3. Fog - Bela Konrad\n"
             "\n"
             "Conference notes the fog.\n"
             "\n"
             "Conference calls for less.\n",
     .parts = "motion 1 'Mugs for all' (Ada Lind): Conference not ... alls for more.\n"
              "motion 2 'Tea' (Owen Marsh): Conference not ... alls for more.\n"
              "motion 3 'Fog' (Bela Konrad): Conference not ... alls for less.\n"},
};

int main(void)
{
    return run_split_cases(cases, sizeof cases / sizeof *cases);
}
