"""What a library exports begins with its prefix, so that it can be linked with anything."""
import re
import subprocess
from pathlib import Path

from tree import complaint

PREFIXES = {"libxapian_c.a": "xc_", "libpol_core.a": "pol_", "libpol_document.a": "pol_",
            "libpol_formats.a": "pol_", "libpol_index.a": "pol_", "libpol_indexer.a": "pol_", "libpol_search.a": "pol_",
            "libpol_draft.a": "pol_",
            "libpol_sandbox.a": "pol_", "libpol_web.a": "pol_", "libpol_server.a": "pol_"}
# C++ names carry their own scope; a sanitizer adds names of its own.
FOREIGN = re.compile(r"^(?:_Z|__|DW\.ref\.|_GLOBAL__)")


def exported(library):
    run = subprocess.run(["nm", "--extern-only", "--defined-only", "--format=posix", library],
                         capture_output=True, text=True, check=True)
    return [line.split()[0] for line in run.stdout.split("\n") if len(line.split()) >= 2]


def check(root, build):
    found = []
    for name, prefix in PREFIXES.items():
        libraries = list(Path(build).rglob(name))
        if not libraries:
            found.append(complaint(name, 1, f"is not below {build}"))
        for library in libraries:
            found += [complaint(name, 1, f"exports '{symbol}': names begin with {prefix}")
                      for symbol in exported(library)
                      if not symbol.startswith(prefix) and not FOREIGN.match(symbol)]
    return found
