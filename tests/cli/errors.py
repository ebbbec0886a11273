#!/usr/bin/env python3
"""Hostile files, missing things, dead servers, full disks: a clear word, and nothing lost (2xx)."""
import os
import resource
import signal
import socket
import subprocess
import unittest

import scratch
from scratch import motion


class Errors(scratch.Case):
    def setUp(self):
        super().setUp()
        self.write("motions/good.txt", motion())

    def index_with(self, name, content, reason, code=1):
        """The folder with one more file: the good one is indexed, the other named with why."""
        self.write(f"motions/{name}", content)
        done = self.polindex("motions", code=code)
        if reason:
            self.assertRegex(done.err, rf"left out: .*{name}.*: .*{reason}")
        self.assertEqual(len(self.ids("kettles boil")), 1, done)
        self.assert_whole()
        return done

    # --- files ---------------------------------------------------------------------

    @unittest.skipUnless(os.geteuid() == 0, "only root can become another user here")
    def test_200_unreadable_file_and_folder(self):
        self.write("motions/secret.txt", motion("Secrets")).chmod(0)
        self.write("motions/closed/a.txt", motion("Closed"))
        (self.dir / "motions/closed").chmod(0)
        self.index.mkdir()
        self.index.chmod(0o777)
        done = self.run_as_nobody("polindex", "motions", code=1)
        self.assertRegex(done.err, r"left out: .*secret\.txt: .*[Pp]ermission denied")
        self.assertRegex(done.err, r"left out: .*closed: .*[Pp]ermission denied")
        self.assertEqual(len(self.ids("kettles")), 1)

    @unittest.skipUnless(os.geteuid() == 0, "only root can become another user here")
    def test_201_what_cannot_be_read_any_more_is_kept(self):
        self.write("motions/a/one.txt", motion("Teapots"))
        self.write("motions/two.txt", motion("Cosies"))
        self.polindex("motions")
        for path in [self.index, *self.index.rglob("*")]:
            os.chown(path, scratch.NOBODY, scratch.NOBODY)
        (self.dir / "motions/a").chmod(0)
        (self.dir / "motions/two.txt").chmod(0)
        self.run_as_nobody("polindex", "motions", code=1)
        self.assertEqual(len(self.ids("title:teapots OR title:cosies")), 2)
        self.run_as_nobody("polindex", "--rebuild", code=1)
        self.assertEqual(len(self.ids("title:teapots OR title:cosies")), 2)
        self.assert_whole()

    def test_202_binary_junk(self):
        self.index_with("junk.txt", bytes(range(256)) * 64, "")
        self.assertEqual(len(self.ids("conference")), 1)

    def test_203_word_processor_bytes(self):
        self.index_with("old.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096), "")

    def test_204_200_megabytes(self):
        path = self.write("motions/huge.txt", "Conference notes the weight of it.\n")
        os.truncate(path, 0)
        with open(path, "wb") as file:
            for _ in range(200):
                file.write(b"Conference notes the weight. \n" * 34953)
        self.assertGreater(path.stat().st_size, 200 << 20)
        done = self.polindex("motions", code=1)
        self.assertRegex(done.err, r"left out: .*huge\.txt: .*200 MB.*64 MB")
        self.assertEqual(len(self.ids("kettles")), 1)

    def test_205_line_of_a_megabyte(self):
        words = "steam " * 175000
        self.index_with("long.txt", "Long Lines\n\nConference notes " + words + ".\n", "", code=None)
        self.assertEqual(len(self.ids("title:long")), 1)
        self.assertIn("steam", self.polsearch("title:long", "steam").out)

    def test_206_word_of_a_megabyte(self):
        self.index_with("word.txt", "Words\n\nConference notes " + "x" * (1 << 20) + ".\n", "",
                        code=None)
        self.assertEqual(len(self.ids("title:words")), 1)

    def test_207_deep_html(self):
        for name, page in (("deep.html", "<div>" * 100000 + "x"),
                           ("spans.html", "<p>" + "<b>" * 100000 + "x"),
                           ("quotes.html", "<blockquote>" * 100000 + "x")):
            with self.subTest(name=name):
                # the bound is on time: gumbo takes half a minute for these
                done = self.index_with(name, page, "", code=None)
                self.assertIn(name, done.err)

    def test_208_deep_markdown_and_json(self):
        self.index_with("deep.md", "> " * 20000 + "x\n" + "[" * 50000 + "\n" + "* " * 20000, "",
                        code=None)
        self.index_with("deep.jsonl", '{"text": "x", "d": ' + "[" * 100000 + "]" * 100000 + "}\n",
                        "", code=1)

    def test_209_invalid_utf8(self):
        text = motion("Caf\u00e9s", notes="steam").encode()
        self.index_with("bytes.txt", text + b"\nConference notes \xff\xfe, \xc3( and \xed\xa0\x80.\n",
                        "", code=None)
        self.assertEqual(len(self.ids("steam")), 1)

    def test_210_windows_1252(self):
        text = motion("The Caf\u00e9 \u2013 \u2018Open\u2019", notes="steam").encode("cp1252")
        self.index_with("western.txt", text, "", code=0)
        self.assertEqual({hit["title"] for hit in self.hits("title:cafe")},
                         {"The Caf\u00e9 \u2013 \u2018Open\u2019"})

    def test_211_loop_of_folders(self):
        (self.dir / "motions/loop").symlink_to("..")
        (self.dir / "motions/self").symlink_to("self")
        (self.dir / "motions/dangling").symlink_to("nowhere")
        done = self.polindex("motions", code=1)
        self.assertRegex(done.err, "left out: .*loop.*: .*loop")
        self.assertEqual(len(self.ids("kettles")), 1)

    def test_212_odd_names(self):
        for name in ("new\nline.txt", "escape\x1b[31m.txt", "-n.txt", "quote'\".txt", "\u202eevil.txt"):
            self.write(f"motions/{name}", motion("Odd Names"))
        self.write("motions/bad\x1b]0;x\x07.txt", bytes(range(256)) * 16)
        done = self.polindex("motions", code=1)
        self.assertNotIn("\x1b", done.err)
        self.assertNotIn("\x1b", self.polindex("--check", "motions", code=1).out)
        self.assertNotIn("\x1b", self.polsearch("title:odd").out)

    def test_213_names_that_are_no_utf8(self):
        path = os.fsencode(self.dir / "motions") + b"/caf\xe9.txt"
        with open(path, "wb") as file:
            file.write(motion("Bytes").encode())
        self.polindex("motions", code=None)
        [found] = [entry for entry in self.checked("motions", code=None)
                   if entry["title"] == "Bytes"]
        self.assertIn("caf", found["file"])
        self.assertEqual(len(self.ids("title:bytes")), 1)
        self.assert_whole()

    def test_214_devices_and_sockets(self):
        os.mkfifo(self.dir / "motions/pipe.txt")
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(str(self.dir / "motions/socket.txt"))
            self.polindex("motions", code=None, timeout=30)
        self.assertEqual(len(self.ids("conference")), 1)

    def test_215_empty_files(self):
        self.write("motions/empty.txt", "")
        self.write("motions/spaces.txt", " \n\t\n")
        self.write("motions/empty.html", "")
        self.write("motions/empty.jsonl", "")
        self.polindex("motions", code=None)
        self.assertEqual(len(self.ids("kettles")), 1)
        self.assert_whole()

    def test_216_text_that_commands_a_terminal(self):
        self.write("motions/evil.txt", motion("Evil", notes="that \x1b[2J\x1b]52;c;eA==\x07 \u202e it"))
        self.polindex("motions", code=None)
        for form in ("text", "markdown", "csv", "json", "jsonl", "trec"):
            out = self.polsearch("--format", form, "title:evil").out
            for bad in ("\x1b", "\x07", "\u202e") if form in ("text", "markdown") else ("\x1b", "\x07"):
                self.assertNotIn(bad, out, form)

    # --- places --------------------------------------------------------------------

    def test_220_no_such_path(self):
        self.polindex("motions")
        self.assertIn("nowhere", self.polindex("nowhere", code=2).err)
        self.assertEqual(len(self.ids("kettles")), 1)

    def test_2201_no_such_path_leaves_no_index(self):
        self.polindex("nowhere", code=2)
        self.polindex("--rebuild", "nowhere", code=2)
        done = self.polindex("motions", "nowhere", code=2)
        self.assertIn("cannot read 'nowhere': No such file or directory", done.err)
        self.assertFalse(self.index.exists())

    def test_221_no_index(self):
        self.assertIn("polindex", self.polsearch("kettles", code=2).err)
        self.assertIn("polindex", self.polindex("verify", code=2).err)

    def test_222_a_folder_that_is_no_index(self):
        done = self.polindex("--index", "motions", "motions", code=2)
        self.assertIn("good.txt", done.err)
        self.assertEqual(os.listdir(self.dir / "motions"), ["good.txt"], "not touched")
        self.polsearch("--index", "motions", "kettles", code=2)

    def test_223_a_file_that_is_no_index(self):
        path = self.write("file", "hello\n")
        self.polsearch("--index", path, "kettles", code=2)
        self.polindex("--index", path, "motions", code=2)
        self.assertEqual(path.read_text(), "hello\n")

    def test_224_another_schema(self):
        self.polindex("motions")
        [generation] = self.index.glob("gen-*")
        self.run_program("xapian-metadata", "set", generation, "polsearch.schema", "999")
        for done in (self.polsearch("kettles", code=2), self.polindex("motions", code=2),
                     self.polindex("status", code=2), self.polindex("verify", code=2)):
            self.assertIn("999", done.err)
            self.assertIn("polindex --rebuild", done.err)
        self.polindex("--rebuild", "motions")
        self.assertEqual(len(self.ids("kettles")), 1)
        self.assert_whole()

    def test_225_a_database_of_somebody_else(self):
        self.polindex("motions")
        [generation] = self.index.glob("gen-*")
        self.run_program("xapian-metadata", "set", generation, "polsearch.schema", "")
        self.assertIn("not a polsearch index", self.polsearch("kettles", code=2).err)

    def test_226_stub_of_a_dead_server(self):
        with socket.socket() as unused:
            unused.bind(("127.0.0.1", 0))
            port = unused.getsockname()[1]
        stub = self.write("remote", f"remote 127.0.0.1:{port}\n")
        done = self.polsearch("--index", stub, "kettles", code=2, timeout=30)
        self.assertIn("127.0.0.1", done.err)

    def test_227_stub_of_a_server_that_says_nothing(self):
        with socket.socket() as silent:
            silent.bind(("127.0.0.1", 0))
            silent.listen()
            stub = self.write("remote", f"remote 127.0.0.1:{silent.getsockname()[1]}\n")
            self.polsearch("--index", stub, "kettles", code=2, timeout=60)

    def test_228_several_indexes_behind_one_stub(self):
        self.write("others/b.txt", motion("Teapots", notes="that teapots drip"))
        self.polindex("motions")
        self.polindex("--index", "other", "others")
        stub = self.write("both", f"auto {self.index}\nauto {self.dir / 'other'}\n")
        self.assertEqual(len(self.ids("--index", str(stub), "conference")), 2)
        self.polindex("--index", stub, "motions", code=2)

    def test_229_damaged_index(self):
        for number in range(50):
            self.write(f"motions/{number}.txt", motion(f"Kettle {number}"))
        self.polindex("motions")
        [generation] = self.index.glob("gen-*")
        table = generation / "docdata.glass"
        good = table.read_bytes()
        table.write_bytes(good[:100] + bytes(len(good) - 100))
        self.polindex("verify", code=None)
        self.assertNotEqual(self.polindex("verify", code=None).code, 0)
        self.assertEqual(self.polsearch("kettles", code=None).code, 2)
        self.polindex("--rebuild", "motions")
        self.assertEqual(len(self.ids("kettles")), 51)
        self.assert_whole()

    def test_230_truncated_index(self):
        self.polindex("motions")
        [generation] = self.index.glob("gen-*")
        for table in generation.glob("*.glass"):
            os.truncate(table, table.stat().st_size // 2)
        self.assertEqual(self.polsearch("kettles", code=None).code, 2)
        self.assertEqual(self.polindex("motions", code=None).code, 2)
        self.polindex("--rebuild", "motions")
        self.assertEqual(len(self.ids("kettles")), 1)

    # --- room ----------------------------------------------------------------------

    def test_240_output_that_cannot_be_written(self):
        self.polindex("motions")
        for command in (["polsearch", "kettles"], ["polindex", "--check", "motions"],
                        ["polindex", "status"], ["polindex", "--dry-run", "motions", "index"]):
            with self.subTest(command=command), open("/dev/full", "wb") as full:
                run = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=self.env,
                                     cwd=self.dir, timeout=60, check=False)
                if command[1] != "--dry-run":
                    self.assertEqual(run.returncode, 2, run.stderr)
                    self.assertIn(b"rite", run.stderr)

    def test_241_a_limit_on_file_size_is_a_full_disk(self):
        self.polindex("motions")
        before = self.ids("kettles")
        self.write("more/all.jsonl", "".join(
            f'{{"id": "m{n}", "text": "Conference notes steam number {n} of the kettle."}}\n'
            for n in range(20000)))

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))

        self.polindex("more", code=2, preexec_fn=limit, restore_signals=False)
        self.assertEqual(self.ids("title:kettles"), before, "nothing that was there is lost")
        self.assert_whole()
        self.assertIn("now holds 20,001 documents", self.polindex("more").err)

    def test_242_an_index_that_may_not_be_written(self):
        if os.geteuid() != 0:
            self.skipTest("only root can become another user here")
        self.polindex("motions")
        done = self.run_as_nobody("polindex", "motions", code=2)
        self.assertIn("ermission denied", done.err)
        found = self.run_as_nobody("polsearch", "kettles")
        self.assertIn("Kettles", found.out, "searching asks for no more than reading")

    def test_243_no_home(self):
        done = self.run_program("env", "-i", f"PATH={self.env['PATH']}", "polindex", "motions", code=2)
        self.assertIn("--index", done.err)


if __name__ == "__main__":
    scratch.main()
