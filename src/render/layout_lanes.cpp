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
#include <optional>

#include <fmt/format.h>

#include "render/axis_column.h"
#include "render/card.h"
#include "render/entry.h"
#include "render/frame.h"
#include "render/lane_columns.h"
#include "render/lane_table.h"
#include "render/layout_styles.h"
#include "render/marks.h"
#include "render/undated.h"
#include "render/wrap_text.h"

namespace fasti {

namespace {

constexpr double bar_thickness = 6;

double card_width_for(std::size_t lanes) {
  return lanes <= 3 ? 260 : lanes <= 5 ? 216 : lanes <= 8 ? 190 : 174;
}

Point place_of(const LaneRow& row, const LaneCell& cell, const std::vector<LaneColumn>& columns) {
  const LaneColumn& column = columns[cell.lane];
  return {row.bracket ? bar_x(column, *row.bracket) : column.line, row.y};
}

std::string cell_id(const LaneTable& table, const LaneRow& row, const LaneCell& cell, const Entry& entry) {
  const auto& rows = table.rows_of[row.entry];
  const auto number =
      std::find_if(rows.begin(), rows.end(), [&](std::size_t r) { return &table.rows[r] == &row; });
  return fmt::format("mark-{}-{}-in-{}", entry.told->event.id, number - rows.begin() + 1, cell.lane + 1);
}

void add_marks(Layout& layout, const LaneTable& table, const std::vector<Entry>& entries,
               const std::vector<LaneColumn>& columns, const DateWording& wording) {
  for (const LaneRow& row : table.rows)
    for (const LaneCell& cell : row.cells) {
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
      const double height = std::max(bracket.bottom - bracket.top, least_lane_bar);
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

void add_ties(Layout& layout, const LaneTable& table, const std::vector<LaneTie>& ties,
              const std::vector<Entry>& entries, const std::vector<LaneColumn>& columns) {
  for (const LaneTie& tie : ties) {
    const LaneRow& row = table.rows[tie.row];
    const LaneCell& cell = row.cells[tie.cell];
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
void add_joins(Layout& layout, const LaneTable& table, const std::vector<LaneTurn>& turns,
               const std::vector<Entry>& entries, const std::vector<LaneColumn>& columns) {
  for (const LaneTurn& turn : turns) {
    const LaneRow& from = table.rows[turn.from_row];
    const LaneRow& to = table.rows[turn.to_row];
    const LaneColumn& column = columns[turn.to_lane];
    const auto cell = std::find_if(to.cells.begin(), to.cells.end(),
                                   [&](const LaneCell& c) { return c.lane == turn.to_lane; });
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
  // The cards of an event are set one after the other.
  return [&timeline, &metrics, shared, width, last = static_cast<const Entry*>(nullptr),
          label = std::vector<std::string>{}](const Entry& entry, const LaneDate& date) mutable {
    if (last != &entry) label = lane_label(entry, metrics, width);
    last = &entry;
    const bool is_shared = shared == date.lane;
    SetCard set = set_lane_card(entry, date.date, label, is_shared, timeline.wording, metrics, width);
    set.card.id += fmt::format("-in-{}", date.lane + 1);
    return set;
  };
}

}  // namespace

Layout layout_lanes(const Timeline& timeline, const TextMetrics& metrics, const LayoutOptions& options) {
  const Voices voices = voices_of(timeline);
  const std::vector<Entry> entries = entries_of(timeline, voices);
  SwimLanes swim = swim_lanes(timeline, entries, voices, options.lanes_by);
  const double card_width = card_width_for(swim.lanes.size());
  const SetLaneCard set =
      card_setter(timeline, voices, metrics, options.lanes_by, shared_lane(swim), card_width);
  LaneTable table = table_of(std::move(swim), entries, set);

  // Heights from 0, then widths, then the title, by whose height all moves down.
  AlongAxis along = set_lane_heights(table, timeline.wording, options.spacing);
  const AxisColumn axis = axis_column(along.ticks, metrics, options.margin);
  auto [columns, turns, ties] = set_lane_columns(table, entries, along, axis.axis + 24, card_width);

  Layout result;
  constexpr double least_width = 480;
  result.width = std::max(least_width, (columns.empty() ? 0 : columns.back().right) + options.margin);
  double top = set_title(result, timeline, metrics, options, options.margin);
  if (!columns.empty()) top = set_lane_heads(result, table.swim, columns, timeline.phrases, metrics, top);
  const double down = top - std::min(0.0, along.axis.top);
  shift(along, down);
  for (LaneRow& row : table.rows) row.y += down;
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
  bottom = add_undated(result, entries, voices, timeline, metrics, card_width, options.margin,
                       bottom + lane_row_gap);
  bottom = set_foot(result, timeline, metrics, options, bottom);
  result.height = bottom + options.margin;
  return result;
}

}  // namespace fasti
