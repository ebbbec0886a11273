"""checking.py - an index, its reference and the program side by side; and what was compared."""
import random
import shutil
import subprocess
import time
from collections import Counter
from pathlib import Path

from asking import Asker, compare, differs
from entries import Entries
from matching import Cut
from questions import KINDS, Questions
from query import Query, Typing, top_of
from reference import Reference
from scoring import Unsure
from texts import Texts

ROOT = Path(__file__).resolve().parents[2]
SHOWN = 5
# A word is no pair with one that stands so far behind it.
APART = "      "
MATCHER, FORMULA = "by date, Xapian's matcher", "same formula, Xapian's matcher"
MATCHER_EACH, FORMULA_EACH = 4, 10


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
        self.done = Tally() if done is None else done
        self.wrong = []
        self.asker = Asker(build, index)
        self.entries = Entries(index)
        self.texts = Texts(self.asker, self.entries)
        self.reference = Reference(self.entries, self.texts)

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        self.asker.close(is_whole=kind is None)

    def questions(self, seed):
        return Questions(self.entries, self.texts, random.Random(seed))

    # --- one query --------------------------------------------------------------------

    def expected(self, query):
        """What decides otherwise instead of an answer: a bound, or rounding."""
        try:
            known = self.reference.understood(query)
            self.done.acronyms += bool(known.added)
            self.done.meetings += known.meeting is not None
            return self.reference.answer(known)
        except (Cut, Unsure) as why:
            return type(why)

    def compare(self, query, got, is_ranked=True):
        """Both answers; counts whether they agree, where that can be told, and keeps what differs."""
        expected = self.expected(query)
        if expected is Cut and got.is_exact:
            self.note(query, ["a bound is met, and not told"])
            return
        if expected in (Cut, Unsure) or not got.is_exact:
            self.done.add(query.kind, "rounding" if expected is Unsure else "bound")
            return
        wrong = list(compare(query, expected, got, self.entries, is_ranked))
        if not is_ranked:
            wrong += self.without_order(query, expected, got)
        if is_ranked:
            self.done.hits += len(expected.hits)
            self.done.ties += sum(map(is_tie, expected.hits, expected.hits[1:]))
        self.note(query, wrong)

    def note(self, query, wrong):
        self.done.add(query.kind, "differ" if wrong else "agree")
        if wrong:
            self.wrong.append(f"{query.line()!r}: " + "\n    ".join(wrong[:SHOWN]))

    def ask(self, query):
        self.compare(query, self.asker.ask(query.line()))

    def without_order(self, query, expected, got):
        names = {(tier, name, ordinal) for tier, _, _, ordinal, name in got.hits}
        wanted = {(hit.tier, self.entries.name(hit.docid),
                   0 if expected.title_only[hit.docid] else self.entries.ordinals[hit.docid])
                  for hit in expected.hits}
        if sum(expected.tiers.values()) <= query.count and names != wanted:
            yield f"without {sorted(wanted - names)}, with {sorted(names - wanted)}"
        dates = self.entries.slots["date"]
        for (tier, *_, name), (after, *_, other) in zip(got.hits, got.hits[1:]):
            first, second = (dates.texts[dates.codes[self.entries.docid_of(one, 0)]]
                             for one in (name, other))
            if tier == after and first < second:
                yield f"{tier}: {name} of {first!r} before {other} of {second!r}"

    def ask_matcher(self, query):
        """Newest first, which Xapian's matcher answers: what matches, and the counts."""
        query.first, query.count, query.is_by_relevance = 0, 1000, False
        query.is_grouped = query.only_ids = False
        query.kind = MATCHER
        self.compare(query, self.asker.ask(query.line()), is_ranked=False)

    # --- many -------------------------------------------------------------------------

    def ask_all(self, count, seed, kinds=KINDS, until=None, tell=None):
        """`count` queries, the classes by turns; one in four of them by Xapian's matcher too, one
        in ten with the formula by it. Not beyond the time `until`; how many it were."""
        questions = self.questions(seed)
        random_ = random.Random(seed)
        with Weigher(self.build, self.index) as weigher:
            for place in range(count):
                kind = kinds[place % len(kinds)]
                self.ask(questions.draw(kind))
                if place % MATCHER_EACH == 0:
                    self.ask_matcher(questions.draw(kind))
                if place % FORMULA_EACH == 0:
                    self.ask_formula(questions, random_, weigher)
                if tell:
                    tell(place + 1, count)
                if until and time.monotonic() > until:
                    return place + 1
        return count

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
        while True:
            typing, nodes = Typing(), []
            for word in questions.run(random_.randint(1, 7), has_stops=False):
                typing.space(APART)
                nodes.append(typing.word(word))
            query = Query(typing.text, top_of(nodes), kind=FORMULA, matches_any=True, count=1000)
            known = self.reference.understood(query)
            if (known.meeting is None and not known.added and
                    not any(len(word.stems()) > 1 or self.stands_unstemmed(word)
                            for word in query.units)):
                return query

    def ask_formula(self, questions, random_, weigher):
        query = self.words_alone(questions, random_)
        words = " ".join(f"{unit.stem} {unit.repeats}" for unit in query.units)
        documents, passages = weigher.weigh(f"1 {words}"), weigher.weigh(f"0 {words}")
        got, wrong = self.asker.ask(query.line()), []
        scores = {docid: documents.get(int(self.entries.head_of[docid]), 0) + .2 * score
                  for docid, score in passages.items()}
        order = sorted(scores, key=lambda docid: (-scores[docid], docid))
        if got.total != len(order):
            wrong.append(f"{len(order)} weigh, {got.total} found")
        for place, (docid, (_, score, _, ordinal, name)) in enumerate(zip(order, got.hits)):
            found = self.entries.docid_of(name, ordinal)
            if differs(score, scores[docid]):
                wrong.append(f"{place}: {name}: {scores[docid]!r} by Xapian, {score!r} found")
            elif found != docid and differs(scores.get(found, 0), scores[docid]):
                wrong.append(f"{place}: {self.entries.name(docid)} by Xapian, {name} found")
        self.done.hits += len(got.hits)
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


# --- what was compared ----------------------------------------------------------------

class Tally:
    """By class of queries; a bound or rounding may leave open what is right."""
    WAYS = ("agree", "differ", "bound", "rounding")

    def __init__(self):
        self.counts, self.hits, self.ties, self.acronyms, self.meetings = {}, 0, 0, 0, 0

    def add(self, kind, way, times=1):
        self.counts.setdefault(kind, Counter())[way] += times

    def merge(self, other):
        for kind, ways in other.counts.items():
            for way, times in ways.items():
                self.add(kind, way, times)
        for name in ("hits", "ties", "acronyms", "meetings"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def total(self, way):
        return sum(ways[way] for ways in self.counts.values())

    def table(self):
        rows = [("class", *self.WAYS)]
        rows += [(kind, *(ways[way] for way in self.WAYS)) for kind, ways in self.counts.items()]
        rows.append(("all", *map(self.total, self.WAYS)))
        return "\n".join("{:32}{:>9}{:>9}{:>9}{:>9}".format(*row) for row in rows)

    def __str__(self):
        return (f"{self.total('agree')} answers of {len(self.counts)} classes agree, "
                f"{self.total('differ')} differ, {self.total('bound')} met a bound, "
                f"{self.total('rounding')} hang on rounding; {self.hits} hits, {self.ties} ties, "
                f"{self.acronyms} with acronyms, {self.meetings} of conferences")
