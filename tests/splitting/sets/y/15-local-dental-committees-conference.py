#!/usr/bin/env python3
"""Prints 15-local-dental-committees-conference.docx: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

SOURCE = """<html><head><meta charset="utf-8"><title>Conference results</title></head><body>
<h1>Conference of Local Dental Committees</h1>
<p><b>Annual Conference 2026</b><br>Resolutions, with the votes cast</p>
<h2>Contract reform</h2>
<p><b>1. Tees Local Dental Committee</b></p>
<p>This Conference believes that the unit of dental activity has outlived every minister who defended it, and calls for payment by capitation within two years.</p>
<p><b>CARRIED UNANIMOUSLY</b></p>
<p><b>2. Kent Local Dental Committee</b></p>
<p>This Conference deplores clawback from practices which could not recruit. It demands that no sum be taken where a post was advertised three times.</p>
<p><b>CARRIED</b></p>
<p><b>3. Bro Taf Local Dental Committee</b></p>
<p>This Conference:</p>
<p>(i) welcomes the new contract in Wales in principle;</p>
<p>(ii) regrets the lack of a pilot;</p>
<p>(iii) calls on all members to decline it.</p>
<p><b>(i) CARRIED (ii) CARRIED (iii) LOST</b></p>
<h2>Workforce</h2>
<p><b>4. Cornwall and Scilly Local Dental Committee</b></p>
<p>This Conference calls for a dental school in the far south west, with forty places a year, for those who have lived in the region.</p>
<p><b>CARRIED AS AMENDED</b></p>
<p><b>5. Leicestershire Local Dental Committee</b></p>
<p>This Conference believes that a dentist who trained at public cost should give five years to the public service.</p>
<p><b>LOST</b></p>
<p><b>6. Ayrshire Local Dental Committee</b></p>
<p>This Conference asks for a review of the examination for overseas dentists, some of whom have waited six years for a seat.</p>
<p><b>REMITTED to the General Dental Practice Committee</b></p>
<h2>Prevention</h2>
<p><b>7. Bradford Local Dental Committee</b></p>
<p>This Conference supports water fluoridation in every district in which more than a third of five year olds have decay, and asks that the savings be paid back to dentistry.</p>
<p><b>CARRIED</b></p>
<p><b>8. Gwent Local Dental Committee</b></p>
<p>This Conference calls for toothbrushing in all nurseries to be paid from the levy on sugar.</p>
<p><b>CARRIED</b></p>
<h2>Not debated</h2>
<table border="1">
<tr><th>No.</th><th>Committee</th><th>Result</th></tr>
<tr><td>9</td><td>Norfolk</td><td>Not reached</td></tr>
<tr><td>10</td><td>Ealing</td><td>Withdrawn</td></tr>
<tr><td>11</td><td>Tees</td><td>Withdrawn in favour of motion 1</td></tr>
</table>
</body></html>
"""

write(__file__, "docx", SOURCE)
