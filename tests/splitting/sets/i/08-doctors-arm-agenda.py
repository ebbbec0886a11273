#!/usr/bin/env python3
"""Writes 08-doctors-arm-agenda.pdf beside this script (needs libreoffice)."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

HTML = r"""<html><head><meta charset="utf-8"></head><body>
<h1>Annual Representative Meeting 2030</h1>
<h3>ARM 1 - Agenda and guide</h3>
<p>Motions marked AR will be accepted as a reference.</p>
<h2>WORKFORCE</h2>
<p><b>5 &nbsp; Motion</b> by NORTH DEVON DIVISION: That this meeting notes the number of rota gaps on medical wards at weekends and:-<br>
i) believes that a gap which is known of for six weeks is no emergency;<br>
ii) demands that the cost of a gap be shared by those who cover it;<br>
iii) calls on council to publish a map of gaps every quarter.</p>
<p><b>6 &nbsp; Motion</b> by RESIDENT DOCTORS CONFERENCE: That this meeting insists that rotas be sent out not less than eight weeks ahead and that a doctor whose rota is late may choose his or her own leave.</p>
<p>6a &nbsp; <b>Amendment</b> by LOTHIAN DIVISION: That the word "eight" be replaced by the word "twelve".</p>
<p><b>7 &nbsp; Motion</b> by SOUTH WEST REGIONAL COUNCIL: That this meeting deplores the loss of doctors' messes and calls for a mess with beds, a fridge and a door that locks to be made a condition of training approval. (AR)</p>
<h2>GENERAL PRACTICE</h2>
<p><b>8 &nbsp; Motion</b> by CONFERENCE OF LMCS: That this meeting believes that twenty-five contacts a day is the safe limit for a general practitioner and asks council:-<br>
i) to advise all practices of the limit;<br>
ii) to seek a change in the contract by which the limit is given force.</p>
<p><b>9 &nbsp; Motion</b> by GLAMORGAN DIVISION: That this meeting has no confidence in the funding formula for practices that serve the valleys, and requires that deprivation be given double weight.</p>
<h2>PUBLIC HEALTH</h2>
<p><b>10 &nbsp; Motion</b> by PUBLIC HEALTH MEDICINE CONFERENCE: That this meeting calls for a ban on the sale of disposable barbecues on moorland and in car parks, for the sake of lungs and of larks.</p>
<p><b>11 &nbsp; Motion</b> by EDGWARE DIVISION: That this meeting supports free fruit in all primary schools and opposes the sponsorship of sports days by makers of fizzy drinks.</p>
<p><b>12 &nbsp; Motion</b> by THE AGENDA COMMITTEE (COMPOSITE OF MOTIONS 13, 14 AND 15): That this meeting recognises the harm done by gambling and asks the government to:-<br>
i) end its advertising during matches;<br>
ii) lay a levy upon the trade for treatment within the health service.</p>
<h2>ARTICLES AND BYE-LAWS</h2>
<p><b>16 &nbsp; Motion</b> by COUNCIL: That bye-law 41(2) be amended by the deletion of "three" and the insertion of "four".</p>
</body></html>
"""

write(__file__, "pdf", HTML)
