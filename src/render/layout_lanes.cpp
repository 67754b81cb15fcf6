// One column a source (or a type of event), time runs down through all of them: a table of who says which.
//
//              courier              mercury              herald
//   2020 Sep ┤ │                    │                    │
//         28 ┤ ◆ 28 September  ──┐  │  ┌─────────────────◆ 28 September     one event: its cards stand in the
//            │ │ The loss of …   ╎  │  ╎                 │ The loss of …      lanes of those who tell it, at
//            the
//         30 ┤ │                 └ ─◇ 30 September       │                    dates that they give, and are
//         joined
//
// An event's dates are its rows; a row has cells, one in each lane whose source gives that date. A join
// leaves a card at its date line, runs through the lanes between, turns in the gutter before the next lane
// that tells the event, and arrives at its mark. So that it crosses no card, a row keeps free the lanes that
// its joins run through; rows that need none of the same lanes may stand side by side. Heights come first,
// then the lanes get the width that their bars and gutters need.
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <memory>
#include <optional>

#include <fmt/format.h>

#include "render/axis_column.h"
#include "render/card.h"
#include "render/entry.h"
#include "render/frame.h"
#include "render/lanes.h"
#include "render/layout_styles.h"
#include "render/marks.h"
#include "render/place_marks.h"
#include "render/swim_lanes.h"
#include "render/wrap_text.h"

namespace fasti {

namespace {

constexpr double bar_thickness = 6, bar_step = 11, most_bar_room = 90;
constexpr double join_step = 6, most_join_room = 72;
constexpr double tie_step = 6, most_tie_room = 60;
constexpr double lane_gap = 16;  // between the cards of one lane and the gutter of the next
constexpr double row_gap = 10;   // between cards
constexpr double even_row = 28;  // at least, from a date to the next
constexpr double least_bar = 8;
constexpr double far_above = -std::numeric_limits<double>::infinity();

double card_width_for(std::size_t lanes) {
  return lanes <= 3 ? 260 : lanes <= 5 ? 216 : lanes <= 8 ? 190 : 174;
}

// --- rows

struct Cell {
  std::size_t lane = 0;
  DatedBy date;
  std::optional<std::size_t> card;  // in the list of cards
};

struct Row {
  std::size_t entry = 0;
  DateRange range;
  std::vector<Cell> cells;  // by lane
  double above = 0, below = 0;
  std::vector<std::size_t> crossed;  // lanes through which its joins run
  double y = 0;
  std::optional<std::size_t> bracket;
};

struct LaneCard {
  SetCard set;
  std::size_t row = 0, lane = 0;
};

struct Table {
  SwimLanes swim;
  std::vector<Row> rows;
  std::vector<LaneCard> cards;
  std::vector<std::vector<std::size_t>> rows_of;  // of each entry
};

std::size_t row_for(Table& table, std::size_t entry, const DateRange& range) {
  for (const std::size_t r : table.rows_of[entry])
    if (table.rows[r].range == range) return r;
  table.rows_of[entry].push_back(table.rows.size());
  Row row;
  row.entry = entry;
  row.range = range;
  table.rows.push_back(std::move(row));
  return table.rows.size() - 1;
}

// How cards are set, which differs between lanes of sources and lanes of types.
using SetLaneCard = std::function<SetCard(const Entry&, const LaneDate&)>;

void add_entry(Table& table, std::size_t e, const Entry& entry, const SetLaneCard& set) {
  for (const LaneDate& date : table.swim.dates[e]) {
    const std::size_t r = row_for(table, e, date.date.range);
    Row& row = table.rows[r];
    row.cells.push_back({date.lane, date.date, std::nullopt});
    if (!date.carries_card) continue;
    row.cells.back().card = table.cards.size();
    table.cards.push_back({set(entry, date), r, date.lane});
    const SetCard& card = table.cards.back().set;
    row.above = std::max(row.above, card.date_line);
    row.below = std::max(row.below, card.card.box.height - card.date_line);
  }
}

// An event's cards, by lane.
struct Stand {
  std::size_t row = 0, lane = 0, card = 0;
};
std::vector<Stand> stands_of(const Table& table, std::size_t entry) {
  std::vector<Stand> stands;
  for (const std::size_t r : table.rows_of[entry])
    for (const Cell& cell : table.rows[r].cells)
      if (cell.card) stands.push_back({r, cell.lane, *cell.card});
  std::sort(stands.begin(), stands.end(), [](const Stand& a, const Stand& b) { return a.lane < b.lane; });
  return stands;
}

void note_crossed(Table& table, std::size_t entry) {
  const std::vector<Stand> stands = stands_of(table, entry);
  for (std::size_t i = 1; i < stands.size(); ++i)
    for (std::size_t lane = stands[i - 1].lane + 1; lane < stands[i].lane; ++lane)
      table.rows[stands[i - 1].row].crossed.push_back(lane);
}

Table table_of(SwimLanes swim, const std::vector<Entry>& entries, const SetLaneCard& set) {
  Table table;
  table.swim = std::move(swim);
  table.rows_of.resize(entries.size());
  for (std::size_t e = 0; e < entries.size(); ++e) {
    add_entry(table, e, entries[e], set);
    note_crossed(table, e);
  }
  return table;
}

std::vector<Dated> dates_of(const Table& table) {
  std::vector<Dated> dates;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const Row& row = table.rows[r];
    const bool is_rival = std::all_of(row.cells.begin(), row.cells.end(),
                                      [](const Cell& cell) { return cell.date.standing == Standing::rival; });
    dates.push_back({row.entry, r, row.range, is_rival, row.below > 0, row.above, row.below});
  }
  return dates;
}

// --- heights

// How far down each lane is taken, and what was set last.
struct Filled {
  const Table& table;
  const Stops* stops = nullptr;
  std::vector<double> card, mark;  // one a lane
  double label = far_above, tick = far_above, start = far_above, any_mark = far_above;
  double step = 0;  // even: from a date to the next
  Moment last = std::numeric_limits<Moment>::min();

  const Row& row_of(const Stop& stop) const { return table.rows[stops->marks[stop.index].date]; }

  double earliest(const Stop& stop) const {
    if (stop.kind == StopKind::bracket_end) return std::max(any_mark, start) + 9;
    if (stop.kind == StopKind::bracket_start) return far_above;
    if (stop.kind == StopKind::tick) return std::max(label + label_gap, tick + year_gap);
    const Row& row = row_of(stop);
    double y = std::max(start + 9, stop.labelled ? label + label_gap : far_above);
    if (stop.at > last) y = std::max(y, any_mark + step);
    for (const Cell& cell : row.cells) {
      y = std::max(y, mark[cell.lane] + mark_gap);
      if (cell.card) y = std::max(y, card[cell.lane] + row_gap + table.cards[*cell.card].set.date_line);
    }
    for (const std::size_t lane : row.crossed) y = std::max(y, card[lane] + row_gap / 2);
    return y;
  }

  void note(const Stop& stop, double y) {
    if (stop.kind == StopKind::bracket_start) start = y;
    if (stop.labelled) label = y;
    if (stop.kind == StopKind::tick) tick = y;
    if (stop.kind != StopKind::mark) return;
    any_mark = y;
    last = stop.at;
    const Row& row = row_of(stop);
    for (const std::size_t lane : row.crossed) card[lane] = std::max(card[lane], y - row_gap / 2);
    for (const Cell& cell : row.cells) {
      mark[cell.lane] = y;
      if (!cell.card) continue;
      const SetCard& set = table.cards[*cell.card].set;
      card[cell.lane] = y + set.card.box.height - set.date_line;
    }
  }
};

AlongAxis heights_with(const Table& table, const std::vector<Dated>& dates, const DateWording& wording,
                       const Pace& pace) {
  const std::size_t lanes = table.swim.lanes.size();
  const auto filled = std::make_shared<Filled>(
      Filled{table, nullptr, std::vector<double>(lanes, -row_gap), std::vector<double>(lanes, far_above)});
  if (pace.spacing == Spacing::even) filled->step = even_row;
  return place_marks(dates, wording, 0, pace, [&](const Stops& stops) {
    filled->stops = &stops;
    return Needs{[filled](const Stop& stop) { return filled->earliest(stop); },
                 [filled](const Stop& stop, double y) { filled->note(stop, y); }};
  });
}

// Proportional here means: as far as cards let it. The axis is as long as it would be without any rule.
AlongAxis heights_for(const Table& table, const DateWording& wording, Spacing spacing) {
  const std::vector<Dated> dates = dates_of(table);
  Pace pace;
  pace.spacing = spacing;
  pace.label_gap = year_gap;
  pace.lead = mark_gap;
  if (spacing == Spacing::proportional) {
    Pace even = pace;
    even.spacing = Spacing::even;
    const Axis axis = heights_with(table, dates, wording, even).axis;
    pace.full = axis.bottom - axis.top;
  }
  return heights_with(table, dates, wording, pace);
}

void take_heights(Table& table, const AlongAxis& along) {
  for (const PlacedMark& mark : along.marks) {
    table.rows[mark.date].y = mark.at;
    table.rows[mark.date].bracket = mark.bracket;
  }
  for (LaneCard& card : table.cards) move(card.set.card, 0, table.rows[card.row].y - card.set.date_line);
}

// --- widths

// A line from one height to another in a gutter: its number there is its lane.
struct Turn {
  std::size_t from_row = 0, to_row = 0;
  std::size_t from_lane = 0, to_lane = 0;
  std::size_t from_card = 0;
  std::size_t entry = 0;
  std::size_t track = 0;
};

// From a date without a card of its own to the card of the same event in the same lane.
struct LaneTie {
  std::size_t row = 0, cell = 0, card = 0;
  double to = 0;  // the height at which it arrives
  std::size_t track = 0;
};

struct LaneColumn {
  double left = 0, line = 0, first_bar = 0, first_tie = 0, card = 0, right = 0;
  std::vector<std::size_t> brackets;  // that occur in this lane
  std::vector<std::size_t> tracks;    // of these
  std::size_t bar_tracks = 0, turn_tracks = 0, tie_tracks = 0;
  double bar_pitch = bar_step, turn_pitch = join_step, tie_pitch = tie_step;
};

Stretch between(double a, double b) { return {std::min(a, b), std::max(a, b)}; }

std::vector<Turn> turns_of(const Table& table) {
  std::vector<Turn> turns;
  for (std::size_t e = 0; e < table.rows_of.size(); ++e) {
    const std::vector<Stand> stands = stands_of(table, e);
    for (std::size_t i = 1; i < stands.size(); ++i)
      turns.push_back(
          {stands[i - 1].row, stands[i].row, stands[i - 1].lane, stands[i].lane, stands[i - 1].card, e, 0});
  }
  return turns;
}

void set_turns(std::vector<LaneColumn>& columns, std::vector<Turn>& turns, const Table& table) {
  for (std::size_t lane = 0; lane < columns.size(); ++lane) {
    std::vector<std::size_t> here;
    std::vector<Stretch> stretches;
    for (std::size_t t = 0; t < turns.size(); ++t) {
      if (turns[t].to_lane != lane || turns[t].from_row == turns[t].to_row) continue;
      here.push_back(t);
      stretches.push_back(between(table.rows[turns[t].from_row].y, table.rows[turns[t].to_row].y));
    }
    const Lanes lanes = lanes_for(stretches, 4);
    for (std::size_t i = 0; i < here.size(); ++i) turns[here[i]].track = lanes.of[i];
    columns[lane].turn_tracks = lanes.count;
  }
}

// The height at which a date of an event arrives in its card: its own line where the card lists all dates.
double arrival(const LaneCard& card, const Entry& entry, const DateRange& range) {
  const double top = card.set.card.box.y;
  for (std::size_t d = 0; d < entry.dates.size() && d < card.set.date_lines.size(); ++d)
    if (entry.dates[d].range == range) return top + card.set.date_lines[d];
  return top + card.set.date_line;
}

std::vector<LaneTie> ties_of(const Table& table, const std::vector<Entry>& entries) {
  std::vector<LaneTie> ties;
  for (std::size_t e = 0; e < entries.size(); ++e) {
    const std::vector<Stand> stands = stands_of(table, e);
    for (const std::size_t r : table.rows_of[e])
      for (std::size_t c = 0; c < table.rows[r].cells.size(); ++c) {
        const Cell& cell = table.rows[r].cells[c];
        const auto stand =
            std::find_if(stands.begin(), stands.end(), [&](const Stand& s) { return s.lane == cell.lane; });
        if (stand == stands.end()) continue;
        ties.push_back(
            {r, c, stand->card, arrival(table.cards[stand->card], entries[e], table.rows[r].range), 0});
      }
  }
  return ties;
}

bool is_straight(const LaneTie& tie, const Table& table) {
  return std::abs(table.rows[tie.row].y - tie.to) < 0.5;
}

void set_ties(std::vector<LaneColumn>& columns, std::vector<LaneTie>& ties, const Table& table) {
  std::vector<std::vector<std::size_t>> bent(columns.size());
  for (std::size_t t = 0; t < ties.size(); ++t)
    if (!is_straight(ties[t], table)) bent[table.rows[ties[t].row].cells[ties[t].cell].lane].push_back(t);
  for (std::size_t lane = 0; lane < columns.size(); ++lane) {
    std::vector<Stretch> stretches;
    for (const std::size_t t : bent[lane])
      stretches.push_back(between(table.rows[ties[t].row].y, ties[t].to));
    const Lanes lanes = lanes_for(stretches, 4);
    for (std::size_t i = 0; i < bent[lane].size(); ++i)
      ties[bent[lane][i]].track = lanes.count - 1 - lanes.of[i];
    columns[lane].tie_tracks = lanes.count;
  }
}

void set_bars(std::vector<LaneColumn>& columns, const Table& table, const AlongAxis& along) {
  for (const Row& row : table.rows)
    for (const Cell& cell : row.cells)
      if (row.bracket) columns[cell.lane].brackets.push_back(*row.bracket);
  for (LaneColumn& column : columns) {
    std::sort(column.brackets.begin(), column.brackets.end());
    column.brackets.erase(std::unique(column.brackets.begin(), column.brackets.end()), column.brackets.end());
    std::vector<Stretch> stretches;
    for (const std::size_t b : column.brackets)
      stretches.push_back(
          {along.brackets[b].top, std::max(along.brackets[b].bottom, along.brackets[b].top + least_bar)});
    const Lanes lanes = lanes_for(stretches, 6);
    column.tracks = lanes.of;
    column.bar_tracks = lanes.count;
  }
}

double pitch(std::size_t tracks, double usual, double most) {
  return tracks == 0 ? usual : std::min(usual, most / static_cast<double>(tracks));
}

void set_widths(std::vector<LaneColumn>& columns, double x, double card_width) {
  for (LaneColumn& c : columns) {
    c.turn_pitch = pitch(c.turn_tracks, join_step, most_join_room);
    c.bar_pitch = pitch(c.bar_tracks, bar_step, most_bar_room);
    c.tie_pitch = pitch(c.tie_tracks, tie_step, most_tie_room);
    c.left = x;
    c.line = c.left + c.turn_pitch * static_cast<double>(c.turn_tracks) + 8;
    c.first_bar = c.line + bar_step;
    c.first_tie = c.line + c.bar_pitch * static_cast<double>(c.bar_tracks) + 11;
    c.card = c.first_tie + c.tie_pitch * static_cast<double>(c.tie_tracks) + 3;
    c.right = c.card + card_width;
    x = c.right + lane_gap;
  }
}

double bar_x(const LaneColumn& column, std::size_t bracket) {
  const auto found = std::lower_bound(column.brackets.begin(), column.brackets.end(), bracket);
  const std::size_t track = column.tracks[static_cast<std::size_t>(found - column.brackets.begin())];
  return column.first_bar + column.bar_pitch * static_cast<double>(track);
}

// --- onto the page

Point place_of(const Row& row, const Cell& cell, const std::vector<LaneColumn>& columns) {
  const LaneColumn& column = columns[cell.lane];
  return {row.bracket ? bar_x(column, *row.bracket) : column.line, row.y};
}

std::string cell_id(const Table& table, const Row& row, const Cell& cell, const Entry& entry) {
  const auto& rows = table.rows_of[row.entry];
  const auto number =
      std::find_if(rows.begin(), rows.end(), [&](std::size_t r) { return &table.rows[r] == &row; });
  return fmt::format("mark-{}-{}-in-{}", entry.told->event.id, number - rows.begin() + 1, cell.lane + 1);
}

void add_marks(Layout& layout, const Table& table, const std::vector<Entry>& entries,
               const std::vector<LaneColumn>& columns, const DateWording& wording) {
  for (const Row& row : table.rows)
    for (const Cell& cell : row.cells) {
      const Entry& entry = entries[row.entry];
      Mark mark = mark_at(place_of(row, cell, columns), entry, cell.date, wording);
      mark.id = cell_id(table, row, cell, entry);
      layout.marks.push_back(std::move(mark));
    }
}

void add_bars(Layout& layout, const std::vector<LaneColumn>& columns, const AlongAxis& along) {
  for (std::size_t lane = 0; lane < columns.size(); ++lane)
    for (const std::size_t b : columns[lane].brackets) {
      const Bracket& bracket = along.brackets[b];
      const double height = std::max(bracket.bottom - bracket.top, least_bar);
      const Box box{bar_x(columns[lane], b) - bar_thickness / 2, bracket.top, bar_thickness, height};
      layout.bars.push_back({fmt::format("{}-in-{}", bracket.id, lane + 1), box, true, bracket.rival,
                             bracket.approximate, bracket.open_top, bracket.open_bottom});
    }
}

// The lanes' own lines, interrupted where time is left out.
void add_lines(Layout& layout, const std::vector<LaneColumn>& columns, const AlongAxis& along) {
  for (std::size_t lane = 0; lane < columns.size(); ++lane) {
    const double x = columns[lane].line;
    double y = along.axis.top;
    const auto piece = [&](double to) {
      layout.strokes.push_back({fmt::format("lane-{}", lane + 1), {{x, y}, {x, to}}, Tone::hairline, 1.2});
    };
    for (const Stretch& gap : along.axis.breaks) {
      piece(gap.top);
      y = gap.bottom;
    }
    piece(along.axis.bottom);
  }
}

void add_ties(Layout& layout, const Table& table, const std::vector<LaneTie>& ties,
              const std::vector<Entry>& entries, const std::vector<LaneColumn>& columns) {
  for (const LaneTie& tie : ties) {
    const Row& row = table.rows[tie.row];
    const Cell& cell = row.cells[tie.cell];
    const LaneColumn& column = columns[cell.lane];
    const Entry& entry = entries[row.entry];
    Tie drawn{cell_id(table, row, cell, entry),
              entry.told->event.id,
              {{place_of(row, cell, columns).x + mark_size / 2, row.y}},
              entry.told->verdict.status,
              cell.date.standing,
              table.cards[tie.card].set.card.id};
    if (!is_straight(tie, table)) {
      const double x = column.first_tie + column.tie_pitch * static_cast<double>(tie.track);
      drawn.points.push_back({x, row.y});
      drawn.points.push_back({x, tie.to});
    }
    drawn.points.push_back({column.card, tie.to});
    layout.ties.push_back(std::move(drawn));
  }
}

// Joins go from a card to the mark of the same event in the next lane that has it; dashed where the two
// differ.
void add_joins(Layout& layout, const Table& table, const std::vector<Turn>& turns,
               const std::vector<Entry>& entries, const std::vector<LaneColumn>& columns) {
  for (const Turn& turn : turns) {
    const Row& from = table.rows[turn.from_row];
    const Row& to = table.rows[turn.to_row];
    const LaneColumn& column = columns[turn.to_lane];
    const auto cell =
        std::find_if(to.cells.begin(), to.cells.end(), [&](const Cell& c) { return c.lane == turn.to_lane; });
    const Status status = entries[turn.entry].told->verdict.status;
    Stroke join{fmt::format("join-{}-{}-{}", entries[turn.entry].told->event.id, turn.from_lane + 1,
                            turn.to_lane + 1),
                {{columns[turn.from_lane].right, from.y}},
                tone_of(status),
                1,
                !meet(from.range, to.range)};
    if (turn.from_row != turn.to_row) {
      const double x = column.left + column.turn_pitch * static_cast<double>(turn.track);
      join.points.push_back({x, from.y});
      join.points.push_back({x, to.y});
    }
    join.points.push_back({place_of(to, *cell, columns).x - mark_size / 2, to.y});
    layout.strokes.push_back(std::move(join));
  }
}

// Name and number of events over each lane, all names ending at one height. Returns the height below.
double set_lane_heads(Layout& layout, const SwimLanes& swim, const std::vector<LaneColumn>& columns,
                      const Phrases& phrases, const TextMetrics& metrics, double y) {
  const Measure measure = [&](std::string_view text) { return metrics(text, Lettering::lane); };
  std::vector<std::vector<std::string>> names;
  std::size_t most_lines = 0;
  for (std::size_t lane = 0; lane < columns.size(); ++lane) {
    names.push_back(
        balanced(swim.lanes[lane].name, columns[lane].right - columns[lane].line - 4, 2, measure));
    most_lines = std::max(most_lines, names.back().size());
  }
  const double names_end = y + static_cast<double>(most_lines) * line_height(Lettering::lane);
  for (std::size_t lane = 0; lane < columns.size(); ++lane) {
    const double x = columns[lane].line - 4, width = columns[lane].right - x;
    const double height = static_cast<double>(names[lane].size()) * line_height(Lettering::lane);
    layout.texts.push_back({fmt::format("lane-name-{}", lane + 1),
                            {x, names_end - height, width, height},
                            names[lane],
                            Lettering::lane,
                            Tone::ink,
                            Align::left,
                            swim.lanes[lane].name});
    const std::string count = say_number(phrases, "events", swim.lanes[lane].events);
    layout.texts.push_back(
        {fmt::format("lane-count-{}", lane + 1),
         {x, names_end + 2, width, line_height(Lettering::note)},
         wrap(count, width - 2, 1, [&](std::string_view t) { return metrics(t, Lettering::note); }),
         Lettering::note,
         Tone::muted,
         Align::left,
         ""});
    layout.rules.push_back({x, names_end + line_height(Lettering::note) + 8, width, 0});
  }
  return names_end + line_height(Lettering::note) + 24;
}

std::optional<std::size_t> shared_lane(const SwimLanes& swim) {
  if (swim.others == 0) return std::nullopt;
  return swim.lanes.size() - 1;
}

SetLaneCard card_setter(const Timeline& timeline, const Voices& voices, const TextMetrics& metrics,
                        LanesBy by, std::optional<std::size_t> shared, double width) {
  if (by == LanesBy::type)
    return [&timeline, &voices, &metrics, width](const Entry& entry, const LaneDate&) {
      return set_card(entry, voices, timeline.wording, timeline.phrases, metrics, width);
    };
  return [&timeline, &metrics, shared, width](const Entry& entry, const LaneDate& date) {
    SetCard set = set_lane_card(entry, date.date, shared == date.lane, timeline.wording, metrics, width);
    set.card.id += fmt::format("-in-{}", date.lane + 1);
    return set;
  };
}

// Cards of events without a date, side by side below all others. Returns the height below them.
double add_undated(Layout& layout, const std::vector<Entry>& entries, const Voices& voices,
                   const Timeline& timeline, const TextMetrics& metrics, double width, double left,
                   double y) {
  double x = left, bottom = y;
  for (const Entry& entry : entries) {
    if (entry.anchor) continue;
    SetCard set = set_card(entry, voices, timeline.wording, timeline.phrases, metrics, width);
    if (x > left && x + width > layout.width - left) {
      x = left;
      y = bottom + row_gap;
    }
    move(set.card, x, y);
    x += width + row_gap;
    bottom = std::max(bottom, set.card.box.bottom());
    layout.cards.push_back(std::move(set.card));
  }
  return bottom;
}

}  // namespace

Layout layout_lanes(const Timeline& timeline, const TextMetrics& metrics, const LayoutOptions& options) {
  const Voices voices = voices_of(timeline);
  const std::vector<Entry> entries = entries_of(timeline, voices);
  SwimLanes swim = swim_lanes(timeline, entries, voices, options.lanes_by);
  const double card_width = card_width_for(swim.lanes.size());
  const SetLaneCard set =
      card_setter(timeline, voices, metrics, options.lanes_by, shared_lane(swim), card_width);
  Table table = table_of(std::move(swim), entries, set);

  // Heights from 0, then widths, then the title, by whose height all moves down.
  AlongAxis along = heights_for(table, timeline.wording, options.spacing);
  take_heights(table, along);
  std::vector<LaneColumn> columns(table.swim.lanes.size());
  std::vector<Turn> turns = turns_of(table);
  std::vector<LaneTie> ties = ties_of(table, entries);
  set_turns(columns, turns, table);
  set_ties(columns, ties, table);
  set_bars(columns, table, along);
  const AxisColumn axis = axis_column(along.ticks, metrics, options.margin);
  set_widths(columns, axis.axis + 24, card_width);

  Layout result;
  constexpr double least_width = 480;
  result.width = std::max(least_width, (columns.empty() ? 0 : columns.back().right) + options.margin);
  double top = set_title(result, timeline, metrics, options, options.margin);
  if (!columns.empty()) top = set_lane_heads(result, table.swim, columns, timeline.phrases, metrics, top);
  const double down = top - std::min(0.0, along.axis.top);
  shift(along, down);
  for (Row& row : table.rows) row.y += down;
  for (LaneTie& tie : ties) tie.to += down;
  for (LaneCard& card : table.cards) move(card.set.card, columns[card.lane].card, down);

  result.axis = along.axis;
  result.axis.x = axis.axis;
  add_lines(result, columns, along);
  add_ticks(result, along.ticks, axis);
  add_bars(result, columns, along);
  add_marks(result, table, entries, columns, timeline.wording);
  add_ties(result, table, ties, entries, columns);
  add_joins(result, table, turns, entries, columns);
  double bottom = along.marks.empty() ? top : along.axis.bottom;
  for (LaneCard& card : table.cards) {
    bottom = std::max(bottom, card.set.card.box.bottom());
    result.cards.push_back(std::move(card.set.card));
  }
  bottom =
      add_undated(result, entries, voices, timeline, metrics, card_width, options.margin, bottom + row_gap);
  bottom = set_legend(result, timeline.phrases, metrics, options.margin, bottom + 28);
  bottom = set_sources(result, timeline, metrics, options.margin, bottom);
  result.height = bottom + options.margin;
  return result;
}

}  // namespace fasti
