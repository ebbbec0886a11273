#!/usr/bin/env python3
"""Writes 18-transport-policy-conference-decisions.docx beside this script (needs libreoffice)."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

HTML = r"""<html><head><meta charset="utf-8"></head><body>
<h1>Policy Conference 2027</h1>
<p>Decisions of conference on motions and composites</p>
<table border="1">
<tr><td><b>Number</b></td><td><b>Subject</b></td><td><b>Decision</b></td></tr>
<tr><td>Comp 1</td><td>Industrial strategy</td><td>Carried</td></tr>
<tr><td>Comp 2</td><td>Aviation and aerospace</td><td>Carried</td></tr>
<tr><td>Comp 3</td><td>Political fund</td><td>Lost</td></tr>
<tr><td>8</td><td>Glass works and furnaces</td><td>Carried</td></tr>
<tr><td>11</td><td>Lorry parks</td><td>Carried</td></tr>
<tr><td>12</td><td>Tachograph exemptions</td><td>Remitted</td></tr>
<tr><td>15</td><td>Dockers' memorial</td><td>Carried</td></tr>
<tr><td>19</td><td>Tea in tea gardens</td><td>Carried as amended</td></tr>
<tr><td>20</td><td>Car plants on short time</td><td>Withdrawn</td></tr>
<tr><td>23</td><td>Bus drivers' eyes</td><td>Carried</td></tr>
<tr><td>27</td><td>Fishing quotas</td><td>Fell</td></tr>
<tr><td>31</td><td>Faith workers</td><td>Carried</td></tr>
<tr><td>34</td><td>Equal pay in local councils</td><td>Carried</td></tr>
<tr><td>40</td><td>Racing stables</td><td>Not reached</td></tr>
<tr><td>41</td><td>Heat pumps</td><td>Not reached</td></tr>
<tr><td>43</td><td>Ambulance stations</td><td>Carried</td></tr>
<tr><td>44</td><td>Finance workers and closures of banks</td><td>Carried</td></tr>
<tr><td>46</td><td>Cycle couriers</td><td>Carried</td></tr>
<tr><td>47</td><td>Community branches</td><td>Lost</td></tr>
<tr><td>50</td><td>Retired members at conference</td><td>Lost on a card vote</td></tr>
<tr><td>52</td><td>Offshore catering</td><td>Carried</td></tr>
<tr><td>53</td><td>Paper mills</td><td>Remitted</td></tr>
<tr><td>55</td><td>Rural housing</td><td>Carried</td></tr>
<tr><td>58</td><td>Steel safeguards</td><td>Carried</td></tr>
<tr><td>60</td><td>Airport security lanes</td><td>Carried as amended</td></tr>
<tr><td>61</td><td>Bread prices</td><td>Withdrawn</td></tr>
<tr><td>63</td><td>Energy from waste</td><td>Carried</td></tr>
<tr><td>66</td><td>Legal aid</td><td>Carried</td></tr>
<tr><td>67</td><td>Time banks</td><td>Not reached</td></tr>
<tr><td>70</td><td>Tied cottages</td><td>Not reached</td></tr>
<tr><td>EM1</td><td>Lock-out at the Avon brewery</td><td>Carried</td></tr>
<tr><td>EM2</td><td>Wages at the Tilbury sugar quay</td><td>Carried</td></tr>
</table>
</body></html>
"""

write(__file__, "docx", HTML)
