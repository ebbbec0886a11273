#!/usr/bin/env python3
"""Prints 19-caribbean-congress-minutes.odt: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = '''\
<html><head><meta charset="utf-8"><title>Minutes</title></head><body>
<p><b>OILFIELD, SUGAR AND GENERAL WORKERS' UNION</b></p>
<h1>Fourteenth Triennial Delegates' Conference</h1>
<p>San Fernando, 21 and 22 November 2026</p>
<p><b>RESOLUTIONS</b></p>
<p><b>Resolution No. 1: Cost of Living</b></p>
<p>Moved by the Refinery Branch and seconded by the Port Branch.</p>
<p>WHEREAS the price of flour has gone up four times in two years; and</p>
<p>WHEREAS the minimum wage has gone up once;</p>
<p>BE IT RESOLVED THAT this Conference call upon the Government to tie the one to the other.</p>
<p>The resolution was put and carried unanimously.</p>
<p><b>Resolution No. 2: Severance</b></p>
<p>Moved by the Sugar Branch and seconded by the Estate Police Branch.</p>
<p>WHEREAS companies have been wound up on a Friday and opened with another name on the Monday;</p>
<p>BE IT RESOLVED THAT the officers seek an amendment to the Retrenchment Act by which the second company shall pay the debts of the first.</p>
<p>The resolution was put and carried.</p>
<p><b>Resolution No. 3: Check-off</b></p>
<p>Moved by the Schools Maintenance Branch. There was no seconder for some time, and then the Port Branch seconded.</p>
<p>BE IT RESOLVED THAT dues be collected by the shop steward in person, as they were in our fathers' day.</p>
<p>The resolution was put and lost.</p>
<p><b>Resolution No. 4: Carnival Monday</b></p>
<p>This was withdrawn by the Port Branch.</p>
<p><b>Resolution No. 5: Headquarters roof</b></p>
<p>This was referred back to the General Council for three estimates.</p>
<p><b>Resolution No. 6: Solidarity with hotel workers in Tobago</b></p>
<p>Moved by the General Council.</p>
<p>BE IT RESOLVED THAT this Conference support the hotel workers in their stand and give ten thousand dollars to the fund.</p>
<p>It was agreed to read "twenty" for "ten". The resolution was carried as amended.</p>
<p><b>Resolution No. 7: Bus fares</b></p>
<p>Resolutions 7 and 8 were not reached, the hall being wanted for a wedding.</p>
</body></html>
'''

write(__file__, "odt", PAGE)
