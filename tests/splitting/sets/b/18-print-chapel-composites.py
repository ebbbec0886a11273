#!/usr/bin/env python3
"""Prints 18-print-chapel-composites.docx: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = '''\
<html><head><meta charset="utf-8"><title>Composite motions</title></head><body>
<h1>Society of Print, Paper and Packaging Workers</h1>
<p>Biennial Delegate Conference 2027</p>
<p><b>COMPOSITE MOTIONS</b></p>
<p>Delegates should read these with the Final Agenda. The motions named under each heading are replaced by the composite.</p>
<h2>Composite 1: The Four Day Week</h2>
<p>(Motions 2, 5 and 9)</p>
<p>Moved by: Kent Branch<br>Seconded by: Bristol Branch<br>Supported by: Carton Section</p>
<p>Conference notes that shifts of twelve hours have been worked in newsprint since 1988 and that a four day week has therefore been with us longer than many think.</p>
<p>Conference calls on the Executive Council to:</p>
<p>(i) claim thirty-two hours without loss of pay in all national agreements;</p>
<p>(ii) refuse any trade of hours for Sundays; and</p>
<p>(iii) report to branches by Christmas.</p>
<h2>Composite 2: Recycling Plants</h2>
<p>(Motions 11 and 12)</p>
<p>Moved by: Thames Branch<br>Seconded by: Mersey Branch</p>
<p>This Conference is alarmed at the number of fires in stores of waste paper. Conference demands that each plant have a crew trained to fight them, on shift at all hours.</p>
<p>Conference further demands that dust be measured by somebody who does not work for the owner.</p>
<h2>Composite 3: Union Learning</h2>
<p>(Motions 14, 15, 16 and 20)</p>
<p>Moved by: Aberdeen Branch<br>Seconded by: Women's Advisory Committee<br>Supported by: Kent Branch</p>
<p>Conference regrets the end of the learning fund and thanks the 41 learning representatives who have gone on regardless. It resolves to pay for a room, a lamp and a teacher wherever ten members ask for one.</p>
<h2>Composite 4: Amalgamation</h2>
<p>(Motions 22 and 23)</p>
<p>Moved by: Executive Council<br>Seconded by: Bookbinders' Section</p>
<p>Conference authorises the Executive Council to open talks with such unions as it thinks fit, provided that the name of the craft stays in the name of the union and that the result be put to a ballot of all members.</p>
<h2>Composite 5: Ink and Solvents</h2>
<p>(Motions 27 and 28)</p>
<p>Moved by: Mersey Branch<br>Seconded by: Carton Section</p>
<p>Conference notes that the data sheets are in a language which no printer speaks. Conference calls for a sheet of one side, agreed with the union, on the wall above each press.</p>
<h2>Composite 6: Retired Chapels</h2>
<p>(Motions 30 and 33)</p>
<p>Moved by: Bristol Branch<br>Seconded by: Aberdeen Branch</p>
<p>Conference believes that a chapel does not end at sixty-six. It asks each branch to keep its retired members on the books, to send them the journal and to give them a seat on the committee.</p>
</body></html>
'''

write(__file__, "docx", PAGE)
