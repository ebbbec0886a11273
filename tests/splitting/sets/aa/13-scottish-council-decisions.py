#!/usr/bin/env python3
"""Prints 13-scottish-council-decisions.odt: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = r"""<html><head><meta charset="utf-8"></head><body>
<h1>APEU Scotland</h1>
<h2>Scottish Council, 5 June 2021 (held online)</h2>
<p>Record of decisions, for branch secretaries</p>
<p><b>Motions carried</b></p>
<p>1. Recovery from the pandemic</p>
<p>2. A national care service</p>
<p>5. Council pay 2021</p>
<p>6. Air quality in schools</p>
<p>8. Ferries</p>
<p>11. Nursery workers and the 1140 hours</p>
<p><b>Motions carried as amended</b></p>
<p>3. Home working allowance</p>
<p>9. Conference of the parties in Glasgow</p>
<p><b>Motions lost</b></p>
<p>7. Return to meetings in person</p>
<p><b>Motions remitted</b></p>
<p>4. Facility time for equality officers</p>
<p><b>Motions not heard for lack of time</b></p>
<p>10. Free bus travel for the under-22s</p>
<p>12. Zero waste depots</p>
</body></html>
"""

write(__file__, "odt", PAGE)
