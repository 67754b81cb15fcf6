// The picture from left to right: years, months and days | axis | brackets in lanes | gutter with the ties |
// cards. Heights are settled first (place_marks), because they need nothing of the columns; then the columns
// get the width that their contents ask for.
//
// Where the axis is proportional, marks cannot stand on it: those of one week would cover each other. They
// get a column of their own behind the brackets, and each a line to its place on the axis.

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include <fmt/format.h>

#include "render/axis_column.h"
#include "render/card.h"
#include "render/entry.h"
#include "render/frame.h"
#include "render/lanes.h"
#include "render/layout_styles.h"
#include "render/marks.h"
#include "render/place_marks.h"

namespace fasti {

namespace {

constexpr double least_gutter = 46;  // from the axis to the cards
constexpr double most_bracket_room = 120;
constexpr double most_tie_room = 120;
constexpr double least_proportional = 240;  // the length of an axis

constexpr double room_for_ways = 42;  // from the axis or a bracket to a mark that stands beside it
constexpr double far_above = -std::numeric_limits<double>::infinity();

struct Columns {
  AxisColumn axis;
  double first_lane = 0, lane_step = 0;
  double lanes_end = 0;
  double marks = 0;  // 0 where they stand on the axis
  double first_tie = 0, tie_step = 0;
  double cards = 0;
};

double step(std::size_t lanes, double usual, double most) {
  return lanes == 0 ? usual : std::min(usual, most / static_cast<double>(lanes));
}

Columns columns_for(const AlongAxis& along, std::size_t brackets, std::size_t ties, bool marks_beside,
                    const TextMetrics& metrics, double margin) {
  Columns columns;
  columns.axis = axis_column(along.ticks, metrics, margin);
  const double axis = columns.axis.axis;
  columns.first_lane = axis + 16;
  columns.lane_step = step(brackets, 13, most_bracket_room);
  columns.lanes_end = axis + (brackets == 0 ? 4 : 12 + columns.lane_step * static_cast<double>(brackets));
  if (marks_beside) columns.marks = columns.lanes_end + room_for_ways;
  columns.first_tie = (marks_beside ? columns.marks : columns.lanes_end) + 10;
  columns.tie_step = step(ties, 7, most_tie_room);
  const double ties_end = columns.first_tie + columns.tie_step * static_cast<double>(ties) + 6;
  columns.cards = std::max(axis + least_gutter, ties_end);
  return columns;
}

// --- heights

// The lowest of what was set so far, by kind, and the room that is left below it.
struct Reached {
  double mark = far_above, start = far_above, label = far_above, tick = far_above;
  double card = far_above, card_line = far_above;
  double pitch = 0;  // from the date line of a card to that of the next, where cards are low enough

  double earliest(const Stop& stop) const {
    switch (stop.kind) {
      case StopKind::bracket_end:
        return std::max(mark, start) + 9;
      case StopKind::bracket_start:
        return far_above;
      case StopKind::tick:
        return std::max(label + label_gap, tick + year_gap);
      case StopKind::mark:
        break;
    }
    const double after_label = stop.labelled ? label + label_gap : far_above;
    const double after_card =
        stop.carries_card ? std::max(card + card_gap + stop.card_above, card_line + pitch) : far_above;
    return std::max({mark + mark_gap, start + 9, after_label, after_card});
  }
  void note(const Stop& stop, double y) {
    if (stop.kind == StopKind::mark) mark = y;
    if (stop.kind == StopKind::bracket_start) start = y;
    if (stop.labelled) label = y;
    if (stop.kind == StopKind::tick) tick = y;
    if (!stop.carries_card) return;
    card = y + stop.card_below;
    card_line = y;
  }
};

// The first card begins at or below 0.
Needs needs_below(const std::shared_ptr<Reached>& reached) {
  reached->card = -card_gap;
  return {[reached](const Stop& stop) { return reached->earliest(stop); },
          [reached](const Stop& stop, double y) { reached->note(stop, y); }};
}

// Evenly spaced cards stand as far apart as three of four need; the others need more.
double pitch_of(const std::vector<SetCard>& cards) {
  std::vector<double> heights;
  for (const SetCard& card : cards) heights.push_back(card.card.box.height + card_gap);
  if (heights.empty()) return 0;
  const auto third = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() * 3 / 4);
  std::nth_element(heights.begin(), third, heights.end());
  return *third;
}

double heights_of(const std::vector<SetCard>& cards) {
  double sum = 0;
  for (const SetCard& card : cards) sum += card.card.box.height + card_gap;
  return sum;
}

// From each mark to the next; between two that have cards there is room for the cards, whatever marks stand
// between them.
std::vector<double> gaps_for_cards(const std::vector<PlacedMark>& marks, const std::vector<Dated>& dates) {
  std::vector<double> gaps(marks.empty() ? 0 : marks.size() - 1, mark_gap);
  double below = 0, covered = 0;  // of the last card, and how much of it the gaps since then have made up for
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Dated& date = dates[marks[i].dated];
    if (i > 0) {
      if (date.carries_card) gaps[i - 1] = std::max(mark_gap, below + card_gap + date.card_above - covered);
      covered += gaps[i - 1];
    }
    if (!date.carries_card) continue;
    below = date.card_below;
    covered = 0;
  }
  return gaps;
}

AlongAxis heights_for(const std::vector<Dated>& dates, const std::vector<SetCard>& cards,
                      const DateWording& wording, Spacing spacing) {
  Pace pace;
  pace.spacing = spacing;
  pace.label_gap = year_gap;
  pace.lead = mark_gap;
  if (spacing == Spacing::proportional) {
    pace.full = std::max(least_proportional, 1.1 * heights_of(cards));
    return place_marks_beside(dates, wording, 0, pace, [&](const std::vector<PlacedMark>& marks) {
      return gaps_for_cards(marks, dates);
    });
  }
  const auto reached = std::make_shared<Reached>();
  if (spacing == Spacing::even) reached->pitch = pitch_of(cards);
  return place_marks(dates, wording, 0, pace, [&](const Stops&) { return needs_below(reached); });
}

// Where the tie of a mark arrives in its card.
double arrival(const PlacedMark& mark, const std::vector<SetCard>& cards) {
  return cards[mark.entry].card.box.y + cards[mark.entry].date_lines[mark.date];
}

bool is_straight(const PlacedMark& mark, const std::vector<SetCard>& cards) {
  return std::abs(arrival(mark, cards) - mark.at) < 0.5;
}

double x_on_axis(const Layout& layout, const PlacedMark& mark) {
  return mark.bracket ? layout.brackets[*mark.bracket].x : layout.axis.x;
}

void add_marks(Layout& layout, const AlongAxis& along, const std::vector<Entry>& entries,
               const DateWording& wording, const Columns& columns) {
  for (const PlacedMark& placed : along.marks) {
    const double x = columns.marks > 0 ? columns.marks : x_on_axis(layout, placed);
    layout.marks.push_back(mark_at({x, placed.at}, entries[placed.entry], placed.date, wording));
  }
}

// From its place on the axis to the mark: across the brackets, then up or down. As marks keep the order of
// time, no two of these cross.
void add_ways(Layout& layout, const AlongAxis& along, const Columns& columns) {
  if (columns.marks <= 0) return;
  for (std::size_t i = 0; i < along.marks.size(); ++i) {
    const PlacedMark& placed = along.marks[i];
    const double x = x_on_axis(layout, placed), y = placed.on_axis;
    layout.strokes.push_back({"way-" + layout.marks[i].id,
                              {{x, y}, {columns.lanes_end + 4, y}, {layout.marks[i].box.x, placed.at}},
                              Tone::faint,
                              0.8,
                              layout.marks[i].standing == Standing::rival});
  }
}

// Ties whose ends differ in height run down (or up) a lane of their own in the gutter.
Lanes tie_lanes(const AlongAxis& along, const std::vector<SetCard>& cards) {
  std::vector<Stretch> bent;
  for (const PlacedMark& mark : along.marks)
    if (!is_straight(mark, cards))
      bent.push_back({std::min(mark.at, arrival(mark, cards)), std::max(mark.at, arrival(mark, cards))});
  return lanes_for(bent, 4);
}

void add_ties(Layout& layout, const AlongAxis& along, const std::vector<Entry>& entries,
              const std::vector<SetCard>& cards, const Lanes& lanes, const Columns& columns) {
  std::size_t bent = 0;
  for (std::size_t i = 0; i < along.marks.size(); ++i) {
    const PlacedMark& placed = along.marks[i];
    const Entry& entry = entries[placed.entry];
    const double to = arrival(placed, cards);
    Tie tie{layout.marks[i].id,
            entry.told->event.id,
            {{layout.marks[i].box.right(), placed.at}},
            entry.told->verdict.status,
            entry.dates[placed.date].standing,
            cards[placed.entry].card.id};
    if (!is_straight(placed, cards)) {
      // The lanes nearest to the cards are given out first, so that short ties do not cross long ones.
      const double lane = static_cast<double>(lanes.count - 1 - lanes.of[bent++]);
      const double x = columns.first_tie + columns.tie_step * lane;
      tie.points.push_back({x, placed.at});
      tie.points.push_back({x, to});
    }
    tie.points.push_back({columns.cards, to});
    layout.ties.push_back(std::move(tie));
  }
}

// Cards go beside their mark, those without a date below all others. Returns the height below the last.
double place_cards(std::vector<SetCard>& cards, const std::vector<Entry>& entries, const AlongAxis& along) {
  double y = along.axis.bottom;
  for (const PlacedMark& mark : along.marks) {
    if (!mark.is_anchor) continue;
    move(cards[mark.entry].card, 0, mark.at - cards[mark.entry].date_line);
    y = std::max(y, cards[mark.entry].card.box.bottom());
  }
  for (std::size_t i = 0; i < cards.size(); ++i) {
    if (entries[i].anchor) continue;
    y += 12;
    move(cards[i].card, 0, y);
    y = cards[i].card.box.bottom();
  }
  return y;
}

// The upper end of all that stands below the title.
double top_of(const std::vector<SetCard>& cards, const AlongAxis& along) {
  double top = std::min(0.0, along.axis.top);
  for (const SetCard& card : cards) top = std::min(top, card.card.box.y);
  for (const PlacedMark& mark : along.marks) top = std::min(top, mark.at - mark_size / 2);
  return top;
}

Lanes bracket_lanes(const AlongAxis& along) {
  std::vector<Stretch> stretches;
  for (const Bracket& bracket : along.brackets) stretches.push_back({bracket.top, bracket.bottom});
  return lanes_for(stretches, 4);
}

void add_brackets(Layout& layout, const AlongAxis& along, const Lanes& lanes, const Columns& columns) {
  layout.brackets = along.brackets;
  for (std::size_t i = 0; i < layout.brackets.size(); ++i)
    layout.brackets[i].x = columns.first_lane + columns.lane_step * static_cast<double>(lanes.of[i]);
}

}  // namespace

Layout layout_vertical(const Timeline& timeline, const TextMetrics& metrics, const LayoutOptions& options) {
  const Voices voices = voices_of(timeline);
  const std::vector<Entry> entries = entries_of(timeline, voices);
  std::vector<SetCard> cards;
  cards.reserve(entries.size());
  for (const Entry& entry : entries)
    cards.push_back(set_card(entry, voices, timeline.wording, timeline.phrases, metrics, options.card_width));

  // Heights first, from 0; the columns, and with them the width, follow from these.
  AlongAxis along = heights_for(dated_by(entries, cards), cards, timeline.wording, options.spacing);
  double bottom = place_cards(cards, entries, along);
  const Lanes brackets = bracket_lanes(along), gutter = tie_lanes(along, cards);
  const Columns columns = columns_for(along, brackets.count, gutter.count,
                                      options.spacing == Spacing::proportional, metrics, options.margin);
  Layout result;
  result.width = columns.cards + options.card_width + options.margin;

  // The title's height follows from the width; all else moves down by it.
  const double down = set_title(result, timeline, metrics, options, options.margin) - top_of(cards, along);
  shift(along, down);
  for (SetCard& card : cards) move(card.card, columns.cards, down);
  bottom += down;

  result.axis = along.axis;
  result.axis.x = columns.axis.axis;
  add_brackets(result, along, brackets, columns);
  add_marks(result, along, entries, timeline.wording, columns);
  add_ways(result, along, columns);
  add_ticks(result, along.ticks, columns.axis);
  add_ties(result, along, entries, cards, gutter, columns);
  for (SetCard& card : cards) result.cards.push_back(std::move(card.card));
  bottom = set_foot(result, timeline, metrics, options, bottom);
  result.height = bottom + options.margin;
  return result;
}

}  // namespace fasti
