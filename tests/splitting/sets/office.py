"""office.py - a page in HTML to the file that a script of these sets stands beside, by LibreOffice."""
import subprocess
import tempfile
from pathlib import Path

FILTERS = {"docx": "docx:MS Word 2007 XML", "odt": "odt:writer8", "pdf": "pdf:writer_pdf_Export"}


def write(script, ending, page):
    """`script`.`ending` beside the script; by way of a text document, whatever it is to be."""
    script = Path(script).resolve()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, script.stem + ".html")
        source.write_text(page, encoding="utf-8")
        convert = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
                   "--convert-to"]
        for more in ([FILTERS["odt"], "--infilter=HTML (StarWriter)", "--outdir", folder, source],
                     [FILTERS[ending], "--outdir", script.parent, source.with_suffix(".odt")]):
            subprocess.run([*convert, *more], check=True, stdout=subprocess.DEVNULL)
