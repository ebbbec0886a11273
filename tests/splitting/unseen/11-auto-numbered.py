#!/usr/bin/env python3
"""Writes 11-auto-numbered.docx: an agenda whose numbers are made by Word, with tracked changes."""
import re
import zipfile
from xml.sax.saxutils import escape

# One paragraph a line: style|text. {+x+} is a tracked insertion, {-x-} a tracked deletion.
TEXT = """\
T|Guild of Court Interpreters and Translators
T|National Conference 2033
S|Agenda and motions (with corrections of 3 March)
S|Contents
C|Fees and Time	2
C|The Profession	4
C|The Guild	5
H1|Fees and Time
M|The Waiting Hour
V|Moved by: South Mere Branch
P|Conference notes that the first hour of waiting at court has not been paid since 2027, and that the average wait is now one hour and ten minutes.
P|Conference notes also that the judge, the clerk, the usher and the vending machine are paid for that hour.
P|Conference instructs the Executive Committee:
N1|to claim full pay from the time printed on the notice
N1|to make available to members a form on which the usher signs for the time
N1|to advise members that they may leave when the booked time is over.
A|Capital Branch
P|In the third point, after “may leave” insert “, having told the bench, ”.
A|Executive Committee
P|Delete “full pay” and insert “pay of not less than three quarters of the full rate”.
M|Journeys of More than Fifty Miles
V|Moved by: Northern Marches Branch
P|Conference believes that whoever is sent from one end of the country to the other for a hearing of nine minutes has worked for a day. Conference calls on the Executive Committee to seek {-half a day's pay-}{+a full day's pay+} for every journey of more than fifty miles, and a bed where the court sits before ten in the morning.
M|Interpreting by Telephone
V|Moved by: Northern Marches Branch; Sign Language Section
P|Conference is gravely concerned that four hearings in ten are now held by telephone, so that the interpreter cannot see who speaks, who weeps and who is shaking his head. Our colleagues of the Sign Language Section were booked for 61 of them.
P|Conference calls for a protocol which lays down:
N2|that liberty may not be decided on by telephone
N2|that the interpreter may stop a hearing which she cannot hear
N2|that no booking for sign language is made without a picture.
A|Sign Language Section
P|Add a fourth point: “that the picture be large enough for both hands and the face to be seen at once”.
H1|The Profession
M|The Register
V|Moved by: Executive Committee
P|Conference reaffirms motion 9 of 2029, which called for a register kept by the profession and not by an agency. Conference regrets that the Ministry has let the contract for the register to a firm whose other business is the leasing of cranes. Conference instructs the Executive Committee to keep a register of its own, open to all who have passed the diploma, and to offer it to the courts without charge for the first two years.
M|Machine Renderings in the Cells
V|Moved by: Capital Branch
P|Conference condemns the trial at Lower Assize Street in which a prisoner was told of his rights by a loudspeaker, in a dialect spoken two valleys away from his own. It notes that what he was told was, in part, a recipe. Conference demands that the trial be ended, that its results be published, and that every person who was questioned in the course of it be told in a language which he or she understands that this was so.
M|Vicarious Harm
V|Moved by: Welfare Sub-Committee
P|Conference recognises that interpreters say “I” when they speak for the dead man's mother and “I” when they speak for the man who killed him. Conference {+warmly +}thanks those members who spoke about this in the survey. Conference asks for a paid hour with a counsellor after every trial for homicide or for harm to children, and asks the Welfare Sub-Committee to train one listener in every branch.
A|South Mere Branch
P|After “homicide” insert “, rape”.
M|Young Interpreters
V|Moved by: Students' Network
P|Conference notes that the median age of members is fifty-four. It notes that the diploma costs £2,300, that the first booking comes eight months after it, and that of the twenty-six who passed in 2031 only eleven are still in the work. Conference calls for a fund from which the fee may be lent, for a year of paid shadowing, and for a seat on the Executive Committee for a member under thirty.
H1|The Guild
M|Subscriptions
V|Moved by: Executive Committee
P|Conference agrees that from 1 January 2034 the subscription shall be one per cent of what a member earned from interpreting or translating in the year before, with a lowest of £30 and a highest of £400; that those on parental leave shall pay nothing; and that the Treasurer shall take a member's word for the figure.
M|Rule 6
V|Moved by: Capital Branch
P|In Rule 6(2) delete “president” wherever it occurs and insert “chair”. Delete Rule 6(5). In Rule 6(7) delete {-“three”-}{+“four”+} and insert “six”. Add as Rule 6(9): “No officer shall hold the same office for more than six years together, and a part of a year shall count as a year.”
M|A Dictionary of the Valleys
V|Moved by: Northern Marches Branch
P|Conference welcomes the first part, A to Dwt, of the dictionary which our member in Upper Marches has compiled over thirty-one years in the waiting rooms of courts. Conference resolves to bear the cost of printing it, to find three colleagues to read the proofs, and to place a copy in every court in which a witness has ever been told to speak properly.
"""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLES = {
    "T": ("Title", None), "S": ("Subtitle", None), "C": ("TOC1", None), "H1": ("Heading1", None),
    "M": ("Heading2", (1, 0)), "A": ("Heading3", (1, 1)), "V": ("Mover", None),
    "P": ("Normal", None), "N1": ("ListNumber", (2, 0)), "N2": ("ListNumber", (3, 0)),
}


def run(text, tag="w:t"):
    return f'<w:r><{tag} xml:space="preserve">{escape(text)}</{tag}></w:r>'


def runs(text):
    out = []
    for part in re.split(r"(\{\+.*?\+\}|\{-.*?-\}|\t)", text):
        who = 'w:id="9" w:author="Office" w:date="2033-03-03T09:00:00Z"'
        if part.startswith("{+"):
            out.append(f"<w:ins {who}>{run(part[2:-2])}</w:ins>")
        elif part.startswith("{-"):
            out.append(f"<w:del {who}>{run(part[2:-2], 'w:delText')}</w:del>")
        elif part == "\t":
            out.append("<w:r><w:tab/></w:r>")
        elif part:
            out.append(run(part))
    return "".join(out)


def paragraph(line):
    code, text = line.split("|", 1)
    style, number = STYLES[code]
    num = ""
    if number and code.startswith("N"):
        num = f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{num}</w:pPr>{runs(text)}</w:p>'


def level(i, fmt, text, start=1, style=""):
    link = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (f'<w:lvl w:ilvl="{i}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{link}'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>')


HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
numbering = (
    f'{HEAD}<w:numbering xmlns:w="{W}">'
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "decimal", "%1.", 21, "Heading2") + level(1, "decimal", "Amendment %1.%2", 1, "Heading3")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">' + level(0, "decimal", "%1.")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>')


def style(name, shown, extra=""):
    return (f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/>'
            f'<w:pPr>{extra}</w:pPr></w:style>')


styles = (
    f'{HEAD}<w:styles xmlns:w="{W}">' + style("Normal", "Normal") + style("Title", "Title")
    + style("Subtitle", "Subtitle") + style("TOC1", "toc 1") + style("Mover", "Mover")
    + style("Heading1", "heading 1", '<w:outlineLvl w:val="0"/>')
    + style("Heading2", "heading 2", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    + style("Heading3", "heading 3", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')
    + style("ListNumber", "List Number") + "</w:styles>")
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
document = (
    f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>'
    + "".join(paragraph(line) for line in TEXT.splitlines())
    + '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/></w:sectPr></w:body></w:document>')
header = f'{HEAD}<w:hdr xmlns:w="{W}"><w:p>{run("GCIT National Conference 2033")}</w:p></w:hdr>'
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
PARTS = {"document": "document.main", "styles": "styles", "numbering": "numbering", "header1": "header"}
types = (
    f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(f'<Override PartName="/word/{k}.xml" ContentType="{TYPE}{v}+xml"/>' for k, v in PARTS.items())
    + "</Types>")


def relations(items):
    return (f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            + "".join(f'<Relationship Id="rId{i}" Type="{R}/{kind}" Target="{target}"/>'
                      for i, (kind, target) in enumerate(items, 1)) + "</Relationships>")


FILES = {
    "[Content_Types].xml": types,
    "_rels/.rels": relations([("officeDocument", "word/document.xml")]),
    "word/document.xml": document,
    "word/styles.xml": styles,
    "word/numbering.xml": numbering,
    "word/header1.xml": header,
    "word/_rels/document.xml.rels": relations(
        [("styles", "styles.xml"), ("numbering", "numbering.xml"), ("header", "header1.xml")]),
}
with zipfile.ZipFile("11-auto-numbered.docx", "w", zipfile.ZIP_DEFLATED) as z:
    for path, body in FILES.items():
        z.writestr(zipfile.ZipInfo(path, (2033, 3, 3, 9, 0, 0)), body)
