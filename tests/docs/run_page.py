#!/usr/bin/env python3
"""Runs what a page of the papers shows: run_page.py --fasti PROGRAM PAGE.md

Every fenced block of YAML, JSON or console must say what it is, so that none can be wrong unnoticed:

    ```yaml rules NAME     a whole rule file: becomes the only file of my-rules/, and all examples must hold
    ```yaml broken NAME    a rule file with mistakes: becomes the only file of my-rules/; the block
    ```text error          behind it is what `fasti rules test --rules my-rules` prints about it
    ```text file PATH      a file for the commands that follow
    ```console             lines "$ command" and what they print; the files are those above
    ```json lines          what the extract command of the block before prints, one object a line, folded for reading

In what a command prints, "…" stands for anything on that line, and a line "…" for any lines.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

FENCE = re.compile(r"^```(.*)$")
MUST_SAY = ("yaml", "json", "console", "text")


def blocks_of(path):
    """(line number, words behind the fence, text) of each fenced block."""
    blocks, open_at, words, lines = [], None, [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(keepends=True), 1):
        fence = FENCE.match(line.rstrip("\n"))
        if not fence:
            lines.append(line)
        elif open_at is None:
            open_at, words, lines = number, fence[1].split(), []
        else:
            blocks.append((open_at, words, "".join(lines)))
            open_at = None
    if open_at is not None:
        sys.exit(f"{path}:{open_at}: this block is never closed")
    return blocks


def fits(shown, printed):
    """Whether the printed text is what the page shows, "…" standing for anything."""
    pattern = "".join(r"(?:.*\n)*?" if line == "…\n" else re.escape(line).replace("…", ".*") for line in shown.splitlines(True))
    return re.fullmatch(pattern, printed) is not None


class Page:
    def __init__(self, path, fasti, folder):
        self.path, self.folder = path, folder
        (folder.parent / "bin").mkdir()
        (folder.parent / "bin" / "fasti").symlink_to(fasti)
        self.failures, self.done = 0, 0
        self.printed = ""

    def fail(self, line, message, details=""):
        self.failures += 1
        print(f"{self.path}:{line}: {message}")
        if details:
            print("    " + details.rstrip("\n").replace("\n", "\n    "))

    def run(self, command):
        keep = {name: os.environ[name] for name in ("HOME", "TMPDIR", "ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}
        path = os.pathsep.join([str(self.folder.parent / "bin"), os.environ.get("PATH", "/usr/bin:/bin")])
        done = subprocess.run(["sh", "-c", command], cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              env={**keep, "PATH": path, "LC_ALL": "C.UTF-8"}, timeout=120)
        return done.returncode, done.stdout.decode("utf-8", "backslashreplace")

    def only_rules(self, name, text):
        shutil.rmtree(self.folder / "my-rules", ignore_errors=True)
        self.write(f"my-rules/{name}", text)

    def write(self, name, text):
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def rules(self, line, name, text):
        self.only_rules(name, text)
        code, printed = self.run("fasti rules test --rules my-rules")
        if code != 0:
            self.fail(line, "the examples of this rule file do not hold", printed)

    def error(self, line, before, text):
        if before[1][:2] != ["yaml", "broken"]:
            return self.fail(line, "no \"yaml broken\" stands before this error")
        code, printed = self.run("fasti rules test --rules my-rules 2>&1 >/dev/null")
        if code != 2:
            self.fail(line, f"the exit code is {code}, not 2", printed)
        if not fits(text, printed):
            self.fail(line, "the program prints another error:", printed)

    def console(self, line, text):
        for part in re.split(r"^(?=\$ )", text, flags=re.M):
            if not part:
                continue
            if not part.startswith("$ "):
                return self.fail(line, "a console block begins with \"$ \"")
            command, _, shown = part.partition("\n")
            code, self.printed = self.run(command[2:])
            if not fits(shown, self.printed):
                self.fail(line, f"\"{command}\" prints something else (exit code {code}):", self.printed)

    def json_lines(self, line, text):
        decoder, at, shown = json.JSONDecoder(), 0, []
        while text[at:].strip():
            at += len(text[at:]) - len(text[at:].lstrip())
            value, at = decoder.raw_decode(text, at)
            shown.append(value)
        printed = [json.loads(each) for each in self.printed.splitlines()]
        if shown != printed:
            self.fail(line, "the command before prints other objects:", self.printed)

    def take(self, blocks):
        for index, (line, words, text) in enumerate(blocks):
            kind = words[:2]
            self.done += 1
            if kind == ["yaml", "rules"] and len(words) == 3:
                self.rules(line, words[2], text)
            elif kind == ["yaml", "broken"] and len(words) == 3:
                self.only_rules(words[2], text)
                if index + 1 == len(blocks) or blocks[index + 1][1] != ["text", "error"]:
                    self.fail(line, "no \"text error\" stands behind this broken rule file")
            elif words == ["text", "error"]:
                self.error(line, blocks[index - 1], text)
            elif kind == ["text", "file"] and len(words) == 3:
                self.write(words[2], text)
            elif words == ["console"]:
                self.console(line, text)
            elif words == ["json", "lines"]:
                self.json_lines(line, text)
            elif words and words[0] in MUST_SAY:
                self.fail(line, f"this block does not say what it is; see {pathlib.Path(__file__).name}")
            else:
                self.done -= 1


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--fasti", required=True, type=lambda path: pathlib.Path(path).resolve())
    arguments.add_argument("page", type=pathlib.Path)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as top:
        folder = pathlib.Path(top) / "scratch"
        folder.mkdir()
        page = Page(options.page, options.fasti, folder)
        page.take(blocks_of(options.page))
    if page.done == 0:
        sys.exit(f"{options.page}: there is nothing to run on this page")
    print(f"{options.page}: {page.done} blocks, {page.failures} failures")
    return 1 if page.failures else 0


if __name__ == "__main__":
    sys.exit(main())
