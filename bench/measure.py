"""A program's time, and the most memory that it and each of its children held.

Linux keeps the peak of each process (VmHWM): it is looked at until the process ends. What
wait4() says is the largest of all of them, and corrects what was missed."""
import os
import subprocess
import time
from pathlib import Path

LOOK_SECONDS = 0.005


class Ran:
    def __init__(self, status, seconds, own, child, out):
        self.code = os.waitstatus_to_exitcode(status)
        self.seconds = seconds
        self.own_bytes, self.child_bytes = own, child
        self.out = out


def _peak(pid):
    """(name, bytes) of a process; (None, 0) when it is gone."""
    try:
        fields = dict(line.split(":\t", 1) for line in
                      Path(f"/proc/{pid}/status").read_text().splitlines() if ":\t" in line)
    except (OSError, UnicodeDecodeError):
        return None, 0
    return fields.get("Name"), int(fields.get("VmHWM", "0 kB").split()[0]) << 10


def _children(pid):
    found = []
    for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += tasks.read_text().split()
        except OSError:
            pass
    return found


def run(command, output, **how):
    """Runs it, its standard output to the file `output`."""
    name = Path(command[0]).name[:15]
    own = child = 0
    started = time.monotonic()
    with open(output, "wb") as out:
        process = subprocess.Popen([str(word) for word in command], stdout=out, **how)
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            break
        now, peak = _peak(process.pid)
        own = max(own, peak if now == name else 0)
        for each in _children(process.pid):
            now, peak = _peak(each)
            child = max(child, peak if now and now != name else 0) # not yet another program
        time.sleep(LOOK_SECONDS)
    process.returncode = os.waitstatus_to_exitcode(status)
    largest = usage.ru_maxrss << 10
    if largest > max(own, child): # whose it was is not known: both
        own, child = (largest, child) if own >= child else (own, largest)
    return Ran(status, time.monotonic() - started, own, child, Path(output))
