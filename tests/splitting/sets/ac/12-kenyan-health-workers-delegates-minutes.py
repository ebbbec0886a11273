#!/usr/bin/env python3
"""Prints 12-kenyan-health-workers-delegates-minutes.odt: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = r"""<html><head><meta charset="utf-8"></head><body>
<h1>Union of Clinical and Laboratory Staff</h1>
<p><b>Minutes of the Annual Delegates Conference held at Kisumu on 4 December 2015</b></p>
<p>Present: 118 delegates from 37 county branches. In the chair: the National Chairperson.</p>
<p><b>MIN 1/2015 Preliminaries</b></p>
<p>The meeting was opened at 9.40 a.m. with a word of prayer. Apologies were received from Lamu and Mandera branches.</p>
<p><b>MIN 2/2015 Report of the Secretary General</b></p>
<p>The Secretary General took delegates through the report. It was proposed by Nyeri, seconded by Kilifi, and adopted.</p>
<p><b>MIN 3/2015 Resolutions</b></p>
<p><b>Resolution 1: Devolution of the payroll</b><br>Proposed by Homa Bay Branch, seconded by Narok Branch</p>
<p>This conference notes that salaries in fourteen counties were late in every month of the year. It resolves that the union shall give notice of a strike in any county where salaries have not been paid by the fifth day of the month.</p>
<p>Delegates spoke from Bomet, Kitui and Siaya. The resolution was passed unanimously.</p>
<p><b>Resolution 2: Uniform allowance</b><br>Proposed by Nakuru Branch, seconded by Embu Branch</p>
<p>This conference demands that the uniform allowance be raised to ten thousand shillings a year and be paid to laboratory staff as it is paid to nurses.</p>
<p>An amendment by Garissa Branch:</p>
<p>Delete "ten thousand" and insert "fifteen thousand".</p>
<p>The amendment was put and carried. The resolution as amended was passed.</p>
<p><b>Resolution 3: Purchase of a headquarters</b><br>Proposed by Nairobi City Branch, seconded by Kajiado Branch</p>
<p>This conference mandates the National Executive to buy a plot of not less than half an acre within the city, by way of a loan to be paid from the agency fee.</p>
<p>Concerns were raised on the title deed. The resolution was remitted to the National Executive for a report in March.</p>
<p><b>Resolution 4: Term limits</b><br>Proposed by Vihiga Branch, seconded by Busia Branch</p>
<p>This conference resolves that no national official shall hold the same office for more than two terms of five years.</p>
<p>On a vote by show of hands there were 41 for and 69 against. The resolution was lost.</p>
<p><b>Resolution 5: Interns</b><br>Proposed by Uasin Gishu Branch, seconded by Kisii Branch</p>
<p>This conference is disturbed that interns run night clinics alone. It calls upon the ministry to post one qualified officer for each two interns and to pay the stipend through the bank.</p>
<p>The resolution was passed.</p>
<p><b>MIN 4/2015 Any other business</b></p>
<p>The treasurer reminded branches of the audit. There being no other business the meeting ended at 4.15 p.m. with a word of prayer.</p>
</body></html>
"""

write(__file__, "odt", PAGE)
