#!/usr/bin/env python3
"""Writes 12-coop-tables.docx: members' motions of a co-operative, each one in a table of its own."""
import zipfile
from xml.sax.saxutils import escape

# style|text; R|label opens a row whose cell holds the Q lines that follow; E| ends the table.
TEXT = """\
T|Three Rivers Consumers' Co-operative Ltd
T|Ordinary General Meeting
P|Corn Hall, Saturday at 2 pm. Doors open at 1 pm; please bring your card.
P|Business of the meeting: (1) minutes; (2) accounts; (3) election of four directors; (4) members' motions; (5) changes of rule. The directors' advice is printed below each motion. It does not bind the meeting.
H1|Members' motions
H2|Motion 1: Dividend
R|Put by
Q|Tanner's Bridge members' group
R|Motion
Q|This meeting notes that the dividend has fallen in five years from three pence in the pound to one, while the pay of the three chief officers has risen by half.
Q|This meeting calls on the directors to pay no officer more than eight times what is paid to a shop assistant, and to return the difference to members as dividend.
R|Directors advise
Q|Vote against
R|Result
Q|Not carried (211 to 240)
E|
H2|Motion 2: Milk
R|Put by
Q|Upper Dale members' group
R|Motion
Q|This meeting believes that a co-operative should not buy from nine hundred miles away what its own members pour down the drain. It asks the directors:
Q|1. to sell milk from the farms of the three rivers in all our shops;
Q|2. to pay for it not less than it costs to produce;
Q|3. to sell it in bottles, and to take the bottles back.
R|Directors advise
Q|Vote for
R|Result
Q|Carried
E|
H2|Motion 3: The Shop at Ennersley
R|Put by
Q|Ennersley members' group
R|Motion
Q|This meeting regrets the closing of the shop at Ennersley, which was the first to be opened by the society, in 1861, and the last in that village. It asks that the building be let at a rent of one pound to those members who wish to open it again with their own labour, that the society supply it at cost, and that the clock be mended.
R|Directors advise
Q|Vote against
R|Result
Q|Carried (309 to 120)
E|
H2|Amendment to Motion 3
R|Put by
Q|Board of Directors
R|Amendment
Q|Delete “one pound” and insert “to be agreed”; delete all after “own labour”.
R|Result
Q|Not carried
E|
H2|Motion 4: Self-service tills
R|Put by
Q|Employee members' council
R|Motion
Q|This meeting notes that motion 2 of the half-yearly meeting, that there should be no shop without a staffed till, was carried by a large majority and has been kept by eleven shops out of nineteen. It instructs the directors to put a person at a till in the other eight, at all hours of opening, before the first of November; and to say at the next meeting which of them did not.
R|Directors advise
Q|Refer back
R|Result
Q|Referred back
E|
H2|Motion 5
R|Put by
Q|Lower Dale members' group
R|Motion
Q|This meeting asks that the funeral service of the society, which buries one in three of those who die between the rivers, give the price of its plainest funeral on a card in the window; that it ask nobody to pay before the day; and that it carry members of twenty years' standing without charge, as it did until 1974.
R|Directors advise
Q|Vote for
R|Result
Q|Withdrawn after an assurance by the chair
E|
H1|Changes of rule
H2|Rule change A: Notice of meetings
R|Put by
Q|Board of Directors
R|Text
Q|In rule 41, delete “by a notice in the window of each shop and in one newspaper which circulates in the district” and substitute “by a notice in the window of each shop and by letter or electronic message to each member who has given an address for that purpose”.
Q|Delete rule 42.
Q|Renumber rules 43 to 118 accordingly.
R|Result
Q|Carried by the two thirds required
E|
H2|Rule change B: Employee directors
R|Put by
Q|Employee members' council
R|Text
Q|After rule 57 insert: “57A. Two of the directors shall be elected by and from those members who are employed by the society. They shall take part in all business save that which concerns the terms of their own employment.” In rule 60 delete “who is not employed by the society”.
R|Directors advise
Q|Vote for
R|Result
Q|Lost for want of two thirds
E|
H1|Statement
H2|Statement by the Board on the Corn Mill
P|The Board regrets that the mill could not be kept. Over six years it lost £1.9 million, and the flour was not liked. All of those who worked there have been offered work in the bakery or in the shops, and thirty-four of forty-one have taken it. The Board proposes that the mill be kept as a museum, under a trust in which former millers hold a majority, and asks members to endorse this course.
P|The statement was adopted.
"""


def run(text):
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(text, style="Normal"):
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text)}</w:p>'


def row(label, cells):
    return (f'<w:tr><w:tc>{para(label)}</w:tc><w:tc>' + "".join(para(c) for c in cells) + "</w:tc></w:tr>")


body = []
rows = []
for line in TEXT.splitlines():
    code, text = line.split("|", 1)
    if code == "R":
        rows.append((text, []))
    elif code == "Q":
        rows[-1][1].append(text)
    elif code == "E":
        body.append("<w:tbl>" + "".join(row(*r) for r in rows) + "</w:tbl>" + para(""))
        rows = []
    else:
        body.append(para(text, {"T": "Title", "H1": "Heading1", "H2": "Heading2"}.get(code, "Normal")))

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
P = "http://schemas.openxmlformats.org/package/2006"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
FILES = {
    "[Content_Types].xml": f'{HEAD}<Types xmlns="{P}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>',
    "_rels/.rels": f'{HEAD}<Relationships xmlns="{P}/relationships">'
    f'<Relationship Id="rId1" Type="{R}" Target="word/document.xml"/></Relationships>',
    "word/document.xml": f'{HEAD}<w:document xmlns:w="{W}"><w:body>' + "".join(body)
    + "<w:sectPr/></w:body></w:document>",
}
with zipfile.ZipFile("12-coop-tables.docx", "w", zipfile.ZIP_DEFLATED) as z:
    for path, text in FILES.items():
        z.writestr(zipfile.ZipInfo(path, (2030, 5, 1, 9, 0, 0)), text)
