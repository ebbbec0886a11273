#!/usr/bin/python3
"""corpus.py BUILD [--queries N] [--seed N] [--only TEST]: all that a search says, against a
reference that looks at everything and shares no code with it.

Random queries of every class, on the sample corpus and on made documents; after documents were
changed and removed; over ten databases; while the index is written. Scores to 1e-6, equals by
document id, totals and facets exactly; and Xapian's own matcher beside it, with its own idea of
what matches, and with the same formula."""
import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import unittest
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import bindings  # noqa: E402, F401
import made  # noqa: E402
from asking import Asker, read_answers  # noqa: E402
from checking import ROOT, Checker, index_in_parts, polindex, summary  # noqa: E402

CORPUS = ROOT / "corpus"
PARTS = 10
MADE_FILES, MADE_DOCUMENTS = 12, 15
ROUNDS, BATCH = 5, 60


class Case(unittest.TestCase):
    build, queries, seed = None, 150, 1

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="polsearch-exact-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.index, self.source = self.folder / "index", self.folder / "source"
        self.done = Counter()
        self.random = random.Random(self.seed)

    def tearDown(self):
        print(f"{self.id().rpartition('.')[2]}: {summary(self.done)}", flush=True)

    def copy_corpus(self):
        shutil.copytree(CORPUS, self.source)

    def make_documents(self):
        for place in range(MADE_FILES):
            made.write(self.random, self.source / f"{place}.jsonl", MADE_DOCUMENTS,
                       place * MADE_DOCUMENTS)

    def check(self, index, count, seed=0):
        with Checker(self.build, index, self.done) as checker:
            checker.ask_all(count, self.seed + seed)
            checker.ask_formula(count // 10, self.seed + seed)

    # --- one revision -----------------------------------------------------------------

    def test_sample_corpus(self):
        polindex(self.build, self.index, CORPUS)
        self.check(self.index, self.queries * 3)

    def test_made_documents(self):
        self.make_documents()
        polindex(self.build, self.index, self.source)
        self.check(self.index, self.queries * 2)

    def test_ten_databases(self):
        stub = index_in_parts(self.build, CORPUS, self.folder, PARTS, self.folder / "stub")
        self.check(stub, self.queries)

    def test_ten_databases_of_made_documents(self):
        self.make_documents()
        stub = index_in_parts(self.build, self.source, self.folder, PARTS, self.folder / "stub")
        self.check(stub, self.queries)

    # --- changes ----------------------------------------------------------------------

    def change(self, place):
        """Some files gone, some changed, one new."""
        files = sorted(self.source.glob("*.jsonl"))
        for path in self.random.sample(files, min(2, len(files) - 1)):
            path.unlink()
        for path in self.random.sample(sorted(self.source.glob("*.jsonl")), 2):
            lines = path.read_text(encoding="utf-8").splitlines()
            lines[0] = lines[0].replace('"text": "', '"text": "Kettles boil. ')
            path.write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")
        for one in range(2):
            start = 1000 * (place + 1) + 100 * one
            made.write(self.random, self.source / f"new-{start}.jsonl", MADE_DOCUMENTS, start)

    def test_after_changes(self):
        self.make_documents()
        polindex(self.build, self.index, self.source)
        for place in range(3):
            self.change(place)
            polindex(self.build, self.index, self.source)
            polindex(self.build, self.index, "--remove",
                     sorted(self.source.glob("new-*.jsonl"))[-1])
            self.check(self.index, self.queries // 2, place)

    def test_corpus_after_changes(self):
        self.copy_corpus()
        polindex(self.build, self.index, self.source)
        files = sorted(self.source.rglob("*.txt")) + sorted(self.source.rglob("*.md"))
        for path in files[::5]:
            polindex(self.build, self.index, "--remove", path)
        for path in files[1::5]:
            with open(path, "a", encoding="utf-8") as text:
                text.write("\n\nThe kettles of the canteen are to be boiled twice.\n")
        for path in files[2::5]:
            path.unlink()
        polindex(self.build, self.index, self.source)
        self.check(self.index, self.queries)

    # --- while it is written ----------------------------------------------------------

    def write_twice(self, place, snapshots):
        """Two commits, so that what a reader held of the first revision is overwritten."""
        for step in range(2):
            self.change(2 * place + step)
            polindex(self.build, self.index, self.source)
            shutil.copytree(self.index, self.folder / f"snapshot{len(snapshots)}")
            snapshots.append(self.folder / f"snapshot{len(snapshots)}")

    def test_while_it_is_written(self):
        """A reader goes on asking, and is stopped at any moment of a search, while another process
        commits. Each answer names its revision, and is what the reference makes of a copy of it."""
        self.make_documents()
        polindex(self.build, self.index, self.source)
        snapshots = [self.folder / "snapshot0"]
        shutil.copytree(self.index, snapshots[0])
        with Checker(self.build, self.index) as checker:
            questions = checker.questions(self.seed)
            kinds = ("two", "question", "long_any", "phrase_word", "prefix", "either_word",
                     "two_any", "without")
            asked = [questions.draw(kinds[place % len(kinds)]) for place in range(ROUNDS * BATCH)]
        with open(self.folder / "answers", "wb") as out:
            asker = Asker(self.build, self.index, out)
            for place in range(ROUNDS):
                batch = asked[place * BATCH:(place + 1) * BATCH]
                asker.send("".join(query.line() for query in batch))
                time.sleep(self.random.random() * .02)
                asker.process.send_signal(signal.SIGSTOP)
                self.write_twice(place, snapshots)
                asker.process.send_signal(signal.SIGCONT)
            asker.close()
        answers = list(read_answers(self.folder / "answers"))
        self.assertEqual(len(answers), len(asked))
        self.check_revisions(asked, answers, snapshots)

    def check_revisions(self, asked, answers, snapshots):
        met = Counter()
        for snapshot in snapshots:
            with Checker(self.build, snapshot, self.done) as checker:
                revision = checker.asker.ask("0\t1\t\t\tkettle\n").revision
                for query, got in zip(asked, answers):
                    expected = checker.expected(query) if got.revision == revision else None
                    met[revision] += got.revision == revision
                    if expected:
                        checker.check(query, got, expected)
                checker.assert_right()
        self.assertEqual(sum(met.values()), len(answers), "an answer of a revision that was none")
        self.done["(revisions)"] = sum(count > 0 for count in met.values())
        self.assertGreater(self.done["(revisions)"], 2)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=Path)
    parser.add_argument("--queries", type=int, default=Case.queries)
    parser.add_argument("--seed", type=int, default=Case.seed)
    parser.add_argument("--only", action="append", default=[], metavar="TEST")
    options = parser.parse_args()
    Case.build, Case.queries, Case.seed = options.build, options.queries, options.seed
    unittest.main(argv=[sys.argv[0], *(f"Case.{test}" for test in options.only)], verbosity=1)


if __name__ == "__main__":
    main()
