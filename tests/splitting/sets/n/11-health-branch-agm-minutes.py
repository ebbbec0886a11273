#!/usr/bin/env python3
"""Prints 11-health-branch-agm-minutes.odt: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = r"""<html><head><meta charset="utf-8"></head><body>
<h1>North Downs Health Branch</h1>
<p><b>Minutes of the Annual General Meeting</b></p>
<p>22 March 2023, Lecture Theatre 2, Holmwood Hospital</p>
<p>Present: 57 members. Chair: Branch Chair. Minutes: Branch Secretary.</p>
<p><b>1. Apologies</b></p>
<p>Eleven apologies were received.</p>
<p><b>2. Branch accounts</b></p>
<p>The accounts were presented by the Treasurer and adopted.</p>
<p><b>3. Honoraria</b></p>
<p>Agreed as circulated.</p>
<p><b>4. Motions to the meeting</b></p>
<p>Motion 1, Hardship fund, was moved by the Treasurer and carried with no votes against.</p>
<p>Motion 2, Twinning with Bethlehem nurses, was agreed by 39 votes to 6.</p>
<p>Motion 3, Weekly strike bulletin, was remitted to the branch committee.</p>
<p>Motion 4, Disaffiliation from the party, was defeated on a show of hands.</p>
<p>Motion 5, Staff shuttle bus: An amendment from the porters was agreed.</p>
<p>Motion 5, Staff shuttle bus, as amended was then carried.</p>
<p>Motion 6, Choir, fell as nobody was present to move it.</p>
<p>Motion 7, Office move, was withdrawn in the light of the Secretary's report.</p>
<p><b>5. Motions for the national conference</b></p>
<p>Two motions were to be chosen.</p>
<p>Motion 8, Outsourced pathology, was carried unanimously.</p>
<p>Motion 9, Band 5 nurses, was carried nem con.</p>
<p>Motion 10, Uniform tax refunds, was not reached.</p>
<p><b>6. Close</b></p>
<p>The Chair thanked all for coming. The meeting ended at 2.05pm.</p>
</body></html>
"""

write(__file__, "odt", PAGE)
