"""questions.py - random queries of every class, drawn from the passages that are searched."""
import re
from collections import defaultdict

from asked import ABOUT, ASKED, ASKED_FOR, DOING, HAPPENING, HELPING, OPENING
from known import NOUNS, read_abbreviations
from query import STOP_WORDS, Filter, Group, Query, Typing, merged, top_of
from texts import words_of
from written import FIGURES, NAMES, WORDS, figures

PLAIN = re.compile(r"[a-z]{2,20}")
COMPOUND = re.compile(r"[a-z]{2,12}(-[a-z]{2,12}){0,3}")
WORD = re.compile(r"[a-z0-9'’]+(?:-[a-z0-9]+)*")
NUMBERED = "motion motions composite amendment emergency statement rule item".split()
KINDS = ("rare", "common", "two", "two_any", "question", "question_any", "eight", "eight_any",
         "long", "long_any", "many_any", "phrase", "phrase_word", "phrase_any", "prefix",
         "prefix_word", "prefix_any", "without", "either", "either_word", "compound",
         "compound_word", "repeated", "stop", "filtered", "filtered_words", "filtered_any",
         "filtered_phrase", "title", "acronym", "acronym_word", "acronym_any", "spelling",
         "spelling_word", "meeting", "meeting_any", "number", "number_word", "number_any", "joined",
         "joined_word", "asked", "unknown")


class Questions:
    def __init__(self, entries, texts, random):
        self.entries, self.random = entries, random
        passages = [WORD.findall(text.lower()) for _, text in sorted(texts.passages.items())]
        self.passages = [words for words in passages if len(words) > 8]
        self.compounds = sorted({word for words in passages for word in words
                                 if "-" in word and COMPOUND.fullmatch(word)})
        plain = [word.decode() for word in entries.words() if PLAIN.fullmatch(word.decode())]
        plain = [word for word in plain if word not in STOP_WORDS]
        plain.sort(key=lambda word: (entries.frequency(word.encode()), word))
        self.rare, self.common = plain[:len(plain) // 2], plain[-max(len(plain) // 50, 20):]
        self.heads, self.titles = list(map(int, entries.heads)), self.read_titles()
        self.values = {name: sorted(text.decode() for text in entries.slots[name].texts if text)
                       for name in ("year", "decision", "conference", "kind", "clause")}
        self.acronyms, self.numbers, self.halves = (
            self.read_acronyms(), self.read_numbers(), self.read_halves())

    # --- words ------------------------------------------------------------------------

    def run(self, size, has_stops=True):
        """Words that stand one after the other; without stop words, in the same order."""
        for _ in range(1000):
            words = [word for word in self.random.choice(self.passages) if PLAIN.fullmatch(word)]
            if not has_stops:
                words = [word for word in words if word not in STOP_WORDS]
            if len(words) >= size:
                start = self.random.randrange(len(words) - size + 1)
                return words[start:start + size]
        return self.random.sample(self.common, min(size, len(self.common)))

    def content(self, size):
        """Different words, some of them side by side, no stop words."""
        words = []
        for _ in range(10 * size):  # there may be fewer
            words += [word for word in self.run(2, has_stops=False) if word not in words]
        return words[:size]

    def adjacent(self, size):
        """The same, with nothing between them in the text; there may be compounds among them."""
        for _ in range(1000):
            words = self.random.choice(self.passages)
            start = self.random.randrange(max(len(words) - size, 1))
            run = words[start:start + size]
            if len(run) == size and all(map(COMPOUND.fullmatch, run)):
                return run
        return self.run(size)

    def word(self):
        return self.run(1, has_stops=False)[0]

    def some(self, low, high):
        return self.random.randint(low, high)

    # --- classes ----------------------------------------------------------------------

    def put_words(self, typing, words):
        """Now and then with more space between than two words that stand side by side have."""
        nodes = []
        for word in words:
            typing.space(self.random.choice((" ", " ", " ", ", ", "      ")))
            nodes.append(typing.word(word))
        return nodes

    def nodes(self, kind, typing):
        put = lambda words: self.put_words(typing, words)  # noqa: E731
        if kind == "rare":
            return put([self.random.choice(self.rare)])
        if kind == "common":
            return put([self.random.choice(self.common)])
        if kind in ("two", "filtered_words"):
            return put(self.run(2, has_stops=False) if self.random.random() < .5
                       else [self.word(), self.word()])
        if kind == "question":
            return put(self.run(self.some(4, 8)))
        if kind == "eight":  # as few as feedback takes, or one fewer
            return put(self.content(self.some(7, 9)))
        if kind == "many":  # as many as count, or more
            return put(self.content(self.some(30, 40)))
        if kind == "long":
            return put(self.run(self.some(20, 60)))
        if kind == "phrase":
            return [typing.phrase(self.adjacent(self.some(1, 4)))]
        if kind == "phrase_word":
            return [typing.phrase(self.adjacent(self.some(2, 3))), *put([self.word()])]
        if kind in ("prefix", "prefix_word"):
            word = self.word()
            start = typing.prefix(word[:max(2, len(word) - self.some(1, 4))])
            return [start, *put([self.word()] if kind == "prefix_word" else [])]
        if kind in ("either", "either_word"):
            return self.either(typing, put([self.word()]) if kind == "either_word" else [])
        if kind in ("compound", "compound_word"):
            return put([self.random.choice(self.compounds or self.common),
                        *([self.word()] if kind == "compound_word" else [])])
        if kind == "repeated":
            words = self.run(self.some(2, 4), has_stops=False)
            return put(words + self.random.choices(words, k=self.some(1, 4)))
        if kind == "stop":
            return put(self.random.sample(sorted(STOP_WORDS), self.some(1, 3)))
        if kind == "title":
            return put(self.title())
        if kind in ("acronym", "acronym_word"):
            return put([self.acronym(), *([self.word()] if kind == "acronym_word" else [])])
        if kind in ("spelling", "spelling_word"):
            return put([*self.spelling(), *([self.word()] if kind == "spelling_word" else [])])
        if kind == "meeting":
            return put(self.meeting())
        if kind in ("number", "number_word"):
            return [*self.number(typing), *put([self.word()] if kind == "number_word" else [])]
        if kind == "asked":
            return put([*self.beginning(), *self.run(self.some(1, 3))])
        if kind in ("joined", "joined_word"):
            return put([*self.joined(), *([self.word()] if kind == "joined_word" else [])])
        if kind == "unknown":
            return put([self.word(), "zyzzyqux", self.word()])
        return put([self.word()])

    def title(self):
        """In their order, as pairs are; now and then not all of them."""
        for _ in range(1000):
            words = self.titles[self.random.choice(self.heads)]
            if len(words) > 1:
                size = self.some(1, min(len(words), 4))
                start = self.random.randrange(len(words) - size + 1)
                return words[start:start + size]
        return [self.word()]

    # --- what the index knows ---------------------------------------------------------

    def read_acronyms(self):
        """(in capitals or as they are written, the words of the spelling)."""
        learnt = [term.decode()[2:].partition("=") for term in sorted(self.entries.postings)
                  if term.startswith(b"XA")]
        pairs = [(word.upper(), spelling.split()) for word, _, spelling in learnt]
        return pairs + [(word, spelling.split()) for word, spelling, _ in read_abbreviations()
                        if self.entries.frequency(b"Z" + word.lower().encode())]

    def acronym(self):
        """In capitals or in small letters, one or many of them."""
        word, _ = self.random.choice(self.acronyms or [("GP", [])])
        return (self.random.choice((word, word, word.lower())) +
                self.random.choice(("", "", "s")))

    def spelling(self):
        """All of its words, or all but one."""
        _, words = self.random.choice(self.acronyms or [("GP", ["general", "practitioner"])])
        last = words[-1]
        if last.isalpha() and self.random.random() < .5:
            last = last[:-1] if last.endswith("s") else last + "s"
        words = [*words[:-1], last]
        return words if self.random.random() < .8 else words[:-1] or words

    def meeting(self):
        """Some words of its name, most often with the year."""
        if not self.values["conference"]:
            return [self.word(), "conference"]
        words = [word for word in words_of(self.random.choice(self.values["conference"]))
                 if word.isalpha()]
        if self.random.random() < .3 and len(words) > 1:
            words.remove(self.random.choice(words))
        if self.random.random() < .2:
            words.append("conference")
        short = [word for word, spelling in self.acronyms if spelling and spelling[-1] in NOUNS]
        if short and self.random.random() < .3:
            words = [self.random.choice(short)]
        year = [self.random.choice(self.values["year"])] if self.values["year"] else []
        return words + (year if self.random.random() < .7 else [])

    def read_numbers(self):
        """(value and whether it is an ordinal, the next word) of texts; of motions it is their
        number."""
        atoms = [[part for word in words for part in word.split("-")] for words in self.passages]
        found = []
        for words in atoms:
            for place, word in enumerate(words[:-1]):
                key = FIGURES.get(word) or WORDS.get((word,)) or WORDS.get(tuple(words[place:place + 2]))
                if key and PLAIN.fullmatch(words[place + 1]) and words[place + 1] not in NUMBERED:
                    found.append((key, words[place + 1]))
        return found or [((4, False), "day")]

    def number(self, typing):
        """Before its word or behind it, of money, a share, or alone."""
        key, word = self.random.choice(self.numbers)
        put = lambda *words: self.put_words(typing, words)  # noqa: E731
        text = self.random.choice((figures(*key), NAMES[key], NAMES[key].replace(" ", "-")))
        shape = self.random.randrange(8)
        if shape == 0:
            return put(f"{text.replace(' ', '-')}-{word}")
        if shape == 1:
            return put(word, *text.split(" "))
        if shape == 2:
            return put(*text.split(" "), *self.random.choice((("per", "cent"), ("percent",))))
        if shape == 3:
            return put(*text.split(" "), self.random.choice(("pounds", "pound")))
        if shape == 4:
            nodes = put(figures(*key))
            typing.put("%")
            return [*nodes, *put(word)]
        if shape == 5:
            typing.put("£")
            return [typing.word(figures(*key)), *put(*self.random.choice((("an", "hour"), (word,))))]
        return put(*text.split(" "), word)

    def beginning(self):
        """Of a question, as people put them, or nearly."""
        kinds = [self.random.choice((OPENING, HELPING, ASKED, ASKED_FOR, DOING,
                                     HAPPENING, ABOUT, STOP_WORDS))
                 for _ in range(self.some(1, 4))]
        return [self.random.choice(sorted(words)) for words in kinds]

    def joined(self):
        """Two words that are one somewhere, or the other way round."""
        return self.random.choice(self.random.choice(self.halves or [(["tea"],)]))

    def read_halves(self):
        found = [tuple(word.split("-")) for word in self.compounds if word.count("-") == 1]
        known = {word.decode() for word in self.entries.words()}
        found += [(word[:at], word[at:]) for word in self.rare for at in range(3, len(word) - 2)
                  if word[:at] in known and word[at:] in known]
        with_s = [[word.decode()] for word in self.entries.words() if re.search(b"[a-z]{3}is", word)]
        spelt = [(word, [re.sub("(.*i)s", r"\1z", word[0])]) for word in with_s]
        return [(list(halves), ["".join(halves)]) for halves in found] + spelt

    def read_titles(self):
        places = defaultdict(list)
        for word in self.entries.title_words():
            if not PLAIN.fullmatch(word.decode()) or word.decode() in STOP_WORDS:
                continue
            for docid in map(int, self.entries.postings[b"S" + word][0]):
                for position in self.entries.positions(docid, b"S" + word):
                    places[docid].append((position, word.decode()))
        return defaultdict(list, {docid: [word for _, word in sorted(found)]
                                  for docid, found in places.items()})

    def either(self, typing, before):
        """`(a OR b)`, of words, a phrase or both of two."""
        typing.space()
        typing.put("(")
        choices = [typing.word(self.word())]
        typing.put(" OR ")
        shape = self.random.randrange(3)
        if shape == 0:
            choices.append(typing.word(self.word()))
        elif shape == 1:
            choices.append(typing.phrase(self.adjacent(2)))
        else:
            typing.put("(")
            both = [typing.word(self.word())]
            typing.put(" ")
            both.append(typing.word(self.word()))
            typing.put(")")
            choices.append(merged("and", both))
        typing.put(")")
        return [*before, merged("or", choices)]

    def excluded(self, typing):
        typing.space()
        typing.put("-")
        if self.random.random() < .5:
            return [typing.word(self.word())]
        if self.random.random() < .5:
            return [typing.phrase(self.adjacent(2))]
        typing.put("(")
        left = typing.word(self.word())
        typing.put(" OR ")
        right = typing.word(self.word())
        typing.put(")")
        return [Group("or", [left, right])]

    # --- filters ----------------------------------------------------------------------

    def filter(self, typing):
        name = self.random.choice([name for name in self.values if self.values[name]] + ["title"])
        if name == "title":
            return self.title_filter(typing)
        value = self.random.choice(self.values[name])
        if name not in ("clause",) and self.random.random() < .3:
            return Filter(name, [value], is_exact=True)
        is_not = self.random.random() < .2
        typing.space()
        typing.put("-" if is_not else "")
        if name == "year":
            return self.years(typing, value, is_not)
        if name == "conference":
            return self.conference(typing, value, is_not)
        if name == "decision" and self.random.random() < .4:
            value = "policy"
        typing.put(f"{name}:{value}")
        return Filter(name, [value], is_not=is_not)

    def title_filter(self, typing):
        """A word or a phrase that a title has, most often."""
        is_not = self.random.random() < .2
        typing.space()
        typing.put("-title:" if is_not else "title:")
        words = self.title()
        node = typing.phrase(words[:2]) if self.random.random() < .4 else typing.word(words[0])
        return Filter("title", [node], is_not=is_not)

    def years(self, typing, low, is_not):
        high = self.random.choice(self.values["year"])
        low, high = min(low, high), max(low, high)
        if self.random.random() < .5:
            typing.put(f"year:{low}..{high}")
            return Filter("year", [(low, high)], is_not=is_not)
        typing.put(f"year:{low}")
        return Filter("year", [(low, low)], is_not=is_not)

    def conference(self, typing, name, is_not):
        words = [word for word in re.findall(r"[a-z]+", name.lower()) if len(word) > 3]
        if not words:
            return self.years(typing, self.values["year"][0], is_not)
        word = self.random.choice(words)
        typing.put(f"conference:{word}")
        return Filter("conference", [word], is_not=is_not)

    # --- a query ----------------------------------------------------------------------

    def draw(self, kind):
        typing = Typing()
        base = kind.removesuffix("_any").replace("filtered_phrase", "phrase")
        nodes = self.nodes(base, typing)
        excluded = self.excluded(typing) if kind == "without" else []
        filters = ([self.filter(typing) for _ in range(self.some(1, 2))]
                   if kind.startswith("filtered") else [])
        if len({one.name for one in filters}) < len(filters):
            return self.draw(kind)  # of one field they are alternatives, or not
        return Query(typing.text, top_of(nodes), excluded=excluded, filters=filters, kind=kind,
                     matches_any=kind.endswith("_any") or self.random.random() < .1,
                     is_grouped=self.random.random() < .4, only_ids=self.random.random() < .1,
                     first=self.random.choice((0, 0, 10)), count=self.random.choice((10, 20, 100)))
