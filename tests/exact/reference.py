"""reference.py - the whole answer to a query, by looking at everything."""
from dataclasses import dataclass, field

import numpy as np

from entries import SLOTS
from known import Acronyms, Meetings
from matching import Matching
from scoring import Scoring, best_first

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
    title_only: object = None


class Reference:
    def __init__(self, entries, texts):
        self.entries = entries
        self.matching = Matching(entries, texts)
        self.scoring = Scoring(entries, self.matching)
        self.matching.units_that_rank = self.scoring.units
        self.acronyms, self.meetings = Acronyms(entries), Meetings(entries)

    def understood(self, query):
        """With what the index knows of its words."""
        return self.meetings.add(self.acronyms.add(query))

    def facets(self, found, titles):
        """Documents by value; one that is shown for its title has no clause."""
        facets = {}
        for name in SLOTS:
            slot, docids = self.entries.slots[name], np.flatnonzero(
                found & ~titles if name == "clause" else found)
            pairs = np.unique(slot.codes[docids] * self.entries.size + self.entries.head_of[docids])
            codes, counts = np.unique(pairs // self.entries.size, return_counts=True)
            facets[name] = {slot.texts[code].decode(): int(count)
                            for code, count in zip(codes, counts) if code}
        return facets

    # --- the rows of a tier: how many, and those that are asked for, lists of hits ----

    def meeting_rows(self, tier, found, first, last):
        """The newest first, those without a date behind."""
        dates = self.entries.slots["date"]
        order = sorted(map(int, np.flatnonzero(found)),
                       key=lambda head: dates.texts[dates.codes[head]], reverse=True)
        return len(order), [[Hit(tier.name, head, 0.0)] for head in order[first:last]]

    @staticmethod
    def passage_rows(tier, totals, first, last):
        order = best_first(totals)
        return len(order), [[Hit(tier.name, int(docid), totals[docid])]
                            for docid in order[first:last]]

    def group_rows(self, query, tier, documents, totals, first, last):
        """A list of hits for each document, the best first."""
        order, rows = best_first(documents), []
        shown = 1 if query.only_ids else GROUP_PASSAGES
        for head in order[first:last]:
            docids = self.entries.entries_of(head)
            docids = docids[~np.isnan(totals[docids])]
            docids = docids[np.argsort(-totals[docids], kind="stable")]
            rows.append([Hit(tier.name, int(docid), totals[docid], max(len(docids) - shown, 0))
                         for docid in docids[:shown]])
        return len(order), rows

    def rows(self, query, tier, found, first, last):
        """And the scores that decided."""
        if tier.name == "conference":
            nothing = np.full(self.entries.size, np.nan)
            return *self.meeting_rows(tier, found, first, last), (nothing, nothing)
        documents, totals = self.scoring.rank(query, found)
        if query.is_grouped:
            count, rows = self.group_rows(query, tier, documents, totals, first, last)
        else:
            count, rows = self.passage_rows(tier, totals, first, last)
        return count, rows, (documents, totals)

    def answer(self, query):
        """Of a query that is understood."""
        answer, offset = Answer(), 0
        met, answer.title_only, listed = (self.entries.none() for _ in range(3))
        tiers, answer.hidden = self.matching.tiers(query)
        for tier in tiers:
            met |= tier.found
            answer.title_only |= tier.titles
            found = tier.found & ~listed[self.entries.head_of]
            first, last = (max(place - offset, 0)
                           for place in (query.first, query.first + query.count))
            count, rows, scores = self.rows(query, tier, found, first, last)
            answer.tiers[tier.name] = count
            offset += count
            if query.is_grouped:
                listed |= self.matching.heads_of(found)
            answer.hits += [hit for row in rows for hit in row]
            answer.scores += [scores] * sum(map(len, rows))
        answer.facets = self.facets(met, answer.title_only)
        return answer
