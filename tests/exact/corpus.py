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
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import bindings  # noqa: E402, F401
import made  # noqa: E402
from checking import ROOT, Checker, Tally, index_in_parts, polindex  # noqa: E402
from writing import Written  # noqa: E402

CORPUS = ROOT / "corpus"
PARTS = 10
MADE_FILES, MADE_DOCUMENTS = 12, 15


class Case(unittest.TestCase):
    build, queries, seed = None, 150, 1

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="polsearch-exact-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.index, self.source = self.folder / "index", self.folder / "source"
        self.done = Tally()
        self.random = random.Random(self.seed)

    def tearDown(self):
        print(f"{self.id().rpartition('.')[2]}: {self.done}", flush=True)

    def copy_corpus(self):
        shutil.copytree(CORPUS, self.source)

    def make_documents(self):
        for place in range(MADE_FILES):
            made.write(self.random, self.source / f"{place}.jsonl", MADE_DOCUMENTS,
                       place * MADE_DOCUMENTS)

    def check(self, index, count, seed=0):
        with Checker(self.build, index, self.done) as checker:
            checker.ask_all(count, self.seed + seed)
            checker.assert_right()

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

    def test_while_it_is_written(self):
        self.make_documents()
        polindex(self.build, self.index, self.source)
        written = Written(self.build, self.index, self.source, self.folder, self.change)
        revisions = written.check(self.queries * 2, self.seed, self.random, self.done)
        self.assertGreater(revisions, 2)


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
