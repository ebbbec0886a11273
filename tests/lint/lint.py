#!/usr/bin/env python3
"""lint.py RULE [--build BUILD]: one rule on this source tree; complaints, and exit 1, if any.

RULE: includes text headers symbols options format man shell clang"""
import argparse
import sys
from pathlib import Path

import clang
import headers
import includes
import options
import symbols
import text
import tools

ROOT = Path(__file__).resolve().parents[2]


def main():
    parser = argparse.ArgumentParser(description="Checks one rule on the source tree.")
    parser.add_argument("--build", type=Path, help="where the programs were built")
    rules = {
        "includes": lambda build: includes.check(ROOT),
        "text": lambda build: text.check(ROOT),
        "headers": lambda build: headers.check(ROOT, [build / "generated"] if build else []),
        "symbols": lambda build: symbols.check(ROOT, build),
        "options": lambda build: options.check(
            ROOT, [build / "indexer" / "polindex", build / "command" / "polsearch",
                   build / "server" / "polserve"]),
        "format": lambda build: tools.check_format(ROOT),
        "man": lambda build: tools.check_man(ROOT),
        "clang": lambda build: clang.check(ROOT, clang.commands_of(ROOT, build)),
        "shell": lambda build: tools.check_shell(ROOT),
    }
    parser.add_argument("rule", choices=sorted(rules))
    given = parser.parse_args()
    found = rules[given.rule](given.build)
    print("\n".join(found) if found else f"{given.rule}: nothing to complain of")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
