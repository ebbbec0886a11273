#!/usr/bin/env python3
"""agreement.py BUILD: our evaluator and another one say the same of real runs.

The other is relevance/evaluate.py below POLSEARCH_SHARED (default ../shared), with the collections that
stand beside it; without them this is skipped. Each run is measured as polsearch printed it, and with its
scores rounded until many documents share one."""
import importlib.util
import os
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("POLSEARCH_SHARED") or ROOT.parent / "shared") / "relevance"
sys.path.insert(0, str(ROOT / "relevance"))
import engines  # noqa: E402
import measures  # noqa: E402
import significance  # noqa: E402
from material import Material  # noqa: E402

NAMES = ("cran", "med")
WITHIN = 1e-9


def load_other():
    spec = importlib.util.spec_from_file_location("other_evaluator", SHARED / "evaluate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def round_scores(path, out):
    with open(path, encoding="utf-8") as lines, open(out, "w", encoding="utf-8") as rounded:
        for line in lines:
            columns = line.split()
            columns[4] = str(round(float(columns[4])))
            rounded.write(" ".join(columns) + "\n")
    return out


class Agreement(unittest.TestCase):
    build = None

    @classmethod
    def setUpClass(cls):
        cls.other = load_other()
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        folder = Path(scratch.name)
        cls.runs = []
        for name in NAMES:
            place = SHARED / name
            material = Material(name, place / "docs.jsonl", place / "queries.tsv",
                                place / "qrels.txt")
            path = folder / f"{name}.run"
            engines.Polsearch(cls.build).run(material, folder, path)
            cls.runs += [(place / "qrels.txt", path),
                         (place / "qrels.txt", round_scores(path, folder / f"{name}.rounded"))]

    def both(self, judgments, path):
        """(ours, theirs): {query: {measure: figure}}"""
        own = measures.evaluate(measures.read_run(path), measures.read_judgments(judgments))
        others = self.other.evaluate(self.other.read_run(path), self.other.read_qrels(judgments))
        names = ["recall@100" if name == "R@100" else name for name in self.other.MEAS]
        return own, {query: dict(zip(names, values)) for query, values in others.items()}

    def test_each_query_of_each_run(self):
        for judgments, path in self.runs:
            own, others = self.both(judgments, path)
            self.assertEqual(sorted(own), sorted(others))
            self.assertGreater(len(own), 20)
            for query, values in others.items():
                for name, value in values.items():
                    self.assertAlmostEqual(own[query][name], value, delta=WITHIN,
                                           msg=f"{path.name}, query {query}, {name}")

    def test_runs_have_found_something(self):
        for judgments, path in self.runs:
            self.assertGreater(measures.mean(self.both(judgments, path)[0], "MAP"), 0.2)

    def test_significance(self):
        for (judgments, path), (_, rounded) in zip(self.runs[::2], self.runs[1::2]):
            one, two = self.both(judgments, path)[0], self.both(judgments, rounded)[0]
            each = [one[query]["MAP"] - two[query]["MAP"] for query in one]
            _, p, by_lot = self.other.paired(each)
            self.assertAlmostEqual(significance.students_t(each), p, delta=WITHIN)
            self.assertAlmostEqual(significance.randomised(each), by_lot, delta=0.02)


if __name__ == "__main__":
    if not (SHARED / "evaluate.py").is_file():
        print(f"skip: there is no {SHARED / 'evaluate.py'}")
        sys.exit(77)
    Agreement.build = Path(sys.argv.pop(1)).resolve()
    unittest.main(warnings="ignore")  # the other one leaves its files open
