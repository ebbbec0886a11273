#!/usr/bin/env python3
"""Prints 12-hospital-unions-composites.odt: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = r"""<html><head><meta charset="utf-8"></head><body>
<h1>Confederation of Hospital Unions</h1>
<h2>Annual Conference 2012: Composite and emergency motions</h2>
<p>Agreed by the composite meetings on Sunday evening.</p>
<h2>Composite Motions</h2>
<h3>Composite 1: The Health and Social Care Act</h3>
<p>Motions 1, 4 and 5</p>
<p>Conference condemns the Act, which was in no manifesto. Conference agrees to campaign for its repeal, and to ask every candidate at the next election for a written answer to three questions: on the cap, on competition and on the duty of the Secretary of State.</p>
<p>To move: Orderlies' Union</p>
<p>To second: Nurses' League</p>
<h3>Composite 2: Regional pay in the south west</h3>
<p>Motions 7 and 8</p>
<p>Conference notes that nineteen trusts have formed a cartel to cut pay. Conference calls upon the affiliated unions:</p>
<p>(1) to hold a joint rally in Exeter;</p>
<p>(2) to ballot together, where a ballot is needed;</p>
<p>(3) to leave no union to settle alone.</p>
<p>To move: Laboratory Staffs</p>
<p>To second: Orderlies' Union</p>
<h3>Composite 3: Cleaning and infection</h3>
<p>Motions 10, 11 and 14</p>
<p>Conference believes that a cleaner who belongs to the ward team keeps the ward cleaner than a contract does. Conference asks the Executive to publish infection figures for contracted and in-house hospitals side by side.</p>
<p>To move: Domestic Services Union</p>
<p>To second: Nurses' League</p>
<h3>Composite 4: Staff sickness and presenteeism</h3>
<p>Motions 16 and 17</p>
<p>Conference opposes triggers which punish those who are ill on three occasions in a year, and instructs the Executive to prepare a model policy without them.</p>
<p>To move: Porters' Guild</p>
<p>To second: Laboratory Staffs</p>
<h2>Emergency Motions</h2>
<h3>Emergency 1: Trust special administrator in South London</h3>
<p>Conference is outraged by the letter of 25 June, which puts a hospital into the hands of an accountant, and pledges support for those who will march to save it.</p>
<p>To move: Nurses' League</p>
<h3>Emergency 2: Power failure at Wexcombe Infirmary</h3>
<p>Conference thanks the estates staff who on Friday night carried fuel up nine flights to the generator. Conference demands an inquiry.</p>
<p>To move: Electrical Section of the Porters' Guild</p>
<h2>Executive Statement</h2>
<h3>The pensions dispute</h3>
<p>The Executive has met the employers on four occasions since May. The offer falls short of that which members rejected in the spring. Affiliates remain free to ballot, and the Executive will meet again on 30 July.</p>
<h2>Late amendment</h2>
<h3>Amendment to Motion 20</h3>
<p>Delete “should consider” and insert “shall provide”.</p>
<p>To move: Domestic Services Union</p>
</body></html>
"""

write(__file__, "odt", PAGE)
