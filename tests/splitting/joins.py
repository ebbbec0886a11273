#!/usr/bin/env python3
"""Measure what is made of a corpus of agendas and reports as a whole.

Runs `POLINDEX --check --format jsonl DIR` once over all files and compares with the labels
(README.md), as far as these go: does each line of a report go to the document it is about, and to no other; is what
was not matched reported; has each document the decision, with the line that states it, its
composite and its relations. Exits 1 where a join is wrong, an unmatched line is not reported, or a
share is under --floor.
"""
import argparse
import collections
import json
import subprocess
import sys
from pathlib import Path

from evaluate import plain_number, plain_title

KINDS_ALIKE = ("motion", "emergency", "rule_change", "statement")


class Tally:
    """Right ones of all, and what was wrong."""

    def __init__(self):
        self.right, self.all, self.misses = 0, 0, []

    def add(self, is_right, miss):
        self.all += 1
        self.right += bool(is_right)
        if not is_right:
            self.misses.append(miss)

    def share(self):
        return self.right / self.all if self.all else 1.0


def kind_group(kind):
    return "motion" if kind in KINDS_ALIKE else kind


def identity(kind, number, title):
    number = plain_number(number)
    return (kind_group(kind), number) if number else (kind_group(kind), "", plain_title(title))


def find(printed, label, folder):
    """The document that a label describes, among those of the same folder."""
    wanted = identity(label["kind"], label.get("number"), label.get("title"))
    found = [d for d in printed if d["folder"] == folder
             and identity(d["kind"], d["number"], d["title"]) == wanted]
    same = [d for d in found if plain_title(d["title"]) == plain_title(label.get("title"))]
    return (same or found or [None])[0]


def compare_documents(labels, documents, tallies):
    for file in labels:
        folder = Path(file["file"]).parent.name
        for label in file["documents"]:
            name = f"{file['file']} {label['kind']} {label.get('number') or label.get('title')}"
            found = find(documents, label, folder)
            if not found:
                tallies["found"].add(False, name)
                continue
            tallies["found"].add(True, name)
            if "final_decision" not in label:
                continue
            tallies["decision"].add(found["decision"] == label["final_decision"],
                                    f"{name}: {found['decision']}, not {label['final_decision']}")
            if label.get("final_source_line"):
                lines = [s["line"] for s in found["decision_sources"] if s["file"]]
                tallies["place"].add(label["final_source_line"] in lines,
                                     f"{name}: {lines}, not {label['final_source_line']}")
            if label.get("composite"):
                given = found["composite"] or {}
                tallies["composite"].add(
                    plain_number(given.get("number")) == plain_number(label["composite"]) and
                    given.get("decision") == label.get("composite_decision"),
                    f"{name}: {given}, not {label['composite']} {label.get('composite_decision')}")
            compare_relations(label, found, name, tallies)


def compare_relations(label, found, name, tallies):
    stated = ("amends", "composite_of", "falls_if", "supersedes", "reaffirms")
    given = collections.Counter((r["kind"], plain_number(r["number"]) or plain_title(r["title"]))
                                for r in found["relations"] if r["kind"] in stated)
    wanted = collections.Counter((r["kind"], plain_number(r["number"]) or plain_title(r["title"]))
                                 for r in label["relations"] if r["kind"] in stated)
    for relation in wanted:
        tallies["relation"].add(relation in given, f"{name}: {relation} is missing: {dict(given)}")
    for relation in given:
        if relation not in wanted:
            tallies["false relation"].add(False, f"{name}: {relation}")


def compare_outcomes(labels, documents, outcomes, tallies):
    by_id = {d["id"]: d for d in documents}
    for file in labels:
        left = [o for o in outcomes if o["file"].endswith(file["file"])]
        for label in file["outcomes"]:
            wanted = identity(label["kind"], label.get("number"), label.get("title"))
            name = f"{file['file']}:{label['line']} {label.get('number') or label.get('title')}"
            found = next((o for o in left if label["line"] in (None, o["line"])
                          and identity(o["kind"], o["number"], o["title"]) == wanted), None)
            tallies["line"].add(found, f"{name} is not seen")
            if not found:
                continue
            left.remove(found)
            tallies["fate"].add(found["decision"] == label["decision"],
                                f"{name}: {found['decision']}, not {label['decision']}")
            compare_join(label, found, by_id, name, tallies)
        for outcome in left:
            tallies["invented line"].add(False, f"{outcome['file']}:{outcome['line']} "
                                                f"{outcome['text'][:80]}")


def compare_join(label, found, by_id, name, tallies):
    if "joins" not in label:
        return
    joined = by_id.get(found["matched"])
    if label["joins"] is None:
        tallies["wrong join"].add(not joined, f"{name} joined {joined and joined['display_title']}")
        tallies["reported"].add(found["reason"], f"{name} is not reported")
        return
    is_same = joined and (plain_number(joined["number"]) == plain_number(label["joins"]) or
                          plain_title(joined["title"]) == plain_title(label["joins"]))
    if joined:
        tallies["wrong join"].add(is_same, f"{name} joined {joined['display_title']}")
    tallies["join"].add(is_same, f"{name} is not joined: {found['reason']}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("polindex")
    parser.add_argument("labels", nargs="?", default="tests/splitting/corpus.labels.jsonl")
    parser.add_argument("folder", nargs="?", default="corpus/agendas")
    parser.add_argument("--floor", type=float, default=0.0)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    labels = [json.loads(line) for line in open(options.labels, encoding="utf-8")]
    done = subprocess.run([options.polindex, "--index", "/nonexistent", "--check", "--format",
                           "jsonl", options.folder], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False)
    printed = [json.loads(line) for line in done.stdout.splitlines()]
    documents = [dict(o, folder=Path(o["file"]).parent.name) for o in printed
                 if "outcome" not in o]
    outcomes = [o for o in printed if "outcome" in o]
    tallies = collections.defaultdict(Tally)
    compare_documents(labels, documents, tallies)
    compare_outcomes(labels, documents, outcomes, tallies)
    for name, tally in tallies.items():
        print(f"{name:16} {tally.right}/{tally.all}  {100 * tally.share():.1f}%")
        for miss in tally.misses if options.verbose else ():
            print(f"    {miss}")
    never = ("wrong join", "reported", "false relation", "invented line")
    is_bad = any(tallies[name].misses for name in never)
    is_low = any(tally.share() < options.floor for name, tally in tallies.items()
                 if name not in never)
    return 1 if is_bad or is_low or not documents else 0


if __name__ == "__main__":
    sys.exit(main())
