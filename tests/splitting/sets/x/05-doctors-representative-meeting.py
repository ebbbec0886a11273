#!/usr/bin/env python3
"""Prints 05-doctors-representative-meeting.pdf: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

SOURCE = """<html><head><meta charset="utf-8"><title>Annual representative meeting</title></head><body>
<p align="center"><b>PHYSICIANS' ASSOCIATION</b></p>
<p align="center"><b>ANNUAL REPRESENTATIVE MEETING 2030</b></p>
<p align="center">Resolutions and motions not carried</p>
<p><b>CONSULTANTS</b></p>
<p>1 &nbsp; Motion by NORTH WEST REGIONAL COUNCIL: That this meeting believes that job plans have become a fiction, and calls on the council to survey all consultants and to publish the difference between hours planned and hours worked.</p>
<p><b>Carried</b></p>
<p>2 &nbsp; Motion by OXFORD DIVISION: That this meeting:<br>
i) deplores the loss of offices for consultants in new hospitals;<br>
ii) demands one desk for each doctor;<br>
iii) calls on doctors to refuse to work where there is none.</p>
<p><b>Parts i) and ii) carried. Part iii) lost</b></p>
<p>3 &nbsp; Motion by WEST SUSSEX DIVISION: That this meeting asks that on call supplements be paid as a flat sum to all grades, to be fixed every third year by an independent body.</p>
<p><b>Lost</b></p>
<p><b>GENERAL PRACTICE</b></p>
<p>4 &nbsp; Motion by GP COMMITTEE: That this meeting condemns the imposition of contract changes upon practices with four weeks' notice and demands that a notice of six months be written into the contract.</p>
<p><b>Carried unanimously</b></p>
<p>5 &nbsp; Motion by LOTHIAN DIVISION: That this meeting calls for the cost of premises to be met by boards in full, so that no young doctor need buy a building in order to become a partner.</p>
<p><b>Taken as a reference</b></p>
<p>6 &nbsp; Motion by WALES COUNCIL: That this meeting notes the closure of one in nine practices in rural Wales since 2020 and insists on a rescue fund.</p>
<p><b>Carried</b></p>
<p><b>MEDICAL STUDENTS</b></p>
<p>7 &nbsp; Motion by MEDICAL STUDENTS CONFERENCE: That this meeting believes that students on placement should have their fares paid on the day and not after three months, and that a student who cannot pay should never be marked absent.</p>
<p><b>Carried</b></p>
<p>8 &nbsp; Motion by SHEFFIELD DIVISION: That this meeting calls for an end to random allocation of foundation places and for a return to ranking by merit.</p>
<p><b>Lost</b></p>
<p><b>ETHICS</b></p>
<p>9 &nbsp; Motion by EDGWARE AND HENDON DIVISION: That this meeting reminds all employers that a doctor may decline, on grounds of conscience, to take part in trials of devices which have not been approved.</p>
<p><b>Carried</b></p>
<p>10 &nbsp; Motion by SCOTTISH COUNCIL: That this meeting urges the four governments to fund palliative care in full and not to leave it to the sale of second hand clothes.</p>
<p><b>Carried</b></p>
</body></html>
"""

write(__file__, "pdf", SOURCE)
