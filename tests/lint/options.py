"""Every option that --help names is in the man page and in the completions of bash, zsh and
fish, and none of these names another."""
import re
import subprocess
from pathlib import Path

from tree import complaint

LONG = re.compile(r"(?<![\w-])--([a-z][a-z-]*[a-z])")


def in_help(text):
    """argp's lines: "  -q, --quiet   Says nothing". What follows two spaces is prose."""
    names = set()
    for line in text.split("\n"):
        if re.match(r"^ {2,6}-", line):
            head = re.split(r"\s{2,}", line.strip())[0]
            names.update(LONG.findall(head))
    return names


def in_man(text):
    """The items of the lists of options: ".It Fl -quiet", ".It Fl q , Fl -quiet"."""
    names = set()
    for line in text.split("\n"):
        if line.startswith(".It "):
            names.update(re.findall(r"Fl -([a-z][a-z-]*[a-z])", line))
    return names


def in_bash(text):
    return set(LONG.findall(re.sub(r"(?m)^\s*#.*$", "", text)))


def in_zsh(text):
    """Specifications only: '--quiet[says nothing]' and '{-q,--quiet}'."""
    return set(re.findall(r"(?<![\w-])--([a-z][a-z-]*[a-z])(?=[\[=}',)+ ])",
                          re.sub(r"(?m)^\s*#.*$", "", text)))


def in_fish(text):
    return set(re.findall(r"(?m)^complete .*?(?:-l|--long-option) ?([a-z][a-z-]*[a-z])", text))


PLACES = {
    "docs/man/{}.1": in_man,
    "completions/bash/{}": in_bash,
    "completions/zsh/_{}": in_zsh,
    "completions/fish/{}.fish": in_fish,
}


def compare(where, program, wanted, named):
    return ([complaint(where, 1, f"does not name --{name} of {program} --help")
             for name in sorted(wanted - named)] +
            [complaint(where, 1, f"names --{name}, which {program} --help does not")
             for name in sorted(named - wanted)])


def check(root, programs):
    """`programs`: paths of the programs to ask."""
    found = []
    for path in programs:
        program = Path(path).name
        run = subprocess.run([path, "--help"], capture_output=True, text=True, check=False)
        wanted = in_help(run.stdout)
        if run.returncode != 0 or not wanted:
            found.append(complaint(program, 1, "--help names no option"))
        for place, names_in in PLACES.items():
            where = place.format(program)
            if not (Path(root) / where).is_file():
                found.append(complaint(where, 1, "is missing"))
                continue
            named = names_in((Path(root) / where).read_text(encoding="utf-8"))
            # argp makes --usage by itself; nobody needs it completed.
            found += compare(where, program, wanted - {"usage"}, named - {"usage"})
    return found
