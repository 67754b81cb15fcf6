#!/usr/bin/env python3
"""Lets the programs for which `fasti export` writes read what it wrote, and compares what they found with timeline.json:
check_consumers.py --fasti PROGRAM [--consumers FOLDER] FORMAT

FOLDER holds node_modules and python (see README.md beside this file); by default $FASTI_CONSUMERS, else build/consumers. Exit
code 77 where the consumer is not installed. Two timelines are exported: of samples/ferry, and one with made-up labels and
dates. Expected are the labels, the first moment and the one behind the last of each date, and who is whose rival, all
worked out here from timeline.json alone.
"""
import argparse
import copy
import csv
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import datetime

HERE = pathlib.Path(__file__).resolve().parent
SOURCES = HERE.parent.parent.parent

LABELS = [
    'He said "no", \'never\'; a, b: c', "x\nEND:VEVENT\nBEGIN:VEVENT", "@VOID@", "=1+2", "+1", "-1", "@SUM(A1)", "a\0b",
    "abc \u202efed\u2066 ghi", "</script><script>alert(1)</script><!-- ]]> &amp; &lt;b&gt;", "w" * 10000,
    "title : with :: colons #and #tags ; %% comment %%{init: {}}%% {x} [y] `z` $$k$$ \\N \\n", "section one", "timeline",
    "accTitle: x", "2020-05-03: another entry", "[x] done", "#heading", "---", "// comment", "id: y", "> quoted",
    "\u0627\u0644\u0642\u0627\u0647\u0631\u0629 \u5317\u4eac \U0001f389 e\u0301", "a<br>b", "every day: once", "1 BC: then", "now", "- 3 May 2020: x",
]
# edtf, earliest, latest, granularity as timeline.json has them
DATES = [
    ("2020-02-29", "2020-02-29", "2020-02-29", "day"), ("2020-02", "2020-02-01", "2020-02-29", "month"),
    ("2021", "2021-01-01", "2021-12-31", "year"), ("198X", "1980-01-01", "1989-12-31", "decade"),
    ("19XX", "1900-01-01", "1999-12-31", "century"), ("2020-24", "2020-12-01", "2021-02-28", "season"),
    ("2021-33", "2021-01-01", "2021-03-31", "quarter"), ("2020-12-28/2021-01-03", "2020-12-28", "2021-01-03", "week"),
    ("2019-11-28/2019-12-01", "2019-11-28", "2019-12-01", "span"), ("1850~", "1850-01-01", "1850-12-31", "year"),
    ("2021-06-12T18:40", "2021-06-12T18:40", "2021-06-12T18:40", "minute"),
    ("2020-12-31T23:59", "2020-12-31T23:59", "2020-12-31T23:59", "minute"),
    ("0001-01-01", "0001-01-01", "0001-01-01", "day"), ("0099", "0099-01-01", "0099-12-31", "year"),
    ("9999-12-31", "9999-12-31", "9999-12-31", "day"), ("9999", "9999-01-01", "9999-12-31", "year"),
    ("-0206", "-0206-01-01", "-0206-12-31", "year"), ("-0043-03-15", "-0043-03-15", "-0043-03-15", "day"),
    ("0000", "0000-01-01", "0000-12-31", "year"),
    ("2010/..", "2010-01-01", "", "year"), ("../2020-05", "", "2020-05-31", "month"),
]


# ---- what is expected, from timeline.json ----

def one_line(text):
    text = re.sub("[\u202a-\u202e\u2066-\u2069]", "", text).replace("\0", "\ufffd")
    return " ".join(text.split()) or "?"


def split(text):
    """"-0206-01-01T18:40" -> [-206, 1, 1, 18, 40]"""
    sign = -1 if text.startswith("-") else 1
    year, *rest = (int(part) for part in re.split("[-T:]", text.lstrip("-")))
    return [sign * year, *rest]


def days_in(year, month):
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return [31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]


def civil(year, month, day, hour=0, minute=0):
    return f"{'-' if year < 0 else '+'}{abs(year):06}-{month:02}-{day:02}T{hour:02}:{minute:02}:00"


def behind(text):
    """The moment behind a last day or minute."""
    year, month, day, *clock = split(text)
    if clock:
        hour, minute = clock
        if minute < 59:
            return civil(year, month, day, hour, minute + 1)
        if hour < 23:
            return civil(year, month, day, hour + 1)
    if day < days_in(year, month):
        return civil(year, month, day + 1)
    return civil(year, month + 1, 1) if month < 12 else civil(year + 1, 1, 1)


class Date:
    def __init__(self, json_date):
        self.edtf = json_date["edtf"]
        self.words = json_date["words"]
        self.open = json_date["earliest"] == "" or json_date["latest"] == ""
        self.begin = "" if self.open else civil(*split(json_date["earliest"]))
        self.end = "" if self.open else behind(json_date["latest"])
        self.last = "" if self.open else civil(*split(json_date["latest"]))
        self.before_era = split(json_date["earliest"] or json_date["latest"])[0] < 1


class Happening:
    def __init__(self, event, conflict):
        self.label = one_line(event["label"])
        self.claims = event["claims"]
        dates = [Date(candidate) for candidate in conflict["candidates"]] if conflict else []
        chosen = Date(event["date"]) if event["date"] else None
        self.main = [chosen] if chosen else dates
        self.rivals = [date for date in dates if chosen and date.edtf != chosen.edtf]
        self.chosen = chosen


def happenings(timeline):
    conflicts = {conflict["event"]: conflict for conflict in timeline["conflicts"]}
    return [Happening(event, conflicts.get(event["id"])) for event in timeline["events"]]


# ---- what the consumers found, against it ----

def compare(found, expected):
    """Lists of (label, begin, end); begin and end may be None where they are not compared."""
    def key(one):
        return one[0], one[1] or "", one[2] or ""
    found, expected = sorted(found, key=key), sorted(expected, key=key)
    assert len(found) == len(expected), f"{len(found)} entries instead of {len(expected)}"
    for got, wanted in zip(found, expected):
        assert got == wanted, f"\n  found    {got}\n  expected {wanted}"


def entries(dated):
    return [(label, None if date.open else date.begin, None if date.open else date.end) for label, date in dated]


def without_open(found, dated):
    """Moments that the consumer gives for open ends are ours to choose: only the labels count."""
    labels = {label for label, date in dated if date.open}
    return [(label, None, None) if label in labels else (label, begin, end) for label, begin, end in found]


def check_dated(found, dated):
    compare(without_open([(one["label"], one["begin"], one["end"]) for one in found], dated), entries(dated))


def all_dates(events):
    return [(event.label, date) for event in events for date in event.main + event.rivals]


def main_dates(events):
    return [(event.label, date) for event in events for date in event.main]


def check_timelinejs(found, events):
    check_dated(found, main_dates(events))
    assert sorted(one["shown"] for one in found) == sorted(date.words for _, date in main_dates(events))


def check_vis(found, events):
    check_dated(found, all_dates(events))
    assert sorted(one["edtf"] for one in found) == sorted(date.edtf for _, date in all_dates(events))


def check_markwhen(found, events):
    for one in found:
        one["label"] = one["label"].replace("\u2060", "")
    dated = all_dates(events)
    for _, date in dated:
        if date.before_era:  # Markwhen knows its years only
            date.begin, date.end = date.begin[:7] + "-01-01T00:00:00", civil(int(date.begin[:7]) + 1, 1, 1)
    check_dated(found, dated)
    assert sorted(one["edtf"] for one in found) == sorted(date.edtf for _, date in dated)
    assert sum("rival" in one["tags"] for one in found) == sum(len(event.rivals) for event in events)


def check_mermaid(found, events):
    expected = [(event.label, date.words) for event in events for date in event.main]
    compare([(one["label"].strip(), one["shown"].strip(), None) for one in found], [(a, b, None) for a, b in expected])
    told = "\n".join(line for one in found for line in one["more"])
    for event in events:
        for rival in event.rivals:
            assert rival.words in told, rival.words


def calendar_label(label, date):
    """Behind the label stand the words of what is not just a day or a time."""
    plain = not date.open and "~" not in date.edtf and date.end <= behind(date.begin[3:13])
    return label if plain else f"{label} ({date.words})"


def check_ical(found, events):
    dated = [(calendar_label(label, date), date) for label, date in main_dates(events) if not date.before_era]
    check_dated(found, dated)
    assert len({one["id"] for one in found}) == len(found)
    assert sorted(one["edtf"] for one in found) == sorted(date.edtf for _, date in dated)


def check_jsonld(found, events):
    assert [one["label"] for one in found] == [event.label for event in events]
    for one, event in zip(found, events):
        date = event.chosen
        assert one.get("edtf") == (date.edtf if date else None)
        if not date:
            assert "begin" not in one and "end" not in one
        elif not date.open:  # as fine as it was meant, so the beginning of the moment
            assert date.begin.startswith(six_digits(one["begin"])), one
            assert date.last.startswith(six_digits(one["end"])), one


def six_digits(text):
    """2020-09 is +002020-09, -0206 is -000206"""
    return f"{text[0]}00{text[1:]}" if text.startswith("-") else f"+00{text}"


def check_gedcom(structures, events):
    compare([(one["event"], one["edtf"], one["quote"]) for one in structures if one["quote"] is not None],
            [(event.label, (claim["date"] or {}).get("edtf"), claim["quote"].replace("\0", "\ufffd"))
             for event in events for claim in event.claims])
    first = {}
    for one in structures:
        first.setdefault((one["event"], one["id"]), one)
    for event in events:
        if event.chosen:
            assert any(key[0] == event.label and one["edtf"] == event.chosen.edtf for key, one in first.items()), event.label


def check_timesketch(found, events):
    expected = []
    for label, date in all_dates(events):
        if date.open:
            expected.append((label, None, None))
        elif not date.before_era:
            one = date.end <= behind(date.begin[3:13])
            expected += [(label, date.begin, None)] if one else [(label, date.begin, None), (label, "last", None)]
    opened = {label for label, date in all_dates(events) if date.open}
    compare([(label, None if label in opened else "last" if moment.endswith(":59") else moment, None) for label, moment in found],
            expected)


def check_csv(rows, events):
    compare([(row["label"], row["edtf"], None) for row in rows if row["event"]],
            [(label, date.edtf, None) for label, date in all_dates(events)])


# ---- consumers ----

def skip(name):
    print(f"skipped: {name} is not installed; tests/export/consumers/install does it", file=sys.stderr)
    sys.exit(77)


def with_node(format_name):
    def read(text, options):
        if not shutil.which("node"):
            skip("node")
        done = subprocess.run(["node", str(HERE / "read_export.mjs"), options.consumers, format_name], input=text,
                              capture_output=True, env={**os.environ, "TZ": "UTC"}, timeout=120)
        if done.returncode:
            print(done.stderr.decode("utf-8"), end="", file=sys.stderr)
            sys.exit(done.returncode)
        return json.loads(done.stdout)
    return read


def need(name):
    try:
        return __import__(name)
    except ImportError:
        skip(name)


def with_icalendar(text, _):
    def moment(value):
        clock = (value.hour, value.minute) if isinstance(value, datetime) else ()
        return civil(value.year, value.month, value.day, *clock)

    def end_of(event):
        if "DTEND" in event:
            return moment(event.decoded("DTEND"))
        return civil(10000, 1, 1)  # told by a duration
    calendar = need("icalendar").Calendar.from_ical(text)
    assert not calendar.errors, calendar.errors
    return [{"id": str(event["UID"]), "label": str(event["SUMMARY"]), "edtf": str(event["X-FASTI-EDTF"]),
             "begin": moment(event.decoded("DTSTART")), "end": end_of(event)} for event in calendar.walk("VEVENT")]


def with_gedcom7(text, _):
    gedcom7 = need("gedcom7")
    records = gedcom7.load(io.BytesIO(text))
    wrong = gedcom7.validate(records)
    assert not wrong, wrong

    def below(structure, tag):
        return next((child for child in structure.children if child.tag == tag), None)

    def text_of(structure):
        return structure.text if structure else None

    found = []
    for event in next(record for record in records if record.tag == "INDI").children:
        if event.tag != "EVEN" or not below(event, "_EVENT"):
            continue
        cited = below(event, "SOUR")
        found.append({"event": text_of(below(event, "TYPE")), "id": text_of(below(event, "_EVENT")),
                      "edtf": text_of(below(event, "_EDTF")), "date": below(event, "DATE").value if below(event, "DATE") else None,
                      "quote": text_of(below(below(cited, "DATA"), "TEXT")) if cited else None})
    return found


def with_json_lines(text, _):
    def moment(line):
        at = datetime.fromisoformat(line["datetime"])
        assert line["timestamp_desc"] and at.utcoffset().total_seconds() == 0
        return f"+{at.year:06}-{at.month:02}-{at.day:02}T{at.hour:02}:{at.minute:02}:{at.second:02}"
    lines = [json.loads(line) for line in text.decode("utf-8").splitlines()]
    return [(line["message"], moment(line)) for line in lines]


def with_csv(text, _):
    rows = list(csv.DictReader(io.StringIO(text.decode("utf-8"), newline="")))
    for row in rows:  # the apostrophe that keeps a spreadsheet from computing it
        row["label"] = re.sub("^'(?='*[=+\\-@])", "", row["label"])
    return rows


CHECKS = {
    "timelinejs": [("TimelineJS", with_node("timelinejs"), check_timelinejs)],
    "vis": [("vis-timeline", with_node("vis"), check_vis)],
    "markwhen": [("Markwhen's parser", with_node("markwhen"), check_markwhen)],
    "mermaid": [("Mermaid", with_node("mermaid"), check_mermaid)],
    "ical": [("ical.js", with_node("ical"), check_ical)],
    "icalendar": [("icalendar", with_icalendar, check_ical)],
    "jsonld": [("jsonld and edtf", with_node("jsonld"), check_jsonld)],
    "gedcom": [("gedcom7", with_gedcom7, check_gedcom)],
    "timesketch": [("Python's json and datetime", with_json_lines, check_timesketch)],
    "csv": [("Python's csv", with_csv, check_csv)],
}


# ---- timelines ----

def fasti(options, *arguments):
    done = subprocess.run([options.fasti, *map(str, arguments)], capture_output=True, cwd=SOURCES)
    assert done.returncode == 0, done.stderr.decode("utf-8")
    return done.stdout


def made_up(timeline):
    """An event for each hostile label and each odd date; the last ones in dispute, with and without a preferred date."""
    model = next(event for event in timeline["events"] if event["status"] == "single")
    made = {**timeline, "events": [], "conflicts": [], "relations": [], "undated": []}
    disputed = next(conflict for conflict in timeline["conflicts"] if conflict["preferred"])
    for number in range(max(len(LABELS), len(DATES))):
        edtf, earliest, latest, granularity = DATES[number % len(DATES)]
        event = copy.deepcopy(model)
        event.update(id=f"e-{number:08x}", label=LABELS[number % len(LABELS)] + ("" if number < len(LABELS) else f" {number}"))
        event["date"] = {"edtf": edtf, "earliest": earliest, "latest": latest, "granularity": granularity, "words": edtf}
        event["claims"] = event["claims"][:1]
        event["claims"][0]["date"] = {key: value for key, value in event["date"].items() if key != "words"}
        for key in ("near", "bounds"):
            event.pop(key, None)
        made["events"].append(event)
    for number, preferred in enumerate((True, False)):
        event = copy.deepcopy(next(event for event in timeline["events"] if event["id"] == disputed["event"]))
        conflict = copy.deepcopy(disputed)
        event["id"] = conflict["event"] = f"e-d{number:07x}"
        conflict["id"] = f"c-{event['id']}"
        event["label"] = conflict["label"] = f"; , : @ in dispute {number}"
        event.pop("near", None)
        if not preferred:
            event["date"] = conflict["preferred"] = None
        made["events"].append(event)
        made["conflicts"].append(conflict)
    return made


def with_words_of_fasti(timeline, options, folder):
    """The words of each date are the program's own: they are read from its table."""
    path = folder / "timeline.json"
    path.write_text(json.dumps(timeline), encoding="utf-8")
    table = with_csv(fasti(options, "export", path, "--format", "csv", "--quiet"), options)
    words = {row["edtf"]: row["date"] for row in table}
    for event in timeline["events"]:
        if event["date"]:
            event["date"]["words"] = words[event["date"]["edtf"]]
    return path


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--fasti", required=True)
    parser.add_argument("--consumers", default=os.environ.get("FASTI_CONSUMERS") or str(SOURCES / "build" / "consumers"))
    parser.add_argument("format", choices=CHECKS)
    options = parser.parse_args()
    options.fasti = str(pathlib.Path(options.fasti).resolve())
    sys.path.insert(0, str(pathlib.Path(options.consumers) / "python"))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        fasti(options, "build", "samples/ferry", "-o", folder, "--quiet")
        ferry = json.loads((folder / "timeline.json").read_text(encoding="utf-8"))
        for title, timeline in (("samples/ferry", ferry), ("made-up dates and labels", made_up(ferry))):
            path = with_words_of_fasti(timeline, options, folder)
            wanted = "ical" if options.format == "icalendar" else options.format
            text = fasti(options, "export", path, "--format", wanted, "--quiet")
            for consumer, read, check in CHECKS[options.format]:
                found = read(text, options)
                check(found, happenings(timeline))
                print(f"{title}: {consumer} reads {len(found)} entries as they were meant")


if __name__ == "__main__":
    main()
