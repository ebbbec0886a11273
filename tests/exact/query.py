"""query.py - queries as trees, with the text that they are typed as and where each word stands in
it. What a word is made of says docs/query-language.md; its stem Xapian's own stemmer."""
from dataclasses import dataclass, field
from functools import lru_cache

import xapian

from asked import Beginning
from entries import read_stop_words

STOP_WORDS = read_stop_words()
_stemmer = xapian.Stem("english")


@lru_cache(maxsize=None)
def stem_of(word):
    if any(character.isdigit() for character in word):
        return word
    return _stemmer(word).decode()


def other_stem_of(word):
    """Short words whose stem keeps its s may be plurals of acronyms."""
    if not (3 <= len(word) <= 6 and word.isascii() and word.isalpha()) or word.endswith("ss"):
        return None
    if not stem_of(word).endswith("s") or word in STOP_WORDS:
        return None
    return stem_of(word[:-1])


def is_plural_acronym(typed):
    """Capitals, and a small s behind them."""
    return len(typed) > 2 and typed.endswith("s") and typed[:-1].isalpha() and typed[:-1].isupper()


@dataclass(eq=False)
class Word:
    """`share` is of the weight of a word that was typed, where this one was not."""
    word: str
    parts: tuple = ()
    start: int = 0
    end: int = 0
    repeats: int = 1
    is_stop: bool = False
    typed: str = ""
    share: float = 0.0

    def __post_init__(self):
        is_plural = is_plural_acronym(self.typed)
        self.stem = stem_of(self.word[:-1] if is_plural else self.word)
        has_one_stem = is_plural or self.typed.isupper()
        self.other = None if has_one_stem else other_stem_of(self.word)

    def stems(self):
        return [self.stem] + ([self.other] if self.other and self.other != self.stem else [])

    def is_same(self, other):
        return (isinstance(other, Word) and other.stem == self.stem and
                len(other.parts) == len(self.parts))


@dataclass(eq=False)
class Prefix:
    word: str


@dataclass(eq=False)
class Phrase:
    words: list


@dataclass(eq=False)
class Group:
    """`kind` is "and" or "or"; the first of an alias was typed, the others may stand instead."""
    kind: str
    nodes: list
    is_alias: bool = False


@dataclass
class Filter:
    """Values of one field, any of which will do: typed, or exact as facets have them; of titles a
    word or a phrase."""
    name: str
    values: list
    is_exact: bool = False
    is_not: bool = False


@dataclass
class Query:
    """`units` are what must match, put together from `top`, which was typed. What an index knows of
    the words: `added` ones weigh too, and the heads that `meeting` has come first."""
    text: str
    top: list
    units: list = None
    excluded: list = field(default_factory=list)
    filters: list = field(default_factory=list)
    kind: str = ""
    matches_any: bool = False
    is_grouped: bool = False
    only_ids: bool = False
    is_by_relevance: bool = True
    first: int = 0
    count: int = 20
    added: list = field(default_factory=list)
    meeting: object = None

    def __post_init__(self):
        if self.units is None:
            self.units = [node for node in self.top
                          if not (isinstance(node, Word) and node.is_stop)]

    def line(self, flags="f"):
        """As ask.c reads it."""
        flags += "a" * self.matches_any + "g" * self.is_grouped + "i" * self.only_ids
        flags += "n" * (not self.is_by_relevance)
        exact = "\x1f".join(f"{one.name}={value}" for one in self.filters if one.is_exact
                            for value in one.values)
        return f"{self.first}\t{self.count}\t{flags}\t{exact}\t{self.text}\n"

    def weighing(self):
        """Words that may weigh, as they were typed."""
        for unit in self.units:
            yield from words_below(unit)


def words_below(node):
    """As they were typed, where others may stand instead."""
    if isinstance(node, (Word, Prefix)):
        yield node
    elif isinstance(node, Group) and node.is_alias:
        yield node.nodes[0]
    else:
        for child in node.words if isinstance(node, Phrase) else node.nodes:
            yield from words_below(child)


def merged(kind, nodes):
    """A group in its simplest form; a word that stands there again counts again."""
    kept = []
    for node in nodes:
        for child in (node.nodes if isinstance(node, Group) and node.kind == kind else [node]):
            same = next((word for word in kept
                         if isinstance(child, Word) and child.is_same(word)), None)
            if same:
                same.repeats += child.repeats
            else:
                kept.append(child)
    return kept[0] if len(kept) == 1 else Group(kind, kept)


class Typing:
    """Writes a query, and notes where words stand."""

    def __init__(self):
        self.text = ""

    def put(self, text):
        self.text += text

    def word(self, typed, is_loose=True):
        start = len(self.text)
        self.put(typed)
        parts = tuple(typed.lower().split("-")) if "-" in typed else ()
        word = typed.lower().replace("-", "")
        return Word(word, parts, start, len(self.text),
                    is_stop=is_loose and not parts and word in STOP_WORDS, typed=typed)

    def phrase(self, words):
        self.put('"')
        nodes = []
        for place, typed in enumerate(words):
            self.put(" " if place else "")
            nodes.append(self.word(typed, is_loose=False))
        self.put('"')
        return Phrase(nodes)

    def prefix(self, start):
        self.put(start + "*")
        return Prefix(start)

    def space(self, text=" "):
        self.put(text if self.text else "")


def is_content(node):
    return not (isinstance(node, Word) and node.is_stop)


def settle_question(nodes):
    """Its beginning need not match, where something is asked."""
    words = [node.word if isinstance(node, Word) else None for node in nodes]
    if words[0] == "who" and (nodes[0].typed == "WHO" or sum(map(is_content, nodes[1:])) < 2):
        return
    size = Beginning(words, [not is_content(node) for node in nodes]).size()
    if any(map(is_content, nodes[size:])):
        for node in nodes[:size]:
            node.is_stop = True


def top_of(nodes):
    """A list at the top: stop words count only where there is nothing else."""
    root = merged("and", nodes)
    nodes = root.nodes if isinstance(root, Group) and root.kind == "and" else [root]
    settle_question(nodes)
    if not any(map(is_content, nodes)):
        for node in nodes:
            node.is_stop = False
    return nodes
