#!/usr/bin/env python3
"""ctest's results, BUILD=JUNIT.xml each, to a closing line, and a list of what failed and of
what was skipped and why.

A skip inside of a test that passed counts too: a line "skip: WHY", or cmocka's
"[  SKIPPED ] NAME". A build that left no results counts as a failure."""
import re
import sys
import xml.etree.ElementTree as xml

SKIP = re.compile(r"^(?:skip: *(?P<why>.*)|\[ +SKIPPED +\] *(?P<name>[^:\d].*))$", re.MULTILINE)


def skips_in(output):
    return [found.group("why") or "the case " + found.group("name")
            for found in SKIP.finditer(output)]


def read(build, path):
    """Names that passed, names that failed, (name, why) that were skipped."""
    passed, failed, skipped = [], [], []
    try:
        cases = list(xml.parse(path).getroot().iter("testcase"))
    except (OSError, xml.ParseError) as error:
        return [], [f"{build}: no results ({error})"], []
    if not cases:
        failed.append(f"{build}: not one test ran")
    for case in cases:
        name = f"{build}: {case.get('name')}"
        output = case.findtext("system-out") or ""
        whys = skips_in(output)
        if case.get("status") == "run":
            passed.append(name)
        elif case.get("status") == "notrun" and whys:
            skipped.append((name, whys.pop(0)))
        else:  # failed, disabled, a program that is missing, a skip that says no reason
            failed.append(name)
        skipped += [(name, why) for why in whys]
    return passed, failed, skipped


def main(arguments):
    passed, failed, skipped = [], [], []
    for argument in arguments:
        build, _, path = argument.partition("=")
        for total, part in zip((passed, failed, skipped), read(build, path)):
            total += part
    print()
    for name, why in skipped:
        print(f"skipped {name}: {why}")
    for name in failed:
        print(f"FAILED {name}")
    print(f"\n{len(passed)} passed, {len(failed)} failed, {len(skipped)} skipped")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
