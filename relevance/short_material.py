"""The short queries: what is searched, as passages or documents that any engine can take, and the
judgments of them (short/README part of README.md)."""
import json
import subprocess
from pathlib import Path

import engines
import measures
from material import ROOT

HERE = Path(__file__).resolve().parent / "short"
KINDS = ("motion", "composite", "amendment", "emergency", "rule_change", "statement", "article", "other")
LIMIT = 1000


def read_json(command):
    """Lines of JSON that a program prints, or its only object."""
    done = subprocess.run(list(map(str, command)), capture_output=True, check=False)
    if done.returncode > 1:
        raise engines.Failed(f"{command[0]}: {done.stderr.decode()[-500:].strip()}")
    return [json.loads(line) for line in done.stdout.splitlines()]


class ShortMaterial:
    """`name` is that of the files in short/. A unit, what is found and judged, is a document, or a
    passage where there are few documents; `words` of it are title, conference and text."""

    def __init__(self, name, build, folder, source, by_passage):
        self.name, self.build, self.by_passage = name, build, by_passage
        self.queries = HERE / f"{name}.queries.tsv"
        self.judgments = HERE / f"{name}.qrels"
        self.index = folder / f"{name}.polsearch"
        engines.Polsearch(build).index(source, self.index)
        self.units = {name: words for each in self._documents() for name, words in self._units_of(each)}

    @property
    def judged(self):
        return measures.read_judgments(self.judgments)

    def search(self, *words, limit=LIMIT):
        return read_json([self.build / "command" / "polsearch", "--index", self.index, "--format", "jsonl",
                          "--limit", limit, *words])

    def unit_of(self, hit):
        """A document found by its title has no passage to show: a reader begins at its first."""
        return hit["id"] + ((hit["anchor"] or "#p1") if self.by_passage else "")

    def _documents(self):
        names = dict.fromkeys(hit["id"] for kind in KINDS for hit in self.search(f"kind:{kind}"))
        for name in sorted(names):
            shown = read_json([self.build / "command" / "polsearch", "--index", self.index, "--format",
                               "json", "--show", name])
            yield shown[0]["document"]

    def _units_of(self, document):
        """(name, title, text) of each"""
        title, conference = document["display_title"] or "", document["conference"] or ""
        passages = document["passages"]
        if not self.by_passage:
            text = "\n".join(passage["text"] for passage in passages)
            yield document["id"], (title, f"{conference}\n{text}")
            return
        of_ordinal = {passage["ordinal"]: passage["text"] for passage in passages}
        for passage in passages:
            lead_in = of_ordinal.get(passage["lead_in"], "")
            yield document["id"] + passage["anchor"], (title, f"{conference}\n{lead_in}\n{passage['text']}")

    def write_plain(self, folder):
        path = folder / f"{self.name}.documents.tsv"
        with open(path, "w", encoding="utf-8") as out:
            for name, (title, text) in self.units.items():
                out.write(f"{name}\t{' '.join(f'{title} {text}'.split())}\n")
        return path


def shared_seeds(shared):
    return shared / "seeds"


def sample_corpus():
    return ROOT / "corpus"
