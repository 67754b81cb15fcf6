#!/usr/bin/env python3
"""Uses timeline.html as its readers do, in Chromium: check_browser.py --fasti PROGRAM [--lang CODE] [--pictures FOLDER] INPUT…

By mouse, keyboard and fingers: filters hold for list and picture, a card opens its evidence, Escape leads back, addresses name
events, the picture zooms and moves; nothing complains and nothing is asked of a network. Without script, on a telephone and on paper
all can be read. axe-core, where `npm install --prefix tests/browser` has put it, finds nothing serious. Skipped (77) without Chromium.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

from devtools import Browser, find_chromium

HERE = pathlib.Path(__file__).resolve().parent
failures = []


def check(holds, message):
    if not holds:
        failures.append(message)


def same(found, expected, message):
    check(found == expected, f"{message}: {found!r}, not {expected!r}")


LISTED = "Array.from(document.querySelectorAll('details.entry')).filter(e => e.getClientRects().length).map(e => e.id)"
DRAWN = "Array.from(document.querySelectorAll('a.event:not(.is-out)')).map(e => e.getAttribute('data-event'))"
OPEN = "Array.from(document.querySelectorAll('details.entry[open]')).map(e => e.id)"
FOCUS = "(document.activeElement.closest('details.entry') || {}).id || document.activeElement.getAttribute('data-event') || document.activeElement.tagName"
COUNT = "document.querySelector('#controls output').textContent"
WIDTH = "Math.round(document.querySelector('.sheet').getBoundingClientRect().width)"


def choose(page, name, value):
    page.run(f"(() => {{ const box = document.querySelector('#controls [name={name}]'); box.value = {json.dumps(value)};"
             " box.dispatchEvent(new Event('input', {bubbles: true})); })()")
    page.settle()


def expect(page, events, fitting, what):
    ids = [event["id"] for event in events if fitting(event)]
    same(page.run(LISTED), ids, f"the list after {what}")
    same(page.run(DRAWN), ids, f"the picture after {what}")
    same(page.run(COUNT), page.run("document.querySelector('#controls output').dataset.of").replace("{n}", str(len(ids))).replace("{all}", str(len(events))), f"the count after {what}")


def names_of(event, timeline):
    names = {source["id"]: source["source"] for source in timeline["sources"]}
    return {names[claim["doc"]] for claim in event["claims"]}


def dates_of(event, timeline):
    ranges = [candidate for conflict in timeline["conflicts"] if conflict["event"] == event["id"] for candidate in conflict["candidates"]]
    return ([event["date"]["earliest"][:10]] if event["date"] else []) + [one["edtf"][:10] for one in ranges]


def check_filters(page, timeline):
    events = timeline["events"]
    expect(page, events, lambda event: True, "opening")
    page.click("#controls [name=status][value=single]")
    expect(page, events, lambda event: event["status"] != "single", "leaving out what one source tells")
    page.click("#controls [type=reset]")
    expect(page, events, lambda event: True, "showing all again")
    name = sorted(names_of(events[0], timeline))[0]
    choose(page, "source", page.run(f"Array.from(document.querySelectorAll('[name=source] option')).find(o => o.textContent.startsWith({json.dumps(name)})).value"))
    expect(page, events, lambda event: name in names_of(event, timeline), f"choosing the source {name}")
    page.click("#controls [type=reset]")
    kind = events[-1]["type"]
    choose(page, "kind", page.run(f"Array.from(document.querySelectorAll('[name=kind] option')).find(o => o.textContent.startsWith({json.dumps(kind.replace('-', ' ') + ' (')})).value"))
    expect(page, events, lambda event: event["type"] == kind, f"choosing the kind {kind}")
    page.click("#controls [type=reset]")
    days = sorted(event["date"]["earliest"][:10] for event in events if event["date"] and event["date"]["granularity"] == "day")
    middle = days[len(days) // 2]
    choose(page, "until", middle)
    ids = page.run(LISTED)
    for event in events:
        dates = dates_of(event, timeline)
        check((event["id"] in ids) == any(date <= middle for date in dates), f"{event['id']} of {dates} until {middle}")
    choose(page, "until", middle[:4])
    check(len(page.run(LISTED)) >= len(ids), "a year bounds more tightly than one of its days")
    choose(page, "until", "2020-02-30")
    check(page.run("document.getElementById('date-wrong').getClientRects().length > 0"), "a date that is none is not told")
    same(len(page.run(LISTED)), len(events), "events with a date that is none")
    page.click("#controls [type=reset]")
    check(page.run("document.getElementById('date-wrong').getClientRects().length === 0"), "a wrong date is told after it is gone")
    texts = [json.dumps(event, ensure_ascii=False) for event in events]
    word = min((word for word in events[0]["label"].split() if word.isalpha()), key=lambda word: (sum(word in text for text in texts), -len(word)))
    page.run("document.querySelector('[name=find]').focus()")
    page.type(word.upper())
    check(events[0]["id"] in page.run(LISTED), f"searching for {word.upper()} does not find {events[0]['label']}")
    check(len(page.run(LISTED)) < len(events), f"searching for {word} leaves out nothing")
    page.type(" nothing-has-this-word")
    same(page.run(LISTED), [], "the list of a word that nothing has")
    check(page.run("document.getElementById('none').getClientRects().length > 0"), "an empty list is not told")
    page.click("#controls [type=reset]")


def center(page, selector):
    return page.run(f"(() => {{ const box = document.querySelector({json.dumps(selector)}).getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; }})()")


def check_opening(page, timeline):
    events = [event["id"] for event in timeline["events"]]
    disputed = next(event["id"] for event in timeline["events"] if event["status"] == "disputed")
    page.click(f"a.event[data-event={disputed}]")
    same(page.run(OPEN), [disputed], "what a click on a card opens")
    same(page.run(FOCUS), disputed, "where the focus is then")
    same(page.run("location.hash"), "#" + disputed, "the address then")
    top = page.run(f"document.getElementById('{disputed}').getBoundingClientRect().top")
    check(-2 <= top < 400, f"the opened entry stands at {top}")
    check(page.run(f"document.querySelectorAll('#{disputed} .candidate mark').length") > 1, "the evidence has no marked dates")
    page.press("Escape")
    same(page.run(OPEN), [], "what is open after Escape")
    same(page.run("document.activeElement.tagName.toLowerCase() + document.activeElement.getAttribute('data-event')"), "a" + disputed, "where Escape leads")
    page.click(f".of[data-event={disputed}] polygon")
    same(page.run(OPEN), [disputed], "what a click on a mark opens")
    page.click(f"#{disputed} [data-do=next]")
    same(page.run(OPEN), [events[events.index(disputed) + 1]], "what the button for the next event opens")
    page.click(f"#{events[0]} summary")
    check(events[0] in page.run(OPEN), "a line of the list does not open")
    same(page.run("Array.from(document.querySelectorAll('a.is-chosen')).map(e => e.getAttribute('data-event'))"), [events[0]], "what is marked in the picture")
    page.press("Escape")


def check_keyboard(page, timeline, address):
    page.go(address)
    events = [event["id"] for event in timeline["events"]]
    seen = []
    for _ in range(40):
        page.press("Tab")
        seen.append(page.run("document.activeElement.className.baseVal || document.activeElement.className || document.activeElement.name || document.activeElement.tagName"))
        if "event" in str(seen[-1]):
            break
    check("event" in str(seen[-1]), f"Tab does not lead to the picture: {seen}")
    same(seen[0], "skip", "the first thing that Tab reaches")
    page.press("Home")
    same(page.run(FOCUS), events[0], "where Home leads")
    page.press("ArrowDown")
    page.press("ArrowRight")
    page.press("ArrowUp")
    same(page.run(FOCUS), events[1], "where the arrow keys lead")
    page.press("Enter")
    same(page.run(OPEN), [events[1]], "what Enter opens")
    page.press("Escape")
    same(page.run(FOCUS), events[1], "where Escape leads")
    page.press("End")
    page.press(" ")
    same(page.run(OPEN), [events[-1]], "what the blank opens")
    page.press("Escape")
    page.press("j")
    check(page.run("document.activeElement.tagName") == "SUMMARY", "j does not lead into the list")
    page.run("document.activeElement.blur()")


def check_zoom(page):
    page.click("[data-do=width]")
    fit = page.run(WIDTH)
    page.click("[data-do=in]")
    wide = page.run(WIDTH)
    check(wide > fit * 1.2, f"the picture is {wide} wide after zooming in from {fit}")
    page.click("[data-do=out]")
    same(page.run(WIDTH), fit, "the width after zooming in and out")
    page.click("[data-do=whole]")
    check(page.run("(() => { const view = document.querySelector('.view'); return view.scrollHeight <= view.clientHeight + 1; })()"), "the whole picture does not fit")
    page.run("document.querySelector('.view').focus()")
    page.press("0")
    same(page.run(WIDTH), fit, "the width after the key 0")
    page.press("+")
    page.press("+")
    wide = page.run(WIDTH)
    check(wide > fit * 1.4, f"the picture is {wide} wide after + +")
    x, y = center(page, ".view")
    page.call("Input.dispatchMouseEvent", type="mouseWheel", x=x, y=y, deltaX=0, deltaY=-120, modifiers=2)
    page.settle()
    check(page.run(WIDTH) > wide, "Ctrl and the wheel do not zoom")
    page.press("0")
    page.press("+")
    before = page.run("[document.querySelector('.view').scrollLeft, document.querySelector('.view').scrollTop]")
    page.drag((x, y), (x - 60, y - 90))
    after = page.run("[document.querySelector('.view').scrollLeft, document.querySelector('.view').scrollTop]")
    check(after[0] > before[0] and after[1] >= before[1] + 80, f"dragging moves the picture from {before} to {after}")
    same(page.run(OPEN), [], "what dragging opens")


def check_telephone(browser, address, pictures):
    page = browser.open(address, width=320, height=640, touch=True)
    check(page.run("document.documentElement.scrollWidth") <= 320, "the page is wider than a telephone")
    if pictures:
        page.screenshot(pictures / "narrow.png")
    page.run("document.querySelector('.view').scrollIntoView({block: 'center'})")
    x, y = center(page, ".view")
    before = page.run(WIDTH)
    page.call("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x - 20, "y": y, "id": 1}, {"x": x + 20, "y": y, "id": 2}])
    page.call("Input.dispatchTouchEvent", type="touchMove", touchPoints=[{"x": x - 60, "y": y, "id": 1}, {"x": x + 60, "y": y, "id": 2}])
    page.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
    page.settle()
    check(page.run(WIDTH) > before * 1.5, f"two fingers make {page.run(WIDTH)} of {before}")
    page.click("details.entry.is-disputed summary")
    check(page.run("document.documentElement.scrollWidth") <= 320, "the evidence is wider than a telephone")
    if pictures:
        page.screenshot(pictures / "narrow-open.png")
    return page


def check_without_script(browser, address, timeline):
    page = browser.open(address, script=False)
    # What is evaluated from outside runs all the same.
    check(page.run("document.getElementById('controls').getClientRects().length === 0"), "filters that do nothing are shown")
    check(page.run("document.querySelector('.tools').getClientRects().length === 0"), "buttons that do nothing are shown")
    same(page.run(LISTED), [event["id"] for event in timeline["events"]], "the list without script")
    page.click("details.entry summary")
    same(len(page.run(OPEN)), 1, "entries that a click opens without script")
    page.call("Emulation.setEmulatedMedia", media="print")
    page.settle()
    low = page.run("Array.from(document.querySelectorAll('details.entry')).filter(e => 40 > e.querySelector('.evidence').getBoundingClientRect().height).map(e => e.id)")
    same(low, [], "events whose evidence is not printed")


def axe_findings(page):
    page.run(axe_source())
    page.call("Runtime.evaluate", expression="0")
    found = page.run("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => [v.impact, v.id, v.help, v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + ' … ' + (n.any[0] || n.all[0] || n.none[0] || {}).message)]))")
    return found


def axe_source():
    for folder in (os.environ.get("FASTI_AXE"), HERE / "node_modules" / "axe-core"):
        if folder and (pathlib.Path(folder) / "axe.min.js").exists():
            return (pathlib.Path(folder) / "axe.min.js").read_text(encoding="utf-8")
    return ""


def check_axe(page, what):
    for impact, name, text, nodes in axe_findings(page):
        line = f"axe, {what}: {impact}: {name}: {text}: {nodes}"
        check(impact not in ("serious", "critical"), line)
        if impact not in ("serious", "critical"):
            print(line)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--fasti", required=True, type=lambda path: pathlib.Path(path).resolve())
    arguments.add_argument("--lang", default="en")
    arguments.add_argument("--pictures", type=pathlib.Path, help="a folder for screenshots")
    arguments.add_argument("inputs", nargs="+")
    options = arguments.parse_args()
    if not find_chromium():
        print("skipped: there is no Chromium here (apt-get install chromium)")
        return 77
    pictures = options.pictures
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        subprocess.run([options.fasti, "build", *options.inputs, "-o", folder, "--quiet", "--lang", options.lang], check=True)
        timeline = json.loads((pathlib.Path(folder) / "timeline.json").read_text(encoding="utf-8"))
        address = (pathlib.Path(folder) / "timeline.html").as_uri()
        page = browser.open(address)
        pages = [page]
        if pictures:
            page.screenshot(pictures / "light.png")
            page.print(pictures / "print.pdf")
        check_filters(page, timeline)
        check_opening(page, timeline)
        check_keyboard(page, timeline, address)
        check_zoom(page)
        disputed = next(event["id"] for event in timeline["events"] if event["status"] == "disputed")
        named = browser.open(f"{address}#{disputed}", dark=True)
        same(named.run(OPEN), [disputed], "what an address opens")
        check(named.run("(() => { const box = document.querySelector('a.is-chosen').getBoundingClientRect(); return box.top >= 0 && innerHeight >= box.bottom; })()"), "its card is not in sight")
        if pictures:
            named.screenshot(pictures / "dark-open.png")
        telephone = check_telephone(browser, address, pictures)
        check_without_script(browser, address, timeline)
        pages += [named, telephone]
        for one in pages:
            same(one.complaints, [], "complaints")
            same([request for request in one.requests if not request.startswith("file:")], [], "requests")
            same(set(one.requests), {address, one.requests[0]}, "requests, with that of the page itself")
        if axe_source():
            for one, what in zip(pages, ("light", "dark, open", "narrow, open")):
                check_axe(one, what)
        else:
            print("without axe-core, which `npm install --prefix tests/browser` brings")
    print("\n".join(failures) or f"{len(timeline['events'])} events can be explored")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
