#!/usr/bin/env python3
"""Print 20-general-union-decisions.pdf again: python3 20-general-union-decisions.py"""
import os
import subprocess
import tempfile

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

here = os.path.dirname(os.path.abspath(__file__))
with tempfile.TemporaryDirectory() as scratch:
    page = os.path.join(scratch, "20-general-union-decisions.html")
    with open(page, "w", encoding="utf-8") as file:
        file.write(PAGE)
    subprocess.run(["libreoffice", "-env:UserInstallation=file://" + scratch + "/profile", "--headless",
                    "--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export",
                    "--outdir", here, page], check=True, stdout=subprocess.DEVNULL)
