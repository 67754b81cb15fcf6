#!/usr/bin/env python3
"""Reads what `fasti extract --format timeml` and `csv` print with programs of other people and finds in it what
`--format jsonl` prints: check_formats.py --fasti PROGRAM [INPUT…]

xmllint says whether the TimeML is well-formed; Python's parser gives the TEXT of each document, which must be the
article's, and the TIMEX3 elements, which must stand at the same bytes. Python's csv reads the table. Without INPUT, texts
and ids that want to break them are made up here.
"""
import argparse
import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production Char
FORMULA = "[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"  # what a spreadsheet computes
KEPT = re.compile(f"^'(?='*{FORMULA})")  # the apostrophe that keeps it from that

HOSTILE = [
    "On 3 May 2020 a < b && c > d, ]]> \"quoted\" 'twice' &amp; &#0; <TIMEX3 tid=\"t1\">4 May 2020</TIMEX3>.",
    "Lines\r\nbreak\rin\nmany\u0085ways\u2028on 3\nMay 2020,\r\nthen on 4\r\nMay 2020.",
    "\x00\x01\x02\x08\x0b\x0c\x0e\x1b[31m on 3 May 2020 \x1f\x7f\x80\x9f \ufffe\uffff\ufdd0 on 4 May 2020\x00",
    "\ufeff\u202e0202 yaM 3\u202c on 3 May 2020 \u2067and\u2069 e\u0301 \U0001f6a2 \U0001fffe\U0010ffff on 4 May 2020",
    "<!-- 3 May 2020 --> <![CDATA[ 4 May 2020 ]]> <?xml version=\"1.0\"?> <!DOCTYPE x [<!ENTITY y \"z\">]> &y;",
    "=3 May 2020, +4 May 2020, -5 May 2020, @6 May 2020, '90s, in 207 BC, from May to June 2020, every Friday",
    "May 5, 2020",
]
IDS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''=1", "'90s", "a,b", 'a"b"', "a\r\nb", "a\x00b", " a ",
       "</DOCID><x>", "\uff1d1", "\ufffe", "\n", "é/\U0001f6a2"]


def run(fasti, form, inputs):
    done = subprocess.run([fasti, "extract", "--format", form, *inputs], capture_output=True, check=True)
    return done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def timexes(lines):
    found = {}
    for line in lines.splitlines():
        one = json.loads(line)
        if one["kind"] == "timex":
            found.setdefault(one["doc"], []).append(one)
    return found


def allowed(text):
    return FORBIDDEN.sub("\ufffd", text)


def texts_of(inputs):
    """The texts by id, for inputs whose ids need no telling apart."""
    texts = {}
    for name in inputs:
        path = pathlib.Path(name)
        for file in sorted(path.glob("*.txt")) if path.is_dir() else [path]:
            content = file.read_bytes().decode("utf-8")
            if file.suffix != ".jsonl":
                texts[file.stem] = content
                continue
            for line in content.split("\n"):
                if line:
                    article = json.loads(line)
                    texts[article["id"]] = article["text"]
    return texts


def marked(element):
    """The text of a TEXT element, and its TIMEX3 elements with their places in it, counted in characters."""
    text, found = element.text or "", []
    for child in element:
        assert child.tag == "TIMEX3" and len(child) == 0, child.tag
        found.append((len(text), len(text) + len(child.text), child))
        text += child.text + (child.tail or "")
    return text, found


def check_document(element, expected, texts_by_allowed_id):
    doc = element.findtext("DOCID")
    whole = texts_by_allowed_id[doc]
    text, found = marked(element.find("TEXT"))
    assert allowed(whole).endswith(text), f"{doc!r}: TEXT is not the article's: {text!r}"
    body = len(allowed(whole)) - len(text)
    assert len(found) == len(expected), f"{doc!r}: {len(found)} expressions, not {len(expected)}"
    for number, ((begin, end, tag), timex) in enumerate(zip(found, expected), 1):
        place = [len(whole[: body + at].encode()) for at in (begin, end)]
        assert place == [timex["begin"], timex["end"]], f"{doc!r}: {place} {timex}"
        assert tag.text == allowed(timex["text"]), f"{doc!r}: {tag.text!r} {timex}"
        assert tag.get("tid") == f"t{number}"
        for key in ("type", "value", "mod"):
            assert tag.get(key) == timex.get(key), f"{doc!r}: {key} {tag.attrib} {timex}"


def check_timeml(fasti, inputs, expected):
    xml, _ = run(fasti, "timeml", inputs)
    done = subprocess.run(["xmllint", "--noout", "-"], input=xml.encode(), capture_output=True)
    assert done.returncode == 0 and not done.stderr, done.stderr.decode()
    root = ElementTree.fromstring(xml.encode())
    documents = [root] if root.tag == "TimeML" else list(root)
    assert root.tag == ("TimeML" if len(documents) == 1 else "TimeMLCorpus")
    texts = texts_of(inputs)
    by_id = {allowed(doc): expected.get(doc, []) for doc in texts}
    assert len(by_id) == len(texts) == len(documents), f"{len(documents)} documents, not {len(texts)}"
    for element in documents:
        check_document(element, by_id[element.findtext("DOCID")], {allowed(doc): text for doc, text in texts.items()})
    return len(documents)


def check_csv(fasti, inputs, expected):
    table, _ = run(fasti, "csv", inputs)
    header = "doc,begin,end,text,type,value,mod,earliest,latest,granularity,basis,anchor,rule"
    assert table.startswith(header + "\r\n") and table.endswith("\r\n")
    rows = list(csv.DictReader(io.StringIO(table, newline=""), strict=True))
    wanted = [timex for doc in expected.values() for timex in doc]
    assert len(rows) == len(wanted), f"{len(rows)} rows, not {len(wanted)}"
    for row, timex in zip(rows, wanted):
        for key, cell in row.items():
            if key in ("doc", "text", "anchor", "rule"):
                assert not re.match(FORMULA, cell), f"a formula: {cell!r}"
                cell = KEPT.sub("", cell)
            assert cell == str(timex.get(key, "")).replace("\0", "\ufffd"), f"{key}: {cell!r} {timex}"
    return len(rows)


def check(fasti, inputs):
    lines, _ = run(fasti, "jsonl", inputs)
    expected = timexes(lines)
    documents = check_timeml(fasti, inputs, expected)
    rows = check_csv(fasti, inputs, expected)
    assert rows > 0, "there is no expression at all, so nothing was checked"
    print(f"{documents} documents, {rows} expressions: the same in all three forms")


def made_up(folder):
    """A file with every text, one with every id, and one for each text alone."""
    def write(name, articles):
        path = folder / name
        path.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
        return str(path)

    dated = [{"id": f"t{i}", "text": text, "published": "2020-05-09"} for i, text in enumerate(HOSTILE)]
    yield write("texts.jsonl", dated)
    yield write("ids.jsonl", [{"id": i, "title": i, "text": "It was on 3 May 2020, a day later …"} for i in IDS])
    for i, article in enumerate(dated):
        yield write(f"text-{i}.jsonl", [article])


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--fasti", required=True)
    arguments.add_argument("inputs", nargs="*")
    given = arguments.parse_args()
    try:
        if given.inputs:
            check(given.fasti, given.inputs)
            return
        with tempfile.TemporaryDirectory() as folder:
            for path in made_up(pathlib.Path(folder)):
                check(given.fasti, [path])
            _, told = run(given.fasti, "timeml", [str(pathlib.Path(folder) / "text-2.jsonl")])
            assert "warning: 12 characters that XML forbids became U+FFFD" in told, told
    except AssertionError as wrong:
        sys.exit(f"check_formats: {wrong}")


main()
