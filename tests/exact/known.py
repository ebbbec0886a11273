"""known.py - what an index knows of a query's words: acronyms and what they are short for, other
ways of writing them (written.py), by the rules of search/alias.h and docs/query-language.md; and the conference that they name, by those of
search/meeting.h. Terms of the index and the table are data."""
import re
from collections import defaultdict
from dataclasses import replace

from entries import read_table
from query import STOP_WORDS, Group, Phrase, Word, stem_of
from texts import words_of
from written import Joined, Numbers

WORDS_MAX, OTHERS_MAX, SPELLINGS_MAX, LISTED_MAX, SPELLING_WORDS = 16, 6, 3, 50, 8
ACRONYM_LONG, SMALL_MAX, SMALL_SHARE, SHARE = 10, 5, 20, 0.7
NAMES_MAX, NAMED_MAX, NAME_STEMS, NAME_WORDS_MAX = 2000, 8, 24, 10
NOUNS = ("conference", "conferences", "congress", "congresses", "convention", "assembly")
YEAR = re.compile(r"1[89]\d\d|20\d\d|2100")


def singular(word):
    return word[:-1] if len(word) >= 4 and word.endswith("s") and word[-2] != "s" else word


def compared(text):
    """What two spellings are compared by."""
    return [singular(word) for word in words_of(text)]


def read_abbreviations():
    rows = re.findall(r'\{"([^"]+)", "([^"]+)", (true|false)\}',
                      read_table("core/abbreviations.c", "table"))
    return [(word, spelling, is_word == "true") for word, spelling, is_word in rows]


class Acronyms:
    def __init__(self, entries):
        self.entries, self.table, self.joined = entries, read_abbreviations(), Joined(entries)
        self.known = [(compared(spelling), short) for short, spelling, _ in self.table]
        self.spelt, self.short = defaultdict(list), defaultdict(list)
        for term, documents in entries.starting(b"XA"):
            acronym, _, spelling = term.decode().partition("=")
            self.spelt[acronym].append((spelling, documents))
        for term, _ in entries.starting(b"XI"):
            spelling, _, acronym = term.decode().partition("=")
            self.short[spelling.partition(" ")[0]].append((spelling.split(" "), acronym))

    @staticmethod
    def is_in_capitals(word):
        return word.typed[:2].isupper() and word.typed[:2].isalpha() and len(word.typed) > 1

    @staticmethod
    def node(text):
        """What stands for a typed word, and weighs less: all of it as much as a word."""
        words = [Word(one.lower(), typed=one) for one in text.split(" ")]
        content = sum(word.word not in STOP_WORDS for word in words) or 1
        for word in words:
            word.share = SHARE / content
        return words[0] if len(words) == 1 else Phrase(words)

    @staticmethod
    def both_numbers(spelling):
        return [spelling, spelling[:-1] if spelling.endswith("s") else spelling + "s"]

    def learnt(self, word, key):
        """The spellings of most documents; of a word in small letters only where it is rarely one
        that means something else."""
        found = self.spelt[key][:SPELLINGS_MAX]
        if found and not self.is_in_capitals(word):
            documents = self.entries.frequency(b"ZD" + word.stem.encode())
            if found[0][1] * SMALL_SHARE < documents:
                return []
        return [spelling for spelling, _ in found]

    def spellings(self, word):
        longest = ACRONYM_LONG if self.is_in_capitals(word) else SMALL_MAX
        if not re.fullmatch(r"[a-z]+", word.word) or word.parts or not 2 <= len(word.word) <= longest:
            return []
        for key in (word.word, word.word[:-1]):
            found = self.learnt(word, key)
            found += [spelling for short, spelling, is_word in self.table if short.lower() == key
                      and (not is_word or self.is_in_capitals(word))]
            if found or len(word.word) <= 2 or not word.word.endswith("s"):
                return [form for spelling in found for form in self.both_numbers(spelling)]
        return []

    def short_forms(self, words, first):
        """(acronym, of how many words from the first on) where just its spelling stands there."""
        keys = [singular(word.word) for word in words[first:first + SPELLING_WORDS]]
        learnt = [(spelling, short.upper()) for spelling, short in self.short[keys[0]][:LISTED_MAX]
                  if 2 <= len(short) <= ACRONYM_LONG]
        for spelling, short in self.known + learnt:
            if len(spelling) > 1 and keys[:len(spelling)] == spelling:
                yield short, len(spelling)

    def add(self, query):
        """The query with what its words may be instead."""
        words = [node for node in query.top if isinstance(node, Word)]
        if not words or len(words) > WORDS_MAX:
            return query
        others = {id(word): [] if word.is_stop else self.spellings(word) for word in words}
        for first, word in enumerate(words[:-1]):
            for short, count in () if word.is_stop else self.short_forms(words, first):
                for one in words[first:first + count]:
                    if not one.is_stop:
                        others[id(one)].append(short)
        for met, text in [*Numbers(query, words).others(), *self.joined.others(words)]:
            for one in met:
                if not one.is_stop:
                    others[id(one)].append(text)
        return self.changed(query, {key: list(dict.fromkeys(texts))[:OTHERS_MAX]
                                    for key, texts in others.items()})

    def changed(self, query, others):
        units, added = [], []
        for unit in query.units:
            nodes = list(map(self.node, others.get(id(unit), ())))
            units.append(Group("or", [unit, *nodes], is_alias=True) if nodes else unit)
            for word in (word for node in nodes
                         for word in (node.words if isinstance(node, Phrase) else [node])):
                if word.word not in STOP_WORDS and word.stem not in {one.stem for one in added}:
                    added.append(word)
        return replace(query, units=units, added=added)


class Meetings:
    def __init__(self, entries):
        self.entries = entries
        self.names = [name.decode() for name, _ in entries.starting(b"XE")[:NAMES_MAX]]
        self.words = {name: self.words_of_name(name) for name in self.names}

    @staticmethod
    def words_of_name(name):
        words = words_of(name)[:NAME_STEMS] + words_of(name.replace("-", ""))
        return {*words, *map(stem_of, words)}

    @staticmethod
    def spelt_out(query, typed):
        """The words of what it is short for, where that is a conference; else itself."""
        group = next((unit for unit in query.units if isinstance(unit, Group) and unit.is_alias and
                      unit.nodes[0] is typed), None)
        for node in group.nodes[1:] if group else ():
            if isinstance(node, Phrase) and node.words[-1].word in NOUNS:
                return [word for word in node.words if word.word not in STOP_WORDS]
        return [typed]

    def add(self, query):
        """The query with the documents of the conference that it names, all its words aside from
        a year being ones of the name."""
        if query.excluded or len(query.top) + len(query.filters) < 2:
            return query
        if not all(isinstance(node, Word) for node in query.top):
            return query
        words = [word for typed in query.top if not typed.is_stop
                 for word in self.spelt_out(query, typed)]
        years = [word.word for word in words if YEAR.fullmatch(word.word)]
        words = [word for word in words if not YEAR.fullmatch(word.word)]
        has_noun = any(word.word in NOUNS for word in words)
        is_name = len(words) > 1 or (has_noun and years) if has_noun else years and len(words) > 1
        if len(years) > 1 or len(words) > NAME_WORDS_MAX or not is_name:
            return query
        return self.changed(query, words, years)

    def changed(self, query, words, years):
        names = [name for name in self.names
                 if all(word.stem in self.words[name] or word.word in self.words[name]
                        for word in words)][:NAMED_MAX]
        meeting = self.entries.none()
        for name in names:
            meeting |= self.entries.having(b"XE" + name.encode())
        for year in years:
            meeting &= self.entries.having(b"Y" + year.encode())
        meeting &= self.entries.is_head
        return replace(query, meeting=meeting) if meeting.any() else query
