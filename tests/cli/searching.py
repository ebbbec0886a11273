#!/usr/bin/env python3
"""polsearch: what it finds and how it says so, on the sample corpus and on the seeds (3xx)."""
import csv
import io
import json
import os
import pty
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import scratch

CORPUS = scratch.ROOT / "corpus"


class Indexed(scratch.Case):
    """One index of `folder` for all cases; none of them writes to it."""
    folder = CORPUS
    exit_statuses = (0,)

    @classmethod
    def setUpClass(cls):
        cls.shared_index = Path(tempfile.mkdtemp(prefix="polsearch-test-"))
        done = subprocess.run([scratch.BUILD / "indexer" / "polindex", "--quiet", "--index",
                               cls.shared_index / "index", cls.collection()],
                              stderr=subprocess.PIPE, check=False)
        if done.returncode not in cls.exit_statuses:
            raise RuntimeError(f"polindex: {done.returncode}\n{done.stderr.decode()}")

    @classmethod
    def collection(cls):
        """The folder to be indexed: ids hang on paths below it, so a copy will do."""
        return cls.folder

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.shared_index, ignore_errors=True)

    def setUp(self):
        super().setUp()
        self.index = self.shared_index / "index"
        self.env["POLSEARCH_INDEX"] = str(self.index)

    def on_a_terminal(self, *command, env=None, columns=80):
        """What a program prints where its output is a terminal."""
        parent, child = pty.openpty()
        run = self.start(*command, stdout=child, stderr=child, stdin=child)
        os.close(child)
        said = b""
        try:
            while piece := os.read(parent, 65536):
                said += piece
        except OSError:  # the other side is closed
            pass
        os.close(parent)
        run.wait(timeout=60)
        return said.decode()


class Searching(Indexed):
    """Files that hold one motion each: agendas, which grow, are left to a class of their own."""

    @classmethod
    def collection(cls):
        return shutil.copytree(cls.folder, cls.shared_index / "corpus",
                               ignore=shutil.ignore_patterns("agendas"))

    # --- what is found -------------------------------------------------------------

    def test_300_exit_status(self):
        self.polsearch("hours", code=0)
        nothing = self.polsearch("zzzxq", code=1)
        self.assertEqual(nothing.out, "")
        self.assertIn("zzzxq", nothing.err)
        for wrong in ([], ["--nonsense"], ["--limit", "0", "x"], ["--limit", "1001", "x"],
                      ["--format", "xml", "x"], ["--decision", "carryed", "x"],
                      ["--show", "zzzz"], ["--show", "a", "x"], ["--page", "2", "--offset", "3", "x"],
                      ["--index", "/nonexistent", "x"]):
            with self.subTest(wrong=wrong):
                done = self.polsearch(*wrong, code=2)
                self.assertEqual(done.out, "")
                self.assertIn("polsearch", done.err)

    def test_301_all_the_words_in_one_passage_come_first(self):
        [results] = self.polsearch("--format", "json", "democratic deficit").objects()
        self.assertEqual(results["tier"], "passage")
        first = [hit for hit in results["hits"] if hit["tier"] == "passage"]
        self.assertTrue(first)
        self.assertEqual(results["hits"][:len(first)], first, "the better tier comes first")
        for hit in first:
            self.assertRegex(hit["text"].lower(), "democrati?c")
            self.assertIn("deficit", hit["text"].lower())

    def test_302_highlights_are_the_words_that_matched(self):
        for hit in self.hits("democratic deficit"):
            text = hit["text"].encode()
            marked = [text[start:end].decode().lower() for start, end in hit["highlights"]]
            if hit["tier"] == "passage":
                self.assertTrue(marked)
            for word in marked:
                self.assertRegex(word, "^(democra|deficit)", hit)

    def test_303_a_phrase_is_verbatim(self):
        hits = self.hits('"democratic deficit"')
        self.assertTrue(hits)
        for hit in hits:
            self.assertIn("democratic deficit", " ".join(hit["text"].lower().split()))
        self.assertEqual(self.ids('"deficit democratic"'), [])

    def test_304_filters_as_options_and_in_the_query(self):
        for option, field in ((["--decision", "lost"], "decision:lost"),
                              (["--year", "2010..2015"], "year:2010..2015"),
                              (["--conference", "national delegate"], 'conference:"national delegate"'),
                              (["--kind", "article"], "kind:article"),
                              (["--clause", "resolves"], "clause:resolves")):
            with self.subTest(field=field):
                by_option = self.hits("conference OR council OR staff", *option)
                self.assertTrue(by_option)
                by_field = self.hits(f"(conference OR council OR staff) {field}")
                self.assertEqual([(hit["id"], hit["anchor"]) for hit in by_option],
                                 [(hit["id"], hit["anchor"]) for hit in by_field])
        for hit in self.hits("conference OR council", "--year", "2010..2015"):
            self.assertTrue(2010 <= hit["year"] <= 2015)

    def test_305_policy_is_all_that_was_carried(self):
        found = {hit["decision"] for hit in self.hits("conference OR congress", "--decision", "policy")}
        self.assertEqual(found, {"carried", "carried_amended", "carried_part"})

    def test_306_a_filter_says_what_it_hid(self):
        hidden = self.polsearch('"right to strike"', "--decision", "policy", code=1)
        self.assertRegex(hidden.err, "1 match is hidden: its decision is not stated")
        [results] = self.polsearch("--format", "json", '"right to strike"', "--decision", "policy",
                                   code=1).objects()
        self.assertEqual((results["total"], results["hidden_not_stated"]), (0, 1))

    def test_307_facets_count_documents_and_never_grow(self):
        [every] = self.polsearch("--format", "json", "--facets", "hours").objects()
        [lost] = self.polsearch("--format", "json", "--facets", "hours", "--decision", "lost").objects()
        for name, values in lost["facets"].items():
            of = {value["value"]: value["count"] for value in every["facets"].get(name, [])}
            for value in values:
                self.assertLessEqual(value["count"], of.get(value["value"], 0), name)
        documents = len({hit["id"] for hit in self.hits("hours")})
        self.assertEqual(sum(value["count"] for value in every["facets"]["kind"]), documents)

    def test_308_sort(self):
        newest = [hit["date"] or "" for hit in self.hits("--sort", "newest", "--match", "any", "hours")]
        self.assertEqual(newest, sorted(newest, reverse=True))
        oldest = [hit["date"] for hit in self.hits("--sort", "oldest", "--match", "any", "hours")
                  if hit["date"]]
        self.assertEqual(oldest, sorted(oldest))

    def test_309_group(self):
        ids = [hit["id"] for hit in self.hits("--group", "motion", "hours")]
        self.assertEqual(sorted(set(ids)), self.ids("hours"))
        [results] = self.polsearch("--format", "json", "--group", "motion", "hours").objects()
        self.assertEqual(results["total"], len(self.ids("hours")))

    def test_310_pages_join(self):
        every = [(hit["id"], hit["anchor"]) for hit in self.hits("hours")]
        self.assertGreater(len(every), 6)
        pages = []
        for page in range(1, len(every) // 3 + 2):
            found = self.polsearch("--format", "jsonl", "--limit", "3", "--page", page, "hours",
                                   code=None).objects()
            pages += [(hit["id"], hit["anchor"]) for hit in found]
        self.assertEqual(pages, every)
        offset = self.polsearch("--format", "jsonl", "--limit", "3", "--offset", "4", "hours").objects()
        self.assertEqual([(hit["id"], hit["anchor"]) for hit in offset], every[4:7])
        self.polsearch("--offset", "100000", "hours", code=1)

    def test_311_spelling(self):
        done = self.polsearch("--as-typed", "pensons", code=1)
        self.assertIn("Did you mean: pensions", done.err)
        done = self.polsearch("pensons")
        self.assertIn("nothing has ‘pensons’: this is what was found for ‘pensions’", done.out)
        self.assertIn("--as-typed", done.out)
        [found] = self.polsearch("--format", "json", "pensons").objects()
        self.assertEqual((found["query"], found["corrected"]), ("pensons", "pensions"))
        self.assertIsNone(found["suggestion"])

    def test_312_show(self):
        hit = self.hits("right to strike")[0]
        for ident in (hit["id"], hit["id"][:8], hit["id"] + hit["anchor"]):
            shown = self.polsearch("--show", ident)
            self.assertIn(hit["display_title"], shown.out)
        [whole] = self.polsearch("--show", hit["id"], "--format", "json").objects()
        self.assertIn(hit["text"], json.dumps(whole, ensure_ascii=False))

    def test_312_the_same_from_elsewhere(self):
        """Another process serves the index; ranking may differ there, what is found may not."""
        if not shutil.which("xapian-progsrv"):
            self.skipTest("xapian-progsrv is not installed (package xapian-tools)")
        [generation] = self.index.glob("gen-*")
        stub = self.dir / "elsewhere"
        stub.write_text(f"remote :xapian-progsrv {generation}\n", encoding="utf-8")
        for query in ("strike", "health care", '"right to strike"', "title:strike", "privat*"):
            with self.subTest(query=query):
                here, there = ({(hit["id"], hit["anchor"]) for hit in self.hits(*index, query)}
                               for index in ([], ["--index", str(stub)]))
                self.assertTrue(here)
                self.assertEqual(here, there)

    def test_313_explain(self):
        out = self.polsearch("--explain", "--limit", "1", "fair pay").out
        self.assertIn("tree: (and fair pay)", out)
        self.assertTrue(out.endswith("\n"))

    def test_314_ordinary_text_is_no_error(self):
        for text in ('AT&T 1/2 :) "unclosed', "((((", "----", "\"\"", "co-op", "year:", "NEAR/ OR NOT",
                     "\x01\x02", "x" * 5000, "'" * 100, "\u202e", "*", "a*", "decision:"):
            with self.subTest(text=text):
                self.assertIn(self.polsearch("--", text, code=None).code, (0, 1))
        for text in (b"caf\xe9", b"\xff\xfe"):
            with self.subTest(text=text):
                done = subprocess.run([b"polsearch", b"--", text], env=self.env, cwd=self.dir,
                                      capture_output=True, check=False, timeout=60)
                self.assertIn(done.returncode, (0, 1), done.stderr)
        self.polsearch("x" * 70000, code=2)

    def test_315_costly_queries_end(self):
        words = " OR ".join(f"{a}{b}*" for a in "abcdefghijklm" for b in "aeiour")
        self.polsearch(words, code=0, timeout=20)
        self.polsearch(" ".join(f"w{n}" for n in range(2000)), code=None, timeout=20)
        self.polsearch("(" * 5000 + "pay" + ")" * 5000, code=None, timeout=20)

    def test_316_a_prefix_that_no_word_has(self):
        self.assertEqual(self.ids("zzq* OR pensions"), self.ids("pensions"))
        self.assertEqual(self.ids("pensions OR zzq*"), self.ids("pensions"))

    # --- how it is said ------------------------------------------------------------

    def test_320_text(self):
        self.assert_golden("320-text.txt", self.polsearch('"democratic deficit"').out)

    def test_321_plain(self):
        self.assert_golden("321-plain.txt", self.polsearch("--plain", '"democratic deficit"').out)

    def test_322_markdown(self):
        self.assert_golden("322-markdown.md",
                           self.polsearch("--format", "markdown", '"democratic deficit"').out)

    def test_3221_a_motion_stands_once(self):
        hits = self.polsearch("--format", "jsonl", "pay rise").objects()
        ranks = [hit["rank"] for hit in hits]
        self.assertEqual(ranks, list(range(1, len(hits) + 1)))
        runs = [(hit["tier"], hit["id"]) for place, hit in enumerate(hits)
                if place == 0 or (hit["tier"], hit["id"]) !=
                (hits[place - 1]["tier"], hits[place - 1]["id"])]
        self.assertLess(len(runs), len(hits))
        text = self.polsearch("pay rise").out
        headings = re.findall(r"^([0-9]+)(?:–([0-9]+))?\. ", text, re.MULTILINE)
        self.assertEqual(len(headings), len(runs))
        self.assertEqual(sum(int(last or first) - int(first) + 1 for first, last in headings),
                         len(hits))
        for hit in hits:
            self.assertIn(hit["id"] + hit["anchor"], text)

    def test_3222_nothing_is_about_it(self):
        query = "what is our policy on nuclear power"
        text = " ".join(self.polsearch(query, code=0).out.split())
        [results] = self.polsearch("--format", "json", query).objects()
        self.assertIn("has ‘nuclear’. Others have only ‘power’. To see these, search for: what is "
                      "our policy on power", text)
        self.assertNotIn("1.", text)
        self.assertEqual((results["lacks_words"], results["unknown_words"], results["rest"]),
                         (True, ["nuclear"], "what is our policy on power"))
        [rest] = self.polsearch("--format", "json", results["rest"]).objects()
        self.assertGreater(rest["total"], 0)
        self.assertEqual((rest["tier"], rest["lacks_words"], rest["rest"]), ("passage", False, None))

    def test_3223_words_that_may_be_filters(self):
        """Where no text has them beside the others, though some have them."""
        self.write("own/a.txt", scratch.motion(notes="that urns were lost in 2031"))
        self.write("own/b.txt", scratch.motion("Teapots", notes="that spouts drip",
                                               decision="Lost"))
        where = "--index", "own-index"
        self.polindex(*where, "own")
        for query, wanted in (("spouts 2031", "spouts year:2031"),
                              ("spouts lost", "spouts decision:lost"),
                              ("2031 spouts lost", "year:2031 spouts decision:lost"),
                              ("urns 2031", None), ("urns lost", None), ("spouts urns", None),
                              ("2031", None), ('"spouts 2031"', None)):
            [results] = self.polsearch("--format", "json", *where, query, code=None).objects()
            self.assertEqual(results["suggestion"], wanted, query)
            if wanted:
                self.polsearch(*where, wanted)

    def test_323_json(self):
        [results] = self.polsearch("--format", "json", "--facets", "democratic deficit").objects()
        self.assertEqual(results["version"], 1)
        wanted = {"version", "query", "understood", "tier", "hidden_not_stated", "total",
                  "total_is_exact", "offset", "limit", "took_ms", "facets", "hits"}
        self.assertLessEqual(wanted, set(results))
        wanted = {"id", "anchor", "url", "title", "kind", "conference", "year", "date", "number",
                  "decision", "decision_raw", "clause", "label", "lead_in", "text", "text_state",
                  "highlights", "score", "citation"}
        for hit in results["hits"]:
            self.assertLessEqual(wanted, set(hit))
            self.assertEqual(hit["url"], f"/documents/{hit['id']}{hit['anchor']}")

    def test_324_json_of_nothing_and_of_errors(self):
        [results] = self.polsearch("--format", "json", "zzzxq", code=1).objects()
        self.assertEqual((results["total"], results["hits"]), (0, []))
        self.assertEqual(self.polsearch("--format", "jsonl", "zzzxq", code=1).out, "")
        done = self.polsearch("--format", "json", "decision:carryed", code=2)
        error = json.loads(done.err)["error"]
        self.assertEqual((error["code"], error["at"]), ("usage", 9))

    def test_325_csv(self):
        rows = list(csv.DictReader(io.StringIO(
            self.polsearch("--format", "csv", "--limit", "50", "hours").bytes.decode(), newline="")))
        self.assertEqual([(row["id"], row["anchor"]) for row in rows],
                         [(hit["id"], hit["anchor"]) for hit in self.hits("hours")][:50])

    def test_326_trec(self):
        queries = self.write("queries.tsv", "q1\thours of work\nq2\tlibrary: OR (\"\nq3\tzzzxq\n")
        run = self.polsearch("--queries", queries, "--run", "mine").out
        ranks = {}
        for line in run.splitlines():
            topic, q0, ident, rank, score, name = line.split()
            self.assertEqual((q0, name), ("Q0", "mine"))
            ranks.setdefault(topic, []).append((int(rank), float(score), ident))
        self.assertEqual(set(ranks), {"q1", "q2"})
        for rows in ranks.values():
            self.assertEqual([row[0] for row in rows], list(range(1, len(rows) + 1)))
            self.assertTrue(all(a[1] > b[1] for a, b in zip(rows, rows[1:])), "scores fall")
            self.assertEqual(len({row[2] for row in rows}), len(rows), "a motion comes once")
        self.assertIn("not ID", self.polsearch("--queries", "-", stdin=b"no tab\n", code=2).err)

    def test_327_people_are_hidden(self):
        shown = self.polsearch("--format", "json", "--people", "--limit", "1000", "conference").out
        hidden = self.polsearch("--format", "json", "--limit", "1000", "conference").out
        self.assertLessEqual(len(hidden), len(shown))

    def test_328_colour_and_pager(self):
        self.assertNotIn("\x1b", self.polsearch("hours").out, "not into a pipe")
        self.assertIn("\x1b[", self.polsearch("--color", "always", "hours").out)
        self.env.update(TERM="xterm", PAGER="cat")
        self.assertIn("\x1b[", self.on_a_terminal("polsearch", "hours"))
        for plain in (["--color", "never"], ["--plain"]):
            self.assertNotIn("\x1b", self.on_a_terminal("polsearch", *plain, "hours"))
        self.env["NO_COLOR"] = "1"
        self.assertNotIn("\x1b", self.on_a_terminal("polsearch", "hours"))
        del self.env["NO_COLOR"]
        self.env["PAGER"] = "sed s/^/paged:/"
        self.assertIn("paged:", self.on_a_terminal("polsearch", "hours"))
        self.assertNotIn("paged:", self.on_a_terminal("polsearch", "--no-pager", "hours"))
        self.assertNotIn("paged:", self.polsearch("hours").out)

    def test_329_a_pipe_that_is_closed_early(self):
        for form in ("text", "json", "csv"):
            run = self.start("polsearch", "--format", form, "--limit", "1000", "conference OR the",
                             stdout=subprocess.PIPE)
            run.stdout.read(1)
            run.stdout.close()
            said = run.stderr.read()
            self.assertIn(run.wait(timeout=60), (0, 1, 2, -13))
            self.assertNotIn(b"Sanitizer", said)
            self.assertEqual(said, b"", "no complaint about a reader that has seen enough")

    def test_330_options(self):
        self.assertIn("polsearch 0.", self.polsearch("--version").out)
        self.assertIn("--facets", self.polsearch("--help").out)


class Agendas(Indexed):
    """What agendas and their reports tell together, on the whole sample corpus."""
    exit_statuses = (0, 1)  # some of it is to be looked at by a person: a scan, a stray line

    def motion(self, title):
        """The one hit for a title, as the document itself."""
        found = [hit for hit in self.hits(f'title:"{title}"', "--group", "motion", "--kind", "motion")
                 if hit["title"] == title]
        self.assertEqual(len({hit["id"] for hit in found}), 1, title)
        return found[0]

    def shown(self, ident):
        [whole] = self.polsearch("--show", ident, "--format", "json").objects()
        return whole["document"]

    def said_of(self, title):
        """The text result for a title, on one line."""
        return " ".join(self.polsearch(f'title:"{title}"', "--kind", "motion").out.split())

    def test_335_a_decision_from_a_report(self):
        hit = self.motion("A thirty-five hour week for health workers")
        self.assertEqual((hit["decision"], hit["text_state"]), ("carried_amended", "submitted"))
        source = hit["decision_source"]
        report = (CORPUS / source["file"]).read_text(encoding="utf-8").splitlines()
        self.assertIn("CARRIED AS AMENDED", report[source["line"] - 1])
        said = self.said_of(hit["title"])
        self.assertIn(f"[decision from {source['file']}:{source['line']}; text as submitted, "
                      "before amendment]", said)
        whole = self.shown(hit["id"])
        self.assertEqual([(of["file"], of["line"]) for of in whole["decision_sources"]],
                         [(source["file"], source["line"])])

    def test_336_business_not_reached(self):
        hit = self.motion("Dental deserts")
        self.assertEqual((hit["decision"], hit["referral"]),
                         ("not_reached", "referred to the Service Group Executive"))
        self.assertIn("not reached; referred to the Service Group Executive",
                      self.said_of("Dental deserts"))

    def test_337_sources_that_contradict_each_other(self):
        hit = self.motion("Shielding without shame")
        self.assertEqual((hit["decision"], hit["decision_conflict"]), ("unknown", True))
        said = self.said_of(hit["title"])
        self.assertIn("(decision unclear)", said)
        for source in self.shown(hit["id"])["decision_sources"]:
            self.assertIn(f"{source['decision']} ({source['file']}:{source['line']})", said)

    def test_338_related_documents_can_be_shown(self):
        hit = self.motion("A thirty-five hour week for health workers")
        amendments = [tie for tie in self.shown(hit["id"])["relations"]
                      if tie["kind"] == "amended_by"]
        self.assertTrue(amendments)
        for tie in amendments:
            amendment = self.shown(tie["id"])
            self.assertEqual((amendment["kind"], amendment["number"]), ("amendment", tie["number"]))
            self.assertIn(f"Amendment {tie['number']} to Motion {hit['number']}",
                          amendment["citation"])
            out = " ".join(self.polsearch("--show", tie["id"]).out.split())
            self.assertIn(f"Amends: Motion {hit['number']}: {hit['title']} ({hit['id']})", out)

    def test_339_a_composite_and_what_went_into_it(self):
        hit = self.motion("Climate: from declaring to doing")
        self.assertEqual(hit["decision"], "composited")
        self.assertEqual(hit["composite"]["number"], "Composite A")
        [tie] = [tie for tie in self.shown(hit["id"])["relations"] if tie["kind"] == "composited_in"]
        composite = self.shown(tie["id"])
        self.assertEqual((composite["kind"], composite["title"]), ("composite", tie["title"]))
        self.assertIn(hit["id"], [of["id"] for of in composite["relations"]])
        self.assertIn("composited in Composite A", self.said_of(hit["title"]))

    def test_340_the_page_of_a_passage(self):
        hits = [hit for hit in self.hits("climate year:2020") if hit["sources"][0].endswith(".pdf")]
        self.assertTrue(hits)
        for hit in hits:
            self.assertGreater(hit["page"], 0)
            self.assertIn(f", p. {hit['page']} (", hit["citation"])

    def test_341_nobody_is_named_beside_a_decision(self):
        every = [self.hits(*people, "--group", "motion", "year:1900..") for people in (["--people"], [])]
        people, bodies = ({name for hit in hits for name in hit["submitted_by"]} for hits in every)
        self.assertTrue(people - bodies, "somebody moves a motion of the corpus")
        for ident in self.ids("year:1900.."):
            whole = self.shown(ident)
            about = json.dumps([whole["decision_raw"], whole["referral"], whole["section"],
                                whole["decision_sources"]], ensure_ascii=False)
            for name in people - bodies:
                self.assertNotIn(name, about, ident)

    def test_342_show_says_what_check_says(self):
        """Under the same names; what --check writes as 0 is null here."""
        alike = ("kind", "title", "number", "section", "member", "line", "page", "text_state")
        of_passage = ("ordinal", "clause", "label", "lead_in_of", "lead_in", "text", "line", "page")
        documents = [one for one in self.checked(CORPUS, code=None) if "passages" in one]
        checked = [one for one in documents if not one["duplicate_of"]]
        self.assertGreater(len(checked), 150)
        for one in checked:
            whole = self.shown(one["id"])
            self.assertEqual([whole[key] for key in alike], [one[key] or None for key in alike])
            self.assertEqual([[passage[key] for key in of_passage] for passage in whole["passages"]],
                             [[passage.get(key) or None for key in of_passage]
                              for passage in one["passages"]])


class Changed(scratch.Case):
    """When the record of a document last changed: not when its file was read."""
    FIRST, SECOND = "Kettles for Canteens", "Urns for Halls"

    def page(self, title, **what):
        """A motion's page that states no decision."""
        return scratch.motion(title, **what).replace("Decision\nCarried\n", "")

    def report(self, decision):
        self.write("motions/report.txt", f"2031 Canteen Staff Conference\nDecisions\n\n"
                                         f"{self.FIRST}: {decision}\n")

    def urns(self, act="mend them"):
        self.write("motions/urns.txt", self.page(self.SECOND, notes="that urns drip", act=act))

    def touch(self, *names):
        for name in names:
            (self.dir / "motions" / name).touch()

    def indexed(self, second, *arguments):
        """Indexes at that second; the seconds of the records of both documents."""
        self.polindex("--quiet", *arguments,
                      env={"SOURCE_DATE_EPOCH": str(2000000000 + second)})
        found = {hit["title"]: hit["changed"] for hit in self.hits("conference", "--group", "motion")}
        return tuple(int(found[title][-3:-1]) - 20 for title in (self.FIRST, self.SECOND))

    def setUp(self):
        super().setUp()
        self.write("motions/kettles.txt", self.page(self.FIRST))
        self.urns()
        self.assertEqual(self.indexed(0, "motions"), (0, 0))

    def test_370_reading_again_changes_nothing(self):
        self.touch("kettles.txt", "urns.txt")
        self.assertEqual(self.indexed(1, "motions"), (0, 0))
        self.assertEqual(self.indexed(2, "--rebuild"), (0, 0))

    def test_371_another_text_does(self):
        self.urns(act="buy larger ones")
        self.assertEqual(self.indexed(1, "motions"), (0, 1))
        self.assertEqual(self.indexed(2, "--rebuild"), (0, 1))

    def test_372_another_report_does(self):
        self.report("CARRIED")
        self.assertEqual(self.indexed(1, "motions"), (1, 0))
        self.touch("kettles.txt", "report.txt")
        self.assertEqual(self.indexed(2, "motions"), (1, 0))
        self.assertEqual(self.indexed(3, "--rebuild"), (1, 0))
        self.report("LOST")
        self.assertEqual(self.indexed(4, "motions"), (4, 0))
        (self.dir / "motions" / "report.txt").unlink()
        self.assertEqual(self.indexed(5, "motions"), (5, 0))

    def test_373_renderings_put_together_again_are_what_they_were(self):
        self.write("motions/kettles-again.txt", self.page(self.FIRST))
        self.report("CARRIED")
        before = self.indexed(1, "motions")
        self.assertEqual({len(hit["sources"]) for hit in self.hits("kettles boil")}, {2},
                         "one document")
        self.touch("kettles.txt")
        self.assertEqual(self.indexed(2, "motions"), before)
        self.touch("kettles.txt", "kettles-again.txt")
        self.assertEqual(self.indexed(3, "motions"), before)
        self.assertEqual(self.indexed(4, "--rebuild"), before)

    def test_374_the_time_is_in_utc(self):
        self.assertEqual(self.hits("kettles")[0]["changed"], "2033-05-18T03:33:20Z")
        [shown] = self.polsearch("--format", "json", "--show", self.ids("kettles")[0]).objects()
        self.assertEqual(shown["document"]["changed"], "2033-05-18T03:33:20Z")


@scratch.needs_shared("seeds")
class Seeds(Indexed):
    """What a user was promised on five real documents."""
    folder = scratch.SHARED / "seeds"

    def sources(self, hits):
        return [hit["sources"][0][:3] for hit in hits]

    def test_350_democratic_deficit(self):
        first = [hit for hit in self.hits("democratic deficit") if hit["tier"] == "passage"]
        self.assertEqual(self.sources(first), ["000", "000"])
        self.assertEqual({hit["decision"] for hit in first}, {"unknown"})
        self.assertIn("decision not stated", self.polsearch("democratic deficit").out)

    def test_351_policy_hides_two_that_are_not_stated(self):
        done = self.polsearch("democratic deficit decision:policy")
        self.assertIn("with these filters nothing has all the words", done.out)
        self.assertRegex(done.out, "2 matches are hidden")
        self.assertIn("not stated", done.out)

    def test_352_phrase(self):
        self.assertEqual(self.sources(self.hits('"twin track approach"')), ["002"])

    def test_353_compound_in_what_is_policy(self):
        found = [(hit["sources"][0][:3], hit["label"]) for hit in
                 self.hits("co-operatively decision:policy")]
        self.assertIn("003", [source for source, label in found])
        self.assertRegex(dict(found)["003"], "^2")

    def test_354_plural_acronym(self):
        self.assertEqual(set(self.sources(self.hits("STPs year:2016"))), {"004"})

    def test_355_one_passage(self):
        self.assertEqual(self.sources(self.hits("takeover")), ["001"])

    def test_356_nothing(self):
        done = self.polsearch("zzzxq", code=1)
        self.assertIn("zzzxq", done.err)
        self.assertGreater(len(done.err.splitlines()), 1)


if __name__ == "__main__":
    scratch.main()
