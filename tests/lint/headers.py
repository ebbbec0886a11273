"""Every header of a room compiles alone, as C17 and as C++17, without a warning; what is C++
inside of xapian-c as C++17 alone."""
import os
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tree import ROOMS, complaint, files

COMMON = ["-Wall", "-Wextra", "-Werror", "-D_GNU_SOURCE", "-fsyntax-only"]
LANGUAGES = {
    "C17": [os.environ.get("CC", "cc"), "-std=c17", "-Wstrict-prototypes", "-x", "c"],
    "C++17": [os.environ.get("CXX", "c++"), "-std=c++17", "-x", "c++"],
}
# Libraries whose headers are not where the compiler looks by itself.
PACKAGES = ["poppler-glib", "libxml-2.0"]
CXX_ONLY = re.compile(r"^\s*(?:namespace|template|class)\b|#include <(?:xapian\.h|\w+)>", re.MULTILINE)


def package_flags():
    run = subprocess.run(["pkg-config", "--cflags-only-I", *PACKAGES], capture_output=True,
                         text=True, check=False)
    return [flag.replace("-I", "-isystem", 1) for flag in run.stdout.split()]


def compile_alone(root, includes, path, language):
    command = LANGUAGES[language] + COMMON + [f"-I{folder}" for folder in includes]
    command += package_flags() if path.parts[0] == "formats" else []
    run = subprocess.run(command + ["-"], input=f'#include "{path}"\n', text=True,
                         capture_output=True, cwd=root, check=False)
    if run.returncode == 0:
        return []
    first = next((line for line in run.stderr.split("\n") if "error" in line), run.stderr)
    return [complaint(path, 1, f"does not compile alone as {language}: {first.strip()}")]


def check(root, generated=()):
    """`generated`: folders with headers that the build makes."""
    work = []
    for path in files(root):
        if path.suffix == ".h" and path.parts[0] in ROOMS:
            text = (Path(root) / path).read_text(encoding="utf-8")
            is_cxx = path.parts[0] == "xapian-c" and CXX_ONLY.search(text)
            work += [(path, language) for language in LANGUAGES if not is_cxx or language == "C++17"]
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        results = pool.map(lambda item: compile_alone(root, [root, *generated], *item), work)
        return [text for result in results for text in result]
