// How the timeline's page looks, beyond what all pages share (page_style.h).
#include "render/page_explore.h"

namespace fasti::page {

// The picture brings its own colours, which are those of style.h; in the dark each is replaced by its
// counterpart.
const std::string_view explore_style = R"css(
body.explore { max-width: none; padding: 1.4rem clamp(.8rem, 2.2vw, 2.2rem) 4rem; }
.explore h2 { margin: 0 0 .6rem; }
.foot h2 { margin-top: 2.6rem; }
.foot { max-width: 76rem; }
button, select, input { font: inherit; color: inherit; }
button, select, #controls input:not([type=checkbox]) { background: var(--paper); border: 1px solid var(--edge); border-radius: 4px;
  padding: .3rem .55rem; height: 2.3rem; }
button { cursor: pointer; background: var(--card); }
button:hover { border-color: var(--ink); }
button:focus-visible, select:focus-visible, .view:focus-visible, [tabindex]:focus-visible {
  outline: 3px solid var(--link); outline-offset: 2px; }
#controls { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end; margin: 1rem 0 1.2rem; padding: .8rem 0 .9rem;
  border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
#controls label { color: var(--muted); font-size: .86rem; }
#controls label > input:not([type=checkbox]), #controls select { display: block; margin-top: .15rem; color: var(--ink); font-size: 1rem; }
#controls .find { flex: 1 1 14rem; max-width: 24rem; }
#controls .find input { width: 100%; }
#controls select { max-width: 15rem; width: 100%; }
#controls input[aria-invalid=true] { border-color: var(--disputed); border-width: 2px; }
#controls ::placeholder { color: var(--muted); opacity: 1; font-size: .8rem; }
#controls input[name=from], #controls input[name=until] { width: 13rem; }
fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .1rem 1rem; align-items: center; min-width: 0; }
legend { color: var(--muted); font-size: .86rem; padding: 0; }
#controls .chip { display: inline-flex; align-items: center; gap: .35rem; min-height: 2.1rem; cursor: pointer; }
.chip input { width: 1.05rem; height: 1.05rem; margin: 0; accent-color: var(--link); }
.outcome { display: flex; flex-wrap: wrap; gap: .4rem .8rem; align-items: center; margin: 0; max-width: none; }
.outcome output { font-weight: 600; }
#date-wrong { color: var(--disputed); }
.panes { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2rem; }
.view { overflow: auto; scrollbar-gutter: stable; border: 1px solid var(--line); border-radius: 6px; background: var(--paper); max-height: min(72vh, 46rem); }
.sheet { --scale: 1.3333; width: calc(var(--whole) * var(--scale) * 1px); margin: 0 auto; }
.sheet.is-wide { display: flex; }
.piece { width: calc(var(--wide) * var(--scale) * 1px); height: calc(var(--high) * var(--scale) * 1px); flex: none; overflow: clip; overflow-clip-margin: 1px; }
.piece svg { display: block; width: 100%; height: 100%; overflow: visible; }
.tools { display: flex; gap: .3rem; margin: 0 0 .5rem; }
.tools button { width: 2.4rem; padding: 0; font-weight: 700; }
.sheet .event, .sheet .of { cursor: pointer; }
.sheet .event:hover .card { stroke: var(--edge); stroke-width: 1; }
.sheet .event:focus { outline: none; }
.sheet .event:focus-visible .card { stroke: var(--link); stroke-width: 3; }
.sheet .is-chosen .card { stroke: var(--ink); stroke-width: 2; }
.sheet .is-out { opacity: .1; pointer-events: none; }
.view.is-dragged, .view.is-dragged * { cursor: grabbing; user-select: none; }
.entry { border-bottom: 1px solid var(--line); }
.entry[open] { border: 1px solid var(--line); border-left: 5px solid var(--single); border-radius: 6px; margin: .5rem 0 1rem; padding: 0 1rem .4rem .9rem; }
.entry.is-agreed[open] { border-left-color: var(--agreed); } .entry.is-refined[open] { border-left-color: var(--refined); }
.entry.is-disputed[open] { border-left-color: var(--disputed); } .entry.is-decided[open] { border-left-color: var(--decided); }
.entry summary { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .05rem .8rem; margin: 0; padding: .6rem 0; list-style: none; }
.entry summary::-webkit-details-marker { display: none; }
.entry summary:hover h3 { text-decoration: underline; text-underline-offset: 3px; }
.entry .date { color: var(--muted); font-size: .92rem; }
.entry h3 { grid-column: 1 / -1; font-size: 1.04rem; }
.entry .who { grid-column: 1 / -1; color: var(--muted); font-size: .88rem; }
.entry[open] h3 { font-size: 1.18rem; }
.evidence { padding-bottom: .4rem; }
.entry:target { scroll-margin-top: .5rem; }
.is-disputed .strip .bar.preferred { fill: var(--disputed); }
#ways { display: flex; flex-wrap: wrap; gap: .4rem .6rem; align-items: center; margin: 1rem 0 .4rem; }
#ways a { margin-inline-end: auto; }
@media screen {
  .entry { content-visibility: auto; contain-intrinsic-size: auto 5.4rem; }
  .piece { content-visibility: auto; }
}
@media screen and (min-width: 64rem) {
  .panes { grid-template-columns: minmax(0, 1fr) minmax(26rem, 38rem); align-items: start; }
  .panes.alone { grid-template-columns: minmax(0, 60rem); }
  #picture { position: sticky; top: .6rem; display: grid; grid-template-columns: 1fr auto; grid-template-rows: auto minmax(0, 1fr); max-height: calc(100vh - 1.2rem); }
  .view { grid-column: 1 / -1; max-height: none; }
  .panes.above { grid-template-columns: minmax(0, 1fr); gap: 1rem; }
  .above #picture { top: 0; z-index: 1; max-height: 56vh; padding: .6rem 0; background: var(--paper); }
  .above #events { max-width: 76rem; }
  html:has(.above) { scroll-padding-top: calc(56vh + .5rem); }
}
@media screen and (prefers-color-scheme: dark) {
  .sheet [fill="#1a1d21"] { fill: var(--ink); } .sheet [stroke="#1a1d21"] { stroke: var(--ink); }
  .sheet [fill="#5a626b"] { fill: #abb3bb; } .sheet [stroke="#5a626b"] { stroke: #abb3bb; }
  .sheet [fill="#8a939c"] { fill: #848d96; } .sheet [stroke="#8a939c"] { stroke: #848d96; }
  .sheet [fill="#c9cfd5"] { fill: #3c444c; } .sheet [stroke="#c9cfd5"] { stroke: #3c444c; }
  .sheet [fill="#ffffff"], .sheet [fill="white"] { fill: var(--paper); }
  .sheet [fill="#f3f5f6"] { fill: var(--card); } .sheet [fill="#fdf2ea"] { fill: #2b2018; }
  .sheet [fill="#e3e8ec"] { fill: #333b43; } .sheet [stroke="#e3e8ec"] { stroke: #333b43; }
  .sheet [fill="#00795a"] { fill: var(--agreed); } .sheet [stroke="#00795a"] { stroke: var(--agreed); }
  .sheet [fill="#4d5660"] { fill: var(--single); } .sheet [stroke="#4d5660"] { stroke: var(--single); }
  .sheet [fill="#0067a3"] { fill: var(--refined); } .sheet [stroke="#0067a3"] { stroke: var(--refined); }
  .sheet [fill="#c24a00"] { fill: var(--disputed); } .sheet [stroke="#c24a00"] { stroke: var(--disputed); }
  .sheet [fill="#94336f"] { fill: var(--decided); } .sheet [stroke="#94336f"] { stroke: var(--decided); }
}
@media (max-width: 42rem) {
  #controls { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .5rem .7rem; }
  #controls .find, fieldset, .outcome { grid-column: 1 / -1; max-width: none; }
  #controls select, #controls input:not([type=checkbox]) { width: 100%; max-width: none; }
  .entry[open] { padding: 0 .7rem .3rem .6rem; }
}
@media print {
  #controls, .tools, #ways { display: none !important; }
  .panes { display: block; }
  .view { overflow: visible; max-height: none; border: 0; }
  .sheet { width: 100%; max-width: 170mm; }
  .sheet.is-wide { display: block; }
  .piece, .piece svg { width: 100%; height: auto; break-inside: avoid; }
  .sheet .is-out { opacity: 1; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  .entry, .entry[open] { border: 0; border-top: 1px solid var(--line); border-radius: 0; margin: 0; padding: 1mm 0 2mm; }
  .entry summary { break-inside: avoid; break-after: avoid; padding: 1mm 0; }
  #events { break-before: page; }
  .panes.alone #events { break-before: auto; }
}
)css";

}  // namespace fasti::page
