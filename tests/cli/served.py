"""A real polserve on loopback for tests, and clients that send exactly the bytes they are given."""
import http.client
import os
import re
import select
import socket
import subprocess
import time

import scratch

READY_SECONDS = 60
LISTENING = re.compile(r"http://127\.0\.0\.1:(\d+)/")


class Server:
    """Started by the constructor, stopped by stop(); `log` is what it said."""

    def __init__(self, case, *options, index=None):
        command = [str(scratch.BUILD / "server" / "polserve"), "--index", str(index or case.index),
                   "--listen", "127.0.0.1:0", *options]
        self.log = ""
        self.process = subprocess.Popen(command, env=case.env, cwd=case.dir,
                                        stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
        case.addCleanup(self.stop)
        os.set_blocking(self.process.stderr.fileno(), False)
        self.port = self._wait()

    def _read(self):
        if select.select([self.process.stderr], [], [], 0.05)[0]:
            self.log += (self.process.stderr.read() or b"").decode(errors="replace")

    def _wait(self):
        end = time.monotonic() + READY_SECONDS
        while time.monotonic() < end:
            self._read()
            found = LISTENING.search(self.log)
            if found:
                return int(found.group(1))
            if self.process.poll() is not None:
                break
        raise AssertionError(f"polserve does not listen: {self.log}")

    def is_alive(self):
        return self.process.poll() is None

    def stop(self):
        """Ends it as an administrator does; returns its exit status."""
        if self.is_alive():
            self.process.terminate()
        try:
            _, err = self.process.communicate(timeout=60)
            self.log += (err or b"").decode(errors="replace")
        except ValueError:
            pass # was stopped before
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError("polserve does not stop when it is asked to") from None
        return self.process.returncode

    # --- clients ----------------------------------------------------------------------

    def get(self, target, method="GET", headers=None, body=None):
        """(status, headers in lower case, body)."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.putrequest(method, target, skip_accept_encoding=True)
            for name, value in (headers or {}).items():
                connection.putheader(name, value)
            connection.endheaders(body)
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, found, answer.read()
        finally:
            connection.close()

    def connect(self, timeout=60):
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=timeout)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def send(self, sent, timeout=20, hang_up=True):
        """Sends bytes as they are; all that comes back until the server closes."""
        received = b""
        with self.connect(timeout) as connection:
            try:
                connection.sendall(sent)
                if hang_up:
                    connection.shutdown(socket.SHUT_WR)
                while piece := connection.recv(65536):
                    received += piece
            except OSError:
                pass # reset or slow: what came before it counts
        return received


def statuses(received):
    """Status codes of the answers in a stream of bytes."""
    return [int(code) for code in re.findall(rb"HTTP/1\.[01] (\d\d\d) [A-Z]", received)]
