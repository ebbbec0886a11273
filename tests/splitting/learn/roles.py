#!/usr/bin/env python3
"""What each word of the labelled files' headings is, for learn_roles.c: of the number, the title,
who moves, the text. Reads what words.c prints; prints a row for each word.

    roles.py LABELS... <words.jsonl >rows

Each LABELS is a file of labels whose folder holds its files (or FILE=FOLDER); each is one set, by
the order given. Headings whose text or title is not where the label has it are left out.
"""
import json
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir))
from evaluate import plain_number, words  # noqa: E402
from places import read_labels  # noqa: E402

OTHER, NUMBER, TITLE, MOVER, TEXT = range(5)
RULES_BIT = 204


def find(wanted, spoken, end):
    """Where the words stand, each word of a heading being one of several words; pairs."""
    flat = [(part, i) for i, own in enumerate(spoken[:end]) for part in own]
    for at in range(len(flat) - len(wanted) + 1):
        if [part for part, _ in flat[at:at + len(wanted)]] == wanted:
            yield flat[at][1], flat[at + len(wanted) - 1][1] + 1


def said_by_rules(item, first, role):
    bits = int(item[first][3].split()[RULES_BIT // 64], 16)
    return bits >> (RULES_BIT % 64 + role) & 1


def best(item, places, role):
    """The first of the places, or the first that rules hold to be the same."""
    for place in places:
        if said_by_rules(item, place[0], role):
            return place
    return places[0] if places else None


def bare(number):
    """Letters and digits alone, since what stands between them is no word."""
    return re.sub(r"\W", "", plain_number(number))


def find_number(item, number, end):
    places = []
    for first in range(end):
        joined = ""
        for at in range(first, min(end, first + 5)):
            if item[at][1] != item[first][1]:
                break
            joined += item[at][0]
            if bare(joined) == bare(number) and bare(item[first][0]):
                places.append((first, at + 1))
                break
    return best(item, places, NUMBER)


def find_roles(item, document):
    """The roles of the words; None where the label's text or title is not there."""
    spoken = [words(own[0]) for own in item]
    starts = words(document.get("starts"))[:5]
    texts = list(find(starts, spoken, len(item))) if starts else []
    if not texts:
        return None
    start = best(item, texts, TEXT)[0]
    roles = [OTHER] * start + [TEXT] * (len(item) - start)
    for body in document.get("submitted_by") or []:
        for first, end in find(words(body), spoken, start):
            roles[first:end] = [MOVER] * (end - first)
    title = words(document.get("title"))
    if title:
        places = list(find(title, spoken, start))
        if not places:
            return None
        first, end = best(item, places, TITLE)
        roles[first:end] = [TITLE] * (end - first)
    number = plain_number(document.get("number"))
    if number:
        place = find_number(item, number, start)
        if place:
            roles[place[0]:place[1]] = [NUMBER] * (place[1] - place[0])
    return roles


def align(items, documents):
    """Pairs of items and roles, in order."""
    used = 0
    for item in items:
        found = None
        numbered = [plain_number(own[0]) for own in item]
        for at in range(used, min(used + 8, len(documents))):
            roles = find_roles(item, documents[at])
            if roles is None:
                continue
            worth = (plain_number(documents[at].get("number")) in numbered) + (at == used) / 2
            if found is None or worth > found[0]:
                found = (worth, at, roles)
        if found:
            used = found[1] + 1
            yield item, found[2]


def main():
    labels = {path: (index, label) for index, argument in enumerate(sys.argv[1:])
              for path, label in read_labels(argument)}
    count = 0
    for line in sys.stdin:
        own = json.loads(line)
        path = os.path.normpath(own["file"])
        if path not in labels or not own["items"]:
            continue
        index, label = labels[path]
        pairs = list(align(own["items"], label["documents"]))
        count += len(own["items"]) - len(pairs)
        if len(pairs) < len(own["items"]):
            print(f"{path}: {len(pairs)} of {len(own['items'])}", file=sys.stderr)
        for item, roles in pairs:
            print(f"H {index} {len(item)}")
            for word, role in zip(item, roles):
                print(role, word[2], word[3])
    print(f"{count} headings left out", file=sys.stderr)


if __name__ == "__main__":
    main()
