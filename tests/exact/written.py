"""written.py - other ways of writing what a query has: numbers in figures and in words, two words
closed up, and -ise for -ize, by the rules of docs/query-language.md and of search/alias.h."""
import re

from query import STOP_WORDS, stem_of

SMALL = ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
         "sixteen seventeen eighteen nineteen").split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
            "nine": "ninth", "twelve": "twelfth"}
GAP_MAX = 3
HALF_MIN, HALF_TIMES, LONGEST, SPLIT_MAX = 3, 5, 64, 4


def ordinal(name):
    """Of the last word."""
    *first, last = name.split()
    made = ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return " ".join([*first, made])


def cardinals():
    names = dict(enumerate(SMALL, 1))
    for place, ten in enumerate(TENS, 2):
        names[10 * place] = ten
        names.update({10 * place + unit: f"{ten} {SMALL[unit - 1]}" for unit in range(1, 10)})
    return {**names, 100: "hundred"}


def figures(value, is_ordinal):
    if not is_ordinal:
        return str(value)
    ending = {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return str(value) + ("th" if value in (11, 12, 13) else ending)


NAMES = {(value, False): name for value, name in cardinals().items()}
NAMES.update({(value, True): ordinal(name) for value, name in cardinals().items()})
FIGURES = {figures(*key): key for key in NAMES}
WORDS = {tuple(name.split()): key for key, name in NAMES.items()}
WORDS[("one", "hundred")], WORDS[("one", "hundredth")] = (100, False), (100, True)


def forms(text):
    return [text, text[:-1] if text.endswith("s") else text + "s"]


class Numbers:
    """`others` of a query: (words that are met, text) for each number."""

    def __init__(self, query, words):
        self.text, self.words = query.text, words
        self.atoms = [(part, word) for word in words for part in word.parts or (word.word,)]

    def are_beside(self, at):
        """This one and the next."""
        if at + 1 >= len(self.atoms):
            return False
        left, right = self.atoms[at][1], self.atoms[at + 1][1]
        return left is right or 0 <= right.start - left.end <= GAP_MAX

    def number(self, at):
        """(value, is ordinal), atoms, in figures?"""
        if at >= len(self.atoms):
            return None
        word = self.atoms[at][0]
        if word in FIGURES:
            return FIGURES[word], 1, True
        if self.are_beside(at) and (word, self.atoms[at + 1][0]) in WORDS:
            return WORDS[word, self.atoms[at + 1][0]], 2, False
        return (WORDS[(word,)], 1, False) if (word,) in WORDS else None

    def is_word(self, at, *words):
        return at < len(self.atoms) and self.atoms[at][0] in words

    def per_cent(self, at):
        if at == 0 or not self.are_beside(at - 1):
            return 0
        if self.is_word(at, "percent"):
            return 1
        both = self.is_word(at, "per") and self.are_beside(at) and self.is_word(at + 1, "cent")
        return 2 if both else 0

    def met(self, first, count):
        words = [word for _, word in self.atoms[first:first + count]]
        low, high = (next(place for place, one in enumerate(self.words) if one is word)
                     for word in (words[0], words[-1]))
        return self.words[low:high + 1]

    def units(self, key, at, count, in_figures):
        """Others of a share or a sum of money; None for anything else."""
        end, number = at + count, (at, count)
        last = self.atoms[end - 1][1]
        is_end = end == len(self.atoms) or self.atoms[end][1] is not last
        per_cent, name = self.per_cent(end), NAMES[key]
        if per_cent or (is_end and self.text[last.end:last.end + 1] == "%"):
            unit, ways = (end, per_cent), ("percent", "per cent")
            found = [(number, figures(*key))] * (not in_figures)
            found += [(unit, figures(*key))] * bool(per_cent)
            for size, way in enumerate(ways, 1):
                found += [(number, f"{name} {way}")] * in_figures
                found += [(unit, f"{name} {way}")] * (per_cent not in (0, size))
            return found
        first = self.atoms[at][1]
        is_start = at == 0 or self.atoms[at - 1][1] is not first
        has_unit = self.are_beside(end - 1) and self.is_word(end, "pound", "pounds")
        if has_unit or (is_start and self.text[:first.start].endswith("£")):
            found = [(number, figures(*key))] * (not in_figures)
            found += [((end, 1), figures(*key))] * has_unit
            return found + [(number, one) for one in forms(f"{name} pounds")] * in_figures
        return None

    def is_companion(self, at):
        word = self.atoms[at][0]
        return (word not in STOP_WORDS and not re.fullmatch(r"[\d.]+", word) and
                not self.number(at))

    def beside(self, key, at, count, in_figures):
        name, end = NAMES[key] if in_figures else figures(*key), at + count
        if self.are_beside(end - 1) and self.is_companion(end):
            return [((at, count), one) for one in forms(f"{name} {self.atoms[end][0]}")]
        if at and self.are_beside(at - 1) and self.is_companion(at - 1):
            return [((at, count), f"{self.atoms[at - 1][0]} {name}")]
        return [((at, count), name)]

    def others(self):
        at = 0
        while at < len(self.atoms):
            found = self.number(at)
            if not found:
                unit = self.per_cent(at + 1)
                if unit and re.fullmatch(r"[\d.]+", self.atoms[at][0]):
                    yield self.met(at + 1, unit), self.atoms[at][0]
                at += 1
                continue
            key, count, in_figures = found
            end = at + count
            while self.are_beside(end - 1) and self.number(end):
                end += self.number(end)[1]
            if end == at + count:
                for place, text in (self.units(key, at, count, in_figures) or
                                    self.beside(key, at, count, in_figures)):
                    yield self.met(*place), text
            at = end


class Joined:
    """Two words that are one, closed up, and one that is two."""

    def __init__(self, entries):
        self.entries = entries

    def documents(self, word):
        return self.entries.frequency(word.encode())

    @staticmethod
    def may_be_half(word):
        return bool(re.fullmatch(r"[a-z]{3,}", word)) and word not in STOP_WORDS

    @staticmethod
    def is_number(word):
        return not WORDS.get((word.word,), (0, True))[1]

    def are_one(self, left, right):
        return (not left.parts and not right.parts and 0 <= right.start - left.end <= GAP_MAX and
                self.may_be_half(left.word) and self.may_be_half(right.word) and
                not self.is_number(left) and not self.is_number(right) and
                len(left.word + right.word) <= LONGEST and self.documents(left.word + right.word))

    def halves(self, word):
        if word.parts or not self.may_be_half(word.word):
            return
        enough = HALF_TIMES * self.documents(word.word)
        for at in range(HALF_MIN, len(word.word) - HALF_MIN + 1):
            halves = word.word[:at], word.word[at:]
            if all(self.may_be_half(half) and self.documents(half) > enough for half in halves):
                yield " ".join(halves)

    def with_s(self, word):
        found = re.fullmatch(r"([^-]{3,}i)z(e|ed|es|er|ers|ing|ation|ations|ational)", word.word)
        if found and not word.parts:
            other = "s".join(found.groups())
            if self.entries.frequency(b"Z" + stem_of(other).encode()):
                yield other

    def others(self, words):
        is_short = sum(not word.is_stop for word in words) <= SPLIT_MAX
        for word, following in zip(words, [*words[1:], None]):
            if following and self.are_one(word, following):
                yield (word, following), word.word + following.word
            for text in self.halves(word) if is_short else ():
                yield (word,), text
            for text in self.with_s(word):
                yield (word,), text
