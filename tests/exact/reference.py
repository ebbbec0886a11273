"""reference.py - the whole answer to a query, by looking at everything."""
from collections import Counter
from dataclasses import dataclass, field

from entries import SLOTS
from matching import Matching
from scoring import Scoring

GROUP_PASSAGES = 3


@dataclass
class Hit:
    tier: str
    docid: int
    score: float
    more: int = 0


@dataclass
class Answer:
    tiers: dict = field(default_factory=dict)  # totals by name
    hits: list = field(default_factory=list)   # those of the page
    scores: list = field(default_factory=list)  # by place of each: of all that might stand there
    facets: dict = field(default_factory=dict)
    hidden: int = 0
    title_only: set = field(default_factory=set)


class Reference:
    def __init__(self, entries, texts):
        self.entries = entries
        self.matching = Matching(entries, texts)
        self.scoring = Scoring(entries, self.matching)
        self.matching.units_that_rank = self.scoring.units

    def facets(self, found, titles):
        """Documents by value; one that is shown for its title has no clause."""
        counts = {name: Counter() for name in SLOTS}
        for name in SLOTS:
            seen = {(self.entries.values[docid][name], self.entries.ids[docid])
                    for docid in (found - titles if name == "clause" else found)}
            counts[name].update(value.decode() for value, _ in seen if value)
        return {name: dict(values) for name, values in counts.items()}

    def passages(self, tier, documents, totals):
        order = sorted(totals, key=lambda docid: (-totals[docid], docid))
        return [[Hit(tier.name, docid, totals[docid])] for docid in order]

    def groups(self, query, tier, documents, totals):
        """A list of hits for each document, the best first."""
        groups = {head: [] for head in
                  sorted(documents, key=lambda head: (-documents[head], head))}
        for hit, in self.passages(tier, documents, totals):
            groups[self.entries.head_of[hit.docid]].append(hit)
        shown = 1 if query.only_ids else GROUP_PASSAGES
        for hits in groups.values():
            for hit in hits:
                hit.more = max(len(hits) - shown, 0)
        return [hits[:shown] for hits in groups.values()]

    def answer(self, query):
        answer, listed, met, pages = Answer(), set(), set(), []
        tiers, answer.hidden = self.matching.tiers(query)
        for tier in tiers:
            met |= tier.found
            answer.title_only |= tier.titles
            found = {docid for docid in tier.found
                     if not (query.is_grouped and self.entries.head_of[docid] in listed)}
            documents, totals = self.scoring.rank(query, found)
            if query.is_grouped:
                rows = self.groups(query, tier, documents, totals)
                listed |= documents.keys()
            else:
                rows = self.passages(tier, documents, totals)
            answer.tiers[tier.name] = len(rows)
            for row in rows:
                pages.append((row, documents, totals))
        for row, documents, totals in pages[query.first:query.first + query.count]:
            for hit in row:
                answer.hits.append(hit)
                answer.scores.append((documents, totals))
        answer.facets = self.facets(met, answer.title_only)
        return answer
