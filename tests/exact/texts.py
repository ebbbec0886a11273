"""texts.py - what passages and titles say, as words one after the other; phrases are looked for in
all of them at once.

Hyphens are no difference, but a compound is whole in a phrase, closed up or word by word, or there
with its last word before others, or its first behind them (docs/query-language.md)."""
import re
import unicodedata
from itertools import product

import numpy as np

RUN_MAX = 4  # words of a compound that a phrase spells out
APOSTROPHES = re.compile(r"['´ʹʻʼ‘’‛„‟′\u00ad\ufffd](?=[^\W\d_])")
INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
# of 75.1 and P.18, which are one word each; "No.14" is two
POINTS = re.compile(r"(?<=\d)\.(?=\d)|(?<![^\W_])(\d*[^\W\d_])\.(?=\d)")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
POINT = "ǃ"  # a letter that no text has
WORDS = re.compile(r"[^\W_]+")
JOINED = re.compile(r"[^\W_]+(?:(?:(?<!\d)[-‐‑]|[-‐‑](?!\d))[^\W_]+)*")
LETTERS = str.maketrans({"æ": "ae", "ð": "d", "ø": "o", "þ": "th", "đ": "d", "ħ": "h", "ı": "i",
                         "ł": "l", "œ": "oe", "ŧ": "t"})


def folded(text):
    text = text.casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(one for one in text if not unicodedata.combining(one)).translate(LETTERS)
    text = INITIALS.sub(lambda found: found[0].replace(".", ""), APOSTROPHES.sub("", text))
    return POINTS.sub(lambda found: (found[1] or "") + POINT, THOUSANDS.sub("", text))


def words_of(text):
    """As a reader would count them: apostrophes close up, hyphens do not."""
    return WORDS.findall(folded(text))


def tokens_of(text):
    """The same, compounds as one, with hyphens."""
    return [re.sub("[‐‑]", "-", token) for token in JOINED.findall(folded(text))]


def goes_on(tokens, at, words, done):
    """Do the words from `done` on stand from the token `at` on?"""
    if done == len(words):
        return True
    if at == len(tokens):
        return False
    parts = tokens[at].split("-")
    if "".join(parts) == words[done] and goes_on(tokens, at + 1, words, done + 1):
        return True
    if len(parts) == 1:
        return False
    if (len(parts) <= RUN_MAX and words[done:done + len(parts)] == parts and
            goes_on(tokens, at + 1, words, done + len(parts))):
        return True
    return done == len(words) - 1 and parts[0] == words[done]


def stands(tokens, words):
    return any(goes_on(tokens, at, words, 0) or
               ("-" in token and token.rpartition("-")[2] == words[0] and
                goes_on(tokens, at + 1, words, 1))
               for at, token in enumerate(tokens))


class Haystack:
    """Words of many texts as one string."""

    def __init__(self, texts):
        parts, self.docids, self.starts, at = [], [], [], 0
        for docid, words in texts:
            parts.append(" " + " ".join(words) + " \n")
            self.docids.append(docid)
            self.starts.append(at)
            at += len(parts[-1])
        self.text = "".join(parts)

    def find(self, words):
        """Docids of the texts that hold the words in this order, nothing between."""
        wanted, places = " " + " ".join(words) + " ", []
        at = self.text.find(wanted)
        while at >= 0:
            places.append(at)
            at = self.text.find(wanted, at + 1)
        return {self.docids[place] for place in np.searchsorted(self.starts, places, "right") - 1}


class Phrases:
    """`texts` are (docid, text), in any order."""

    def __init__(self, texts):
        tokens = {docid: tokens_of(text) for docid, text in texts}
        self.compounded = {docid: found for docid, found in tokens.items()
                           if any("-" in token for token in found)}
        self.open = Haystack((docid, " ".join(found).replace("-", " ").split(" "))
                             for docid, found in tokens.items())
        self.closed = Haystack((docid, [token.replace("-", "") for token in found])
                               for docid, found in self.compounded.items())

    def find(self, words):
        """Docids where they stand; of a compound the parts are given."""
        found = set()
        for ways in product(*([parts, ["".join(parts)]] if len(parts) > 1 else [parts]
                              for parts in words)):
            way = [word for parts in ways for word in parts]
            found |= {docid for docid in self.open.find(way) | self.closed.find(way)
                      if docid not in self.compounded or stands(self.compounded[docid], way)}
        return found


class Texts:
    """Of an index, as the program shows its documents."""

    def __init__(self, asker, entries):
        self.passages, titles = {}, []
        for head in map(int, entries.heads):
            shown = asker.texts(entries.ids[head])
            titles.append((head, shown.title))
            for docid in map(int, entries.entries_of(head)):
                if docid != head:
                    self.passages[docid] = shown.texts[int(entries.ordinals[docid])]
        self.of_passages, self.of_titles = Phrases(self.passages.items()), Phrases(titles)
