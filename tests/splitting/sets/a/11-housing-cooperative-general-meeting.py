#!/usr/bin/env python3
"""Prints 11-housing-cooperative-general-meeting.odt: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = r"""<html><head><meta charset="utf-8"><title>Minutes</title></head><body>
<h1>Harbour Row Fully Mutual Housing Co-operative</h1>
<p>Minutes of the Annual General Meeting held on 14 September 2021 at 7pm in the net loft and by video</p>
<p>Present: 41 members. Apologies: 6. In the chair: Wilma Trask.</p>
<h2>1. Minutes of 2020</h2>
<p>Agreed as a true record.</p>
<h2>2. Accounts and auditor</h2>
<p>The accounts were received. Messrs Pye &amp; Co were thanked and were appointed again.</p>
<h2>3. Resolutions from members</h2>
<h3>Resolution 1: Rent rise</h3>
<p>This meeting agrees that from April the rent of every home shall rise by two per cent, and that the sum raised shall be spent upon windows on the seaward side.</p>
<p>Moved by the Management Committee. An amendment from Number 9, to put one and a half in the place of two, was carried by 22 votes to 17. The resolution as amended was carried.</p>
<h3>Resolution 2: The slipway gate</h3>
<p>This meeting instructs the committee to hang a gate upon the slipway, with a lock of which each household shall hold one key.</p>
<p>Moved by the Maintenance Group. Carried with one vote against.</p>
<h3>Resolution 3: Holiday lets</h3>
<p>This meeting declares that a home in the co-operative may not be let for a holiday, for a week or for a night, and that a member who does so may be asked to leave.</p>
<p>Moved by the Lettings Group. Carried unanimously.</p>
<h3>Resolution 4: A boat for common use</h3>
<p>This meeting would like the committee to buy a rowing boat at a price of no more than £900.</p>
<p>Moved by the Social Group. Lost, 11 for and 24 against.</p>
<h3>Resolution 5: Gulls</h3>
<p>This meeting asks that wires be put along each ridge to keep the gulls off.</p>
<p>Moved by the Maintenance Group. Deferred to the next general meeting so that the bird society may be asked.</p>
<h3>Resolution 6: Bicycle racks</h3>
<p>This meeting agrees to set racks for a dozen bicycles beside the old smokehouse.</p>
<p>Moved by the Social Group. Withdrawn after the secretary said that the racks were on order.</p>
<h2>4. Rule changes</h2>
<p>The change to Rule 18, to let the committee meet by video, was carried with the needed two thirds.</p>
<p>The change to Rule 25, to pay the treasurer, was lost.</p>
<h2>5. Close</h2>
<p>The meeting closed at 8.50pm with soup.</p>
</body></html>
"""

write(__file__, "odt", PAGE)
