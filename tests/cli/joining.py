#!/usr/bin/env python3
"""polindex: agendas, decisions reports and corrections put together (8xx).

Each case writes files of one conference, indexes them in one order or another, and asks polsearch
what became of the motions."""
import csv
import io
import itertools
import json
import shutil

import scratch
from scratch import motion

CONFERENCE = "2031 Canteen Staff Conference"

AGENDA = """Final agenda of the 2031 Canteen Staff Conference

16 Mugs for all - North branch

Conference notes that mugs break and that nobody replaces them in time.

Conference instructs the Canteen Committee to:
1) buy four hundred mugs
2) count them every month

16.1 Amendment to Motion 16 - South branch

In point 1 delete "four hundred" and insert "five hundred", which is what the branches have asked for.

17 Teapots that pour - East branch

Conference believes that a teapot which drips is no teapot, and that staff have dripped on for years.

Conference calls on the Canteen Committee to test each teapot before it is bought.

18 Spoons - West branch

Conference notes that spoons are missing from each canteen that the committee has visited this year.

Conference instructs the Canteen Committee to find the spoons.
"""


def unlabelled(title, decision=""):
    """A motion's page; without a decision unless one is given."""
    text = motion(title, CONFERENCE)
    return text.replace("Decision\nCarried\n", f"Decision\n{decision}\n" if decision else "")


class Joining(scratch.Case):
    def report(self, *lines, name="report.txt", conference=CONFERENCE):
        return self.write(f"files/{name}", "\n".join([conference, "Decisions", "", *lines, ""]))

    def by_number(self):
        """What `--check` says of the documents of an agenda, by kind and number."""
        return {(d["kind"], d["number"]): d for d in self.checked("files", code=None)
                if "outcome" not in d}

    def decision(self, words):
        """The decision of the only document found."""
        hits = {hit["id"]: hit["decision"] for hit in self.hits(words)}
        self.assertEqual(len(hits), 1, hits)
        return next(iter(hits.values()))

    # --- reports --------------------------------------------------------------------

    def test_800_a_report_in_either_order(self):
        page = unlabelled("Kettles for Canteens")
        line = "Kettles for Canteens: REMITTED"
        for names in (("a.txt", "b.txt"), ("b.txt", "a.txt")):
            shutil.rmtree(self.dir / "files", ignore_errors=True)
            shutil.rmtree(self.index, ignore_errors=True)
            self.write(f"files/{names[0]}", page)
            self.report(line, name=names[1])
            done = self.polindex("files")
            self.assertNotIn("not matched", done.err)
            self.assertEqual(self.decision("kettles boil"), "remitted")
            found = self.by_number()["motion", None]
            self.assertEqual([(s["file"], s["line"], s["words"])
                              for s in found["decision_sources"]],
                             [(f"files/{names[1]}", 4, "REMITTED")])
            self.assert_whole()

    def test_801_one_by_one_is_as_all_at_once(self):
        """Whatever the order in which files arrive, and also over several runs."""
        texts = {"agenda.txt": AGENDA,
                 "report.txt": "\n".join([CONFERENCE, "Decisions", "",
                                          "16 Mugs for all: CARRIED AS AMENDED by 16.1",
                                          "16.1: CARRIED", "17 Teapots that pour: LOST", ""]),
                 "spoons.txt": "\n".join([CONFERENCE, "Results of Friday", "",
                                          "Motion 18 Spoons: not reached", ""])}
        shown = set()
        for order in itertools.permutations(texts):
            shutil.rmtree(self.dir / "files", ignore_errors=True)
            shutil.rmtree(self.index, ignore_errors=True)
            for name in order:
                self.write(f"files/{name}", texts[name])
                self.polindex("files", code=None)
            shown.add(tuple(self.decision(words) for words in
                            ("mugs break", "delete insert branches", "drips no teapot",
                             "spoons missing")))
        self.assertEqual(shown, {("carried_amended", "carried", "lost", "not_reached")})

    def test_8011_what_is_read_again_keeps_what_reports_say(self):
        agenda = self.write("files/agenda.txt", AGENDA)
        self.report("16 Mugs for all: CARRIED", "17 Teapots that pour: LOST")
        first = self.polindex("files", code=None).err
        agenda.write_bytes(AGENDA.encode())
        again = self.polindex("files", code=None).err
        for line in ("1  carried\n", "1  lost\n", "2  decision not stated\n"):
            self.assertIn(line, first)
            self.assertIn(line, again)

    def test_802_a_report_that_goes_takes_its_decisions_with_it(self):
        self.write("files/agenda.txt", AGENDA)
        path = self.report("17 Teapots that pour: LOST")
        self.polindex("files")
        self.assertEqual(self.decision("drips no teapot"), "lost")
        path.unlink()
        self.polindex("files")
        self.assertEqual(self.decision("drips no teapot"), "unknown")
        self.assertEqual(self.ids("drips decision:lost"), [])
        self.assert_whole()

    def test_803_a_changed_report(self):
        self.write("files/agenda.txt", AGENDA)
        self.report("17 Teapots that pour: LOST")
        self.polindex("files")
        self.report("17 Teapots that pour: CARRIED")
        self.polindex("files")
        self.assertEqual(self.decision("drips no teapot"), "carried")

    def test_804_reports_that_contradict_each_other(self):
        self.write("files/agenda.txt", AGENDA)
        self.report("17 Teapots that pour: LOST", name="a.txt")
        self.report("17 Teapots that pour: CARRIED", name="b.txt")
        self.polindex("files", code=None)
        self.assertEqual(self.decision("drips no teapot"), "unknown")
        found = self.by_number()["motion", "17"]
        self.assertTrue(found["decision_conflict"])
        self.assertEqual({(s["file"], s["decision"]) for s in found["decision_sources"]},
                         {("files/a.txt", "lost"), ("files/b.txt", "carried")})
        self.assertIn("contradict", self.polindex("--check", "files", code=None).out)

    def test_805_the_own_page_wins(self):
        self.write("files/page.txt", unlabelled("Kettles for Canteens", "Carried"))
        self.report("Kettles for Canteens: LOST")
        self.polindex("files", code=None)
        self.assertEqual(self.decision("kettles boil"), "carried")
        found = self.by_number()["motion", None]
        self.assertTrue(found["decision_conflict"])
        self.assertEqual(len(found["decision_sources"]), 2)

    def test_806_what_is_not_matched_is_told(self):
        self.write("files/agenda.txt", AGENDA)
        self.report("17 Saucers: CARRIED", "99 Trays: LOST", "18 Spoons: CARRIED")
        done = self.polindex("files", code=1)
        self.assertRegex(done.err, r"not matched: .*report\.txt:4: ‘17 Saucers: CARRIED’")
        self.assertRegex(done.err, r"not matched: .*report\.txt:5: ‘99 Trays: LOST’")
        self.assertEqual(self.decision("drips no teapot"), "unknown")
        self.assertEqual(self.decision("spoons missing"), "carried")

    def test_807_another_year_is_another_conference(self):
        self.write("files/agenda.txt", AGENDA)
        self.report("17 Teapots that pour: LOST", conference="2030 Canteen Staff Conference")
        self.polindex("files", code=1)
        self.assertEqual(self.decision("drips no teapot"), "unknown")

    def test_808_a_rebuild_joins_too(self):
        self.write("files/agenda.txt", AGENDA)
        self.report("17 Teapots that pour: LOST")
        self.polindex("files")
        self.polindex("--rebuild")
        self.assertEqual(self.decision("drips no teapot"), "lost")
        self.assert_whole()

    def test_809_points(self):
        self.write("files/agenda.txt", AGENDA)
        self.report("16 Mugs for all: carried in parts, point 2 lost")
        self.polindex("files")
        [hit] = self.hits("count month")
        self.assertEqual((hit["decision"], hit["point_decision"]), ("carried_part", "lost"))
        self.assertEqual(self.ids("count month decision:policy"), [])
        self.assertEqual(len(self.ids("four hundred mugs decision:policy")), 1)

    # --- agendas --------------------------------------------------------------------

    def test_810_the_organisations_name_before_the_conferences(self):
        """Only where the metadata says whose name it is, and in either order, one by one."""
        page = {"title": "Kettles for Canteens", "year": 2031, "organisation": "Union of Ferries",
                "text": "Conference notes that kettles boil dry. Conference instructs the "
                        "committee to buy kettles."}
        names = ("Union of Ferries Canteen Staff Conference", "Canteen Staff Conference")
        for own, reported in (names, names[::-1]):
            for reports_first in (False, True):
                for organisation in ("Union of Ferries", "Union of Trams"):
                    shutil.rmtree(self.dir / "files", ignore_errors=True)
                    shutil.rmtree(self.index, ignore_errors=True)
                    document = dict(page, conference=f"2031 {own}", organisation=organisation)
                    steps = [lambda d=document: self.write("files/motions.jsonl",
                                                           json.dumps(d) + "\n"),
                             lambda r=reported: self.report("Kettles for Canteens: REMITTED",
                                                            conference=f"2031 {r}")]
                    for step in steps[::-1] if reports_first else steps:
                        step()
                        self.polindex("files", code=None)
                    is_same = organisation == "Union of Ferries"
                    self.assertEqual(self.decision("kettles boil"),
                                     "remitted" if is_same else "unknown", (own, reports_first))
                    self.assert_whole()

    def test_820_amendments_are_not_their_motions(self):
        self.write("files/agenda.txt", AGENDA)
        self.report("16.1: LOST", "16 Mugs for all: CARRIED")
        self.polindex("files")
        found = self.by_number()
        self.assertEqual(found["motion", "16"]["decision"], "carried")
        self.assertEqual(found["amendment", "16.1"]["decision"], "lost")
        [amends] = [r for r in found["amendment", "16.1"]["relations"] if r["kind"] == "amends"]
        self.assertEqual((amends["number"], amends["id"]),
                         ("16", found["motion", "16"]["id"]))

    def test_821_ids_survive_another_motion_before(self):
        self.write("files/agenda.txt", AGENDA)
        self.polindex("files")
        was = self.ids("spoons missing")
        more = ("15 Napkins - South branch\n\nConference notes that napkins are thin and that they "
                "tear when they are used by anybody at all.\n\nConference instructs the Canteen "
                "Committee to buy thicker ones.\n\n16 Mugs")
        self.write("files/agenda.txt", AGENDA.replace("16 Mugs", more, 1))
        self.polindex("files")
        self.assertEqual(self.ids("napkins tear") == [], False)
        self.assertEqual(self.ids("spoons missing"), was)

    def test_822_the_text_is_as_submitted(self):
        self.write("files/agenda.txt", AGENDA)
        self.assertEqual({d["text_state"] for d in self.checked("files")}, {"submitted"})

    def test_823_a_preliminary_and_a_final_agenda(self):
        """Printings of one motion are one document; where texts differ much, none is decided."""
        self.write("files/final.txt", AGENDA)
        other = AGENDA.replace("spoons are missing from each canteen that the committee has visited "
                               "this year", "nobody knows where forks went, or why, or who saw them")
        other = other.replace("find the spoons", "ask each kitchen porter about cutlery")
        self.write("files/preliminary.txt", other)
        self.report("17 Teapots that pour: LOST", "18 Spoons: CARRIED")
        self.assertIn("18 Spoons: CARRIED", self.polindex("files", code=1).err)
        self.assertEqual(self.decision("drips no teapot"), "lost")
        [hit] = self.hits("--group", "motion", "drips no teapot")
        self.assertEqual(hit["sources"], ["final.txt", "preliminary.txt"])
        self.assertEqual(self.decision("spoons missing"), "unknown")
        self.assertEqual(self.decision("forks went"), "unknown")

    def test_824_the_final_agenda_speaks(self):
        """Also where a motion has another number in it; its movers tell that it is the same."""
        self.write("files/final-agenda.txt", AGENDA.replace("18 Spoons", "19 Spoons").replace(
            "Canteen Committee to find the spoons", "Canteen Committee to find each of the spoons"))
        self.write("files/preliminary agenda.txt", AGENDA)
        self.polindex("files")
        [hit] = self.hits("--group", "motion", "spoons missing")
        self.assertEqual(hit["number"], "19")
        self.assertEqual(len(self.ids("find each spoons")), 1)
        found = [d for d in self.checked("files") if d["duplicate_of"]]
        self.assertEqual(len(found), 4)

    # --- what stands ----------------------------------------------------------------

    def test_830_superseded(self):
        self.write("files/agenda.txt", AGENDA)
        self.report("17 Teapots that pour: CARRIED")
        newer = self.write("files/newer.txt", motion(
            "Urns", "2033 Canteen Staff Conference", notes="that urns are better. This motion "
            "supersedes Motion 17 of the 2031 Canteen Staff Conference"))
        self.polindex("files")
        self.assertEqual(len(self.ids("drips no teapot standing:superseded")), 1)
        [shown] = self.polsearch("--format", "json", "--show",
                                 self.ids("drips no teapot")[0]).objects()
        [relation] = shown["document"]["relations"]
        self.assertEqual((relation["kind"], relation["id"]),
                         ("superseded_by", self.ids("urns better")[0]))
        newer.unlink()
        self.polindex("files")
        self.assertEqual(self.ids("drips no teapot standing:superseded"), [])
        self.assert_whole()

    def test_831_a_unions_rule_lets_policy_lapse(self):
        self.write("files/old.txt", motion("Urns", "2003 Canteen Staff Conference"))
        self.write("files/kept.txt", motion("Trays", "2003 Canteen Staff Conference",
                                            notes="that trays are heavy"))
        self.write("files/again.txt", motion(
            "Trays again", "2021 Canteen Staff Conference", notes="that forks bend. Conference "
            "reaffirms the motion ‘Trays’ of the 2003 Canteen Staff Conference"))
        self.write("files/lost.txt", motion("Vats", "2003 Canteen Staff Conference",
                                            decision="Lost", notes="that vats leak"))
        self.polindex("files")
        self.assertEqual(self.ids("notes standing:lapsed"), [])
        self.write("files/polsearch.yaml", "lapse_after_years: 10\n")
        self.polindex("files")
        self.assertEqual(self.ids("notes standing:lapsed"), self.ids("kettles boil slowly"))
        standings = {found["title"]: found["standing"]
                     for found in self.polindex("--check", "--format", "jsonl", "files").objects()}
        self.assertEqual(standings, {"Urns": "lapsed", "Trays": "unstated", "Vats": "unstated",
                                     "Trays again": "unstated"})
        shown = self.polindex("--check", "files").out
        self.assertIn("lapsed after 2013", shown)
        self.assertIn("lapses after 2031", shown)
        self.assertNotIn("lapse", self.polindex("--check", "files/../files/lost.txt").out)
        self.write("files/polsearch.yaml", "lapse_after_years: soon\n")
        self.assertIn("polsearch.yaml, line 1", self.polindex("--check", "files", code=1).err)
        self.assertIn("polsearch.yaml, line 1", self.polindex("files").err)
        (self.dir / "files" / "polsearch.yaml").unlink()
        self.polindex("files")
        self.assertEqual(self.ids("notes standing:lapsed"), [])

    # --- corrections ----------------------------------------------------------------

    def review(self):
        done = self.polindex("--check", "--review", "--format", "csv", "files", code=None)
        return list(csv.DictReader(io.StringIO(done.out)))

    def take_back(self, rows, code=0, delimiter=","):
        text = io.StringIO()
        writer = csv.DictWriter(text, rows[0].keys(), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
        self.write("review.csv", text.getvalue())
        return self.polindex("--corrections", "review.csv", code=code)

    def test_840_a_correction_survives(self):
        self.write("files/agenda.txt", AGENDA)
        self.polindex("files")
        rows = self.review()
        for row in rows:
            if row["number"] == "17" and row["field"] == "decision":
                row.update(correction="carried as amended", by="Pat Officer", reason="minute book")
        self.take_back(rows, delimiter=";")
        self.assertEqual(self.decision("drips no teapot"), "carried_amended")
        self.write("files/agenda.txt", AGENDA + "\n")
        self.polindex("files")
        self.assertEqual(self.decision("drips no teapot"), "carried_amended")
        self.polindex("--rebuild")
        self.assertEqual(self.decision("drips no teapot"), "carried_amended")
        [kept] = csv.DictReader(io.StringIO(self.polindex("corrections").out))
        self.assertEqual((kept["field"], kept["correction"], kept["by"], kept["reason"]),
                         ("decision", "carried as amended", "Pat Officer", "minute book"))
        self.assertRegex(kept["corrected_on"], r"^\d{4}-\d\d-\d\d$")
        self.assertNotIn("17", [row["number"] for row in self.review()])

    def test_841_undo(self):
        self.write("files/agenda.txt", AGENDA)
        self.polindex("files")
        rows = [row for row in self.review() if row["number"] == "17"]
        rows[0]["correction"] = "lost"
        self.take_back(rows)
        self.assertEqual(self.decision("drips no teapot"), "lost")
        rows[0]["correction"] = "undo"
        self.take_back(rows)
        self.assertEqual(self.decision("drips no teapot"), "unknown")
        self.assertEqual(len(self.polindex("corrections").out.splitlines()), 1)

    def test_842_a_line_is_given_its_motion(self):
        self.write("files/agenda.txt", AGENDA)
        self.report("17 Saucers: LOST", "99 Trays: LOST")
        self.polindex("files", code=1)
        teapots = self.ids("drips no teapot")[0]
        rows = [row for row in self.review() if row["problem"] == "unmatched_line"]
        self.assertEqual([row["line"] for row in rows], ["4", "5"])
        rows[0]["correction"] = teapots
        rows[1]["correction"] = "none"
        self.take_back(rows)
        self.assertEqual(self.decision("drips no teapot"), "lost")
        self.assertEqual([r for r in self.review() if r["problem"] == "unmatched_line"], [])

    def test_845_corrections_can_be_carried_to_another_index(self):
        """What `polindex corrections` lists is taken back as it is."""
        self.write("files/agenda.txt", AGENDA)
        self.report("17 Saucers: LOST")
        self.polindex("files", code=1)
        rows = [row for row in self.review() if row["problem"] == "unmatched_line"]
        rows[0]["correction"] = self.ids("drips no teapot")[0]
        self.take_back(rows)
        kept = self.write("kept.csv", self.polindex("corrections").out)
        self.polindex("--index", "other", "files", code=1)
        self.polindex("--index", "other", "--corrections", kept)
        self.assertEqual(self.polindex("--index", "other", "corrections").out.splitlines(),
                         kept.read_text(encoding="utf-8").splitlines())
        [hit] = {hit["decision"] for hit in self.hits("--index", "other", "drips no teapot")}
        self.assertEqual(hit, "lost")

    def test_843_all_or_nothing(self):
        self.write("files/agenda.txt", AGENDA)
        self.polindex("files")
        rows = [row for row in self.review() if row["field"] == "decision"]
        rows[0]["correction"] = "lost"
        rows[1]["correction"] = "carryed"
        done = self.take_back(rows, code=2)
        self.assertIn("row 3", done.err)
        self.assertIn("‘carryed’ is no decision", done.err)
        self.assertEqual(len(self.polindex("corrections").out.splitlines()), 1)

    def test_844_what_is_no_review(self):
        self.write("files/agenda.txt", AGENDA)
        self.polindex("files")
        for text in ("", "a,b\n1,2\n", '"unfinished', "\x00\x01\x02"):
            self.write("review.csv", text)
            self.polindex("--corrections", "review.csv", code=2)
        self.polindex("--corrections", "nowhere.csv", code=2)

    # --- removal --------------------------------------------------------------------

    def test_860_removed_documents_leave_nothing(self):
        """Neither text nor report lines stay in the files of the index."""
        path = self.write("files/agenda.txt", AGENDA.replace("drips", "zqxdripsqz"))
        report = self.report("17 Teapots that pour zqxtitleqz: LOST")
        self.polindex("files", code=None)
        path.unlink()
        report.unlink()
        self.write("files/other.txt", motion("Napkins"))
        self.polindex("files", code=None)
        for file in self.index.rglob("*"):
            if file.is_file():
                data = file.read_bytes()
                self.assertNotIn(b"zqxdripsqz", data)
                self.assertNotIn(b"zqxtitleqz", data)


if __name__ == "__main__":
    scratch.main()
