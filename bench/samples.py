"""Invented motions, and files of each format that hold them. The same seed gives the same bytes."""
import base64
import csv
import html
import io
import json
import random
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "cli" / "hostile"))
import archive  # noqa: E402
import office  # noqa: E402
import pdf  # noqa: E402

PLAIN = """kettle canteen steam lid spout water staff member branch region note demand fair wage
hour shift table queue window budget review health safety service council national executive
campaign support public school hospital care worker rota parking uniform training pension library
archive bus ferry depot kitchen laundry porter clerk warden nurse cook driver cleaner""".split()
LINES_PER_PAGE = 50


class Inventor:
    """Text of no meaning with about as many different words as real text has."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        rare = ["".join(self.random.choice("bcdfglmnprst") + self.random.choice("aeiou")
                        for _ in range(self.random.randint(2, 5))) for _ in range(20000)]
        self.words = PLAIN
        self.sentences = [self._sentence(rare) for _ in range(20000)]
        self.count = 0

    def _sentence(self, rare):
        words = [self.random.choice(PLAIN if self.random.random() < 0.85 else rare)
                 for _ in range(self.random.randint(8, 20))]
        return " ".join(words).capitalize() + "."

    def paragraph(self):
        return " ".join(self.random.choices(self.sentences, k=self.random.randint(1, 4)))

    def motion(self, size):
        """(title, paragraphs), about `size` bytes; the first lines name its conference."""
        self.count += 1
        title = f"{' '.join(self.random.choices(self.words, k=3)).title()} {self.count}"
        paragraphs = [f"{2000 + self.count // 100 % 30} {self._place()} Conference",
                      "Decision: Carried", "Conference notes that " + self.paragraph().lower()]
        left = size - len(paragraphs[-1])
        while left > 0:
            paragraphs.append(self.paragraph())
            left -= len(paragraphs[-1])
        paragraphs.append("Conference calls upon the Executive to " + self.paragraph().lower())
        return title, paragraphs

    def _place(self):
        return self.words[self.count // 3000 % len(self.words)].capitalize()

    def noise(self, size):
        """Bytes that cannot be packed: a picture."""
        return self.random.randbytes(size)


def lines_of(motion):
    return [motion[0], *motion[1]]


def ascii_of(motion):
    return [line.encode("ascii", "replace").decode() for line in lines_of(motion)]


def as_text(motion):
    return "\n\n".join(lines_of(motion)).encode()


def as_markdown(motion):
    return ("# " + "\n\n".join(lines_of(motion)) + "\n").encode()


def as_html(motion, furniture=40, picture=b""):
    """A page as sites send it: most of it is not the text."""
    shown = f'<img src="data:image/png;base64,{base64.b64encode(picture).decode()}">'
    links = "".join(f'<li class="menu-item menu-item-{i}"><a href="/section/{i}/index.html" '
                    f'title="Section {i}">Section {i}</a></li>' for i in range(furniture))
    body = "".join(f"<p>{html.escape(line)}</p>\n" for line in motion[1])
    return (f"<!doctype html><html><head><title>{html.escape(motion[0])}</title>"
            f"<style>.menu-item {{ color: #123456 }}</style></head><body><nav><ul>{links}</ul></nav>"
            f"<main><h1>{html.escape(motion[0])}</h1>\n{body}{shown if picture else ''}</main>"
            f"<footer><ul>{links}</ul></footer></body></html>").encode()


def as_json_lines(motions):
    return "".join(json.dumps({"id": f"invented/{i}", "kind": "motion", "title": title,
                               "text": "\n".join(paragraphs)}) + "\n"
                   for i, (title, paragraphs) in enumerate(motions)).encode()


def as_csv(motions):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["number", "title", "text"])
    for i, (title, paragraphs) in enumerate(motions):
        writer.writerow([i + 1, title, "\n\n".join(paragraphs)])
    return out.getvalue().encode()


def as_pdf(motion, picture=b""):
    """Lines of up to 90 letters, 50 on a page, and a picture that no page shows."""
    wrapped = [line for paragraph in lines_of(motion)
               for line in [*textwrap.wrap(paragraph, 90), ""]]
    pages = [pdf.stream(pdf.text([line.encode("latin-1", "replace").decode("latin-1")
                                  for line in wrapped[at:at + LINES_PER_PAGE]]))
             for at in range(0, len(wrapped), LINES_PER_PAGE)]
    objects = {9: pdf.stream(picture, b"/Type/XObject/Subtype/Image", packed=False)}
    return pdf.of_pages(pages, objects=objects if picture else None)


def as_docx(motion, picture=b""):
    lines = "".join(f"<w:p><w:r><w:t>{html.escape(line)}</w:t></w:r></w:p>"
                    for line in lines_of(motion))
    return office.docx(office.docx_body(lines), [("word/media/image1.png", picture)] if picture
                       else [])


def as_odt(motion, picture=b""):
    lines = "".join(f"<text:p>{html.escape(line)}</text:p>" for line in lines_of(motion))
    return office.odt(office.odt_body(lines), [("Pictures/1.png", picture)] if picture else [])


def as_rtf(motion):
    return office.rtf_of(ascii_of(motion))


def as_doc(motion):
    return office.doc_of(ascii_of(motion))


def as_zip(members):
    """`members`: (name, bytes)."""
    return archive.of(members)
