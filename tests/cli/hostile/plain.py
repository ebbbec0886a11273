"""Text, web pages, JSON Lines and CSV."""


def harmful():
    yield "binary.txt", bytes(range(256)) * 64, ""
    yield "program.txt", b"\x7fELF\x02\x01\x01" + bytes(5000), ""
    yield "empty.txt", b"", "no text"
    yield "spaces.txt", b" \n\t\n" * 1000, "no text"
    yield "deep.html", b"<div>" * 100000 + b"x", ""
    yield "attributes.html", b"<p " + b"a=1 " * 400000 + b">x", ""
    yield "deep.jsonl", b'{"text": "x", "d": ' + b"[" * 100000 + b"]" * 100000 + b"}\n", ""
    yield "twice.jsonl", b'{"text": "x", "text": "y"}\n', ""
    yield "junk.jsonl", b"\0\1\2\n{\n", ""
    yield "no-heading.csv", b"\xff\0\1,2\n3,4\n", ""
    yield "quote.csv", b'title,text\n"never closed' + b"x" * 100000, None
    yield "columns.csv", b"title,text" + b",x" * 5000 + b"\n", ""
    yield "empty.csv", b"", ""
    yield "large.txt", b"Conference notes the weight of it.\n" * 2000000, "66 MB|64 MB"
