"""matching.py - which entries match a query, and in which tier, by looking at all of them."""
import re
import unicodedata
from dataclasses import dataclass

from query import Group, Phrase, Prefix, Word, stem_of

PREFIX_WORDS_MAX = 200
ENOUGH = 100         # hits in passages that make the next tier needless
DOCUMENTS_MAX = 1000   # that the second tier looks at, by date
DOCUMENTS_ENOUGH = 10  # with all the words: no others are shown
UNITS_MAX = 32         # of many words, those by which documents are ranked
POLICY = ("carried", "carried_amended", "carried_part")


class Cut(Exception):
    """A bound was met; totals are no longer exact, and polsearch says so."""


def words_of(text):
    """As a reader would count them: apostrophes close up, hyphens do not."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    folded = "".join(character for character in folded if not unicodedata.combining(character))
    return re.findall(r"[^\W_]+", re.sub(r"['’ʼ\u00ad]", "", folded))


@dataclass
class Tier:
    """`found` are docids, of heads where the hits are documents; `titles` those of passages that
    stand for a document the title of which alone matches."""
    name: str
    found: set
    titles: frozenset = frozenset()


class Matching:
    """`texts` gives the text of a passage by its docid."""

    def __init__(self, entries, texts):
        self.entries, self.texts = entries, texts
        self.passages = frozenset(entries.length) - entries.heads
        self._all_words = {}
        self.is_by_relevance = True

    # --- words ------------------------------------------------------------------------

    def forms(self, word, prefix):
        """Entries that have it in any form; documents without stems have the word itself."""
        found = set(self.entries.having((prefix + word.word).encode()))
        for stem in word.stems():
            found |= self.entries.having((prefix + stem).encode())
        if word.parts:
            found |= frozenset.intersection(
                *(self.entries.having((prefix + stem_of(part)).encode()) for part in word.parts))
        return found

    def expansion(self, start, prefix):
        """Words that begin so, the most frequent first."""
        words = [term for term in (self.entries.title_words() if prefix else self.entries.words())
                 if term.startswith(start.encode())]
        frequency = self.entries.frequency
        words.sort(key=lambda word: (-frequency(prefix.encode() + word), word))
        if len(words) > PREFIX_WORDS_MAX:
            raise Cut
        return words

    def starts(self, node, prefix):
        found = set()
        for word in self.expansion(node.word, prefix):
            found |= self.entries.having(prefix.encode() + word)
        return found

    def atoms(self, phrase):
        return [atom for word in phrase.words for atom in (word.parts or (word.word,))]

    def phrase_in_text(self, phrase):
        """By the text; one word alone is that word and no other form of it."""
        atoms = self.atoms(phrase)
        if len(phrase.words) == 1 and not phrase.words[0].parts:
            return set(self.entries.having(atoms[0].encode()))
        wanted = " " + " ".join(atoms) + " "
        return {docid for docid in self.passages if wanted in self.words_in(docid)}

    def words_in(self, docid):
        if docid not in self._all_words:
            self._all_words[docid] = " " + " ".join(words_of(self.texts(docid))) + " "
        return self._all_words[docid]

    def phrase_in_title(self, phrase):
        terms = [("S" + atom).encode() for atom in self.atoms(phrase)]
        heads = frozenset.intersection(*(self.entries.having(term) for term in terms))
        return {head for head in heads if self.entries.stand_together(head, terms)}

    # --- nodes ------------------------------------------------------------------------

    def group(self, node, meets):
        sets = [meets(child) for child in node.nodes]
        return set.intersection(*sets) if node.kind == "and" else set.union(*sets)

    def in_text(self, node):
        """Passages whose own text meets it."""
        if isinstance(node, Word):
            return self.forms(node, "Z")
        if isinstance(node, Prefix):
            return self.starts(node, "")
        if isinstance(node, Phrase):
            return self.phrase_in_text(node)
        return self.group(node, self.in_text)

    def in_title(self, node):
        """Heads of documents whose title meets it."""
        if isinstance(node, Word):
            return self.forms(node, "ZS") & self.entries.heads
        if isinstance(node, Prefix):
            return self.starts(node, "S") & self.entries.heads
        if isinstance(node, Phrase):
            return self.phrase_in_title(node)
        return self.group(node, self.in_title)

    def in_document(self, node):
        """Heads of documents that meet it somewhere."""
        if isinstance(node, Word):
            return self.forms(node, "ZD")
        if isinstance(node, Group):
            return self.group(node, self.in_document)
        heads = {self.entries.head_of[docid] for docid in self.in_text(node)}
        return self.newest(heads) | self.in_title(node)

    def of_documents(self, heads):
        return {docid for head in heads for docid in self.entries.entries_of[head]}

    # --- filters ----------------------------------------------------------------------

    def value_meets(self, one, docid):
        value = self.entries.values[docid][one.name].decode()
        if one.is_exact:
            return value in one.values
        if one.name == "year":
            return any(value and low <= value <= high for low, high in one.values)
        if one.name == "conference":
            return all(self.name_has(value, words) for words in one.values)
        return value in one.values

    @staticmethod
    def name_has(name, words):
        """One word in any form."""
        return stem_of(words) in {stem_of(word) for word in words_of(name)}

    def decided(self, values):
        """By points with a decision of their own too."""
        codes = [code for value in values for code in (POLICY if value == "policy" else [value])]
        return set().union(*(self.entries.having(b"XD" + code.encode()) for code in codes))

    def kept_by(self, filters, docids):
        """Those of the entries that all the filters let through."""
        for one in filters:
            if one.name == "decision" and not one.is_exact:
                meets = docids & self.decided(one.values)
            else:
                meets = {docid for docid in docids if self.value_meets(one, docid)}
            docids = docids - meets if one.is_not else meets
        return docids

    # --- tiers ------------------------------------------------------------------------

    def newest(self, heads):
        """Only by date, and elsewhere, there is a bound."""
        if len(heads) > DOCUMENTS_MAX and not self.is_by_relevance:
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
        return set.intersection(*(self.in_title(unit) for unit in query.units))

    def all_in_document(self, query):
        if len(query.units) == 1 and self.meets_at_once(query.units[0]):
            return self.all_in_title(query)
        return set.intersection(*(self.in_document(unit) for unit in query.units))

    def title_only(self, query, heads, any_text):
        """First passages of documents none of whose passages has a word."""
        if any(one.name == "clause" and not one.is_not for one in query.filters):
            return frozenset()
        if len(query.units) > 1 and all(map(self.meets_at_once, query.units)):
            heads = heads & self.all_in_title(query)
        with_text = {self.entries.head_of[docid] for docid in any_text}
        return frozenset(docid for head in heads - with_text
                         for docid in self.entries.entries_of[head]
                         if self.entries.ordinals[docid] == 1)

    def document_tier(self, query, heads, all_text, any_text):
        filters = [one for one in query.filters
                   if one.name not in ("clause", "decision") and not one.is_not]
        heads = self.newest(self.kept_by(filters, heads))
        found = set()
        if len(query.units) > 1:
            found = (self.of_documents(heads) & any_text) - all_text
        titles = self.title_only(query, heads, any_text)
        return Tier("document", found | titles, titles)

    def telling(self, query):
        """Of many words those by which documents are ranked."""
        if len(query.units) <= UNITS_MAX or not all(isinstance(one, Word) for one in query.units):
            return query.units
        chosen = self.units_that_rank(query)
        return [one for one in query.units if any(unit.is_same(one) for unit in chosen)]

    def loose_tier(self, name, query, better=frozenset()):
        found = set()
        for unit in self.telling(query):
            found |= self.in_text(unit) | self.of_documents(self.in_title(unit))
        return Tier(name, (found & self.passages) - better)

    def unfiltered_tiers(self, query):
        """Which tiers are shown, whatever the filters."""
        texts = [self.in_text(unit) for unit in query.units]
        all_text, any_text = set.intersection(*texts), set.union(*texts)
        if query.matches_any:
            return [self.loose_tier("any", query)]
        tiers, unwanted = [], self.unwanted(query)
        if all_text - unwanted:
            tiers.append(Tier("passage", all_text))
        if len(all_text - unwanted) >= ENOUGH:
            return tiers
        heads = self.all_in_document(query)
        if heads:
            tiers.append(self.document_tier(query, heads, all_text, any_text))
        few = DOCUMENTS_ENOUGH if query.is_by_relevance else 1
        if len(query.units) > 1 and len(heads) < few:
            better = set().union(*(tier.found - unwanted for tier in tiers))
            tiers.append(self.loose_tier("partial", query, better))
        return tiers

    def unwanted(self, query):
        return set().union(*(self.in_text(node) for node in query.excluded))

    def tiers(self, query):
        """The tiers with their matches, filters applied; and how many passages the filter on
        decisions alone hid, no decision being stated."""
        self.is_by_relevance = query.is_by_relevance
        unwanted, hidden = self.unwanted(query), set()
        decisions = [one for one in query.filters if one.name == "decision" and not one.is_not]
        others = [one for one in query.filters if one not in decisions]
        tiers = self.unfiltered_tiers(query)
        for tier in tiers:
            unhidden = self.kept_by(others, tier.found - unwanted)
            tier.found = self.kept_by(decisions, unhidden)
            if tier.name != "partial":
                hidden |= (unhidden & self.decided(["unknown"])) - tier.found
        return tiers, len(hidden) if decisions else 0
