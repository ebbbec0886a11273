#!/usr/bin/env python3
"""How answers are packed, kept and bounded, and what the server gives up before it answers (98x)."""
import gzip
import os
import re
import shutil
import subprocess
import time
import unittest
from pathlib import Path

import scratch
import served


def statistic(server, name):
    """A number of /metrics."""
    text = server.get("/metrics")[2].decode()
    return float(re.search(rf"^{name}(?:{{[^}}]*}})? ([\d.e+]+)$", text, re.MULTILINE).group(1))


class Answers(scratch.Case):
    def setUp(self):
        super().setUp()
        for number in range(30):
            self.write(f"docs/{number}.txt", scratch.motion(
                title=f"Kettles {number}", notes=f"that kettle {number} boils slowly"))
        self.polindex("docs", code=None)
        time.sleep(2.1) # until the second of the commit is over, answers are not kept

    def test_980_packed_answers_are_the_same(self):
        server = served.Server(self)
        target = "/search?q=kettles"
        status, headers, plain = server.get(target)
        self.assertEqual((status, "content-encoding" in headers), (200, False))
        self.assertIn("accept-encoding", headers["vary"].lower())
        status, headers, packed = server.get(target, headers={"Accept-Encoding": "gzip"})
        self.assertEqual(headers["content-encoding"], "gzip")
        self.assertEqual(gzip.decompress(packed), plain)
        self.assertLess(len(packed), len(plain) / 3)
        status, headers, packed = server.get(target, headers={"Accept-Encoding": "gzip, deflate, br"})
        self.assertEqual(headers["content-encoding"], "br")
        if shutil.which("brotli"):
            done = subprocess.run(["brotli", "-d", "-c"], input=packed, capture_output=True, check=True)
            self.assertEqual(done.stdout, plain)
        self.assertLess(len(packed), len(plain) / 3)
        _, headers, _ = server.get("/robots.txt", headers={"Accept-Encoding": "gzip"})
        self.assertNotIn("content-encoding", headers, "too small to be worth it")
        _, headers, error = server.get("/search?sort=best", headers={"Accept-Encoding": "gzip"})
        self.assertIn(b"<h1", gzip.decompress(error))

    def test_981_answers_are_kept_until_the_index_moves_on(self):
        server = served.Server(self)
        first = server.get("/search?q=kettles&limit=50")
        hits = statistic(server, "polserve_cache_hits_total")
        second = server.get("/search?q=kettles&limit=50")
        self.assertEqual(statistic(server, "polserve_cache_hits_total"), hits + 1)
        self.assertEqual(first[2], second[2])
        drop = ("date",)
        self.assertEqual({key: value for key, value in first[1].items() if key not in drop},
                         {key: value for key, value in second[1].items() if key not in drop})
        status, headers, body = server.get("/search?q=kettles&limit=50", method="HEAD")
        self.assertEqual((status, body, headers["content-length"]), (200, b"", first[1]["content-length"]))
        self.write("docs/new.txt", scratch.motion(title="Kettles again"))
        self.polindex("docs", code=None)
        end = time.monotonic() + 20
        while b"Kettles again" not in server.get("/search?q=kettles&limit=50")[2]:
            self.assertLess(time.monotonic(), end)
            time.sleep(0.05)
        for _ in range(20): # and never the old one again
            self.assertIn(b"Kettles again", server.get("/search?q=kettles&limit=50")[2])

    def test_982_the_cache_is_bounded(self):
        server = served.Server(self, "--cache", "1", "--rate", "0")
        for round_ in range(2):
            for number in range(150):
                self.assertEqual(server.get(f"/search?q=kettles+{number}")[0], 200)
        resident = int(re.search(r"VmRSS:\s+(\d+)", Path(
            f"/proc/{server.process.pid}/status").read_text()).group(1))
        if not scratch.is_sanitized():
            self.assertLess(resident, 200 << 10)
        none = served.Server(self, "--cache", "0")
        for _ in range(3):
            self.assertEqual(none.get("/search?q=kettles")[0], 200)
        self.assertEqual(statistic(none, "polserve_cache_hits_total"), 0)

    def test_983_a_client_has_its_rate(self):
        server = served.Server(self, "--rate", "2")
        answers = [server.get("/help") for _ in range(40)]
        statuses = [status for status, _, _ in answers]
        self.assertEqual(statuses[:10], [200] * 10)
        self.assertIn(429, statuses)
        status, headers, body = next(answer for answer in answers if answer[0] == 429)
        self.assertGreaterEqual(int(headers["retry-after"]), 1)
        self.assertIn(b"wait a moment", body)
        self.assertIn("frame-ancestors 'none'", headers["content-security-policy"])
        time.sleep(1.6)
        self.assertEqual(server.get("/help")[0], 200)
        # What a client says of itself does not give it another rate.
        statuses = [server.get("/help", headers={"X-Forwarded-For": f"192.0.2.{number}"})[0]
                    for number in range(20)]
        self.assertIn(429, statuses)

    def test_984_each_client_of_a_trusted_proxy_has_its_own(self):
        server = served.Server(self, "--rate", "1", "--trusted-proxy", "127.0.0.1")
        for number in range(30):
            status, _, _ = server.get("/help", headers={"X-Forwarded-For": f"192.0.2.{number}"})
            self.assertEqual(status, 200)
        statuses = [server.get("/help", headers={"X-Forwarded-For": "192.0.2.200"})[0] for _ in range(20)]
        self.assertIn(429, statuses)

    def test_985_it_gives_up_what_it_does_not_need(self):
        if scratch.is_sanitized(): # which build it is, is known only now
            self.skipTest("sanitizers need what is given up")
        server = served.Server(self)
        for task in Path(f"/proc/{server.process.pid}/task").iterdir():
            status = (task / "status").read_text()
            self.assertRegex(status, r"(?m)^Seccomp:\s+2$")
            self.assertRegex(status, r"(?m)^NoNewPrivs:\s+1$")
        self.assertEqual(server.get("/search?q=kettles")[0], 200)

    @unittest.skipUnless(os.geteuid() == 0, "only root can become somebody else")
    def test_986_root_becomes_somebody_else(self):
        self.dir.chmod(0o755)
        for options, uid in (((), scratch.NOBODY), (("--user", "daemon"), 1)):
            server = served.Server(self, *options)
            status = Path(f"/proc/{server.process.pid}/status").read_text()
            self.assertRegex(status, rf"(?m)^Uid:\s+{uid}\s+{uid}\s+{uid}\s+{uid}$")
            self.assertRegex(status, rf"(?m)^Gid:\s+(?!0\s)")
            self.assertEqual(server.get("/search?q=kettles")[0], 200)
        self.dir.chmod(0o700)
        server = served.Server(self)
        self.assertIn("serving as root", server.log)
        done = self.run_program(scratch.BUILD / "server" / "polserve", "--user", "no-such-user", code=2)
        self.assertIn("there is no user 'no-such-user'", done.err)

    def test_987_an_index_that_nobody_may_write(self):
        subprocess.run(["chmod", "-R", "a-w,a+rX", str(self.index)], check=True)
        self.dir.chmod(0o755)
        server = served.Server(self)
        self.assertIn(b"Kettles", server.get("/search?q=kettles")[2])
        server.stop()
        subprocess.run(["chmod", "-R", "u+w", str(self.index)], check=True)


if __name__ == "__main__":
    scratch.main()
