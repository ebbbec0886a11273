#!/usr/bin/env python3
"""Prints 07-cooperative-society-members-motions.docx: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = r"""<html><head><meta charset="utf-8"></head><body>
<h1>Severnside Consumer Co-operative Society Limited</h1>
<h2>Annual General Meeting 2022: motions from members</h2>
<p>Members may vote by post, online or at the meeting in Gloucester on Saturday 21 May. Below each motion is the advice of your Board.</p>
<h3>Motion 1. Dividend for members on low incomes</h3>
<p>This meeting notes that the price of a weekly basket in our food shops has risen by eleven per cent in a year. It asks the Board to design, and to bring to the half-yearly meeting, a dividend at double rate for members who receive Universal Credit or Pension Credit.</p>
<p><i>Proposed by a member, with the support of 112 members</i></p>
<p><b>The Board advises members to vote FOR Motion 1.</b></p>
<h3>Motion 2. Real Living Wage</h3>
<p>We, the members of this Society:</p>
<ul><li>recognise the work of our colleagues in shops, depots and funeral homes through two hard years;</li><li>believe that a co-operative should pay no one less than it costs to live;</li><li>call on the Board to seek accreditation as a payer of the real living wage, for staff and for contractors, by January 2024.</li></ul>
<p><i>Proposed by Forest of Dean Members' Council</i></p>
<p><b>The Board is neutral on Motion 2.</b></p>
<h3>Motion 3. Peat-free</h3>
<p>This meeting welcomes the removal of peat from our own bags of compost, and requests that no potted plant grown in peat be sold in any of our shops after the end of 2023.</p>
<p><i>Proposed by Stroud Green Co-operators</i></p>
<p><b>The Board advises members to vote FOR Motion 3.</b></p>
<h3>Motion 4. Subscription to the Mutual Party</h3>
<p>In accordance with Rule 12.4, this meeting approves a subscription to the Party for the year 2022/23 of £54,000, and the sum of £6,000 for political education to be spent under the direction of the Party Council.</p>
<p><i>Proposed by Severnside Party Council</i></p>
<p><b>The Board advises members to vote FOR Motion 4.</b></p>
<h3>Motion 5. Closing the Cinderford store</h3>
<p>This meeting deplores the decision to close the Cinderford store with five weeks' notice. It resolves that, in future, no shop shall be closed until:</p>
<ol><li>its members have been invited to a meeting at which the accounts of the shop are shown;</li><li>a community purchase has been considered; and</li><li>the Members' Council has given its opinion in writing.</li></ol>
<p><i>Proposed by Forest of Dean Members' Council</i></p>
<p><b>The Board advises members to vote AGAINST Motion 5.</b></p>
<p>Amendment to Motion 5</p>
<p>Delete "deplores" and insert "regrets"; and in the second point after "purchase" insert "or a lease to another society".</p>
<p><i>Proposed by Bristol Members' Council</i></p>
<h3>Motion 6. Sister societies</h3>
<p>This meeting asks the Board to twin the Society with a co-operative of coffee growers, to invite two of its members to next year's meeting, and to stock its coffee in all shops that have a bakery.</p>
<p><i>Proposed by Bristol Woodcraft Guild</i></p>
<p><b>The Board advises members to vote FOR Motion 6.</b></p>
<h3>Motion 7. Pay at the top</h3>
<p>That from the next financial year the total pay of the chief executive, bonus included, shall not exceed twelve times that of a full-time customer assistant, and that the ratio be printed on the first page of the annual report.</p>
<p><i>Proposed by Employees' Forum</i></p>
<p><b>The Board advises members to vote AGAINST Motion 7.</b></p>
<h3>Motion 8. Election addresses</h3>
<p>This meeting agrees that candidates for the Board be allowed 400 words and one photograph, in place of 150 words, and that their answers to three questions set by the Members' Council be printed beside them.</p>
<p><i>Proposed by a member, with the support of 57 members</i></p>
<p><b>The Board is neutral on Motion 8.</b></p>
</body></html>
"""

write(__file__, "docx", PAGE)
