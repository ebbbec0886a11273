"""checking.py - an index, its reference and the program side by side; and what was compared."""
import random
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

from asking import Asker, compare, texts_of
from entries import Entries
from matching import Cut
from questions import KINDS, Questions
from query import Query, Typing, units_of
from reference import Reference
from scoring import Unsure

ROOT = Path(__file__).resolve().parents[2]
WORD = re.compile(r"[a-z0-9'’]+(?:-[a-z0-9]+)*")
SHOWN = 5
# A word is no pair with one that stands so far behind it.
APART = "      "


class Different(Exception):
    """The sentence that is printed."""


def polindex(build, index, *arguments):
    """Its lines about what it could not read are none of ours."""
    done = subprocess.run([f"{build}/indexer/polindex", "-q", "--index", str(index),
                           *map(str, arguments)], capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"polindex: status {done.returncode}: {done.stderr.decode()[-2000:]}")


def is_tie(left, right):
    return left.score == right.score and left.docid != right.docid


class Checker:
    """One revision of an index. Tallies grow in `done`, what differs is kept."""

    def __init__(self, build, index, done=None):
        self.build, self.index = build, index
        self.done = Counter() if done is None else done
        self.wrong = []
        self.asker = Asker(build, index)
        self.entries = Entries(index)
        self.texts = texts_of(self.asker, self.entries)
        self.reference = Reference(self.entries, self.texts)

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        self.asker.close(is_whole=kind is None)

    def questions(self, seed):
        passages = [WORD.findall(self.texts(docid).lower())
                    for docid in sorted(self.reference.matching.passages)]
        return Questions(self.entries, passages, random.Random(seed))

    # --- one query --------------------------------------------------------------------

    def expected(self, query):
        """None where a bound was met, or rounding decides; both are counted."""
        try:
            return self.reference.answer(query)
        except (Cut, Unsure) as why:
            self.done[f"({type(why).__name__.lower()})"] += 1
            return None

    def check(self, query, got, expected, kind=None, is_ranked=True):
        if not got.is_exact or self.is_unknown(got):
            self.done["(inexact)" if not got.is_exact else "(acronyms and names)"] += 1
            return
        wrong = list(compare(query, expected, got, self.entries, is_ranked))
        self.done[kind or query.kind] += 1
        self.done["(hits)"] += len(expected.hits) if is_ranked else 0
        self.done["(ties)"] += is_ranked and sum(map(is_tie, expected.hits, expected.hits[1:]))
        self.note(query, wrong)

    @staticmethod
    def is_unknown(got):
        """Do acronyms count, or the name of a conference? The reference knows neither."""
        return got.is_spelled or "conference" in got.tiers

    def note(self, query, wrong):
        if wrong:
            self.wrong.append(f"{query.line()!r}: " + "\n    ".join(wrong[:SHOWN]))

    def ask(self, query):
        expected = self.expected(query)
        if expected is None:
            return
        self.check(query, self.asker.ask(query.line()), expected)

    def ask_matcher(self, query):
        """Newest first, which Xapian's matcher answers: what matches, and the counts."""
        query.first, query.count, query.is_by_relevance = 0, 1000, False
        query.is_grouped = query.only_ids = False
        expected = self.expected(query)
        if expected is None:
            return
        got = self.asker.ask(query.line())
        self.check(query, got, expected, kind="(by Xapian)", is_ranked=False)
        names = {(tier, name, ordinal) for tier, _, _, ordinal, name in got.hits}
        wanted = {(hit.tier, self.entries.ids[hit.docid],
                   0 if hit.docid in expected.title_only else self.entries.ordinals[hit.docid])
                  for hit in expected.hits}
        if self.is_unknown(got):
            return
        if sum(expected.tiers.values()) <= query.count and names != wanted:
            self.note(query, [f"without {sorted(wanted - names)}, with {sorted(names - wanted)}"])

    # --- many -------------------------------------------------------------------------

    def ask_all(self, count, seed, kinds=KINDS, matcher_share=4):
        questions = self.questions(seed)
        for place in range(count):
            kind = kinds[place % len(kinds)]
            self.ask(questions.draw(kind))
            if place % matcher_share == 0:
                self.ask_matcher(questions.draw(kind))
        self.assert_right()

    def assert_right(self):
        if self.wrong:
            shown = "\n".join(self.wrong[:SHOWN])
            raise Different(f"{len(self.wrong)} answers of {self.index} differ:\n{shown}")

    # --- Xapian's matcher with the same formula ---------------------------------------

    def stands_unstemmed(self, word):
        """In a document of another language, as it is?"""
        return word.stem != word.word and any(
            self.entries.frequency(f"{prefix}{word.word}".encode()) for prefix in ("Z", "ZS"))

    def words_alone(self, questions, random_):
        """Words apart, fewer than feedback takes, each with one reading."""
        typing, nodes = Typing(), []
        for word in questions.run(random_.randint(1, 7), has_stops=False):
            typing.space(APART)
            nodes.append(typing.word(word))
        units = units_of(nodes)
        if any(len(unit.stems()) > 1 or self.stands_unstemmed(unit) for unit in units):
            return self.words_alone(questions, random_)
        return Query(typing.text, units, kind="(formula)", matches_any=True, count=1000)

    def ask_formula(self, count, seed):
        random_, questions = random.Random(seed), self.questions(seed)
        with Weigher(self.build, self.index) as weigher:
            for _ in range(count):
                query = self.words_alone(questions, random_)
                words = " ".join(f"{unit.stem} {unit.repeats}" for unit in query.units)
                documents, passages = weigher.weigh(f"1 {words}"), weigher.weigh(f"0 {words}")
                self.done["(formula)"] += 1
                self.check_formula(query, documents, passages)
        self.assert_right()

    def check_formula(self, query, documents, passages):
        got, wrong = self.asker.ask(query.line()), []
        if self.is_unknown(got):
            return
        scores = {docid: documents.get(self.entries.head_of[docid], 0) + .2 * score
                  for docid, score in passages.items()}
        order = sorted(scores, key=lambda docid: (-scores[docid], docid))
        if got.total != len(order):
            wrong.append(f"{len(order)} weigh, {got.total} found")
        for place, (docid, (_, score, _, _, name)) in enumerate(zip(order, got.hits)):
            if abs(score - scores[docid]) > 1e-6 * score:
                wrong.append(f"{place}: {name}: {scores[docid]!r} by Xapian, {score!r} found")
        self.done["(hits)"] += len(got.hits)
        self.note(query, wrong)


class Weigher:
    """weigh.cc on an index."""

    def __init__(self, build, index):
        self.process = subprocess.Popen([f"{build}/tests/exact/exact-weigh", str(index)],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()

    def weigh(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        scores = {}
        for answer in self.process.stdout:
            if answer == ".\n":
                return scores
            docid, score = answer.split()
            scores[int(docid)] = float(score)
        raise RuntimeError(f"exact-weigh ended at {line!r}")


# --- several databases as one ---------------------------------------------------------

def index_in_parts(build, source, folder, count, stub):
    """Files below `source`, dealt out to as many indexes, and a stub of all of them."""
    files = sorted(path for path in source.rglob("*") if path.is_file())
    for part in range(count):
        place = folder / f"source{part}"
        for path in files[part::count]:
            target = place / path.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
        polindex(build, folder / f"index{part}", place)
    stub.write_text("".join(f"auto {folder}/index{part}\n" for part in range(count)),
                    encoding="utf-8")
    return stub


def summary(done):
    classes = {kind: count for kind, count in done.items() if not kind.startswith("(")}
    other = ", ".join(f"{count} {kind.strip('()')}" for kind, count in sorted(done.items())
                      if kind.startswith("("))
    fewest = min(classes.values(), default=0)
    return (f"{sum(classes.values())} queries of {len(classes)} classes ({fewest} or more each); "
            f"{other}")
