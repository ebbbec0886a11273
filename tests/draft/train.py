#!/usr/bin/env python3
"""Fit the judge of drafts (draft/judge.h) to the labelled clauses beside this (README.md).

    tests/draft/train.py BUILD [--write]

Two classifiers over the signs of draft/signs.h, which BUILD's draft_signs prints of each passage near
each clause. `same`: is the passage the one that the clause is about, either way? `turned`: of those
that are, does the clause turn it round? Each is a logistic regression over the signs and over the
words that one side alone has, with a hidden layer over the signs beside it. Prints what is said of
the clauses of each set by weights that were fitted to others, for several bounds; then, with
--write, fits to all and writes draft/judge_weights.c, draft/judge_layers.c and
draft/leftover_words.c. Of the first set only the half for tuning is used.

What is fitted: the log of the likelihood less a penalty on the square of each weight, the signs
scaled to one standard deviation, by L-BFGS (Liu and Nocedal 1989). The hidden layer begins at
random, and the mean of several is taken, which is one of as many units.
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
import scipy.optimize
import scipy.sparse

import evaluate

ROOT = evaluate.HERE.parent.parent
WEIGHTS = ROOT / "draft" / "judge_weights.c"
LAYERS = ROOT / "draft" / "judge_layers.c"
LEFTOVER = ROOT / "draft" / "leftover_words.c"
FITTED = ("reversals",)  # no figure comes of these: their writer knew the judge
SETS = ("tuning", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "tenth",
        "eleventh", "twelfth", "fourteenth", "fifteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
        "twentyfirst", "twentysecond", "twentysixth")
LEARNING = tuple(f"learning/{path.stem}" for path in sorted((evaluate.HERE / "learning").glob("*.jsonl")))
PARTS = 5  # that the sets are judged in, each by the others and by LEARNING
SAME = """clause_share words unknown context known matter focus clause_lacking passage_lacking
    exchanged frame_exchanged margin passage_asks numbers changed frame_changed frame_head passage_said
    share_of_words surface surface_exchanged surface_one surface_moved reworded""".split()
TURNED = """opposed opposed_part opposed_odd frame_opposed numbers frame shared_weight clause_lacking
    frame_exchanged lengths first_opposed heavy_opposed frame_turned odd_turns lone_others turns
    limits bounds_agree frame_marked opposite frame_opposite clause_permits clause_ends clause_others passage_keeps
    passage_not passage_ends frame_cues moved frame_moved loose pairs near_pairs frame_pairs
    surface_exchanged surface_swapped surface_one surface_moved reworded frame_changed""".split()
SAME_PENALTY, SAME_WORD_PENALTY, SAME_UNIT_PENALTY = 0.3, 3.0, 2.0
TURNED_PENALTY, TURNED_WORD_PENALTY, TURNED_UNIT_PENALTY = 12.0, 1.0, 8.0
BASE_PENALTY = 0.1  # of a unit, of what its weights have
UNITS, SEEDS, STEPS_MAX = 12, 5, 400
WORD_CLAUSES_MIN = 2   # a word that fewer passages and clauses have alone gets no weight,
WORD_WEIGHT_MIN = 0.02 # nor one that weighs less either way
SAME_MIN, TURNED_MAX = 0.7, -1.5  # in force: draft/compare.c
SAME_BOUNDS = [x / 4 for x in range(0, 11)] + [SAME_MIN]
TURNED_BOUNDS = [x / 4 for x in range(-12, 3)] + [TURNED_MAX]
JUDGED_WORDS, CLEAR_WORDS, MARGIN_MIN = 2, 3, -0.05           # as draft/compare.c has them
MOULD_MIN, EXCHANGED_MIN, MOULD_DOUBT, SWAPPED_MIN = 0.65, 0.4, 1.3, 0.5  # likewise
REVERSED_MIN, TWIN_MIN = 1.0, 0.5  # likewise, and draft/verdict.c
OTHER_WEIGHT = 0.15  # of a passage that is not the one: it may say the same
OTHER_TURNED_WEIGHT = 0.5
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
        return OTHER_WEIGHT


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
        rows = [row for name in SETS + LEARNING + FITTED
                for row in ask(build, index, names, name, labels_of(name))]
        for name, labels in copies_of(rows).items():
            rows += ask(build, index, names, name, labels)
    return names, rows


# --- fitting -------------------------------------------------------------------------


class Classifier:
    """Log odds of rows: what signs, words and units add."""

    def __init__(self, names, words, linear, of_words, base, inputs, bases, outputs):
        self.names, self.words = names, words
        self.linear, self.of_words, self.base = linear, of_words, base
        self.inputs, self.bases, self.outputs = inputs, bases, outputs

    def odds(self, rows):
        signs, has = signs_of(rows, self.names), words_of(rows, self.words)
        units = numpy.tanh(signs @ self.inputs + self.bases)
        return signs @ self.linear + has @ self.of_words + units @ self.outputs + self.base


def signs_of(rows, names):
    return numpy.array([[row.signs[name] for name in names] for row in rows], float)


def words_of(rows, words):
    """Which of the words each row has, as a sparse matrix of ones."""
    found = [(place, words[word]) for place, row in enumerate(rows) for word in row.alone if word in words]
    at = ([place for place, _ in found], [word for _, word in found])
    return scipy.sparse.csr_matrix((numpy.ones(len(found)), at), shape=(len(rows), len(words)))


class Parts:
    """Where the weights of each kind stand in the vector that is fitted."""

    def __init__(self, signs, words):
        self.shape = signs, UNITS
        self.ends = numpy.cumsum([signs, words, signs * UNITS, UNITS, UNITS])

    def split(self, weights):
        linear, of_words, inputs, bases, outputs, base = numpy.split(weights, self.ends)
        return linear, of_words, inputs.reshape(self.shape), bases, outputs, base[0]

    def start(self, seed):
        random = numpy.random.default_rng(seed)
        weights = numpy.zeros(self.ends[-1] + 1)
        _, _, inputs, _, outputs, _ = self.split(weights)  # these are views
        inputs[:] = random.normal(0, 0.3 / math.sqrt(self.shape[0]), self.shape)
        outputs[:] = random.normal(0, 0.1, UNITS)
        return weights

    def penalties(self, of_signs, of_words, of_units):
        penalties = numpy.full(self.ends[-1] + 1, float(of_units))
        linear, words, _, bases, _, _ = self.split(penalties)
        linear[:], words[:], bases[:] = of_signs, of_words, BASE_PENALTY * of_units
        penalties[-1] = 0
        return penalties


def fit_once(signs, seen, has, so, counts, penalties, parts, seed):
    """`signs`: in standard deviations; `seen`: what the hidden layer has of them."""
    transposed = has.T.tocsr()

    def loss(weights):
        linear, of_words, inputs, bases, outputs, base = parts.split(weights)
        units = numpy.tanh(seen @ inputs + bases)
        odds = signs @ linear + has @ of_words + units @ outputs + base
        off = counts * (1 / (1 + numpy.exp(-numpy.clip(odds, -30, 30))) - so)
        back = off[:, None] * outputs * (1 - units * units)
        slope = numpy.concatenate([signs.T @ off, transposed @ off, (seen.T @ back).ravel(),
                                   back.sum(axis=0), units.T @ off, [off.sum()]])
        cost = counts @ (numpy.logaddexp(0, odds) - so * odds) + penalties @ weights ** 2 / 2
        return cost, slope + penalties * weights

    return scipy.optimize.minimize(loss, parts.start(seed), jac=True, method="L-BFGS-B",
                                   options={"maxiter": STEPS_MAX, "maxfun": 2 * STEPS_MAX}).x


def fit(rows, so, counts, names, words, penalties):
    """The mean of as many as there are seeds. What takes the other passages (draft/compare.h) has no
    part in the hidden layer."""
    signs, has = signs_of(rows, names), words_of(rows, words)
    enters = numpy.array([name != "margin" for name in names], float)
    so, counts = numpy.array(so, float), numpy.array(counts, float)
    means, deviations = signs.mean(axis=0), signs.std(axis=0)
    deviations[deviations == 0] = 1
    parts = Parts(len(names), len(words))
    scaled, of_all = (signs - means) / deviations, parts.penalties(*penalties)
    found = [parts.split(fit_once(scaled, scaled * enters, has, so, counts, of_all, parts, seed))
             for seed in range(SEEDS)]
    linear, of_words, base = (sum(one[place] for one in found) / SEEDS for place in (0, 1, 5))
    inputs = numpy.hstack([one[2] for one in found]) * (enters / deviations)[:, None]
    linear = linear / deviations
    return Classifier(names, words, linear, of_words, base - means @ linear, inputs,
                      numpy.concatenate([one[3] for one in found]) - means @ inputs,
                      numpy.concatenate([one[4] for one in found]) / SEEDS)


def places_of(rows):
    """The words that have a weight to their places."""
    counts = collections.Counter(word for row in rows for word in row.alone)
    known = sorted(word for word, count in counts.items() if count >= WORD_CLAUSES_MIN)
    return {word: place for place, word in enumerate(known)}


def turned_weight(row):
    if row.label["kind"] == "copy":
        return COPY_WEIGHT
    if not row.is_target:
        return OTHER_TURNED_WEIGHT
    return FITTED_WEIGHT if row.set in FITTED else 1.0


def is_rival(row):
    """Of another motion, which may ask for what the label's asks for."""
    return not row.is_of_target and row.label["kind"] in evaluate.CHANGED + ("reversal",)


def fit_both(rows):
    """A rival that `same` takes for the same demand is turned round where the label's motion is."""
    near, met = [row for row in rows if row.weight() > 0], [row for row in rows if row.is_target]
    words = places_of(met)
    same = fit(near, [row.is_target for row in near], [row.weight() for row in near], SAME, words,
               (SAME_PENALTY, SAME_WORD_PENALTY, SAME_UNIT_PENALTY))
    rivals = [row for row in near if is_rival(row)]
    met += [row for row, odds in zip(rivals, same.odds(rivals)) if odds >= 0]
    turned = fit(met, [row.is_turned for row in met], [turned_weight(row) for row in met], TURNED,
                 words, (TURNED_PENALTY, TURNED_WORD_PENALTY, TURNED_UNIT_PENALTY))
    return same, turned


def judge_all(rows, same, turned):
    for row, of_same, of_turned in zip(rows, same.odds(rows), turned.odds(rows)):
        judge(row, of_same, of_turned)


def judge(row, same, turned):
    """As judge() of draft/compare.c."""
    is_another = (row.signs["shared_words"] < math.log1p(JUDGED_WORDS) - 1e-6 or
                  row.signs["noted"] > 0)
    is_mould = row.signs["frame"] >= MOULD_MIN and row.signs["frame_exchanged"] >= EXCHANGED_MIN
    row.same = -99 if is_another else same - MOULD_DOUBT * is_mould
    is_unclear = (row.signs["shared_words"] < math.log1p(CLEAR_WORDS) - 1e-6 and
                  row.signs["opposed"] > 0)
    if (is_unclear or row.signs["bounds"] > 0 or row.signs["denied"] >= SWAPPED_MIN or
            max(row.signs["surface_swapped"], row.signs["parts"]) >= SWAPPED_MIN):
        row.turned = 99
    elif "turned" not in row.seen:  # without bound: the clause stands in the passage as it is
        row.turned = -99
    elif row.signs["numbers"] > 0 and row.signs["frame"] >= MOULD_MIN:
        row.turned = 99
    else:
        row.turned = turned


# --- verdicts ------------------------------------------------------------------------


def is_opposite(row, same_min, newest, same):
    """As opposite_of() of draft/verdict.c has it, but that `same` takes the margin, too."""
    return (row.seen["fate"] == "carried" and not row.seen["is_past"] and row.same >= same_min and
            row.turned >= REVERSED_MIN and row.seen["year"] >= newest.seen["year"] and
            row.seen["score"] >= TWIN_MIN * max(one.seen["score"] for one in same))


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
    newest = max(voted or same, key=lambda row: row.seen["year"])
    fate = newest.seen["fate"]
    if fate == "carried" and not newest.is_certain and any(
            is_opposite(row, same_min, newest, same) for row in rows):
        return "possible_reversal"
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


# --- the tables ----------------------------------------------------------------------

MADE = " Made by tests/draft/train.py from the labelled clauses of tests/draft, not by hand."


def wrapped(text, indent):
    """`text` in lines; A NUL holds together what is not to be parted."""
    pad = " " * indent
    return "".join(f"{pad}{line}\n" for line in textwrap.wrap(text, 100 - indent, break_long_words=False,
                                                             break_on_hyphens=False)).replace("\0", " ")


def heading(file, what):
    lines = textwrap.wrap(f"/* {file} - {what}{MADE} */", 100)
    return "\n * ".join(lines) + "\n"


def numbers(values, digits=4):
    return ", ".join(f"{value:.{digits}g}" + ("" if "e" in f"{value:.{digits}g}" or
                                              "." in f"{value:.{digits}g}" else ".0") + "F"
                     for value in values)


def write_weights(names, same, turned):
    same_of, turned_of = (dict(zip(one.names, one.linear)) for one in (same, turned))
    same_of["leftover_same"] = turned_of["leftover"] = 1.0
    lines = [heading(WEIGHTS.name, "what each sign adds itself.") + '#include "draft/judge.h"', "",
             f"const pol_judge_weight pol_judge_base = {{{same.base:.3f}, {turned.base:.3f}}};",
             "const pol_judge_weight pol_judge_weights[POL_SIGN_COUNT] = {"]
    for name in names:
        pair = same_of.get(name, 0), turned_of.get(name, 0)
        lines.append(f"    [POL_SIGN_{name.upper()}] = {{{pair[0]:.3f}, {pair[1]:.3f}}},")
    WEIGHTS.write_text("\n".join(lines + ["};", ""]), encoding="utf-8")


def layer(name, one):
    rows = "".join(f"        [POL_SIGN_{sign.upper()}] =\n            {{\n" + wrapped(numbers(row), 16) +
                   "            },\n" for sign, row in zip(one.names, one.inputs) if row.any())
    return (f"const pol_judge_layer pol_judge_{name}_layer = {{\n    .inputs = {{\n{rows}    }},\n" +
            "".join(f"    .{kind} = {{\n{wrapped(numbers(values), 8)}    }},\n"
                    for kind, values in (("bases", one.bases), ("outputs", one.outputs))) + "};\n")


def write_layers(same, turned):
    LAYERS.write_text(heading(LAYERS.name, "what signs add to the units of the hidden layers, and these.") +
                      '#include "draft/judge.h"\n\n/* clang-format off */\n' + layer("same", same) +
                      "\n" + layer("turned", turned) + "/* clang-format on */\n", encoding="utf-8")


def write_words(same, turned):
    """Of each word what it adds to `same` and `turned`, in the clause and in the passage."""
    def weight(one, side, stem):
        place = one.words.get((side, stem))
        return 0 if place is None else round(one.of_words[place], 2)
    stems = sorted({stem for _, stem in same.words}, key=str.encode)
    rows = []
    for stem in stems:
        clause, passage = ([weight(one, side, stem) for one in (same, turned)]
                           for side in ("clause", "passage"))
        if max(map(abs, clause + passage)) >= WORD_WEIGHT_MIN:
            pair = ", ".join(f"{{{a}F, {b}F}}".replace("{0F", "{0").replace(" 0F", " 0")
                             for a, b in (clause, passage))
            rows.append(f'{{"{stem}", {pair}}},'.replace(" ", "\0"))
    LEFTOVER.write_text(heading(LEFTOVER.name, "what each word adds where one side alone has it.") +
                        '#include "draft/leftover.h"\n\n/* clang-format off */\n'
                        "const pol_leftover_word pol_leftover_words[] = {\n" + wrapped(" ".join(rows), 4) +
                        "};\n/* clang-format on */\nconst size_t pol_leftover_count = "
                        "sizeof pol_leftover_words / sizeof *pol_leftover_words;\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--write", action="store_true", help="write the tables in draft/")
    options = parser.parse_args()
    names, rows = read_all(options.build)
    for part in range(PARTS):
        held = SETS[part::PARTS]
        judge_all([row for row in rows if row.set in held],
                  *fit_both([row for row in rows if row.set not in held]))
    print("Each set judged by weights that were fitted to others "
          "(precision/recall/reversals called carried):")
    print_bounds(rows)
    if options.write:
        same, turned = fit_both(rows)
        write_weights(names, same, turned)
        write_layers(same, turned)
        write_words(same, turned)
    return 0


if __name__ == "__main__":
    sys.exit(main())
