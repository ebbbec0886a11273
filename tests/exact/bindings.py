"""bindings.py - makes sure of Xapian's bindings for Python, which Debian has for its own one alone;
without them the program ends as skipped. To be imported first."""
import os
import sys

DEBIAN = "/usr/bin/python3"

try:
    import xapian  # noqa: F401
except ImportError:
    if sys.executable != DEBIAN and os.path.exists(DEBIAN):
        os.execv(DEBIAN, [DEBIAN, "-B", *sys.argv])
    print("skip: Xapian's bindings for Python are not installed (python3-xapian)")
    sys.exit(77)
