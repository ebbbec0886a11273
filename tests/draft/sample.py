#!/usr/bin/env python3
"""A third of the drafts of every set are checked without a complaint, whatever is said of them.

    tests/draft/sample.py BUILD

For builds with sanitizers, in which a process for each draft, as evaluate.py has it, takes most of
its time to start: draft_signs checks all of them in one. Exits 1 where it fails, or where it
compares fewer than half of the drafts with anything."""
import json
import os
import subprocess
import sys
import tempfile

import evaluate

STEP = 3


def main(build):
    drafts = [json.dumps({"id": str(number), "draft": label["draft"]})
              for path in sorted(evaluate.HERE.glob("*.jsonl"))
              for number, label in enumerate(evaluate.read_labels(path, None)[::STEP])]
    with tempfile.TemporaryDirectory() as scratch:
        index = os.path.join(scratch, "index")
        evaluate.make_index(build, index)
        done = subprocess.run([os.path.join(build, "tests", "draft_signs"), index],
                              input="\n".join(drafts).encode(), stdout=subprocess.PIPE, check=False)
    compared, last = 0, None
    for line in done.stdout.splitlines():
        number = json.loads(line)["id"]
        compared += number != last
        last = number
    print(f"{len(drafts)} drafts, {compared} compared with passages")
    return 1 if done.returncode or compared * 2 < len(drafts) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
