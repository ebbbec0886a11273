"""What fuzz targets are made of compiles with Clang, which they need, without a warning: as the
build has it, flags and all, but read only as far as warnings go. No code is made."""
import json
import os
import shlex
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tree import ROOMS, complaint

CLANG = {".c": "clang-14", ".cc": "clang++-14"}
# What is of outputs alone: with an argument, and without.
OUTPUTS, LEFT_OUT = ("-o", "-MT", "-MF"), ("-c", "-MD")


def is_fuzzed(root, path):
    parts = Path(os.path.relpath(path, root)).parts
    return parts[0] in ROOMS or parts[:2] == ("tests", "fuzz") or parts[:3] == ("tests", "unit", "web")


def commands_of(root, build):
    """[(folder, file, flags)]: how the build compiles each source."""
    run = subprocess.run(["ninja", "-C", build, "-t", "compdb"], capture_output=True, text=True,
                         check=False)
    made = {}
    for entry in json.loads(run.stdout or "[]"):
        folder, file = entry["directory"], entry["file"]
        if file not in made and Path(file).suffix in CLANG and is_fuzzed(root, Path(folder) / file):
            made[file] = (folder, file, flags_of(entry["command"]))
    return list(made.values())


def flags_of(command):
    words = iter(shlex.split(command))
    flags = []
    for word in words:
        if word in OUTPUTS:
            next(words)
        elif word.startswith("-") and word not in LEFT_OUT:
            flags.append(word)
            if word in ("-isystem", "-include"):
                flags.append(next(words))
    return flags


def compile_one(root, work):
    folder, file, flags = work
    suffix = Path(file).suffix
    # as cmake/flags.cmake has it for Clang
    flags = flags + (["-Wno-string-concatenation"] if suffix == ".c" else [])
    run = subprocess.run([CLANG[suffix], *flags, "-fsyntax-only", file], cwd=folder, text=True,
                         capture_output=True, check=False)
    if run.returncode == 0:
        return []
    name = os.path.relpath(Path(folder) / file, root)
    first = next((line for line in run.stderr.split("\n") if "error" in line), run.stderr)
    return [complaint(name, 1, f"does not compile with Clang: {first.strip()}")]


def check(root, commands):
    if not shutil.which(CLANG[".c"]):
        return [complaint(CLANG[".c"], 1, "is not installed: scripts/install-packages --test")]
    if not commands:
        return [complaint("build", 1, "has nothing to compile: it must be one of Ninja")]
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        return [text for result in pool.map(lambda work: compile_one(root, work), commands)
                for text in result]
