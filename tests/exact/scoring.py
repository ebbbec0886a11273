"""scoring.py - scores by the formulas of search/score.h, units.h, pairs.h, feedback.h and local.h,
one document after the other."""
from math import log2

from query import STOP_WORDS, Prefix, Word, stem_of

UNITS_MAX = 32
PAIRS_MAX, GAP_MAX = 32, 3
PAIR_SCALE, PAIR_DOCUMENTS = 0.3, 24
FEEDBACK_SCALE, FEEDBACK_UNITS, FEEDBACK_DOCUMENTS, FEEDBACK_STEMS = 0.4, 8, 4, 10
COMMON_SHARE, STEM_MIN = 0.2, 3
PASSAGE_SHARE = 0.2
NEAR = 1e-11


class Unsure(Exception):
    """Two scores that rounding alone tells apart decide what is looked at."""


def is_near(left, right):
    return left != right and abs(left - right) <= NEAR * max(abs(left), abs(right))


class Unit:
    def __init__(self, word):
        self.word, self.repeats, self.rarity = word, 0, 0.0

    @property
    def factor(self):
        return self.repeats ** 0.7

    def is_same(self, word):
        if isinstance(word, Prefix) or isinstance(self.word, Prefix):
            return (isinstance(word, Prefix) and isinstance(self.word, Prefix) and
                    word.word == self.word.word)
        return word.is_same(self.word)


class Scoring:
    def __init__(self, entries, matching):
        self.entries, self.matching = entries, matching
        self.documents = len(entries.heads)

    # --- the formula ------------------------------------------------------------------

    def rarity(self, having):
        return log2((self.documents + 1) / (min(having, self.documents) + 0.5))

    def gain(self, having, occurrences):
        return (occurrences + 1) / having * self.rarity(having) if having else 0.0

    def norm(self, docid):
        average = (self.entries.document_average if docid in self.entries.heads
                   else self.entries.average)
        return log2(1 + average / max(self.entries.length[docid], 1))

    def frequencies(self, stems):
        terms = [b"ZD" + stem.encode() for stem in stems]
        return (sum(map(self.entries.frequency, terms)), sum(map(self.entries.occurrences, terms)))

    def weigh(self, gain, counts):
        """docid to weight, of docid to occurrences."""
        weights = {}
        for docid, times in counts.items():
            if times:
                x = times * self.norm(docid)
                weights[docid] = gain * x / (x + 1)
        return weights

    # --- words ------------------------------------------------------------------------

    def count(self, terms, among):
        counts = {}
        for term in terms:
            for docid, times in self.entries.counts(term):
                if docid in among:
                    counts[docid] = counts.get(docid, 0) + times
        return counts

    def stems_weigh(self, stems, among, are_heads):
        prefixes = (b"ZD",) if are_heads else (b"Z", b"ZS")
        terms = [prefix + stem.encode() for stem in stems for prefix in prefixes]
        return self.weigh(self.gain(*self.frequencies(stems)), self.count(terms, among))

    def prefix_weighs(self, prefix, among, are_heads):
        """As one word: of how many documents have each of them only the passages are known."""
        words = self.matching.expansion(prefix.word, "")
        having = sum(map(self.entries.frequency, words))
        counts = {}
        for word in words:
            for docid, times in self.entries.counts(word):
                docid = self.entries.head_of[docid] if are_heads else docid
                if docid in among:
                    counts[docid] = counts.get(docid, 0) + times
        return self.weigh(self.gain(min(having, self.documents), having), counts)

    def word_weighs(self, word, among, are_heads):
        if isinstance(word, Prefix):
            return self.prefix_weighs(word, among, are_heads)
        whole = self.stems_weigh(word.stems(), among, are_heads)
        if not word.parts:
            return whole
        parts = {}
        for part in word.parts:
            if part not in STOP_WORDS:
                add(parts, self.stems_weigh([stem_of(part)], among, are_heads))
        return {docid: max(whole.get(docid, 0), parts.get(docid, 0))
                for docid in whole.keys() | parts.keys()}

    # --- units ------------------------------------------------------------------------

    def in_order(self, query):
        """The words that may weigh, the rare ones first, as they tell which form stands for all
        with its stem."""
        def passages(word):
            return (0 if isinstance(word, Prefix)
                    else self.entries.frequency(b"Z" + word.stem.encode()))
        words = [word for word in query.weighing()
                 if not isinstance(word, Prefix) or self.matching.expansion(word.word, "")]
        return sorted(words, key=passages)

    def units(self, query):
        units = []
        for word in self.in_order(query):
            unit = next((unit for unit in units if unit.is_same(word)), None)
            if not unit:
                unit = Unit(word)
                if isinstance(word, Word):
                    having = self.frequencies(word.stems())[0]
                    unit.rarity = self.rarity(having)
                    if not having and not word.parts:
                        continue
                units.append(unit)
            unit.repeats += getattr(word, "repeats", 1)
        units.sort(key=lambda unit: -unit.factor * unit.rarity)
        if len(units) > UNITS_MAX:
            left, right = (unit.factor * unit.rarity
                           for unit in units[UNITS_MAX - 1:UNITS_MAX + 1])
            if is_near(left, right):
                raise Unsure
        return units[:UNITS_MAX]

    @staticmethod
    def stems_of(units):
        stems = set()
        for unit in units:
            if isinstance(unit.word, Word):
                stems.update(unit.word.stems())
                stems.update(map(stem_of, unit.word.parts))
        return stems

    # --- the best ---------------------------------------------------------------------

    @staticmethod
    def best(scores, count):
        order = sorted(scores, key=lambda docid: (-scores[docid], docid))
        if count < len(order) and is_near(scores[order[count - 1]], scores[order[count]]):
            raise Unsure
        return order[:count]

    # --- pairs ------------------------------------------------------------------------

    def pairs(self, query, units):
        """Words typed side by side, each pair once."""
        words, known = list(query.weighing()), self.stems_of(units)
        pairs, met, count = [], set(), 0
        for left, right in zip(words, words[1:]):
            if (not isinstance(left, Word) or not isinstance(right, Word) or left.is_stop or
                    right.is_stop or not 0 <= right.start - left.end <= GAP_MAX):
                continue
            count += 1
            if count > PAIRS_MAX:
                break
            if ((left.word, right.word) in met or left.stem == right.stem or
                    not {left.stem, right.stem} <= known):
                continue
            met.add((left.word, right.word))
            pairs.append((left, right))
        return pairs

    def stand_in(self, head, left, right):
        docids = self.entries.entries_of[head]
        text = [left.word.encode(), right.word.encode()]
        title = [b"S" + word for word in text]
        return (self.entries.stand_together(head, title) or
                any(self.entries.stand_together(docid, text) for docid in docids))

    def add_pairs(self, query, units, scores):
        pairs = self.pairs(query, units)
        best = set(self.best(scores, PAIR_DOCUMENTS)) if pairs else ()
        for left, right in pairs:
            weights = {}
            add(weights, self.stems_weigh(left.stems(), best, True))
            add(weights, self.stems_weigh(right.stems(), best, True))
            for head in best:
                if head in weights and self.stand_in(head, left, right):
                    scores[head] += PAIR_SCALE * weights[head]

    # --- feedback ---------------------------------------------------------------------

    def tells(self, stem, known, met):
        if len(stem.encode()) < STEM_MIN or stem in STOP_WORDS or any(map(str.isdigit, stem)):
            return False
        having = self.frequencies([stem])[0]
        return having <= COMMON_SHARE * self.documents and (met > 1 or stem in known)

    def worths(self, units, scores, best):
        known, met = self.stems_of(units), {}
        for head in best:
            for stem, times in self.entries.stems_of[head]:
                met.setdefault(stem, []).append((head, times))
        worths = {}
        for stem, places in met.items():
            if self.tells(stem, known, len(places)):
                weights = self.weigh(self.gain(*self.frequencies([stem])), dict(places))
                worths[stem] = len(places) * sum(scores[head] / scores[best[0]] * weight
                                                 for head, weight in weights.items())
        return worths

    def add_feedback(self, units, scores):
        best = self.best(scores, FEEDBACK_DOCUMENTS)
        if len(units) < FEEDBACK_UNITS or not best or not scores[best[0]] > 0:
            return
        worths = self.worths(units, scores, best)
        stems = sorted(worths, key=lambda stem: (-worths[stem], stem.encode()))
        if len(stems) > FEEDBACK_STEMS and is_near(*(worths[stem] for stem in
                                                     stems[FEEDBACK_STEMS - 1:FEEDBACK_STEMS + 1])):
            raise Unsure
        factor = FEEDBACK_SCALE * max(unit.factor for unit in units)
        for stem in stems[:FEEDBACK_STEMS]:
            weights = self.stems_weigh([stem], scores.keys(), True)
            add(scores, {head: factor * worths[stem] / worths[stems[0]] * weight
                         for head, weight in weights.items()})

    # --- all of it --------------------------------------------------------------------

    def rank(self, query, found):
        """Scores of the documents of what was found, and of each of it."""
        head_of = self.entries.head_of
        units = self.units(query)
        documents = {head_of[docid]: 0.0 for docid in found}
        passages = {docid: 0.0 for docid in found}
        for unit in units:
            for scores, are_heads in ((documents, True), (passages, False)):
                weights = self.word_weighs(unit.word, scores.keys(), are_heads)
                add(scores, {docid: unit.factor * weight for docid, weight in weights.items()})
        if documents:
            self.add_pairs(query, units, documents)
            self.add_feedback(units, documents)
        return documents, {docid: documents[head_of[docid]] + PASSAGE_SHARE * score
                           for docid, score in passages.items()}


def add(sums, more):
    for key, value in more.items():
        sums[key] = sums.get(key, 0.0) + value
