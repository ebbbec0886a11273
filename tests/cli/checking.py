#!/usr/bin/env python3
"""Drafts sent to polserve by POST: what is answered, what is refused, and that nothing of them is
kept (101x)."""
import json
import re
import time
import urllib.parse
from pathlib import Path

import scratch
import served

TIMEOUT = 3 # seconds that a request may take to arrive
KIB = 1 << 10
BODY_MAX, SKIPPED_MAX, BODIES_MAX = 1 << 20, 8 << 20, 64 << 20
SECRET = "zweebonk" # a word of drafts that is to be found nowhere else
PLAIN = {"Content-Type": "text/plain"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
API, PAGE = "/api/v1/check", "/check"
DEMAND = "buy faster kettles for all canteens of the harbour"
DRAFT = f"""Kettles again

Conference calls upon the Executive to:

1. {DEMAND}
2. {SECRET} the {SECRET} of every {SECRET}
"""


def counted(server, name):
    """A number of /metrics, all its kinds together."""
    text = server.get("/metrics")[2].decode()
    return sum(float(value) for value in re.findall(rf"^{name}(?:{{[^}}]*}})? ([\d.e+]+)$", text, re.MULTILINE))


def chunked(*pieces):
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def head(target, *lines, method="POST"):
    return "\r\n".join([f"{method} {target} HTTP/1.1", "Host: localhost", *lines, "", ""]).encode()


class Checking(scratch.Case):
    def setUp(self):
        super().setUp()
        self.write("docs/kettles.txt", scratch.motion(act=DEMAND))
        self.write("docs/teapots.txt", scratch.motion(title="Teapots", decision="Lost", act="paint teapots blue"))
        self.polindex("docs", code=None)

    def serve(self, *options):
        servers = []
        self.addCleanup(lambda: [self.assertNotIn("Sanitizer", server.log) for server in servers])
        servers.append(served.Server(self, "--timeout", str(TIMEOUT), *options))
        return servers[0]

    def post(self, server, target, body, headers=None):
        body = body.encode() if isinstance(body, str) else body
        return server.get(target, "POST", {"Content-Length": str(len(body)), **(PLAIN if headers is None else headers)}, body)

    def send_form(self, server, draft, target=PAGE, **fields):
        return self.post(server, target, urllib.parse.urlencode({"draft": draft, **fields}), FORM)

    def raw(self, server, sent, **how):
        """Statuses of all answers."""
        return served.statuses(server.send(sent, **how))

    # --- answers ----------------------------------------------------------------------

    def test_1010_a_page_and_its_report(self):
        server = self.serve()
        status, headers, page = server.get(PAGE)
        self.assertEqual(status, 200)
        self.assertIn("form-action 'self'", headers["content-security-policy"])
        self.assertRegex(page.decode(), r'<form [^>]*method="post"[^>]*action="/check#report"')
        self.assertIn("etag", headers, "the form itself may be kept")
        status, headers, page = self.send_form(server, DRAFT + "</textarea><polx>")
        text = page.decode()
        self.assertEqual((status, headers["cache-control"]), (200, "no-store"))
        self.assertNotIn("etag", headers)
        self.assertNotIn("last-modified", headers)
        self.assertNotIn("<polx>", text)
        self.assertIn("&lt;/textarea&gt;&lt;polx&gt;", text)
        self.assertRegex(text, r"(?s)already carried.*<a href=\"/documents/[^\"]+#p\d+\"><cite>Kettles for Canteens")
        self.assertIn("Conference reaffirms", text)
        for kind, name in (("markdown", "draft.md"), ("csv", "draft.csv"), ("html", "draft.html"), ("json", None)):
            status, headers, _ = self.send_form(server, DRAFT, format=kind)
            self.assertEqual((status, headers["cache-control"]), (200, "no-store"), kind)
            self.assertEqual(headers.get("content-disposition"), name and f'attachment; filename="{name}"')

    def test_1011_every_way_of_sending_it_says_the_same(self):
        server = self.serve()
        length = f"Content-Length: {len(DRAFT)}"
        kind, close, draft = "Content-Type: text/plain", "Connection: close", DRAFT.encode()
        form = urllib.parse.urlencode({"draft": DRAFT}).encode()
        ways = {
            "length": head(API, kind, close, length) + draft,
            "no type": head(API, close, length) + draft,
            "Markdown": head(API, "Content-Type: text/markdown; charset=utf-8", close, length) + draft,
            "form": head(API, "content-type: Application/X-WWW-Form-Urlencoded;charset=UTF-8", close,
                         f"Content-Length: {len(form)}") + form,
            "chunks": head(API, kind, close, "Transfer-Encoding: chunked") + chunked(draft[:7], draft[7:8], draft[8:]),
            "many chunks": head(API, kind, close, "Transfer-Encoding: chunked") + chunked(*[bytes([byte]) for byte in draft]),
        }
        said = {}
        for name, sent in ways.items():
            received = server.send(sent)
            self.assertEqual(served.statuses(received), [200], name)
            report = json.loads(received.partition(b"\r\n\r\n")[2])
            said[name] = [(finding["text"], finding["verdict"]) for finding in report["findings"]]
        self.assertEqual(said["length"][0], (DEMAND, "already_carried"))
        for name, findings in said.items():
            self.assertEqual(findings, said["length"], name)
        self.write("draft.txt", DRAFT)
        printed = json.loads(self.polsearch("--draft", self.dir / "draft.txt", "--format", "json").out)
        answered = json.loads(self.post(server, API, DRAFT)[2])
        del printed["took_ms"], answered["took_ms"]
        self.assertEqual(printed, answered, "polsearch says the same")
        with server.connect() as client:
            client.sendall(head(API, kind, close, length, "Expect: 100-continue"))
            self.assertRegex(client.recv(100), rb"^HTTP/1.1 100 ")
            client.sendall(draft)
            received = b"".join(iter(lambda: client.recv(1 << 16), b""))
        self.assertEqual(served.statuses(received), [200])

    def test_1012_texts_of_every_kind_get_a_sensible_answer(self):
        server = self.serve()
        for name, text, status in (
                ("empty", "", 400), ("white", " \r\n\t\n ", 400), ("one word", "kettles", 200),
                ("one unknown word", SECRET, 200), ("zero bytes", b"\0" * 5000, 422), ("a picture", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, 422),
                ("Latin-1", "Le café des délégués coûte trop cher à l'été".encode("latin-1"), 200),
                ("UTF-16", DRAFT.encode("utf-16"), 200), ("a motion", scratch.motion(act=DEMAND), 200),
                ("a long word", "a" * 100000, 200), ("too long", "Conference notes tea. " * 14000, 413)):
            answer = self.post(server, API, text)
            self.assertEqual(answer[0], status, f"{name}: {answer[2][:300]}")
            said = json.loads(answer[2])
            self.assertEqual("error" in said, status != 200, name)
            page_status, headers, page = self.send_form(server, text)
            self.assertEqual(page_status, status, name)
            self.assertEqual(headers["cache-control"], "no-store", name)
            self.assertEqual(b'role="alert"' in page, status != 200, name)
            self.assertIn(b"<textarea", page, name)
            if name == "too long":
                self.assertIn(text.encode(), page, "what was typed is not lost")
                self.assertIn(b"256 KB", page)
            if name == "a motion":
                self.assertEqual(said["verdict"], "already_carried")
        for fields, what in (({"from": "soon"}, "This must be a year"), ({"to": "20311"}, "This must be a year"),
                             ({"from": "2020", "to": "2010"}, "no later"), ({"motion": "2"}, "Motion must be"),
                             ({"format": "pdf"}, "Format is")):
            status, _, page = self.send_form(server, DRAFT, **fields)
            self.assertEqual(status, 400, fields)
            self.assertIn(what, page.decode(), fields)
            self.assertIn(SECRET, page.decode(), "what was typed is not lost")
        self.assertEqual(json.loads(self.post(server, API, "a=b&c=d", FORM)[2])["error"]["code"], "usage")
        years = json.loads(self.post(server, API + "?from=1990&to=2000", DRAFT)[2])
        self.assertEqual(years["findings"][0]["verdict"], "nothing_found")

    def test_1013_several_motions_get_a_row_each(self):
        server = self.serve()
        text = "\n".join(f"Motion {number}\n{DRAFT.replace('again', str(number))}" for number in (1, 2))
        status, _, page = self.send_form(server, text)
        self.assertEqual(status, 200)
        self.assertRegex(page.decode(), r'name="motion"\s+value="2"')
        self.assertEqual(page.decode().count('class="check-row '), 2)
        status, _, page = self.send_form(server, text, motion="2")
        self.assertEqual(status, 200)
        self.assertIn('id="clause-1"', page.decode())
        self.assertIn("motion 2 of the 2", page.decode())
        self.assertEqual(json.loads(self.post(server, API, text)[2])["version"], 1)

    # --- refusals ---------------------------------------------------------------------

    def test_1014_what_is_too_large_is_refused(self):
        server = self.serve()
        kind, close = "Content-Type: text/plain", "Connection: close"
        def of(size, *lines):
            return head(API, kind, close, f"Content-Length: {size}", *lines)
        for name, sent in (
                ("read to its end", of(2_000_000) + b"x" * 2_000_000),
                ("chunks", head(API, kind, close, "Transfer-Encoding: chunked") + chunked(*[b"x" * 32768] * 60)),
                ("not even waited for", of(SKIPPED_MAX + 1)), ("gigabytes", of(99999999999)),
                ("beyond numbers", of(10**19 - 1)), ("not sent yet", of(2_000_000, "Expect: 100-continue"))):
            started = time.monotonic()
            received = server.send(sent, hang_up=False)
            self.assertEqual(served.statuses(received), [413], name)
            self.assertIn(b"polsearch --draft", received, name)
            self.assertIn(b"256 KiB", received, name)
            self.assertIn(b"Connection: close", received, name)
            self.assertLess(time.monotonic() - started, TIMEOUT, name)
        received = server.send(head(PAGE, f"Content-Type: {FORM['Content-Type']}", close, f"Content-Length: {BODY_MAX + 1}") +
                               b"draft=" + b"x" * (BODY_MAX - 5))
        self.assertEqual(served.statuses(received), [413])
        self.assertIn(b"<h1>", received)
        # Chunks without end: cut, and not before all that is read was read.
        with server.connect() as client:
            client.sendall(head(API, kind, "Transfer-Encoding: chunked"))
            sent, piece = 0, b"8000\r\n" + b"x" * 0x8000 + b"\r\n"
            try:
                while sent < 4 * SKIPPED_MAX:
                    client.sendall(piece)
                    sent += 0x8000
            except OSError:
                pass
            self.assertGreaterEqual(sent, BODY_MAX)
            self.assertLess(sent, 4 * SKIPPED_MAX)
        self.assertEqual(self.post(server, API, DRAFT)[0], 200)

    def test_1015_methods_types_and_lengths(self):
        server = self.serve("--allow-origin", "https://a.example")
        for target, method, allow in (
                ("/", "POST", "GET, HEAD, OPTIONS"), ("/search", "POST", "GET, HEAD, OPTIONS"),
                ("/nowhere", "POST", "GET, HEAD, OPTIONS"), ("/api/v1/search", "POST", "GET, HEAD, OPTIONS"),
                ("/metrics", "POST", "GET, HEAD, OPTIONS"), (API, "GET", "POST, OPTIONS"), (API, "HEAD", "POST, OPTIONS"),
                (PAGE, "PUT", "GET, HEAD, POST, OPTIONS"), (API, "DELETE", "POST, OPTIONS")):
            status, headers, _ = server.get(target, method, PLAIN)
            self.assertEqual((status, headers["allow"]), (405, allow), f"{method} {target}")
        for target, allow in ((PAGE, "GET, HEAD, POST, OPTIONS"), (API, "POST, OPTIONS")):
            asked = {"Origin": "https://a.example", "Access-Control-Request-Method": "POST"}
            status, headers, _ = server.get(target, "OPTIONS", asked)
            self.assertEqual((status, headers["allow"]), (204, allow))
            self.assertEqual(headers.get("access-control-allow-methods"), allow if target == API else None)
        status, headers, _ = self.post(server, API, DRAFT, {**PLAIN, "Origin": "https://a.example"})
        self.assertEqual((status, headers["access-control-allow-origin"]), (200, "https://a.example"))
        status, headers, _ = self.post(server, PAGE + "/", DRAFT)
        self.assertEqual((status, headers["location"]), (308, PAGE))
        for kind in ("multipart/form-data; boundary=x", "application/json", "text/html", "application/pdf", "x"):
            status, _, body = self.post(server, API, DRAFT, {"Content-Type": kind})
            self.assertEqual(status, 415, kind)
            self.assertIn(b"text/plain", body)
            status, headers, body = self.post(server, PAGE, DRAFT, {"Content-Type": kind})
            self.assertEqual((status, headers["cache-control"]), (415, "no-store"), kind)
            self.assertIn(b"<h1>This cannot be read as a draft</h1>", body)
            self.assertIn(b'<a href="/check">', body)
        for lines in (("Content-Length: 4", "Content-Length: 5"), ("Content-Length: 4", "Content-Length: 4"),
                      ("Content-Length: 4", "Transfer-Encoding: chunked"), ("Transfer-Encoding: polx",),
                      ("Transfer-Encoding: gzip, chunked",), ("Transfer-Encoding: chunked", "Transfer-Encoding: chunked"),
                      ("Content-Length: -4",), ("Content-Length: +4",), ("Content-Length: 4a",), ("Content-Length:",),
                      ("Content-Length : 4",)):
            received = server.send(head(API, "Content-Type: text/plain", *lines) + b"4\r\npolx\r\n0\r\n\r\n" +
                                   head("/healthz", method="GET"))
            self.assertRegex(received, rb"^HTTP/1\.[01] 4", lines)
            self.assertNotIn(b" 200 OK", received, f"{lines}: what follows is not asked")
        for target in (PAGE, "/", "/api/v1/search"):
            self.assertEqual(self.raw(server, head(target, "Content-Length: 4", method="GET") + b"polx"), [413], target)

    def test_1016_slow_and_lying_clients_are_cut(self):
        server = self.serve()
        lying = head(API, "Content-Type: text/plain", "Content-Length: 1000")
        started = time.monotonic()
        with server.connect() as slow, server.connect() as silent:
            silent.sendall(lying + b"Conference notes")
            slow.sendall(lying)
            end = started + 8 * TIMEOUT
            try:
                while time.monotonic() < end:
                    slow.sendall(b"x")
                    if time.monotonic() < started + 1: # nobody else waits for them
                        self.assertEqual(self.post(server, API, DRAFT)[0], 200)
                    time.sleep(0.1)
            except OSError:
                pass
            self.assertLess(time.monotonic(), started + 4 * TIMEOUT)
            self.assertEqual(silent.recv(100), b"", "it has sent less than it said")
        self.assertGreaterEqual(counted(server, 'polserve_rejected_total'), 2)
        self.assertEqual(self.raw(server, lying + b"Conference notes"), [], "half a draft is not answered")
        self.assertEqual(self.post(server, API, DRAFT)[0], 200)

    def test_1017_what_follows_is_answered_in_its_order(self):
        server = self.serve()
        check = head(API, "Content-Type: text/plain", f"Content-Length: {len(DRAFT)}") + DRAFT.encode()
        chunks = head(API, "Content-Type: text/plain", "Transfer-Encoding: chunked") + chunked(DRAFT.encode())
        long = head(API, "Content-Type: text/plain", "Content-Length: 1500000") + b"x" * 1500000
        get = head("/healthz", method="GET")
        last = head("/nowhere", "Connection: close", method="GET")
        sent = check + get + get + chunks + check + get + long + get + chunks + last
        self.assertEqual(self.raw(server, sent, hang_up=False), [200, 200, 200, 200, 200, 200, 413, 200, 200, 404])

    # --- what is kept -----------------------------------------------------------------

    def test_1018_nothing_of_a_draft_is_kept(self):
        log = self.dir / "access.log"
        server = self.serve("--access-log", str(log), "--log-queries", "--log-addresses")
        before = counted(server, "polserve_cache_hits_total")
        for _ in range(3):
            for headers in ({}, {"If-None-Match": "*"}, {"Accept-Encoding": "gzip"}):
                status, found, _ = self.post(server, API, DRAFT, {**PLAIN, **headers})
                self.assertEqual((status, found["cache-control"]), (200, "no-store"))
            self.assertEqual(self.send_form(server, DRAFT)[0], 200)
        self.assertEqual(counted(server, "polserve_cache_hits_total"), before, "a POST comes from no cache")
        for body in (SECRET.encode() * 40000, b"\0" + SECRET.encode()):
            self.assertIn(self.post(server, API, body)[0], (413, 422))
        self.assertEqual(self.post(server, API, DRAFT, {"Content-Type": f"text/{SECRET}"})[0], 415)
        for target in (PAGE, "/metrics", "/", "/search?q=" + SECRET[:3]):
            self.assertNotIn(SECRET.encode(), server.get(target)[2], target)
        self.assertNotIn("etag", self.send_form(server, DRAFT)[1])
        server.stop()
        self.assertIn("POST /api/v1/check", log.read_text())
        self.assertNotIn(SECRET, log.read_text())
        self.assertNotIn(SECRET, server.log)
        for path in self.dir.rglob("*"):
            if path.is_file():
                self.assertNotIn(SECRET.encode(), path.read_bytes(), path)

    def test_1019_bodies_are_bounded_together_and_cost_more(self):
        server = self.serve("--timeout", "60")
        size = BODY_MAX - 1000
        start = head(API, "Content-Type: text/plain", f"Content-Length: {BODY_MAX}")
        clients, large = [], b"x" * size
        end = time.monotonic() + 60

        def hold():
            clients.append(server.connect())
            clients[-1].sendall(start + large)
        try:
            for _ in range(BODIES_MAX // size):
                hold()
            while self.post(server, API, large)[0] != 503: # until all is read
                self.assertLess(time.monotonic(), end)
                time.sleep(0.1)
                hold() # two that come at once may both be refused
            status, headers, body = self.post(server, API, large)
            self.assertEqual(status, 503)
            self.assertIn("retry-after", headers)
            self.assertIn(b"try again", body)
            self.assertEqual(server.get("/search?q=kettles")[0], 200, "who only reads is served")
            resident = int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{server.process.pid}/status").read_text())[1])
            if not scratch.is_sanitized():
                self.assertLess(resident, 300 * KIB)
        finally:
            for client in clients:
                client.close()
        end = time.monotonic() + 30
        while self.post(server, API, large)[0] != 413: # read, and too long for a draft
            self.assertLess(time.monotonic(), end)
            time.sleep(0.1)
        slow = served.Server(self, "--rate", "2") # ten at once: two checks
        statuses = [self.post(slow, API, DRAFT)[0] for _ in range(4)]
        self.assertEqual(statuses[:2], [200, 200])
        self.assertIn(429, statuses)


if __name__ == "__main__":
    scratch.main()
