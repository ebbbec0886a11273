#!/usr/bin/env python3
"""Requests made to harm the server, or those who read its answers (100x).

requests/payloads.txt goes into every parameter of every address, requests/targets.txt and
requests/raw.py are sent as they are. Each gets an answer that is right or a 4xx, nothing that was
sent comes back as markup, and the server goes on. Counts are printed."""
import csv
import html.parser
import io
import json
import re
import sys
import time
import urllib.parse
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import scratch
import served

FOLDER = Path(__file__).resolve().parent / "requests"
sys.path.insert(0, str(FOLDER))
import raw  # noqa: E402

MARK = "polx" # what payloads try to make a tag, an attribute or a script of
PARAMETERS = ("q", "conference", "decision", "kind", "clause", "org", "year", "by", "standing",
              "number", "source", "from", "to", "sort", "group", "match", "spelling", "page", "limit")
PAGES = ("/search", "/api/v1/search", "/search.atom", "/api/v1/facets")
TIMEOUT = 3 # seconds that a request may take to arrive
SECURITY = {"x-content-type-options": "nosniff"}
DIRECTIVES = ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")


class Markup(html.parser.HTMLParser):
    """What a browser would take for markup, and must not be there."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found = []

    def handle_starttag(self, tag, attrs):
        if MARK in tag or tag in ("iframe", "object", "embed", "base"):
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            value = (value or "").strip().lower()
            if MARK in name or name.startswith("on") or name == "style":
                self.found.append(f"{name}=")
            if name in ("href", "src", "action", "formaction") and re.match(
                    r"(?:javascript|data|vbscript|file):|//", value):
                self.found.append(f"{name}={value[:40]}")
        if tag in ("script", "style") and not any(name == "src" for name, _ in attrs):
            self.found.append(f"<{tag}> without src")


def markup_of(text):
    parser = Markup()
    parser.feed(text)
    parser.close()
    return parser.found


def trouble_in(kind, text):
    """Why the body is not what its type promises, or holds more than it should; "" if nothing."""
    try:
        if kind == "text/html":
            found = markup_of(text)
            return f"markup that was sent: {found}" if found else ""
        if kind.endswith("+xml") or kind == "application/xml":
            tags = [node.tag for node in ElementTree.fromstring(text).iter()]
            return "an element that was sent" if any(MARK in tag for tag in tags) else ""
        if kind.endswith("json"):
            keys = json.loads(text)
            return "a key that was sent" if isinstance(keys, dict) and MARK in keys else ""
        if kind == "application/jsonl":
            for line in text.splitlines():
                json.loads(line)
        if kind == "text/csv":
            cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
            bad = [cell for cell in cells if cell[:1] in ("=", "@", "\t", "\r") or
                   re.match(r"[+-](?![\d.]+$)", cell)]
            return f"a cell that a spreadsheet runs: {bad[0][:60]!r}" if bad else ""
    except (ValueError, ElementTree.ParseError) as error:
        return f"not {kind}: {error}"
    return ""


class Requests(scratch.Case):
    def setUp(self):
        super().setUp()
        self.write("docs/kettles.txt", scratch.motion())
        self.write("docs/evil.txt", scratch.motion(
            title='=2+3 <polx> "Kettles" & \'teapots\'',
            conference='2031 <polx polx="1"> Staff Conference',
            notes='that </p><polx onclick="polx()"> kettles & "teapots" boil slowly'))
        self.polindex("docs", code=None)
        self.server = served.Server(self, "--rate", "0", "--timeout", str(TIMEOUT))

    def check_answer(self, what, answer, statuses):
        status, headers, body = answer
        where = f"{what}: {status}\n{body[:300]!r}"
        if statuses:
            self.assertIn(status, statuses, where)
        self.assertLess(status, 500, where)
        for name, value in SECURITY.items():
            self.assertEqual(headers.get(name), value, where)
        for directive in DIRECTIVES:
            self.assertIn(directive, headers.get("content-security-policy", ""), where)
        self.assertNotIn("set-cookie", headers, where)
        self.assertNotIn(MARK + ".invalid", headers.get("location", ""), where)
        self.assertNotIn(b"root:x:", body, where)
        if body:
            kind = headers.get("content-type", "").split(";")[0]
            trouble = trouble_in(kind, body.decode())
            self.assertEqual(trouble, "", f"{what}: {trouble}\n{body[:2000]!r}")

    def check_alive(self):
        self.assertTrue(self.server.is_alive(), self.server.log)
        self.assertEqual(self.server.get("/search?q=kettles")[0], 200)

    def test_1000_what_is_sent_never_becomes_markup(self):
        payloads = (FOLDER / "payloads.txt").read_text(encoding="utf-8").splitlines()
        sent = 0
        for payload in payloads:
            value = urllib.parse.quote(payload, safe="")
            for number, name in enumerate(PARAMETERS):
                page = PAGES[(number + len(payload)) % len(PAGES)] if name != "q" else None
                for path in (page,) if page else PAGES:
                    target = f"{path}?q=kettles&{name}={value}" if page else f"{path}?q={value}"
                    answer = self.server.get(target)
                    self.check_answer(target, answer, {200, 400, 404, 413})
                    sent += 1
            for path in ("/documents/", "/api/v1/documents/", "/conferences/", "/", "/assets/x/"):
                answer = self.server.get(path + value)
                self.check_answer(path + payload, answer, {200, 302, 400, 404})
                sent += 1
            for target in ("/api/v1/suggest?q=", "/opensearch-suggest?q="):
                self.check_answer(target + payload, self.server.get(target + value), {200, 400})
                sent += 1
        self.check_alive()
        print(f"requests with {len(payloads)} payloads: {sent}")
        self.assertGreaterEqual(sent, 200)

    def test_1007_what_drafts_hold_never_becomes_markup(self):
        payloads = (FOLDER / "payloads.txt").read_text(encoding="utf-8").splitlines()
        for payload in payloads:
            draft = f"{payload}\n\nConference calls upon the Executive to:\n\n1. {payload} kettles boil slowly {payload}\n"
            for target, fields in (("/check", {"draft": draft}), ("/check", {"draft": "", "from": payload, "to": payload}),
                                   ("/check", {"draft": draft, "motion": payload, "format": payload}), ("/check", {payload: draft}),
                                   ("/check?format=html", {"draft": draft}), ("/api/v1/check?format=csv", {"draft": draft}),
                                   ("/api/v1/check?format=markdown", {"draft": draft}), ("/api/v1/check", {"draft": draft, "except": payload})):
                status, headers, body = self.send(target, urllib.parse.urlencode(fields, errors="replace"))
                if "content-disposition" in headers: # a page to be saved has a style of ours inside
                    body = re.sub(rb"<style>[^<]*</style>", b"", body, count=1)
                self.check_answer(f"{target}: {payload}", (status, headers, body), {200, 400, 413, 422})
            self.check_answer(payload, self.send("/check", draft, "text/plain"), {200, 400, 422})
            self.check_answer(payload, self.send("/api/v1/check", draft, payload.encode("latin-1", "ignore").decode("latin-1").strip() or "x"),
                              {200, 400, 415, 422})
        self.check_alive()

    def send(self, target, body, kind="application/x-www-form-urlencoded"):
        body = body.encode(errors="replace")
        kind = re.sub(r"[\x00-\x1f\x7f]", "", kind)
        return self.server.get(target, "POST", {"Content-Type": kind, "Content-Length": str(len(body))}, body)

    def test_1001_what_documents_hold_never_becomes_markup(self):
        for target in ("/", "/search?q=kettles", "/search?q=kettles&group=motion", "/browse",
                       "/about", "/search.atom?q=kettles", "/sitemap.xml", "/api/v1/search?q=kettles",
                       "/api/v1/search?q=kettles&format=csv", "/api/v1/search?q=kettles&format=jsonl",
                       "/api/v1/conferences", "/api/v1/suggest?q=kett", "/opensearch-suggest?q=kett"):
            self.check_answer(target, self.server.get(target), {200})
        for hit in self.hits("kettles"):
            ident = urllib.parse.quote(hit["id"], safe="")
            for target in (f"/documents/{ident}", f"/documents/{ident}?q=kettles",
                           f"/api/v1/documents/{ident}", f"/documents/{ident}/cite.json"):
                self.check_answer(target, self.server.get(target), {200})
            name = urllib.parse.quote(hit["conference_name"], safe="")
            for target in (f"/conferences/{name}", f"/conferences/{name}/2031"):
                self.check_answer(target, self.server.get(target), {200})

    def test_1002_targets_get_the_status_that_is_right(self):
        sent, wrong = 0, []
        for line in (FOLDER / "targets.txt").read_text(encoding="utf-8").splitlines():
            if not line or line.startswith("#"):
                continue
            allowed, target = line.split(" ", 1)
            received = self.server.send(raw.target(target.encode()))
            found = served.statuses(received)
            if not found or str(found[0]) not in allowed.split(","):
                wrong.append(f"{target}: {found[:1]}, not {allowed}")
            head, _, body = received.partition(b"\r\n\r\n")
            kind = re.search(rb"(?i)\r\nContent-Type: ([^;\r\n]+)", head)
            if kind and body:
                self.assertEqual(trouble_in(kind.group(1).decode(), body.decode()), "", target)
            sent += 1
        self.assertFalse(wrong, "\n".join(wrong))
        self.check_alive()
        print(f"targets: {sent}")

    def test_1003_raw_bytes_never_harm(self):
        wrong = []
        for name, sent, allowed in raw.RAW:
            started = time.monotonic()
            received = self.server.send(sent)
            found = served.statuses(received)
            seconds = time.monotonic() - started
            if allowed and (not found or found[0] not in allowed):
                wrong.append(f"{name}: {found[:1]}, not {allowed}")
            if any(status >= 500 and status not in (501, 505) for status in found):
                wrong.append(f"{name}: {found}")
            if b"<polx" in received:
                wrong.append(f"{name}: comes back as markup")
            if seconds > 3 * TIMEOUT:
                wrong.append(f"{name}: {seconds:.0f} s")
        self.assertFalse(wrong, "\n".join(wrong))
        self.check_alive()
        print(f"raw requests: {len(raw.RAW)}")

    def test_1004_pipelined_requests_are_answered_in_order(self):
        line = "GET /search?q={} HTTP/1.1\r\nHost: localhost\r\n\r\n"
        words = ["kettles", "teapots", "boil", "faster", "nothing"] * 10
        sent = "".join(map(line.format, words)).encode() + raw.target(b"/help")
        received = self.server.send(sent, hang_up=False)
        self.assertEqual(served.statuses(received), [200] * (len(words) + 1), received[:500])
        self.check_alive()

    def test_1005_queries_that_explode_are_bounded(self):
        queries = ["a" * 4000, "a* " * 1000, "(" * 2000 + "a" + ")" * 2000, "a OR " * 800 + "a",
                   '"' + "kettles boil " * 300 + '"', "NOT " * 1000 + "a", "-a " * 1300,
                   " NEAR/100 ".join(["kettles"] * 300), "kettles " * 500,
                   " ".join(f"year:{year}..2031" for year in range(1000, 1200)),
                   "conference:" + "staff" * 700, "\u0301" * 1500, "\U0001F600" * 1000]
        for query in queries:
            started = time.monotonic()
            target = "/search?q=" + urllib.parse.quote(query, safe="")
            received = self.server.send(raw.target(target.encode()))
            found = served.statuses(received)
            self.assertTrue(found and found[0] in (200, 400, 413, 414), f"{query[:60]}: {found}")
            self.assertLess(time.monotonic() - started, 10, query[:60])
        self.check_alive()

    def test_1006_what_was_kept_of_another_site_is_old(self):
        """Pages hold the site's name, so that its change makes them others."""
        other = served.Server(self, "--title", "Harbour policy")
        for target in ("/help", "/search?q=kettles"):
            known = {"If-None-Match": self.server.get(target)[1]["etag"]}
            self.assertEqual(self.server.get(target, headers=known)[0], 304, target)
            status, _, body = other.get(target, headers=known)
            self.assertEqual(status, 200, target)
            self.assertIn(b"Harbour policy", body)


if __name__ == "__main__":
    scratch.main()
