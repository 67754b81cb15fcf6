#!/usr/bin/env python3
"""Compares what `fasti build` writes of a sample story with what is kept: check_sample.py --fasti PROGRAM [--lang CODE] STORY…

timeline.json, conflicts.json and conflicts.md are compared byte for byte with tests/goldens/samples/STORY/. The
pictures are not: places and line breaks follow the widths of letters, which differ with the version of the font. Of
them it is asked that they are well formed and show every event's label and date, every rival date and every source.

--write renews the kept files, and the pictures that the papers show: samples/STORY.svg.
"""
import argparse
import difflib
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

SOURCES = pathlib.Path(__file__).resolve().parent.parent.parent
KEPT = ("timeline.json", "conflicts.json", "conflicts.md")
TITLES = {"ferry": "The sinking of the ferry Wren", "bandleader": "The death of Teodor Maslin", "museumsbahn": "Das Unglück der Museumsbahn"}


def build(fasti, lang, story, folder):
    title = ["--title", TITLES[story]] if story in TITLES else []
    subprocess.run([fasti, "build", f"samples/{story}", "-o", folder, "--quiet", "--lang", lang, *title], cwd=SOURCES, check=True)


def one_line(text):
    return " ".join(text.split())


def texts_of_svg(path):
    return one_line(" ".join("".join(text.itertext()) for text in xml.parse(path).iter("{http://www.w3.org/2000/svg}text")))


def texts_of_dot(path):
    labels = re.findall(r'label="((?:[^"\\]|\\.)*)"', path.read_text(encoding="utf-8"), re.S)
    return one_line(" ".join(html.unescape(re.sub(r"\\([lrn])", " ", label)).replace('\\"', '"') for label in labels))


def must_show(timeline):
    for event in timeline["events"]:
        yield event["label"]
        if event["date"]:
            yield event["date"]["words"]
    for conflict in timeline["conflicts"]:
        yield from (candidate["words"] for candidate in conflict["candidates"])
    yield from (source["source"] for source in timeline["sources"])


def check_pictures(folder, timeline):
    if not (folder / "timeline.png").read_bytes().startswith(b"\x89PNG\r\n\x1a\n"):
        yield "timeline.png is no PNG"
    for name, texts in (("timeline.svg", texts_of_svg), ("timeline.dot", texts_of_dot)):
        shown = texts(folder / name)
        for words in must_show(timeline):
            if one_line(words) not in shown:
                yield f"{name} does not show: {words}"


def check_kept(folder, kept):
    for name in KEPT:
        expected = (kept / name).read_text(encoding="utf-8") if (kept / name).exists() else ""
        actual = (folder / name).read_text(encoding="utf-8")
        if expected != actual:
            difference = difflib.unified_diff(expected.splitlines(True), actual.splitlines(True), f"kept {name}", f"new {name}")
            yield "".join(difference) + "if this was meant: scripts/goldens"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--fasti", required=True, type=lambda path: pathlib.Path(path).resolve())
    arguments.add_argument("--write", action="store_true")
    arguments.add_argument("--lang", default="en")
    arguments.add_argument("stories", nargs="+")
    options = arguments.parse_args()
    failed = 0
    for story in options.stories:
        kept = SOURCES / "tests" / "goldens" / "samples" / story
        with tempfile.TemporaryDirectory() as top:
            folder = pathlib.Path(top)
            build(options.fasti, options.lang, story, folder)
            timeline = json.loads((folder / "timeline.json").read_text(encoding="utf-8"))
            wrong = list(check_pictures(folder, timeline))
            if options.write:
                kept.mkdir(parents=True, exist_ok=True)
                for name in KEPT:
                    (kept / name).write_bytes((folder / name).read_bytes())
                (SOURCES / "samples" / f"{story}.svg").write_bytes((folder / "timeline.svg").read_bytes())
            else:
                wrong += check_kept(folder, kept)
        failed += len(wrong)
        print("\n".join(wrong) or f"{story}: as kept")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
