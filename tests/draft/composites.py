#!/usr/bin/env python3
"""Do the groups of polsearch --composites hold what was planted? See tests/draft/composites/README.md.

    composites.py BUILD [--set NAME]... [--floor GROUPS] [--false-max SHARE] [--verbose]

For each made conference: how many planted groups are found, how many members of the groups found
are false, and precision and recall of pairs. A planted group is found where a group holds two of
its motions or more and most of that group's motions are its. A member is false that is not of the
planted group that most of its group is of. Of the closed sets only these figures are told, with
--verbose too. Exits 1 below the floor."""
import argparse
import collections
import itertools
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "composites"
SETS = ("tuning", "more/schools", "more/health", "more/posts", "college", "final", "tenants",
        "nurses", "rail", "councils", "shops", "stage", "libraries", "docks", "social", "general",
        "bakers", "party", "coops",
        "water", "fire", "law", "industry", "civil", "rescue")
CLOSED = ("water", "fire", "law", "industry", "civil", "rescue")


def run(program, *arguments, env):
    done = subprocess.run([str(program), *map(str, arguments)], env=env, capture_output=True,
                          text=True, stdin=subprocess.DEVNULL)
    if done.returncode > 1:
        sys.exit(f"{program}: {done.stderr}")
    return done.stdout


def make_index(build, folder, year, env):
    """The name of the conference whose motions are in the folder."""
    texts = [path for path in sorted(folder.iterdir()) if path.name != "labels.json"]
    run(build / "indexer" / "polindex", "--quiet", *texts, env=env)
    hit = run(build / "command" / "polsearch", "--year", year, "--limit", "1", "--format", "jsonl",
              env=env)
    return json.loads(hit.splitlines()[0])["conference_name"]


def found_groups(build, folder, year):
    """Numbers of the motions of each group, and how many motions there are."""
    with tempfile.TemporaryDirectory() as scratch:
        env = {**os.environ, "POLSEARCH_INDEX": f"{scratch}/index"}
        name = make_index(build, folder, year, env)
        polsearch = build / "command" / "polsearch"
        answer = json.loads(run(polsearch, "--composites", name, "--year", year, "--format", "json",
                                env=env))
    groups = [[motion["number"].split()[-1] for motion in group["motions"]]
              for group in answer["groups"]]
    return groups, answer["motions"], answer["took_ms"]


def pairs(groups):
    return {frozenset(pair) for group in groups for pair in itertools.combinations(group, 2)}


def judge(groups, planted):
    """(planted groups found, members, false members)."""
    of = {number: i for i, group in enumerate(planted) for number in group}
    found, members, false = set(), 0, 0
    for group in groups:
        counts = collections.Counter(of[number] for number in group if number in of)
        main, count = counts.most_common(1)[0] if counts else (None, 0)
        members += len(group)
        if count < 2:
            false += len(group)
            continue
        false += len(group) - count
        if count * 2 > len(group):
            found.add(main)
    return found, members, false


FALSE_PROMISED = 0.05


def evaluate(build, name, verbose):
    folder = FOLDER / name
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    groups, motions, took = found_groups(build, folder, labels["year"])
    found, members, false = judge(groups, labels["groups"])
    told, right = pairs(groups), pairs(labels["groups"])
    both = len(told & right)
    near = len(told & {frozenset(pair) for pair in labels["near_misses"]} - right)
    planted = len(labels["groups"])
    print(f"{name}: {motions} motions, {len(groups)} groups of {members} in {took:.0f} ms")
    print(f"  planted groups found   {len(found)} of {planted}")
    print(f"  false members          {false} of {members} ({false / max(members, 1):.1%})")
    print(f"  pairs                  precision {both / max(len(told), 1):.3f}, "
          f"recall {both / max(len(right), 1):.3f}; near misses taken {near}")
    if len(found) < planted or false > members * FALSE_PROMISED:
        print(f"  NOT REACHED: all groups, and under {FALSE_PROMISED:.0%} of members false")
    if verbose and name not in CLOSED:
        print("  missed:", *(labels["groups"][i] for i in range(planted) if i not in found))
        print("  groups:", *groups)
    return len(found), false / max(members, 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("build", type=Path)
    parser.add_argument("--floor", type=int, default=8, help="planted groups found, of each set")
    parser.add_argument("--false-max", type=float, default=FALSE_PROMISED,
                        help="members, of each set")
    parser.add_argument("--set", choices=SETS, action="append")
    parser.add_argument("--verbose", action="store_true")
    given = parser.parse_args()
    is_good = True
    for name in given.set or SETS:
        found, false = evaluate(given.build.resolve(), name, given.verbose)
        is_good = is_good and found >= given.floor and false <= given.false_max
    sys.exit(0 if is_good else 1)


if __name__ == "__main__":
    main()
