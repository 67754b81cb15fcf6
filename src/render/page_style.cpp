#include "render/page_style.h"

namespace fasti {

// Contrasts are at least 4.5 to 1 for words and 3 to 1 for bars and signs, in both schemes; the test page-…
// computes them from the variables below.
const std::string_view page_style = R"css(
:root { color-scheme: light dark;
  --ink: #1a1d21; --muted: #565e67; --line: #c9cfd5; --edge: #7d868f; --paper: #ffffff; --card: #f5f7f8;
  --link: #0b5594; --mark: #ffe394; --mark-ink: #1a1d21;
  --agreed: #00704f; --single: #4d5660; --refined: #005f96; --disputed: #b04300; --decided: #8a2f68; }
@media screen and (prefers-color-scheme: dark) { :root {
  --ink: #e9ebed; --muted: #abb3bb; --line: #3c444c; --edge: #848d96; --paper: #14171a; --card: #1d2226;
  --link: #8fc7ff; --mark: #5a4700; --mark-ink: #fff4cf;
  --agreed: #5fd0a5; --single: #b4bcc4; --refined: #74bdf2; --disputed: #ff9f63; --decided: #f2a3d5; } }
* { box-sizing: border-box; }
html { scroll-padding-top: .5rem; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem 1.5rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 "Liberation Sans", Arial, Helvetica, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 2.6rem 0 .8rem; }
h3 { font-size: 1.18rem; line-height: 1.3; margin: 0; max-width: 48rem; }
h4 { font-size: 1rem; margin: 0; }
p { margin: .4rem 0; max-width: 48rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, input:focus-visible, article:focus-visible {
  outline: 3px solid var(--link); outline-offset: 2px; }
code { font: .88em "Liberation Mono", monospace; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; padding: .4rem .8rem; background: var(--card); }
.summary { font-size: 1.1rem; max-width: none; }
.muted, .context, figcaption, .derived { color: var(--muted); }
table { border-collapse: collapse; width: 100%; font-size: .94rem; }
th, td { text-align: start; vertical-align: top; padding: .4rem .7rem .4rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--muted); font-weight: 600; font-size: .86rem; }
td.number, th.number { white-space: nowrap; width: 2.6rem; }
td.date { white-space: nowrap; }
td.date, td.cause { min-width: 8rem; }
#sources tbody th { min-width: 12rem; }
#sources td { min-width: 7rem; }
tbody th { font-weight: 400; font-size: inherit; color: inherit; }
.state { display: inline-flex; gap: .35rem; align-items: baseline; white-space: nowrap; font-weight: 600; font-size: .9rem; }
.state svg { width: .8rem; height: .8rem; flex: none; align-self: center; }
.agreed { color: var(--agreed); } .single { color: var(--single); } .refined { color: var(--refined); }
.disputed { color: var(--disputed); } .decided { color: var(--decided); } .undated { color: var(--muted); }
.state svg * { fill: currentColor; stroke: currentColor; stroke-width: 2; }
.state svg .hollow { fill: none; }
#filter input { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--edge);
  border-radius: 4px; padding: .3rem .5rem; width: min(24rem, 100%); }
#filter label { display: block; color: var(--muted); font-size: .9rem; }
.conflict { border: 1px solid var(--line); border-left: 5px solid var(--disputed); border-radius: 6px;
  padding: 1.1rem 1.3rem 1.2rem; margin: 0 0 1.6rem; }
.conflict.is-decided { border-left-color: var(--decided); }
.conflict:target { box-shadow: 0 0 0 3px var(--line); }
.conflict .head { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; justify-content: space-between; align-items: baseline; }
.conflict .head p { margin: 0; font-size: .9rem; }
.conflict h3 .number { color: var(--muted); margin-inline-end: .3rem; }
.lead { margin-bottom: 1rem; }
.strip { display: block; margin: .8rem 0 .9rem; overflow: visible; max-width: 60rem; }
.strip .axis, .strip .tick { stroke: var(--edge); stroke-width: 1; }
.strip .bar { fill: var(--edge); }
.strip .bar.preferred { fill: var(--disputed); }
.is-decided .strip .bar.preferred, .is-decided .share .fill.preferred { fill: var(--decided); background: var(--decided); }
.strip .letter { font-weight: 700; font-size: 14px; fill: var(--ink); }
.strip .end { font-size: 12px; fill: var(--muted); }
.strip .appeared { fill: var(--paper); stroke: var(--edge); stroke-width: 1.3; }
.candidates { display: grid; gap: 1rem 1.4rem; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); margin-top: 1rem; }
.candidate { background: var(--card); border-radius: 5px; padding: .8rem 1rem .4rem; border-top: 3px solid var(--edge); min-width: 0; }
.candidate.preferred { border-top-color: var(--disputed); }
.is-decided .candidate.preferred { border-top-color: var(--decided); }
.candidate > .of { display: grid; grid-template-columns: auto 1fr auto; gap: 0 .6rem; align-items: baseline; }
.candidate .letter { font-weight: 700; border: 1.5px solid currentColor; border-radius: 4px; padding: 0 .4rem; }
.candidate .tag { font-size: .86rem; font-weight: 600; }
.candidate .of p { grid-column: 2 / -1; margin: 0; font-size: .9rem; color: var(--muted); }
.share { display: grid; grid-template-columns: 1fr auto; gap: .7rem; align-items: center; margin: .5rem 0 .2rem; font-size: .9rem; }
.share .track { height: .6rem; border: 1px solid var(--edge); border-radius: 3px; overflow: hidden; background: var(--paper); }
.share .fill { display: block; height: 100%; background: var(--edge); }
.share .fill.preferred { background: var(--disputed); }
.share .track, .share .fill, mark, .conflict, .candidate { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
figure { margin: .9rem 0 1rem; }
blockquote { margin: 0; padding-inline-start: .8rem; border-inline-start: 3px solid var(--line); }
blockquote p { margin: 0; }
figcaption { font-size: .88rem; margin-top: .25rem; padding-inline-start: .95rem; }
figcaption span { display: block; }
mark { background: var(--mark); color: var(--mark-ink); padding: 0 .12em; border-radius: 2px; }
u { text-decoration-thickness: 2px; text-underline-offset: 3px; }
.fits { margin-top: 1.1rem; }
.fits .candidates { margin-top: .2rem; }
.fits figure { margin: .4rem 0; }
.settle { border-top: 1px solid var(--line); margin: 1rem 0 0; padding-top: .7rem; max-width: none; }
summary { cursor: pointer; margin: 2.2rem 0 .8rem; }
summary h2 { display: inline; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.2rem; }
dd { margin: 0; }
.plain { padding-inline-start: 1.2rem; }
.plain li { margin: .35rem 0; }
[hidden] { display: none !important; }
@media (max-width: 42rem) {
  body { padding: 1rem .8rem 3rem; }
  .conflict { padding: .8rem .8rem 1rem; }
  dl { grid-template-columns: 1fr; }
  table, tbody, tr, td, tbody th { display: block; width: auto; }
  thead { position: absolute; left: -99rem; }
  tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
  td, tbody th, td.number { border: 0; padding: .05rem 0; width: auto; }
  td.date { white-space: normal; }
  td[data-label]::before { content: attr(data-label) ": "; color: var(--muted); font-size: .86rem; }
  td.number { float: left; padding-inline-end: .5rem; }
}
@page { size: A4; margin: 16mm 15mm 18mm; }
@media print {
  html { font-size: 9pt; }
  body { max-width: none; padding: 0; line-height: 1.4; }
  h2 { margin-top: 1.6rem; }
  .skip, #filter, .keys { display: none !important; }
  a { color: inherit; text-decoration: none; }
  p, .said, .context { orphans: 3; widows: 3; }
  h1, h2, h3, h4, summary, .conflict .head, .candidate > .of, .share { break-after: avoid; }
  .lead { break-inside: avoid; break-after: avoid; }
  figure, tr, li, .candidate > .of, .settle, dl { break-inside: avoid; }
  .candidates { grid-template-columns: repeat(auto-fit, minmax(70mm, 1fr)); gap: 3mm 4mm; }
  .conflict { box-decoration-break: clone; -webkit-box-decoration-break: clone; }
  thead { display: table-header-group; }
}
)css";

// Written without < and &, so that the page is well-formed XML as it stands.
const std::string_view page_script = R"js(
(function () {
  "use strict";
  var cases = Array.prototype.slice.call(document.querySelectorAll("article.conflict"));
  var filter = document.getElementById("filter");
  if (!filter) { return; }
  var box = filter.querySelector("input");
  var count = filter.querySelector("output");
  function row_of(one) { return document.querySelector("tr[data-of='" + one.id + "']"); }
  function show() {
    var words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    var left = cases.filter(function (one) {
      var text = one.textContent.toLowerCase();
      var fits = words.every(function (word) { return text.includes(word); });
      one.hidden = !fits;
      var row = row_of(one);
      if (row) { row.hidden = !fits; }
      return fits;
    });
    count.textContent = words.length ? left.length + " / " + cases.length : "";
  }
  function step(by) {
    var open = cases.filter(function (one) { return one.offsetParent; });
    if (!open.length) { return; }
    var at = open.findIndex(function (one) { return one.getBoundingClientRect().bottom > 40; });
    var top = at === -1 ? 0 : open[at].getBoundingClientRect().top;
    var next = at === -1 ? open.length - 1 : by > 0 ? (top > 40 ? at : at + 1) : at - 1;
    var one = open[Math.max(0, Math.min(open.length - 1, next))];
    one.scrollIntoView();
    one.focus({ preventScroll: true });
  }
  filter.hidden = false;
  box.addEventListener("input", show);
  document.addEventListener("keydown", function (event) {
    if (event.target === box || event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (event.key === "j") { step(1); }
    if (event.key === "k") { step(-1); }
  });
}());
)js";

const std::string_view page_script_hash = "dj3NZSZORBgr69qX2NSiC/IgB+WHGp1yCAKsGX/JeK0=";

}  // namespace fasti
