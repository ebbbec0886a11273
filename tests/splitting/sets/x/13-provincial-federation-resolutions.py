#!/usr/bin/env python3
"""Prints 13-provincial-federation-resolutions.odt: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

SOURCE = """<html><head><meta charset="utf-8"><title>Resolutions</title></head><body>
<p align="center"><b>PRAIRIE FEDERATION OF LABOUR</b></p>
<p align="center"><b>58th CONVENTION</b></p>
<p align="center">Brandon, Manitoba, October 18-21, 2029</p>
<p align="center">RESOLUTIONS</p>
<p><b>RESOLUTION NO. 1</b></p>
<p><b>Submitted by Local 1505, Public Employees</b></p>
<p><b>Re: Highway maintenance</b></p>
<p>WHEREAS private contractors left Highway 6 unplowed for nineteen hours; and</p>
<p>WHEREAS crews have been cut by a third since 2018;</p>
<p>THEREFORE BE IT RESOLVED that the Federation campaign to bring winter maintenance back in house; and</p>
<p>BE IT FURTHER RESOLVED that the Federation publish a map of every closed yard.</p>
<p><b>RESOLUTION NO. 2</b></p>
<p><b>Submitted by Local 832, Food and Commercial</b></p>
<p><b>Re: Anti-scab legislation</b></p>
<p>WHEREAS the use of replacement workers prolongs disputes and injures communities;</p>
<p>THEREFORE BE IT RESOLVED that the Federation call on the province to close the gaps in the law on remote work during a strike.</p>
<p><b>RESOLUTION NO. 3</b></p>
<p><b>Submitted by Brandon and District Labour Council</b></p>
<p><b>Re: Intercity bus</b></p>
<p>WHEREAS the last coach from Brandon to The Pas ran in 2018;</p>
<p>WHEREAS members travel to Winnipeg for treatment;</p>
<p>THEREFORE BE IT RESOLVED that the Federation lobby for a publicly owned bus company.</p>
<p><b>RESOLUTION NO. 4</b></p>
<p><b>Submitted by Executive Council</b></p>
<p><b>Re: Truth and reconciliation</b></p>
<p>BECAUSE the calls to action remain largely unmet; and</p>
<p>BECAUSE unions are called upon to act and not merely to speak;</p>
<p>BE IT RESOLVED that affiliates be asked to bargain September 30 as a paid holiday in every agreement.</p>
<p><b>RESOLUTION NO. 5</b></p>
<p><b>Submitted by Local 998, Nurses</b></p>
<p><b>Re: Mandated overtime</b></p>
<p>WHEREAS a nurse may be told at the end of twelve hours to stay for four more;</p>
<p>THEREFORE BE IT RESOLVED that the Federation support the right to refuse; and</p>
<p>BE IT FURTHER RESOLVED that it take out an advertisement in each daily paper.</p>
<p><b>RESOLUTION NO. 6</b></p>
<p><b>Submitted by Local 2348, Students and Support Staff</b></p>
<p><b>Re: International students' health coverage</b></p>
<p>WHEREAS international students lost public coverage and pay $1,100 a year for a private plan;</p>
<p>THEREFORE BE IT RESOLVED that the Federation join the coalition for its return.</p>
<p><b>CONSTITUTIONAL AMENDMENTS</b></p>
<p><b>RESOLUTION NO. C1</b></p>
<p><b>Submitted by Executive Council</b></p>
<p><b>Re: Article 9 - Per capita</b></p>
<p>AMEND Article 9, Section 2 by striking out &quot;68 cents&quot; and inserting &quot;74 cents&quot;, effective January 1, 2030.</p>
<p><b>RESOLUTION NO. C2</b></p>
<p><b>Submitted by Winnipeg Labour Council</b></p>
<p><b>Re: Article 5 - Worker of colour vice-president</b></p>
<p>AMEND Article 5, Section 1 by adding after &quot;one Vice-President, Youth&quot; the words &quot;two Vice-Presidents, Workers of Colour&quot;.</p>
</body></html>
"""

write(__file__, "odt", SOURCE)
