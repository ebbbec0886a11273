#!/usr/bin/env python3
"""Prints 19-irish-congress-decisions.odt: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = '''\
<html><head><meta charset="utf-8"><title>Decisions</title></head><body>
<p>CONGRESS OF IRISH CRAFT AND GENERAL UNIONS</p>
<h1>Biennial Delegate Conference</h1>
<p>Galway, 1 to 4 July 2025</p>
<h2>Decisions on motions</h2>
<p>Motion 1 Housing as a right (Executive Council): Adopted</p>
<p>Motion 2 Land hoarding (Plasterers' Guild): Adopted</p>
<p>Motion 3 A border poll (Derry Trades Council): Remitted to the Executive Council</p>
<p>Motion 4 Bogus self-employment (Bricklayers and Stonelayers): Adopted as amended</p>
<p>Motion 5 Bank holidays (Retail and Bar Union): Withdrawn</p>
<p>Motion 6 Childcare (Women's Committee): Composited with Motion 7</p>
<p>Motion 7 Early years pay (Public Service Union of Ireland): Composited with Motion 6</p>
<p>Composite 1 Early years: Adopted unanimously</p>
<p>Motion 8 Peace and neutrality (Cork Council of Trade Unions): Adopted</p>
<p>Motion 9 Nuclear power (Energy Staffs' Association): Defeated</p>
<p>Motion 10 Rail to the north west (Transport Staffs' Union): Adopted</p>
<p>Emergency Motion 1 Hauliers' blockade: Adopted</p>
<p>Emergency Motion 2 Foundry at Carlow: Adopted</p>
<p>The Executive Council will consider the remitted motion in September.</p>
</body></html>
'''

write(__file__, "odt", PAGE)
