#!/usr/bin/env python3
"""Writes 19-credit-unions-agm-booklet.odt beside this script (needs libreoffice)."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

HTML = r"""<html><head><meta charset="utf-8"></head><body>
<h1>League of Credit Unions</h1>
<h2>Annual General Meeting 2026</h2>
<p>Galway, 24 and 25 April 2026</p>
<h2>Resolutions and motions</h2>
<p>Motions 1 to 4 need a simple majority. Rule amendments need two thirds of those who vote.</p>
<h3>Motion 1</h3>
<p><b>Proposed by:</b> Ballina Credit Union Limited</p>
<p>That this Annual General Meeting calls on the Board of the League to seek a change in the cap on lending for homes so that credit unions in the west may lend to their members on the same terms as a bank.</p>
<h3>Motion 2</h3>
<p><b>Proposed by:</b> Strabane Credit Union Limited</p>
<p>That this Annual General Meeting notes the withdrawal of cash machines from forty-one towns and requests the Board to explore a shared machine, with the name of no one credit union upon it.</p>
<h3>Motion 3</h3>
<p><b>Proposed by:</b> Clondalkin and District Credit Union Limited</p>
<p>That this Annual General Meeting directs that the affiliation fee for 2027 shall not be more than that for 2026.</p>
<h3>Motion 4</h3>
<p><b>Proposed by:</b> Chapter 11</p>
<p>That this Annual General Meeting asks that a school quiz in the Irish language be held each year beside the quiz in English, with heats in all chapters.</p>
<h3>Rule amendment 1</h3>
<p><b>Proposed by:</b> Board of Directors</p>
<p>That rule 27(1) be amended by the deletion of the words "nine months" and the insertion of the words "twelve months".</p>
<h3>Rule amendment 2</h3>
<p><b>Proposed by:</b> Board of Directors</p>
<p>That rule 40 be amended by the insertion, after the word "post", of the words "or by electronic mail".</p>
<h3>Rule amendment 3</h3>
<p><b>Proposed by:</b> Carrick-on-Shannon Credit Union Limited</p>
<p>That rule 61(4) be deleted and that the rules which follow it be numbered again.</p>
<h3>Rule amendment 4</h3>
<p><b>Proposed by:</b> Youth Committee</p>
<p>That rule 33 be amended by the deletion of the word "eighteen" and the insertion of the word "sixteen".</p>
</body></html>
"""

write(__file__, "odt", HTML)
