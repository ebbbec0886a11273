#!/usr/bin/env python3
"""What polindex and its readers hold in memory on a folder of all formats, some files large
(7xx). POLSEARCH_LONG=1 in the environment: on 500 MB of them, which takes minutes."""
import os
import re
import sys
import unittest

import scratch

sys.path.insert(0, str(scratch.ROOT / "bench"))
import measure  # noqa: E402
import samples  # noqa: E402

OWN_MAX = 300 << 20
CHILD_MAX = 1 << 30
MB = 1000000

# Megabytes of files, of each kind: in brief and at length. A large file is one document but
# for .jsonl and .zip; of the latter these are its members.
LARGE = {"refused.txt": (17, 60), "long.txt": (4, 15), "lines.jsonl": (4, 60),
         "page.html": (10, 40), "archive.zip": (20, 200)}
SMALL = {"pdf": (6, 90), "docx": (4, 50), "odt": (1, 20), "html": (3, 60), "txt": (1, 40),
         "zip": (1, 30), "csv": (1, 20), "md": (1, 4), "rtf": (0.2, 2), "doc": (0.2, 2)}
REFUSED = {"refused.txt"}


class Maker:
    """Files of invented motions, with pictures where a format has them."""

    def __init__(self):
        self.inventor = samples.Inventor(7)

    def motion(self, size):
        return self.inventor.motion(size)

    def small(self, ending):
        one = {"pdf": lambda: samples.as_pdf(self.motion(50000), self.inventor.noise(150000)),
               "docx": lambda: samples.as_docx(self.motion(20000), self.inventor.noise(80000)),
               "odt": lambda: samples.as_odt(self.motion(20000), self.inventor.noise(80000)),
               "html": lambda: samples.as_html(self.motion(6000), 100),
               "txt": lambda: samples.as_text(self.motion(8000)),
               "md": lambda: samples.as_markdown(self.motion(8000)),
               "rtf": lambda: samples.as_rtf(self.motion(40000)),
               "doc": lambda: samples.as_doc(self.motion(40000)),
               "csv": lambda: samples.as_csv([self.motion(3000) for _ in range(300)]),
               "zip": lambda: samples.as_zip(self.members(500000))}
        return one[ending]()

    def members(self, size):
        """For an archive: a saved site, and what could be downloaded from it."""
        made = 0
        while made < size:
            for ending in ("html",) * 50 + ("docx", "pdf", "txt", "txt"):
                content = self.small(ending)
                made += len(content)
                yield f"{ending}/{self.inventor.count}.{ending}", content

    def large(self, name, size):
        if name.endswith(".jsonl"):
            return samples.as_json_lines(self.motion(2500) for _ in range(size // 3100))
        if name.endswith(".zip"):
            return samples.as_zip(self.members(size))
        if name.endswith(".html"):
            return samples.as_html(self.motion(50000), picture=self.inventor.noise(size * 3 // 4))
        return samples.as_text(self.motion(size))


class Memory(scratch.Case):
    def setUp(self):
        super().setUp()
        self.maker = Maker()

    def count_documents(self):
        return int(re.search(r"^Documents: +(\d+)", self.polindex("status").out, re.MULTILINE)[1])

    def make_folder(self, at_length):
        """Returns the bytes written."""
        maker, total = self.maker, 0
        (self.dir / "mixed").mkdir()
        for name, sizes in LARGE.items():
            total += self.write(f"mixed/{name}", maker.large(name, int(sizes[at_length] * MB))
                                ).stat().st_size
        for ending, sizes in SMALL.items():
            made = 0
            while made < sizes[at_length] * MB:
                path = self.write(f"mixed/{ending}/{made}.{ending}", maker.small(ending))
                made += path.stat().st_size
            total += made
        return total

    def run_measured(self, what, *arguments):
        said = self.dir / "errors"
        polindex = scratch.BUILD / "indexer" / "polindex"
        with said.open("wb") as err:
            ran = measure.run([polindex, *arguments, "mixed"], self.dir / "output", stderr=err,
                              env=self.env, cwd=self.dir)
        print(f"{what}: {ran.seconds:.1f} s, polindex {ran.own_bytes >> 20} MiB, its largest child "
              f"{ran.child_bytes >> 20} MiB")
        self.assertIn(ran.code, (0, 1), said.read_text(errors="replace"))
        self.assertLess(ran.own_bytes, OWN_MAX)
        self.assertLess(ran.child_bytes, CHILD_MAX)
        return said.read_text(errors="replace")

    def assert_left_out(self, said, names):
        """Only these files; what is told of members of an archive starts with its name."""
        told = re.findall(r"^polindex: left out: .*/mixed/([^:]*): (.*)$", said, re.MULTILINE)
        for name, reason in told:
            print(f"left out: {name}: {reason}")
        self.assertEqual({name for name, _ in told}, names)

    def measure_folder(self, at_length):
        total = self.make_folder(at_length)
        print(f"{total / MB:.0f} MB of files")
        said = self.run_measured("index")
        print(re.sub(r"^polindex: left out: .*\n", "", said, flags=re.MULTILINE))
        self.assert_left_out(said, REFUSED)
        self.assertEqual(self.maker.inventor.count - len(REFUSED), self.count_documents())

    def test_700_a_mixed_folder(self):
        if scratch.is_sanitized():  # known only once the arguments have been read
            self.skipTest("sanitizers need memory of their own")
        self.measure_folder(False)
        self.run_measured("check", "--check", "--format", "jsonl")

    @unittest.skipUnless(os.environ.get("POLSEARCH_LONG"), "takes minutes: set POLSEARCH_LONG=1")
    def test_701_a_large_mixed_folder(self):
        self.measure_folder(True)


if __name__ == "__main__":
    scratch.main()
