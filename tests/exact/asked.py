"""asked.py - what a question begins with and need not match, by docs/query-language.md; which words
these are is data."""
import re

from entries import read_table

SOURCE = "search/query/question.c"


def words_of_table(name):
    return frozenset(re.findall(r'"([a-z]+)"', read_table(SOURCE, name)))


OPENING, HELPING, ASKED_FOR, ASKED, DOING, HAPPENING, ABOUT = map(words_of_table, (
    "opening", "helping", "asked_for", "asked", "doing", "happening", "about"))


class Beginning:
    """`words` are of a list at the top; None stands for what is no word."""

    def __init__(self, words, commons):
        self.words, self.commons = [*words, None, None], [*commons, False, False]
        self.is_question = self.words[0] in OPENING

    def names_policy(self, at):
        return self.words[at] in ASKED_FOR and self.words[at + 1] in ABOUT

    def belongs(self, at):
        word, following = self.words[at], self.words[at + 1]
        if self.names_policy(at):
            return True
        if word in ASKED:
            return self.names_policy(at + 1) or (
                self.is_question and (self.commons[at + 1] or following in DOING | ASKED_FOR))
        if word in DOING and any(one in HELPING for one in self.words[:at + 1]):
            return True
        if at and word in ABOUT:
            return self.words[at - 1] in ASKED_FOR | DOING
        return self.is_question and (word in HAPPENING or
                                     (word in ASKED_FOR and self.commons[at + 1]))

    def size(self):
        at = 0
        while self.words[at] and (self.commons[at] or (at == 0 and self.is_question) or
                                  self.belongs(at)):
            at += 1
        return at
