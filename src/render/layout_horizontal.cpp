// Time runs to the right through a ribbon that bears the years, months and days. Events stand above and below
// it in turn; what belongs to one lies, from the ribbon outwards:
//
//   cards      ┌─────────────┐      flags on poles (flags.h)
//              │ 27 September│
//              │┌────────────┘
//   poles      │                    lines from mark to pole, which slant where the pole had to make way
//               \      ┌ ─ ─ ┐
//   rails        \─ ─ ─┘     ╎      on which the ties of rival dates run to the line of the preferred one
//   bars       ▬▬▬▬▬▬▬▬▬▬▬▬▬ ╎      dates that are stretches of time
//   marks         ●          ◇
//   ribbon     ░2020░Sep░27░░30░░░
//
// Below the ribbon it is the same, mirrored. No text stands between ribbon and cards, so ties cross none; the
// ribbon's own texts are crossed by nothing. Distances from the ribbon are settled for each side; at last the
// ribbon gets its height on the page.
#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include <fmt/format.h>

#include "render/axis_column.h"
#include "render/card.h"
#include "render/entry.h"
#include "render/flags.h"
#include "render/frame.h"
#include "render/lanes.h"
#include "render/layout_styles.h"
#include "render/marks.h"
#include "render/place_marks.h"

namespace fasti {

namespace {

constexpr double card_share = 0.56;  // of the width of a card in the vertical style
constexpr double least_width = 620;
constexpr double ribbon_height = 40;
constexpr double year_row = 14.5, day_row = 27.5;  // middles, from the ribbon's upper edge
constexpr double text_indent = 4;                  // from a tick to what is written behind it
constexpr double bar_thickness = 6;
constexpr double bar_step = 12, most_bar_room = 120;
constexpr double rail_step = 7, most_rail_room = 120;
constexpr double least_bar = 8;
constexpr double half_bar = 1.5;      // of the bar at a card's left edge, which carries its pole on
constexpr double room_for_ways = 26;  // from bars to marks that do not stand on them
constexpr double least_slant = 12, most_slant = 70;
constexpr double far_left = -std::numeric_limits<double>::infinity();

// Few events in one row of cards above and one below; more in stacks, so that the picture keeps a shape.
std::size_t stack_for(std::size_t events) {
  const double wanted = std::ceil(std::sqrt(static_cast<double>(events)) / 2.25);
  return static_cast<std::size_t>(std::clamp(wanted, 1.0, 12.0));
}

// --- along the ribbon

struct RibbonTexts {
  const DateWording& wording;
  const TextMetrics& metrics;
  double width(const std::string& text, Lettering lettering) const { return metrics(text, lettering); }
};

// The rightmost of what was set so far, by kind.
struct Passed {
  RibbonTexts texts;
  const Stops* stops = nullptr;
  double pitch = 0;          // even: from card to card
  double stack = 0;          // what a full stack of cards takes
  std::size_t in_stack = 1;  // cards that stand beside each other, above and below
  double mark = far_left, start = far_left, label_end = far_left, year_end = far_left;
  int year = std::numeric_limits<int>::min();
  std::vector<double> cards = {};

  double label_width(const Stop& stop) const {
    if (stop.kind == StopKind::mark) return texts.width(stops->marks[stop.index].label, Lettering::tick);
    const TickDraft& tick = stops->ticks[stop.index];
    const Civil civil = civil_of(tick.day);
    if (tick.level == TickDraft::Level::day)
      return texts.width(fmt::format("{}", civil.day), Lettering::tick);
    if (!tick.shows_month) return 0;
    const auto month = static_cast<std::size_t>(civil.month - 1);
    const std::vector<std::string>& names = texts.wording.months_short;
    return texts.width(month < names.size() ? names[month] : fmt::format("{:02}", civil.month),
                       Lettering::tick);
  }
  int year_of(const Stop& stop) const { return civil_of(stops->ticks[stop.index].day).year; }

  double earliest(const Stop& stop) const {
    switch (stop.kind) {
      case StopKind::bracket_end:
        return std::max(mark, start) + 12;
      case StopKind::bracket_start:
        return far_left;
      case StopKind::tick:
        return std::max(label_end + 6, year_of(stop) != year ? year_end + 8 : far_left);
      case StopKind::mark:
        break;
    }
    double at = std::max(mark + mark_gap, start + 9);
    if (stop.labelled) at = std::max(at, label_end + 6 + label_width(stop) / 2);
    if (!stop.carries_card || cards.empty()) return at;
    at = std::max(at, cards.back() + pitch);
    return cards.size() < in_stack ? at : std::max(at, cards[cards.size() - in_stack] + stack);
  }

  void note(const Stop& stop, double at) {
    if (stop.kind == StopKind::bracket_start) start = at;
    if (stop.carries_card) cards.push_back(at);
    if (stop.kind == StopKind::mark) {
      mark = at;
      if (stop.labelled) label_end = at + label_width(stop) / 2;
    }
    if (stop.kind != StopKind::tick) return;
    label_end = at + text_indent + label_width(stop);
    if (year_of(stop) == year) return;
    year = year_of(stop);
    year_end =
        at + text_indent + texts.width(in_few_words(range_of_year(year), texts.wording), Lettering::year);
  }
};

AlongAxis along_ribbon(const std::vector<Dated>& dates, const DateWording& wording,
                       const TextMetrics& metrics, Spacing spacing, double card_width,
                       std::size_t most_in_stack) {
  const std::size_t both_sides = 2 * most_in_stack;
  const double stack = stack_length(card_width, most_in_stack);
  const double pitch = stack / static_cast<double>(both_sides);
  const auto cards = static_cast<std::size_t>(
      std::count_if(dates.begin(), dates.end(), [](const Dated& d) { return d.carries_card; }));
  Pace pace;
  pace.spacing = spacing;
  // Many events fill the page by themselves; there the time between them needs less of it.
  pace.per_doubling =
      13 * std::min(1.0, std::sqrt(60 / static_cast<double>(std::max<std::size_t>(cards, 1))));
  pace.break_room = 96;
  pace.break_before = 24;  // clear of the year behind the last tick
  pace.most_before_first = 30;
  pace.label_gap = 42;
  if (spacing == Spacing::proportional) {
    pace.full = std::max(least_width, 1.1 * pitch * static_cast<double>(cards));
    return place_marks_beside(dates, wording, 0, pace, [](const std::vector<PlacedMark>& marks) {
      return std::vector<double>(marks.empty() ? 0 : marks.size() - 1, mark_gap);
    });
  }
  const auto passed = std::make_shared<Passed>(Passed{{wording, metrics}});
  passed->stack = stack;
  passed->in_stack = both_sides;
  if (spacing == Spacing::even) passed->pitch = pitch;
  return place_marks(dates, wording, 0, pace, [&](const Stops& stops) {
    passed->stops = &stops;
    return Needs{[passed](const Stop& stop) { return passed->earliest(stop); },
                 [passed](const Stop& stop, double at) { passed->note(stop, at); }};
  });
}

// --- across it

// One side of the ribbon, in distances from its edge.
struct Side {
  bool above = true;
  std::vector<std::size_t> marks;     // of the axis', in their order
  std::vector<std::size_t> brackets;  // that occur on this side
  std::vector<std::size_t> bar_lane;  // one a bracket of the axis
  std::vector<double> rail;           // one a mark of `marks`; 0 for those that have their own line
  Flags flags;                        // one a mark that carries a card, in their order
  double bar_pitch = 0;
  double marks_row = 0;            // 0 where marks stand on the axis and on bars
  double rails_end = 0, base = 0;  // base: where poles begin
  double edge = 0;                 // the height of the ribbon's edge on the page

  double reach() const { return flags.flags.empty() ? base : base + flags.reach; }
  double y(double distance) const { return above ? edge - distance : edge + distance; }
  double bar(std::size_t bracket) const { return 14 + bar_pitch * static_cast<double>(bar_lane[bracket]); }
};

// Events stand above and below in turn, by their places.
std::vector<bool> sides_of(const AlongAxis& along, std::size_t entries) {
  std::vector<bool> is_above(entries, true);
  bool above = true;
  for (const PlacedMark& mark : along.marks) {
    if (!mark.is_anchor) continue;
    is_above[mark.entry] = above;
    above = !above;
  }
  return is_above;
}

void set_bars(Side& side, const AlongAxis& along) {
  std::vector<bool> occurs(along.brackets.size(), false);
  for (const std::size_t m : side.marks)
    if (along.marks[m].bracket) occurs[*along.marks[m].bracket] = true;
  std::vector<Stretch> stretches;
  for (std::size_t b = 0; b < occurs.size(); ++b) {
    if (!occurs[b]) continue;
    side.brackets.push_back(b);
    const Bracket& bracket = along.brackets[b];
    stretches.push_back({bracket.top, std::max(bracket.bottom, bracket.top + least_bar)});
  }
  const Lanes lanes = lanes_for(stretches, 6);
  side.bar_lane.assign(along.brackets.size(), 0);
  for (std::size_t i = 0; i < side.brackets.size(); ++i) side.bar_lane[side.brackets[i]] = lanes.of[i];
  side.bar_pitch =
      lanes.count == 0 ? bar_step : std::min(bar_step, most_bar_room / static_cast<double>(lanes.count));
  side.rails_end = 8 + side.bar_pitch * static_cast<double>(lanes.count);
}

// The mark beside which each event's card stands.
std::vector<std::size_t> anchors_of(const AlongAxis& along, std::size_t entries) {
  std::vector<std::size_t> anchors(entries, 0);
  for (std::size_t m = 0; m < along.marks.size(); ++m)
    if (along.marks[m].is_anchor) anchors[along.marks[m].entry] = m;
  return anchors;
}

void set_rails(Side& side, const AlongAxis& along, const std::vector<std::size_t>& anchors) {
  std::vector<Stretch> stretches;
  for (const std::size_t m : side.marks) {
    if (along.marks[m].is_anchor) continue;
    const double from = along.marks[m].at, to = along.marks[anchors[along.marks[m].entry]].at;
    stretches.push_back({std::min(from, to), std::max(from, to)});
  }
  const Lanes lanes = lanes_for(stretches, 4);
  const double pitch =
      lanes.count == 0 ? rail_step : std::min(rail_step, most_rail_room / static_cast<double>(lanes.count));
  std::size_t tied = 0;
  for (const std::size_t m : side.marks) {
    const bool has_own = along.marks[m].is_anchor;
    side.rail.push_back(has_own ? 0 : side.rails_end + 8 + pitch * static_cast<double>(lanes.of[tied++]));
  }
  if (lanes.count > 0) side.rails_end += 8 + pitch * static_cast<double>(lanes.count);
}

void set_flags(Side& side, const AlongAxis& along, const std::vector<SetCard>& cards, double width,
               std::size_t most_in_stack) {
  std::vector<Flag> flags;
  for (const std::size_t m : side.marks)
    if (along.marks[m].is_anchor)
      flags.push_back({along.marks[m].at - half_bar, cards[along.marks[m].entry].card.box.height});
  side.flags = place_flags(flags, width, most_in_stack);
  double farthest = 0;
  for (std::size_t i = 0; i < flags.size(); ++i)
    farthest = std::max(farthest, std::abs(side.flags.flags[i].pole - flags[i].wanted));
  const double slant = farthest < 0.5 ? 0 : std::clamp(farthest * 0.4, least_slant, most_slant);
  side.base = side.rails_end + 10 + slant + 6;
}

Side side_of(bool above, const AlongAxis& along, const std::vector<bool>& is_above,
             const std::vector<SetCard>& cards, const LayoutOptions& options, double width,
             std::size_t most_in_stack) {
  Side side;
  side.above = above;
  for (std::size_t m = 0; m < along.marks.size(); ++m)
    if (is_above[along.marks[m].entry] == above) side.marks.push_back(m);
  set_bars(side, along);
  if (options.spacing == Spacing::proportional) {
    side.marks_row = side.rails_end + room_for_ways;
    side.rails_end = side.marks_row + 4;
  }
  set_rails(side, along, anchors_of(along, cards.size()));
  set_flags(side, along, cards, width, most_in_stack);
  return side;
}

// --- onto the page

double mark_y(const Side& side, const PlacedMark& mark) {
  if (side.marks_row > 0) return side.y(side.marks_row);
  return side.y(mark.bracket ? side.bar(*mark.bracket) : 0);
}

void add_marks(Layout& layout, const Side& side, const AlongAxis& along, const std::vector<Entry>& entries,
               const DateWording& wording) {
  for (const std::size_t m : side.marks) {
    const PlacedMark& placed = along.marks[m];
    layout.marks.push_back(
        mark_at({placed.at, mark_y(side, placed)}, entries[placed.entry], placed.date, wording));
  }
}

void add_bars(Layout& layout, const Side& side, const AlongAxis& along) {
  for (const std::size_t b : side.brackets) {
    const Bracket& bracket = along.brackets[b];
    const double length = std::max(bracket.bottom - bracket.top, least_bar);
    const Box box{bracket.top, side.y(side.bar(b)) - bar_thickness / 2, length, bar_thickness};
    layout.bars.push_back({fmt::format("{}-{}", bracket.id, side.above ? "above" : "below"), box, false,
                           bracket.rival, bracket.approximate, bracket.open_top, bracket.open_bottom});
  }
}

// Where marks do not stand at their places: lines that lead from one to the other.
void add_ways(Layout& layout, const Side& side, const AlongAxis& along, const std::vector<Entry>& entries) {
  if (side.marks_row <= 0) return;
  for (const std::size_t m : side.marks) {
    const PlacedMark& placed = along.marks[m];
    const double from = side.y(placed.bracket ? side.bar(*placed.bracket) : 0);
    const double bend = side.y(side.marks_row - room_for_ways + 4);
    const double to = side.y(side.marks_row - mark_size / 2);
    const Entry& entry = entries[placed.entry];
    layout.strokes.push_back({"way-" + mark_id(entry, placed.date),
                              {{placed.on_axis, from}, {placed.on_axis, bend}, {placed.at, to}},
                              Tone::faint,
                              0.8,
                              entry.dates[placed.date].standing == Standing::rival});
  }
}

// The preferred date's line goes to the card; the others' go to that line.
void add_ties(Layout& layout, const Side& side, const AlongAxis& along, const std::vector<Entry>& entries,
              const std::vector<std::size_t>& anchors) {
  std::size_t flag = 0;
  for (std::size_t i = 0; i < side.marks.size(); ++i) {
    const PlacedMark& placed = along.marks[side.marks[i]];
    const Entry& entry = entries[placed.entry];
    const double x = placed.at;
    const double from = mark_y(side, placed) + (side.above ? -1 : 1) * mark_size / 2;
    Tie tie{mark_id(entry, placed.date),
            entry.told->event.id,
            {{x, from}},
            entry.told->verdict.status,
            entry.dates[placed.date].standing,
            "event-" + entry.told->event.id};
    if (placed.is_anchor) {
      const PlacedFlag& at = side.flags.flags[flag++];
      tie.points.push_back({x, side.y(side.rails_end + 10)});
      tie.points.push_back({at.pole + half_bar, side.y(side.base)});
      tie.points.push_back({at.pole + half_bar, side.y(side.base + at.near)});
    } else {
      const double rail = side.y(side.rail[i]);
      tie.points.push_back({x, rail});
      tie.points.push_back({along.marks[anchors[placed.entry]].at, rail});
    }
    layout.ties.push_back(std::move(tie));
  }
}

void place_cards(const Side& side, const AlongAxis& along, std::vector<SetCard>& cards) {
  std::size_t flag = 0;
  for (const std::size_t m : side.marks) {
    if (!along.marks[m].is_anchor) continue;
    Card& card = cards[along.marks[m].entry].card;
    const PlacedFlag& at = side.flags.flags[flag++];
    const double near = side.y(side.base + at.near);
    move(card, at.pole, side.above ? near - card.box.height : near);
  }
}

// Cards of events without a date, in rows from left to right. Returns the height below them.
double place_undated(std::vector<SetCard>& cards, const std::vector<Entry>& entries, double left,
                     double right, double y) {
  double x = left, bottom = y;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    if (entries[i].anchor) continue;
    Card& card = cards[i].card;
    if (x > left && x + card.box.width > right) {
      x = left;
      y = bottom + flag_gap;
    }
    move(card, x, y);
    x += card.box.width + flag_gap;
    bottom = std::max(bottom, card.box.bottom());
  }
  return bottom;
}

// --- the ribbon

TextBlock ribbon_text(std::string id, const std::string& line, double x, double middle, Lettering lettering,
                      Tone tone, const TextMetrics& metrics) {
  const double height = line_height(lettering);
  return {std::move(id),
          {x, middle - height / 2, metrics(line, lettering) + 2, height},
          {line},
          lettering,
          tone,
          Align::left,
          ""};
}

// Ticks get a hairline and their words behind it, days stand below (or above) their marks.
void add_ribbon_texts(Layout& layout, const AlongAxis& along, const TextMetrics& metrics, double top) {
  for (const PlacedTick& tick : along.ticks) {
    const bool is_of_mark = tick.id.starts_with("label");
    const bool is_written = !tick.year.empty() || !tick.label.empty();
    if (!is_of_mark) {
      const double height = is_written ? ribbon_height : 4;
      layout.panels.push_back({tick.id, {tick.at - 0.4, top, 0.8, height}, Tone::faint});
    }
    if (!tick.year.empty())
      layout.texts.push_back(ribbon_text("year-of-" + tick.id, tick.year, tick.at + text_indent,
                                         top + year_row, Lettering::year, Tone::ink, metrics));
    if (tick.label.empty()) continue;
    const double x = is_of_mark ? tick.at - metrics(tick.label, Lettering::tick) / 2 : tick.at + text_indent;
    layout.texts.push_back(ribbon_text("text-of-" + tick.id, tick.label, x, top + day_row, Lettering::tick,
                                       is_of_mark ? Tone::ink : Tone::muted, metrics));
  }
}

// Where time is left out the ribbon is cut, with two strokes in the cut.
void add_ribbon(Layout& layout, const AlongAxis& along, const TextMetrics& metrics, double top,
                double right) {
  constexpr double cut = 5;
  double x = along.axis.top;
  int number = 0;
  const auto piece = [&](double to) {
    layout.panels.push_back(
        {fmt::format("ribbon-{}", ++number), {x, top, to - x, ribbon_height}, Tone::badge});
  };
  for (const Stretch& gap : along.axis.breaks) {
    const double middle = (gap.top + gap.bottom) / 2;
    piece(middle - cut);
    x = middle + cut;
    for (const double at : {middle - 2, middle + 2})
      layout.strokes.push_back(
          {fmt::format("break-{}", number), {{at - 2.5, top + ribbon_height + 3}, {at + 2.5, top - 3}}});
  }
  piece(right);
  add_ribbon_texts(layout, along, metrics, top);
  for (const Stretch& date : along.axis.same_date)
    layout.panels.push_back({fmt::format("same-date-{}", ++number),
                             {date.top, top + ribbon_height - 3, date.bottom - date.top, 2},
                             Tone::muted});
}

double right_end(const AlongAxis& along, const TextMetrics& metrics) {
  double right = along.axis.bottom;
  for (const PlacedTick& tick : along.ticks)
    right = std::max({right, tick.at + text_indent + metrics(tick.year, Lettering::year) + 6,
                      tick.at + text_indent + metrics(tick.label, Lettering::tick) + 6});
  return right;
}

double left_end(const AlongAxis& along, const std::vector<Side>& sides, const TextMetrics& metrics) {
  double left = along.axis.top;
  for (const PlacedTick& tick : along.ticks)
    left = std::min(left, tick.at - metrics(tick.label, Lettering::tick) / 2 - 4);
  for (const PlacedMark& mark : along.marks) left = std::min(left, mark.at - mark_size / 2 - 2);
  for (const Side& side : sides)
    for (const PlacedFlag& flag : side.flags.flags) left = std::min(left, flag.pole);
  return left;
}

}  // namespace

Layout layout_horizontal(const Timeline& timeline, const TextMetrics& metrics, const LayoutOptions& options) {
  const Voices voices = voices_of(timeline);
  const std::vector<Entry> entries = entries_of(timeline, voices);
  const double card_width = options.card_width * card_share;
  std::vector<SetCard> cards;
  cards.reserve(entries.size());
  for (const Entry& entry : entries)
    cards.push_back(set_card(entry, voices, timeline.wording, timeline.phrases, metrics, card_width));

  // Along the ribbon from 0, then the distances from it.
  const std::size_t most_in_stack = stack_for(entries.size());
  AlongAxis along = along_ribbon(dated_by(entries, cards), timeline.wording, metrics, options.spacing,
                                 card_width, most_in_stack);
  const std::vector<bool> is_above = sides_of(along, entries.size());
  std::vector<Side> sides;
  for (const bool above : {true, false})
    sides.push_back(side_of(above, along, is_above, cards, options, card_width, most_in_stack));

  const double dx = options.margin - left_end(along, sides, metrics);
  shift(along, dx);
  double right = right_end(along, metrics);
  for (const PlacedMark& mark : along.marks) right = std::max(right, mark.at + mark_size / 2 + 2);
  const double ribbon_right = right;
  for (Side& side : sides)
    for (PlacedFlag& flag : side.flags.flags) {
      flag.pole += dx;
      right = std::max(right, flag.pole + card_width);
    }
  Layout result;
  result.width = std::max(right, least_width - options.margin) + options.margin;

  // Heights: the title, the upper side, the ribbon, the lower side.
  double y = set_title(result, timeline, metrics, options, options.margin);
  if (!along.marks.empty()) {
    sides[0].edge = y + sides[0].reach();
    sides[1].edge = sides[0].edge + ribbon_height;
    y = sides[1].edge + sides[1].reach();
    add_ribbon(result, along, metrics, sides[0].edge, ribbon_right);
  }
  const std::vector<std::size_t> anchors = anchors_of(along, entries.size());
  for (const Side& side : sides) {
    add_bars(result, side, along);
    add_ways(result, side, along, entries);
    add_marks(result, side, along, entries, timeline.wording);
    add_ties(result, side, along, entries, anchors);
    place_cards(side, along, cards);
  }
  double bottom = place_undated(cards, entries, options.margin, result.width - options.margin, y + flag_gap);
  for (SetCard& card : cards) result.cards.push_back(std::move(card.card));
  bottom = set_legend(result, timeline.phrases, metrics, options.margin, bottom + 28);
  bottom = set_sources(result, timeline, metrics, options.margin, bottom);
  result.height = bottom + options.margin;
  return result;
}

}  // namespace fasti
