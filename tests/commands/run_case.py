#!/usr/bin/env python3
"""Runs a case of this folder, or writes what came out into it: run_case.py [--write] --fasti PROGRAM CASE…

A case is one text file. What stands before its first section says what the case is about. Then come, in any number,

    === file NAME       a file in the scratch folder, made before anything runs
    === run             lines for sh, run in the scratch folder; fasti is on the PATH
    === stdout          what the lines above must print there; left out where that is nothing
    === stderr
    === exit N          left out where it is 0

A line of output that lacks its end is shown with "<no newline>" behind it. The folder that holds the program's
sources is shown as SOURCES, which a program that was not installed takes its rules from.
"""
import argparse
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SOURCES = pathlib.Path(__file__).resolve().parent.parent.parent
HEAD = re.compile(r"^=== (file|run|stdout|stderr|exit)(?: (\S+))?$")
OUTCOME = ("stdout", "stderr", "exit")


def parse(path):
    """The text before the first section, and the sections as [kind, argument, lines]."""
    intro, sections = [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(keepends=True), 1):
        head = HEAD.match(line.rstrip("\n"))
        if head:
            sections.append([head[1], head[2], []])
        elif line.startswith("==="):
            sys.exit(f"{path}:{number}: this is no section: {line.strip()}")
        else:
            (sections[-1][2] if sections else intro).append(line)
    if not any(kind == "run" for kind, _, _ in sections):
        sys.exit(f"{path}: the case runs nothing")
    return "".join(intro), [(kind, argument, "".join(lines)) for kind, argument, lines in sections]


def shown(output):
    text = output.decode("utf-8", "backslashreplace").replace(str(SOURCES), "SOURCES")
    return text if not text or text.endswith("\n") else text + "<no newline>\n"


def environment(fasti, scratch):
    keep = {name: os.environ[name] for name in ("HOME", "TMPDIR", "ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}
    path = os.pathsep.join([str(pathlib.Path(scratch).parent / "bin"), os.environ.get("PATH", "/usr/bin:/bin")])
    return {**keep, "PATH": path, "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def as_run(fasti, sections):
    """The sections with what really came out in place of what was expected."""
    with tempfile.TemporaryDirectory() as top:
        (pathlib.Path(top) / "bin").mkdir()
        (pathlib.Path(top) / "bin" / "fasti").symlink_to(fasti)
        scratch = pathlib.Path(top) / "scratch"
        scratch.mkdir()
        for kind, argument, text in sections:
            if kind == "file":
                target = scratch / argument
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")
        result = []
        for kind, argument, text in sections:
            if kind in OUTCOME:
                continue
            result.append((kind, argument, text))
            if kind != "run":
                continue
            done = subprocess.run(["sh", "-c", text], cwd=scratch, env=environment(fasti, scratch), stdin=subprocess.DEVNULL,
                                  capture_output=True, timeout=120)
            for stream, output in (("stdout", done.stdout), ("stderr", done.stderr)):
                if output:
                    result.append((stream, None, shown(output)))
            if done.returncode != 0:
                result.append(("exit", str(done.returncode), ""))
        return result


def text_of(intro, sections):
    return intro + "".join(f"=== {kind}{' ' + argument if argument else ''}\n{text}" for kind, argument, text in sections)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--fasti", required=True, type=lambda path: pathlib.Path(path).resolve())
    arguments.add_argument("--write", action="store_true")
    arguments.add_argument("cases", nargs="+", type=pathlib.Path)
    options = arguments.parse_args()
    failed = 0
    for path in options.cases:
        intro, sections = parse(path)
        expected, actual = text_of(intro, sections), text_of(intro, as_run(options.fasti, sections))
        if expected == actual:
            continue
        if options.write:
            # What comes out by chance must not become what is expected.
            if text_of(intro, as_run(options.fasti, sections)) != actual:
                sys.exit(f"{path}: two runs give two outcomes; nothing is written")
            path.write_text(actual, encoding="utf-8")
            print(f"rewritten: {path}")
            continue
        failed += 1
        print(f"{path}: {intro.splitlines()[0] if intro else ''}")
        sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), actual.splitlines(True), "expected", "actual"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
