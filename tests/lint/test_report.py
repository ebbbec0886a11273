#!/usr/bin/env python3
"""tests/report.py on made-up results: what it counts, names, and exits with."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

REPORT = Path(__file__).resolve().parents[1] / "report.py"
CASE = '<testcase name="{}" status="{}"><system-out>{}</system-out></testcase>'


def report(*cases, text=None):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tests.xml"
        if cases or text is not None:
            path.write_text(text or f"<testsuite>{''.join(CASE.format(*case) for case in cases)}"
                            "</testsuite>", encoding="utf-8")
        run = subprocess.run([sys.executable, REPORT, f"dev={path}"], capture_output=True,
                             text=True, check=False)
        return run.returncode, run.stdout.strip().split("\n")


class Report(unittest.TestCase):
    def test_all_passed(self):
        code, lines = report(("a", "run", "fine"), ("b", "run", ""))
        self.assertEqual((code, lines[-1]), (0, "2 passed, 0 failed, 0 skipped"))

    def test_a_failure(self):
        code, lines = report(("a", "run", ""), ("b", "fail", "no"))
        self.assertEqual((code, lines[-1]), (1, "1 passed, 1 failed, 0 skipped"))
        self.assertIn("FAILED dev: b", lines)

    def test_skips_have_reasons(self):
        code, lines = report(("a", "run", "ok   x\nskip: y: not here\n"),
                             ("b", "notrun", "skip: no data"), ("c", "run", "[  SKIPPED ] z\n"))
        self.assertEqual((code, lines[-1]), (0, "2 passed, 0 failed, 3 skipped"))
        self.assertIn("skipped dev: a: y: not here", lines)
        self.assertIn("skipped dev: b: no data", lines)

    def test_a_test_that_did_not_run_and_says_no_reason_has_failed(self):
        self.assertEqual(report(("a", "run", ""), ("b", "notrun", "Unable to find executable"))[0], 1)

    def test_no_results(self):
        self.assertEqual(report()[0], 1)
        self.assertEqual(report(text="<testsuite></testsuite>")[0], 1)
        self.assertEqual(report(text="<testsuite>")[0], 1)


if __name__ == "__main__":
    unittest.main()
