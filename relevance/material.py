"""What is searched for in what: collections with queries and judgments of other people, which are no
part of the repository. From there to the files that the engines read."""
import json
from pathlib import Path

import measures

ROOT = Path(__file__).resolve().parents[1]
TUNING = ("cran", "cisi", "med")
KNOWN = "known"


class Material:
    """One collection: documents (as polindex reads them, and as plain lines), queries, judgments."""

    def __init__(self, name, documents, queries, judgments):
        self.name, self.documents, self.queries = name, documents, queries
        self.judged = measures.read_judgments(judgments)

    def write_plain(self, folder):
        """Lines of id, tab, title and text, for engines that know no fields; the file."""
        path = folder / f"{self.name}.documents.tsv"
        with open(self.documents, encoding="utf-8") as lines, open(path, "w", encoding="utf-8") as out:
            for line in lines:
                each = json.loads(line)
                words = f"{each.get('title', '')} {each['text']}".split()
                out.write(f"{each['id']}\t{' '.join(words)}\n")
        return path


def _without_titles(motions, path):
    """Known items are asked for by their titles, which must then not be there to be found."""
    with open(motions, encoding="utf-8") as lines, open(path, "w", encoding="utf-8") as out:
        for line in lines:
            motion = json.loads(line)
            motion.pop("title", None)
            out.write(json.dumps(motion, ensure_ascii=False) + "\n")
    return path


def shared_material(shared, folder):
    """The collections below `shared`; what must be written for them goes to `folder`."""
    found = []
    for name in TUNING:
        place = shared / "relevance" / name
        found.append(Material(name, place / "docs.jsonl", place / "queries.tsv", place / "qrels.txt"))
    place = shared / "parliament"
    motions = _without_titles(place / "motions.jsonl", folder / "known.jsonl")
    found.append(Material(KNOWN, motions, place / "known-item-queries.tsv",
                          place / "known-item-qrels.txt"))
    return found
