/* split_context.c - cutting texts of many motions: what stands around the items: contents, running
 * heads, sections, statuses, markup. */
#include "split_case.h"

static const split_case cases[] = {
    {.name = "contents, running heads, page numbers",
     .page = "Final agenda\n"
             "\n"
             "Motion 1 Mugs ..... 2\n"
             "Motion 2 Tea ...... 3\n"
             "\n"
             "Page 1\n"
             "\n"
             "Motion 1 Mugs\n"
             "North branch\n"
             "\n"
             "Conference notes the mugs and\n"
             "\n"
             "2031 Conference agenda 2\n"
             "\n"
             "says so.\n"
             "\n"
             "Motion 2 Tea\n"
             "South branch\n"
             "\n"
             "2031 Conference agenda 3\n"
             "\n"
             "Conference notes the tea.\n"
             "\n"
             "2031 Conference agenda 4\n",
     .parts = "motion 1 'Mugs' by North branch: Conference not ... says so.\n"
              "motion 2 'Tea' by South branch: Conference not ... notes the tea.\n"},
    {.name = "headings of sections",
     .page = "Agenda of motions\n"
             "\n"
             "PAY AND PENSIONS\n"
             "\n"
             "Motion 1 Mugs\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "HEALTH AND SAFETY\n"
             "\n"
             "Motion 2 Tea\n"
             "\n"
             "Conference notes the tea.\n"
             "\n"
             "Motion 3 Fog\n"
             "\n"
             "Conference notes the fog.\n",
     .parts = "motion 1 'Mugs' [PAY AND PENSIONS]: Conference not ... otes the mugs.\n"
              "motion 2 'Tea' [HEALTH AND SAFETY]: Conference not ... notes the tea.\n"
              "motion 3 'Fog' [HEALTH AND SAFETY]: Conference not ... notes the fog.\n"},
    {.name = "headings that decide",
     .page = "MOTIONS CARRIED\n"
             "\n"
             "Motion 1 Mugs\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "MOTIONS LOST\n"
             "\n"
             "Motion 2 Tea\n"
             "\n"
             "Conference notes the tea.\n"
             "\n"
             "MOTIONS NOT REACHED\n"
             "\n"
             "Motion 3 Fog\n"
             "\n"
             "Conference notes the fog.\n",
     .parts =
         "motion 1 'Mugs' = CARRIED [MOTIONS CARRIED]: Conference not ... otes the mugs.\n"
         "motion 2 'Tea' = LOST [MOTIONS LOST]: Conference not ... notes the tea.\n"
         "motion 3 'Fog' = NOT REACHED [MOTIONS NOT REACHED]: Conference not ... notes the fog.\n"},
    {.name = "composites agreed are not carried",
     .page = "COMPOSITES AGREED\n"
             "\n"
             "Composite A Mugs\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "Composite B Tea\n"
             "\n"
             "Conference notes the tea.\n",
     .parts = "composite Composite A 'Mugs': Conference not ... otes the mugs.\n"
              "composite Composite B 'Tea': Conference not ... notes the tea.\n"},
    {.name = "what follows the last",
     .page = "1. Mugs\n"
             "North branch\n"
             "\n"
             "Conference notes the mugs and calls for more.\n"
             "\n"
             "2. Tea\n"
             "South branch\n"
             "\n"
             "Conference notes the tea and calls for more.\n"
             "\n"
             "\n"
             "APPENDIX A\n"
             "\n"
             "1. Speakers shall have four minutes.\n"
             "\n"
             "2. The chair shall decide.\n",
     .parts = "motion 1 'Mugs' by North branch: Conference not ... alls for more.\n"
              "motion 2 'Tea' by South branch: Conference not ... alls for more.\n"},
    {.name = "an entry without a text",
     .page = "Motion 1 Mugs\n"
             "North branch\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "Motion 2 Tea - WITHDRAWN\n"
             "\n"
             "Motion 3 Fog\n"
             "South branch\n"
             "\n"
             "Conference notes the fog.\n",
     .parts = "motion 1 'Mugs' by North branch: Conference not ... otes the mugs.\n"
              "motion 3 'Fog' by South branch: Conference not ... notes the fog.\n"},
    {.name = "points inside are no items",
     .page = "1. Mugs (North branch)\n"
             "\n"
             "Conference instructs the committee to:\n"
             "\n"
             "1. buy mugs;\n"
             "\n"
             "2. wash mugs;\n"
             "\n"
             "3. count mugs.\n"
             "\n"
             "2. Tea (South branch)\n"
             "\n"
             "Conference instructs the committee to:\n"
             "\n"
             "1. buy tea;\n"
             "\n"
             "2. brew tea.\n",
     .parts = "motion 1 'Mugs' by North branch: Conference ins ... 3. count mugs.\n"
              "motion 2 'Tea' by South branch: Conference ins ... 2. brew tea.\n"},
    {.name = "stance, status and decision",
     .page = "21. MUGS\n"
             "Moving body: North branch\n"
             "NEC policy: Support\n"
             "Stands\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "22. TEA - CARRIED AS AMENDED\n"
             "South branch\n"
             "\n"
             "Conference notes the tea.\n",
     .parts = "motion 21 'MUGS' by North branch + Support: Conference not ... otes the mugs.\n"
              "motion 22 'TEA' by South branch = CARRIED AS AMENDED: Conference not ... notes the "
              "tea.\n"},
    {.name = "markup: headings",
     .format = POL_FORMAT_HTML,
     .page = "<h1>2031 Conference</h1><h2>Pay</h2><h3>1. Mugs</h3><p>North branch</p><p>Conference "
             "notes the mugs.</p><h3>Motion 2</h3><h4>Tea</h4><p>Conference notes the "
             "tea.</p><p>South branch</p><h2>Notes</h2><p>The hall opens at nine.</p>\n",
     .parts = "motion 1 'Mugs' by North branch [Pay]: Conference not ... otes the mugs.\n"
              "motion 2 'Tea' by South branch [Pay]: Conference not ... notes the tea.\n"},
    {.name = "markup: a table",
     .format = POL_FORMAT_HTML,
     .page =
         "<table><tr><th>No</th><th>Title</th><th>Submitted "
         "by</th><th>Text</th></tr><tr><td>3</td><td>Mugs</td><td>North branch</td><td>Conference "
         "notes the mugs.</td></tr><tr><td>4</td><td>Tea</td><td>South branch</td><td>Conference "
         "notes the tea.</td></tr></table>\n",
     .parts = "motion 3 'Mugs' by North branch: Conference not ... otes the mugs.\n"
              "motion 4 'Tea' by South branch: Conference not ... notes the tea.\n"},
    {.name = "markup: bold lines",
     .format = POL_FORMAT_MARKDOWN,
     .page = "**1. Mugs**\n"
             "\n"
             "_North branch_\n"
             "\n"
             "Conference notes the mugs.\n"
             "\n"
             "**2. Tea**\n"
             "\n"
             "_South branch_\n"
             "\n"
             "Conference notes the tea.\n",
     .parts = "motion 1 'Mugs' by North branch: Conference not ... otes the mugs.\n"
              "motion 2 'Tea' by South branch: Conference not ... notes the tea.\n"},
};

int main(void)
{
    return run_split_cases(cases, sizeof cases / sizeof *cases);
}
