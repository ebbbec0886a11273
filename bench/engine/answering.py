"""Whoever answers questions: an engine's own process over a pipe, or polserve over a socket."""
import json
import os
import re
import socket
import subprocess
import time
import urllib.parse

from process import resident_bytes


class Piped:
    """Seconds are what the engine itself measured, from the words to ten ids with their texts."""

    def __init__(self, command, environment=None, server=None):
        self.process = subprocess.Popen([str(word) for word in command], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, bufsize=0,
                                        env={**os.environ, **(environment or {})})
        self.out = os.fdopen(os.dup(self.process.stdout.fileno()), "rb")
        self.server = server

    def ask(self, line):
        """(seconds, ids)"""
        self.process.stdin.write(line.encode())
        answer = self.out.readline().decode()
        if not answer:
            raise RuntimeError(f"{self.process.args[0]} ended at: {line.strip()[:200]}")
        taken, _, ids = answer.rstrip("\n").partition("\t")
        return int(taken) / 1e9, ids.split()

    def resident(self):
        return resident_bytes(self.process.pid) + (resident_bytes(self.server) if self.server else 0)

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.out.close()
        self.process.stdout.close()


class Http:
    """polserve without its cache of answers, one connection that is kept; seconds are the client's."""

    def __init__(self, program, index, environment):
        self.process = subprocess.Popen(
            [program, "--index", index, "--listen", "127.0.0.1:0", "--rate", "0", "--cache", "0"],
            stderr=subprocess.PIPE, text=True, env={**os.environ, **environment})
        for line in self.process.stderr: # others may come first
            found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
            if found:
                break
        else:
            raise RuntimeError("polserve does not start")
        self.address = ("127.0.0.1", int(found.group(1)))
        self.socket = self._connection()

    def _connection(self):
        made = socket.create_connection(self.address)
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return made

    def _connect_again(self):
        """Where the server has closed the connection, which had been idle for too long."""
        self.socket.setblocking(False)
        try:
            is_closed = self.socket.recv(1, socket.MSG_PEEK) == b""
        except BlockingIOError:
            is_closed = False
        except OSError:
            is_closed = True
        self.socket.setblocking(True)
        if is_closed:
            self.socket.close()
            self.socket = self._connection()

    @staticmethod
    def _query(operation, words):
        if operation == "phrase":
            return f'"{words}"', "all"
        if operation == "prefix":
            return f"{words}*", "all"
        if operation == "any" and words.count(" ") == 1:
            words = words.replace(" ", " OR ")
        return words, operation

    def ask(self, line):
        query, match = self._query(*line.rstrip("\n").split("\t"))
        target = urllib.parse.urlencode({"q": query, "match": match, "limit": 10})
        request = f"GET /api/v1/search?{target} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
        self._connect_again()
        started = time.perf_counter_ns()
        self.socket.sendall(request)
        head, body = b"", b""
        while b"\r\n\r\n" not in head:
            head += self._more()
        head, _, body = head.partition(b"\r\n\r\n")
        size = int(re.search(rb"(?i)content-length: (\d+)", head).group(1))
        while len(body) < size:
            body += self._more()
        taken = time.perf_counter_ns() - started
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(f"polserve refuses {query[:200]}: {body[:300].decode()}")
        return taken / 1e9, [hit["id"] + (hit["anchor"] or "") for hit in json.loads(body)["hits"]]

    def _more(self):
        more = self.socket.recv(1 << 18)
        if not more:
            raise RuntimeError("polserve closed the connection")
        return more

    def resident(self):
        return resident_bytes(self.process.pid)

    def close(self):
        self.socket.close()
        self.process.terminate()
        self.process.communicate()
