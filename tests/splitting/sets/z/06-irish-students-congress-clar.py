#!/usr/bin/env python3
"""Prints 06-irish-students-congress-clar.docx: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = r"""<html><head><meta charset="utf-8"></head><body>
<h1>Annual Congress 2025</h1>
<p>Clár / Motions document. Motions are listed in order of the plenary to which they are assigned.</p>
<h2>National, Equality and Citizenship</h2>
<p><b>EQ 1: Accessible Campuses</b></p>
<p>Proposed by: Shannonside College SU</p>
<p>Seconded by: Boyne Institute SU</p>
<p><b>Congress notes:</b></p>
<p>That a lift in one of our libraries has been out of order for four hundred days.</p>
<p><b>Congress believes:</b></p>
<p>That access is a right and not a favour.</p>
<p><b>Congress mandates:</b></p>
<p>The Vice President for Equality to carry out an audit of lifts, ramps and quiet rooms on each campus and to publish it before the next Congress.</p>
<p><b>EQ 2: Voting Age</b></p>
<p>Proposed by: Lagan University SU</p>
<p><b>Congress notes:</b></p>
<p>That in Austria and Malta one may vote at sixteen.</p>
<p><b>Congress mandates:</b></p>
<p>The Officer Board to campaign for votes at sixteen in both jurisdictions, beginning with local elections.</p>
<p><b>Amendment A to EQ 2</b></p><p>Proposed by: Sliabh Mis SU</p>
<p>Delete "beginning with local elections" and insert "in all elections and referendums".</p>
<p><b>EQ 3: Period Products</b></p>
<p>Proposed by: Corrib University SU</p>
<p><b>Congress congratulates:</b></p>
<p>The class representatives who stocked every toilet in the engineering block at their own expense.</p>
<p><b>Congress mandates:</b></p>
<p>The Vice President for Welfare to seek a national supply, paid for by the Higher Education Authority.</p>
<h2>Education</h2>
<p><b>ED 1: Student Contribution</b></p>
<p>Proposed by: Officer Board</p>
<p><b>Congress notes:</b></p>
<p>That the fee was cut by a thousand euro in one budget and raised again by five hundred in the next.</p>
<p>That rent has risen meanwhile by a tenth.</p>
<p><b>Congress further notes:</b></p>
<p>That no other country in the Union charges its own students as much.</p>
<p><b>Congress mandates:</b></p>
<p>The President to lobby for the abolition of the charge within the life of this Dáil.</p>
<p><b>ED 2: Placement Pay</b></p>
<p>Proposed by: Nursing and Midwifery Students' Society</p>
<p>Seconded by: Liffey University SU</p>
<p><b>Congress believes:</b></p>
<p>That work on a ward is work.</p>
<p><b>Congress mandates:</b></p>
<p>The Officer Board to support an hourly rate for all compulsory placements, including those in teaching and social work.</p>
<p><b>Amendment A to ED 2</b></p><p>Proposed by: Bann College SU</p>
<p>After "social work" add "and veterinary nursing".</p>
<p><b>Amendment B to ED 2</b></p><p>Proposed by: Slaney Institute SU</p>
<p>Delete "an hourly rate" and insert "a bursary of €400 a week".</p>
<p><b>ED 3: Recorded Lectures</b></p>
<p>Proposed by: Suir Technological University SU</p>
<p><b>Congress notes:</b></p>
<p>That commuters on the first bus miss the first lecture.</p>
<p><b>Congress repeals:</b></p>
<p>Policy 21 ED 7, "Attendance Matters".</p>
<p><b>Congress mandates:</b></p>
<p>The Vice President for Academic Affairs to seek a national understanding that all lectures be recorded and kept for the term.</p>
<h2>Welfare</h2>
<p><b>WEL 1: Digs</b></p>
<p>Proposed by: Moy Valley SU</p>
<p>Seconded by: Corrib University SU</p>
<p><b>Congress notes:</b></p>
<p>That a student in digs has no lease, no notice and, at weekends, no bed.</p>
<p><b>Congress mandates:</b></p>
<p>The Vice President for Welfare to campaign for licences in digs to be brought within the law on tenancies.</p>
<p><b>WEL 2: Counselling</b></p>
<p>Proposed by: Boyne Institute SU</p>
<p><b>Congress notes:</b></p>
<p>That the wait for a first appointment is eleven weeks in one college and two days in another.</p>
<p><b>Congress believes:</b></p>
<p>That the ratio of counsellors to students should be no worse than one to a thousand.</p>
<p><b>Congress mandates:</b></p>
<p>All Presidents to raise the ratio at their governing body.</p>
<p><b>WEL 3: Night Buses</b></p>
<p>Proposed by: Dodder College SU</p>
<p><b>Congress mandates:</b></p>
<p>The Regional Officer for Dublin to work with the drivers' unions upon safety on night buses, and to seek two further routes to the coast.</p>
<h2>Constitutional</h2>
<p><b>CON 1: Size of Delegations</b></p>
<p>Proposed by: Steering Committee</p>
<p><b>Congress resolves:</b></p>
<p>To amend Article 5.3 of the Constitution by the deletion of "one delegate per 1,000 students" and the insertion of "one delegate per 750 students".</p>
<p><b>CON 2: Irish Language Officer</b></p>
<p>Proposed by: Corrib University SU</p>
<p>Seconded by: Moy Valley SU</p>
<p><b>Congress resolves:</b></p>
<p>To insert in Article 8.1, after (g), a new (h): "Leas-Uachtarán don Ghaeilge, who shall be full-time".</p>
</body></html>
"""

write(__file__, "docx", PAGE)
