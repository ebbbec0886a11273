#!/usr/bin/env python3
"""Measure the splitter: is each motion of a file that holds many one document?

Runs `POLINDEX --check --format jsonl DIR` once and compares what it prints with the labels
(README.md). A document is right when its number and title are those of the label, and the
first and the last five words of its text, too. Prints precision and recall, per file with
--verbose, amendments attached, composites, decisions. Exits 1 under --floor (precision and
recall alike), or where a decision is false.
"""
import argparse
import collections
import json
import os
import re
import subprocess
import sys
import unicodedata

WORDS_COMPARED = 5
NO_DECISION = (None, "unknown", "none")
NOUNS = re.compile(r"^(composite|emergency|late|rule|motion|resolution|amendment|statement|change|"
                   r"number|no|comp)\b[\s.:]*", re.I)


def words(text):
    text = unicodedata.normalize("NFKC", text or "").casefold()
    return re.findall(r"\w+", text.replace("\u2019", "").replace("'", ""))


def plain_number(number):
    """"Composite C" and "C", "EM 01" and "EM1" are one number."""
    text = re.sub(r"\s+", " ", (number or "").strip().casefold())
    while NOUNS.match(text):
        text = NOUNS.sub("", text, count=1)
    return re.sub(r"\b0+(?=\d)", "", text.replace(" ", "").strip("#.()[]"))


def plain_title(title):
    return " ".join(words(title))


def text_of(printed, has_labels=False):
    """The text; with the points' labels, as the file prints them, or without."""
    return words("\n".join((p.get("label") or "" if has_labels else "") + " " + p["text"]
                           for p in printed.get("passages", [])))


class Document:
    """What is compared of a label or of a printed object."""

    def __init__(self, number, title, first, last, labelled=None):
        self.number, self.title, self.first, self.last = number, title, first, last
        self.labelled = labelled  # first and last words with the points' labels


def of_label(label):
    first, last = words(label.get("starts")), words(label.get("ends"))
    return Document(plain_number(label.get("number")), plain_title(label.get("title")),
                    first[:WORDS_COMPARED], last[-WORDS_COMPARED:])


def of_printed(printed):
    text, labelled = text_of(printed), text_of(printed, has_labels=True)
    return Document(plain_number(printed.get("number")), plain_title(printed.get("title")),
                    text[:WORDS_COMPARED], text[-WORDS_COMPARED:],
                    (labelled[:WORDS_COMPARED], labelled[-WORDS_COMPARED:]))


def faults(label, printed):
    """What of the printed document is not as labelled."""
    found = []
    for field in ("number", "title"):
        if getattr(label, field) != getattr(printed, field):
            found.append(f"{field} {getattr(printed, field)!r}")
    firsts, lasts = (printed.first, printed.labelled[0]), (printed.last, printed.labelled[1])
    if all(label.first != first[:len(label.first)] for first in firsts):
        found.append("starts " + repr(" ".join(printed.first)))
    if label.last and all(label.last != last[-len(label.last):] for last in lasts):
        found.append("ends " + repr(" ".join(printed.last)))
    return found


def match(labels, printed):
    """Pairs of indexes: by number, then by what is alike most, each once, in order."""
    pairs, free = {}, set(range(len(printed)))
    for test in (lambda a, b: not faults(a, b),
                 lambda a, b: a.number and a.number == b.number and a.first == b.first,
                 lambda a, b: a.number and a.number == b.number,
                 lambda a, b: a.title and a.title == b.title,
                 lambda a, b: a.first and a.first == b.first):
        for i, label in enumerate(labels):
            if i in pairs:
                continue
            for j in sorted(free):
                if test(label, printed[j]):
                    pairs[i] = j
                    free.discard(j)
                    break
    return pairs, free


def numbers_related(printed, kind):
    return [plain_number(r.get("number")) or plain_title(r.get("title"))
            for r in printed.get("relations") or [] if r.get("kind") == kind]


class Sums(collections.Counter):
    def rate(self, right, asked):
        return self[right] / self[asked] if self[asked] else 1.0

    def show(self, name, right, asked):
        print(f"{name:<22} {self[right]}/{self[asked]} ({100 * self.rate(right, asked):.1f}%)")


def judge_document(label, printed, sums, complain):
    if label.get("amends") or label.get("amends_title"):
        sums["amendments"] += 1
        wanted = plain_number(label.get("amends")) or plain_title(label.get("amends_title"))
        is_right = wanted in numbers_related(printed, "amends")
        sums["attached"] += is_right
        if not is_right:
            complain(f"{label['number']}: amends {numbers_related(printed, 'amends')}, "
                     f"not {wanted}")
    parents = sorted(plain_number(n) for n in label.get("composite_of") or [])
    if parents:
        sums["composites"] += 1
        found = sorted(numbers_related(printed, "composite_of"))
        sums["composed"] += found == parents
        if found != parents:
            complain(f"{label['number']}: composite of {found}, not {parents}")
    movers = sorted(plain_title(m) for m in label.get("submitted_by") or [])
    if movers:
        sums["movers"] += 1
        found = sorted(plain_title(m) for m in printed.get("submitted_by") or [])
        sums["moved"] += found == movers
        if found != movers:
            complain(f"{label['number']}: submitted by {found}, not {movers}")
    judge_decision(label, printed, sums, complain)


def judge_decision(label, printed, sums, complain):
    if "decision" not in label:
        return
    wanted = label["decision"] or "unknown"
    sources = printed.get("decision_sources") or []
    is_own = not sources or any(s.get("file") in (None, "", printed["file"]) for s in sources)
    found = printed.get("decision") if is_own else "unknown"
    if found == "composited" and printed.get("composite"):
        found = wanted  # follows from the composite, not from the item's own words
    if wanted not in NO_DECISION:
        sums["stated"] += 1
        sums["decided"] += found == wanted
    if found not in NO_DECISION and found != wanted:
        sums["false decisions"] += 1
        complain(f"{label['number']}: decision {found}, not {wanted}")
    elif wanted not in NO_DECISION and found != wanted:
        complain(f"{label['number']}: decision {wanted} not found")


def judge_whole(label, printed, sums, complain):
    """A file that is one document, or none."""
    sums["whole"] += 1
    if len(printed) <= 1:
        sums["kept whole"] += 1
    else:
        complain(f"cut into {len(printed)}")
    if label.get("kept_whole"):
        sums["doubtful"] += 1
        is_told = any(d.get("field") == "split" for p in printed for d in p.get("doubts") or [])
        sums["doubts told"] += is_told
        if not is_told:
            complain("no doubt about splitting was told")


def judge_file(label, printed, sums, complain):
    if label.get("kept_whole") or len(label["documents"]) < 2:
        judge_whole(label, printed, sums, complain)
        return
    wanted = [of_label(d) for d in label["documents"]]
    found = [of_printed(p) for p in printed]
    pairs, extra = match(wanted, found)
    sums["labelled"] += len(wanted)
    sums["printed"] += len(found)
    for i, document in enumerate(label["documents"]):
        if i not in pairs:
            complain(f"{document.get('number')} {document.get('title')}: not found")
            continue
        wrong = faults(wanted[i], found[pairs[i]])
        sums["right"] += not wrong
        if wrong:
            complain(f"{document.get('number')} {document.get('title')}: " + ", ".join(wrong))
        judge_document(document, printed[pairs[i]], sums, complain)
    for j in sorted(extra):
        complain(f"extra: {printed[j].get('number')} {printed[j].get('title')}")


def read_labels(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def run_check(polindex, folder):
    command = [polindex, "--check", "--format", "jsonl", folder]
    run = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"evaluate: {' '.join(command)} failed with status {run.returncode}")
    found = collections.defaultdict(list)
    for line in run.stdout.decode("utf-8").splitlines():
        if line.strip():
            printed = json.loads(line)
            if printed.get("outcome"):
                continue
            found[os.path.relpath(printed["file"], folder)].append(printed)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("polindex", help="the program to measure")
    parser.add_argument("labels", help="labels, one JSON object a line")
    parser.add_argument("folder", help="the folder that the labels' files are in")
    parser.add_argument("--floor", type=float, default=0.0, metavar="SHARE",
                        help="least precision and recall, 0.98 for 98%%")
    parser.add_argument("--false-max", type=int, default=0, metavar="N",
                        help="false decisions that are known, and not to become more")
    parser.add_argument("--verbose", action="store_true", help="print each miss on a line")
    options = parser.parse_args()
    labels = read_labels(options.labels)
    if not labels:
        sys.exit(f"evaluate: no labels in {options.labels}")
    found = run_check(options.polindex, options.folder)
    sums, misses, clean = Sums(), [], 0
    for label in labels:
        before = len(misses)
        file = label["file"]
        judge_file(label, found.get(os.path.normpath(file), []), sums,
                   lambda text, file=file: misses.append(f"{file}: {text}"))
        clean += len(misses) == before
    if options.verbose:
        print("\n".join(misses))
    print(f"{'files without a miss':<22} {clean}/{len(labels)}")
    sums.show("precision", "right", "printed")
    sums.show("recall", "right", "labelled")
    sums.show("kept whole", "kept whole", "whole")
    sums.show("doubts told", "doubts told", "doubtful")
    sums.show("amendments attached", "attached", "amendments")
    sums.show("composites' parents", "composed", "composites")
    sums.show("bodies that moved", "moved", "movers")
    sums.show("stated decisions found", "decided", "stated")
    print(f"{'false decisions':<22} {sums['false decisions']}")
    is_low = min(sums.rate("right", "printed"), sums.rate("right", "labelled"),
                 sums.rate("kept whole", "whole")) < options.floor
    return 1 if is_low or sums["false decisions"] > options.false_max else 0


if __name__ == "__main__":
    sys.exit(main())
