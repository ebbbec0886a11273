#!/usr/bin/env python3
"""What each line of the labelled files is, for learn.c: the labels say what an item's number,
title, first and last words are; the lines that hold them tell which of its lines are heading, title
and text. Reads what traits.c prints; prints a row for each line.

    places.py LABELS... <traits.jsonl >rows

Each LABELS is a file of labels whose folder holds its files (or FILE=FOLDER); each is one set, by
the order given. Files of which some item is not found are left out.
"""
import json
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir))
from evaluate import plain_number, words  # noqa: E402

(OUTSIDE, ABOVE, TITLE_ABOVE, HEAD, TITLED, BELOW, TITLE_BELOW, TEXT, START,
 TITLED_START) = range(10)
KINDS = (r"amendment|motion|composite|resolution|emergency|statement|proposal|proposition|"
         r"addendum|rule|late|special")
NOT_NUMBERED = re.compile(r"moved|second|submitted|propos|composited|covering|from motions")
HEAD_LINES, NEAR = 40, 12


def number_pattern(number):
    pieces = re.findall(r"[a-z]+|[0-9]+|.", number)
    return re.compile(r"(?<![0-9a-z])" + r"\s*".join(
        "0*" + p if p.isdigit() else re.escape(p) for p in pieces) + r"(?![0-9a-z])")


class File:
    """A file's lines and words."""

    def __init__(self, traits, label):
        self.lines, self.candidates = traits["lines"], set(traits["candidates"])
        self.documents = label["documents"]
        self.words, self.line_of = [], []
        for i, line in enumerate(self.lines):
            for word in words(line[0]):
                self.words.append(word)
                self.line_of.append(i)

    def is_furniture(self, line):
        return len(self.lines[line]) < 3

    def find(self, wanted, start):
        """Where the words stand from `start` on; None."""
        for i in range(start, len(self.words) - len(wanted) + 1):
            if self.words[i] == wanted[0] and self.words[i:i + len(wanted)] == wanted:
                return i
        return None

    def find_text(self, document, start):
        """First and last word of its text: the first place with its title and number near."""
        first, last = words(document.get("starts"))[:5], words(document.get("ends"))[-5:]
        title, number = words(document.get("title")), plain_number(document.get("number"))
        best, at = None, start
        while first and (at := self.find(first, at)) is not None:
            line, found = self.line_of[at], 0
            if self.is_furniture(line):
                at += 1
                continue
            if title:
                near = self.find(title, max(start - 40, at - 120 - len(title), 0))
                found += 2 * (near is not None and near <= at + 1 - len(title))
            if number:
                over = "".join(one[1] + one[0] for one in self.lines[max(0, line - 12):line + 1])
                found += number in over.casefold().replace(" ", "")
            if best is None or found > best[0]:
                best = (found, at)
            if found >= 2 * bool(title) + bool(number):
                break
            at += 1
        end = self.find(last, best[1]) if best and last else best and best[1]
        return None if best is None or end is None else (best[1], end + len(last) - 1)

    def number_worth(self, line, text_line, number, before):
        """How much speaks for the number's standing in the line."""
        text, marker = self.lines[line][0], self.lines[line][1]
        is_own = line == text_line
        printed = (marker + " " + text).casefold()
        if is_own:
            printed = marker + " " + text[:len(text)] if not before and marker else \
                " ".join([marker] + before)
            printed = printed.casefold()
        match = number_pattern(number).search(printed)
        if not match or (len(words(text)) > 30 and not is_own):
            return 0
        worth = 8 if match.start() <= 2 else \
            6 if re.match(r"^[\W]*(" + KINDS + r"|item|comp|no)", printed) and match.start() < 30 \
            else 4 if match.start() < 14 else 1
        if worth < 4 and NOT_NUMBERED.search(printed):
            worth = 0
        worth += 2 * (line in self.candidates)
        if is_own and not before and not marker:
            worth = 0
        return max(0.5, worth - max(0, text_line - line - 6) / 2) if worth > 0 else 0

    def find_head(self, document, first_word, least):
        """Main line and title's line of the heading over the text; None for no such line."""
        line = self.line_of[first_word]
        number, title = plain_number(document.get("number")), words(document.get("title"))
        head = title_line = None
        most = 0
        own_start = next(i for i, of in enumerate(self.line_of) if of == line)
        for at in range(line, max(least, line - HEAD_LINES) - 1, -1):
            before = self.words[own_start:first_word] if at == line else words(self.lines[at][0])
            if title and title_line is None:
                both = before + (words(self.lines[at + 1][0]) if at < line else [])
                is_over_two = len(title) > 2 and at < line and set(before) & set(title) and \
                    " ".join(title) in " ".join(both)
                if all(word in before for word in title) or is_over_two:
                    title_line = at
            worth = self.number_worth(at, line, number, before) if number else 0
            if worth > most:
                head, most = at, worth
        if head is None and title_line is None:
            head = line
            for at in range(line - 1, max(least, line - 6) - 1, -1):
                text = self.lines[at][0]
                if re.search(KINDS, text.casefold()) and len(words(text)) <= 20:
                    head = at
                    break
        return (title_line if head is None else head), title_line

    def mark(self, places, document, text, least):
        """The places of an item's lines; its last line."""
        first, last = self.line_of[text[0]], self.line_of[text[1]]
        head, title = self.find_head(document, text[0], least)
        start = head if title is None or first - title > NEAR else min(head, title)
        places[start:first + 1] = [BELOW] * (first + 1 - start)
        places[start:head] = [ABOVE] * (head - start)
        places[first:last + 1] = [TEXT] * (last + 1 - first)
        title_words = words(document.get("title"))
        is_titled = title == head and title_words and \
            all(word in words(self.lines[head][0]) for word in title_words)
        places[head] = ((TITLED_START if is_titled else START) if head == first
                        else TITLED if is_titled else HEAD)
        if title is not None and title != head and first - title <= NEAR:
            places[title] = TITLE_ABOVE if title < head else TITLE_BELOW
        if title == first and head < first:
            places[title] = TEXT
        return last

    def places(self):
        """Of all lines; None where an item is not found."""
        places, at, last = [OUTSIDE] * len(self.lines), 0, -1
        texts = []
        for document in self.documents:
            text = self.find_text(document, at)
            if text is None:
                return None
            texts.append(text)
            at = text[1] + 1
        for document, text in zip(self.documents, texts):
            last = self.mark(places, document, text, last + 1)
        return places


def read_labels(argument):
    path, _, folder = argument.partition("=")
    folder = folder or os.path.dirname(path)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                label = json.loads(line)
                yield os.path.normpath(os.path.join(folder, label["file"])), label


def main():
    labels = {path: (index, label) for index, argument in enumerate(sys.argv[1:])
              for path, label in read_labels(argument)}
    for line in sys.stdin:
        traits = json.loads(line)
        if os.path.normpath(traits["file"]) not in labels:
            continue
        index, label = labels[os.path.normpath(traits["file"])]
        own = File(traits, label)
        places = own.places()
        if places is None or not traits["lines"]:
            print(f"left out: {traits['file']}", file=sys.stderr)
            continue
        rows = [(place, one[2]) for place, one in zip(places, own.lines) if len(one) > 2]
        print(f"F {index} {len(rows)}")
        for place, bits in rows:
            print(place, bits)


if __name__ == "__main__":
    main()
