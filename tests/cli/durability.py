#!/usr/bin/env python3
"""polindex killed, and out of room, at moments spread over whole runs (5xx).

A first index, an update and a rebuild are stopped in two ways: by SIGKILL after some time, and
before the N-th call that changes a file (fault.c), so that commits, compaction and the swap are
all met. Afterwards the index opens, is whole, and has every document with every text that was
committed before; after a removal, the next run leaves no bytes of what was removed.
POLSEARCH_LONG=1 takes 30 moments of each kind instead of a few."""
import json
import os
import random
import shutil
import subprocess
import time
import unittest
from pathlib import Path

import scratch

MOMENTS = 30 if os.environ.get("POLSEARCH_LONG") else 3
# Commits are due every 20 seconds; the data here take one. See fault.c.
CLOCK = "100"
WORDS = ("boiler kettle steam ferry tide harbour school library pension wage hour shift night "
         "council budget water rail signal nurse clinic").split()


def lines(file, numbers, edition):
    """JSON Lines: documents of some numbers of a file; every third changes with the edition."""
    made = []
    for number in numbers:
        mark = edition if number % 3 == 0 else 1
        words = random.Random(f"{file}{number}{mark}")
        made.append(json.dumps({"id": f"{file}-{number:05}", "text": "\n\n".join(
            f"Conference notes point {part} of edition {mark}: {' '.join(words.choices(WORDS, k=16))}."
            for part in range(4))}))
    return "".join(line + "\n" for line in made)


class Durability(scratch.Case):
    @classmethod
    def setUpClass(cls):
        cls.base = Path(scratch.tempfile.mkdtemp(prefix="polsearch-test-"))
        fault = scratch.BUILD / "tests" / "cli" / "libfault.so"
        cls.fast = {"LD_PRELOAD": str(fault), "FAULT_CLOCK": CLOCK}
        size = 150 if MOMENTS < 30 else 600
        for edition, numbers in ((1, range(size)),
                                 (2, [number for number in range(size + 20) if number % 7])):
            folder = cls.base / f"edition{edition}" / "data"
            folder.mkdir(parents=True)
            for file in ("a", "b", "c") if edition == 1 else ("a", "b", "d"):
                (folder / f"{file}.jsonl").write_text(lines(file, numbers, edition))
        cls.contents = {}
        for edition in (1, 2):
            cls.run_at_leisure(cls.base / f"index{edition}", cls.base / f"edition{edition}" / "data")
            cls.contents[edition] = cls.dump(cls.base / f"index{edition}")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.base, ignore_errors=True)

    @classmethod
    def run_at_leisure(cls, index, *arguments):
        subprocess.run([scratch.BUILD / "indexer" / "polindex", "--quiet", "--index", index,
                        *arguments], check=True)

    @staticmethod
    def dump(index):
        """{id: hash of its text} of all documents; a reader that is overtaken starts again."""
        for _ in range(50):
            run = subprocess.run([scratch.BUILD / "tests" / "cli" / "dump-index", index],
                                 capture_output=True, text=True, check=False)
            if "has been discarded" not in run.stderr:
                break
        if run.returncode != 0:
            raise AssertionError(f"the index does not open: {run.stderr}")
        return dict(line.split("\t") for line in run.stdout.splitlines())

    # --- the three kinds of run, and what they may leave -----------------------------

    def prepare(self, kind):
        """The scratch folder as it is before the run; the run's arguments."""
        shutil.rmtree(self.index, ignore_errors=True)
        data = self.dir / "data"
        shutil.rmtree(data, ignore_errors=True)
        if kind == "first":
            shutil.copytree(self.base / "edition1" / "data", data)
            return ["data"]
        if not (self.base / "kept").is_dir():
            shutil.copytree(self.base / "edition1" / "data", data)
            self.run_at_leisure(self.index, data)
            shutil.copytree(self.index, self.base / "kept")
        else:
            shutil.copytree(self.base / "kept", self.index)
        # a folder at another path with the same files: the index takes it for moved
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree(self.base / ("edition2" if kind == "update" else "edition1") / "data", data)
        return ["--rebuild", "data"] if kind == "rebuild" else ["data"]

    def check_first(self, found):
        """Written in order: the documents there are the first ones, and have their texts."""
        whole = self.contents[1]
        ids = sorted(whole)[:len(found)]
        self.assertEqual(sorted(found), ids, "the first documents, none left out")
        self.assertEqual(found, {ident: whole[ident] for ident in ids})

    def check_update(self, found):
        old, new = self.contents[1], self.contents[2]
        for ident in old.keys() | new.keys() | found.keys():
            allowed = {old.get(ident), new.get(ident)}
            self.assertIn(found.get(ident), allowed, ident)

    def check_rebuild(self, found):
        self.assertEqual(found, self.contents[1], "the old index or the new one, all of it")

    def check_left(self, kind, seen=None):
        """After a run that was stopped. `seen`: what a reader saw just before."""
        if kind == "first" and not (self.index / "XAPIANDB").exists():
            self.assertFalse(seen)
            return
        found = self.dump(self.index)
        self.assert_whole()
        getattr(self, f"check_{kind}")(found)
        if seen and kind != "update":
            self.assertLessEqual(seen.items(), found.items(), "what was seen before is there")
        elif seen:
            new = self.contents[2]
            for ident in seen:
                if seen[ident] == new.get(ident):
                    self.assertEqual(found.get(ident), new[ident], "an update that was seen stays")

    def check_goes_on(self, kind, arguments):
        """The next run completes what was stopped."""
        self.polindex("--quiet", *arguments)
        self.assert_whole()
        self.assertEqual(self.dump(self.index), self.contents[2 if kind == "update" else 1])

    def measure(self, kind):
        """(seconds, calls that change files) of a whole run."""
        arguments = self.prepare(kind)
        count = self.dir / "count"
        start = time.monotonic()
        self.polindex("--quiet", *arguments, env={**self.fast, "FAULT_COUNT": str(count)})
        return time.monotonic() - start, int(count.read_text())

    # --- killing ---------------------------------------------------------------------

    def kill_in_time(self, kind):
        seconds, _ = self.measure(kind)
        killed = 0
        for moment in range(1, MOMENTS + 1):
            arguments = self.prepare(kind)
            self.env.update(self.fast)
            run = self.start("polindex", "--quiet", *arguments)
            for name in self.fast:
                del self.env[name]
            time.sleep(seconds * moment / (MOMENTS + 1))
            seen = self.dump(self.index) if (self.index / "XAPIANDB").exists() else None
            run.kill()
            killed += run.wait() == -9
            with self.subTest(kind=kind, moment=moment):
                self.check_left(kind, seen)
                self.check_goes_on(kind, arguments)
        self.assertGreaterEqual(killed, MOMENTS // 2, "most were killed in time")
        print(f"{kind}: {killed} of {MOMENTS} kills within {seconds:.1f} s")

    def calls_to_stop_at(self, calls):
        """Spread over the run, and the last ones, in which the swap is."""
        spread = {max(1, calls * n // MOMENTS) for n in range(1, MOMENTS + 1)}
        return sorted(spread | set(range(max(1, calls - 2 * MOMENTS), calls + 1, 2)))

    def stop_at_calls(self, kind, fault, check_stopped):
        _, calls = self.measure(kind)
        stops = self.calls_to_stop_at(calls)
        for call in stops:
            arguments = self.prepare(kind)
            done = self.polindex("--quiet", *arguments, code=None,
                                 env={**self.fast, "FAULT": fault, "FAULT_AT": str(call)})
            with self.subTest(kind=kind, call=call):
                self.check_left(kind)
                check_stopped(done)
                if call % 3 == 0:
                    self.check_goes_on(kind, arguments)
        print(f"{kind}: {fault} before {len(stops)} of {calls} calls")

    def check_killed(self, done):
        # the number of calls varies a little with the moments of commits
        self.assertIn(done.code, (0, -9), done)

    def test_500_kill_a_first_index(self):
        self.kill_in_time("first")

    def test_501_kill_an_update(self):
        self.kill_in_time("update")

    def test_502_kill_a_rebuild(self):
        self.kill_in_time("rebuild")

    def test_503_kill_a_first_index_at_a_call(self):
        self.stop_at_calls("first", "kill", self.check_killed)

    def test_504_kill_an_update_at_a_call(self):
        self.stop_at_calls("update", "kill", self.check_killed)

    def test_505_kill_a_rebuild_at_a_call(self):
        self.stop_at_calls("rebuild", "kill", self.check_killed)

    # --- what is removed stays so ------------------------------------------------------

    def is_on_disk(self, word):
        return any(word.encode() in path.read_bytes()
                   for path in self.index.rglob("*") if path.is_file())

    def stop_removals(self, fault, arguments, is_gone):
        """Before each call that changes files: the next run leaves no bytes of what is gone."""
        count = self.dir / "count"
        for number in range(4):
            self.write(f"one/{number}.txt", scratch.motion(f"Kettle {number}"))
        self.write("two/a.txt", scratch.motion("Teapots", notes="that zanzibarine spouts drip"))
        self.polindex("one", "two")
        kept = self.dir / "kept"
        shutil.copytree(self.index, kept)
        if is_gone:
            (self.dir / "two/a.txt").unlink()
            self.write("two/b.txt", scratch.motion("Cosies"))
        self.polindex(*arguments, env={**self.fast, "FAULT_COUNT": str(count)})
        self.assertFalse(self.is_on_disk("zanzibarin"))
        calls = int(count.read_text())
        stops = range(1, calls + 1, 1 if MOMENTS > 3 else 5)
        for call in stops:
            shutil.rmtree(self.index)
            shutil.copytree(kept, self.index)
            self.assertTrue(self.is_on_disk("zanzibarin"))
            self.polindex(*arguments, code=None,
                          env={**self.fast, "FAULT": fault, "FAULT_AT": str(call)})
            done = self.polindex(*arguments, code=None)
            with self.subTest(call=call):
                if done.code != 0:  # all of it was done before
                    self.assertIn("nothing in the index came from", done.err)
                self.assertFalse(self.is_on_disk("zanzibarin"), done)
                self.assert_whole()
        print(f"removal: {fault} before {len(stops)} of {calls} calls")

    def test_506_kill_a_removal_at_a_call(self):
        self.stop_removals("kill", ["--remove", "two"], False)

    def test_507_kill_an_update_that_removes_at_a_call(self):
        self.stop_removals("kill", [], True)

    # --- no room ---------------------------------------------------------------------

    def check_full(self, done):
        if done.code != 0:
            self.assertEqual(done.code, 2, done)
            self.assertRegex(done.err, "(?i)no space|full|room")

    def test_510_no_room_for_a_first_index(self):
        self.stop_at_calls("first", "full", self.check_full)

    def test_511_no_room_for_an_update(self):
        self.stop_at_calls("update", "full", self.check_full)

    def test_512_no_room_for_a_rebuild(self):
        self.stop_at_calls("rebuild", "full", self.check_full)

    def test_514_no_room_for_a_removal(self):
        self.stop_removals("full", ["--remove", "two"], False)

    @unittest.skipUnless(os.geteuid() == 0, "only root can mount a small disk")
    def test_513_a_small_disk(self):
        disk = self.dir / "disk"
        disk.mkdir()
        mount = self.run_program("mount", "-t", "tmpfs", "-o", "size=700k", "none", disk, code=None)
        if mount.code != 0:
            self.skipTest(f"no disk can be mounted here: {mount.err.strip()}")
        self.addCleanup(subprocess.run, ["umount", "-l", disk], check=False)
        self.index = disk / "index"
        self.env["POLSEARCH_INDEX"] = str(self.index)
        shutil.copytree(self.base / "edition1" / "data", self.dir / "data")
        done = self.polindex("data", code=2, env=self.fast)
        self.check_full(done)
        self.assertIn("make room", done.err)
        self.check_left("first")
        self.run_program("mount", "-o", "remount,size=200m", disk)
        self.check_goes_on("first", ["data"])


if __name__ == "__main__":
    scratch.main()
