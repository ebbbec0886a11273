#!/usr/bin/env python3
"""Prints 09-irish-lecturers-annual-congress.docx: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = r"""<html><head><meta charset="utf-8"></head><body>
<h1>Association of Institute Lecturers in Ireland</h1>
<p>Annual Congress 2017, Athlone, 18 to 20 April 2017</p>
<p><b>Preliminary Agenda</b></p>
<h2>Conditions of Service</h2>
<p><b>1. Athlone Institute; Letterkenny Institute</b></p>
<p>Congress deplores that a lecturer of eight years' standing may still be on a contract of nine hours, and directs the Executive to ballot for industrial action in any institute that refuses a contract of indefinite duration after two years.</p>
<p>Amendment (Carlow Institute)</p>
<p>Delete "two years" and insert "one year".</p>
<p><b>2. Tralee Institute</b></p>
<p>Congress calls for the flex hours that were added in 2010 to be taken away, and instructs the Executive to enter no new national agreement that keeps them.</p>
<p><b>3. Dublin Colleges</b></p>
<p>Congress notes that research is asked of everyone and timetabled for no one. Congress demands:</p>
<p>(i) four hours a week for each lecturer who supervises a student for a higher degree;</p>
<p>(ii) a sabbatical in each seventh year; and</p>
<p>(iii) that no lecturer be named on a proposal without written consent.</p>
<h2>Mergers</h2>
<p><b>4. Waterford Institute; Carlow Institute</b></p>
<p>Congress rejects any merger under the Technological Universities Bill for which the staff have not voted.</p>
<p>Amendment (Executive Committee)</p>
<p>Delete all after "rejects" and insert "any merger which does not protect tenure, grade and place of work".</p>
<p><b>5. Cork Institute</b></p>
<p>Congress directs that a member who is moved to another campus be paid mileage from the old one for a period of four years, in place of the present three.</p>
<h2>Finance and Organisation</h2>
<p><b>6. Executive Committee</b></p>
<p>Congress approves that the subscription be 0.8 per cent of salary, with effect from 1 September 2017.</p>
<p><b>7. Sligo Institute</b></p>
<p>Congress instructs the Executive to appoint a full-time officer for the north-west, whose office shall not be more than ten kilometres from a railway station.</p>
<p><b>8. Hourly Paid Branch</b></p>
<p>Congress agrees that a member who is paid by the hour may speak and vote in each branch in which he or she teaches, but pay in one.</p>
<h2>Equality and Students</h2>
<p><b>9. Dundalk Institute</b></p>
<p>Congress welcomes the growth in the number of students who come from direct provision, and calls for the abolition of the fee that treats them as strangers.</p>
<p><b>10. Limerick Institute</b></p>
<p>Congress calls on each institute to publish, by grade and by sex, the pay of all its staff, and to say what it will do.</p>
<p>Amendment (Equality Council)</p>
<p>Add at end "by the first day of October".</p>
<p><b>11. Galway Institute</b></p>
<p>Congress supports the right of each student to be taught and examined through Irish and asks that posts be created for that purpose in Castlebar and Letterfrack.</p>
</body></html>
"""

write(__file__, "docx", PAGE)
