#!/usr/bin/env python3
"""Prints 06-presbyterian-assembly-notices.pdf: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = r"""<html><head><meta charset="utf-8"></head><body>
<h2>THE REFORMED CHURCH OF THE SOUTHERN ISLANDS</h2>
<h3>General Assembly 2012 – Notices of Motion</h3>
<p>Notices of motion received from presbyteries and from commissioners by 31 August. Numbers are those of the white book.</p>
<p><b>12.01&nbsp; Housing for ministers in retirement</b></p>
<p>Presbytery of Northern Waters gives notice that it will move:</p>
<p>That the General Assembly resolve to:</p>
<p>(1) note that one in three ministers reaches retirement without a house;</p>
<p>(2) request the Council of Assembly to bring to the next Assembly a scheme of shared purchase; and</p>
<p>(3) invite parishes that have sold a manse since 2000 to give one tenth of the proceeds to it.</p>
<p><b>12.02&nbsp; Youth commissioners</b></p>
<p>Presbytery of the Plains gives notice that it will move:</p>
<p>That the General Assembly direct each presbytery to include among its commissioners at least one person under the age of twenty-five, and that the cost of travel of such commissioners be a charge on the Assembly levy.</p>
<p><b>12.03&nbsp; Alcohol licensing</b></p>
<p>Public Questions Committee gives notice that it will move:</p>
<p>That the General Assembly, grieved by the harm that strong drink does in our towns:</p>
<p>(1) support a minimum price for each unit of alcohol;</p>
<p>(2) oppose the sale of wine and beer in dairies and corner shops; and</p>
<p>(3) urge congregations to attend the hearings on local licensing plans.</p>
<p>Amendment of which notice has been given (Presbytery of Southland Sounds):</p>
<p>That in clause (2) the words "dairies and corner shops" be deleted and the words "any shop within 200 metres of a school" be inserted.</p>
<p><b>12.04&nbsp; Earthquake strengthening of church halls</b></p>
<p>Presbytery of the Plains gives notice that it will move:</p>
<p>That the General Assembly recognise that small parishes cannot meet the cost of strengthening, and request the Property Trustees to set up a revolving loan fund of $3 million, free of interest for the first five years, with priority for halls that are used each week by the wider community.</p>
<p><b>12.05&nbsp; Pacific neighbours and the rising sea</b></p>
<p>Pacific Islands Synod gives notice that it will move:</p>
<p>That the General Assembly assure the churches of the low islands of its prayers; call upon the Government to admit, over and above the present quota, families whose land can no longer be lived on; and ask every congregation to make one Sunday in each year a day of prayer and of giving for them.</p>
<p><b>12.06&nbsp; Elders and the sacrament</b></p>
<p>Presbytery of Kauri Coast gives notice that it will move:</p>
<p>That the General Assembly agree that a presbytery may authorise an elder to preside at communion for a period of up to two years in a congregation without a minister, and remit the matter to presbyteries and sessions under the Barrier procedure.</p>
<p><b>12.07&nbsp; Investment in coal</b></p>
<p>Students of the Hall gives notice that it will move:</p>
<p>That the General Assembly instruct the Trustees to sell, within two years, all holdings in companies that draw more than one twentieth of their income from coal, and to report each year upon the use made of shares to influence the rest.</p>
<p><b>12.08&nbsp; Thanks to the Clerk</b></p>
<p>Council of Assembly gives notice that it will move:</p>
<p>That the General Assembly record its gratitude for eleven years of patient service by the retiring Clerk, and commission a portrait to hang in the Assembly office.</p>
</body></html>
"""

write(__file__, "pdf", PAGE)
