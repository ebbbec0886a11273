#!/usr/bin/env python3
"""Prints 11-state-labour-council-resolutions.pdf: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

SOURCE = """<html><head><meta charset="utf-8"><title>State conference</title></head><body>
<p align="center"><b>WESTERN TRADES AND LABOUR COUNCIL</b></p>
<p align="center"><b>STATE CONFERENCE 2027</b></p>
<p align="center">Agenda of resolutions, Day 2</p>
<p><b>INDUSTRIAL RELATIONS COMMITTEE</b></p>
<p><b>Resolution 14: Same job, same pay in the mines</b></p>
<p>Moved: Miners' and Metalworkers' Union &nbsp;&nbsp; Seconded: Transport Workers' Union</p>
<p>That Conference:</p>
<p>1. Welcomes the orders won by labour hire workers at nine mines.</p>
<p>2. Condemns employers who have moved work to a contractor in order to escape an order.</p>
<p>3. Calls on the Federal Government to close the service contractor exemption.</p>
<p><b>Resolution 15: Portable long service leave in community services</b></p>
<p>Moved: Public and Community Union &nbsp;&nbsp; Seconded: Nurses' Federation</p>
<p>That Conference calls on the State Government to bring a bill for portable leave before the winter recess, and to include disability and youth services from the first day.</p>
<p><b>Resolution 16: Industrial manslaughter</b></p>
<p>Moved: Construction Union &nbsp;&nbsp; Seconded: Electrical Trades Union</p>
<p>That Conference notes that no company has been convicted in four years. Conference demands a prosecutor with staff of its own and a seat for a union nominee on its board.</p>
<p><b>SOCIAL POLICY COMMITTEE</b></p>
<p><b>Resolution 17: Housing for hospital workers</b></p>
<p>Moved: Nurses' Federation &nbsp;&nbsp; Seconded: Hospital Employees' Union</p>
<p>That Conference notes that a nurse in Broome pays more than half of her wage in rent. Conference calls for one thousand homes to be built beside regional hospitals, to be owned by the State and let at a quarter of income.</p>
<p><b>Resolution 18: TAFE fees</b></p>
<p>Moved: State School Teachers' Union &nbsp;&nbsp; Seconded: Plumbers' Union</p>
<p>That Conference supports free TAFE for all and not only for courses which are in fashion. Conference asks that lecturers be made permanent after two years.</p>
<p><b>Resolution 19: Stolen wages</b></p>
<p>Moved: First Nations Workers' Committee &nbsp;&nbsp; Seconded: Maritime Workers' Union</p>
<p>That Conference welcomes the settlement of the stolen wages action, regrets that so many did not live to see it, and calls on the State to put up a memorial at Fremantle to those who walked off.</p>
<p><b>RULES COMMITTEE</b></p>
<p><b>Rule change 1: Affiliation fees</b></p>
<p>Moved: Executive &nbsp;&nbsp; Seconded: Shop Assistants' Association</p>
<p>In rule 9(b) delete “$9.20” and insert “$9.75”.</p>
<p><b>Rule change 2: Delegates from retired members</b></p>
<p>Moved: Maritime Workers' Union &nbsp;&nbsp; Seconded: Rail and Tram Union</p>
<p>Insert after rule 11(d): “(e) two delegates of the Retired Unionists' Network, with voice and without vote.”</p>
<p>Authorised by the Secretary, Unity House, Perth.</p>
</body></html>
"""

write(__file__, "pdf", SOURCE)
