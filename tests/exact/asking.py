"""asking.py - what the program answers, and whether it is what the reference does."""
import subprocess
from dataclasses import dataclass, field

import numpy as np

from scoring import is_near

WITHIN = 1e-6
TIERS = ("label", "conference", "passage", "document", "partial", "any")


@dataclass
class Got:
    error: str = ""
    revision: str = ""
    total: int = 0
    is_exact: bool = True
    hidden: int = 0
    tiers: dict = field(default_factory=dict)
    hits: list = field(default_factory=list)  # (tier, score, more, ordinal, id)
    facets: dict = field(default_factory=dict)
    title: str = ""
    texts: dict = field(default_factory=dict)


def read_line(got, kind, columns):
    if kind == "error":
        got.error = columns[0]
    elif kind == "revision":
        got.revision = columns[0]
    elif kind == "total":
        numbers = list(map(int, columns))
        got.total, got.is_exact, got.hidden = numbers[0], bool(numbers[1]), numbers[2]
        got.tiers = {tier: count for tier, count in zip(TIERS, numbers[3:]) if count}
    elif kind == "hit":
        tier, score, more, ordinal, name = columns
        got.hits.append((tier, float(score), int(more), int(ordinal), name))
    elif kind == "facet":
        got.facets.setdefault(columns[0], {})[columns[2]] = int(columns[1])
    elif kind == "title":
        got.title = columns[0]
    elif kind == "text":
        got.texts[int(columns[0])] = columns[1]


def read_answer(lines):
    """The next one; None where there is no whole one."""
    got = Got()
    for raw in lines:
        text = raw.decode().rstrip("\n")
        if text == ".":
            return got
        kind, *columns = text.split("\t")
        read_line(got, kind, columns)
    return None


def read_answers(path):
    with open(path, "rb") as lines:
        yield from iter(lambda: read_answer(lines), None)


class Asker:
    """One process with the index open. What it prints goes to `out`, or is read here."""

    def __init__(self, build, index, out=subprocess.PIPE):
        self.process = subprocess.Popen([f"{build}/tests/exact/exact-ask", str(index)],
                                        stdin=subprocess.PIPE, stdout=out)

    def send(self, lines):
        self.process.stdin.write(lines.encode())
        self.process.stdin.flush()

    def ask(self, line):
        self.send(line)
        got = read_answer(self.process.stdout)
        if got is None:
            raise RuntimeError(f"exact-ask ended at {line!r}")
        return got

    def texts(self, name):
        """Title and passages of a document."""
        return self.ask(f"0\t1\tt\t\t{name}\n")

    def close(self, is_whole=True):
        self.process.stdin.close()
        if self.process.stdout:
            self.process.stdout.close()
        if self.process.wait() != 0 and is_whole:
            raise RuntimeError(f"exact-ask: status {self.process.returncode}")


# --- comparing ------------------------------------------------------------------------

def differs(left, right):
    return abs(left - right) > WITHIN * max(abs(left), abs(right))


def same_place(query, expected, documents, totals, docid, head_of):
    """May this passage stand where the other one is expected? Only where rounding decides."""
    if np.isnan(totals[docid]):
        return False
    if query.is_grouped and head_of[docid] != head_of[expected.docid]:
        return is_near(documents[head_of[docid]], documents[head_of[expected.docid]])
    return is_near(totals[docid], expected.score)


def compare_hits(query, expected, got, entries):
    if len(expected.hits) != len(got.hits):
        yield f"{len(expected.hits)} hits expected, {len(got.hits)} found"
        return
    for place, (hit, found, (documents, totals)) in enumerate(
            zip(expected.hits, got.hits, expected.scores)):
        tier, score, more, ordinal, name = found
        wanted = entries.name(hit.docid)
        is_document = expected.title_only[hit.docid]
        if tier != hit.tier:
            yield f"{place}: tier {hit.tier} expected, {tier} found"
        elif differs(score, hit.score):
            yield f"{place}: {wanted}: score {hit.score!r} expected, {score!r} of {name} found"
        elif name == wanted and (query.only_ids or ordinal == (0 if is_document else
                                                               entries.ordinals[hit.docid])):
            if query.is_grouped and not query.only_ids and more != hit.more:
                yield f"{place}: {wanted}: {hit.more} more expected, {more} found"
        elif not same_place(query, hit, documents, totals, entries.docid_of(name, ordinal),
                            entries.head_of):
            yield (f"{place}: {wanted}#{entries.ordinals[hit.docid]} expected, "
                   f"{name}#{ordinal} found")


def compare(query, expected, got, entries, is_ranked=True):
    """What is wrong, a sentence each."""
    if got.error:
        yield got.error
        return
    tiers = {name: count for name, count in expected.tiers.items() if count}
    if tiers != got.tiers:
        yield f"tiers {tiers} expected, {got.tiers} found"
    if sum(tiers.values()) != got.total:
        yield f"a total of {sum(tiers.values())} expected, {got.total} found"
    if expected.hidden != got.hidden:
        yield f"{expected.hidden} hidden expected, {got.hidden} found"
    for name, counts in expected.facets.items():
        if got.facets.get(name, {}) != counts:
            yield f"facet {name}: {counts} expected, {got.facets.get(name, {})} found"
    if is_ranked:
        yield from compare_hits(query, expected, got, entries)
