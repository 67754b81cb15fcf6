// What the script of the timeline's page does: filters, zoom, and the way between a card and its entry.
// Everything that it shows stands in the page already; what comes from texts is only compared, never made
// into markup.
#include "render/page_explore.h"

namespace fasti::page {

// Written without < and &, so that the page is well-formed XML as it stands.
const std::string_view explore_script = R"js(
(function () {
  "use strict";
  function all(selector, root) { return Array.from((root || document).querySelectorAll(selector)); }
  var form = document.getElementById("controls");
  var picture = document.getElementById("picture");
  var entries = all("details.entry");
  var cards = picture ? all("a.event", picture) : [];
  var drawn = new Map();
  if (picture) {
    all("[data-event]", picture).forEach(function (one) {
      var id = one.getAttribute("data-event");
      if (!drawn.has(id)) { drawn.set(id, []); }
      drawn.get(id).push(one);
    });
  }
  function drawn_of(entry) { return drawn.get(entry.id) || []; }
  function card_of(entry) { return drawn_of(entry).find(function (one) { return one.matches("a"); }); }
  function line_of(entry) { return entry.querySelector("summary"); }
  function shown() { return entries.filter(function (one) { return !one.hidden; }); }

  // ---- an event is chosen in the picture and open in the list

  var chosen = null;
  var came_from = null;
  var printing = false;
  function mark(entry, on) {
    drawn_of(entry).forEach(function (one) {
      one.classList.toggle("is-chosen", on);
      if (!one.matches("a")) { return; }
      if (on) { one.setAttribute("aria-current", "true"); } else { one.removeAttribute("aria-current"); }
    });
  }
  function choose(entry) {
    if (chosen) { mark(chosen, false); }
    chosen = entry;
    if (!entry) { return; }
    mark(entry, true);
    var ways = document.getElementById("ways");
    ways.hidden = false;
    ways.querySelector("a").href = "#" + entry.id;
    entry.querySelector(".evidence").append(ways);
    var card = card_of(entry);
    if (card) { stand_on(card); }
    try { history.replaceState(null, "", "#" + entry.id); } catch (ignored) { /* a page without an address of its own */ }
  }
  function open(entry, from) {
    if (entry.hidden) { form.reset(); show(); }
    if (chosen) { if (chosen !== entry) { chosen.open = false; } }
    choose(entry);
    came_from = from;
    entry.open = true;
    entry.scrollIntoView();
    line_of(entry).focus({ preventScroll: true });
    if (!from) { bring_into_view(card_of(entry)); }
  }
  function close() {
    if (!chosen) { return; }
    var entry = chosen;
    choose(null);
    entry.open = false;
    (came_from || line_of(entry)).focus();
    came_from = null;
  }
  function step(from, by) {
    var there = shown();
    return there[there.indexOf(from) + by];
  }
  document.getElementById("events").addEventListener("toggle", function (event) {
    var entry = event.target;
    if (printing || !entry.matches("details.entry")) { return; }
    if (entry.open) {
      if (chosen === entry) { return; }
      came_from = null;
      choose(entry);
      bring_into_view(card_of(entry));
    } else if (chosen === entry) { choose(null); }
  }, true);
  document.getElementById("events").addEventListener("click", function (event) {
    var button = event.target.closest("button[data-do]");
    if (!button) { return; }
    var next = step(button.closest("details.entry"), button.dataset.do === "next" ? 1 : -1);
    if (next) { open(next, null); }
  });
  function open_named() {
    var entry = document.getElementById(location.hash.slice(1));
    if (entry) { if (entry.matches("details.entry")) { if (chosen !== entry) { open(entry, null); } } }
  }
  addEventListener("hashchange", open_named);

  // ---- filters

  var facts = entries.map(function (entry) {
    function numbers(text) { return text ? text.split(" ") : []; }
    return { entry: entry, text: "", sources: numbers(entry.dataset.sources),
      days: numbers(entry.dataset.days).map(function (one) { return one.split(":").map(Number); }) };
  });
  function plain(text) { return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(); }
  function day_of(text, last) {
    var parts = /^\s*(-?\d{1,5})(?:-(\d{1,2}))?(?:-(\d{1,2}))?\s*$/.exec(text);
    if (!parts) { return NaN; }
    var month = parts[2] ? Number(parts[2]) : last ? 12 : 1;
    var day = new Date(0);
    if (parts[3]) { day.setUTCFullYear(Number(parts[1]), month - 1, Number(parts[3])); }
    else if (last) { day.setUTCFullYear(Number(parts[1]), month, 0); }
    else { day.setUTCFullYear(Number(parts[1]), month - 1, 1); }
    return day.getUTCMonth() === month - 1 ? Math.floor(day.getTime() / 864e5) : NaN;
  }
  // A bound that cannot be read is told, and bounds nothing.
  function bound(name, last) {
    var box = form.elements[name];
    var day = day_of(box.value, last);
    var wrong = Boolean(box.value.trim()) ? isNaN(day) : false;
    box.setAttribute("aria-invalid", wrong);
    return isNaN(day) ? null : day;
  }
  function wanted() {
    var from = bound("from", false);
    var until = bound("until", true);
    document.getElementById("date-wrong").hidden = all("[aria-invalid=true]", form).length === 0;
    var statuses = all("[name=status]", form);
    function value(name) { return form.elements[name] ? form.elements[name].value : ""; }
    return { words: plain(value("find")).split(/\s+/).filter(Boolean), source: value("source"), kind: value("kind"),
      dated: from !== null || until !== null, from: from === null ? -Infinity : from, until: until === null ? Infinity : until,
      statuses: statuses.length ? statuses.filter(function (one) { return one.checked; }).map(function (one) { return one.value; }) : null };
  }
  function fits(fact, want) {
    var of = fact.entry.dataset;
    if (want.statuses) { if (!want.statuses.includes(of.status)) { return false; } }
    if (want.source) { if (!fact.sources.includes(want.source)) { return false; } }
    if (want.kind) { if (of.kind !== want.kind) { return false; } }
    if (want.dated) {
      var within = fact.days.some(function (days) { return want.until >= days[0] ? days[1] >= want.from : false; });
      if (!within) { return false; }
    }
    if (want.words.length) { fact.text = fact.text || plain(fact.entry.textContent); }
    return want.words.every(function (word) { return fact.text.includes(word); });
  }
  function show() {
    var want = wanted();
    var count = 0;
    facts.forEach(function (fact) {
      var out = !fits(fact, want);
      if (!out) { count += 1; }
      if (fact.entry.hidden === out) { return; }
      fact.entry.hidden = out;
      drawn_of(fact.entry).forEach(function (one) {
        one.classList.toggle("is-out", out);
        if (one.matches("a")) { if (out) { one.setAttribute("aria-hidden", "true"); } else { one.removeAttribute("aria-hidden"); } }
      });
    });
    var told = form.querySelector("output");
    told.textContent = told.dataset.of.replace("{n}", count).replace("{all}", facts.length);
    document.getElementById("none").hidden = count > 0;
    show_first_card();
  }
  // Where all that is in sight has faded, the first that has not comes into sight.
  function show_first_card() {
    var left = cards.filter(can_be_reached);
    if (!left.length) { return; }
    if (!left.includes(standing)) { stand_on(left[0]); }
    if (left.length === cards.length) { return; }
    var frame = view.getBoundingClientRect();
    function meets(one) {
      var box = one.getBoundingClientRect();
      return box.bottom > frame.top ? frame.bottom > box.top : false;
    }
    // Pieces first: to ask a card that is out of sight would have its piece drawn.
    var in_sight = left.some(function (card) { return meets(card.closest(".piece")) ? meets(card) : false; });
    if (!in_sight) { bring_into_view(left[0]); }
  }
  if (form) {
    form.hidden = false;
    form.addEventListener("input", show);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () { setTimeout(show, 0); });
  }

  // ---- the picture: one card can be reached by Tab, from there the arrow keys lead to the others

  var standing = null;
  function can_be_reached(card) { return !card.classList.contains("is-out"); }
  function stand_on(card) {
    if (standing) { standing.setAttribute("tabindex", "-1"); }
    standing = card;
    card.setAttribute("tabindex", "0");
  }
  cards.forEach(function (card) { card.setAttribute("tabindex", "-1"); });
  if (cards.length) { stand_on(cards[0]); }
  function walk(key) {
    var there = cards.filter(can_be_reached);
    var at = there.indexOf(standing);
    var to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: there.length - 1 }[key];
    if (there[to]) { stand_on(there[to]); there[to].focus({ preventScroll: true }); bring_into_view(there[to]); }
  }

  // ---- zoom and pan: the frame scrolls by itself, the drawing changes its size

  var view = picture ? picture.querySelector(".view") : null;
  var sheet = picture ? picture.querySelector(".sheet") : null;
  var size = sheet ? { width: Number(sheet.dataset.width), height: Number(sheet.dataset.height) } : null;
  var scale = 4 / 3;
  function fit_width() { return Math.min(1.6, view.clientWidth / size.width); }
  function fit_height() { return Math.min(1.6, view.clientHeight / size.height); }
  function fit_whole() { return Math.min(fit_width(), fit_height()); }
  function zoom(to, x, y) {
    var before = scale;
    scale = Math.min(8, Math.max(to, Math.min(0.25, fit_whole())));
    if (x === undefined) { x = view.clientWidth / 2; y = view.clientHeight / 2; }
    var left = (view.scrollLeft + x) / before;
    var top = (view.scrollTop + y) / before;
    sheet.style.setProperty("--scale", scale);
    view.scrollLeft = left * scale - x;
    view.scrollTop = top * scale - y;
  }
  function bring_into_view(card) {
    if (!card) { return; }
    var frame = view.getBoundingClientRect();
    var box = card.getBoundingClientRect();
    if (frame.top > box.top || box.bottom > frame.bottom) { view.scrollTop += (box.top + box.bottom - frame.top - frame.bottom) / 2; }
    if (frame.left > box.left || box.right > frame.right) { view.scrollLeft += box.left - frame.left - 12; }
  }
  var tools = {
    "in": function () { zoom(scale * 1.25); },
    "out": function () { zoom(scale / 1.25); },
    "width": function () { zoom(fit_width()); },
    "whole": function () { zoom(fit_whole()); }
  };
  var keys = { "+": "in", "=": "in", "-": "out", "0": "width" };
  function set_up_picture() {
    var bar = picture.querySelector(".tools");
    bar.hidden = false;
    bar.addEventListener("click", function (event) {
      var button = event.target.closest("button");
      if (button) { tools[button.dataset.do](); }
    });
    view.addEventListener("keydown", function (event) {
      if (event.ctrlKey || event.metaKey || event.altKey) { return; }
      if (keys[event.key]) { event.preventDefault(); tools[keys[event.key]](); return; }
      if (event.target === view) { return; }
      if (event.key === " ") { event.preventDefault(); event.target.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })); }
      if (/^(Arrow|Home|End)/.test(event.key)) { event.preventDefault(); walk(event.key); }
    });
    view.addEventListener("wheel", function (event) {
      if (!event.ctrlKey) { return; }
      event.preventDefault();
      var box = view.getBoundingClientRect();
      zoom(scale * Math.exp(-event.deltaY / 300), event.clientX - box.left, event.clientY - box.top);
    }, { passive: false });
    var pinch = null;
    function spread(touches) { return Math.hypot(touches[0].clientX - touches[1].clientX, touches[0].clientY - touches[1].clientY); }
    view.addEventListener("touchstart", function (event) {
      pinch = event.touches.length === 2 ? { spread: spread(event.touches), scale: scale } : null;
    }, { passive: true });
    view.addEventListener("touchmove", function (event) {
      if (!pinch || event.touches.length !== 2) { return; }
      event.preventDefault();
      var box = view.getBoundingClientRect();
      zoom(pinch.scale * spread(event.touches) / pinch.spread, (event.touches[0].clientX + event.touches[1].clientX) / 2 - box.left,
        (event.touches[0].clientY + event.touches[1].clientY) / 2 - box.top);
    }, { passive: false });
    var drag = null;
    view.addEventListener("mousedown", function (event) {
      if (event.button === 0) { drag = { x: event.clientX, y: event.clientY, left: view.scrollLeft, top: view.scrollTop, far: false }; }
    });
    addEventListener("mousemove", function (event) {
      if (!drag) { return; }
      var x = event.clientX - drag.x;
      var y = event.clientY - drag.y;
      if (Math.hypot(x, y) > 5) { drag.far = true; view.classList.add("is-dragged"); getSelection().removeAllRanges(); }
      if (drag.far) { view.scrollLeft = drag.left - x; view.scrollTop = drag.top - y; }
    });
    addEventListener("mouseup", function () {
      view.classList.remove("is-dragged");
      setTimeout(function () { drag = null; }, 0);
    });
    view.addEventListener("dragstart", function (event) { event.preventDefault(); });
    view.addEventListener("click", function (event) {
      var one = event.target.closest("[data-event]");
      if (!one) { return; }
      event.preventDefault();
      if (drag) { if (drag.far) { return; } }
      var entry = document.getElementById(one.getAttribute("data-event"));
      if (entry) { open(entry, one.matches("a") ? one : card_of(entry)); }
    });
    view.addEventListener("focusin", function (event) { if (event.target.matches("a.event")) { stand_on(event.target); } });
    zoom(Math.max(0.8, sheet.classList.contains("is-wide") ? fit_height() : fit_width()), 0, 0);
  }
  if (picture) { set_up_picture(); }

  // ---- keys of the list, paper, and the address

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select")) { return; }
    if (event.key === "Escape") { close(); }
    if (event.key === "j" || event.key === "k") {
      var on = document.activeElement.closest("details.entry") || chosen;
      var next = on ? step(on, event.key === "j" ? 1 : -1) : shown()[0];
      if (next) { next.scrollIntoView({ block: "nearest" }); line_of(next).focus({ preventScroll: true }); }
    }
  });
  var closed = [];
  addEventListener("beforeprint", function () {
    printing = true;
    closed = all("details:not([open])");
    closed.forEach(function (one) { one.open = true; });
  });
  addEventListener("afterprint", function () {
    closed.forEach(function (one) { one.open = false; });
    setTimeout(function () { printing = false; }, 0);
  });
  if (form) { show(); }
  open_named();
}());
)js";

const std::string_view explore_script_hash = "tSXuBHQ9rtaSdlYpOwzpgeuvNJZ9uUgs8wNsvDdBU80=";

}  // namespace fasti::page
