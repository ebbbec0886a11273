"""Who answers short queries: polsearch as a person meets it, others, and two simple ways to look."""
import re

import engines


def write_run(path, name, answers):
    """`answers`: (query, [unit, ...]), the best first, which a falling score keeps."""
    with open(path, "w", encoding="utf-8") as out:
        for query, units in answers:
            for rank, unit in enumerate(dict.fromkeys(units), start=1):
                out.write(f"{query} Q0 {unit} {rank} {1 / rank:.6f} {name}\n")


class Shipped(engines.Polsearch):
    """What is typed is all there is: no option. A document stands where its first passage does."""
    name = "polsearch"
    options = ()

    def run(self, material, folder, path):
        write_run(path, self.name, (
            (query, [material.unit_of(hit) for hit in material.search(*self.options, "--", text)])
            for query, text in engines.read_lines(material.queries)))


class ShippedAny(Shipped):
    name = "polsearch-any"
    options = ("--match", "any")


class TitleOnly(engines.Fts5):
    """What a web site's filter of titles finds."""
    name = "titles"

    def lines(self, material, folder):
        return [(name, title) for name, (title, _) in material.units.items()]


class Grep(engines.Engine):
    """Ctrl-F: how many of the words are somewhere, inside others too, then how often."""
    name = "grep"

    def run(self, material, folder, path):
        texts = {name: f"{title} {text}".lower() for name, (title, text) in material.units.items()}
        write_run(path, self.name, ((query, self.find(texts, text))
                                    for query, text in engines.read_lines(material.queries)))

    @staticmethod
    def find(texts, query):
        words = set(re.findall(r"\w+", query.lower()))
        scores = {}
        for name, text in texts.items():
            counts = [text.count(word) for word in words]
            if any(counts):
                scores[name] = (sum(count > 0 for count in counts), sum(counts), name)
        return sorted(scores, key=scores.get, reverse=True)


ALL = (Shipped, ShippedAny, engines.Xapian, engines.Fts5, engines.Lucene, TitleOnly, Grep)
