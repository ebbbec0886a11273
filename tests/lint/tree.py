"""The files of a source tree, and what lint rules report about them."""
import shutil
import subprocess
from pathlib import Path

ROOMS = ("xapian-c", "core", "document", "formats", "sandbox", "index", "indexer", "search", "draft",
         "command", "web", "server")
CODE = (".c", ".h", ".cc")
# Made by tools, or by git itself; never part of the sources.
LEFT_OUT = {".git", "build", "__pycache__"}


def complaint(path, line, text):
    return f"{path}:{line}: {text}"


def files(root):
    """Relative paths of all files that are or could be committed, sorted."""
    root = Path(root)
    listed = None
    if (root / ".git").exists() and shutil.which("git"):
        run = subprocess.run(["git", "-C", root, "ls-files", "-z", "--cached", "--others",
                              "--exclude-standard"], capture_output=True, check=False)
        if run.returncode == 0:
            listed = [Path(name) for name in run.stdout.decode().split("\0") if name]
    if listed is None:
        listed = [path.relative_to(root) for path in root.rglob("*") if path.is_file()]
    return sorted(path for path in set(listed)
                  if not LEFT_OUT & set(path.parts) and (root / path).is_file())


def code_files(root):
    """Sources and headers of the rooms, tests and benchmarks."""
    return [path for path in files(root)
            if path.suffix in CODE and path.parts[0] in ROOMS + ("tests", "bench", "relevance")]


def lines(root, path):
    """(number, line) for each line of a text file."""
    text = (Path(root) / path).read_text(encoding="utf-8", errors="replace")
    return list(enumerate(text.split("\n"), start=1))
