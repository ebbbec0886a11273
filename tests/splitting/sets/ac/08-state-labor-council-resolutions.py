#!/usr/bin/env python3
"""Prints 08-state-labor-council-resolutions.pdf: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = r"""<html><head><meta charset="utf-8"></head><body>
<h1>Columbia Basin State Labor Federation</h1>
<p><b>2025 Constitutional Convention, Pasco, July 22-24, 2025</b></p>
<p>Proposed resolutions</p>
<p><b>Resolution #1<br>ON THE RIGHT TO STRIKE AND UNEMPLOYMENT INSURANCE</b></p>
<p>WHEREAS, employers prepare for a strike by saving and workers prepare by borrowing; and</p>
<p>WHEREAS, a bill to pay benefits from the second week of a strike failed by a single vote; now, therefore, be it</p>
<p>RESOLVED, that this Federation make that bill its first demand of the next session; and be it further</p>
<p>RESOLVED, that no legislator who voted against it be endorsed.</p>
<p><i>Submitted by Painters District Lodge 9 and Grain Handlers Local 55</i></p>
<p><b>Resolution #2<br>ON DATA CENTERS AND THE RIVER</b></p>
<p>WHEREAS, seven data centers have been built within forty miles of the dams; and</p>
<p>WHEREAS, they hire by the dozen while they draw power by the megawatt; now, therefore, be it</p>
<p>RESOLVED, that tax relief be given only where construction and maintenance are under a project labor agreement.</p>
<p><i>Submitted by Power Linemen Local 701</i></p>
<p><b>Resolution #3<br>ON PAID LEAVE FOR FARM WORKERS</b></p>
<p>WHEREAS, smoke closed the orchards for nineteen days and nobody was paid; now, therefore, be it</p>
<p>RESOLVED, that this Federation support a fund, raised from growers and packing houses, to replace wages lost to smoke and heat.</p>
<p><i>Submitted by Fruit Packers Union Local 3 and the Four Rivers Labor Council</i></p>
<p><b>Resolution #4<br>ON APPRENTICES AND CHILD CARE</b></p>
<p>WHEREAS, work on a site begins at six and day care begins at seven; and</p>
<p>WHEREAS, one woman in three who leaves an apprenticeship says that this was the reason; now, therefore, be it</p>
<p>RESOLVED, that affiliates bargain for child care funds of not less than ten cents an hour; and be it further</p>
<p>RESOLVED, that the Federation publish a model clause by January 2026.</p>
<p><i>Submitted by Women in the Trades Caucus</i></p>
<p><b>Resolution #5<br>ON HOSPITAL MERGERS</b></p>
<p>WHEREAS, a merged chain has closed three maternity wards since 2021; now, therefore, be it</p>
<p>RESOLVED, that the attorney general be urged to refuse any merger which does not keep services open for ten years.</p>
<p><i>Submitted by Hospital Workers Local 1220</i></p>
<p><b>Resolution #6<br>ON THE PER CAPITA TAX</b></p>
<p>WHEREAS, the per capita tax has not risen since 2014; now, therefore, be it</p>
<p>RESOLVED, that it be increased by five cents per member per month on January 1, 2026, and by five cents more a year later.</p>
<p><i>Submitted by the Executive Board</i></p>
<p><b>Resolution #7<br>ON SCHOOL BUS DRIVERS</b></p>
<p>WHEREAS, a driver of a split shift is at work for eleven hours and is paid for five; now, therefore, be it</p>
<p>RESOLVED, that the Federation seek a law under which a gap of less than three hours counts as time worked.</p>
<p><i>Submitted by School Employees Chapter 88</i></p>
<p><b>Resolution #8<br>ON REMEMBRANCE OF THE 1917 LUMBER STRIKE</b></p>
<p>WHEREAS, the eight-hour day came to the camps by a strike that schools do not teach; now, therefore, be it</p>
<p>RESOLVED, that $5,000 be given for a marker at the old Wenas depot.</p>
<p><i>Submitted by the Four Rivers Labor Council</i></p>
</body></html>
"""

write(__file__, "pdf", PAGE)
