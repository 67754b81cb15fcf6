#!/usr/bin/env python3
"""Checks what `fasti build` writes of some texts: check_timeline.py --fasti PROGRAM INPUT…

timeline.json must be as docs/timeline.schema.json and docs/formats.md say: the keys and their values, and what a
schema cannot say (quotations are the bytes at their offsets, references lead somewhere, conflicts.json is a part of
it). That the schema can say no is tried on spoilt copies.
"""
import argparse
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

SOURCES = pathlib.Path(__file__).resolve().parent.parent.parent
failures = []


def check(holds, message):
    if not holds:
        failures.append(message)


def text_at(path):
    """The text of a file, or of the article line that "lines.jsonl:12" names."""
    file, colon, line = path.rpartition(":")
    if not colon:
        return pathlib.Path(path).read_bytes()
    return json.loads(pathlib.Path(file).read_bytes().split(b"\n")[int(line) - 1])["text"].encode("utf-8")


def check_spans(timeline):
    files = {source["id"]: text_at(source["path"]) for source in timeline["sources"]}

    def check_words(doc, part, key):
        words = files[doc][part["begin"]:part["end"]].decode("utf-8", "replace")
        check(words == part[key], f"{doc}:{part['begin']}: {part[key]!r} is not what stands there: {words!r}")

    for claim in [claim for event in timeline["events"] for claim in event["claims"]] + timeline["undated"] + timeline["background"]:
        check_words(claim["doc"], claim, "quote")
        line = files[claim["doc"]][:claim["begin"]].count(b"\n") + 1
        check(line == claim["line"], f"{claim['doc']}:{claim['begin']}: line {claim['line']} should be {line}")
        before = claim.get("before", "").removeprefix("\u2026").encode("utf-8")
        after = claim.get("after", "").removesuffix("\u2026").encode("utf-8")
        check(len(before) <= 200 and files[claim["doc"]][:claim["begin"]].endswith(before), f"{claim['doc']}:{claim['begin']}: {before!r} does not stand before it")
        check(len(after) <= 200 and files[claim["doc"]][claim["end"]:].startswith(after), f"{claim['doc']}:{claim['begin']}: {after!r} does not stand behind it")
        if "copy_of" in claim:
            check(claim["copy_of"] in files and claim["copy_of"] != claim["doc"], f"{claim['doc']}:{claim['begin']}: copied from {claim['copy_of']}, which is not there")
        if "timex" in claim:
            check_words(claim["doc"], claim["timex"], "text")


def check_copies(timeline):
    files = {source["id"]: text_at(source["path"]) for source in timeline["sources"]}
    for family in timeline["families"]:
        docs = [family["origin"]] + [member["doc"] for member in family["members"]]
        check(len(set(docs)) == len(docs) and set(docs) <= set(files), f"the family of {family['origin']} names an article twice or one that is not there")
        check(docs[1:] == sorted(docs[1:]), f"the family of {family['origin']} is not in order")
    for quotation in timeline["quotations"]:
        first = quotation["places"][0]
        words = files[first["doc"]][first["begin"]:first["end"]].decode("utf-8", "replace")
        check(words == quotation["text"], f"{first['doc']}:{first['begin']}: {quotation['text']!r} is not what stands there: {words!r}")


def check_references(timeline, conflicts):
    events = {event["id"]: event for event in timeline["events"]}
    check(len(events) == len(timeline["events"]), "two events have one id")
    check(conflicts == {"version": timeline["version"], "conflicts": timeline["conflicts"]}, "conflicts.json tells something else than timeline.json")
    disputed = [event["id"] for event in timeline["events"] if event["status"] == "disputed"]
    check([conflict["event"] for conflict in timeline["conflicts"] if "decided" not in conflict] == disputed, "the open conflicts are not the disputed events in their order")
    for decision in timeline["decisions"]:
        check(decision["force"] in ("lost", "withdrawn") or decision.get("event") in [*events, None], f"a decision leads nowhere: {decision}")
    for relation in timeline["relations"]:
        check(relation["event"] in events and relation["of"] in events and relation["event"] != relation["of"], f"a relation leads nowhere: {relation}")
    for conflict in timeline["conflicts"]:
        event = events[conflict["event"]]
        check(conflict["id"] == "c-" + event["id"] and conflict["label"] == event["label"], f"{conflict['id']}: id or label is not the event's")
        date = (event["date"] or {}).get("edtf")
        if "decided" in conflict:
            check(conflict["decided"] == event["decided"] and date == event["decided"]["date"], f"{conflict['id']}: the event's date is not the one decided")
        else:
            check(conflict["preferred"] == date, f"{conflict['id']}: the event's date is not the preferred one")
        dates = [candidate["edtf"] for candidate in conflict["candidates"]]
        check(conflict["preferred"] in dates + [None], f"{conflict['id']}: the preferred date was stated by nobody")
        weights = [candidate["weight"] for candidate in conflict["candidates"]]
        check(abs(sum(weights) - 1) < 0.01 and weights == sorted(weights, reverse=True), f"{conflict['id']}: the weights are {weights}")
        check(abs(weights[0] - weights[1] - conflict["margin"]) < 0.01, f"{conflict['id']}: the margin is {conflict['margin']}")
        told = {(claim["doc"], claim["begin"]) for claim in event["claims"]}
        for place in conflict["compatible"] + [claim for candidate in conflict["candidates"] for claim in candidate["claims"]]:
            check((place["doc"], place["begin"]) in told, f"{conflict['id']}: the claim at {place['doc']}:{place['begin']} is not the event's")


def check_schema(validator, timeline):
    for error in validator.iter_errors(timeline):
        failures.append("/".join(map(str, error.absolute_path)) + ": " + error.message)


def check_schema_says_no(validator, timeline):
    def spoilt(name, spoil):
        other = copy.deepcopy(timeline)
        spoil(other)
        check(not validator.is_valid(other), f"the schema admits {name}")

    event = next(index for index, each in enumerate(timeline["events"]) if each["date"])
    spoilt("a missing key", lambda t: t["events"][event].pop("reason"))
    spoilt("an unknown key", lambda t: t["events"][event]["claims"][0].update(mood="good"))
    spoilt("an unknown status", lambda t: t["events"][event].update(status="guessed"))
    spoilt("a date that is none", lambda t: t["events"][event]["date"].update(edtf="last week"))
    spoilt("a text for a number", lambda t: t["events"][event].update(confidence="high"))
    spoilt("a claim of an event without a date", lambda t: t["events"][event]["claims"][0].update(date=None))
    spoilt("a known publication without dates", lambda t: t["sources"][0]["published"].pop("edtf"))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--fasti", required=True, type=lambda path: pathlib.Path(path).resolve())
    arguments.add_argument("--lang", default="en")
    arguments.add_argument("inputs", nargs="+")
    options = arguments.parse_args()
    schema = json.loads((SOURCES / "docs" / "timeline.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([options.fasti, "build", *options.inputs, "-o", folder, "--quiet", "--lang", options.lang], check=True)
        timeline, conflicts = (json.loads((pathlib.Path(folder) / name).read_text(encoding="utf-8")) for name in ("timeline.json", "conflicts.json"))
    check(timeline["events"], "there is no event to check")
    check_schema(validator, timeline)
    if not failures:
        check_schema_says_no(validator, timeline)
        check_spans(timeline)
        check_copies(timeline)
        check_references(timeline, conflicts)
    print("\n".join(failures) or f"{len(timeline['events'])} events are as the schema and the papers say")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
