"""bindings.py - makes sure of Xapian's bindings for Python and of numpy, which Debian has for its own
Python alone; without them the program ends as skipped. To be imported first."""
import os
import sys

DEBIAN = "/usr/bin/python3"

try:
    import numpy  # noqa: F401
    import xapian  # noqa: F401
except ImportError as missing:
    if sys.executable != DEBIAN and os.path.exists(DEBIAN):
        os.execv(DEBIAN, [DEBIAN, "-B", *sys.argv])
    print(f"skip: {missing.name} is not installed (python3-{missing.name})")
    sys.exit(77)
