"""Questions of each class, drawn from the passages themselves; the same passages and seed give the
same ones. Words are letters only, so that every engine reads them alike."""
import collections
import random
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SEED = 20240229
RARE_MAX = 20 # passages that have the word
COMMON_SHARE = 50 # a common word is in one passage of so many, at least
WORD = re.compile(r"(?<![\w'’.-])[a-z]{2,}(?![\w'’-])")
PAIR = re.compile(r"(?<![\w'’.-])([a-z]{4,}) ([a-z]{4,})(?![\w'’-])")
# class: (heading, operation of engine.h)
CLASSES = {"rare": ("rare word", "any"), "common": ("common word", "any"),
           "or": ("two words OR", "any"), "and": ("two words AND", "all"),
           "phrase": ("phrase", "phrase"), "question": ("question of 4-8 words", "any"),
           "prefix": ("prefix", "prefix"), "draft": ("100-300-word draft", "any")}


def stop_words():
    """Those of the program itself, so that every engine leaves out the same."""
    source = (ROOT / "core" / "stop_words.c").read_text(encoding="utf-8")
    return frozenset(re.findall(r'"([a-z]+)"', source.partition("stop_words[] = {")[2].partition("};")[0]))


class Query:
    def __init__(self, kind, words):
        self.kind, self.words = kind, words
        self.operation = CLASSES[kind][1]

    def line(self, stop=frozenset()):
        """As engine.h has it, without the words of `stop` unless there are no others."""
        kept = [word for word in self.words if word not in stop] or self.words
        return f"{self.operation}\t{' '.join(kept)}\n"


class Collection:
    def __init__(self, passages):
        self.stop = stop_words()
        with open(passages, encoding="utf-8") as lines:
            rows = [line.rstrip("\n").split("\t", 1) for line in lines]
        self.motions = [row[0].rpartition("#")[0] for row in rows]
        self.texts = [row[1].lower() for row in rows]
        self.counts = collections.Counter()
        for text in self.texts:
            self.counts.update(set(WORD.findall(text)))

    def plain(self, text):
        return [word for word in WORD.findall(text) if len(word) > 3 and word not in self.stop]

    def draw(self, kind, count, seed=SEED):
        """`count` different questions; fewer where the passages do not have so many."""
        dice = random.Random(f"{seed} {kind}")
        made = {}
        for _ in range(count * 2000):
            if len(made) == count:
                break
            words = getattr(self, "_" + kind)(dice)
            if words:
                made.setdefault(tuple(words))
        return [Query(kind, list(words)) for words in made]

    def _some(self, dice):
        return self.texts[dice.randrange(len(self.texts))]

    def _one(self, dice, least, most):
        words = [word for word in self.plain(self._some(dice)) if least <= self.counts[word] <= most]
        return [dice.choice(words)] if words else None

    def _rare(self, dice):
        return self._one(dice, 1, RARE_MAX)

    def _common(self, dice):
        return self._one(dice, len(self.texts) / COMMON_SHARE, len(self.texts))

    def _or(self, dice):
        words = self.plain(self._some(dice))
        at = dice.randrange(max(1, len(words) - 1))
        pair = words[at:at + 2]
        return pair if len(set(pair)) == 2 else None

    _and = _or

    def _phrase(self, dice):
        pairs = [pair for pair in PAIR.findall(self._some(dice)) if not self.stop & set(pair)]
        return dice.choice(pairs) if pairs else None

    def _question(self, dice):
        words = WORD.findall(self._some(dice))
        size = dice.randint(4, 8)
        at = dice.randrange(max(1, len(words) - size + 1))
        words = words[at:at + size]
        return words if len(words) == size and len(set(words) - self.stop) > 1 else None

    def _prefix(self, dice):
        words = [word for word in self.plain(self._some(dice)) if len(word) > 6]
        return [dice.choice(words)[:dice.randint(4, 6)]] if words else None

    def _draft(self, dice):
        """Passages of one motion, one after the other."""
        at = dice.randrange(len(self.texts))
        size, motion, words = dice.randint(100, 300), self.motions[at], []
        while at < len(self.texts) and self.motions[at] == motion and len(words) < size:
            words += WORD.findall(self.texts[at])
            at += 1
        return words[:size] if len(words) >= 100 else None
