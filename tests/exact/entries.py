"""entries.py - an index to dictionaries, read in whole by Xapian's bindings: nothing of ours is
asked."""
import re
from array import array
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import xapian

ROOT = Path(__file__).resolve().parents[2]
SLOT_DOCUMENT, SLOT_ORDINAL = 0, 12
SLOTS = {"year": 1, "decision": 3, "conference": 4, "kind": 5, "clause": 6, "org": 7}
HEAD = b"XHEAD"


def read_stop_words():
    """The list, which is data; how it is looked up is not ours to know."""
    source = (ROOT / "core" / "stop_words.c").read_text(encoding="utf-8")
    table = source[source.index("stop_words[] = {"):]
    return frozenset(re.findall(r'"([a-z]+)"', table[:table.index("};")]))


def capital_first(term):
    return term[:1].isupper() and term[:1].isascii()


class Entries:
    """Of one revision; documents' passages are told by the value that names their document. `keys`
    are these, `ids` what is printed. `stems_of` heads: pairs of a stem and how often it occurs."""

    def __init__(self, path):
        self.database = xapian.Database(str(path))
        self.postings, self.stems_of = {}, defaultdict(list)
        self.heads, self.keys, self.ids, self.values, self.ordinals = set(), {}, {}, {}, {}
        self.length = defaultdict(float)
        for item in self.database.allterms():
            self._read_term(item.term)
        for item in self.database.postlist(b""):
            self._read_values(item.docid)
        self._join()

    def _read_term(self, term):
        docids, counts = self.postings[term] = array("I"), array("I")
        for item in self.database.postlist(term):
            docids.append(item.docid)
            counts.append(item.wdf)
        if term == HEAD:
            self.heads.update(docids)
        elif term.startswith(b"Q"):
            self.ids[docids[0]] = term[1:].decode()
        elif term.startswith(b"ZD"):
            for docid, times in zip(docids, counts):
                self.stems_of[docid].append((term[2:].decode(), times))
        self._add_lengths(term, docids, counts)

    def _add_lengths(self, term, docids, counts):
        """Of documents what their stems add up to; of passages words, and those of the title, the
        terms of which count twice."""
        if term.startswith(b"ZD"):
            share = 1
        elif term.startswith(b"ZS"):
            share = 1 / 2
        elif not capital_first(term):
            share = 1
        else:
            return
        for docid, times in zip(docids, counts):
            self.length[docid] += times * share

    def _read_values(self, docid):
        document = self.database.get_document(docid)
        self.keys[docid] = document.get_value(SLOT_DOCUMENT)
        self.ordinals[docid] = int.from_bytes(document.get_value(SLOT_ORDINAL), "big")
        self.values[docid] = {name: document.get_value(slot) for name, slot in SLOTS.items()}
        self.length.setdefault(docid, 0.0)

    def _join(self):
        head_with = {self.keys[head]: head for head in self.heads}
        if len(head_with) != len(self.heads):
            raise ValueError("two heads have one key")
        self.head_of = {docid: head_with[key] for docid, key in self.keys.items()}
        self.ids = {docid: self.ids[head] for docid, head in self.head_of.items()}
        self.entries_of = defaultdict(list)
        for docid in sorted(self.head_of):
            self.entries_of[self.head_of[docid]].append(docid)
        passages = [docid for docid in self.length if docid not in self.heads]
        self.average = sum(self.length[docid] for docid in passages) / max(len(passages), 1)
        self.document_average = (sum(self.length[docid] for docid in self.heads) /
                                 max(len(self.heads), 1))

    def counts(self, term):
        """(docid, occurrences) of each entry with the term."""
        if term not in self.postings:
            return ()
        return zip(*self.postings[term])

    @lru_cache(maxsize=4096)
    def having(self, term):
        return frozenset(self.postings[term][0]) if term in self.postings else frozenset()

    def frequency(self, term):
        return len(self.postings[term][0]) if term in self.postings else 0

    def occurrences(self, term):
        return sum(self.postings[term][1]) if term in self.postings else 0

    @lru_cache(maxsize=200000)
    def positions(self, docid, term):
        return frozenset(self.database.positionlist(docid, term))

    def stand_together(self, docid, terms):
        """One after the other, by their positions?"""
        first, *rest = terms
        return any(all(start + step in self.positions(docid, term)
                       for step, term in enumerate(rest, 1))
                   for start in self.positions(docid, first))

    @lru_cache(maxsize=1)
    def words(self):
        """Exact words of texts, sorted."""
        return sorted(term for term in self.postings if not capital_first(term))

    @lru_cache(maxsize=1)
    def title_words(self):
        return sorted(term[1:] for term in self.postings
                      if term.startswith(b"S") and not capital_first(term[1:]))
