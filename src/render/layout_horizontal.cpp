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

#include <fmt/format.h>

#include "render/axis_column.h"
#include "render/card.h"
#include "render/entry.h"
#include "render/frame.h"
#include "render/layout_styles.h"
#include "render/marks.h"
#include "render/ribbon.h"
#include "render/ribbon_side.h"
#include "render/undated.h"

namespace fasti {

namespace {

constexpr double card_share = 0.56;  // of the width of a card in the vertical style
constexpr double bar_thickness = 6;

// Few events in one row of cards above and one below; more in stacks, so that the picture keeps a shape.
std::size_t stack_for(std::size_t events) {
  const double wanted = std::ceil(std::sqrt(static_cast<double>(events)) / 2.25);
  return static_cast<std::size_t>(std::clamp(wanted, 1.0, 12.0));
}

double mark_y(const RibbonSide& side, const PlacedMark& mark) {
  if (side.marks_row > 0) return side.y(side.marks_row);
  return side.y(mark.bracket ? side.bar(*mark.bracket) : 0);
}

void add_marks(Layout& layout, const RibbonSide& side, const AlongAxis& along,
               const std::vector<Entry>& entries, const DateWording& wording) {
  for (const std::size_t m : side.marks) {
    const PlacedMark& placed = along.marks[m];
    layout.marks.push_back(
        mark_at({placed.at, mark_y(side, placed)}, entries[placed.entry], placed.date, wording));
  }
}

void add_bars(Layout& layout, const RibbonSide& side, const AlongAxis& along) {
  for (const std::size_t b : side.brackets) {
    const Bracket& bracket = along.brackets[b];
    const double length = std::max(bracket.bottom - bracket.top, least_bar);
    const Box box{bracket.top, side.y(side.bar(b)) - bar_thickness / 2, length, bar_thickness};
    layout.bars.push_back({fmt::format("{}-{}", bracket.id, side.above ? "above" : "below"), box, false,
                           bracket.rival, bracket.approximate, bracket.open_top, bracket.open_bottom});
  }
}

// Where marks do not stand at their places: lines that lead from one to the other.
void add_ways(Layout& layout, const RibbonSide& side, const AlongAxis& along,
              const std::vector<Entry>& entries) {
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
void add_ties(Layout& layout, const RibbonSide& side, const AlongAxis& along,
              const std::vector<Entry>& entries, const std::vector<std::size_t>& anchors) {
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

void place_cards(const RibbonSide& side, const AlongAxis& along, std::vector<SetCard>& cards) {
  std::size_t flag = 0;
  for (const std::size_t m : side.marks) {
    if (!along.marks[m].is_anchor) continue;
    Card& card = cards[along.marks[m].entry].card;
    const PlacedFlag& at = side.flags.flags[flag++];
    const double near = side.y(side.base + at.near);
    move(card, at.pole, side.above ? near - card.box.height : near);
  }
}

double left_end(const AlongAxis& along, const std::vector<RibbonSide>& sides, const TextMetrics& metrics) {
  double left = along.axis.top;
  for (const PlacedTick& tick : along.ticks)
    left = std::min(left, tick.at - metrics(tick.label, Lettering::tick) / 2 - 4);
  for (const PlacedMark& mark : along.marks) left = std::min(left, mark.at - mark_size / 2 - 2);
  for (const RibbonSide& side : sides)
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
  const std::vector<bool> is_above = which_stand_above(along, entries.size());
  std::vector<RibbonSide> sides;
  for (const bool above : {true, false})
    sides.push_back(side_of(above, along, is_above, cards, options.spacing, card_width, most_in_stack));

  const double dx = options.margin - left_end(along, sides, metrics);
  shift(along, dx);
  double right = ribbon_end(along, metrics);
  for (const PlacedMark& mark : along.marks) right = std::max(right, mark.at + mark_size / 2 + 2);
  const double ribbon_right = right;
  for (RibbonSide& side : sides)
    for (PlacedFlag& flag : side.flags.flags) {
      flag.pole += dx;
      right = std::max(right, flag.pole + card_width);
    }
  Layout result;
  result.width = std::max(right, least_ribbon - options.margin) + options.margin;

  // Heights: the title, the upper side, the ribbon, the lower side.
  double y = set_title(result, timeline, metrics, options, options.margin);
  if (!along.marks.empty()) {
    sides[0].edge = y + sides[0].reach();
    sides[1].edge = sides[0].edge + ribbon_height;
    y = sides[1].edge + sides[1].reach();
    add_ribbon(result, along, metrics, sides[0].edge, ribbon_right);
  }
  const std::vector<std::size_t> anchors = anchors_of(along, entries.size());
  for (const RibbonSide& side : sides) {
    add_bars(result, side, along);
    add_ways(result, side, along, entries);
    add_marks(result, side, along, entries, timeline.wording);
    add_ties(result, side, along, entries, anchors);
    place_cards(side, along, cards);
  }
  for (std::size_t i = 0; i < cards.size(); ++i)
    if (entries[i].anchor) result.cards.push_back(std::move(cards[i].card));
  double bottom =
      add_undated(result, entries, voices, timeline, metrics, card_width, options.margin, y + flag_gap);
  bottom = set_foot(result, timeline, metrics, options, bottom);
  result.height = bottom + options.margin;
  return result;
}

}  // namespace fasti
