"""writing.py - a reader that goes on asking, and is stopped at any moment of a search, while another
process commits. Each answer names its revision, and must be what the reference makes of a copy of
that."""
import shutil
import signal
import time
from collections import Counter

from asking import Asker, read_answers
from checking import Checker, polindex

ROUNDS = 5
PATIENCE = 300  # seconds for a batch of answers
KINDS = ("two", "question", "long_any", "phrase_word", "prefix", "either_word", "two_any", "without",
         "acronym", "meeting")


class Written:
    """`change` is called with how often it was before, and changes `source`, which is indexed."""

    def __init__(self, build, index, source, folder, change):
        self.build, self.index, self.source, self.folder = build, index, source, folder
        self.change, self.changes, self.snapshots = change, 0, []

    def keep(self):
        self.snapshots.append(self.folder / f"snapshot{len(self.snapshots)}")
        shutil.copytree(self.index, self.snapshots[-1])

    def write_twice(self):
        """Two commits, so that what a reader held of the first revision is overwritten."""
        for _ in range(2):
            self.change(self.changes)
            self.changes += 1
            polindex(self.build, self.index, self.source)
            self.keep()

    def ask(self, asked, random):
        """The answers to `asked`, some of them before each change."""
        size = -(-len(asked) // ROUNDS)
        with open(self.folder / "answers", "wb") as out:
            asker = Asker(self.build, self.index, out)
            for start in range(0, len(asked), size):
                asker.send("".join(query.line() for query in asked[start:start + size]))
                time.sleep(random.random() * .02)
                asker.process.send_signal(signal.SIGSTOP)
                self.write_twice()
                asker.process.send_signal(signal.SIGCONT)
                self.wait_for(min(start + size, len(asked)))
            asker.close()
        answers = list(read_answers(self.folder / "answers"))
        if len(answers) != len(asked):
            raise RuntimeError(f"{len(asked)} questions, {len(answers)} answers")
        return answers

    def wait_for(self, count):
        """Else a reader that gets no time answers all at the end, of one revision."""
        until = time.monotonic() + PATIENCE
        while (self.folder / "answers").read_bytes().count(b"\n.\n") < count:
            if time.monotonic() > until:
                raise RuntimeError(f"no {count} answers in {PATIENCE} seconds")
            time.sleep(.01)

    def check(self, count, seed, random, done):
        """How many revisions answered. What differs is raised."""
        self.keep()
        with Checker(self.build, self.index) as checker:
            questions = checker.questions(seed)
            asked = [questions.draw(KINDS[place % len(KINDS)]) for place in range(count)]
        answers, met = self.ask(asked, random), Counter()
        for snapshot in self.snapshots:
            revision = self.revision_of(snapshot)
            pairs = [(query, got) for query, got in zip(asked, answers) if got.revision == revision]
            met[revision] += len(pairs)
            if pairs:
                self.compare(snapshot, pairs, done)
        if sum(met.values()) != count:
            raise RuntimeError("an answer of a revision that was none")
        return sum(count > 0 for count in met.values())

    def revision_of(self, snapshot):
        asker = Asker(self.build, snapshot)
        revision = asker.ask("0\t1\t\t\tkettle\n").revision
        asker.close()
        return revision

    def compare(self, snapshot, pairs, done):
        with Checker(self.build, snapshot, done) as checker:
            for query, got in pairs:
                checker.compare(query, got)
            checker.assert_right()
