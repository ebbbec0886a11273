#!/usr/bin/env python3
"""polsearch --like ID: documents that say much the same as one (103x)."""
import csv
import io
import json

import scratch

FERRY = ("Conference notes that the night ferry to the outer islands was withdrawn without a word to "
         "the crews who work it or the nurses who travel by it.")
ASK = ("Conference instructs the National Executive Council to campaign for the night ferry to run "
       "all winter, with crews on permanent contracts.")
MOTIONS = (
    {"id": "ferry-2019", "title": "The night ferry", "conference": "2019 Island Conference",
     "year": 2019, "date": "2019-05-04", "decision": "Carried", "text": f"{FERRY}\n\n{ASK}",
     "submitted_by": [{"name": "Ada Mover", "is_person": True}]},
    {"id": "ferry-2016", "title": "Ferry at night", "conference": "2016 Island Conference",
     "year": 2016, "date": "2016-05-07", "decision": "Lost",
     "text": f"{FERRY}\n\nConference asks for a quay at Port Ellery."},
    {"id": "ferry-2021", "title": "Winter sailings", "conference": "2021 Island Conference",
     "year": 2021, "date": "2021-06-01", "text": f"{ASK} Sailings are for everybody."},
    {"id": "bees", "title": "Bees", "conference": "2018 Island Conference", "year": 2018,
     "decision": "Carried", "text": "Hives on the roof of head office yield honey for the tombola."},
)


class Similar(scratch.Case):
    def setUp(self):
        super().setUp()
        self.write("motions.jsonl", "".join(json.dumps({"kind": "motion", **motion}) + "\n"
                                            for motion in MOTIONS))
        self.run_program("polindex", "--quiet", self.dir / "motions.jsonl")

    def like(self, *arguments, code=0):
        return self.run_program("polsearch", "--like", *arguments, code=code)

    def ids(self, *arguments, code=0):
        return [line.split()[2] for line in
                self.like(*arguments, "--format", "trec", code=code).out.splitlines()]

    def test_1030_the_most_alike_first(self):
        [found] = self.like("ferry-2019", "--format", "json").objects()
        self.assertEqual(found["of"]["id"], "ferry-2019")
        self.assertEqual({one["id"] for one in found["similar"]}, {"ferry-2016", "ferry-2021"})
        self.assertEqual([one["rank"] for one in found["similar"]], [1, 2])
        scores = [one["score"] for one in found["similar"]]
        self.assertEqual(scores, sorted(scores, reverse=True))
        for one in found["similar"]:
            for key in ("score", "share", "other_share"):
                self.assertTrue(0 < one[key] <= 1, one)
        self.assertEqual({one["id"]: one["decision"] for one in found["similar"]},
                         {"ferry-2016": "lost", "ferry-2021": "unknown"})

    def test_1031_only_earlier_ones(self):
        for before, expected in (("2019-05-04", ["ferry-2016"]), ("2016-05-07", []),
                                 ("2016-05-08", ["ferry-2016"]), ("2016", []),
                                 ("1 June 2021", ["ferry-2016"])):
            with self.subTest(before=before):
                [found] = self.like("ferry-2019", "--before", before, "--format", "json",
                                    code=None).objects()
                self.assertEqual([one["id"] for one in found["similar"]], expected)

    def test_1032_formats_tell_the_same(self):
        expected = [one["id"] for one in self.like("ferry-2019", "-f", "json").objects()[0]["similar"]]
        lines = self.like("ferry-2019", "-f", "jsonl").objects()
        self.assertEqual([one["id"] for one in lines], expected)
        rows = list(csv.DictReader(io.StringIO(self.like("ferry-2019", "-f", "csv").out)))
        self.assertEqual([row["id"] for row in rows], expected)
        for row, one in zip(rows, lines):
            self.assertAlmostEqual(float(row["share"]), one["share"], delta=0.001)
        self.assertEqual(self.ids("ferry-2019")[:2], expected)
        for form in ("text", "markdown"):
            said = self.like("ferry-2019", "-f", form).out
            self.assertIn("2016 Island Conference (lost)", said)
            self.assertLess(said.index(expected[0]), said.index(expected[1]))

    def test_1033_how_many(self):
        self.assertEqual(len(self.ids("ferry-2019", "-n", "1")), 1)
        self.assertEqual(self.like("ferry-2019", "-n", "101", code=2).out, "")

    def test_1034_nothing_is_like_it(self):
        nothing = self.like("bees", code=1)
        self.assertEqual(nothing.out, "")
        self.assertIn("No other document says much the same", nothing.err)
        self.assertEqual(self.like("bees", "-f", "json", code=1).objects()[0]["similar"], [])
        self.assertEqual(self.like("bees", "-f", "jsonl", code=1).out, "")

    def test_1035_the_start_of_an_id_is_enough(self):
        self.assertEqual(self.ids("ferry-2016"), self.ids("ferry-2016#p1"))
        self.assertEqual(self.like("bee", "-f", "json", code=1).objects()[0]["of"]["id"], "bees")

    def test_1036_what_cannot_be_asked(self):
        for wrong, said in ((["nowhere"], "nowhere"), (["ferry"], "several documents"),
                            (["bees", "--before", "soon"], "soon"),
                            (["bees", "--year", "2014"], "filter"),
                            (["bees", "--facets"], "facets"), (["bees", "ferry"], "no query"),
                            (["bees", "-f", "html"], "html"), (["bees", "--show", "bees"], "exclude")):
            with self.subTest(wrong=wrong):
                done = self.like(*wrong, code=2)
                self.assertEqual(done.out, "")
                self.assertIn(said, done.err)
        self.assertIn("--like", self.run_program("polsearch", "--before", "2014", "x", code=2).err)

    def test_1037_people_are_not_named(self):
        for form in ("text", "json", "jsonl", "csv", "markdown", "trec"):
            said = self.like("ferry-2016", "-f", form).out
            self.assertIn("ferry-2019", said)
            self.assertNotIn("Ada Mover", said)

    def test_1038_plain_lines(self):
        said = self.like("ferry-2019", "--plain").out.splitlines()
        self.assertIn("Result 1", said)
        self.assertTrue(any(line.startswith("Citation: ") for line in said))
        self.assertTrue(any(line.startswith("Shared: has ") for line in said))

    def test_1039_both_ways(self):
        self.assertEqual(self.ids("ferry-2016")[0], "ferry-2019")
        self.assertEqual(self.ids("ferry-2021")[0], "ferry-2019")


if __name__ == "__main__":
    scratch.main()
