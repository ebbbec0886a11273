#!/usr/bin/env python3
"""Fit the judge of drafts (draft/judge.h) to the labelled clauses beside this (README.md).

    tests/draft/train.py BUILD [--write]

Two logistic regressions over the signs of draft/signs.h, which BUILD's draft_signs prints of each
passage near each clause. `same`: is the passage the one that the clause is about, either way?
`turned`: of those that are, does the clause turn it round? Prints what is said of the clauses of
each set by weights that were fitted to the other sets alone, for several bounds; then, with --write,
fits to all and writes draft/judge_weights.c and draft/leftover_words.c: `turned` is fitted together
with a weight for each word that one side alone has. Of the first set only the half for tuning is used.

What is fitted: the log of the likelihood less a penalty on the square of each weight, the signs
scaled to one standard deviation, by Newton's method (le Cessie and van Houwelingen 1992).
"""
import argparse
import collections
import json
import math
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import textwrap

import numpy

import evaluate

ROOT = evaluate.HERE.parent.parent
WEIGHTS = ROOT / "draft" / "judge_weights.c"
LEFTOVER = ROOT / "draft" / "leftover_words.c"
FITTED = ("reversals",)  # no figure comes of these: their writer knew the judge
SETS = ("tuning", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "tenth", "eleventh",
        "twelfth", "fourteenth", "fifteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
        "twentyfirst")
SAME = """clause_share words unknown context known matter focus clause_lacking passage_lacking
    exchanged frame_exchanged margin passage_asks numbers changed frame_changed frame_head passage_said
    share_of_words surface surface_exchanged surface_one surface_moved reworded""".split()
TURNED = """opposed opposed_part opposed_odd frame_opposed numbers frame shared_weight clause_lacking
    frame_exchanged lengths first_opposed heavy_opposed frame_turned odd_turns lone_others turns
    limits frame_marked opposite frame_opposite clause_permits clause_ends clause_others passage_keeps
    passage_not passage_ends frame_cues moved frame_moved loose pairs near_pairs frame_pairs
    surface_exchanged surface_swapped surface_one surface_moved reworded frame_changed""".split()
SAME_PENALTY, TURNED_PENALTY, WORD_PENALTY = 0.3, 12.0, 2.0
WORD_CLAUSES_MIN = 2   # a word that fewer passages and clauses have alone gets no weight,
WORD_WEIGHT_MIN = 0.02 # nor one that weighs less either way
SAME_MIN, TURNED_MAX = 0.25, -1.3  # in force: draft/compare.c
SAME_BOUNDS = [x / 4 for x in range(0, 11)] + [SAME_MIN]
TURNED_BOUNDS = [x / 4 for x in range(-12, 3)] + [TURNED_MAX]
JUDGED_WORDS, CLEAR_WORDS, MARGIN_MIN = 2, 3, -0.05           # as draft/compare.c has them
MOULD_MIN, EXCHANGED_MIN, SWAPPED_MIN = 0.65, 0.4, 0.5        # likewise
OTHER_WEIGHT = 0.15  # of a passage of another motion: it may say the same
FITTED_WEIGHT = 0.5
COPY_WEIGHT = 0.3    # of a clause that is the passage itself
PRECISIONS = (0.93, 0.95, 0.97, 0.98)


def labels_of(name):
    file = "pairs" if name == "tuning" else name
    half = name if name == "tuning" else None
    return evaluate.read_labels(evaluate.HERE / f"{file}.jsonl", half)


def words(text):
    return " ".join(re.findall(r"[a-z0-9]+", (text or "").lower()))


class Row:
    """A passage beside a clause."""

    def __init__(self, name, label, seen, signs):
        self.set, self.label, self.seen, self.signs = name, label, seen, signs
        self.is_target = self.is_of_target = False
        if label["source"] and label["kind"] in evaluate.CHANGED + ("reversal", "copy"):
            title, year = evaluate.motion_of(label)
            self.is_of_target = year == seen["year"] and words(title) == words(seen["title"])
            self.is_target = self.is_of_target and words(label["clause"]) in words(seen["text"])
        self.is_turned = label["kind"] == "reversal"
        self.is_certain = "same" not in seen  # without bound
        self.alone = ({("clause", word) for word in seen.pop("clause_alone")} |
                      {("passage", word) for word in seen.pop("passage_alone")})

    def weight(self):
        """How much it counts in fitting `same`."""
        if self.set in FITTED:
            return 0.0
        if self.label["kind"] == "copy":
            return COPY_WEIGHT if self.is_target else 0.0
        if self.is_target or not self.label["source"] or self.label["kind"] == "template":
            return 1.0
        return 0.0 if self.is_of_target else OTHER_WEIGHT


# --- reading -------------------------------------------------------------------------


def ask(build, index, names, name, labels):
    done = subprocess.run([os.path.join(build, "tests", "draft_signs"), index],
                          input="\n".join(map(json.dumps, labels)), capture_output=True,
                          text=True, check=True)
    by_id = {label["id"]: label for label in labels}
    clauses = collections.defaultdict(list)
    for line in done.stdout.splitlines():
        seen = json.loads(line)
        clauses[seen["id"], seen["clause"]].append(seen)
    rows = []
    for found in clauses.values():
        for seen in found:
            rival = max((other["score"] for other in found
                         if other["document"] != seen["document"]), default=0)
            signs = dict(zip(names, seen["signs"]))
            signs["margin"] = seen["score"] - rival
            rows.append(Row(name, by_id[seen["id"]], seen, signs))
    return rows


def copies_of(rows):
    """The passages themselves as drafts, once each, with the set that they were first met in."""
    copies, met = collections.defaultdict(list), set()
    for row in rows:
        text = row.seen["text"]
        if row.is_target and text not in met:
            met.add(text)
            copies[row.set].append(dict(row.label, kind="copy", draft=text))
    return copies


def read_all(build):
    names = subprocess.run([os.path.join(build, "tests", "draft_signs")], capture_output=True,
                           text=True, check=True).stdout.lower().split()
    with tempfile.TemporaryDirectory() as scratch:
        index = os.path.join(scratch, "index")
        subprocess.run([os.path.join(build, "indexer", "polindex"), "--quiet", "--index", index,
                        str(evaluate.CORPUS)], capture_output=True, check=False)
        rows = [row for name in SETS + FITTED for row in ask(build, index, names, name, labels_of(name))]
        for name, labels in copies_of(rows).items():
            rows += ask(build, index, names, name, labels)
    return names, rows


# --- fitting -------------------------------------------------------------------------


def fit(samples, penalty, word_penalty=0):
    """Of (signs, is it so, weight, words) the weights of the signs, the base, and those of words."""
    signs = numpy.array([sample[0] for sample in samples], float)
    so = numpy.array([sample[1] for sample in samples], float)
    counts = numpy.array([sample[2] for sample in samples], float)
    deviations = signs.std(axis=0)
    deviations[deviations == 0] = 1
    words = places_of([sample[3] for sample in samples]) if word_penalty else {}
    has = numpy.zeros((len(samples), len(words)))
    for row, sample in enumerate(samples):
        has[row, [words[word] for word in sample[3] if word in words]] = 1
    inputs = numpy.hstack([signs / deviations, has, numpy.ones((len(signs), 1))])
    penalties = numpy.concatenate([numpy.full(len(deviations), float(penalty)),
                                   numpy.full(len(words), float(word_penalty)), [0]])
    beta = numpy.zeros(len(penalties))
    for _ in range(30):
        p = 1 / (1 + numpy.exp(-numpy.clip(inputs @ beta, -30, 30)))
        slope = inputs.T @ (counts * (so - p)) - penalties * beta
        bend = numpy.maximum(counts * p * (1 - p), 1e-9)
        curve = (inputs * bend[:, None]).T @ inputs + numpy.diag(penalties + 1e-9)
        step = numpy.linalg.solve(curve, slope)
        beta += step
        if abs(step).max() < 1e-4:
            break
    of_words = beta[len(deviations):-1]
    return (list(beta[:len(deviations)] / deviations) + [beta[-1]],
            {word: of_words[place] for word, place in words.items()})


def places_of(alone):
    """The words that have a weight to their places."""
    counts = collections.Counter(word for words in alone for word in words)
    known = sorted(word for word, count in counts.items() if count >= WORD_CLAUSES_MIN)
    return {word: place for place, word in enumerate(known)}


def turned_samples(rows):
    samples = []
    for row in rows:
        if row.is_target:
            weight = (COPY_WEIGHT if row.label["kind"] == "copy" else
                      FITTED_WEIGHT if row.set in FITTED else 1.0)
            samples.append(([row.signs[n] for n in TURNED], row.is_turned, weight, row.alone))
    return samples


def fit_both(rows):
    same, _ = fit([([row.signs[n] for n in SAME], row.is_target, row.weight(), ())
                   for row in rows if row.weight() > 0], SAME_PENALTY)
    turned, words = fit(turned_samples(rows), TURNED_PENALTY, WORD_PENALTY)
    return same, turned, rounded(words)


def rounded(words):
    """As the table has them."""
    return {word: round(weight, 2) for word, weight in words.items() if abs(weight) >= WORD_WEIGHT_MIN}


def odds(row, names, weights):
    return sum(row.signs[n] * w for n, w in zip(names, weights)) + weights[-1]


def judge(row, same, turned, words):
    """As judge() of draft/compare.c."""
    is_another = (row.signs["shared_words"] < math.log1p(JUDGED_WORDS) - 1e-6 or
                  row.signs["noted"] > 0 or
                  (row.signs["frame"] >= MOULD_MIN and
                   row.signs["frame_exchanged"] >= EXCHANGED_MIN))
    row.same = -99 if is_another else odds(row, SAME, same)
    is_unclear = (row.signs["shared_words"] < math.log1p(CLEAR_WORDS) - 1e-6 and
                  row.signs["opposed"] > 0)
    if (is_unclear or row.signs["bounds"] > 0 or
            max(row.signs["surface_swapped"], row.signs["parts"]) >= SWAPPED_MIN):
        row.turned = 99
    elif "turned" not in row.seen:  # without bound: the clause stands in the passage as it is
        row.turned = -99
    elif row.signs["numbers"] > 0 and row.signs["frame"] >= MOULD_MIN:
        row.turned = 99
    else:
        row.turned = odds(row, TURNED, turned) + sum(words.get(word, 0) for word in row.alone)


# --- verdicts ------------------------------------------------------------------------


def verdict_of(rows, same_min, turned_max):
    """As pol_verdict_of() has it; rows: of one clause, each with .same and .turned."""
    motions = {}
    for row in rows:
        key = row.seen["document"]
        is_same = row.is_certain or (row.signs["margin"] >= MARGIN_MIN and row.same >= same_min)
        if is_same and (key not in motions or row.seen["score"] > motions[key].seen["score"]):
            motions[key] = row
    met = [row for row in motions.values() if row.seen["fate"] != "none"]
    same = [row for row in met if row.turned < turned_max]
    turned = [row for row in met if row.turned >= turned_max and row.seen["fate"] == "carried"]
    same = [row for row in same if not row.seen["is_past"]] or same
    if turned and (not same or max(row.seen["score"] for row in turned) >=
                   max(row.seen["score"] for row in same)):
        return "possible_reversal"
    if not same:
        return "related"
    voted = [row for row in same if row.seen["fate"] != "undecided"]
    fate = max(voted or same, key=lambda row: row.seen["year"]).seen["fate"]
    return {"carried": evaluate.CARRIED, "lost": "rejected"}.get(fate, "undecided")


class Answer:
    took_ms = 0
    motions = ()

    def __init__(self, verdict):
        self.verdict = verdict


def answers_of(clauses, labels, same_min, turned_max):
    answers = []
    for label in labels:
        verdicts = [verdict_of(rows, same_min, turned_max) for rows in clauses[label["id"]].values()]
        answers.append(Answer(max(verdicts, key=evaluate.VERDICTS.index, default="nothing_found")))
    return evaluate.Figures(labels, answers)


def print_bounds(rows):
    """What each pair of bounds reaches, by rows that are judged already."""
    clauses = {name: collections.defaultdict(lambda: collections.defaultdict(list))
               for name in SETS}
    for row in rows:
        if row.label["kind"] != "copy" and row.set in SETS:
            clauses[row.set][row.label["id"]][row.seen["clause"]].append(row)
    labels = {name: labels_of(name) for name in SETS}
    reached = []
    for same_min in SAME_BOUNDS:
        for turned_max in TURNED_BOUNDS:
            sets = [answers_of(clauses[name], labels[name], same_min, turned_max)
                    for name in SETS]
            said, found, policy = (sum(getattr(f, n) for f in sets)
                                   for n in ("said", "found", "policy"))
            reached.append((found / max(said, 1), found / policy, same_min, turned_max, sets))
    for precision in PRECISIONS:
        able = [r for r in reached if r[0] >= precision]
        if able:
            print_one(f"at {precision} or more", max(able, key=lambda r: r[1]))
    print_one("in force", next(r for r in reached if r[2:4] == (SAME_MIN, TURNED_MAX)))


def print_one(what, one):
    precision, recall, same_min, turned_max, sets = one
    print(f"{what}: precision {precision:.3f}, recall {recall:.3f}, reversals "
          f"{sum(f.reversals for f in sets)}, unrelated {sum(f.wrong_unrelated for f in sets)}: "
          f"same from {same_min}, turned below {turned_max}")
    print("   " + "; ".join(f"{name} {f.found / max(f.said, 1):.3f}/{f.found / f.policy:.3f}/"
                            f"{f.reversals}" for name, f in zip(SETS, sets)))


# --- the table -----------------------------------------------------------------------


def write_table(names, same, turned, words):
    same_of, turned_of = dict(zip(SAME, same)), dict(zip(TURNED, turned), leftover=1.0)
    lines = ["/* judge_weights.c - what each sign adds. Made by tests/draft/train.py from the labelled"
             " clauses of", " * tests/draft, not by hand. */", '#include "draft/judge.h"', "",
             f"const pol_judge_weight pol_judge_base = {{{same[-1]:.3f}, {turned[-1]:.3f}}};",
             "const pol_judge_weight pol_judge_weights[POL_SIGN_COUNT] = {"]
    for name in names:
        pair = same_of.get(name, 0), turned_of.get(name, 0)
        lines.append(f"    [POL_SIGN_{name.upper()}] = {{{pair[0]:.3f}, {pair[1]:.3f}}},")
    WEIGHTS.write_text("\n".join(lines + ["};", ""]), encoding="utf-8")
    write_words(words)


def write_words(words):
    stems = sorted({stem for _, stem in words}, key=str.encode)
    rows = [f'{{"{stem}", {words.get(("clause", stem), 0)}F, {words.get(("passage", stem), 0)}F}},'
            .replace(" 0F", " 0") for stem in stems]
    lines = textwrap.wrap(" ".join(row.replace(" ", "\0") for row in rows), 96,
                          break_long_words=False, break_on_hyphens=False)
    LEFTOVER.write_text("""/* leftover_words.c - what each word adds where one side alone has it. Made by tests/draft/train.py
 * from the labelled clauses of tests/draft, not by hand. */
#include "draft/leftover.h"

/* clang-format off */
const pol_leftover_word pol_leftover_words[] = {
""" + "".join(f"    {line}\n" for line in lines).replace("\0", " ") + """};
/* clang-format on */
const size_t pol_leftover_count = sizeof pol_leftover_words / sizeof *pol_leftover_words;
""", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--write", action="store_true", help="write draft/judge_weights.c")
    options = parser.parse_args()
    names, rows = read_all(options.build)
    for name in SETS:
        weights = fit_both([row for row in rows if row.set != name])
        for row in rows:
            if row.set == name:
                judge(row, *weights)
    print("Each set judged by weights that were fitted to the others "
          "(precision/recall/reversals called carried):")
    print_bounds(rows)
    if options.write:
        write_table(names, *fit_both(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
