"""What the command-line tests share: a scratch folder for each case, the programs that were
built, and a runner that says why a case was skipped.

A file of cases is a family; its cases are methods `test_NNN_what`. Run one file, or one case
of it, by hand:  tests/cli/indexing.py --build build/dev [test_103_changed_file]"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("POLSEARCH_SHARED") or ROOT.parent / "shared")
BUILD = ROOT / "build" / "dev"
NOBODY = 65534

MOTION = """{title}

Back to all Motions

Conference
{conference}
Date
{date}
Decision
{decision}

Conference notes {notes}.

Conference calls upon the Executive to:
1) {act}.
"""


def motion(title="Kettles for Canteens", conference="2031 Canteen Staff Conference",
           date="4 May 2031", decision="Carried", notes="that kettles boil slowly",
           act="buy faster kettles"):
    """The text of an invented motion page."""
    return MOTION.format(title=title, conference=conference, date=date, decision=decision,
                         notes=notes, act=act)


class Done:
    """A program that has ended."""

    def __init__(self, command, code, out, err):
        self.command, self.code = command, code
        self.bytes, self.out, self.err = out, out.decode(errors="replace"), err.decode(
            errors="replace")

    def objects(self):
        """JSON Lines on standard output."""
        return [json.loads(line) for line in self.out.splitlines()]

    def __str__(self):
        return (f"{' '.join(map(str, self.command))}\nexit status {self.code}\n"
                f"--- standard output\n{self.out[:4000]}\n--- standard error\n{self.err[:4000]}")


class Case(unittest.TestCase):
    """self.dir is empty at the start; HOME and the index are inside of it."""
    maxDiff = None

    def setUp(self):
        self.dir = Path(tempfile.mkdtemp(prefix="polsearch-test-"))
        self.addCleanup(shutil.rmtree, self.dir, ignore_errors=True)
        self.index = self.dir / "index"
        (self.dir / "home").mkdir()
        kept = ("ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LSAN_OPTIONS")
        self.env = {name: os.environ[name] for name in kept if name in os.environ}
        self.env.update(HOME=str(self.dir / "home"), LC_ALL="C.UTF-8", TERM="dumb",
                        POLSEARCH_INDEX=str(self.index),
                        PATH=":".join(f"{BUILD}/{room}" for room in
                                      ("indexer", "command", "sandbox", "server")) +
                        ":/usr/local/bin:/usr/bin:/bin")

    def write(self, name, content):
        """A file below the scratch folder. Its time is some seconds ago: a file that was read
        within the clock's grain of its last change is read again next time."""
        path = self.dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        some_time_ago = time.time_ns() - 10**10
        os.utime(path, ns=(some_time_ago, some_time_ago))
        return path

    def run_program(self, *command, stdin=b"", code=0, env=None, timeout=120, cwd=None, **more):
        """Runs it; `code` is the exit status it must have, None for any."""
        done = subprocess.run([str(word) for word in command], input=stdin, capture_output=True,
                              env={**self.env, **(env or {})}, timeout=timeout, check=False,
                              cwd=cwd or self.dir, **more)
        result = Done(command, done.returncode, done.stdout, done.stderr)
        if code is not None:
            self.assertEqual(result.code, code, result)
        self.assertNotIn("Sanitizer", result.err, result)
        return result

    def run_as_nobody(self, program, *arguments, **how):
        """As a user who may do little. The program is copied to where that one may go."""
        self.dir.chmod(0o755)
        copy = self.dir / "bin" / Path(program).name
        copy.parent.mkdir(exist_ok=True)
        for name in (program, "polread"):
            found = shutil.which(name, path=self.env["PATH"])
            if found:
                shutil.copy(found, copy.parent / Path(name).name)
        return self.run_program(copy, *arguments, user=NOBODY, group=NOBODY, extra_groups=[], **how)

    def start(self, *command, **how):
        """Starts a program and goes on; it is killed at the end of the case, if need be."""
        process = subprocess.Popen([str(word) for word in command], env=self.env, cwd=self.dir,
                                   **{"stderr": subprocess.PIPE, **how})
        self.addCleanup(process.communicate)
        self.addCleanup(process.kill)
        return process

    def polindex(self, *arguments, **how):
        return self.run_program("polindex", *arguments, **how)

    def polsearch(self, *arguments, **how):
        return self.run_program("polsearch", *arguments, **how)

    def hits(self, *query, code=0):
        """The hits for a query, as JSON; what has some of the words only where none has all."""
        found = self.polsearch("--format", "jsonl", "--limit", "1000", *query, code=code).objects()
        return [hit for hit in found if hit["tier"] != "partial"] or found

    def ids(self, *query):
        """The ids of the documents found, sorted; empty for none."""
        return sorted({hit["id"] for hit in self.hits(*query, code=None)})

    def checked(self, *paths, code=0):
        """What `polindex --check` recognises."""
        return self.polindex("--check", "--format", "jsonl", *paths, code=code).objects()

    def assert_whole(self, *arguments):
        """The index passes `polindex verify`."""
        self.polindex(*arguments, "verify")

    def assert_golden(self, name, text):
        """`text` is what golden/NAME holds; --update writes it there."""
        path = ROOT / "tests" / "cli" / "golden" / name
        if Case.updates:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        self.assertTrue(path.is_file(), f"there is no {path}: run with --update")
        self.assertEqual(text, path.read_text(encoding="utf-8"))


Case.updates = False


def needs_shared(name):
    """Decorator: skips where the collection is not there."""
    return unittest.skipUnless((SHARED / name).exists(),
                               f"{name} is not in $POLSEARCH_SHARED or ../shared")


def is_sanitized():
    """Was the build made slow by a sanitizer?"""
    cache = BUILD / "CMakeCache.txt"
    return cache.is_file() and bool(
        re.search(r"^POL_SANITIZE:\w+=(?!OFF$).+$", cache.read_text(), re.MULTILINE))


class Results(unittest.TextTestResult):
    """One line a case; skips as tests/report.py reads them."""

    def addSuccess(self, test):
        super().addSuccess(test)
        self.stream.writeln(f"ok   {test._testMethodName}")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.stream.writeln(f"FAIL {test._testMethodName}")

    def addError(self, test, err):
        super().addError(test, err)
        self.stream.writeln(f"FAIL {test._testMethodName}")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.stream.writeln(f"skip: {test._testMethodName}: {reason}")


def main(module="__main__"):
    global BUILD
    parser = argparse.ArgumentParser(description=sys.modules[module].__doc__.split("\n")[0])
    parser.add_argument("--build", type=Path, default=BUILD, help="where the programs are")
    parser.add_argument("--update", action="store_true", help="write golden files anew")
    parser.add_argument("cases", nargs="*", help="names of cases, or their beginnings")
    given = parser.parse_args()
    BUILD = given.build.resolve()
    Case.updates = given.update
    loader = unittest.TestLoader()
    suite = loader.loadTestsFromModule(sys.modules[module])
    wanted = unittest.TestSuite(
        case for group in suite for case in group
        if not given.cases or case._testMethodName.startswith(tuple(given.cases)))
    runner = unittest.TextTestRunner(stream=sys.stdout, verbosity=0, resultclass=Results)
    result = runner.run(wanted)
    sys.exit(0 if result.wasSuccessful() and result.testsRun else 1)
