"""What processes cost: time, processor time, memory; and how fast a fresh one answers."""
import os
import subprocess
import threading
import time
from pathlib import Path

LOOK_SECONDS = 0.02
TICKS = os.sysconf("SC_CLK_TCK")


def _children(pid):
    found = []
    for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [int(child) for child in tasks.read_text().split()]
        except OSError:
            pass
    return found


def tree(pid):
    """The process and all below it."""
    found, at = [pid], 0
    while at < len(found):
        found += _children(found[at])
        at += 1
    return found


def processor_seconds(pid):
    """Of all processes of the tree, and of those that have ended and were waited for."""
    ticks = 0
    for each in tree(pid):
        try:
            fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        ticks += sum(int(field) for field in fields[11:15])
    return ticks / TICKS


def resident_bytes(pid):
    """Of the tree. What it has of its own is added up; of what it shares, or has mapped from
    files, the largest counts, since processes of one program mostly share it."""
    own = shared = 0
    for each in tree(pid):
        try:
            status = Path(f"/proc/{each}/status").read_text()
        except OSError:
            continue
        fields = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
        size = {name: int(fields.get(name, "0 kB").split()[0]) << 10
                for name in ("RssAnon", "RssFile", "RssShmem")}
        own += size["RssAnon"]
        shared = max(shared, size["RssFile"] + size["RssShmem"])
    return own + shared


class Peak(threading.Thread):
    """The most memory that some trees held together."""

    def __init__(self, pids):
        super().__init__(daemon=True)
        self.pids, self.bytes, self.ended = pids, 0, threading.Event()
        self.start()

    def run(self):
        while not self.ended.wait(LOOK_SECONDS):
            self.bytes = max(self.bytes, sum(resident_bytes(pid) for pid in self.pids))

    def stop(self):
        self.ended.set()
        self.join()
        return self.bytes


class Cost:
    def __init__(self, wall, processor, peak):
        self.wall, self.processor, self.peak = wall, processor, peak


def cost_of(command, environment=None, server=None, stdin=None):
    """Runs it to its end; with `server`, what that process and its children did counts too."""
    before = processor_seconds(server) if server else 0
    started = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], stdin=stdin,
                               stdout=subprocess.DEVNULL, env={**os.environ, **(environment or {})})
    peak = Peak([process.pid] + ([server] if server else []))
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    held = peak.stop() or usage.ru_maxrss << 10 # a short one was never looked at
    if process.returncode:
        raise RuntimeError(f"{command[0]} failed: exit status {process.returncode}")
    after = processor_seconds(server) if server else 0
    return Cost(wall, usage.ru_utime + usage.ru_stime + after - before, held)


def fresh_seconds(command, environment, question):
    """From before the process is made until it has ended; `question` is a file to read, or None."""
    words = [str(word) for word in command]
    actions = [(os.POSIX_SPAWN_OPEN, 0, str(question or os.devnull), os.O_RDONLY, 0),
               (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    everything = {**os.environ, **(environment or {})}
    started = time.perf_counter_ns()
    pid = os.posix_spawn(words[0], words, everything, file_actions=actions)
    _, status = os.waitpid(pid, 0)
    taken = time.perf_counter_ns() - started
    if os.waitstatus_to_exitcode(status) not in (0, 1): # 1 is polsearch's "nothing found"
        raise RuntimeError(f"{words[0]} failed in a fresh process")
    return taken / 1e9


def bytes_on_disk(*paths):
    files = [each for path in paths for each in ([path] if path.is_file() else path.rglob("*"))]
    return sum(each.stat().st_blocks * 512 for each in files if each.is_file())
