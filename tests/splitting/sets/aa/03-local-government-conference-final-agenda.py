#!/usr/bin/env python3
"""Prints 03-local-government-conference-final-agenda.docx: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = r"""<html><head><meta charset="utf-8"></head><body>
<h1>Local Government Service Group Conference 2018</h1>
<p>Final agenda<br>Sunday 17 and Monday 18 June, Bournemouth</p>
<p>Texts in <i>italics</i> are the view of the Service Group Executive and are not part of the motion.</p>
<h2>Pay, terms and conditions</h2>
<p><b>Motion 1 - The 2019 pay claim</b></p>
<p><b>Submitted by:</b> Service Group Executive</p>
<p>Conference notes that the value of pay in local government has fallen by a fifth since 2010. Conference believes that the claim for 2019 must be simple enough to explain on a doorstep.</p>
<p>Conference instructs the Service Group Executive to:</p>
<ol><li>consult branches by October on a flat rate and a percentage;</li><li>publish the number of responses from each region;</li><li>lodge the claim with the employers before Christmas.</li></ol>
<p><i>SGE policy: support</i></p>
<p><b>Amendment 1.1</b></p>
<p><b>Submitted by:</b> Glasgow City</p>
<p>At the end of the first paragraph add: "It must also apply to those employed by arm's length companies."</p>
<p><i>SGE policy: support</i></p>
<p><b>Motion 2 - Term-time only workers</b></p>
<p><b>Submitted by:</b> Kirklees<br>National Women's Committee</p>
<p>Conference notes that holiday pay for term-time staff is worked out in at least nine ways, eight of which are against the law. Conference calls for a model claim, a calculator on the website that a member can use without help, and a fund for the first ten tribunal cases.</p>
<p><i>SGE policy: support with qualifications</i></p>
<p><b>Motion 3 - Working time in social work</b></p>
<p><b>Submitted by:</b> Hertfordshire County</p>
<p>Conference recognises that social workers give, on average, eleven unpaid hours a week. Conference asks the Social Work Forum to run a work-your-hours week in November 2018 and to report what was left undone to every director of children's services.</p>
<p><i>SGE policy: support</i></p>
<p><b>Amendment 3.1</b></p>
<p><b>Submitted by:</b> South Lanarkshire</p>
<p>Delete "and to report what was left undone to every director of children's services" and insert "in England, and on a date to be agreed in each other nation".</p>
<p><i>SGE policy: oppose</i></p>
<p><b>Amendment 3.2</b></p>
<p><b>Submitted by:</b> Hertfordshire County</p>
<p>Insert at end: "The cost will be met from the campaign fund."</p>
<p><i>SGE policy: support</i></p>
<h2>Schools</h2>
<p><b>Motion 4 - Academies and facility time</b></p>
<p><b>Submitted by:</b> Lincolnshire</p>
<p>Conference regrets that eighty trusts in the county have left the pooled fund for trade union duties. Conference instructs the executive to negotiate a national rate per pupil with the larger trusts, and to name in the magazine any trust which recognises the teachers' unions but not us.</p>
<p><i>SGE policy: support</i></p>
<p><b>Motion 5 - Giving medicines at school</b></p>
<p><b>Submitted by:</b> National Disabled Members' Committee</p>
<p>Conference believes that no teaching assistant should give an injection or change a feeding tube on the strength of ten minutes' training and a laminated card. Conference calls for a voluntary allowance, written training and full indemnity.</p>
<p><i>SGE policy: support</i></p>
<p><b>Motion 6 - School kitchens</b> (WITHDRAWN)</p>
<p><b>Submitted by:</b> Salford City</p>
<p>Conference notes with concern the delivery of frozen meals to schools that have a working kitchen and a cook standing in it.</p>
<h2>Defending services</h2>
<p><b>Motion 7 - Unitary councils and reorganisation</b></p>
<p><b>Submitted by:</b> Northamptonshire<br>Eastern Region</p>
<p>Conference notes that a council which cannot balance its books has been told to vanish and become two. Conference believes that:</p>
<ul><li>staff should not pay for the failure of councillors and ministers;</li><li>transfer must be on existing terms without a date of expiry;</li></ul>
<p>and calls on the executive to send an experienced negotiator to each county facing reorganisation.</p>
<p><i>SGE policy: support</i></p>
<p><b>Motion 8 - Grenfell and building control</b></p>
<p><b>Submitted by:</b> Brent</p>
<p>Conference reaffirms its solidarity with all who were bereaved or made homeless. It believes that building control must be the work of public inspectors, chosen by the council and never by the developer, and calls on government to restore the posts lost since 2010.</p>
<p><i>SGE policy: support</i></p>
<p><b>Motion 9 - Youth workers</b></p>
<p><b>Submitted by:</b> National Young Members' Forum</p>
<p>Conference condemns the closure of six hundred youth centres. It instructs the executive to draft a bill that would make youth work a statutory service and to find a member of either House who will bring it in.</p>
<p><i>SGE policy: defer</i></p>
</body></html>
"""

write(__file__, "docx", PAGE)
