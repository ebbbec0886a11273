#!/usr/bin/env python3
"""polindex, polsearch: names of people, which tell who is a member, are in no output (85x).

Agendas, reports and minutes name movers in the ways that unions have; whatever the programs then
print without --people is searched for these invented names."""
import html
import re
import shutil

import scratch
import served

CONFERENCE = "Ferry Stewards' Association Congress 2031"

# Who moves, in as many forms; a text's last line each.
MOVERS = (
    "Moved by: Jennifer Oakhampton, Westcliff Branch\nSeconded by: Ravinder Dhaliwell, Saltmouth Branch",
    "Proposer – Mr Lysander Pumphrey, Leith Branch",
    "Cuthbert Ravensworth / Leith Branch",
    "Moved: Women Members' Committee. Seconded: Margaret Thistlewood",
    "Submitted by: Percival Wetherby",
    "Leith Branch – mover Octavia Nightingale",
    "Mover: Peregrine Allardyce (Leith)  Seconder: Tabitha Molesworth (Hull)",
    "Moved by Barnaby Featherstone",
)
TITLES = ("Tugs", "Buoys", "Ropes", "Lamps", "Gangways", "Sonar", "Charts",
          "Radar (Algernon Fotheringay, Hull)")
MOVER_NAMES = ("Oakhampton", "Dhaliwell", "Pumphrey", "Ravensworth", "Thistlewood", "Wetherby",
               "Nightingale", "Allardyce", "Molesworth", "Featherstone", "Fotheringay")

MINUTES = f"""{CONFERENCE}
Minutes

Tugs (Cordelia Winterbourne): CARRIED
Motion 2: Buoys – moved by Clementine Harkaway – LOST
3 Ropes Araminta Goldfinch CARRIED
Motion 4: Lamps: withdrawn by Dorothea Brocklebank
Motion 5: Remitted; moved Gideon Applegarth, seconded Hermione Snodgrass
Motion 77: Moved by Phineas Quillfeather: CARRIED
Motion 78: Kites (Evangeline Threlkeld): LOST

Motion 6 was moved by Sister Hannah Birkbeck (Eastquay) and seconded by Sister Lola Ferrars. It was carried.
"""

ROWS = (("1", "Tugs", "Ignatius Lovelock (Westcliff Branch)", "Carried"),
        ("2", "Buoys", "Wibert Quarrendon", "Lost"),
        ("3", "Ropes", "Leith Branch", "Remitted"))
TABLE = (f"<html><head><title>Decisions</title></head><body><h1>{CONFERENCE}</h1><h2>Decisions</h2>"
         "<table><tr><th>Motion</th><th>Title</th><th>Mover</th><th>Decision</th></tr>"
         + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
         + "</table></body></html>")

REPORT_NAMES = ("Winterbourne", "Harkaway", "Goldfinch", "Brocklebank", "Applegarth", "Snodgrass",
                "Quillfeather", "Threlkeld", "Birkbeck", "Ferrars", "Lovelock", "Quarrendon")


def agenda():
    parts = [CONFERENCE, "Final agenda", ""]
    for number, (title, mover) in enumerate(zip(TITLES, MOVERS), start=1):
        name = title.split()[0].lower()
        parts += [f"Motion {number}: {title}", "",
                  f"Congress notes that the {name} of the fleet are older than their stewards.", "",
                  f"Congress calls upon the Council to replace the {name} before the winter.", "",
                  mover, ""]
    return "\n".join(parts)


class People(scratch.Case):
    def assert_nobody(self, text, names, where):
        for name in names:
            self.assertNotIn(name.lower(), text.lower(), where)

    def outputs(self, names):
        """All that the programs say of files/, without and with an index."""
        shown = []
        for form in ("table", "csv", "jsonl"):
            shown.append(self.polindex("--check", "--format", form, "files", code=None))
        for form in ("table", "csv"):
            shown.append(self.polindex("--check", "--review", "--format", form, "files", code=None))
        shown.append(self.polindex("files", code=None))
        shown.append(self.polindex("status", code=None))
        ids = self.ids("congress") + self.ids("council") + self.ids("carried")
        self.assertTrue(ids)
        for form in ("text", "json", "jsonl", "csv", "markdown"):
            for query in ("congress", "council", "carried", "lost", "motion"):
                shown.append(self.polsearch("--format", form, "--limit", "100", query, code=None))
            for one in sorted(set(ids)):
                shown.append(self.polsearch("--format", form, "--show", one, code=None))
        for done in shown:
            self.assert_nobody(done.out + done.err, names, done)
        return shown

    def found(self, *query):
        return self.polsearch("--format", "jsonl", *query, code=None).out

    def test_850_movers_of_an_agenda(self):
        self.write("files/agenda.txt", agenda())
        shown = self.outputs(MOVER_NAMES)
        said = "".join(done.out for done in shown)
        for body in ("Westcliff Branch", "Saltmouth Branch", "Leith Branch",
                     "Women Members' Committee"):
            self.assertIn(body, said)

    def test_851_movers_cannot_be_searched_for(self):
        self.write("files/agenda.txt", agenda())
        self.polindex("files", code=None)
        for name in MOVER_NAMES:
            for query in (name, f"by:{name}", f"title:{name}", f'"{name}"', f"{name[:5]}*"):
                self.assertEqual(self.found(query), "", query)
        self.assertNotEqual(self.found("by:Leith"), "")

    def test_852_people_are_shown_when_asked_for(self):
        self.write("files/agenda.txt", agenda())
        done = self.polindex("--check", "--people", "--format", "jsonl", "files", code=None)
        for name in MOVER_NAMES:
            self.assertIn(name, done.out)

    def test_853_each_motion_has_its_body(self):
        self.write("files/agenda.txt", agenda())
        bodies = {d["number"]: d["submitted_by"] for d in self.checked("files", code=None)}
        self.assertEqual(bodies, {
            "1": ["Westcliff Branch", "Saltmouth Branch"], "2": ["Leith Branch"],
            "3": ["Leith Branch"], "4": ["Women Members' Committee"], "5": [],
            "6": ["Leith Branch"], "7": ["Leith", "Hull"], "8": ["Hull"]})

    def test_854_minutes_and_tables(self):
        self.write("files/agenda.txt", agenda())
        self.write("files/minutes.txt", MINUTES)
        self.write("files/decisions.html", TABLE)
        self.outputs(MOVER_NAMES + REPORT_NAMES)

    def test_855_reports_are_stored_without_people(self):
        """In no file of the index, whatever a reader makes of it."""
        for name, text in (("minutes.txt", MINUTES), ("decisions.html", TABLE)):
            shutil.rmtree(self.dir / "files", ignore_errors=True)
            shutil.rmtree(self.index, ignore_errors=True)
            self.write(f"files/{name}", text)
            self.polindex("files", code=None)
            stored = b"".join(path.read_bytes() for path in sorted(self.index.rglob("*"))
                              if path.is_file()).decode("latin-1")
            self.assertIn("congress", stored)
            self.assert_nobody(stored, REPORT_NAMES, name)
            for name in REPORT_NAMES:
                self.assertEqual(self.found(name), "", name)

    def test_856_a_branch_beside_its_delegate_stays(self):
        self.write("files/decisions.html", TABLE)
        self.polindex("files", code=None)
        self.assertIn("Westcliff Branch", self.found("Westcliff"))

    def test_857_pages_name_nobody(self):
        """Whatever a browser reaches from the start, and what programs are told."""
        self.write("files/agenda.txt", agenda())
        self.write("files/minutes.txt", MINUTES)
        self.write("files/decisions.html", TABLE)
        self.polindex("files", code=None)
        server = served.Server(self, "--rate", "0")
        names = MOVER_NAMES + REPORT_NAMES
        waiting = ["/", "/search?q=congress", "/search?q=congress&group=motion", "/sitemap.xml",
                   "/search?q=lost&match=any", "/search.atom?q=congress", "/api/v1/conferences",
                   "/api/v1/search?q=congress&facets=true", "/api/v1/search?q=congress&format=csv",
                   "/api/v1/search?q=congress&format=markdown", "/api/v1/facets?q=congress"]
        for name in names:
            waiting += [f"/api/v1/suggest?q={name[:4]}", f"/opensearch-suggest?q=moved+{name[:4]}"]
        seen = set(waiting)
        for target in waiting: # grows
            status, _, body = server.get(target)
            self.assertEqual(status, 200, target)
            text = html.unescape(body.decode())
            self.assert_nobody(text, names, target)
            found = re.findall(r'(?:href="|"url": ?"|127\.0\.0\.1:\d+)(/[^"#<>{),\s]*)', text)
            new = {link for link in found if not link.startswith("//")} - seen
            seen |= new
            if len(waiting) < 600:
                waiting += sorted(new)
        self.assertTrue(any(target.endswith("/cite.json") for target in waiting), waiting)
        self.assertTrue(any(target.startswith("/conferences/") for target in waiting), waiting)


if __name__ == "__main__":
    scratch.main()
