// The picture from left to right: years, months and days | axis | brackets in lanes | gutter with the ties |
// cards. Heights are settled first (place_marks), because they need nothing of the columns; then the columns
// get the width that their contents ask for.
#include "render/layout.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "render/card.h"
#include "render/entry.h"
#include "render/frame.h"
#include "render/lanes.h"
#include "render/place_marks.h"

namespace fasti {

namespace {

constexpr double least_gutter = 46;  // from the axis to the cards
constexpr double most_bracket_room = 120;
constexpr double most_tie_room = 120;

struct Columns {
  double years = 0, labels = 0;  // right edges
  double axis = 0;
  double first_lane = 0, lane_step = 0;
  double first_tie = 0, tie_step = 0;
  double cards = 0;
};

double widest(const std::vector<PlacedTick>& ticks, const TextMetrics& metrics, Lettering lettering) {
  double width = 0;
  for (const PlacedTick& tick : ticks)
    width = std::max(width, metrics(lettering == Lettering::year ? tick.year : tick.label, lettering));
  return width;
}

double step(std::size_t lanes, double usual, double most) {
  return lanes == 0 ? usual : std::min(usual, most / static_cast<double>(lanes));
}

Columns columns_for(const AlongAxis& along, std::size_t brackets, std::size_t ties,
                    const TextMetrics& metrics, double margin) {
  Columns columns;
  columns.years = margin + widest(along.ticks, metrics, Lettering::year) + 4;
  columns.labels = columns.years + 6 + widest(along.ticks, metrics, Lettering::tick) + 4;
  columns.axis = columns.labels + 14;
  columns.first_lane = columns.axis + 16;
  columns.lane_step = step(brackets, 13, most_bracket_room);
  const double lanes_end =
      columns.axis + (brackets == 0 ? 4 : 12 + columns.lane_step * static_cast<double>(brackets));
  columns.first_tie = lanes_end + 10;
  columns.tie_step = step(ties, 7, most_tie_room);
  const double ties_end = columns.first_tie + columns.tie_step * static_cast<double>(ties) + 6;
  columns.cards = std::max(columns.axis + least_gutter, ties_end);
  return columns;
}

// Where the tie of a mark arrives in its card.
double arrival(const PlacedMark& mark, const std::vector<SetCard>& cards) {
  return cards[mark.entry].card.box.y + cards[mark.entry].date_lines[mark.date];
}

bool is_straight(const PlacedMark& mark, const std::vector<SetCard>& cards) {
  return std::abs(arrival(mark, cards) - mark.y) < 0.5;
}

std::string mark_id(const Entry& entry, std::size_t date) {
  return fmt::format("mark-{}-{}", entry.told->event.id, date + 1);
}

std::string mark_tooltip(const DatedBy& date, const DateWording& wording) {
  std::string text = in_words(date.range, wording);
  for (std::size_t i = 0; i < date.who.size(); ++i) text += (i == 0 ? " – " : ", ") + date.who[i].name;
  return text;
}

void add_marks(Layout& layout, const AlongAxis& along, const std::vector<Entry>& entries,
               const DateWording& wording) {
  for (const PlacedMark& placed : along.marks) {
    const Entry& entry = entries[placed.entry];
    const DatedBy& date = entry.dates[placed.date];
    const double x = placed.bracket ? layout.brackets[*placed.bracket].x : layout.axis.x;
    layout.marks.push_back({mark_id(entry, placed.date),
                            entry.told->event.id,
                            {x - mark_size / 2, placed.y - mark_size / 2, mark_size, mark_size},
                            entry.told->verdict.status,
                            date.standing,
                            mark_tooltip(date, wording)});
  }
}

// Years stand at the left margin, below the title; months and days beside the axis.
void add_ticks(Layout& layout, const std::vector<PlacedTick>& ticks, const Columns& columns, double left) {
  const auto text = [](std::string id, const std::string& line, double x, double right, double y,
                       Lettering lettering, Tone tone, Align align) {
    const Box box{x, y - line_height(lettering) / 2, right - x, line_height(lettering)};
    TextBlock block{std::move(id), box, {}, lettering, tone, align, ""};
    if (!line.empty()) block.lines = {line};
    return block;
  };
  for (const PlacedTick& tick : ticks) {
    const Tone tone = tick.id.starts_with("tick") ? Tone::muted : Tone::ink;
    layout.ticks.push_back({tick.id, tick.y, tick.reach,
                            text("year-of-" + tick.id, tick.year, left, columns.years, tick.y,
                                 Lettering::year, Tone::ink, Align::left),
                            text("text-of-" + tick.id, tick.label, columns.years, columns.labels, tick.y,
                                 Lettering::tick, tone, Align::right)});
  }
}

// Ties whose ends differ in height run down (or up) a lane of their own in the gutter.
Lanes tie_lanes(const AlongAxis& along, const std::vector<SetCard>& cards) {
  std::vector<Stretch> bent;
  for (const PlacedMark& mark : along.marks)
    if (!is_straight(mark, cards))
      bent.push_back({std::min(mark.y, arrival(mark, cards)), std::max(mark.y, arrival(mark, cards))});
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
            {{layout.marks[i].box.right(), placed.y}},
            entry.told->verdict.status,
            entry.dates[placed.date].standing};
    if (!is_straight(placed, cards)) {
      // The lanes nearest to the cards are given out first, so that short ties do not cross long ones.
      const double lane = static_cast<double>(lanes.count - 1 - lanes.of[bent++]);
      const double x = columns.first_tie + columns.tie_step * lane;
      tie.points.push_back({x, placed.y});
      tie.points.push_back({x, to});
    }
    tie.points.push_back({columns.cards, to});
    layout.ties.push_back(std::move(tie));
  }
}

// Cards go beside their mark, those without a date below all others. Returns the height below the last.
double place_cards(std::vector<SetCard>& cards, const std::vector<Entry>& entries, const AlongAxis& along) {
  for (const PlacedMark& mark : along.marks)
    if (mark.is_anchor) move(cards[mark.entry].card, 0, mark.y - cards[mark.entry].date_line);
  double y = along.bottom;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    if (entries[i].anchor) continue;
    y += 12;
    move(cards[i].card, 0, y);
    y = cards[i].card.box.bottom();
  }
  return y;
}

void shift(Stretch& stretch, double dy) {
  stretch.top += dy;
  stretch.bottom += dy;
}

void shift(AlongAxis& along, double dy) {
  for (PlacedMark& mark : along.marks) mark.y += dy;
  for (PlacedTick& tick : along.ticks) tick.y += dy;
  for (Bracket& bracket : along.brackets) {
    bracket.top += dy;
    bracket.bottom += dy;
  }
  for (Stretch& gap : along.axis.breaks) shift(gap, dy);
  for (Stretch& day : along.axis.same_date) shift(day, dy);
  along.axis.top += dy;
  along.axis.bottom += dy;
  along.bottom += dy;
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

Layout layout(const Timeline& timeline, const TextMetrics& metrics, const LayoutOptions& options) {
  const Voices voices = voices_of(timeline);
  const std::vector<Entry> entries = entries_of(timeline, voices);
  std::vector<SetCard> cards;
  cards.reserve(entries.size());
  for (const Entry& entry : entries)
    cards.push_back(set_card(entry, voices, timeline.wording, timeline.phrases, metrics, options.card_width));

  // Heights first, from 0; the columns, and with them the width, follow from these.
  AlongAxis along = place_marks(entries, cards, timeline.wording, 0);
  double bottom = place_cards(cards, entries, along);
  const Lanes brackets = bracket_lanes(along), gutter = tie_lanes(along, cards);
  const Columns columns = columns_for(along, brackets.count, gutter.count, metrics, options.margin);
  Layout result;
  result.width = columns.cards + options.card_width + options.margin;

  // The title's height follows from the width; all else moves down by it.
  const double down =
      set_title(result, timeline, metrics, options, options.margin) - std::min(0.0, along.axis.top);
  shift(along, down);
  for (SetCard& card : cards) move(card.card, columns.cards, down);
  bottom += down;

  result.axis = along.axis;
  result.axis.x = columns.axis;
  add_brackets(result, along, brackets, columns);
  add_marks(result, along, entries, timeline.wording);
  add_ticks(result, along.ticks, columns, options.margin);
  add_ties(result, along, entries, cards, gutter, columns);
  for (SetCard& card : cards) result.cards.push_back(std::move(card.card));
  if (options.legend) bottom = set_legend(result, timeline.phrases, metrics, options.margin, bottom + 28);
  if (options.sources) bottom = set_sources(result, timeline, metrics, options.margin, bottom);
  result.height = bottom + options.margin;
  return result;
}

}  // namespace fasti
