#!/usr/bin/env python3
"""Reads conflicts.html and timeline.html back: check_page.py --fasti PROGRAM [--lang CODE] INPUT…

A page must be well-formed, take nothing from a network, run no script but its own, have links that lead somewhere and
headings in order, and contrasts that WCAG 2.1 asks for, in light and dark. conflicts.html shows each conflict with each of its
quotations, most important first, and marks each date's words; timeline.html shows each event with each of its quotations, and
has a card for each that is shown. Without inputs it builds a story of hostile texts.
"""
import argparse
import base64
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

failures = []
XHTML = "{http://www.w3.org/1999/xhtml}"

HOSTILE = """date 2021-06-{day}
source: <script>alert(1)</script> & "Sons' {day}
url: {url}

\u202eThe ferry "Wren" <img src=x onerror=alert(1)> of Ned <b>Orr</b> sank on June {told}, 2021 </script></style>--> {{date}}.
{long}
"""


def check(holds, message):
    if not holds:
        failures.append(message)


def one_line(text):
    return " ".join(text.split())


def words_of(element):
    return one_line("".join(element.itertext()))


def elements(root, name, **attributes):
    return [e for e in root.iter(XHTML + name) if all(e.get(key.rstrip("_")) == value for key, value in attributes.items())]


def check_references(root):
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    check(len(ids) == len(set(ids)), "an id is given twice")
    for link in elements(root, "a"):
        address = link.get("href")
        check(address[1:] in ids if address.startswith("#") else re.match(r"(https?|mailto):|[^:/]", address), f"a link leads nowhere: {address}")
    for e in root.iter():
        for name in ("src", "srcset", "data", "poster", "action", "background", "ping"):
            check(e.get(name) is None, f"{e.tag} takes something from elsewhere")
        check(not [name for name in e.keys() if name.startswith("on")], f"{e.tag} has a handler")
        for labels in (e.get("aria-labelledby") or "").split():
            check(labels in ids, f"nothing is called {labels}")
    check(not elements(root, "link") and not elements(root, "iframe"), "the page takes something from elsewhere")


def check_script(root):
    scripts = elements(root, "script")
    check(len(scripts) == 1, f"there are {len(scripts)} scripts")
    policy = next(e.get("content") for e in root.iter(XHTML + "meta") if e.get("http-equiv") == "Content-Security-Policy")
    digest = base64.b64encode(hashlib.sha256(scripts[0].text.encode()).digest()).decode()
    check(f"'sha256-{digest}'" in policy, f"the policy does not admit the script: its hash is {digest}")
    check("default-src 'none'" in policy, "the policy admits too much")


def check_outline(root):
    check(root.get("lang"), "the page has no language")
    levels = [int(e.tag[-1]) for e in root.iter() if re.fullmatch(re.escape(XHTML) + "h[1-6]", e.tag)]
    check(levels and levels[0] == 1 and levels.count(1) == 1, "there is not one first heading")
    check(all(b <= a + 1 for a, b in zip(levels, levels[1:])), f"a level of headings is left out: {levels}")
    for table in elements(root, "table"):
        check(all(th.get("scope") in ("col", "row") for th in table.iter(XHTML + "th")), "a head of a table has no scope")
    for svg in root.iter(XHTML + "svg"):
        check(svg.get("aria-hidden") or svg.get("aria-label") or svg.get("role") == "presentation" or svg.get("overflow"), "a picture is not told in words")


def check_conflicts(root, timeline):
    articles = [e for e in elements(root, "article")]
    found = {e.get("id")[2:]: e for e in articles}
    check(set(found) == {c["event"] for c in timeline["conflicts"]}, "the page has not just the conflicts")
    events = {event["id"]: event for event in timeline["events"]}
    importance = {c["event"]: c["importance"] for c in timeline["conflicts"]}
    order = [importance[e.get("id")[2:]] for e in articles if "is-decided" not in e.get("class")]
    check(order == sorted(order, reverse=True), f"the most important is not first: {order}")
    for conflict in timeline["conflicts"]:
        article, event = found[conflict["event"]], events[conflict["event"]]
        shown = words_of(article)
        for candidate in conflict["candidates"]:
            check(one_line(candidate["words"]) in shown, f"{conflict['id']} does not show {candidate['words']}")
        quotes = [words_of(e) for e in article.iter(XHTML + "span") if e.get("class") == "said"]
        marks = [words_of(e) for e in article.iter(XHTML + "mark")]
        for claim in event["claims"]:
            quote = without_turns(claim["quote"])
            check(quote in quotes, f"{conflict['id']} does not quote {quote!r}")
            inside = claim["begin"] <= claim["timex"]["begin"] and claim["timex"]["end"] <= claim["end"]
            check(not inside or any(one_line(claim["timex"]["text"]) in mark for mark in marks), f"{conflict['id']} does not mark {claim['timex']['text']!r}")


def without_turns(text):
    return one_line(re.sub("[\u202a-\u202e\u2066-\u2069]", "", text))


def check_events(root, timeline):
    entries = {e.get("id"): e for e in elements(root, "details") if "entry" in (e.get("class") or "").split()}
    check(list(entries) == [event["id"] for event in timeline["events"]], "the list has not just the events, in their order")
    cards = [a.get("href")[1:] for a in elements(root, "a", class_="event")]
    check(len(cards) == len(set(cards)) and set(cards) <= set(entries), "the picture has an event twice, or one that the list lacks")
    check(cards, "the picture has no events")
    for event in timeline["events"]:
        entry = entries[event["id"]]
        check(event["id"] in cards or "·" in words_of(entry.find(XHTML + "summary")), f"{event['id']} is not in the picture, and nothing says so")
        check(not event["date"] or one_line(event["date"]["words"]) in words_of(entry), f"{event['id']} has no date")
        quotes = [words_of(e) for e in entry.iter(XHTML + "span") if e.get("class") == "said"]
        for claim in event["claims"]:
            check(without_turns(claim["quote"]) in quotes, f"{event['id']} does not quote {claim['quote']!r}")
    for a in root.iter(XHTML + "a"):
        check(not list(a.iter(XHTML + "a"))[1:], "a link stands in a link")


def luminance(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= .04045 else ((part + .055) / 1.055) ** 2.4 for part in parts)
    return .2126 * red + .7152 * green + .0722 * blue


def contrast(a, b):
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + .05) / (dark + .05)


def check_contrasts(root):
    style = elements(root, "style")[0].text
    for number, scheme in enumerate(re.findall(r":root \{(.*?)\}", style, re.S)):
        colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", scheme))
        check(len(colours) > 10, "the colours of a scheme are not found")
        for ground in ("paper", "card"):
            for words in ("ink", "muted", "link", "agreed", "single", "refined", "disputed", "decided"):
                ratio = contrast(colours[words], colours[ground])
                check(ratio >= 4.5, f"scheme {number}: {words} on {ground} has a contrast of {ratio:.2f}")
            check(contrast(colours["edge"], colours[ground]) >= 3, f"scheme {number}: bars cannot be seen on {ground}")
        check(contrast(colours["mark-ink"], colours["mark"]) >= 4.5, f"scheme {number}: marked words cannot be read")


def hostile_texts(folder):
    urls = ("javascript:alert(1)", "https://a.example/?q='\"><b>&", "//host/path")
    for day, told, url in ((13, 12, urls[0]), (14, 14, urls[1]), (15, 12, urls[2])):
        text = HOSTILE.format(day=day, told=told, url=url, long="x" * 10_000)
        (folder / f"a&'{day}.txt").write_text(text, encoding="utf-8")
    return [folder]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--fasti", required=True, type=lambda path: pathlib.Path(path).resolve())
    arguments.add_argument("--lang", default="en")
    arguments.add_argument("inputs", nargs="*")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as top:
        texts, folder = pathlib.Path(top) / "texts", pathlib.Path(top) / "out"
        texts.mkdir()
        inputs = options.inputs or hostile_texts(texts)
        subprocess.run([options.fasti, "build", *inputs, "-o", folder, "--quiet", "--lang", options.lang], check=True)
        pages = {name: (folder / name).read_text(encoding="utf-8") for name in ("conflicts.html", "timeline.html")}
        timeline = json.loads((folder / "timeline.json").read_text(encoding="utf-8"))
    check(timeline["conflicts"], "there is no conflict to look at")
    for name, page in pages.items():
        before = len(failures)
        root = xml.fromstring(page)
        check(root.get("lang") == options.lang, "the page is not in the language of the rules")
        check_references(root)
        check_script(root)
        check_outline(root)
        check_contrasts(root)
        if name == "conflicts.html":
            check_conflicts(root, timeline)
        else:
            check_events(root, timeline)
        failures[before:] = [f"{name}: {failure}" for failure in failures[before:]]
    print("\n".join(failures) or f"the pages show {len(timeline['conflicts'])} conflicts and {len(timeline['events'])} events, and can be read by all")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
