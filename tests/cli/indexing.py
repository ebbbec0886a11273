#!/usr/bin/env python3
"""polindex: what is read, kept, replaced and removed (1xx).

Each case makes a folder of motions, runs polindex, and asks polsearch what it finds."""
import csv
import fcntl
import io
import json
import os
import pty
import shutil
import subprocess
import time
import zipfile

import scratch
from scratch import motion


class Indexing(scratch.Case):
    def by_path(self, folder="motions"):
        """{path of the source below the folder: id} of all documents."""
        found = self.hits("--group", "motion", "conference OR notes", code=None)
        return {source: hit["id"] for hit in found for source in hit["sources"]}

    def wait_until_locked(self, writer):
        """Until a writer that was started has the lock, and has said so in it."""
        for _ in range(400):
            lock = self.index / "lock"
            if lock.exists() and f"process {writer.pid} " in lock.read_text():
                return
            time.sleep(0.05)
        self.fail("the writer did not take the lock")

    # --- incremental ---------------------------------------------------------------

    def test_100_first_index(self):
        self.write("motions/a.txt", motion())
        self.write("motions/deep/er/b.txt", motion("Teapots", notes="that teapots drip"))
        done = self.polindex("motions")
        self.assertEqual(done.out, "")
        self.assertIn("Indexed 2 documents (motion 2) from 2 files", done.err)
        self.assertRegex(done.err, r"(?m)^ +2  carried$")
        self.assertIn("now holds 2 documents in 6 passages", done.err)
        [hit] = self.hits("teapots drip")
        self.assertEqual((hit["title"], hit["year"], hit["decision"], hit["sources"]),
                         ("Teapots", 2031, "carried", ["deep/er/b.txt"]))
        self.assert_whole()

    def test_101_unchanged_files_are_not_read_again(self):
        path = self.write("motions/a.txt", motion())
        self.polindex("motions")
        was = path.stat()
        done = self.polindex("motions")
        self.assertIn("Nothing new to index; 1 file unchanged", done.err)
        self.assertGreaterEqual(was.st_atime_ns, path.stat().st_atime_ns, "nobody read it")
        # a change is seen even where size and time are made the same again
        path.write_text(motion().replace("kettles boil", "teapots boil"))
        os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))
        self.assertEqual(path.stat().st_size, was.st_size)
        self.polindex("motions")
        self.assertEqual(len(self.ids("teapots")), 1)

    def test_102_new_file(self):
        self.write("motions/a.txt", motion())
        self.polindex("motions")
        self.write("motions/b.txt", motion("Teapots"))
        done = self.polindex("motions")
        self.assertIn("Indexed 1 document", done.err)
        self.assertIn("now holds 2 documents", done.err)

    def test_103_changed_file(self):
        self.write("motions/a.txt", motion())
        self.polindex("motions")
        before = self.ids("kettles")
        self.write("motions/a.txt", motion("Teapots", notes="that teapots drip", act="buy cosies"))
        self.polindex("motions")
        self.assertEqual(self.ids("kettles"), [])
        self.assertEqual(self.ids("cosies"), before, "editing a file keeps the id")
        self.assert_whole()

    def test_104_removed_file(self):
        self.write("motions/a.txt", motion())
        self.write("motions/b.txt", motion("Teapots", notes="that teapots drip"))
        self.polindex("motions")
        (self.dir / "motions/b.txt").unlink()
        done = self.polindex("motions")
        self.assertIn("1 file gone", done.err)
        self.assertEqual(self.ids("teapots"), [])
        self.assertEqual(len(self.ids("kettles")), 1)
        self.assert_whole()

    def test_105_all_gone_at_once_is_a_missing_disk(self):
        self.write("motions/a.txt", motion())
        self.write("motions/b.txt", motion("Teapots"))
        self.polindex("motions")
        for name in ("a.txt", "b.txt"):
            (self.dir / "motions" / name).unlink()
        done = self.polindex("motions", code=2)
        self.assertIn("motions", done.err)
        self.assertEqual(len(self.ids("kettles")), 2, "kept")

    def test_106_moved_folder_keeps_ids(self):
        for number in range(5):
            self.write(f"motions/{number}.txt", motion(f"Kettle {number}"))
        self.polindex("motions")
        before = self.by_path()
        (self.dir / "motions").rename(self.dir / "archive")
        done = self.polindex("archive")
        self.assertIn("moved", done.err)
        self.assertEqual(self.by_path(), before)
        self.assertEqual(len(before), 5)
        self.assertIn("5 files unchanged", done.err)
        self.assert_whole()

    def test_107_same_ids_in_another_index(self):
        self.write("motions/sub/a.txt", motion())
        self.polindex("motions")
        before = self.ids("kettles")
        shutil.copytree(self.dir / "motions", self.dir / "elsewhere")
        self.polindex("--index", "other", "elsewhere")
        self.assertEqual(self.ids("--index", "other", "kettles"), before)

    def test_108_without_a_path(self):
        self.assertIn("name one", self.polindex(code=2).err)
        self.write("one/a.txt", motion())
        self.write("two/b.txt", motion("Teapots"))
        self.polindex("one", "two")
        self.write("one/c.txt", motion("Cosies"))
        self.write("two/d.txt", motion("Spoons"))
        self.assertIn("now holds 4 documents", self.polindex().err)

    def test_109_a_folder_that_is_not_there_keeps_its_documents(self):
        self.write("one/a.txt", motion())
        self.write("two/b.txt", motion("Teapots"))
        self.polindex("one", "two")
        (self.dir / "two").rename(self.dir / "unplugged")
        done = self.polindex(code=1)
        self.assertIn("two", done.err)
        self.assertEqual(len(self.ids("title:teapots")), 1)

    def is_on_disk(self, words):
        return any(words.encode() in path.read_bytes()
                   for path in self.dir.glob("index*/**/*") if path.is_file())

    def test_1121_a_first_index_inside_its_own_folder(self):
        self.write("motions/a.txt", motion("Teapots"))
        done = self.polindex("--index", "index", ".", cwd=self.dir / "motions")
        self.assertNotIn("left out", done.err)
        self.assertIn("Indexed 1 document", done.err)

    def test_1122_an_empty_folder(self):
        (self.dir / "empty").mkdir()
        self.assertIn("There is no document in what was named", self.polindex("empty").err)
        self.write("empty/a.txt", motion("Teapots"))
        self.polindex("empty")
        self.assertIn("Nothing new to index", self.polindex("empty").err)

    def test_113_a_folder_that_was_deleted_is_removed_by_name(self):
        self.write("one/a.txt", motion())
        self.write("two/b.txt", motion("Teapots", notes="that zanzibarine spouts drip"))
        self.write("two/polsearch.yaml", "lapse_after_years: 3\n")
        self.polindex("one", "two")
        self.assertTrue(self.is_on_disk("zanzibarin"))
        shutil.rmtree(self.dir / "two")
        for arguments in ((), ("--rebuild",)):
            self.polindex(*arguments, code=None)
            self.assertEqual(len(self.ids("zanzibarine")), 1, "kept")
        self.assertIn("polindex --remove", self.polindex(code=1).err)
        self.assertIn("polindex --remove 'two'", self.polindex("two", code=2).err)
        done = self.polindex("--remove", "two")
        self.assertIn("now holds 1 document", done.err)
        self.assertEqual(self.ids("zanzibarine"), [])
        self.assertFalse(self.is_on_disk("zanzibarin"))
        self.assertNotIn("two", self.polindex("status").out)
        self.assertNotIn("two", self.polindex().err)
        self.assertIn("came from 'two'", self.polindex("--remove", "two", code=2).err)
        self.assert_whole()

    def test_114_part_of_a_folder_is_removed(self):
        self.write("all/sub/a.txt", motion())
        self.write("all/subway.txt", motion("Teapots"))
        self.write("all/c.txt", motion("Cosies"))
        self.polindex("all")
        done = self.polindex("--remove", "all/sub/", "all/../all/c.txt")
        self.assertIn("is still there", done.err)
        self.assertIn("now holds 1 document", done.err)
        self.assertEqual(len(self.ids("title:teapots")), 1)
        self.assertIn("now holds 3 documents", self.polindex().err, "read again: still there")

    def test_115_what_came_from_standard_input_is_removed(self):
        self.write("all/a.txt", motion())
        self.polindex("all", "-", stdin=b'{"id": "m1", "text": "Conference notes the tides."}')
        self.assertIn("now holds 1 document", self.polindex("--remove", "-").err)
        self.assertIn("came from '-'", self.polindex("--remove", "-", code=2).err)

    def test_116_a_correction_goes_with_its_document(self):
        self.write("one/a.txt", motion())
        self.write("two/b.txt", motion("Teapots"))
        self.polindex("one", "two")
        found = self.ids("title:kettles") + self.ids("title:teapots")
        rows = "".join(f"{id},title,Corrected {n}\n" for n, id in enumerate(found))
        self.write("fixed.csv", "id,field,correction\n" + rows)
        self.polindex("--corrections", "fixed.csv")
        self.assertTrue(self.is_on_disk("Corrected 1"))
        shutil.rmtree(self.dir / "two")
        self.polindex("--remove", "two")
        listed = self.polindex("corrections").out
        self.assertIn("Corrected 0", listed)
        self.assertNotIn("Corrected 1", listed)
        self.assertFalse(self.is_on_disk("Corrected 1"))

    def test_117_remove_needs_a_path_and_goes_alone(self):
        self.polindex("--remove", code=2)
        self.polindex("--remove", "--rebuild", "one", code=2)
        self.polindex("--remove", "--check", "one", code=2)
        self.assertIn("there is no index", self.polindex("--remove", "one", code=2).err)

    def test_110_a_folder_inside_another(self):
        self.write("all/sub/a.txt", motion())
        self.write("all/b.txt", motion("Teapots"))
        self.polindex("all/sub")
        self.assertIn("now holds 2 documents", self.polindex("all").err)
        self.assertIn("now holds 2 documents", self.polindex("all/sub").err)
        self.assertEqual(len(self.ids("title:kettles")), 1)
        self.assert_whole()

    def test_111_single_files(self):
        self.write("motions/a.txt", motion())
        self.write("motions/b.txt", motion("Teapots"))
        self.polindex("motions/a.txt")
        self.assertEqual(len(self.ids("conference")), 1, "the other file was not named")
        self.polindex()
        self.assertEqual(len(self.ids("conference")), 1)
        self.polindex("motions/b.txt")
        self.assertEqual(len(self.ids("conference")), 2)

    def test_112_hidden_files_and_unknown_endings(self):
        self.write("motions/a.txt", motion())
        self.write("motions/.hidden.txt", motion("Teapots"))
        self.write("motions/.git/b.txt", motion("Teapots"))
        self.write("motions/a.txt~", motion("Teapots"))
        self.write("motions/picture.png", b"\x89PNG\r\n\x1a\n" + bytes(64))
        done = self.polindex("motions", code=None)
        self.assertIn("now holds 1 document", done.err)
        self.assertNotIn("hidden", done.err)

    # --- ids and sidecars ----------------------------------------------------------

    def test_120_explicit_id_follows_the_document(self):
        text = "---\nid: rule/7\ntitle: Kettles\n---\n\nConference notes kettles.\n"
        self.write("motions/a.md", text)
        self.polindex("motions")
        self.assertEqual(self.ids("kettles"), ["rule/7"])
        (self.dir / "motions/a.md").rename(self.dir / "motions/b.md")
        self.polindex("motions")
        [hit] = self.hits("--group", "motion", "kettles")
        self.assertEqual((hit["id"], hit["sources"]), ("rule/7", ["b.md"]))

    def test_121_an_id_that_is_taken(self):
        for name in ("a", "b"):
            self.write(f"motions/{name}.md", f"---\nid: same\n---\n\nConference notes {name}s.\n")
        done = self.polindex("motions", code=1)
        self.assertIn("same", done.err)
        self.assertIn("a.md", done.err)
        self.assertEqual(self.ids("conference"), ["same"])

    def test_122_sidecar(self):
        self.write("motions/a.txt", motion())
        self.polindex("motions")
        self.write("motions/a.txt.meta.yaml", "decision: lost\ntitle: Urns\nid: urns-1\n")
        self.polindex("motions")
        [hit] = self.hits("--group", "motion", "kettles boil")
        self.assertEqual((hit["id"], hit["title"], hit["decision"]), ("urns-1", "Urns", "lost"))
        self.write("motions/a.txt.meta.yaml", "decision: remitted\n")
        self.polindex("motions")
        [hit] = self.hits("--group", "motion", "kettles boil")
        self.assertEqual((hit["title"], hit["decision"]), ("Kettles for Canteens", "remitted"))
        (self.dir / "motions/a.txt.meta.yaml").unlink()
        self.polindex("motions")
        [hit] = self.hits("--group", "motion", "kettles boil")
        self.assertEqual(hit["decision"], "carried")
        self.assertIn("now holds 1 document", self.polindex("motions").err)

    def test_123_broken_sidecar(self):
        self.write("motions/a.txt", motion())
        self.write("motions/a.txt.meta.yaml", "decision: [lost\n")
        done = self.polindex("motions", code=1)
        self.assertIn("a.txt", done.err)

    # --- duplicates ----------------------------------------------------------------

    def duplicate(self, **other):
        """A motion, and the same on another page with what is given changed."""
        self.write("site/a.txt", motion())
        self.write("archive/b.txt", motion(**other).replace("Back to all Motions", ""))
        self.polindex("site", "archive")
        return self.hits("--group", "motion", "kettles boil")

    def test_130_two_renderings_merge(self):
        [hit] = self.duplicate()
        self.assertEqual(sorted(hit["sources"]), ["a.txt", "b.txt"])
        self.assert_whole()

    def test_131_moved_again_another_year(self):
        found = self.duplicate(conference="2033 Canteen Staff Conference", date="3 May 2033")
        self.assertEqual(sorted(hit["year"] for hit in found), [2031, 2033])

    def test_132_another_conference(self):
        self.assertEqual(len(self.duplicate(conference="2031 Kitchen Workers' Conference")), 2)

    def test_133_another_title(self):
        self.assertEqual(len(self.duplicate(title="Urns for Canteens")), 2)

    def test_134_explicit_ids_never_merge(self):
        for number in (1, 2):
            self.write(f"motions/{number}.txt", motion())
            self.write(f"motions/{number}.txt.meta.yaml", f"id: k{number}\n")
        self.polindex("motions")
        self.assertEqual(self.ids("kettles"), ["k1", "k2"])

    def test_135_one_of_two_renderings_goes(self):
        self.duplicate()
        (self.dir / "site/a.txt").unlink()
        self.write("site/other.txt", motion("Teapots"))
        self.polindex("site", "archive")
        [hit] = self.hits("--group", "motion", "title:kettles")
        self.assertEqual(hit["sources"], ["b.txt"])
        self.assert_whole()

    def test_136_one_of_two_renderings_changes(self):
        self.duplicate()
        self.write("site/a.txt", motion("Urns", notes="that urns leak", act="mend the urns"))
        self.polindex("site", "archive")
        self.assertEqual(self.ids("urns leak"), self.ids("title:urns"))
        [hit] = self.hits("--group", "motion", "title:kettles")
        self.assertEqual(hit["sources"], ["b.txt"])
        self.assert_whole()

    # --- JSON Lines ----------------------------------------------------------------

    def test_140_standard_input(self):
        lines = b'{"id": "m1", "text": "Conference notes tides."}\n{"id": "m2", "text": "Boats."}\n'
        done = self.polindex("-", stdin=lines)
        self.assertIn("Indexed 2 documents", done.err)
        self.assertEqual(self.ids("tides"), ["m1"])
        self.polindex("-", stdin=b'{"id": "m1", "text": "Conference notes ebbs."}\n')
        self.assertEqual((self.ids("tides"), self.ids("ebbs"), self.ids("boats")),
                         ([], ["m1"], ["m2"]))
        self.assert_whole()

    def test_141_fields(self):
        self.polindex("-", stdin=json.dumps({
            "id": "m1", "kind": "composite", "title": "Tides", "conference": "Ferry Conference",
            "year": 2019, "date": "2019-05-04", "number": "C", "decision": "remitted",
            "submitted_by": ["North", "South"], "organisation": "Union of Ferries",
            "text": "Conference notes the tides.\n\nConference instructs the Council to wait."}
        ).encode() + b"\n")
        [hit] = self.hits("tides", "--clause", "notes")
        self.assertEqual([hit[name] for name in ("id", "kind", "title", "year", "date", "number",
                                                 "decision", "organisation", "submitted_by")],
                         ["m1", "composite", "Tides", 2019, "2019-05-04", "C", "remitted",
                          "Union of Ferries", ["North", "South"]])

    def test_142_bad_lines_are_named_and_left_out(self):
        done = self.polindex("-", code=1, stdin=b'{"id": "a", "text": "Tides."}\n{broken\n'
                                                b'{"id": "b"}\n[]\n\n{"id": "c", "text": "Boats."}\n')
        for line in (2, 3, 4):
            self.assertIn(f":{line}:", done.err)
        self.assertEqual(self.ids("tides OR boats"), ["a", "c"])

    def test_143_a_file_of_many(self):
        self.write("data/all.jsonl", "".join(
            json.dumps({"id": f"m{n}", "text": f"Conference notes tide {n}."}) + "\n"
            for n in range(300)))
        self.polindex("data")
        self.assertEqual(len(self.ids("tide")), 300)
        self.write("data/all.jsonl", '{"id": "m7", "text": "Conference notes tide 7."}\n')
        self.polindex("data")
        self.assertEqual(self.ids("tide"), ["m7"], "lines that are gone are removed")
        self.assert_whole()

    # --- looking without indexing --------------------------------------------------

    def test_148_members_of_an_archive_are_documents_of_their_own(self):
        (self.dir / "motions").mkdir()
        with zipfile.ZipFile(self.dir / "motions" / "old.zip", "w") as archive:
            for name in ("kettles", "teapots", "urns"):
                archive.writestr(f"{name}/a.txt", motion(name.title(), notes=f"that {name} drip"))
        self.polindex("motions")
        self.assertEqual(len(self.ids("drip")), 3)
        was = self.ids("teapots drip")
        with zipfile.ZipFile(self.dir / "motions" / "old.zip", "w") as archive:
            for name in ("aprons", "kettles", "teapots"):
                archive.writestr(f"{name}/a.txt", motion(name.title(), notes=f"that {name} drip"))
        self.polindex("motions")
        self.assertEqual(self.ids("teapots drip"), was, "others come and go")
        self.assertEqual(self.ids('"urns drip"'), [])
        self.assert_whole()

    def test_150_check_as_json_lines(self):
        self.write("motions/a.txt", motion())
        [found] = self.checked("motions")
        wanted = {"kind": "motion", "title": "Kettles for Canteens", "title_source": "text",
                  "display_title": "Kettles for Canteens",
                  "conference": "2031 Canteen Staff Conference", "year": 2031,
                  "date": "2031-05-04", "decision": "carried", "decision_raw": "Carried",
                  "number": None, "submitted_by": [], "duplicate_of": None,
                  "n_passages": 3, "n_action_points": 1}
        self.assertEqual({name: found[name] for name in wanted}, wanted)
        self.assertTrue(found["file"].endswith("motions/a.txt"))
        self.assertEqual([(p["ordinal"], p["clause"], p["label"]) for p in found["passages"]],
                         [(1, "notes", None), (2, "resolves", None), (3, "resolves", "1)")])
        self.assertFalse(self.index.exists(), "--check makes no index")

    def test_151_check_of_duplicates(self):
        self.write("motions/a.txt", motion())
        self.write("motions/b.txt", motion())
        first, second = self.checked("motions")
        self.assertIsNone(first["duplicate_of"])
        self.assertIsNotNone(second["duplicate_of"])

    def test_152_check_as_csv(self):
        self.write("motions/a.txt", motion('=HYPERLINK("x"), said'))
        done = self.polindex("--check", "--format", "csv", "motions")
        heading, row = csv.reader(io.StringIO(done.bytes.decode(), newline=""))
        self.assertEqual(len(heading), len(row))
        found = dict(zip(heading, row))
        self.assertEqual(found["year"], "2031")
        self.assertTrue(found["title"].startswith("'="), "no formula reaches a spreadsheet")

    def test_153_check_as_table(self):
        self.write("motions/a.txt", motion(decision="Carried as Amended", date="1 January 2031"))
        self.assert_golden("153-check.txt", self.polindex("--check", "motions").out)

    def test_154_check_reads_standard_input(self):
        done = self.polindex("--check", "--format", "jsonl", "-",
                             stdin=b'{"id": "m1", "text": "Conference notes tides."}\n')
        self.assertEqual([found["id"] for found in done.objects()], ["m1"])

    def test_155_people_are_hidden(self):
        text = motion() + "\nMoved by Jo Bloggs, Northern branch\n"
        self.write("motions/a.txt", "---\n" + text)
        self.write("motions/a.txt.meta.yaml", "mover: Jo Bloggs\n")
        shown = self.polindex("--check", "--people", "motions").out
        self.assertIn("Jo Bloggs", shown)
        self.assertNotRegex(self.polindex("--check", "motions").out, "submitted.*Jo Bloggs")
        self.polindex("motions")
        self.assertEqual(self.ids("by:Bloggs"), [])

    def test_156_dry_run(self):
        self.write("motions/a.txt", motion())
        self.write("motions/b.txt", motion("Teapots"))
        self.polindex("motions")
        self.write("motions/a.txt", motion("Urns", notes="that urns leak"))
        self.write("motions/c.txt", motion("Cosies"))
        (self.dir / "motions/b.txt").unlink()
        before = self.ids("conference")
        listed = {line.split()[-1].rpartition("/")[2]: line.split()[0]
                  for line in self.polindex("--dry-run", "motions").out.splitlines()}
        self.assertEqual(listed, {"a.txt": "changed", "b.txt": "removed", "c.txt": "new"})
        self.assertEqual(self.ids("conference"), before)
        self.polindex("motions")
        self.assertEqual(self.polindex("--dry-run", "motions").out.count("new"), 0)

    # --- rebuilding, generations, lock ---------------------------------------------

    def test_160_rebuild_keeps_ids_and_standard_input(self):
        self.write("motions/a.txt", motion())
        self.polindex("motions")
        self.polindex("-", stdin=b'{"id": "m1", "text": "Conference notes tides."}\n')
        before = self.ids("conference")
        stub = (self.index / "XAPIANDB").read_text()
        self.polindex("--rebuild")
        self.assertEqual(self.ids("conference"), before)
        self.assertEqual(len(before), 2)
        self.assertNotEqual((self.index / "XAPIANDB").read_text(), stub)
        self.assert_whole()
        self.polindex("motions")
        generations = [path.name for path in self.index.iterdir() if path.name.startswith("gen-")]
        self.assertEqual(len(generations), 1, "the next writer sweeps")

    def test_161_rebuild_of_a_first_index(self):
        self.write("motions/a.txt", motion())
        self.polindex("--rebuild", "motions")
        self.assertEqual(len(self.ids("kettles")), 1)
        self.assert_whole()

    def test_162_a_second_writer_is_told_who_holds_the_lock(self):
        self.write("motions/a.txt", motion())
        self.polindex("motions")
        first = self.start("polindex", "-", stdin=subprocess.PIPE)
        self.wait_until_locked(first)
        done = self.polindex("motions", code=2)
        self.assertIn(f"process {first.pid} ", done.err)
        self.assertEqual(len(self.ids("kettles")), 1, "searches go on")
        _, said = first.communicate(b'{"id": "m1", "text": "Tides."}\n', timeout=60)
        self.assertEqual(first.returncode, 0, said)
        self.polindex("motions")
        self.assertEqual(self.ids("tides"), ["m1"])

    def test_163_the_lock_of_the_dead_holds_nobody(self):
        self.write("motions/a.txt", motion())
        self.polindex("motions")
        (self.index / "lock").write_text("process 1 on here since long ago (polindex)\n")
        self.polindex("motions")
        with open(self.index / "lock", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.assertIn("wait", self.polindex("motions", code=2).err)

    def test_164_a_reader_goes_on_while_the_index_is_rewritten(self):
        for number in range(30):
            self.write(f"motions/{number}.txt", motion(f"Kettle {number}"))
        self.polindex("motions")
        for number in range(6):
            self.write(f"motions/{number}.txt", motion(f"Urn {number}", act=f"buy urn {number}"))
            writer = self.start("polindex", "--rebuild" if number % 2 else "motions")
            while writer.poll() is None:
                self.assertEqual(len(self.ids("conference")), 30)
            self.assertEqual(writer.returncode, 0)

    # --- output --------------------------------------------------------------------

    def test_170_quiet(self):
        self.write("motions/a.txt", motion())
        done = self.polindex("--quiet", "motions")
        self.assertEqual((done.out, done.err), ("", ""))

    def test_171_status(self):
        self.assertIn("polindex FOLDER", self.polindex("status", code=2).err)
        self.write("motions/a.txt", motion())
        self.polindex("motions")
        out = self.polindex("status").out
        for words in (str(self.index), "1 (3 passages)", "motion 1", "2031", "motions", "carried"):
            self.assertIn(words, out)

    def test_172_jobs_make_no_difference(self):
        found = []
        for jobs in ("1", "2", "7"):
            self.polindex("--jobs", jobs, "--index", jobs, scratch.ROOT / "tests/recognition/documents",
                          code=None)
            hits = self.hits("--index", jobs, "conference")
            found.append([(hit["id"], hit["anchor"], hit["text"]) for hit in hits])
        self.assertEqual(found[0], found[1])
        self.assertEqual(found[0], found[2])

    def test_173_progress_on_a_terminal(self):
        for number in range(200):
            self.write(f"motions/{number}.txt", motion(f"Kettle {number}"))
        parent, child = pty.openpty()
        run = self.start("polindex", "motions", stderr=child)
        os.close(child)
        said = b""
        try:
            while piece := os.read(parent, 65536):
                said += piece
        except OSError:  # the other side is closed
            pass
        os.close(parent)
        self.assertEqual(run.wait(timeout=60), 0)
        self.assertIn(b"of 200 files", said)
        self.assertIn(b"\x1b[K", said)

    def test_174_an_interrupt_keeps_what_was_done(self):
        run = self.start("polindex", "-", stdin=subprocess.PIPE)
        run.stdin.write(b"".join(b'{"id": "m%d", "text": "Tides."}\n' % n for n in range(500)))
        run.stdin.flush()
        self.wait_until_locked(run)
        time.sleep(0.3)
        run.terminate()
        _, said = run.communicate(timeout=20)
        self.assertEqual(run.returncode, 2, said)
        self.assertIn(b"Stopped early", said)
        self.assert_whole()

    def test_175_an_interrupt_while_nothing_comes(self):
        run = self.start("polindex", "-", stdin=subprocess.PIPE)
        self.wait_until_locked(run)
        time.sleep(0.3)
        run.terminate()
        self.assertEqual(run.wait(timeout=10), 2, "it ends though standard input stays open")

    def test_176_options(self):
        self.assertIn("polindex (polsearch) 0.", self.polindex("--version").out)
        self.assertIn("--rebuild", self.polindex("--help").out)
        for wrong in (["--jobs", "0", "."], ["--format", "xml", "--check", "."], ["--nonsense"],
                      ["status", "x"], ["--format", "csv", "."], ["--check"]):
            with self.subTest(wrong=wrong):
                self.assertIn("polindex", self.polindex(*wrong, code=2).err)

    @scratch.needs_shared("seeds")
    def test_180_seeds(self):
        found = self.checked(scratch.SHARED / "seeds")
        rows = [[entry[name] for name in ("kind", "title", "conference", "year", "date",
                                          "decision", "n_action_points", "n_passages")]
                for entry in found]
        health = "Health Care Service Group Conference"
        self.assertEqual(rows, [
            ["motion", "Health and Social Care Integration – Closing the Gap", f"2017 {health}", 2017,
             "2016-12-15", "unknown", 5, 16],
            ["motion", "Integration – Taking the Workforce With You", f"2014 {health}", 2014,
             "2013-12-07", "carried", 5, 15],
            ["motion", None, f"2017 {health}", 2017, "2016-12-15", "carried", 3, 19],
            ["motion", "Integrated Care – Health and Social Services", f"2003 {health}", 2003,
             "2002-12-01", "carried_amended", 6, 14],
            ["article", "South East councils urge Hunt to back integration plan", None, 2016,
             "2016-08-22", None, 0, 15]])

    @scratch.needs_shared("parliament")
    def test_181_parliament(self):
        if scratch.is_sanitized():
            self.skipTest("takes minutes under a sanitizer: once, in dev, is enough")
        done = self.polindex(scratch.SHARED / "parliament/motions.jsonl", timeout=600)
        self.assertIn("now holds 14,292 documents", done.err)
        self.assert_whole()


if __name__ == "__main__":
    scratch.main()
