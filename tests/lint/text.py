"""What every file of the repository keeps to: no left-over markers, no paths of one machine,
nothing that a tool makes, no white space at line ends (data aside), headers and sources that
begin by saying what they are, functions that can be read at one go."""
import re
from pathlib import Path

from tree import CODE, code_files, complaint, files, lines

MARKER = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b")
# Absolute paths where people and build machines keep their files.
MACHINE = re.compile(r"(?<![\w.~$}{/-])/(?:home/\w|root/\w|work/\w|Users/\w|build/\w|mnt/\w)")
GENERATED = re.compile(r"(?:\.(?:o|a|so|obj|exe|gch|gcda|gcno|pyc|orig|rej|swp|log)|~)$"
                       r"|(?:^|/)(?:CMakeCache\.txt|compile_commands\.json|core)$"
                       r"|(?:^|/)CMakeFiles/")
SIZE_MAX = 1 << 20
FUNCTION_MAX = 70
# Documents are data: some are damaged on purpose.
DATA = ("corpus/", "tests/recognition/documents/", "tests/splitting/documents/",
        "tests/splitting/unseen/", "tests/splitting/sets/", "tests/fuzz/corpus/",
        "tests/cli/golden/", "tests/unit/")
PROSE = {"COPYING"}
# Formats of bytes, whatever they begin with: a PDF's first 8 KiB may be text.
BINARY = {".doc", ".docx", ".odt", ".pdf", ".png", ".zip"}
PROBE = 8 << 10


def is_data(path):
    return path.suffix not in CODE and str(path).startswith(DATA)


def is_binary(root, path):
    if path.suffix.lower() in BINARY:
        return True
    with open(Path(root) / path, "rb") as file:
        return b"\0" in file.read(PROBE)


def opening(root, path):
    number, first = lines(root, path)[0]
    if not first.startswith(("/* ", "// ")):
        return [complaint(path, number, "must open with a comment on what it is")]
    if path.suffix == ".h" and not re.match(r"(?:/\*|//) \S+\.h\b", first):
        return [complaint(path, number, "must open with its name and what it is")]
    return []


def long_functions(root, path):
    """A body is what stands between a line "{" and a line "}"."""
    start, found = None, []
    for number, line in lines(root, path):
        if line == "{":
            start = number
        elif line == "}" and start is not None:
            if number - start - 1 > FUNCTION_MAX:
                found.append(complaint(path, start, f"a function of {number - start - 1} lines"))
            start = None
    return found


def check_text(root, path):
    found = []
    for number, line in lines(root, path):
        if MARKER.search(line):
            found.append(complaint(path, number, "a left-over marker: do it, or file it"))
        if MACHINE.search(line):
            found.append(complaint(path, number, "a path of one machine"))
        if line != line.rstrip():
            found.append(complaint(path, number, "white space at the end"))
    return found


def check(root):
    found = []
    for path in files(root):
        if GENERATED.search(str(path)):
            found.append(complaint(path, 1, "is made by a tool: not for the repository"))
        elif (Path(root) / path).stat().st_size > SIZE_MAX:
            found.append(complaint(path, 1, "is over 1 MiB"))
        elif not is_data(path) and path.name not in PROSE and not is_binary(root, path):
            found += check_text(root, path)
    for path in code_files(root):
        found += opening(root, path)
        found += long_functions(root, path)
    return found
