#!/usr/bin/env python3
"""Invents news pages as sites make them: an article among menus, scripts, shares, related links and comments.

    bench/make_pages.py FOLDER [PAGES]      writes page-00000.html … there, 10,000 unless told otherwise

Each has some 30 KB, of which 4 are the article. The same number gives the same bytes.
"""
import json
import pathlib
import random
import sys

PLACES = "Tolbury Anselm Ruritania Westmere Marrow Quill Harrowgate Fenwick".split()
SHIPS = "Wren Dunlin Curlew Plover Sandpiper Heron".split()
VERBS = "reached left passed struck repaired inspected sold launched raised towed".split()
THINGS = "the harbour;the pier;the old lighthouse;the ferry line;the town council;the lock;the dry dock".split(";")
MONTHS = "January February March April May June July August September October November December".split()


def sentence(rng):
    day = f"{rng.randint(1, 28)} {rng.choice(MONTHS)} {rng.randint(1990, 2024)}"
    return rng.choice([
        f"The {rng.choice(SHIPS)} {rng.choice(VERBS)} {rng.choice(THINGS)} on {day}, said a keeper at {rng.choice(PLACES)}.",
        f"Nobody at {rng.choice(PLACES)} could say why {rng.choice(THINGS)} stood empty for two days after that.",
        f"“We had not seen the {rng.choice(SHIPS)} for a week &amp; were worried,” the master’s sister told the town.",
        f"Last week {rng.choice(THINGS)} was closed; it opened again the next morning, and the {rng.choice(SHIPS)} sailed.",
    ])


def menu(rng, items):
    links = "".join(f'<li class="menu-item"><a href="/section/{i}" title="Go to {p}">{p} news {i}</a></li>\n'
                    for i in range(items) for p in [rng.choice(PLACES)])
    return f'<nav class="site-nav" role="navigation"><ul class="menu">{links}</ul></nav>'


def related(rng, items):
    cards = "".join(
        f'<article class="card"><a href="/2019/0{rng.randint(1, 9)}/story-{i}"><img src="/img/{i}.jpg" alt="A view of {p}">'
        f"<h3>{p}: {rng.choice(THINGS)} and the {rng.choice(SHIPS)}</h3></a>"
        f'<time datetime="2019-0{rng.randint(1, 9)}-11T08:00:00Z">earlier</time></article>\n'
        for i in range(items) for p in [rng.choice(PLACES)])
    return f'<aside class="related-stories"><h2>More stories</h2>{cards}</aside>'


def comments(rng, items):
    posts = "".join(
        f'<div class="comment" id="c{i}"><span class="comment-author">reader{i}</span>'
        f'<time datetime="2024-02-{rng.randint(10, 28)}">later</time><p>{sentence(rng)}</p></div>\n' for i in range(items))
    return f'<section id="comments" class="comments-area">{posts}</section>'


def page(number):
    rng = random.Random(number)
    day = f"{rng.randint(2005, 2024)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    title = f"The {rng.choice(SHIPS)} at {rng.choice(PLACES)}"
    about = {"@context": "https://schema.org", "@graph": [
        {"@type": "NewsArticle", "headline": title, "datePublished": f"{day}T06:31:00+01:00", "dateModified": f"{day}T09:00:00+01:00",
         "author": {"@type": "Person", "name": "Ann Holt"}, "publisher": {"@type": "Organization", "name": "The Anselm Courier"}},
        {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": i, "name": p} for i, p in enumerate(PLACES)]}]}
    script = "".join(f"window.q{i}=window.q{i}||[];if(a<b&&c>{i}){{push({{slot:'ad-{i}',sizes:[[300,250],[728,90]]}})}}\n" for i in range(60))
    style = "".join(f".c{i} > a:hover {{ color: #{i:03}; margin: 0 {i}px }}\n" for i in range(60))
    paragraphs = "".join(f"<p>{' '.join(sentence(rng) for _ in range(rng.randint(2, 5)))}</p>\n" for _ in range(rng.randint(8, 16)))
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | The Anselm Courier</title>
<meta property="og:site_name" content="The Anselm Courier"><meta property="og:title" content="{title}">
<meta property="article:published_time" content="{day}T06:31:00+01:00">
<link rel="canonical" href="https://courier.example/{day.replace('-', '/')}/story-{number}">
<style>{style}</style><script>{script}</script>
<script type="application/ld+json">{json.dumps(about)}</script></head>
<body class="single"><header class="masthead"><a href="/">The Anselm Courier</a>{menu(rng, 40)}</header>
<div id="cookie-banner" class="cookie-notice"><p>We use cookies. You may accept them or not, and read on.</p><button>Accept</button></div>
<main><article class="story"><h1>{title}</h1><p class="byline">By <a href="/ann">Ann Holt</a>, published {day}</p>
<div class="share-bar"><a href="#s1">Share</a> <a href="#s2">Post</a></div>
<div class="story-body">{paragraphs}
<figure><img src="/ship.jpg" alt=""><figcaption>The ship in June 1998</figcaption></figure></div></article>
{related(rng, 18)}{comments(rng, 25)}</main>
<footer class="site-footer">{menu(rng, 30)}<p>&copy; 2005&ndash;2024 The Anselm Courier</p></footer>
<script>{script}</script></body></html>
"""


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(int(sys.argv[2]) if len(sys.argv) == 3 else 10_000):
        (folder / f"page-{number:05}.html").write_text(page(number), encoding="utf-8")


if __name__ == "__main__":
    main()
