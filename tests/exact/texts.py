"""texts.py - what passages and titles say, as words one after the other; phrases are looked for in
all of them at once."""
import re
import unicodedata

import numpy as np

APOSTROPHES = re.compile(r"['’ʼ\u00ad]")
WORDS = re.compile(r"[^\W_]+")


def words_of(text):
    """As a reader would count them: apostrophes close up, hyphens do not."""
    folded = text.casefold()
    if not folded.isascii():
        folded = unicodedata.normalize("NFKD", folded)
        folded = "".join(one for one in folded if not unicodedata.combining(one))
    return WORDS.findall(APOSTROPHES.sub("", folded))


class Haystack:
    """`texts` are (docid, text), in any order."""

    def __init__(self, texts):
        parts, self.docids, self.starts, at = [], [], [], 0
        for docid, text in texts:
            parts.append(" " + " ".join(words_of(text)) + " \n")
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
        self.of_passages, self.of_titles = Haystack(self.passages.items()), Haystack(titles)
