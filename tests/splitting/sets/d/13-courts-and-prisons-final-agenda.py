#!/usr/bin/env python3
"""Prints 13-courts-and-prisons-final-agenda.pdf: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = r"""<html><head><meta charset="utf-8"></head><body>
<h1>Justice and Prisons Staff Union</h1>
<h2>Annual Conference 2015 - Final Agenda</h2>
<p>Eastbourne, 12 to 14 May 2015</p>
<h2>Staffing and safety</h2>
<p><b>1. STAFFING ON LANDINGS</b></p>
<p>This Conference notes that assaults on staff have risen by 28% in the two years since landing numbers were cut. This Conference instructs the National Executive Committee to:</p>
<p>i. publish a safe number for each type of wing;</p>
<p>ii. support any branch which withdraws from unsafe work;</p>
<p>iii. give evidence to the coroner where a member is hurt.</p>
<p>Pentland Branch</p>
<p><b>2. NEW PSYCHOACTIVE SUBSTANCES</b></p>
<p>This Conference is alarmed at the harm caused to members by smoke in closed cells and asks for blood tests on request, paid leave after exposure, and masks on every landing.</p>
<p>Fenwick and Trent Branch</p>
<p><b>Amendment to Motion 2</b></p>
<p>Insert “and court cells” after “landing”.</p>
<p>Isle of Sheppey Branch</p>
<p><b>3. COURT CLOSURES</b></p>
<p>This Conference opposes the closing of a further ninety courts. Witnesses will share a bus with those they accuse. The National Executive Committee is instructed to commission a map of journey times by public transport and to send it to every member of parliament.</p>
<p>Magistrates' Courts North Branch</p>
<h2>Terms and conditions</h2>
<p><b>4. RETIREMENT AT SIXTY-EIGHT</b></p>
<p>This Conference believes that sixty-eight is too late to be running up stairs towards an alarm, and reaffirms the demand for a retirement age of sixty.</p>
<p>Long Lartington Branch</p>
<p><b>5. BOOTS</b></p>
<p>This Conference calls for an allowance of £90 a year for boots in place of those supplied.</p>
<p>Wolds Branch</p>
<p><b>6. DETACHED DUTY</b></p>
<p>This Conference demands that nobody be sent on detached duty for more than twenty-eight days without consent, and that a fare home be paid each weekend.</p>
<p>Pentland Branch</p>
<h2>The union</h2>
<p><b>7. SUBSCRIPTIONS</b></p>
<p>This Conference agrees that the weekly subscription be £4.10 from 1 January 2016.</p>
<p>National Executive Committee</p>
<p><b>8. RULE 19: FULL TIME OFFICERS</b></p>
<p>Delete “appointed by” and insert “elected by the members in”.</p>
<p>Wolds Branch</p>
</body></html>
"""

write(__file__, "pdf", PAGE)
