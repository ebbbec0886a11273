"""ZIP archives, where need be written byte by byte."""
import io
import random
import struct
import zipfile
import zlib


def of(members, method=zipfile.ZIP_DEFLATED):
    """`members`: (name or ZipInfo, bytes)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members:
            if isinstance(name, zipfile.ZipInfo):
                name.compress_type = method
            archive.writestr(name, content)
    return out.getvalue()


def local(name, packed, size, crc, method=8, flags=0):
    return struct.pack("<4s5H3L2H", b"PK\3\4", 20, flags, method, 0, 33, crc, len(packed), size,
                       len(name), 0) + name + packed


def central(name, offset, packed_size, size, crc, method=8, flags=0):
    return struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, flags, method, 0, 33, crc, packed_size,
                       size, len(name), 0, 0, 0, 0, 0, offset) + name


def end(count, size, offset):
    return struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, size, offset, 0)


def deflate(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def overlapping(count):
    """Every entry is the same bytes: kilobytes become gigabytes."""
    data = b"Conference notes kettles. " * 200000
    packed, crc = deflate(data), zlib.crc32(data)
    body = local(b"k-0000.txt", packed, len(data), crc)
    entries = b"".join(central(b"k-%04d.txt" % i, 0, len(packed), len(data), crc)
                       for i in range(count))
    return body + entries + end(count, len(entries), len(body))


def bomb(size):
    data = b"\0" * size
    return of([("bomb.txt", data)])


def promising(size):
    """Says that a member is small, or large, and it is not."""
    data = b"Conference notes kettles.\n" * 4000
    packed, crc = deflate(data), zlib.crc32(data)
    name = b"promise.txt"
    body = local(name, packed, size, crc)
    entry = central(name, 0, len(packed), size, crc)
    return body + entry + end(1, len(entry), len(body))


def locked():
    """A member that is marked as encrypted."""
    data = bytes(random.Random(5).randrange(256) for _ in range(64))
    name = b"locked.txt"
    body = local(name, data, 52, 0x12345678, 0, 1)
    entry = central(name, 0, len(data), 52, 0x12345678, 0, 1)
    return body + entry + end(1, len(entry), len(body))


def link(target):
    info = zipfile.ZipInfo("link.txt")
    info.create_system = 3
    info.external_attr = 0o120777 << 16
    return of([(info, target)], zipfile.ZIP_STORED)


def nested(depth):
    inner = of([("a.txt", "Conference notes nests.")])
    for _ in range(depth):
        inner = of([("inner.zip", inner)])
    return inner


def harmful(text):
    """`text`: what a good member holds."""
    whole = of([(f"{i}.txt", f"{text}{random.Random(i).random()}\n" * 40) for i in range(9)])
    yield "truncated.zip", whole[:len(whole) // 2], ""
    yield "no-end.zip", whole[:-30], None
    yield "damaged-member.zip", whole[:60] + bytes(40) + whole[100:], ""
    yield "empty.zip", b"", ""
    yield "no-members.zip", end(0, 0, 0), None
    yield "bomb.zip", bomb(300 << 20), "bomb.txt|times|larger|too"
    yield "overlapping.zip", overlapping(2000), None
    yield "promise-small.zip", promising(10), ""
    yield "promise-large.zip", promising(0xFFFFFFF0), ""
    yield "locked.zip", locked(), "encrypt|password|locked.txt"
    yield "nested.zip", nested(12), "inner.zip"
    yield "climbing.zip", of([("../../escaped.txt", text), ("ok/../../escaped.txt", text)]), \
        "escaped.txt"
    yield "absolute.zip", of([("/tmp/escaped.txt", text)]), "escaped.txt"
    yield "backslashes.zip", of([("..\\..\\escaped.txt", text)]), None
    yield "link-to-passwd.zip", link("/etc/passwd"), "link.txt"
    yield "control-names.zip", of([("a\nb\x1b[31m.txt", text)]), ""
    yield "many-members.zip", of([(f"{i}.bin", b"") for i in range(30000)],
                                 zipfile.ZIP_STORED), None
    yield "same-names.zip", of_same_names(text), None
    yield "bad-members.zip", of([("a.pdf", b"%PDF-1.4"), ("b.docx", b"PK\3\4"),
                                 ("c.txt", bytes(range(256)) * 9)]), "a.pdf"


def of_same_names(text):
    data = text.encode()
    packed, crc = deflate(data), zlib.crc32(data)
    one = local(b"same.txt", packed, len(data), crc)
    entries = b"".join(central(b"same.txt", i * len(one), len(packed), len(data), crc)
                       for i in range(50))
    return one * 50 + entries + end(50, len(entries), 50 * len(one))
