#!/usr/bin/env python3
"""Prints 19-brewery-workers-decisions.odt: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = '''\
<html><head><meta charset="utf-8"><title>Decisions</title></head><body>
<h1>Brewery, Distillery and Soft Drink Workers' Union</h1>
<p>Triennial Conference 2028</p>
<h2>Decisions</h2>
<table border="1">
<tr><td><b>No.</b></td><td><b>Title</b></td><td><b>Branch</b></td><td><b>Decision</b></td></tr>
<tr><td>1</td><td>Beer allowance</td><td>Burton</td><td>Carried</td></tr>
<tr><td>2</td><td>Draymen's backs</td><td>Tadcaster</td><td>Carried</td></tr>
<tr><td>3</td><td>Horses</td><td>Tadcaster</td><td>Lost</td></tr>
<tr><td>4</td><td>Alcohol-free lines</td><td>Park Royal</td><td>Carried as amended</td></tr>
<tr><td>5</td><td>Deposit on cans</td><td>Bottlers' Section</td><td>Remitted to Executive</td></tr>
<tr><td>6</td><td>Night shift in maltings</td><td>Norwich</td><td>Carried</td></tr>
<tr><td>7</td><td>Carbon dioxide alarms</td><td>Speyside</td><td>Carried</td></tr>
<tr><td>8</td><td>Foreign ownership</td><td>Edinburgh</td><td>Withdrawn</td></tr>
<tr><td>9</td><td>Pub closures</td><td>Burton</td><td>In Composite A</td></tr>
<tr><td>10</td><td>Tied tenants</td><td>Swansea</td><td>In Composite A</td></tr>
<tr><td>Composite A</td><td>The public house</td><td>Burton</td><td>Carried</td></tr>
<tr><td>11</td><td>Hop pickers' hostel</td><td>Faversham</td><td>Not reached</td></tr>
<tr><td>12</td><td>Rule 8</td><td>Executive</td><td>Carried</td></tr>
</table>
</body></html>
'''

write(__file__, "odt", PAGE)
