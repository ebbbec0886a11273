#!/usr/bin/env python3
"""Writes 20-college-union-branch-minutes.pdf beside this script (needs libreoffice)."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

HTML = r"""<html><head><meta charset="utf-8"></head><body>
<h1>Westmoor College Union Branch</h1>
<h2>Minutes of the Annual General Meeting, 18 June 2025</h2>
<p>Present: 54 members. The meeting was quorate.</p>
<p><b>1. Minutes</b></p>
<p>The minutes of the meeting of 7 May were agreed.</p>
<p><b>2. Treasurer's report</b></p>
<p>The branch has £3,118 in hand. The report was received.</p>
<p><b>3. Motions</b></p>
<p><b>Motion A: Timetables</b></p>
<p>Proposed by the Branch Committee</p>
<p>This branch notes that in three of the past four years the timetable came out after term had begun. This branch resolves to enter a grievance for all members, should the next not be out by 1 August.</p>
<p>Carried unanimously.</p>
<p><b>Motion B: Parking permits</b></p>
<p>Proposed by the Hourly Paid Group</p>
<p>This branch believes that a lecturer who is paid for six hours should not pay for a permit of five days. This branch calls for a permit by the day at £1.</p>
<p>Amendment, proposed by the Green Group</p>
<p>Add at end: "and for the income to be spent upon racks for bicycles."</p>
<p>The amendment was carried. The motion was carried as amended.</p>
<p><b>Motion C: Name of the new building</b></p>
<p>Proposed by the History Section</p>
<p>This branch asks the governors to name the new building after the dinner ladies of 1972, whose strike saved the kitchens.</p>
<p>Lost by 20 votes to 24.</p>
<p><b>Motion D: Delegates to the trades council</b></p>
<p>Proposed by the Branch Committee</p>
<p>This branch agrees to send two delegates and to pay their fares, and asks that they report to each meeting in writing.</p>
<p>Carried.</p>
<p><b>4. Business deferred</b></p>
<p>Motion E: Choir was deferred to the autumn.</p>
<p>Motion F: Sabbatical post was withdrawn.</p>
<p>The meeting closed at 2.05 pm.</p>
</body></html>
"""

write(__file__, "pdf", HTML)
