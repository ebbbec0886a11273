#!/usr/bin/env python3
"""A folder of files made to harm their readers, among good ones (6xx).

What is harmful is made by the modules in hostile/; each gives (name, bytes, reason): what the
report on the file must match, or None where the file may as well be read. "" is any reason."""
import os
import random
import re
import sys
import time
import unittest
from pathlib import Path

import scratch

sys.path.insert(0, str(Path(__file__).resolve().parent / "hostile"))
import archive  # noqa: E402
import office  # noqa: E402
import pdf  # noqa: E402
import plain  # noqa: E402

TEXT = "Conference notes that kettles boil slowly."
NAMES = ("a\nnew line.txt", "\x1b[31mred.txt", "\x1b]0;title\x07.txt", "-rf.txt", "--help.txt",
         " .txt", "a" * 250 + ".txt", "%s%n.txt", "$(touch escaped).txt", "'; --.txt",
         "\u202egnp.txt")
SECONDS_MAX = 400 # of which one reader that never ends takes sixty


def lines_of(subject):
    """A motion of its own about `subject`."""
    return [f"{subject.title()} for Canteens", "Conference notes that too few canteens have "
            f"{subject} worth the name.", f"Conference calls upon the Executive to buy {subject}."]


GOOD = {
    "good.txt": lambda: "\n\n".join(lines_of("kettles")).encode(),
    "good.html": lambda: "<h1>{}</h1><p>{}</p><p>{}</p>".format(*lines_of("teapots")).encode(),
    "good.rtf": lambda: office.rtf_of(lines_of("saucers")),
    "good.doc": lambda: office.doc_of(lines_of("strainers")),
    "good.docx": lambda: office.docx_of(lines_of("biscuits")),
    "good.odt": lambda: office.odt_of(lines_of("napkins")),
    "good.pdf": lambda: pdf.good(lines_of("thermometers")),
    "good.zip": lambda: archive.of([("a/good.txt", "\n\n".join(lines_of("cupboards"))),
                                    ("b/good.doc", office.doc_of(lines_of("dishcloths")))]),
    "spared.zip": lambda: archive.of([("first.txt", "\n\n".join(lines_of("toasters"))),
                                      ("forms.pdf", pdf.encrypted()),
                                      ("last.docx", office.docx_of(lines_of("ladles")))]),
}
SUBJECTS = ("kettles", "teapots", "saucers", "strainers", "biscuits", "napkins", "thermometers",
            "cupboards", "dishcloths", "toasters", "ladles")


def harmful():
    for name, content, reason in pdf.harmful():
        # it takes the whole minute that a file is given, in a library that has no sanitizers
        if not (name == "laughing-forms.pdf" and scratch.is_sanitized()):
            yield name, content, reason
    yield from archive.harmful(TEXT)
    yield from office.harmful_packages(TEXT)
    yield from office.harmful_binaries(TEXT)
    yield from plain.harmful()


def damaged(content, seed):
    """Some bytes changed, a run moved, perhaps the end cut off."""
    chance = random.Random(seed)
    out = bytearray(content)
    for _ in range(chance.randrange(1, 40)):
        out[chance.randrange(len(out))] = chance.randrange(256)
    start, size = chance.randrange(len(out)), chance.randrange(1, 60)
    run = bytes(out[start:start + size])
    at = chance.randrange(len(out))
    out[at:at] = run
    return bytes(out[:chance.randrange(len(out) // 2, len(out) + 1)])


class Hostile(scratch.Case):
    def setUp(self):
        super().setUp()
        self.temporary = self.dir / "temporary"
        self.temporary.mkdir()
        self.env["TMPDIR"] = str(self.temporary)

    def all_files(self):
        """Everything below the scratch folder but the index, with its size and time."""
        found = {}
        for folder, _, names in os.walk(self.dir):
            if not Path(folder).is_relative_to(self.index):
                for name in names:
                    status = os.lstat(os.path.join(folder, name))
                    found[folder, name] = status.st_size, status.st_mtime_ns, status.st_mode
        return found

    def index_folder(self, code=1):
        """Indexes m/; nothing else is touched, and what is said is fit for a terminal."""
        before, start = self.all_files(), time.monotonic()
        done = self.polindex("m", code=code, timeout=SECONDS_MAX)
        self.assertLess(time.monotonic() - start, SECONDS_MAX)
        self.assertEqual(self.all_files(), before)
        self.assertEqual(re.findall(r"[\x00-\x09\x0b-\x1f\x7f]", done.err), [], done.err[:3000])
        self.assertNotIn("Sanitizer", done.err)
        for program in ("polread", "polindex"):
            self.assertNotIn(f"{program}: internal", done.err)
        self.assert_whole()
        return done

    def assert_good_ones_are_there(self, subjects=SUBJECTS):
        for subject in subjects:
            with self.subTest(subject=subject):
                self.assertTrue(self.ids(f"title:{subject}"), f"no motion about {subject}")

    def reasons(self, done, name):
        """What is said about a file or its members, all of it."""
        about = re.compile(rf"/{re.escape(name)}(?:/.*)?(?::\d+)?: ")
        return "\n".join(line for line in done.err.splitlines() if about.search(line))

    def test_600_good_ones_alone(self):
        """So that what is missing below is missing because of its neighbours."""
        for name, make in GOOD.items():
            self.write(f"m/{name}", make())
        done = self.index_folder(code=1)
        self.assertRegex(self.reasons(done, "spared.zip"), "forms.pdf: .*(encrypt|password)")
        self.assertEqual(done.err.count("left out: "), 1, done)
        self.assert_good_ones_are_there()

    def test_610_all_of_them_in_one_folder(self):
        wanted = {}
        for name, make in GOOD.items():
            self.write(f"m/{name}", make())
        for name, content, reason in harmful():
            self.assertNotIn(name, wanted)
            wanted[name] = reason
            self.write(f"m/{name}", content)
        self.assertGreaterEqual(len(wanted), 60)
        for name in NAMES:
            self.write(f"m/{name}", TEXT)
        os.mkfifo(self.dir / "m/pipe.pdf")
        (self.dir / "m/folder.pdf").mkdir()
        (self.dir / "m/dangling.docx").symlink_to("nowhere")
        done = self.index_folder()
        for name, reason in wanted.items():
            if reason is not None:
                with self.subTest(name=name):
                    said = self.reasons(done, name)
                    self.assertTrue(said, f"{name} is not named")
                    self.assertRegex(said, reason or "left out")
        self.assert_good_ones_are_there()
        self.assertEqual(self.ids('"root:x:0:0"'), [])
        self.assertFalse(Path("/tmp/escaped.txt").exists())

    def test_620_damaged_at_random(self):
        """Whatever is wrong with them, they cost themselves at most."""
        for name, make in GOOD.items():
            content = make()
            stem, _, ending = name.partition(".")
            for seed in range(12):
                self.write(f"m/{stem}-{seed}.{ending}", damaged(content, f"{name}{seed}"))
        self.write("m/kettles.txt", GOOD["good.txt"]())
        done = self.index_folder(code=None)
        self.assertIn(done.code, (0, 1), done)
        self.assertNotRegex(done.err, "crashed|nonsense|may not do")
        self.assert_good_ones_are_there(("kettles",))

    def test_630_wrong_endings(self):
        """A file is what its bytes say, where its name says that it is of this sort."""
        endings = ("pdf", "docx", "odt", "rtf", "doc", "zip")
        for name, make in GOOD.items():
            ending = name.rpartition(".")[2]
            if ending in endings:
                for other in endings:
                    self.write(f"m/{name}-as.{other}", make())
        done = self.index_folder(code=None)
        self.assertIn(done.code, (0, 1), done)
        self.assertNotRegex(done.err, "crashed|nonsense|may not do")
        self.assert_good_ones_are_there(("saucers", "strainers", "biscuits", "thermometers"))

    def test_640_without_polread(self):
        self.write("m/good.txt", GOOD["good.txt"]())
        done = self.polindex("m", code=2, env={"POLSEARCH_POLREAD": "/nowhere/polread"})
        self.assertIn("/nowhere/polread", done.err)


if __name__ == "__main__":
    scratch.main()
