"""matching.py - which entries match a query, and in which tier, by looking at all of them. Sets are
arrays of booleans, by docid."""
from bisect import bisect_left
from dataclasses import dataclass
from functools import reduce
from itertools import takewhile

import numpy as np

from query import Group, Phrase, Prefix, Word, stem_of
from texts import words_of

PREFIX_WORDS_MAX = 200
ENOUGH = 100         # hits in passages that make the next tier needless
DOCUMENTS_MAX = 1000   # that the second tier looks at, by date
DOCUMENTS_ENOUGH = 10  # with all the words: no others are shown
UNITS_MAX = 32         # of many words, those by which documents are ranked
POLICY = ("carried", "carried_amended", "carried_part")


class Cut(Exception):
    """A bound was met; totals are no longer exact, and polsearch says so."""


def every(sets):
    return reduce(np.logical_and, sets)


@dataclass
class Tier:
    """`found` are docids, of heads where the hits are documents; `titles` those of passages that
    stand for a document the title of which alone matches."""
    name: str
    found: np.ndarray
    titles: np.ndarray


class Matching:
    def __init__(self, entries, texts):
        self.entries, self.texts = entries, texts
        self.is_by_relevance = True

    def any_of(self, sets):
        return reduce(np.logical_or, sets, self.entries.none())

    def set_of(self, docids):
        found = self.entries.none()
        found[list(docids)] = True
        return found

    # --- words ------------------------------------------------------------------------

    def forms(self, word, prefix):
        """Entries that have it in any form; documents without stems have the word itself."""
        having = lambda text: self.entries.having((prefix + text).encode())  # noqa: E731
        found = [having(word.word), *map(having, word.stems())]
        if word.parts:
            found.append(every([having(stem_of(part)) for part in word.parts]))
        return self.any_of(found)

    def expansion(self, start, prefix):
        """Words that begin so, the most frequent first."""
        words = self.entries.title_words() if prefix else self.entries.words()
        first = bisect_left(words, start.encode())
        words = list(takewhile(lambda word: word.startswith(start.encode()), words[first:]))
        frequency = self.entries.frequency
        words.sort(key=lambda word: (-frequency(prefix.encode() + word), word))
        if len(words) > PREFIX_WORDS_MAX:
            raise Cut
        return words

    def starts(self, node, prefix):
        return self.any_of(self.entries.having(prefix.encode() + word)
                           for word in self.expansion(node.word, prefix))

    def phrase(self, phrase, prefix, phrases):
        """By the text; one word alone is that word and no other form of it."""
        words = [word.parts or (word.word,) for word in phrase.words]
        if words == [(phrase.words[0].word,)]:
            return self.entries.having((prefix + phrase.words[0].word).encode())
        return self.set_of(phrases.find(words))

    # --- nodes ------------------------------------------------------------------------

    def group(self, node, meets):
        sets = [meets(child) for child in node.nodes]
        return every(sets) if node.kind == "and" else self.any_of(sets)

    def in_text(self, node):
        """Passages whose own text meets it."""
        if isinstance(node, Word):
            return self.forms(node, "Z")
        if isinstance(node, Prefix):
            return self.starts(node, "")
        if isinstance(node, Phrase):
            return self.phrase(node, "", self.texts.of_passages)
        return self.group(node, self.in_text)

    def in_title(self, node):
        """Heads of documents whose title meets it."""
        if isinstance(node, Word):
            return self.forms(node, "ZS") & self.entries.is_head
        if isinstance(node, Prefix):
            return self.starts(node, "S") & self.entries.is_head
        if isinstance(node, Phrase):
            return self.phrase(node, "S", self.texts.of_titles)
        return self.group(node, self.in_title)

    def in_document(self, node):
        """Heads of documents that meet it somewhere."""
        if isinstance(node, Word):
            return self.forms(node, "ZD")
        if isinstance(node, Group):
            return self.group(node, self.in_document)
        return self.newest(self.heads_of(self.in_text(node))) | self.in_title(node)

    def heads_of(self, found):
        return self.set_of(self.entries.head_of[found])

    def of_documents(self, heads):
        """All entries of them."""
        return heads[self.entries.head_of]

    # --- filters ----------------------------------------------------------------------

    def value_meets(self, one):
        if one.name == "title":
            return every([self.of_documents(self.in_title(node)) for node in one.values])
        if one.is_exact:
            test = lambda value: value in one.values  # noqa: E731
        elif one.name == "year":
            test = lambda value: value and any(  # noqa: E731
                low <= value <= high for low, high in one.values)
        elif one.name == "conference":
            test = lambda value: all(  # noqa: E731
                self.name_has(value, words) for words in one.values)
        else:
            test = lambda value: value in one.values  # noqa: E731
        return self.entries.slots[one.name].meeting(test)

    @staticmethod
    def name_has(name, words):
        """One word in any form."""
        return stem_of(words) in {stem_of(word) for word in words_of(name)}

    def decided(self, values):
        """By points with a decision of their own too."""
        codes = [code for value in values for code in (POLICY if value == "policy" else [value])]
        return self.any_of(self.entries.having(b"XD" + code.encode()) for code in codes)

    def kept_by(self, filters, found):
        """Those of the entries that all the filters let through."""
        for one in filters:
            is_by_term = one.name == "decision" and not one.is_exact
            meets = self.decided(one.values) if is_by_term else self.value_meets(one)
            found = found & (~meets if one.is_not else meets)
        return found

    # --- tiers ------------------------------------------------------------------------

    def newest(self, heads):
        """Only by date, and elsewhere, there is a bound."""
        if heads.sum() > DOCUMENTS_MAX and not self.is_by_relevance:
            raise Cut
        return heads

    @staticmethod
    def meets_at_once(node):
        """Only by one passage, or by the title? A compound's parts may stand apart."""
        if isinstance(node, Word):
            return not node.parts
        if isinstance(node, Group):
            return node.kind == "or" and all(map(Matching.meets_at_once, node.nodes))
        return True

    def all_in_title(self, query):
        return every([self.in_title(unit) for unit in query.units])

    def all_in_document(self, query):
        if len(query.units) == 1 and self.meets_at_once(query.units[0]):
            return self.all_in_title(query)
        return every([self.in_document(unit) for unit in query.units])

    def title_only(self, query, heads, any_text):
        """First passages of documents none of whose passages has a word."""
        if any(one.name == "clause" and not one.is_not for one in query.filters):
            return self.entries.none()
        if len(query.units) > 1 and all(map(self.meets_at_once, query.units)):
            heads = heads & self.all_in_title(query)
        heads = heads & ~self.heads_of(any_text)
        return self.of_documents(heads) & (self.entries.ordinals == 1)

    def document_tier(self, query, heads, all_text, any_text):
        filters = [one for one in query.filters
                   if one.name not in ("clause", "decision") and not one.is_not]
        heads = self.newest(self.kept_by(filters, heads))
        found = self.entries.none()
        if len(query.units) > 1:
            found = self.of_documents(heads) & any_text & ~all_text
        titles = self.title_only(query, heads, any_text)
        return Tier("document", found | titles, titles)

    def telling(self, query):
        """Of many words those by which documents are ranked."""
        if len(query.units) <= UNITS_MAX or not all(isinstance(one, Word) for one in query.units):
            return query.units
        chosen = self.units_that_rank(query)
        return [one for one in query.units if any(unit.is_same(one) for unit in chosen)]

    def loose_tier(self, name, query, better):
        found = self.entries.none()
        for unit in self.telling(query):
            found |= self.in_text(unit) | self.of_documents(self.in_title(unit))
        return Tier(name, found & self.entries.is_passage & ~better, self.entries.none())

    def unfiltered_tiers(self, query, unwanted):
        """Which tiers are shown, whatever the filters."""
        texts = [self.in_text(unit) for unit in query.units]
        all_text, any_text = every(texts), self.any_of(texts)
        none = self.entries.none()
        if query.matches_any:
            return [self.loose_tier("any", query, none)]
        tiers = []
        if (all_text & ~unwanted).any():
            tiers.append(Tier("passage", all_text, none))
        if (all_text & ~unwanted).sum() >= ENOUGH:
            return tiers
        heads = self.all_in_document(query)
        if heads.any():
            tiers.append(self.document_tier(query, heads, all_text, any_text))
        enough = DOCUMENTS_ENOUGH if query.is_by_relevance else 1
        documents = heads.sum() or (all_text & ~unwanted).sum() or (query.meeting is not None)
        if len(query.units) > 1 and documents < enough:
            better = self.any_of(tier.found & ~unwanted for tier in tiers)
            tiers.append(self.loose_tier("partial", query, better))
        return tiers

    def tiers(self, query):
        """The tiers with their matches, filters applied; and how many passages the filter on
        decisions alone hid, no decision being stated."""
        self.is_by_relevance = query.is_by_relevance
        unwanted = self.any_of(self.in_text(node) for node in query.excluded)
        hidden = self.entries.none()
        decisions = [one for one in query.filters if one.name == "decision" and not one.is_not]
        others = [one for one in query.filters if one not in decisions]
        tiers = self.unfiltered_tiers(query, unwanted)
        for tier in tiers:
            unhidden = self.kept_by(others, tier.found & ~unwanted)
            tier.found = self.kept_by(decisions, unhidden)
            if tier.name != "partial":
                hidden |= unhidden & self.decided(["unknown"]) & ~tier.found
        if query.meeting is not None:
            met = self.kept_by(query.filters, query.meeting)
            tiers.insert(0, Tier("conference", met, self.entries.none()))
        return tiers, int(hidden.sum()) if decisions else 0
