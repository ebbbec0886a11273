#!/usr/bin/env python3
"""Writes kettles.docx, a motion as a word processor keeps it: numbers that stand nowhere in
the text, a contents list, tracked changes, a comment. The same bytes every time:
    tests/unit/formats/office/kettles.py
kettles-writer.docx and kettles-writer.odt are kettles.fodt, saved anew by LibreOffice:
    soffice --headless --convert-to odt kettles.fodt     (and docx)"""
import zipfile
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def run(text, properties=""):
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content, properties=""):
    content = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def styled(style, content):
    return paragraph(content, f'<w:pStyle w:val="{style}"/>')


def item(level, content):
    return paragraph(content, f'<w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="{level}"/>'
                              '<w:numId w:val="2"/></w:numPr>')


def mark(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def change(kind, content):
    return f'<w:{kind} w:id="7" w:author="A" w:date="2031-05-01T09:00:00Z">{content}</w:{kind}>'


CONTENTS = (styled("TOC1", mark("begin") + '<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
                   + mark("separate") + run("1 Kettles in Canteens") + "<w:r><w:tab/></w:r>"
                   + run("2")) + paragraph(mark("end")))

BODY = "".join([
    CONTENTS,
    styled("Ttulo1", "Kettles in Canteens"),
    paragraph(run("2031 Canteen Staff Conference")),
    paragraph(run("4 May 2031")),
    paragraph(run("Carried as Amended", "<w:rPr><w:b/></w:rPr>")),
    paragraph(run("Conference notes that the kettles of this region ")
              + change("del", "<w:r><w:delText>are new</w:delText></w:r>")
              + change("ins", run("leak"))
              + run(", and that nobody has been asked to mend them since conference last met.")),
    paragraph(run("Conference therefore calls upon the Canteen Executive to:")),
    item(0, "write to every branch about the state of its kettles;"),
    item(0, "meet the makers of kettles, and ask:"),
    item(1, "what a kettle costs;"),
    item(1, "how long a kettle lasts;"),
    item(0, "report back to the next conference."),
    "<w:sectPr/>",
])


def level(number, form, text):
    return (f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>')


NUMBERING = ('<w:abstractNum w:abstractNumId="0">' + level(0, "decimal", "%1)")
             + level(1, "lowerLetter", "%2)")
             + '</w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>')


def style(identifier, name, more=""):
    return (f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/>'
            f"{more}</w:style>")


STYLES = (style("Normal", "Normal").replace("w:styleId", 'w:default="1" w:styleId', 1)
          + style("Ttulo1", "heading 1", '<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl '
                  'w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>')
          + style("TOC1", "toc 1") + style("ListParagraph", "List Paragraph"))


def relation(number, kind, target):
    return f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def relations(*them):
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(them)}</Relationships>'


def word(root, content):
    return f'<w:{root} xmlns:w="{W}">{content}</w:{root}>'


def override(part, kind):
    kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    return f'<Override PartName="/word/{part}.xml" ContentType="{kind}"/>'


PARTS = {
    "[Content_Types].xml":
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + override("document2", "document.main") + override("styles", "styles")
        + override("numbering", "numbering") + "</Types>",
    "_rels/.rels": relations(relation(1, "officeDocument", "word/document2.xml")),
    "word/document2.xml": word("document", f"<w:body>{BODY}</w:body>"),
    "word/_rels/document2.xml.rels": relations(relation(1, "styles", "styles.xml"),
                                               relation(2, "numbering", "numbering.xml")),
    "word/styles.xml": word("styles", STYLES),
    "word/numbering.xml": word("numbering", NUMBERING),
}


def main():
    target = Path(__file__).with_name("kettles.docx")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in PARTS.items():
            entry = zipfile.ZipInfo(name, (2031, 5, 4, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, '<?xml version="1.0" encoding="UTF-8"?>\n' + text)


main()
