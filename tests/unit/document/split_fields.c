/* split_fields.c - cutting texts of many motions: tables, labels, results and last lines, which
 * are no part of any text. */
#include "split_case.h"

static const split_case cases[] = {
    {.name = "a motion a row",
     .format = POL_FORMAT_HTML,
     .page = "<table><tr><th>No.</th><th>Title</th><th>Text</th><th>From</th><th>EC view</th>"
             "<th>Status</th></tr>"
             "<tr><td>1</td><td>MUGS</td><td>Conference notes the mugs and calls for more.</td>"
             "<td>Pilots' section</td><td>Support</td><td>Stands</td></tr>"
             "<tr><td>1.1</td><td>Amendment to 1</td><td>Delete \"more\" from it.</td>"
             "<td>Weir branch</td><td>Oppose</td><td>Accepted</td></tr>"
             "<tr><td>2</td><td>TEA</td><td>Conference notes the tea and calls for less.</td>"
             "<td>Moss branch</td><td>Remit</td><td>Withdrawn</td></tr></table>"
             "<p>Motions 3 and 4 were sent back to those who wrote them.</p>",
     .parts =
         "motion 1 'MUGS' by Pilots' section + Support: Conference not ... alls for more.\n"
         "amendment 1.1 by Weir branch + Oppose amends>1: Delete \"more\"  ... more\" from it.\n"
         "motion 2 'TEA' by Moss branch = Withdrawn + Remit: Conference not ... alls for less.\n"},
    {.name = "a table a motion",
     .format = POL_FORMAT_HTML,
     .page = "<table><tr><td>Number</td><td>20</td></tr><tr><td>Title</td><td>Mugs</td></tr>"
             "<tr><td>Put by</td><td>Weir branch</td></tr>"
             "<tr><td>Text</td><td>Congress notes the mugs and calls for more.</td></tr>"
             "<tr><td>Decision</td><td>Carried</td></tr></table>"
             "<table><tr><td>Amendment</td><td>20(i)</td></tr>"
             "<tr><td>Put by</td><td>Moss branch</td></tr>"
             "<tr><td>Text</td><td>Delete \"more\" from it.</td></tr>"
             "<tr><td>Decision</td><td>Lost</td></tr></table>"
             "<table><tr><td>Number</td><td>21</td></tr><tr><td>Title</td><td>Tea</td></tr>"
             "<tr><td>Put by</td><td>Moss branch</td></tr>"
             "<tr><td>Text</td><td>Congress notes the tea and calls for less.</td></tr>"
             "<tr><td>Decision</td><td>Withdrawn after debate</td></tr></table>",
     .parts =
         "motion 20 'Mugs' by Weir branch = Carried: Congress notes ... alls for more.\n"
         "amendment 20(i) by Moss branch = Lost amends>20: Delete \"more\"  ... more\" from it.\n"
         "motion 21 'Tea' by Moss branch = Withdrawn after debate: Congress notes ... alls for "
         "less.\n"},
    {.name = "a table of motions whose texts stand elsewhere",
     .format = POL_FORMAT_HTML,
     .page = "<table><tr><th>Motion</th><th>Subject</th><th>Mover</th><th>Outcome</th></tr>"
             "<tr><td>1</td><td>Mugs</td><td>Executive</td><td>Carried</td></tr>"
             "<tr><td>2</td><td>Tea</td><td>Weir branch</td><td>Lost</td></tr>"
             "<tr><td>3</td><td>Fog</td><td>Executive</td><td>Carried</td></tr></table>",
     .parts = ""},
    {.name = "labels on lines",
     .page = "MOTION 1 OF 2\nSUBJECT: Mugs\nTEXT: This meeting notes the mugs and asks for more.\n"
             "OUTCOME: Carried\n\n"
             "MOTION 2 OF 2\nSUBJECT: Tea\nTEXT: This meeting notes the tea and asks for less.\n"
             "OUTCOME: Lost\n",
     .parts = "motion 1 'Mugs' = Carried: This meeting n ... asks for more.\n"
              "motion 2 'Tea' = Lost: This meeting n ... asks for less.\n"},
    {.name = "advice behind the text",
     .page = "68) Local 212 – Resolution 1\nWHEREAS mugs are few;\nBE IT RESOLVED that more be "
             "bought.\nCommittee recommends: Concurrence\n\n"
             "69) Local 9 – Resolution 4\nWHEREAS tea is cold;\nBE IT RESOLVED that it be "
             "warmed.\nCommittee recommends: Non-concurrence\n",
     .parts = "motion 68 by Local 212 + Concurrence: WHEREAS mugs a ... ore be bought.\n"
              "motion 69 by Local 9 + Non-concurrence: WHEREAS tea is ...  it be warmed.\n"},
    {.name = "votes, and what minutes tell before them",
     .page = "Motion 1: Mugs\n\nThis Union notes the mugs. This Union resolves to buy more.\n\n"
             "The proposer replied that more would be enough for all of the members.\n\n"
             "For 39, against 3, abstentions 5. Carried.\n\n"
             "Motion 2: Tea\n\nThis Union notes the tea. This Union resolves to brew less.\n\n"
             "For: 10   Against: 30   Lost\n\n"
             "Motion 3: Fog\n\nThis Union notes the fog. This Union resolves to wait.\n\n"
             "Passed with applause.\n",
     .parts = "motion 1 'Mugs' = Carried: This Union not ... s to buy more.\n"
              "motion 2 'Tea' = Lost: This Union not ...  to brew less.\n"
              "motion 3 'Fog' = Passed: This Union not ... olves to wait.\n"},
    {.name = "the paper's own last lines",
     .page = "Motion 1: Mugs\n\nConference notes the mugs and calls for more.\n\n"
             "Motion 2: Tea\n\nConference notes the tea and calls for less.\n\n"
             "* Branches are asked to meet before the day.\n",
     .parts = "motion 1 'Mugs': Conference not ... alls for more.\n"
              "motion 2 'Tea': Conference not ... alls for less.\n"},
    {.name = "who is to move",
     .page = "ITEM 501 MUGS\n\nThe Treasurer to move on behalf of the Finance Board:\n\n"
             "‘That this Synod, mindful of the mugs, ask for more of them.’\n\n"
             "Mr Odo Pike to move as an amendment:\n\nLeave out \"more\" from it.\n\n"
             "ITEM 502 TEA\n\nThe Dean to move on behalf of the Kitchen Board:\n\n"
             "‘That this Synod, weary of the tea, ask for less of it.’\n",
     .parts = "motion 501 'MUGS' by Finance Board: ‘That this S ... re of them.’\n"
              "amendment amends>501: Leave out \"mor ... more\" from it.\n"
              "motion 502 'TEA' by Kitchen Board: ‘That this S ... less of it.’\n"},
    {.name = "headings that each decide something",
     .format = POL_FORMAT_MARKDOWN,
     .page = "**Mugs**\n\nThe cupboard is full. The Forum agrees that it be cleared by Easter.\n\n"
             "**Tea**\n\nThe urn leaks. The Forum asks for a new one before the next meeting.\n\n"
             "**Fog**\n\nIt hangs about the hall. The Forum resolves to wait until it lifts.\n",
     .parts = "?"},
    {.name = "what the meeting decides to do, behind what the board proposes",
     .page =
         "Motion A1\n"
         "Mugs for all\n"
         "The branch proposes that mugs be bought for all.\n"
         "Statement of the Board: The cost is high. The Board proposes that the motion be "
         "rejected.\n"
         "Decision of the Congress: to adopt the motion\n"
         "\n"
         "Motion A2\n"
         "Tea at noon\n"
         "The branch proposes that tea be poured at noon.\n"
         "Statement of the Board: The Board has no tea and proposes that the motion be adopted.\n"
         "Decision of the Congress: to refer the motion to the Board\n"
         "\n"
         "Motion A3\n"
         "Less fog\n"
         "The branch proposes that there be less of the fog, and none at all in the morning.\n"
         "Statement of the Board: The Board proposes that the motion be rejected.\n"
         "Decision of the Congress: to adopt the first clause and to reject the second\n",
     .parts = "motion A1 'Mugs for all' = carried: The branch pro ... ought for all.\n"
              "motion A2 'Tea at noon' = remitted: The branch pro ... oured at noon.\n"
              "motion A3 'Less fog' = carried in part: The branch pro ... n the morning.\n"},
};

int main(void)
{
    return run_split_cases(cases, sizeof cases / sizeof *cases);
}
