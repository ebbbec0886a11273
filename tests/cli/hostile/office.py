"""DOCX, ODT, RTF and Word's old binary files."""
import struct

import archive

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
O = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
     'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"')
XML = '<?xml version="1.0" encoding="UTF-8"?>'
TYPES = (XML + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType='
         '"application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
         'officedocument.wordprocessingml.document.main+xml"/></Types>')
RELATIONS = (XML + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
             'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
             'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
             '</Relationships>')
LAUGHS = "<!DOCTYPE w [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 11)) + "]>"
FILE_ENTITY = "<!DOCTYPE w [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
NET_ENTITY = "<!DOCTYPE w [<!ENTITY % e SYSTEM 'http://127.0.0.1:9/x.dtd'> %e;]>"


def docx(document, more=()):
    return archive.of([("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS),
                       ("word/document.xml", document), *more])


def docx_body(body, before=""):
    return f'{XML}{before}<w:document {W}><w:body>{body}</w:body></w:document>'


def docx_of(lines):
    return docx(docx_body("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)))


def odt(content, more=()):
    return archive.of([("mimetype", "application/vnd.oasis.opendocument.text"),
                       ("content.xml", content), *more])


def odt_body(body, before=""):
    return (f'{XML}{before}<office:document-content {O}><office:body><office:text>{body}'
            '</office:text></office:body></office:document-content>')


def odt_of(lines):
    return odt(odt_body("".join(f"<text:p>{line}</text:p>" for line in lines)))


def rtf_of(lines):
    return (b"{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times;}}\n"
            + b"".join(line.encode("ascii") + b"\\par\\par\n" for line in lines) + b"}")


def ole(streams):
    """A compound file: sectors of 512 bytes, all streams in the large table."""
    free, end, table = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    bodies = [data + bytes(-len(data) % 512 + max(0, 4096 - len(data)) // 512 * 512)
              for _, data in streams]
    sectors, fat = [], []
    starts = []
    for body in bodies:
        starts.append(len(sectors))
        count = len(body) // 512
        fat += [len(sectors) + i + 1 for i in range(count - 1)] + [end]
        sectors += [body[i * 512:(i + 1) * 512] for i in range(count)]
    entries = [("Root Entry", 5, 1, end, 0)] + [
        (name, 2, free, start, max(4096, len(body)))
        for (name, _), start, body in zip(streams, starts, bodies)]
    folder = b""
    for i, (name, kind, child, start, size) in enumerate(entries):
        label = name.encode("utf-16-le") + b"\0\0"
        right = i + 1 if 0 < i < len(entries) - 1 else free
        folder += (label.ljust(64, b"\0") + struct.pack("<HBB3L", len(label), kind, 1, free, right,
                                                        child)
                   + bytes(36) + struct.pack("<3L", start, size, 0))
    folder += bytes(-len(folder) % 512)
    folder_at = len(sectors)
    count = len(folder) // 512
    fat += [folder_at + i + 1 for i in range(count - 1)] + [end]
    sectors += [folder[i * 512:(i + 1) * 512] for i in range(count)]
    fat_at = len(sectors)
    fat += [table]
    packed = struct.pack(f"<{len(fat)}L", *fat).ljust(512, b"\xff")
    header = (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(16)
              + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
              + struct.pack("<9L", 0, 1, folder_at, 0, 4096, end, 0, end, 0)
              + struct.pack("<L", fat_at) + b"\xff" * 432)
    return header + b"".join(sectors) + packed


def doc_of(lines, flags=0x0200):
    """Word 97: one piece of text, no formatting."""
    text = "\r".join(lines) + "\r"
    start = 1024
    head = bytearray(start)
    struct.pack_into("<5H", head, 0, 0xA5EC, 0x00C1, 0, 0x0409, 0)
    struct.pack_into("<2H", head, 10, flags, 0x00BF)
    struct.pack_into("<2L", head, 0x18, start, start + len(text))
    struct.pack_into("<H", head, 0x20, 14)
    struct.pack_into("<H", head, 0x3E, 22)
    struct.pack_into("<L", head, 0x4C, len(text))
    struct.pack_into("<H", head, 0x98, 0x5D)
    pieces = struct.pack("<2L", 0, len(text)) + struct.pack("<HLH", 0, start * 2 | 0x40000000, 0)
    table = b"\x02" + struct.pack("<L", len(pieces)) + pieces
    struct.pack_into("<2L", head, 0x01A2, 0, len(table))
    return ole([("WordDocument", bytes(head) + text.encode("cp1252")), ("1Table", table)])


def harmful_packages(text):
    whole = docx_of(["Kettles", text])
    deep = 100000
    yield "truncated.docx", whole[:len(whole) // 2], ""
    yield "empty.docx", b"", ""
    yield "no-parts.docx", archive.of([("other.xml", "<a/>")]), ""
    yield "laughs.docx", docx(docx_body("<w:p><w:r><w:t>&a10;</w:t></w:r></w:p>", LAUGHS)), None
    yield "file-entity.docx", docx(
        docx_body("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>", FILE_ENTITY)), None
    yield "net-entity.docx", docx(docx_body("<w:p/>", NET_ENTITY)), None
    yield "deep.docx", docx(docx_body("<w:sdt>" * deep + "</w:sdt>" * deep)), ""
    yield "unclosed.docx", docx(docx_body("<w:p><w:r><w:t>Conference notes")), None
    yield "part-bomb.docx", docx(docx_body("<w:p/>" + " " * (200 << 20))), ""
    yield "styles-loop.docx", docx(docx_body(
        '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>Conference notes loops.</w:t></w:r>'
        "</w:p>"), [("word/styles.xml",
                     f'{XML}<w:styles {W}><w:style w:type="paragraph" w:styleId="a"><w:basedOn '
                     'w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn '
                     'w:val="a"/></w:style></w:styles>')]), None
    yield "junk.docx", docx(bytes(range(256)) * 20), ""
    yield "locked.docx", ole([("EncryptedPackage", bytes(8000)), ("EncryptionInfo", bytes(400))]), \
        "encrypted"
    yield "plain.docx", b"Conference notes that this is no package.\n", None
    yield "truncated.odt", odt_of([text])[:200], ""
    yield "laughs.odt", odt(odt_body("<text:p>&a10;</text:p>", LAUGHS)), None
    yield "file-entity.odt", odt(odt_body("<text:p>&e;</text:p>", FILE_ENTITY)), None
    yield "deep.odt", odt(odt_body("<text:section>" * deep + "</text:section>" * deep)), ""
    yield "spaces.odt", odt(odt_body('<text:p>a<text:s text:c="2000000000"/>b</text:p>')), None


def harmful_binaries(text):
    whole = doc_of(["Kettles", text] * 200)
    yield "truncated.doc", whole[:2500], "damaged"
    yield "encrypted.doc", doc_of(["Kettles", text], 0x0300), "encrypted"
    yield "loop.doc", whole[:512] + whole[512:].replace(
        struct.pack("<2L", 1, 2), struct.pack("<2L", 0, 0)), None
    yield "junk.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(range(256)) * 40, "damaged"
    yield "empty.doc", b"", ""
    yield "truncated.rtf", b"{\\rtf1\\ansi{\\fonttbl{\\f0 Ti", ""
    yield "deep.rtf", b"{\\rtf1 " + b"{" * 200000 + b"x" + b"}" * 200000 + b"}", None
    yield "bin.rtf", b"{\\rtf1 {\\pict\\pngblip\\bin2147483647 " + b"\0" * 999 + b"}}", ""
    yield "plain.rtf", b"Conference notes that this is no RTF.\n", None
    yield "shell.rtf", b"{\\rtf1 {\\field{\\*\\fldinst INCLUDETEXT /etc/passwd}}}", ""
    yield "empty.rtf", b"", ""
