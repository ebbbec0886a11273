#!/usr/bin/env python3
"""Prints 20-democratic-party-provincial-convention.odt: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

SOURCE = """<html><head><meta charset="utf-8"><title>Convention resolutions</title></head><body>
<h1>New Social Democrats of Nova Scotia</h1>
<h2>Provincial Convention 2028</h2>
<p>Resolutions book</p>
<h2>1. Building an economy that works</h2>
<p><b>1-01-28 Resolution on Rural Cell Coverage</b></p>
<p>Submitted by Cape Breton Highlands riding association</p>
<p>Whereas a call to 911 fails on one third of Route 19; and</p>
<p>Whereas private carriers have been paid to fix it;</p>
<p>Therefore be it resolved that a New Social Democrat government build towers and own them.</p>
<p><b>1-02-28 Resolution on the Lobster Price</b></p>
<p>Submitted by Argyle riding association</p>
<p>Whereas harvesters are told the price after they have landed the catch;</p>
<p>Therefore be it resolved that a New Social Democrat government set up an office which will post a price each Sunday night; and</p>
<p>Be it further resolved that it be paid for by the buyers.</p>
<p><b>1-03-28 Resolution on Tips</b></p>
<p>Submitted by Young Social Democrats</p>
<p>Be it resolved that the party support a law that all of a tip belongs to the person who earned it, less nothing, and that breach be punished by a fine.</p>
<h2>2. Caring for each other</h2>
<p><b>2-01-28 Resolution on Emergency Rooms</b></p>
<p>Submitted by Cumberland North riding association and Cumberland South riding association</p>
<p>Whereas the room at Parrsboro was shut on 140 nights;</p>
<p>Therefore be it resolved that the province publish each morning the hours of each room, and staff a minimum of one in every county at all times.</p>
<p><b>2-02-28 Resolution on Midwives</b></p>
<p>Submitted by Women's Council</p>
<p>Whereas there are fewer than twenty midwives in the province; and</p>
<p>Whereas most counties have none;</p>
<p>Therefore be it resolved that a school be founded and that its fees be waived for five years' service.</p>
<p><b>2-03-28 Resolution on Rent Caps</b></p>
<p>Submitted by Halifax Needham riding association</p>
<p>Whereas the cap does not bind a fixed term lease;</p>
<p>Therefore be it resolved that fixed terms be ended, save for students who wish them.</p>
<h2>3. Our democracy</h2>
<p><b>3-01-28 Resolution on Voting Reform</b></p>
<p>Submitted by Kings North riding association</p>
<p>Be it resolved that the party commit itself to a citizens' assembly on the vote within the first year of a government, and to a referendum on what it finds.</p>
<h2>4. Constitutional resolutions</h2>
<p><b>4-01-28 Constitutional Resolution on Executive Size</b></p>
<p>Submitted by Provincial Council</p>
<p>Be it resolved that Article 7.2 be amended by striking out the words “fourteen regional representatives” and inserting the words “nine regional representatives”.</p>
<p><b>4-02-28 Constitutional Resolution on Notice</b></p>
<p>Submitted by Hants West riding association</p>
<p>Be it resolved that in Article 12.1 “sixty days” be replaced by “ninety days”.</p>
</body></html>
"""

write(__file__, "odt", SOURCE)
