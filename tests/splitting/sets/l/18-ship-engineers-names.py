#!/usr/bin/env python3
"""Prints 18-ship-engineers-names.docx: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = '''\
<html><head><meta charset="utf-8"><title>Motions</title></head><body>
<h1>Marine Engineers' and Electricians' Association</h1>
<p>National Council 2026: motions for debate</p>
<h2>Motion 1: Length of tour</h2>
<p>Proposed: J. Halcrow, Offshore Branch<br>Seconded: M. Teague, Ferries Branch</p>
<p>This Council notes that the tour of duty on supply vessels has crept from four weeks to six, with the sixth paid as if it were a favour.</p>
<p>This Council instructs the officers to claim four on and four off in every agreement which falls due before July 2027.</p>
<h2>Motion 2: Batteries on ferries</h2>
<p>Proposed: M. Teague, Ferries Branch<br>Seconded: O. Brandt, Dredging Branch</p>
<p>This Council believes that no crew should sail with a battery which nobody aboard has been taught to put out. This Council calls for:</p>
<ol><li>a course of five days, ashore and paid;</li><li>a second engineer on every vessel so fitted;</li><li>a drill each month.</li></ol>
<p><b>Amendment to Motion 2</b></p>
<p>Proposed: D. Sangster, Royal Fleet Branch</p>
<p>In 1, delete "five" and insert "ten".</p>
<h2>Motion 3: Tickets of competence</h2>
<p>Proposed: Training Committee</p>
<p>This Council deplores the recognition of tickets from schools which have neither an engine nor a sea. It asks the Agency to visit them.</p>
<h2>Motion 4: Shore leave</h2>
<p>Proposed: A. Nair, Tankers Branch<br>Seconded: J. Halcrow, Offshore Branch</p>
<p>This Council condemns the terminals at which a seafarer may look at the town through a fence. It resolves to print a list of them.</p>
<p><b>Amendment to Motion 4</b></p>
<p>Proposed: M. Teague, Ferries Branch</p>
<p>Add at the end: "and to send it to the mayors".</p>
<h2>Motion 5: Widows' fund</h2>
<p>Proposed: Capt. R. Lowe, Retired Officers' Branch</p>
<p>That the fund be open to partners of either sex, and that its name be changed to suit.</p>
<h2>Motion 6: Pirates</h2>
<p>Proposed: A. Nair, Tankers Branch</p>
<p>This Council reaffirms that members may refuse to enter an area of high risk without giving a reason, and will meet the cost of the flight home.</p>
<h2>Motion 7: Affiliation fee</h2>
<p>Proposed: Executive</p>
<p>This Council agrees to pay the increased fee to the International for the years 2027 to 2029, on condition that its inspectors be brought back to the Humber.</p>
</body></html>
'''

write(__file__, "docx", PAGE)
