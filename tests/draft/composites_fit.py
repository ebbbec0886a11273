#!/usr/bin/env python3
"""Fit the weights of draft/composites/evidence.c to the pairs of motions of made conferences.

    composites_fit.py BUILD [--left-out] [--check]

Logistic regression with a ridge, over the signs that tests/draft/composites_signs prints, once with
all rows of matters and several times with many of them left out: there is always a matter that nobody
had in mind, and the rows were written with some of these conferences known. Prints the table as it
stands in the source. --left-out instead tells, of each conference, what is reached by weights that
were fitted to all others, with all rows, and with those left out; the groups are made as
draft/composites/group.c makes them (texts that are taken over whole are not looked at apart).
--check compares the table in the source with what is fitted, and exits 1 where they differ."""
import argparse
import json
import math
import os
import re
import sys
import tempfile
from pathlib import Path

import composites

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "draft" / "composites" / "evidence.c"
GROUPING = ROOT / "draft" / "composites" / "group.c"
RIDGE = 0.3  # of standardised signs
STEPS = 12
SEEDS = ("1", "2")  # of rows that are left out
DIFFERENCE_MAX = 0.02  # of a weight, to what it is
# They tell of others.
UNFITTED = ("docks", "social", "general", "bakers", "party", "coops")


def read_pairs(build, name):
    """(names of the signs, [[(number, number, signs or None)]], labels): pairs with all rows, and
    with some left out."""
    folder = composites.FOLDER / name
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    readings = []
    with tempfile.TemporaryDirectory() as scratch:
        env = {**os.environ, "POLSEARCH_INDEX": f"{scratch}/index"}
        conference = composites.make_index(build, folder, labels["year"], env)
        for seed in ([], *([seed] for seed in SEEDS)):
            out = composites.run(build / "tests" / "composites_signs", f"{scratch}/index",
                                 conference, labels["year"], *seed, env=env)
            head, *lines = (line.split("\t") for line in out.splitlines())
            readings.append([(line[0].split()[-1], line[1].split()[-1],
                              None if line[2] == "-" else [float(value) for value in line[2:]])
                             for line in lines])
    return head[2:], readings, labels


def examples(conferences):
    """([signs], [1 where both motions are of one group])."""
    rows, right = [], []
    for _, readings, labels in conferences:
        same = composites.pairs(labels["groups"])
        for a, b, signs in (pair for pairs in readings for pair in pairs):
            if signs:
                rows.append(signs)
                right.append(float(frozenset((a, b)) in same))
    return rows, right


def standardise(rows):
    count, columns = len(rows), list(zip(*rows))
    means = [sum(column) / count for column in columns]
    spreads = [math.sqrt(sum((x - mean) ** 2 for x in column) / count) or 1
               for column, mean in zip(columns, means)]
    return [[1.0] + [(x - m) / s for x, m, s in zip(row, means, spreads)] for row in rows], \
        means, spreads


def solve(matrix, vector):
    """Gauss elimination."""
    size = len(vector)
    rows = [list(row) + [value] for row, value in zip(matrix, vector)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(i + 1, size):
            part = rows[k][i] / rows[i][i]
            rows[k] = [x - part * y for x, y in zip(rows[k], rows[i])]
    found = [0.0] * size
    for i in reversed(range(size)):
        found[i] = (rows[i][size] - sum(rows[i][k] * found[k] for k in range(i + 1, size)))
        found[i] /= rows[i][i]
    return found


def logistic(total):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def step(rows, right, weights):
    """One step of Newton's. All readings of a pair count as one."""
    size, ridge = len(weights), RIDGE * (1 + len(SEEDS))
    slope = [0.0] + [-ridge * w for w in weights[1:]]
    bend = [[ridge if i == k > 0 else 0.0 for k in range(size)] for i in range(size)]
    for row, wanted in zip(rows, right):
        chance = logistic(sum(w * x for w, x in zip(weights, row)))
        off, sure = wanted - chance, chance * (1 - chance)
        for i, x in enumerate(row):
            slope[i] += off * x
        if sure < 1e-7:
            continue
        for i, x in enumerate(row):
            scaled, line = sure * x, bend[i]
            for k in range(i + 1):
                line[k] += scaled * row[k]
    for i in range(size):
        for k in range(i + 1, size):
            bend[i][k] = bend[k][i]
    return [w + change for w, change in zip(weights, solve(bend, slope))]


def fit(conferences):
    """(bias, weights) of the signs as they are."""
    rows, right = examples(conferences)
    scaled, means, spreads = standardise(rows)
    weights = [0.0] * len(scaled[0])
    for _ in range(STEPS):
        weights = step(scaled, right, weights)
    plain = [w / s for w, s in zip(weights[1:], spreads)]
    return weights[0] - sum(w * m for w, m in zip(plain, means)), plain


# --- what is reached ------------------------------------------------------------------


def limits():
    """(likeness of the two that a group begins with, of one that joins)."""
    text = GROUPING.read_text(encoding="utf-8")
    return [float(re.search(rf"{name} = ([0-9.]+)f", text)[1]) for name in ("seed_min", "join_min")]


def group(numbers, like, seed_min, join_min):
    """As draft/composites/group.c: [[number]]."""
    def least(some, others):
        return min(like.get(frozenset((a, b)), 0) for a in some for b in others)
    nearest = {}
    for a in numbers:
        best = max((b for b in numbers if b != a), key=lambda b: like.get(frozenset((a, b)), 0))
        nearest[a] = best if like.get(frozenset((a, best)), 0) > 0 else None
    groups = [[a, nearest[a]] for a in numbers
              if nearest[a] and nearest[nearest[a]] == a and
              numbers.index(a) < numbers.index(nearest[a]) and
              like[frozenset((a, nearest[a]))] >= seed_min]
    while True:
        of = {a: some for some in groups for a in some}
        joins = [(least([a], of[nearest[a]]), a) for a in numbers
                 if a not in of and nearest[a] in of]
        joins = [one for one in joins if one[0] >= join_min]
        if not joins:
            break
        _, a = max(joins, key=lambda one: one[0])
        of[nearest[a]].append(a)
    for i, one in enumerate(groups):
        for other in groups[i + 1:]:
            if one and other and least(one, other) >= join_min:
                one.extend(other)
                other.clear()
    return [some for some in groups if some]


def judge(pairs, labels, bias, weights):
    like = {frozenset((a, b)): logistic(bias + sum(w * x for w, x in zip(weights, signs)))
            for a, b, signs in pairs if signs}
    numbers = list(dict.fromkeys(number for pair in pairs for number in pair[:2]))
    found, members, false = composites.judge(group(numbers, like, *limits()), labels["groups"])
    return len(found), false, members


def tell_left_out(conferences):
    """Of each conference: with all rows, and the mean with rows left out."""
    totals = [[0.0] * 3, [0.0] * 3]
    planted = sum(len(labels["groups"]) for _, _, labels in conferences.values())
    for name, (_, readings, labels) in conferences.items():
        bias, weights = fit([other for key, other in conferences.items() if key != name])
        judged = [judge(pairs, labels, bias, weights) for pairs in readings]
        thinned = [sum(column) / len(SEEDS) for column in zip(*judged[1:])]
        for total, told in zip(totals, (judged[0], thinned)):
            for i, value in enumerate(told):
                total[i] += value
        print(f"{name:14} {judged[0][0]} of {len(labels['groups'])} groups, {judged[0][1]} of "
              f"{judged[0][2]} members false; thinned {thinned[0]:.1f}, {thinned[1]:.1f} of "
              f"{thinned[2]:.1f}")
    for name, (found, false, members) in zip(("all rows", "thinned"), totals):
        print(f"{name:14} {found:.1f} of {planted} groups, {false:.1f} of {members:.1f} members "
              f"false ({false / max(1, members):.1%})")


# --- the table ------------------------------------------------------------------------


def table(names, bias, weights):
    lines = [f"    [POL_SIGN_{name.upper()}] = {weight:.3f},"
             for name, weight in zip(names, weights)]
    return f"static const double bias = {bias:.3f};\n" \
           "static const double weights[POL_SIGN_COUNT] = {\n" + "\n".join(lines) + "\n};"


def check(names, bias, weights):
    text = SOURCE.read_text(encoding="utf-8")
    wrong = 0
    for name, fitted in [("bias", bias), *zip(names, weights)]:
        form = r"bias = (-?[0-9.]+);" if name == "bias" else \
            rf"\[POL_SIGN_{name.upper()}\] = (-?[0-9.]+)[,}}]"
        found = re.search(form, text)
        if not found or abs(float(found[1]) - fitted) > DIFFERENCE_MAX * max(1, abs(fitted)):
            print(f"{name}: {found[1] if found else 'absent'} in the source, fitted {fitted:.3f}")
            wrong += 1
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("build", type=Path)
    parser.add_argument("--left-out", action="store_true")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    conferences = {name: read_pairs(given.build.resolve(), name)
                   for name in composites.SETS if name not in composites.CLOSED + UNFITTED}
    names = next(iter(conferences.values()))[0]
    if given.left_out:
        tell_left_out(conferences)
        return
    bias, weights = fit(list(conferences.values()))
    if given.check:
        sys.exit(1 if check(names, bias, weights) else 0)
    print(table(names, bias, weights))


if __name__ == "__main__":
    main()
