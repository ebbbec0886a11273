#!/usr/bin/env python3
"""Writes 16-irish-teachers-congress.odt beside this script (needs libreoffice)."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

HTML = r"""<html><head><meta charset="utf-8"></head><body>
<h1>Cumann Oidí Pobail</h1><h1>Annual Congress 2028</h1>
<h2>FINAL AGENDA</h2>
<h3>SALARIES</h3>
<p><b>1. Restoration of allowances</b></p>
<p>Congress demands that allowances for degrees be restored to all those who entered teaching after 2012, with effect from the first day of their service.</p>
<p><i>(CEC; Sligo)</i></p>
<p><b>2. Substitution rates</b></p>
<p>Congress calls on the Central Executive Committee to negotiate a rate for casual substitution which is not less than the tenth point of the scale.</p>
<p><i>(Dublin South County; Carlow)</i></p>
<p><b>3. Rent in the cities</b></p>
<p>Congress notes that one in four posts in Dublin had no applicant last summer. Congress instructs the CEC to seek an allowance for teachers in Dublin, Cork and Galway, and the use of vacant convents as homes for staff.</p>
<p><i>(Dublin City Branch)</i></p>
<p><b>Amendment to 3</b></p>
<p>After "Galway" insert "and in the towns within an hour of Dublin by rail".</p>
<p><i>(Kildare)</i></p>
<h3>CONDITIONS OF SERVICE</h3>
<p><b>4. Senior cycle reform</b></p>
<p>Congress directs members not to mark the work of their own pupils for the certificate, and directs the CEC to ballot for action up to and including a strike should the scheme be imposed.</p>
<p><i>(Cork City; Limerick County)</i></p>
<p><b>5. Croke Park hours</b></p>
<p>Congress instructs the CEC to seek an end to the thirty-three hours.</p>
<p><i>(Donegal)</i></p>
<h3>ORGANISATION</h3>
<p><b>6. Rule 42</b></p>
<p>Delete "at Easter" and substitute "in the first full week of April".</p>
<p><i>(Wexford)</i></p>
<p><b>7. Irish language</b></p>
<p>Go n-iarrann an Chomhdháil ar an gCoiste Feidhmiúcháin gach foirm de chuid an chumainn a chur ar fáil as Gaeilge roimh dheireadh na bliana.</p>
<p><i>(Gaillimh Thiar)</i></p>
<p><b>8. Buildings</b></p>
<p>Congress deplores the continued teaching of classes in halls, on stages and in prefabs, and asks that a list of all prefabs, with the date on which each was put up, be sent to every deputy.</p>
<p><i>(Meath; Louth)</i></p>
</body></html>
"""

write(__file__, "odt", HTML)
