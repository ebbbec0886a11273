"""The engines: how each is built, asked, and asked in a fresh process."""
import json
import os
import pwd
import shutil
import signal
import subprocess
import time
from pathlib import Path

from answering import Http, Piped
from process import Cost, bytes_on_disk, cost_of

HERE = Path(__file__).resolve().parent
JAVA_LIBRARIES = Path("/usr/share/java")
OMEGA = Path("/usr/lib/cgi-bin/omega/omega")


def version_of(package):
    run = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True,
                         text=True, check=False)
    return run.stdout.partition("-")[0].partition("+")[0] or "?"


class Place:
    """Where one collection's text and indexes are."""

    def __init__(self, build, folder, motions, passages):
        self.build, self.folder, self.motions, self.passages = build, folder, motions, passages

    def program(self, name):
        return self.build / "bench" / "engine" / f"bench-engine-{name}"


class Engine:
    """One row of the table. `stop` says whether stop words are left out of its questions by us."""
    name = title = package = None
    leaves_out_stop = True
    answers = True # questions over a pipe
    operations = ("any", "all", "phrase", "prefix")
    warm_rounds = 1
    environment = {}
    builds_as = None # the engine whose index it uses

    def __init__(self, place):
        self.place = place
        self.index = place.folder / (self.builds_as or self.name)

    def is_there(self):
        return self.place.program(self.program_name()).exists()

    def program_name(self):
        return self.builds_as or self.name

    def versioned(self):
        return f"{self.title} {version_of(self.package)}" if self.package else self.title

    def command(self, *words):
        return [self.place.program(self.program_name()), *words]

    def make(self):
        return cost_of(self.command("build", self.place.passages, self.index), self.environment)

    def size(self):
        return bytes_on_disk(self.index)

    def answering(self):
        return Piped(self.command("answer", self.index), self.environment)

    def fresh(self, query):
        """(command, environment, whether it reads the question from a file)"""
        del query
        return self.command("answer", self.index), self.environment, True

    def close(self):
        pass


class Xapian(Engine):
    name, title, package = "xapian", "Xapian", "libxapian30"


class XapianStop(Engine):
    name, title, builds_as, leaves_out_stop = "xapian-stop", "the same, stop words in", "xapian", False

    def fresh(self, query):
        return None


class XapianSegments(Engine):
    name, title, answers = "xapian-segments", "the same as segments in 2 processes, compacted", False
    environment = {"XAPIAN_BENCH_SEGMENTS": "1"}

    def program_name(self):
        return "xapian"

    def fresh(self, query):
        return None


class XapianLoop(Engine):
    name, title, builds_as = "xapian-loop", "BM25 in a loop over Xapian's posting lists", "xapian"
    operations = ("any",)
    environment = {"XAPIAN_BENCH_LOOP": "1"}

    def fresh(self, query):
        return None


class Fts5(Engine):
    name, title, package = "fts5", "SQLite FTS5", "libsqlite3-0"


class Groonga(Engine):
    name, title, package = "groonga", "Groonga", "libgroonga0"

    def make(self):
        self.index.mkdir()
        return cost_of(self.command("build", self.place.passages, self.index / "db"))

    def command(self, *words):
        if words[0] == "answer":
            words = (words[0], self.index / "db")
        return super().command(*words)


class Lucene(Engine):
    name, title, package = "lucene", "Lucene", None
    warm_rounds = 10 # its compiler wants to see a query often

    def __init__(self, place):
        super().__init__(place)
        self.classes = place.folder / "lucene-classes"
        self.jars = sorted(JAVA_LIBRARIES.glob("lucene-core-*.jar")) + sorted(
            JAVA_LIBRARIES.glob("lucene-analyzers-common-*.jar"))

    def is_there(self):
        return len(self.jars) >= 2 and shutil.which("javac") is not None

    def versioned(self):
        return f"Lucene {self.jars[0].stem.rpartition('-')[2]}"

    def path(self):
        return ":".join(map(str, [self.classes, *self.jars]))

    def command(self, *words):
        return [shutil.which("java"), "-cp", self.path(), "Lucene", *words]

    def make(self):
        subprocess.run(["javac", "-nowarn", "-cp", self.path(), "-d", self.classes,
                        HERE / "Lucene.java"], check=True)
        return super().make()


class Postgres(Engine):
    """A cluster of its own in the scratch folder, as Debian configures one, without a port."""
    name, title, package = "postgres", "PostgreSQL", "postgresql-15"

    def __init__(self, place):
        super().__init__(place)
        self.server = None
        found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
        self.programs = found[-1].parent if found else None

    def is_there(self):
        return self.programs is not None and super().is_there()

    def _run_as(self):
        """It refuses to run as root."""
        if os.geteuid() != 0:
            return {}
        return {"user": "postgres", "group": pwd.getpwnam("postgres").pw_gid, "extra_groups": []}

    def _start(self):
        self.index.mkdir()
        how = self._run_as()
        if how:
            shutil.chown(self.index, "postgres")
        subprocess.run([self.programs / "initdb", "-D", self.index / "data", "-U", "bench", "-A", "trust",
                        "-E", "UTF8", "--locale=C"], check=True, stdout=subprocess.DEVNULL,
                       cwd=self.index, **how)
        with open(self.place.folder / "postgres.log", "wb") as log:
            self.server = subprocess.Popen(
                [self.programs / "postgres", "-D", self.index / "data", "-k", self.index, "-c",
                 "listen_addresses="], stdout=log, stderr=log, cwd=self.index, **how)
        for _ in range(200):
            if self._sql("postgres", "SELECT 1") is not None:
                break
            time.sleep(0.1)
        self._sql("postgres", "CREATE DATABASE bench")

    def _sql(self, database, command):
        run = subprocess.run([self.programs / "psql", "-h", self.index, "-U", "bench", "-Atc", command,
                              database], capture_output=True, text=True, check=False)
        return run.stdout.strip() if run.returncode == 0 else None

    def make(self):
        self._start()
        return cost_of(self.command("build", self.place.passages, self.index), server=self.server.pid)

    def size(self):
        return int(self._sql("bench", "SELECT pg_total_relation_size('passages')"))

    def answering(self):
        return Piped(self.command("answer", self.index), server=self.server.pid)

    def close(self):
        if self.server:
            self.server.send_signal(signal.SIGINT) # waits for no client
            self.server.wait()


OMEGA_SCRIPT = "id : field=id\ntext : index field=text\n"
OMEGA_TEMPLATE = "$hitlist{$field{id} $field{text}\n}"


class Omega(Engine):
    """scriptindex, and a process of its CGI program for each question."""
    name, title, package, answers = "omega", "Xapian Omega scriptindex, CGI", "xapian-omega", False

    def is_there(self):
        return OMEGA.exists() and shutil.which("scriptindex") is not None

    def make(self):
        folder = self.place.folder
        (folder / "omega.script").write_text(OMEGA_SCRIPT)
        (folder / "omega.conf").write_text(f"database_dir {folder}\ntemplate_dir {folder}\n"
                                           f"log_dir {folder}\ncdb_dir {folder}\n")
        (folder / "bench").write_text(OMEGA_TEMPLATE)
        with open(self.place.passages, encoding="utf-8") as lines, \
                open(folder / "omega.dump", "w", encoding="utf-8") as out:
            for line in lines:
                name, _, text = line.rstrip("\n").partition("\t")
                out.write(f"id={name}\ntext={text}\n\n")
        return cost_of([shutil.which("scriptindex"), self.index, folder / "omega.script",
                        folder / "omega.dump"])

    def fresh(self, query):
        words = "+".join(query.words)
        return [OMEGA], {"OMEGA_CONFIG_FILE": str(self.place.folder / "omega.conf"),
                         "REQUEST_METHOD": "GET",
                         "QUERY_STRING": f"DB=omega&FMT=bench&DEFAULTOP=and&HITSPERPAGE=10&P={words}"
                         }, False


class Polsearch(Engine):
    name, title, leaves_out_stop = "polsearch", "polsearch", False
    prints = ()

    def __init__(self, place):
        super().__init__(place)
        self.environment = {**self.environment,
                            "POLSEARCH_POLREAD": str(place.build / "sandbox" / "polread")}

    def make(self):
        return cost_of([self.place.build / "indexer" / "polindex", "--quiet", "--index", self.index,
                        self.place.motions], self.environment)

    def index_again(self, changed):
        """What it takes when so many motions, all over the file, have got another last word."""
        lines = self.place.motions.read_text(encoding="utf-8").splitlines()
        step = max(1, len(lines) // changed)
        for at in range(0, step * changed, step)[:len(lines)]:
            motion = json.loads(lines[at])
            motion["text"] += " Reconsidered."
            lines[at] = json.dumps(motion, ensure_ascii=False)
        self.place.motions.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return self.make()

    def fresh(self, query):
        return [self.place.build / "command" / "polsearch", "--index", self.index, *self.prints, "--",
                *query.words], self.environment, False


class PolsearchPage(Polsearch):
    name, title, builds_as = "polsearch-page", "polsearch, snippets and facets as JSON", "polsearch"
    environment = {"POLSEARCH_BENCH_PAGE": "1"}
    prints = ("--facets",)


class PolsearchHttp(Polsearch):
    name, title, builds_as = "polsearch-http", "polserve over HTTP, seen by a client", "polsearch"

    def is_there(self):
        return (self.place.build / "server" / "polserve").exists()

    def answering(self):
        return Http(self.place.build / "server" / "polserve", self.index, self.environment)

    def fresh(self, query):
        return None


ALL = (Xapian, XapianSegments, XapianStop, XapianLoop, Fts5, Lucene, Groonga, Postgres, Omega, Polsearch,
       PolsearchPage, PolsearchHttp)
BASE = "xapian" # what all others are compared with
__all__ = ["ALL", "BASE", "Cost", "Place"]
