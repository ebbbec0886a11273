#!/usr/bin/env python3
"""Motions that ask for the same, and a whole agenda checked (102x)."""
import csv
import io
import json
import time
from html.parser import HTMLParser

import scratch
import served

GUARDS = "win thermostat guards for every kettle in railway canteens"
GUARDS_TOO = "negotiate thermostat guards on kettles in all canteens of the railway"
TROLLEYS = "publish a timetable of tea trolleys at each station"


def agenda(*motions, conference="KETTLE CONFERENCE 2031"):
    """Numbered motions: (title, demands)."""
    text = [conference, "", "FINAL AGENDA", ""]
    for number, (title, demands) in enumerate(motions, 1):
        text += [f"{number}. {title}", "", "Conference instructs the Executive Committee to:"]
        text += [f"   {point}. {demand};" for point, demand in enumerate(demands, 1)]
        text += ["", f"Branch {number}", "", ""]
    return "\n".join(text)


AGENDA = agenda(("Guards", [GUARDS, TROLLEYS]),
                ("Thermostats", [GUARDS_TOO, "hold a ballot on the length of teaspoons"]),
                ("No guards", ["oppose thermostat guards for every kettle in railway canteens",
                               "keep the kettles that we have"]),
                ("Saucers", ["commission a survey of round saucers", "paint all saucers blue"]),
                ("Saucers again", ["commission a survey of round saucers",
                                   "paint all saucers blue"]),
                *((title, [demand]) for title, demand in (
                    ("Ferries", "lobby for a ferry to every island"),
                    ("Libraries", "campaign against the closing of libraries"),
                    ("Apprentices", "ask employers for a hundred apprentices"),
                    ("Bicycles", "buy bicycles for organisers"),
                    ("Choirs", "found a choir in each region"),
                    ("Orchards", "plant an orchard behind the office"),
                    ("Chess", "hold a chess tournament in spring"),
                    ("Lighthouses", "visit the lighthouse keepers"),
                    ("Bees", "give shelter to bees on roofs"))))


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.names = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.names.append(tag)


class Composites(scratch.Case):
    def setUp(self):
        super().setUp()
        self.write("docs/agenda.txt", AGENDA)
        self.polindex("docs")

    def groups(self, *arguments):
        answer = json.loads(self.polsearch("--composites", *arguments, "--format", "json").out)
        return [[motion["number"] for motion in group["motions"]] for group in answer["groups"]]

    def test_1020_groups(self):
        wanted = [["1", "2"], ["4", "5"]]
        for name in ("Kettle Conference 2031", "kettle conference", "2031 KETTLE CONFERENCE"):
            self.assertEqual(self.groups(name), wanted)
        self.assertEqual(self.groups("Kettle Conference", "--year", "2031"), wanted)

    def test_1021_formats(self):
        name = "Kettle Conference 2031"
        text = self.polsearch("--composites", name).out
        self.assertIn("14 motions; 4 of them in 2 groups that ask for the same.", text)
        self.assertIn("Group 2: Motion 4 and Motion 5 ask for nearly the same", text)
        rows = list(csv.DictReader(io.StringIO(
            self.polsearch("--composites", name, "--format", "csv").out)))
        self.assertEqual([row["group"] for row in rows], ["1", "1", "", "2", "2", *[""] * 9])
        self.assertEqual(rows[0]["shared_points"], "1")
        page = self.polsearch("--composites", name, "--format", "html").out
        self.assertEqual(Tags(page).names.count("section"), 2)
        self.assertIn("<h2 id=\"group-1\">", page)
        self.assertIn("## Group 1: ", self.polsearch("--composites", name, "--format", "markdown").out)

    def test_1022_what_is_not_there(self):
        for arguments, words in ((("Urn Conference",), "there are 'KETTLE CONFERENCE'"),
                                 (("Kettle Conference 2030",), "years: 2031"),
                                 (("Kettle Conference", "--year", "2030..2031"), "one year"),
                                 (("Kettle Conference", "--decision", "lost"), "only --year"),
                                 (("Kettle Conference", "--format", "trec"), "not as trec")):
            done = self.polsearch("--composites", *arguments, code=2)
            self.assertIn(words, done.err)
        self.write("docs/alone.txt", agenda(("Alone", ["wash the one spoon that we have"]),
                                            conference="SPOON CONFERENCE 2031"))
        self.polindex("docs")
        done = self.polsearch("--composites", "Spoon Conference 2031", code=1)
        self.assertEqual(done.out, "")

    def test_1023_pages(self):
        server = served.Server(self)
        listed = server.get("/conferences/KETTLE%20CONFERENCE/2031")[2].decode()
        self.assertIn('href="/composites/KETTLE%20CONFERENCE/2031"', listed)
        status, headers, body = server.get("/composites/KETTLE%20CONFERENCE/2031")
        self.assertEqual((status, headers["content-type"]), (200, "text/html; charset=utf-8"))
        self.assertIn("Group 2: Motion 4 and Motion 5", body.decode())
        self.assertIn('<a href="/documents/', body.decode())
        self.assertIn("etag", headers)
        self.assertEqual(server.get("/composites/KETTLE%20CONFERENCE/2030")[0], 404)
        self.assertEqual(server.get("/composites/KETTLE%20CONFERENCE/x")[0], 404)
        self.assertEqual(server.get("/composites/Urns/2031")[0], 404)
        api = "/api/v1/composites/KETTLE%20CONFERENCE/2031"
        self.assertEqual(len(json.loads(server.get(api)[2])["groups"]), 2)
        self.assertIn("text/csv", server.get(api + "?format=csv")[1]["content-type"])
        self.assertEqual(server.get(api + "?format=html")[0], 400)

    def test_1024_an_agenda_is_checked(self):
        self.write("old/2019.txt", agenda(
            ("Guards", [GUARDS]), ("Lids", ["weigh the lids of all pots"]),
            conference="KETTLE CONFERENCE 2019"))
        self.polindex("old")
        rows = list(csv.DictReader(io.StringIO(self.polsearch(
            "--draft", self.dir / "docs/agenda.txt", "--format", "csv").out)))
        self.assertEqual(len(rows), 14)
        answer = json.loads(self.polsearch("--draft", self.dir / "docs/agenda.txt",
                                           "--format", "json").out)
        self.assertIn("2019", json.dumps(answer))

    def test_1025_three_hundred_motions_in_seconds(self):
        demands = [("teapots", "saucers", "spoons", "lids", "urns"), ("paint", "count", "wash", "mend"),
                   ("stations", "canteens", "ferries", "libraries", "museums", "depots")]
        for number in range(300):
            things, doing, places = (group[number * step % len(group)] for group, step in
                                     zip(demands, (1, 7, 11)))
            self.write(f"many/{number}.txt", f"LONG CONFERENCE 2030\n\nMotion {number + 1}: The "
                       f"{things} of {number}\n\nConference instructs the Executive Committee "
                       f"to:\n\n1. {doing} the {things} of all {places}\n\n2. report on {places} "
                       f"to branch number{number}\n")
        self.polindex("many")
        start = time.monotonic()
        answer = json.loads(self.polsearch("--composites", "Long Conference 2030", "--format", "json",
                                           code=None).out)
        self.assertEqual(answer["motions"], 300)
        if not scratch.is_sanitized():
            self.assertLess(time.monotonic() - start, 2)


if __name__ == "__main__":
    scratch.main()
