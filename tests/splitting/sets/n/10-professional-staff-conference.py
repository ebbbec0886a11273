#!/usr/bin/env python3
"""Prints 10-professional-staff-conference.docx: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = r"""<html><head><meta charset="utf-8"></head><body>
<h1>Institution of Scientific and Technical Civil Servants</h1>
<h1>Biennial Conference 2026: Order paper</h1>
<p>Motions will be taken in the order printed. NEC policy is shown in italics.</p>
<h2>Pay and reward</h2>
<p><b>Motion 1 – Specialist pay bands</b></p>
<p>This Conference notes that forecasters are leaving for private firms at twice the rate of 2022. This Conference instructs the NEC to press for a specialist pay band across departments and to publish each year the vacancy rate in every scientific grade.</p>
<p>Proposed by: Met Office Branch</p>
<p><i>NEC policy: Support</i></p>
<p><b>Motion 2 – Reward vouchers</b></p>
<p>This Conference regards vouchers as no substitute for pay and calls on branches to refuse any further scheme.</p>
<p>Proposed by: Porton Branch</p>
<p><i>NEC policy: Oppose</i></p>
<h2>Health and safety</h2>
<p><b>Motion 3 – Radiation badges</b></p>
<p>This Conference is concerned at delays of up to nine weeks in the reading of badges. This Conference asks the NEC to:</p>
<p>(a) raise the delay with the regulator;</p>
<p>(b) seek a target of ten working days;</p>
<p>(c) report to the branches in the spring.</p>
<p>Proposed by: Nuclear Inspectors' Branch</p>
<p><i>NEC policy: Support</i></p>
<p><b>Amendment 3a</b></p>
<p>In (b), delete “ten” and insert “five”.</p>
<p>Proposed by: Harwell Branch</p>
<p><i>NEC policy: Leave to Conference</i></p>
<p><b>Motion 4 – Fieldwork alone</b></p>
<p>This Conference believes that nobody should be sent alone to a site without a telephone signal. The NEC is to issue a card which a member may show to a manager.</p>
<p>Proposed by: Soil Survey Branch</p>
<p><i>NEC policy: Support</i></p>
<h2>Organisation</h2>
<p><b>Motion 5 – Reserved seats for trainees</b></p>
<p>In Rule 12(3), after “one seat for retired members” insert “and one seat for trainees”.</p>
<p>Proposed by: NEC</p>
<p><b>Motion 6 – Professional journals</b></p>
<p>This Conference deplores the cancelling of journal subscriptions in four laboratories and calls for a shared library across government science.</p>
<p>Proposed by: Fisheries Laboratory Branch</p>
<p><i>NEC policy: Support with qualifications</i></p>
<p><b>Motion 7 – Carbon cost of meetings</b></p>
<p>This Conference agrees that the NEC shall meet by video on three occasions in every four.</p>
<p>Proposed by: Met Office Branch</p>
<p><i>NEC policy: Remit</i></p>
</body></html>
"""

write(__file__, "docx", PAGE)
