#!/usr/bin/env python3
"""Measure the check of drafts: what is said of each labelled clause (README.md).

    tests/draft/evaluate.py BUILD [--half tuning|final] [--pairs FILE]... [--verbose]
                            [--floors [--precision-min P] [--recall-min R] [--reversals-max N]]

Indexes corpus/ with BUILD's polindex and asks BUILD's polserve, on loopback, about each clause, as a
program would that has it checked: the clause alone, by POST. (That polsearch --draft says the same
is held by tests/cli/checking.py.) Of several findings of one draft the strongest counts. Prints the verdicts of each kind of clause, precision
and recall of "already carried" with 95% intervals (Wilson 1927), and what else the labels say. With
--floors it exits 1 where a figure is below what is promised; --verbose lists what differs, but
never of those that are closed, by which nothing is tuned.
"""
import argparse
import collections
import concurrent.futures
import json
import math
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import types

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(1, str(HERE.parent / "cli"))
import scratch
import served

CORPUS = HERE.parent.parent / "corpus"
# The weakest first.
VERDICTS = ("nothing_found", "related", "possible_reversal", "undecided", "rejected",
            "carried_in_part", "already_carried")
SHORT = ("nothing", "related", "reversal", "undecid.", "rejected", "in part", "carried")
CARRIED = VERDICTS[-1]
POLICY = ("carried", "carried_amended", "carried_part")
CHANGED = ("paraphrase", "extension")
KINDS = CHANGED + ("reversal", "template", "unrelated")
CLOSED = ("final", "ninth", "thirteenth", "sixteenth", "twentythird", "twentyfourth", "twentyfifth",
          "twentyseventh", "twentyeighth", "twentyninth", "thirtysecond", "thirtythird")
PRECISION_MIN, RECALL_MIN, UNRELATED_MAX = 0.95, 0.80, 0.02


def wilson(part, whole, z=1.959964):
    """The interval that a share lies in with 95% confidence."""
    if whole == 0:
        return 0.0, 1.0
    share = part / whole
    centre = share + z * z / (2 * whole)
    spread = z * math.sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole))
    scale = 1 + z * z / whole
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


def figure(part, whole):
    low, high = wilson(part, whole)
    share = part / whole if whole else 0.0
    return f"{share:.3f} ({part} of {whole}; {low:.3f} to {high:.3f})"


def expected(label):
    """The verdict that a paraphrase or an extension of this should get."""
    decision = label.get("point") or label["decision"]
    if decision in POLICY:
        return CARRIED
    return "rejected" if decision == "lost" else "undecided"


def is_right(label, verdict):
    if label["kind"] in CHANGED:
        wanted = expected(label)
        # of a motion taken in parts nobody says what became of this one
        return verdict == wanted or (label["decision"] == "carried_part" and
                                     not label.get("point") and verdict == "carried_in_part")
    if label["kind"] == "unrelated":
        return verdict in ("nothing_found", "related")
    return verdict != CARRIED


class Answer:
    """The strongest finding of one draft."""

    def __init__(self, printed):
        findings = printed.get("findings", [])
        best = max(findings, key=lambda finding: VERDICTS.index(finding["verdict"]), default={})
        self.verdict = best.get("verdict", "nothing_found")
        self.motions = [(evidence.get("title"), evidence.get("year"))
                        for evidence in best.get("evidence", [])]
        self.took_ms = printed.get("took_ms", 0)


def motion_of(label):
    return label["title"], int(re.search(r"(?:19|20)[0-9]{2}", label["source"]).group())


def ask(server, label):
    draft = label["draft"].encode()
    status, _, text = server.get("/api/v1/check", "POST", {"Content-Type": "text/plain; charset=utf-8",
                                                           "Content-Length": len(draft)}, draft)
    if status != 200:
        raise SystemExit(f"{label['id']}: {status}: {text.decode().strip()}")
    return Answer(json.loads(text))


def make_index(build, index):
    indexing = subprocess.run([os.path.join(build, "indexer", "polindex"), "--quiet", "--index",
                               index, str(CORPUS)], capture_output=True, check=False)
    if indexing.returncode > 1:  # 1: something was left out, as a scan is
        raise SystemExit("polindex failed: " + indexing.stderr.decode().strip())


def ask_all(build, index, labels):
    scratch.BUILD = pathlib.Path(build).resolve()
    case = types.SimpleNamespace(env=None, dir=None, index=index, addCleanup=lambda stop: None)
    server = served.Server(case, "--rate", "0")
    try:
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            return list(pool.map(lambda label: ask(server, label), labels))
    finally:
        server.stop()


def answers_to(build, labels):
    with tempfile.TemporaryDirectory() as scratch:
        index = os.path.join(scratch, "index")
        make_index(build, index)
        return ask_all(build, index, labels)


def row_of(label):
    if label["kind"] not in CHANGED:
        return label["kind"]
    return f"{label['kind']}, {'policy' if expected(label) == CARRIED else 'not policy'}"


def print_table(labels, answers):
    rows = collections.defaultdict(collections.Counter)
    for label, answer in zip(labels, answers):
        rows[row_of(label)][answer.verdict] += 1
    print(f"{'':24}" + "".join(f"{name:>10}" for name in SHORT))
    for name in sorted(rows, key=lambda name: (KINDS.index(name.split(",")[0]), name)):
        print(f"{name:24}" + "".join(f"{rows[name][verdict]:>10}" for verdict in VERDICTS))
    print()


class Figures:
    """What is counted over all answers."""

    def __init__(self, labels, answers):
        pairs = list(zip(labels, answers))
        policy = [(l, a) for l, a in pairs if l["kind"] in CHANGED and expected(l) == CARRIED]
        other = [(l, a) for l, a in pairs if l["kind"] in CHANGED and expected(l) != CARRIED]
        self.said = sum(a.verdict == CARRIED for _, a in pairs)
        self.found = sum(a.verdict == CARRIED for _, a in policy)
        self.policy = len(policy)
        self.other_right = sum(is_right(l, a.verdict) for l, a in other)
        self.other = len(other)
        self.reversals = sum(a.verdict == CARRIED for l, a in pairs if l["kind"] == "reversal")
        self.unrelated = [a for l, a in pairs if l["kind"] == "unrelated"]
        self.wrong_unrelated = sum(a.verdict not in VERDICTS[:2] for a in self.unrelated)
        self.sources = sum(motion_of(l) in a.motions for l, a in policy + other)
        self.slowest = max((a.took_ms for a in answers), default=0)

    def show(self):
        print("already carried: precision", figure(self.found, self.said))
        print("already carried: recall   ", figure(self.found, self.policy))
        print("lost or undecided, so said", figure(self.other_right, self.other))
        print("the motion is among those shown",
              figure(self.sources, self.policy + self.other))
        print("reversals called already carried:", self.reversals)
        print("unrelated with more than \"related\":",
              figure(self.wrong_unrelated, len(self.unrelated)))
        print(f"slowest answer: {self.slowest:.1f} ms")

    def faults(self, floors):
        found = []
        if self.found < self.said * floors.precision_min:
            found.append(f"precision is below {floors.precision_min}")
        if self.found < self.policy * floors.recall_min:
            found.append(f"recall is below {floors.recall_min}")
        if self.reversals > floors.reversals_max:
            found.append(f"more than {floors.reversals_max} reversals are called already carried")
        if self.unrelated and self.wrong_unrelated / len(self.unrelated) >= UNRELATED_MAX:
            found.append(f"{UNRELATED_MAX:.0%} of the unrelated or more get more than related")
        return found


def read_labels(path, half):
    with open(path, encoding="utf-8") as lines:
        labels = [json.loads(line) for line in lines if line.strip()]
    return [label for label in labels if half is None or label.get("half") == half]


def list_differences(labels, answers):
    for label, answer in zip(labels, answers):
        if label.get("half") not in CLOSED and not is_right(label, answer.verdict):
            print(f"{label['id']} {row_of(label)}: {answer.verdict}: {label['draft']}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", help="a build folder: indexer/polindex, server/polserve")
    parser.add_argument("--half", choices=("tuning", "final"))
    parser.add_argument("--pairs", action="append", help="several are judged as one set")
    parser.add_argument("--floors", action="store_true", help="exit 1 below what is promised")
    parser.add_argument("--precision-min", type=float, default=PRECISION_MIN, help="with --floors")
    parser.add_argument("--recall-min", type=float, default=RECALL_MIN, help="with --floors")
    parser.add_argument("--reversals-max", type=int, default=0, help="with --floors")
    parser.add_argument("--verbose", action="store_true", help="list what differs")
    options = parser.parse_args()
    labels = [label for path in options.pairs or [HERE / "pairs.jsonl"]
              for label in read_labels(path, options.half)]
    answers = answers_to(options.build, labels)
    print_table(labels, answers)
    figures = Figures(labels, answers)
    figures.show()
    if options.verbose:
        list_differences(labels, answers)
    if figures.found < figures.policy * RECALL_MIN:
        print(f"NOT REACHED: recall of {RECALL_MIN:.2f}, which is promised")
    faults = figures.faults(options) if options.floors else []
    for fault in faults:
        print("FAULT:", fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
