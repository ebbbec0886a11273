#!/usr/bin/env python3
"""Compares what polindex recognises in the sample corpus with what a careful reader
would say it holds.

    corpus_golden.py POLINDEX [CORPUS]

corpus.golden.jsonl has one object per document. Every field in it must be equal in
the output of `POLINDEX --check --format jsonl CORPUS`; a field that it leaves out is
not compared, apart from `decision` of a passage, which must then be absent. Prints
each difference; exits 0 for none, 1 for any, 2 when there is nothing to compare."""

import difflib
import itertools
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
GOLDEN = os.path.join(HERE, "corpus.golden.jsonl")
CORPUS = os.path.join(HERE, "..", "..", "corpus")
# Numbers of passages say nothing once a passage is missing.
SHIFTED = {True: set(), False: {"ordinal", "lead_in_of"}}


def read_objects(text, origin):
    objects = []
    for number, line in enumerate(text.splitlines(), 1):
        try:
            objects.append(json.loads(line))
        except ValueError as error:
            print("%s: line %d is not JSON: %s" % (origin, number, error), file=sys.stderr)
            sys.exit(2)
    return objects


def run_check(polindex, corpus):
    """What polindex prints, with files named relative to the corpus."""
    folder = os.path.abspath(corpus)
    command = [os.path.abspath(polindex), "--check", "--quiet", "--format", "jsonl", folder]
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, check=False, timeout=120)
    except (OSError, subprocess.TimeoutExpired) as error:
        print("cannot run %s: %s" % (" ".join(command), error), file=sys.stderr)
        sys.exit(2)
    if done.returncode not in (0, 1):  # 1: a scan without text, lines of reports not matched
        print("%s: exit status %d" % (" ".join(command), done.returncode), file=sys.stderr)
        sys.exit(2)
    objects = read_objects(done.stdout.decode("utf-8"), "output of polindex")
    for item in objects:
        item["file"] = relative(item.get("file") or "", folder)
        if item.get("duplicate_of"):
            item["duplicate_of"] = relative(item["duplicate_of"], folder)
    # what agendas hold is stated and compared by tests/splitting
    return [item for item in objects if not item["file"].startswith("agendas" + os.sep)]


def relative(path, folder):
    return os.path.relpath(path, folder) if os.path.isabs(path) else path


def show(value):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 160 else text[:157] + "..."


def compare_passages(expected, got):
    """Yields (where, expected, got). Passages are paired by their text, so that one too
    many or too few is a single difference and not one for each that follows."""
    texts = [[item.get("text") for item in items] for items in (expected, got)]
    matcher = difflib.SequenceMatcher(None, texts[0], texts[1], autojunk=False)
    for _, first, last, start, stop in matcher.get_opcodes():
        pairs = itertools.zip_longest(expected[first:last], got[start:stop])
        for number, (want, have) in enumerate(pairs, first + 1):
            if want is None or have is None:
                where = "a passage before %d" % number if want is None else "passage %d" % number
                yield where, (want or {}).get("text"), (have or {}).get("text")
                continue
            for key in sorted((set(want) | {"decision"}) - SHIFTED[len(expected) == len(got)]):
                if want.get(key) != have.get(key):
                    yield "passage %d %s" % (number, key), want.get(key), have.get(key)


def compare_document(expected, got):
    for key, value in expected.items():
        if key == "passages":
            yield from compare_passages(value, got.get(key) or [])
        elif key not in got:
            yield key, value, "no such field"
        elif got[key] != value:
            yield key, value, got[key]


def differences(golden, output):
    """Yields (file, where, expected, got), in the order of the golden file."""
    found = {}
    for item in output:
        found.setdefault(item["file"], []).append(item)
    for expected in golden:
        items = found.pop(expected["file"], [])
        if len(items) != 1:
            yield expected["file"], "documents", 1, len(items)
            continue
        for where, want, have in compare_document(expected, items[0]):
            yield expected["file"], where, want, have
    for name, items in sorted(found.items()):
        yield name, "documents", 0, len(items)
    order = [item["file"] for item in output]
    wanted = [item["file"] for item in golden]
    if order != wanted and sorted(order) == sorted(wanted):
        yield "output", "order of files", "that of the paths' bytes", "another"


def main():
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    with open(GOLDEN, encoding="utf-8") as file:
        golden = read_objects(file.read(), GOLDEN)
    output = run_check(sys.argv[1], sys.argv[2] if len(sys.argv) == 3 else CORPUS)
    files, count = set(), 0
    for name, where, expected, got in differences(golden, output):
        print("%s: %s: expected %s got %s" % (name, where, show(expected), show(got)))
        files.add(name)
        count += 1
    if count:
        print("%d of %d documents differ, in %d places" % (len(files), len(golden), count))
        return 1
    print("all %d documents are as the golden file says" % len(golden))
    return 0


if __name__ == "__main__":
    sys.exit(main())
