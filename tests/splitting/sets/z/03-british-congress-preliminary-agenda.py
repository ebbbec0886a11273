#!/usr/bin/env python3
"""Prints 03-british-congress-preliminary-agenda.pdf: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = r"""<html><head><meta charset="utf-8"></head><body>
<h1>Congress 2023</h1>
<p>Preliminary agenda with amendments. Motions received by the closing date, arranged by section of the General Council report.</p>
<h2>Section 1: The economy</h2>
<p><b>P01 Taxing wealth</b></p>
<p>Congress notes that the richest fifty families hold more than half of the population put together. Congress further notes that income from shares is taxed at a lower rate than income from a night shift.</p>
<p>Congress calls on the General Council to campaign for an annual levy of two per cent on fortunes of over £10m, and for the staff needed to collect it.</p>
<p><b>Society of Revenue Officers</b></p>
<p><b>AMENDMENT</b></p>
<p>In paragraph 2, after "£10m" insert "with relief for none but working farms".</p>
<p><i>Union of Bank Employees</i></p>
<p><b>P02 Steel</b></p>
<p>Congress believes that a country that cannot make its own steel cannot make its own way. Congress is dismayed that £300m was paid towards an electric furnace with no promise on jobs.</p>
<p>Congress agrees to:</p>
<p>i. support the multi-union plan for two furnaces, not one</p>
<p>ii. demand that all publicly funded building use British steel</p>
<p>iii. lobby for a price of energy no higher than that paid in France.</p>
<p><b>Foundry and Furnace Workers</b></p>
<p><b>P03 Rail ticket offices</b></p>
<p>Congress applauds the campaign which saw three quarters of a million passengers object to the shutting of ticket offices. Congress resolves that no station should be without staff from the first train to the last.</p>
<p><b>Railway Station Grades Union</b></p>
<p><b>AMENDMENT</b></p>
<p>Add at end: "Congress notes that a help point that no one answers is not a reasonable adjustment."</p>
<p><i>Union of Blind and Disabled Workers</i></p>
<p><b>AMENDMENT</b></p>
<p>After "passengers" insert "and four hundred local councils".</p>
<p><i>Train Planners' Association</i></p>
<h2>Section 2: Respect and a voice at work</h2>
<p><b>P04 Minimum service levels</b></p>
<p>Congress condemns the law by which a worker may be told to break a strike that she has voted for. Congress pledges that no affiliate which defies a work notice shall stand alone, and instructs the General Council to call a special Congress within four weeks of the first notice.</p>
<p><b>Ambulance Grades Union</b></p>
<p><b>P05 Algorithms and dismissal</b></p>
<p>Congress is alarmed that drivers are dismissed by message, by no one, for reasons that cannot be read. Congress calls for:</p>
<p>i. a right to have each decision made by a human being</p>
<p>ii. a duty to consult before software is bought</p>
<p>iii. an entry in law against dismissal by software alone.</p>
<p><b>Couriers and Parcel Hands Union</b></p>
<p><b>AMENDMENT</b></p>
<p>Insert new point iv: "a public register of systems in use."</p>
<p><i>Society of Systems Engineers</i></p>
<p><b>P06 Statutory sick pay</b></p>
<p>Congress notes that statutory sick pay is worth less, against wages, than at any time since it was brought in. Congress believes that those who handle food should never be paid to come to work ill. Congress calls for sick pay from the first day, at the level of the living wage, without a lower earnings limit.</p>
<p><b>Bakery and Biscuit Workers</b></p>
<p><b>P07 Menopause at work</b></p>
<p>Congress welcomes the agreements won by affiliates on the menopause. Congress regrets that the government refused even a trial of leave. Congress asks the General Council to publish a model agreement, with examples from workplaces where most are men.</p>
<p><b>Women's Assembly</b></p>
<h2>Section 3: Good services</h2>
<p><b>P08 Concrete in schools</b></p>
<p>Congress is outraged that over a hundred schools learned in the last week of August that their roofs might fall. Congress instructs the General Council to demand a full list of the buildings affected, including courts and hospitals, and money that is new.</p>
<p><b>Union of Head and Class Teachers</b></p>
<p><b>AMENDMENT</b></p>
<p>After "hospitals" insert "and prisons".</p>
<p><i>Society of Court Ushers</i></p>
<p><b>P09 Dentistry</b></p>
<p>Congress notes that nine practices in ten take no new adult patients. Congress believes that pulling one's own teeth belongs in museums. Congress calls for a salaried service in each town, with a pay scale for dental nurses that is negotiated nationally.</p>
<p><b>Dental Nurses' Union</b></p>
<p><b>P10 Arts funding</b></p>
<p>Congress deplores the withdrawal of grants from two opera companies with twelve weeks' notice. Congress supports the chorus and players in dispute and asks that the funding body meet the unions before, and not after, it announces a strategy.</p>
<p><b>Orchestral Players' Union</b></p>
</body></html>
"""

write(__file__, "pdf", PAGE)
