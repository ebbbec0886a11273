#!/usr/bin/env python3
"""Measure the recogniser: what polindex reads from the labelled documents.

Runs `POLINDEX --check --format jsonl DOCUMENTS` once, compares each object with its
label, prints a table per family and per split, and exits 1 where a target is missed:
every field of FIELDS at 97% in total, no false decision, and 97% of the stated
decisions recalled. A field that a label leaves out is not scored; a list in a label
means that any of its values is right.
"""
import argparse
import collections
import json
import os
import subprocess
import sys
import unicodedata

FIELDS = ("title", "conference", "year", "date", "decision")
EXTRA = ("kind", "number", "n_action_points", "n_passages")  # printed, never judged
TARGET = 0.97
NO_DECISION = (None, "unknown")


class Tally:
    """Right answers and questions asked."""

    def __init__(self):
        self.right = 0
        self.asked = 0

    def add(self, is_right):
        self.right += bool(is_right)
        self.asked += 1

    def share(self):
        return self.right / self.asked if self.asked else 1.0

    def __str__(self):
        return f"{self.right}/{self.asked}" if self.asked else "-"


def plain(value):
    """Two spellings that a reader cannot tell apart become one."""
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", value).split())
    return value


def answers(label, field):
    """The values that are right, or None where the field is not scored."""
    if field not in label or (field == "n_passages" and label[field] is None):
        return None
    if field == "n_action_points" and label[field] is None:
        return None
    value = label[field]
    return [plain(v) for v in (value if isinstance(value, list) else [value])]


def read_labels(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def run_check(polindex, documents):
    """Path below `documents` -> the object that polindex printed for it."""
    command = [polindex, "--check", "--format", "jsonl", documents]
    run = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"evaluate: {' '.join(command)} failed with status {run.returncode}")
    found = {}
    for line in run.stdout.decode("utf-8").splitlines():
        if line.strip():
            printed = json.loads(line)
            found[relative(printed["file"], documents)] = printed
    return found


def relative(file, documents):
    """polindex may print a path below the folder, or one that begins with it."""
    for base in (documents, os.path.abspath(documents)):
        if file.startswith(base.rstrip("/") + "/"):
            return os.path.relpath(file, base)
    return os.path.normpath(file)


def compare(labels, found):
    """Tallies by (group, field), misses as lines, and the two counts of decisions."""
    tallies = collections.defaultdict(Tally)
    misses = []
    false_decisions = []
    recall = Tally()
    for label in labels:
        printed = found.get(label["file"])
        if printed is None:
            misses.append(f"{label['file']}: nothing was printed for this file")
            printed = {}
        for field in FIELDS + EXTRA:
            right = answers(label, field)
            if right is None:
                continue
            value = plain(printed.get(field, "(missing)"))
            for group in (label["family"], "= " + label["split"], "= total"):
                tallies[group, field].add(value in right)
            if value not in right:
                wanted = " or ".join(map(repr, right))
                misses.append(f"{label['file']}: {field}: wanted {wanted}, read {value!r}")
        judge_decision(label, printed, recall, false_decisions)
    return tallies, misses, recall, false_decisions


def judge_decision(label, printed, recall, false_decisions):
    right = answers(label, "decision")
    if right is None:
        return
    value = printed.get("decision")
    if value not in NO_DECISION and value not in right:
        false_decisions.append(f"{label['file']}: {value!r} where the text says {right[0]!r}")
    if right[0] not in NO_DECISION:
        recall.add(value in right)


def print_table(tallies):
    columns = FIELDS + EXTRA
    width = max(len(group) for group, _ in tallies) + 2
    print(" " * width + "".join(f"{column:>16}" for column in columns))
    for group in sorted({group for group, _ in tallies}, key=lambda g: (g[0] == "=", g)):
        cells = (str(tallies[group, c]) if (group, c) in tallies else "-" for c in columns)
        print(f"{group:<{width}}" + "".join(f"{cell:>16}" for cell in cells))
    shares = (f"{100 * tallies['= total', c].share():.1f}%" for c in columns)
    print(f"{'':<{width}}" + "".join(f"{share:>16}" for share in shares))


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("polindex", help="the program to measure")
    parser.add_argument("--labels", default=os.path.join(here, "labels.jsonl"),
                        help="labels; their documents are in documents/ beside them")
    parser.add_argument("--verbose", action="store_true", help="print each miss on a line")
    options = parser.parse_args()

    labels = read_labels(options.labels)
    if not labels:
        sys.exit(f"evaluate: no labels in {options.labels}")
    documents = os.path.join(os.path.dirname(os.path.abspath(options.labels)), "documents")
    tallies, misses, recall, false_decisions = compare(
        labels, run_check(options.polindex, documents))

    print_table(tallies)
    if options.verbose:
        print("\n".join(misses))
    print(f"stated decisions recalled: {recall} ({100 * recall.share():.1f}%)")
    print(f"false decisions: {len(false_decisions)}")
    for line in false_decisions:
        print("  " + line)

    low = [field for field in FIELDS if tallies["= total", field].share() < TARGET]
    if low:
        print(f"under {100 * TARGET:.0f}%: " + ", ".join(low))
    if low or false_decisions or recall.share() < TARGET:
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
