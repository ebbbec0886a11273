#!/usr/bin/env python3
"""Prints 20-dockers-conference.pdf: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = '''\
<html><head><meta charset="utf-8"><title>Final agenda</title></head><body>
<h1>Docks and Waterways Conference 2030</h1>
<p>Hull City Hall, 11 and 12 April</p>
<h2>FINAL AGENDA</h2>
<p><b>1. PORT HEALTH</b></p>
<p>Conference notes that fumigated boxes are opened by our members with no more warning than a sticker. Conference calls for each box to be tested before the seal is cut.</p>
<p><i>Felixstowe Branch</i></p>
<p><b>2. AUTOMATION</b></p>
<p>Conference has no quarrel with a crane that drives itself if the driver shares in what it earns. Conference instructs the National Committee to agree with each port:</p>
<p>(a) no compulsory redundancy for fifteen years;</p>
<p>(b) training for all who want it; and</p>
<p>(c) a shorter week.</p>
<p><i>London Gateway Branch<br>Southampton Branch</i></p>
<p><b>Amendment to Motion 2</b></p>
<p>In (a), delete "fifteen" and insert "twenty-five".</p>
<p><i>Tees Branch</i></p>
<p><b>3. CANAL LOCK KEEPERS</b></p>
<p>Conference deplores the use of volunteers as lock keepers in the season and their absence in the flood. Conference believes that water does as it likes and that somebody should be paid to watch it.</p>
<p><i>Trent and Mersey Branch</i></p>
<p><b>4. PENSION AGE</b></p>
<p>Conference resolves to campaign for a pension at sixty for those who have lashed containers for twenty years.</p>
<p><i>Clyde Branch</i></p>
<p><b>5. FREEPORTS</b></p>
<p>Conference is opposed to the extension of the freeports and asks for the accounts of each of them to be laid before Parliament every spring.</p>
<p><i>Tees Branch</i></p>
<p><b>Amendment to Motion 5</b></p>
<p>Delete all after "freeports" and insert "and calls for an end to those we have".</p>
<p><i>Liverpool Branch</i></p>
<p><b>6. TUG CREWS</b></p>
<p>Conference is of the opinion that a tug with two aboard is a tug without a crew. Conference instructs the National Committee to refuse all rosters of fewer than three from the first of January.</p>
<p><i>Milford Haven Branch</i></p>
<p><b>7. DOCKERS' MEMORIAL</b></p>
<p>Conference notes that there is a statue of the man who owned the dock and none of those who built it. Conference agrees to give a thousand pounds to the appeal.</p>
<p><i>London Gateway Branch</i></p>
<h2>EMERGENCY MOTION</h2>
<p><b>E1. GRAIN TERMINAL</b></p>
<p>Conference has heard with anger that notice of dismissal was given on Tuesday to 64 members at the grain terminal. Conference calls for the notices to be withdrawn before any talks.</p>
<p><i>Liverpool Branch</i></p>
</body></html>
'''

write(__file__, "pdf", PAGE)
