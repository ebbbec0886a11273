#!/usr/bin/env python3
"""Prints 13-aotearoa-tertiary-staff-minutes.odt: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = r"""<html><head><meta charset="utf-8"></head><body>
<h1>Tertiary Staff Union Aotearoa</h1>
<p>Minutes of the Annual Conference held at Te Papa, Wellington, 21 and 22 November 2013</p>
<p>Present: 94 delegates, the National Secretary, and staff as listed in Appendix 1. The conference was opened with a karakia.</p>
<p><b>1. Apologies</b></p>
<p>Apologies were received from nine delegates.</p>
<p><b>4.1 Workload models</b></p>
<p>The National President introduced the paper on workload which had been circulated.</p>
<p>Moved: Massey Ward Branch / Seconded: Otago Harbour Branch</p>
<p>That the union develop, by June 2014, a model workload policy in which supervision, pastoral care and community service are counted in hours, and that each branch be supported to put it to its vice-chancellor or chief executive.</p>
<p><b>CARRIED</b></p>
<p><b>4.2 Casual tutors</b></p>
<p>Discussion: several branches reported tutors with eleven or more agreements in a row.</p>
<p>Moved: Waikato River Branch / Seconded: Women's Vice-Presidents</p>
<p>That tutors who have been employed for three successive years on fixed-term agreements be regarded by the union as permanent employees, and that a test case be taken to the Employment Court as soon as a suitable member is willing.</p>
<p><b>CARRIED as amended</b></p>
<p><b>4.3 Polytechnic mergers</b></p>
<p>The Industry Committee spoke in support.</p>
<p>Moved: Northland Branch / Seconded: Tairāwhiti Branch</p>
<p>That conference opposes any merger of polytechnics which does not keep a campus, a library and a full-time dean in every region.</p>
<p><b>CARRIED</b></p>
<p><b>5.1 Levy for the campaign fund</b></p>
<p>The treasurer tabled a forecast to 2016.</p>
<p>Moved: Christchurch Estuary Branch / Seconded: Lincoln Plains Branch</p>
<p>That a levy of fifty cents a week be taken for the campaign fund from 1 April 2014 for a period of two years.</p>
<p><b>LOST</b></p>
<p><b>5.2 Divestment of the reserves</b></p>
<p>It was noted that the reserves stood at $3.1m.</p>
<p>Moved: Victoria Hill Branch / Seconded: Te Uepū</p>
<p>That the union withdraw its reserves from any fund that holds shares in coal, oil, gas or tobacco, that this be done by the end of 2015, and that members be told where their money has gone instead.</p>
<p><b>CARRIED</b></p>
<p><b>6.1 Tiriti relationship</b></p>
<p>Waiata followed.</p>
<p>Moved: Te Uepū / Seconded: Council</p>
<p>That conference affirms the equal standing of Te Uepū with Council and directs that the rules be redrafted, in both languages, so as to make this plain, and that the draft be laid before next year's conference.</p>
<p><b>CARRIED UNANIMOUSLY</b></p>
<p><b>6.2 Meeting dates</b></p>
<p>There was debate on the clash with examinations.</p>
<p>Moved: Auckland Isthmus Branch / Seconded: Unitec Hill Branch</p>
<p>That annual conference be held in the first week of July.</p>
<p><b>Left to lie on the table</b></p>
<p><b>7. Close</b></p>
<p>The conference closed with a karakia at 3.40pm.</p>
</body></html>
"""

write(__file__, "odt", PAGE)
