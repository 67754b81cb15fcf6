// The rows and cells of the picture in lanes: an event's dates are its rows; a row has a cell in each lane
// whose source gives that date. Cards stand in cells, one an event in each lane.
//
//   e-04, 28 September by courier and observer, 30 September by mercury
//     ->  a row with cells in two lanes, a row with one; three cards
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "render/card.h"
#include "render/place_marks.h"
#include "render/swim_lanes.h"

namespace fasti {

struct LaneCell {
  std::size_t lane = 0;
  DatedBy date;
  std::optional<std::size_t> card;  // in the list of cards
};

struct LaneRow {
  std::size_t entry = 0;
  DateRange range;
  std::vector<LaneCell> cells;  // by lane
  double above = 0, below = 0;
  std::vector<std::size_t> crossed;  // lanes through which its joins run
  double y = 0;
  std::optional<std::size_t> bracket;
};

struct LaneCard {
  SetCard set;
  std::size_t row = 0, lane = 0;
};

struct LaneTable {
  SwimLanes swim;
  std::vector<LaneRow> rows;
  std::vector<LaneCard> cards;
  std::vector<std::vector<std::size_t>> rows_of;  // of each entry
};

// How cards are set, which differs between lanes of sources and lanes of types.
using SetLaneCard = std::function<SetCard(const Entry&, const LaneDate&)>;

LaneTable table_of(SwimLanes swim, const std::vector<Entry>& entries, const SetLaneCard& set);

// An event's cards, by lane.
struct LaneStand {
  std::size_t row = 0, lane = 0, card = 0;
};
std::vector<LaneStand> stands_of(const LaneTable&, std::size_t entry);

inline constexpr double lane_row_gap = 10;  // between cards

// Gives rows their heights, from 0, and moves the cards there. Rows keep the order of time; such as need none
// of the same lanes, be it for a card or for a line that passes through, may stand side by side.
AlongAxis set_lane_heights(LaneTable&, const DateWording&, Spacing);

}  // namespace fasti
