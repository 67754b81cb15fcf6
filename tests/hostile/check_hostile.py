#!/usr/bin/env python3
"""The shared corpora of hostile files through the program: nothing crashes, hangs or is lost without a word

  check_hostile.py --fasti PROGRAM      skips itself (77) where $FASTI_SHARED, else ../shared, has no such files

As articles, each file gets a dated sentence at its end that must be found, or the file must be told as one that
cannot be read. As rule files and as files of decisions, each must be told as wrong, because none of them holds any; and none of the
latter is overwritten.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SENTENCE = b"\n\nThe ferry sank on May 3, 1911.\n"
LONGEST = 120  # seconds, on a machine that is busy


def run(fasti, *arguments):
    done = subprocess.run([fasti, *map(str, arguments)], capture_output=True, timeout=LONGEST)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def texts_in(folder):
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield path.relative_to(folder).as_posix().replace("/", "-"), path.read_bytes()
    strings = folder / "naughty-strings" / "blns.json"
    for number, text in enumerate(json.loads(strings.read_text(encoding="utf-8"))):
        yield "string-%03d" % number, text.encode("utf-8", "surrogatepass")


def with_sentence(text):
    utf_16 = text.startswith(b"\xff\xfe")
    return text + (SENTENCE.decode().encode("utf-16-le") if utf_16 else SENTENCE)


def is_empty_yaml(text):
    """No rules, and nothing wrong: comments, and what stands for nothing"""
    lines = text.removeprefix(b"\xef\xbb\xbf").splitlines()
    said = b"".join(line.strip() for line in lines if not line.lstrip().startswith(b"#"))
    return said in (b"", b"{}", b"null", b"NULL", b"~", b"---")


def check_articles(fasti, texts, scratch):
    for name, text in texts.items():
        (scratch / (name + ".txt")).write_bytes(with_sentence(text))
    code, out, err = run(fasti, "extract", scratch)
    found = {line["doc"] for line in map(json.loads, out.splitlines()) if line.get("value") == "1911-05-03"}
    if code not in (0, 1):
        yield "extract: exit code %d: %s" % (code, err[-500:])
    for name in texts:
        if name not in found and (name + ".txt") not in err:
            yield "extract: %s: neither its date nor an error" % name


def check_rule_files(fasti, texts, scratch):
    for name, text in texts.items():
        (scratch / (name + ".yaml")).write_bytes(text)
    code, _, err = run(fasti, "rules", "check", "--rules", scratch)
    if code != 2:
        yield "rules check: exit code %d: %s" % (code, err[-500:])
    for name, text in texts.items():
        if not is_empty_yaml(text) and (name + ".yaml") not in err:
            yield "rules check: %s: no error is told" % name


def check_decisions(fasti, texts, scratch):
    """None is a file of decisions, so that each is told, and none is changed by adding to it."""
    (scratch / "story.txt").write_text("date 1911-05-04\n\nThe ferry sank on May 3, 1911.\n", encoding="utf-8")
    run(fasti, "build", scratch / "story.txt", "-o", scratch / "out", "--quiet")
    for name, text in texts.items():
        path = scratch / (name + ".yaml")
        path.write_bytes(text)
        code, _, err = run(fasti, "decide", scratch / "out", "e-", "--accept", "1911-05-03", "--who", "x", "--decisions", path)
        after = path.read_bytes()
        refused = code == 2 and (name + ".yaml") in err and after == text
        added = code == 0 and is_empty_yaml(text) and after.startswith(text) and after != text
        if not refused and not added:
            yield "decide: %s: exit code %d, or no error is told, or the file was changed" % (name, code)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--fasti", required=True)
    fasti = os.path.abspath(parser.parse_args().fasti)
    folder = pathlib.Path(os.environ.get("FASTI_SHARED") or ROOT / ".." / "shared") / "corpora" / "hostile"
    if not folder.is_dir():
        print("skipped: there is no %s" % folder)
        return 77
    texts = dict(texts_in(folder))
    failures = []
    for check in (check_articles, check_rule_files, check_decisions):
        with tempfile.TemporaryDirectory() as scratch:
            failures += check(fasti, texts, pathlib.Path(scratch))
    print("\n".join(failures) or "%d hostile texts: none is lost" % len(texts))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
