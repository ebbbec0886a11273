#!/usr/bin/env python3
"""Prints 11-teaching-council-delegates-results.docx: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = r"""<html><head><meta charset="utf-8"></head><body>
<h1>Union of Welsh Teachers</h1>
<h1>Delegate Assembly 2020</h1>
<p>Results of voting on the motions. The Assembly was held by video on 17 October 2020.</p>
<table border="1">
<tr><td><b>Motion</b></td><td><b>Title</b></td><td><b>Moved by</b></td><td><b>Result</b></td></tr>
<tr><td>1</td><td>Safe return of schools</td><td>Executive</td><td>Carried</td></tr>
<tr><td>2</td><td>Laptops for every pupil</td><td>Cardiff</td><td>Carried</td></tr>
<tr><td>3</td><td>Cancel the 2021 examinations</td><td>Swansea</td><td>Carried as amended</td></tr>
<tr><td>3.1</td><td>&nbsp;</td><td>Conwy</td><td>Carried</td></tr>
<tr><td>4</td><td>Supply pool for Wales</td><td>Newport</td><td>Carried</td></tr>
<tr><td>5</td><td>Welsh in the workplace</td><td>Gwynedd</td><td>Carried</td></tr>
<tr><td>6</td><td>Ballot on ventilation</td><td>Torfaen</td><td>Lost</td></tr>
<tr><td>7</td><td>Curriculum delay</td><td>Powys</td><td>Remitted</td></tr>
<tr><td>8</td><td>Buildings fund</td><td>Flintshire</td><td>Withdrawn</td></tr>
<tr><td>9</td><td>Free school meals in holidays</td><td>Anglesey</td><td>Carried</td></tr>
<tr><td>10</td><td>Uniform costs</td><td>Bridgend</td><td>Not reached</td></tr>
<tr><td>11</td><td>Retired members' week</td><td>Pembroke</td><td>Not reached</td></tr>
</table>
<p>Total delegates voting: 166.</p>
</body></html>
"""

write(__file__, "docx", PAGE)
