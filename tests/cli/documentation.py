#!/usr/bin/env python3
"""Every command that the documentation shows is run, and must end well (4xx).

Commands stand in ```console blocks of Markdown and in literal displays of man pages, behind
"$ "; those of a page run in one shell, one after the other. ```sh blocks are for a checkout:
scripts/quickstart and the installation have cases of their own."""
import json
import os
import re
import shutil
import socket
import unittest

import scratch
import served

ROOT = scratch.ROOT
CORPUS = ROOT / "corpus"
EXAMPLES = ROOT / "docs" / "examples"
KETTLES = scratch.motion(title="Kettles", decision="")

# A polserve that a page starts runs until it answers, at a port that is free.
ANSWERS_AND_STOPS = """polserve() {
    command polserve "$@" --listen 127.0.0.1:0 2>listening &
    until grep -q 'listening on' listening; do
        kill -0 $!
        sleep 0.1
    done
    kill $!
    wait $!
}"""


def commands_of(lines):
    """Behind "$ ", with the lines that continue them."""
    commands = []
    for line in lines:
        if line.startswith("$ "):
            commands.append(line[2:])
        elif commands and line.startswith("    "):
            commands[-1] += "\n" + line
    return commands


def markdown_commands(path):
    blocks = re.findall(r"(?ms)^```console\n(.*?)^```$", path.read_text(encoding="utf-8"))
    return [command for block in blocks for command in commands_of(block.split("\n"))]


def man_commands(path):
    text = re.sub(r"\\&|\\e", lambda found: "\\" if found[0] == r"\e" else "",
                  path.read_text(encoding="utf-8"))
    blocks = re.findall(r"(?ms)^\.Bd -literal.*?\n(.*?)^\.Ed$", text)
    return [command for block in blocks for command in commands_of(block.split("\n"))]


def answers_of(path):
    """(command, status, lines shown below it) for each command of a page about the interface. What
    a command ends in, "# 404", is the status that it is said to have."""
    found = []
    blocks = re.findall(r"(?ms)^```console\n(.*?)^```$", path.read_text(encoding="utf-8"))
    for line in "\n".join(blocks).split("\n"):
        if line.startswith("$ "):
            command, status = re.fullmatch(r"(.*?)(?: # (\d{3}))?", line[2:]).groups()
            found.append([command, int(status or 200), []])
        elif line.startswith("    ") and not found[-1][2]:
            found[-1][0] += "\n" + line
        elif line:
            found[-1][2].append(line)
    return found


class Documentation(scratch.Case):
    def setUp(self):
        super().setUp()
        self.home = self.dir / "home"
        del self.env["POLSEARCH_INDEX"]
        # agendas and their reports have lines that belong to no motion, of which polindex tells
        shutil.copytree(CORPUS, self.home / "motions", ignore=shutil.ignore_patterns("agendas"))
        (self.home / "motions" / "kettles.txt").write_text(KETTLES, encoding="utf-8")
        for name, example in (("motion.txt", EXAMPLES / "draft.txt"),
                              ("motion.docx", CORPUS / "agendas/2021-health-conference/agenda.docx"),
                              ("agenda.txt", EXAMPLES / "agenda.txt"),
                              ("union.yaml", EXAMPLES / "profile.yaml")):
            shutil.copy(example, self.home / name)

    def run_all(self, commands, at_least, before=""):
        """`before`: lines of shell, for what is not of the page."""
        self.assertGreaterEqual(len(commands), at_least, "the commands are no longer found")
        script = f"set -eo pipefail\n{before}\n" + "".join(
            f"{command}\nprintf 'ok %s\\n' {number} >&3\n" for number, command in enumerate(commands))
        progress = self.dir / "progress"
        with open(progress, "wb") as file:
            done = self.run_program("bash", "-c", f"exec 3>&{file.fileno()}\n{script}", code=None,
                                    cwd=self.home, pass_fds=[file.fileno()])
        reached = progress.read_text().count("ok")
        self.assertEqual(done.code, 0, f"{commands[min(reached, len(commands) - 1)]}\n{done}")
        return done

    def test_400_readme(self):
        self.run_all(markdown_commands(ROOT / "README.md"), 10, ANSWERS_AND_STOPS)

    def test_401_backup(self):
        self.polindex("--quiet", self.home / "motions")
        self.run_all(markdown_commands(ROOT / "docs" / "backup.md"), 8)

    def test_402_man_polindex(self):
        self.run_all(man_commands(ROOT / "docs" / "man" / "polindex.1"), 7)

    def test_403_man_polsearch(self):
        self.polindex("--quiet", self.home / "motions")
        self.run_all(man_commands(ROOT / "docs" / "man" / "polsearch.1"), 4)

    def test_404_examples_of_help(self):
        self.polindex("--quiet", self.home / "motions")
        for program, at_least in (("polindex", 4), ("polsearch", 4)):
            found = re.findall(rf"(?m)^  ({program} \S.*?)(?:   .*)?$",
                               self.run_program(program, "--help").out)
            self.assertGreaterEqual(len(found), at_least)
            for command in found:
                if "--show" not in command:  # an id is an example of an id
                    done = self.run_program("bash", "-c", command, cwd=self.home, code=None)
                    self.assertIn(done.code, (0, 1), done)

    def test_405_other_pages_have_no_commands_unrun(self):
        run = {"README.md", "docs/api.md", "docs/backup.md", "docs/drafts.md", "docs/operating.md"}
        for path in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
            if str(path.relative_to(ROOT)) not in run:
                self.assertEqual(markdown_commands(path), [], path)

    def serve_all(self, commands, at_least):
        """Those that start polserve and ask it: at a port that is free, and ended in any case."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = str(probe.getsockname()[1])
        self.fake("polserve", f"exec {scratch.BUILD}/server/polserve --listen 127.0.0.1:{port} "
                              f'"$@" 2>>{self.dir}/messages\n')
        self.env["PATH"] = f"{self.dir}/bin:{self.env['PATH']}"
        return self.run_all([command.replace("8080", port) for command in commands], at_least,
                            "trap 'kill $(jobs -p) 2>/dev/null || :' EXIT")

    def test_406_operating(self):
        self.polindex("--quiet", self.home / "motions")
        done = self.serve_all(markdown_commands(ROOT / "docs" / "operating.md"), 8)
        self.assertIn("polserve_index_documents", done.out)
        # A line is written when its answer is sent: on a busy machine behind the moving.
        logs = [self.home / "access.log.1", self.home / "access.log"]
        self.assertTrue(all(log.is_file() for log in logs))
        self.assertIn("GET /readyz", "".join(log.read_text() for log in logs))

    def test_407_man_polserve(self):
        self.polindex("--quiet", self.home / "motions")
        done = self.serve_all(man_commands(ROOT / "docs" / "man" / "polserve.1"), 5)
        self.assertIn('"hits"', done.out)

    def test_408_examples_of_polserve_help(self):
        """They run until they are told to stop."""
        self.polindex("--quiet", self.home / "motions")
        found = re.findall(r"(?m)^  (polserve(?: .*)?)$", self.run_program("polserve", "--help").out)
        self.assertGreaterEqual(len(found), 3)
        for command in found:
            process = self.start("bash", "-c", f"exec {command} --listen 127.0.0.1:0")
            self.assertIn(b"listening on", process.stderr.readline() + process.stderr.readline())
            process.terminate()
            self.assertEqual(process.wait(30), 0, command)

    def test_409_metrics_are_documented(self):
        page = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
        source = (ROOT / "server" / "metrics.c").read_text(encoding="utf-8")
        names = set(re.findall(r'write_(?:head|gauge)\(buffer, "(\w+)"', source))
        names |= {f"{name}_total" for name in re.findall(r'= \{"(\w+)", "', source)}
        self.assertGreaterEqual(len(names), 12, "the source has another form: mend this test")
        for name in names:
            self.assertIn(f"`polserve_{name}`", page)

    def test_410_links(self):
        for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
            for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
                if "://" not in target:
                    self.assertTrue((page.parent / target).exists(), f"{page}: {target}")

    def test_411_folders_of_the_readme(self):
        named = set(re.findall(r"(?m)^\| `([\w-]+)/` \|", (ROOT / "README.md").read_text()))
        there = {path.name for path in ROOT.iterdir() if path.is_dir() and path.name[0] != "."}
        self.assertEqual(named, there - {"build", "cmake", "completions"})

    def test_412_every_json_key_is_documented(self):
        documented = set(re.findall(r"`(\w+)`", (ROOT / "docs" / "json-schema.md").read_text()))
        self.polindex("--quiet", self.home / "motions")
        [results] = self.polsearch("--format", "json", "--facets", "working week").objects()
        [shown] = self.polsearch("--format", "json", "--show", results["hits"][0]["id"]).objects()
        document = shown["document"]
        keys = {*results, *results["hits"][0], *shown, *document, *document["passages"][0]}
        for checked in self.checked(self.home / "motions", CORPUS / "agendas", code=1):
            keys |= set(checked)
            for name in ("passages", "relations", "decision_sources", "points"):
                for inner in checked.get(name) or ():
                    keys |= set(inner)
            keys |= set(checked.get("composite") or ())
        self.assertEqual(keys - documented, set(), "docs/json-schema.md names every key")

    def test_413_every_field_is_documented(self):
        page = (ROOT / "docs" / "query-language.md").read_text(encoding="utf-8")
        fields = re.findall(r'(?m)^ *\[POL_FIELD_\w+\] = \{"(\w+)"|^    \{"(\w+)", POL_TYPE_',
                            (ROOT / "core" / "schema.c").read_text())
        names = {first or second for first, second in fields}
        self.assertGreaterEqual(len(names), 12, "the table has another form: mend this test")
        for name in names:
            self.assertIn(f"`{name}:", page, f"docs/query-language.md names {name}:")

    @unittest.skipUnless(shutil.which("curl"), "curl is not installed")
    def test_414_api(self):
        """Each command of the page in turn: the status, and the answer as far as it is shown."""
        index = self.home / "build" / "quickstart-index"
        index.parent.mkdir()
        self.polindex("--quiet", "--index", index, CORPUS, code=1)
        server = served.Server(self, "--allow-origin", "https://www.example.org", index=index)
        (self.home / ".curlrc").write_text('write-out = "%{stderr}status %{http_code}\\n"\n')
        found = answers_of(ROOT / "docs" / "api.md")
        self.assertGreaterEqual(len(found), 25, "the commands are no longer found")
        for command, status, shown in found:
            command = command.replace("127.0.0.1:8080", f"127.0.0.1:{server.port}")
            done = self.run_program("bash", "-eo", "pipefail", "-c", command, cwd=self.home)
            if "curl" in command:
                statuses = set(re.findall(r"(?m)^status (\d+)$", done.err))
                self.assertEqual(statuses, {str(status)}, done)
            for line in shown:
                at = 0
                for part in line.split("…"):
                    self.assertIn(part, done.out[at:], f"{line}\n{done}")
                    at = done.out.index(part, at) + len(part)
        self.assertGreater((self.home / "library.csv").read_bytes().count(b"\r\n"), 10)
        self.assertGreater((self.home / "library.jsonl").read_bytes().count(b"\n"), 10)
        self.assertGreater((self.home / "page-1.json").stat().st_size, 1000)

    def test_415_drafts(self):
        """On the sample, an agenda that is an example, and the README's m1 with more to say."""
        shutil.copy(EXAMPLES / "agenda.txt", self.home / "motions")
        self.polindex("--quiet", self.home / "motions")
        line = {"id": "m1", "title": "Kettles again", "year": 2032, "text": KETTLES}
        self.polindex("--quiet", "-", stdin=json.dumps(line).encode())
        done = self.run_all(markdown_commands(ROOT / "docs" / "drafts.md"), 14)
        self.assertIn("Both ask for", done.out)
        self.assertIn("<!DOCTYPE html>", (self.home / "report.html").read_text())
        self.assertEqual(len((self.home / "agenda.csv").read_text().splitlines()), 5)

    def test_416_every_key_of_a_profile_is_documented(self):
        page = (ROOT / "docs" / "drafts.md").read_text(encoding="utf-8")
        example = (EXAMPLES / "profile.yaml").read_text(encoding="utf-8")
        keys = re.findall(r'(?m)^    \{"([\w.]+)", (?:set|add)_', (ROOT / "draft" / "profile.c")
                          .read_text(encoding="utf-8"))
        self.assertGreaterEqual(len(keys), 8, "the table has another form: mend this test")
        self.assertEqual(set(re.findall(r"(?m)^\| `([\w.]+)` \|", page)), set(keys))
        for key in keys:
            self.assertRegex(example, rf"(?m)^ *{key.split('.')[-1]}:")

    # --- scripts and installation --------------------------------------------------

    def test_420_install(self):
        self.run_program("cmake", "--install", scratch.BUILD, "--prefix", self.dir / "usr")
        installed = {str(path.relative_to(self.dir / "usr")) for path in
                     (self.dir / "usr").rglob("*") if path.is_file()}
        for name in ("bin/polindex", "bin/polsearch", "share/man/man1/polindex.1",
                     "share/man/man1/polsearch.1",
                     "share/bash-completion/completions/polindex",
                     "share/bash-completion/completions/polsearch",
                     "share/zsh/site-functions/_polindex", "share/zsh/site-functions/_polsearch",
                     "share/fish/vendor_completions.d/polindex.fish",
                     "share/fish/vendor_completions.d/polsearch.fish", "bin/polserve",
                     "share/man/man1/polserve.1", "share/bash-completion/completions/polserve",
                     "share/zsh/site-functions/_polserve",
                     "share/fish/vendor_completions.d/polserve.fish",
                     "lib/systemd/system/polserve.service",
                     "share/doc/polsearch/operating.md", "share/doc/polsearch/api.md"):
            self.assertIn(name, installed)
        self.run_program(self.dir / "usr" / "bin" / "polsearch", "--version")

    def test_421_install_packages(self):
        script = ROOT / "scripts" / "install-packages"
        listed = self.run_program(script, "--list").out.split()
        self.assertIn("libxapian-dev", listed)
        self.run_program(script, "--nonsense", code=2)
        if shutil.which("dpkg-query"):
            done = self.run_program(script)
            self.assertEqual((done.out, done.err), ("", ""), "all is there: it says nothing")

    def fake(self, name, script):
        self.write(f"bin/{name}", "#!/bin/sh\n" + script).chmod(0o755)

    def install_without(self, *fakes, run=None):
        """scripts/install-packages where a package is missing, with some programs faked."""
        run = run or self.run_program
        self.fake("dpkg-query", "exit 1\n")
        for name, script in fakes:
            self.fake(name, script)
        self.env["PATH"] = f"{self.dir}/bin:/usr/bin:/bin"
        return run(ROOT / "scripts" / "install-packages", code=2).err

    def test_422_install_packages_without_network(self):
        self.fake("sudo", 'test "$1" = -n && shift; exec "$@"\n')
        said = self.install_without(("apt-get", "echo 'E: Temporary failure resolving' >&2; exit 100\n"))
        self.assertIn("Temporary failure", said)
        self.assertIn("network", said)

    @unittest.skipUnless(os.geteuid() == 0, "only root can become another user here")
    def test_423_install_packages_without_root(self):
        self.fake("sudo", "exit 1\n")
        said = self.install_without(("apt-get", "exit 1\n"), run=self.run_as_nobody)
        self.assertIn("apt-get install gcc", said)

    def test_424_bash_completion(self):
        for program in ("polindex", "polsearch"):
            done = self.run_program("bash", "-c", f"""
                source {ROOT}/completions/bash/{program}
                COMP_WORDS=({program} --for) COMP_CWORD=1
                _{program} 2>/dev/null
                printf '%s\\n' "${{COMPREPLY[@]}}"
                COMP_WORDS=({program} --format = cs) COMP_CWORD=3
                _{program} 2>/dev/null
                printf '%s\\n' "${{COMPREPLY[@]}}" """)
            self.assertEqual(done.out.split(), ["--format=", "csv"], program)
        done = self.run_program("bash", "-c", f"""
            source {ROOT}/completions/bash/polserve
            COMP_WORDS=(polserve --connections-) COMP_CWORD=1
            _polserve 2>/dev/null
            printf '%s\\n' "${{COMPREPLY[@]}}" """)
        self.assertEqual(done.out.split(), ["--connections-per-client="])


if __name__ == "__main__":
    scratch.main()
