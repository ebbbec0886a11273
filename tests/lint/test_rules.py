#!/usr/bin/env python3
"""The lint rules on made-up trees: each rule must find what it is for, and nothing else."""
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

import clang
import headers
import includes
import options
import symbols
import text
import tools

HEADER = "/* {0} - a header. */\n#ifndef X\n#define X\n{1}\n#endif\n"
GOOD = {
    "core/error.h": HEADER.format("error.h", "int pol_x;"),
    "core/fold.h": HEADER.format("fold.h", ""),
    "core/error.c": '/* error.c - x. */\n#include "core/error.h"\n#include <utf8proc.h>\n',
    "document/text.h": HEADER.format("text.h", '#include "core/error.h"'),
    "xapian-c/guard.h": HEADER.format("guard.h", "#include <functional>\n#include <xapian.h>"),
    "xapian-c/guard.cc": '/* guard.cc - x. */\n#include "xapian-c/guard.h"\n#include <xapian.h>\n',
    "search/a.c": '/* a.c - x. */\n#include "document/text.h"\n#include <stdio.h>\n'
                  "#include <jansson.h>\n",
    "tests/unit/t.c": '/* t.c - any. */\n#include "core/fold.h"\n#include <whatever.h>\n',
}


class Tree(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def write(self, tree):
        for name, content in tree.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")

    def assert_complains(self, check, name, content, about):
        """`name` with `content` on top of the good tree gives this complaint, alone."""
        self.write(GOOD)
        self.write({name: content})
        found = check(self.root)
        self.assertEqual(len(found), 1, found)
        self.assertTrue(found[0].startswith(f"{name}:"), found)
        self.assertIn(about, found[0])


class Includes(Tree):
    def test_a_good_tree_passes(self):
        self.write(GOOD)
        self.assertEqual(includes.check(self.root), [])

    def test_bad_includes(self):
        for name, line, about in (
                ("core/up.c", '"document/text.h"', "core may not include document"),
                ("search/over.c", '"indexer/store.h"', "does not exist"),
                ("search/inner.c", '"core/fold.h"', "internal to core"),
                ("search/inner.c", '"xapian-c/guard.h"', "internal to xapian-c"),
                ("search/bare.c", '"text.h"', "named from the root"),
                ("search/xapian.c", "<xapian.h>", "belongs to xapian-c"),
                ("core/format.c", "<gumbo.h>", "belongs to document"),
                ("core/json.h", "<jansson.h>", "not to core"),
                ("document/odd.c", "<curl/curl.h>", "neither libc"),
                ("document/cxx.c", "<vector>", "neither libc"),
                ("core/tests.c", '"tests/unit/t.h"', "in no room"),
                ("xapian-c/b.cc", '"core/error.h"', "xapian-c may not include core")):
            with self.subTest(line=line, name=name):
                self.setUp()
                self.assert_complains(includes.check, name, f"/* x */\n  #  include {line}\n", about)

    def test_rooms_that_are_peers(self):
        self.write(GOOD)
        self.write({"indexer/store.h": HEADER.format("store.h", ""),
                    "search/peer.c": '/* x */\n#include "indexer/store.h"\n'})
        self.assertEqual(includes.check(self.root),
                         ["search/peer.c:2: search may not include indexer"])

    def test_cxx_elsewhere(self):
        self.assert_complains(includes.check, "core/x.cc", "/* x */\n", "C++ belongs to xapian-c")
        self.setUp()
        self.assert_complains(includes.check, "xapian-c/x.cpp", "/* x */\n", "use .cc")


class Text(Tree):
    def test_a_good_tree_passes(self):
        self.write(GOOD)
        self.assertEqual(text.check(self.root), [])

    def test_bad_files(self):
        for name, content, about in (
                ("docs/a.md", "later: TO" "DO\n", "marker"),
                ("scripts/a", "cd /ho" "me/someone/src\n", "path of one machine"),
                ("docs/b.md", "white \n", "white space"),
                ("core/a.o", "", "made by a tool"),
                ("docs/big.txt", "x" * (text.SIZE_MAX + 1), "over 1 MiB"),
                ("core/a.c", "int x;\n", "open with a comment"),
                ("core/a.h", "/* says little */\n", "open with its name"),
                ("core/b.c", "/* b.c */\nint f(void)\n{\n" + "    x;\n" * 71 + "}\n",
                 "a function of 71 lines")):
            with self.subTest(name=name):
                self.setUp()
                self.assert_complains(text.check, name, content, about)

    def test_data_and_bytes_are_no_text(self):
        self.write(GOOD)
        self.write({"tests/splitting/unseen/a.txt": "printed \n",
                    "tests/splitting/documents/a.txt": "printed \n",
                    "tests/fuzz/corpus/split/a": "printed \n",
                    "docs/a.PDF": "%PDF-1.7 \n",
                    "docs/picture": "text \n\0 \n"})
        self.assertEqual(text.check(self.root), [])

    def test_text_near_data_is_text(self):
        for name, content in (("tests/splitting/a.txt", "white \n"),
                              ("docs/late", "white \n" + "x" * text.PROBE + "\0"),
                              ("tests/unit/a.c", "/* a.c */ \n")):
            with self.subTest(name=name):
                self.setUp()
                self.assert_complains(text.check, name, content, "white space")


class Headers(Tree):
    def test_headers(self):
        self.write({"core/a.h": "/* a.h */\n#include <stddef.h>\nsize_t pol_a(void);\n",
                    "core/b.h": "/* b.h */\nsize_t pol_b(void);\n",
                    "core/c.h": "/* c.h */\n#include <stddef.h>\nint pol_c(int new);\n"})
        found = headers.check(self.root)
        self.assertEqual(sorted((line.split(":")[0], "C++17" in line) for line in found),
                         [("core/b.h", False), ("core/b.h", True), ("core/c.h", True)], found)


class Symbols(Tree):
    def test_symbols(self):
        self.write({"a.c": "int pol_a(void);\nint pol_a(void) { return 1; }\n"
                           "int helper(void);\nint helper(void) { return 2; }\n"
                           "static int inner(void) { return 3; }\nint (*pol_b)(void) = inner;\n"})
        subprocess.run([os.environ.get("CC", "cc"), "-c", "a.c", "-o", "a.o"], cwd=self.root,
                       check=True)
        for name, prefix in symbols.PREFIXES.items():
            if prefix == "pol_":
                subprocess.run(["ar", "rc", name, "a.o"], cwd=self.root, check=True)
        found = symbols.check(self.root, self.root)
        self.assertIn("libpol_core.a:1: exports 'helper': names begin with pol_", found)
        self.assertIn(f"libxapian_c.a:1: is not below {self.root}", found)
        self.assertEqual(len(found), len(symbols.PREFIXES), found)


class Options(Tree):
    HELP = ("#!/bin/sh\ncat <<'E'\nUsage: prog [OPTION...]\n\n  -q, --quiet    Says nothing, as --calm\n"
            "      --jobs=N   Threads\n  -?, --help     This\n      --usage    Short\nE\n")

    def test_options(self):
        self.write({"bin/prog": self.HELP,
                    "docs/man/prog.1": ".It Fl q , Fl -quiet\nNot\n.Fl -loud .\n.It Fl -jobs Ns = N\n"
                                       ".It Fl -help\n",
                    "completions/bash/prog": "# --none\ncomplete -W '--quiet --jobs= --help' prog\n",
                    "completions/zsh/_prog": "_arguments '(-q --quiet)'{-q,--quiet}'[x]' '--jobs=[n]'"
                                             " '--help[x]' '--extra[x]'\n",
                    "completions/fish/prog.fish": "complete -c prog -s q -l quiet -d x\n"
                                                  "complete -c prog -l jobs -x\n"})
        (self.root / "bin/prog").chmod(0o755)
        self.assertEqual(options.check(self.root, [self.root / "bin/prog"]), [
            "completions/zsh/_prog:1: names --extra, which prog --help does not",
            "completions/fish/prog.fish:1: does not name --help of prog --help"])

    def test_missing(self):
        self.write({"bin/prog": self.HELP})
        (self.root / "bin/prog").chmod(0o755)
        self.assertEqual(len(options.check(self.root, [self.root / "bin/prog"])), 4)


class Tools(Tree):
    def test_tools(self):
        self.write({".clang-format": "BasedOnStyle: LLVM\n", "core/a.c": "int   a ;\n",
                    "docs/man/a.1": ".Dd nonsense\n.Dt A 1\n.Os\n.Sh NAME\n.Xx\n",
                    "scripts/a": "#!/usr/bin/env bash\ncd $1\n"})
        for check in (tools.check_format, tools.check_man, tools.check_shell):
            self.assertTrue(check(self.root), check.__name__)

    def test_clang(self):
        self.write({"core/good.c": "int pol_x;\n", "core/bad.c": "int pol_y = pol_z;\n",
                    "core/odd.c": "int pol_f(int x);\nint pol_f(int x) { return x = x; }\n"})
        flags = clang.flags_of("ccache cc -Wall -Werror -Ia -isystem b -MD -MT x.o -MF x.d -o x.o -c x.c")
        self.assertEqual(flags, ["-Wall", "-Werror", "-Ia", "-isystem", "b"])
        flags = ["-Wall", "-Werror"]
        found = clang.check(self.root, [(self.root, f"core/{name}.c", flags)
                                        for name in ("good", "bad", "odd")])
        self.assertEqual([text.split(":")[0] for text in found], ["core/bad.c", "core/odd.c"])

    def test_nothing_to_look_at_is_a_fault(self):
        self.assertTrue(tools.check_man(self.root))
        self.assertTrue(clang.check(self.root, []))


if __name__ == "__main__":
    unittest.main(verbosity=1)
