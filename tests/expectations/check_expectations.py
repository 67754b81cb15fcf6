#!/usr/bin/env python3
"""Holds a sample story against what a careful person concludes from it: samples/STORY.md.

usage: check_expectations.py --fasti PROGRAM [--lang CODE] [--part PART] STORY…

PART is main (the table "Main events"), conflicts, published, also (the table "Also dated"), gaps (the table "Known
gaps": what the program does not find yet; a row of it that holds fails, so that it is moved up), or all of them if it is
left out. How the tables are to be read is told in samples/README.md. Run in the repository.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

SOURCES = pathlib.Path(__file__).resolve().parent.parent.parent
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
EDTF = r"(?:\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d|\d{4}(?:-\d\d){0,2})"


def section(text, title):
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    return found[1] if found else ""


def rows(text):
    """The cells of each row of the section's table, without the head."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def stated(cell, date, docs):
    """{document: date} of a cell such as: anselm-courier "12 years ago" = 2009; a, b 2021-06-12; c"""
    claims, waiting = {}, []
    for part in re.split(r";", re.sub(r"\([^)]*\)", "", cell)):
        bare = re.sub(r'"[^"]*"', "", part)
        bare = re.sub(r",?\s*after .*|;?\s*\d+ days before .*", "", bare)
        named = [doc for doc in docs if re.search(rf"(?<![\w-]){re.escape(doc)}(?![\w-])", bare)]
        for doc in named:
            bare = bare.replace(doc, "")
        dates = re.findall(EDTF, bare)
        waiting += named
        for doc in named:
            claims[doc] = dates[-1] if dates else date
    return claims


def stems(text):
    return {word[:4].lower() for word in re.findall(r"[A-Za-z]{4,}", text)}


def fit(event, title, claims):
    """How well an event of the program is the one of a row: its claims' places in the table, then the words."""
    told = {(claim["doc"], claim["date"]["edtf"]) for claim in event["claims"]}
    words = stems(event["label"] + " " + " ".join(claim["quote"] + " " + claim["type"] + " " + claim["head"] for claim in event["claims"]))
    same = len(stems(title) & words)
    return (sum((doc, date) in told for doc, date in claims.items()) * (same > 0), same, -len(event["claims"]))


def seen(event):
    claims = ", ".join(f"{claim['doc']} {claim['date']['edtf']}" for claim in event["claims"])
    return f"{event['status']} {(event['date'] or {}).get('edtf')} «{event['label']}» [{claims}]"


def check_rows(table, timeline):
    docs = [source["id"] for source in timeline["sources"]]
    if not table:
        yield "the table is missing or has no rows"
    for title, date, status, cell in table:
        claims = stated(cell, date, docs)
        if not claims:
            yield f"{title}: the table names no article"
            continue
        status = status.strip("*")
        event = max(timeline["events"], key=lambda each: fit(each, title, claims))
        if fit(event, title, claims)[0] == 0:
            yield f"{title}: no event for {status} {date}"
            continue
        told = {(claim["doc"], claim["date"]["edtf"]) for claim in event["claims"]}
        wrong = [f"{doc} does not give {day}" for doc, day in claims.items() if (doc, day) not in told]
        wrong += [f"{doc} gives it too" for doc in sorted({claim["doc"] for claim in event["claims"]} - set(claims))]
        if event["status"] != status:
            wrong.append(f"is {event['status']}, not {status}")
        if (event["date"] or {}).get("edtf") != date:
            wrong.append(f"is dated {(event['date'] or {}).get('edtf')}, not {date}")
        if wrong:
            yield f"{title}: {'; '.join(wrong)}\n      nearest: {seen(event)}"


def check_gaps(table, timeline):
    for row in table:
        if not list(check_rows([row], timeline)):
            yield f"{row[0]}: is found now; move the row to the table it belongs to"


def day_of(day, month, year):
    return f"{int(year):04}-{MONTHS.index(month) + 1:02}-{int(day):02}"


def check_conflicts(text, timeline):
    """**Death: 27 or 29 November 2018; preferred 27 November; cause announcement-for-occurrence.**

    Where they differ in more than the day: **Death: 17 May 2021 or 17 May 2022; preferred 17 May 2022; cause wrong-year.**
    """
    day, last = r"(\d+)(?: (\w+))?(?: (\d{4}))?", r"(\d+) (\w+) (\d{4})"
    form = rf"\*\*(\w+): {day} or {last}; preferred (\d+) (\w+)(?: (\d{{4}}))?;\s+cause ([a-z-]+)\.\*\*"
    told = re.findall(form, section(text, "The conflicts?"))
    if not told:
        yield "the conflicts are not told in the form that this script reads"
    for name, first, first_month, first_year, second, month, year, preferred, preferred_month, preferred_year, cause in told:
        rivals = {day_of(first, first_month or month, first_year or year), day_of(second, month, year)}
        found = [each for each in timeline["conflicts"] if {candidate["edtf"] for candidate in each["candidates"]} == rivals]
        if not found:
            yield f"{name}: no conflict between {' and '.join(sorted(rivals))}; there are {[[c['edtf'] for c in each['candidates']] for each in timeline['conflicts']]}"
            continue
        day = day_of(preferred, preferred_month, preferred_year or year)
        if found[0]["preferred"] != day:
            yield f"{name}: {found[0]['preferred']} is preferred, not {day}"
        if found[0]["cause"] != cause:
            yield f"{name}: the cause is {found[0]['cause']}, not {cause}"
    if len(timeline["conflicts"]) > len(told):
        yield f"there are {len(timeline['conflicts'])} conflicts: {[each['label'] for each in timeline['conflicts']]}"


def check_published(text, timeline):
    published = {source["id"]: source["published"] for source in timeline["sources"]}
    table = rows(section(text, "The articles"))
    if {doc for doc, _, _ in table} != set(published):
        yield "the table lists other articles than there are"
    for doc, date, _ in table:
        seen_here = published.get(doc, {})
        if "inferred" not in date:
            if (seen_here.get("edtf"), seen_here.get("basis")) != (date, "stated"):
                yield f"{doc}: published {seen_here}, not stated {date}"
            continue
        # "Any range inside 2019-11-25/2019-12-01 that holds 29 November is a good answer"
        prose = " ".join(section(text, "The articles").split())
        form = rf"\*\*{doc}\*\*.*?Any range inside ({EDTF}) that holds (\d+) (\w+) is a good answer"
        good = re.search(form, prose)
        if not good:
            yield f"{doc}: what a good answer is does not stand in the form that this script reads"
            continue
        first, last = good[1].split("/")
        held = day_of(good[2], good[3], first[:4])
        if seen_here.get("basis") != "inferred":
            yield f"{doc}: publication is {seen_here.get('basis')}, not inferred"
        elif not first <= seen_here["earliest"] <= held <= seen_here["latest"] <= last:
            yield f"{doc}: published {seen_here['edtf']}, not inside {good[1]} and holding {held} ({seen_here['reason']})"


PARTS = {
    "main": lambda text, timeline: check_rows(rows(section(text, "Main events")), timeline),
    "conflicts": check_conflicts,
    "published": check_published,
    "gaps": lambda text, timeline: check_gaps(rows(section(text, "Known gaps")), timeline),
    "also": lambda text, timeline: check_rows(rows(section(text, "Also dated")), timeline),
}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--fasti", required=True, type=lambda path: pathlib.Path(path).resolve())
    arguments.add_argument("--lang", default="en")
    arguments.add_argument("--part", choices=PARTS, action="append")
    arguments.add_argument("stories", nargs="+")
    options = arguments.parse_args()
    failed = 0
    for story in options.stories:
        text = (SOURCES / "samples" / f"{story}.md").read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([options.fasti, "build", SOURCES / "samples" / story, "-o", folder, "--quiet", "--lang", options.lang], check=True)
            timeline = json.loads((pathlib.Path(folder) / "timeline.json").read_text(encoding="utf-8"))
        for part in options.part or PARTS:
            wrong = list(PARTS[part](text, timeline))
            failed += len(wrong)
            print(f"samples/{story}.md, {part}: " + (f"{len(wrong)} not as expected" if wrong else "as expected"))
            for each in wrong:
                print("  - " + each)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
