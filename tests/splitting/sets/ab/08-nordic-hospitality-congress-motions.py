#!/usr/bin/env python3
"""Prints 08-nordic-hospitality-congress-motions.odt: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = r"""<html><head><meta charset="utf-8"></head><body>
<p><b>Nordic Federation of Hotel and Restaurant Workers</b></p>
<p><b>13th Congress, Malmö, 9–11 September 2020</b></p>
<p><b>Agenda item 8: Motions and the opinions of the Board</b></p>
<p>Motion 8.1</p>
<p><b>Cross-border posting of seasonal workers</b></p>
<p>From: Federation of Service Workers (Denmark)</p>
<p>In ski resorts and on ferries, staff are hired through agencies in a third country and paid by the rules of none. The unions of the Nordic countries meet the same agencies, one at a time.</p>
<p>The congress decides</p>
<p>that a common register of agencies be kept by the secretariat;</p>
<p>that a member of one affiliate be helped by any other for the first six months; and</p>
<p>that a joint inspection week be arranged in each winter season.</p>
<p>The Board's opinion: The Board shares the aim. The Board proposes that the congress approve motion 8.1.</p>
<p>Motion 8.2</p>
<p><b>Tips paid by card</b></p>
<p>From: Hotel and Restaurant Union (Finland)</p>
<p>When cash goes, the tip goes with it, or goes to the owner. We want clear rules on tips that are paid by card.</p>
<p>The congress decides</p>
<p>that the affiliates demand in their agreements that tips belong in full to the staff who earned them.</p>
<p>The Board's opinion: The Board proposes that the motion be considered answered.</p>
<p>Motion 8.3</p>
<p><b>Harassment by guests</b></p>
<p>From: Union of Hospitality Employees (Iceland); Women's Network</p>
<p>Four out of ten of our members in reception and room service have been harassed by a guest in the past year, and most did not tell their manager.</p>
<p>The congress decides</p>
<p>that the Federation start a campaign with the name "Not on the menu" in all member countries, and</p>
<p>that the employers be asked to bar a guest who has harassed staff from the whole chain.</p>
<p>The Board's opinion: The Board proposes that the congress approve motion 8.3.</p>
<p>Motion 8.4</p>
<p><b>Support for cruise ship crews</b></p>
<p>From: Seafarers' Section (Norway)</p>
<p>Since the spring, crews have been left on board without wages or a way home. Those who cook and clean at sea are our colleagues even when their flag is not ours.</p>
<p>The congress decides</p>
<p>that 300,000 kronor be set aside for legal aid to crews who are stranded in a Nordic harbour.</p>
<p>The Board's opinion: The Board proposes that the congress reject motion 8.4 in favour of the budget proposal.</p>
<p>Motion 8.5</p>
<p><b>Shorter working hours</b></p>
<p>From: Section 4 (Sweden)</p>
<p>Split shifts take up a whole day to give six hours of pay. A normal week of 32 hours, without loss of income, would let our members stay in the trade until they retire.</p>
<p>The congress decides</p>
<p>that the Federation set up an inquiry into the 32-hour week, to report to the next congress, and</p>
<p>that each affiliate try to sign at least one trial agreement.</p>
<p>The Board's opinion: The Board proposes that the congress approve the first point and consider the second answered.</p>
<p>Motion 8.6</p>
<p><b>The language of meetings</b></p>
<p>From: Hotel and Restaurant Union (Finland); Union of Hospitality Employees (Iceland)</p>
<p>Those who do not speak a Scandinavian language at home are quiet in our meetings.</p>
<p>The congress decides</p>
<p>that interpretation to Finnish, Icelandic and English be offered at every meeting of more than twenty people.</p>
<p>The Board's opinion: The Board proposes that the congress approve motion 8.6.</p>
<p>Motion 8.7</p>
<p><b>Apprentices' wages</b></p>
<p>From: Youth Committee</p>
<p>An apprentice chef in the third year does the work of a cook for half of the wage. The kitchens say that they lack staff; what they lack is decent pay.</p>
<p>The congress decides</p>
<p>that apprentices' wages be a common demand in the bargaining round of 2022, and</p>
<p>that no apprentice be paid less than 70 per cent of the skilled rate.</p>
<p>The Board's opinion: The Board proposes that the motion be referred to the Board.</p>
<p>Motion 8.8</p>
<p><b>Congress every five years</b></p>
<p>From: Federation of Service Workers (Denmark)</p>
<p>The congress costs more than a full year of organising work.</p>
<p>The congress decides</p>
<p>that section 6 of the statutes be changed so that the congress meets every fifth year.</p>
<p>The Board's opinion: The Board proposes that the congress reject motion 8.8.</p>
</body></html>
"""

write(__file__, "odt", PAGE)
