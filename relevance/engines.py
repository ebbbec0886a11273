"""The engines: from a collection to a run, each as it comes, any of the words of a query being enough."""
import re
import shutil
import sqlite3
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
JAVA_LIBRARIES = Path("/usr/share/java")
HITS = 1000


class Failed(Exception):
    """An engine that did not do what it was asked."""


def call(command, good=(0,), **how):
    done = subprocess.run(list(map(str, command)), stderr=subprocess.PIPE, check=False, **how)
    if done.returncode not in good:
        raise Failed(f"{command[0]}: status {done.returncode}: {done.stderr.decode()[-500:].strip()}")


def version_of(package):
    done = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True,
                          text=True, check=False)
    return re.split(r"[-+]", done.stdout)[0] or "?"


class Engine:
    """`name` is that of files and columns; `run()` writes a run of `material` to a file."""
    name = None

    def __init__(self, build):
        self.build = build

    def is_there(self):
        return True

    def version(self):
        return ""

    def title(self):
        return f"{self.name} {self.version()}".rstrip()

    def run(self, material, folder, path):
        raise NotImplementedError


class Polsearch(Engine):
    name = "polsearch"

    def is_there(self):
        return (self.build / "command" / "polsearch").exists()

    def index(self, documents, index):
        # 1: something was left out, as are the documents of cran that have no text
        call([self.build / "indexer" / "polindex", "--quiet", "--index", index, documents], (0, 1))

    def run(self, material, folder, path):
        index = folder / f"{material.name}.polsearch"
        if not index.exists():
            self.index(material.documents, index)
        self.ask(index, material.queries, path)

    def ask(self, index, queries, path, match="any"):
        with open(path, "wb") as out:
            call([self.build / "command" / "polsearch", "--index", index, "--format", "trec", "--match",
                  match, "--queries", queries], (0, 1), stdout=out)


class Xapian(Engine):
    name = "xapian"

    def program(self):
        return self.build / "relevance" / "relevance-xapian"

    def is_there(self):
        return self.program().exists()

    def version(self):
        return version_of("libxapian30")

    def run(self, material, folder, path):
        index = folder / f"{material.name}.xapian"
        with open(path, "wb") as out:
            call([self.program(), material.write_plain(folder), material.queries, index], stdout=out)
        shutil.rmtree(index)


class Fts5(Engine):
    """SQLite's, with Porter's stems and its bm25(); words are what its own tokenizer would make."""
    name = "fts5"

    def version(self):
        return sqlite3.sqlite_version

    def run(self, material, folder, path):
        database = sqlite3.connect(":memory:")
        database.execute("CREATE VIRTUAL TABLE passages USING fts5(id UNINDEXED, text, tokenize='porter')")
        database.executemany("INSERT INTO passages VALUES (?, ?)",
                             self.lines(material, folder))
        with open(path, "w", encoding="utf-8") as out:
            for query, text in read_lines(material.queries):
                self.ask(database, query, text, out)
        database.close()

    def lines(self, material, folder):
        return read_lines(material.write_plain(folder))

    @staticmethod
    def ask(database, query, text, out):
        wanted = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", text))
        if not wanted:
            return
        found = database.execute("SELECT id, -bm25(passages) FROM passages WHERE passages MATCH ? "
                                 f"ORDER BY rank LIMIT {HITS}", (wanted,))
        for rank, (document, score) in enumerate(found, start=1):
            out.write(f"{query} Q0 {document} {rank} {score!r} fts5\n")


class Lucene(Engine):
    name = "lucene"

    def __init__(self, build):
        super().__init__(build)
        self.jars = sorted(JAVA_LIBRARIES.glob("lucene-core-*.jar")) + sorted(
            JAVA_LIBRARIES.glob("lucene-analyzers-common-*.jar"))

    def is_there(self):
        return len(self.jars) >= 2 and shutil.which("javac") is not None

    def version(self):
        return self.jars[0].stem.rpartition("-")[2]

    def run(self, material, folder, path):
        classes = folder / "lucene-classes"
        where = ":".join(map(str, [classes, *self.jars]))
        if not classes.exists():
            call(["javac", "-nowarn", "-cp", where, "-d", classes, HERE / "engine" / "Ranked.java"])
        with open(path, "wb") as out:
            call(["java", "-cp", where, "Ranked", material.write_plain(folder), material.queries],
                 stdout=out)


def read_lines(path):
    """(id, text) of each line of id, tab, text"""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            name, tab, text = line.rstrip("\n").partition("\t")
            if tab:
                yield name, text


ALL = (Polsearch, Xapian, Fts5, Lucene)
