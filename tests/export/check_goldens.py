#!/usr/bin/env python3
"""Compares what `fasti export` writes of a sample story with what is kept, byte for byte: check_goldens.py --fasti PROGRAM

The timeline is the kept one, tests/goldens/samples/ferry/timeline.json. The formats are those that the program names in its
help, so that none is forgotten. --write renews what is kept, tests/goldens/exports/ferry.FORMAT.
"""
import argparse
import difflib
import pathlib
import re
import subprocess
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent
TIMELINE = TESTS / "goldens" / "samples" / "ferry" / "timeline.json"
KEPT = TESTS / "goldens" / "exports"


def formats_of(fasti):
    shown = subprocess.run([fasti, "export", "--help"], capture_output=True, check=True).stdout.decode("utf-8")
    table = shown.split("Formats, and", 1)[1].split("\n\n", 1)[0]
    return re.findall(r"^  (\S+)", table, re.M)


def exported(fasti, name):
    done = subprocess.run([fasti, "export", TIMELINE, "--format", name, "--title", "The sinking of the ferry Wren"],
                          capture_output=True, check=True)
    return done.stdout + b"\n" + done.stderr  # what is told of losses is kept too


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--fasti", required=True)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    formats = formats_of(options.fasti)
    assert len(formats) >= 9, formats
    differ = 0
    for name in formats:
        kept, actual = KEPT / f"ferry.{name}", exported(options.fasti, name)
        if options.write:
            KEPT.mkdir(exist_ok=True)
            kept.write_bytes(actual)
            continue
        expected = kept.read_bytes() if kept.exists() else b""
        if expected != actual:
            differ += 1
            lines = difflib.unified_diff(expected.decode("utf-8").splitlines(), actual.decode("utf-8").splitlines(),
                                         str(kept), "fasti export", lineterm="", n=1)
            print("\n".join(list(lines)[:40]))
    left_over = [path.name for path in KEPT.glob("ferry.*") if path.suffix[1:] not in formats]
    if left_over:
        print(f"kept, but no format: {', '.join(left_over)}")
    print(f"{len(formats)} formats, {differ} differ (scripts/goldens rewrites them)")
    return 1 if differ or left_over else 0


if __name__ == "__main__":
    sys.exit(main())
