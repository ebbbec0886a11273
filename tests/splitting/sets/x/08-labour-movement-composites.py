#!/usr/bin/env python3
"""Prints 08-labour-movement-composites.docx: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

SOURCE = """<html><head><meta charset="utf-8"><title>Composites</title></head><body>
<p>Conference Arrangements Committee Report 4</p>
<p>Annual Conference 2029</p>
<p><b>Composite motions for debate on Tuesday</b></p>
<h2>Composite 1 – Energy ownership</h2>
<p>Conference notes that household bills rose again in October and that shareholders of network firms drew £4 billion.</p>
<p>Conference believes that pipes and wires are a natural monopoly.</p>
<p>Conference calls on the government to take the networks back into public hands at the end of each licence, and to fund local energy clubs.</p>
<p><i>Mover: Hastings and Rye CLP</i><br><i>Seconder: General and Municipal Trades</i></p>
<h2>Composite 2 – Child poverty</h2>
<p>Conference welcomes the end of the limit on benefits for larger families.</p>
<p>Conference notes that four million children live below the line even so.</p>
<p>Conference resolves to:</p>
<ol><li>set a target in law to halve child poverty in ten years</li><li>raise child benefit by £20 a week</li><li>open a Family Hub in every ward.</li></ol>
<p><i>Mover: Shop Staffs' Union</i><br><i>Seconder: Stockport CLP</i></p>
<h2>Composite 3 – Social care</h2>
<p>Conference is proud of the fair pay agreement for care. Conference believes that it must be the first step to a national care service, free at the point of use. Conference calls for a timetable to be published before the next election.</p>
<p><i>Mover: Public Service Workers</i><br><i>Seconder: Exmoor CLP</i></p>
<h2>Composite 4 – Buses</h2>
<p>Conference notes that franchising has brought back 14 lost routes in one county alone. Conference calls for a fund to let smaller councils follow, for a cap on fares of £2, and for drivers to have one national rate.</p>
<p><i>Mover: Transport Union</i><br><i>Seconder: Bishop Auckland CLP</i></p>
<h2>Composite 5 – Town centres</h2>
<p>Conference recognises that an empty shop is a wound. Conference asks for a power to let by auction any shop which has stood empty for six months, and for the police to treat theft from shops as a crime against those who serve in them.</p>
<p><i>Mover: Rotherham CLP</i><br><i>Seconder: Co-operators' Society</i></p>
<h2>Emergency motion 1 – Floods in the Calder Valley</h2>
<p>Conference sends sympathy to those driven from their homes on 19 September. Conference thanks the fire crews. Conference calls for the scheme of grants to be opened without delay to those who rent as well as to those who own.</p>
<p><i>Mover: Calder Valley CLP</i><br><i>Seconder: Fire Control Union</i></p>
<h2>Emergency motion 2 – Journalists in detention</h2>
<p>Conference condemns the arrest of eleven journalists in one week. Conference calls on ministers to raise their cases at the summit next month and to offer visas to their families.</p>
<p><i>Mover: Writers' and Printers' Union</i><br><i>Seconder: Hackney South CLP</i></p>
<p><b>Motions not composited</b></p>
<p>The motion on Votes at 16 has been withdrawn by Dudley CLP.</p>
</body></html>
"""

write(__file__, "docx", SOURCE)
