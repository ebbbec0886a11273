"""scoring.py - scores by the formulas of search/local/score.h, units.h, pairs.h, feedback.h and local.h,
of all documents and passages at once. Scores are arrays by docid; what is not scored is NaN."""
import numpy as np

from entries import remember
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


def best_first(scores):
    """Docids of all that is scored, equals in their order."""
    docids = np.flatnonzero(~np.isnan(scores))
    return docids[np.argsort(-scores[docids], kind="stable")]


class Unit:
    def __init__(self, word):
        self.word, self.repeats, self.rarity = word, 0, 0.0

    @property
    def factor(self):
        return getattr(self.word, "share", 0) or self.repeats ** 0.7

    def is_same(self, word):
        if isinstance(word, Prefix) or isinstance(self.word, Prefix):
            return (isinstance(word, Prefix) and isinstance(self.word, Prefix) and
                    word.word == self.word.word)
        return word.is_same(self.word)


class Scoring:
    def __init__(self, entries, matching):
        self.entries, self.matching = entries, matching
        self.documents = len(entries.heads)
        averages = np.where(entries.is_head, entries.document_average, entries.average)
        self.norms = np.log2(1 + averages / np.maximum(entries.length, 1))
        remember(self, stems_weigh=200, frequencies=100000)

    # --- the formula ------------------------------------------------------------------

    def rarity(self, having):
        return np.log2((self.documents + 1) / (min(having, self.documents) + 0.5))

    def gain(self, having, occurrences):
        return (occurrences + 1) / having * self.rarity(having) if having else 0.0

    def frequencies(self, stems):
        terms = [b"ZD" + stem.encode() for stem in stems]
        return (sum(map(self.entries.frequency, terms)), sum(map(self.entries.occurrences, terms)))

    def weigh(self, gain, counts):
        x = counts * self.norms
        return gain * x / (x + 1)

    # --- words: what they weigh in heads and in passages ------------------------------

    def stems_weigh(self, stems, are_heads):
        counts = np.zeros(self.entries.size)
        for stem in stems:
            for prefix in (b"ZD",) if are_heads else (b"Z", b"ZS"):
                self.entries.add_counts(prefix + stem.encode(), counts)
        return self.weigh(self.gain(*self.frequencies(stems)), counts)

    def prefix_weighs(self, prefix, are_heads):
        """As one word: of how many documents have each of them only the passages are known."""
        words = self.matching.expansion(prefix.word, "")
        having = sum(map(self.entries.frequency, words))
        counts = np.zeros(self.entries.size)
        for word in words:
            self.entries.add_counts(word, counts)
        if are_heads:
            counts = np.bincount(self.entries.head_of, counts, self.entries.size)
        return self.weigh(self.gain(min(having, self.documents), having), counts)

    def word_weighs(self, word, are_heads):
        if isinstance(word, Prefix):
            return self.prefix_weighs(word, are_heads)
        whole = self.stems_weigh(tuple(word.stems()), are_heads)
        if not word.parts:
            return whole
        return np.maximum(whole, sum(self.stems_weigh((stem_of(part),), are_heads)
                                     for part in word.parts if part not in STOP_WORDS))

    # --- units ------------------------------------------------------------------------

    def in_order(self, query):
        """The words that may weigh, the rare ones first, as they tell which form stands for all
        with its stem."""
        def passages(word):
            return (0 if isinstance(word, Prefix)
                    else self.entries.frequency(b"Z" + word.stem.encode()))
        words = [word for word in query.weighing()
                 if not isinstance(word, Prefix) or self.matching.expansion(word.word, "")]
        return sorted(words + query.added, key=passages)

    def units(self, query):
        units = []
        for word in self.in_order(query):
            unit = next((unit for unit in units if unit.is_same(word)), None)
            if unit and getattr(word, "share", 0):
                continue
            if not unit:
                unit = Unit(word)
                if isinstance(word, Word):
                    having = self.frequencies(tuple(word.stems()))[0]
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

    @staticmethod
    def best(scores, count):
        order = best_first(scores)
        if count < len(order) and is_near(*scores[order[count - 1:count + 1]]):
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
        docids = self.entries.entries_of(head)
        for prefix in ("", "S"):
            terms = [(prefix + word.word).encode() for word in (left, right)]
            both = self.entries.having(terms[0])[docids] & self.entries.having(terms[1])[docids]
            if any(self.entries.stand_together(docid, terms) for docid in docids[both]):
                return True
        return False

    def add_pairs(self, query, units, scores):
        pairs = self.pairs(query, units)
        best = self.best(scores, PAIR_DOCUMENTS) if pairs else ()
        for left, right in pairs:
            weights = sum(self.stems_weigh(tuple(word.stems()), True) for word in (left, right))
            for head in best:
                if weights[head] and self.stand_in(head, left, right):
                    scores[head] += PAIR_SCALE * weights[head]

    # --- feedback ---------------------------------------------------------------------

    def tells(self, stem, known, met):
        if len(stem.encode()) < STEM_MIN or stem in STOP_WORDS or any(map(str.isdigit, stem)):
            return False
        having = self.frequencies((stem,))[0]
        return having <= COMMON_SHARE * self.documents and (met > 1 or stem in known)

    def worths(self, units, scores, best):
        known, met = self.stems_of(units), {}
        for head in best:
            for stem, times in self.entries.stems_of(head):
                met.setdefault(stem, []).append((head, times))
        worths = {}
        for stem, places in met.items():
            if self.tells(stem, known, len(places)):
                xs = [(head, times * self.norms[head]) for head, times in places]
                worths[stem] = len(places) * self.gain(*self.frequencies((stem,))) * sum(
                    scores[head] / scores[best[0]] * x / (x + 1) for head, x in xs)
        return worths

    def add_feedback(self, units, scores):
        best = self.best(scores, FEEDBACK_DOCUMENTS)
        if len(units) < FEEDBACK_UNITS or not len(best) or not scores[best[0]] > 0:
            return
        worths = self.worths(units, scores, best)
        stems = sorted(worths, key=lambda stem: (-worths[stem], stem.encode()))
        if len(stems) > FEEDBACK_STEMS and is_near(*(worths[stem] for stem in
                                                     stems[FEEDBACK_STEMS - 1:FEEDBACK_STEMS + 1])):
            raise Unsure
        factor = FEEDBACK_SCALE * max(unit.factor for unit in units)
        for stem in stems[:FEEDBACK_STEMS]:
            scores += factor * worths[stem] / worths[stems[0]] * self.stems_weigh((stem,), True)

    # --- all of it --------------------------------------------------------------------

    def rank(self, query, found):
        """Scores of the documents of what was found, and of each of it."""
        units = self.units(query)
        documents = np.where(self.matching.heads_of(found), 0.0, np.nan)
        passages = np.where(found, 0.0, np.nan)
        for unit in units:
            documents += unit.factor * self.word_weighs(unit.word, True)
            passages += unit.factor * self.word_weighs(unit.word, False)
        if found.any():
            self.add_pairs(query, units, documents)
            self.add_feedback(units, documents)
        return documents, documents[self.entries.head_of] + PASSAGE_SHARE * passages
