#!/usr/bin/env python3
"""Prints 20-general-union-decisions.pdf: LibreOffice converts the HTML below."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from office import write  # noqa: E402

PAGE = '''\
<html><head><meta charset="utf-8"><title>Report of decisions</title></head><body>
<h1>Union of Quarry, Cement and Brick Workers</h1>
<h2>Biennial Conference 2030 - Report of decisions</h2>
<p>1. Blasting (Peak Branch) - CARRIED</p>
<p>2. Silica dust (Mendip Branch) - CARRIED AS AMENDED</p>
<p>3. Kiln closures (Rugby Branch) - CARRIED</p>
<p>4. Imports of cement (Medway Branch) - LOST</p>
<p>5. Brick industry agreement (Bedford Branch) - REMITTED</p>
<p>6. Rainy days (Peak Branch) - WITHDRAWN</p>
<p>7. Weighbridges (Fife Branch) - COMPOSITED</p>
<p>8. Overloading (Charnwood Branch) - COMPOSITED</p>
<p>Composite 1. Weights - CARRIED</p>
<p>9. Mineral railways (Mendip Branch) - CARRIED</p>
<p>10. Apprentice masons (Portland Branch) - CARRIED UNANIMOUSLY</p>
<p>11. Office at Buxton (Peak Branch) - FELL</p>
<p>E1. Landslip at Torr (Mendip Branch) - CARRIED</p>
<p>R1. Rule 11 (Executive) - CARRIED</p>
</body></html>
'''

write(__file__, "pdf", PAGE)
