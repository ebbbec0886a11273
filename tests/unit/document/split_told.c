/* split_told.c - decisions that sentences behind the texts tell, and nothing else. */
#include "split_case.h"

static const split_case cases[] = {
    {.name = "in words that are no line of a decision",
     .page = "4.1 Mugs\nMover: North branch\nThis meeting asks for more mugs in each hall.\n"
             "The motion was put to the vote and was carried nem con.\n\n"
             "4.2 Tea\nMover: South branch\nThis meeting asks for less tea.\n"
             "After some words from the secretary, North branch agreed to remit.\n\n"
             "4.3 Fog\nMover: East branch\nThis meeting asks for lamps in the yard.\n"
             "The meeting resolved to refer the motion back to the Works Committee.\n\n"
             "4.4 Carts\nMover: West branch\nThis meeting asks for carts.\n"
             "Deferred to the July meeting as the mover had been called back to the yard.\n",
     .parts =
         "motion 4.1 'Mugs' by North branch = Motion was put to the vote and was carried nem con: "
         "This meeting a ...  in each hall.\n"
         "motion 4.2 'Tea' by South branch = remitted: This meeting a ...  for less tea.\n"
         "motion 4.3 'Fog' by East branch = referred back: This meeting a ... s in the yard.\n"
         "motion 4.4 'Carts' by West branch = deferred: This meeting a ... sks for carts.\n"},
    {.name = "of an amended motion, behind its amendment",
     .page = "Motion 1: Mugs\n\nConference notes the mugs and asks for more.\n\n"
             "Amendment from North branch\n\nDelete \"more\" and insert \"fewer\".\n\n"
             "Amendment carried. Motion as amended carried, nobody against.\n\n"
             "Motion 2: Tea\n\nConference notes the tea and asks for less.\n\n"
             "The motion fell: 19 for, 33 against, 6 abstaining.\n",
     .parts = "motion 1 'Mugs' = carried as amended: Conference not ... asks for more.\n"
              "amendment by North branch = carried amends>1: Delete \"more\"  ... nsert "
              "\"fewer\".\n"
              "motion 2 'Tea' = The motion fell: 19 for, 33 against, 6 abstaining: Conference not "
              "... asks for less.\n"},
    {.name = "of another motion, and of what was advised",
     .page = "Motion 1: Mugs\n\nConference notes the mugs and asks for more.\n\nCARRIED\n\n"
             "Motion 2: Tea\n\nConference notes the tea and asks for less.\n\n"
             "Motion 15 has been withdrawn by East branch.\n\n"
             "Motion 3: Fog\n\nConference notes the fog and asks for lamps.\n\n"
             "The committee's recommendation was adopted.\n",
     .parts = "motion 1 'Mugs': Conference not ... CARRIED\n"
              "motion 2 'Tea': Conference not ... asks for less.\n"
              "motion 3 'Fog': Conference not ... sks for lamps.\n"},
    {.name = "behind an item of the same numbers that has no text",
     .page = "4.1 MOVED by North Lodge:\nBE IT RESOLVED that mugs be bought for each hall.\n"
             "CARRIED.\n\n"
             "4.2 MOVED by South Lodge:\nBE IT RESOLVED that tea be bought for each hall.\n\n"
             "4.3 Fog. REFERRED BACK to East Lodge for the names of the yards.\n\n"
             "4.4 MOVED by West Lodge:\nBE IT RESOLVED that carts be bought for each hall.\n"
             "LOST.\n",
     .parts = "motion 4.1 by North Lodge = CARRIED: BE IT RESOLVED ... for each hall.\n"
              "motion 4.2 by South Lodge: BE IT RESOLVED ... for each hall.\n"
              "motion 4.4 by West Lodge = LOST: BE IT RESOLVED ... for each hall.\n"},
};

int main(void)
{
    return run_split_cases(cases, sizeof cases / sizeof *cases);
}
