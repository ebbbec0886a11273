"""PDF files, written object by object."""
import zlib

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def stream(data, extra=b"", packed=True):
    if packed:
        data, extra = zlib.compress(data, 9), b"/Filter/FlateDecode" + extra
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), extra, data)


def write(objects, trailer=b"", header=b"%PDF-1.5\n"):
    """`objects`: {number: bytes}; the first one is the catalogue."""
    out, offsets = bytearray(header), {}
    for number, body in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        kind = b"n" if number in offsets else b"f"
        out += b"%010d 00000 %s \n" % (offsets.get(number, 0), kind)
    out += b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
    return bytes(out)


def page(content=4, parent=2, more=b""):
    return (b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 600 800]/Contents %d 0 R"
            b"/Resources<</Font<</F 5 0 R>>%s>>>>" % (parent, content, more))


def text(lines):
    """A content stream with these lines below each other."""
    out = b"BT /F 11 Tf 14 TL 60 740 Td\n"
    for line in lines:
        shown = line.encode("latin-1").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(
            b")", b"\\)")
        out += b"(%s) Tj T*\n" % shown
    return out + b"ET\n"


def of_pages(contents, trailer=b"", more=b"", objects=None):
    """A PDF with a page for each of the content streams."""
    first = 10
    all_objects = {1: CATALOG, 5: FONT}
    kids = []
    for i, content in enumerate(contents):
        all_objects[first + 2 * i] = page(first + 2 * i + 1, more=more)
        all_objects[first + 2 * i + 1] = content
        kids.append(b"%d 0 R" % (first + 2 * i))
    all_objects[2] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    all_objects.update(objects or {})
    return write(dict(sorted(all_objects.items())), trailer)


def good(lines):
    return of_pages([stream(text(lines))])


def many_pages(count):
    """One content for all pages, so that the file stays small."""
    objects = {1: CATALOG, 4: stream(text(["Conference notes one more page of this."])), 5: FONT}
    kids = range(10, 10 + count)
    objects[2] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (
        b" ".join(b"%d 0 R" % kid for kid in kids), count)
    objects.update({kid: page() for kid in kids})
    return write(objects)


def laughing_forms():
    """Forms that show forms: ten to the tenth words."""
    objects, levels = {}, 10
    for level in range(levels):
        shown = b"/X Do\n" * 10 if level + 1 < levels else text(["laugh"])
        below = b"/XObject<</X %d 0 R>>" % (101 + level) if level + 1 < levels else b""
        objects[100 + level] = stream(
            shown, b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]"
                   b"/Resources<</Font<</F 5 0 R>>%s>>" % below)
    return of_pages([stream(b"/X Do\n" * 10)], more=b"/XObject<</X 100 0 R>>", objects=objects)


def own_form():
    form = stream(b"/X Do\n", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
                              b"/Resources<</XObject<</X 100 0 R>>>>")
    return of_pages([stream(b"/X Do\n")], more=b"/XObject<</X 100 0 R>>", objects={100: form})


def encrypted():
    """Locked with a password that is not the empty one."""
    return of_pages(
        [stream(text(["Conference notes what nobody can read."]))],
        b"/Encrypt<</Filter/Standard/V 1/R 2/P -64/O<%s>/U<%s>>>/ID[<%s><%s>]"
        % (b"5A" * 32, b"C3" * 32, b"11" * 16, b"11" * 16))


def xref_loop():
    whole = good(["Conference notes loops."])
    start = whole.rindex(b"xref\n0 ")
    looped = whole.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % start)
    return looped


def object_stream_bomb():
    """An object stream that promises a thousand million objects."""
    return write({1: CATALOG, 2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                  3: stream(b"1 0 " * 100, b"/Type/ObjStm/N 1000000000/First 999999999")})


def flate_bomb(size):
    """Spaces, packed twice: megabytes from kilobytes."""
    once = zlib.compressobj(9)
    packed = b"".join(once.compress(b" " * (1 << 20)) for _ in range(size >> 20)) + once.flush()
    twice = zlib.compress(packed, 9)
    return of_pages([b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream"
                     % (len(twice), twice)])


def picture_bomb():
    picture = stream(b"\0" * 1000, b"/Type/XObject/Subtype/Image/Width 200000/Height 200000"
                                   b"/BitsPerComponent 8/ColorSpace/DeviceRGB")
    return of_pages([stream(b"/I Do\n")], more=b"/XObject<</I 100 0 R>>", objects={100: picture})


def deep_arrays(depth):
    return of_pages([stream(b"[" * depth + b"]" * depth + b" TJ\n")])


def harmful():
    whole = good(["Kettles", "", "Conference notes kettles."])
    yield "truncated.pdf", whole[:len(whole) // 2], ""
    yield "header-only.pdf", b"%PDF-1.7\n", ""
    yield "encrypted.pdf", encrypted(), "encrypt|password"
    yield "page-tree-cycle.pdf", write(
        {1: CATALOG, 2: b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"}), ""
    yield "page-tree-deep.pdf", write(
        {1: CATALOG, **{i: b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (i + 1)
                        for i in range(2, 20000)}}), None
    yield "count-of-pages.pdf", write(
        {1: CATALOG, 2: b"<</Type/Pages/Kids[]/Count 2000000000>>"}), ""
    yield "xref-loop.pdf", xref_loop(), None
    yield "object-stream.pdf", object_stream_bomb(), ""
    yield "own-length.pdf", of_pages([b"<</Length 11 0 R>>stream\nx\nendstream"]), ""
    yield "flate-bomb.pdf", flate_bomb(512 << 20), ""
    yield "picture-bomb.pdf", picture_bomb(), "scan|no text"
    yield "jbig2.pdf", of_pages([stream(b"/I Do\n")], more=b"/XObject<</I 100 0 R>>", objects={
        100: b"<</Type/XObject/Subtype/Image/Width 99999999/Height 99999999/BitsPerComponent 1"
             b"/ColorSpace/DeviceGray/Filter/JBIG2Decode/Length 60>>stream\n" + b"\xff" * 60
             + b"\nendstream"}), "scan|no text"
    yield "form-of-itself.pdf", own_form(), ""
    yield "laughing-forms.pdf", laughing_forms(), "took longer|too much|more than"
    yield "deep-arrays.pdf", deep_arrays(200000), None
    yield "ten-thousand-pages.pdf", many_pages(10000), None
    yield "scan.pdf", of_pages([b"<</Length 0>>stream\n\nendstream"]), "scan|no text"
    yield "text.pdf", b"Conference notes that this is no PDF.\n", None
    yield "picture.pdf", b"\x89PNG\r\n\x1a\n" + bytes(2000), ""
    yield "empty.pdf", b"", ""
