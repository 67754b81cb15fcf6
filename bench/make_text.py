#!/usr/bin/env python3
"""Writes invented news-like prose of a given size to standard output, the same bytes for the same call.

    bench/make_text.py plain 10000000      prose without a time expression
    bench/make_text.py dated 10000000      prose with one time expression in some 275 bytes
    bench/make_text.py dates 10000000      nothing but dates
    bench/make_text.py line  10000000      dated prose on one single line
"""

import random
import sys

NAMES = ("Ada Brook", "Nils Harrow", "Ingrid Moss", "Tobias Fenn", "Clara Wick", "Owen Lark", "Petra Salt", "Jonas Reed",
         "Mara Thorn", "Felix Dunmore")
PLACES = ("Tolbury", "Marrow", "Kestrel Bay", "Oldham Cross", "Vennick", "Port Ellery", "Greyfield", "Saltmarsh")
SUBJECTS = ("the council", "the harbour board", "a group of teachers", "the ferry's owner", "the mill's workers",
            "a small company", "the museum", "the orchestra", "the school", "the union", "the bank", "the bakery")
VERBS = ("rejected", "praised", "sold", "repaired", "visited", "defended", "ignored", "described", "painted", "bought",
         "closed", "built", "studied", "blamed", "welcomed", "followed")
OBJECTS = ("the old bridge", "a plan for the market square", "the narrow road to the quarry", "several empty houses",
           "the new timetable", "a collection of maps", "the higher fees", "the steep path along the cliff",
           "an unusual offer", "the broken crane", "the wooden pier", "a letter from the ministry")
TAILS = ("although few people had asked for it", "because the roof was leaking", "and nobody seemed surprised",
         "while the neighbours looked on", "after a long and heated argument", "which the owner called a mistake",
         "as {name} had proposed", "despite the objections of {name}", "with the help of friends from {place}",
         "and {name} thanked everyone who had come")
SAYINGS = ("“It was never about money,” {name} said.", "{name} said that the work would go on without a pause.",
           "“We know what we owe to {place},” {name} told a reporter.",
           "{name}, who lives in {place}, called the decision careless.")
MONTHS = ("January", "February", "April", "June", "July", "August", "September", "October", "November", "December")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")


def date(r):
    year, month, day = r.randint(1950, 2020), r.choice(MONTHS), r.randint(1, 28)
    return r.choice((f"{month} {day}, {year}", f"{day} {month} {year}", f"{month} {year}", f"{month} {day}", r.choice(DAYS),
                     f"{year}", f"{year}-{r.randint(1, 12):02}-{day:02}", "last week", "two days later"))


def sentence(r):
    fill = {"name": r.choice(NAMES), "place": r.choice(PLACES)}
    if r.random() < 0.25:
        return r.choice(SAYINGS).format(**fill)
    subject = r.choice(SUBJECTS)
    start = r.choice((subject[0].upper() + subject[1:], f"In {fill['place']} {subject}", fill["name"]))
    return f"{start} {r.choice(VERBS)} {r.choice(OBJECTS)} {r.choice(TAILS).format(**fill)}."


def paragraph(r, kind):
    if kind == "dates":
        return ", ".join(date(r) for _ in range(20))
    sentences = [sentence(r) for _ in range(r.randint(3, 6))]
    if kind != "plain":
        for i, one in enumerate(sentences):
            if r.random() < 0.37:
                when = date(r)
                sentences[i] = f"{one[:-1]} on {when}." if one[-1] == "." else f"{one} It was {when}."
    return " ".join(sentences)


def main():
    kind, size = sys.argv[1], int(sys.argv[2])
    if kind not in ("plain", "dated", "dates", "line"):
        sys.exit(__doc__)
    r = random.Random(kind)
    between = " " if kind == "line" else "\n\n"
    pieces, length = [], 0
    while length < min(size, 4_000_000):
        pieces.append(paragraph(r, kind))
        length += len(pieces[-1].encode()) + len(between)
    whole = (between.join(pieces) + between).encode()
    while size > 0:
        sys.stdout.buffer.write(whole[:size])
        size -= len(whole)


main()
