// The lanes as columns, each as wide as it needs: gutter with the turns of joins | line of the lane, on which
// marks stand | bars | gutter with the ties of further dates | cards.
#pragma once

#include <vector>

#include "render/entry.h"
#include "render/lane_table.h"

namespace fasti {

// The join of two cards in different rows turns in the gutter before the second, on a track of its own there.
struct LaneTurn {
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
  double bar_pitch = 0, turn_pitch = 0, tie_pitch = 0;
};

struct LaneColumns {
  std::vector<LaneColumn> columns;  // one a lane
  std::vector<LaneTurn> turns;      // by event, then lane
  std::vector<LaneTie> ties;
};

// Of a table that has its heights; the first lane begins at x.
LaneColumns set_lane_columns(const LaneTable&, const std::vector<Entry>&, const AlongAxis&, double x,
                             double card_width);

bool is_straight(const LaneTie&, const LaneTable&);
double bar_x(const LaneColumn&, std::size_t bracket);  // the middle of its bar

inline constexpr double least_lane_bar = 8;  // the length of a bar

}  // namespace fasti
