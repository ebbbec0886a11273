#!/usr/bin/env python3
"""Prints 12-teachers-institute-agm.pdf: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = r"""<html><head><meta charset="utf-8"></head><body>
<h1>The Scottish Schoolteachers' Institute</h1>
<h2>Annual General Meeting 2017: Resolutions of the AGM</h2>
<p>Dundee, 8 to 10 June</p>
<h2>EDUCATION</h2>
<p><b>1. Senior phase (Fife Local Association)</b></p>
<p>“That this AGM instruct Council to survey members upon the number of levels which are taught in one room at one time in the senior phase, and to make the answers public.”</p>
<p><b>CARRIED</b></p>
<p><b>2. Gaelic medium (Highland Local Association)</b></p>
<p>“That this AGM call upon the Government to fund twenty new places a year for those who train to teach through the medium of Gaelic.”</p>
<p><b>CARRIED AS AMENDED</b></p>
<p><b>3. Home economics (Angus Local Association)</b></p>
<p>“That this AGM deplore the loss of teachers of home economics and instruct Council to press for bursaries.”</p>
<p><b>CARRIED</b></p>
<p><b>4. National tests at five (Glasgow Local Association)</b></p>
<p>“That this AGM instruct Council to ballot all members in primary schools for a boycott of the test at five.”</p>
<p><b>LOST</b></p>
<h2>SALARIES</h2>
<p><b>5. Ten per cent (Edinburgh Local Association)</b></p>
<p>“That this AGM resolve that the claim for 2018 be ten per cent, and that an offer of less than half of it be refused without a ballot.”</p>
<p><b>CARRIED</b></p>
<p><b>6. Island allowance (Shetland Local Association)</b></p>
<p>“That this AGM ask Council to seek an allowance for ferry fares in the school holidays.”</p>
<p><b>REMITTED TO COUNCIL</b></p>
<h2>ORGANISATION</h2>
<p><b>7. AGM every two years (Council)</b></p>
<p>“That this AGM agree that after 2019 it meet in every second year.”</p>
<p><b>LOST ON A ROLL VOTE</b></p>
<p><b>8. Paper copies (Moray Local Association)</b></p>
<p>“That this AGM instruct Council to send the journal upon paper to each retired member.”</p>
<p><b>WITHDRAWN</b></p>
</body></html>
"""

write(__file__, "pdf", PAGE)
