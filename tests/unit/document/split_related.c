/* split_related.c - cutting texts of many motions: amendments, composites and kinds. */
#include "split_case.h"

static const split_case cases[] = {
    {.name = "amendments by number, decided behind",
     .page = "MOTION 1: Mugs\n"
             "Submitted by North branch\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "AMENDMENT 1.1\n"
             "Submitted by Leek branch\n"
             "\n"
             "Delete the mugs.\n"
             "\n"
             "Amendment 1.1: LOST\n"
             "\n"
             "Motion 1: CARRIED\n"
             "\n"
             "MOTION 2: Tea\n"
             "\n"
             "Conference notes the tea.\n"
             "\n"
             "Motion 2: LOST\n",
     .parts = "motion 1 'Mugs' by North branch = CARRIED: Conference not ... otes the mugs.\n"
              "amendment 1.1 by Leek branch = LOST amends>1: Delete the mug ... lete the mugs.\n"
              "motion 2 'Tea' = LOST: Conference not ... notes the tea.\n"},
    {.name = "amendments that name their motion",
     .page = "Motion 1: Mugs\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "Motion 2: Tea\n"
             "\n"
             "Conference notes the tea.\n"
             "\n"
             "AMENDMENTS\n"
             "\n"
             "Amendment 1 to Motion 1\n"
             "\n"
             "Delete the mugs.\n"
             "\n"
             "North branch\n"
             "\n"
             "Amendment 2 to Motion 1\n"
             "\n"
             "Insert a mug.\n"
             "\n"
             "South branch\n",
     .parts =
         "motion 1 'Mugs': Conference not ... otes the mugs.\n"
         "motion 2 'Tea': Conference not ... notes the tea.\n"
         "amendment 1 by North branch [AMENDMENTS] amends>1: Delete the mug ... lete the mugs.\n"
         "amendment 2 by South branch [AMENDMENTS] amends>1: Insert a mug. ... Insert a mug.\n"},
    {.name = "amendments by their mover",
     .page = "Motion 1. Mugs\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "Amendment (Leek branch)\n"
             "\n"
             "Delete the mugs.\n"
             "\n"
             "The amendment was carried.\n"
             "\n"
             "The motion as amended was carried.\n"
             "\n"
             "Motion 2. Tea\n"
             "\n"
             "Conference notes the tea.\n"
             "\n"
             "The motion was lost.\n",
     .parts =
         "motion 1 'Mugs' = The motion as amended was carried: Conference not ... otes the mugs.\n"
         "amendment by Leek branch = carried amends>1: Delete the mug ... lete the mugs.\n"
         "motion 2 'Tea' = The motion was lost: Conference not ... notes the tea.\n"},
    {.name = "1A.1",
     .page = "1A  Mugs\n"
             "    North branch\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "1A.1  Amendment\n"
             "    Leek branch\n"
             "\n"
             "Insert a mug.\n"
             "\n"
             "1B  Tea\n"
             "    South branch\n"
             "\n"
             "Conference notes the tea.\n",
     .parts = "motion 1A 'Mugs' by North branch: Conference not ... otes the mugs.\n"
              "amendment 1A.1 by Leek branch amends>1A: Insert a mug. ... Insert a mug.\n"
              "motion 1B 'Tea' by South branch: Conference not ... notes the tea.\n"},
    {.name = "an amendment on one line",
     .page = "Motion 1: Mugs\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "Amendment 1.1 (Leek branch): Delete the last word.\n"
             "\n"
             "Motion 2: Tea\n"
             "\n"
             "Conference notes the tea.\n",
     .parts = "motion 1 'Mugs': Conference not ... otes the mugs.\n"
              "amendment 1.1 by Leek branch amends>1: Delete the las ... the last word.\n"
              "motion 2 'Tea': Conference not ... notes the tea.\n"},
    {.name = "composites and what they were made of",
     .page = "Composite C - Mugs\n"
             "(Motions 9 and amendment, and 10)\n"
             "Received from: North branch, South branch\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "Composite D - Tea\n"
             "\n"
             "Conference notes the tea.\n"
             "\n"
             "Derived from Motion 22 (Tea and time) and Motion 23 (Tea)\n",
     .parts = "composite Composite C 'Mugs' by North branch by South branch composite_of>9 "
              "composite_of>10: Conference not ... otes the mugs.\n"
              "composite Composite D 'Tea' composite_of>22 composite_of>23: Conference not ... "
              "notes the tea.\n"},
    {.name = "kinds",
     .page = "STATEMENTS\n"
             "\n"
             "Statement 1\n"
             "Fog\n"
             "\n"
             "Conference notes the fog, and that it will be there tomorrow as it was today.\n"
             "\n"
             "MOTIONS\n"
             "\n"
             "Motion 1\n"
             "Mugs\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "EMERGENCY MOTIONS\n"
             "\n"
             "Emergency Motion 1\n"
             "Rain\n"
             "\n"
             "Conference notes the rain.\n"
             "\n"
             "Rule Change 1\n"
             "Size\n"
             "\n"
             "Rule 4: delete \u201Ctwelve\u201D and insert \u201Cten\u201D.\n",
     .parts =
         "statement 1 'Fog': Conference not ...  it was today.\n"
         "motion 1 'Mugs' [MOTIONS]: Conference not ... otes the mugs.\n"
         "emergency 1 'Rain' [EMERGENCY MOTIONS]: Conference not ... otes the rain.\n"
         "rule_change 1 'Size' [EMERGENCY MOTIONS]: Rule 4: delete ... ert \u201Cten\u201D.\n"},
};

int main(void)
{
    return run_split_cases(cases, sizeof cases / sizeof *cases);
}
