#!/usr/bin/env python3
"""scripts/quickstart, as somebody runs it who has just cloned the repository (43x). It makes a
build of its own, build/release."""
import select
import signal
import socket
import urllib.error
import urllib.request

import scratch

QUICKSTART = scratch.ROOT / "scripts" / "quickstart"
BUILD_S = 900


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Quickstart(scratch.Case):
    def setUp(self):
        super().setUp()
        if scratch.is_sanitized():
            self.skipTest("it makes a build of its own: once, in dev, is enough")

    def serve(self, *arguments):
        """Started, until it printed the address to open; (process, address, what it said)."""
        messages = self.dir / "messages"
        with open(messages, "wb") as file:
            process = self.start(QUICKSTART, "--serve", *arguments, stdout=-1, stderr=file)
        self.assertTrue(select.select([process.stdout], [], [], BUILD_S)[0])
        address = process.stdout.readline().decode().strip()
        return process, address, messages

    def stop(self, process, how=signal.SIGTERM):
        process.send_signal(how)
        self.assertEqual(process.wait(30), 0)
        self.assertEqual(process.stdout.read(), b"", "the address was the last line")

    def test_430_search(self):
        for _ in range(2):
            done = self.run_program(QUICKSTART, "democratic deficit", timeout=BUILD_S)
            self.assertIn("democratic", done.out)
            self.assertRegex(done.out, "National Delegate Conference.*carried")
            self.assertIn("--check", done.err)
            self.assertIn("scripts/quickstart --serve", done.err)
        self.assertEqual(len(done.err.strip().splitlines()), 4, "only what to do next")
        nothing = self.run_program(QUICKSTART, "zzzxq", code=1)
        self.assertIn("Nothing found", nothing.err)

    def test_431_serve(self):
        for how in (signal.SIGTERM, signal.SIGINT):
            port = free_port()
            process, address, messages = self.serve("--listen", f"127.0.0.1:{port}")
            self.assertEqual(address, f"http://127.0.0.1:{port}/")
            with urllib.request.urlopen(address, timeout=30) as answer: # at once, without a wait
                self.assertEqual(answer.status, 200)
                self.assertIn("<title>", answer.read().decode())
            with urllib.request.urlopen(f"{address}search?q=libraries", timeout=30) as answer:
                self.assertIn("<mark>", answer.read().decode())
            self.assertIn("Ctrl-C", messages.read_text())
            self.stop(process, how)
            with self.assertRaises(urllib.error.URLError):
                urllib.request.urlopen(address, timeout=30)

    def test_432_serve_where_the_port_is_taken(self):
        with socket.socket() as other:
            other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                other.bind(("127.0.0.1", 8080))
                other.listen()
            except OSError:
                pass # it is taken by somebody else
            process, address, messages = self.serve()
            self.assertRegex(address, r"^http://127\.0\.0\.1:80[89]\d/$")
            self.assertNotIn(":8080/", address)
            self.assertIn("8080 is taken", messages.read_text())
            self.stop(process)

    def test_433_serve_where_the_port_that_is_given_is_taken(self):
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            listen = f"127.0.0.1:{other.getsockname()[1]}"
            done = self.run_program(QUICKSTART, "--serve", "--listen", listen, code=2,
                                    timeout=BUILD_S)
            self.assertEqual(done.out, "", "no address where nothing listens")
            self.assertIn(f"another program listens on {listen}", done.err)


if __name__ == "__main__":
    scratch.main()
