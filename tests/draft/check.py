#!/usr/bin/env python3
"""Check pairs.jsonl: counts, fields, sources, halves, and that no draft is copied.

    tests/draft/check.py

Prints how many lines there are of each kind, then what is wrong, and exits 1 if anything is.
"""
import collections
import html
import json
import pathlib
import random
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
CORPUS = HERE.parent.parent / "corpus"
SEED = "clauses of drafts"
LEAST = {"changed": 110, "reversal": 66, "template": 66, "unrelated": 330}
KINDS = ("paraphrase", "extension", "reversal", "template", "unrelated")
ABOUT = ("source", "title", "clause", "decision")
FIELDS = {"id", "kind", "half", "draft", *ABOUT}
OPTIONAL = {"point", "grade"}
POLICY = ("carried", "carried_amended", "carried_part")
DECISIONS = POLICY + ("lost", "fell", "remitted", "referred_back", "withdrawn", "composited",
                      "not_reached", "deferred", "out_of_order", "unknown")
# What is made from a text that can be read here: the text stands for it.
MADE_FROM = {".pdf": ".ms", ".docx": ".docx.py"}
READABLE = (".txt", ".md", ".html", ".ms", ".py")
TRACKED = re.compile(r"\{-.*?-\}|\{\+|\+\}")
LEAD_IN = re.compile(r"^(this )?(conference|congress|branch)( therefore)?( further)? (resolves|agrees|"
                     r"(instructs|calls|urges|asks|requests)( on| upon)? the .*?"
                     r"(council|executive|committee|forum))( to)? ")


def words(text):
    text = unicodedata.normalize("NFKC", text or "").casefold()
    return re.findall(r"\w+", text.replace("\u2019", "").replace("'", ""))


def text_of(path):
    """The words of a file of the corpus in one string, with a space at each end."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".html":
        text = html.unescape(re.sub(r"<[^>]*>", " ", text))
    elif path.suffix == ".ms":
        lines = [re.sub(r"^\.(MO|YI|MV|SE) ", "", line) for line in text.split("\n")]
        text = "\n".join(re.sub(r"\\f.", "", line) for line in lines if not line.startswith("."))
    elif path.suffix == ".py":
        text = TRACKED.sub("", text)
    return " " + " ".join(words(text)) + " "


def readable(source):
    path = CORPUS / source
    for made, text in MADE_FROM.items():
        if path.suffix == made:
            return path.with_suffix(text)
    return path


def voted(pair):
    """What was decided of the point itself, where the motion was taken in parts."""
    return pair.get("point") or pair["decision"]


def group(pair):
    return pair["kind"], voted(pair) in POLICY


def halves(pairs):
    """Which half each line belongs to: at random, evenly in each kind, policy or not."""
    groups = collections.defaultdict(list)
    for pair in pairs:
        groups[group(pair)].append(pair["id"])
    half = {}
    for name in sorted(groups):
        members = sorted(groups[name])
        random.Random(SEED + str(name)).shuffle(members)
        for place, member in enumerate(members):
            half[member] = ("tuning", "final")[place % 2]
    return half


def faults_of_fields(pair):
    if not FIELDS <= set(pair) <= FIELDS | OPTIONAL:
        return ["fields are %s" % sorted(pair)]
    found = []
    if pair["kind"] not in KINDS:
        found.append("no such kind: %s" % pair["kind"])
    if not pair["draft"].strip():
        found.append("empty draft")
    if pair["kind"] in ("template", "unrelated"):
        found += ["%s is set" % name for name in ABOUT if pair[name] is not None]
    else:
        found += ["%s is missing" % name for name in ("source", "clause", "decision")
                  if not pair[name]]
        if pair["decision"] not in DECISIONS:
            found.append("no such decision: %s" % pair["decision"])
        if (pair["kind"] in KINDS[:2]) != (pair.get("grade") in (1, 2, 3)):
            found.append("grade is %s" % pair.get("grade"))
        if pair["kind"] == "reversal" and voted(pair) not in POLICY:
            found.append("reverses what was not carried")
    return found


def faults_of_source(pair, texts):
    if pair["source"] is None:
        return []
    if not (CORPUS / pair["source"]).is_file():
        return ["no such file: %s" % pair["source"]]
    text = texts[readable(pair["source"])]
    found = []
    for name in ("clause", "title"):
        if pair[name] and " ".join(words(pair[name])) not in text:
            found.append("%s not in %s: %s" % (name, pair["source"], pair[name]))
    if len(pair["clause"].split()) > 6:
        found.append("clause has more than six words: %s" % pair["clause"])
    return found


def is_copied(pair, texts):
    whole = " ".join(words(pair["draft"]))
    bare = LEAD_IN.sub("", whole)
    return any(" %s " % part in text for part in {whole, bare} for text in texts.values())


def faults_of_counts(pairs):
    found = []
    count = collections.Counter(pair["kind"] for pair in pairs)
    changed = [pair for pair in pairs if pair["kind"] in KINDS[:2]]
    policy = [pair for pair in changed if voted(pair) in POLICY]
    count["changed"] = len(policy)
    found += ["%s: %d of %d" % (kind, count[kind], least) for kind, least in LEAST.items()
              if count[kind] < least]
    if 5 * (len(changed) - len(policy)) < len(changed):
        found.append("under a fifth of the paraphrases are of what was not carried")
    for kind in KINDS:
        tuning = sum(pair["kind"] == kind and pair["half"] == "tuning" for pair in pairs)
        if abs(count[kind] - 2 * tuning) > 1:
            found.append("%s: the halves are not even" % kind)
    for name in ("id", "draft"):
        twice = collections.Counter(pair[name] for pair in pairs)
        found += ["%s twice: %s" % (name, value) for value, n in twice.items() if n > 1]
    return found


def main():
    lines = (HERE / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    pairs = [json.loads(line) for line in lines]
    texts = {path: text_of(path) for path in CORPUS.rglob("*")
             if path.is_file() and path.suffix in READABLE}
    faults = faults_of_counts(pairs)
    half = halves(pairs)
    for pair in pairs:
        found = faults_of_fields(pair) or faults_of_source(pair, texts)
        if is_copied(pair, texts):
            found.append("copied from the corpus")
        if pair["half"] != half[pair["id"]]:
            found.append("half should be %s" % half[pair["id"]])
        faults += ["%s: %s" % (pair["id"], fault) for fault in found]
    for (kind, policy), n in sorted(collections.Counter(map(group, pairs)).items()):
        tuning = sum(group(p) == (kind, policy) and p["half"] == "tuning" for p in pairs)
        about = "" if kind in KINDS[3:] else " of what was carried" if policy else " of what was not"
        print("%4d %s%s: %d tuning, %d final" % (n, kind, about, tuning, n - tuning))
    print("\n".join(faults) if faults else "%d lines, nothing wrong" % len(pairs))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
