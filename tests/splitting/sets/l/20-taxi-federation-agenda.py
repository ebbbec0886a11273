#!/usr/bin/env python3
"""Prints 20-taxi-federation-agenda.pdf: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = '''\
<html><head><meta charset="utf-8"><title>Convention agenda</title></head><body>
<h1>Taxi, Minicab and Riders' Federation</h1>
<h2>Annual Convention 2029</h2>
<p>Motions from affiliated associations, with amendments</p>
<p><b>Motion 1: Deactivation</b></p>
<p><b>From: London Minicab Drivers</b></p>
<p>This Convention notes that 8,000 drivers were cut off from their living in the year by a message on the telephone, and that a third of them were put back when a person looked.</p>
<p>This Convention calls for a law that a person must look first.</p>
<p><b>Amendment 1.1</b></p>
<p><b>From: Bristol Riders' Collective</b></p>
<p>After "drivers" insert "and riders" in both places.</p>
<p><b>Motion 2: Hackney knowledge</b></p>
<p><b>From: Licensed Cabmen's Society</b></p>
<p>This Convention believes that the knowledge of a city should be in the head of the driver, and opposes the shorter test now put forward.</p>
<p><b>Motion 3: Ranks</b></p>
<p><b>From: Leeds Hackney Association and Belfast Public Hire</b></p>
<p>This Convention asks councils:</p>
<p>1. to give back the ranks that were lent to cafes in 2020;</p>
<p>2. to put a lamp at each; and</p>
<p>3. to put a lavatory within two hundred yards.</p>
<p><b>Amendment 3.1</b></p>
<p><b>From: Licensed Cabmen's Society</b></p>
<p>In 3 delete "two hundred" and insert "one hundred".</p>
<p><b>Motion 4: Waiting for school runs</b></p>
<p><b>From: Norfolk Contract Drivers</b></p>
<p>This Convention regrets that the county pays for the mile and not for the child. It instructs the secretary to seek a standard contract.</p>
<p><b>Motion 5: Dashcams</b></p>
<p><b>From: Glasgow Private Hire</b></p>
<p>This Convention supports cameras that belong to the driver and opposes those which belong to the company.</p>
<p><b>Motion 6: Cargo bicycles in the rain</b></p>
<p><b>From: Bristol Riders' Collective</b></p>
<p>This Convention notes that a rider is paid for the drop and never for the puddle. This Convention resolves to seek a payment for wet weather from all three companies, to be set off by the rain gauge at the nearest airport.</p>
<p><b>Amendment 6.1</b></p>
<p><b>From: London Minicab Drivers</b></p>
<p>Delete all after "wet weather" and insert "and for ice".</p>
<p><b>Motion 7: Guide dogs</b></p>
<p><b>From: Glasgow Private Hire</b></p>
<p>This Convention condemns drivers who pass by a person with a guide dog, and agrees that no member who does so should have the help of the Federation.</p>
<p><b>Emergency Motion E1: Murder of a driver in Luton</b></p>
<p><b>From: Executive Committee</b></p>
<p>This Convention stands in silence, and resolves that screens be paid for out of the licence fee.</p>
</body></html>
'''

write(__file__, "pdf", PAGE)
