/* split_places.c - decisions that stand elsewhere than behind their texts: over the headings, in
 * badges of a page, ticked in boxes. */
#include "split_case.h"

static const split_case cases[] = {
    {.name = "decisions over the headings",
     .page = "CARRIED\n1. Mugs\nNorth Branch\n\nConference notes the mugs and calls for more.\n\n"
             "NOT CARRIED\n2. Tea\nSouth Branch\n\nConference notes the tea and calls for more.\n\n"
             "3. Fog\nEast Branch\n\nConference notes the fog and calls for less.\n\n"
             "CARRIED\n4. Ink\nWest Branch\n\nConference notes the ink and calls for more.\n",
     .parts = "motion 1 'Mugs' by North Branch = CARRIED: Conference not ... alls for more.\n"
              "motion 2 'Tea' by South Branch = NOT CARRIED: Conference not ... alls for more.\n"
              "motion 3 'Fog' by East Branch: Conference not ... alls for less.\n"
              "motion 4 'Ink' by West Branch = CARRIED: Conference not ... alls for more.\n"},
    {.name = "one behind the last text: each is of what is above",
     .page = "1. Mugs\n\nConference notes the mugs and calls for more.\n\nCARRIED\n\n"
             "2. Tea\n\nConference notes the tea and calls for more.\n\nLOST\n\n"
             "3. Fog\n\nConference notes the fog and calls for less.\n\nCARRIED\n",
     .parts = "motion 1 'Mugs': Conference not ... CARRIED\n"
              "motion 2 'Tea': Conference not ... LOST\n"
              "motion 3 'Fog': Conference not ... CARRIED\n"},
    {.name = "badges over the headings of cards",
     .format = POL_FORMAT_HTML,
     .page = "<h1>Motions</h1><p>All of them.</p>"
             "<div class=badge>Carried</div><h2>1. Mugs</h2>"
             "<p>Conference notes the mugs and calls for more.</p>"
             "<div class=badge>Lost</div><h2>2. Tea</h2>"
             "<p>Conference notes the tea and calls for more.</p>"
             "<div class=badge>Carried</div><h2>3. Fog</h2>"
             "<p>Conference notes the fog and calls for less.</p>",
     .parts = "motion 1 'Mugs' = Carried: Conference not ... alls for more.\n"
              "motion 2 'Tea' = Lost: Conference not ... alls for more.\n"
              "motion 3 'Fog' = Carried: Conference not ... alls for less.\n"},
    {.name = "badges behind titles",
     .format = POL_FORMAT_HTML,
     .page = "<h1>Motions</h1><p>All of them.</p>"
             "<p><b>1 Mugs</b> <span class=badge>Carried</span></p>"
             "<p>Conference notes the mugs and calls for more.</p>"
             "<p><b>2 Tea</b> <span class=badge>Lost</span></p>"
             "<p>Conference notes the tea and calls for more.</p>"
             "<p><b>3 Fog</b></p>"
             "<p>Conference notes the fog and calls for less.</p>",
     .parts = "motion 1 'Mugs' = Carried: Conference not ... alls for more.\n"
              "motion 2 'Tea' = Lost: Conference not ... alls for more.\n"
              "motion 3 'Fog': Conference not ... alls for less.\n"},
    {.name = "boxes of which one is ticked",
     .page = "Resolution 1\nMUGS\n\nResolved, that this union calls for more mugs.\n\n"
             "[X] Adopted  [ ] Adopted as Amended  [ ] Defeated\n\n"
             "Resolution 2\nTEA\n\nResolved, that this union calls for more tea.\n\n"
             "[ ] Adopted  [ ] Adopted as Amended  [x] Defeated\n\n"
             "Resolution 3\nFOG\n\nResolved, that this union calls for less fog.\n\n"
             "[ ] Adopted  [ ] Adopted as Amended  [ ] Defeated\n",
     .parts = "motion 1 'MUGS': Resolved, that ... Adopted\n"
              "motion 2 'TEA': Resolved, that ... Defeated\n"
              "motion 3 'FOG': Resolved, that ...  for less fog.\n"},
    {.name = "a line for each box, blanks to write in",
     .page = "Resolution 1\nMUGS\n\nResolved, that this union calls for more mugs.\n\n"
             "\u2610 Adopted\n\u2612 Defeated\n\u2610 Referred\n\n"
             "Resolution 2\nTEA\n\nResolved, that this union calls for more tea.\n\n"
             "Carried ____   Lost _X_   Remitted ____\n\n"
             "Resolution 3\nFOG\n\nResolved, that this union calls for less fog.\n\n"
             "Committee recommends: [X] Adopted  [ ] Defeated  [ ] Referred\n",
     .parts = "motion 1 'MUGS': Resolved, that ... Defeated\n"
              "motion 2 'TEA': Resolved, that ... Lost\n"
              "motion 3 'FOG': Resolved, that ...  for less fog.\n"},
    {.name = "what is carried is to refer the motion back",
     .page =
         "Motion 1\nMugs\n\nThat this Council buy more mugs for all.\n\n"
         "It was moved, seconded and CARRIED that the motion be referred back to the movers.\n\n"
         "Motion 2\nTea\n\nThat this Council buy more tea for all.\n\n"
         "It was moved that the motion be tabled. LOST. The motion was CARRIED.\n\n"
         "Motion 3\nFog\n\nThat this Council buy more lamps for all.\n\n"
         "At 4 p.m. the motion was TABLED to the Spring Council.\n\n"
         "Motion 4\nInk\n\nThat this Council buy more ink for all.\n\n"
         "Amendment carried. Motion as amended carried.\n\n"
         "Motion 5\nIce\n\nThat this Council buy more ice for all.\n\n"
         "It was moved that the motion be tabled. LOST.\n",
     .parts = "motion 1 'Mugs' = referred back: That this Coun ...  mugs for all.\n"
              "motion 2 'Tea' = The motion was CARRIED: That this Coun ... e tea for all.\n"
              "motion 3 'Fog' = deferred: That this Coun ... lamps for all.\n"
              "motion 4 'Ink' = Motion as amended carried: That this Coun ... e ink for all.\n"
              "motion 5 'Ice': That this Coun ... e ice for all.\n"},
    {.name = "numbers that look like times of day",
     .page = "12.01 Mugs for all\n\nThat this Council buy more mugs for all.\n\n"
             "12.02 Tea for all\n\nThat this Council buy more tea for all.\n\n"
             "12.03 Fog and lamps\n\nThat this Council buy more lamps for all.\n\n"
             "12.04 Ink and pens\n\nThat this Council buy more ink for all.\n",
     .parts = "motion 12.01 'Mugs for all': That this Coun ...  mugs for all.\n"
              "motion 12.02 'Tea for all': That this Coun ... e tea for all.\n"
              "motion 12.03 'Fog and lamps': That this Coun ... lamps for all.\n"
              "motion 12.04 'Ink and pens': That this Coun ... e ink for all.\n"},
    {.name = "a date before the number, surnames behind it",
     .page = "Motion 29.11.03 (Reyes/Moore): Be it resolved that Council buy more mugs.\n"
             "CARRIED (38-2-1).\n\n"
             "Motion 29.11.04 (Reyes/Hill): Be it resolved that Council buy more tea.\n"
             "DEFEATED (12-27-2).\n\n"
             "Motion 29.11.05 (Moore/Hill): Be it resolved that Council buy more lamps.\n"
             "CARRIED.\n",
     .parts = "motion 29.11.03 (Reyes/Moore) = CARRIED: Be it resolved ... buy more mugs.\n"
              "motion 29.11.04 (Reyes/Hill) = DEFEATED: Be it resolved ...  buy more tea.\n"
              "motion 29.11.05 (Moore/Hill) = CARRIED: Be it resolved ... uy more lamps.\n"},
    {.name = "several decisions, and nothing that tells the texts apart",
     .page = "Council notes the mugs and calls for more.\nCARRIED (38-2-1).\n\n"
             "Council notes the tea and calls for more.\nDEFEATED (12-27-2).\n\n"
             "Council notes the fog and calls for less.\nCARRIED.\n",
     .parts = "?"},
    {.name = "who gives notice, and how it is said",
     .page = "1. Mugs\nThe Synod of Teme gives notice that it will move:\n"
             "That this Assembly buy more mugs for all.\n\n"
             "2. Tea\nThe Synod of Lune: I beg to move:\n"
             "That this Assembly buy more tea for all.\n\n"
             "3. Fog\nThe Synod of Wyre begs leave to move:\n"
             "That this Assembly buy more lamps for all.\n",
     .parts = "motion 1 'Mugs' by Synod of Teme: That this Asse ...  mugs for all.\n"
              "motion 2 'Tea' by Synod of Lune: That this Asse ... e tea for all.\n"
              "motion 3 'Fog' by Synod of Wyre: That this Asse ... lamps for all.\n"},
    {.name = "headings over several items each",
     .page =
         "CIVIC WORKERS\nCONFERENCE 2033\n\n"
         "CARRIED\n\n1. Mugs (North Branch)\n\nConference notes the mugs and calls for more.\n\n"
         "2. Tea (South Branch)\n\nConference notes the tea and calls for more.\n\n"
         "LOST\n\n3. Fog (East Branch)\n\nConference notes the fog and calls for less.\n\n"
         "4. Ink (West Branch)\n\nConference notes the ink and calls for more.\n",
     .parts =
         "motion 1 'Mugs' by North Branch = CARRIED [CARRIED]: Conference not ... alls for more.\n"
         "motion 2 'Tea' by South Branch = CARRIED [CARRIED]: Conference not ... alls for more.\n"
         "motion 3 'Fog' by East Branch = LOST [LOST]: Conference not ... alls for less.\n"
         "motion 4 'Ink' by West Branch = LOST [LOST]: Conference not ... alls for more.\n"},
};

int main(void)
{
    return run_split_cases(cases, sizeof cases / sizeof *cases);
}
