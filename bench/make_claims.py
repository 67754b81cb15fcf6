#!/usr/bin/env python3
"""Prints a table of invented claims for `fasti reconcile`, the same bytes each time: make_claims.py ROWS [SEED]

Thirty sources speak of events, in eight wordings of a day with a clock time. Ten are independent, ten copy two feeds, ten
mean something else that is some minutes later. A table of 351,356 rows is as large as that of the flights.
"""
import datetime
import random
import sys

WORDINGS = ("%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%d %B %Y, %H:%M", "%B %d, %Y %I:%M %p", "%b %d - %I:%M%p", "%I:%M%p %d-%b-%Y",
            "%m/%d/%Y %H:%M", "%H:%M, %d %b %Y")
SOURCES = 30


def said_by(source, truth, feeds, chance):
    """What a source says of an event that took place at `truth`."""
    if source < 10:
        return truth if chance.random() < 0.6 + source / 30 else truth + datetime.timedelta(minutes=chance.choice((-9, -4, 5, 60)))
    if source < 20:
        return feeds[source % 2]
    return truth + datetime.timedelta(minutes=13 if chance.random() < 0.9 else 0)


def main():
    rows = int(sys.argv[1])
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    print("event,source,date,published")
    written = event = 0
    while written < rows:
        truth = datetime.datetime(2011, 12, 1) + datetime.timedelta(minutes=chance.randrange(5 * 24 * 60))
        feeds = [truth + datetime.timedelta(minutes=chance.choice((0, 0, 7, 21))) for _ in range(2)]
        for source in range(SOURCES):
            if chance.random() < 0.5 and written < rows:
                date = said_by(source, truth, feeds, chance).strftime(WORDINGS[source % len(WORDINGS)])
                print(f'N{event:06} departure,s{source:02},"{date}",{truth:%Y-%m-%d}')
                written += 1
        event += 1


if __name__ == "__main__":
    main()
