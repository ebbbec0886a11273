#!/usr/bin/env python3
"""Prints 18-lorry-drivers-agenda.docx: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = '''\
<html><head><meta charset="utf-8"><title>Preliminary agenda</title></head><body>
<p align="center"><b>ROAD HAULAGE AND TANKER DRIVERS' UNION</b></p>
<p align="center"><b>BIENNIAL CONFERENCE 2031</b></p>
<p align="center">PRELIMINARY AGENDA WITH AMENDMENTS</p>
<p><b>Tankers</b></p>
<p><b>Motion 1 Driver passport</b></p>
<p>This Conference notes that the passport has been allowed to lapse at four terminals. This Conference demands that no product be loaded by anyone without one.</p>
<p align="right">GRANGEMOUTH BRANCH</p>
<p><b>Amendment</b></p>
<p>Delete "four" and insert "seven".</p>
<p align="right">STANLOW BRANCH</p>
<p><b>Motion 2 Hydrogen tankers</b></p>
<p>This Conference asks for a separate allowance for the carriage of hydrogen, to be no less than that for liquid oxygen, and for a day's training in a field far from anywhere.</p>
<p align="right">STANLOW BRANCH</p>
<p><b>General haulage</b></p>
<p><b>Motion 3 Double manning</b></p>
<p>This Conference believes that a man asleep beside the driver is not at rest. The Executive is instructed:</p>
<ul><li>to collect evidence;</li><li>to bring a case; and</li><li>to report to branches before the next Conference.</li></ul>
<p align="right">DOVER BRANCH</p>
<p><b>Amendment</b></p>
<p>In the first sentence delete "a man" and insert "a man or woman".</p>
<p align="right">CROSS BORDER BRANCH, NEWRY</p>
<p><b>Motion 4 Parking levy</b></p>
<p>This Conference condemns councils which forbid lorries to stop and then complain of where they stop. It calls for a night's parking to be a duty upon every county.</p>
<p align="right">MIDLANDS TRUNKING BRANCH</p>
<p align="right">CARLISLE BRANCH</p>
<p><b>Motion 5 Women drivers</b></p>
<p>This Conference welcomes the 4,000 women who passed the test in 2030 and resolves that each branch should name one of them as a steward, if she is willing.</p>
<p align="right">WOMEN'S SECTION</p>
<p><b>Motion 6 Car transporters</b></p>
<p>This Conference notes the number of falls from the top deck, of which there were 88 in the year. It demands rails on both sides of both decks.</p>
<p align="right">DAGENHAM BRANCH</p>
<p><b>Motion 7 Milk</b></p>
<p>This Conference opposes collection by one driver at farms with a slope of more than one in eight.</p>
<p align="right">SOMERSET BRANCH</p>
<p><b>Rules</b></p>
<p><b>Motion 8 Rule 2(c)</b></p>
<p>Delete "tachograph" and insert "record of hours, by whatever means".</p>
<p align="right">EXECUTIVE COUNCIL</p>
</body></html>
'''

write(__file__, "docx", PAGE)
