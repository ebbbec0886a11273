#!/usr/bin/env python3
"""Prints 14-health-visitors-conference-decisions.pdf: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = r"""<html><head><meta charset="utf-8"></head><body>
<h1>Community Nurses and Health Visitors</h1>
<p><b>Professional Conference 2016, Cardiff. Motions and outcomes.</b></p>
<p><b>Motion 1: School nurses in every school</b></p>
<p>West Midlands Centre</p>
<p>Conference believes that a school nurse with nineteen schools is a nurse for none of them. Conference calls on the four health departments to fund one full-time post for each secondary school and the primaries around it.</p>
<p>Outcome: Carried unanimously</p>
<p><b>Motion 2: Baby boxes</b></p>
<p>Highland Centre</p>
<p>Conference welcomes the baby box and asks the National Committee to ensure that the leaflet inside it is written with health visitors.</p>
<p>Outcome: Carried</p>
<p><b>Motion 3: Tablets not paper</b></p>
<p>Kent Centre</p>
<p>Conference calls for all records to be kept on tablets by 2018.</p>
<p>Outcome: Lost</p>
<p><b>Motion 4: Cuts to the public health grant</b></p>
<p>Greater Manchester Centre</p>
<p>Conference condemns the cut of £200 million made in the middle of the year and instructs the National Committee to collect examples of the harm that it does.</p>
<p>Outcome: Carried as amended</p>
<p><b>Motion 5: Weighing clinics</b></p>
<p>Anglia Centre</p>
<p>Conference regrets the end of the open weighing clinic, at which many mothers first spoke of how they felt.</p>
<p>Outcome: Remitted to the National Committee</p>
<p><b>Motion 6: Dogs on visits</b></p>
<p>South Wales Centre</p>
<p>Conference asks that families be told, in the first letter, to keep dogs in another room.</p>
<p>Outcome: Carried</p>
<p><b>Motion 7: Mentors' allowance</b></p>
<p>Northern Ireland Centre</p>
<p>Conference seeks an allowance of £500 a year for those who mentor students.</p>
<p>Outcome: Withdrawn</p>
<p><b>Motion 8: Leaving the register</b></p>
<p>Devon Centre</p>
<p>Conference opposes the removal of the third part of the register.</p>
<p>Outcome: Not taken for lack of time</p>
</body></html>
"""

write(__file__, "pdf", PAGE)
