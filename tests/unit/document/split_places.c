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
};

int main(void)
{
    return run_split_cases(cases, sizeof cases / sizeof *cases);
}
