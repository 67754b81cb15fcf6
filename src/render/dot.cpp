// Order matters: Graphviz draws all edges first, in the order of their nodes, then the nodes in the order in
// which they were made, so cards cover what runs below them and words lie on their cards.
#include "render/dot.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <unordered_map>

#include <fmt/format.h>

#include "base/diagnostic.h"
#include "base/escape.h"
#include "render/canvas.h"

namespace fasti {

namespace {

constexpr double cap = 4;  // of a bracket's ends

struct Pens {
  Agnode_t* corner = nullptr;  // to which lines that have no other nodes are hung
};

// A line that belongs to nothing in particular runs, for Graphviz, from a speck of its own to the corner of
// the page.
void line(Canvas& canvas, const Pens& pens, std::string_view name, const std::vector<Point>& points,
          Tone tone, double thickness, std::string_view style = "") {
  Agnode_t* speck =
      draw_box(canvas, name, {points.front().x, points.front().y, 0, 0}, {"point", "", "", "invis", 1});
  draw_line(canvas, speck, pens.corner, points, hex(tone), thickness, style);
}

std::string_view shape_of(Status status) {
  switch (status) {
    case Status::agreed:
    case Status::single:
    case Status::undated:
      return "circle";
    case Status::refined:
      return "invtriangle";
    case Status::disputed:
      return "diamond";
    case Status::decided:
      return "square";
  }
  return "circle";
}

// Diamonds and triangles look smaller than circles of the same box.
Box optical(Box box, Status status) {
  const double more = status == Status::disputed  ? 2.5
                      : status == Status::refined ? 2
                      : status == Status::decided ? -1.5
                                                  : 0;
  return {box.x - more / 2, box.y - more / 2, box.width + more, box.height + more};
}

Agnode_t* draw_mark(Canvas& canvas, const Mark& mark) {
  const std::string_view colour = hex(tone_of(mark.status));
  const std::string_view white = hex(Tone::paper);
  Look look{shape_of(mark.status), colour, colour, "", 1};
  if (mark.status == Status::single || mark.status == Status::undated)
    look = {look.shape, white, colour, "", 2.2};
  if (mark.standing == Standing::open) look = {look.shape, white, colour, "", 2.2};
  if (mark.standing == Standing::rival) look = {look.shape, white, colour, "", 1};
  return draw_box(canvas, mark.id, optical(mark.box, mark.status), look, {}, mark.tooltip);
}

void zigzag(Canvas& canvas, const Pens& pens, std::string_view name, double x, Stretch at) {
  constexpr int teeth = 4;
  constexpr double reach = 5;
  std::vector<Point> points = {{x, at.top}};
  const double step = (at.bottom - at.top) / teeth;
  for (int i = 0; i < teeth; ++i)
    points.push_back({x + (i % 2 == 0 ? reach : -reach), at.top + (i + 0.5) * step});
  points.push_back({x, at.bottom});
  line(canvas, pens, name, points, Tone::muted, 1.2);
}

void draw_axis(Canvas& canvas, const Pens& pens, const Axis& axis) {
  if (axis.bottom <= axis.top) return;
  double y = axis.top;
  int number = 0;
  for (const Stretch& gap : axis.breaks) {
    line(canvas, pens, fmt::format("axis-{}", ++number), {{axis.x, y}, {axis.x, gap.top}}, Tone::muted, 1.6);
    zigzag(canvas, pens, fmt::format("break-{}", number), axis.x, gap);
    y = gap.bottom;
  }
  line(canvas, pens, fmt::format("axis-{}", ++number), {{axis.x, y}, {axis.x, axis.bottom}}, Tone::muted,
       1.6);
  for (const Stretch& day : axis.same_date)
    line(canvas, pens, "same-date", {{axis.x, day.top}, {axis.x, day.bottom}}, Tone::muted, 4.5);
}

// An open end fades away in three steps.
void draw_fading(Canvas& canvas, const Pens& pens, const std::string& id, double x, double from, double to,
                 double thickness) {
  const double step = (to - from) / 3;
  const Tone tones[] = {Tone::muted, Tone::faint, Tone::hairline};
  for (int i = 0; i < 3; ++i)
    line(canvas, pens, id + "-open", {{x, from + step * i}, {x, from + step * (i + 0.7)}}, tones[i],
         thickness);
}

void draw_bracket(Canvas& canvas, const Pens& pens, const Bracket& bracket) {
  const double x = bracket.x;
  const double thickness = bracket.rival ? 1.1 : 2;
  const double fade = std::min(24.0, (bracket.bottom - bracket.top) * 0.7);
  const double top = bracket.open_top ? bracket.top + fade : bracket.top;
  const double bottom = bracket.open_bottom ? bracket.bottom - fade : bracket.bottom;
  if (bracket.open_top) draw_fading(canvas, pens, bracket.id, x, top, bracket.top, thickness);
  if (bracket.open_bottom) draw_fading(canvas, pens, bracket.id, x, bottom, bracket.bottom, thickness);
  const std::string_view style = bracket.approximate ? "dashed" : bracket.rival ? "dotted" : "";
  std::vector<Point> points;
  const bool capped = !bracket.approximate;
  if (capped && !bracket.open_top) points.push_back({x - cap, top});
  points.push_back({x, top});
  points.push_back({x, bottom});
  if (capped && !bracket.open_bottom) points.push_back({x - cap, bottom});
  line(canvas, pens, bracket.id, points, Tone::muted, thickness, style);
}

// A piece of a bar, from one share of its length to another.
Box piece_of(const DateBar& bar, double from, double to) {
  const Box& box = bar.box;
  if (bar.runs_down) return {box.x, box.y + from * box.height, box.width, (to - from) * box.height};
  return {box.x + from * box.width, box.y, (to - from) * box.width, box.height};
}

// An end that is not known is paler step by step.
void draw_fading(Canvas& canvas, const DateBar& bar, double from, double to) {
  constexpr Tone tones[] = {Tone::bar, Tone::bar_pale, Tone::bar_paler, Tone::bar_palest};
  constexpr int steps = 4;
  for (int i = 0; i < steps; ++i) {
    const double a = from + (to - from) * i / steps, b = from + (to - from) * (i + 1) / steps;
    draw_box(canvas, bar.id + "-fading", piece_of(bar, std::min(a, b), std::max(a, b)),
             {"box", hex(tones[i]), "", "", 1});
  }
}

// Solid where the date certainly lies; hollow where only rivals say so; about: pale, and paler at both ends.
void draw_bar(Canvas& canvas, const DateBar& bar) {
  const double length = bar.runs_down ? bar.box.height : bar.box.width;
  const double fade = std::min(0.45, 28 / std::max(1.0, length));
  const double start = bar.open_start || bar.approximate ? fade : 0;
  const double end = bar.open_end || bar.approximate ? 1 - fade : 1;
  if (start > 0) draw_fading(canvas, bar, start, 0);
  if (end < 1) draw_fading(canvas, bar, end, 1);
  const Look solid{"box", hex(Tone::bar), "", "", 1};
  const Look hollow{"box", hex(Tone::paper), hex(Tone::faint), "", 0.9};
  draw_box(canvas, bar.id, piece_of(bar, start, end), bar.rival ? hollow : solid);
}

void draw_tick(Canvas& canvas, const Pens& pens, const Tick& tick, double x) {
  if (tick.reach > 0) line(canvas, pens, tick.id, {{x - tick.reach, tick.y}, {x, tick.y}}, Tone::muted, 1.2);
  if (!tick.year.lines.empty()) draw_text(canvas, tick.year);
  if (!tick.label.lines.empty()) draw_text(canvas, tick.label);
}

Agnode_t* draw_card(Canvas& canvas, const Card& card) {
  const Tone fill = card.status == Status::disputed ? Tone::card_disputed : Tone::card;
  Agnode_t* node = draw_box(canvas, card.id, card.box, {"box", hex(fill), "", "", 1}, {}, card.tooltip);
  agsafeset(node, const_cast<char*>("id"), const_cast<char*>(agnameof(node)), const_cast<char*>(""));
  const Box bar{card.box.x, card.box.y, 3, card.box.height};
  draw_box(canvas, "bar-" + card.event, bar, {"box", hex(tone_of(card.status)), "", "", 1});
  for (const TextBlock& text : card.texts) draw_text(canvas, text);
  for (const Mark& mark : card.marks) draw_mark(canvas, mark);
  for (const Badge& badge : card.badges)
    draw_box(canvas, badge.id, badge.box, {"box", hex(Tone::badge), "", "rounded", 1},
             {escape_dot(badge.text), Lettering::badge, Tone::ink}, badge.tooltip, badge.url);
  return node;
}

void draw_legend(Canvas& canvas, const Pens& pens, const Layout& layout) {
  for (const Bracket& bracket : layout.legend_brackets) draw_bracket(canvas, pens, bracket);
  for (const DateBar& bar : layout.legend_bars) draw_bar(canvas, bar);
  for (const Point& centre : layout.legend_breaks)
    zigzag(canvas, pens, "legend-break", centre.x, {centre.y - 7, centre.y + 7});
  for (const Point& centre : layout.legend_same_dates)
    line(canvas, pens, "legend-same-date", {{centre.x, centre.y - 6}, {centre.x, centre.y + 6}}, Tone::muted,
         4.5);
  for (const Mark& mark : layout.legend_marks) draw_mark(canvas, mark);
}

void draw_all(Canvas& canvas, const Layout& layout) {
  const Box page{0, 0, layout.width, layout.height};
  // The page is there for its size only: filled, it would cover the edges, which are drawn first.
  const Pens pens{draw_box(canvas, "page", page, {"box", "", "", "", 1})};
  int rules = 0;
  for (const Box& rule : layout.rules)
    line(canvas, pens, fmt::format("rule-{}", ++rules), {{rule.x, rule.y}, {rule.right(), rule.y}},
         Tone::hairline, 0.8);
  for (const Panel& panel : layout.panels)
    draw_box(canvas, panel.id, panel.box, {"box", hex(panel.fill), "", "", 1});
  draw_axis(canvas, pens, layout.axis);
  for (const Stroke& stroke : layout.strokes)
    line(canvas, pens, stroke.id, stroke.points, stroke.tone, stroke.thickness,
         stroke.dashed ? "dashed" : "");
  for (const Tick& tick : layout.ticks) draw_tick(canvas, pens, tick, layout.axis.x);
  std::unordered_map<std::string, Agnode_t*> marks;
  for (const Bracket& bracket : layout.brackets) draw_bracket(canvas, pens, bracket);
  for (const DateBar& bar : layout.bars) draw_bar(canvas, bar);
  for (const Mark& mark : layout.marks) marks[mark.id] = draw_mark(canvas, mark);
  std::unordered_map<std::string, Agnode_t*> cards;
  for (const Card& card : layout.cards) cards[card.id] = draw_card(canvas, card);
  for (const Tie& tie : layout.ties)
    draw_line(canvas, cards[tie.card], marks[tie.mark], tie.points, hex(tone_of(tie.status)), 1,
              tie.standing == Standing::rival ? "dashed" : "");
  for (const TextBlock& text : layout.texts) draw_text(canvas, text);
  draw_legend(canvas, pens, layout);
}

}  // namespace

std::string draw_dot(const Layout& layout) {
  Canvas canvas{agopen(const_cast<char*>("timeline"), Agundirected, nullptr), layout.height, {}, {}, {}};
  const std::unique_ptr<Agraph_t, int (*)(Agraph_t*)> closed(canvas.graph, agclose);
  declare_defaults(canvas, layout.width);
  draw_all(canvas, layout);
  char* bytes = nullptr;
  std::size_t size = 0;
  std::FILE* memory = open_memstream(&bytes, &size);
  const bool written = memory && agwrite(canvas.graph, memory) == 0 && std::fclose(memory) == 0;
  const std::unique_ptr<char, void (*)(void*)> freed(bytes, std::free);
  if (!written)
    throw InputError(
        Diagnostic{Severity::error, "not-drawn", "Graphviz could not write the drawing", "", {}, "", "", {}});
  return {bytes, size};
}

}  // namespace fasti
