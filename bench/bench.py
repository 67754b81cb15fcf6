#!/usr/bin/env python3
"""The measurements of scripts/bench; it builds what is needed and calls this."""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FASTI = ROOT / "build/release/fasti"
EXPRESSION = ROOT / "build/release/bench/fasti-date-expression"
MEGABYTE = 1_000_000


def run(command):
    """CPU seconds (user and system) and peak memory in bytes of one call, output thrown away."""
    pid = os.posix_spawn(command[0], command, os.environ,
                         file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(pid, 0)
    if status != 0:
        sys.exit(f"bench: {' '.join(map(str, command))} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def best(command, times=3):
    runs = [run(command) for _ in range(times)]
    return min(seconds for seconds, _ in runs), max(memory for _, memory in runs)


def extract(path, *options, times=3):
    return best([str(FASTI), "extract", *options, str(path)], times)


def rate(size, seconds):
    return size / MEGABYTE / max(seconds, 1e-6)


def make(folder, kind, size):
    path = Path(folder) / f"{kind}-{size}.txt"
    with path.open("wb") as out:
        subprocess.run([str(ROOT / "bench/make_text.py"), kind, str(size)], stdout=out, check=True)
    return path


def compare(name, path):
    size = path.stat().st_size
    words, _ = best(["/usr/bin/wc", "-w", str(path)])
    print(f"\n{name}, {size / MEGABYTE:.1f} MB")
    print(f"  {'wc -w':24} {rate(size, words):8.1f} MB/s")
    expression = None
    if EXPRESSION.exists():
        expression, _ = best([str(EXPRESSION), str(path)])
        print(f"  {'one date expression, RE2':24} {rate(size, expression):8.1f} MB/s")
    else:
        print("  (no RE2 on this machine: install libre2-dev to compare with it)")
    for title, options in (("fasti extract", []), ("  --only timexes", ["--only", "timexes"])):
        seconds, memory = extract(path, *options)
        beside = f", {seconds / expression:.2f} times RE2's" if expression else ""
        print(f"  {title:24} {rate(size, seconds):8.1f} MB/s, {seconds / words:.2f} times wc's time{beside}, "
              f"peak {memory / MEGABYTE:.0f} MB")


def grow(folder, kind, sizes):
    print(f"\ngrowth, {kind}")
    for size in sizes:
        path = make(folder, kind, size)
        seconds, memory = extract(path, times=1)
        print(f"  {size / MEGABYTE:7.0f} MB {seconds:8.2f} s {rate(size, seconds):8.1f} MB/s   "
              f"memory beyond the text {(memory - size) / MEGABYTE:6.0f} MB")
        path.unlink()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--file", type=Path, action="append", default=[], help="measure this text too")
    parser.add_argument("--huge", action="store_true", help="growth up to 1 GB")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.txt"
        empty.write_text("Nothing.\n")
        seconds, memory = extract(empty, times=5)
        print(f"start and load of the rules: {seconds * 1000:.1f} ms, {memory / MEGABYTE:.0f} MB")
        for kind in ("plain", "dated"):
            compare(f"invented news, {kind}", make(folder, kind, 20 * MEGABYTE))
        for path in options.file:
            compare(str(path), path)
        sizes = [MEGABYTE, 10 * MEGABYTE, 50 * MEGABYTE] + ([1000 * MEGABYTE] if options.huge else [])
        for kind in ("plain", "dated"):
            grow(folder, kind, sizes)
        grow(folder, "line", [50 * MEGABYTE])
        grow(folder, "dates", [MEGABYTE, 10 * MEGABYTE])


main()
