"""entries.py - an index to arrays over its docids, read in whole by Xapian's bindings: nothing of
ours is asked."""
import re
from array import array
from functools import lru_cache
from pathlib import Path

import numpy as np
import xapian

ROOT = Path(__file__).resolve().parents[2]
SLOT_DOCUMENT, SLOT_DATE, SLOT_ORDINAL = 0, 2, 12
SLOTS = {"year": 1, "decision": 3, "conference": 4, "kind": 5, "clause": 6, "org": 7}
HEAD = b"XHEAD"


def read_table(path, name):
    """The text of a C table, which is data; how it is looked up is not ours to know."""
    source = (ROOT / path).read_text(encoding="utf-8")
    table = source[source.index(f"{name}[] = {{"):]
    return table[:table.index("};")]


def read_stop_words():
    return frozenset(re.findall(r'"([a-z]+)"', read_table("core/stop_words.c", "stop_words")))


def capital_first(term):
    return term[:1].isupper() and term[:1].isascii()


def remember(owner, **sizes):
    """Answers of its functions, so many of each, for as long as it lives."""
    for name, size in sizes.items():
        setattr(owner, name, lru_cache(size)(getattr(owner, name)))


class Values:
    """One slot: a code for each entry, and what the codes stand for; the empty value is code 0."""

    def __init__(self, size):
        self.codes, self.texts, self._code_of = np.zeros(size, np.int64), [b""], {b"": 0}

    def put(self, docid, value):
        code = self._code_of.setdefault(value, len(self.texts))
        if code == len(self.texts):
            self.texts.append(value)
        self.codes[docid] = code

    def meeting(self, test):
        """Which entries have a value of which `test` is true."""
        return np.array([bool(test(text.decode())) for text in self.texts])[self.codes]


class Entries:
    """Of one revision; documents' passages are told by the value that names their document. Arrays
    are by docid: `is_head`, `is_passage`, `head_of`, `length`; `ids` is what is printed of heads,
    `slots` has Values by name."""

    def __init__(self, path):
        self.database = xapian.Database(str(path))
        self.size = self.database.get_lastdocid() + 1
        self.postings, self.ids = {}, {}
        self.is_head = np.zeros(self.size, bool)
        self.length = np.zeros(self.size)
        self.slots = {name: Values(self.size) for name in (*SLOTS, "date")}
        self.ordinals = np.zeros(self.size, np.int64)
        remember(self, having=1000, positions=100000, words=1, title_words=1, _forward=1,
                 _head_named=1)
        for item in self.database.allterms():
            self._read_term(item.term)
        self._read_values()
        self._average()

    def _read_term(self, term):
        docids, counts = array("I"), array("I")
        for item in self.database.postlist(term):
            docids.append(item.docid)
            counts.append(item.wdf)
        docids = np.array(docids, np.int64)
        self.postings[term] = docids, np.array(counts, np.float64)
        if term == HEAD:
            self.is_head[docids] = True
        elif term.startswith(b"Q"):
            self.ids[int(docids[0])] = term[1:].decode()
        self.length[docids] += self.postings[term][1] * self._share(term)

    @staticmethod
    def _share(term):
        """Of documents the length is what their stems add up to; of passages words, and those of
        the title, the terms of which count twice."""
        if term.startswith(b"ZS"):
            return 1 / 2
        return float(term.startswith(b"ZD") or not capital_first(term))

    def _read_values(self):
        keys = {}
        for item in self.database.postlist(b""):
            document = self.database.get_document(item.docid)
            keys[item.docid] = document.get_value(SLOT_DOCUMENT)
            self.ordinals[item.docid] = int.from_bytes(document.get_value(SLOT_ORDINAL), "big")
            for name, slot in (*SLOTS.items(), ("date", SLOT_DATE)):
                self.slots[name].put(item.docid, document.get_value(slot))
        head_with = {keys[head]: head for head in map(int, np.flatnonzero(self.is_head))}
        if len(head_with) != self.is_head.sum():
            raise ValueError("two heads have one key")
        self.head_of = np.zeros(self.size, np.int64)
        for docid, key in keys.items():
            self.head_of[docid] = head_with[key]
        self.is_passage = (self.head_of > 0) & ~self.is_head
        self._by_head = np.argsort(self.head_of, kind="stable")
        self._first_of = np.searchsorted(self.head_of[self._by_head], np.arange(self.size + 1))

    def _average(self):
        self.average, self.document_average = (
            self.length[which].sum() / max(which.sum(), 1)
            for which in (self.is_passage, self.is_head))
        self.heads = np.flatnonzero(self.is_head)
        self.passages = np.flatnonzero(self.is_passage)

    def entries_of(self, head):
        """The head and its passages, ascending."""
        return self._by_head[self._first_of[head]:self._first_of[head + 1]]

    def name(self, docid):
        return self.ids[int(self.head_of[docid])]

    def docid_of(self, name, ordinal):
        docids = self.entries_of(self._head_named()[name])
        return int(docids[self.ordinals[docids] == ordinal][0])

    def _head_named(self):
        return {self.ids[int(head)]: int(head) for head in self.heads}

    # --- terms ------------------------------------------------------------------------

    def none(self):
        return np.zeros(self.size, bool)

    def having(self, term):
        """Which entries have the term. Not to be changed."""
        found = self.none()
        if term in self.postings:
            found[self.postings[term][0]] = True
        return found

    def frequency(self, term):
        return len(self.postings[term][0]) if term in self.postings else 0

    def occurrences(self, term):
        return self.postings[term][1].sum() if term in self.postings else 0

    def add_counts(self, term, counts):
        """How often each entry has the term."""
        if term in self.postings:
            docids, times = self.postings[term]
            counts[docids] += times

    def positions(self, docid, term):
        return frozenset(self.database.positionlist(int(docid), term))

    def stand_together(self, docid, terms):
        """One after the other, by their positions?"""
        first, *rest = terms
        return any(all(start + step in self.positions(docid, term)
                       for step, term in enumerate(rest, 1))
                   for start in self.positions(docid, first))

    # --- lists ------------------------------------------------------------------------

    def starting(self, prefix):
        """(what follows the prefix, how many have it), the most frequent first."""
        found = [(term[len(prefix):], self.frequency(term))
                 for term in self.postings if term.startswith(prefix)]
        return sorted(found, key=lambda one: (-one[1], one[0]))

    def words(self):
        """Exact words of texts, sorted."""
        return sorted(term for term in self.postings if not capital_first(term))

    def title_words(self):
        return sorted(term[1:] for term in self.postings
                      if term.startswith(b"S") and not capital_first(term[1:]))

    def _forward(self):
        """Stems, and of all heads which of them they have how often, by head."""
        stems = [term for term in self.postings if term.startswith(b"ZD")]
        docids, places, counts = (np.concatenate([np.zeros(0), *lists]) for lists in zip(*(
            (self.postings[term][0], np.full(self.frequency(term), place), self.postings[term][1])
            for place, term in enumerate(stems)))) if stems else (np.zeros(0),) * 3
        order = np.argsort(docids, kind="stable")
        return ([term[2:].decode() for term in stems], docids[order], places[order].astype(int),
                counts[order])

    def stems_of(self, head):
        """(stem, how often it occurs) of a head."""
        stems, docids, places, counts = self._forward()
        low, high = np.searchsorted(docids, (head, head + 1))
        return [(stems[place], times) for place, times in zip(places[low:high], counts[low:high])]
