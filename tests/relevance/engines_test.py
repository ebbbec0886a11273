#!/usr/bin/env python3
"""engines_test.py BUILD: what is indexed, asked and written down, on invented collections."""
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "relevance"))
import engines  # noqa: E402
import measures  # noqa: E402
import short_engines  # noqa: E402
from material import KNOWN, TUNING, Material, shared_material  # noqa: E402

DOCUMENTS = (
    {"id": "kettle", "title": "Boiling water", "text": "A kettle sings.\nIt never talks."},
    {"id": "teapot", "title": "Pouring", "text": "A teapot is poured when kettles have sung; kettles wait."},
    {"id": "saucer", "title": "Catching", "text": "A saucer waits below the cup."},
)
MOTIONS = [dict(document, kind="motion") for document in DOCUMENTS]
BUILD = None


def write_lines(path, lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def write_shared(shared):
    """As the collections that are not in the repository stand in theirs."""
    for name in TUNING:
        write_lines(shared / "relevance" / name / "docs.jsonl", map(json.dumps, DOCUMENTS))
        write_lines(shared / "relevance" / name / "queries.tsv", ["1\tsinging kettles", "2\tcups"])
        write_lines(shared / "relevance" / name / "qrels.txt", ["1 0 kettle 1", "2 0 saucer 1"])
    write_lines(shared / "parliament" / "motions.jsonl", map(json.dumps, MOTIONS))
    write_lines(shared / "parliament" / "known-item-queries.tsv", ["kettle\tBoiling water"])
    write_lines(shared / "parliament" / "known-item-qrels.txt", ["kettle 0 kettle 1"])


class FakeMaterial:
    """What short_engines reads of a ShortMaterial."""
    name = "fake"

    def __init__(self, queries):
        self.queries = queries
        self.units = {each["id"]: (each["title"], each["text"]) for each in DOCUMENTS}


class Scratch(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.shared = self.folder / "shared"
        write_shared(self.shared)


class Materials(Scratch):
    def test_lines_have_title_and_text(self):
        material = shared_material(self.shared, self.folder)[0]
        self.assertEqual(dict(engines.read_lines(material.write_plain(self.folder)))["kettle"],
                         "Boiling water A kettle sings. It never talks.")

    def test_known_items_have_no_titles(self):
        material = shared_material(self.shared, self.folder)[-1]
        self.assertEqual(material.name, KNOWN)
        self.assertNotIn("Boiling", material.documents.read_text())
        self.assertEqual(len(material.documents.read_text().splitlines()), len(MOTIONS))
        self.assertNotIn("Boiling", material.write_plain(self.folder).read_text())


class Engines(Scratch):
    def ranked(self, engine, queries):
        path = self.folder / "queries.tsv"
        write_lines(path, queries)
        place = self.shared / "relevance" / TUNING[0]
        material = Material("each", place / "docs.jsonl", path, place / "qrels.txt")
        run = self.folder / "run"
        engine.run(material, self.folder, run)
        return measures.read_run(run)

    def test_any_word_is_enough_in_any_form(self):
        for kind in engines.ALL:
            engine = kind(BUILD)
            if not engine.is_there():
                continue
            got = self.ranked(engine, ["1\tsinging saucers", "2\tspoons", "3\t\"kettle (NOT it: -sings"])
            self.assertEqual(sorted(got.get("1", [])), ["kettle", "saucer"], kind.name)
            self.assertNotIn("2", got, kind.name)
            self.assertEqual(got["3"][0], "kettle", f"{kind.name}: what is typed are words, no syntax")

    def test_a_broken_engine_is_named(self):
        with self.assertRaisesRegex(engines.Failed, "false: status 1"):
            engines.call(["false"])


class Short(Scratch):
    def ranked(self, engine, text):
        queries, run = self.folder / "queries.tsv", self.folder / "run"
        write_lines(queries, [f"q\t{text}"])
        engine.run(FakeMaterial(queries), self.folder, run)
        return measures.read_run(run).get("q", [])

    def test_grep_counts_words_then_places(self):
        engine = short_engines.Grep(BUILD)
        self.assertEqual(self.ranked(engine, "kettle"), ["teapot", "kettle"])
        self.assertEqual(self.ranked(engine, "kettle NEVER"), ["kettle", "teapot"])
        self.assertEqual(self.ranked(engine, "spoon"), [])

    def test_titles_alone(self):
        self.assertEqual(self.ranked(short_engines.TitleOnly(BUILD), "boil kettle"), ["kettle"])
        self.assertEqual(self.ranked(short_engines.TitleOnly(BUILD), "kettle"), [])

    def test_a_unit_stands_where_it_comes_first(self):
        run = self.folder / "run"
        short_engines.write_run(run, "x", [("q", ["b", "a", "b", "c"])])
        self.assertEqual(measures.read_run(run), {"q": ["b", "a", "c"]})


class Programs(Scratch):
    def call(self, *words):
        return subprocess.run([sys.executable, "-B", ROOT / "relevance" / words[0], BUILD, *words[1:]],
                              capture_output=True, text=True, check=False,
                              env={**os.environ, "POLSEARCH_SHARED": str(self.shared)})

    def test_run(self):
        done = self.call("run", "--only", "polsearch,fts5", "--per-query")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        # of the tuning sets both queries are answered; the known item's words are in its title alone
        self.assertRegex(done.stdout, r"(?m)^polsearch +1\.0000 +1\.0000 +1\.0000 +1\.0000 +0\.0000$")
        self.assertRegex(done.stdout, r"(?m)^fts5 \S+ +1\.0000 +1\.0000 +1\.0000 +1\.0000 +0\.0000$")
        self.assertRegex(done.stdout, r"(?m)^fts5 \S+ +known MRR +\+0\.0000 +1\.0000 +1\.0000$")
        self.assertIn("\ncran\t2\t1.0000", done.stdout)

    def test_tables_as_markdown(self):
        page = self.folder / "page.md"
        self.assertEqual(self.call("run", "--only", "polsearch,fts5", "--markdown", page).returncode, 0)
        lines = page.read_text().splitlines()
        self.assertEqual(lines[:3], ["|  | cran MAP | cisi MAP | med MAP | mean MAP | known MRR |",
                                     "|---|---|---|---|---|---|",
                                     "| polsearch | 1.0000 | 1.0000 | 1.0000 | 1.0000 | 0.0000 |"])

    def test_floors_of_collections(self):
        done = self.call("run", "--only", "polsearch", "--map-min", "1", "--known-min", "0")
        self.assertEqual(done.returncode, 0)
        done = self.call("run", "--only", "polsearch", "--map-min", "1.1", "--known-min", "0.1")
        self.assertEqual(done.returncode, 1)
        self.assertIn("run: mean MAP is 1.0000, below 1.1\nrun: known MRR is 0.0000, below 0.1\n",
                      done.stdout)

    def test_run_keeps_what_it_made(self):
        kept = self.folder / "kept"
        self.assertEqual(self.call("run", "--only", "polsearch", "--keep", kept).returncode, 0)
        self.assertTrue((kept / "cran.polsearch").is_dir())
        self.assertTrue((kept / "known.polsearch.run").is_file())

    def test_without_collections_it_is_skipped(self):
        for program, words in (("run", ()), ("short_queries", ("--set", "seeds"))):
            self.shared = self.folder / "nothing"
            done = self.call(program, *words)
            self.assertEqual(done.returncode, 77)
            self.assertRegex(done.stdout, r"\Askip: there .+\n\Z")

    def test_floors_of_short_queries(self):
        done = self.call("short_queries", "--only", "polsearch", "--success-min", "1.1", "--gain-min",
                         "1.1", "--empty-max", "-1", "--missed")
        self.assertEqual((done.returncode, done.stderr), (1, ""))
        for text in ("success@3 is 0.", "nDCG@10 is 0.", "empty answers are 0."):
            self.assertIn(f"short_queries: {text}", done.stdout)


if __name__ == "__main__":
    BUILD = Path(sys.argv.pop(1)).resolve()
    unittest.main()
