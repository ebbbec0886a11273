#!/usr/bin/env python3
"""Our evaluator against figures worked out by hand."""
import math
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

RELEVANCE = Path(__file__).resolve().parents[2] / "relevance"
sys.path.insert(0, str(RELEVANCE))
import measures  # noqa: E402
import significance  # noqa: E402

GRADES = {"a": 3, "b": 1, "c": 0, "d": 2}


def figures(ranked, grades=None, least=1):
    return measures.evaluate({"q": ranked}, {"q": grades or GRADES}, least)["q"]


class Scratch(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path


class Measures(unittest.TestCase):
    def test_a_ranking_with_holes(self):
        got = figures(["x", "a", "c", "d"])  # a and d of a, b and d, second and fourth
        self.assertAlmostEqual(got["MAP"], (1 / 2 + 2 / 4) / 3)
        self.assertAlmostEqual(got["MRR"], 0.5)
        self.assertAlmostEqual(got["P@10"], 0.2)
        self.assertAlmostEqual(got["recall@100"], 2 / 3)
        self.assertEqual(got["success@3"], 1)
        # (3/1.58496 + 2/2.32193) / (3/1 + 2/1.58496 + 1/2)
        self.assertAlmostEqual(got["nDCG@10"], 2.754142 / 4.761860, places=6)

    def test_the_best_ranking_has_one_everywhere_but_in_precision(self):
        got = figures(["a", "d", "b"])
        for name in ("MAP", "MRR", "nDCG@10", "recall@100", "success@3"):
            self.assertAlmostEqual(got[name], 1, msg=name)
        self.assertAlmostEqual(got["P@10"], 0.3)

    def test_nothing_found(self):
        self.assertEqual(set(figures([]).values()), {0})
        self.assertEqual(set(figures(["x", "c"]).values()), {0})

    def test_cuts(self):
        others = [f"x{number}" for number in range(200)]
        self.assertEqual(figures(others[:3] + ["a"])["success@3"], 0)
        self.assertEqual(figures(others[:2] + ["a"])["success@3"], 1)
        self.assertEqual(figures(others[:10] + ["a"])["P@10"], 0)
        self.assertEqual(figures(others[:10] + ["a"])["nDCG@10"], 0)
        self.assertAlmostEqual(figures(others[:99] + ["a"])["recall@100"], 1 / 3)
        self.assertEqual(figures(others[:100] + ["a"])["recall@100"], 0)
        self.assertAlmostEqual(figures(others[:149] + ["a"])["MRR"], 1 / 150)

    def test_the_ideal_has_ten_documents(self):
        grades = {f"d{number}": 1 for number in range(30)}
        self.assertAlmostEqual(figures(sorted(grades)[:10], grades)["nDCG@10"], 1)

    def test_a_least_grade(self):
        got = figures(["b", "d"], least=2)  # b does not count, d is one of a and d
        self.assertAlmostEqual(got["MAP"], (1 / 2) / 2)
        self.assertAlmostEqual(got["recall@100"], 0.5)
        gain = (1 + 2 / math.log2(3)) / (3 + 2 / math.log2(3) + 1 / 2)
        self.assertAlmostEqual(got["nDCG@10"], gain, msg="gains keep all grades")

    def test_negative_grades_gain_nothing(self):
        self.assertAlmostEqual(figures(["b", "a"], {"a": 1, "b": -2})["nDCG@10"], 1 / math.log2(3))

    def test_queries_without_an_answer_count_and_those_without_a_question_do_not(self):
        judged = {"q": {"a": 1}, "r": {"a": 1}, "s": {"a": 0}}
        got = measures.evaluate({"q": ["a"], "s": ["a"]}, judged)
        self.assertEqual(sorted(got), ["q", "r"])
        self.assertEqual(measures.mean(got, "MAP"), 0.5)
        self.assertEqual(measures.share_empty({"q": ["a"], "s": []}, judged), 0.5)


class Files(Scratch):
    def test_scores_count_and_ranks_do_not(self):
        run = self.write("run", "q Q0 a 1 0.5 x\nq Q0 b 2 7 x\n\nq Q0 c 3 0.5 x\nr Q0 a 1 -1e3 x\n")
        self.assertEqual(measures.read_run(run), {"q": ["b", "c", "a"], "r": ["a"]})

    def test_judgments(self):
        path = self.write("judged", "q 0 a 2\nq\t0\tb\t0\n")
        self.assertEqual(measures.read_judgments(path), {"q": {"a": 2, "b": 0}})

    def test_what_is_malformed_is_named(self):
        for text in ("q 0 a\n", "q 0 a high\n", "q 0 a 1\nq 0 a 1\n"):
            with self.assertRaisesRegex(measures.Malformed, r"judged:[12]: "):
                measures.read_judgments(self.write("judged", text))
        for text in ("q Q0 a 1 0.5\n", "q Q0 a 1 best x\n", "q Q0 a 1 2 x\nq Q0 a 2 1 x\n"):
            with self.assertRaisesRegex(measures.Malformed, r"run:[12]: "):
                measures.read_run(self.write("run", text))

    def test_the_command(self):
        judged = self.write("judged", "q 0 a 1\nr 0 a 1\n")
        good = self.write("good", "q Q0 a 1 1 x\nr Q0 a 1 1 x\n")
        bad = self.write("bad", "q Q0 b 1 2 x\nq Q0 a 2 1 x\n")
        command = [sys.executable, RELEVANCE / "evaluate", "--per-query", "--against", good, judged, bad]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertRegex(done.stdout, r"(?m)^  q +0\.5000 +0\.5000")
        self.assertRegex(done.stdout, r"(?m)bad +0\.2500 +0\.2500 +0\.0500")
        self.assertRegex(done.stdout, r"against: MAP +-0\.7500")

    def test_the_command_fails(self):
        empty, judged = self.write("empty", ""), self.write("judged", "q 0 a 1\n")
        for names in ((empty, empty), (judged, self.folder / "none"), (judged, judged)):
            done = subprocess.run([sys.executable, RELEVANCE / "evaluate", *names],
                                  capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 2)
            self.assertRegex(done.stderr, r"\Aevaluate: .+\n\Z")


class Significance(unittest.TestCase):
    def test_students_t(self):
        # t = 3 / (1.58114 / 2.23607) = 4.24264; with 4 degrees of freedom the tails have
        # 1 - 1.5 (y - y^3/3), y = t / sqrt(4 + t^2) = 0.904534
        self.assertAlmostEqual(significance.students_t([1, 2, 3, 4, 5]), 0.013236, places=5)
        # one degree of freedom is Cauchy's: t = 3, 1 - 2 arctan(3) / pi
        self.assertAlmostEqual(significance.students_t([1, 2]), 1 - 2 * math.atan(3) / math.pi)
        # many are nearly normal: t = 1.96 has 0.05
        many = [1.0] * 1000 + [-1.0] * 940
        self.assertAlmostEqual(significance.students_t(many), math.erfc(1.3625 / math.sqrt(2)), places=3)

    def test_no_difference(self):
        self.assertEqual(significance.students_t([0, 0, 0]), 1)
        self.assertEqual(significance.randomised([0, 0, 0]), 1)
        self.assertAlmostEqual(significance.students_t([1, -1]), 1)
        self.assertEqual(significance.randomised([1, -1]), 1)

    def test_all_the_same(self):
        self.assertEqual(significance.students_t([2, 2]), 0)

    def test_randomised(self):
        # of eight ways to draw signs two reach a sum of 3
        self.assertAlmostEqual(significance.randomised([1, 1, 1]), 0.25, delta=0.015)
        # of 16, six reach 2 + 1 + 1 - 4 = 0 and ten more: everything
        self.assertEqual(significance.randomised([2, 1, 1, -4]), 1)
        # 1 + 2 + 4 - 8 = -1 is reached by all of them, 15 by two
        self.assertAlmostEqual(significance.randomised([1, 2, 4, 8]), 2 / 16, delta=0.012)
        self.assertEqual(significance.randomised([1, 2, 4, -8]), 1)

    def test_lots_are_drawn_the_same_each_time(self):
        each = [0.3, -0.1, 0.4, 0.2, -0.2, 0.5]
        self.assertEqual(significance.randomised(each), significance.randomised(each))


if __name__ == "__main__":
    unittest.main()
