"""What other programs check: clang-format on C and C++, mandoc on man pages, shellcheck on
scripts."""
import re
import shutil
import subprocess
from pathlib import Path

from tree import code_files, complaint, files


def run_tool(root, command, paths):
    """(exit status, lines said) of a tool; a tool that is missing is a complaint."""
    if not shutil.which(command[0]):
        return 1, [complaint(command[0], 1, "is not installed: scripts/install-packages --test")]
    if not paths:
        return 1, [complaint(command[0], 1, "has nothing to look at")]
    run = subprocess.run(command + [str(path) for path in paths], cwd=root, text=True,
                         capture_output=True, check=False)
    return run.returncode, [line for line in (run.stdout + run.stderr).split("\n") if line]


def check_format(root):
    # Other versions lay out some lines differently: Debian 12's decides.
    status, said = run_tool(root, ["clang-format-14", "--dry-run", "-Werror"], code_files(root))
    if status == 0:
        return []
    return [line for line in said if ": error:" in line] or said


def check_man(root):
    pages = [path for path in files(root) if re.fullmatch(r"docs/man/[\w-]+\.\d", str(path))]
    status, said = run_tool(root, ["mandoc", "-Tlint", "-Wstyle"], pages)
    # A page of its own that is not installed here is no fault.
    said = [line for line in said if "referenced manual not found" not in line]
    return said if said or status > 2 else []


def is_shell(root, path):
    if path.parts[0] == "completions":
        return len(path.parts) > 1 and path.parts[1] == "bash"
    with open(Path(root) / path, "rb") as file:
        return re.match(rb"#!.*\b(?:ba)?sh\b", file.readline(80)) is not None


def check_shell(root):
    scripts = [path for path in files(root) if is_shell(root, path)]
    status, said = run_tool(root, ["shellcheck", "--shell=bash", "--format=gcc"], scripts)
    return said if status else []
