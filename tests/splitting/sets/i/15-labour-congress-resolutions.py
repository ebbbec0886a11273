#!/usr/bin/env python3
"""Writes 15-labour-congress-resolutions.docx beside this script (needs libreoffice)."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

HTML = r"""<html><head><meta charset="utf-8"></head><body>
<h1>31st Constitutional Convention</h1>
<p>Halifax, May 7-11, 2029</p>
<h2>Resolutions Book</h2>
<h3>ECONOMY</h3>
<p><b>RESOLUTION NO. 4</b><br>Submitted by the Nickel Belt Labour Council</p>
<p>BECAUSE ore that is dug in our country is smelted in another; and</p><p>BECAUSE four towns have lost their smelters since 2015;</p>
<p>THE CONGRESS WILL press the federal government for a rule that public money for mines be given only where the metal is refined here.</p>
<p><b>RESOLUTION NO. 5</b><br>Submitted by Bakery Workers Local 181</p>
<p>BECAUSE grocery chains have put up prices faster than their costs;</p><p>THE CONGRESS WILL campaign for a tax on windfall profits in food and for the money to go to school lunches.</p>
<p><b>RESOLUTION NO. 6</b><br>Submitted by the Gaspé Regional Council and Fish Plant Workers Local 44</p>
<p>BECAUSE seasonal workers fall into the black hole between the end of benefits and the first landing of crab;</p><p>THE CONGRESS WILL call for five more weeks of employment insurance in seasonal regions.</p>
<h3>HEALTH AND SAFETY</h3>
<p><b>RESOLUTION NO. 17</b><br>Submitted by Transit Workers Local 900</p>
<p>BECAUSE a bus operator is assaulted in this country every five hours;</p><p>THE CONGRESS WILL:</p><p>1. demand shields on all buses, designed with operators;</p><p>2. observe a day of mourning for those who have been killed at the wheel.</p>
<p><b>RESOLUTION NO. 18</b><br>Submitted by the Yukon Federation</p>
<p>BECAUSE wildfire smoke lies over the camps for weeks at a time;</p><p>THE CONGRESS WILL seek a national limit for work in smoke, with pay for the hours that are lost.</p>
<h3>HUMAN RIGHTS</h3>
<p><b>RESOLUTION NO. 30</b><br>Submitted by the Executive Council</p>
<p>BECAUSE the calls for justice of Indigenous women have been left upon the shelf;</p><p>THE CONGRESS WILL appoint a coordinator to work with affiliates on each of the calls that concern employment, and report at every convention.</p>
<p><b>RESOLUTION NO. 31</b><br>Submitted by Hotel Workers Local 12</p>
<p>BECAUSE temporary foreign workers are tied to a single employer and dare not complain;</p><p>THE CONGRESS WILL press for open permits and for status on landing.</p>
<h3>CONSTITUTION</h3>
<p><b>RESOLUTION NO. C-2</b><br>Submitted by the Executive Council</p>
<p>THE CONGRESS WILL amend Article 6, Section 3 by striking out "six vice-presidents" and substituting "seven vice-presidents, of whom one shall be a young worker".</p>
</body></html>
"""

write(__file__, "docx", HTML)
