#!/usr/bin/env python3
"""polsearch --timeline, and what a profile and an index make of a draft's acronyms (104x)."""
import csv
import io

import scratch
import searching

PLANS = """Conference notes the Spout Testing Plans (STPs) of the north, and that each of the STPs
has cost more than the kettles that it was about."""


class Timeline(searching.Indexed):
    exit_statuses = (0, 1)  # some lines of the sample are not matched

    def test_1040_oldest_first(self):
        done = self.polsearch("--timeline", "--format", "json", "pay")
        [results] = done.objects()
        years = [hit["year"] for hit in results["hits"] if hit["year"]]
        self.assertEqual(years, sorted(years))
        self.assertGreater(len(years), 20)
        ids = [hit["id"] for hit in results["hits"]]
        self.assertEqual(len(ids), len(set(ids)), "one entry a document")
        found = self.polsearch("--group", "motion", "--limit", "1000", "--format", "json", "pay")
        self.assertEqual(set(ids), {hit["id"] for hit in found.objects()[0]["hits"]})

    def test_1041_text_ends_in_policy_now(self):
        text = self.polsearch("--timeline", "shorter", "working", "week").out
        self.assertLess(text.index("\n2006\n"), text.index("\n2014\n"))
        self.assertLess(text.index("lost: A Shorter Working Week"),
                        text.index("carried: A Shorter Working Week – the Time Has Come"))
        now = text[text.index("\nPolicy now\n"):]
        self.assertRegex(now, r"\(carried( as amended)?\)\.")
        self.assertIn("Read what it says", now)

    def test_1042_filters_and_limit(self):
        text = self.polsearch("--timeline", "--decision", "lost", "pay").out
        self.assertNotIn("   carried", text)
        self.assertIn("nothing that was found is known to have been carried", text)
        text = self.polsearch("--timeline", "--limit", "3", "pay").out
        self.assertIn("3 documents", text)
        self.assertIn("They are the most relevant: 47 more were found.", " ".join(text.split()))

    def test_1043_formats(self):
        rows = list(csv.DictReader(io.StringIO(
            self.polsearch("--timeline", "--format", "csv", "pensions").out)))
        years = [row["year"] for row in rows if row["year"]]
        self.assertEqual(years, sorted(years))
        lines = self.polsearch("--timeline", "--format", "jsonl", "pensions").objects()
        self.assertEqual([line["id"] for line in lines], [row["id"] for row in rows])
        text = self.polsearch("--timeline", "--format", "markdown", "pensions").out
        self.assertTrue(text.startswith("# What was decided when: "))
        self.assertIn("\n## Policy now\n", text)

    def test_1044_some_of_the_words_are_no_answer(self):
        text = self.polsearch("--timeline", "pay", "zebra", "gherkin").out
        self.assertIn("documents has ‘zebra’ or ‘gherkin’. Others have only ‘pay’.",
                      " ".join(text.split()))
        self.assertNotIn("Policy now", text)
        text = self.polsearch("--timeline", "pay", "hours", "gherkin").out
        self.assertIn("documents has ‘gherkin’.", " ".join(text.split()))
        self.assertIn("None has all the words", " ".join(text.split()))
        self.assertIn("None can be named", text)

    def test_1045_nothing_found(self):
        done = self.polsearch("--timeline", "xyzzy", code=1)
        self.assertEqual(done.out, "")
        self.assertIn("Nothing found in ", done.err)
        done = self.polsearch("--timeline", "--format", "json", "xyzzy", code=1)
        self.assertEqual(done.objects()[0]["hits"], [])

    def test_1046_what_does_not_go_together(self):
        for arguments, words in ((["--show", "x"], "not with --show"),
                                 (["--draft", "x"], "not with --draft"),
                                 (["--page", "2", "pay"], "--timeline is one page"),
                                 (["--format", "trec", "pay"], "text, json, jsonl, csv or markdown"),
                                 (["--year", "soon", "pay"], "year"),
                                 ([], "what are you looking for")):
            done = self.polsearch("--timeline", *arguments, code=2)
            self.assertIn(words, done.err)
            self.assertEqual(done.out, "")

    def test_1047_of_what_is_like_a_motion(self):
        [first, *_] = self.polsearch("--format", "jsonl", "--decision", "carried",
                                     "--clause", "resolves", "thirty-two hour week").objects()
        text = self.polsearch("--timeline", "--like", first["id"]).out
        self.assertIn("What was decided when: documents like “A Shorter Working Week",
                      " ".join(text.split()))
        self.assertLess(text.index("lost: A Shorter Working Week"),
                        text.index("carried: A Shorter Working Week – the Time Has Come"))
        self.polsearch("--timeline", "--like", first["id"], "--year", "2014", code=2)
        self.polsearch("--timeline", "--like", "no-such-id", code=2)
        place = f"{first['id']}{first['anchor']}"
        text = " ".join(self.polsearch("--timeline", "--like", place).out.split())
        self.assertIn("the Time Has Come”, point", text[:text.index("2006")])
        self.assertLess(text.index("lost: A Shorter Working Week"), text.index("2014 carried: A Shorter"))
        self.polsearch("--timeline", "--like", f"{first['id']}#p99", code=2)


class Remarks(scratch.Case):
    def setUp(self):
        super().setUp()
        for i in range(3):
            self.write(f"motions/{i}.txt", scratch.motion(title=f"Plans {i}", notes="that\n\n" + PLANS))
        self.polindex("--quiet", self.dir / "motions")
        self.draft = self.write("draft.txt", "Stop the plans\n\nConference notes that the STPs and the "
                                             "QXZ have failed.\n\nConference resolves that there should "
                                             "be an end to it.\n")

    def remarks(self, *arguments):
        [report] = self.polsearch("--draft", self.draft, "--format", "json", *arguments,
                                  code=None).objects()
        return [(aid["kind"], aid["clause"], aid["word"], aid["text"]) for aid in report["aids"]]

    def test_1048_acronyms_and_nobody(self):
        found = self.remarks()
        self.assertEqual(len(found), 3, found)
        stp, qxz, nobody = found
        self.assertEqual(stp[:3], ("acronym", 1, "STP"))
        self.assertIn("write “Spout Testing Plans (STPs)”, as 3 documents here do", stp[3])
        self.assertEqual(qxz[:3], ("acronym", 1, "QXZ"))
        self.assertIn("write it in full", qxz[3])
        self.assertEqual(nobody[:2], ("nobody_instructed", 2))

    def test_1049_profile(self):
        profile = self.write("union.yaml", "motion:\n  words_max: 15\n  needs_body: no\n"
                                           "acronyms:\n  known: [STP, QXZ]\n")
        [length] = self.remarks("--profile", profile)
        self.assertEqual(length[:2], ("length", None))
        self.assertIn("over the limit of 15", length[3])
        profile.write_text("motion:\n  word_max: 15\n", encoding="utf-8")
        done = self.polsearch("--draft", self.draft, "--profile", profile, code=2)
        self.assertIn("line 2: a profile has no 'motion.word_max', but", done.err)
        self.polsearch("--profile", profile, "pay", code=2)
        self.polsearch("--draft", self.draft, "--profile", self.dir / "none.yaml", code=2)


if __name__ == "__main__":
    scratch.main()
