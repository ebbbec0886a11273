#!/usr/bin/env python3
"""polserve on the loopback interface, asked by a real client: headers, limits, slow clients,
signals, an index that changes, log and metrics (9xx)."""
import concurrent.futures
import email.utils
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import time
import unittest

import scratch

SECURITY = {
    "Content-Security-Policy":
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
READY_S = 30
ORIGIN = "https://www.example.org"


class Answer:
    """Status, headers and body, all read."""

    def __init__(self, response):
        self.status, self.headers, self.body = response.status, response.headers, response.read()

    @property
    def text(self):
        return self.body.decode()


class Server:
    """A polserve that is ready."""

    def __init__(self, case, *arguments, program="polserve", **how):
        self.case = case
        self.messages = case.dir / f"messages-{time.monotonic_ns()}"
        with open(self.messages, "wb") as file:
            self.process = case.start(program, "--listen", "127.0.0.1:0", *arguments, stderr=file,
                                      **how)
        case.addCleanup(self.end)
        found = self.await_message(r"listening on (http://\S+):(\d+)/ \((\d+) documents\)")
        self.port, self.documents = int(found[2]), int(found[3])
        self.url = f"{found[1]}:{self.port}"
        self.host = found[1].removeprefix("http://").strip("[]")

    def end(self):
        """Every case ends in an orderly stop, which tells what sanitizers have seen."""
        for how in (signal.SIGTERM, signal.SIGINT):
            if self.process.poll() is None:
                self.process.send_signal(how)
                time.sleep(0.05)
        self.process.wait(60)
        self.case.assertNotIn("Sanitizer", self.said())

    def said(self):
        return self.messages.read_text(errors="replace")

    def await_message(self, pattern):
        until = time.monotonic() + READY_S
        while time.monotonic() < until:
            found = re.search(pattern, self.said())
            if found:
                return found
            if self.process.poll() is not None:
                break
            time.sleep(0.02)
        raise AssertionError(f"it never said {pattern!r}: {self.said()}")

    def connect(self):
        return http.client.HTTPConnection(self.host, self.port, timeout=60)

    def ask(self, target, method="GET", headers=None, body=None):
        connection = self.connect()
        try:
            connection.request(method, target, body=body, headers=headers or {})
            return Answer(connection.getresponse())
        finally:
            connection.close()

    def socket(self, receives=None):
        """A bare connection; `receives` bytes are all that its end buffers."""
        bare = socket.socket(socket.AF_INET)
        if receives:
            bare.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receives)
        bare.settimeout(60)
        bare.connect((self.host, self.port))
        self.case.addCleanup(bare.close)
        return bare

    def tell(self, data):
        """Sends bytes and reads until the server closes."""
        bare = self.socket()
        bare.sendall(data)
        return read_all(bare)

    def stop(self, how=signal.SIGTERM, within=30):
        self.process.send_signal(how)
        return self.process.wait(within)


def read_all(bare):
    pieces = []
    try:
        while piece := bare.recv(1 << 16):
            pieces.append(piece)
    except ConnectionResetError:
        pass
    return b"".join(pieces)


def get(target, *headers):
    lines = [f"GET {target} HTTP/1.1", "Host: localhost", *headers, "", ""]
    return "\r\n".join(lines).encode()


class Case(scratch.Case):
    def setUp(self):
        super().setUp()
        self.env["PATH"] = f"{scratch.BUILD}/web:{self.env['PATH']}"
        for number in range(5):
            self.write_motion(number, 1)
        self.update()

    def write_motion(self, number, revision):
        self.write(f"motions/{number}.txt", scratch.motion(
            title=f"Kettle {number}", notes=f"that kettle {number} has whistle{revision}"))

    def update(self):
        self.polindex("--quiet", "--index", self.index, self.dir / "motions")

    def serve(self, *arguments, **how):
        return Server(self, *arguments, **how)

    def assert_hardened(self, answer):
        for name, value in SECURITY.items():
            self.assertEqual(answer.headers[name], value, answer.status)
        self.assertIn("camera=()", answer.headers["Permissions-Policy"])
        self.assertIn("Accept-Encoding", answer.headers["Vary"])
        self.assertTrue(answer.headers["Cache-Control"], answer.status)


class Answers(Case):
    def test_900_ready(self):
        server = self.serve()
        self.assertEqual(server.documents, 5)
        self.assertEqual(server.ask("/").status, 200)
        page = server.ask("/search?q=kettle").text
        self.assertIn("Kettle 3", page)
        self.assertEqual(server.stop(), 0)

    def test_901_headers_of_every_kind_of_answer(self):
        server = self.serve()
        wanted = [("GET", "/", 200), ("GET", "/search?q=kettle", 200), ("HEAD", "/help", 200),
                  ("GET", "/help/", 301), ("GET", "/api/v1/search?q=kettle", 200),
                  ("GET", "/nowhere", 404), ("GET", "/api/v1/nowhere", 404),
                  ("GET", "/search?q=%zz", 400), ("GET", "//host/", 400), ("POST", "/", 405),
                  ("DELETE", "/api/v1/search", 405), ("OPTIONS", "/", 204),
                  ("GET", "/" + "a" * 9000, 414), ("GET", "/healthz", 200),
                  ("GET", "/readyz", 200), ("GET", "/metrics", 200), ("GET", "/robots.txt", 200)]
        for method, target, status in wanted:
            with self.subTest(f"{method} {target[:30]}"):
                answer = server.ask(target, method)
                self.assertEqual(answer.status, status)
                self.assert_hardened(answer)
                if status >= 400:
                    self.assertEqual(answer.headers["Cache-Control"], "no-store")
                    self.assertIsNone(answer.headers["ETag"])
        self.assertEqual(server.ask("/help/").headers["Location"], "/help")
        self.assertEqual(server.ask("/api/v1/nowhere").headers["Content-Type"], "application/json")

    def test_902_not_modified(self):
        server = self.serve()
        first = server.ask("/search?q=kettle")
        etag = first.headers["ETag"]
        self.assertRegex(etag, r'^W/"[0-9a-f]{32}"$', "weak: it is sent packed and not")
        strong = etag.removeprefix("W/")
        self.assertEqual(first.headers["Cache-Control"], "no-cache")
        for value in (etag, strong, f'"other", {etag}', "*"):
            answer = server.ask("/search?q=kettle", headers={"If-None-Match": value})
            self.assertEqual((answer.status, answer.body), (304, b""), value)
            self.assertEqual(answer.headers["ETag"], etag)
            self.assert_hardened(answer)
        for value in ('"other"', "", strong.strip('"')):
            answer = server.ask("/search?q=kettle", headers={"If-None-Match": value})
            self.assertEqual(answer.status, 200, value)
        self.assertEqual(server.ask("/nowhere", headers={"If-None-Match": "*"}).status, 404)
        packed = {"Accept-Encoding": "gzip", "If-None-Match": etag}
        self.assertEqual(server.ask("/search?q=kettle", headers=packed).status, 304)

    def test_903_last_modified(self):
        for path in self.index.rglob("iamglass"):
            os.utime(path, (2_000_000_000 - 10**9, 1_000_000_000))
        server = self.serve()
        said = server.ask("/help").headers["Last-Modified"]
        self.assertEqual(email.utils.parsedate_to_datetime(said).timestamp(), 1_000_000_000)
        tomorrow = email.utils.formatdate(1_000_086_400, usegmt=True)
        before = email.utils.formatdate(999_999_999, usegmt=True)
        for date, status in ((said, 304), (tomorrow, 304), (before, 200), ("yesterday", 200)):
            answer = server.ask("/help", headers={"If-Modified-Since": date})
            self.assertEqual(answer.status, status, date)
        both = {"If-Modified-Since": tomorrow, "If-None-Match": '"other"'}
        self.assertEqual(server.ask("/help", headers=both).status, 200, "If-None-Match wins")

    def test_904_head(self):
        server = self.serve()
        for target in ("/search?q=kettle", "/openapi.json", "/api/v1/x", "/healthz"):
            with self.subTest(target):
                got, head = server.ask(target), server.ask(target, "HEAD")
                self.assertEqual((head.status, head.body), (got.status, b""))
                for name in ("Content-Length", "Content-Type", "ETag"):
                    self.assertEqual(head.headers[name], got.headers[name])

    def test_905_methods(self):
        server = self.serve()
        for method in ("POST", "PUT", "DELETE", "PATCH", "BREW"):
            answer = server.ask("/search", method, body=b"q=kettle" if method == "POST" else None)
            self.assertEqual(answer.status, 405, method)
            self.assertEqual(answer.headers["Allow"], "GET, HEAD, OPTIONS")
        self.assertEqual(server.ask("/", "OPTIONS").headers["Allow"], "GET, HEAD, OPTIONS")

    def test_906_named_origins_only(self):
        server = self.serve("--allow-origin", ORIGIN, "--allow-origin", "http://localhost:3000")
        api, page = "/api/v1/search?q=kettle", "/search?q=kettle"
        for target, origin, allowed in ((api, ORIGIN, ORIGIN), (page, ORIGIN, None),
                                        (api, "http://localhost:3000", "http://localhost:3000"),
                                        (api, "https://other.example", None), (api, "null", None),
                                        (api, ORIGIN + ".evil.example", None)):
            answer = server.ask(target, headers={"Origin": origin})
            self.assertEqual(answer.headers["Access-Control-Allow-Origin"], allowed, origin)
            self.assertEqual("Origin" in answer.headers["Vary"], target == api)
        asked = {"Origin": ORIGIN, "Access-Control-Request-Method": "GET"}
        answer = server.ask(api, "OPTIONS", headers=asked)
        self.assertEqual(answer.status, 204)
        self.assertEqual(answer.headers["Access-Control-Allow-Origin"], ORIGIN)
        self.assertIn("GET", answer.headers["Access-Control-Allow-Methods"])
        self.assertIsNone(self.serve().ask(api, headers={"Origin": ORIGIN}).headers[
            "Access-Control-Allow-Origin"])

    def test_907_other_hosts_are_refused(self):
        server = self.serve("--base-url", "https://policy.example.org/")
        for host, status in (("policy.example.org", 200), ("POLICY.example.org:443", 200),
                             ("localhost:1", 200), ("127.0.0.1", 200), ("[::1]:80", 200),
                             ("evil.example", 421), ("policy.example.org.evil.example", 421)):
            answer = server.ask("/", headers={"Host": host})
            self.assertEqual(answer.status, status, host)
            self.assertNotIn("evil.example", answer.text)
            self.assertEqual("goes by another name" in answer.text, status == 421, host)
        self.assertIn('href="https://policy.example.org/', server.ask("/").text)

    def test_908_escapes_stay_in_their_segment(self):
        record = '{"id": "a/b", "title": "Slash", "text": "Conference notes slashes."}\n'
        self.polindex("--quiet", "--index", self.index, "-", stdin=record.encode())
        server = self.serve()
        self.assertEqual(server.ask("/api/v1/documents/a%2Fb").status, 200)
        self.assertEqual(server.ask("/api/v1/documents/a/b").status, 404)

    def test_909_pipelined_in_order(self):
        server = self.serve()
        targets = ["/healthz", "/search?q=kettle", "/readyz", "/nowhere", "/healthz"]
        last = get("/robots.txt", "Connection: close")
        said = server.tell(b"".join(map(get, targets)) + last)
        self.assertEqual(re.findall(rb"HTTP/1.1 (\d+) ", said),
                         [b"200", b"200", b"200", b"404", b"200", b"200"])


class Limits(Case):
    def test_910_requests_that_are_too_large(self):
        server = self.serve()
        self.assertEqual(server.ask("/search?q=" + "a" * 8000).status, 413)
        self.assertEqual(server.ask("/search?q=" + "a" * 8200).status, 414)
        many = {f"X-{number}": "x" for number in range(70)}
        for headers in (many, {"Cookie": "c" * 9000}):
            answer = server.ask("/", headers=headers)
            self.assertEqual(answer.status, 431)
            self.assert_hardened(answer)

    def test_911_floods_end(self):
        server = self.serve()
        floods = [b"GET /" + b"a" * (1 << 20), b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * (1 << 17),
                  b"GET / HTTP/1.1\r\nX: " + b"y" * (1 << 20), b"\r\n" * (1 << 16),
                  b"G" * (1 << 18), bytes(range(256)) * 512]
        for flood in floods:
            bare = server.socket()
            try:
                bare.sendall(flood)
                bare.shutdown(socket.SHUT_WR)
            except OSError:  # it was cut before the end
                pass
            said = read_all(bare)
            self.assertRegex(said[:12], rb"^(?:HTTP/1\.[01] 4|$)", flood[:20])
        self.assertEqual(server.ask("/healthz").status, 200)

    def test_912_bodies_are_refused(self):
        server = self.serve()
        chunked = b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
        long = b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000\r\n\r\n"
        for start in (chunked, long, long.replace(b"GET", b"POST")):
            said = server.tell(start)  # and no body ever follows
            self.assertRegex(said, rb"^HTTP/1.1 4(?:13|05) ")
            self.assertIn(b"nosniff", said)
            self.assertIn(b"Connection: close", said)

    def test_913_smuggling_is_refused(self):
        server = self.serve()
        for lines in ("Content-Length: 5\r\nContent-Length: 6", "Content-Length: -1",
                      "Content-Length: 5\r\nTransfer-Encoding: chunked", " folded: x",
                      "Transfer-Encoding: identity, chunked", "Content-Length : 5",
                      "Transfer-Encoding : chunked", "Content-Length: +5"):
            said = server.tell(f"GET / HTTP/1.1\r\nHost: localhost\r\n{lines}\r\n\r\n0\r\n\r\n"
                               "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            self.assertRegex(said, rb"^HTTP/1.1 4", lines)
            self.assertNotIn(b" 200 OK", said, f"{lines}: what follows is not asked")

    def test_914_connections_of_a_client(self):
        server = self.serve("--connections-per-client", "4")
        held = [server.socket() for _ in range(4)]
        for bare in held:  # all are known to the server once they were answered
            bare.sendall(get("/healthz"))
            self.assertTrue(bare.recv(100))
        self.assertEqual(server.tell(get("/healthz")), b"", "a fifth is closed unheard")
        held.pop().close()
        until = time.monotonic() + READY_S
        while not (said := server.tell(get("/metrics", "Connection: close"))):
            self.assertLess(time.monotonic(), until, "a place became free")
        self.assertRegex(said.decode(), r'rejected_total\{reason="client_connections"\} [1-9]')

    def test_915_proxy_has_no_such_limit(self):
        server = self.serve("--connections-per-client", "2", "--trusted-proxy", "127.0.0.1")
        held = [server.socket() for _ in range(6)]
        for bare in held:
            bare.sendall(get("/healthz"))
            self.assertIn(b"200 OK", bare.recv(100))


class Slow(Case):
    def seconds_until_cut(self, server, beginning, drip):
        """Drips a byte at a time until the other side hangs up."""
        bare = server.socket()
        start = time.monotonic()
        bare.sendall(beginning)
        bare.settimeout(0.1)
        while time.monotonic() - start < 30:
            try:
                bare.sendall(drip)
                if not bare.recv(1000):
                    break
            except TimeoutError:
                continue
            except OSError:
                break
        return time.monotonic() - start

    def test_920_dripped_headers(self):
        server = self.serve("--timeout", "1")
        for beginning in (b"G", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: "):
            self.assertLess(self.seconds_until_cut(server, beginning, b"a"), 8)
        after = get("/healthz") + b"GET / HTTP/1.1\r\nX: "
        self.assertLess(self.seconds_until_cut(server, after, b"a"), 8)
        self.assertRegex(server.ask("/metrics").text,
                         r'rejected_total\{reason="slow_request"\} [1-9]')

    def test_921_slow_reader(self):
        server = self.serve("--timeout", "1")
        bare = server.socket(receives=4096)
        sends = b"".join(get("/search?q=kettle") for _ in range(400))
        bare.settimeout(1)
        try:
            while True:  # until neither side takes more
                bare.sendall(sends)
        except OSError:
            pass
        until = time.monotonic() + READY_S
        pattern = r'rejected_total\{reason="slow_reader"\} [1-9]'
        while not re.search(pattern, server.ask("/metrics").text):
            self.assertLess(time.monotonic(), until, "it was never cut")
            time.sleep(0.1)
        self.assertEqual(server.ask("/").status, 200)

    def test_922_silent_connections(self):
        server = self.serve("--timeout", "1")
        start = time.monotonic()
        self.assertEqual(read_all(server.socket()), b"")
        self.assertLess(time.monotonic() - start, 8)

    def test_923_who_is_quick_is_not_cut(self):
        server = self.serve("--timeout", "1")
        connection = server.connect()
        for _ in range(10):  # longer than the timeout altogether
            connection.request("GET", "/search?q=kettle")
            self.assertEqual(Answer(connection.getresponse()).status, 200)
            time.sleep(0.25)
        connection.close()


class Signals(Case):
    def fill(self, server):
        """A connection with more answers on their way than its buffers hold. The requests are few
        enough to be read all at once: what a closed socket has not read would undo its answers."""
        bare = server.socket(receives=4096)
        bare.sendall(get("/search?q=kettle") * 200)
        answered, before = -1, -2
        while answered != before:
            time.sleep(0.5)
            values = parse_metrics(self, server.ask("/metrics").text)
            before, answered = answered, values[
                'polserve_requests_total{class="search",status="200"}']
        self.assertGreaterEqual(values["polserve_requests_in_flight"], 2, "one of them is stuck")
        return bare

    def test_930_answers_under_way_are_sent(self):
        server = self.serve("--grace", "60")
        bare = self.fill(server)
        server.process.send_signal(signal.SIGTERM)
        server.await_message("stopping")
        with self.assertRaises(OSError):
            server.socket()
        time.sleep(0.3)
        self.assertIsNone(server.process.poll(), "it waits for the reader")
        said = read_all(bare)
        self.assertEqual(server.process.wait(30), 0)
        head, _, body = said[said.rindex(b"HTTP/1.1 200"):].partition(b"\r\n\r\n")
        length = int(re.search(rb"Content-Length: (\d+)", head)[1])
        self.assertEqual(len(body), length, "the last answer is whole")

    def test_931_grace_ends(self):
        server = self.serve("--grace", "1")
        self.fill(server)
        start = time.monotonic()
        self.assertEqual(server.stop(), 0)
        self.assertLess(time.monotonic() - start, 15)

    def test_932_a_second_signal_is_in_a_hurry(self):
        server = self.serve("--grace", "300")
        self.fill(server)
        server.process.send_signal(signal.SIGTERM)
        server.await_message("stopping")
        self.assertEqual(server.stop(signal.SIGINT), 0)

    def test_933_idle_connections_hold_nothing_up(self):
        server = self.serve("--grace", "60")
        idle = server.connect()
        idle.request("GET", "/healthz")
        Answer(idle.getresponse())
        start = time.monotonic()
        self.assertEqual(server.stop(), 0)
        self.assertLess(time.monotonic() - start, 15)

    def test_934_hangup_opens_the_log_anew(self):
        log = self.dir / "access.log"
        server = self.serve("--access-log", log)
        server.ask("/help")
        await_text(log, "GET /help")
        log.rename(self.dir / "access.1")
        server.process.send_signal(signal.SIGHUP)
        server.await_message("reloaded")
        server.ask("/about")
        await_text(log, "GET /about")
        self.assertNotIn("/about", (self.dir / "access.1").read_text())


def await_text(path, text):
    """A line is written when its answer is sent, which the client may know before."""
    until = time.monotonic() + READY_S
    while not path.is_file() or text not in path.read_text():
        if time.monotonic() > until:
            raise AssertionError(f"{path} never had {text!r}")
        time.sleep(0.02)
    return path.read_text()


class Index(Case):
    def test_940_a_new_revision_is_seen_whole(self):
        server = self.serve("--rate", "0")
        first = server.ask("/search?q=kettle").headers["ETag"]
        is_over = False

        def look():
            seen = set()
            while not is_over:
                answer = server.ask("/search?q=kettle&limit=100")
                self.assertEqual(answer.status, 200)
                revisions = set(re.findall(r"whistle(\d+)", answer.text))
                self.assertEqual(len(revisions), 1, f"mixed: {revisions}")
                seen |= {(revisions.pop(), answer.headers["ETag"])}
            return seen

        with concurrent.futures.ThreadPoolExecutor(3) as pool:
            looks = [pool.submit(look) for _ in range(3)]
            try:
                for revision in range(2, 6):
                    for number in range(5):
                        self.write_motion(number, revision)
                    self.polindex("--quiet", *(["--rebuild"] if revision == 4 else []), "--index",
                                  self.index, self.dir / "motions")
                    time.sleep(0.2)
            finally:
                is_over = True
        seen = set().union(*(one.result() for one in looks))
        self.assertEqual({revision for revision, _ in seen}, set("12345"))
        self.assertEqual(len({etag for _, etag in seen}), len(seen), "an ETag is of one revision")
        page = server.ask("/search?q=kettle")
        self.assertIn("whistle5", page.text)
        self.assertNotEqual(page.headers["ETag"], first)
        self.assertEqual(server.ask("/search?q=kettle", headers={"If-None-Match": first}).status,
                         200)

    def test_941_read_only(self):
        self.dir.chmod(0o755)
        for path in [self.index, *self.index.rglob("*")]:
            path.chmod(0o555 if path.is_dir() else 0o444)
        program = self.dir / "polserve"
        shutil.copy(scratch.BUILD / "server" / "polserve", program)
        how = {"user": scratch.NOBODY, "group": scratch.NOBODY, "extra_groups": []}
        server = self.serve(program=program, **(how if os.geteuid() == 0 else {}))
        self.assertIn("whistle1", server.ask("/search?q=kettle").text)
        self.assertEqual(server.stop(), 0)

    def test_942_an_index_that_goes_and_comes(self):
        server = self.serve()
        self.index.rename(self.dir / "away")
        server.await_message("no index at")
        self.assertEqual(server.ask("/readyz").status, 503)
        self.assertEqual(server.ask("/healthz").status, 200)
        answer = server.ask("/search?q=kettle")
        self.assertNotIn(str(self.dir), answer.text, "no paths are told")
        (self.dir / "away").rename(self.index)
        server.await_message("can be read again")
        self.assertEqual(server.ask("/readyz").status, 200)
        self.assertIn("whistle1", server.ask("/search?q=kettle").text)


LINE = re.compile(r'^[a-z_]+(?:\{[a-z]+="[^"\n]*"(?:,[a-z]+="[^"\n]*")*\})? -?[0-9.e+]+$')


def parse_metrics(case, text):
    """{name{labels}: value}, with every line checked."""
    values, kinds = {}, {}
    for line in text.splitlines():
        if line.startswith("# TYPE "):
            _, _, name, kind = line.split()
            case.assertNotIn(name, kinds, "a name has one type")
            kinds[name] = kind
        elif not line.startswith("# HELP "):
            case.assertRegex(line, LINE)
            name, _, value = line.rpartition(" ")
            case.assertNotIn(name, values, "a series is written once")
            values[name] = float(value)
            base = re.sub(r"\{.*", "", name)
            case.assertTrue({base, re.sub(r"_(?:bucket|sum|count)$", "", base)} & set(kinds), base)
    return values


class Notes(Case):
    def test_950_metrics(self):
        server = self.serve()
        for _ in range(3):
            server.ask("/search?q=kettle")
        server.ask("/nowhere")
        server.ask("/search?q=" + "a" * 9000)
        answer = server.ask("/metrics")
        self.assertEqual(answer.headers["Content-Type"],
                         "text/plain; version=0.0.4; charset=utf-8")
        values = parse_metrics(self, answer.text)
        self.assertEqual(values['polserve_requests_total{class="search",status="200"}'], 3)
        self.assertEqual(values['polserve_requests_total{class="other",status="404"}'], 1)
        self.assertEqual(values['polserve_rejected_total{reason="target_too_long"}'], 1)
        self.assertEqual(values["polserve_index_documents"], 5)
        self.assertEqual(values["polserve_ready"], 1)
        self.assertGreaterEqual(values["polserve_requests_in_flight"], 1)
        buckets = [value for name, value in values.items()
                   if name.startswith('polserve_request_seconds_bucket{class="search"')]
        self.assertEqual(buckets, sorted(buckets))
        self.assertEqual(buckets[-1],
                         values['polserve_request_seconds_count{class="search"}'])

    def test_951_log_keeps_searches_to_itself(self):
        log = self.dir / "access.log"
        server = self.serve("--access-log", log)
        server.ask("/search?q=secretword", headers={"Referer": f"{server.url}/search?q=earlier",
                                                    "User-Agent": "Odd/1.0"})
        said = await_text(log, "/search")
        self.assertRegex(said, r'(?m)^127\.0\.0\.0 - - \[\d\d/\w{3}/\d{4}:[\d:]{8} \+0000\] '
                               r'"GET /search HTTP/1\.1" 200 [1-9]\d+ "-" "-" \d+\.\d$')
        for word in ("secretword", "earlier", "Odd"):
            self.assertNotIn(word, said)

    def test_952_log_in_full(self):
        log = self.dir / "access.log"
        server = self.serve("--access-log", log, "--log-addresses", "--log-queries",
                            "--trusted-proxy", "127.0.0.1")
        server.ask("/search?q=tea", headers={
            "X-Forwarded-For": "198.51.100.66, 203.0.113.9", "User-Agent": "Odd/1.0",
            "Referer": "http://localhost/search?q=earlier"})
        self.assertRegex(await_text(log, "tea"),
                         r'^203\.0\.113\.9 - - \[[^]]+\] "GET /search\?q=tea HTTP/1\.1" 200 \d+ '
                         r'"http://localhost/search\?q=earlier" "Odd/1\.0" \d+\.\d\n$')

    def test_956_a_client_does_not_speak_for_the_proxy(self):
        log = self.dir / "access.log"
        server = self.serve("--access-log", log, "--log-addresses", "--trusted-proxy", "127.0.0.1")
        server.tell(get("/help", "X-Forwarded-For: 198.51.100.66",
                        "X-Forwarded-For: 203.0.113.9", "Connection: close"))
        self.assertTrue(await_text(log, "/help").startswith("203.0.113.9 "))

    def test_953_forwarded_is_believed_of_proxies_only(self):
        log = self.dir / "access.log"
        server = self.serve("--access-log", log, "--log-addresses")
        server.ask("/help", headers={"X-Forwarded-For": "203.0.113.9"})
        self.assertTrue(await_text(log, "/help").startswith("127.0.0.1 "))

    def test_954_nobody_forges_lines(self):
        log = self.dir / "access.log"
        server = self.serve("--access-log", log, "--log-addresses", "--log-queries")
        server.tell(b'GET /a"b\\c\x1b[31m\x7f\xff?q=x HTTP/1.1\r\nHost: localhost\r\n'
                    b'User-Agent: odd\x0b" 200 1 \xe2\x80\xae\x01\r\nReferer: "\\"\r\n'
                    b"Connection: close\r\n\r\n")
        server.ask("/last")
        said = await_text(log, "/last")
        self.assertRegex(said, r"^[ -~\n]*$")
        for line in said.splitlines():
            self.assertRegex(line, r'^127\.0\.0\.1 - - \[[^]"]+\] "[^"]*" \d{3} \d+ "[^"]*" '
                                   r'"[^"]*" \d+\.\d$')

    def test_955_log_on_standard_output(self):
        with open(self.dir / "out", "wb") as out:
            server = self.serve("--access-log", "-", stdout=out)
        server.ask("/help")
        await_text(self.dir / "out", '"GET /help HTTP/1.1" 200')


class Errors(Case):
    def refused(self, *arguments, text):
        done = self.run_program("polserve", "--listen", "127.0.0.1:0", *arguments, code=2)
        self.assertRegex(done.err, text)
        self.assertTrue(done.err.startswith("polserve: "))
        self.assertNotIn("listening", done.err)

    def test_960_port_in_use(self):
        server = self.serve()
        self.refused("--listen", f"127.0.0.1:{server.port}", text="already: .*--listen another")

    def test_961_no_index(self):
        self.refused("--index", self.dir / "nowhere", text="polindex")
        (self.dir / "empty").mkdir()
        self.refused("--index", self.dir / "empty", text="polindex")

    def test_962_addresses(self):
        for address in ("8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:99999", ":80", "::1:80",
                        "127.0.0.1:8o", "[]:80"):
            self.refused("--listen", address, text="ADDRESS:PORT")
        self.refused("--listen", "192.0.2.1:0", text="no address to listen on")

    def test_963_values(self):
        for arguments in (["--threads", "0"], ["--threads", "x"], ["--timeout", "0"],
                          ["--base-url", "policy.example.org"], ["--base-url", "https://a/b"],
                          ["--allow-origin", "*"], ["--allow-origin", "https://a\"b"],
                          ["--trusted-proxy", "localhost"], ["--title", ""], ["somewhere"],
                          ["--connections", "1"]):
            self.refused(*arguments, text="--")

    def test_964_log_that_cannot_be_written(self):
        self.refused("--access-log", self.dir / "no" / "log", text="cannot write the access log")

    def test_965_ipv6(self):
        try:
            with socket.socket(socket.AF_INET6) as probe:
                probe.bind(("::1", 0))
        except OSError:
            self.skipTest("this machine has no IPv6")
        server = self.serve("--listen", "[::1]:0")
        self.assertEqual(server.host, "::1")
        self.assertEqual(server.ask("/").status, 200)

    def test_966_few_files(self):
        server = self.serve(preexec_fn=limit_files)
        server.await_message(r"the system allows 200 open files: at most \d+ connections")
        self.assertEqual(server.ask("/").status, 200)


def limit_files():
    import resource
    resource.setrlimit(resource.RLIMIT_NOFILE, (200, 200))


class Packaging(Case):
    def test_970_behind_nginx(self):
        nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin:/sbin")
        if not nginx or not shutil.which("openssl"):
            self.skipTest("nginx and openssl are not installed")
        log = self.dir / "access.log"
        server = self.serve("--base-url", "https://policy.example.org", "--trusted-proxy",
                            "127.0.0.1", "--access-log", log, "--log-addresses")
        port = self.start_nginx(nginx, server)
        answer = self.curl(port, "/search?q=kettle")
        self.assertIn("HTTP/2 200", answer)
        self.assertIn("strict-transport-security", answer)
        self.assertEqual(answer.count("content-security-policy"), 1)
        self.assertIn("whistle1", answer)
        self.assertIn(" 404", self.curl(port, "/metrics").splitlines()[0])
        self.assertIn(" 200", self.curl(port, "/healthz").splitlines()[0])
        self.assertIn("a%2Fb", await_text(log, "a%2Fb") if self.curl(
            port, "/documents/a%2Fb") else "")
        # Drafts go through, those that are too long too; nothing else that has a body does.
        draft, long = self.write("draft.txt", "Kettles"), self.write("long.txt", "x" * 3000000)
        sent = ("--header", "Content-Type: text/plain", "--header", "Expect:", "--data-binary")
        answer = self.curl(port, "/api/v1/check", *sent, f"@{draft}")
        self.assertIn("HTTP/2 200", answer)
        self.assertIn("no-store", answer)
        answer = self.curl(port, "/api/v1/check", *sent, f"@{long}")
        self.assertIn("HTTP/2 413", answer)
        self.assertIn("256 KiB", answer)
        self.assertIn("HTTP/2 413", self.curl(port, "/search", *sent, f"@{long}"))
        self.assertEqual(sum(path.is_file() for path in (self.dir / "body").rglob("*")), 0)

    def start_nginx(self, nginx, server):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.run_program("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
                         "-subj", "/CN=policy.example.org", "-keyout", self.dir / "key.pem",
                         "-out", self.dir / "certificate.pem")
        example = (scratch.ROOT / "packaging" / "nginx.conf").read_text()
        for before, after in (("127.0.0.1:8080", f"127.0.0.1:{server.port}"),
                              ("listen 443 ", f"listen 127.0.0.1:{port} "),
                              ("listen [::]:443 ssl http2;", ""),
                              ("listen 80;", f"listen unix:{self.dir}/plain;"),
                              ("listen [::]:80;", ""),
                              ("/etc/ssl/policy.example.org/certificate.pem",
                               str(self.dir / "certificate.pem")),
                              ("/etc/ssl/policy.example.org/key.pem", str(self.dir / "key.pem"))):
            self.assertIn(before, example)
            example = example.replace(before, after)
        main = (f"pid {self.dir}/nginx.pid;\nerror_log {self.dir}/error.log;\nevents {{}}\n"
                f"http {{\naccess_log off;\nclient_body_temp_path {self.dir}/body;\n"
                f"proxy_temp_path {self.dir}/proxy;\nfastcgi_temp_path {self.dir}/f;\n"
                f"uwsgi_temp_path {self.dir}/u;\nscgi_temp_path {self.dir}/s;\n{example}\n}}\n")
        path = self.write("nginx.conf", main)
        self.run_program(nginx, "-t", "-c", path)
        self.start(nginx, "-c", path, "-g", "daemon off; master_process off;")
        until = time.monotonic() + READY_S
        while socket.socket().connect_ex(("127.0.0.1", port)) != 0:
            self.assertLess(time.monotonic(), until, "nginx does not listen")
            time.sleep(0.05)
        return port

    def curl(self, port, target, *more):
        return self.run_program(
            "curl", "--silent", "--include", "--insecure", "--path-as-is", "--resolve",
            f"policy.example.org:{port}:127.0.0.1", f"https://policy.example.org:{port}{target}",
            *more).out

    def test_971_systemd_unit(self):
        if not shutil.which("systemd-analyze"):
            self.skipTest("systemd-analyze is not installed")
        unit = (scratch.ROOT / "packaging" / "polserve.service").read_text()
        program = re.search(r"(?m)^ExecStart=(\S+)", unit)[1]
        path = self.write("polserve.service",
                          unit.replace(program, str(scratch.BUILD / "server" / "polserve")))
        done = self.run_program("systemd-analyze", "verify", "--man=no", path, code=None,
                                env={"PATH": os.environ["PATH"]})
        trouble = [line for line in done.err.splitlines() if "polserve" in line]
        self.assertEqual(trouble, [], done)
        arguments = re.search(r"(?m)^ExecStart=\S+ ?(.*(?:\\\n.*)*)", unit)[1]
        known = self.run_program("polserve", "--help").out
        for option in re.findall(r"--[a-z-]+", arguments):
            self.assertIn(option, known)


if __name__ == "__main__":
    scratch.main()
