/* split_marks.c - what became of items by letters of a paper's own key, labels amid a line,
 * headings in two lines; numbers behind the agenda's own, and in front of titles. */
#include "split_case.h"

static const split_case cases[] = {
    {.name = "letters of a key in the margin",
     .page = "Key to the letters in the margin:\n"
             "C = carried    CA = carried as amended    L = lost\n"
             "\n"
             "C   1.  Mugs\n"
             "        Conference notes the mugs and calls for more.\n"
             "\n"
             "L   2.  Tea\n"
             "        Conference notes the tea and calls for more.\n"
             "\n"
             "CA  3.  Fog\n"
             "        Conference notes the fog and calls for less.\n",
     .parts = "motion 1 'Mugs' = carried: Conference not ... alls for more.\n"
              "motion 2 'Tea' = lost: Conference not ... alls for more.\n"
              "motion 3 'Fog' = carried as amended: Conference not ... alls for less.\n"},
    {.name = "letters that no key explains are no decisions",
     .page = "C   1.  Mugs\n"
             "        Conference notes the mugs and calls for more.\n"
             "\n"
             "L   2.  Tea\n"
             "        Conference notes the tea and calls for more.\n",
     .parts = ""},
    {.name = "a label amid a line",
     .format = POL_FORMAT_MARKDOWN,
     .page = "## M-1 Mugs\n\n> **Brought by** North Branch\n> **Outcome** Approved (For 20 / "
             "Against 9)\n"
             "\nThis Council resolves to buy mugs.\n\n"
             "## M-2 Tea\n\n> **Brought by** South Branch\n> **Outcome** Rejected (For 7 / Against "
             "30)\n"
             "\nThis Council resolves to buy tea.\n\n"
             "## M-3 Fog\n\n> **Brought by** East Branch\n> **Outcome** Withdrawn by the proposer\n"
             "\nThis Council resolves to buy lamps.\n",
     .parts =
         "motion M-1 'Mugs' by North Branch = Approved: This Council r ... s to buy mugs.\n"
         "motion M-2 'Tea' by South Branch = Rejected: This Council r ... es to buy tea.\n"
         "motion M-3 'Fog' by East Branch = Withdrawn by the proposer: This Council r ...  to buy "
         "lamps.\n"},
    {.name = "a part's heading in two lines",
     .page = "Part 1\n"
             "Resolutions carried\n"
             "\n"
             "1 Mugs\n"
             "Conference notes the mugs and calls for more.\n"
             "\n"
             "Mover: North branch\n"
             "\n"
             "Part 2\n"
             "Motions lost\n"
             "\n"
             "2 Tea\n"
             "Conference notes the tea and calls for more.\n"
             "\n"
             "Mover: South branch\n",
     .parts = "motion 1 'Mugs' by North branch = carried [Resolutions carried]: Conference not ... "
              "alls for "
              "more.\n"
              "motion 2 'Tea' by South branch = lost [Motions lost]: Conference not ... alls for "
              "more.\n"},
    {.name = "the agenda's own number before the remit's",
     .page = "3.1 Remit 1 - Mugs\n"
             "\n"
             "Conference notes the mugs and calls for more.\n"
             "\n"
             "CARRIED\n"
             "\n"
             "3.2 Remit 2 - Tea\n"
             "\n"
             "Conference notes the tea and calls for more.\n"
             "\n"
             "LOST\n",
     .parts = "motion 1 'Mugs': Conference not ... CARRIED\n"
              "motion 2 'Tea': Conference not ... LOST\n"},
    {.name = "a list of what was ruled out behind the last",
     .page = "E1 Mugs\n"
             "\n"
             "Conference notes the mugs and calls for more.\n"
             "\n"
             "E2 Tea\n"
             "\n"
             "Conference notes the tea and calls for more.\n"
             "\n"
             "RULED OUT OF ORDER\n"
             "\n"
             "E3 Price of beer\n"
             "E4 Remarks of the Mayor\n",
     .parts = "emergency E1 'Mugs': Conference not ... alls for more.\n"
              "emergency E2 'Tea': Conference not ... alls for more.\n"},
    {.name = "a table whose cells hold lists",
     .format = POL_FORMAT_HTML,
     .page = "<table><tr><th>No.</th><th>Motion</th><th>Body</th></tr>"
             "<tr><td>1</td><td>Conference notes the mugs and instructs the NEC to:<ol><li>buy "
             "more;</li><li>wash them.</li></ol></td><td>North Branch</td></tr>"
             "<tr><td>2</td><td>Conference notes the tea and calls for more.</td><td>South "
             "Branch</td></tr></table>\n",
     .parts = "motion 1 by North Branch: Conference not ... wash them.\n"
              "motion 2 by South Branch: Conference not ... alls for more.\n"},
    {.name = "letters behind titles that are of no title",
     .page = "1. Staffing at night (R)\n\nConference calls for staffing at night.\n\n"
             "2. Uniforms that fit (R)\n\nConference calls for uniforms that fit.\n\n"
             "3. Nurses in prisons (MfD)\n\nConference calls for nurses in prisons.\n\n"
             "4. Heat in homes (MfD)\n\nConference calls for less heat in homes.\n",
     .parts = "motion 1 'Staffing at night': Conference cal ... fing at night.\n"
              "motion 2 'Uniforms that fit': Conference cal ... orms that fit.\n"
              "motion 3 'Nurses in prisons': Conference cal ... es in prisons.\n"
              "motion 4 'Heat in homes': Conference cal ... heat in homes.\n"},
};

int main(void)
{
    return run_split_cases(cases, sizeof cases / sizeof *cases);
}
