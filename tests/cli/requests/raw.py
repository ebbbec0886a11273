"""Requests that no ordinary client sends: (name, bytes, statuses that are right). An empty set of
statuses means that the server may also close the connection without a word; what it must never
do is to fall, to hang, or to answer with a server's error. Who still sends when the server has refused and closed
may lose its answer to a reset of the connection: so it is with the largest ones."""

LINE = b"GET / HTTP/1.1\r\nHost: localhost\r\n"
CLOSE = b"Connection: close\r\n\r\n"
ANY = set()


def header(name, value):
    return LINE + name + b": " + value + b"\r\n" + CLOSE


def target(value):
    return b"GET " + value + b" HTTP/1.1\r\nHost: localhost\r\n" + CLOSE


RAW = [
    ("nothing", b"", ANY),
    ("a newline", b"\r\n", ANY),
    ("newlines before the request", b"\r\n\r\n" + LINE + CLOSE, {200}),
    ("a zero byte", b"\0", ANY),
    ("zero bytes", b"\0" * 100000, ANY),
    ("TLS", bytes.fromhex("16030100a5010000a10303") + b"x" * 160, ANY),
    ("HTTP/2 preface", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", ANY),
    ("HTTP/0.9", b"GET /\r\n", ANY),
    ("HTTP/1.0", b"GET / HTTP/1.0\r\n\r\n", {200}),
    ("HTTP/1.0 with a host", b"GET / HTTP/1.0\r\nHost: localhost\r\n\r\n", {200}),
    ("HTTP/9.9", b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", ANY),
    ("HTTP/x", b"GET / HTTP/x\r\nHost: localhost\r\n\r\n", ANY),
    ("no version", b"GET /\r\nHost: localhost\r\n\r\n", ANY),
    ("no target", b"GET  HTTP/1.1\r\nHost: localhost\r\n\r\n", ANY),
    ("two spaces", b"GET  / HTTP/1.1\r\nHost: localhost\r\n" + CLOSE, ANY),
    ("tabs for spaces", b"GET\t/\tHTTP/1.1\r\nHost: localhost\r\n" + CLOSE, ANY),
    ("bare newlines", b"GET / HTTP/1.1\nHost: x\nConnection: close\n\n", ANY),
    ("bare returns", b"GET / HTTP/1.1\rHost: x\rConnection: close\r\r", ANY),
    ("no host", b"GET / HTTP/1.1\r\n" + CLOSE, {200, 400}),
    ("two hosts", LINE + b"Host: polx.invalid\r\n" + CLOSE, {200, 400, 421}),
    ("host with markup", b"GET / HTTP/1.1\r\nHost: <polx>\"\r\n" + CLOSE, {400, 421}),
    ("host of another", b"GET /search.atom?q=kettles HTTP/1.1\r\nHost: polx.invalid\r\n" + CLOSE,
     {421}),
    ("host with a path", b"GET / HTTP/1.1\r\nHost: a/../polx\r\n" + CLOSE, {400, 421}),
    ("long host", b"GET / HTTP/1.1\r\nHost: " + b"a" * 5000 + b"\r\n" + CLOSE, {400, 421, 431}),
    ("forwarded for many", header(b"X-Forwarded-For", b"1.2.3.4, " * 300 + b"5.6.7.8"), {200, 431}),
    ("forwarded for markup", header(b"X-Forwarded-For", b"<polx>\"'"), {200}),
    ("forwarded with a new line", LINE + b"X-Forwarded-For: 1.2.3.4\r\n polx\r\n" + CLOSE,
     {200, 400}),
    ("agent with escapes", header(b"User-Agent", b"\x1b[31mpolx\x07\x9b"), {200, 400}),
    ("agent with quotes", header(b"User-Agent", b'" 200 0 "polx" \\'), {200}),
    ("referer with markup", header(b"Referer", b"http://polx.invalid/<polx>"), {200}),
    ("origin with markup", header(b"Origin", b"<polx>"), {200}),
    ("origin null", header(b"Origin", b"null"), {200}),
    ("origin of another", header(b"Origin", b"http://polx.invalid"), {200}),
    ("cookies", header(b"Cookie", b"polx=1; " * 100), {200, 431}),
    ("encodings", header(b"Accept-Encoding", b"br;q=9, gzip;q=-1, *;q=, ;;;,,,polx"), {200}),
    ("encoding without end", header(b"Accept-Encoding", b"gzip," * 600), {200, 431}),
    ("etags", header(b"If-None-Match", b'"polx", W/"polx", , "'), {200}),
    ("etag without quotes", header(b"If-None-Match", b"polx"), {200}),
    ("any etag", header(b"If-None-Match", b"*"), {200, 304}),
    ("date of never", header(b"If-Modified-Since", b"Fri, 99 Foo 99999 99:99:99 GMT"), {200}),
    ("date of the future", header(b"If-Modified-Since", b"Fri, 31 Dec 2199 23:59:59 GMT"),
     {200, 304}),
    ("range", header(b"Range", b"bytes=0-0,-1,5-"), {200, 206, 416}),
    ("ranges", header(b"Range", b"bytes=" + b"0-0," * 500), {200, 206, 416, 431}),
    ("expect", header(b"Expect", b"100-continue"), {100, 200, 417}),
    ("expect something", header(b"Expect", b"polx"), {200, 417, 400}),
    ("upgrade", LINE + b"Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n", ANY),
    ("upgrade to h2c", LINE + b"Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n" + CLOSE,
     {200, 400}),
    ("a header without a name", LINE + b": polx\r\n" + CLOSE, ANY),
    ("a header without a colon", LINE + b"polx\r\n" + CLOSE, ANY),
    ("a space before the colon", LINE + b"Polx : x\r\n" + CLOSE, {200, 400}),
    ("a folded header", LINE + b"Polx: a\r\n b\r\n" + CLOSE, {200, 400}),
    ("a header of nothing", LINE + b"Polx:\r\n" + CLOSE, {200}),
    ("a zero byte in a header", LINE + b"Polx: a\0b\r\n" + CLOSE, ANY),
    ("a zero byte in the target", b"GET /\0polx HTTP/1.1\r\nHost: localhost\r\n" + CLOSE, ANY),
    ("high bytes in the target", target(b"/\xff\xfe\x80"), {400}),
    ("UTF-8 in the target", target("/search?q=café".encode()), {200, 400}),
    ("markup in the target", target(b"/search?q=<polx>\"'"), {200, 400}),
    ("a return in the target", target(b"/search?q=a\rSet-Cookie:polx"), ANY),
    ("control bytes in the target", target(b"/search?q=\x01\x02\x1b[31m"), {200, 400}),
    ("a long target", target(b"/search?q=" + b"a" * 9000), {413, 414, 431}),
    ("a very long target", target(b"/" + b"a" * 1000000), ANY),
    ("a long query", target(b"/search?q=" + b"pay+" * 1100), {200, 400, 413, 414}),
    ("many parameters", target(b"/search?" + b"a=1&" * 65), {400, 413, 414}),
    ("many filters", target(b"/search?" + b"&".join(b"org=a%d" % i for i in range(60))),
     {200, 400, 413}),
    ("a long header", header(b"Polx", b"a" * 20000), {413, 431}),
    ("a very long header", header(b"Polx", b"a" * 100000), ANY),
    ("a long name of a header", LINE + b"P" * 20000 + b": x\r\n" + CLOSE, {413, 431}),
    ("a very long name of a header", LINE + b"P" * 100000 + b": x\r\n" + CLOSE, ANY),
    ("many headers", LINE + b"Polx: x\r\n" * 1000 + CLOSE, {413, 431}),
    ("very many headers", LINE + b"Polx: x\r\n" * 5000 + CLOSE, ANY),
    ("headers without end", LINE + b"Polx: x\r\n" * 200000, ANY),
    ("a header without end", LINE + b"Polx: " + b"a" * 3000000, ANY),
    ("half a line", b"GET / HT", ANY),
    ("half the headers", LINE + b"Polx: x", ANY),
    ("POST", b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n" + CLOSE + b"polx", {405, 413}),
    ("POST of nothing", b"POST /search HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n" + CLOSE,
     {405, 413}),
    ("POST of gigabytes", b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n" + CLOSE
     + b"x" * 100000, ANY),
    ("a length beyond numbers",
     b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999999\r\n" + CLOSE,
     {200, 400, 413}),
    ("a length below zero", b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n" + CLOSE,
     {400, 405, 413}),
    ("a length that is none", b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: polx\r\n" + CLOSE,
     {400, 405, 413}),
    ("two lengths", b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nContent-Length: 5\r\n"
     + CLOSE + b"polx", {400, 405, 413}),
    ("GET with a body", b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n" + CLOSE + b"polx",
     {200, 400, 413}),
    ("chunks", b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n" + CLOSE
     + b"4\r\npolx\r\n0\r\n\r\n", {405, 413}),
    ("chunks of nonsense", b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n" + CLOSE
     + b"zz\r\npolx\r\n", {400, 405, 413}),
    ("a chunk of all", b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n" + CLOSE
     + b"ffffffffffffffff\r\n" + b"x" * 1000, {400, 405, 413}),
    ("chunks and a length", b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
     b"Content-Length: 4\r\n" + CLOSE + b"0\r\n\r\nGET /polx HTTP/1.1\r\nHost: localhost\r\n\r\n",
     {400, 405, 413}),
    ("an encoding of nonsense", b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: polx\r\n" + CLOSE,
     {400, 405, 413, 501}),
    ("a draft", b"POST /check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n" + CLOSE + b"polx", {200}),
    ("a draft by HTTP/1.0", b"POST /check HTTP/1.0\r\nContent-Length: 4\r\n\r\npolx", {200}),
    ("a draft by HTTP/1.0 without a length", b"POST /check HTTP/1.0\r\n\r\npolx", {400}),
    ("a draft in chunks of nonsense", b"POST /check HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
     + CLOSE + b"zz\r\npolx\r\n", ANY),
    ("a draft in a chunk of all", b"POST /check HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
     + CLOSE + b"ffffffffffffffff\r\n" + b"x" * 1000, ANY),
    ("a draft in a chunk that does not end", b"POST /check HTTP/1.1\r\nHost: localhost\r\n"
     b"Transfer-Encoding: chunked\r\n" + CLOSE + b"4\r\npolx", ANY),
    ("a draft with trailers", b"POST /check HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n" + CLOSE
     + b"4\r\npolx\r\n0\r\nContent-Length: 9\r\nHost: polx.invalid\r\n\r\n", {200}),
    ("a draft with extensions of chunks", b"POST /check HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
     + CLOSE + b"4;polx=\"1\"\r\npolx\r\n0\r\n\r\n", {200}),
    ("a draft with a long trailer", b"POST /check HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n" + CLOSE
     + b"4\r\npolx\r\n0\r\nPolx: " + b"x" * 100000 + b"\r\n\r\n", ANY),
    ("PUT", b"PUT /documents/a HTTP/1.1\r\nHost: localhost\r\n" + CLOSE, {405}),
    ("DELETE", b"DELETE /documents/a HTTP/1.1\r\nHost: localhost\r\n" + CLOSE, {405}),
    ("PATCH", b"PATCH / HTTP/1.1\r\nHost: localhost\r\n" + CLOSE, {405}),
    ("TRACE", b"TRACE / HTTP/1.1\r\nHost: localhost\r\n" + CLOSE, {405}),
    ("CONNECT", b"CONNECT polx.invalid:443 HTTP/1.1\r\nHost: localhost\r\n" + CLOSE, {400, 405}),
    ("OPTIONS of all", b"OPTIONS * HTTP/1.1\r\nHost: localhost\r\n" + CLOSE, {200, 204, 400, 405}),
    ("OPTIONS of a page", b"OPTIONS / HTTP/1.1\r\nHost: localhost\r\n" + CLOSE, {200, 204, 405}),
    ("an unknown method", b"POLX / HTTP/1.1\r\nHost: localhost\r\n" + CLOSE, {405, 501}),
    ("a long method", b"P" * 70000 + b" / HTTP/1.1\r\nHost: localhost\r\n" + CLOSE, ANY),
    ("a method with markup", b"<polx> / HTTP/1.1\r\nHost: localhost\r\n" + CLOSE, {400, 405, 501}),
    ("a small method", b"get / HTTP/1.1\r\nHost: localhost\r\n" + CLOSE, {400, 405, 501}),
    ("HEAD with a body asked for", b"HEAD /search?q=kettles HTTP/1.1\r\nHost: localhost\r\n" + CLOSE, {200}),
    ("smuggled", LINE + b"Content-Length: 0\r\nTransfer-Encoding : chunked\r\n" + CLOSE,
     {200, 400, 413}),
]
