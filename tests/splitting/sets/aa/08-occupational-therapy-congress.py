#!/usr/bin/env python3
"""Prints 08-occupational-therapy-congress.pdf: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = r"""<html><head><meta charset="utf-8"></head><body>
<h1>Institute of Rehabilitation Therapists</h1>
<p><b>Annual Congress 2014, Gateshead</b><br>Resolutions, matters for discussion and results of votes</p>
<p><b>1. Safe caseloads</b><br>Resolution submitted by the London North branch</p>
<p>That this meeting of Congress demands that Council publish a safe number of patients for one therapist in each setting, and defend any member who declines to go beyond it.</p>
<p>For 412 Against 9 Abstain 14. The resolution was PASSED.</p>
<p><b>2. Volunteers in place of assistants</b><br>Resolution submitted by the Devon and Torbay branch</p>
<p>That this meeting of Congress asks Council to oppose the use of unpaid volunteers to do the work of a paid assistant, while welcoming those who bring the library trolley and the dog.</p>
<p>For 388 Against 30 Abstain 21. The resolution was PASSED.</p>
<p><b>3. Seven-day working</b><br>Resolution submitted by the Grampian branch</p>
<p>That this meeting of Congress urges Council to support therapy services on seven days of the week without additional payment, provided that the rota is published eight weeks before.</p>
<p>For 61 Against 350 Abstain 28. The resolution was NOT PASSED.</p>
<p><b>4. Cycling to visits</b><br>Matter for discussion submitted by the Cambridge branch</p>
<p>That this meeting of Congress discusses whether employers who send a therapist across a city should first be made to try it on a bicycle.</p>
<p>This was a matter for discussion and no vote was taken.</p>
<p><b>5. Assisted dying</b><br>Resolution submitted by the Ethics Forum</p>
<p>That this meeting of Congress asks Council to hold a neutral position on assisted dying, to say so in plain words, and to prepare guidance for members who are asked about it at the bedside.</p>
<p>For 240 Against 171 Abstain 33. The resolution was PASSED.</p>
<p><b>6. Registration fees</b><br>Resolution submitted by the Gwent branch</p>
<p>That this meeting of Congress deplores the rise in the fee for registration and asks that it be paid in twelve parts.</p>
<p>The resolution was withdrawn by the branch.</p>
<p><b>7. Hand therapy in prisons</b><br>Resolution submitted by the Forensic Forum</p>
<p>That this meeting of Congress calls on the commissioners of prison health care to provide hand therapy within a fortnight of injury. Congress notes that a prisoner who waits ten weeks for a splint leaves with a claw and a claim.</p>
<p>For 405 Against 2 Abstain 18. The resolution was PASSED.</p>
<p><b>8. Students on placement</b><br>Resolution submitted by the Student Committee</p>
<p>That this meeting of Congress instructs Council to negotiate for travel and lodging to be paid before a placement begins and not four months after it has ended.</p>
<p>This item was not reached.</p>
<p><b>9. Closure of the Marsh Road unit</b><br>Emergency resolution submitted by the Merseyside branch</p>
<p>That this meeting of Congress condemns the announcement, made while we were on our way here, that the Marsh Road stroke unit will close in July.</p>
<p>For 431 Against 0 Abstain 5. The resolution was PASSED.</p>
</body></html>
"""

write(__file__, "pdf", PAGE)
