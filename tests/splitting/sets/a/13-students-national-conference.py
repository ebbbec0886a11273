#!/usr/bin/env python3
"""Prints 13-students-national-conference.docx: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = r"""<html><head><meta charset="utf-8"></head><body>
<h1>Federation of Student Unions: National Conference 2014</h1>
<p>CD11: Final proposals. Liverpool, 8-10 April.</p>
<h2>Education Zone</h2>
<h3>Motion 201: Hidden course costs</h3>
<p>Submitted by: Arts University Students' Union</p>
<p>Conference Believes</p>
<p>1. Students of fashion spend £640 a year upon cloth.</p>
<p>2. No prospectus says so.</p>
<p>Conference Resolves</p>
<p>1. To publish a table of costs, course by course, before each open day.</p>
<p>2. To lobby for the costs to be part of the fee.</p>
<h3>Amendment 201a</h3>
<p>Submitted by: Leith College Students' Association</p>
<p>Action: Add</p>
<p>Conference Resolves 3: To include the cost of field trips and of boots.</p>
<h3>Motion 202: Postgraduates who teach</h3>
<p>Submitted by: Postgraduate Section</p>
<p>Conference Believes</p>
<p>1. One in three of us has taught without a contract.</p>
<p>Conference Resolves</p>
<p>1. To write with the lecturers' union a charter for those who study and teach.</p>
<h2>Welfare Zone</h2>
<h3>Motion 301: Guarantors for renters</h3>
<p>Submitted by: Care Leavers' Network, Solent Students' Union</p>
<p>Conference Believes</p>
<p>1. A student without parents can find no guarantor and so pays six months in advance.</p>
<p>Conference Resolves</p>
<p>1. To ask each university to stand as guarantor.</p>
<p>2. To rank universities by their answer.</p>
<h3>Motion 302: Counselling waits</h3>
<p>Submitted by: Solent Students' Union</p>
<p>Conference Believes</p>
<p>1. The wait for a counsellor at our university was eleven weeks in March.</p>
<p>Conference Resolves</p>
<p>1. To campaign for a limit of three.</p>
<h3>Amendment 302a</h3>
<p>Submitted by: Disabled Students' Section</p>
<p>Action: Delete and replace</p>
<p>In Conference Resolves 1 delete “three” and replace with “two”.</p>
<h2>Society and Citizenship Zone</h2>
<h3>Motion 401: Votes at the hall of residence</h3>
<p>Submitted by: National Executive Council</p>
<p>Conference Resolves</p>
<p>1. To ask each electoral officer for a polling place within half a mile of every hall.</p>
<h2>Annual General Meeting</h2>
<h3>Motion 501: Change to the articles: trustees</h3>
<p>Submitted by: Trustee Board</p>
<p>In Article 62 delete “four lay trustees” and insert “five lay trustees, of whom one shall be under 25”.</p>
</body></html>
"""

write(__file__, "docx", PAGE)
