#!/usr/bin/env python3
"""polsearch --draft: what is said of the drafts that people have, good and awkward (105x)."""
import csv
import io
import json
import os
import re
import threading
import time
import unittest
import zipfile

import scratch
from searching import CORPUS, Indexed

LOOKS_LIKE = """Four days, not five

Conference believes that trials elsewhere have shown that sickness falls and output does not.

Conference instructs the National Executive Council to:

1. adopt a week of thirty-two hours without loss of pay as a bargaining objective in all service groups
2. invite two employers in every region to take part in a trial
3. oppose invitations to employers to take part in a trial
4. buy a lighthouse for the retired members' section
"""


class Drafts(Indexed):
    exit_statuses = (0, 1)  # some lines of the sample are not matched

    def check(self, text, *options, code=0):
        """The report on a text, as JSON."""
        text = text if isinstance(text, bytes) else text.encode()
        done = self.polsearch("--draft", "-", "--format", "json", *options, stdin=text, code=code)
        return json.loads(done.out)

    def verdicts(self, report):
        return [finding["verdict"] for finding in report["findings"]]

    # --- what is said ---------------------------------------------------------------------

    def test_1050_each_clause_has_a_verdict(self):
        report = self.check(LOOKS_LIKE)
        self.assertEqual(self.verdicts(report)[1:3], ["already_carried", "already_carried"])
        self.assertNotIn(self.verdicts(report)[3], ("already_carried", "carried_in_part"))
        self.assertIn(self.verdicts(report)[4], ("nothing_found", "related"))
        self.assertEqual(report["verdict"], "carried_in_part")
        finding = report["findings"][1]
        evidence = finding["evidence"][finding["decisive"]]
        self.assertEqual((evidence["year"], evidence["decision"]), (2014, "carried"))
        lost = finding["evidence"][finding["closest"]["lost"]]
        self.assertEqual((lost["year"], lost["decision"]), (2006, "lost"))
        self.assertGreater(evidence["clause_share"], 0.7)
        self.assertTrue(evidence["highlights"] and evidence["clause_highlights"])

    def test_1051_a_motion_of_the_index_is_already_policy(self):
        path = CORPUS / "2014/national-delegate-conference/shorter-working-week-the-time-has-come.txt"
        report = json.loads(self.polsearch("--draft", path, "--format", "json").out)
        self.assertEqual(report["verdict"], "already_carried")
        self.assertEqual(report["motions"][0]["title"],
                         "A Shorter Working Week – the Time Has Come")
        for finding in report["findings"]:
            if finding["is_action"]:
                self.assertEqual(finding["verdict"], "already_carried", finding)

    def test_1052_nothing_found_names_what_was_searched(self):
        done = self.polsearch("--draft", "-", stdin=b"knit a scarf for the moon\n", code=1)
        said = " ".join(done.out.split())
        self.assertIn("nothing found", said.lower())
        self.assertRegex(said, r"National Delegate Conference 2003–2024 \(\d+\)")

    def test_1053_years_can_be_bounded(self):
        report = self.check(LOOKS_LIKE, "--year", "..2010")
        years = {evidence["year"] for finding in report["findings"]
                 for evidence in finding["evidence"]}
        self.assertTrue(years and max(years) <= 2010, years)
        self.assertEqual(report["findings"][1]["verdict"], "rejected")
        done = self.polsearch("--draft", "-", "--year", "..2010", stdin=b"A lighthouse\n\nBuy us a "
                              b"lighthouse by the sea.\n", code=1)
        self.assertIn("in what was decided until 2010.", " ".join(done.out.split()))
        for wrong in ("x", "20", "..", "2010...2012", "2010-2012", "9" * 30, "2010.." + "9" * 30, "2012..2010"):
            done = self.polsearch("--draft", "-", "--year", wrong, stdin=b"pay", code=2)
            self.assertIn("--year must be", done.err)
        done = self.polsearch("--draft", "-", "--decision", "lost", stdin=b"pay", code=2)
        self.assertIn("only --year", done.err)

    # --- where a draft comes from ----------------------------------------------------------

    def docx(self, paragraphs):
        body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
        path = self.dir / "draft.docx"
        space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("[Content_Types].xml", (
                '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
                'content-types"><Default Extension="xml" ContentType="application/vnd.'
                'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'))
            archive.writestr("_rels/.rels", (
                '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/'
                'package/2006/relationships"><Relationship Id="r1" Type="http://schemas.'
                'openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
                'Target="word/document.xml"/></Relationships>'))
            archive.writestr("word/document.xml", f'<?xml version="1.0"?><w:document xmlns:w='
                             f'"{space}"><w:body>{body}</w:body></w:document>')
        return path

    def test_1054_any_format_that_is_read(self):
        clause = "invite two employers in each region to take part in a trial"
        asked = f"Conference instructs the National Executive Council to {clause}."
        files = [self.write("draft.txt", f"A trial\n\n{asked}\n"),
                 self.write("draft.md", f"# A trial\n\n{asked}\n"),
                 self.write("draft.html", f"<h1>A trial</h1><p>{asked}</p>"),
                 self.docx(["A trial", asked])]
        for path in files:
            with self.subTest(path.name):
                report = json.loads(self.polsearch("--draft", path, "--format", "json").out)
                self.assertIn("already_carried", self.verdicts(report))
        for text in (f"A trial\n\n{asked}\n", f"## A trial\n\n{asked}\n"):
            self.assertIn("already_carried", self.verdicts(self.check(text)))

    def test_1055_a_pipe_is_read_too(self):
        pipe = self.dir / "pipe"
        os.mkfifo(pipe)
        writer = threading.Thread(target=pipe.write_text, args=(LOOKS_LIKE,))
        writer.start()
        report = json.loads(self.polsearch("--draft", pipe, "--format", "json").out)
        writer.join()
        self.assertEqual(len(report["findings"]), 5)

    # --- awkward ones ----------------------------------------------------------------------

    def test_1056_awkward_drafts_get_sensible_answers(self):
        self.assertEqual(len(self.check("libraries\n", code=None)["findings"]), 1)
        for junk in (b"", b"  \n\t\n", b"\0\1\2\3" * 500, os.urandom(4096) + b"\0"):
            done = self.polsearch("--draft", "-", stdin=junk, code=2)
            self.assertRegex(done.err, r"^polsearch: .+\n$")
            self.assertNotIn("\0", done.err)
        done = self.polsearch("--draft", self.dir / "absent.txt", code=2)
        self.assertIn("absent.txt", done.err)
        self.assertIn("No such file", done.err)
        done = self.polsearch("--draft", self.dir, code=2)
        self.assertIn("directory", done.err)
        for name in ("photo.jpg", "motion.pages", "sheet.xlsx"):
            done = self.polsearch("--draft", self.write(name, "Conference notes pay."), code=2)
            self.assertIn(name, done.err)
            self.assertIn("save it as text", done.err)

    def test_1057_a_large_paste_is_bounded(self):
        text = "We want more buses, and pay for the drivers of them.\n\n" * 40000
        self.assertGreater(len(text), 2_000_000)
        begun = time.monotonic()
        report = self.check(text, code=None)
        self.assertLessEqual(len(report["findings"]), 250)
        limit = 60 if scratch.is_sanitized() else 20
        self.assertLess(time.monotonic() - begun, limit)

    def test_1058_text_that_would_be_markup_or_control(self):
        hostile = ("<script>alert(1)</script>\n\nConference believes \x1b[31mred\x07 "
                   "&amp; \u202egreen\u2066 </textarea><img src=x onerror=y>.\n")
        page = self.polsearch("--draft", "-", "--format", "html", stdin=hostile.encode(), code=None)
        for wrong in ("<script", "<img", "\x1b", "\u202e"):
            self.assertNotIn(wrong, page.out)
        text = self.polsearch("--draft", "-", stdin=hostile.encode(), code=None)
        for wrong in ("\x1b", "\x07", "\u202e"):
            self.assertNotIn(wrong, text.out + text.err)

    # --- formats ---------------------------------------------------------------------------

    def test_1059_all_formats(self):
        def run(output):
            return self.polsearch("--draft", "-", "--format", output, stdin=LOOKS_LIKE.encode()).out
        self.assertIn("already carried", run("text").lower())
        self.assertIn("2014", run("text"))
        rows = list(csv.DictReader(io.StringIO(run("csv"))))
        self.assertEqual(len(rows), 5)
        self.assertIn("# ", run("markdown"))
        page = run("html")
        self.assertTrue(page.lower().startswith("<!doctype html>"))
        self.assertNotRegex(page, r"<(script|link)\b|https?://(?!www\.w3\.org)")
        self.assertEqual(len(re.findall(r"\sid=\"([^\"]+)\"", page)),
                         len(set(re.findall(r"\sid=\"([^\"]+)\"", page))))
        for refused in ("trec", "jsonl"):
            done = self.polsearch("--draft", "-", "--format", refused, stdin=b"pay", code=2)
            self.assertIn("--draft is printed as", done.err)

    def test_1060_a_report_can_be_reaffirmed(self):
        text = self.polsearch("--draft", "-", stdin=LOOKS_LIKE.encode()).out
        self.assertRegex(re.sub(r"\s+", " ", text), r"Conference reaffirms .*2014 National Delegate")

    def test_1061_tasks_exclude_each_other(self):
        for other in (("--show", "x"), ("--like", "x"), ("--queries", "x"), ("--composites", "x")):
            done = self.polsearch("--draft", "-", *other, stdin=b"pay", code=2)
            self.assertIn("exclude each other", done.err)
        for idle in (("--limit", "3"), ("--offset", "3"), ("--page", "2"), ("--sort", "newest")):
            done = self.polsearch("--draft", "-", *idle, stdin=b"pay", code=2)
            self.assertIn("goes with no --limit", done.err)
        done = self.polsearch("--draft", "-", "pay", stdin=b"pay", code=2)
        self.assertIn("goes with no query", done.err)
        done = self.polsearch("--format", "html", "pay", code=2)
        self.assertIn("--format html goes with", done.err)
        done = self.polsearch("--profile", self.dir / "union.yaml", code=2)
        self.assertIn("--profile goes with --draft", done.err)


class LongPassages(scratch.Case):
    def setUp(self):
        super().setUp()
        sentence = "Conference resolves to campaign for the abolition of the grommet levy in town {}. "
        with open(self.dir / "long.jsonl", "w") as file:
            for number in range(45):
                text = sentence.format(number) * 400
                file.write(json.dumps({"id": f"long{number}", "title": f"Levy {number}", "text": text,
                                       "year": 2014, "decision": "carried"}) + "\n")
        self.polindex("long.jsonl", code=None)

    def test_1062_long_passages_do_not_fill_the_memory(self):
        draft = "Grommets\n\nConference resolves to:\n\n" + "".join(
            f"{i}. campaign for the abolition of the grommet levy in town {i}\n" for i in range(1, 71))
        done = self.polsearch("--draft", "-", "--format", "json", stdin=draft.encode(), code=None)
        report = json.loads(done.out)
        self.assertEqual(len(report["findings"]), 70)
        self.assertFalse(report["has_timed_out"])
        self.assertGreater(sum(len(finding["evidence"]) for finding in report["findings"]), 40)
        for finding in report["findings"]:
            self.assertFalse(finding["is_skipped"])
            for evidence in finding["evidence"]:
                self.assertLessEqual(len(evidence["text"]), 16 << 10, "what is compared is shown, no more")
                self.assertGreater(len(evidence["text"]), 15 << 10)
                self.assertLessEqual(evidence["highlights"][-1][1], len(evidence["text"]))

    def test_1063_one_motion_from_many_branches(self):
        agenda = "".join(f"Motion {i}\nGrommets\n\nConference resolves to campaign for the abolition of the "
                         f"grommet levy, and of the widget levy that stands beside it.\n\n" for i in range(1, 91))
        done = self.polsearch("--draft", "-", "--format", "csv", stdin=agenda.encode(), code=None)
        rows = list(csv.DictReader(io.StringIO(done.out)))
        self.assertEqual(len(rows), 90)
        self.assertEqual({row["duplicate_of"] for row in rows[1:]}, {"Motion 1"})
        self.assertEqual(rows[0]["duplicate_of"], "")


if __name__ == "__main__":
    scratch.main()
