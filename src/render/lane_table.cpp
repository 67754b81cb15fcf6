#include "render/lane_table.h"

#include <algorithm>
#include <limits>
#include <memory>

namespace fasti {

namespace {

constexpr double even_row = 28;  // at least, from a date to the next
constexpr double far_above = -std::numeric_limits<double>::infinity();

std::size_t row_for(LaneTable& table, std::size_t entry, const DateRange& range) {
  for (const std::size_t r : table.rows_of[entry])
    if (table.rows[r].range == range) return r;
  table.rows_of[entry].push_back(table.rows.size());
  LaneRow row;
  row.entry = entry;
  row.range = range;
  table.rows.push_back(std::move(row));
  return table.rows.size() - 1;
}

void add_entry(LaneTable& table, std::size_t e, const Entry& entry, const SetLaneCard& set) {
  for (const LaneDate& date : table.swim.dates[e]) {
    const std::size_t r = row_for(table, e, date.date.range);
    LaneRow& row = table.rows[r];
    row.cells.push_back({date.lane, date.date, std::nullopt});
    if (!date.carries_card) continue;
    row.cells.back().card = table.cards.size();
    table.cards.push_back({set(entry, date), r, date.lane});
    const SetCard& card = table.cards.back().set;
    row.above = std::max(row.above, card.date_line);
    row.below = std::max(row.below, card.card.box.height - card.date_line);
  }
}

void note_crossed(LaneTable& table, std::size_t entry) {
  const std::vector<LaneStand> stands = stands_of(table, entry);
  for (std::size_t i = 1; i < stands.size(); ++i)
    for (std::size_t lane = stands[i - 1].lane + 1; lane < stands[i].lane; ++lane)
      table.rows[stands[i - 1].row].crossed.push_back(lane);
}

std::vector<Dated> dates_of(const LaneTable& table) {
  std::vector<Dated> dates;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const LaneRow& row = table.rows[r];
    const bool is_rival = std::all_of(row.cells.begin(), row.cells.end(), [](const LaneCell& cell) {
      return cell.date.standing == Standing::rival;
    });
    dates.push_back({row.entry, r, row.range, is_rival, row.below > 0, row.above, row.below});
  }
  return dates;
}

// How far down each lane is taken, and what was set last.
struct Filled {
  const LaneTable& table;
  const Stops* stops = nullptr;
  std::vector<double> card, mark;  // one a lane
  double label = far_above, tick = far_above, start = far_above, any_mark = far_above;
  double step = 0;  // even: from a date to the next
  Moment last = std::numeric_limits<Moment>::min();

  const LaneRow& row_of(const Stop& stop) const { return table.rows[stops->marks[stop.index].date]; }

  double earliest(const Stop& stop) const {
    if (stop.kind == StopKind::bracket_end) return std::max(any_mark, start) + 9;
    if (stop.kind == StopKind::bracket_start) return far_above;
    if (stop.kind == StopKind::tick) return std::max(label + label_gap, tick + year_gap);
    const LaneRow& row = row_of(stop);
    double y = std::max(start + 9, stop.labelled ? label + label_gap : far_above);
    if (stop.at > last) y = std::max(y, any_mark + step);
    for (const LaneCell& cell : row.cells) {
      y = std::max(y, mark[cell.lane] + mark_gap);
      if (cell.card) y = std::max(y, card[cell.lane] + lane_row_gap + table.cards[*cell.card].set.date_line);
    }
    for (const std::size_t lane : row.crossed) y = std::max(y, card[lane] + lane_row_gap / 2);
    return y;
  }

  void note(const Stop& stop, double y) {
    if (stop.kind == StopKind::bracket_start) start = y;
    if (stop.labelled) label = y;
    if (stop.kind == StopKind::tick) tick = y;
    if (stop.kind != StopKind::mark) return;
    any_mark = y;
    last = stop.at;
    const LaneRow& row = row_of(stop);
    for (const std::size_t lane : row.crossed) card[lane] = std::max(card[lane], y - lane_row_gap / 2);
    for (const LaneCell& cell : row.cells) {
      mark[cell.lane] = y;
      if (!cell.card) continue;
      const SetCard& set = table.cards[*cell.card].set;
      card[cell.lane] = y + set.card.box.height - set.date_line;
    }
  }
};

AlongAxis heights_with(const LaneTable& table, const std::vector<Dated>& dates, const DateWording& wording,
                       const Pace& pace) {
  const std::size_t lanes = table.swim.lanes.size();
  const auto filled = std::make_shared<Filled>(Filled{
      table, nullptr, std::vector<double>(lanes, -lane_row_gap), std::vector<double>(lanes, far_above)});
  if (pace.spacing == Spacing::even) filled->step = even_row;
  return place_marks(dates, wording, 0, pace, [&](const Stops& stops) {
    filled->stops = &stops;
    return Needs{[filled](const Stop& stop) { return filled->earliest(stop); },
                 [filled](const Stop& stop, double y) { filled->note(stop, y); }};
  });
}

// Proportional here means: as far as cards let it. The axis is as long as it would be without any rule.
AlongAxis axis_for(const LaneTable& table, const DateWording& wording, Spacing spacing) {
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

void take_heights(LaneTable& table, const AlongAxis& along) {
  for (const PlacedMark& mark : along.marks) {
    table.rows[mark.date].y = mark.at;
    table.rows[mark.date].bracket = mark.bracket;
  }
  for (LaneCard& card : table.cards) move(card.set.card, 0, table.rows[card.row].y - card.set.date_line);
}

}  // namespace

std::vector<LaneStand> stands_of(const LaneTable& table, std::size_t entry) {
  std::vector<LaneStand> stands;
  for (const std::size_t r : table.rows_of[entry])
    for (const LaneCell& cell : table.rows[r].cells)
      if (cell.card) stands.push_back({r, cell.lane, *cell.card});
  std::sort(stands.begin(), stands.end(),
            [](const LaneStand& a, const LaneStand& b) { return a.lane < b.lane; });
  return stands;
}

LaneTable table_of(SwimLanes swim, const std::vector<Entry>& entries, const SetLaneCard& set) {
  LaneTable table;
  table.swim = std::move(swim);
  table.rows_of.resize(entries.size());
  for (std::size_t e = 0; e < entries.size(); ++e) {
    add_entry(table, e, entries[e], set);
    note_crossed(table, e);
  }
  return table;
}

AlongAxis set_lane_heights(LaneTable& table, const DateWording& wording, Spacing spacing) {
  const AlongAxis along = axis_for(table, wording, spacing);
  take_heights(table, along);
  return along;
}

}  // namespace fasti
