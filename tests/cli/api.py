#!/usr/bin/env python3
"""The API against its own description, and feeds, sitemap and OpenSearch against their standards
(99x)."""
import csv
import email.utils
import io
import json
import os
import sys
import time
import urllib.parse
import xml.etree.ElementTree as ElementTree

try:
    import jsonschema
except ImportError: # Debian's package belongs to Debian's Python
    if sys.executable == "/usr/bin/python3":
        print("skip: python3-jsonschema is not installed")
        sys.exit(77)
    os.execv("/usr/bin/python3", ["/usr/bin/python3", "-B", *sys.argv])

import scratch
import served

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
BASE = "https://policy.example.org"


class Api(scratch.Case):
    def setUp(self):
        super().setUp()
        self.write("docs/kettles.txt", scratch.motion())
        self.write("docs/teapots.txt", scratch.motion(
            title="Teapots & “Saucers”", decision="Lost", notes="that teapots drip",
            act="=buy(A1) teapots"))
        self.write("docs/cups.txt", scratch.motion(
            title="Cups", conference="2029 Canteen Staff Conference", date="4 May 2029"))
        self.polindex("docs", code=None)
        self.server = served.Server(self, "--base-url", BASE)
        self.description = self.json("/openapi.json")

    def json(self, target, status=200, sent=None):
        headers = {"Content-Type": "text/plain", "Content-Length": str(len(sent or b""))}
        found, headers, body = (self.server.get(target) if sent is None else
                                self.server.get(target, "POST", headers, sent))
        self.assertEqual(found, status, body)
        self.assertEqual(headers["content-type"].split(";")[0], "application/json")
        return json.loads(body)

    def check(self, target, name, status=200, sent=None):
        """The answer is what the description promises, and has no key that it does not name."""
        answer = self.json(target, status, sent)
        schema = {"$ref": f"#/components/schemas/{name}", "components": self.description["components"]}
        jsonschema.Draft202012Validator(schema).validate(answer)
        known = self.description["components"]["schemas"][name]["properties"]
        self.assertEqual(set(answer) - set(known), set(), f"{target}: keys that nobody describes")
        return answer

    def test_990_the_description_is_openapi(self):
        self.assertTrue(self.description["openapi"].startswith("3.1."))
        for name, schema in self.description["components"]["schemas"].items():
            jsonschema.Draft202012Validator.check_schema(schema)
            self.assertIn("required", schema, name)
        names = [parameter["name"] for parameter in self.description["components"]["parameters"].values()]
        self.assertEqual(len(names), len(set(names)))
        ids = []
        for path, item in self.description["paths"].items():
            operation = item.get("get") or item["post"]
            self.assertEqual("requestBody" in operation, "post" in item, path)
            ids.append(operation["operationId"])
            self.assertIn("200", operation["responses"], path)
            for parameter in operation.get("parameters", []):
                if "$ref" in parameter:
                    name = parameter["$ref"].rsplit("/", 1)[1]
                    self.assertIn(name, self.description["components"]["parameters"])
        self.assertEqual(len(ids), len(set(ids)))

    def test_991_answers_are_as_described(self):
        for target in ("/api/v1/search?q=kettles", "/api/v1/search?q=kettles&facets=true",
                       "/api/v1/search?q=conference&group=motion&sort=newest&limit=1&page=2",
                       "/api/v1/search?q=nothing+of+the+kind", "/api/v1/search",
                       "/api/v1/search?decision=carried", "/api/v1/facets?q=conference"):
            answer = self.check(target, "Results")
            hits = self.description["components"]["schemas"]["Hit"]["properties"]
            for hit in answer["hits"]:
                self.assertEqual(set(hit) - set(hits), set(), "keys that nobody describes")
        answer = self.check("/api/v1/search?q=kettles&facets=true", "Results")
        self.assertEqual({hit["display_title"] for hit in answer["hits"]}, {"Kettles for Canteens", "Cups"})
        self.assertEqual(answer["facets"]["decision"], [{"value": "carried", "label": "carried", "count": 2}])
        self.assertEqual(self.check("/api/v1/facets?q=kettles", "Results")["facets"], answer["facets"])
        self.check("/api/v1/conferences", "Conferences")
        self.check("/api/v1/suggest?q=kett", "Suggestions")
        hit = answer["hits"][0]
        shown = self.check("/api/v1/documents/" + urllib.parse.quote(hit["id"], safe=""), "Document")
        self.assertEqual(shown["document"]["title"], hit["title"])

    def known_only(self, answer, schema, where):
        """No object within the answer has a key that the description does not name."""
        schemas = self.description["components"]["schemas"]
        schema = schemas[schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema
        if isinstance(answer, dict):
            self.assertEqual(set(answer) - set(schema["properties"]), set(), where)
            for key, value in answer.items():
                self.known_only(value, schema["properties"][key], f"{where}.{key}")
        elif isinstance(answer, list):
            for value in answer:
                self.known_only(value, schema["items"], where)

    def test_9911_reports_are_as_described(self):
        text = scratch.motion().encode()
        two = b"".join(b"Motion %d\nKettles %d\n\nConference calls upon the Executive to:\n\n1. buy faster kettles\n\n" % (n, n)
                       for n in (1, 2))
        hit = self.json("/api/v1/search?q=kettles")["hits"][0]
        for target, name, sent in (("/api/v1/check", "Report", text), ("/api/v1/check?motion=2", "Report", two),
                                   ("/api/v1/check?from=1990&to=1991", "Report", text), ("/api/v1/check", "Agenda", two),
                                   ("/api/v1/similar/" + hit["id"], "Similar", None),
                                   ("/api/v1/composites/Canteen%20Staff%20Conference/2031", "Composites", None)):
            answer = self.check(target, name, sent=sent)
            self.known_only(answer, {"$ref": f"#/components/schemas/{name}"}, target)
        report = self.check("/api/v1/check", "Report", sent=text)
        self.assertEqual(report["verdict"], "already_carried")
        self.assertTrue(report["findings"][0]["evidence"])
        for sent, status in ((b"", 400), (b"\0\1\2" * 999, 422), (b"x" * 300000, 413)):
            self.check("/api/v1/check", "Error", status, sent)

    def test_992_pages_and_programs_find_the_same(self):
        for query in ("kettles", "conference decision:lost", '"boil slowly"'):
            answer = self.json("/api/v1/search?" + urllib.parse.urlencode({"q": query}))
            by_program = self.polsearch("--format", "json", query, code=None).objects()[0]
            drop = {"took_ms", "limit"}
            self.assertEqual({key: value for key, value in answer.items() if key not in drop},
                             {key: value for key, value in by_program.items() if key not in drop})

    def test_993_ids_with_slashes(self):
        self.write("docs/odd.txt.meta.yaml", "id: a/b c%2F\"<é>\n")
        self.write("docs/odd.txt", scratch.motion(title="Odd id"))
        self.polindex("docs", code=None)
        self.wait_for("/api/v1/search?q=odd", lambda body: b"Odd id" in body)
        path = urllib.parse.quote('a/b c%2F"<é>', safe="")
        self.assertEqual(self.json("/api/v1/documents/" + path)["document"]["title"], "Odd id")
        status, _, body = self.server.get("/documents/" + path)
        self.assertEqual(status, 200, body)
        self.check("/api/v1/documents/a", "Error", 404)

    def wait_for(self, target, holds):
        """Until the server has seen the index move on."""
        end = time.monotonic() + 20
        while not holds(body := self.server.get(target)[2]):
            self.assertLess(time.monotonic(), end, body[:500])
            time.sleep(0.1)

    def test_994_errors(self):
        for target, status in (("/api/v1/search?sort=best", 400), ("/api/v1/search?page=0", 400),
                               ("/api/v1/nothing", 404), ("/api/v1/documents/none", 404),
                               ("/api/v1/search?q=%ff", 400)):
            error = self.check(target, "Error", status)["error"]
            self.assertTrue(error["message"] and error["code"], target)
        status, headers, _ = self.server.get("/api/v1/search", method="DELETE")
        self.assertEqual((status, "GET" in headers["allow"]), (405, True))

    def test_995_exports(self):
        status, headers, body = self.server.get("/api/v1/search?q=teapots&format=csv")
        self.assertEqual((status, headers["content-type"].split(";")[0]), (200, "text/csv"))
        self.assertIn("attachment", headers["content-disposition"])
        rows = list(csv.DictReader(io.StringIO(body.decode())))
        self.assertTrue(rows and all(not cell.startswith(("=", "@")) for row in rows for cell in row.values()))
        status, headers, body = self.server.get("/api/v1/search?q=teapots&format=jsonl")
        lines = [json.loads(line) for line in body.decode().splitlines()]
        self.assertEqual(len(lines), len(rows))
        status, headers, body = self.server.get("/api/v1/search?q=teapots&format=markdown")
        self.assertEqual(headers["content-type"].split(";")[0], "text/markdown")

    # --- feeds ------------------------------------------------------------------------------

    def feed(self, target):
        status, headers, body = self.server.get(target)
        self.assertEqual((status, headers["content-type"].split(";")[0]), (200, "application/atom+xml"))
        return ElementTree.fromstring(body)

    def entries(self, feed):
        return {entry.find(ATOM + "title").text: entry for entry in feed.findall(ATOM + "entry")}

    def test_996_a_search_is_a_feed(self):
        feed = self.feed("/search.atom?q=conference&sort=oldest")
        for name in ("id", "title", "updated", "author/" + ATOM + "name"):
            self.assertTrue(feed.find(ATOM + name).text, name)
        links = {link.get("rel"): link.get("href") for link in feed.findall(ATOM + "link")}
        self.assertEqual(links["self"], BASE + "/search.atom?q=conference")
        self.assertEqual(links["alternate"], BASE + "/search?q=conference")
        entries = self.entries(feed)
        self.assertEqual(len(entries), 3)
        ids = [entry.find(ATOM + "id").text for entry in entries.values()]
        self.assertEqual(len(set(ids)), 3)
        self.assertTrue(all(name.startswith("urn:uuid:") for name in ids))
        now = time.time()
        for entry in entries.values():
            updated = entry.find(ATOM + "updated").text
            self.assertRegex(updated, r"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
            at = time.mktime(time.strptime(updated, "%Y-%m-%dT%H:%M:%SZ")) - time.timezone
            self.assertLess(abs(now - at), 3600, "our record's time, not the motion's")
        stamps = [entry.find(ATOM + "updated").text for entry in feed.findall(ATOM + "entry")]
        self.assertEqual(stamps, sorted(stamps, reverse=True))
        self.assertEqual(feed.find(ATOM + "updated").text, stamps[0])

    def test_997_entries_change_when_records_do(self):
        before = self.entries(self.feed("/search.atom?q=conference"))
        time.sleep(1.1)
        self.write("docs/teapots.txt", scratch.motion(title="Teapots & “Saucers”", decision="Carried"))
        os.utime(self.dir / "docs/teapots.txt")
        self.polindex("docs", code=None)
        self.wait_for("/api/v1/search?q=conference+decision:lost", lambda body: b'"total":0' in body)
        after = self.entries(self.feed("/search.atom?q=conference"))
        self.assertEqual(list(after)[0], "Teapots & “Saucers”", "what changed last comes first")
        for title, entry in after.items():
            self.assertEqual(entry.find(ATOM + "id").text, before[title].find(ATOM + "id").text)
            same = entry.find(ATOM + "updated").text == before[title].find(ATOM + "updated").text
            self.assertEqual(same, title != "Teapots & “Saucers”", title)

    def test_998_sitemap_robots_opensearch(self):
        status, _, body = self.server.get("/sitemap.xml")
        places = [loc.text for loc in ElementTree.fromstring(body).iter(SITEMAP + "loc")]
        self.assertEqual((status, len(places)), (200, 3))
        for place in places:
            self.assertTrue(place.startswith(BASE + "/documents/"))
            self.assertEqual(self.server.get(place.removeprefix(BASE))[0], 200)
        _, headers, body = self.server.get("/robots.txt")
        self.assertIn(f"Sitemap: {BASE}/sitemap.xml", body.decode())
        _, headers, body = self.server.get("/opensearch.xml")
        tree = ElementTree.fromstring(body)
        self.assertLessEqual(len(tree.find(SEARCH + "ShortName").text), 16)
        templates = {url.get("type"): url.get("template") for url in tree.findall(SEARCH + "Url")}
        target = templates["text/html"].replace("{searchTerms}", "kettles").replace("{startPage?}", "1")
        self.assertEqual(self.server.get(target.removeprefix(BASE))[0], 200)
        target = templates["application/x-suggestions+json"].replace("{searchTerms}", "kett")
        typed, completions = json.loads(self.server.get(target.removeprefix(BASE))[2])[:2]
        self.assertEqual(typed, "kett")
        self.assertIn("kettles", completions)

    def test_999_answers_are_kept_by_revision(self):
        end = time.monotonic() + 20 # a second that may see another commit has no date yet
        headers = {}
        while "last-modified" not in headers and time.monotonic() < end:
            time.sleep(0.2)
            status, headers, body = self.server.get("/api/v1/conferences")
        self.assertTrue(headers["etag"] and email.utils.parsedate(headers["last-modified"]))
        again, second, body = self.server.get("/api/v1/conferences", headers={"If-None-Match": headers["etag"]})
        self.assertEqual((again, body), (304, b""))
        self.write("docs/more.txt", scratch.motion(title="More"))
        self.polindex("docs", code=None)
        self.wait_for("/api/v1/conferences", lambda body: json.loads(body)["documents"] == 4)
        status, _, _ = self.server.get("/api/v1/conferences", headers={"If-None-Match": headers["etag"]})
        self.assertEqual(status, 200)


if __name__ == "__main__":
    scratch.main()
