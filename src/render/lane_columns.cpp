#include "render/lane_columns.h"

#include <algorithm>
#include <cmath>

#include "render/lanes.h"

namespace fasti {

namespace {

constexpr double bar_step = 11, most_bar_room = 90;
constexpr double join_step = 6, most_join_room = 72;
constexpr double tie_step = 6, most_tie_room = 60;
constexpr double lane_gap = 16;  // between the cards of one lane and the gutter of the next

Stretch between(double a, double b) { return {std::min(a, b), std::max(a, b)}; }

std::vector<LaneTurn> turns_of(const LaneTable& table) {
  std::vector<LaneTurn> turns;
  for (std::size_t e = 0; e < table.rows_of.size(); ++e) {
    const std::vector<LaneStand> stands = stands_of(table, e);
    for (std::size_t i = 1; i < stands.size(); ++i)
      turns.push_back(
          {stands[i - 1].row, stands[i].row, stands[i - 1].lane, stands[i].lane, stands[i - 1].card, e, 0});
  }
  return turns;
}

void set_turns(std::vector<LaneColumn>& columns, std::vector<LaneTurn>& turns, const LaneTable& table) {
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

std::vector<LaneTie> ties_of(const LaneTable& table, const std::vector<Entry>& entries) {
  std::vector<LaneTie> ties;
  for (std::size_t e = 0; e < entries.size(); ++e) {
    const std::vector<LaneStand> stands = stands_of(table, e);
    for (const std::size_t r : table.rows_of[e])
      for (std::size_t c = 0; c < table.rows[r].cells.size(); ++c) {
        const LaneCell& cell = table.rows[r].cells[c];
        const auto stand = std::find_if(stands.begin(), stands.end(),
                                        [&](const LaneStand& s) { return s.lane == cell.lane; });
        if (stand == stands.end()) continue;
        ties.push_back(
            {r, c, stand->card, arrival(table.cards[stand->card], entries[e], table.rows[r].range), 0});
      }
  }
  return ties;
}

void set_ties(std::vector<LaneColumn>& columns, std::vector<LaneTie>& ties, const LaneTable& table) {
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

void set_bars(std::vector<LaneColumn>& columns, const LaneTable& table, const AlongAxis& along) {
  for (const LaneRow& row : table.rows)
    for (const LaneCell& cell : row.cells)
      if (row.bracket) columns[cell.lane].brackets.push_back(*row.bracket);
  for (LaneColumn& column : columns) {
    std::sort(column.brackets.begin(), column.brackets.end());
    column.brackets.erase(std::unique(column.brackets.begin(), column.brackets.end()), column.brackets.end());
    std::vector<Stretch> stretches;
    for (const std::size_t b : column.brackets)
      stretches.push_back({along.brackets[b].top,
                           std::max(along.brackets[b].bottom, along.brackets[b].top + least_lane_bar)});
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

}  // namespace

bool is_straight(const LaneTie& tie, const LaneTable& table) {
  return std::abs(table.rows[tie.row].y - tie.to) < 0.5;
}

double bar_x(const LaneColumn& column, std::size_t bracket) {
  const auto found = std::lower_bound(column.brackets.begin(), column.brackets.end(), bracket);
  const std::size_t track = column.tracks[static_cast<std::size_t>(found - column.brackets.begin())];
  return column.first_bar + column.bar_pitch * static_cast<double>(track);
}

LaneColumns set_lane_columns(const LaneTable& table, const std::vector<Entry>& entries,
                             const AlongAxis& along, double x, double card_width) {
  LaneColumns found;
  found.columns.resize(table.swim.lanes.size());
  found.turns = turns_of(table);
  found.ties = ties_of(table, entries);
  set_turns(found.columns, found.turns, table);
  set_ties(found.columns, found.ties, table);
  set_bars(found.columns, table, along);
  set_widths(found.columns, x, card_width);
  return found;
}

}  // namespace fasti
